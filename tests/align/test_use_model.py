import numpy as np
import pytest
from scipy.sparse import csr_matrix

from align.use_model import UseModel, Vocabulary


@pytest.fixture(scope="module")
def model() -> UseModel:
    return UseModel()


#: Two texts between their marks, by number of token.
IDS = np.array([1, 371, 2077, 1022, 7, 2, 1, 121, 21, 2])
FIRST = np.array([0, 6, 10])


def vocabulary(model: UseModel) -> Vocabulary:
    known = Vocabulary(model)
    known.need(IDS)
    return known


def test_sums_are_the_sums_of_the_states(model: UseModel) -> None:
    known = vocabulary(model)
    states = model.states(known, IDS, FIRST)
    labels = np.repeat([0, 1], [6, 4])
    sums, count = model.sums(known, IDS, FIRST, labels, 3)
    assert count.tolist() == [6, 4, 0]
    assert np.allclose(sums[0], states[:6].sum(axis=0), atol=1e-4)
    assert np.allclose(sums[1], states[6:].sum(axis=0), atol=1e-4)
    assert not sums[2].any()


def test_tokens_without_a_label_are_surroundings_only(model: UseModel) -> None:
    known = vocabulary(model)
    states = model.states(known, IDS, FIRST)
    labels = np.array([-1, -1, 0, 0, -1, -1, -1, -1, -1, -1])
    sums, count = model.sums(known, IDS, FIRST, labels, 1)
    assert count.tolist() == [2]
    assert np.allclose(sums[0], states[2:4].sum(axis=0), atol=1e-4)


def test_a_text_does_not_reach_into_its_neighbour(model: UseModel) -> None:
    known = vocabulary(model)
    together = model.states(known, IDS, FIRST)
    alone = model.states(known, IDS[6:], np.array([0, 4]))
    assert np.allclose(together[6:], alone, atol=1e-5)


def test_no_tokens_at_all_give_a_vector_and_no_error(model: UseModel) -> None:
    vectors = model.dense(np.zeros((1, 512), dtype=np.float32), np.zeros(1, dtype=np.int64))
    assert np.isfinite(vectors).all()


def test_rows_are_sums_of_states_by_their_shares(model: UseModel) -> None:
    states = model.states(vocabulary(model), IDS, FIRST)
    # a word of two tokens, one without any, one that shares a token with it, one of the other text
    shares = np.zeros((4, 10), dtype=np.float32)
    shares[0, 1:3] = 0.5, 0.25
    shares[2, 2] = 0.75
    shares[3, 7:9] = 1
    rows = model.weighted(vocabulary(model), IDS, FIRST, csr_matrix(shares))
    assert np.allclose(rows, shares @ states, atol=1e-5)


def test_a_vocabulary_keeps_the_first_tokens_only(model: UseModel) -> None:
    few, many = Vocabulary(model, 3), vocabulary(model)
    for ids in ([1, 2], [1, 371, 2077, 2], [1, 21, 2]):
        few.need(np.array(ids))
        assert (few.slots[ids] > 0).all()
        for own, whole in zip(few.tables.each, many.tables.each):
            assert np.allclose(own[few.slots[ids]], whole[many.slots[ids]], atol=1e-5)
    # 1, 2 and 371 are kept; 2077 and 21 passed through the same row
    assert [token for token in IDS.tolist() if few.slots[token]] == [1, 371, 2, 1, 21, 2]
    assert len(few.tables.total) == 5


def test_a_token_alone_is_a_row_of_the_table(model: UseModel) -> None:
    rows = model.embedded(np.array([371, 2077, 371]))
    assert rows.shape == (3, 512)
    assert (rows[0] == rows[2]).all()
    assert np.abs(rows[0] - rows[1]).max() > 0.1
