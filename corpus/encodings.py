"""From bytes to text: which encoding, and why, in words."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from corpus.errors import InputError, UsageError

#: Beginnings of files that hold no plain text, and what to call them.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (docx, xlsx, epub, …)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
)

#: Longest first: the mark of UTF-32-LE begins like that of UTF-16-LE.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: What files call themselves, and the superset that reads all of them.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf-8": "utf-8-sig"}

#: The East Asian encodings that text without a mark may be in. Big5-HKSCS holds all of Big5;
#: what cp950 adds (the euro sign, box drawing) comes after it. The rest is tried so that a
#: Japanese or Korean file is named, not read as rare Chinese.
_CHINESE = ("gb18030", "big5hkscs", "cp950")

#: The characters that fill half of any modern Chinese text, simplified, and the traditional
#: forms of those that have one. From general frequency knowledge (Jun Da's list runs much the
#: same); in running text they and the punctuation are 45-65 % of all that isn't ASCII. A text
#: read in the wrong encoding has at most a few per cent.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解"
    "水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管"
    "期市直资命山金指许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色"
    "路记南品住告类求据程北边死张该交规万取望术领共确传师观清今切院让识候带导争运京华组织球际技专创"
    "這個們來為國說時會對於著過發後裡種麼學現當沒動還進樣實無與長機關點業將兩間問戰頭體見產話給門兒東聲"
    "論處義認條氣題別變電數報結務場計資許統區隊決馬書則聽達強難權記類據邊張該規萬術領確傳師觀讓識帶導爭"
    "運華組織際專創經應車愛"
)
_CHINESE_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》「」『』—…·\N{IDEOGRAPHIC SPACE}")

#: Share of common characters that proves an encoding (real text: .45 and more).
_CONVINCING = 0.25
#: In a text of this many characters or fewer (a heading, a name) everyday characters may be
#: wanting; there the standard's own first level decides, the commoner half by design.
_SHORT = 12
#: Lead bytes that end the first level: GB 2312 up to 0xD7, Big5 up to 0xC6.
_FIRST_LEVEL = (("gb2312", 0xD7), ("big5", 0xC6))
#: Share of first-level characters that a short text needs (冯诣博 has 2 of 3).
_FIRST_LEVEL_SHARE = 0.5
#: A text of no more than this share of characters beyond ASCII, standing one by one, is
#: English with typographic quotes, not Chinese.
_WESTERN_SHARE = 0.3
#: Control characters beyond tab, line feed, form feed, return: above this number and share it
#: is no text. A few in an article are accidents of copying, which the writers take out.
_CONTROLS, _CONTROL_SHARE = 8, 0.02

_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: A byte beyond ASCII next to another: every Chinese text has them, Windows-1252 hardly any.
_HIGH_PAIR = re.compile(rb"[\x80-\xff]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
#: Windows-1252's quotes, dashes, ellipsis, bullet, blank, ©, ®, and the letters with accents.
_WESTERN_BYTES = re.compile(
    rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb1\xb7\xbb\xc0-\xff]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was read in."""

    text: str
    #: Python's name of the encoding
    encoding: str
    #: why this one, in words for the report
    reason: str


def decode(data: bytes, *, forced: str | None = None, where: str = "") -> Decoded:
    """Decode a text file: as told, by its mark, as UTF-8, or by how the result reads.

    Raises InputError for what is no text, or can't be decided without help.
    """
    if forced is not None:
        return _as_told(data, forced, where)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark):], encoding, where, offset=len(mark))
            return Decoded(text, encoding, f"{encoding}: the file begins with its byte order mark")
    _refuse_signature(data, where)
    wide = _without_mark(data)
    if wide is not None:
        return wide
    if b"\0" in data:
        raise InputError(
            f"binary, not text: a NUL byte at offset {data.index(0)}",
            where=where,
            hint="give a text or Word document",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error.start, where)
    _refuse_control(text, where)
    if text.isascii():
        return Decoded(text, "utf-8", "utf-8: ASCII only")
    if _by_chance(text):
        with suppress(UnicodeDecodeError, InputError):
            return _legacy(data, data.index(_HIGH.findall(data)[0]), where)
    return Decoded(text, "utf-8", "utf-8: decodes cleanly")


def _as_told(data: bytes, forced: str, where: str) -> Decoded:
    try:
        info = codecs.lookup(forced)
    except (LookupError, ValueError):
        info = None
    if info is None or not getattr(info, "_is_text_encoding", True):
        raise UsageError(
            f"unknown encoding {forced!r}", hint="try utf-8, gb18030, big5 or utf-16"
        )
    encoding = _SUPERSETS.get(info.name, info.name)
    text = _strict(data, encoding, where, told=info.name)
    return Decoded(text.removeprefix("\ufeff"), info.name, f"{info.name}: as told by --encoding")


