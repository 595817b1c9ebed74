from __future__ import annotations

from corpus.model import Document
from corpus.reading import document_from_bytes

TEXT = """---
title: 报告
---
# 知识产权与创新 #

刘华指出，**创新**在加速。

> Liu Hua said that *innovation* gathers speed.

- 第一，专利
* [x] Second, trademarks
1. 第三，C#

| 中文 | English |
|:-----|--------:|
| 专利 | patent |

```python
print("关注")
```

Setext heading
---

![图](a.png)
<!-- 草稿
不要 --> 完
[1]: https://www.wipo.int
"""


def read(text: str) -> Document:
    return document_from_bytes(text.encode(), "a.md", "a")


def test_a_file() -> None:
    document = read(TEXT)
    assert [(block.line, block.language, block.text) for block in document.blocks] == [
        (4, "zh", "知识产权与创新"),
        (6, "zh", "刘华指出，**创新**在加速。"),
        (8, "en", "Liu Hua said that *innovation* gathers speed."),
        (10, "zh", "第一，专利"),
        (11, "en", "Second, trademarks"),
        (12, "zh", "1. 第三，C#"),
        (14, "zh", "中文"),
        (14, "en", "English"),
        (16, "zh", "专利"),
        (16, "en", "patent"),
        (22, "en", "Setext heading"),
        (27, "zh", "完"),
    ]
    assert document.text == TEXT
    kinds = [noise.kind for noise in document.noise]
    assert [kinds.count(kind) for kind in ("front matter", "code", "comment")] == [3, 3, 2]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read("---\n刘华指出\n---\n")
    assert [block.text for block in document.blocks] == ["刘华指出"]


def test_an_open_fence_runs_to_the_end() -> None:
    document = read("前\n~~~\n```\n后\n")
    assert [block.text for block in document.blocks] == ["前"]


def test_plain_hyphens_and_numbers_are_text() -> None:
    document = read("-5 degrees\n#1 in the world\n2024 - a year\n")
    assert [block.text for block in document.blocks] == [
        "-5 degrees", "#1 in the world", "2024 - a year"
    ]
