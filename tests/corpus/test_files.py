import errno
import os
import stat
from pathlib import Path

import pytest

from corpus.errors import OutputError
from corpus.files import remove_leftovers, replacing, write_text


def test_the_new_text_is_there_and_nothing_else(tmp_path: Path) -> None:
    write_text(tmp_path / "new" / "对译.txt", "你好\n")
    assert (tmp_path / "new" / "对译.txt").read_bytes() == "你好\n".encode()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["对译.txt"]


def test_an_error_while_writing_leaves_the_old_file_and_no_leftover(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text("old")
    with pytest.raises(RuntimeError), replacing(path) as stream:
        stream.write(b"half of the new")
        raise RuntimeError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_as_readable_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_text(tmp_path / "ours", "")
    modes = [stat.S_IMODE(os.stat(tmp_path / name).st_mode) for name in ("plain", "ours")]
    assert modes[0] == modes[1]


def test_a_place_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as error:
        write_text(tmp_path / "file" / "out.txt", "")
    assert str(error.value) == (
        f"{tmp_path}/file/out.txt: cannot write: there is a file where a folder is needed"
        " (write to another place)"
    )


def test_a_full_disk_needs_room(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as error, replacing(tmp_path / "memory.tmx"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert str(error.value) == (
        f"{tmp_path}/memory.tmx: cannot write: No space left on device"
        " (make room there, or write to another place)"
    )


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "memory.tmx").symlink_to(tmp_path / "shared" / "real.tmx")
    write_text(tmp_path / "memory.tmx", "new")
    assert (tmp_path / "memory.tmx").is_symlink()
    assert (tmp_path / "shared" / "real.tmx").read_text() == "new"
    assert len(list(tmp_path.rglob("*"))) == 3


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "你好")
        assert os.read(reader, 100) == "你好".encode()
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(os.stat(pipe).st_mode)


def test_leftovers_go_and_the_users_hidden_files_stay(tmp_path: Path) -> None:
    for name in (".duiyi-abc123.part", ".duiyirc", ".part", "article.part"):
        (tmp_path / name).touch()
    remove_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".duiyirc",
        ".part",
        "article.part",
    ]
