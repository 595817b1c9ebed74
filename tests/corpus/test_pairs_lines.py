from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from corpus.errors import InputError
from corpus.judged import reversed_item
from corpus.model import Finding, Judgement, Pair, Segment
from corpus.pairs_lines import pair_line, read_pair_lines, write_pair_lines

TWO_ONE = Pair(
    3,
    (Segment("雨停了。", "zh", 5, 40, 44, 9), Segment("我们出门。", "zh", 6, 44, 49, 10)),
    (Segment("The rain stopped.", "en", 4, 60, 77, 12),),
    0.87654,
    "walk",
)
FINDING = Finding(
    "omission.content", "warning", "“我们出门” is not in the English",
    "source", (4, 8), "我们出门", "Accuracy/Omission",
)


def test_the_line_of_a_judged_pair() -> None:
    assert pair_line(Judgement(TWO_ONE, 0.9, 0.45, 0.0, (FINDING,))) == (
        '{"index": 3, "source": "雨停了。我们出门。", "target": "The rain stopped.", '
        '"score": 0.9, "omission": 0.45, "addition": 0.0, "findings": ['
        '{"rule": "omission.content", "severity": "warning", '
        '"message": "“我们出门” is not in the English", "side": "source", "span": [4, 8], '
        '"evidence": "我们出门", "mqm": "Accuracy/Omission"}], '
        '"doc": "walk", "type": "2-1", "source_segments": [5, 6], "target_segments": [4], '
        '"source_lengths": [4, 5], "target_lengths": [17], '
        '"source_lines": [9, 10], "target_lines": [12]}'
    )


def test_a_bare_pair_claims_no_judgement() -> None:
    record = json.loads(pair_line(TWO_ONE))
    assert record["score"] == 0.8765
    assert "findings" not in record and "omission" not in record


def test_it_reads_what_it_wrote() -> None:
    stream = io.BytesIO()
    write_pair_lines(stream, [Judgement(TWO_ONE, 0.9, 0.45, 0.1, (FINDING,))])
    stream.seek(0)
    [back] = read_pair_lines(stream)
    assert isinstance(back, Judgement)
    assert (back.score, back.omission, back.addition, back.findings) == (0.9, 0.45, 0.1, (FINDING,))
    assert (back.pair.source_text, back.pair.doc) == ("雨停了。我们出门。", "walk")
    assert '"type": "2-1"' in pair_line(back)
    assert [(one.text, one.number, one.line) for one in back.pair.source] == [
        ("雨停了。", 5, 9), ("我们出门。", 6, 10),
    ]


@pytest.mark.parametrize(
    ("lengths", "sentences"),
    [
        ([17, 10], ["The rain stopped.", "We go out."]),
        ([17, 11], ["The rain stopped. We go out."]),
        ([17], ["The rain stopped. We go out."]),
        ([0, 28], ["The rain stopped. We go out."]),
        ("17", ["The rain stopped. We go out."]),
    ],
)
def test_sentences_come_back_if_their_lengths_fit(lengths: object, sentences: list[str]) -> None:
    record = {
        "source": "雨停了，我们出门。", "target": "The rain stopped. We go out.",
        "target_segments": [4, 5], "target_lengths": lengths, "target_lines": [12, 12],
    }
    [pair] = read_pair_lines(io.BytesIO(json.dumps(record).encode()))
    assert isinstance(pair, Pair)
    assert [one.text for one in pair.target] == sentences


def test_lines_stay_lines_and_utf8() -> None:
    text = "a\ud800b\u2028c\x85d\ne"
    pair = Pair(0, (Segment(text, "zh", 0, 0, len(text), 1),), (), 0.0)
    stream = io.BytesIO()
    write_pair_lines(stream, [pair])
    assert len(stream.getvalue().decode("utf-8").splitlines()) == 1
    stream.seek(0)
    [back] = read_pair_lines(stream)
    assert isinstance(back, Pair) and back.source_text == text


def test_other_keys_are_kept() -> None:
    line = '{"id": 7, "source": "你好", "target": "Hello", "score": 0.5, "tags": ["a"]}\n\n'
    [pair] = read_pair_lines(io.BytesIO(line.encode()))
    assert isinstance(pair, Pair)
    assert (pair.properties["id"], pair.properties["tags"]) == ("7", '["a"]')
    assert (pair.score, pair.source[0].line) == (0.5, 1)
    again = json.loads(pair_line(pair))
    assert (again["id"], again["tags"]) == (7, ["a"])


