from align.excerpt import LONGEST_READ, excerpt


def test_a_sentence_is_read_whole() -> None:
    assert excerpt("专家来了。") == "专家来了。"
    assert excerpt("") == ""
    longest = "他" * LONGEST_READ
    assert excerpt(longest) == longest


def test_of_a_chapter_the_beginning_and_the_end_are_read() -> None:
    read = excerpt("始" * 4000 + "中" * 90_000 + "终" * 4000)
    assert read == "始" * 3000 + " " + "终" * 3000
