from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from corpus.errors import InputError
from corpus.extracted import Extracted
from corpus.reading import document_from_bytes, read_document
from corpus.word_documents import read_word

_HEAD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:body>'
)
_NOTES = (
    '<w:{0}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{1}</w:{0}s>'
)


def word(body: str, **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{_HEAD}{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", _NOTES.format(name.removesuffix("s"), content))
    return stream.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(body: str, **parts: str) -> Extracted:
    return read_word(word(body, **parts), "f.docx")


def test_a_document_made_by_python_docx(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("知识产权与创新", 1)
    document.add_paragraph("刘华指出，创新是增长的催化剂。")
    table = document.add_table(rows=2, cols=2)
    for row, (left, right) in zip(
        table.rows, [("专利", "patent"), ("商标注册", "trademark registration")]
    ):
        row.cells[0].text, row.cells[1].text = left, right
    document.add_paragraph("Liu Hua spoke.")
    path = tmp_path / "report.docx"
    document.save(str(path))
    found = read_document(path)
    assert [(block.text, block.language) for block in found.blocks] == [
        ("知识产权与创新", "zh"), ("刘华指出，创新是增长的催化剂。", "zh"),
        ("专利", "zh"), ("patent", "en"), ("商标注册", "zh"), ("trademark registration", "en"),
        ("Liu Hua spoke.", "en"),
    ]
    assert found.encoding == "docx"
    assert found.encoding_reason == "docx: Word document; 1 table"


def test_tracked_changes_read_as_accepted() -> None:
    extracted = read(
        f"<w:p>{run('共')}<w:ins w:id='1'>{run('四十八')}</w:ins>"
        f"<w:del w:id='2'><w:r><w:delText>五十</w:delText></w:r></w:del>{run('名专家')}</w:p>"
        f"<w:p><w:moveFrom w:id='3'>{run('旧处')}</w:moveFrom>"
        f"<w:moveTo w:id='4'>{run('新处')}</w:moveTo></w:p>"
    )
    assert extracted.text == "共四十八名专家\n新处"
    assert "1 deletion of tracked changes left out" in extracted.reason
    assert "1 moved passage at the old place left out" in extracted.reason


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
    found = read(
        f"<w:p>{deleted}{run('发布会在日内瓦')}</w:p>"
        f"<w:p>{deleted}<w:del>{run('旧的')}</w:del></w:p><w:p>{run('举行。')}</w:p>"
        f"<w:p>{run('完。')}</w:p><w:p>{deleted}{run('最后')}</w:p>"
    )
    assert found.text == "发布会在日内瓦举行。\n完。\n最后"


def test_a_last_paragraph_whose_end_was_deleted_keeps_its_comment_and_its_kind() -> None:
    deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
    comment = f'<w:comment w:id="0" w:author="Li"><w:p>{run("核实")}</w:p></w:comment>'
    found = read(
        f'<w:p>{deleted}{run("最后")}<w:r><w:br/><w:commentReference w:id="0"/></w:r>'
        f"{run('一行')}</w:p>",
        comments=comment,
    )
    assert found.text == "最后\n一行\nComment by Li: 核实" and found.joined == ()
    rows = table(("中文", "English", "备注"), ("专利", "patent", "待查"))
    found = read(rows.replace(f"<w:p>{run('待查')}", f"<w:p>{deleted}{run('待查')}"))
    assert [(found.text[one.start : one.end], one.kind) for one in found.marks][-1] == (
        "待查", "table note",
    )


def table(*rows: tuple[str, ...]) -> str:
    cells = [[f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in row] for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{chr(10).join(row)}</w:tr>' for row in cells)}</w:tbl>"


def test_a_column_that_numbers_the_rows_is_no_text() -> None:
    found = read(table(("", "专利", "patent"), ("1.", "法", "law")) + table(
        ("1.", "专利", "patent"), ("2.", "商标", "mark")
    ))
    numbers = [found.text[m.start : m.end] for m in found.marks if m.kind == "row number"]
    assert numbers == ["1.", "2."]


def test_headings_of_a_table_and_what_stands_under_note() -> None:
    found = read(table(
        ("编号", "原文", "译文", "备注"), ("1", "专利", "patent", "术语"), ("2", "法", "law", "")
    ))
    assert [(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks] == [
        ("column heading", "编号"), ("column heading", "原文"), ("column heading", "译文"),
        ("column heading", "备注"), ("row number", "1"), ("table note", "术语"), ("row number", "2"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("1", "one"), ("2", "two")),  # the figures are one of the two texts
        (("2020", "专利", "专利权"), ("2021", "商标", "商标权")),  # no table of a translation
        (("1", "专利", "patent"), ("乙", "商标", "mark")),
    ],
)
def test_other_figures_are_text(rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(table(*rows)).marks == ()


@pytest.mark.parametrize(
    "years", [("2019", "2020", "2021"), ("2024", "2020", ""), ("12.5%", "-3%", "1,200")]
)
def test_years_and_values_beside_a_translation_are_figures_and_no_row_numbers(
    years: tuple[str, str, str],
) -> None:
    pairs = (("专利", "patent"), ("商标", "mark"), ("版权", "copyright"))
    found = read(table(*((one, *pair) for one, pair in zip(years, pairs))))
    assert [(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks] == [
        ("table figure", one) for one in years if one
    ]


def test_a_table_that_goes_on_numbers_its_rows_from_where_it_stopped() -> None:
    found = read(table(("13", "专利", "patent"), ("14", "商标", "mark")))
    assert [mark.kind for mark in found.marks] == ["row number", "row number"]


def test_comments_become_annotations() -> None:
    data = word(
        f"<w:p>{run('丹麦将接任轮值主席国。')}<w:r><w:commentReference w:id='7'/></w:r></w:p>",
        comments=f'<w:comment w:id="7" w:author="ToriWANG"><w:p>{run("经查")}</w:p>'
        f'<w:p>{run("无误")}</w:p></w:comment>',
    )
    document = document_from_bytes(data, "f.docx", "f")
    assert [block.text for block in document.blocks] == ["丹麦将接任轮值主席国。"]
    assert [(noise.kind, noise.text) for noise in document.noise] == [
        ("comment", "Comment by ToriWANG: 经查 无误")
    ]
    assert "1 comment listed among the annotations" in document.encoding_reason


def test_notes_follow_at_the_end() -> None:
    extracted = read(
        f"<w:p>{run('正文')}<w:r><w:footnoteReference w:id='2'/></w:r>{run('继续')}</w:p>"
        f"<w:p>{run('末段')}</w:p>",
        footnotes=f'<w:footnote w:id="0" w:type="separator"><w:p>{run("----")}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{run("脚注")}</w:p></w:footnote>',
    )
    assert extracted.text == "正文继续\n末段\n脚注"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('框中文字')}</w:p></w:txbxContent>"
    extracted = read(
        f"<w:p>{run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:wsp>{box}"
        f"</wps:wsp></mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p><w:p>{run('后段')}</w:p>"
    )
    assert extracted.text == "正文\n框中文字\n后段"


def test_signs_fields_links_and_ruby() -> None:
    extracted = read(
        f"<w:p>{run('甲')}<w:r><w:tab/></w:r>{run('乙')}<w:r><w:br/></w:r>{run('丙')}"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>{run('链接')}</w:hyperlink>"
        "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt>"
        f"<w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert extracted.text == "甲\t乙\n丙链接拼"


def test_content_controls_and_nested_tables() -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('内')}</w:p></w:tc></w:tr></w:tbl>"
    extracted = read(
        f"<w:sdt><w:sdtContent><w:p>{run('控件')}</w:p></w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('外')}</w:p>{inner}</w:tc></w:tr></w:tbl>"
    )
    assert extracted.text == "控件\n外\n内"


def test_absurd_nesting_is_refused() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 40 + f"<w:p>{run('底')}</w:p>" + "</w:tc></w:tr></w:tbl>" * 40
    with pytest.raises(InputError, match="nested more than 50 deep"):
        read(body)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04 cut off", "is a damaged file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old .doc format.*save it as .docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted.*without a password",
        ),
        (b"just text", "is no Word document: not a zip file"),
    ],
)
def test_what_is_no_word_document(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as error:
        read_word(data, "f.docx")
    assert "\n" not in str(error.value)


def test_a_zip_of_something_else() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    with pytest.raises(InputError, match="has no word/document.xml"):
        read_word(stream.getvalue(), "f.docx")


def test_a_bomb_is_refused() -> None:
    with pytest.raises(InputError, match="refused: word/document.xml unpacks to"):
        read(f"<w:p>{run('好' * 3_000_000)}</w:p>")


def test_a_document_without_text() -> None:
    with pytest.raises(InputError, match="nothing but white space"):
        document_from_bytes(word("<w:p/>"), "f.docx", "f")
