"""Lines whose two languages only a blank parts, cut where both halves mean the same.

新闻 News and 个人简历 Curriculum Vitae look like 打开 Excel and 主演 Tom Hanks. What tells
them apart is not their shape, so the lines that ``corpus/bilingual_lines.py`` leaves whole
are asked here what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.encoder import Encoder
from corpus.bilingual_lines import Piece, split
from corpus.lexicon import broad_glosses
from corpus.model import Block
from corpus.simplified import simplified
from corpus.words import chinese_words, english_words, stem

#: Cosine of the halves, and what is added to it when the dictionary has all Chinese words.
#: Of 38 headings 37 have .55 and more together, of 35 lines with a brand or a person in them
#: 微信 WeChat Pay, 谷歌 Google Maps, iPhone 手机 and 型号 Model S.
_ALIKE, _GLOSSED = 0.55, 0.25
#: Blocks of either language that a document must have besides: a Chinese article with one
#: English name under a heading stays Chinese.
_LEAST_BLOCKS = 2
#: A longer line is a paragraph; what parts its languages is more than a blank.
_LONGEST = 160


def parted(blocks: Sequence[Block], encoder: Encoder) -> tuple[Block, ...]:
    """The blocks, those with a Chinese and an English half of one meaning made two."""
    for language in ("zh", "en"):
        if sum(block.language == language for block in blocks) < _LEAST_BLOCKS:
            return tuple(blocks)
    return tuple(half for block in blocks for half in _halves(block, encoder))


def _halves(block: Block, encoder: Encoder) -> Iterator[Block]:
    pieces = split(block.text, 0, len(block.text), loose=True) if len(block.text) < _LONGEST else []
    if len(pieces) != 2 or _likeness(block.text, pieces, encoder) < _ALIKE:
        yield block
        return
    for piece in pieces:
        yield replace(
            block,
            start=block.start + piece.start,
            end=block.start + piece.end,
            text=block.text[piece.start : piece.end],
            language=piece.language,
            line=block.line + block.text.count("\n", 0, piece.start),
        )


def _likeness(text: str, pieces: Sequence[Piece], encoder: Encoder) -> float:
    halves = {piece.language: text[piece.start : piece.end] for piece in pieces}
    chinese, english = simplified(halves["zh"]), halves["en"]
    vectors = encoder.encode([chinese, english])
    return float(vectors[0] @ vectors[1]) + _GLOSSED * _glossed(chinese, english)


def _glossed(chinese: str, english: str) -> float:
    """The share of the Chinese words that the dictionary gives an English word of the line."""
    stems = {stem(word.text) for word in english_words(english)}
    words = [word.text for word in chinese_words(chinese) if word.text.isalpha()]
    met = sum(not stems.isdisjoint(broad_glosses(word)) for word in words)
    return met / len(words) if words else 0.0
