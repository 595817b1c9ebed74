from __future__ import annotations

import json
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from cli import work
from cli.batch import Task
from cli.records import Records
from cli.work import Order, align_task, align_two, signature, write_ladder
from corpus.errors import InputError
from corpus.ladders import read_links
from qa.summary import DocumentSummary
from tests.cli.sample import ARTICLE, PAIRS


def done(task: Task, order: Order) -> DocumentSummary:
    return align_task(task, order, Records(order.output, "options"))


def test_a_document_of_standard_input_gives_three_files_and_a_record(tmp_path: Path) -> None:
    task = Task(Path("stdin"), "stdin", ARTICLE.encode("gb18030"), key="k")
    summary = done(task, Order(tmp_path))
    assert (summary.status, summary.pairs, summary.encoding) == ("done", 3, "gb18030")
    assert summary.files == ("stdin.tmx", "stdin.pairs.jsonl", "stdin.report.html")
    assert all((tmp_path / name).is_file() for name in summary.files)
    lines = (tmp_path / "stdin.pairs.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"] for line in lines] == [pair[0] for pair in PAIRS]
    assert [json.loads(line)["doc"] for line in lines] == ["stdin"] * 3
    record = json.loads((tmp_path / ".duiyi" / "stdin.json").read_text(encoding="utf-8"))
    assert (record["key"], record["summary"]["pairs"]) == ("k", 3)


def test_characters_that_are_lost_are_counted_and_wrapped_lines_are_not(tmp_path: Path) -> None:
    path, memory = tmp_path / "a.txt", tmp_path / "a.tmx"
    wrapped = "The weather was fine today and we\nwent to the park.\n"
    path.write_text(f"今天天气很好，我们去了公园。\n\n{wrapped}", encoding="utf-8")
    summary = done(Task(path, "a"), Order(tmp_path))
    assert "today and we went" in memory.read_text(encoding="utf-8")
    assert summary.changed == 0
    path.write_text(ARTICLE.replace("。", "\N{BACKSPACE}。", 1), encoding="utf-8")
    assert done(Task(path, "a"), Order(tmp_path)).changed == 1


def test_what_keeps_pairs_out_of_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE + "\n" + "\n\n".join(PAIRS[0]) + "\n", encoding="utf-8")
    memory = tmp_path / "a.tmx"
    done(Task(path, "a"), Order(tmp_path))
    assert memory.read_text(encoding="utf-8").count("<tu ") == 4
    # the second pair says 97.4 for 79.4, an error; the fourth is the first again
    done(Task(path, "a"), Order(tmp_path, skip_findings="error", dedupe=True))
    assert memory.read_text(encoding="utf-8").count("<tu ") == 2
    done(Task(path, "a"), Order(tmp_path, min_score=1.0, reverse=True, segtype="paragraph"))
    text = memory.read_text(encoding="utf-8")
    assert 'srclang="en-US"' in text and 'segtype="paragraph"' in text
    assert text.count("<tu ") == 0


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (InputError("the file is empty", where="a.txt"), "a.txt: the file is empty"),
        (MemoryError(), "a.txt: not enough memory for this document (split it into parts)"),
        (
            ZeroDivisionError("1\n/ 0"),
            "a.txt: a bug in duiyi: ZeroDivisionError: 1 / 0",
        ),
    ],
)
def test_what_is_wrong_with_a_document_is_in_its_summary(
    error: Exception, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(work, "read_document", broken)
    summary = done(Task(Path("a.txt"), "a"), Order(tmp_path))
    assert (summary.status, summary.reason) == ("failed", reason)
    assert [*tmp_path.iterdir()] == []  # no results, and no record: it is tried again


def test_one_language_has_no_findings(tmp_path: Path) -> None:
    path = tmp_path / "zh.txt"
    path.write_text("\n\n".join(pair[0] for pair in PAIRS), encoding="utf-8")
    summary = done(Task(path, "zh"), Order(tmp_path))
    assert summary.layout == "mono"
    assert set(summary.severities.values()) == {0}
    lines = (tmp_path / "zh.pairs.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["omission"] for line in lines] == [0.0] * 3


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    for place, name in enumerate(("zh.txt", "en.txt")):
        # the last line has no line feed, the second is empty on both sides
        first, *rest = (pair[place] for pair in PAIRS)
        (tmp_path / name).write_text("\n".join([first, "", *rest]), encoding="utf-8")
    return tmp_path / "zh.txt", tmp_path / "en.txt"


def test_two_files_are_named_after_the_source(sides: tuple[Path, Path], tmp_path: Path) -> None:
    summary = align_two(*sides, Order(tmp_path / "out"), segmented=False)
    assert (summary.name, summary.layout, summary.pairs) == ("zh", "two-files", 3)
    assert (tmp_path / "out" / "zh.tmx").is_file()


def test_a_ladder_counts_lines_and_covers_empty_ones(
    sides: tuple[Path, Path], tmp_path: Path
) -> None:
    lines = write_ladder(*sides, Order(tmp_path), segmented=True)
    assert lines[0].startswith("layout two-files")
    links = read_links(tmp_path / "zh.align")
    assert [number for link in links for number in link.source] == [0, 1, 2, 3]
    assert [number for link in links for number in link.target] == [0, 1, 2, 3]
    paired = [(link.source, link.target) for link in links if link.source and link.target]
    assert [pair for pair in paired if 1 not in pair[0]] == [
        ((0,), (0,)), ((2,), (2,)), ((3,), (3,)),
    ]


def test_results_say_what_made_them() -> None:
    order = Order(Path("out"))
    assert signature(order).startswith(f"duiyi {version('duiyi')}, encoder ")
    assert order.source == "zh"
    direction = replace(order.direction, source="en-US", target="zh-CN")
    assert replace(order, direction=direction).source == "en"
