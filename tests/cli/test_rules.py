from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from cli.rules import command
from corpus.errors import UsageError
from qa.rules import RULES


def test_lists_every_rule_with_its_first_sentence() -> None:
    result = CliRunner().invoke(command, [])
    assert result.exit_code == 0
    for rule in RULES:
        assert rule.id in result.output
        assert rule.summary in result.output


def test_explains_one() -> None:
    result = CliRunner().invoke(command, ["untranslated.empty"])
    assert result.exit_code == 0
    assert result.output == (
        "untranslated.empty      error     Accuracy/Untranslated\n"
        "    The target is empty.\n"
        "    Xbench: Untranslated Segment · CheckMate: EMPTY_TARGETSEG · Trados: Forgotten and"
        " empty translations · memoQ: empty target (3010) · pofilter: untranslated\n"
        "\n"
        "A target of nothing but marks counts as empty. A source with nothing to translate (a\n"
        "rule of stars, a lone number) may be left empty and is passed over. A segment that the\n"
        "aligner left unpaired is `align.unpaired` and `omission.segment`, not this.\n"
    )


@pytest.mark.parametrize("named", ["number", "number.*"])
def test_a_group_lists_its_rules(named: str) -> None:
    told = CliRunner().invoke(command, [named])
    heads = [line for line in told.output.splitlines() if not line.startswith(" ")]
    assert [line.split()[0] for line in heads] == [
        "number.missing", "number.extra", "number.changed",
    ]


def test_json_lines() -> None:
    result = CliRunner().invoke(command, ["--format", "jsonl"])
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [row["id"] for row in rows] == [rule.id for rule in RULES]
    assert list(rows[0]) == ["id", "severity", "mqm", "summary", "explanation", "known_as"]


def test_unknown_id_is_one_line_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean untranslated.residue"):
        CliRunner().invoke(command, ["untranslated.residues"], catch_exceptions=False)
