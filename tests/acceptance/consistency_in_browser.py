"""Opens the consistency report in Chromium, works its controls, and looks at what is shown.

No part of the suite: needs Debian's chromium and chromium-driver, and selenium.
Run from the project's folder: ``python -m tests.acceptance.consistency_in_browser [FOLDER]``;
exits 1 and names what is wrong. Pictures of the page, light, dark, narrow and as printed, are
left in FOLDER.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path
from typing import Any

from selenium.webdriver.common.by import By

from cli.main import run
from tests.acceptance.report_in_browser import browser, click, expect, wrong

BATCH = Path(__file__).parents[1] / "qa" / "consistency" / "batch.tsv"


def subjects(driver: Any) -> list[str]:
    """The first characters of the cards that are shown, in their order."""
    cards = driver.find_elements(By.CSS_SELECTOR, ".card")
    shown = [card for card in cards if card.is_displayed()]
    return [card.find_element(By.CSS_SELECTOR, ".subject").text[:4] for card in shown]


def controls(driver: Any, page: Path) -> None:
    """Filters, keys, and the line for the ignore file."""
    driver.get(page.as_uri())
    everything = subjects(driver)
    expect("all cards at first", len(everything), 11)
    expect("names before terms", everything[:2], ["刘华", "李嘉诚"])
    click(driver, "[name=severity][value=note]")
    expect("notes filtered out", len(subjects(driver)), 8)
    expect("the count says so", driver.find_element(By.ID, "shown").text, "8 of 11 groups")
    click(driver, "[name=severity][value=note]")

    find = driver.find_element(By.ID, "find")
    find.send_keys("Liu Hwa")
    expect("found by a variant", subjects(driver), ["刘华"])
    rows = driver.find_elements(By.CSS_SELECTOR, "#names tbody tr")
    expect("in the table too", sum(row.is_displayed() for row in rows), 1)
    find.clear()
    find.send_keys(" ")

    body = driver.find_element(By.TAG_NAME, "body")
    driver.execute_script("document.activeElement.blur()")
    at = []
    for key in "jjk":
        body.send_keys(key)
        active = driver.switch_to.active_element
        at.append(active.find_element(By.CSS_SELECTOR, ".subject").text)
    expect("j and k go from card to card", at, ["刘华", "李嘉诚", "刘华"])
    body.send_keys("/")
    active = driver.switch_to.active_element.get_attribute("id")
    expect("/ goes to the search", active, "find")

    loaded = driver.execute_script("return performance.getEntriesByType('resource').length")
    expect("nothing is loaded", loaded, 0)
    expect("no complaint in the console", driver.get_log("browser"), [])


def looks(driver: Any, page: Path, folder: Path) -> None:
    """Light, dark, narrow, printed: nothing sticks out, and each is a picture to look at."""
    for scheme in ("light", "dark"):
        features = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
        driver.get(page.as_uri())
        driver.save_screenshot(str(folder / f"{scheme}.png"))
        colour = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        light = sum(int(part) for part in colour.strip("rgba()").split(",")[:3]) > 3 * 127
        expect(f"{scheme} paper", light, scheme == "light")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    driver.set_window_size(500, 900)
    driver.get(page.as_uri())
    driver.save_screenshot(str(folder / "narrow.png"))
    out = driver.execute_script(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    expect("it fits a narrow window", out, 0)
    driver.set_window_size(1300, 900)
    made = driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    (folder / "printed.pdf").write_bytes(base64.b64decode(made["data"]))


def without_script(driver: Any, page: Path) -> None:
    """With scripts switched off nothing is missing but the controls."""
    driver.get(page.as_uri())
    expect("no controls", driver.find_element(By.ID, "controls").is_displayed(), False)
    expect("all cards", len(subjects(driver)), 11)


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    if run(["consistency", str(BATCH), "-o", str(folder), "-q"]):
        return 1
    page = folder / "consistency.html"
    with browser() as driver:
        controls(driver, page)
        looks(driver, page, folder)
    with browser(script=False) as driver:
        without_script(driver, page)
    for line in wrong:
        print(f"wrong: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as name:
        sys.exit(main(Path(name)))
