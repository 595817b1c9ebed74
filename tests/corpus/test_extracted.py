from __future__ import annotations

from corpus.extracted import Mark, Paragraphs, Tongue


def test_paragraphs_keep_their_places() -> None:
    paragraphs = Paragraphs()
    paragraphs.add("知识产权", language="zh")
    paragraphs.add("")
    paragraphs.add("Page 1", kind="running head")
    paragraphs.add("One line")
    paragraphs.add("and its end", continues=True)
    extracted = paragraphs.extracted("pdf", "why")
    assert extracted.text == "知识产权\n\nPage 1\nOne line\nand its end"
    assert extracted.tongues == (Tongue(0, 4, "zh"),)
    assert extracted.marks == (Mark(6, 12, "running head"),)
    assert [extracted.text[a:b] for a, b in extracted.joined] == ["One line\nand its end"]
    assert (extracted.encoding, extracted.reason) == ("pdf", "why")


def test_noise_parts_a_paragraph() -> None:
    paragraphs = Paragraphs()
    paragraphs.add("One line")
    paragraphs.add("Page 1", kind="running head")
    paragraphs.add("and its end", continues=True)
    assert paragraphs.extracted("pdf", "").joined == ()
