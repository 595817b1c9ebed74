from __future__ import annotations

import io

import pytest
from lxml import etree

from corpus.errors import InputError
from corpus.model import Finding, Judgement, Pair, Segment
from corpus.problem import Problem
from corpus.tmx import read_tmx, write_tmx


def zh(text: str, number: int = 0) -> Segment:
    return Segment(text, "zh", number, 0, len(text), 1)


def en(text: str, number: int = 0) -> Segment:
    return Segment(text, "en", number, 0, len(text), 1)


PAIRS = [
    Pair(0, (zh("知识产权与创新"),), (en("IP and innovation"),), 0.97),
    Pair(1, (zh("雨停了。"), zh("我们出门。")), (en("The rain stopped, and we went out."),), 0.8),
    Pair(2, (zh("未译。"),), (), 0.0),
]


def written(items: list[Pair] | list[Judgement], **options: object) -> bytes:
    stream = io.BytesIO()
    write_tmx(stream, items, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def read(text: str, report: list[Problem] | None = None, **options: str) -> list[Pair]:
    stream = io.BytesIO(text.encode("utf-8"))
    tell = None if report is None else report.append
    return list(read_tmx(stream, "memory.tmx", report=tell, **options))


def unit(*variants: str) -> str:
    return f"<tmx><header/><body><tu>{''.join(variants)}</tu></body></tmx>"


ZH = '<tuv xml:lang="zh-CN"><seg>你好</seg></tuv>'
EN = '<tuv xml:lang="en-US"><seg>Hello</seg></tuv>'


def test_the_whole_file() -> None:
    finding = Finding("omission.content", "warning", "m", "source", (0, 0), "", "")
    items = [Judgement(pair, pair.score, 0.0, 0.0, (finding,)) for pair in PAIRS]
    assert written(items, tool_version="0.1.0").decode("utf-8") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tmx version="1.4">\n'
        '<header creationtool="duiyi" creationtoolversion="0.1.0" segtype="sentence" '
        'o-tmf="duiyi" adminlang="en-US" srclang="zh-CN" datatype="plaintext"/>\n'
        "<body>\n"
        '<tu tuid="1"><prop type="x-align-score">0.9700</prop>'
        '<prop type="x-align-type">1-1</prop><prop type="x-qa">omission.content</prop>'
        '<tuv xml:lang="zh-CN"><seg>知识产权与创新</seg></tuv>'
        '<tuv xml:lang="en-US"><seg>IP and innovation</seg></tuv></tu>\n'
        '<tu tuid="2"><prop type="x-align-score">0.8000</prop>'
        '<prop type="x-align-type">2-1</prop><prop type="x-qa">omission.content</prop>'
        '<tuv xml:lang="zh-CN"><seg>雨停了。我们出门。</seg></tuv>'
        '<tuv xml:lang="en-US"><seg>The rain stopped, and we went out.</seg></tuv></tu>\n'
        "</body>\n</tmx>\n"
    )


def test_what_is_kept_out_is_counted() -> None:
    stream = io.BytesIO()
    done = write_tmx(stream, PAIRS, min_score=0.9)
    assert (done.units, done.left_out, done.changes) == (1, 2, ())


def test_reverse_exchanges_sides_and_languages() -> None:
    body = etree.fromstring(written(PAIRS[:1], reverse=True))
    assert body.find("header").get("srclang") == "en-US"
    assert [seg.text for seg in body.iter("seg")] == ["IP and innovation", "知识产权与创新"]


def test_several_sentences_become_a_paragraph_only_when_asked() -> None:
    kinds = [tu.get("segtype") for tu in etree.fromstring(written(PAIRS)).iter("tu")]
    assert kinds == [None, None]
    parts = etree.fromstring(written(PAIRS, segtype="paragraph"))
    assert parts.find("header").get("segtype") == "paragraph"
    assert [tu.get("segtype") for tu in parts.iter("tu")] == ["sentence", "paragraph"]


def test_tuids_follow_the_report_and_never_repeat() -> None:
    twice = [PAIRS[1], PAIRS[0], PAIRS[1]]
    assert [tu.get("tuid") for tu in etree.fromstring(written(twice)).iter("tu")] == ["2", "3", "4"]


def test_what_xml_cannot_hold_is_removed_and_told() -> None:
    hostile = Pair(6, (zh("甲\x0b\ufffe乙 ]]>&<"),), (en(" A\r\nB\ud800 "),), 1.0)
    stream = io.BytesIO()
    done = write_tmx(stream, [hostile])
    stream.seek(0)
    [back] = read_tmx(stream)
    assert back.source_text == "甲 乙 ]]>&<"
    assert back.target_text == "A B"
    assert [str(change) for change in done.changes] == [
        "unit 7: source: white space at the ends or line breaks changed",
        "unit 7: source: 1 characters that XML cannot hold removed (U+FFFE)",
        "unit 7: target: white space at the ends or line breaks changed",
        "unit 7: target: 1 characters that XML cannot hold removed (U+D800)",
    ]


def test_it_reads_what_it_wrote() -> None:
    stream = io.BytesIO(written(PAIRS))
    pairs = list(read_tmx(stream))
    assert [(p.index, p.source_text, p.target_text, p.score) for p in pairs] == [
        (0, "知识产权与创新", "IP and innovation", 0.97),
        (1, "雨停了。我们出门。", "The rain stopped, and we went out.", 0.8),
    ]
    assert pairs[1].properties["x-align-type"] == "2-1"
    again = written(pairs)
    assert again == stream.getvalue()


