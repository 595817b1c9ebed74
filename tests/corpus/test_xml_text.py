from __future__ import annotations

import io

import pytest
from lxml import etree

from corpus.errors import InputError
from corpus.problem import Problem
from corpus.xml_text import (
    elements, one_line, segment_text, text_without_codes, without_illegal, without_surrogates,
)


def test_what_xml_holds_and_what_not() -> None:
    assert without_illegal("\t\n\r a\x7f\x85\xa0é\ud7ff\ue000\ufffd𠀀") == (
        "\t\n\r a\x7f\x85\xa0é\ud7ff\ue000\ufffd𠀀", []
    )
    assert without_illegal("a\0b\x1fc\ufffe\uffff\udc80") == (
        "abc", ["U+0000", "U+001F", "U+FFFE", "U+FFFF", "U+DC80"]
    )


def test_lxml_takes_what_is_left() -> None:
    every = "".join(map(chr, range(0x110000)))
    element = etree.Element("seg")
    element.text = without_illegal(every)[0]
    assert len(element.text) == 0x110000 - 29 - 2048 - 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb", "a b"), ("a \r\n\t b", "a b"), ("\u3000你好\u3000", "你好"), ("a\u2028b", "a b"),
        ("a\u00a0b", "a\u00a0b"), ("你\t好", "你\t好"), (" \n ", ""),
        ("专利\n申请，\n\n商标", "专利申请，商标"),
        ("专利\nPCT\n申请", "专利 PCT 申请"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_segment_text_tells_what_it_changed() -> None:
    told: list[Problem] = []
    assert segment_text("你好", "source", 1, told.append) == "你好"
    assert told == []
    assert segment_text("\x01 你\x02好", "source", 1, told.append) == "你好"
    assert [problem.kind for problem in told] == ["text.removed"]
    assert "(U+0001, U+0002)" in told[0].what


def test_surrogates() -> None:
    assert without_surrogates("a\ud800\udfffb𠀀") == ("ab𠀀", 2)


@pytest.mark.parametrize(
    ("xml", "text", "codes"),
    [
        ("<s>点<x/>击<g>这<x/>里</g>。</s>", "点击这里。", 3),
        ("<s><ph>&lt;br&gt;</ph>文</s>", "文", 1),
        ("<s>a<mrk mtype='term'>b</mrk></s>", "ab", 0),
        ("<s>a<cp hex='0041'/><cp hex='zz'/><cp/></s>", "aA", 0),
        ("<s/>", "", 0),
    ],
)
def test_text_without_codes(xml: str, text: str, codes: int) -> None:
    assert text_without_codes(etree.fromstring(xml), frozenset({"ph", "x"})) == (text, codes)


def test_memory_is_given_back() -> None:
    rows = "<r><x/></r>" * 20_000
    kept = []
    stream = io.BytesIO(f"<top>{rows}</top>".encode())
    for event, element in elements(stream, "a", ("r",), root="top"):
        if event == "end":
            kept.append(len(element.getparent()))
    # the parser runs ahead by a block of 32 kB
    assert len(kept) == 20_000 and max(kept) < 4_000 and kept[-1] == 2


def test_an_undeclared_entity_is_kept_or_known_from_html() -> None:
    stream = io.BytesIO(b'<!DOCTYPE t SYSTEM "x.dtd"><t><r>a&nobody;b&mdash;c</r></t>')
    texts = [
        text_without_codes(element, frozenset())[0]
        for event, element in elements(stream, "a", ("r",), root="t")
        if event == "end"
    ]
    assert texts == ["a&nobody;b\N{EM DASH}c"]


def test_a_text_of_more_than_ten_megabytes_is_named() -> None:
    stream = io.BytesIO(b"<t><r>" + b"a" * 10_000_001 + b"</r></t>")
    with pytest.raises(InputError, match="a text of more than 10 MB"):
        list(elements(stream, "a", ("r",), root="t"))
