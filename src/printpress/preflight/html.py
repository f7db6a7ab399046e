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
from printpress.preflight.report import Finding, PreflightReport
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
body { font: 15px/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
section { display: grid; grid-template-columns: minmax(16rem, 26rem) 1fr; gap: 1.5rem; }
.page { position: relative; border: 1px solid #999; align-self: start; }
.page img { display: block; width: 100%; }
.page svg { position: absolute; inset: 0; width: 100%; height: 100%; }
ol { padding-left: 1.5rem; margin: 0; } li { margin-bottom: 0.9rem; }
b { padding: 0 0.4em; color: #fff; border-radius: 3px; font-weight: 600; }
.en { color: #666; } code { color: #666; }
@media (max-width: 50rem) { section { grid-template-columns: 1fr; } }
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
        yield "<ol>"
        yield from map(_entry, found)
        yield "</ol>"


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
        yield "<ol>"
        yield from map(_entry, found)
        yield "</ol></section>"


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
            yield _mark(place.moved(-trim.x, -trim.y), number, finding.severity)
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


def _entry(finding: Finding) -> str:
    rule = finding.rule
    lines = [
        f'<b style="background:{COLOURS[finding.severity]}">'
        f"{gravity(finding).zh}</b> {_both(rule.what)} "
        f"<code>{rule.id}</code>"
    ]
    if finding.page is not None:
        lines.append(_both(place_words(finding)))
    if finding.object:
        lines.append(escape(finding.object))
    if finding.measured.en:
        measured, allowed = finding.measured, finding.allowed
        right = Both(f"; allowed: {allowed.en}", f"；应为：{allowed.zh}")
        more = right if allowed.en else Both("", "")
        lines.append(
            _both(
                Both(f"found: {measured.en}{more.en}", f"实测：{measured.zh}{more.zh}")
            )
        )
    if finding.accepted:
        reason = finding.accepted
        lines.append(_both(Both(f"reason: {reason}", f"放行理由：{reason}")))
    else:
        lines.append(_both(Both(f"fix: {rule.fix.en}", f"办法：{rule.fix.zh}")))
    return f"<li>{'<br>'.join(lines)}</li>"
