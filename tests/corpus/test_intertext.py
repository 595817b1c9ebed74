from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from lxml import etree

from corpus.errors import InputError, UsageError
from corpus.intertext import read_intertext, write_intertext
from corpus.model import Language, Pair, Segment

ZH_DOCUMENT = """<?xml version='1.0' encoding='utf-8'?>
<text><p id="1"><s id="1:1">会议<hi>今天</hi>通过了
关于知识产权的决议。</s><s id="1:2">秘书处提交了报告。</s></p>
<p id="2"><s id="2:1">R&amp;D：研发。</s></p></text>
"""
EN_DOCUMENT = """<text><p id="1"><s id="1:1">Today the meeting adopted a resolution on \
intellectual property, and the secretariat reported.</s></p><p id="2"><s id="2:1">R&amp;D.</s></p>
<s id="2:2">A sentence in no link.</s><s>One without an id.</s></text>
"""
ALIGNMENT = """<?xml version='1.0' encoding='utf-8'?>
<linkGrp toDoc='news.en.xml' fromDoc='news.zh.xml'>
<link type='1-2' xtargets='1:1;1:1 1:2' status='man'/>
<link type='1-1' xtargets='2:1;2:1' status='auto' mark='0'/>
</linkGrp>
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "news.zh.xml").write_text(ZH_DOCUMENT, encoding="utf-8")
    (tmp_path / "news.en.xml").write_text(EN_DOCUMENT, encoding="utf-8")
    path = tmp_path / "news.zh.en.xml"
    path.write_text(ALIGNMENT, encoding="utf-8")
    return path


def told(path: Path, texts: tuple[Path, Path] | None = None) -> list[tuple[str, str, str]]:
    pairs = read_intertext(path, texts, "zh-CN", "en-US")
    return [(pair.type, pair.source_text, pair.target_text) for pair in pairs]


EXPECTED = [
    (
        "2-1",
        "会议今天通过了关于知识产权的决议。秘书处提交了报告。",
        "Today the meeting adopted a resolution on intellectual property, and the secretariat"
        " reported.",
    ),
    ("1-1", "R&D：研发。", "R&D."),
    ("0-1", "", "A sentence in no link."),
    ("0-1", "", "One without an id."),
]


def test_an_alignment_with_its_documents(news: Path) -> None:
    assert told(news) == EXPECTED


def test_the_source_is_seen_by_its_language(news: Path) -> None:
    turned = ALIGNMENT.replace("toDoc='news.en.xml' fromDoc='news.zh.xml'",
                               "toDoc='news.zh.xml' fromDoc='news.en.xml'")
    turned = turned.replace("1:1;1:1 1:2", "1:1 1:2;1:1")
    news.write_text(turned, encoding="utf-8")
    assert told(news) == EXPECTED


def test_named_documents(news: Path, tmp_path: Path) -> None:
    (tmp_path / "news.zh.xml").rename(tmp_path / "1.xml")
    with pytest.raises(InputError, match=r"its document news\.zh\.xml does not lie beside it"):
        told(news)
    assert told(news, (tmp_path / "1.xml", tmp_path / "news.en.xml")) == EXPECTED


OPUS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">
<cesAlign version="1.0">
<linkGrp targType="s" fromDoc="en/1.xml.gz" toDoc="zh_cn/1.xml.gz">
<link id="SL1" xtargets="s1;s1 s2" /><link id="SL2" xtargets="s2;" /></linkGrp>
<linkGrp targType="s" fromDoc="en/2.xml.gz" toDoc="zh_cn/2.xml.gz">
<link id="SL1" certainty="0.4" xtargets="1;1" /></linkGrp>
</cesAlign>
"""
OPUS_DOCUMENTS = {
    "en/1": '<text><s id="s1"><w id="1.1">Where</w>\n<w id="1.2">to</w>\n<w id="1.3">?</w></s>'
            '<s id="s2">Home.</s></text>',
    "zh_cn/1": '<text><s id="s1"><w id="1.1">去</w>\n<w id="1.2">哪儿</w>\n<w id="1.3">？</w></s>'
               '<s id="s2">说吧。</s></text>',
    "en/2": '<text><s id="1">The whole meeting adopted a resolution on intellectual property in the'
            ' afternoon.</s></text>',
    "zh_cn/2": '<text><s id="1">会议下午通过了关于知识产权的决议。</s></text>',
}


