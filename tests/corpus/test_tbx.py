from __future__ import annotations

from io import BytesIO

from corpus.tbx import Entry, Wording, read_tbx, write_tbx
from lxml import etree

ENTRY = Entry(
    (Wording("zh", "专利"), Wording("en", "patent"), Wording("en", "licence", True)), "note"
)


def test_the_order_of_tbx_basic() -> None:
    tree = etree.fromstring(write_tbx([ENTRY]))
    assert tree.tag == "martif" and tree.get("type") == "TBX-Basic"
    entry = tree.find("text/body/termEntry")
    assert entry is not None
    assert [child.tag for child in entry] == ["note", "langSet", "langSet"]
    assert [child.tag for child in entry[2][1]] == ["term", "termNote"]
    status = [note.text for note in entry.iter("termNote")]
    assert status == [
        "preferredTerm-admn-sts", "preferredTerm-admn-sts", "deprecatedTerm-admn-sts",
    ]  # fmt: skip


def test_it_comes_back() -> None:
    assert list(read_tbx(BytesIO(write_tbx([ENTRY])), "x")) == [ENTRY]


def test_control_characters_stay_out() -> None:
    told = write_tbx([Entry((Wording("zh", "专\x0b利"), Wording("en", "a\nb")))])
    assert [word.text for word in next(read_tbx(BytesIO(told), "x")).wordings] == ["专利", "a b"]
