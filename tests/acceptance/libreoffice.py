"""LibreOffice without a screen: do tables stay text in a spreadsheet?"""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from corpus.spreadsheets import read_xlsx, write_xlsx
from corpus.tables import read_csv, unescaped, write_csv
from tests.acceptance.check import Check, same
from tests.acceptance.material import Memory, judged, pair

#: Comma, double quote, UTF-8; on output also every cell as it is stored, quoted if text.
_INPUT = "CSV:44,34,76,1"
_OUTPUT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def version() -> str:
    said = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout
    return said.split()[1] if said else "?"


def checks(memory: Memory, work: Path) -> Iterator[Check]:
    """CSV to a workbook, a workbook to CSV, and what LibreOffice writes read by us."""
    number = len(memory.pairs)
    pairs = (*memory.pairs, pair(number, "两行\n文字", 'Two\nlines, "quoted"'))
    # falling scores keep a workbook in this order, since it puts the worst first
    units = [(one.source_text, one.target_text) for one in pairs]
    folder = work / "libreoffice"
    folder.mkdir(parents=True, exist_ok=True)
    release = version()

    with (folder / "ours.csv").open("wb") as stream:
        write_csv(stream, judged(pairs))
    _convert(folder, "ours.csv", "xlsx", "theirs", _INPUT)
    sheet = openpyxl.load_workbook(folder / "theirs/ours.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, max_col=2))
    formulas = sum(cell.data_type == "f" for row in rows for cell in row)
    yield Check("LibreOffice", release, "our CSV opened: cells taken for formulas", 0, formulas)
    found = [tuple(unescaped(str(cell.value)) for cell in row) for row in rows]
    yield same("LibreOffice", release, "our CSV opened: rows as text", units, found)
    with (folder / "theirs/ours.xlsx").open("rb") as stream:
        back = [(one.source_text, one.target_text) for one in read_xlsx(stream)]
    expected = [tuple(str(cell.value) for cell in row) for row in rows]
    yield same("LibreOffice", release, "its workbook read by us", expected, back)

    with (folder / "book.xlsx").open("wb") as stream:
        write_xlsx(stream, judged(pairs))
    _convert(folder, "book.xlsx", _OUTPUT, "theirs", "")
    data = (folder / "theirs/book.csv").read_bytes()
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    found = [(row["source"], row["target"]) for row in table]
    yield same("LibreOffice", release, "our workbook opened: rows as text", units, found)
    back = [(one.source_text, one.target_text) for one in read_csv(io.BytesIO(data))]
    yield same("LibreOffice", release, "its CSV read by us", units, back)


def _convert(folder: Path, name: str, to: str, into: str, filter_name: str) -> None:
    given = [f"--infilter={filter_name}"] if filter_name else []
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{(folder / 'profile').resolve()}", "--headless",
         *given, "--convert-to", to, "--outdir", str(folder / into), str(folder / name)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
