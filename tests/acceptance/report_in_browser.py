"""Opens the reports in Chromium, works their controls, and looks at what is shown.

No part of the suite: needs Debian's chromium and chromium-driver, and selenium.
Run from the project's folder: ``python -m tests.acceptance.report_in_browser``; exits 1
and names what is wrong if a page does not do what a reviewer expects.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from corpus.files import write_text
from qa.report import render
from qa.summary import failed, index_html, summarise
from tests.qa import sample

CHROMIUM = "/usr/bin/chromium"
DRIVER = "/usr/bin/chromedriver"
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--window-size=1300,900"
).split()

#: Milliseconds within which 3,000 pairs must be loaded, ordered and filtered on a busy machine.
PATIENCE = 8000

wrong: list[str] = []


def expect(what: str, found: object, expected: object) -> None:
    """Note what is not as it should be, and go on."""
    right = found == expected
    print(f"{'ok  ' if right else 'FAIL'} {what}")
    if not right:
        wrong.append(f"{what}: {found!r} instead of {expected!r}")


@contextmanager
def browser(*, script: bool = True) -> Iterator[Any]:
    options = Options()
    options.binary_location = CHROMIUM
    for option in OPTIONS:
        options.add_argument(option)
    if not script:
        blocked = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", blocked)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, Service(DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


def visible(driver: Any, selector: str) -> list[str]:
    """Identifiers of the elements that are shown."""
    found = driver.find_elements(By.CSS_SELECTOR, selector)
    return [element.get_attribute("id") for element in found if element.is_displayed()]


def numbers(driver: Any) -> list[int]:
    """The rows shown, in their order on the page."""
    return [int(name[1:]) for name in visible(driver, "article")]


def click(driver: Any, selector: str) -> None:
    element = driver.find_element(By.CSS_SELECTOR, selector)
    # from under the bar of controls, as a person would scroll
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def report(driver: Any, page: Path) -> None:
    """Order, filters, keys and links of one report."""
    driver.get(page.as_uri())
    expect("document order at first", numbers(driver), [1, 2, 3, 4, 5, 6, 7, 8, 9])
    click(driver, "[data-order=worst]")
    expect("worst first", numbers(driver)[:3], [7, 9, 2])
    click(driver, "[data-order=document]")
    expect("back to document order", numbers(driver), [1, 2, 3, 4, 5, 6, 7, 8, 9])

    show = Select(driver.find_element(By.NAME, "show"))
    show.select_by_value("findings")
    expect("only pairs with findings", numbers(driver), [2, 7, 9])
    show.select_by_value("unpaired")
    expect("only unpaired", numbers(driver), [9])
    show.select_by_value("all")

    click(driver, "[name=severity][value=warning]")
    listed = visible(driver, "#p7 .findings li")
    expect("warnings filtered out", listed, ["f7-1", "f7-4"])
    lines = driver.execute_script(
        "return [...document.querySelectorAll('#p7 mark')]"
        ".map(mark => getComputedStyle(mark).textDecorationLine)"
    )
    expect("their marks too, the error's stay", lines, ["underline", "underline", "none", "none"])
    status = driver.find_element(By.ID, "shown").text
    expect("the count says so", status, "9 of 9 rows, 3 findings")
    click(driver, "[name=severity][value=warning]")

    rule = Select(driver.find_element(By.NAME, "rule"))
    rule.select_by_value("omission.content")
    expect("one rule", numbers(driver), [7])
    rule.select_by_value("")
    click(driver, "[data-filter='omission.segment']")
    expect("a rule's name in the table filters too", numbers(driver), [9])
    rule.select_by_value("")

    body = driver.find_element(By.TAG_NAME, "body")
    at: list[str] = []
    for key in ("j", "j", "k", "j", "j"):
        body.send_keys(key)
        at.append(driver.switch_to.active_element.get_attribute("id"))
    expect("j and k go from finding to finding", at, ["f2-1", "f7-1", "f2-1", "f7-1", "f7-2"])
    current = driver.find_elements(By.CSS_SELECTOR, "mark.current")
    expect(
        "its words are shown with it",
        [mark.text for mark in current],
        ["广泛吸收各领域的研究成果", ",为我所用"],
    )
    body.send_keys("o")
    expect("o changes the order", numbers(driver)[0], 7)

    click(driver, "#p7 .ref[data-note='3']")
    expect("a reference leads to its message", driver.current_url.rsplit("#")[1], "f7-3")
    click(driver, "#f7-3 .back")
    expect("and the message back", driver.current_url.rsplit("#")[1], "m7-3")
    hidden = driver.execute_script(
        "return document.getElementById('m7-3').getBoundingClientRect().top"
        " < document.getElementById('controls').getBoundingClientRect().bottom"
    )
    expect("where the bar of controls does not cover it", hidden, False)


def quiet(driver: Any, page: Path) -> None:
    """Hostile text runs nothing and loads nothing."""
    driver.get(page.as_uri())
    mark = driver.find_element(By.CSS_SELECTOR, "#p1 mark")
    expect("hostile text is text", mark.text, "<script>")
    loaded = driver.execute_script("return performance.getEntriesByType('resource').length")
    expect("nothing is loaded", loaded, 0)
    expect("no complaint in the console", driver.get_log("browser"), [])


def index(driver: Any, page: Path) -> None:
    """The index sorts by any column."""
    driver.get(page.as_uri())

    def names() -> list[str]:
        cells = driver.find_elements(By.CSS_SELECTOR, "#documents tbody td.name")
        return [cell.get_attribute("data-value")[:3] for cell in cells]

    buttons = driver.find_elements(By.CSS_SELECTOR, "#documents th button")
    expect("documents by name", names(), ["000", "003", "a<b", "mon"])
    buttons[10].click()
    expect("highest penalty first", names(), ["a<b", "003", "000", "mon"])
    buttons[10].click()
    expect("lowest penalty first", names(), ["mon", "000", "003", "a<b"])
    buttons[0].click()
    expect("by name again", names(), ["000", "003", "a<b", "mon"])
    click(driver, "#documents td.name a")
    expect("a name opens its report", driver.title, "000_883c093399264277: translation review")
    driver.back()
    driver.find_elements(By.CSS_SELECTOR, "#documents td.name a")[2].click()
    expect("even a hostile one", driver.title, 'a<b>&"c"#?: translation review')


def without_script(driver: Any, page: Path) -> None:
    """With scripts switched off nothing is missing but the controls."""
    driver.get(page.as_uri())
    expect("no controls", visible(driver, "#controls"), [])
    expect("all rows", numbers(driver), [1, 2, 3, 4, 5, 6, 7, 8, 9])
    click(driver, ".worst li a")
    expect("the list of the worst leads there", driver.current_url.rsplit("#")[1], "p7")


def wide(driver: Any, page: Path) -> None:
    """Nothing sticks out of a narrow window."""
    driver.set_window_size(500, 900)
    driver.get(page.as_uri())
    out = driver.execute_script(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    expect(f"{page.name} fits a narrow window", out, 0)
    driver.set_window_size(1300, 900)


def large(driver: Any, page: Path) -> None:
    """Three thousand pairs stay quick."""
    driver.get(page.as_uri())
    load = driver.execute_script(
        "const t = performance.getEntriesByType('navigation')[0]; return t.domComplete"
    )
    work = driver.execute_script(
        "const t = performance.now();"
        "document.querySelector('[data-order=worst]').click();"
        "document.querySelector('[name=severity]').click();"
        "document.body.offsetHeight;"
        "return performance.now() - t"
    )
    print(f"     3,000 pairs: loaded in {load:.0f} ms, ordered and filtered in {work:.0f} ms")
    expect("3,000 pairs are quick", load < PATIENCE and work < PATIENCE, True)


def write(folder: Path) -> None:
    """The pages to look at."""
    told = []
    for made in (sample.wipo(), sample.talent(), sample.hostile(), sample.monolingual()):
        alignment, judgements, _ = made
        write_text(folder / f"{alignment.name}.report.html", render(alignment, judgements))
        told.append(summarise(alignment, judgements))
    told.append(failed("seeds/broken.docx", "broken", "not a Word file"))
    write_text(folder / "index.html", index_html(told))

    alignment, judgements, _ = sample.wipo()
    many = [
        replace(one, pair=replace(one.pair, index=index))
        for index in range(3000)
        for one in [judgements[index % len(judgements)]]
    ]
    big = replace(alignment, pairs=tuple(judgement.pair for judgement in many))
    write_text(folder / "large.report.html", render(big, many))


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        wipo = folder / "000_883c093399264277.report.html"
        talent = folder / "003_9f0c3fb0883e18a6.report.html"
        with browser() as driver:
            report(driver, wipo)
            quiet(driver, folder / 'a<b>&"c"#?.report.html')
            index(driver, folder / "index.html")
            for page in (wipo, talent, folder / "mono.report.html", folder / "index.html"):
                wide(driver, page)
            large(driver, folder / "large.report.html")
        with browser(script=False) as driver:
            without_script(driver, wipo)
    for line in wrong:
        print(f"wrong: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
