"""SARIF 2.1.0: what its schema requires, and what code review needs of it.

``pydantic_sarif`` holds classes generated from the OASIS schema, no other key allowed. The
schema itself (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json)
comes in no package; outputs of ``duiyi check`` were valid by it when this was written.
"""

from __future__ import annotations

import importlib
import json
import re
from typing import Any

import pytest

from corpus.model import Finding, Judgement, Pair, Segment
from qa.rule import Hit, Rule
from qa.sarif import Checked, sarif
from qa.unit import Unit
from tests.qa import sample


def lost_content(unit: Unit) -> list[Hit]:
    """Part of the source is not carried over.

    Wrong where the English says it in another place.
    """
    return []


RULES = (
    Rule("omission.content", lost_content, "warning", "Accuracy/Omission", {"Xbench": "none"}),
)


def made(*samples: sample.Sample) -> dict[str, Any]:
    files = [Checked(alignment.path, judged, text) for alignment, judged, text in samples]
    told: dict[str, Any] = json.loads(sarif(files, RULES, "0.1.0"))
    return told


def test_the_classes_of_the_schema_read_it() -> None:
    model = importlib.import_module("pydantic_sarif.model")
    reader = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    for log in (made(sample.wipo(), sample.hostile()), made()):
        assert len(reader.model_validate(log).runs[0].results) == len(log["runs"][0]["results"])
    log["runs"][0]["colour"] = "red"
    with pytest.raises(ValueError, match="colour"):
        reader.model_validate(log)


def test_of_too_many_the_gravest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [result["level"] for result in made(sample.wipo())["runs"][0]["results"]]
    errors = before.count("error")
    assert 0 < errors < len(before)
    monkeypatch.setattr("qa.sarif.MOST_RESULTS", errors)
    log = made(sample.wipo())
    (run,) = log["runs"]
    assert [result["level"] for result in run["results"]] == ["error"] * errors
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith(f"{len(before) - errors} of {len(before)} findings")
    model = importlib.import_module("pydantic_sarif.model")
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)


def test_what_github_reads() -> None:
    (run,) = made(sample.wipo())["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["text"]
        assert len(rule.get("fullDescription", {}).get("text", "")) <= 1024
    for result in run["results"]:
        keys = result["partialFingerprints"]
        assert keys["primaryLocationLineHash"] == keys["segment/v1"]
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith("/")


def test_the_log_has_what_the_schema_requires() -> None:
    log = made(sample.wipo(), sample.hostile())
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("duiyi", "0.1.0")
    assert run["columnKind"] == "unicodeCodePoints"
    identifiers = [rule["id"] for rule in driver["rules"]]
    assert len(set(identifiers)) == len(identifiers)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"none", "note", "warning", "error"}
    assert len(run["results"]) == 10
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert identifiers[result["ruleIndex"]] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert region["startColumn"] >= 1 and region["endColumn"] >= 1
        for value in result["partialFingerprints"].values():
            assert re.fullmatch("[0-9a-f]{20}", value)


def test_a_rule_brings_its_words_and_one_of_the_users_own_its_name() -> None:
    rules = {
        rule["id"]: rule for rule in made(sample.hostile())["runs"][0]["tool"]["driver"]["rules"]
    }
    assert rules["omission.content"] == {
        "id": "omission.content",
        "shortDescription": {"text": "Part of the source is not carried over."},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"mqm": "Accuracy/Omission", "knownAs": {"Xbench": "none"}},
        "fullDescription": {"text": "Wrong where the English says it in another place."},
        "help": {"text": "Wrong where the English says it in another place."},
    }
    assert rules["user.rule"]["shortDescription"] == {"text": "user.rule"}


def test_a_result_says_where() -> None:
    result = made(sample.wipo())["runs"][0]["results"][1]
    assert result["ruleId"] == "omission.content"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "seeds/000_883c093399264277.txt"},
                "region": {"startLine": 120, "startColumn": 45, "endLine": 120, "endColumn": 77},
            },
            "logicalLocations": [{"name": "pair 7", "kind": "element"}],
        }
    ]


def test_without_the_text_a_region_is_a_line() -> None:
    finding = Finding("a.b", "note", "message", "source", (0, 1), "", "Accuracy")
    pair = Pair(4, (Segment("一", "zh", 0, 0, 1, 0),), (), 0.0)
    told = json.loads(sarif([Checked("我 的.tmx", [Judgement(pair, 0, 1, 0, (finding,))])], ()))
    place = told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "%E6%88%91%20%E7%9A%84.tmx"},
        "region": {"startLine": 5},
    }
    assert "version" not in told["runs"][0]["tool"]["driver"]


def test_two_runs_give_equal_bytes_that_utf_8_can_hold() -> None:
    alignment, judged, text = sample.hostile()
    files = [Checked(alignment.path, judged, text)]
    assert sarif(files, RULES) == sarif(files, RULES)
    assert "响\N{REPLACEMENT CHARACTER}" in sarif(files, RULES).encode("utf-8").decode("utf-8")


def test_nothing_found_is_a_run_without_results() -> None:
    assert json.loads(sarif([], ()))["runs"] == [
        {
            "tool": {"driver": {"name": "duiyi", "rules": []}},
            "columnKind": "unicodeCodePoints",
            "results": [],
        }
    ]
