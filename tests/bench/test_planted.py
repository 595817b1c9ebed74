import pytest
from planted import name_removed, name_replaced, negation_added, negation_removed, prefix_removed


@pytest.mark.parametrize(
    "english, wrong",
    [
        ("The bridge is closed.", "The bridge is not closed."),
        ("He said they will come.", "He said they will not come."),
        # no auxiliary, or one that is negated already
        ("The bridge stayed closed.", ""),
        ("It is not closed.", ""),
        ("It isn't closed.", ""),
    ],
)
def test_negation_added(english: str, wrong: str) -> None:
    assert negation_added("", english) == wrong


@pytest.mark.parametrize(
    "english, wrong",
    [
        ("They do not know.", "They know."),
        ("It was not easy.", "It was easy."),
        ("He never came back.", "He came back."),
        ("It isn't far.", "It is far."),
        ("There is no bridge here.", "There is bridge here."),
        # turns of phrase that deny nothing
        ("There is no doubt about it.", ""),
        ("It is not only cheap but good.", ""),
        ("It is cheap.", ""),
    ],
)
def test_negation_removed(english: str, wrong: str) -> None:
    assert negation_removed("", english) == wrong


@pytest.mark.parametrize(
    "english, wrong",
    [
        ("She was unable to come.", "She was able to come."),
        ("The pump failed to start.", "The pump managed to start."),
        ("The data are insufficient.", "The data are sufficient."),
        ("The data are enough.", ""),
    ],
)
def test_hidden_negation_removed(english: str, wrong: str) -> None:
    assert prefix_removed("", english) == wrong


def test_a_name_goes_or_gives_way_to_another() -> None:
    chinese, english = "王小明昨天到了上海。", "Wang Xiaoming came to Shanghai yesterday."
    gone = name_removed(chinese, english)
    assert gone == " came to Shanghai yesterday."
    other = name_replaced(chinese, english)
    assert other.endswith(" came to Shanghai yesterday.") and not other.startswith("Wang")
    assert name_replaced(chinese, english) == other


def test_a_name_that_the_english_does_not_give_stays() -> None:
    assert name_removed("王小明昨天到了。", "He came yesterday.") == ""