@pytest.mark.parametrize("keys", [("zh", "en"), ("原文", "译文"), ("src", "tgt"), ("zh_CN", "en_US")])
def test_keys_by_other_names(keys: tuple[str, str]) -> None:
    line = json.dumps({keys[1]: "Hello", "id": 1, keys[0]: "你好"})
    [pair] = read_pair_lines(io.BytesIO(line.encode()))
    assert isinstance(pair, Pair)
    assert (pair.source_text, pair.target_text) == ("你好", "Hello")
    assert (pair.properties["id"], pair.properties["duiyi-scored"]) == ("1", "no")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "p.jsonl:2:2: not JSON: Expecting property name enclosed in double quotes"),
        ("[1]", "p.jsonl:2: not a pair: a JSON object with source and target is needed"),
        ('{"target": "x"}', 'p.jsonl:2: not a pair: "source" is no text'),
        ('{"source": 1, "target": "x"}', 'p.jsonl:2: not a pair: "source" is no text'),
        ('{"source": "a", "target": "x", "findings": [{}]}',
         "p.jsonl:2: a finding that duiyi did not write"),
        ("[" * 100_000, "p.jsonl:2: not a pair: brackets nested without end"),
    ],
)
def test_bad_lines_are_named(line: str, message: str) -> None:
    data = ('{"source": "你好", "target": "Hello"}\n' + line + "\n").encode()
    with pytest.raises(InputError) as caught:
        list(read_pair_lines(io.BytesIO(data), "p.jsonl"))
    assert str(caught.value) == message


def test_a_mended_boundary_is_told() -> None:
    source = Segment("（1）戴好安全帽；", "zh", 3, 9, 18, 1, repair="split:list")
    target = Segment("(1) Put on a helmet.", "en", 2, 40, 60, 4)
    record = json.loads(pair_line(Pair(3, (source,), (target,), 0.98)))
    assert record["repairs"] == [{"side": "source", "segment": 3, "repair": "split:list"}]
    plain = json.loads(pair_line(Pair(3, (replace(source, repair=""),), (target,), 0.98)))
    assert "repairs" not in plain


def test_a_line_comes_back_byte_for_byte() -> None:
    first, second = TWO_ONE.source
    mended = replace(TWO_ONE, index=0, source=(first, replace(second, repair="split:list")))
    line = pair_line(Judgement(mended, 0.9, 0.45, 0.1, (FINDING,)))
    with_more = line[:-1] + ', "reference": {"chrf": 61.2}, "checked": true, "by": "7"}'
    for one in (line, with_more):
        [back] = read_pair_lines(io.BytesIO(one.encode()))
        assert pair_line(back) == one


@pytest.mark.parametrize(
    "theirs",
    [
        "two",
        [],
        [{"side": "source", "segment": 9, "repair": "split:list"}],
        [{"side": "source", "segment": [0], "repair": "split:list"}],
        [{"by": "Li"}],
    ],
)
def test_repairs_that_no_segment_has_are_kept_as_they_are(theirs: object) -> None:
    record = {"source": "你好", "target": "Hello", "repairs": theirs}
    [pair] = read_pair_lines(io.BytesIO(json.dumps(record).encode()))
    assert isinstance(pair, Pair) and not pair.source[0].repair
    assert json.loads(pair_line(pair))["repairs"] == theirs


def test_a_property_that_calls_others_no_text_is_not_believed() -> None:
    pair = replace(TWO_ONE, properties={"duiyi-not-text": "by", "by": "Li"})
    assert json.loads(pair_line(pair))["by"] == "Li"


def test_exchanged_sides_keep_their_repairs() -> None:
    source = replace(TWO_ONE.source[0], repair="joined:line")
    line = pair_line(replace(TWO_ONE, source=(source, TWO_ONE.source[1])))
    [back] = read_pair_lines(io.BytesIO(line.encode()))
    assert json.loads(pair_line(reversed_item(back)))["repairs"] == [
        {"side": "target", "segment": 5, "repair": "joined:line"}
    ]
