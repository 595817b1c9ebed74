"""A traditional text from the file to the memory: its code, its evidence, its terms, its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import run

PAIRS = (
    (
        "智慧財產局局長林美華表示，去年共收到7萬4千件專利申請，比前一年增加百分之5.2。",
        "Lin Mei-hua, Director General of the Intellectual Property Office, said that 74,000 patent"
        " applications were received last year, up 5.2 per cent from the year before.",
    ),
    (
        "她說，軟體業者應重視開放原始碼的授權條款，並把研究成果用在減碳與節能上。",
        "She said that software companies should pay attention to the licence terms of open source"
        " code, and put their research results to use in carbon reduction and energy saving.",
    ),
    (
        "論壇邀請了來自二十三個國家的專家，討論人工智慧對著作權的影響，以及中小企業如何保護營業秘密。",
        "The forum invited experts from 32 countries to discuss the impact of artificial"
        " intelligence on copyright.",
    ),
    (
        "與會者認為，網路平臺應與權利人合作，建立更快速的通知與下架機制。",
        "Participants agreed that online platforms should work with right holders on a faster"
        " mechanism of notice and takedown.",
    ),
)

#: In simplified characters: 營業秘密 has no counterpart, 專利申請 has the right one.
TERMS = "source\ttarget\tforbidden\n营业秘密\ttrade secret\t\n专利申请\tpatent application\t\n" \
    "平台\tforum\tplatform\n"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("traditional")
    article = "\n\n".join(text for pair in PAIRS for text in pair)
    (folder / "article.txt").write_text(article, encoding="utf-8")
    (folder / "terms.tsv").write_text(TERMS, encoding="utf-8")
    command = ["align", str(folder / "article.txt"), "--terms", str(folder / "terms.tsv")]
    assert run([*command, "-o", str(folder / "out"), "-q"]) == 0
    yield folder / "out"


def records(out: Path) -> list[dict[str, object]]:
    text = (out / "article.pairs.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_its_code_and_its_text(out: Path) -> None:
    memory = (out / "article.tmx").read_text(encoding="utf-8")
    assert 'srclang="zh-TW"' in memory
    assert memory.count('<tuv xml:lang="zh-TW">') == len(PAIRS)
    assert "zh-CN" not in memory
    assert [(one["source"], one["target"]) for one in records(out)] == list(PAIRS)
    [entry] = json.loads((out / "summary.json").read_text(encoding="utf-8"))["documents"]
    assert (entry["source_lang"], entry["target_lang"]) == ("zh-TW", "en-US")


def test_what_is_found_in_it_is_told_in_its_own_characters(out: Path) -> None:
    found = {
        (place, str(finding["rule"]), str(finding["message"]))
        for place, one in enumerate(records(out))
        for finding in one["findings"]  # type: ignore[attr-defined]
    }
    assert found == {
        (2, "number.changed", "二十三 is 23; the translation has 32."),
        (2, "omission.content",
         "“以及中小企業如何保護營業秘密” is not carried over into the English."),
        (2, "term.missing", "營業秘密 is not translated as “trade secret”."),
        (3, "term.forbidden", "platform is forbidden for 平臺; the term base has “forum”."),
    }


def test_the_code_that_was_said_stays(out: Path, tmp_path: Path) -> None:
    article = out.parent / "article.txt"
    command = ["align", str(article), "-o", str(tmp_path), "-q", "--source-lang", "zh-Hant"]
    assert run(command) == 0
    assert 'srclang="zh-Hant"' in (tmp_path / "article.tmx").read_text(encoding="utf-8")
