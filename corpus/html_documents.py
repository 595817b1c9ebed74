"""Web pages: the main content as paragraphs, the rest of the page as noise.

Scripts, styles and what the page hides are left out. Menus, headers, footers and everything
beside a ``<main>`` or ``<article>`` become noise of the kind "page furniture". A ``lang``
attribute below the root is believed; that of the root is not, since most bilingual pages
declare one language for both.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.archives import parse_xml
from corpus.encodings import Decoded, decode
from corpus.errors import InputError, UsageError
from corpus.extracted import Extracted, Paragraphs
from corpus.languages import language
from corpus.model import Language
from corpus.scripts import has_han, has_latin

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Elements that begin and end a line.
_LINES = frozenset(
    """
    address article aside blockquote body caption dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre
    section summary table tbody td tfoot th thead tr ul title
    """.split()
)
#: Elements without text of the page; rt and rp hold the reading beside a ruby character.
_SKIPPED = frozenset(
    """
    script style noscript template svg math iframe object embed canvas audio video head
    button select textarea input datalist rt rp
    """.split()
)
#: Elements and roles of the page around the article.
_FURNITURE = frozenset("nav footer aside menu".split())
_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar".split()
)
_MAIN = (".//main", ".//article", ".//*[@role='main']")

#: A list or box is a menu if so much of its text is links, and no link is a sentence long.
_LINK_SHARE = 0.8
_LEAST_LINKS = 3
_LINK_CHARACTERS = 40

#: Elements within elements: pages by hand have 30, by page builders 60.
_MAX_DEPTH = 250
#: Where a page names its encoding.
_DECLARED = re.compile(
    rb"""
    <meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})
  | <\?xml[^>]{0,100}?encoding=["']([\w-]{1,40})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DECLARED_WITHIN = 4096
#: White space that a browser shows as one blank; NBSP and U+3000 stay.
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_XHTML = re.compile(r"<html[^>]{0,300}xmlns=")
_XML_HEAD = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_html(data: bytes, where: str, encoding: str | None = None) -> Extracted:
    """The text of a web page, a paragraph a line."""
    decoded = _decoded(data, where, encoding)
    page = Page(Paragraphs())
    page.add(decoded.text, where)
    reason = f"html: {decoded.reason}; {page.reason()}"
    return page.paragraphs.extracted(decoded.encoding, reason)


def _decoded(data: bytes, where: str, encoding: str | None) -> Decoded:
    """As told, as UTF-8 if it is that, as the page declares if that fits, or as it reads.

    A page saved anew often still declares its old encoding; valid UTF-8 is no accident.
    """
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if encoding is None and declared and not _is_unicode(data):
        name = (declared[1] or declared[2]).decode("ascii").lower()
        with suppress(InputError, UsageError):
            found = decode(data, forced=name, where=where)
            return Decoded(found.text, found.encoding, f"{found.encoding}: as the page declares")
    return decode(data, forced=encoding, where=where)


def _is_unicode(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@dataclass(slots=True)
class Page:
    """Gathers the lines of one or several pages; an e-book is many of them."""

    paragraphs: Paragraphs
    #: "" for the article, or the kind of noise that the lines of now are
    _kind: str = ""
    _words: list[str] = field(default_factory=list)
    _languages: set[Language | None] = field(default_factory=set)
    _hidden: int = 0
    _main: str = ""

    def add(self, text: str, where: str) -> None:
        """Add all lines of a page."""
        body = _parse(text, where)
        if body is None:
            return
        main = _main_content(body)
        self._main = main.tag if main is not None else self._main
        self._walk(body, main, None, 0, where)
        self._flush()

    def reason(self) -> str:
        said = f"text of <{self._main}>" if self._main else "text of the whole page"
        return f"{said}; {self._hidden} hidden parts left out" if self._hidden else said

    def _walk(
        self, element: _Element, main: _Element | None, tongue: Language | None, depth: int,
        where: str,
    ) -> None:
        if depth > _MAX_DEPTH:
            raise InputError(f"refused: elements nested more than {_MAX_DEPTH} deep", where=where)
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if _is_hidden(element):
            self._hidden += 1
            return
        tongue = _language(element, tongue) if tag != "html" else None
        before = self._kind
        line = tag in _LINES
        if line:
            self._flush()
            self._kind = self._kind_of(element, main)
        if tag == "br":
            self._flush()
        self._say(element.text, tongue, tag == "pre")
        for child in element:
            self._walk(child, main, tongue, depth + 1, where)
            self._say(child.tail, tongue, tag == "pre")
        if line:
            self._flush()
            self._kind = before

    def _kind_of(self, element: _Element, main: _Element | None) -> str:
        """The kind of noise inside this element; the main content is none whatever it lies in."""
        if element is main:
            return ""
        if main is not None and _holds(element, main):
            return "page furniture"
        if self._kind:
            return self._kind
        furniture = (
            element.tag in _FURNITURE
            or element.get("role") in _FURNITURE_ROLES
            or (element.tag == "header" and main is None and element.find(".//h1") is None)
            or _is_menu(element)
        )
        return "page furniture" if furniture else ""

    def _say(self, text: str | None, tongue: Language | None, verbatim: bool) -> None:
        if not text:
            return
        if verbatim:
            head, *rest = text.split("\n")
            self._words.append(head)
            for line in rest:
                self._flush()
                self._words.append(line)
        else:
            self._words.append(_BLANKS.sub(" ", text))
        if text.strip():
            self._languages.add(tongue)

    def _flush(self) -> None:
        line = _BLANKS.sub(" ", "".join(self._words)).strip(" ")
        if line.strip():
            said = self._languages.pop() if len(self._languages) == 1 else None
            self.paragraphs.add(line, kind=self._kind, language=_believable(said, line))
        self._words, self._languages = [], set()


def _parse(text: str, where: str) -> _Element | None:
    """The body; XHTML is read as XML, where ``<title/>`` is whole, if it is clean XML."""
    from lxml import etree

    if _XHTML.search(text, 0, _DECLARED_WITHIN):
        with suppress(InputError):
            page = parse_xml(_XML_HEAD.sub("", text, count=1).encode("utf-8", "replace"), where)
            for element in page.iter():
                if isinstance(element.tag, str):
                    element.tag = element.tag.rpartition("}")[2]
            return page.find("body") if page.tag == "html" else page
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is no HTML: {error}", where=where) from error
    if root is None:
        raise InputError("is an HTML page without content", where=where)
    return root.find("body") if root.tag == "html" else root


def _main_content(body: _Element) -> _Element | None:
    """The one element that says it is the article, if there is exactly one with text."""
    for path in _MAIN:
        found = body.findall(path)
        if len(found) == 1 and any(str(word).strip() for word in found[0].itertext()):
            return found[0]
    return None


def _holds(element: _Element, other: _Element) -> bool:
    return any(ancestor is element for ancestor in other.iterancestors())


def _is_hidden(element: _Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(element.get("style") or "") is not None
    )


def _is_menu(element: _Element) -> bool:
    """A list of short links. A table of contents is taken for one too."""
    if element.tag not in ("ul", "ol", "div", "dl") or element.find("div") is not None:
        return False
    links = ["".join(map(str, link.itertext())).strip() for link in element.iter("a")]
    if len(links) < _LEAST_LINKS or max(map(len, links)) > _LINK_CHARACTERS:
        return False
    whole = sum(len(str(word).strip()) for word in element.itertext())
    return sum(map(len, links)) >= _LINK_SHARE * whole > 0


def _language(element: _Element, inherited: Language | None) -> Language | None:
    code = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
    if not code or element.tag == "body":
        return inherited
    return language(code)


def _believable(said: Language | None, line: str) -> Language | None:
    """What the page says, unless the letters give it the lie."""
    if said == "zh" and not has_han(line) or said == "en" and not has_latin(line):
        return None
    return said
