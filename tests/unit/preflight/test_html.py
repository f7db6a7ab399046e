"""The report as a page that shows the places."""

import re
from html.parser import HTMLParser

from tests.unit.preflight.files import drawn, good

from printpress.preflight.html import sheet

SMALL = b"/G0 gs 0 0 0 1 k BT /F0 5 Tf 320 500 Td <0005> Tj ET "


def test_a_finding_is_drawn_where_it_is(judged):
    contents = drawn(SMALL)
    text = sheet(judged(contents), contents, "a<b>.pdf")
    assert "a&lt;b&gt;.pdf" in text
    assert "<code>small-text</code>" in text
    assert text.count("data:image/png;base64,") == 1
    (x, y) = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)"', text)[0]
    assert abs(float(x) - (320 / 72 * 25.4 - 1)) < 0.05
    assert abs(float(y) - ((800 - 500 - 4.4) / 72 * 25.4 - 1)) < 0.05


def test_its_tags_are_closed(judged):
    contents = drawn(SMALL)
    waiting: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, _):
            if tag not in ("meta", "img", "br", "rect"):
                waiting.append(tag)

        def handle_endtag(self, tag):
            if tag != "rect":  # it closes itself
                assert waiting.pop() == tag

    Reader().feed(sheet(judged(contents), contents, "page.pdf"))
    assert waiting == []


def test_a_file_without_findings_has_no_pictures(judged):
    text = sheet(judged(good()), good(), "page.pdf")
    assert "<img" not in text
    assert "印前检查通过" in text
