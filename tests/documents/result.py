"""What comes out of a document, as lines that a linguist can read and correct.

    python -m tests.documents.result NAME...     writes NAME.beads as the program has it now

Read what is written, and correct it by hand where a person would pair otherwise; a line
"known failure: why" at the top then says that the program does not get there yet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from align.documents import align_document
from align.encoder import default_encoder
from corpus.model import Alignment
from corpus.reading import read_document

HERE = Path(__file__).parent
#: Noise that a format makes by the dozen.
_SILENT = ("markup", "cue")


def result(path: Path) -> str:
    """Layout, noise and beads: ``<`` before a source segment, ``>`` before a target one."""
    return "\n".join(_lines(align_document(read_document(path), encoder=default_encoder()))) + "\n"


def _lines(alignment: Alignment) -> Iterator[str]:
    yield f"layout: {alignment.layout.kind}"
    for noise in alignment.noise:
        if noise.kind not in _SILENT:
            yield f"noise: {noise.kind}: {_shown(noise.text)}"
    for pair in alignment.pairs:
        yield ""
        for mark, side in (("<", pair.source), (">", pair.target)):
            for segment in side:
                yield f"{mark} {_shown(segment.text)}" + f" [{segment.repair}]" * bool(
                    segment.repair
                )


def _shown(text: str) -> str:
    return text.replace("\n", "⏎")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        document = HERE / name
        document.with_suffix(".beads").write_text(result(document), encoding="utf-8")
