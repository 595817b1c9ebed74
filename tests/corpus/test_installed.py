from __future__ import annotations

import subprocess
import sys

import pytest

from corpus.installed import data_file


def test_a_file_is_found() -> None:
    assert data_file("jieba", "dict.txt").read_text(encoding="utf-8").startswith("AT&T 3 nz\n")


def test_a_package_that_is_not_there() -> None:
    with pytest.raises(ModuleNotFoundError, match="No package named 'jieba2'"):
        data_file("jieba2", "dict.txt")


def test_words_and_pinyin_import_neither_package() -> None:
    code = (
        "import sys; from corpus.words import chinese_words, pinyin; "
        "print(len(chinese_words('我们开展合作')), pinyin('重庆'), "
        "'jieba' in sys.modules, 'pypinyin' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "3 chongqing False False\n"
