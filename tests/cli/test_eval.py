from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from cli.main import run

GOLD = "[0]:[0]\n[1, 2]:[1]\n[3]:[2, 3]\n[4]:[]\n[]:[4]\n[5]:[5]\n"
TEST = "[0]:[0]:.9\n[1]:[1]:.9\n[2]:[]:0\n[3]:[2, 3]:.9\n[4]:[4]:.9\n[5]:[5]:.9\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, out = tmp_path / "set" / "gold", tmp_path / "out"
    for folder in (gold, out):
        folder.mkdir(parents=True)
    (gold / "a.align").write_text(GOLD)
    (gold / "b.align").write_text("[0]:[0]\n")
    (out / "a.align").write_text(TEST)
    (out / "b.ladder").write_text("0\t0\t1\n1\t1\t0\n")
    return gold, out


def test_two_files_as_a_table(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    gold, out = folders
    assert run(["eval", str(gold / "a.align"), str(out / "a.align")]) == 0
    table, signature = capsys.readouterr().out.rstrip("\n").rsplit("\n", 1)
    assert table == """\
                                precision  recall      F1  right  found  gold
strict, every bead                 0.5000  0.5000  0.5000      3      6     6
lax, every bead                    0.6667  0.6667  0.6667      4      6     6
strict, unpaired left out          0.6000  0.7500  0.6667      3      5     4
strict, as vecalign's score.py     0.5000  0.7500  0.6000      3      6     4
lax, as vecalign's score.py        0.6667  1.0000  0.8000      4      6     4
unpaired sentences                 0.0000  0.0000  0.0000      0      1     2
                                precision  recall      F1  right  found  gold
0-1                                0.0000  0.0000  0.0000      0      0     1
1-0                                0.0000  0.0000  0.0000      0      1     1
1-1                                0.5000  1.0000  0.6667      2      4     2
1-2                                1.0000  1.0000  1.0000      1      1     1
2-1                                0.0000  0.0000  0.0000      0      0     1"""
    assert signature.startswith("duiyi ")


def test_one_of_the_two_may_be_standard_input(
    folders: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    gold = str(folders[0] / "a.align")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOLD.encode())))
    assert run(["eval", gold, "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["micro"]["strict"]["f1"] == 1
    assert run(["eval", "-", "-"]) == 2
    assert capsys.readouterr().err == (
        "duiyi: GOLD and OUT cannot both be standard input (name one of them)\n"
    )


def test_an_alignment_of_other_texts_is_named(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    gold, out = folders
    (out / "a.align").write_text(TEST + "[6]:[]:0\n")
    assert run(["eval", str(gold / "a.align"), str(out / "a.align")]) == 0
    assert capsys.readouterr().err == (
        f"duiyi: {out / 'a.align'}: counts 7 x 6 sentences, the gold file 6 x 6; are they of the"
        " same texts?\n"
    )
    # one that lists pairs only may end before the text does
    (out / "a.align").write_text("[0]:[0]\n[1]:[1]\n")
    assert run(["eval", str(gold / "a.align"), str(out / "a.align")]) == 0
    assert capsys.readouterr().err == ""


def test_folders_as_json(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    gold, out = folders
    assert run(["eval", str(gold.parent), str(out), "--format", "json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in result["documents"]] == ["a", "b"]
    assert result["micro"]["strict"] == {
        "precision": 0.571429,
        "recall": 0.571429,
        "f1": 0.571429,
        "right": 4,
        "found": 7,
        "gold": 7,
        "gold_right": 4,
    }
    assert result["macro"]["strict"]["f1"] == 0.75
    assert result["documents"][1]["types"]["1-1"]["f1"] == 1.0


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    gold, out = folders
    (out / "a.align").write_text("[0]:[0\n")
    assert run(["eval", str(gold), str(out)]) == 2
    said = capsys.readouterr()
    assert said.err == f"duiyi: {out / 'a.align'}:1:5: expected a list as [0, 1], found '[0'\n"
    assert "strict, every bead                 1.0000" in said.out


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (["missing.align", "out"], "missing.align: no such file (check the path)"),
        (["empty", "out"], "empty: no alignments in it (.align, .ladder, .xml)"),
        (["set", "out/a.align"], "out/a.align: one file for the 2 of set/gold (name a folder)"),
    ],
)
def test_wrong_inputs(
    wrong: list[str],
    message: str,
    folders: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    assert run(["eval", *wrong]) == 2
    said = capsys.readouterr()
    assert said.err == f"duiyi: {message}\n"
    assert said.out == ""
