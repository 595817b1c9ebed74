import pytest

from align.encoder import default_encoder
from align.reader import read_side
from align.words import equals


def test_words_carry_keys_weights_and_their_sentence() -> None:
    words = read_side(["专家来了。", "好"], default_encoder(), chinese=True).words
    assert words.keys == ("专家", "来", "了", "好")
    assert words.first.tolist() == [0, 3, 4]
    # 了 says next to nothing, 专家 (expert) much
    assert words.weights[0] > words.weights[3] > words.weights[2]


def test_dictionary_pinyin_and_spelling_hold_words_equal() -> None:
    encoder = default_encoder()
    chinese = read_side(["张志成介绍了WIPO的专家"], encoder, chinese=True).words
    english = read_side(["Zhang Zhicheng introduced WIPO experts"], encoder, chinese=False).words
    held = equals(chinese, english)
    found = {
        english.texts[number]
        for numbers, _ in held.values()
        for number in numbers.tolist()
    }
    assert found == {"Zhang", "Zhicheng", "introduced", "WIPO", "experts"}


def test_the_dictionary_holds_a_family_equal() -> None:
    encoder = default_encoder()
    chinese = read_side(["实证主义者并不同意"], encoder, chinese=True).words
    english = read_side(["The positivists disagree"], encoder, chinese=False).words
    numbers, bonus = equals(chinese, english)["实证主义"]
    assert [english.texts[number] for number in numbers.tolist()] == ["positivists"]
    assert bonus.tolist() == [pytest.approx(0.3)]


def test_no_words_at_all() -> None:
    words = read_side(["……"], default_encoder(), chinese=True).words
    assert words.keys == () and words.vectors.shape == (0, 256)
