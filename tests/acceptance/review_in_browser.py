"""Works the review page in Chromium by its keys, and reads the memory that comes of it.

No part of the suite: needs Debian's chromium and chromium-driver, and selenium.
Run from the project's folder: ``python -m tests.acceptance.review_in_browser``; exits 1
and names what is wrong if the page does not do what a reviewer expects.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

from corpus.decisions import read_decision
from corpus.formats import read_pairs
from corpus.model import Alignment, Judgement
from qa.dismissals import read_ignore
from tests.acceptance.report_in_browser import browser, expect, wrong
from tests.qa import sample
from tests.review.sample import write_folder

#: Seconds that a busy machine may take to answer, to load the models, or to show 3,000 pairs.
PATIENCE = 90

#: Seconds that a decision among 3,000 pairs may take; on a machine with time to spare, .1.
QUICK = 5

NAME = "000_883c093399264277"


@contextmanager
def review(folder: Path) -> Iterator[tuple[str, Any]]:
    """The server's address and process; it is interrupted at the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "cli.main", "review", str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip(), process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)


def until(what: str, look: Callable[[], object], expected: object) -> None:
    """Wait until the page shows what is expected, and say so if it never does."""
    end = time.monotonic() + PATIENCE
    found = look()
    while found != expected and time.monotonic() < end:
        time.sleep(0.05)
        found = look()
    expect(what, found, expected)


class Page:
    """A document's page under a reviewer's hands."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def press(self, *keys: str) -> None:
        """Type where the focus is, whatever was there a moment ago."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def ask(self, script: str, *more: str) -> Any:
        """What a script gives; in one go, since rows are replaced at any moment."""
        return self.driver.execute_script(f"return {script}", *more)

    def at(self) -> str:
        return str(self.ask("(document.querySelector('.pair.current') || {id: ''}).id.slice(1)"))

    def status(self) -> str:
        return str(self.ask("document.getElementById('status').textContent"))

    def state(self, slug: str) -> str:
        row = "document.getElementById(arguments[0])"
        return str(self.ask(f"{row} ? {row}.dataset.state : 'not there'", f"p{slug}"))

    def shown(self) -> list[str]:
        rows = "[...document.querySelectorAll('.pair')].filter(row => !row.hidden)"
        return list(self.ask(f"{rows}.map(row => row.dataset.slug)"))

    def focus(self) -> str:
        focused = "document.activeElement"
        return str(self.ask(f"{focused}.name || {focused}.id || {focused}.tagName"))

    def count(self, selector: str) -> int:
        return int(self.ask("document.querySelectorAll(arguments[0]).length", selector))


