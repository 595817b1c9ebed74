from __future__ import annotations

import pytest

from corpus.names import chinese_names
from corpus.renderings import is_place, latin_names, missing, rendered, unexplained


@pytest.mark.parametrize(
    ("chinese", "english", "words"),
    [
        ("刘华主任", "We thank Liu Hua.", "Liu"),
        ("香港", "It is Hong Kong's harbour.", "Hong Kong's"),
        ("美国", "in the U.S. today", "U.S."),
        ("比利时", "a Belgian town", "Belgian"),
        ("惠特默说", "said Whitmer", "Whitmer"),
    ],
)
def test_rendered_says_where(chinese: str, english: str, words: str) -> None:
    (name,) = chinese_names(chinese)
    span = rendered(name, english)
    assert span is not None
    assert english[slice(*span)] == words


def test_not_rendered() -> None:
    (name,) = chinese_names("美国")
    assert rendered(name, "Give it to us.") is None
    (name,) = chinese_names("普京")
    assert rendered(name, "The Russian president came.") is None


def test_latin_names() -> None:
    text = "Yesterday Mr. Li met the Mayor of London. However, it rained in May, I'm told."
    assert [name.text for name in latin_names(text)] == ["Li", "Mayor of London"]
    assert [name.text for name in latin_names("New York and Paris.")] == ["New York", "Paris"]


def test_unexplained() -> None:
    assert [name.text for name in unexplained("他去了北京。", "He went to Beijing with Ms. Novak.")] == [
        "Novak"
    ]
    assert unexplained("他在白宫。", "He is in the White House.") == ()


def test_places() -> None:
    (name,) = latin_names("It lies in Lower Austria.")
    assert is_place(name)
    (name,) = latin_names("It was Mitchell Gourley.")
    assert not is_place(name)


def test_missing_names_each_once() -> None:
    chinese = "北京在北方，比利时在西方，北京很大。"
    assert [name.text for name in missing(chinese, "A Belgian town.")] == ["北京"]


def test_a_word_that_translates_another_is_not_heard_as_a_name() -> None:
    # "year's" sounds like 阿里, "Civil" like 萨拉
    chinese = "阿兹明·阿里谈到今年的会议。"
    (lost,) = missing(chinese, "He spoke of this year's meeting.")
    assert lost.text == "阿兹明·阿里"
    assert not missing(chinese, "Azmin Ali spoke of this year's meeting.")
    # the name further on is still heard
    chinese = "民权联盟的萨拉·布兰农说不行。"
    assert not missing(chinese, "No, said the Civil Liberties Union's Sarah Brannon.")
    (lost,) = missing(chinese, "No, said the Civil Liberties Union.")
    assert lost.text == "萨拉·布兰农"


def test_half_a_province_is_told_by_the_province() -> None:
    assert not missing("陕北民歌", "folk songs of northern Shaanxi")


def test_whom_the_dictionary_knows_is_written_large() -> None:
    assert missing("普京发表讲话。", "It was a speech about precision.")
    assert missing("法国教堂失火。", "A church of the parish burnt.")
    # US president: letters of the country are none of his
    assert missing("有人枪击过里根。", "Somebody in the US shot at him.")
    assert not missing("港澳台地区", "Hong Kong, Macau and Taiwan")


def test_a_name_that_looks_chinese_may_be_heard() -> None:
    assert not missing("焦布洛说，这不对。", "That is wrong, said Giublo.")
    assert missing("焦布洛说，这不对。", "That is wrong, said Petersen.")


def test_he_at_the_head_of_a_sentence_is_nobody() -> None:
    assert missing("霍金研究黑洞。", "He studied black holes.")
    assert missing("何先生走了。", "He left.") and not missing("何先生走了。", "Mr. He left.")
    assert not missing("何伟走了。", "He Wei left.")
    assert not missing("世界卫生组织收集数据。", "WHO collected data.")
