"""Chinese personal names in running text, by surname and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.gazetteer import is_common, is_proper, listed_name
from corpus.jieba_dictionary import dictionary
from corpus.pinyin import spellings
from corpus.segmenter import is_word
from corpus.words import Word


class Found(NamedTuple):
    """A stretch of text that names somebody."""

    start: int
    end: int
    #: whether the context says so
    sure: bool


SURNAMES = frozenset(
    "沙赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭"
    "郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅卞齐康伍余顾孟黄穆萧尹姚邵"
    "汪祁毛狄贝臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万"
    "柯管卢莫房缪解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁甄曲家封储靳井段巫乌焦牧车侯全班秋仲宫宁仇"
    "栾甘厉祖武符刘景詹束龙叶幸司黎薄印白蒲邰从索赖卓蔺屠蒙池乔阴胥能苍双闻党翟谭贡劳姬申扶冉宰雍"
    "桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎慕连茹习艾鱼容向古易慎戈廖终居衡步都耿满弘匡国文寇广欧"
    "沃利师巩聂关荆游竺权盖益桓公肖覃付佟仝代阳"
)  # fmt: skip
COMPOUND_SURNAMES = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 轩辕 端木 长孙 宇文 南宫 独孤".split()
)

#: Surnames that are everyday words: alone they prove nothing, a title must stand beside.
_COMMON_SURNAMES = frozenset(
    "于高安万方何白向常成全从能别连都通满国文广利师关权公代阳家双印索司束班秋车项路应解终居步容易"
    "古慎益边农幸劳扶阴党华金江石田龙马云季席包左房管宗段井池冷平曲乐尚时水祝盛计伏明荣宣封武经"
    "宁林康温燕童游祖章雷熊蓝牛黄凤梅柳苗花毛贝鱼甘柏符景和"
)  # fmt: skip

#: 任一个: no given name when no title says so.
_NUMERALS = tuple("一二两三四五六七八九十几某每各")
#: Never taken for a surname without a title beside it: 向右转, 左路传, 利王子.
_FUNCTION_SURNAMES = frozenset(
    "于向从能别都连通满全成常应解终双左右利和国有公关权代家印司所束班居步容易古慎边劳阴党平曲时计明武经"
)

#: What stands right after a person's name.
TITLES = (
    "副 先生 女士 小姐 夫人 太太 同志 博士 教授 主任 局长 院长 校长 市长 省长 部长 处长 厅长 区长 县长 镇长 村长 会长"
    " 主席 总理 总统 总裁 董事长 经理 总经理 书记 秘书长 干事 总干事 司长 法官 律师 医生 大夫 老师 记者 编辑 导演"
    " 队长 连长 团长 将军 上校 院士 研究员 专家 大使 理事长 检察长 庭长 署长 所长 站长 社长 行长 师傅 警官 馆长 参赞"
).split()
#: What a person does: right after the name.
SPEAKS = (
    "表示 指出 介绍 说 认为 称 强调 坦言 告诉 透露 解释 补充 提到 谈到 回忆 写道 建议 呼吁 宣布 出席 致辞 主持 讲话"
    " 发言 透露 担任 曾任 毕业 感慨 笑着 问 答 道 回答 分享 总结 当选"
).split()
#: Characters that given names are made of and hardly anything else behind a surname: 郭梅, but
#: neither 梁北 in 五道梁北大桥 nor 张卷 in 多少张卷着鸡蛋.
_GIVEN_CHARACTERS = frozenset(
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超兰霞刚桂华建辉玉萍红鹏斌波宁云峰梅琳雪玲洁珍莉燕飞鑫林龙凯浩亮健俊帆雷旭琴淑慧晶欣佳宇婷颖瑞博涵轩梓怡悦雨晨曦阳昊泽宏琪雅倩蕾薇岚莹莎菲青洪冬忠"
    "义德福贵祥荣庆泉松柏栋岩森楠桐枫槐桦菊莲荷蓉芬芝芸菁萱惠贤贞妍姣媛婉娴嫣烨炜煜焕炳晖晓昕昭彬武威卫锋剑钢铮锐铭钧锦珠珊瑜瑾璐瑶璇璋珏珂玮鸿鹤凤雁鹃虎彪骏骥翔星辰月晟晗昱智聪睿哲仁豪"
    "雄毅坚诚谦娥婵娇妹嘉浦皓恒弘毓钰彤彩绮缨纯纲绍维舒芮茵荃荔莺萌葵蓓邦鼎骁戈辙帅平"
)
_GIVEN = re.compile(r"[一-鿿]{1,2}")
#: What ends or follows a name and is no part of it.
NOT_GIVEN = frozenset("副还总笑家听见看想哭叫喊的了在是和与及或等说称道问答也都就着过到为被把对向从将并而但又很不没个们这那有上下中来去要会能可以之其于")
#: 平儿; 卫生员, 公使衔, 罗马式 and 宁荣街 are no people either.
_NO_LAST = NOT_GIVEN | frozenset("儿员衔式街省县市镇局性型")
#: 张 is a measure word after these: 这张图.
COUNTING = re.compile(r"[这那哪一二两三四五六七八九十百千几每各首某\d]")
HAN = re.compile(r"[一-鿿]")
#: 周王 | 册命: a king of the old states is no Mr. Wang.
_KING = re.compile("[周楚齐燕赵韩魏吴越秦]王")

#: A name that ends before these needs no title to have its last character.
_CLOSING = tuple("，、）)")
_BESIDE = (*TITLES, *SPEAKS)
_TITLES = tuple(TITLES)
#: The first characters of what stands behind a name, and the last ones of a title before it:
#: in most places none of them, which is faster asked.
_BESIDE_BEGIN = frozenset(word[0] for word in _BESIDE)
_TITLES_END = frozenset(title[-1] for title in TITLES)
#: What every name of a person begins with.
_BEGINNING = re.compile(
    f"[{''.join(sorted(SURNAMES | {surname[0] for surname in COMPOUND_SURNAMES}))}]"
)


def titled(text: str, end: int) -> bool:
    """Whether a title, or what a person does, follows right behind a place."""
    return text[end : end + 1] in _BESIDE_BEGIN and text.startswith(_BESIDE, end)


def _title_before(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in _TITLES_END and text.endswith(_TITLES, 0, start)


def counted(text: str, start: int) -> bool:
    """Whether a number or "this" stands before a place: 这张图."""
    return COUNTING.match(text, start - 1) is not None if start else False


def surname_of(text: str) -> str:
    """The surname a text begins with, "" if none."""
    if text[:2] in COMPOUND_SURNAMES and len(text) > 2:
        return text[:2]
    return text[:1] if text[:1] in SURNAMES else ""


def person_keys(name: str) -> frozenset[str]:
    """What a rendering of a Chinese person's name may hold, joined and lower case."""
    surname = surname_of(name)
    given = name[len(surname) :]
    keys: set[str] = set()
    family = spellings(surname) if surname else frozenset()
    own = spellings(given) if given else frozenset()
    keys |= family
    for second in own:
        if len(given) > 1:
            keys.add(second)
        for first in family:
            keys |= {first + second, second + first}
    if not keys:
        keys |= spellings(name)
    return frozenset(keys)


