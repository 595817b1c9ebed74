from __future__ import annotations

from qa.consistency.chrf import chrf, signature


def test_equal_texts_are_100_and_the_farther_the_less() -> None:
    proposal = "Director General of the Personnel Department"
    assert chrf(proposal, proposal) == 100
    near = chrf("Director General of the Personnel Section", proposal)
    far = chrf("Head of Human Resources", proposal)
    assert 100 > near > 60 > 30 > far


def test_the_signature_is_sacrebleu_s() -> None:
    assert signature().startswith("chrF2|nrefs:1|")
    assert "version:" in signature()
