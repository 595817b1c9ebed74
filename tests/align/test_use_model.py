import numpy as np
import pytest

from align.use_model import UseModel


@pytest.fixture(scope="module")
def model() -> UseModel:
    return UseModel()


#: Two texts between their marks, by number of token.
IDS = np.array([1, 371, 2077, 1022, 7, 2, 1, 121, 21, 2])
FIRST = np.array([0, 6, 10])


def test_sums_are_the_sums_of_the_states(model: UseModel) -> None:
    distinct = model.distinct(IDS)
    states = model.states(distinct, IDS, FIRST)
    labels = np.repeat([0, 1], [6, 4])
    sums, count = model.sums(distinct, IDS, FIRST, labels, 3)
    assert count.tolist() == [6, 4, 0]
    assert np.allclose(sums[0], states[:6].sum(axis=0), atol=1e-4)
    assert np.allclose(sums[1], states[6:].sum(axis=0), atol=1e-4)
    assert not sums[2].any()


def test_tokens_without_a_label_are_surroundings_only(model: UseModel) -> None:
    distinct = model.distinct(IDS)
    states = model.states(distinct, IDS, FIRST)
    labels = np.array([-1, -1, 0, 0, -1, -1, -1, -1, -1, -1])
    sums, count = model.sums(distinct, IDS, FIRST, labels, 1)
    assert count.tolist() == [2]
    assert np.allclose(sums[0], states[2:4].sum(axis=0), atol=1e-4)


def test_a_text_does_not_reach_into_its_neighbour(model: UseModel) -> None:
    distinct = model.distinct(IDS)
    together = model.states(distinct, IDS, FIRST)
    alone = model.states(distinct, IDS[6:], np.array([0, 4]))
    assert np.allclose(together[6:], alone, atol=1e-5)


def test_no_tokens_at_all_give_a_vector_and_no_error(model: UseModel) -> None:
    vectors = model.dense(np.zeros((1, 512), dtype=np.float32), np.zeros(1, dtype=np.int64))
    assert np.isfinite(vectors).all()
