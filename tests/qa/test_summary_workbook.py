from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from qa.summary import DocumentSummary, cached, failed
from qa.summary_workbook import write

DONE = DocumentSummary(
    path="in/article.txt",
    name="article",
    status="done",
    layout="interleaved",
    layout_reason="3 Chinese blocks and 3 English blocks",
    source_segments=5,
    target_segments=6,
    pairs=4,
    unpaired_source=1,
    mean_score=0.91,
    severities={"error": 1, "warning": 2, "note": 0},
    rules={"number.changed": 1, "omission.content": 2},
    penalty=7.0,
    words=140,
)
BROKEN = failed("in/broken.txt", "broken", "in/broken.txt: the file is empty")


def test_a_row_a_document_and_the_rules_by_their_number() -> None:
    stream = BytesIO()
    write(stream, [BROKEN, DONE])
    book = load_workbook(stream)
    header, article, broken = book["documents"].iter_rows(values_only=True)
    told = dict(zip(header, article))
    assert (told["document"], told["pairs"], told["unpaired"]) == ("article", 4, 1)
    assert (told["errors"], told["warnings"], told["notes"]) == (1, 2, 0)
    assert told["penalty per 1000"] == 50.0
    told = dict(zip(header, broken))
    assert (told["status"], told["reason"]) == ("failed", "in/broken.txt: the file is empty")
    assert list(book["rules"].iter_rows(min_row=2, values_only=True)) == [
        ("omission.content", 2),
        ("number.changed", 1),
    ]


def test_a_run_that_found_the_work_done_writes_the_same_bytes() -> None:
    first, second = BytesIO(), BytesIO()
    write(first, [DONE, BROKEN])
    write(second, [replace(cached(DONE)), BROKEN])
    assert first.getvalue() == second.getvalue()
