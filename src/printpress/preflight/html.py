"""A report as one HTML file: each page with findings, their places drawn on it."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from printpress.diagnostics import Both, Severity
from printpress.geometry import Rect
from printpress.preflight.document import Document
from printpress.preflight.objects import Unreadable
from printpress.preflight.page import Page
from printpress.preflight.rendering import Rendering, rendered
from printpress.preflight.report import NOTHING, Finding, PreflightReport
from printpress.preflight.words import gravity, place_words, summary
from printpress.units import MM, PT

COLOURS = {
    Severity.ERROR: "#c8102e",
    Severity.WARNING: "#b36b00",
    Severity.NOTE: "#3b6ea5",
}
"""Of marks on the page pictures and of labels."""

AIR = 1.0
"""Millimetres between a place and the mark around it (taste)."""

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.55 "Noto Sans SC", "Source Han Sans SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; max-width: 76rem; margin: 2rem auto;
  padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.35rem; margin-bottom: 0.2rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin-top: 2.5rem; border-bottom: 1px solid #ccc; }
h3 { font-size: 1rem; margin: 0; }
section { display: grid; grid-template-columns: minmax(16rem, 30rem) 1fr; gap: 2rem; }
.page { position: sticky; top: 1rem; border: 1px solid #999; align-self: start; }
.page img { display: block; width: 100%; }
.page svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.page text { font-weight: 700; paint-order: stroke; stroke: #fff; stroke-width: 1.6px; }
article { border-left: 4px solid; padding-left: 0.8rem; margin-bottom: 1.3rem; }
article:target { background: #fff7d6; }
article header { color: #222; } article p, dl { margin: 0.1rem 0; color: #222; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.8rem; }
dt { color: #666; } dd { margin: 0; overflow-wrap: anywhere; }
b { padding: 0 0.45em; color: #fff; border-radius: 3px; font-weight: 600; }
.en, code { color: #666; font-weight: 400; }
code { font-size: 0.85em; }
@media (max-width: 50rem) { section { grid-template-columns: 1fr; }
  .page { position: relative; top: 0; } }
@media print { .page { position: relative; top: 0; }
  article { break-inside: avoid; } }
"""


def sheet(report: PreflightReport, contents: bytes, file: str) -> str:
    """The report on that file, which is drawn anew."""
    title = escape(file)
    told = summary(report)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{title}</h1><p>{_both(told)}</p>",
        *_whole_file(report),
        *_pages(report, contents),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _both(words: Both) -> str:
    zh, en = escape(words.zh), escape(words.en)
    return zh if zh == en else f'{zh} <span class="en" lang="en">{en}</span>'


def _whole_file(report: PreflightReport) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.page is None]
    if found:
        yield f"<h2>{_both(Both('The file', '整个文件'))}</h2>"
        for number, finding in enumerate(found, 1):
            yield from _entry(finding, 0, number)


def _pages(report: PreflightReport, contents: bytes) -> Iterator[str]:
    numbers = sorted({one.page for one in report.findings if one.page is not None})
    if not numbers:
        return
    try:
        document = Document.opened(contents)
    except Unreadable:
        return
    pages = [document.pages[number - 1] for number in numbers]
    renderings = rendered(contents, pages, ("png",))
    for page in pages:
        number = page.number
        found = [finding for finding in report.findings if finding.page == number]
        yield f"<h2>{_both(Both(f'Page {number}', f'第 {number} 版'))}</h2><section>"
        yield from _picture(page, renderings[number], found)
        yield "<div>"
        for at, finding in enumerate(found, 1):
            yield from _entry(finding, number, at)
        yield "</div></section>"


def _picture(page: Page, drawn: Rendering, found: list[Finding]) -> Iterator[str]:
    try:
        png = drawn.png()
    except Unreadable as trouble:
        yield f"<p>{escape(str(trouble))}</p>"
        return
    left, low, right, top = page.media
    width, height = ((b - a) * PT / MM for a, b in ((left, right), (low, top)))
    trim = page.rect(page.media)
    yield '<div class="page">'
    yield f'<img alt="" src="data:image/png;base64,{b64encode(png).decode()}">'
    yield f'<svg viewBox="0 0 {width:.2f} {height:.2f}" preserveAspectRatio="none">'
    for number, finding in enumerate(found, 1):
        for place in finding.places:
            frame = _mark(place.moved(-trim.x, -trim.y), number, finding.severity)
            yield f'<a href="#{_anchor(page.number, number)}">{frame}</a>'
    yield "</svg></div>"


def _mark(place: Rect, number: int, severity: Severity) -> str:
    """A frame round a place, with the finding's number."""
    x, y = place.x / MM - AIR, place.y / MM - AIR
    width, height = place.width / MM + 2 * AIR, place.height / MM + 2 * AIR
    colour = COLOURS[severity]
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" '
        f'fill="{colour}" fill-opacity="0.12" stroke="{colour}" stroke-width="0.8"/>'
        f'<text x="{x:.2f}" y="{y - 0.6:.2f}" font-size="6" fill="{colour}">'
        f"{number}</text>"
    )


def _anchor(page: int, number: int) -> str:
    """What a mark on a page picture leads to."""
    return f"p{page}-{number}"


def _entry(finding: Finding, page: int, number: int) -> Iterator[str]:
    """A finding in words; *page* is 0 for the whole file."""
    rule, colour = finding.rule, COLOURS[finding.severity]
    grave = _both(gravity(finding)).replace(' class="en"', "")
    yield f'<article id="{_anchor(page, number)}" style="border-color:{colour}">'
    yield (
        f'<header><h3>{number}. <b style="background:{colour}">{grave}</b> '
        f"{escape(rule.what.zh)} <code>{rule.id}</code></h3></header>"
        f'<p class="en" lang="en">{escape(rule.what.en)}</p><dl>'
    )
    for name, words in _told(finding):
        yield f"<dt>{escape(name.zh)} {escape(name.en)}</dt><dd>{_both(words)}</dd>"
    yield "</dl></article>"


def _told(finding: Finding) -> Iterator[tuple[Both, Both]]:
    """What there is to say of a finding, each under its name."""
    reason = finding.accepted
    if finding.page is not None:
        yield Both("place", "位置"), place_words(finding)
    for name, words in (
        (Both("object", "对象"), Both(finding.object, finding.object)),
        (Both("found", "实测"), finding.measured),
        (Both("allowed", "应为"), finding.allowed),
        (Both("fix", "办法"), NOTHING if reason else finding.rule.fix),
        (Both("reason", "放行理由"), Both(reason, reason)),
        (Both("source", "依据"), Both(finding.rule.source, finding.rule.source)),
    ):
        if words.en:
            yield name, words
