"""``duiyi rules``: what is checked, how grave it is, and when a check is wrong."""

from __future__ import annotations

import json

import click

from qa.rule import Rule
from qa.rules import RULES, TOOLS, rule_of
from qa.settings import Settings


@click.command("rules")
@click.argument("rule_id", metavar="[ID]", required=False)
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text",
              show_default=True, help="Lines for people, or a JSON line a rule.")  # fmt: skip
def command(rule_id: str | None, form: str) -> None:
    """List the rules, or explain the rule ID and when it is wrong.

    ID may be what --only takes, a group or a pattern: "duiyi rules number" lists the rules on
    numbers.
    """
    named = [rule for rule in RULES if rule_id is None or Settings.matches(rule.id, rule_id)]
    shown = named or [rule_of(rule_id or "")]
    for rule in shown:
        if form == "jsonl":
            click.echo(json.dumps(_as_json(rule), ensure_ascii=False))
        else:
            click.echo(_head(rule))
            if rule_id == rule.id and rule.explanation:
                click.echo(f"\n{click.wrap_text(rule.explanation, 88, preserve_paragraphs=True)}")


def _head(rule: Rule) -> str:
    lines = [f"{rule.id:<24}{rule.severity:<10}{rule.mqm}", f"    {rule.summary}"]
    names = [f"{tool}: {rule.known_as[tool]}" for tool in TOOLS if tool in rule.known_as]
    if names:
        lines.append(f"    {' · '.join(names)}")
    return "\n".join(lines)


def _as_json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "severity": rule.severity,
        "mqm": rule.mqm,
        "summary": rule.summary,
        "explanation": rule.explanation,
        "known_as": dict(rule.known_as),
    }
