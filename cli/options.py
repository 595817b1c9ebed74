"""Options that several commands share, so that they read and behave alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from corpus.directions import Direction
from corpus.errors import UsageError
from corpus.languages import language
from corpus.model import SEVERITIES, Severity
from qa.settings import PRESETS, Settings, load
from qa.unit import Tongue

if TYPE_CHECKING:  # imported where used
    from corpus.termbase import Term
    from qa.dismissals import Dismissals

Function = TypeVar("Function", bound=Callable[..., Any])


#: The languages that nobody named.
_DEFAULTS = {"source": "zh-CN", "target": "en-US"}


def languages(command: Function) -> Function:
    """``--source-lang`` and ``--target-lang``."""
    for name in ("target", "source"):
        command = click.option(
            f"--{name}-lang",
            default=_DEFAULTS[name],
            show_default=True,
            metavar="CODE",
            help=f"Language of the {name}; one of the two must be Chinese, the other English."
            " Unless told, the Chinese code follows the text: zh-TW, zh-HK.",
        )(command)
    return command


def direction_of(source_lang: str, target_lang: str) -> Direction:
    """The languages of a command's ``languages``; the other of one that was named alone."""
    context = click.get_current_context()
    told = tuple(
        side
        for side in _DEFAULTS
        if context.get_parameter_source(f"{side}_lang") is not ParameterSource.DEFAULT
    )
    direction = Direction(source_lang, target_lang, told)
    if len(told) == 1 and language(source_lang) == language(target_lang):
        # --source-lang en-GB alone: to Chinese
        other = _DEFAULTS["source" if language(source_lang) == "en" else "target"]
        if told == ("source",):
            direction = replace(direction, target=other)
        else:
            direction = replace(direction, source=other)
    source_tongue(*direction.codes)
    return direction


def findings(default_fail_on: str) -> Callable[[Function], Function]:
    """``--preset``, ``--only``, ``--skip``, ``--settings`` and ``--fail-on``."""

    def decorate(command: Function) -> Function:
        fail_on = click.option(
            "--fail-on",
            type=click.Choice((*SEVERITIES, "never")),
            default=default_fail_on,
            show_default=True,
            help="Exit with 1 if there is a finding this grave or graver.",
        )
        return choosing(fail_on(command))

    return decorate


def choosing(command: Function) -> Function:
    """``--preset``, ``--only``, ``--skip`` and ``--settings``."""
    for option in (
        click.option(
            "--settings",
            "settings_file",
            type=click.Path(path_type=Path),
            help="A TOML or INI file with preset, only, skip, severity and penalty.",
        ),
        click.option(
            "--skip", multiple=True, metavar="RULE", help="All but these rules; may be given again."
        ),
        click.option(
            "--only", multiple=True, metavar="RULE",
            help="Only these rules (omission.*); may be given again.",
        ),
        click.option(
            "--preset",
            type=click.Choice(PRESETS),
            help="How much to report.  [default: balanced]",
        ),
    ):
        command = option(command)
    return command


def reviewing(command: Function) -> Function:
    """``--terms``, ``--ignore`` and ``--baseline``."""
    for option in (
        click.option(
            "--baseline",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Tell only what this earlier JSON lines file of findings does not.",
        ),
        click.option(
            "--ignore",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Dismissed findings.  [default: duiyi-ignore.tsv beside the input]",
        ),
        click.option(
            "--terms",
            "terms_file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="A term base: TSV, CSV or XLSX (source, target, forbidden, part of speech, note),"
            " or TBX.",
        ),
    ):
        command = option(command)
    return command


def terms_of(
    terms_file: Path | None, source_lang: str, target_lang: str
) -> tuple[Term, ...]:
    """The terms of the user's term base, if there is one."""
    from corpus.termbase import read_terms

    if terms_file is None:
        return ()
    return read_terms(terms_file, source_lang=source_lang, target_lang=target_lang)


def dismissed(
    ignore: Path | None, baseline: Path | None, inputs: Sequence[Path]
) -> Dismissals:
    """What the reviewer and an earlier run have settled."""
    from qa import dismissals

    return dismissals.load(ignore or dismissals.find_ignore(inputs), baseline)


def settings_of(
    preset: str | None, only: Sequence[str], skip: Sequence[str], settings_file: Path | None
) -> Settings:
    """The settings file's choices, with the command line's put over them."""
    from qa.rules import selected

    settings = load(settings_file) if settings_file else Settings()
    for known in PRESETS:
        if preset == known:
            settings = replace(settings, preset=known)
    settings = replace(
        settings,
        only=tuple(only) or settings.only,
        skip=(*settings.skip, *skip),
    )
    selected(settings)  # a rule that is misspelt is told before any work is done
    return settings


def source_tongue(source_lang: str, target_lang: str) -> Tongue:
    """"zh" or "en": the language of the source; UsageError unless one side is Chinese."""
    first, second = language(source_lang), language(target_lang)
    if first == "zh" and second == "en":
        return "zh"
    if first == "en" and second == "zh":
        return "en"
    raise UsageError(
        f"cannot work on {source_lang} to {target_lang}",
        hint="one of the two must be zh-…, the other en-…",
    )


def grave(counts: Mapping[Severity, int] | Mapping[str, int], fail_on: str) -> bool:
    """Whether findings by severity, as counted, reach ``fail_on``."""
    found = {str(severity) for severity, count in counts.items() if count}
    for severity in SEVERITIES:
        if severity in found:
            return fail_on != "never"
        if severity == fail_on:
            return False
    return False
