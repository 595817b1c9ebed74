from __future__ import annotations

import json
from importlib.resources import files

import pytest

from corpus.negation_match import answers
from qa.negation_doubt import added, added_features, lost, lost_features


@pytest.mark.parametrize(
    ("chinese", "right", "wrong"),
    [
        ("专家尚未公布结果。", "The experts have not yet published the results.",
         "The experts have published the results."),
        ("双方不得向第三方披露合同。", "Neither party may disclose the contract to third parties.",
         "Either party may disclose the contract to third parties."),
        ("不会制造不必要的壁垒。", "It will not create unnecessary barriers.",
         "It will create unnecessary barriers."),
        ("他们未接受访问，也未提供内容。", "They were not interviewed and did not provide content.",
         "They were interviewed and did not provide content."),
        ("目标不是惩罚，而是预防。", "The aim is not to punish but to prevent.",
         "The aim is to punish but to prevent."),
        ("争论远未停止。", "The dispute has by no means stopped.", "The dispute has stopped."),
        ("很少有人注意，也不会记住。", "Few will note it, nor will they remember it.",
         "Few will note it, and they will remember it."),
    ],
)
def test_lost(chinese: str, right: str, wrong: str) -> None:
    chances = []
    for english in (right, wrong):
        found = answers(chinese, english)
        assert found is not None
        chances.append(max(chance for chance, _ in lost(chinese, english, found)))
    assert chances[0] < 0.3 < 0.6 < chances[1]


def test_added() -> None:
    chances = []
    for english in ("The union does not support it.", "The union supports it."):
        found = answers("工会不支持这项决定。", english)
        assert found is not None
        chances += [chance for chance, _ in added("工会不支持这项决定。", english, found)]
    assert len(chances) == 1 and chances[0] < 0.1
    found = answers("工会支持这项决定。", "The union does not support the decision.")
    assert found is not None
    ((chance, number),) = added("工会支持这项决定。", "The union does not support the decision.", found)
    assert chance > 0.75
    assert number == 0


def test_weights_belong_to_the_features() -> None:
    stored = json.loads((files("qa") / "data" / "negation.json").read_text(encoding="utf-8"))
    found = answers("他不去。", "He will not go.")
    assert found is not None
    assert list(lost_features("他不去。", "He will not go.", found, 0)) == list(
        stored["lost"]["weights"]
    )
    assert list(added_features("他不去。", "He will not go.", found, 0)) == list(
        stored["added"]["weights"]
    )


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("他不去，我也没走。", "He will not go, and I left."),
        ("他不去，我也没走。", "He will go, and I left."),
        ("没有人知道这件事不对。", "No one knew that this was not right, nor did they ask."),
        ("工会支持这项决定，但不公开。", "The union does not support the decision in public."),
        ("她缺乏经验，不能胜任。", "She is not experienced and no longer fit for it."),
    ],
)
def test_what_is_less_likely_is_left_out(chinese: str, english: str) -> None:
    found = answers(chinese, english)
    assert found is not None
    for question in (lost, added):
        every = question(chinese, english, found)
        for least in (0.02, 0.1, 0.5, 0.8):
            likely = [one for one in every if one[0] >= least]
            assert question(chinese, english, found, least) == likely
