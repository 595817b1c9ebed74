"""Files cut, joined and sprinkled with what breaks parsers: InputError or pairs, nothing else."""

from __future__ import annotations

import io
import random

import pytest

from corpus.errors import InputError
from corpus.formats import FORMATS, Format, Writing
from corpus.judged import Item
from corpus.model import Pair, Segment
from corpus.problem import Problem
from corpus.tmx_audit import audit_tmx

#: Most of these broke a reader once.
PIECES = (
    b"<", b">", b"&", b'"', b"'", b"</tu>", b"<tu>", b"</unit>", b'<tuv xml:lang="zh">', b"\0",
    b"\xff\xfe", b"\x80", b"\xed\xa0\x80", b"&#xD800;", b"&nbsp;", b"]]>", b"<![CDATA[", b"<!--",
    b'<!DOCTYPE tmx [<!ENTITY a "b">]>', b'xmlns:a="b"', b'<cp hex="D800"/>', b'<cp hex="110000"/>',
    b'<mrk mtype="seg">', b"\r\n", b"\t", b",", b"{", b"}", b"[", b"null", b"1e999", b"PK\x03\x04",
)
#: 1,750 files a format were tried by hand.
FILES = 25
ONE_FILE = [one for one in FORMATS if one.files is None]


def whole(chosen: Format) -> bytes:
    texts = (("雨停了。", "The rain stopped."), ("研发 & 设计", 'R&D, "design"'), ("=1", "-2"))
    pairs: list[Item] = [
        Pair(
            index,
            (Segment(source, "zh", index, 0, len(source), 1),),
            (Segment(target, "en", index, 0, len(target), 1),),
            0.5,
        )
        for index, (source, target) in enumerate(texts)
    ]
    stream = io.BytesIO()
    assert chosen.write is not None
    chosen.write(stream, pairs, Writing())
    return stream.getvalue()


def broken(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(len(data) + 1)
        kind = chance.random()
        if kind < 0.5:
            data = data[:place] + chance.choice(PIECES) + data[place:]
        elif kind < 0.8:
            data = data[:place] + data[place + chance.choice((1, 3, 50)):]
        else:
            data = data[:place]
    return data


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize("chosen", ONE_FILE, ids=lambda one: one.name)
def test_pairs_or_an_input_error(chosen: Format, lenient: bool) -> None:
    good = whole(chosen)
    chance = random.Random(chosen.name)
    assert chosen.read is not None
    refused = 0
    for _ in range(FILES):
        stream = io.BytesIO(broken(good, chance))
        told: list[Problem] = []
        report = told.append if lenient else None
        try:
            list(chosen.read(stream, "x", source_lang="zh", target_lang="en", report=report))
        except InputError as error:
            refused += 1
            assert str(error).startswith("x")
    assert refused < FILES


def test_the_audit_of_broken_memories() -> None:
    good = whole(FORMATS[0])
    chance = random.Random("audit")
    told = 0
    for _ in range(FILES):
        try:
            told += bool(list(audit_tmx(io.BytesIO(broken(good, chance)), "x")))
        except InputError:
            told += 1
    assert told > FILES // 2
