from corpus.running_heads import running_heads

HEAD = "华东大学年度报告 2023"


def test_a_line_that_recurs_beside_page_numbers() -> None:
    lines = [HEAD, "第一章 概况", "- 1 -", HEAD, "第二章 科研", "- 2 -"]
    kinds = ["", "", "page number", "", "", "page number"]
    assert running_heads(lines, kinds) == {3}


def test_a_line_that_recurs_in_the_text_stays() -> None:
    lines = ["注意事项", "请保持安静。", "注意事项", "请勿拍照。", "- 1 -"]
    assert running_heads(lines, ["", "", "", "", "page number"]) == set()


def test_bare_figures_beside_a_line_that_recurs_are_page_numbers() -> None:
    lines = [HEAD, "概况。", HEAD, "1", "科研。", HEAD, "2", "教学。", HEAD, "3"]
    assert running_heads(lines, [""] * 10) == {2, 3, 5, 6, 8, 9}


def test_the_numbers_of_chapters_stay() -> None:
    lines = ["1", "清晨的雨", "2", "夜里的风", "3", "中午的太阳"]
    assert running_heads(lines, [""] * 6) == set()


def test_a_head_that_holds_its_page() -> None:
    lines = ["Annual Report 12", "Good.", "Annual Report 13", "We hired.", "Annual Report 14"]
    assert running_heads(lines, [""] * 5) == {2, 4}


def test_the_blanks_before_a_page_number_may_be_many() -> None:
    lines = [f"Annual Report{' ' * 100_000}{page}" for page in (12, 13, 14)]
    assert running_heads(lines, [""] * 3) == {1, 2}
    # no figure at the end: looked through once, not once for each blank
    assert running_heads([line + "." for line in lines], [""] * 3) == set()


def test_numbered_headings_stay() -> None:
    lines = ["第三次实验结果 1", "好。", "第三次实验结果 2", "好。", "第三次实验结果 3"]
    assert running_heads(lines, [""] * 5) == set()
    days = ["Day 1", "We left.", "Day 2", "It rained.", "Day 3"]
    assert running_heads(days, [""] * 5) == set()


def test_headings_with_their_number_on_a_line_of_its_own_stay() -> None:
    lines = ["Chapter", "1", "Rain.", "Chapter", "2", "Wind.", "Chapter", "3", "Sun."]
    assert running_heads(lines, [""] * 9) == set()


def test_figures_that_do_not_rise_are_no_pages() -> None:
    lines = ["Price of rice in yuan 12", "Price of rice in yuan 3", "Price of rice in yuan 7"]
    assert running_heads(lines, [""] * 3) == set()
