"""What ``align`` was told about findings, kept in its folder: ``review`` checks by the same."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from cli.inputs import say
from cli.records import FOLDER
from corpus.errors import InputError, UsageError
from corpus.files import write_text

_FILE = "choices.json"

#: Fields that name files, and what the line about a lost one calls them.
_FILES = {
    "settings": "settings file", "terms": "term base", "ignore": "ignore file",
    "baseline": "baseline",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of a command that decide which findings are told."""

    preset: str | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    settings: Path | None = None
    terms: Path | None = None
    ignore: Path | None = None
    baseline: Path | None = None


#: Nothing told.
NONE = Choices()


def keep(output: Path, choices: Choices) -> None:
    """Write them into an output folder; files by their way from there, so that both can move."""
    told: dict[str, Any] = {}
    for name in _names():
        value = getattr(choices, name)
        if value:
            told[name] = _way(value, output) if isinstance(value, Path) else value
    write_text(output / FOLDER / _FILE, json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def kept(output: Path, told: Choices) -> Choices:
    """What a command was told, and where it was told nothing, what the run before was.

    A file of that run that is no longer there is told in a line and left out.
    """
    earlier = _read(output)
    lost: dict[str, Any] = {}
    for name, what in _FILES.items():
        path = getattr(earlier, name)
        if path is not None and getattr(told, name) is None and not path.is_file():
            say(
                f"{path}: the {what} of align is not there; going on without it"
                f" (or name it with --{name})"
            )
            lost[name] = None
    given = {name: value for name in _names() if (value := getattr(told, name))}
    _check(replace(earlier, **{name: getattr(NONE, name) for name in given}), output)
    return replace(earlier, **lost, **given)


def _check(earlier: Choices, output: Path) -> None:
    """Raise InputError for a rule that no one has, in a file that somebody has edited."""
    from qa.rules import selected
    from qa.settings import Settings

    try:
        selected(Settings(only=earlier.only, skip=earlier.skip))
    except UsageError as error:
        where = str(output / FOLDER / _FILE)
        raise InputError(error.what, where=where, hint=error.hint) from error


def _read(output: Path) -> Choices:
    try:
        read = json.loads((output / FOLDER / _FILE).read_text(encoding="utf-8"))
        only, skip = (_listed(read.get(name, [])) for name in ("only", "skip"))
        files = {name: (output / read[name]).resolve() for name in _FILES if name in read}
        return Choices(read.get("preset"), only, skip, **files)
    except (OSError, ValueError, AttributeError, TypeError):
        return Choices()  # of an earlier version, or not ours


def _listed(rules: Any) -> tuple[str, ...]:
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise TypeError("not a list of rules")
    return tuple(rules)


def _names() -> list[str]:
    return [field.name for field in fields(Choices)]


def _way(path: Path, output: Path) -> str:
    try:
        return os.path.relpath(path.resolve(), output.resolve())
    except ValueError:  # on another drive of Windows
        return str(path.resolve())
