"""Cuts by the rule; whole texts stand in ``cases/sentences_zh.tsv`` (test_segmentation)."""

import pytest

from corpus.chinese import sentence_ends


@pytest.mark.parametrize(
    "marked",
    [
        "雨停了。|我们出门。",
        "真的？！|走吧。",
        "她问：“为什么？”|没有人回答她这个问题。",
        "《谁动了我的奶酪？》是一本书。|我读过。",
        "天气（很好。）适合散步。|我们走吧。",
        "他说……没有说完。|我们走了。",
        "他走了。①|我们留下。",
    ],
)
def test_where_a_sentence_ends(marked: str) -> None:
    pieces = marked.split("|")
    ends = [len("".join(pieces[:count])) for count in range(1, len(pieces))]
    assert sentence_ends("".join(pieces)) == ends


@pytest.mark.parametrize(
    "text", ["", "没有句号", "第一；第二；第三", "“为什么？”、“凭什么？”", "增长3.5%"]
)
def test_where_none_ends(text: str) -> None:
    assert sentence_ends(text) == []
