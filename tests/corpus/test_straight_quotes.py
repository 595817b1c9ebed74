from __future__ import annotations

from corpus.straight_quotes import StraightQuotes


def test_every_second_quote_closes() -> None:
    text = 'He said "no" and "yes" and "'
    quotes = StraightQuotes(text)
    places = [place for place, character in enumerate(text) if character == '"']
    assert [quotes.closes(place) for place in places] == [False, True, False, True, False]


def test_quotes_that_nobody_asked_about_are_counted() -> None:
    text = '"好。""好什么？"'
    quotes = StraightQuotes(text)
    assert quotes.closes(text.index('""')) is True
    assert quotes.closes(len(text) - 1) is True
