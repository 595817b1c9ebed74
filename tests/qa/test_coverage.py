"""Coverage end to end: what is lost, what is added, what is no translation at all."""

from __future__ import annotations

from functools import cache

import pytest

from align.encoder import default_encoder
from corpus.model import Pair, Segment
from qa.coverage import cover, gather
from qa.unit import Tongue, Unit, unit_of

#: The user's own sentence (seed 000): two clauses are not in the English.
CHINESE = (
    "她强调,在数字化时代背景下,同学们应拥抱变革与创新,善用技术工具和开放资源,"
    "广泛吸收各领域的研究成果,为我所用。"
)
ENGLISH = (
    "She highlighted the importance of using technology and open resources to expand "
    "knowledge in the digital era."
)


def units(*texts: tuple[str, str], source: Tongue = "zh") -> list[Unit]:
    made = []
    for index, (chinese, english) in enumerate(texts):
        zh = (Segment(chinese, "zh", 0, 0, len(chinese), 1),) if chinese else ()
        en = (Segment(english, "en", 0, 0, len(english), 1),) if english else ()
        pair = Pair(index, zh, en, 0.9) if source == "zh" else Pair(index, en, zh, 0.9)
        made.append(unit_of(pair, source))
    return made


@cache
def covered(chinese: str, english: str, fast: bool = False) -> Unit:
    return cover(units((chinese, english)), default_encoder(), fast=fast)[0]


def lost(unit: Unit, tongue: Tongue) -> list[str]:
    content = unit.content(tongue)
    assert content is not None
    return [unit.text(tongue)[gap.start : gap.end] for gap in content.gaps]


def test_the_lost_clauses_are_named() -> None:
    unit = covered(CHINESE, ENGLISH)
    assert unit.omission > 0.5 > unit.addition
    assert lost(unit, "zh") == ["同学们应拥抱变革与创新", "广泛吸收各领域的研究成果"]
    assert unit.score > 0.9


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("王楠", "Wang Nan"),
        ("建设人才高地,向更高水平跃升", "Building a talent hub, advancing to a higher standard"),
        ("中国特色新型智库是国家软实力的重要组成部分。",
         "Modern Chinese-style think tanks are an important component of the nation's soft power."),
        ("WIPO GREEN", "WIPO GREEN"),
    ],
)  # fmt: skip
def test_a_right_pair_has_lost_nothing(chinese: str, english: str, fast: bool) -> None:
    unit = covered(chinese, english, fast)
    assert unit.omission < 0.4
    # WIPO GREEN without vectors: Latin letters in Chinese stand in brackets as a rule, so the
    # English seems long
    assert unit.addition < 0.55
    assert unit.score > 0.9


@pytest.mark.parametrize("fast", [False, True])
def test_other_texts_are_no_translation(fast: bool) -> None:
    unit = covered("今天天气很好，我们去公园。", "The committee approved the annual budget.", fast)
    assert unit.score < 0.3
    assert unit.omission > 0.75
    assert unit.addition > 0.75


def test_a_source_left_in_chinese_carries_nothing() -> None:
    text = "她强调知识产权很重要。"
    assert covered(text, text).omission > 0.95


def test_a_lost_sentence_is_one_gap() -> None:
    chinese = "二十四位代表在北京开会。他们讨论了气候变化。会议于周五结束。"
    whole = "Twenty-four delegates met in Beijing. They discussed the climate. It ended on Friday."
    part = "Twenty-four delegates met in Beijing. It ended on Friday."
    assert covered(chinese, part).omission > covered(chinese, whole).omission + 0.2
    assert lost(covered(chinese, part), "zh") == ["他们讨论了气候变化"]
    content = covered(chinese, part).content("zh")
    assert content is not None and content.gaps[0].kind == "sentence"


def test_of_a_passage_the_missing_sentences_are_named() -> None:
    missing = (
        "当时只有十二所大学参加，今天已经有六十四所",
        "许多年轻学者因为这个项目结下了深厚的友谊",
        "当然，我们也面临经费不足的困难",
    )
    chinese = (
        "各位来宾，很高兴今天在这里同大家见面。三年前，我们在这座城市签署了第一份合作备忘录。"
        f"{missing[0]}。三年来，我们联合培养了四百多名博士生。{missing[1]}。{missing[2]}。"
        "我希望今后的合作能够更加开放、更加务实。"
    )
    english = (
        "Distinguished guests, it is a pleasure to meet you here today. Three years ago we signed"
        " the first memorandum of cooperation in this city, and since then we have jointly trained"
        " more than four hundred doctoral students. I hope that our future cooperation will be more"
        " open and more practical."
    )
    unit = covered(chinese, english)
    assert unit.omission > 0.9
    assert lost(unit, "zh") == list(missing)


def test_a_passage_in_other_words_has_lost_nothing() -> None:
    chinese = (
        "他从小就喜欢音乐，八岁开始学小提琴。父亲起初并不赞成，认为这会耽误学业。"
        "是母亲偷偷攒钱给他买了第一把琴。演出结束后，观众起立鼓掌长达五分钟。"
    )
    english = (
        "He had loved music since he was a boy and took up the violin at the age of eight. His"
        " father was against it at first, for fear that his schoolwork would suffer; it was his"
        " mother who secretly saved up to buy him his first instrument. After the performance the"
        " audience gave him a standing ovation that lasted five minutes."
    )
    assert covered(chinese, english).omission < 0.35


def test_law_tells_more_of_a_loss_than_it_says() -> None:
    # 法律 is "law" in any text, 表示 often nothing
    (found,) = gather([("法律表示支持。", "The law supports it.")], None)
    law, says = (
        told / alone for told, alone in zip(found.zh.weights, found.plain.weights[:2])
    )
    assert law > 1.5
    assert says < 0.7
    assert found.zh.met == found.plain.met


def test_an_empty_side() -> None:
    alone, extra = cover(units(("知识产权", ""), ("", "Read more")), default_encoder())
    assert (alone.omission, alone.addition, alone.score) == (1, 0, 0)
    assert (extra.omission, extra.addition, extra.score) == (0, 1, 0)


def test_marks_facing_marks_have_lost_nothing() -> None:
    unit = covered("……", "...")
    assert (unit.omission, unit.addition, unit.score) == (0, 0, 0.9)


def test_omission_is_on_the_side_of_the_source() -> None:
    forth = cover(units((CHINESE, ENGLISH)), default_encoder())[0]
    back = cover(units((CHINESE, ENGLISH), source="en"), default_encoder())[0]
    assert back.omission == forth.addition
    assert back.addition == forth.omission


def test_the_aligner_keeps_its_score() -> None:
    assert cover(units(("王楠", "Wang Nan")), default_encoder(), aligned=True)[0].score == 0.9


def test_other_lines_of_the_file_change_little() -> None:
    alone = covered(CHINESE, ENGLISH)
    among = cover(
        units((CHINESE, ENGLISH), *[("王楠", "Wang Nan")] * 20), default_encoder()
    )[0]
    assert among.omission == pytest.approx(alone.omission, abs=0.1)
