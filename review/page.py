"""The pages of a review as HTML: every text in them is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader

from corpus.decisions import Decision
from corpus.model import Judgement, join
from qa.report import asset, environment, language_name
from qa.view import row_of
from review import result
from review.cuts import Segments, boundary, likely_cut, places
from review.document import Document
from review.folder import Folder
from review.picture import Picture, Shown, ranks
from review.rows import Lapsed

#: Pairs below this are what a reviewer looks at for the alignment's sake: below .8 lie .93
#: of the wrong pairs, and .19 of all (bench/RESULTS.md).
LOW_SCORE = 0.8

#: From here up the shares of lost and added content are printed, as in the report.
_TELLING = 0.1

#: What each decision is called when it is taken back or has lapsed.
DONE = {
    "accept": "accepted", "reject": "rejected", "reopen": "reopened", "edit": "edited",
    "merge": "merged", "split": "split", "move": "boundary moved",
    "dismiss": "finding dismissed", "include": "what the memory holds", "undo": "undone",
}


def style() -> str:
    """The one style sheet."""
    return asset("base.css") + asset("pair.css") + _own("review.css")


def script() -> str:
    """The one script."""
    return _own("review.js")


def folder_page(folder: Folder) -> str:
    """The documents of the run, with how much is left of each."""
    listed = []
    for number, summary in enumerate(folder.summaries, start=1):
        document = folder.document(number) if folder.begun(number) else None
        counts = document.picture.counts if document else None
        rows = summary.pairs + summary.unpaired
        listed.append(
            {
                "number": number,
                "summary": summary,
                "reviewable": folder.reviewable(number),
                "counts": counts,
                "left": counts["undecided"] if counts is not None else rows,
                "rows": sum(counts.values()) if counts is not None else rows,
                "memory": summary.name + result.MEMORY,
            }
        )
    return _environment().get_template("folder.html").render(
        folder=folder.path.resolve(), documents=listed, ignore=folder.ignored.path
    )


def document_page(document: Document, number: int, version: str) -> str:
    """A document's pairs, with all that decides about them."""
    picture = document.picture
    ranked = ranks(picture)
    rules: dict[str, int] = {}
    for one in picture.shown:
        for finding in one.judgement.findings if one.judgement else ():
            rules[finding.rule] = rules.get(finding.rule, 0) + 1
    return _environment().get_template("document.html").render(
        document=document,
        number=number,
        picture=picture,
        rows=[_row(document, one, ranked[one.slug]) for one in picture.shown],
        progress=progress(document, picture),
        lapsed=[_lapsed(one) for one in picture.lapsed],
        rules=sorted(rules.items()),
        languages=_languages(document),
        telling=_TELLING,
        low_score=LOW_SCORE,
        least_score=result.LEAST_SCORE,
        memory=document.name + result.MEMORY,
        signature=version,
    )


def error_page(message: str) -> str:
    """A document that cannot be read."""
    return _environment().get_template("error.html").render(message=message)


def rows_html(document: Document, picture: Picture, slugs: Sequence[str]) -> dict[str, str]:
    """The HTML of some rows, by slug."""
    wanted = set(slugs)
    ranked = ranks(picture)
    template = _environment().get_template("row.html")
    return {
        one.slug: template.render(
            row=_row(document, one, ranked[one.slug]),
            languages=_languages(document), telling=_TELLING, low_score=LOW_SCORE,
        )
        for one in picture.shown
        if one.slug in wanted
    }


def progress(document: Document, picture: Picture) -> dict[str, Any]:
    """The counts of a document, for the page's head."""
    counts = picture.counts
    total = len(picture.shown)
    return {
        "total": total,
        "decided": total - counts["undecided"],
        "accepted": counts["accepted"],
        "edited": counts["edited"],
        "rejected": counts["rejected"],
        "undecided": counts["undecided"],
        "pending": picture.pending,
        "units": picture.units,
        "include_undecided": picture.include_undecided,
        "lapsed": len(picture.lapsed),
        "problem": picture.problem,
        "begun": bool(document.ledger.decisions),
    }


def cuts_html(document: Document, shown: Sequence[Shown]) -> str:
    """The places where one pair may be cut, or the boundary of two may lie."""
    sides: tuple[Segments, Segments] = (
        tuple(segment for one in shown for segment in one.row.pair.source),
        tuple(segment for one in shown for segment in one.row.pair.target),
    )
    if len(shown) > 1:
        chosen = boundary(shown[0].row.pair.source, sides[0]), boundary(
            shown[0].row.pair.target, sides[1]
        )
    else:
        chosen = likely_cut(*sides)
    return _environment().get_template("cuts.html").render(
        sides=[
            {"side": side, "lang": lang, "pieces": _pieces(segments), "chosen": place}
            for side, lang, segments, place in zip(
                ("source", "target"), document.languages, sides, chosen
            )
        ],
        boundary=len(shown) > 1,
        languages=_languages(document),
    )


def told(decision: Decision) -> str:
    """A decision in words: "accepted", or of several pairs "accepted (12 pairs)"."""
    count = len(decision.pairs)
    several = f" ({count} pairs)" if count > 1 and decision.kind in ("accept", "reject") else ""
    return DONE[decision.kind] + several


def _pieces(segments: Segments) -> list[dict[str, Any]]:
    text = join(segments)
    offsets = places(segments)
    ends = [place.offset for place in offsets[1:]] + [len(text)]
    return [
        {"offset": place.offset, "sentence": place.sentence, "text": text[place.offset : end]}
        for place, end in zip(offsets, ends)
    ]


def _row(document: Document, one: Shown, rank: int) -> dict[str, Any]:
    """What the template of a row needs."""
    pair = one.row.pair
    judgement = one.judgement or Judgement(pair, 0.0, 0.0, 0.0)
    view = row_of(judgement, one.slug, rank, *document.languages)
    return {
        "view": view,
        "label": one.label,
        "key": one.key,
        "state": one.row.review,
        "edited": one.row.edited,
        "pending": one.judgement is None,
        "low": one.judgement is not None and pair.paired and judgement.score < LOW_SCORE,
        "texts": one.row.texts,
    }


def _lapsed(one: Lapsed) -> Mapping[str, Any]:
    return {"what": told(one.decision), "pair": one.pair, "texts": one.decision.texts}


def _languages(document: Document) -> tuple[str, str]:
    return language_name(document.languages[0]), language_name(document.languages[1])


def _own(name: str) -> str:
    return (files("review") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """The report's templates, filters and escaping, and our own templates before them."""
    loader = ChoiceLoader(
        [PackageLoader("review", "templates"), PackageLoader("qa", "templates")]
    )
    return environment().overlay(loader=loader)
