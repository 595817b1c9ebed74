from negation_plants import added, added_in_chinese, removed, removed_in_chinese


def test_every_negation_is_taken_out_once() -> None:
    assert list(removed("He can't swim and will not learn without help.")) == [
        "He can swim and will not learn without help.",
        "He can't swim and will learn without help.",
        "He can't swim and will not learn with help.",
    ]


def test_idioms_stay() -> None:
    assert not list(removed("I can't help it, no matter what, isn't it?"))


def test_put_in_in_several_ways() -> None:
    assert list(added("There is a bridge, and it was built with the help of many.")) == [
        "There is not a bridge, and it was built with the help of many.",
        "There is a bridge, and it was never built with the help of many.",
        "There is no bridge, and it was built with the help of many.",
        "There is a bridge, and it was built without the help of many.",
    ]


def test_in_the_chinese() -> None:
    assert list(removed_in_chinese("他不会来，也没有电话。")) == ["他会来，也没有电话。", "他不会来，也有电话。"]
    assert list(added_in_chinese("公司将扩大生产。")) == ["公司将不扩大生产。"]
    assert not list(removed_in_chinese("不仅如此，各地不同。"))
