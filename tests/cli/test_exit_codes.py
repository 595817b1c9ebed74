import re
from pathlib import Path

from cli import exit_codes

README = Path(__file__).parent.parent.parent / "README.md"


def test_the_numbers_of_the_contract() -> None:
    assert exit_codes.DONE == 0
    assert exit_codes.FINDINGS == 1
    assert exit_codes.UNREADABLE == 2
    assert exit_codes.BUG == 3
    assert exit_codes.INTERRUPTED == 130


def test_the_readme_tells_them_all() -> None:
    section = README.read_text(encoding="utf-8").partition("## Exit codes")[2].partition("\n## ")[0]
    told = [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)]
    ours = [value for name, value in vars(exit_codes).items() if name.isupper()]
    assert told == sorted(ours)
