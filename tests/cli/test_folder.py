from pathlib import Path

import pytest

from cli.folder import occupied
from corpus.errors import OutputError


def test_the_folder_is_made_and_leftovers_go(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    with occupied(folder):
        (folder / ".duiyi-killed.part").touch()
        (folder / "article.tmx").touch()
    with occupied(folder):
        assert not (folder / ".duiyi-killed.part").exists()
        assert (folder / "article.tmx").exists()


def test_a_second_run_into_the_folder_is_one_clear_line(tmp_path: Path) -> None:
    with occupied(tmp_path), pytest.raises(OutputError) as error, occupied(tmp_path):
        raise AssertionError("two runs in one folder")
    assert str(error.value) == (
        f"{tmp_path}: another run or review is at work here"
        " (wait for it, or choose another folder with -o)"
    )


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError) as error, occupied(tmp_path / "out"):
        raise AssertionError("a file was taken for a folder")
    assert str(error.value) == (
        f"{tmp_path}/out: cannot write here: there is a file where a folder is needed"
        " (write to another place)"
    )
