from __future__ import annotations

import io

import pytest

from corpus.model import Pair
from corpus.problem import Problem
from corpus.xliff import read_xliff

V12 = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file original="a.docx" source-language="zh-CN" target-language="en-US" datatype="x">'
    "<body>{}</body></file></xliff>"
)
V20 = (
    '<xliff version="2.0" srcLang="zh-CN" trgLang="en-US" '
    'xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f1">{}</file></xliff>'
)


def read(text: str) -> list[Pair]:
    return list(read_xliff(io.BytesIO(text.encode("utf-8")), "a.xlf"))


def sides(text: str) -> list[tuple[str, str]]:
    return [(pair.source_text, pair.target_text) for pair in read(text)]


def test_a_unit_of_1_2() -> None:
    [pair] = read(V12.format(
        '<trans-unit id="7" approved="yes"><source>点击<g id="1">这里</g><x id="2"/>。</source>'
        '<target state="final">Click <bpt id="1">&lt;b></bpt>here.</target><note>界面</note>'
        "</trans-unit>"
    ))
    assert (pair.source_text, pair.target_text) == ("点击这里。", "Click here.")
    assert pair.doc == "a.docx"
    assert {key: pair.properties[key] for key in ("id", "approved", "state", "note")} == {
        "id": "7", "approved": "yes", "state": "final", "note": "界面",
    }
    assert pair.properties["x-inline-codes-source"] == "2"
    assert pair.properties["x-inline-codes-target"] == "1"


def test_segments_of_1_2_face_each_other_by_mid() -> None:
    assert sides(V12.format(
        '<trans-unit id="1"><source>雨停了。我们走。</source>'
        '<seg-source><mrk mtype="seg" mid="0">雨停了。</mrk><mrk mtype="seg" mid="1">我们走。</mrk>'
        "</seg-source>"
        '<target><mrk mtype="seg" mid="1">We go.</mrk> <mrk mtype="seg" mid="0">It stopped.</mrk>'
        "</target></trans-unit>"
    )) == [("雨停了。", "It stopped."), ("我们走。", "We go.")]


def test_segments_of_1_2_whose_target_was_never_cut() -> None:
    assert sides(V12.format(
        '<trans-unit id="1"><source>雨停了。我们走。</source>'
        '<seg-source><mrk mtype="seg" mid="0">雨停了。</mrk><mrk mtype="seg" mid="1">我们走。</mrk>'
        "</seg-source><target>It stopped and we went.</target></trans-unit>"
    )) == [("雨停了。我们走。", "It stopped and we went.")]


def test_groups_and_untranslated_units_of_1_2() -> None:
    assert sides(V12.format(
        '<group><trans-unit id="1"><source>甲</source><target>A</target></trans-unit></group>'
        '<trans-unit id="2"><source>乙</source></trans-unit>'
        '<trans-unit id="3"><source>丙</source><alt-trans><source>丙丁</source>'
        "<target>C and D</target></alt-trans></trans-unit>"
    )) == [("甲", "A"), ("乙", ""), ("丙", "")]


def test_segments_of_2_0() -> None:
    assert sides(V20.format(
        '<group id="g"><unit id="u1"><notes><note>n</note></notes>'
        '<segment id="s1"><source>雨停了。</source><target>It stopped.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment><source>我们<pc id="1">走</pc><ph id="2"/>。</source>'
        '<target>We <cp hex="0041"/>go.</target></segment></unit></group>'
        '<unit id="u2"><segment><source>乙</source></segment></unit>'
    )) == [("雨停了。", "It stopped."), ("我们走。", "We Ago."), ("乙", "")]


@pytest.mark.parametrize("template", [V12, V20])
def test_a_file_the_other_way_round_is_turned(template: str) -> None:
    turned = template.replace("zh-CN", "??").replace("en-US", "zh").replace("??", "en-GB")
    unit = "<source>Hello</source><target>你好</target>"
    text = turned.format(
        f'<trans-unit id="1">{unit}</trans-unit>' if template is V12
        else f'<unit id="1"><segment>{unit}</segment></unit>'
    )
    assert sides(text) == [("你好", "Hello")]


def test_a_reference_to_no_character_loses_its_unit_only() -> None:
    unit = '<trans-unit id="1"><source>{}</source><target>A</target></trans-unit>'
    text = V12.format(unit.format("甲&#xD800;") + unit.format("乙"))
    told: list[Problem] = []
    pairs = list(read_xliff(io.BytesIO(text.encode()), report=told.append))
    assert [pair.source_text for pair in pairs] == ["乙"]
    assert str(told[0]) == "unit 1: a reference to a character that does not exist"
