"""How many sentences of a text seem to have no counterpart, as a sign of what it is like.

In a textbook that is translated sentence by sentence, one that faces nothing was most likely
joined to its neighbour; in an article that lacks whole paragraphs it was most likely left out.
So a first look counts the sentences that seem unpaired, and what one more of them is worth
depends on that count. What this gets wrong: where a translator left out one sentence of a
whole book, and only that one, it is joined more easily to its neighbour.
"""

from __future__ import annotations

import math

#: Share of unpaired sentences at which they are worth what they are without this sign: twice
#: what texts with single sentences missing hold.
_EVEN = 0.05
#: Sentences of a side, and the share of them unpaired, that count as seen before: a text of a
#: few sentences says little, and most texts are whole. 20 to 100 sentences, .02 to .05 differ by
#: some three beads of 2,400.
_SEEN, _SEEN_SHARE = 100.0, 0.03
#: Twice the even share; what lacks a third of its sentences says no more than this.
_MOST = math.log(2)


def gap_sign(unpaired: float, sentences: int) -> float:
    """How far a side's share of unpaired sentences lies from even: 0 is even, below it few.

    ``unpaired`` is how many of the ``sentences`` are expected to have no counterpart.
    """
    share = (unpaired + _SEEN_SHARE * _SEEN) / (sentences + _SEEN)
    return min(_MOST, math.log(share / _EVEN))
