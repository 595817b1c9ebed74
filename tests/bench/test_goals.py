import pytest
from goals import line


@pytest.mark.parametrize(
    ("figures", "goal", "told"),
    [
        ([0.965, 0.86], ".96 .85", "0.965, 0.860 | .96 .85 | reached |"),
        # one of two is not enough
        ([0.965, 0.84], ".96 .85", "0.965, 0.840 | .96 .85 | missed |"),
        # at the most
        ([0.021], "<.05", "0.021 | <.05 | reached |"),
        ([0.06], "<.05", "0.060 | <.05 | missed |"),
        ([322.4], "400", "322 | 400 | missed |"),
    ],
)
def test_a_line_says_whether_all_goals_are_reached(
    figures: list[float], goal: str, told: str
) -> None:
    assert line("clause cut", "AUC", figures, goal) == f"| clause cut | AUC | {told}"
