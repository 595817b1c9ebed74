from __future__ import annotations

import pytest

from corpus.spelled_out import spelled_out


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        (
            "两院院士九名",
            "nine members of the Chinese Academy of Sciences (CAS) and the Chinese Academy of"
            " Engineering (CAE)",
            (
                "两院",
                "Chinese Academy of Sciences (CAS) and the Chinese Academy of Engineering (CAE)",
            ),
        ),
        (
            "解决“三农”问题",
            "the problems of agriculture, rural areas and farmers",
            ("三农", "agriculture, rural areas and farmers"),
        ),
        (
            "全国两会召开",
            "The National People's Congress and the Chinese People's Political Consultative"
            " Conference opened",
            (
                "两会",
                "National People's Congress and the Chinese People's Political Consultative"
                " Conference",
            ),
        ),
        ("两院院士九名", "nine academicians", None),
        ("九名院士", "nine members of the Chinese Academy of Sciences and Chinese Academy of"
         " Engineering", None),
    ],
)
def test_what_is_spelled_out(chinese: str, english: str, expected: tuple[str, str] | None) -> None:
    found = [(chinese[slice(*one.chinese)], english[slice(*one.english)])
             for one in spelled_out(chinese, english)]
    assert found == ([expected] if expected else [])