def test_many_documents_of_opus(tmp_path: Path) -> None:
    for name, text in OPUS_DOCUMENTS.items():
        path = tmp_path / f"{name}.xml.gz"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(text.encode()))
    alignment = tmp_path / "en-zh_cn.xml.gz"
    alignment.write_bytes(gzip.compress(OPUS.encode()))
    pairs = list(read_intertext(alignment, None, "en-US", "zh-CN"))
    assert [(pair.index, pair.doc, pair.source_text, pair.target_text) for pair in pairs] == [
        (0, "1", "Where to ?", "去哪儿？说吧。"), (1, "1", "Home.", ""),
        (2, "2", "The whole meeting adopted a resolution on intellectual property in the"
         " afternoon.", "会议下午通过了关于知识产权的决议。"),
    ]


def test_what_stands_between_words_is_kept(news: Path) -> None:
    path = news.with_name("news.en.xml")
    words = "<w>Research</w> <w>and</w> <w>development</w><pc>.</pc>"
    path.write_text(EN_DOCUMENT.replace("R&amp;D.", words), encoding="utf-8")
    assert told(news)[1] == ("1-1", "R&D：研发。", "Research and development.")


def segment(text: str, language: Language, block: int) -> Segment:
    return Segment(text, language, 0, 0, len(text), 1, block)


PAIRS = [
    Pair(0, (segment("天亮了。", "zh", 0), segment("他走了。", "zh", 2)),
         (segment("At dawn he left.", "en", 1),), 0.9),
    Pair(1, (segment("研发 <R&D>", "zh", 2),), (), 0.0),
]


@pytest.mark.parametrize("name", ["news.xml", "news.zh.en.xml", "news.zh-CN.en-US.xml"])
def test_written_as_intertext_names_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    assert write_intertext(path, PAIRS, "zh-CN", "en-US").units == 2
    group = etree.parse(str(path)).getroot()
    assert dict(group.attrib) == {"toDoc": "news.en.xml", "fromDoc": "news.zh.xml"}
    assert [(link.get("type"), link.get("xtargets"), link.get("status")) for link in group] == [
        ("1-2", "1:1;1:1 2:1", "auto"), ("0-1", ";2:2", "auto"),
    ]
    document = etree.parse(str(tmp_path / "news.zh.xml")).getroot()
    assert [(s.getparent().get("id"), s.get("id"), s.text) for s in document.iter("s")] == [
        ("1", "1:1", "天亮了。"), ("2", "2:1", "他走了。"), ("2", "2:2", "研发 <R&D>"),
    ]
    assert told(path) == [("2-1", "天亮了。他走了。", "At dawn he left."), ("1-0", "研发 <R&D>", "")]


def test_gzip_is_only_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="written without gzip .name it .xml"):
        write_intertext(tmp_path / "a.xml.gz", PAIRS, "zh-CN", "en-US")
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_write(tmp_path: Path) -> None:
    assert write_intertext(tmp_path / "a.xml", [], "zh-CN", "en-US").units == 0
    assert told(tmp_path / "a.xml") == []


@pytest.mark.parametrize(
    ("alignment", "message"),
    [
        (ALIGNMENT.replace("1:1 1:2", "1:1 1:7"), "a link names sentence '1:7', which"),
        (ALIGNMENT.replace("news.zh.xml", "../../etc/x.xml"), "names no document"),
        (ALIGNMENT.replace(";1:1 1:2", ""), "a link needs xtargets"),
        ("<tmx/>", "no <linkGrp> in it .say what it is with --from"),
        ("<linkGrp", "not well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_told(news: Path, alignment: str, message: str) -> None:
    news.write_text(alignment, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        told(news)


def test_a_bomb_is_refused(news: Path) -> None:
    news.write_bytes(gzip.compress(b"<linkGrp>" + b" " * (65 << 20)))
    with pytest.raises(InputError, match="refused: unpacks to more than 64 MB"):
        told(news)
