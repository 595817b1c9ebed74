from __future__ import annotations

import pytest

from corpus.irregular import base_form


@pytest.mark.parametrize(
    ("form", "base"),
    [("held", "hold"), ("was", "be"), ("lying", "lie"), ("children", "child"), ("walks", "walks")],
)
def test_base_form(form: str, base: str) -> None:
    assert base_form(form) == base
