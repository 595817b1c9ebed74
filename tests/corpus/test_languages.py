from __future__ import annotations

import pytest

from corpus.languages import choose, fit, language, script, tidy


@pytest.mark.parametrize(
    ("code", "tidied"),
    [
        ("zh-CN", "zh-CN"), ("zh_cn", "zh-CN"), ("ZH", "zh"), ("zh-hans", "zh-Hans"),
        ("ZH_HANS_CN", "zh-Hans-CN"), ("EN-us", "en-US"), ("cht", "zh-TW"), ("zh-CHS", "zh-Hans"),
        (" en-GB ", "en-GB"), ("es-419", "es-419"), ("Chinese", "Chinese"), ("", ""),
    ],
)
def test_tidy(code: str, tidied: str) -> None:
    assert tidy(code) == tidied


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("zh-CN", "zh"), ("cmn-Hans", "zh"), ("zho", "zh"), ("Chinese (Simplified)", "zh"),
        ("中文", "zh"), ("en_GB", "en"), ("English", "en"), ("fr", "other"), ("", "other"),
        ("enm", "other"), ("zhuang", "other"),
    ],
)
def test_language(code: str, meant: str) -> None:
    assert language(code) == meant


@pytest.mark.parametrize(
    ("code", "hans_or_hant"),
    [
        ("zh-CN", "Hans"), ("zh-SG", "Hans"), ("zh-TW", "Hant"), ("zh_HK", "Hant"),
        ("zh-Hant-CN", "Hant"), ("zh-Hans-HK", "Hans"), ("zh", ""), ("en-US", ""),
    ],
)
def test_script(code: str, hans_or_hant: str) -> None:
    assert script(code) == hans_or_hant


@pytest.mark.parametrize(
    ("code", "wanted", "grade"),
    [
        ("zh_cn", "zh-CN", 4), ("zh-Hans", "zh-CN", 3), ("zh", "zh-CN", 2), ("zh-TW", "zh-CN", 1),
        ("en-GB", "en-US", 3), ("en", "zh", 0), ("fr-CA", "fr-FR", 1), ("fr", "en", 0), ("", "", 4),
    ],
)
def test_fit(code: str, wanted: str, grade: int) -> None:
    assert fit(code, wanted) == grade


def test_choose() -> None:
    codes = ["zh-TW", "en-GB", "zh-Hans", "en-US"]
    assert choose(codes, "zh-CN") == 2
    assert choose(codes, "zh-CN", taken=2) == 0
    assert choose(codes, "en") == 1
    assert choose(codes, "fr") == -1
