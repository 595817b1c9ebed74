from __future__ import annotations

import codecs

import pytest

from corpus.encodings import commonness, decode
from corpus.errors import InputError, UsageError

ARTICLE = (
    "截至2023年底,中国知识产权人才规模已从“十三五”末的69万人增长至86万人。\n"
    "近日,中国国家知识产权局举办例行新闻发布会。\n"
)
TRADITIONAL = "世界知識產權組織中國辦事處主任與同學們進行了深入交流，探討了全球現狀。\n"


@pytest.mark.parametrize(
    ("mark", "codec", "named"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (b"", "gb18030", "gb18030"),
    ],
)
def test_simplified_text_in_every_encoding(mark: bytes, codec: str, named: str) -> None:
    decoded = decode(mark + ARTICLE.encode(codec))
    assert decoded.text == ARTICLE
    assert decoded.encoding == named
    assert decoded.reason.startswith(f"{named}: ")


@pytest.mark.parametrize(
    ("codec", "named"),
    [("big5", "big5hkscs"), ("gb18030", "gb18030"), ("utf-16-le", "utf-16-le")],
)
def test_traditional_text(codec: str, named: str) -> None:
    decoded = decode(TRADITIONAL.encode(codec))
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, named)


@pytest.mark.parametrize("name", ["刘华", "王楠", "冯诣博", "程馨瑶", "秦艺菲", "知识产权"])
def test_a_name_alone_in_gbk(name: str) -> None:
    assert decode(name.encode("gb18030")).text == name


@pytest.mark.parametrize("name", ["臺灣", "國際", "飛機場的朋友"])
def test_a_heading_alone_in_big5(name: str) -> None:
    assert decode(name.encode("big5")).text == name


def test_gbk_bytes_that_happen_to_be_utf_8() -> None:
    assert "知识".encode("gbk")[:2].decode("utf-8") == "\u05aa"
    assert decode("知".encode("gbk")).text == "知"
    assert decode("מים".encode()).text == "מים"


def test_english_with_windows_quotes_is_not_read_as_chinese() -> None:
    text = "WIPO’s “Deep Science” wave – a café talk…"
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


def test_the_reason_says_what_was_seen() -> None:
    reason = decode(ARTICLE.encode("gb18030")).reason
    assert "not UTF-8 (bad byte at offset 0)" in reason
    assert "are common Chinese" in reason
    assert decode(b"plain").reason == "utf-8: ASCII only"


def test_line_ends_are_kept() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


def test_as_told() -> None:
    decoded = decode(ARTICLE.encode("gbk"), forced="GBK")
    assert (decoded.text, decoded.encoding) == (ARTICLE, "gbk")
    assert decoded.reason == "gbk: as told by --encoding"
    # a file called gb2312 holds GBK characters more often than not
    assert decode("囍朱镕基".encode("gbk"), forced="gb2312").text == "囍朱镕基"


def test_as_told_takes_off_the_mark() -> None:
    assert decode(codecs.BOM_UTF8 + b"a", forced="utf-8").text == "a"
    assert decode(codecs.BOM_UTF16_BE + "好".encode("utf-16-be"), forced="utf-16").text == "好"


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "", "\0"])
def test_an_unknown_encoding_is_a_wrong_option(name: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding .*try utf-8, gb18030"):
        decode(b"a", forced=name)


def test_a_forced_encoding_that_does_not_fit_names_the_byte() -> None:
    with pytest.raises(InputError, match=r"f\.txt: not valid utf-8: .*offset 2 .*--encoding"):
        decode("ab刘华".encode("gb18030"), forced="utf-8", where="f.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Office file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"ab\0cd\xff\xfe\x81\0", "NUL byte at offset 2"),
        (bytes(range(1, 9)) * 20, "control characters"),
    ],
)
def test_binary_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=f"binary.*{what}"):
        decode(data, where="f")


@pytest.mark.parametrize(
    "data",
    [
        "안녕하세요 대한민국의 수도는 서울입니다 반갑습니다".encode("euc-kr"),
        "日本の首都は東京です。こんにちは世界".encode("shift_jis"),
        "Привет мир, как дела".encode("cp1251"),
        ARTICLE.encode("utf-8").replace("近日".encode(), b"\xe8\xbf", 1),
    ],
)
def test_what_makes_no_chinese_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(InputError, match=r"offset \d+.*--encoding gb18030") as error:
        decode(data, where="f.txt")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_stray_control_character_is_no_reason_to_refuse(codec: str) -> None:
    text = ARTICLE.replace("近日", "\x02近日\x1f")
    assert decode(text.encode(codec)).text == text


def test_commonness_tells_an_encoding_from_another() -> None:
    assert commonness(ARTICLE) > 0.6
    assert commonness(TRADITIONAL.encode("big5").decode("gb18030", "replace")) < 0.15
    assert commonness("ASCII") == 0.0