@pytest.mark.parametrize("code", ["zh-CN", "zh", "zh_CN", "ZH-Hans", "zh-TW", "cmn-Hans-CN"])
def test_chinese_by_any_of_its_codes(code: str) -> None:
    [pair] = read(unit(ZH.replace("zh-CN", code), EN))
    assert (pair.source_text, pair.target_text) == ("你好", "Hello")


def test_the_direction_is_the_one_asked_for() -> None:
    [pair] = read(unit(EN, ZH.replace("xml:lang", "lang")))
    assert (pair.source_text, pair.target_text) == ("你好", "Hello")
    [turned] = read(unit(ZH, EN), source_lang="en", target_lang="zh")
    assert (turned.source_text, turned.source[0].language) == ("Hello", "en")


def test_of_two_chinese_sides_the_one_asked_for() -> None:
    taiwan = '<tuv xml:lang="zh-TW"><seg>網路</seg></tuv>'
    mainland = '<tuv xml:lang="zh-CN"><seg>网络</seg></tuv>'
    assert read(unit(taiwan, mainland, EN))[0].source_text == "网络"
    assert read(unit(taiwan, mainland, EN), source_lang="zh-HK")[0].source_text == "網路"


def test_an_empty_translation_is_an_unpaired_segment() -> None:
    [pair] = read(unit(ZH, EN.replace("Hello", "")))
    assert (pair.type, pair.score) == ("1-0", 0.0)


def test_who_and_when_are_given_back() -> None:
    dated = EN.replace("<tuv", '<tuv changedate="20241130T081500Z" changeid="李"')
    pairs = read(unit(ZH, dated))
    assert b'changedate="20241130T081500Z" changeid="\xe6\x9d\x8e"' in written(pairs)


def test_inline_codes_are_counted_not_read() -> None:
    seg = '<seg>点<bpt i="1">&lt;b&gt;</bpt>击<hi type="x">这里</hi><ept i="1"/><ph/>。</seg>'
    [pair] = read(unit(f'<tuv xml:lang="zh">{seg}</tuv>', EN))
    assert pair.source_text == "点击这里。"
    assert pair.properties["x-inline-codes-source"] == "4"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (unit(ZH, "<tuv><seg>x</seg></tuv>"),
         "memory.tmx:1: unit 1: no xml:lang on the second tuv"),
        (unit(ZH), "memory.tmx:1: unit 1: no tuv in en-US (it has zh-CN)"),
        (unit(EN, EN.replace("en-US", "fr")),
         "memory.tmx:1: unit 1: no tuv in zh-CN (it has en-US, fr)"),
        ("<tmx><body>\n<a>x & y", "memory.tmx:2:7: not well-formed XML: a bare & (write &amp;)"),
        ("<tmx><body>\x01", "memory.tmx:1:12: not well-formed XML: a control character (code 1)"),
        ("<tmx><body>", "memory.tmx:1:12: not well-formed XML: the file ends in the middle"),
        ("<html/>", "memory.tmx: no <tmx> in it (say what it is with --from)"),
        ("<tmx>" + "<a>" * 300,
         "memory.tmx:1:773: not well-formed XML: elements nested more than 256 deep"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>',
         "memory.tmx: it declares XML entities, which are never expanded here "
         "(save it again without its DOCTYPE)"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert str(caught.value) == message


def test_a_bad_unit_does_not_lose_the_rest() -> None:
    text = (
        "<tmx><header/><body>\n"
        f"<tu>{ZH}{EN}</tu>\n"
        f"<tu>{ZH}<tuv><seg>x</seg></tuv></tu>\n"
        f"<tu>{ZH.replace('你好', '再见 & 谢谢')}{EN}</tu>\n"
        "</body></tmx>"
    )
    problems: list[Problem] = []
    pairs = read(text, problems)
    assert [pair.source_text for pair in pairs] == ["你好", "再见  谢谢"]
    assert [(p.at("m"), str(p)) for p in problems] == [
        ("m:3", "unit 2: no xml:lang on the second tuv"),
        ("m:4:36", "not well-formed XML: a bare & (write &amp;)"),
    ]


def test_entities_never_grow() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE tmx [<!ENTITY l0 "lol">{levels}]>' + unit(ZH.replace("你好", "&l9;"), EN)
    with pytest.raises(InputError, match="declares XML entities"):
        read(bomb)


def test_no_dtd_is_fetched() -> None:
    outside = '<!DOCTYPE tmx SYSTEM "file:///etc/hostname">' + unit(ZH, EN)
    assert [pair.source_text for pair in read(outside)] == ["你好"]


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "gb2312", "utf-8"])
def test_encodings_as_declared(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + unit(ZH, EN)
    [pair] = read_tmx(io.BytesIO(text.encode(encoding)))
    assert pair.source_text == "你好"


def test_entities_of_html() -> None:
    text = unit(ZH.replace("你好", "你&nbsp;好&unknown;"), EN)
    problems: list[Problem] = []
    assert [pair.source_text for pair in read(text, problems)] == ["你\u00a0好&unknown;"]
    assert str(problems[0]) == (
        "not well-formed XML: &nbsp; is not defined (write the character itself)"
    )
    with pytest.raises(InputError, match=r"memory.tmx:1:59: .*&nbsp; is not defined"):
        read(text)


def test_a_reference_to_no_character_loses_its_unit_only() -> None:
    bad = unit(ZH.replace("你好", "你&#xD800;好"), EN)
    text = bad.replace("</body>", f"<tu>{ZH}{EN}</tu></body>")
    problems: list[Problem] = []
    assert [pair.source_text for pair in read(text, problems)] == ["你好"]
    assert str(problems[0]) == "unit 1: a reference to a character that does not exist"
