"""The preview as people use it, in Debian's Chromium."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright
from tests.live_server import lay_sample, preview

pytestmark = pytest.mark.needs_chromium

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
WAIT = 20_000
"""Milliseconds: CI shares its two cores."""

expect.set_options(timeout=WAIT)


@pytest.fixture(scope="module")
def issue(tmp_path_factory):
    return lay_sample(tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def running(issue):
    with preview(issue) as server:
        yield server


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


def lent(file):
    """The file, as it was once the test is over."""
    before = file.read_bytes()
    yield file
    file.write_bytes(before)


@pytest.fixture
def bees(issue):
    """A story on page 2."""
    yield from lent(issue / "stories" / "bees.md")


@pytest.fixture
def overset(issue):
    """A story on page 6 that is two lines too long."""
    for file in lent(issue / "stories" / "water-notice.md"):
        text = file.read_text("utf-8").rstrip("\n")
        more = "乡亲们说花好蜜也好，来年还要再多种几亩。" * 2
        file.write_text(f"{text}{more}\n", "utf-8")
        yield file


@pytest.fixture
def visit(browser, running):
    """Opens the preview at a page; whatever goes wrong in the browser is told."""
    contexts, troubles = [], []

    def opened(number="2", view=WIDE, lang="zh-CN", scheme="light"):
        context = browser.new_context(viewport=view, locale=lang, color_scheme=scheme)
        context.set_default_timeout(WAIT)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console",
            lambda told: (
                troubles.append(told.text)
                if "Content Security Policy" in told.text
                else None
            ),
        )
        page.goto(f"{running.url}#{number}")
        page.wait_for_selector("#pieces button", state="attached")
        expect(page.locator("#picture")).to_have_attribute(
            "alt", re.compile(rf"\b{number}\b|第 {number} 版")
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def piece(page, story, kind, at=0):
    return page.locator(f'#pieces [data-story="{story}"][data-kind="{kind}"]').nth(at)


def picture(page):
    return page.locator("#picture").get_attribute("data-picture")


def await_other(page, before):
    expect(page.locator("#picture")).not_to_have_attribute("data-picture", before)


def chosen_text(page):
    return page.evaluate(
        """() => { const at = document.getElementById("text");
        return at.value.slice(at.selectionStart, at.selectionEnd); }"""
    )


def test_pages_are_seen(visit):
    page = visit("1")
    assert page.locator("#thumbs button").count() == 8
    wide = "document.getElementById('picture').naturalWidth"
    assert 700 < page.evaluate(wide) < 730
    page.keyboard.press("w")
    expect(page.locator("#picture")).to_have_attribute("src", re.compile("@2"))
    assert page.evaluate(wide) > 1400
    assert page.title().startswith("溪桥晨报")
    assert "key=" not in page.url
    page.locator("#thumbs button").nth(4).click()
    expect(page.locator("#picture")).to_have_attribute("alt", "第 5 版")


def test_a_saved_file_changes_its_page_only(visit, bees):
    page = visit("2")
    before = picture(page)
    others = [image.get_attribute("src") for image in page.locator("#thumbs img").all()]
    bees.write_text(
        bees.read_text("utf-8").replace("连日来，", "连日来天好，"), "utf-8"
    )
    await_other(page, before)
    name = picture(page)
    expect(page.locator("#thumbs img").nth(1)).to_have_attribute(
        "src", f"/pictures/{name}@1.jpg"
    )
    now = [image.get_attribute("src") for image in page.locator("#thumbs img").all()]
    assert [one != other for one, other in zip(others, now, strict=True)] == [
        number == 1 for number in range(8)
    ]


def test_copy_leads_to_its_line_and_is_edited_there(visit, bees):
    page = visit("2")
    before = picture(page)
    piece(page, "bees", "headline").click()
    expect(page.locator("#path")).to_have_text("stories/bees.md")
    expect(page.locator("#text")).to_be_focused()
    assert chosen_text(page) == "秋花开到哪|蜂箱跟到哪"
    expect(page.locator("#at")).to_have_text("行 2，列 11")
    page.keyboard.type("秋花开了|蜂箱动了")
    expect(page.locator("#dirty")).to_be_visible()
    page.keyboard.press("Control+s")
    await_other(page, before)
    expect(page.locator("#dirty")).to_be_hidden()
    assert "headline: 秋花开了|蜂箱动了\n" in bees.read_text("utf-8")
    piece(page, "bees", "body", 1).click()
    assert chosen_text(page).startswith("“一只蜂一趟只能带回几十毫克")


@pytest.mark.usefixtures("overset")
def test_an_overset_story_is_told_with_figures_and_cuts(visit):
    page = visit("6")
    finding = page.locator("#findings .finding.error")
    expect(finding).to_contain_text("overset")
    expect(finding).to_contain_text(re.compile(r"超出版位“fourth” \d+ 行（\d+ 字）"))
    expect(page.locator("#thumbs button").nth(5)).to_have_class(re.compile("over"))
    cut = finding.get_by_role("button", name=re.compile(r"第 \d 段")).first
    assert cut.inner_text() == "第 2 段"
    page.locator('[data-do="frames"]').click()
    expect(page.locator("#drawing .frames .over")).to_have_count(1)
    cut.click()
    expect(page.locator("#path")).to_have_text("stories/water-notice.md")
    assert chosen_text(page).endswith("受影响。")
    page.locator("#tab-fits").click()
    expect(page.locator("#fits .over .state")).to_contain_text(re.compile(r"超 \d+ 行"))


def test_comments_on_proofs_are_listed_and_lead_to_their_paragraph(visit, issue):
    page = visit("2")
    told = page.locator("#findings .comment")
    folder = issue / "comments"
    folder.mkdir()
    (folder / "2.yaml").write_text(
        "- {page: 2, story: bees, paragraph: 2, note: 核对蜂箱数, by: 林一}\n"
        "- {page: 2, note: 题图换大, by: 周二, done: yes}\n",
        "utf-8",
    )
    try:
        expect(told).to_have_count(2)
        expect(told.nth(0)).to_contain_text("核对蜂箱数")
        expect(told.nth(1)).to_have_class("finding comment done")
        told.nth(0).get_by_role("button", name=re.compile("bees.md")).click()
        expect(page.locator("#path")).to_have_text("stories/bees.md")
        assert chosen_text(page).startswith("“一只蜂一趟")
    finally:
        shutil.rmtree(folder)
    expect(told).to_have_count(0)


def test_an_error_is_told_and_the_last_good_pages_stay(visit, bees):
    page = visit("2")
    before, good = picture(page), bees.read_text("utf-8")
    bees.write_text(good.replace("headline:", "headlin:"), "utf-8")
    trouble = page.locator("#trouble")
    expect(trouble).to_be_visible()
    expect(trouble).to_contain_text("headlin")
    expect(trouble).to_contain_text("bees.md:2")
    assert picture(page) == before
    expect(page.locator("#status")).to_have_class(re.compile("grave"))
    trouble.get_by_role("button", name="bees.md:2").click()
    expect(page.locator("#path")).to_have_text("stories/bees.md")
    bees.write_text(good, "utf-8")
    expect(trouble).to_be_hidden()
    expect(page.locator("#status")).to_have_text("已是最新")


def test_a_conflict_shows_both_and_loses_neither(visit, bees):
    page = visit("2")
    good = bees.read_text("utf-8")
    piece(page, "bees", "body").click()
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("这是我写的。")
    expect(page.locator("#dirty")).to_be_visible()
    theirs = good.replace("连日来", "这几天")
    bees.write_text(theirs, "utf-8")
    expect(page.locator("#notice")).to_contain_text("文件已被别处改动")
    page.keyboard.press("Control+s")
    window = page.locator("#conflict")
    expect(window).to_be_visible()
    assert "这是我写的。" in page.locator("#yours").inner_text()
    assert "这几天" in page.locator("#theirs").inner_text()
    assert page.locator("#conflict mark").count() >= 2
    assert bees.read_text("utf-8") == theirs
    window.get_by_role("button", name="用文件里的").click()
    expect(page.locator("#text")).to_have_value(theirs)
    page.locator("#mine").click()
    expect(page.locator("#text")).to_have_value(re.compile("这是我写的。"))
    bees.write_text(theirs.replace("680", "690"), "utf-8")
    expect(page.locator("#notice")).to_contain_text("文件已被别处改动")
    page.keyboard.press("Control+s")
    window.get_by_role("button", name="用我的覆盖文件").click()
    expect(window).to_be_hidden()
    expect(page.locator("#dirty")).to_be_hidden()
    assert "这是我写的。" in bees.read_text("utf-8")


def test_a_file_changed_elsewhere_is_read_again_where_nothing_was_typed(visit, bees):
    page = visit("2")
    piece(page, "bees", "body").click()
    bees.write_text(bees.read_text("utf-8").replace("连日来", "这几天"), "utf-8")
    expect(page.locator("#text")).to_have_value(re.compile("这几天"))


def test_it_speaks_chinese_and_english(visit):
    page = visit("1", lang="en-GB")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#tab-findings")).to_contain_text("Findings")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator("#tab-findings")).to_contain_text("检查")
    page.reload()
    expect(page.locator("#tab-findings")).to_contain_text("检查")
    page = visit("1", lang="zh-CN")
    expect(page.locator("#tab-fits")).to_contain_text("稿件")


def test_everything_can_be_done_with_the_keyboard(visit):
    page = visit("1")
    page.keyboard.press("2")
    expect(page.locator("#picture")).to_have_attribute("alt", "第 2 版")
    page.keyboard.press("PageDown")
    page.keyboard.press("[")
    expect(page.locator("#picture")).to_have_attribute("alt", "第 2 版")
    expect(piece(page, "bees", "headline")).to_be_attached()
    for key, layer in (("g", "grid"), ("f", "frames"), ("n", "names")):
        page.keyboard.press(key)
        expect(page.locator(f'[data-do="{layer}"]')).to_have_attribute(
            "aria-pressed", "true"
        )
    assert page.locator("#drawing .frames rect").count() == 4
    assert "third · bees" in page.locator("#drawing .names").inner_html()
    size = page.locator("#sheet").bounding_box()
    page.keyboard.press("+")
    assert page.locator("#sheet").bounding_box()["width"] > size["width"]
    page.keyboard.press("0")
    assert page.locator("#sheet").bounding_box() == size
    page.keyboard.press("p")
    first = page.evaluate("document.activeElement.ariaLabel")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.ariaLabel")
    assert first != second
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.ariaLabel") == second
    page.keyboard.press("c")
    expect(page.locator("#tab-findings")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#fits")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.keyboard.press("l")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_single_keys_can_be_switched_off(visit):
    page = visit("1")
    page.keyboard.press("?")
    page.locator("#single").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    expect(page.locator('[data-do="grid"]')).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("PageDown")
    expect(page.locator("#picture")).to_have_attribute("alt", "第 2 版")


def test_it_is_light_or_dark_as_the_system_is_or_as_asked(visit):
    def ground(page):
        told = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", told)[:3]))

    light, dark = visit("1"), visit("1", scheme="dark")
    assert ground(light) > 600
    assert ground(dark) < 120
    dark.locator("#theme").click()
    expect(dark.locator("html")).to_have_attribute("data-theme", "light")
    assert ground(dark) > 600


def rules_broken(page):
    found = Axe().run(page)
    return [
        (broken["id"], [node["html"][:90] for node in broken["nodes"]][:3])
        for broken in found.response["violations"]
    ]


@pytest.mark.parametrize("view", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize(
    ("lang", "scheme"), [("zh-CN", "light"), ("en-GB", "dark")], ids=["zh", "en"]
)
@pytest.mark.usefixtures("overset")
def test_accessibility_rules_are_kept(visit, view, lang, scheme):
    page = visit("6", view=view, lang=lang, scheme=scheme)
    if view is PHONE:
        assert rules_broken(page) == []
        page.locator('[data-do="view-side"]').click()
    expect(page.locator("#findings .finding").first).to_be_visible()
    assert rules_broken(page) == []
    page.locator("#tab-fits").click()
    assert rules_broken(page) == []
    page.locator("#fits .over .link").first.click()
    expect(page.locator("#text")).to_be_visible()
    assert rules_broken(page) == []
    page.locator('[data-do="help"]').click()
    assert rules_broken(page) == []


@pytest.mark.parametrize("lang", ["zh-CN", "en-GB"])
def test_nothing_overlaps_or_sticks_out_on_a_phone(visit, lang):
    page = visit("1", view=PHONE, lang=lang)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    boxes = [at.bounding_box() for at in page.locator(".bar > h1, .group").all()]
    for number, one in enumerate(boxes):
        assert one["x"] >= 0
        assert one["x"] + one["width"] <= PHONE["width"]
        for other in boxes[number + 1 :]:
            apart = (
                one["x"] + one["width"] <= other["x"]
                or other["x"] + other["width"] <= one["x"]
                or one["y"] + one["height"] <= other["y"]
                or other["y"] + other["height"] <= one["y"]
            )
            assert apart, (one, other)
