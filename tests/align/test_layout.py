from align.layout import detect, forced, owners
from corpus.model import Block, Language


def blocks(*parts: tuple[Language, str]) -> list[Block]:
    found, start = [], 0
    for line, (language, text) in enumerate(parts, start=1):
        found.append(Block(start, start + len(text), text, language, line))
        start += len(text) + 1
    return found


TITLE = ("zh", "中国知识产权人才已增至86万人")
CHINESE = ("zh", "刘华指出,包含专利、商标、版权和工业品外观设计的全球无形资产价值已超过79.4万亿美元。")
ENGLISH = ("en", "Ms. Liu highlighted that intangible assets have surpassed $79.4 trillion.")
DATE = ("other", "2024-04-30")


def test_paragraph_by_paragraph_is_interleaved() -> None:
    layout = detect(blocks(CHINESE, ENGLISH, CHINESE, ENGLISH, CHINESE, ENGLISH))
    assert layout.kind == "interleaved"
    assert layout.reason == (
        "3 Chinese blocks and 3 English blocks; the language changes 5 times, Chinese first"
    )


def test_a_skipped_paragraph_does_not_make_blocks() -> None:
    parts = [CHINESE, ENGLISH, CHINESE, CHINESE, ENGLISH, CHINESE, ENGLISH]
    assert detect(blocks(*parts)).kind == "interleaved"


def test_one_language_after_the_other_is_blocks_though_the_title_stands_apart() -> None:
    layout = detect(blocks(TITLE, *[ENGLISH] * 6, *[CHINESE] * 6))
    assert layout.kind == "blocks"
    assert layout.reason == (
        "7 Chinese blocks and 6 English blocks; the language changes only 2 times:"
        " the English block, then the Chinese block"
    )


def test_one_paragraph_each_is_a_couplet() -> None:
    assert detect(blocks(ENGLISH, CHINESE)).kind == "interleaved"


def test_one_language_only() -> None:
    layout = detect(blocks(CHINESE, CHINESE))
    assert (layout.kind, layout.reason) == ("mono", "only Chinese: 2 blocks")


def test_an_english_name_in_a_chinese_article_is_no_second_language() -> None:
    layout = detect(blocks(*[CHINESE] * 20, ("en", "WIPO GREEN"), *[CHINESE] * 20))
    assert layout.kind == "mono"
    assert "1 English block of under 5% of the text" in layout.reason


def test_a_list_of_short_names_is_bilingual_though_one_side_weighs_little() -> None:
    names: list[tuple[Language, str]] = [("zh", "世界知识产权组织中国办事处主任"), ("en", "WOC")]
    assert detect(blocks(*names * 4)).kind == "interleaved"


def test_nothing_to_see() -> None:
    assert detect([]).kind == "mono"
    assert detect(blocks(DATE)).reason == "no Chinese and no English text was found"


def test_a_date_line_belongs_to_what_stands_before_it() -> None:
    assert owners(blocks(DATE, ENGLISH, DATE, CHINESE, DATE)) == ["en", "en", "en", "zh", "zh"]


def test_the_user_has_the_last_word() -> None:
    assert forced("blocks").kind == "blocks"
    assert forced("blocks").reason == "as given with --layout"


def test_articles_in_turn_are_counted() -> None:
    layout = detect(blocks(*[*[CHINESE] * 3, *[ENGLISH] * 3] * 2))
    assert (layout.kind, layout.reason) == (
        "blocks",
        "6 Chinese blocks and 6 English blocks; the language changes only 3 times: 4 passages in"
        " turn, Chinese first",
    )
