from __future__ import annotations

import numpy as np
import pytest
from fit_negation import Row, loud, shipped


def row(literal: float, wrong: bool = False) -> Row:
    return Row("novels", "他没来。", "He came.", wrong, False, "他没来。", [{"literal": literal}])


@pytest.mark.parametrize(
    ("chance", "literal", "expected"),
    [(0.7, 0.5, True), (0.55, 0.5, False), (0.7, 0.2, False), (0.85, 0.2, True)],
)
def test_a_free_translation_must_be_surer(chance: float, literal: float, expected: bool) -> None:
    logits = np.array([np.log(chance / (1 - chance))])
    assert loud(row(literal), logits, "lost") is expected


def test_what_is_found_and_called(capsys: pytest.CaptureFixture[str]) -> None:
    lost = [(row(0.5), False), (row(0.5, wrong=True), True)]
    shipped({"lost": lost, "added": [(row(0.5), True), (row(0.5, wrong=True), False)]})
    assert capsys.readouterr().out.split() == [
        "novels", "lost", "1.000,", "added", "0.000;", "called", "100.00%",
    ]
