from itertools import islice

from made_batch import DOCUMENT, batch


def test_a_batch_is_the_same_each_time_and_as_long_as_asked() -> None:
    pairs = list(batch(95))
    assert len(pairs) == 95 and pairs == list(batch(95))
    assert pairs != list(batch(95, seed=6))
    # a longer one begins with the shorter one
    assert list(islice(batch(200), 95)) == pairs


def test_documents_have_thirty_pairs() -> None:
    docs = [pair.doc for pair in batch(95)]
    assert [docs.count(name) for name in sorted(set(docs))] == [DOCUMENT] * 3 + [5]
    assert docs[0] == "doc-000000" and docs[-1] == "doc-000003"


def test_nearly_every_sentence_is_new_and_some_return() -> None:
    pairs = list(batch(3000))
    distinct = len({pair.source for pair in pairs})
    assert 2700 < distinct < 2990
    # some of those that return were translated otherwise
    again = {pair.source for pair in pairs if [p.source for p in pairs].count(pair.source) > 1}
    assert any(len({p.target for p in pairs if p.source == one}) > 1 for one in again)


def test_both_sides_are_sentences_with_the_same_numbers() -> None:
    for pair in batch(300):
        assert pair.source.endswith("。") and pair.target.endswith(".")
        assert pair.target[0].isupper() or not pair.target[0].isalpha()
        assert "{" not in pair.source + pair.target
        figures = [one for one in pair.source.split("%")[0] if one.isdigit()]
        assert not figures or any(one.isdigit() for one in pair.target)
