from __future__ import annotations

import sys

import pytest

from corpus import pdf_documents
from corpus.errors import InputError
from corpus.reading import document_from_bytes

BODY = [
    ["Innovation gathers speed in all regions."],
    ["The office works with the universities."],
    ["Nobody asked about the weather at all."],
]


def pdf(pages: list[list[str]], leading: int = 40, drawn: str = "") -> bytes:
    """A PDF in Helvetica 12, one content stream a page; an empty line is a gap.

    ``drawn`` is what else each page has.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj 0 -{leading} Td" for line in lines)
        stream = f"{drawn} BT /F1 12 Tf 72 720 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return f"{data}{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def test_running_heads_and_page_numbers_are_noise() -> None:
    pages = [
        ["WIPO Magazine 2024", *[""] * 4, *lines, *[""] * 11, f"{n}"]
        for n, lines in enumerate(BODY, 1)
    ]
    document = document_from_bytes(pdf(pages), "a.pdf", "a")
    assert [block.text for block in document.blocks] == [line for [line] in BODY]
    assert [noise.kind for noise in document.noise] == ["running head"] * 6
    assert document.encoding == "pdf"
    assert "3 pages" in document.encoding_reason and "uncertain" in document.encoding_reason


def test_lines_of_a_box_are_one_paragraph() -> None:
    lines = [
        "Innovation gathers speed in all regions, and the office",
        "works with the universities and the companies that are",
        "ready for it.",
        "Nobody asked about the weather, which is a good sign of",
        "attention.",
    ]
    page = ["", "", "", "", *lines]
    document = document_from_bytes(pdf([page], leading=14), "a.pdf", "a")
    assert [block.text for block in document.blocks] == [
        "\n".join(lines[:3]), "\n".join(lines[3:])
    ]


CELLS = [
    "The company was founded in 2008, is",
    "headquartered in Shenzhen and has staff",
    "In 2023 it achieved a revenue of some",
    "billions, and nobody asked",
]


@pytest.mark.parametrize(
    "drawn",
    [
        "66 660 m 400 660 l S",  # a line from edge to edge of the cell
        "66 632 334 28 re S",  # the box of the cell below
        "66 659.5 334 1 re f",  # a thin black box
    ],
)
def test_a_rule_between_cells_parts_them(drawn: str) -> None:
    data = pdf([["", "", "", *CELLS]], leading=14, drawn=drawn)
    document = document_from_bytes(data, "a.pdf", "a")
    assert [block.text for block in document.blocks] == [
        "\n".join(CELLS[:2]), "\n".join(CELLS[2:])
    ]


@pytest.mark.parametrize("drawn", ["", "72 660 m 287 660 l S", "60 600 m 60 700 l S"])
def test_an_underline_and_a_margin_line_part_nothing(drawn: str) -> None:
    data = pdf([["", "", "", *CELLS]], leading=14, drawn=drawn)
    document = document_from_bytes(data, "a.pdf", "a")
    assert [block.text for block in document.blocks] == ["\n".join(CELLS)]


def test_a_pdf_is_known_by_its_content() -> None:
    assert document_from_bytes(pdf(BODY), "-", "stdin").encoding == "pdf"


def test_a_scan() -> None:
    with pytest.raises(InputError, match="holds no text.*OCR"):
        document_from_bytes(pdf([[]]), "a.pdf", "a")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_documents, "MAX_PAGES", 2)
    with pytest.raises(InputError, match="refused: more than 2 pages"):
        document_from_bytes(pdf(BODY), "a.pdf", "a")


def test_damage() -> None:
    with pytest.raises(InputError, match="is a damaged PDF") as error:
        document_from_bytes(b"%PDF-1.4\ngarbage", "a.pdf", "a")
    assert "\n" not in str(error.value)


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    with pytest.raises(InputError, match=r"needs the package pdfminer.six .*'duiyi\[pdf\]'"):
        document_from_bytes(pdf(BODY), "a.pdf", "a")
