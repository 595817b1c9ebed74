from __future__ import annotations

import pytest

from corpus.regions import chinese_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("他们在学校里学习知识产权，老师说这门课很有意思。", "zh-CN"),
        ("他們在學校裡學習智慧財產權，老師說這門課很有意思，網路上也有影片。", "zh-TW"),
        ("行政長官昨日在立法會表示，特區政府會撥款二億港元改善網絡服務。", "zh-HK"),
        ("佢哋喺學校學嘢，老師話呢門課好有意思。", "zh-HK"),
        ("衞生署説，市民應留在家裏，帶着口罩。", "zh-HK"),
        # nothing says where
        ("會議通過了關於發展中國家的決議。", "zh-TW"),
        # a word of the other place does not decide against more of one's own
        ("行政院院長在台北說明，香港的情形與臺灣不同。", "zh-TW"),
        # one sign alone does not decide
        ("他在家裏讀書，會議已經結束。", "zh-TW"),
        ("人口 2024", None),
        ("", None),
    ],
)
def test_the_code_follows_the_text(text: str, code: str | None) -> None:
    assert chinese_code(text) == code
