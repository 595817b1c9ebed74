"""Write ``corpus/data/english_words.txt`` anew: after another version of CC-CEDICT is pinned.

    python bench/small_words.py
"""

from __future__ import annotations

from pathlib import Path

from corpus.cedict import dictionary_text
from corpus.gazetteer import small_words

if __name__ == "__main__":
    words = "\n".join(small_words(dictionary_text()))
    Path("corpus/data/english_words.txt").write_text(f"{words}\n", encoding="utf-8")
