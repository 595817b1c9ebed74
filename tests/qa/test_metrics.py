import pytest

from qa.metrics import sentence_nearness, text_nearness

REFERENCE = "The global value of intangible assets has surpassed $79.4 trillion."


def test_equal_texts_are_as_near_as_can_be() -> None:
    near = sentence_nearness(REFERENCE, REFERENCE, "en-US")
    assert near.as_json() == {"chrf": 100.0, "bleu": 100.0, "ter": 0.0}


def test_one_word_of_ten_changed_is_one_edit_of_ten() -> None:
    # sacrebleu's TER parts words at blanks: ten of them, one substituted
    near = sentence_nearness(REFERENCE.replace("surpassed", "reached"), REFERENCE, "en-US")
    assert near.ter == pytest.approx(100 / 10)
    assert 50 < near.bleu < near.chrf < 100


def test_chinese_is_cut_into_characters() -> None:
    # eight characters, one of them another
    near = sentence_nearness("今天天气非常好", "今天天气真的好", "zh-CN")
    assert near.ter == pytest.approx(100 * 2 / 7)


def test_a_text_comes_with_the_signature_of_each_metric() -> None:
    near, signatures = text_nearness([REFERENCE, "Yes."], [REFERENCE, "No."], "en-US")
    assert near.chrf < 100
    assert [signature.split("|")[0] for signature in signatures] == ["nrefs:1"] * 3
    assert "tok:13a" in signatures[1]
    assert "tok:zh" in text_nearness(["好。"], ["好。"], "zh-CN")[1][1]
