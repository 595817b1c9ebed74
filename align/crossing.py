"""Reporting clauses that change sides: two pairs that are translations only together.

A Chinese quotation may end its sentence before the speaker is named, and the same clause
goes on to something else; English names the speaker with the first half:

    “…均超过全国平均水平的两倍以上。” 张志成表示,中国国家知识产权局将继续…。
    "… more than double the national average," Zhang stated. The CNIPA will continue …

Taken one by one, the first pair would add a speaker and the second would lose one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.beads import LONGEST, MOST, Bead

#: A quotation that is a whole sentence, at the end of the Chinese side.
_CHINESE_QUOTATION = re.compile("[。！？!?…][”」』\"]$")

#: The speaker's clause at the head of the next Chinese sentence, and more after it:
#: 张志成表示,… 他还介绍说：… Costs: 他指出, at the head of a new statement of his own looks
#: the same; the English side must agree.
_CHINESE_SPEAKER = re.compile(
    "[^，,。：:“”「」]{1,24}?(?:表示|指出|介绍|認為|认为|强调|強調|透露|坦言|补充|解释|告诉|谈到|称|說|说|道)"
    "[^，,。：:]{0,4}[，,：:]."
)

#: The speaker's clause at the end of the English side, after a closing quotation mark.
_ENGLISH_SPEAKER = re.compile(
    r"""
    [,.?!]["”’']\s
    [^"“”]{0,80}?
    \b(?:said|says|stated|states|added|adds|explained|explains|noted|notes|remarked|replied
      |told|pointed\ out|emphasi[sz]ed|stressed|introduced|shared|recalled|admitted|revealed
      |continued|concluded|observed|asked|answered)\b
    [^"“”]{0,80}[.]$
    """,
    re.VERBOSE,
)


def joined(beads: Sequence[Bead], chinese: Sequence[str], english: Sequence[str]) -> list[Bead]:
    """The beads, with neighbours made one where a reporting clause lies across them.

    ``chinese`` and ``english`` are the texts that the beads' ranges count. The joined
    bead's score is the lower of the two.
    """
    made: list[Bead] = []
    for bead in beads:
        if made and _crosses(made[-1], bead, chinese, english):
            first = made.pop()
            bead = Bead(
                (first.source[0], bead.source[1]),
                (first.target[0], bead.target[1]),
                min(first.score, bead.score),
            )
        made.append(bead)
    return made


def _crosses(first: Bead, second: Bead, chinese: Sequence[str], english: Sequence[str]) -> bool:
    if not (first.paired and second.paired) or first.source[1] != second.source[0]:
        return False
    if first.target[1] != second.target[0]:
        return False
    source = second.source[1] - first.source[0]
    target = second.target[1] - first.target[0]
    if max(source, target) > LONGEST or source + target > MOST:
        return False
    return (
        _CHINESE_QUOTATION.search(chinese[first.source[1] - 1]) is not None
        and _CHINESE_SPEAKER.match(chinese[second.source[0]]) is not None
        and _ENGLISH_SPEAKER.search(english[first.target[1] - 1]) is not None
    )
