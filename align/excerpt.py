"""What is read of a segment that is no sentence: its beginning and its end.

A text without stops (a table pasted into one line, a scan without punctuation) is one segment,
however long. Its words compared with those of another such segment would take the memory of
the machine; where it begins and how it ends tell what it faces. Its length is counted whole,
and the text itself is never cut.
"""

from __future__ import annotations

#: Characters from which a segment is a chapter and no sentence: of 30,000 sentences of our sets
#: none has a tenth of that. Costs: what stands in the middle of a longer one says nothing.
LONGEST_READ = 6_000


def excerpt(text: str) -> str:
    """The text, or of a chapter the first and the last characters, ``LONGEST_READ`` in all."""
    if len(text) <= LONGEST_READ:
        return text
    half = LONGEST_READ // 2
    # a blank, so that no word is made of two halves
    return f"{text[:half]} {text[-half:]}"
