"""What goes through the clients: units that have broken one or another, and the seeds' own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.model import Finding, Judgement, Pair, Segment
from corpus.tmx import read_tmx

#: Chinese, English. One sentence a side, so that every client can match them whole.
UNITS = (
    ("知识产权与创新。", "IP and innovation."),
    ("研发 & 设计 <b>不是标签</b>", "R&D & design <b>is no tag</b>"),
    ("他说：“好。”", 'He said, "Good."'),
    ("结束符 ]]> 在这里", "The end mark ]]> is here"),
    ("实体 &amp; 与 &#39; 照原样", "Entities &amp; and &#39; as they are"),
    ("罕用字𠀀与表情👩‍💻", "The rare 𠀀 and the emoji 👩‍💻"),
    ("组合字符 e\u0301 与 한", "Combining e\u0301 and 한"),
    ("方向标记\u202eabc\u202c结束", "Direction marks \u202eabc\u202c end"),
    ("不换行\u00a0空格", "A no-break\u00a0space"),
    ("全角\N{IDEOGRAPHIC SPACE}空格", "A full-width\N{IDEOGRAPHIC SPACE}space"),
    ("零宽\u200b空格", "A zero-width\u200bspace"),
    ("=SUM(A1:A9)", "=1+1"),
    ("+86 10 1234", "+86 10 1234 (phone)"),
    ("-5 至 3 摄氏度", "-5 to 3 degrees"),
    ("@所有人", "@everyone"),
    ("'单引号开头", "'tis quoted"),
    ("逗号,分号;制表", "Comma, semicolon; pipe | end"),
    ("反斜线 \\n 与 \\u0041", "Backslash \\n and \\u0041"),
    ("占位符 {0} %s $1", "Placeholders {0} %s $1"),
    ("增长 79.4 万亿美元", "Growth of $79.4 trillion"),
    ("《2030年议程》——第十一届", "The 2030 Agenda – the 11th session"),
    ("很长" * 2_000, "A very long one " * 499 + "indeed"),
)

#: Units of several sentences, which match only where the client splits them alike.
PARAGRAPHS = (
    ("雨停了。我们出门。", "The rain stopped. We went out."),
    ("天亮了。他走了。没人知道。", "At dawn he left. He was gone. Nobody knew."),
)

FINDING = Finding(
    "number.changed", "error", "3 is 5 in the English", "source", (0, 1), "3", "Accuracy"
)


@dataclass(frozen=True, slots=True)
class Memory:
    """A memory under test: its name and its units, text by text."""

    name: str
    pairs: tuple[Pair, ...]

    @property
    def units(self) -> list[tuple[str, str]]:
        return [(pair.source_text, pair.target_text) for pair in self.pairs]


def pair(index: int, source: str, target: str, sentences: int = 1) -> Pair:
    return Pair(
        index,
        (Segment(source, "zh", index, 0, len(source), index + 1),),
        (Segment(target, "en", index, 0, len(target), index + 1),),
        0.9,
        properties={"x-align-type": f"{sentences}-{sentences}"},
    )


def judged(units: tuple[Pair, ...]) -> list[Judgement]:
    """The pairs with grades, the first with a finding."""
    return [
        Judgement(one, one.score, 0.25, 0.0, (FINDING,) if one.index == 0 else ()) for one in units
    ]


def hand_made() -> Memory:
    """The units above, and those of several sentences."""
    single = [pair(index, *unit) for index, unit in enumerate(UNITS)]
    several = [
        pair(len(UNITS) + index, *unit, sentences=unit[0].count("。"))
        for index, unit in enumerate(PARAGRAPHS)
    ]
    return Memory("hand-made", (*single, *several))


def of_seeds(folder: Path) -> list[Memory]:
    """The memories that ``make corpus`` has written, those with units."""
    memories = []
    for path in sorted(folder.glob("*.tmx")):
        with path.open("rb") as stream:
            pairs = tuple(read_tmx(stream, str(path)))
        if pairs:
            memories.append(Memory(path.stem, pairs))
    return memories
