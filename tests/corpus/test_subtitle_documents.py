from __future__ import annotations

import pytest

from corpus.errors import InputError
from corpus.model import Document
from corpus.reading import document_from_bytes

SRT = """1
00:00:01,000 --> 00:00:03,500
刘华指出，
创新在加速。
Liu Hua said
that innovation gathers speed.

2
00:00:04,000 --> 00:00:05,000
{\\an8}2024

3
00:00:06,000 --> 00:00:07,000
- 你好
- 再见
"""

VTT = """WEBVTT - 会议

NOTE 译者注

intro
00:01.000 --> 00:03.500 align:start
<v Liu Hua>创新在加速。
<v Liu Hua>Innovation <i>gathers</i> speed.
"""


def read(text: str, path: str) -> Document:
    return document_from_bytes(text.encode(), path, "a")


def test_srt() -> None:
    document = read(SRT, "a.srt")
    assert [(block.line, block.text) for block in document.blocks] == [
        (3, "刘华指出，\n创新在加速。"),
        (5, "Liu Hua said\nthat innovation gathers speed."),
        (10, "2024"),
        (14, "- 你好"),
        (15, "- 再见"),
    ]
    assert [(noise.kind, noise.text) for noise in document.noise][:3] == [
        ("cue", "1"), ("cue", "00:00:01,000 --> 00:00:03,500"), ("cue", "2")
    ]
    assert document.encoding_reason.endswith("subtitles, 3 cues")


def test_vtt() -> None:
    document = read(VTT, "a.vtt")
    assert [(block.language, block.text) for block in document.blocks] == [
        ("zh", "创新在加速。"), ("en", "Innovation <i>gathers</i> speed.")
    ]


def test_cues_without_blank_lines_between() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n一\n2\n00:00:03,000 --> 00:00:04,000\n二\n"
    assert [block.text for block in read(text, "a.srt").blocks] == ["一", "二"]


def test_a_file_without_times() -> None:
    with pytest.raises(InputError, match=r"a\.srt: has no times of subtitles .*rename"):
        read("刘华指出", "a.srt")


def test_the_look_of_a_whole_line_is_no_text() -> None:
    document = read(
        "1\n00:00:01,000 --> 00:00:03,500\n<b>创新在加速。</b>\n"
        "<i>Innovation gathers\nspeed, <b>now</b>.</i>\n\n"
        "2\n00:00:04,000 --> 00:00:05,000\n<font color=\"#fff\">好。</font>\n<i>He said:</i> fine.\n",
        "a.srt",
    )
    assert [block.text for block in document.blocks] == [
        "创新在加速。", "Innovation gathers\nspeed, <b>now</b>.", "好。",
        "<i>He said:</i> fine.",
    ]
    assert [noise.text for noise in document.noise if noise.kind == "markup"] == [
        "<b>", "</b>", "<i>", "</i>", '<font color="#fff">', "</font>"
    ]
