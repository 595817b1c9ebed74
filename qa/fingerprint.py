"""Fingerprints of findings: the same finding in a later run has the same one."""

from __future__ import annotations

import hashlib
import unicodedata

from corpus.model import Finding, Pair, Segment, join
from qa.marks import whole

#: Hexadecimal digits kept: 2**80 values, no clash among a million findings in practice.
_DIGITS = 20


def fingerprint(pair: Pair, finding: Finding) -> str:
    """Of the rule, both texts of the pair and the marked words.

    Changes when either text changes, so a dismissed finding comes back with a new
    translation. Place in the document, score, severity and wording of the message
    don't count.
    """
    return digest(finding.rule, pair.source_text, pair.target_text, _marked(pair, finding))


def segment_fingerprint(pair: Pair, finding: Finding) -> str:
    """Of the rule, the marked words and the sentences they stand in; survives realignment.

    The other side doesn't count, because another alignment may give it another sentence.
    """
    segments = pair.source if finding.side == "source" else pair.target
    touched = join(_touched(segments, finding.span))
    return digest(finding.rule, finding.side, touched, _marked(pair, finding))


def normalised(text: str) -> str:
    """A text's key for comparison: compatibility forms and case folded, blanks made one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def digest(*parts: str) -> str:
    """The fingerprint of texts in their order, each normalised."""
    keys = "\0".join(normalised(part) for part in parts)
    return hashlib.sha256(keys.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGITS]


def _marked(pair: Pair, finding: Finding) -> str:
    text = pair.source_text if finding.side == "source" else pair.target_text
    start, end = finding.span
    return "" if whole(text, finding.span) else text[max(0, start) : end]


def _touched(segments: tuple[Segment, ...], span: tuple[int, int]) -> tuple[Segment, ...]:
    """The segments that a span of the joined text lies in; all, for the whole side."""
    if whole(join(segments), span):
        return segments
    kept: list[Segment] = []
    for index, segment in enumerate(segments):
        end = len(join(segments[: index + 1]))
        start = end - len(segment.text)
        if span[0] < end and (span[1] > start or span[0] == span[1] >= start):
            kept.append(segment)
    return tuple(kept) or segments
