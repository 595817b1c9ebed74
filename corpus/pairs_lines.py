"""pairs.jsonl: one JSON object a line, one line a pair."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Any

from corpus.errors import InputError
from corpus.judged import NOT_TEXT, SCORED, TYPE, Item, Written, pair_of, score_of, type_of
from corpus.languages import language
from corpus.model import SEVERITIES, Finding, Judgement, Pair, Segment, join
from corpus.problem import Report
from corpus.rows import row_pair
from corpus.tables import find_columns
from corpus.text_stream import text_stream

#: JSON may hold these as they are, but UTF-8 cannot hold lone surrogates, and a reader that
#: splits lines as Unicode does would cut at the others.
_ESCAPED = re.compile("[\\ud800-\\udfff\\x85\\u2028\\u2029]")

#: Keys that say again what the pair holds, so a reader need not keep them.
_DERIVED = frozenset(
    "index source target omission addition findings source_segments target_segments "
    "source_lengths target_lengths source_lines target_lines".split()
)

_REPAIRS = "repairs"

#: Properties that are said by other keys, or only how another one is to be said.
_OURS = frozenset({SCORED, TYPE, NOT_TEXT})


def pair_line(item: Item) -> str:
    """The JSON of one pair, without the line feed.

    A pair that was judged has the keys of ``duiyi check --format jsonl``; any pair has
    its document, type, segment numbers (from 0), lengths (in code points) and source lines
    (from 1), the repairs of segments if there are any, and after them what an exchange file
    said of it.
    """
    pair = pair_of(item)
    record: dict[str, Any]
    if isinstance(item, Judgement):
        record = item.as_json()
    else:
        record = {"index": pair.index, "source": pair.source_text, "target": pair.target_text}
        score = score_of(item)
        if score is not None:
            record["score"] = round(score, 4)
    record["doc"] = pair.doc
    record["type"] = type_of(item)
    record["source_segments"] = [segment.number for segment in pair.source]
    record["target_segments"] = [segment.number for segment in pair.target]
    record["source_lengths"] = [len(segment.text) for segment in pair.source]
    record["target_lengths"] = [len(segment.text) for segment in pair.target]
    record["source_lines"] = [segment.line for segment in pair.source]
    record["target_lines"] = [segment.line for segment in pair.target]
    repairs = _repairs(pair)
    if repairs:
        record[_REPAIRS] = repairs
    no_texts = pair.properties.get(NOT_TEXT, "").split("\n")
    for key, value in pair.properties.items():
        if key not in _OURS:
            record.setdefault(key, _as_it_was(value) if key in no_texts else value)
    return json_line(record)


def _as_it_was(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:  # a file of another format has a property of that name
        return value


def _repairs(pair: Pair) -> list[dict[str, Any]]:
    """The segments whose boundary the aligner mended, and how."""
    return [
        {"side": side, "segment": segment.number, "repair": segment.repair}
        for side, segments in (("source", pair.source), ("target", pair.target))
        for segment in segments
        if segment.repair
    ]


def json_line(record: dict[str, Any]) -> str:
    """One line of JSON that is valid UTF-8 whatever the text, Chinese kept readable."""
    text = json.dumps(record, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def write_pair_lines(stream: IO[bytes], items: Iterable[Item]) -> Written:
    """Write one line a pair, unpaired ones too, in the order given."""
    units = 0
    for item in items:
        stream.write(pair_line(item).encode("utf-8") + b"\n")
        units += 1
    return Written(units)


def read_pair_lines(
    stream: IO[bytes],
    name: str = "JSON lines",
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Item]:
    """Yield a pair a line; a line with findings comes back as it was judged.

    Objects need "source" and "target", or the two languages ("zh", "en"); other keys are
    kept. A line that is no such object raises InputError with its number; blank lines are
    no lines.
    """
    index = 0
    for number, line in enumerate(text_stream(stream, name, newline="\n"), start=1):
        if not line.strip():
            continue
        yield _item(line, index, number, f"{name}:{number}", (source_lang, target_lang))
        index += 1


def _item(
    line: str, index: int, number: int, where: str, languages: tuple[str, str]
) -> Item:
    try:
        record = json.loads(line.strip())
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", where=f"{where}:{error.colno}") from error
    except RecursionError as error:
        raise InputError("not a pair: brackets nested without end", where=where) from error
    if not isinstance(record, dict):
        raise InputError("not a pair: a JSON object with source and target is needed", where=where)
    keys = _keys(record, languages, where)
    texts = [_text(record, key, where) for key in keys]
    others = {
        str(key): value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for key, value in record.items()
        if key not in _DERIVED and key not in keys and value is not None
    }
    pair = row_pair(texts[0], texts[1], others, index=index, line=number, languages=languages)
    pair = replace(
        pair,
        source=_segments(record, "source", languages[0]) or pair.source,
        target=_segments(record, "target", languages[1]) or pair.target,
    )
    pair = _with_kinds(_mended(pair, record.get(_REPAIRS)), record)
    if "findings" not in record:
        return pair
    return Judgement(
        pair,
        pair.score,
        _grade(record.get("omission")),
        _grade(record.get("addition")),
        tuple(_findings(record["findings"], where)),
    )


def _segments(record: dict[str, Any], side: str, code: str) -> tuple[Segment, ...]:
    """The sentences that one side was joined from; none unless they give its text again."""
    text = record.get(side)
    columns = [record.get(f"{side}_{kind}") for kind in ("segments", "lengths", "lines")]
    if not isinstance(text, str) or not all(isinstance(column, list) for column in columns):
        return ()
    found: list[Segment] = []
    start = 0
    for number, length, line in zip(*columns):
        if not all(type(one) is int for one in (number, length, line)) or length < 1:
            return ()
        start += text[start : start + 1] == " " if found else 0
        end = start + length
        if end > len(text):
            return ()
        found.append(Segment(text[start:end], language(code), number, start, end, line))
        start = end
    return tuple(found) if join(tuple(found)) == text else ()


def _with_kinds(pair: Pair, record: dict[str, Any]) -> Pair:
    """The pair with the names of its properties that were no strings in the file."""
    no_texts = [key for key in pair.properties if not isinstance(record.get(key, ""), str)]
    if not no_texts:
        return pair
    return replace(pair, properties={**pair.properties, NOT_TEXT: "\n".join(no_texts)})


def _mended(pair: Pair, repairs: Any) -> Pair:
    """The pair with its segments' repairs; what does not fit them stays a property.

    A foreign file may have a key of that name, and a text that somebody edited has other
    segments.
    """
    try:
        by_segment = {(one["side"], one["segment"]): str(one["repair"]) for one in repairs or ()}
    except (KeyError, TypeError):
        return pair
    source, target = (
        tuple(replace(one, repair=by_segment.get((side, one.number), "")) for one in segments)
        for side, segments in (("source", pair.source), ("target", pair.target))
    )
    mended = replace(pair, source=source, target=target)
    if not repairs or _repairs(mended) != repairs:
        return pair
    others = {key: value for key, value in pair.properties.items() if key != _REPAIRS}
    return replace(mended, properties=others)


def _keys(record: dict[str, Any], languages: tuple[str, str], where: str) -> tuple[str, str]:
    """The keys of the two texts: source and target, or what a table's header may say."""
    if "source" in record or "target" in record:
        return "source", "target"
    places = find_columns(list(record), languages, where)
    if places is None:
        return "source", "target"
    keys = list(record)
    return keys[places[0]], keys[places[1]]


def _text(record: dict[str, Any], key: str, where: str) -> str:
    """A text of the record; a target that is not there is empty, as null is."""
    value = record.get(key, "" if key == "target" and "source" in record else None)
    if value is None and key in record:
        return ""
    if not isinstance(value, str):
        raise InputError(f'not a pair: "{key}" is no text', where=where)
    return value


def _grade(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _findings(records: Any, where: str) -> Iterator[Finding]:
    if not isinstance(records, list):
        raise InputError('"findings" is no list', where=where)
    for record in records:
        try:
            severity, side = record["severity"], record["side"]
            start, end = record["span"]
            if severity not in SEVERITIES or side not in ("source", "target"):
                raise ValueError
            yield Finding(
                str(record["rule"]), severity, str(record["message"]), side,
                (int(start), int(end)), str(record["evidence"]), str(record["mqm"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InputError("a finding that duiyi did not write", where=where) from error
