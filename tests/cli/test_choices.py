from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli import options
from cli.choices import Choices, keep, kept
from cli.main import run
from corpus.errors import InputError
from review import serve
from tests.cli.sample import ARTICLE
from tests.review.sample import walk, write_folder

NONE = Choices()


def test_what_one_command_was_told_the_other_knows(tmp_path: Path) -> None:
    terms = (tmp_path / "terms.tsv").resolve()
    terms.touch()
    told = Choices("strict", ("omission.*",), ("format",), terms=terms)
    keep(tmp_path / "out", told)
    assert kept(tmp_path / "out", NONE) == told


def test_what_is_told_now_goes_before(tmp_path: Path) -> None:
    keep(tmp_path, Choices("strict", ("omission.*",), ("format",)))
    assert kept(tmp_path, Choices("lenient", only=("number",))) == Choices(
        "lenient", ("number",), ("format",)
    )


def test_the_folder_and_its_files_can_move_together(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "house.toml").touch()
    keep(work / "out", Choices(settings=work / "house.toml"))
    assert str(tmp_path) not in (work / "out" / ".duiyi" / "choices.json").read_text()
    shutil.move(work, tmp_path / "moved")
    found = kept(tmp_path / "moved" / "out", NONE).settings
    assert found is not None
    assert found == (tmp_path / "moved" / "house.toml").resolve()


def test_a_file_that_is_gone_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terms = tmp_path / "terms.tsv"
    keep(tmp_path / "out", Choices(terms=terms))
    assert kept(tmp_path / "out", NONE) == NONE
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(
        "terms.tsv: the term base of align is not there; going on without it"
        " (or name it with --terms)"
    )
    # somebody names another one: nothing to tell
    assert kept(tmp_path / "out", Choices(terms=terms)) == Choices(terms=terms)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"only": 1}', '{"only": "x"}', '{"skip": [3]}', '{"settings": 1}', "\0"],
)
def test_a_file_that_is_not_ours_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / ".duiyi").mkdir()
    (tmp_path / ".duiyi" / "choices.json").write_text(text)
    assert kept(tmp_path, NONE) == NONE


def test_a_rule_misspelt_in_the_file_is_told_with_its_name(tmp_path: Path) -> None:
    keep(tmp_path, Choices(only=("omision.content",)))
    with pytest.raises(InputError, match="choices.json: no rule .*omision.content"):
        kept(tmp_path, NONE)
    # the command line's own rules go before, and are told without it
    assert kept(tmp_path, Choices(only=("omission.*",))).only == ("omission.*",)


def test_align_keeps_them_and_another_align_forgets_them(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    out = tmp_path / "out"
    command = ["align", str(article), "-o", str(out), "-q"]
    assert run([*command, "--preset", "strict", "--skip", "format"]) == 0
    assert kept(out, NONE) == Choices("strict", skip=("format",))
    assert run(command) == 0
    assert kept(out, NONE) == NONE


def test_review_checks_by_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path / "out", [walk()])
    terms = tmp_path / "terms.tsv"
    terms.write_text("source\ttarget\n路\troad\n", encoding="utf-8")
    keep(folder, Choices("strict", terms=terms))
    given: list[object] = []
    monkeypatch.setattr(serve, "serve", lambda *_, **__: True)
    asked, based = options.settings_of, options.terms_of

    def settings_of(*some: object) -> object:
        given.append(some[0])
        return asked(*some)  # type: ignore[arg-type]

    def terms_of(*some: object) -> object:
        given.append(some[0])
        return based(*some)  # type: ignore[arg-type]

    monkeypatch.setattr(options, "settings_of", settings_of)
    monkeypatch.setattr(options, "terms_of", terms_of)
    assert run(["review", str(folder)]) == 0
    assert run(["review", str(folder), "--preset", "lenient"]) == 0
    resolved = terms.resolve()
    assert [one.resolve() if isinstance(one, Path) else one for one in given] == [
        "strict", resolved, "lenient", resolved,
    ]
