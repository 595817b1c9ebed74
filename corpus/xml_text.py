"""Text on its way into XML and out of it: what XML can hold, and parsing that is safe.

OmegaT drops a whole memory for one control character and exits 0, so cleaning ends here,
where XML begins, and everything that was changed is told.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from lxml import etree

from corpus.errors import InputError
from corpus.problem import Problem, Report
from corpus.scripts import HAN

#: Everything outside the production Char of XML 1.0: control characters, lone surrogates,
#: U+FFFE and U+FFFF. Tab, line feed and carriage return are inside.
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\U00010000-\\U0010FFFF]")

_SURROGATE = re.compile("[\\ud800-\\udfff]")

#: What ends a line for one program or another; CAT tools show a segment as one line.
_LINE_BREAK = re.compile("[ \\t]*(?:\\r\\n|[\\n\\r\\v\\f\\x85\\u2028\\u2029])\\s*")
#: Chinese characters and their punctuation: no blank stands between two of them.
_TOUCHING = re.compile(f"[{HAN}\u3001-\u303f\uff01-\uff60]")

#: Off, so that libxml2's own limits stay on: elements 256 deep, a text of 10 MB, entities of
#: five-fold growth. What they refuse is no translation.
_HUGE = False


def without_illegal(text: str) -> tuple[str, list[str]]:
    """The text without what XML 1.0 cannot hold, and the code points taken out ("U+000B")."""
    removed = [f"U+{ord(char):04X}" for char in _NOT_XML.findall(text)]
    return (_NOT_XML.sub("", text) if removed else text), removed


def without_surrogates(text: str) -> tuple[str, int]:
    """The text without lone surrogates, which UTF-8 cannot hold, and how many there were."""
    return _SURROGATE.subn("", text)


def one_line(text: str) -> str:
    """The text with line breaks as single blanks and no white space at its ends.

    A break between two Chinese characters leaves nothing: 专利\\n申请 is 专利申请.
    """

    def joint(found: re.Match[str]) -> str:
        around = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        return "" if all(map(_TOUCHING.match, around)) else " "

    return _LINE_BREAK.sub(joint, text).strip()


def told_line(text: str, side: str, unit: int, report: Report) -> str:
    """The text as ``one_line`` has it; a change is reported."""
    line = one_line(text)
    if line != text:
        what = f"{side}: white space at the ends or line breaks changed"
        report(Problem("text.space", what, unit))
    return line


def segment_text(text: str, side: str, unit: int, report: Report) -> str:
    """What a ``<seg>`` can hold of the text; every change is reported."""
    clean, removed = without_illegal(told_line(text, side, unit, report))
    if removed:
        some = ", ".join(list(dict.fromkeys(removed))[:5])
        what = f"{side}: {len(removed)} characters that XML cannot hold removed ({some})"
        report(Problem("text.removed", what, unit))
        clean = one_line(clean)
    return clean


def elements(
    stream: IO[bytes],
    name: str,
    tags: tuple[str, ...],
    *,
    root: str,
    report: Report | None = None,
    hint: str = "say what it is with --from",
) -> Iterator[tuple[str, Any]]:
    """Yield ("start" | "end", element) for the local names in ``tags``, in any namespace.

    Nothing is fetched, no entity is expanded, no DTD is read; a file that declares
    entities of its own is refused. Elements are emptied after their end was handled, so
    memory stays flat. With ``report``, the parser steps over what is not well-formed and
    tells it; without, the first such place raises InputError with line and column.
    ``hint`` says what to do about another root.
    """
    watched = tuple(f"{{*}}{tag}" for tag in dict.fromkeys((root, *tags)))
    parser = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=watched,
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=_HUGE,
        recover=report is not None,
    )
    seen_root = False
    try:
        for event, element in parser:
            if not seen_root:
                _check_root(element, name, root, hint)
                seen_root = True
            local = local_name(element)
            if local in tags:
                yield event, element
            if event == "end" and local != root:
                _forget(element)
    except etree.XMLSyntaxError as error:
        told = _malformed(parser)
        first = told[0] if told else Problem("xml.malformed", in_words(str(error.msg)))
        raise InputError(first.what, where=first.at(name)) from error
    if not seen_root:
        raise InputError(f"no <{root}> in it", where=name, hint=hint)
    if report is not None:
        for problem in _malformed(parser):
            report(problem)


def text_without_codes(element: Any, codes: frozenset[str]) -> tuple[str, int]:
    """The text of a segment without its inline codes, and how many inline elements it had.

    The content of elements in ``codes`` is code of the file format; that of all others
    (highlighting, marks) is text. XLIFF 2.0's ``<cp hex="0001"/>`` is the character it names.
    """
    parts, count = [element.text or ""], 0
    for child in element:
        if isinstance(child.tag, str):
            name = local_name(child)
            if name == "cp":
                parts.append(_code_point(child.get("hex")))
            elif name in codes:
                count += 1
            else:
                inner, more = text_without_codes(child, codes)
                parts.append(inner)
                count += more + (name != "mrk")
        elif child.tag is etree.Entity:
            # undeclared, as &nbsp; in a file made from HTML; a name nobody knows stays as it is
            parts.append(html.unescape(child.text))
        parts.append(child.tail or "")
    return "".join(parts), count


def _code_point(value: str | None) -> str:
    try:
        return chr(int(value or "", 16))
    except (ValueError, OverflowError):
        return ""


@contextmanager
def decodable(name: str) -> Iterator[None]:
    """For loops over ``elements``: names and attributes with lone surrogates are InputErrors.

    A parser that steps over errors keeps what &#xD800; stands for, and lxml raises
    UnicodeDecodeError when asked for it. Units with that in their text are dropped one by
    one; in the tags themselves there is nothing to save.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        what = "not well-formed XML: a character that does not exist, inside a tag"
        raise InputError(what, where=name) from error


