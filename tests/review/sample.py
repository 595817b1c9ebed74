"""A folder as ``duiyi align`` leaves it, and the short document that the tests review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.files import replacing, write_text
from corpus.model import Alignment, Finding, Judgement, Layout
from corpus.pairs_lines import write_pair_lines
from qa.summary import summarise, summary_json
from tests.qa.sample import Builder, finding

#: Chinese and English of five pairs; sentences of one side parted by " / ".
WALK = [
    ("雨停了。 / 我们出门。", "The rain stopped. / We went out."),
    ("路很滑。", "The road was slippery."),
    ("他没有带伞。", ""),
    ("路很滑。", "The road was slippery."),
    ("三点钟我们到了河边，水很高。", "At three we came to the river, and the water was high."),
]


def walk() -> tuple[Alignment, list[Judgement]]:
    """Five pairs: the first of two sentences, two equal ones, one unpaired, one with findings."""
    text = "\n".join(part for pair in WALK for side in pair for part in side.split(" / "))
    made = Builder(text, "walk")
    for source, target in WALK:
        made.add(source, target, findings=_findings(source, target))
    layout = Layout("interleaved", "sentence by sentence")
    return made.alignment(layout, (), "valid UTF-8"), made.judgements


def write_folder(
    folder: Path, samples: Iterable[tuple[Alignment, Sequence[Judgement]]]
) -> Path:
    """The files of a run."""
    told = []
    for alignment, judgements in samples:
        with replacing(folder / f"{alignment.name}.pairs.jsonl") as stream:
            write_pair_lines(stream, judgements)
        told.append(summarise(alignment, judgements))
    write_text(folder / "summary.json", summary_json(told))
    return folder


def _findings(source: str, target: str) -> tuple[Finding, ...]:
    if "三点" not in source:
        return ()
    return (
        finding("number.missing", "warning", "3 is not in the English", source, "三点钟"),
        finding("omission.content", "note", "“水很高” is not in the English", source, "水很高"),
    )
