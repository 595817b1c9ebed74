from __future__ import annotations

from corpus.latin_words import fits, latin_words


def test_words_with_the_parts_of_hyphenated_ones() -> None:
    words = latin_words("Franco-German ties, O’Brien's U.S. visit").words
    assert [word.key for word in words] == [
        "francogerman", "franco", "german", "ties", "obrien", "us", "visit",
    ]
    assert [word.capital for word in words] == [True, True, True, False, True, True, False]


def test_fitting_by_ending_and_capital() -> None:
    words = latin_words("A Belgian told us that the US has many Belgians.")
    text = "A Belgian told us that the US has many Belgians."
    assert [text[word.start : word.end] for word in words.fitting(["belgium", "us"])] == [
        "Belgian", "US", "Belgians",
    ]
    assert words.fitting(["bel", "use"]) == []


def test_fits_as_every_word_would_be_asked() -> None:
    words = latin_words("Rwandan leaders met Chinese and Chin people in Chinatown in Lima.")
    for key in ("rwanda", "china", "chin", "lima", "lim", "people", "leader"):
        assert words.fitting([key]) == [word for word in words.words if fits(key, word)]


def test_joined_words_begin_with_a_capital() -> None:
    text = "She flew to Hong Kong with Bin Ying; the hong kong is small."
    span = latin_words(text).joined({"binying", "hongkong"})
    assert span is not None and text[slice(*span)] == "Hong Kong"
    assert latin_words("the hong kong is small").joined({"hongkong"}) is None
    assert latin_words("Bin Ying came.").joined({"bin ying"}) is None


def test_holds_whole_words_alone() -> None:
    words = latin_words("Mr. Liu-Wang went to Shanxi")
    assert words.holds({"liu"}) and words.holds({"x", "liuwang"})
    assert not words.holds({"shan"}) and not words.holds(())


def test_small_letters_give_a_name_by_the_whole_of_it() -> None:
    words = latin_words("In the parish, platonic and confucian men of all states ate on china.")
    keys = ["paris", "plato", "confucius", "states", "china"]
    assert [word.key for word in words.fitting(keys)] == ["platonic", "confucian"]
    large = latin_words("Parisian States").fitting(keys)
    assert [word.key for word in large] == ["parisian", "states"]
