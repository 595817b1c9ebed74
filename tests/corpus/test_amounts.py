from corpus.amounts import some


def test_one_thing_or_several_are_told() -> None:
    assert some(1, "table") == "1 table"
    assert some(2, "text box") == "2 text boxes"
    assert some(3, "symbol", "left out") == "3 symbols left out"
