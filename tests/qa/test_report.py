"""The HTML report, read back by a parser."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from corpus.model import Finding, Judgement, Pair, Segment
from qa.mqm import Scale
from qa.report import language_name, render
from qa.rule import Hit, Rule
from qa.unit import Unit
from qa.visible import code_point, plain
from tests.qa import sample


def parsed(source: str) -> Any:
    return html.fromstring(source)


def page(made: sample.Sample) -> Any:
    return parsed(render(made[0], made[1]))


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def texts(element: Any) -> str:
    """The text of a side without the reference numbers that point to the findings."""
    clone = parsed(html.tostring(element, encoding="unicode"))
    for reference in clone.xpath(".//a[@data-note]"):
        reference.drop_tree()
    return str(clone.text_content())


def side(tree: Any, number: int, lang: str) -> Any:
    (found,) = tree.xpath(f'//article[@id="p{number}"]//p[@lang="{lang}"]')
    return found


def test_the_head_says_what_the_document_is() -> None:
    tree = page(sample.wipo())
    assert words(tree.xpath("//h1")[0]) == "000_883c093399264277"
    facts = dict(
        zip(
            [words(term) for term in tree.xpath("//header//dt")],
            [words(told) for told in tree.xpath("//header//dd")],
        )
    )
    assert facts == {
        "File": "seeds/000_883c093399264277.txt",
        "Encoding": "utf-8: valid UTF-8 with 1,543 characters beyond ASCII",
        "Layout": "interleaved: Chinese and English paragraphs alternate: 27 of 29 changes of "
        "language are followed by the translation.",
        "Languages": "Chinese (zh-CN) to English (en-US)",
        "Segments": "10 Chinese, 8 English",
        "Kept out": "2 stretches of noise",
        "Penalty": "8 points on 176 words of English: Accuracy/Mistranslation 1, "
        "Accuracy/Omission 7",
    }
    figures = [words(item) for item in tree.xpath('//ul[@class="figures"]/li')]
    assert figures == [
        "1error",
        "3warnings",
        "2notes",
        "8pairs",
        "1 | 0unpaired, Chinese | English",
        "0.93mean score",
        "45.5penalty per 1,000 words",
    ]


def test_an_encoding_named_in_its_reason_is_not_named_twice() -> None:
    alignment, judgements, _ = sample.monolingual()
    told = replace(alignment, encoding="gb18030", encoding_reason="gb18030: decodes cleanly")
    tree = parsed(render(told, judgements))
    assert words(tree.xpath("//header//dd")[1]) == "gb18030: decodes cleanly"


def test_a_rule_is_explained_beside_its_count() -> None:
    def lost(unit: Unit) -> list[Hit]:
        """Part of the source is not carried over.

        The rest is for ``duiyi rules``.
        """
        return []

    alignment, judgements, _ = sample.wipo()
    rule = Rule("omission.content", lost, "warning", "Accuracy/Omission")
    tree = parsed(render(alignment, judgements, rules=[rule]))
    cells = [words(cell) for cell in tree.xpath('//table[@class="rules"]/tbody/tr/td[1]')]
    assert cells[:2] == [
        "omission.contentPart of the source is not carried over.",
        "negation.changed",
    ]


def test_a_memory_may_count_its_pairs_anew_for_each_document() -> None:
    alignment, judgements, _ = sample.wipo()
    twice = [replace(one, pair=replace(one.pair, index=0)) for one in judgements]
    pairs = tuple(judgement.pair for judgement in twice)
    tree = parsed(render(replace(alignment, pairs=pairs), twice))
    assert len(tree.xpath("//article")) == 9
    assert len(tree.xpath('//article[@id="p7"]//ol[@class="findings"]/li')) == 4


def test_both_sides_stand_whole_in_document_order() -> None:
    made = sample.wipo()
    tree = page(made)
    articles = tree.xpath("//article/@id")
    assert articles == [f"p{number}" for number in range(1, 10)]
    for judgement in made[1]:
        pair = judgement.pair
        if pair.paired:
            number = pair.index + 1
            assert texts(side(tree, number, "zh-CN")) == pair.source_text
            assert texts(side(tree, number, "en-US")) == pair.target_text


def test_a_row_names_its_type_its_lines_and_its_score() -> None:
    tree = page(sample.wipo())
    (margin,) = tree.xpath('//article[@id="p6"]/div[@class="margin"]')
    assert words(margin) == "6 2-1 line 73 | 75 score0.94"
    (margin,) = tree.xpath('//article[@id="p7"]/div[@class="margin"]')
    assert words(margin) == "7 1-1 line 120 | 122 score0.81lost0.64"


def test_overlapping_marks_carry_both_findings() -> None:
    marks = page(sample.wipo()).xpath('//article[@id="p7"]//p[@lang="zh-CN"]/mark')
    assert [(mark.text, mark.get("class"), mark.get("data-notes")) for mark in marks] == [
        ("拥抱变革与创新,善用技术工具和开放资源,", "error", "1"),
        ("广泛吸收各领域的研究成果", "error several", "1 2"),
        (",为我所用", "warning", "2"),
    ]
    assert marks[1].get("title").splitlines() == [
        "error: Two clauses are not in the English: 拥抱变革与创新 and 广泛吸收各领域的研究成果. "
        "(omission.content)",
        "warning: “extensively draw on research from all fields” is not in the English. "
        "(omission.content)",
    ]


def test_every_finding_is_listed_and_linked_with_its_place_both_ways() -> None:
    for made in (sample.wipo(), sample.talent(), sample.hostile()):
        tree = page(made)
        listed = tree.xpath('//ol[@class="findings"]/li')
        assert len(listed) == sum(len(judgement.findings) for judgement in made[1])
        identifiers = tree.xpath("//@id")
        assert len(set(identifiers)) == len(identifiers)
        for link in tree.xpath('//a[starts-with(@href, "#")]/@href'):
            assert link[1:] in identifiers
        for item in listed:
            back = item.xpath('./a[@class="back"]/@href')[0]
            assert tree.xpath(f'//*[@id="{back[1:]}"]/@href') == [f"#{item.get('id')}"]


def test_messages_come_in_words_with_rule_and_category() -> None:
    tree = page(sample.talent())
    assert [words(item) for item in tree.xpath('//ol[@class="findings"]/li')] == [
        "1 warning 2023 is not in the Chinese title. number.extra · Accuracy/Mistranslation",
        "1 note 4个方面 (four respects) is said only as a list of four things. "
        "number.missing · Accuracy/Mistranslation",
        "1 error 每万人口 (for every 10,000 people) became “per capita”. [10000] "
        "number.missing · Accuracy/Mistranslation",
    ]


def test_marks_carry_its_quality_issues() -> None:
    tree = page(sample.wipo())
    first, both, _ = tree.xpath('//article[@id="p7"]//p[@lang="zh-CN"]/mark')
    assert first.get("its-loc-quality-issue-type") == "omission"
    assert first.get("its-loc-quality-issue-severity") == "80"
    assert first.get("its-loc-quality-issue-comment").startswith("Two clauses are not in the")
    reference = both.get("its-loc-quality-issues-ref")
    (standoff,) = tree.xpath(f'//script[@id="{reference[1:]}"]')
    assert standoff.get("type") == "application/its+xml"
    issues = html.etree.fromstring(standoff.text)
    assert issues.get("{http://www.w3.org/XML/1998/namespace}id") == reference[1:]
    assert [issue.get("locQualityIssueSeverity") for issue in issues] == ["80", "40"]
    whole = side(tree, 7, "en-US")
    assert whole.get("its-loc-quality-issue-type") == "omission"
    assert "side-marked note" in whole.get("class")


def test_the_worst_stand_first_without_a_script() -> None:
    tree = page(sample.wipo())
    assert tree.xpath('//ol[@class="worst"]/li/a/@href') == ["#p7", "#p9", "#p2"]
    assert words(tree.xpath('//ol[@class="worst"]/li')[1]) == (
        "9warningThis sentence has no counterpart in the English. "
        "本篇文章来源于微信公众号: WIPO中国 ,如有侵权请即使联系进行删除"
    )
    assert tree.xpath('//div[@id="controls"]/@hidden')


def test_what_faces_nothing_is_shown_in_place_and_listed() -> None:
    tree = page(sample.wipo())
    assert words(tree.xpath('//article[@id="p9"]//p[@class="missing"]')[0]) == (
        "No English faces this"
    )
    assert tree.xpath('//ol[@class="links"]/li/a/@href') == ["#p9"]


def test_noise_is_listed_with_line_and_kind() -> None:
    tree = page(sample.wipo())
    table = tree.xpath('//section[@aria-labelledby="noise"]//tbody/tr')
    assert [[words(cell) for cell in row] for row in table] == [
        ["11", "caption", "图:产权组织中国办事处|Photo: WOC"],
        ["35", "repeated title", "WIPO中国:激发未来知识产权人才,共筑青年国际胜任力 WIPO中国"],
    ]


def test_mended_segments_are_listed_with_line_and_repair() -> None:
    alignment, judgements = sample.wipo()[:2]
    assert not page(sample.wipo()).xpath('//section[@aria-labelledby="repairs"]')
    first = alignment.pairs[0]
    mended = replace(first, source=(replace(first.source[0], repair="split:list"),))
    made = replace(alignment, pairs=(mended, *alignment.pairs[1:]))
    tree = parsed(render(made, judgements))
    (row,) = tree.xpath('//section[@aria-labelledby="repairs"]//tbody/tr')
    line, repair, text = [words(cell) for cell in row]
    assert (line, repair) == (str(first.source[0].line), "split:list")
    assert text == " ".join(first.source[0].text.split())


def test_text_of_a_document_is_never_markup() -> None:
    made = sample.hostile()
    source = render(made[0], made[1])
    source.encode("utf-8")
    tree = parsed(source)
    scripts = [script.get("type") for script in tree.xpath("//script")]
    assert scripts.count(None) == 1 and set(scripts) <= {None, "application/its+xml"}
    assert not tree.xpath("//b") and not tree.xpath("//@onmouseover")
    assert "&amp; {{ 7*7 }}" in texts(side(tree, 1, "en-US"))
    assert texts(side(tree, 1, "zh-CN")) == (
        "</mark><script>alert(\"1\")</script> & 'q' U+202E反U+202C U+0007响U+D800"
    )
    assert tree.xpath("//title")[0].text == 'a<b>&"c"#?: translation review'


@settings(max_examples=40, deadline=None)
@given(
    st.text("<>&\"'一二ab \n{}%#\x00\x1b\r\u202e\ufeff\ud800\U00020000", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 32), st.integers(0, 32)), max_size=4),
)
def test_any_text_with_any_findings_comes_through(
    text: str, spans: list[tuple[int, int]]
) -> None:
    segment = Segment(text, "zh", 0, 0, len(text), 1)
    findings = tuple(
        Finding(f"custom.{text}", "warning", text, "source", span, text, text) for span in spans
    )
    pair = Pair(0, (segment,), (segment,), 0.5)
    alignment, _, _ = sample.monolingual()
    made = replace(alignment, name=text, path=text, pairs=(pair,))
    source = render(made, [Judgement(pair, 0.5, 0.5, 0.5, findings)])
    tree = parsed(source.encode("utf-8").decode("utf-8"))
    shown = "".join(
        code_point(character) if plain(character) != character else character
        for character in text
    )
    assert texts(side(tree, 1, "zh-CN")) == shown
    assert len(tree.xpath('//ol[@class="findings"]/li')) == len(spans)


def test_nothing_is_loaded_and_only_our_own_script_may_run() -> None:
    made = sample.wipo()
    source = render(made[0], made[1])
    tree = parsed(source)
    assert not tree.xpath("//@src") and not tree.xpath("//link")
    assert not tree.xpath("//@style") and not tree.xpath('//@*[starts-with(name(), "on")]')
    (policy,) = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert "default-src 'none'" in policy and "unsafe-inline" not in policy
    assert set(re.findall(r"https?://[^\"' ]+", source)) == {"http://www.w3.org/2005/11/its"}


def test_one_language_is_said_first_and_its_segments_listed() -> None:
    tree = page(sample.monolingual())
    assert words(tree.xpath('//div[@class="notice"]')[0]) == (
        "One language only: there is nothing to pair all 2 paragraphs are Chinese"
    )
    assert [texts(p) for p in tree.xpath('//article//p[contains(@class, "text")]')] == [
        "第一句话。",
        "第二句话。",
    ]
    assert not tree.xpath('//p[@class="missing"]')
    assert tree.xpath('//section[@id="pairs"]/@class') == ["solo"]


def test_a_mixed_document_is_said_not_to_be_parallel() -> None:
    alignment, judgements, _ = sample.monolingual()
    mixed = replace(alignment, layout=replace(alignment.layout, kind="mixed"))
    tree = parsed(render(mixed, judgements))
    assert words(tree.xpath('//div[@class="notice"]/strong')[0]) == (
        "Two languages, but not translations of each other: no pairs were made"
    )


def test_a_clean_document_says_so() -> None:
    alignment, judgements, _ = sample.wipo()
    tree = parsed(render(alignment, []))
    assert words(tree.xpath('//p[@class="notice"]')[0]) == (
        "No findings The checks have nothing to say about these 8 pairs."
    )
    assert words(tree.xpath('//ul[@class="figures"]/li')[5]) == "0.93mean score"


def test_the_users_weights_are_the_ones_told() -> None:
    alignment, judgements, _ = sample.wipo()
    scale = Scale(weights={"error": 9.0, "warning": 2.0, "note": 0.0})
    tree = parsed(render(alignment, judgements, scale=scale, signature="duiyi 0.1.0"))
    (footer,) = tree.xpath("//footer")
    assert "Penalty: error 9, warning 2, note 0, findings on the alignment nothing." in words(
        footer
    )
    assert words(footer).endswith("duiyi 0.1.0")


def test_two_runs_give_equal_bytes() -> None:
    for made in (sample.wipo(), sample.hostile()):
        assert render(made[0], made[1]) == render(made[0], made[1])


def test_many_findings_are_shortened_at_the_head_and_kept_below() -> None:
    alignment, judgements, _ = sample.wipo()
    many = [
        replace(judgements[6], pair=replace(judgements[6].pair, index=index))
        for index in range(20)
    ]
    long = replace(alignment, pairs=tuple(judgement.pair for judgement in many))
    tree = parsed(render(long, many))
    assert len(tree.xpath('//ol[@class="worst"]')[0]) == 8
    assert words(tree.xpath("//summary")[0]) == "12 more with findings"
    assert len(tree.xpath('//ol[@class="worst"]/li')) == 20


def test_an_empty_document_has_a_report_too() -> None:
    alignment, _, _ = sample.monolingual()
    tree = parsed(render(replace(alignment, pairs=()), []))
    assert not tree.xpath("//article")


def test_a_translation_into_chinese_names_its_languages_so() -> None:
    alignment, _, _ = sample.monolingual()
    english = Segment("One.", "en", 0, 0, 4, 1)
    chinese = Segment("一。", "zh", 0, 5, 7, 2)
    turned = replace(
        alignment,
        source_lang="en-US",
        target_lang="zh-CN",
        pairs=(Pair(0, (english,), (chinese,), 0.9), Pair(1, (english,), (), 0.0)),
    )
    tree = parsed(render(turned, [Judgement(turned.pairs[0], 0.9, 0.0, 0.0)]))
    assert texts(side(tree, 1, "zh-CN")) == "一。"
    assert words(tree.xpath('//p[@class="missing"]')[0]) == "No Chinese faces this"


def test_languages_without_a_name_keep_their_code() -> None:
    assert [language_name(code) for code in ("zh-TW", "EN", "de-DE")] == [
        "Chinese",
        "English",
        "de-DE",
    ]
