from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from corpus.decisions import Dismissal
from qa.dismissals import read_ignore
from qa.fingerprint import segment_fingerprint
from review.dismissed import IgnoreFile
from tests.review.sample import walk

RIVER = walk()[1][4]
DISMISSAL = Dismissal(
    segment_fingerprint(RIVER.pair, RIVER.findings[0]), "number.missing", "三点钟",
    'a\tclock "time"\n',
)


def test_a_dismissal_is_written_and_heard(tmp_path: Path) -> None:
    path = tmp_path / "duiyi-ignore.tsv"
    ignored = IgnoreFile(path)
    assert ignored.heard(RIVER) == RIVER
    ignored.add(DISMISSAL)
    assert path.read_text(encoding="utf-8") == (
        "fingerprint\trule\ttext\treason\n"
        f'{DISMISSAL.fingerprint}\tnumber.missing\t三点钟\t"a clock ""time"""\n'
    )
    assert [one.rule for one in ignored.heard(RIVER).findings] == ["omission.content"]
    assert read_ignore(path) == {DISMISSAL.fingerprint: 'a clock "time"'}
    assert [one.rule for one in IgnoreFile(path).heard(RIVER).findings] == ["omission.content"]


def test_taking_one_back_leaves_the_users_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "duiyi-ignore.tsv"
    mine = "# ours\n" + "0a" * 10 + "\tname.missing\tx\tmine"
    path.write_text(mine, encoding="utf-8")
    ignored = IgnoreFile(path)
    ignored.add(DISMISSAL)
    ignored.remove(DISMISSAL.fingerprint)
    assert path.read_text(encoding="utf-8") == mine + "\n"
    assert ignored.heard(RIVER) == RIVER
    assert dict(ignored.reasons) == {"0a" * 10: "mine"}


def test_windows_on_several_documents_lose_no_line(tmp_path: Path) -> None:
    path = tmp_path / "duiyi-ignore.tsv"
    ignored = IgnoreFile(path)
    many = [replace(DISMISSAL, fingerprint=f"{number:020x}") for number in range(60)]
    with ThreadPoolExecutor(4) as windows:
        list(windows.map(ignored.add, many))
    wanted = {one.fingerprint for one in many}
    assert set(read_ignore(path)) == set(ignored.reasons) == wanted