def people(text: str, words: list[Word]) -> Iterator[Found]:
    """Where Chinese people are named, and whether a title or a verb beside them says so."""
    is_person = dictionary().is_person
    starts = {start: place for place, (_, start, _) in enumerate(words)}
    for beginning in _BEGINNING.finditer(text):
        place = starts.get(beginning.start())
        if place is None:
            continue
        word = words[place]
        surname = surname_of(word.text)
        if not surname or (word.text != surname and _is_the_dictionarys(word.text)):
            continue
        if word.text[len(surname) :] in TITLES:
            yield Found(word.start, word.start + len(surname), True)
            continue
        if word.text == surname:
            # 刘 | 女士, 刘 | 华 | 指出: the name was cut after the surname
            if surname not in _FUNCTION_SURNAMES and text.startswith(_TITLES, word.end):
                yield Found(word.start, word.end, True)
                continue
            end = _given_end(text, words, place)
            if end:
                sure = titled(text, end) or _title_before(text, word.start)
                rare = surname not in _COMMON_SURNAMES or len(surname) > 1
                given_word = text[word.end : end]
                # 陈 | 清扬: a given name of two characters that is no word
                alone = len(given_word) == 2 and not is_common(given_word)
                alone = alone and not given_word.startswith((*_BESIDE, *_NUMERALS))
                if rare and (sure or (alone and words[place + 1].text == given_word)):
                    yield Found(word.start, end, sure)
            continue
        if counted(text, word.start) or _KING.match(text, max(word.start - 1, 0)):
            continue
        given = len(word.text) - len(surname)
        if word.text[-1] in NOT_GIVEN and given == 2 and not is_common(word.text):
            # 孙硕副 | 市长: a name and a beginning
            if titled(text, word.end - 1):
                yield Found(word.start, word.end - 1, True)
            continue
        if not 1 <= given <= 2 or word.text[-1] in _NO_LAST:
            continue
        if is_common(word.text):
            # a unit, too: 韦伯认为
            if given == 1 and is_proper(word.text) and titled(text, word.end):
                yield Found(word.start, word.end, True)
            continue
        unknown = not is_word(word.text)
        end = word.end
        if given == 1 and unknown and place + 1 < len(words):
            following = words[place + 1]
            # 王彬 | 颖: a third character that is a word of its own
            if (
                len(following.text) == 1
                and HAN.match(following.text)
                and following.text not in NOT_GIVEN
                and (titled(text, following.end) or text.startswith(_CLOSING, following.end))
            ):
                end = following.end
        if surname in _FUNCTION_SURNAMES and is_common(word.text[len(surname) :]):
            continue  # 应适当|补充 is no Mr. Ying
        context = titled(text, end) or _title_before(text, word.start)
        if not context and (is_common(word.text[len(surname) :]) or is_common(word.text[:2])):
            continue  # 高水平, 贡献率
        rare = surname not in _COMMON_SURNAMES
        if unknown or is_person(word.text) or context:
            listed = given == 2 and is_person(word.text) and surname not in _FUNCTION_SURNAMES
            if context or rare or listed:
                named = rare and unknown and given == 1 and word.text[-1] in _GIVEN_CHARACTERS
                yield Found(word.start, end, context or named)


def _is_the_dictionarys(word: str) -> bool:
    """Whether the dictionary tells what is named: 周日, 江西, but not the poet 李商隐."""
    if not is_proper(word):
        return False
    return listed_name(word) is not None or not dictionary().is_person(word)


def _given_end(text: str, words: list[Word], place: int) -> int:
    """Where the given name ends that follows a surname cut off by itself; 0 if none does."""
    following = words[place + 1 : place + 3]
    if not following or following[0].start != words[place].end:
        return 0
    first = following[0]
    if not _GIVEN.fullmatch(first.text) or first.text[0] in NOT_GIVEN:
        return 0
    end = first.end
    if len(first.text) == 1 and len(following) > 1:
        second = following[1]
        if (
            len(second.text) == 1
            and HAN.match(second.text)
            and second.text not in NOT_GIVEN
            and not titled(text, end)
        ):
            end = second.end
    return end
