from __future__ import annotations

import json

from qa.consistency.lines import lines
from qa.consistency.model import Departure, Entry, Place, Result, Variant

ONE, TWO = Variant("Liu Hua", 3, (Place("a", 0),)), Variant("Liu Hwa", 1, (Place("b", 2, 5),))
DEPARTURE = Departure("name.inconsistent", "warning", "name", "刘华", "target", ONE, TWO, "Told.")
RESULT = Result(
    4, 2, (DEPARTURE,), (), (Entry("name", "刘华", (), "person", 4, 4, ONE, (), (TWO,)),), 1, 0,
    {"chrf": "x"},
)  # fmt: skip


def test_every_line_has_its_kind() -> None:
    records = [json.loads(line) for line in lines(RESULT)]
    assert [record["kind"] for record in records] == ["run", "finding", "name"]
    assert (records[0]["findings"], records[0]["dismissed"]) == (1, 1)
    assert records[2]["others"][0]["text"] == "Liu Hwa"
