"""``duiyi align --source --target`` where the files are not in the languages one would think."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.main import run
from tests.cli.sample import PAIRS


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    for place, name in enumerate(("zh.txt", "en.txt")):
        text = "".join(f"{pair[place]}\n" for pair in PAIRS)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "zh.txt"), str(tmp_path / "en.txt")


@pytest.mark.parametrize("segmented", [[], ["--segmented"]])
def test_english_first_is_aligned_from_english(
    segmented: list[str], texts: tuple[str, str], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    zh, en = texts
    command = ["align", "--source", en, "--target", zh, "-o", str(tmp_path), *segmented, "-q"]
    assert run(command) == 0
    assert capsys.readouterr().err == (
        f"duiyi: {en} is English and {zh} Chinese: aligned from en-US to zh-CN"
        " (--source-lang, --target-lang)\n"
    )
    memory = (tmp_path / "en.tmx").read_text(encoding="utf-8")
    assert 'srclang="en-US"' in memory
    assert memory.count("<tu ") == len(PAIRS)


def test_against_what_was_said(
    texts: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zh, en = texts
    command = ["align", "--source", en, "--target", zh, "-o", str(tmp_path / "out")]
    assert run([*command, "--source-lang", "zh-TW"]) == 2
    assert capsys.readouterr().err == (
        f"duiyi: {en}: is English, not Chinese (zh-TW) (exchange --source and --target, or"
        " --source-lang and --target-lang)\n"
    )


def test_one_language_twice(
    texts: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zh, _ = texts
    assert run(["align", "--source", zh, "--target", zh, "-o", str(tmp_path / "out")]) == 2
    assert f"{zh}: is Chinese, as is {zh} (one of --source" in capsys.readouterr().err


def test_one_language_said_alone(texts: tuple[str, str], tmp_path: Path) -> None:
    zh, en = texts
    command = ["align", "--source", en, "--target", zh, "-o", str(tmp_path), "-q"]
    assert run([*command, "--source-lang", "en-GB"]) == 0
    assert 'srclang="en-GB"' in (tmp_path / "en.tmx").read_text(encoding="utf-8")
