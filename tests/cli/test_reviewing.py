"""``--terms``, ``--ignore`` and ``--baseline`` of ``check`` and ``align``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import run
from corpus.formats import read_items
from corpus.model import Judgement
from qa.dismissals import fingerprints


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "batch.tsv").write_text(
        "source\ttarget\n各成员国代表同意这项建议。\tDelegates of all countries agreed to this proposal.\n",
        encoding="utf-8",
    )
    (tmp_path / "base.tsv").write_text("source\ttarget\n成员国\tmember state\n", encoding="utf-8")
    return tmp_path


def rules(path: Path) -> list[str]:
    record, = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [finding["rule"] for finding in record["findings"]]


def check(folder: Path, *more: str) -> list[str]:
    out = folder / "out.jsonl"
    arguments = ["check", str(folder / "batch.tsv"), "--fast", "--format", "jsonl"]
    run([*arguments, "-o", str(out), "--terms", str(folder / "base.tsv"), *more])
    return rules(out)


def test_check_looks_for_the_terms_of_the_base(folder: Path) -> None:
    assert "term.missing" in check(folder)
    assert "term.missing" not in check(folder, "--skip", "term.missing")


def test_check_leaves_out_what_was_dismissed_and_what_is_known(folder: Path) -> None:
    check(folder)
    old = folder / "old.jsonl"
    old.write_bytes((folder / "out.jsonl").read_bytes())
    assert check(folder, "--baseline", str(old)) == []
    item, = read_items(old)
    assert isinstance(item, Judgement)
    names = {one.rule: fingerprints(item.pair, one)[0] for one in item.findings}
    (folder / "duiyi-ignore.tsv").write_text(f"{names['term.missing']}\tterm.missing\tx\tagreed\n")
    assert "term.missing" not in check(folder)


def test_align_hears_what_was_dismissed_in_its_results(folder: Path) -> None:
    article = folder / "article.txt"
    article.write_text(
        "会议在2019年5月20日举行。\nThe meeting was held on 21 May 2019.\n"
        "各成员国代表同意这项建议。\nDelegates of all countries agreed to this proposal.\n",
        encoding="utf-8",
    )
    out = folder / "out"
    arguments = ["align", str(article), "-o", str(out), "-q", "-j", "1"]
    run(arguments)
    told = out / "article.pairs.jsonl"
    judged = [one for one in read_items(told) if isinstance(one, Judgement) and one.findings]
    names = [fingerprints(one.pair, finding)[1] for one in judged for finding in one.findings]
    assert names
    (out / "duiyi-ignore.tsv").write_text("".join(f"{name}\tx\n" for name in names))
    run(arguments)
    assert not any(one.findings for one in read_items(told) if isinstance(one, Judgement))


def test_align_looks_for_them_too_and_does_the_document_anew(folder: Path) -> None:
    article = folder / "article.txt"
    article.write_text(
        "各成员国代表同意这项建议。\nDelegates of all countries agreed to this proposal.\n"
        "会议在北京举行。\nThe meeting was held in Beijing.\n",
        encoding="utf-8",
    )
    out = folder / "out"
    arguments = ["align", str(article), "-o", str(out), "-q", "-j", "1"]
    told = out / "article.pairs.jsonl"
    assert run(arguments) == 0
    assert "term.missing" not in told.read_text(encoding="utf-8")
    assert run([*arguments, "--terms", str(folder / "base.tsv")]) == 0
    assert "term.missing" in told.read_text(encoding="utf-8")
