"""ITS 2.0 localization quality issues: the W3C's names for what a finding is.

Types and the severity range are those of the recommendation,
https://www.w3.org/TR/its20/#lqissue-typevalues.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from corpus.model import Finding, Severity

NAMESPACE = "http://www.w3.org/2005/11/its"

#: Rule or group of rules to ITS type; the longest name that fits counts.
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "omission": "omission",
        "addition": "addition",
        "untranslated": "untranslated",
        "number": "numbers",
        "date": "numbers",
        "unit": "numbers",
        "name": "mistranslation",
        "name.inconsistent": "inconsistent-entities",
        "negation": "mistranslation",
        "term": "terminology",
        "consistency": "inconsistency",
        "punctuation": "typographical",
        "format": "typographical",
        "format.fullwidth": "characters",
        "format.encoding": "characters",
        "format.lookalike": "characters",
        "format.space": "whitespace",
        "format.repeat": "duplication",
        "markup": "markup",
        "url": "inconsistent-entities",
        "alphanumeric": "inconsistent-entities",
        "align": "uncategorized",
    }
)

#: For rules of the user's own.
OTHER = "other"

#: ITS wants 0 to 100 and leaves the steps to the tool: neutral, minor, major.
SEVERITIES: Mapping[Severity, int] = MappingProxyType({"note": 0, "warning": 40, "error": 80})


def issue_type(finding: Finding) -> str:
    """The ITS type of a finding: by its rule, else by the rule's group."""
    group = finding.rule.split(".", 1)[0]
    return TYPES.get(finding.rule) or TYPES.get(group) or OTHER


def severity(finding: Finding) -> int:
    """The ITS severity of a finding, 0 to 100."""
    return SEVERITIES[finding.severity]
