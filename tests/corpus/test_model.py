from corpus.model import Finding, Judgement, Language, Pair, Segment, join


def segments(*texts: str, language: Language = "zh") -> tuple[Segment, ...]:
    return tuple(
        Segment(text, language, number, 0, len(text), 1) for number, text in enumerate(texts)
    )


def test_chinese_sentences_touch_and_others_stand_apart() -> None:
    assert join(segments("雨停了。", "我们出门。")) == "雨停了。我们出门。"
    assert join(segments("It stopped.", "We went.", language="en")) == "It stopped. We went."
    mixed = segments("雨停了。") + segments("WIPO", language="en") + segments("走。")
    assert join(mixed) == "雨停了。 WIPO 走。"
    assert join(()) == ""


def test_the_type_counts_segments() -> None:
    both = Pair(0, segments("雨停了。", "走。"), segments("It stopped.", language="en"), 0.9)
    assert (both.type, both.paired) == ("2-1", True)
    alone = Pair(1, (), segments("It stopped.", language="en"), 0.0)
    assert (alone.type, alone.paired, alone.source_text) == ("0-1", False, "")


def test_the_line_of_the_contract() -> None:
    pair = Pair(4, segments("雨停了。"), segments("It stopped.", language="en"), 0.91236)
    finding = Finding(
        "punctuation.end", "note", "ends otherwise", "target", (10, 11), ".", "Punctuation"
    )
    record = Judgement(pair, 0.91236, 0.10001, 0.0, (finding,)).as_json()
    assert list(record) == [
        "index", "source", "target", "score", "omission", "addition", "findings",
    ]
    assert (record["index"], record["score"], record["omission"]) == (4, 0.9124, 0.1)
    assert record["findings"] == [
        {
            "rule": "punctuation.end", "severity": "note", "message": "ends otherwise",
            "side": "target", "span": [10, 11], "evidence": ".", "mqm": "Punctuation",
        }
    ]
