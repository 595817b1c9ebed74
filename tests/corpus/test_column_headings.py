from __future__ import annotations

import pytest

from corpus.column_headings import headings
from corpus.model import Language


@pytest.mark.parametrize(
    ("row", "named", "languages", "asides"),
    [
        ("中文|English", True, {0: "zh", 1: "en"}, set()),
        ("No.|EN |ZH|Comments", True, {1: "en", 2: "zh"}, {0, 3}),
        ("原文|译文", True, {}, set()),
        ("年份|中文|English", True, {1: "zh", 2: "en"}, set()),
        ("原文|译文|部门", False, {}, set()),
        # one language says nothing of the others, and text is no heading
        ("中文|说明", False, {}, set()),
        ("专利|patent", False, {}, set()),
        ("备注|序号", False, {}, set()),
        ("", False, {}, set()),
    ],
)
def test_what_a_first_row_says(
    row: str, named: bool, languages: dict[int, Language], asides: set[int]
) -> None:
    columns = headings(dict(enumerate(row.split("|"))))
    assert (columns.named, columns.languages, columns.asides) == (named, languages, asides)
