from __future__ import annotations

import re

import pytest

from corpus.negation_english import _ASKED_TURNS, _FACING_TURNS
from corpus.negation_opposites import _OPPOSITES
from corpus.negations import _FACING, HIDDEN_CHINESE
from corpus.written import Written

PATTERNS = [
    re.compile(source)
    for source in ("不(?:太|很)?容?易", "缺乏|缺", "[哪岂](?:里|能)", "(?<!灾)难(?!民)", "没有?(?:来|到)")
]
WRITTEN = Written(PATTERNS)


def test_within() -> None:
    assert WRITTEN.within("这件事很不容易") == (0,)
    assert WRITTEN.within("不去") == ()             # nothing that follows
    assert WRITTEN.within("容易") == ()             # nothing that begins
    assert WRITTEN.within("哪里缺人，难民没到") == (1, 2, 3, 4)
    assert WRITTEN.within("") == ()


def test_at() -> None:
    assert WRITTEN.at("不") == (0,)
    assert WRITTEN.at("易") == ()


def test_matches() -> None:
    found = [(number, match.span()) for number, match in WRITTEN.matches("没来不易，不太容易，难民难")]
    assert found == [(4, (0, 2)), (0, (2, 4)), (0, (5, 9)), (3, (12, 13))]


@pytest.mark.parametrize("source", ["[^不]能", "么?能", "(?:不|没)能", r"\w不"])
def test_a_pattern_must_say_what_it_begins_with(source: str) -> None:
    with pytest.raises(ValueError, match="begins with no Han character"):
        Written([re.compile(source)])


#: One that each pattern of the lists matches in, and the clauses between them.
TEXT = (
    "为防止失误，他否认缺乏经验，拒绝停止，谁知道难处；除了反对与其很少忘记，还没绝望，空白摆脱错误，差得远。"
    "只是但减出，不仅无论无疑例外，除非直到空前擅自，最老样子，与其不低于三人，而非不去就不行，不容易，喝不完，"
    "不敌，拗不过，不难，不会消失，不高，不佳，不远，不久，不见，没走，没说话，不再，不寻常，不同，不清，不如，"
    "不肯，不顾，不安，不利，不幸，不对，不知，没办法，没意思，没关系，不准，不足，不少于，不得已，别，记不起，"
    "不在乎，不爱，不信，不理，不稳，不亮，不辞，非，那时不见，毋庸置疑，无用，无视，毋宁，宁可走也不来，"
    "没多久，就，还没，不相关，未按时，不遵守，不赞成，不止，无证，措手不及，不可思议，不停，不畅，没断，"
    "不给力，不振，无力，没钱，无人，无声，不治，没通过，不认识，没做完，没来"
)


@pytest.mark.parametrize(
    "listed", [HIDDEN_CHINESE + _FACING, _OPPOSITES, _FACING_TURNS, _ASKED_TURNS]
)
def test_nothing_that_matches_is_passed_over(
    listed: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
) -> None:
    patterns = [pattern for pattern, _ in listed]
    written = Written(patterns)
    for text in (TEXT, *re.split("[，。；]", TEXT)):
        matching = {number for number, one in enumerate(patterns) if one.search(text)}
        assert matching <= set(written.within(text))
