from __future__ import annotations

import io

import pytest

from corpus.errors import InputError
from corpus.model import Pair, Segment
from corpus.tmx import write_tmx
from corpus.tmx_audit import audit_tmx

HEADER = (
    '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
    'adminlang="en-US" srclang="zh-CN" datatype="plaintext"/>'
)
ZH = '<tuv xml:lang="zh-CN"><seg>你好</seg></tuv>'
EN = '<tuv xml:lang="en-US"><seg>Hello</seg></tuv>'
GOOD = f'<tmx version="1.4">{HEADER}<body><tu tuid="1">{ZH}{EN}</tu></body></tmx>'


def told(text: str) -> list[str]:
    return [f"{p.kind}: {p}" for p in audit_tmx(io.BytesIO(text.encode("utf-8")), "m.tmx")]


def test_nothing_to_say_of_a_good_one() -> None:
    assert told(GOOD) == []


def test_nothing_to_say_of_our_own() -> None:
    pair = Pair(0, (Segment("甲。", "zh", 0, 0, 2, 1),), (Segment("A.", "en", 0, 0, 2, 1),), 0.9)
    stream = io.BytesIO()
    write_tmx(stream, [pair, pair], date="20241130T081500Z", tool_version="1")
    stream.seek(0)
    assert list(audit_tmx(stream)) == []


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        (' srclang="zh-CN"', "", "tmx.header: no srclang in the header"),
        (' o-tmf="t"', "", "tmx.header: no o-tmf in the header"),
        ('segtype="sentence"', 'segtype="line"',
         "tmx.header: segtype 'line' is not one of the four"),
        (HEADER, "", "tmx.header: no header: most tools refuse the file"),
        (' version="1.4"', "", "tmx.header: no version on <tmx>"),
        ('tuid="1"', 'tuid="1" creationdate="2024-11-30"',
         "tmx.date: unit 1: creationdate '2024-11-30' is not of the form 20241130T081500Z"),
        ('tuid="1"', 'tuid="1" changedate="20241330T081500Z"',
         "tmx.date: unit 1: changedate '20241330T081500Z' is not of the form 20241130T081500Z"),
        ("</tu>", f'</tu><tu tuid="1">{ZH}{EN}</tu>',
         "tmx.duplicate: unit 2: tuid '1' was unit 1's already"),
        ("<seg>Hello</seg>", "<seg> </seg>",
         "tmx.empty: unit 1: the segment of the second tuv is empty"),
        ("<seg>Hello</seg>", "", "tmx.empty: unit 1: no <seg> in the second tuv"),
        (EN, "", "tmx.single: unit 1: one tuv only: there is nothing to translate with"),
        ('xml:lang="en-US"', 'xml:lang="en_US"',
         "tmx.language: unit 1: second tuv: en_US never matches in OmegaT; write en-US"),
        ('xml:lang="en-US"', "",
         "tmx.language: unit 1: no xml:lang on the second tuv: OmegaT loses the whole memory"),
        ('xml:lang="en-US"', 'xml:lang="zh-CN"',
         "tmx.language: unit 1: the second tuv is in zh-CN again"),
        ('xml:lang="zh-CN"', 'xml:lang="fr"',
         "tmx.language: unit 1: no tuv in the header's srclang zh-CN"),
        ('xml:lang="en-US"', 'xml:lang="English"',
         "tmx.language: unit 1: second tuv: English is no language code"),
        ("Hello", "Hello\n", "tmx.space: unit 1: the second tuv has white space at its ends "
                             "or a line break inside"),
        ("Hello", "Hel\ufffdlo",
         "tmx.character: unit 1: the second tuv has U+FFFD, which is no text"),
        ("Hello", "Hel\x02lo", "xml.malformed: not well-formed XML: a control character (code 2)"),
        ("Hello", "A & B", "xml.malformed: not well-formed XML: a bare & (write &amp;)"),
        ("</tu>", "<note>late</note></tu>",
         "tmx.order: unit 1: note and prop must stand before the tuvs"),
        ("</body></tmx>", "", "xml.malformed: not well-formed XML: the file ends in the middle"),
    ],
)
def test_one_thing_wrong(good: str, bad: str, message: str) -> None:
    assert good in GOOD
    assert told(GOOD.replace(good, bad)) == [message]


def test_a_memory_without_units() -> None:
    assert told(f'<tmx version="1.4">{HEADER}<body/></tmx>') == ["tmx.empty: no units"]


def test_no_tmx_at_all() -> None:
    with pytest.raises(InputError, match="m.tmx: no <tmx> in it"):
        told("<xliff/>")


def test_lines() -> None:
    text = GOOD.replace("<tu ", "\n\n<tu ").replace("en-US", "en_US")
    [header_free] = [p for p in audit_tmx(io.BytesIO(text.encode())) if p.unit]
    assert header_free.at("m.tmx") == "m.tmx:3"