def work(driver: Any, address: str, folder: Path) -> None:
    """A reviewer goes through the document by keys alone."""
    page = Page(driver)
    driver.get(address)
    driver.find_element(By.PARTIAL_LINK_TEXT, NAME).click()
    expect("the first undecided pair is the current one", page.at(), "1")
    page.press("j")
    expect("j goes to the next", (page.at(), page.focus()), ("2", "p2"))
    page.press("k", "a")
    until("a accepts and goes on", lambda: (page.state("1"), page.at()), ("accepted", "2"))
    until("and says that it is saved", page.status, "Pair 1: accepted. Saved.")
    page.press("x")
    until("x rejects and goes on", lambda: (page.state("2"), page.at()), ("rejected", "3"))
    page.press("u")
    until("u takes it back", lambda: (page.state("2"), page.at()), ("undecided", "2"))
    page.press("U")
    until("U does it again", lambda: page.state("2"), "rejected")
    page.press("j", "j", "e")
    until("e opens the editor", lambda: page.focus(), "target")
    box = driver.switch_to.active_element
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("Ms. Liu put the value of intangible assets above $79.4 trillion.", Keys.ENTER)
    until("Enter saves and accepts", lambda: (page.state("4"), page.at()), ("edited", "5"))
    page.press("m")
    until("m merges with the next", lambda: (page.at(), page.count(".pair")), ("5-6", 8))
    page.press("s")
    until("s opens the cut", lambda: page.focus(), "source")
    page.press(Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ENTER)
    until("Enter splits", lambda: page.count(".pair"), 9)
    page.press("u", "u")
    until("two undos bring both pairs back", lambda: page.shown()[4:6], ["5", "6"])
    page.press("j", "j")
    until("on to the omission", page.at, "7")
    page.press("d")
    until("d asks for a reason", lambda: page.focus(), "reason")
    box = driver.switch_to.active_element
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("gekürzt, wie bestellt", Keys.ENTER)
    until("the finding is gone", lambda: page.count("#p7 .findings li"), 3)
    page.press("j", "j", "e")
    until("an unpaired segment can be translated", lambda: page.focus(), "target")
    page.press("This article comes from the WeChat account “WIPO中国”.", Keys.ENTER)
    until("it is a pair then", lambda: page.count(".pair.unpaired"), 0)
    until("the checks have looked at it", lambda: page.count(".checking"), 0)

    show = Select(driver.find_element(By.NAME, "show"))
    show.select_by_value("undecided")
    expect("only undecided", page.shown(), ["3", "5", "6", "7", "8"])
    page.driver.find_element(By.ID, "p3").click()
    page.press("/", "刘华", Keys.ENTER)
    expect("find narrows it", page.shown(), ["3"])
    page.press("/", Keys.ESCAPE)
    show.select_by_value("all")
    page.driver.find_element(By.ID, "p8").click()
    page.press("o")
    expect("o puts the worst first", page.shown()[0], "7")
    page.press("o")
    expect("and back", page.shown()[0], "1")
    page.press("?")
    expect("? shows the keys", driver.find_element(By.ID, "help").is_displayed(), True)
    page.press(Keys.ESCAPE)
    page.driver.find_element(By.ID, "p8").click()
    page.press("A")
    until("A asks", lambda: driver.find_element(By.ID, "sure").is_displayed(), True)
    page.press(Keys.ENTER)
    until("and accepts all that is shown", lambda: page.count("[data-state=undecided]"), 0)
    until(
        "the memory is written",
        lambda: page.ask("document.getElementById('units').textContent"), "8 pairs",
    )
    expect("no complaint in the console", driver.get_log("browser"), [])
    memory = {
        pair.source_text: (pair.target_text, pair.properties["x-review"])
        for pair in read_pairs(folder / f"{NAME}.reviewed.tmx")
    }
    expect("eight pairs in it", len(memory), 8)
    edited = [target for target, state in memory.values() if state == "edited"]
    expect(
        "the edits are in it", edited,
        ["Ms. Liu put the value of intangible assets above $79.4 trillion.",
         "This article comes from the WeChat account “WIPO中国”."],
    )
    expect("the rejected is not", any("华中科技大学" in source for source in memory), False)
    reasons = list(read_ignore(folder / "duiyi-ignore.tsv").values())
    expect("the reason is in the ignore file", reasons, ["gekürzt, wie bestellt"])
    lines = (folder / f"{NAME}.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    kinds = [read_decision(line, "decisions").kind for line in lines]
    expect(
        "every step is a decision", kinds,
        ["accept", "reject", "undo", "undo", "edit", "merge", "split", "undo", "undo",
         "dismiss", "edit", "accept"],
    )


def windows(driver: Any, address: str) -> None:
    """A second window hears of what the first decides."""
    first = driver.current_window_handle
    driver.get(f"{address}2/")
    driver.switch_to.new_window("tab")
    driver.get(f"{address}2/")
    page = Page(driver)
    page.press("a")
    until("decided here", lambda: page.state("1"), "accepted")
    driver.switch_to.window(first)
    until("and shown in the other window", lambda: page.state("1"), "accepted")


def hostile(driver: Any, address: str) -> None:
    """Text that tries to be HTML is text, in the row, the editor and the cut."""
    page = Page(driver)
    driver.get(f"{address}3/")
    expect("a hostile title is a title", driver.title, 'a<b>&"c"#?: review')
    page.press("e")
    until("the editor opens", lambda: page.focus(), "target")
    box = driver.find_element(By.CSS_SELECTOR, "textarea[name=source]")
    expect("it holds the text itself", "</mark><script>" in box.get_attribute("value"), True)
    page.press(Keys.ESCAPE)
    until("Esc closes it", lambda: page.count(".editor"), 0)
    page.press("s")
    until("the cut opens", lambda: page.focus(), "source")
    page.press(Keys.ESCAPE, "a")
    until("and can be accepted", lambda: page.state("1"), "accepted")
    expect("no script ran, no complaint", driver.get_log("browser"), [])


def large(driver: Any, address: str) -> None:
    """Three thousand pairs stay quick."""
    page = Page(driver)
    begun = time.monotonic()
    driver.get(f"{address}4/")
    expect("3,000 pairs", page.count(".pair"), 3000)
    loaded = time.monotonic() - begun
    begun = time.monotonic()
    for slug in "12345":
        page.press("a")
        until(f"pair {slug} accepted", lambda: page.state(slug), "accepted")
    each = (time.monotonic() - begun) / 5
    print(f"     3,000 pairs: loaded in {loaded:.1f} s, a decision in {each:.2f} s")
    expect("a decision is quick", each < QUICK, True)


def narrow(driver: Any, address: str) -> None:
    driver.set_window_size(500, 900)
    for path in ("", "1/"):
        driver.get(address + path)
        out = driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        expect(f"/{path} fits a narrow window", out, 0)
    driver.set_window_size(1300, 900)


def ending(driver: Any, address: str, process: Any) -> None:
    driver.get(address)
    driver.find_element(By.ID, "finish").click()
    until("the button ends the program with 0", process.poll, 0)


def big() -> tuple[Alignment, list[Judgement]]:
    """Seed 000's pairs over and over."""
    alignment, judgements, _ = sample.wipo()

    def again(one: Judgement, index: int) -> Judgement:
        sides = [
            tuple(replace(s, number=s.number + index * len(judgements)) for s in side)
            for side in (one.pair.source, one.pair.target)
        ]
        pair = replace(one.pair, index=index, doc="large", source=sides[0], target=sides[1])
        return replace(one, pair=pair)

    many = [again(judgements[index % len(judgements)], index) for index in range(3000)]
    pairs = tuple(judgement.pair for judgement in many)
    return replace(alignment, name="large", pairs=pairs), many


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        samples = sample.wipo(), sample.talent(), sample.hostile()
        runs = [(alignment, judgements) for alignment, judgements, _ in samples]
        write_folder(folder, [*runs, big()])
        with review(folder) as (address, process), browser() as driver:
            work(driver, address, folder)
            windows(driver, address)
            narrow(driver, address)
            large(driver, address)
            ending(driver, address, process)
    for line in wrong:
        print(f"wrong: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
