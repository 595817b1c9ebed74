from pathlib import Path

import pytest

from cli.options import grave, settings_of, source_tongue
from corpus.errors import UsageError

COUNTS = {"error": 0, "warning": 2, "note": 1}


@pytest.mark.parametrize(
    ("fail_on", "expected"),
    [("never", False), ("error", False), ("warning", True), ("note", True)],
)
def test_grave_is_at_the_limit_or_above(fail_on: str, expected: bool) -> None:
    assert grave(COUNTS, fail_on) is expected


def test_nothing_found_is_never_grave() -> None:
    assert not grave({"error": 0, "warning": 0, "note": 0}, "note")


def test_an_error_is_grave_for_who_asks_about_notes() -> None:
    assert grave({"error": 1}, "note")


def test_either_direction_works() -> None:
    assert source_tongue("zh-CN", "en-US") == "zh"
    assert source_tongue("en_GB", "zh-Hant") == "en"


def test_two_languages_we_do_not_know() -> None:
    with pytest.raises(UsageError) as error:
        source_tongue("zh-CN", "fr-FR")
    assert str(error.value) == (
        "cannot work on zh-CN to fr-FR (one of the two must be zh-…, the other en-…)"
    )


def test_the_command_line_goes_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "duiyi.toml"
    file.write_text('preset = "strict"\nonly = ["number.*"]\nskip = ["format.*"]\n')
    settings = settings_of("lenient", ["omission.*"], ["name.*"], file)
    assert settings.preset == "lenient"
    assert settings.only == ("omission.*",)
    assert settings.skip == ("format.*", "name.*")
    assert settings_of(None, [], [], file).preset == "strict"
