from align.tokens import sentence_pieces, tokenised

TEXTS = [
    "他很快就来了。",
    "She’s home – “early” that day, much to our surprise.",
    "他说……不，没什么……",
    "",
    " ",
    "  two  blanks ",
    "今年3月，第五届（国家）委员会成立！",
    "ﬁ ½ ＡＢ\N{IDEOGRAPHIC SPACE}一",
    "\U00020000\U00020000好 café",
    "好",
]


def test_places_are_those_that_the_tokeniser_tells() -> None:
    tokens = tokenised(TEXTS)
    for number, text in enumerate(TEXTS):
        here = slice(int(tokens.first[number]) + 1, int(tokens.first[number + 1]) - 1)
        told = sentence_pieces().encode(text, out_type="immutable_proto")
        assert list(
            zip(tokens.ids[here].tolist(), tokens.begins[here].tolist(), tokens.ends[here].tolist())
        ) == [(piece.id, piece.begin, piece.end) for piece in told.pieces]


def test_each_text_stands_between_its_marks() -> None:
    tokens = tokenised(["好", ""])
    assert tokens.first.tolist() == [0, len(tokens.ids) - 2, len(tokens.ids)]
    assert tokens.ids[[0, -3, -2, -1]].tolist() == [1, 2, 1, 2]
    assert (tokens.begins[0], tokens.ends[0], tokens.ends[-3]) == (0, 0, 1)


def test_half_a_character_is_read_as_an_unknown_one() -> None:
    tokens = tokenised(["他来了\ud83d。"])
    whole = tokenised(["他来了\N{REPLACEMENT CHARACTER}。"])
    assert tokens.ids.tolist() == whole.ids.tolist()
    assert tokens.ends.max() == 5


def test_no_texts() -> None:
    tokens = tokenised([])
    assert len(tokens.ids) == 0 and tokens.first.tolist() == [0]
