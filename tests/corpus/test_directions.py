from __future__ import annotations

import pytest

from corpus.directions import Direction, languages_seen, relabelled
from corpus.model import Judgement, Pair, Segment

CHINESE = "大会今天通过了关于知识产权的决议，并请秘书处提交报告。"
TRADITIONAL = "大會今天通過了關於智慧財產的決議，並請秘書處提交報告。"
ENGLISH = "Today the assembly adopted a resolution on intellectual property and asked for a report."


def test_the_chinese_code_follows_the_text_unless_it_was_told() -> None:
    assert Direction().written(TRADITIONAL, ENGLISH).codes == ("zh-TW", "en-US")
    assert Direction().written(CHINESE, ENGLISH).codes == ("zh-CN", "en-US")
    assert Direction().written("", "").codes == ("zh-CN", "en-US")
    told = Direction("zh-Hant", "en-US", ("source",))
    assert told.written(TRADITIONAL, ENGLISH).codes == ("zh-Hant", "en-US")
    turned = Direction("en-GB", "zh-CN", ("source",))
    assert turned.written(ENGLISH, TRADITIONAL).codes == ("en-GB", "zh-TW")


def test_a_files_own_codes_count_unless_others_were_told() -> None:
    assert Direction().spelled(["en-GB", "zh-HK"]).codes == ("zh-HK", "en-GB")
    assert Direction().spelled(["fr", "zh-HK"]).codes == ("zh-HK", "en-US")
    told = Direction("zh-TW", "en-US", ("source",))
    assert told.spelled(["en-GB", "zh-HK"]).codes == ("zh-TW", "en-GB")


@pytest.mark.parametrize(
    ("source", "target", "seen"),
    [
        (CHINESE, ENGLISH, ("zh", "en")),
        (ENGLISH, TRADITIONAL, ("en", "zh")),
        (CHINESE, CHINESE, ("zh", "zh")),
        # names and figures contradict nobody
        ("WIPO 2024", CHINESE, None),
        (CHINESE, "", None),
    ],
)
def test_what_the_sides_are_in(
    source: str, target: str, seen: tuple[str, str] | None
) -> None:
    assert languages_seen(source, target) == seen


def test_relabelling() -> None:
    pair = Pair(
        0, (Segment(ENGLISH, "zh", 0, 0, 1, 1),), (Segment(CHINESE, "en", 0, 0, 1, 1),), 1.0
    )
    turned = relabelled(Judgement(pair, 1.0, 0.0, 0.0), ("en-US", "zh-CN"))
    assert isinstance(turned, Judgement)
    assert (turned.pair.source[0].language, turned.pair.target[0].language) == ("en", "zh")
