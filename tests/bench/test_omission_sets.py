"""What is cut out of right pairs, and what a translator would leave standing."""

from __future__ import annotations

import pytest
from omission_sets import _stopped


@pytest.mark.parametrize(
    ("text", "cut", "left"),
    [
        # the end of a sentence takes its stop along: the translator sets another
        ("It rained, and we went. He saw.", " and we went.", "It rained. He saw."),
        ("天下雨了，我们走了！他看见了。", "我们走了！", "天下雨了！他看见了。"),
        # a whole sentence, or a part in the middle, takes nothing along
        ("It rained. We went. He saw.", " We went.", "It rained. He saw."),
        ("It rained, we went, he saw.", " we went,", "It rained, he saw."),
        # a clause without a mark before it
        ("It rained (we went.) He saw.", "we went.)", "It rained ( He saw."),
    ],
)
def test_a_sentence_whose_end_is_cut_still_ends(text: str, cut: str, left: str) -> None:
    start, end = text.find(cut), text.find(cut) + len(cut)
    whole = _stopped(text, start, end)
    assert len(whole) == len(text)
    assert whole[:start] + whole[end:] == left
