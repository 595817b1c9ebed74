import json
from pathlib import Path

import pytest
from lxml import etree

from cli.main import run
from tests.cli.sample import ARTICLE, PAIRS


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "article.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_a_document_gives_a_memory_pairs_a_report_and_an_entry(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["align", str(article), "-o", str(out)]) == 0
    assert names(out) == [
        "article.pairs.jsonl",
        "article.report.html",
        "article.tmx",
        "index.html",
        "summary.json",
        "summary.xlsx",
    ]
    units = etree.parse(str(out / "article.tmx")).findall(".//tu")
    assert [[seg.text for seg in unit.iter("seg")] for unit in units] == [list(p) for p in PAIRS]
    told = (out / "article.pairs.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in told.splitlines()]
    assert [line["type"] for line in lines] == ["1-1", "1-1", "1-1"]
    assert [line["source_lines"] for line in lines] == [[1], [5], [9]]
    assert [line["target_lines"] for line in lines] == [[3], [7], [11]]
    (entry,) = json.loads((out / "summary.json").read_text())["documents"]
    assert (entry["layout"], entry["pairs"], entry["status"]) == ("interleaved", 3, "done")
    assert "number.changed" in entry["findings"]["rule"]
    shown = capsys.readouterr()
    assert "interleaved" in shown.out
    assert shown.err == ""


def test_findings_fail_the_run_only_if_asked_to(article: Path, tmp_path: Path) -> None:
    command = ["align", str(article), "-q", "-o"]
    assert run([*command, str(tmp_path / "a"), "--fail-on", "error"]) == 1
    assert run([*command, str(tmp_path / "b"), "--fail-on", "error", "--skip", "number.*"]) == 0


def test_a_second_run_does_only_what_changed(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = article.with_name("other.txt")
    other.write_text(ARTICLE, encoding="utf-8")
    command = ["align", str(article.parent), "-o", str(tmp_path / "out"), "-j", "1"]
    assert run(command) == 0
    first = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    (tmp_path / "out" / "users.txt").write_text("mine")
    capsys.readouterr()
    assert run(command) == 0
    assert capsys.readouterr().err == "duiyi: 2 of 2 documents unchanged\n"
    assert {path: path.read_bytes() for path in first} == first

    other.write_text(ARTICLE.replace("79.4", "97.4"), encoding="utf-8")
    (tmp_path / "out" / "article.tmx").unlink()
    assert run(command) == 0
    assert capsys.readouterr().err == ""
    assert (tmp_path / "out" / "article.tmx").exists()
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    rules = {one["name"]: one["findings"]["rule"] for one in summary["documents"]}
    assert "number.changed" in rules["article"]
    assert "number.changed" not in rules["other"]
    assert (tmp_path / "out" / "users.txt").read_text() == "mine"


def test_bad_files_stop_nothing_and_are_named(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = article.parent, tmp_path / "out"
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(b"PK\x00\x01\x02" * 40)
    (tmp_path / "nothing").mkdir()
    missing = tmp_path / "missing.txt"
    assert run(["align", str(folder), str(missing), str(tmp_path / "nothing"), "-o", str(out)]) == 2
    told = capsys.readouterr()
    assert sorted(told.err.splitlines()) == sorted(
        [
            f"duiyi: {folder}/binary.txt: binary, not text: a NUL byte at offset 2"
            " (give a text or Word document)",
            f"duiyi: {folder}/empty.txt: the file is empty",
            f"duiyi: {missing}: no such file (check the path)",
            *[line for line in told.err.splitlines() if "no documents in this folder" in line],
        ]
    )
    assert len(told.err.splitlines()) == 4
    documents = json.loads((out / "summary.json").read_text())["documents"]
    assert sorted((one["name"], one["status"]) for one in documents) == [
        ("article", "done"),
        ("binary", "failed"),
        ("empty", "failed"),
        ("missing", "failed"),
        ("nothing", "failed"),
    ]
    assert names(out) == [
        "article.pairs.jsonl",
        "article.report.html",
        "article.tmx",
        "index.html",
        "summary.json",
        "summary.xlsx",
    ]


def test_two_segmented_files_give_line_numbers(tmp_path: Path) -> None:
    source, target = tmp_path / "zh.txt", tmp_path / "en.txt"
    source.write_text("\n".join(zh for zh, _ in PAIRS) + "\n", encoding="utf-8")
    target.write_text("\n".join(["", *(en for _, en in PAIRS)]), encoding="utf-8")
    command = ["align", "--source", str(source), "--target", str(target), "-o", str(tmp_path)]
    assert run([*command, "--segmented", "--format", "align"]) == 0
    beads = [line.rsplit(":", 1) for line in (tmp_path / "zh.align").read_text().splitlines()]
    assert [bead for bead, _ in beads] == ["[]:[0]", "[0]:[1]", "[1]:[2]", "[2]:[3]"]
    assert [float(score) > 0.5 for _, score in beads] == [False, True, True, True]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "nothing to align (name a file or folder, or --source and --target)"),
        (["--source", "a"], "--source and --target belong together, without a PATH"),
        (["a", "--source", "a", "--target", "b"], "--source and --target belong together"),
        (["a", "--segmented"], "--segmented and --format align are for two files"),
        (["a", "--target-lang", "fr"], "cannot work on zh-CN to fr"),
        (["a", "--only", "omision.*"], "no rule is called 'omision.*'"),
    ],
)
def test_contradictions_are_usage_and_write_nothing(
    arguments: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["align", *arguments, "-o", str(tmp_path / "out")]) == 2
    assert line in capsys.readouterr().err
    assert not (tmp_path / "out" / "summary.json").exists()
