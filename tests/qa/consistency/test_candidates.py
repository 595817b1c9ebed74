from __future__ import annotations

from qa.consistency.candidates import candidates


def test_a_part_that_never_stands_alone_is_no_term() -> None:
    texts = ["成立专家咨询委员会。", "国家知识产权专家咨询委员会由48名专家组成。", "专家咨询委员会提出建议。"]
    found = [one.text for one in candidates(texts)]
    assert "专家咨询委员会" in found
    assert "咨询委员会" not in found


def test_counting_words_and_names_are_no_terms() -> None:
    texts = ["张志成介绍了万人计划。", "张志成介绍了两大浪潮。", "张志成介绍，三次会议。", "两大浪潮。"]
    found = [one.text for one in candidates(texts, ["张志成"])]
    assert not {"志成", "志成介绍", "两大浪潮", "万人"} & set(found)


def test_the_weightiest_comes_first_and_names_are_left_out() -> None:
    texts = ["知识产权人才高地建设。", "建设知识产权人才高地。", "张志成说，人才高地很重要。"]
    found = [one.text for one in candidates(texts, ["张志成"])]
    assert "张志成" not in found
    assert found[0] == "人才高地" or "人才高地" in found[0]


def test_one_time_is_no_recurrence() -> None:
    assert candidates(["标准必要专利政策很重要。"]) == []