def _strict(data: bytes, encoding: str, where: str, offset: int = 0, told: str = "") -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"not valid {told or encoding}: bad byte at offset {error.start + offset}",
            where=where,
            hint="name another with --encoding, or repair the file",
        ) from error


def _refuse_signature(data: bytes, where: str) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                f"binary: {name}, not text", where=where, hint="save it as .txt or .docx"
            )


def _refuse_control(text: str, where: str) -> None:
    """Bytes that happen to decode may still be a program or a picture."""
    if _is_riddled(text):
        raise InputError(
            f"binary, not text: {len(_CONTROL.findall(text))} control characters among {len(text)}",
            where=where,
            hint="give a text or Word document",
        )


def _is_riddled(text: str) -> bool:
    return len(_CONTROL.findall(text)) > max(_CONTROLS, _CONTROL_SHARE * len(text))


def _by_chance(text: str) -> bool:
    """Whether two GBK bytes may only look like UTF-8: 知 becomes a Hebrew accent."""
    beyond = list(islice((c for c in text if not c.isascii()), _SHORT + 1))
    return len(beyond) <= _SHORT and all("\u0250" <= character <= "\u07ff" for character in beyond)


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: common characters at every second byte, or ASCII beside NULs."""
    if len(data) % 2 or len(data) < 2:
        return None
    if b"\0" not in data and not _plausible_wide(data):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or _CONTROL.search(text):
            continue
        plain = sum(map(str.isascii, text))
        beyond = len(text) - plain
        reads_well = beyond > _SHORT and commonness(text) >= _CONVINCING
        # NULs beside every other byte and characters that are ASCII or Chinese: "王楠\n"
        bears_nuls = b"\0" in data and (plain >= beyond or commonness(text) >= _CONVINCING)
        if reads_well or bears_nuls:
            return Decoded(
                text, encoding, f"{encoding}: no byte order mark, but the text reads well only so"
            )
    return None


def _plausible_wide(data: bytes) -> bool:
    """Without any NUL, UTF-16 is worth a trial only where UTF-8 fails."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def commonness(text: str) -> float:
    """Share of everyday Chinese characters and punctuation among those beyond ASCII."""
    beyond = [character for character in text if not character.isascii()]
    if not beyond:
        return 0.0
    known = sum(c in _COMMON or c in _CHINESE_PUNCTUATION for c in beyond)
    return known / len(beyond)


def _first_level(text: str, encoding: str) -> float:
    """Share of first-level characters of the standard behind ``encoding``."""
    standard, last = _FIRST_LEVEL[0] if encoding == "gb18030" else _FIRST_LEVEL[1]
    beyond = [character for character in text if not character.isascii()]
    common = 0
    for character in beyond:
        with suppress(UnicodeEncodeError):
            common += character.encode(standard)[0] <= last
    return common / max(1, len(beyond))


def _legacy(data: bytes, bad: int, where: str) -> Decoded:
    """Text that is not UTF-8: Chinese by how common its characters are, or Windows-1252."""
    western = _western(data)
    if western is not None:
        return western
    scored: list[tuple[bool, float, int, str, str]] = []
    for rank, encoding in enumerate(_CHINESE):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_riddled(text):
            short = sum(not character.isascii() for character in text) <= _SHORT
            score = commonness(text)
            good = score >= _CONVINCING
            if short:
                first = _first_level(text, encoding)
                good, score = first >= _FIRST_LEVEL_SHARE, (first + score) / 2
            scored.append((good, score, -rank, encoding, text))
    if scored:
        good, score, _, encoding, text = max(scored)
        if good:
            reason = (
                f"{encoding}: not UTF-8 (bad byte at offset {bad}); decodes cleanly and "
                f"{score:.0%} of its characters beyond ASCII are common Chinese"
            )
            return Decoded(text, encoding, reason)
        raise InputError(
            f"not UTF-8 (bad byte at offset {bad}), and as {encoding} it makes no Chinese text",
            where=where,
            hint="name the encoding, e.g. --encoding gb18030",
        )
    raise InputError(
        f"cannot be decoded: bad byte for UTF-8 at offset {bad}, and no Chinese encoding fits",
        where=where,
        hint="name the encoding, e.g. --encoding gb18030, or repair the file",
    )


def _western(data: bytes) -> Decoded | None:
    high = _HIGH.findall(data)
    if len(high) > _WESTERN_SHARE * len(data) or _HIGH_PAIR.search(data):
        return None
    if not all(_WESTERN_BYTES.match(byte) for byte in high):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return Decoded(
        text, "cp1252", "cp1252: not UTF-8; ASCII with single Western quotes, dashes or accents"
    )
