from __future__ import annotations

from pathlib import Path

import pytest

from corpus.aligned_texts import read_aligned, write_aligned
from corpus.errors import InputError, UsageError
from corpus.model import Pair, Segment

ZH = ("天亮了。", "他走了。", "雨停了。")
EN = ("At dawn he left.", "The rain stopped.")


def segment(text: str) -> Segment:
    return Segment(text, "zh" if text in ZH else "en", 7, 0, len(text), 9)


PAIRS = [
    Pair(0, (segment(ZH[0]), segment(ZH[1])), (segment(EN[0]),), 0.8),
    Pair(1, (segment(ZH[2]),), (), 0.0),
    Pair(2, (), (segment(EN[1]),), 0.0),
]


def texts(path: Path, named: tuple[Path, Path] | None = None) -> list[tuple[str, str, str]]:
    pairs = read_aligned(path, named, "zh-CN", "en-US")
    return [(pair.type, pair.source_text, pair.target_text) for pair in pairs]


def test_beads_with_their_texts_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "talk.align"
    assert write_aligned(path, PAIRS, "zh-CN", "en-US").units == 3
    assert path.read_text() == "[0, 1]:[0]:0.8000\n[2]:[]:0.0000\n[]:[1]:0.0000\n"
    assert (tmp_path / "talk.zh.txt").read_text(encoding="utf-8") == "天亮了。\n他走了。\n雨停了。\n"
    assert (tmp_path / "talk.en.txt").read_text() == "At dawn he left.\nThe rain stopped.\n"
    assert texts(path) == [("2-1", "天亮了。他走了。", EN[0]), ("1-0", ZH[2], ""), ("0-1", "", EN[1])]


def test_a_ladder_of_hunalign_with_named_texts(tmp_path: Path) -> None:
    path = tmp_path / "talk.ladder"
    path.write_text("0\t0\t1.5\n2\t1\t0.3\n3\t2\t0\n")
    named = tmp_path / "1.txt", tmp_path / "2.txt"
    named[0].write_text("\n".join(ZH), encoding="gb18030")
    named[1].write_text("\n".join(EN))
    assert texts(path, named) == [("2-1", "天亮了。他走了。", EN[0]), ("1-1", ZH[2], EN[1])]
    first, second = read_aligned(path, named, "zh-CN", "en-US")
    assert "duiyi-scored" in first.properties and "duiyi-scored" in second.properties


def test_a_line_break_inside_a_sentence_is_told(tmp_path: Path) -> None:
    pair = Pair(0, (segment("天亮\n了。"),), (segment(EN[0]),), 0.8)
    done = write_aligned(tmp_path / "a.align", [pair], "zh-CN", "en-US")
    assert [str(change) for change in done.changes] == [
        "unit 1: source: white space at the ends or line breaks changed"
    ]
    assert texts(tmp_path / "a.align") == [("1-1", "天亮了。", EN[0])]


def test_without_its_texts_it_says_how_to_name_them(tmp_path: Path) -> None:
    path = tmp_path / "a.align"
    path.write_text("[0]:[0]\n")
    with pytest.raises(InputError) as raised:
        texts(path)
    assert str(raised.value) == (
        f"{path}: it holds no text, and a.zh.txt does not lie beside it"
        " (name the two texts with --source and --target)"
    )
    with pytest.raises(InputError, match="none.txt: no such file"):
        texts(path, (tmp_path / "none.txt", tmp_path / "none.txt"))


def test_a_ladder_is_only_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ladders are only read .name it .align"):
        write_aligned(tmp_path / "a.ladder", PAIRS, "zh-CN", "en-US")
    assert list(tmp_path.iterdir()) == []