def local_name(element: Any) -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _malformed(parser: Any) -> list[Problem]:
    """What the parser stumbled over, each once."""
    return list(
        dict.fromkeys(
            Problem("xml.malformed", in_words(entry.message), line=entry.line, column=entry.column)
            for entry in parser.error_log
        )
    )


def _check_root(element: Any, name: str, root: str, hint: str) -> None:
    top = element.getroottree().getroot()
    if local_name(top) != root:
        raise InputError(
            f"its root element is <{local_name(top)}>, not <{root}>",
            where=name,
            hint=hint,
        )
    declared = top.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():
        raise InputError(
            "it declares XML entities, which are never expanded here",
            where=name,
            hint="save it again without its DOCTYPE",
        )


def _forget(element: Any) -> None:
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


#: libxml2's words for what people meet, in words they can act on.
_WORDS = (
    (
        re.compile(r"[Ii]nvalid (?:xml)?Char value (\d+)|Char 0x([0-9A-F]+) out of"),
        "a control character (code {})",
    ),
    (re.compile(r"Entity '(\w+)' not defined"), "&{}; is not defined (write the character itself)"),
    (re.compile(r"xmlParseEntityRef: no name|EntityRef: expecting"), "a bare & (write &amp;)"),
    (
        re.compile(r"not proper UTF-8|invalid byte|encoding error|[Ii]nvalid bytes"),
        "bytes that are not in the declared encoding",
    ),
    (re.compile(r"Excessive depth"), "elements nested more than 256 deep"),
    (re.compile(r"no element found"), "the file is empty"),
    (re.compile(r"Premature end|Document is empty"), "the file ends in the middle"),
    (re.compile(r"entity amplification|entity reference loop"), "entities that expand without end"),
    (re.compile(r"huge text node|Text node too long"), "a text of more than 10 MB"),
)


def in_words(message: str) -> str:
    """What libxml2 says is wrong with a file, for people."""
    plain = re.sub(r", line \d+, column \d+.*", "", message).strip()
    for pattern, words in _WORDS:
        found = pattern.search(plain)
        if found:
            value = next((group for group in found.groups() if group), "")
            return f"not well-formed XML: {words.format(value)}"
    return f"not well-formed XML: {plain}"
