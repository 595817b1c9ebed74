import re
import signal
from collections.abc import Iterator

import click
import pytest

from cli import main
from corpus.errors import InputError


def raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(main.commands, "main", broken)


def test_help_lists_every_command_with_its_first_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main.run(["-h"]) == 0
    shown = capsys.readouterr().out
    for name in main.COMMANDS:
        assert re.search(rf"^  {name} +[A-Z]", shown, re.MULTILINE), name


@pytest.mark.parametrize("command", ["", *main.COMMANDS])
def test_help_fits_a_terminal_of_80_columns(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main.run([*filter(None, [command]), "-h"]) == 0
    _, *shown = capsys.readouterr().out.splitlines()
    # a summary that is cut short ends in dots
    assert [line for line in shown if len(line) > 80 or line.endswith("...")] == []


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["--version"]) == 0
    assert re.fullmatch(r"duiyi, version \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_alone_it_helps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["-h"]) == 0
    asked = capsys.readouterr()
    assert main.run([]) == 0
    assert capsys.readouterr() == asked


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["algin"], "No such command 'algin'; did you mean align? (duiyi -h lists the commands)"),
        (["frobnicate"], "No such command 'frobnicate' (duiyi -h lists the commands)"),
        (["--nope"], "No such option '--nope' (duiyi -h lists the commands)"),
        (["align", "a"], "Missing option '-o' / '--output' (duiyi align -h lists the options)"),
        (["eval", "a"], "Missing argument 'OUT' (duiyi eval -h lists the options)"),
        (
            ["rules", "--format", "xml"],
            "Invalid value for '--format': 'xml' is not one of 'text', 'jsonl'"
            " (duiyi rules -h lists the options)",
        ),
    ],
)
def test_wrong_usage_is_one_line(
    arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run(arguments) == 2
    assert capsys.readouterr() == ("", f"duiyi: {line}\n")


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (
            InputError("the file is empty", where="a.txt", hint="give it text"),
            2,
            "duiyi: a.txt: the file is empty (give it text)\n",
        ),
        (click.ClickException("no"), 2, "duiyi: no\n"),
        (KeyboardInterrupt(), 130, "duiyi: interrupted; what was finished is kept\n"),
        (
            ZeroDivisionError("1/0"),
            3,
            "duiyi: a bug in duiyi: ZeroDivisionError: 1/0"
            " (set DUIYI_DEBUG=1 to see where, and report it)\n",
        ),
    ],
)
def test_every_error_is_one_line_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    line: str,
) -> None:
    raising(monkeypatch, error)
    assert main.run([]) == code
    assert capsys.readouterr().err == line


@pytest.fixture
def default_signal() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGTERM, before)


def test_a_kill_that_asks_first_ends_like_ctrl_c(
    default_signal: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def killed(*_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(main.commands, "main", killed)
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "duiyi: interrupted; what was finished is kept\n"


def test_a_bug_shows_its_place_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raising(monkeypatch, ZeroDivisionError("1/0"))
    monkeypatch.setenv("DUIYI_DEBUG", "1")
    assert main.run([]) == 3
    assert "Traceback" in capsys.readouterr().err
