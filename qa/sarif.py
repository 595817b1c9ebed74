"""SARIF 2.1.0, the exchange format of code review for findings of any kind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from corpus.model import SEVERITIES, Finding, Judgement
from qa import visible
from qa.fingerprint import fingerprint, segment_fingerprint
from qa.place import Lines, place
from qa.rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

#: GitHub takes no run with more results (and shows 5,000 of them, the gravest).
MOST_RESULTS = 25_000
#: GitHub cuts the descriptions of a rule here.
_LONGEST_DESCRIPTION = 1_024


@dataclass(frozen=True, slots=True)
class Checked:
    """One file with what was found in it."""

    path: str
    judgements: Sequence[Judgement]
    #: the whole document, for columns; a translation memory has none
    text: str = ""


def sarif(files: Iterable[Checked], rules: Iterable[Rule], version: str = "") -> str:
    """The findings of a run as SARIF 2.1.0, with the rules that made them.

    Of more than ``MOST_RESULTS`` the gravest are kept, and a notification says how many are not.
    """
    checked = list(files)
    described = {rule.id: _rule(rule) for rule in rules}
    fired = {
        finding.rule: finding
        for one in checked
        for judgement in one.judgements
        for finding in judgement.findings
    }
    for name in sorted(fired.keys() - described.keys()):  # the user's own rules
        described[name] = _unlisted(fired[name])
    places = {name: index for index, name in enumerate(described)}
    results = [result for one in checked for result in _results(one, places)]
    run: dict[str, Any] = {"results": _gravest(results)}
    if len(results) > MOST_RESULTS:
        run["invocations"] = [_cut_short(len(results))]
    driver: dict[str, Any] = {"name": "duiyi"}
    if version:
        driver["version"] = version
    driver["rules"] = list(described.values())
    told = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", **run}
        ],
    }
    return visible.encodable(json.dumps(told, ensure_ascii=False, indent=2)) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.summary or rule.id},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"mqm": rule.mqm, "knownAs": dict(sorted(rule.known_as.items()))},
    }
    if rule.explanation:
        described["fullDescription"] = {"text": rule.explanation[:_LONGEST_DESCRIPTION]}
    described["help"] = {"text": rule.explanation or rule.summary or rule.id}
    return described


def _gravest(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The results in their order, without the mildest where there are too many."""
    if len(results) <= MOST_RESULTS:
        return results
    grave = [SEVERITIES.index(result["level"]) for result in results]
    ranked = sorted(range(len(results)), key=grave.__getitem__)
    return [results[place] for place in sorted(ranked[:MOST_RESULTS])]


def _cut_short(found: int) -> dict[str, Any]:
    text = (
        f"{found - MOST_RESULTS} of {found} findings are left out, the mildest and last of the"
        f" file: GitHub takes {MOST_RESULTS}. --preset lenient, --skip or --only give fewer."
    )
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": {"text": text}}],
    }


def _unlisted(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.rule,
        "shortDescription": {"text": finding.rule},
        "defaultConfiguration": {"level": finding.severity},
        "properties": {"mqm": finding.mqm, "knownAs": {}},
        "help": {"text": finding.rule},
    }


def _results(one: Checked, places: dict[str, int]) -> Iterable[dict[str, Any]]:
    lines = Lines(one.text) if one.text else None
    for judgement in one.judgements:
        for finding in judgement.findings:
            yield _result(one.path, judgement, finding, lines, places[finding.rule])


def _result(
    path: str, judgement: Judgement, finding: Finding, lines: Lines | None, rule: int
) -> dict[str, Any]:
    pair = judgement.pair
    at = place(pair, finding, lines)
    segment = segment_fingerprint(pair, finding)
    region = {"startLine": at.line}
    if lines is not None:
        region |= {
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        }
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(path)},
                    "region": region,
                },
                "logicalLocations": [{"name": f"pair {pair.index + 1}", "kind": "element"}],
            }
        ],
        "partialFingerprints": {
            "pair/v1": fingerprint(pair, finding),
            "segment/v1": segment,
            "primaryLocationLineHash": segment,  # the one that GitHub reads
        },
        "properties": {
            "mqm": finding.mqm,
            "side": finding.side,
            "evidence": finding.evidence,
            "source": pair.source_text,
            "target": pair.target_text,
            "score": round(judgement.score, 4),
        },
    }


def _uri(path: str) -> str:
    """A relative reference for a path as the user gave it; a blank becomes %20."""
    return quote(path.replace("\\", "/"), safe="/", errors="surrogatepass")
