import gc

import pytest

from align.encoder import default_encoder
from align.excerpt import LONGEST_READ
from corpus.model import Judgement, Pair, Segment
from qa.run import judge
from qa.settings import Settings

CHINESE = "她强调,同学们应拥抱变革与创新,善用技术工具和开放资源,广泛吸收各领域的研究成果。"
ENGLISH = "She highlighted the importance of using technology and open resources."


def pair(index: int, chinese: str, english: str, score: float = 0.9) -> Pair:
    source = (Segment(chinese, "zh", index, 0, len(chinese), index + 1),) if chinese else ()
    target = (Segment(english, "en", index, 0, len(english), index + 1),) if english else ()
    return Pair(index, source, target, score)


def judged(*pairs: Pair, aligned: bool = True) -> list[Judgement]:
    return list(
        judge(
            pairs, source="zh", encoder=default_encoder(), settings=Settings(), aligned=aligned
        )
    )


def test_pairs_keep_their_order_and_the_aligners_scores() -> None:
    given = judged(pair(0, CHINESE, ENGLISH, 0.7), pair(1, CHINESE, "", 0.0))
    assert [one.pair.index for one in given] == [0, 1]
    assert given[0].score == 0.7
    assert given[0].omission > 0.5 > given[0].addition
    assert "omission.content" in {finding.rule for finding in given[0].findings}
    assert "omission.segment" in {finding.rule for finding in given[1].findings}


def test_a_foreign_pair_gets_the_checkers_own_score() -> None:
    right, wrong = judged(
        pair(0, CHINESE, ENGLISH, 0.1),
        pair(1, CHINESE, "The museum is closed on Mondays.", 0.9),
        aligned=False,
    )
    assert right.score > 0.5 > wrong.score


def test_a_chapter_is_no_segment_and_is_not_checked() -> None:
    (given,) = judged(pair(0, "他说。" * (LONGEST_READ // 3 + 1), "He said."))
    (finding,) = given.findings
    assert finding.rule == "align.low_score"
    assert finding.message == "Too long to be checked (6,003 characters): split it into sentences."


def test_the_collector_works_again_after_a_batch_or_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert gc.isenabled()
    judged(pair(0, CHINESE, ENGLISH))
    assert gc.isenabled()

    def broken(*_: object, **__: object) -> None:
        assert not gc.isenabled()
        raise MemoryError

    monkeypatch.setattr("qa.run.cover", broken)
    with pytest.raises(MemoryError):
        judged(pair(0, CHINESE, ENGLISH))
    assert gc.isenabled()


def test_a_collector_that_rests_is_left_alone() -> None:
    gc.disable()
    try:
        judged(pair(0, CHINESE, ENGLISH))
        assert not gc.isenabled()
    finally:
        gc.enable()
