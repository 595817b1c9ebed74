from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import InputError
from review.dismissed import IgnoreFile
from review.folder import Folder
from tests.qa import sample
from tests.review.sample import walk, write_folder


def opened(path: Path) -> Folder:
    return Folder(path, IgnoreFile(path / "duiyi-ignore.tsv"))


def test_documents_are_those_of_the_summary(tmp_path: Path) -> None:
    mono = sample.monolingual()
    folder = opened(write_folder(tmp_path, [walk(), (mono[0], mono[1])]))
    assert [one.name for one in folder.summaries] == ["mono", "walk"]
    assert (folder.document(0), folder.document(1), folder.document(3)) == (None, None, None)
    found = folder.document(2)
    assert found is not None and found is folder.document(2)
    assert folder.open_documents() == [found]


def test_what_somebody_has_begun(tmp_path: Path) -> None:
    folder = opened(write_folder(tmp_path, [walk()]))
    assert list(folder.begun_documents()) == []
    (tmp_path / "walk.decisions.jsonl").write_text('{"number": 1, "kind"', encoding="utf-8")
    [found] = opened(tmp_path).begun_documents()
    assert found.ledger.torn == '{"number": 1, "kind"'


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "{path}: no results of duiyi align here (duiyi align FILE -o FOLDER makes one)"),
        ("{}", "{path}/summary.json: not a summary of duiyi align"
               " (duiyi align FILE -o FOLDER makes one)"),
        ("[", "{path}/summary.json: not a summary of duiyi align"
              " (duiyi align FILE -o FOLDER makes one)"),
    ],
)  # fmt: skip
def test_a_folder_without_results(tmp_path: Path, content: str | None, what: str) -> None:
    if content is not None:
        (tmp_path / "summary.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as error:
        opened(tmp_path)
    assert str(error.value) == what.format(path=tmp_path)


@pytest.mark.parametrize("name", ["../walk", "/etc/passwd", "a/../../walk", ""])
def test_names_that_lead_out_of_the_folder_are_no_documents(tmp_path: Path, name: str) -> None:
    path = write_folder(tmp_path / "out", [walk()])
    write_folder(tmp_path, [walk()])
    summary = json.loads((path / "summary.json").read_text(encoding="utf-8"))
    summary["documents"][0]["name"] = name
    (path / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
    assert opened(path).summaries == []


def test_a_link_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    path = write_folder(tmp_path / "out", [walk()])
    lines = path / "walk.pairs.jsonl"
    lines.rename(tmp_path / "secret.jsonl")
    lines.symlink_to(tmp_path / "secret.jsonl")
    assert opened(path).summaries == []
