from __future__ import annotations

import re
from pathlib import Path

import pytest

from review import page
from tests.qa import sample
from tests.review.sample import walk, write_folder
from tests.review.site import Window


@pytest.fixture
def window(tmp_path: Path) -> Window:
    mono = sample.monolingual()
    return Window(write_folder(tmp_path, [walk(), (mono[0], mono[1])]))


def plain(html: str) -> str:
    """The words of a page, one blank between them."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def document(window: Window) -> str:
    """The page of the walk, as the server makes it."""
    found = window.folder.document(2)
    assert found is not None
    return page.document_page(found, 2, "duiyi 0")


def test_the_folder_says_what_is_left(window: Window) -> None:
    shown = page.folder_page(window.folder)
    assert "2 documents, 5 pairs left" in plain(shown)
    assert "no pairs: all 2 paragraphs are Chinese" in plain(shown)
    found = window.folder.document(2)
    assert found is not None
    one = found.picture.shown[0]
    found.decide("accept", [(one.slug, one.key)])
    shown = page.folder_page(window.folder)
    assert "4 pairs left" in plain(shown) and "walk.reviewed.tmx" in shown


def test_unpaired_segments_stand_where_they_are_in_the_text(window: Window) -> None:
    shown = document(window)
    assert re.findall(r'id="p(\d+)"', shown) == ["1", "2", "3", "4", "5"]
    assert 'aria-label="Unpaired segment 3, undecided"' in shown
    assert "No English faces this" in shown


def test_findings_are_marked_in_the_text_and_can_be_dismissed(window: Window) -> None:
    shown = document(window)
    assert re.findall(r"<mark class=\"(\w+)\"[^>]*>([^<]+)</mark>", shown)[:2] == [
        ("warning", "三点钟"), ("note", "水很高"),
    ]
    assert 'data-rules="number.missing omission.content"' in shown
    assert shown.count("data-dismiss=") == 2


def test_what_lapsed_is_listed_with_its_texts(window: Window) -> None:
    (window.folder.path / "walk.decisions.jsonl").write_text(
        '{"number": 1, "kind": "edit", "pairs": [{"source": "河<b>", "target": "River"}], '
        '"texts": ["河<b>", "The river"]}\n',
        encoding="utf-8",
    )
    shown = plain(document(window))
    assert "1 decision of an earlier run no longer applies" in shown
    assert "edited 河&lt;b&gt; | River as 河&lt;b&gt; | The river" in shown


def test_every_key_of_the_help_does_something(window: Window) -> None:
    shown = document(window)
    told = re.findall(r"<kbd>(.)</kbd>", shown.split('<dialog id="help"')[1].split("</table>")[0])
    [table] = re.findall(r"var keys = \{(.*?)\};", page.script(), re.DOTALL)
    does = dict(re.findall(r'"?([^\s",:])"?: "([\w-]+)"', table))
    assert sorted(told) == sorted(does)
    acts = page.script().split("var acts = {")[1].split("};")[0]
    for act in does.values():
        assert re.search(rf'"?{act}"?:', acts), act
    for act in re.findall(r'data-act="([\w-]+)"', shown):
        assert re.search(rf'"?{act}"?:', acts), act


def test_each_field_has_a_name_for_those_who_cannot_see(window: Window) -> None:
    shown = document(window)
    for field in re.findall(r"<(?:select|input|textarea)\b[^>]*>", shown):
        labelled = "aria-label" in field or 'id="include"' in field
        before = shown[: shown.index(field)]
        inside = before.rfind("<label") > before.rfind("</label>")
        assert labelled or inside, field
