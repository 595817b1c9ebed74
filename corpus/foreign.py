"""Foreign names in Chinese characters: 惠特默, 苏恩·斯泰普·索伦森."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.gazetteer import is_common, listed_name
from corpus.jieba_dictionary import dictionary
from corpus.people import NOT_GIVEN, Found, counted, person_keys, surname_of, titled
from corpus.segmenter import is_word
from corpus.words import Word

#: Characters that write foreign sounds.
TRANSLITERATING = (
    "阿埃艾爱安昂奥澳巴芭白班邦保鲍贝本比彼毕别宾波伯博卜布达大戴丹当道德登邓迪狄蒂丁东杜敦顿多俄厄恩尔法凡"
    "范方菲费芬丰冯佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉汗豪赫黑亨洪侯胡华怀惠霍基及吉加迦贾简杰捷金津"
    "京久卡凯坎康考柯科克肯孔库夸奎昆拉莱赖兰郎朗劳勒雷蕾黎里理利丽莉历立连廉列林琳龙隆娄卢鲁路露伦罗洛律吕"
    "马玛迈麦曼芒毛梅门蒙孟米密蜜缅敏明摩莫默姆木慕穆拿娜纳乃奈南内嫩尼涅宁纽农努诺欧帕派潘庞培佩彭蓬皮匹平"
    "珀普齐奇契恰钱乔切钦青琼丘曲让热日荣茹儒瑞若撒萨塞赛三桑瑟森沙莎山尚绍舍申圣胜什施石史士舒朔司丝思斯松"
    "苏孙翰所索塔泰坦汤唐陶特滕提田廷通图托脱瓦万汪旺威韦维卫魏温文翁沃乌吾武伍西希锡喜夏香肖谢辛欣兴雄休修许雪"
    "雅亚延彦央杨耶叶伊依易意因印英尤犹由于约泽扎詹张珍芝治朱茱竺兹子宗祖佐"
)  # fmt: skip
_SOUNDS = frozenset(TRANSLITERATING)
FOREIGN = re.compile(rf"[{TRANSLITERATING}]{{2,}}")
#: Single characters that are words of their own more often than sounds.
_NO_BEGINNING = NOT_GIVEN | frozenset("大多所由")
#: 于|本判决生效之日 is nobody's name.
_THIS = re.compile("本(?=判决|裁定|合同|协议|公司|办法|条例|规定|章程|公告|项目|法|院|届|次|月|周|人|书|文)")
#: In names with a dot between their parts almost any character may stand: 弗雷得里克·杰克逊.
_WIDER = TRANSLITERATING + "刘得茨妮坦崔阮邱佐弥歇歌拜赛维桃蕾瑟尤娃莲凌琪珊嘉曹谷帖隐钧琴翰"
_DOTTED = re.compile(rf"[{_WIDER}]{{1,8}}(?:[·•・‧][{_WIDER}]{{1,9}})+")
DOT = re.compile(r"[·•・‧]")
_DOTS = "·•・‧"
#: What tells that the name before it is a place: 帕拉州, 戈马市.
_PLACES = frozenset("州省县市镇岛河湖港")


def foreign(text: str, words: list[Word]) -> Iterator[Found]:
    """Where a foreign name is written in characters that transliterate."""
    dotted: set[int] = set()
    for found in _DOTTED.finditer(text) if any(dot in text for dot in _DOTS) else ():
        dotted.update(range(*found.span()))
        first = len(DOT.split(found.group())[0])
        # 谢谢苏恩·斯泰普: what stands before the first part
        beginnings = (size for size in (3, 2) if size < first)
        cut = next((size for size in beginnings if is_common(found.group()[:size])), 0)
        yield Found(found.start() + cut, found.end(), True)
    is_person = dictionary().is_person
    starts: dict[int, int] = {}
    taken = 0
    for found in FOREIGN.finditer(text):
        starts = starts or {start: place for place, (_, start, _) in enumerate(words)}
        for start in range(found.start(), found.end()):
            if start < taken or start in dotted or start not in starts:
                continue
            if counted(text, start):
                continue
            end, strange = start, 0
            for place in range(starts[start], len(words)):
                word = words[place]
                part = word.text
                if not _SOUNDS.issuperset(part):
                    break
                if is_common(part) or (len(part) > 2 and is_common(part[:2])):
                    break
                if part in _NO_BEGINNING:
                    break
                end = word.end
                if len(part) > 1 and (
                    not is_word(part) or is_person(part) or listed_name(part)
                ):
                    strange += len(part)
            if _THIS.match(text, end - 1):
                continue
            if end - start >= 2 and strange >= 2:
                sure = end - start >= 3 and strange >= 3 or titled(text, end)
                sure = sure or text[end : end + 1] in _PLACES
                yield Found(start, end, sure)
                taken = end


def foreign_keys(name: str) -> frozenset[str]:
    """What the dictionary knows of the parts: 约翰 in 约翰·刘易斯 is John."""
    keys: set[str] = set()
    for part in DOT.split(name):
        listed = listed_name(part)
        if listed:
            keys |= listed[1]
    if len(name) <= 3 and surname_of(name):
        keys |= person_keys(name)  # 沙瑞山 sounds foreign and is not
    return frozenset(keys)
