"""Reading XLIFF 1.2 and 2.x: units, or the segments that they are cut into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

from corpus.errors import InputError
from corpus.languages import fit, tidy
from corpus.model import Pair
from corpus.problem import Problem, Report, refusing
from corpus.rows import row_pair
from corpus.xml_text import decodable, elements, local_name, text_without_codes

#: Inline elements of both versions whose content is code of the original format. The content
#: of g, pc, mrk and of 2.0's ph (always empty) is text or nothing.
_CODES = frozenset({"bpt", "ept", "ph", "it", "x", "bx", "ex", "sc", "ec", "sm", "em"})


def read_xliff(
    stream: IO[bytes],
    name: str = "XLIFF",
    *,
    source_lang: str = "zh-CN",
    target_lang: str = "en-US",
    report: Report | None = None,
) -> Iterator[Pair]:
    """Yield a pair a segment of an XLIFF 1.2 or 2.x file, untranslated ones too.

    If the file's languages are those asked for the other way round, the sides are
    exchanged. Notes and the score of a match are kept; inline codes are counted.
    """
    languages = (source_lang, target_lang)
    turned, doc, index = False, "", 0
    tags = ("file", "trans-unit", "unit")
    with decodable(name):
        for event, element in elements(stream, name, tags, root="xliff", report=report):
            kind = local_name(element)
            if kind == "file":
                if event == "start":
                    turned = _turned(element, languages)
                    doc = element.get("original") or ""
                    # our writer's name for pairs without a document
                    doc = "" if doc == "duiyi" else doc
                continue
            if event != "end":
                continue
            try:
                segments = list(_segments(element, kind))
            except UnicodeDecodeError:
                # the parser stepped over a reference like &#xD800;, and lxml cannot give it out
                what = "a reference to a character that does not exist"
                (report or refusing(name))(Problem("xml.malformed", what, index + 1))
                continue
            for source, target, others in segments:
                if turned:
                    source, target = target, source
                codes = {"source": source[1], "target": target[1]}
                others |= {f"x-inline-codes-{side}": str(n) for side, n in codes.items() if n}
                line = element.sourceline or 0
                yield row_pair(
                    source[0], target[0], others | {"doc": doc},
                    index=index, line=line, languages=languages,
                )
                index += 1


def xliff_codes(stream: IO[bytes], name: str = "XLIFF") -> tuple[str, ...]:
    """The codes of the first file's source and target, tidied; none if there is no file."""
    with suppress(InputError, UnicodeDecodeError):  # as reading the units will tell
        for _, file in elements(stream, name, ("file",), root="xliff", report=lambda bad: None):
            return tuple(tidy(code) for code in _codes(file) if code)
    return ()


def _codes(file: Any) -> tuple[str, str]:
    root = file.getroottree().getroot()
    source = file.get("source-language") or root.get("srcLang") or ""
    target = file.get("target-language") or root.get("trgLang") or ""
    return source, target


def _turned(file: Any, languages: tuple[str, str]) -> bool:
    """Whether the file runs from the target language asked for to the source language."""
    source, target = _codes(file)
    straight = fit(source, languages[0]) + fit(target, languages[1])
    return fit(source, languages[1]) + fit(target, languages[0]) > straight


_Side = tuple[str, int]


def _segments(unit: Any, kind: str) -> Iterator[tuple[_Side, _Side, dict[str, str]]]:
    others = _about(unit, kind)
    if kind == "unit":
        parts = list(unit.iterchildren("{*}segment"))
        for place, segment in enumerate(parts):
            own = dict(others)
            if segment.get("state"):
                own["state"] = segment.get("state")
            if len(parts) > 1:
                own["id"] = f"{own.get('id', '')}/{segment.get('id') or place + 1}"
            yield _side(segment.find("{*}source")), _side(segment.find("{*}target")), own
        return
    source, target = unit.find("{*}seg-source"), unit.find("{*}target")
    marks = _marks(source)
    if not marks:
        yield _side(unit.find("{*}source")), _side(target), others
        return
    facing = _marks(target)
    if not facing and target is not None and len(marks) > 1:
        # a translation that was never cut faces the whole unit
        yield _side(unit.find("{*}source")), _side(target), others
        return
    for mid, mark in marks.items():
        own = others | {"id": f"{others.get('id', '')}/{mid}"}
        yield _side(mark), _side(facing.get(mid, None if len(marks) > 1 else target)), own


def _marks(element: Any) -> dict[str, Any]:
    """The segments inside a seg-source or target by their ``mid``."""
    if element is None:
        return {}
    found: dict[str, Any] = {}
    for mark in element.iter("{*}mrk"):
        if mark.get("mtype") == "seg":
            found[mark.get("mid") or str(len(found) + 1)] = mark
    return found


def _side(element: Any) -> _Side:
    if element is None:
        return "", 0
    return text_without_codes(element, _CODES)


def _about(unit: Any, kind: str) -> dict[str, str]:
    about = {key: unit.get(key) for key in ("id", "resname", "approved") if unit.get(key)}
    target = unit.find("{*}target")
    if kind == "trans-unit" and target is not None and target.get("state"):
        about["state"] = target.get("state")
    holder = unit if kind == "trans-unit" else unit.find("{*}notes")
    if holder is not None:
        notes = ["".join(note.itertext()).strip() for note in holder.iterchildren("{*}note")]
        about["note"] = "\n".join(note for note in notes if note)
    match = unit.find("{*}alt-trans") if kind == "trans-unit" else unit.find("{*}matches/{*}match")
    if match is not None and match.get("origin") == "duiyi":
        quality = match.get("match-quality") or match.get("matchQuality") or ""
        about["score"] = _hundredth(quality)
        kind = match.get("extradata") or match.get("subType") or ""
        about["type"] = kind.removeprefix("duiyi:")
    return {key: value for key, value in about.items() if value}


def _hundredth(quality: str) -> str:
    try:
        return f"{float(quality.rstrip('%')) / 100:.4f}"
    except ValueError:
        return ""
