"""Numbers and names decide about their words."""

from __future__ import annotations

from qa.coverage_named import named


def test_a_person_is_answered_whole() -> None:
    english = "Zhang Zhicheng introduced the plan."
    (zh, en), (missing, _) = named("张志成介绍了规划。", english)
    assert (0, 3) in zh.answered
    assert any(english[start:end].startswith("Zhang Zhicheng") for start, end in en.answered)
    assert missing.names == 0


def test_a_number_is_answered_by_value() -> None:
    (zh, en), (missing, extra) = named("人才已增至86万人。", "The talent has grown to 860,000.")
    assert len(zh.answered) == len(en.answered) == 1
    assert (missing.numbers, extra.numbers) == (0, 0)


def test_a_lost_number_is_counted() -> None:
    (zh, _), (missing, extra) = named("推送68项服务。", "Services were promoted.")
    assert missing.numbers == 1
    assert len(zh.unanswered) == 1
    assert extra.numbers == 0


def test_an_abbreviation_in_brackets_adds_nothing() -> None:
    english = "the WIPO Office in China (WOC)"
    (_, en), _ = named("产权组织中国办事处", english)
    assert any("WOC" in english[start:end] for start, end in en.answered)


def test_the_side_with_fewer_sentences_lacks_some() -> None:
    english = "They came (all of them). They saw."
    _, (missing, extra) = named("他们来了。他们看见了。他们赢了！", english)
    assert (missing.sentences, extra.sentences) == (1, 0)
    _, (missing, extra) = named("他们来了。", english)
    assert (missing.sentences, extra.sentences) == (0, 1)


def test_the_gloss_of_a_latin_name_is_said_with_it() -> None:
    chinese = "包括IP Diagnostics Tool（知识产权诊断工具）和其他工具（免费）。"
    (zh, _), _ = named(chinese, "including the IP diagnostics tool and other tools.")
    assert [chinese[start:end] for start, end in zh.answered] == ["知识产权诊断工具"]
    (zh, _), _ = named(chinese, "including a tool for patents.")
    assert zh.answered == ()


def test_an_abbreviation_spelled_out_adds_nothing() -> None:
    english = "members of the Chinese Academy of Sciences and Chinese Academy of Engineering"
    (zh, en), _ = named("两院院士", english)
    assert (0, 2) in zh.answered
    assert any(english[start:end].endswith("Academy of Engineering") for start, end in en.answered)


def test_a_term_given_twice_is_answered_once_for_all() -> None:
    chinese = "他提出“边疆假说”（Frontier Thesis）。"
    (zh, _), _ = named(chinese, "He proposed the frontier thesis.")
    assert [chinese[start:end] for start, end in zh.answered] == ["（Frontier Thesis）", "“边疆假说”"]
