from __future__ import annotations

from dataclasses import replace

from qa.consistency.model import Departure, Place, Variant

ONE, TWO = Variant("Liu Hua", 3, (Place("a", 0),)), Variant("Liu Hwa", 1, (Place("b", 2, 5),))
DEPARTURE = Departure("name.inconsistent", "warning", "name", "刘华", "target", ONE, TWO, "Told.")


def test_the_fingerprint_is_of_rule_and_texts() -> None:
    turned = replace(DEPARTURE, proposal=TWO, variant=ONE, message="Other.", severity="note")
    assert turned.fingerprint == DEPARTURE.fingerprint
    moved = replace(DEPARTURE, variant=replace(TWO, count=9, places=()))
    assert moved.fingerprint == DEPARTURE.fingerprint
    other = replace(DEPARTURE, variant=replace(TWO, text="Liu Wah"))
    assert other.fingerprint != DEPARTURE.fingerprint
    assert replace(DEPARTURE, rule="term.inconsistent").fingerprint != DEPARTURE.fingerprint


def test_case_and_width_do_not_change_it() -> None:
    louder = replace(DEPARTURE, variant=replace(TWO, text="ＬＩＵ  HWA"))
    assert louder.fingerprint == DEPARTURE.fingerprint


def test_as_json() -> None:
    record = DEPARTURE.as_json()
    assert record["kind"] == "finding"
    assert record["mqm"] == "Terminology/Inconsistent use"
    assert record["variant"] == {
        "text": "Liu Hwa", "count": 1, "places": [{"doc": "b", "index": 2, "line": 5}],
    }  # fmt: skip
