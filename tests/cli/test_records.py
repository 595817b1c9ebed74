from dataclasses import replace
from pathlib import Path

import pytest

from cli.batch import Task
from cli.records import Records, options_key
from cli.work import Order
from qa.summary import DocumentSummary


@pytest.fixture
def task(tmp_path: Path) -> Task:
    path = tmp_path / "article.txt"
    path.write_text("你好", encoding="utf-8")
    return Task(path, "article")


@pytest.fixture
def summary(task: Task, tmp_path: Path) -> DocumentSummary:
    (tmp_path / "article.tmx").touch()
    return DocumentSummary(
        path=str(task.path), name="article", status="done", pairs=3, files=("article.tmx",)
    )


def test_what_is_done_is_found_again(task: Task, summary: DocumentSummary, tmp_path: Path) -> None:
    records = Records(tmp_path, "options")
    assert records.find(records.marked(task)) is None
    records.keep(records.marked(task), summary)
    assert records.find(records.marked(task)) == replace(summary, status="cached")


def test_a_document_changed_while_it_is_done_is_done_again(
    task: Task, summary: DocumentSummary, tmp_path: Path
) -> None:
    records = Records(tmp_path, "options")
    marked = records.marked(task)
    task.path.write_text("再见", encoding="utf-8")
    records.keep(marked, summary)
    assert records.find(records.marked(task)) is None


def test_what_is_not_there_has_no_key(task: Task, tmp_path: Path) -> None:
    task.path.unlink()
    assert Records(tmp_path, "options").marked(task) == task


def test_other_text_other_options_or_a_missing_result_are_done_again(
    task: Task, summary: DocumentSummary, tmp_path: Path
) -> None:
    records = Records(tmp_path, "options")
    other = Records(tmp_path, "other options")
    records.keep(records.marked(task), summary)
    assert other.find(other.marked(task)) is None
    task.path.write_text("再见", encoding="utf-8")
    assert records.find(records.marked(task)) is None
    task.path.write_text("你好", encoding="utf-8")
    assert records.find(records.marked(task)) is not None
    (tmp_path / "article.tmx").unlink()
    assert records.find(records.marked(task)) is None


def test_standard_input_is_known_by_its_content(tmp_path: Path, summary: DocumentSummary) -> None:
    records = Records(tmp_path, "options")
    task = Task(Path("stdin"), "article", "你好".encode())
    records.keep(records.marked(task), summary)
    assert records.find(records.marked(task)) is not None
    assert records.find(records.marked(replace(task, data="再见".encode()))) is None


@pytest.mark.parametrize("content", ["", "{}", "[1", '{"key": 1, "summary": 2}'])
def test_a_record_that_cannot_be_trusted_is_none(
    task: Task, summary: DocumentSummary, tmp_path: Path, content: str
) -> None:
    records = Records(tmp_path, "options")
    task = records.marked(task)
    records.keep(task, summary)
    (path,) = (tmp_path / ".duiyi").iterdir()
    path.write_text(content)
    assert records.find(task) is None


def test_a_failure_is_tried_again(task: Task, summary: DocumentSummary, tmp_path: Path) -> None:
    records = Records(tmp_path, "options")
    task = records.marked(task)
    records.keep(task, replace(summary, status="failed"))
    assert records.find(task) is None


def test_the_key_is_of_what_results_depend_on() -> None:
    order = Order(output=Path("out"))
    assert options_key(order) == options_key(replace(order, output=Path("elsewhere")))
    assert options_key(order) != options_key(replace(order, min_score=0.6))
    assert options_key(order) != options_key(replace(order, encoding="gbk"))
