"""``duiyi align`` with --dedupe, --reverse and --merge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import opencc
import pytest
from lxml import etree

from cli.main import run
from tests.cli.sample import ARTICLE, PAIRS

#: The same article but for one paragraph of its own.
OTHER = ARTICLE.replace("79.4", "97.4")


@pytest.fixture
def align(tmp_path: Path) -> Callable[..., int]:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "first.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "second.txt").write_text(OTHER, encoding="utf-8")
    return lambda *options: run(
        ["align", str(folder), "-o", str(tmp_path / "out"), "-q", "-j", "1", *options]
    )


def units(path: Path) -> list[tuple[str | None, ...]]:
    """Source, target and document of each unit."""
    return [
        (
            *(seg.text for seg in unit.iter("seg")),
            *(prop.text for prop in unit.iter("prop") if prop.get("type") == "x-doc"),
        )
        for unit in etree.parse(str(path)).iter("tu")
    ]


def languages(path: Path) -> list[str | None]:
    tree = etree.parse(str(path))
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    first = next(tree.iter("tu"))
    header = tree.find("header")
    assert header is not None
    return [header.get("srclang"), *(variant.get(name) for variant in first.iter("tuv"))]


def test_one_memory_of_all_documents(align: Callable[..., int], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert align("--merge") == 0
    found = units(out / "merged.tmx")
    assert found == [*((*pair, "first") for pair in PAIRS), *units(out / "second.tmx")]
    numbers = [unit.get("tuid") for unit in etree.parse(str(out / "merged.tmx")).iter("tu")]
    assert numbers == ["1", "2", "3", "4", "5", "6"]


def test_documents_that_are_unchanged_are_in_it(align: Callable[..., int], tmp_path: Path) -> None:
    merged = tmp_path / "out/merged.tmx"
    assert align("--merge") == 0
    whole = merged.read_bytes()
    (tmp_path / "in/second.txt").write_text(ARTICLE, encoding="utf-8")
    assert align("--merge") == 0
    assert [doc for _, _, doc in units(merged)] == ["first"] * 3 + ["second"] * 3
    (tmp_path / "in/second.txt").write_text(OTHER, encoding="utf-8")
    assert align("--merge", "--jobs", "2") == 0
    assert merged.read_bytes() == whole


def test_repeated_units_as_convert_leaves_them_out(
    align: Callable[..., int], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert align("--merge", "--dedupe") == 0
    found = units(out / "merged.tmx")
    assert [doc for _, _, doc in found] == ["first", "first", "first", "second"]
    assert "97.4" in str(found[3][0])
    memories = [str(out / "first.tmx"), str(out / "second.tmx")]
    assert run(["convert", *memories, str(tmp_path / "all.tmx"), "--dedupe"]) == 0
    assert (tmp_path / "all.tmx").read_bytes() == (out / "merged.tmx").read_bytes()


def test_a_memory_the_other_way_round(align: Callable[..., int], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert align("--merge", "--reverse", "--segtype", "paragraph") == 0
    for name in ("first.tmx", "merged.tmx"):
        assert languages(out / name) == ["en-US", "en-US", "zh-CN"]
        assert units(out / name)[0][:2] == PAIRS[0][::-1]
    assert '"source": "' + PAIRS[0][0] in (out / "first.pairs.jsonl").read_text(encoding="utf-8")


def test_a_document_of_that_name_is_not_written_over(
    align: Callable[..., int], tmp_path: Path
) -> None:
    (tmp_path / "in/first.txt").rename(tmp_path / "in/merged.txt")
    assert align("--merge") == 0
    assert len(units(tmp_path / "out/merged.tmx")) == 6
    assert len(units(tmp_path / "out/merged-2.tmx")) == 3


def test_two_files_are_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["align", "--source", "a", "--target", "b", "-o", "out", "--merge"]) == 2
    assert "--merge is for several documents" in capsys.readouterr().err


def test_a_memory_for_each_pair_of_languages(align: Callable[..., int], tmp_path: Path) -> None:
    out = tmp_path / "out"
    traditional = str(opencc.OpenCC("s2t").convert(ARTICLE))
    (tmp_path / "in/second.txt").write_text(traditional, encoding="utf-8")
    assert align("--merge") == 0
    names = ["merged.zh-CN.en-US.tmx", "merged.zh-TW.en-US.tmx"]
    assert sorted(path.name for path in out.glob("merged*")) == names
    assert [languages(out / name)[0] for name in names] == ["zh-CN", "zh-TW"]
    (out / "merged.notes.tmx").write_text("mine")
    assert align("--merge", "--source-lang", "zh-CN") == 0
    assert sorted(path.name for path in out.glob("merged*")) == ["merged.notes.tmx", "merged.tmx"]
    assert len(units(out / "merged.tmx")) == 6
