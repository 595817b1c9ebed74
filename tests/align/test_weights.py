import numpy as np

from align.evidence import NAMES
from align.weights import from_flat, shipped


def test_shipped_weights_name_every_kind_of_evidence_and_how_they_were_made() -> None:
    weights, stored = shipped()
    assert list(stored["weights"]["beads"]) == list(NAMES)
    assert "bench/fit_alignment.py" in stored["about"]
    assert stored["texts"]


def test_evidence_that_a_file_does_not_name_has_no_weight() -> None:
    weights, stored = shipped("alignment-use+e5")
    place = NAMES.index("cosine, closely translated")
    assert "cosine, closely translated" not in stored["weights"]["beads"]
    assert weights.beads[place] == 0
    assert weights.beads[NAMES.index("cosine")] == stored["weights"]["beads"]["cosine"]


def test_signs_that_make_sense() -> None:
    weights = dict(zip(NAMES, shipped()[0].beads))
    assert weights["words met by each other"] > 0
    assert weights["cosines of the parts"] > 0
    assert weights["length surprise"] < 0
    assert weights["both open a quotation"] > 0


def test_flat_and_back() -> None:
    weights, _ = shipped()
    again = from_flat(weights.flat)
    assert np.array_equal(again.beads, weights.beads)
    assert again.opening == weights.opening


def test_only_weights_that_know_the_texts_gaps_ask_for_them() -> None:
    assert shipped()[0].by_gaps
    # those of both encoders together were fitted before
    assert not shipped("alignment-use+e5")[0].by_gaps
