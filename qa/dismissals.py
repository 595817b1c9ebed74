"""What a reviewer has dismissed, and what an earlier run already told: findings left out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.errors import InputError, unreadable
from corpus.model import Finding, Judgement, Pair
from qa.fingerprint import fingerprint, segment_fingerprint

#: The ignore file that is used without being named: beside the input, or where one stands.
IGNORE_FILE = "duiyi-ignore.tsv"

#: Columns of an ignore file. Only the first is needed; the others are for people.
COLUMNS = ("fingerprint", "rule", "text", "reason")

_FINGERPRINT = re.compile("[0-9a-f]{20}")


@dataclass(frozen=True, slots=True, repr=False)
class Dismissals:
    """Fingerprints of findings that are not to be shown again."""

    #: fingerprint to the reviewer's reason
    reasons: Mapping[str, str] = field(default_factory=dict)
    #: fingerprints of an earlier run
    known: frozenset[str] = frozenset()

    def hides(self, *fingerprints: str) -> bool:
        """Whether one of a finding's fingerprints was dismissed or is known."""
        return any(one in self.reasons or one in self.known for one in fingerprints)

    def heard(self, judgements: Iterable[Judgement]) -> Iterator[Judgement]:
        """The judgements without the findings that were dismissed or are known."""
        for judgement in judgements:
            kept = tuple(
                finding
                for finding in judgement.findings
                if not self.hides(*fingerprints(judgement.pair, finding))
            )
            yield judgement if kept == judgement.findings else replace(judgement, findings=kept)

    def __bool__(self) -> bool:
        return bool(self.reasons or self.known)

    def __repr__(self) -> str:
        # in the same order in every process: batches compare it to see what has changed
        return f"Dismissals({sorted(self.reasons.items())}, {sorted(self.known)})"


def fingerprints(pair: Pair, finding: Finding) -> tuple[str, str]:
    """Both names of a finding: of the whole pair, and of its sentence, which outlives
    another alignment."""
    return fingerprint(pair, finding), segment_fingerprint(pair, finding)


def load(ignore: Path | None, baseline: Path | None) -> Dismissals:
    """What an ignore file and an earlier run's JSON lines dismiss; either may be None."""
    return Dismissals(
        read_ignore(ignore) if ignore else {},
        frozenset(read_baseline(baseline)) if baseline else frozenset(),
    )


def find_ignore(inputs: Sequence[Path]) -> Path | None:
    """The ignore file beside an input, else the one in the current folder.

    ``duiyi align`` names its output folder as the last input: ``duiyi review`` writes one there.
    """
    folders = [path if path.is_dir() else path.parent for path in inputs]
    for folder in (*folders, Path()):
        path = folder / IGNORE_FILE
        if path.is_file():
            return path
    return None


def read_ignore(path: Path) -> dict[str, str]:
    """Fingerprints with their reasons: tab-separated, the fingerprint first, the reason last.

    Lines that begin with "#", blank lines and a header are passed over.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = next(csv.reader(io.StringIO(line), delimiter="\t"), [])
        first = cells[0].strip().lower() if cells else ""
        if first == COLUMNS[0]:
            continue
        if not _FINGERPRINT.fullmatch(first):
            raise InputError(
                f"no fingerprint: {first[:30]!r}",
                where=f"{path}:{number}",
                hint="the first column is the 20 digits that a report gives for a finding",
            )
        found[first] = cells[-1].strip() if len(cells) > 1 else ""
    return found


def ignore_line(fingerprint: str, rule: str, text: str, reason: str) -> str:
    """A line of an ignore file, without the line feed."""
    stream = io.StringIO()
    cells = (fingerprint, rule, text, reason)
    csv.writer(stream, delimiter="\t", lineterminator="").writerow(map(_one_line, cells))
    return stream.getvalue()


def without(text: str, fingerprint: str) -> str:
    """The content of an ignore file without the lines of one fingerprint."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.lower().startswith(fingerprint))


def read_baseline(path: Path) -> Iterator[str]:
    """The fingerprints of all findings in an earlier consistency.jsonl or pairs.jsonl."""
    from corpus.formats import read_items

    with_fingerprints = False
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"not JSON: {error.msg}", where=f"{path}:{number}") from error
        if not isinstance(record, dict):
            raise InputError("no findings of duiyi", where=f"{path}:{number}")
        if "kind" not in record:
            break  # pairs, whose findings are named by their texts
        with_fingerprints = True
        if isinstance(record.get("fingerprint"), str):
            yield record["fingerprint"]
    if with_fingerprints:
        return
    for item in read_items(path, format="jsonl"):
        if isinstance(item, Judgement):
            for finding in item.findings:
                yield from fingerprints(item.pair, finding)


def _one_line(cell: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(error, path) from error
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", where=str(path), hint="save it as UTF-8") from error
