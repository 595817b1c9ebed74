"""How much of each side of a pair the other side carries, with the stretches it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import mul

import numpy as np

from align.lone_words import with_lone_words
from align.wordmatch import TokenEncoder, WordStates, chinese_states, english_states, listed
from corpus.clauses import Span, chinese_clauses, english_clauses
from qa.coverage_around import with_surroundings
from qa.coverage_cells import Numbers
from qa.coverage_doubts import Doubts, doubts
from qa.coverage_features import Missing, features, pair_features
from qa.coverage_habits import habits, stored_habits, telling
from qa.coverage_lengths import Lengths, Shares, length_ratios, usual_lengths
from qa.coverage_match import Likened, Matched, match
from qa.coverage_model import Mode, probability
from qa.coverage_named import named
from qa.coverage_spans import gaps
from qa.coverage_words import Decided, Met, meet
from qa.unit import Content, Coverage, Tongue, Unit

#: Pairs whose word tables are in memory together.
_PAIRS_AT_ONCE = 512
#: Without token states only dictionary, spelling and pinyin speak, so they speak louder:
#: a gloss match (.25) then covers a word.
_FAST_SCALE = 2.5
#: Score of marks facing marks: nothing speaks against them.
_MARKS_ONLY = 0.9


@dataclass(frozen=True, slots=True)
class Comparison:
    """The words of one pair compared, before anything is weighed."""

    matched: tuple[Matched, Matched]
    decided: tuple[Decided, Decided]
    missing: tuple[Missing, Missing]
    #: of either side
    clauses: tuple[list[Span], list[Span]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one pair: which of its words are met."""

    #: each word as far as it tells of a loss ...
    zh: Met
    en: Met
    #: ... and as what it is: a stretch is measured so, or 法律 alone would be one
    plain: Met
    lengths: Lengths
    #: of either side
    clauses: tuple[list[Span], list[Span]]
    missing: tuple[Missing, Missing]


def compare(
    pairs: Sequence[tuple[str, str]], encoder: TokenEncoder | None
) -> list[Comparison]:
    """The words of (Chinese, English) pairs compared; without an encoder by dictionary alone."""
    found: list[Comparison] = []
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        part = pairs[start : start + _PAIRS_AT_ONCE]
        # a text that stands in several pairs is read once
        chinese = list(dict.fromkeys(pair[0] for pair in part))
        english = list(dict.fromkeys(pair[1] for pair in part))
        both = chinese_states(chinese, encoder), english_states(english, encoder)
        if encoder is not None:
            both = with_lone_words(both[0], encoder, 0), with_lone_words(both[1], encoder, 1)
        left, right = dict(zip(chinese, both[0])), dict(zip(english, both[1]))
        states = [(left[pair[0]], right[pair[1]]) for pair in part]
        matched = list(match(_likened(*both, fast=encoder is None) for both in states))
        for pair, compared in zip(part, with_surroundings(matched)):
            clauses = chinese_clauses(pair[0]), english_clauses(pair[1])
            found.append(Comparison(compared, *named(*pair), clauses))
    return found


def _likened(zh: WordStates, en: WordStates, *, fast: bool) -> Likened:
    """The words of a pair with the table of their likeness."""
    added = listed(zh, en)
    if fast:
        added *= _FAST_SCALE
        return zh, en, added, added
    return zh, en, zh.vectors @ en.vectors.T + added, added


def gather(
    pairs: Sequence[tuple[str, str]], encoder: TokenEncoder | None
) -> list[Evidence]:
    """The evidence on (Chinese, English) pairs; without an encoder from the dictionary alone."""
    compared = compare(pairs, encoder)
    mode: Mode = "fast" if encoder is None else "full"
    (zh, counts), (en, _) = _doubts(mode, "zh", compared), _doubts(mode, "en", compared)
    return [weigh(*one) for one in zip(compared, zip(zh, en), counts)]


