from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.model import Finding
from qa.rules import selected
from qa.settings import Settings, load

NOTE = Finding("punctuation.end", "note", "…", "target", (0, 0), "", "Fluency/Punctuation")
ERROR = Finding("number.missing", "error", "…", "source", (0, 0), "", "Accuracy/Omission")

TOML = """
preset = "strict"
skip = ["format.*"]
[severity]
"number.*" = "warning"
"punctuation.end" = "off"
[penalty]
error = 10
"""

INI = """
[duiyi]
preset = strict
skip = format.*, align.unpaired
[severity]
number.* = warning
"""


def test_presets() -> None:
    assert Settings(preset="lenient").heard([NOTE, ERROR]) == [ERROR]
    assert Settings().heard([NOTE, ERROR]) == [NOTE, ERROR]
    assert [f.severity for f in Settings(preset="strict").heard([NOTE, ERROR])] == [
        "warning",
        "error",
    ]


def test_toml(tmp_path: Path) -> None:
    file = tmp_path / "duiyi.toml"
    file.write_text(TOML, encoding="utf-8")
    settings = load(file)
    assert [(f.rule, f.severity) for f in settings.heard([NOTE, ERROR])] == [
        ("number.missing", "warning")
    ]
    assert not settings.selects("format.space")
    assert settings.penalties == {"error": 10.0, "warning": 1.0, "note": 0.0}


def test_ini(tmp_path: Path) -> None:
    file = tmp_path / "duiyi.ini"
    file.write_text(INI, encoding="utf-8")
    settings = load(file)
    assert settings.preset == "strict"
    assert settings.skip == ("format.*", "align.unpaired")
    assert settings.heard([ERROR])[0].severity == "warning"


def test_the_last_matching_severity_wins() -> None:
    settings = Settings(severities={"number.*": "off", "number.missing": "note"})
    assert settings.heard([ERROR])[0].severity == "note"
    assert not settings.selects("number.extra")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('preset = "loud"', "unknown preset 'loud'"),
        ("presets = 1", "unknown setting 'presets'"),
        ('[severity]\n"a.b" = "fatal"', "unknown severity 'fatal' for a.b"),
        ("[penalty]\nerror = 'much'", "the penalty of error must be a number"),
        ("severity = 1", "'severity' must be a table"),
        ("only = 3", "a list of rules is wanted"),
        ("= 3", "settings: "),
    ],
)
def test_errors_name_the_file(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        load(file)
    assert message in str(error.value)
    assert str(file) in str(error.value)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load(tmp_path / "none.toml")


def test_own_rules_lie_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "house.tsv").write_text("保密\t\tConfidential text\terror\n", encoding="utf-8")
    file = tmp_path / "duiyi.toml"
    file.write_text('rules = "house.tsv"', encoding="utf-8")
    settings = load(file)
    assert [(rule.id, rule.severity) for rule in settings.custom] == [("custom.1", "error")]
    assert settings.custom[0] in selected(settings)
    assert settings.custom[0] not in selected(replace(settings, skip=("custom",)))


def test_a_missing_rules_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "duiyi.toml"
    file.write_text('rules = "none.tsv"', encoding="utf-8")
    with pytest.raises(InputError, match="none.tsv"):
        load(file)


def test_a_rule_without_quotation_marks_is_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[severity]\nnegation.changed = "note"\n"number.*" = "off"\n', encoding="utf-8")
    assert load(path).severities == {"negation.changed": "note", "number.*": "off"}
