"""Names of people, places and organisations that the English lacks or changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.dynasties import other_dynasty
from corpus.gazetteer import GENERIC
from corpus.model import Severity
from corpus.names import Name, chinese_names
from corpus.pinyin import folded
from corpus.renderings import LatinName, is_place, missing, renderings, unexplained
from corpus.surnames_told import renamed
from qa.rule import Hit, Rule
from qa.unit import Unit

#: A person may be told by a pronoun or a role: of the names that right translations of news,
#: talks and academic text lack, four of five are, and hardly any by "I", "you" or "who".
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)
#: Each role with what it translates where the Chinese has it beside the name: 部长王毅.
_ROLES = {
    "director": "主任|长|导演|总监|总干事|董事|负责人", "minister": "部长|大臣|总理|首相|外长|公使",
    "president": "主席|总统|会长|校长|总裁|院长|董事长|行长|社长|长", "professor": "教授",
    "manager": "经理|总监|主管", "chairman": "主席|长", "author": "作者|作家|笔者",
    "official": "官|公务|干部|正式|员", "speaker": "议长|演讲|发言|讲|说|者",
    "brother": "兄|弟|哥", "sister": "姐|妹", "mother": "母|妈|娘", "father": "父|爸|爹",
    "uncle": "叔|伯|舅", "aunt": "姑|姨|婶", "master": "主|师|硕士|大师|高手",
    "lady": "女士|夫人|太太|小姐|妇", "girl": "女|姑娘", "boy": "男|孩|小子|少年",
    "man": "男|人|汉|者", "woman": "女|妇|妻",
}  # fmt: skip
_ROLE = re.compile(rf"\b(?:{'|'.join(_ROLES)})\b", re.IGNORECASE)
#: How far from the name, as parts of the texts, a pronoun may stand for it: of those in right pairs
#: of articles half lie nearer (3 of 6), of those beside a planted loss a third (8 of 22).
_ABOUT = 0.2
#: What such a pronoun translates where the Chinese has it as well (其 is "its" as often).
_CHINESE_PRONOUN = re.compile("[他她]|自己")
#: A place may be told by where one is; not if the Chinese says so too (当地 is "local").
_HERE = re.compile(
    r"\b(?:country|nation|national|nationwide|domestic|home|here|local|foreign)\b",
    re.IGNORECASE,
)
_CHINESE_HERE = {
    "local": "当地|本地|本土|地方", "foreign": "外|异国|他国", "home": "家|国内|本土|住|主场",
    "here": "这|此|本", "domestic": "国内|内|国产|家",
}  # fmt: skip
_CHINESE_COUNTRY = "国家|全国|该国|我国|本国|各国|举国|一国|国内|国民|民族"

#: Latin names inside the Chinese: Fisk University, Las Cañitas; codes are for
#: alphanumeric.mismatch.
_LATIN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:[ -][A-ZÀ-Þ]?[a-zß-ÿ]+)*")

#: A word of a name this long is enough: Frederick Turner for Frederick Jackson Turner.
_PART_MIN = 4

#: A speaker before a colon is often left out in dialogue, with the verb.
_SAYS = re.compile(r"^.{0,6}?(?:道|说|问|答|曰)[：:，]")
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?)|ask(?:s|ed)|repl(?:ies|ied)|answer(?:s|ed)|add(?:s|ed)|told|tells?"
    r"|explain(?:s|ed)|cried|shouted|whispered|continued)\b",
    re.IGNORECASE,
)


def absent(unit: Unit) -> Iterator[Hit]:
    """A person's, place's or organisation's name of the source is not in the target.

    For a name in Chinese, the English is searched for pinyin in any order and spelling,
    Wade-Giles, the dictionary's English names, adjectives (比利时 Belgian), surnames alone (刘华 as
    Ms. Liu) and, for foreign names in characters, words that sound alike (惠特默 Whitmer). A pronoun
    or a role in place of a person makes it a note.

    Wrong where a name is translated by its meaning (平儿 as Patience in a novel), where a country
    goes without saying (美国洛杉矶 as Los Angeles), and where common characters look like a name.
    """
    yield from _only_chinese(unit) if unit.source == "zh" else _only_english(unit)


def changed(unit: Unit) -> Iterator[Hit]:
    """Another name stands in the English than in the Chinese.

    Fires when a name of the Chinese is missing and the English holds a name that nothing in
    the Chinese explains, where a person has another surname (刘敏 as Li Min), and where a dynasty
    has become another one.

    Wrong where a person has a second name in English (许正宇 as Christopher Hui), or a place an
    older or a translated one that the lists lack.
    """
    if not unit.english.strip():
        return
    others = renamed(unit.chinese, unit.english)
    for name, other in others:
        yield _instead(name, other, sure=name.sure or len(name.text) > 1)
    dynasty = other_dynasty(unit.chinese, unit.english)
    if dynasty:
        chinese = unit.chinese[slice(*dynasty.chinese)]
        english = unit.english[slice(*dynasty.english)]
        message = f"The English names the {english}, the Chinese the dynasty {chinese}."
        yield Hit("en", dynasty.english, message, chinese, "error")
    lost, strangers = _lost(unit)
    if not strangers or others:
        return
    for name in lost:
        if _replaceable(name, unit):
            yield _instead(name, strangers[0], sure=_same_kind(name, strangers[0]))
            break


def extra(unit: Unit) -> Iterator[Hit]:
    """The target names someone or somewhere that the source doesn't.

    In English, a place that the dictionary knows is a warning, another name of two or more
    words a note.

    Wrong where the translator put a name for a pronoun (他 as Mr. Wang) or for what every reader
    of the original knows (这座城市 as Shanghai), and where a translated name is a dictionary's
    place (绿地, a company, as Greenland).
    """
    yield from _only_english(unit) if unit.source == "zh" else _only_chinese(unit)


def _only_chinese(unit: Unit) -> Iterator[Hit]:
    if not unit.english.strip():
        return
    lost, strangers = _lost(unit)
    for name in lost:
        if not (strangers and _replaceable(name, unit)):
            severity = _gravest(name, unit)
            if severity is not None:
                yield Hit(
                    "zh",
                    (name.start, name.end),
                    f"The English doesn't name {name.text}.",
                    ", ".join(sorted(name.renderings)[:3]) or name.text,
                    severity,
                )
    for found in _LATIN.finditer(unit.chinese):
        if not _holds(unit.english, found.group()):
            yield Hit(
                "zh",
                found.span(),
                f"The English doesn't hold {found.group()}, which the Chinese gives in Latin.",
                found.group(),
            )


def _only_english(unit: Unit) -> Iterator[Hit]:
    if not unit.chinese.strip():
        return
    lost, _ = _lost(unit)
    if any(_replaceable(name, unit) for name in lost):
        return  # name.changed says it
    for stranger in unexplained(unit.chinese, unit.english):
        place = is_place(stranger)
        if place or len(stranger.text.split()) > 1 or "-" in stranger.text:
            yield Hit(
                "en",
                (stranger.start, stranger.end),
                f"The Chinese doesn't name {stranger.text}.",
                stranger.text,
                "warning" if place else "note",
            )


def _lost(unit: Unit) -> tuple[tuple[Name, ...], tuple[LatinName, ...]]:
    lost = missing(unit.chinese, unit.english)
    if lost:
        told = {name for name, _ in renamed(unit.chinese, unit.english)}    # name.changed says it
        lost = tuple(one for one in lost if one not in told)
    return lost, unexplained(unit.chinese, unit.english) if lost else ()


def _instead(name: Name, other: LatinName, *, sure: bool) -> Hit:
    """What to say of another name in the place of one."""
    return Hit(
        "en",
        (other.start, other.end),
        f"The English names {other.text}, the Chinese {name.text}.",
        f"{name.text} ({', '.join(sorted(name.renderings)[:3])})",
        "error" if sure else "warning",
    )


def _same_kind(name: Name, stranger: LatinName) -> bool:
    """Whether one can well stand for the other: a person for a place is rather chance."""
    return name.sure and (name.kind != "place" or is_place(stranger))


def _replaceable(name: Name, unit: Unit) -> bool:
    """A speaker before a colon is left out in dialogue, not replaced."""
    return not _SAYS.match(unit.chinese[name.end :])


def _gravest(name: Name, unit: Unit) -> Severity | None:
    """How much it matters that a name is nowhere, wherever the Chinese has it."""
    found = {
        _severity(one, unit) for one in chinese_names(unit.chinese) if one.text == name.text
    }
    return "warning" if "warning" in found else "note" if "note" in found else None


def _severity(name: Name, unit: Unit) -> Severity | None:
    """How much it matters that a name is nowhere: None is not worth saying."""
    if name.kind in ("person", "foreign"):
        unsaid = _SAYS.match(unit.chinese[name.end :]) and not _SAID.search(unit.english)
        if unsaid or _stood_in(name, unit):
            return "note" if name.sure or len(name.text) > 2 else None
        return "warning" if name.sure or len(name.text) > 2 else "note"
    if name.kind == "place" and _in_organisation(name, unit):
        return None
    if name.kind == "place" and (_told_by_here(name, unit) or _beside_another(name, unit)):
        return "note"
    return "warning"


def _stood_in(name: Name, unit: Unit) -> bool:
    """Whether the English has a role, or a pronoun about there, that the Chinese has not itself.

    English needs more pronouns than Chinese: more of them alone are no sign.
    """
    pronouns = list(_PRONOUN.finditer(unit.english))
    own = len(_CHINESE_PRONOUN.findall(unit.chinese)) if pronouns else 0
    if len(pronouns) > own:
        place = name.start / len(unit.chinese)
        if any(abs(one.start() / len(unit.english) - place) <= _ABOUT for one in pronouns):
            return True
    return any(
        not re.search(_ROLES[role.lower()], unit.chinese) for role in _ROLE.findall(unit.english)
    )


def _told_by_here(name: Name, unit: Unit) -> bool:
    """Whether the English says "here" or "the country" where the Chinese does not.

    中国国家 is "national" as well: to a Chinese author China goes without saying.
    """
    chinese = unit.chinese
    if name.text == "中国" and chinese.startswith(("国", "本"), name.end):
        return bool(_HERE.search(unit.english))
    return any(
        not re.search(_CHINESE_HERE.get(word.lower(), _CHINESE_COUNTRY), chinese)
        for word in _HERE.findall(unit.english)
    )


#: What follows a place that begins the name of an organisation: 中国|国家知识产权局.
_ORGANISATION = re.compile(
    r"[^，。；、的,;和与在]{0,12}?(?:局|部|院|会|社|公司|集团|大学|学院|中心|银行|委|厅|组织|军|办事处|办公室"
    "|总署|研究所|基金|基地|联盟|同盟|期刊|杂志|之音|电视台|广播)"
)


def _in_organisation(name: Name, unit: Unit) -> bool:
    """CNIPA holds China: an abbreviation with the letter that a rendering begins with.

    Not one that gives another name: UNICEF in 英国医学期刊 beside 联合国儿童基金会.
    """
    if not _ORGANISATION.match(unit.chinese[name.end :]):
        return False
    letters = {key[0].upper() for key in name.renderings}
    taken = {span for _, spans in renderings(unit.chinese, unit.english) for span in spans}
    codes = re.finditer(r"\b[A-Z]{3,}\b", unit.english)
    return any(letters & set(code.group()) for code in codes if code.span() not in taken)


def _beside_another(name: Name, unit: Unit) -> bool:
    """美国洛杉矶, 英国《泰晤士报》: the second name says where it is."""
    follows = unit.chinese[name.end : name.end + 1]
    if follows == "《":
        return True
    return any(other.start == name.end for other in chinese_names(unit.chinese))


def _holds(english: str, latin: str) -> bool:
    """Whether the English has a word of the Latin name, or its initials (UNA)."""
    parts = [
        part
        for part in re.split("[ -]", latin)
        if len(part) >= _PART_MIN and part.lower() not in GENERIC
    ] or [latin]
    text = _letters(english)
    initials = "".join(part[0] for part in latin.split())
    return any(_letters(part) in text for part in parts) or (
        len(initials) > 1 and initials in english
    )


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", folded(text))


RULES = (
    Rule("name.missing", absent, "warning", "Accuracy/Omission"),
    Rule("name.extra", extra, "warning", "Accuracy/Addition"),
    Rule("name.changed", changed, "error", "Accuracy/Mistranslation"),
)