def weigh(
    compared: Comparison,
    doubted: tuple[Doubts, Doubts],
    counts: Numbers,
    shares: Shares | None = None,
) -> Evidence:
    """The evidence on one pair, each word's match once doubted.

    ``counts`` is what ``telling`` says of the Chinese words (the English ones measure the
    length, for which each counts as it is); ``shares`` are what kinds of words take in English,
    where not those that are shipped.
    """
    zh, en = meet(compared.matched, doubted, compared.decided)
    told = zh.weighing(list(map(mul, zh.weights, counts.tolist())))
    lengths = length_ratios(zh, en, shares)
    return Evidence(told, en, zh, lengths, compared.clauses, compared.missing)


def _doubts(
    mode: Mode, tongue: Tongue, compared: Sequence[Comparison]
) -> tuple[list[Doubts], list[Numbers]]:
    """The doubts on one side's words of every pair, and how far each word tells of a loss."""
    sides = [one.matched[0 if tongue == "zh" else 1] for one in compared]
    if not sides:
        return [], []
    ends = np.cumsum([len(side.words) for side in sides])[:-1]
    evidence = np.concatenate([side.evidence for side in sides])
    words = [word for side in sides for word in side.words]
    alone = habits(stored_habits(mode, tongue), tongue, words)
    doubted = doubts(mode, tongue, evidence, alone)
    return np.split(doubted, ends), np.split(telling(alone), ends)


def sides(evidence: Evidence, usual: Lengths = Lengths(0, 0)) -> tuple[Numbers, Numbers]:
    """The features of what the Chinese has and the English lacks, and the reverse.

    ``usual`` is what the document's pairs have as a rule.
    """
    short = evidence.lengths.less(usual)
    zh, en = evidence.zh, evidence.en
    lost = features(zh, en, evidence.clauses[0], short, evidence.missing[0])
    added = features(en, zh, evidence.clauses[1], short.reverse, evidence.missing[1])
    return lost, added


def cover(
    units: Sequence[Unit],
    encoder: TokenEncoder,
    *,
    aligned: bool = False,
    fast: bool = False,
) -> list[Unit]:
    """The units with their coverage; their score too, unless the aligner gave one.

    ``fast`` asks the dictionary alone, not the encoder.
    """
    both = [place for place, unit in enumerate(units) if _worded(unit)]
    evidence = gather(
        [(units[place].chinese, units[place].english) for place in both],
        None if fast else encoder,
    )
    usual = usual_lengths([one.lengths for one in evidence])
    covered = [_wordless(unit, aligned) for unit in units]
    mode: Mode = "fast" if fast else "full"
    for place, one in zip(both, evidence):
        lost, added = sides(one, usual)
        chance = probability(mode, "score", pair_features(one.zh, one.en, one.lengths))
        coverage = Coverage(
            zh=Content(
                _doubted(probability(mode, "zh", lost), chance),
                gaps(one.plain, one.en, units[place].chinese, one.clauses[0]),
            ),
            en=Content(
                _doubted(probability(mode, "en", added), chance),
                gaps(one.en, one.plain, units[place].english, one.clauses[1]),
            ),
            score=chance,
        )
        unit = units[place]
        covered[place] = replace(
            unit, coverage=coverage, score=unit.score if aligned else chance
        )
    return covered


def _doubted(lost: float, score: float) -> float:
    """The chance that content is lost, where the two may be no translations at all."""
    return 1 - (1 - lost) * score


def _worded(unit: Unit) -> bool:
    """Whether both sides are there, and one of them says anything in letters or figures."""
    said = any(map(str.isalnum, unit.chinese)) or any(map(str.isalnum, unit.english))
    return bool(unit.chinese and unit.english and said)


def _wordless(unit: Unit, aligned: bool) -> Unit:
    """A unit without evidence: an empty side, or nothing but marks (…… and ...)."""
    if unit.chinese and unit.english:
        marks = Coverage(Content(0.0), Content(0.0), _MARKS_ONLY)
        return replace(unit, coverage=marks, score=unit.score if aligned else marks.score)
    coverage = Coverage(
        zh=Content(1.0 if unit.chinese else 0.0, ()),
        en=Content(1.0 if unit.english else 0.0, ()),
        score=0.0,
    )
    return replace(unit, coverage=coverage, score=0.0)
