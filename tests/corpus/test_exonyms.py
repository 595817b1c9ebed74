from __future__ import annotations

from corpus.exonyms import ABBREVIATED, EXONYMS


def test_every_line_of_the_table_has_names_on_both_sides() -> None:
    assert EXONYMS["陕西"] == ("Shaanxi", "Shensi")
    assert EXONYMS["澳门"][:2] == ("Macao", "Macau")
    for chinese, english in EXONYMS.items():
        assert len(chinese) > 1 and all(english), chinese


def test_abbreviations_stand_for_listed_names() -> None:
    assert "russian" in ABBREVIATED["俄"]
    assert "us" in ABBREVIATED["美"]
