from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from cli.vector_cache import CachedEncoder
from corpus.errors import OutputError


class Lengths:
    """Two numbers a text, and a count of the texts it was asked for."""

    name = "lengths/1 (a model)"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: list[str]) -> np.ndarray:  # type: ignore[type-arg]
        self.asked += texts
        return np.array([[len(text), 0.1] for text in texts], np.float32).reshape(len(texts), 2)


def cached(folder: Path, most: int = 1000) -> tuple[Lengths, CachedEncoder]:
    inner = Lengths()
    return inner, CachedEncoder(inner, folder, most)  # type: ignore[arg-type]


def test_a_second_run_asks_for_nothing_and_gets_equal_bytes(tmp_path: Path) -> None:
    texts = ["好", "好的", "好", "\ud800"]
    first, encoder = cached(tmp_path)
    rows = encoder.encode(texts)
    assert first.asked == ["好", "好的", "\ud800"]
    assert rows.tobytes() == Lengths().encode(texts).tobytes()
    second, encoder = cached(tmp_path)
    assert encoder.encode(texts).tobytes() == rows.tobytes()
    assert second.asked == []


def test_a_full_cache_loses_its_oldest(tmp_path: Path) -> None:
    _, encoder = cached(tmp_path, most=10)
    for number in range(30):
        encoder.encode(["x" * number])
    inner, encoder = cached(tmp_path, most=10)
    encoder.encode(["x" * 29])
    assert inner.asked == []
    encoder.encode([""])
    assert inner.asked == [""]


def test_several_may_write_at_once(tmp_path: Path) -> None:
    def work(number: int) -> list[float]:
        _, encoder = cached(tmp_path)
        rows = [encoder.encode(["x" * (number + step) for step in range(3)]) for _ in range(5)]
        return [float(row[0, 0]) for row in rows]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(8))) == [[float(number)] * 5 for number in range(8)]


def test_another_model_has_another_file(tmp_path: Path) -> None:
    class Other(Lengths):
        name = "other"

    _, encoder = cached(tmp_path)
    encoder.encode(["好"])
    other = Other()
    CachedEncoder(other, tmp_path).encode(["好"])  # type: ignore[arg-type]
    assert other.asked == ["好"]


def test_a_broken_file_is_told_in_one_line(tmp_path: Path) -> None:
    _, encoder = cached(tmp_path)
    encoder.encode(["好"])
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"this is no database, and long enough to be seen as none" * 20)
    with pytest.raises(OutputError, match="the cache cannot be used") as told:
        encoder.encode(["好"])
    assert "\n" not in str(told.value) and "--cache" in str(told.value)


def test_no_texts(tmp_path: Path) -> None:
    _, encoder = cached(tmp_path)
    assert encoder.encode([]).shape == (0, 2)


def test_an_error_of_the_model_is_not_blamed_on_the_cache(tmp_path: Path) -> None:
    class Broken(Lengths):
        def encode(self, texts: list[str]) -> np.ndarray:  # type: ignore[type-arg]
            raise OSError("a shard of the model is missing")

    encoder = CachedEncoder(Broken(), tmp_path)  # type: ignore[arg-type]
    with pytest.raises(OSError, match="^a shard of the model is missing$"):
        encoder.encode(["好"])
