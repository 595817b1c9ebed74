"""The five documents of the user give what ``tests/golden/*.txt`` hold, read through by a person.

After a change that was meant: ``make golden``, then read the difference.
"""

from pathlib import Path

import pytest

from tests.golden.document import HERE, SEEDS, result


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem[:3] for seed in SEEDS])
def test_a_seed_gives_its_golden_result(seed: Path) -> None:
    assert result(seed) == (HERE / f"{seed.stem[:3]}.txt").read_text(encoding="utf-8")


def test_all_five_are_there() -> None:
    assert [seed.stem[:3] for seed in SEEDS] == ["000", "001", "002", "003", "004"]
