"""What the user wants to hear: presets, chosen rules, severities, from options and a file."""

from __future__ import annotations

import configparser
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from corpus.errors import InputError, UsageError, unreadable
from corpus.model import SEVERITIES, Finding, Severity
from qa.checks.custom import read as read_rules
from qa.rule import Rule

Preset = Literal["lenient", "balanced", "strict"]
PRESETS: tuple[Preset, ...] = ("lenient", "balanced", "strict")

#: Probability below which a pair is called doubtful.
_LOW_SCORE: Mapping[Preset, float] = {"lenient": 0.3, "balanced": 0.5, "strict": 0.7}

#: MQM penalty of one finding (QA.md: neutral 0, minor 1, major 5).
PENALTIES: Mapping[Severity, float] = {"error": 5.0, "warning": 1.0, "note": 0.0}

_KEYS = ("preset", "only", "skip", "rules", "severity", "penalty")


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, and how loud they are.

    ``lenient`` drops the notes; ``strict`` turns notes into warnings.
    """

    preset: Preset = "balanced"
    #: globs: when not empty, only these rules are heard
    only: tuple[str, ...] = ()
    #: globs of rules that are not heard; stronger than ``only``
    skip: tuple[str, ...] = ()
    #: glob to severity, or to "off"; the last that matches a rule wins
    severities: Mapping[str, str] = field(default_factory=dict)
    #: the user's own rules, called ``custom.1`` and so on
    custom: tuple[Rule, ...] = ()
    #: MQM penalty by severity
    penalties: Mapping[Severity, float] = field(default_factory=lambda: PENALTIES)

    @property
    def low_score(self) -> float:
        """Probability below which ``align.low_score`` speaks."""
        return _LOW_SCORE[self.preset]

    @staticmethod
    def matches(rule_id: str, pattern: str) -> bool:
        """Whether a glob names a rule: the id, ``omission.*``, or the bare group."""
        return fnmatchcase(rule_id, pattern) or rule_id.startswith(f"{pattern}.")

    def selects(self, rule_id: str) -> bool:
        """Whether the rule runs at all."""
        if any(self.matches(rule_id, pattern) for pattern in self.skip):
            return False
        if self.only and not any(self.matches(rule_id, pattern) for pattern in self.only):
            return False
        return self._set(rule_id) != "off"

    def severity(self, rule_id: str, severity: Severity) -> Severity | None:
        """What a finding's severity becomes; None if it is not to be shown."""
        chosen = self._set(rule_id)
        for known in SEVERITIES:
            if chosen == known:
                return known
        if severity == "note" and self.preset == "lenient":
            return None
        if severity == "note" and self.preset == "strict":
            return "warning"
        return severity

    def heard(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are shown, with the severities the user set."""
        shown = []
        for finding in findings:
            if not self.selects(finding.rule):
                continue
            severity = self.severity(finding.rule, finding.severity)
            if severity is not None:
                shown.append(replace(finding, severity=severity))
        return shown

    def _set(self, rule_id: str) -> str | None:
        chosen = None
        for pattern, severity in self.severities.items():
            if self.matches(rule_id, pattern):
                chosen = severity
        return chosen


def load(path: Path) -> Settings:
    """Settings from a file: TOML if its name ends so, INI otherwise.

    Keys: ``preset``, ``only``, ``skip``, ``rules`` (a TSV file of the user's own rules, beside
    the settings), in INI under ``[duiyi]`` and lists by commas; and the tables ``severity``
    (glob = error, warning, note, off) and ``penalty`` (severity = number).
    """
    text = _read(path)
    try:
        table = tomllib.loads(text) if path.suffix.lower() == ".toml" else _ini(text)
        settings = _settings(table)
        files = [path.parent / name for name in _list(table.get("rules", ()))]
        custom = (rule for file in files for rule in read_rules(_read(file), str(file)))
        return replace(settings, custom=tuple(custom))
    except (tomllib.TOMLDecodeError, configparser.Error) as error:
        raise InputError(f"settings: {error}", where=str(path)) from error
    except UsageError as error:
        raise InputError(error.what, where=str(path), hint=error.hint) from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unreadable(error, path) from error
    except UnicodeDecodeError as error:
        raise InputError(
            "settings that are not UTF-8", where=str(path), hint="a TOML or INI file is wanted"
        ) from error


def _ini(text: str) -> dict[str, Any]:
    # rule ids have no "=" or ":", but globs may: delimiters are "=" only
    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    parser.read_string(text)
    table: dict[str, Any] = dict(parser["duiyi"]) if parser.has_section("duiyi") else {}
    for name in parser.sections():
        if name != "duiyi":
            table[name] = dict(parser[name])
    return table


def _settings(table: Mapping[str, Any]) -> Settings:
    for key in table:
        if key not in _KEYS:
            raise UsageError(f"unknown setting {key!r}", hint=f"known: {', '.join(_KEYS)}")
    return Settings(
        preset=_preset(table.get("preset", "balanced")),
        only=_list(table.get("only", ())),
        skip=_list(table.get("skip", ())),
        severities={
            pattern: _severity(pattern, value)
            for pattern, value in _flat(_table("severity", table.get("severity", {})))
        },
        penalties={**PENALTIES, **_penalties(_table("penalty", table.get("penalty", {})))},
    )


def _preset(value: object) -> Preset:
    for known in PRESETS:
        if value == known:
            return known
    raise UsageError(f"unknown preset {value!r}", hint=f"known: {', '.join(PRESETS)}")


def _table(name: str, value: object) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    raise UsageError(f"{name!r} must be a table", hint=f"write [{name}] on a line of its own")


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    """TOML reads negation.changed without quotation marks as a table inside a table."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.replace(",", " ").split()
    if isinstance(value, Iterable):
        return tuple(str(item) for item in value)
    raise UsageError(f"a list of rules is wanted, not {value!r}")


def _severity(pattern: str, value: object) -> str:
    if value in (*SEVERITIES, "off"):
        return str(value)
    known = ", ".join((*SEVERITIES, "off"))
    raise UsageError(f"unknown severity {value!r} for {pattern}", hint=f"known: {known}")


def _penalties(table: Mapping[str, Any]) -> dict[Severity, float]:
    penalties: dict[Severity, float] = {}
    for severity in SEVERITIES:
        if severity in table:
            try:
                penalties[severity] = float(table[severity])
            except (TypeError, ValueError):
                raise UsageError(f"the penalty of {severity} must be a number") from None
    return penalties
