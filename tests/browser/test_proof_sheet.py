"""``proof.html`` as people read it, in Debian's Chromium: no network, no script."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.desk import write_desk
from tests.papers import ISSUE, TINY

from printpress.cli import main

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
pytestmark = pytest.mark.needs_chromium

FOLDER = "issues/2025-09-05"
COPY = "---\nheadline: 新闻\naccept: [doubled-word]\n---\n" + "国家地方社会经济" * 120
NOTE = "- {page: 1, story: market, paragraph: 1, note: 再核一遍, by: 林一}\n"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    """A proof with overset, comments and signatures."""
    paper = tmp_path_factory.mktemp("paper")
    story = f"{FOLDER}/stories/market.md"
    note = f"{FOLDER}/comments/1.yaml"
    write_desk(paper, {ISSUE: TINY[ISSUE], story: COPY, note: NOTE})
    before = Path.cwd()
    os.chdir(paper)
    try:
        for words in (
            ("sign", FOLDER, "--stage", "一校", "--by", "周二"),
            ("proof", FOLDER, "--stage", "二校"),
        ):
            CliRunner().invoke(main, [*words, "--lang", "zh"])
    finally:
        os.chdir(before)
    (file,) = paper.rglob("proof.html")
    return file.as_uri()


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        path = shutil.which("chromium")
        chromium = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser, sheet, width, **options):
    """The sheet in a window; whatever it asks the network for is kept."""
    window = browser.new_context(
        viewport={"width": width, "height": 844}, offline=True, **options
    )
    page = window.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(sheet)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(browser, sheet, width):
    page = opened(browser, sheet, width)
    for _ in range(2):
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide == width
        page.locator(".zoomer").first.click()  # the page alone may be moved about in
    page.locator(".zoomer").first.click()
    image = page.locator(".sheet img").first.bounding_box()
    assert image["width"] >= 999


def test_it_is_read_and_switched_without_script(browser, sheet):
    page = opened(browser, sheet, 390, java_script_enabled=False)
    text = page.locator("body").inner_text()
    for words in ("二校", "再核一遍", "周二", "检查", "字体", "意见"):
        assert words in text
    assert "Findings" not in text
    page.locator("label[for=english]").click()
    text = page.locator("body").inner_text()
    assert "Findings" in text
    assert "检查" not in text
    assert "再核一遍" in text  # what people wrote stays


def test_the_keyboard_is_enough(browser, sheet):
    page = opened(browser, sheet, 1280)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator("#english").is_checked()
    page.locator(".zoom").first.focus()
    page.keyboard.press("Space")
    assert page.locator(".zoom").first.is_checked()


def test_axe_finds_nothing(browser, sheet):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    for scheme in ("light", "dark"):
        page = opened(browser, sheet, 1280, color_scheme=scheme)
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_picture_is_there(browser, sheet):
    page = opened(browser, sheet, 1280)
    assert page.evaluate(
        "[...document.images].every(i => i.complete && i.naturalWidth >= 380)"
    )
