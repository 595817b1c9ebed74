from __future__ import annotations

import pytest

from corpus.dynasties import other_dynasty


@pytest.mark.parametrize(
    ("chinese", "english", "here", "there"),
    [
        ("清朝时曾被列为贡品。", "It was once sent as tribute to the Ming court.", "清", "Ming"),
        ("始建于唐代。", "It was built in the Song dynasty.", "唐", "Song"),
        ("这是南宋时期的瓷器。", "This is porcelain of the Yuan dynasty.", "南宋", "Yuan"),
        ("明末清初的小说", "novels of the late Ming and early Tang dynasty", "清", "Tang"),
    ],
)
def test_another_dynasty_is_named(chinese: str, english: str, here: str, there: str) -> None:
    found = other_dynasty(chinese, english)
    assert found is not None
    assert chinese[slice(*found.chinese)] == here
    assert english[slice(*found.english)] == there


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("清朝时曾被列为贡品。", "It was once sent as tribute to the Qing court."),
        ("清朝时曾被列为贡品。", "It was once sent as tribute to the emperor."),
        ("明清时期的民居", "houses of the Ming and Qing dynasties"),
        ("满族人建立了清朝。", "The Manchus founded the Manchu dynasty."),
        ("宋教授研究清代文学。", "Professor Song studies the literature of the time."),
        ("他是那个时代的代表。", "He stood for the Tang era."),      # no dynasty to hold against
        ("朝鲜半岛与唐朝往来。", "Korea had dealings with the Tang empire."),
        ("", ""),
    ],
)
def test_a_right_or_silent_side_is_none(chinese: str, english: str) -> None:
    assert other_dynasty(chinese, english) is None
