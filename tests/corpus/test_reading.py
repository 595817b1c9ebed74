from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from corpus import reading
from corpus.errors import InputError
from corpus.reading import discover, document_from_bytes, read_bytes, read_document, read_text

SEEDS = Path(__file__).parents[2] / "seeds"
CHINESE = "刘华指出，创新是增长的催化剂。"


def refused(path: Path) -> str:
    with pytest.raises(InputError) as error:
        read_document(path)
    line = str(error.value)
    assert line.startswith(str(path))
    assert "\n" not in line
    return line


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "报告.v2.txt"
    path.write_text(f"\ufeff{CHINESE}\r\nLiu Hua spoke.\r\n", encoding="utf-8", newline="")
    document = read_document(path)
    assert document.path == str(path)
    assert document.name == "报告.v2"
    assert document.text == f"{CHINESE}\r\nLiu Hua spoke.\r\n"
    assert document.encoding == "utf-8"
    assert "byte order mark" in document.encoding_reason
    assert [(b.text, b.language, b.line) for b in document.blocks] == [
        (CHINESE, "zh", 1), ("Liu Hua spoke.", "en", 2)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le"])
def test_a_seed_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    seed = next(SEEDS.glob("003_*"))
    path = tmp_path / "seed.txt"
    path.write_bytes(seed.read_text(encoding="utf-8").encode(encoding))
    assert read_document(path).blocks == read_document(seed).blocks


def test_an_unknown_suffix_is_read_by_content(tmp_path: Path) -> None:
    path = tmp_path / "notes.draft"
    path.write_text(CHINESE, encoding="utf-8")
    assert [block.text for block in read_document(path).blocks] == [CHINESE]


def test_a_file_name_in_gbk(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "报告.txt".encode("gbk")
    path = Path(os.fsdecode(raw))
    path.write_text(CHINESE, encoding="utf-8")
    document = read_document(path)
    assert document.name == "报告"
    assert document.path == f"{tmp_path}/报告.txt"


def test_standard_input() -> None:
    document = document_from_bytes(CHINESE.encode("gbk"), "-", "stdin", "gbk")
    assert (document.path, document.name, document.encoding) == ("-", "stdin", "gbk")


def test_read_text_keeps_every_line(tmp_path: Path) -> None:
    path = tmp_path / "a.zh"
    path.write_bytes("一。\n\n二。\n".encode("gb18030"))
    decoded = read_text(path)
    assert (decoded.text, decoded.encoding) == ("一。\n\n二。\n", "gb18030")


def test_bad_files_are_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\u3000\t\n", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(os.urandom(8) + b"\0" * 9)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "the file is empty" in refused(tmp_path / "empty.txt")
    assert "nothing but white space" in refused(tmp_path / "blank.txt")
    assert "binary" in refused(tmp_path / "binary.txt")
    assert "no such file" in refused(tmp_path / "missing.txt")
    assert "is a folder" in refused(tmp_path)
    assert "cannot be read" in refused(tmp_path / "loop.txt")


def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a pipe or a device" in refused(tmp_path / "pipe.txt")
    assert "use - for standard input" in refused(Path("/dev/zero"))


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x", encoding="utf-8")

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", forbidden)
    with pytest.raises(InputError, match=r"secret\.txt: cannot be read: Permission denied"):
        read_bytes(path)


def test_a_path_with_a_nul() -> None:
    with pytest.raises(InputError, match="is no path"):
        read_bytes(Path("a\0b"))


def test_a_gigabyte_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(1 << 30)
    began = time.monotonic()
    assert "the file has 1,024 MB; the limit is 64 MB" in refused(path)
    assert time.monotonic() - began < 1


def test_a_file_that_grows_while_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.txt"
    path.write_bytes(b"x" * 100)
    small = os.stat_result((0o100644, 0, 0, 1, 0, 0, 10, 0, 0, 0))
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 50)
    monkeypatch.setattr(os, "stat", lambda *_, **__: small)
    with pytest.raises(InputError, match="the limit is"):
        read_bytes(path)


def test_a_line_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_LINE_CHARACTERS", 100)
    path = tmp_path / "line.txt"
    path.write_text("好" * 101, encoding="utf-8")
    assert "a line of 101 characters; the limit is 100" in refused(path)
    path.write_text("".join(f"{'好' * 98}{n}\n" for n in range(3)), encoding="utf-8")
    assert len(read_document(path).blocks) == 3


def test_discover_takes_files_as_given_and_folders_sorted(tmp_path: Path) -> None:
    for name in ["b.txt", "a.docx", "c.TXT", "~$a.docx", ".hidden.txt", "d.png", "sub/e.md"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").touch()
    odd = tmp_path / "d.png"
    found = [path.relative_to(tmp_path).as_posix() for path in discover([odd, tmp_path, odd])]
    assert found == ["d.png", "a.docx", "b.txt", "c.TXT", "sub/e.md"]


def test_discover_does_not_read_what_a_run_wrote(tmp_path: Path) -> None:
    for name in ["a.html", "a.report.html", "out/summary.json", "out/index.html", "out/a.html"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert discover([tmp_path]) == [tmp_path / "a.html"]


def test_discover_leaves_a_missing_file_to_the_reader(tmp_path: Path) -> None:
    assert discover([tmp_path / "missing.txt"]) == [tmp_path / "missing.txt"]


def test_a_folder_without_documents_names_the_suffixes(tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()
    with pytest.raises(InputError, match=r"no documents in this folder .*\.txt, .*\.docx"):
        discover([tmp_path])
