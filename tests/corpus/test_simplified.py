import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.simplified import as_written, simplified


@pytest.mark.parametrize(
    ("traditional", "expected"),
    [
        ("世界智慧財產權組織", "世界智慧财产权组织"),
        ("八十六萬人", "八十六万人"),
        # one simplified character for several traditional ones
        ("頭髮與發展", "头发与发展"),
        # 乾 is a name here and stays, dry there
        ("乾隆皇帝乾杯", "乾隆皇帝干杯"),
        ("知识产权 WIPO, 2025年", "知识产权 WIPO, 2025年"),
        ("", ""),
    ],
)
def test_characters_are_simplified_and_nothing_else(traditional: str, expected: str) -> None:
    assert simplified(traditional) == expected


@given(st.text())
def test_offsets_hold(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_a_lone_surrogate_is_nobodys_character() -> None:
    assert simplified("萬\ud800") == "萬\ud800"


def test_messages_quote_what_stands_in_the_text() -> None:
    original = "八十六萬人參加了論壇。"
    assert as_written("“八十六万” and 参加 are not there", original) == (
        "“八十六萬” and 參加 are not there"
    )
    assert as_written("会议 is not there", original) == "会议 is not there"
    assert as_written("八十六万", "八十六万人") == "八十六万"
