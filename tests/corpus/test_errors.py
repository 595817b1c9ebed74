import pytest

from corpus.errors import DuiyiError, InputError, OutputError, UsageError


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (InputError("the file is empty"), "the file is empty"),
        (InputError("the file is empty", where="a.txt"), "a.txt: the file is empty"),
        (UsageError("no format 'x'", hint="known: tmx"), "no format 'x' (known: tmx)"),
        (
            OutputError("cannot write:\n no space", where="out", hint="make\troom"),
            "out: cannot write: no space (make room)",
        ),
    ],
)
def test_what_where_and_what_next_on_one_line(error: DuiyiError, line: str) -> None:
    assert str(error) == line


def test_they_travel_between_processes() -> None:
    error = InputError("the file is empty", where="a.txt", hint="give it text")
    assert (error.what, error.where, error.hint) == error.args
