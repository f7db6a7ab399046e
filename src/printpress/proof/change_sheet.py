"""A comparison as one HTML file: the words of each story, then the pages.

It needs no network and no script: without one, both states of a page stand beside each
other; with one, the new page may be drawn over the old one with a slider.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from printpress.diagnostics import Both, Language
from printpress.pictures.difference import AIR, Mark, Pixels, jpeg
from printpress.proof.change_words import (
    QUIET,
    by_line,
    headed,
    part_words,
    summary,
)
from printpress.proof.compare import Changed, Comparison, StoryChange
from printpress.proof.page_changes import PageChange, page_words
from printpress.proof.record import BREAK
from printpress.proof.wording import Piece

_STYLE: Final = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1d1d1f; --faint: #5f6368;
  --line: #d0d3d8; --gone: #fbdcdc; --gone-ink: #8a1020; --come: #d3f0d8;
  --come-ink: #0b5323; --mark: #c8102e; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #e8e8ea;
  --faint: #a4a8ae; --line: #44474d; --gone: #56202a; --gone-ink: #ffc9cf;
  --come: #1d4a2b; --come-ink: #c4f5d0; --mark: #ff5a70; } }
* { box-sizing: border-box; }
body { font: 16px/1.75 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; color: var(--ink);
  background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.35rem; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.6rem 0 .3rem; }
.names, .quiet, small { color: var(--faint); } nav a { margin-right: 1rem; }
a { color: inherit; }
article p { margin: .3rem 0; max-width: 46rem; }
article p > b { color: var(--faint); font-weight: 600; margin-right: .6em; }
del { background: var(--gone); color: var(--gone-ink); }
ins { background: var(--come); color: var(--come-ink); text-decoration: none;
  border-bottom: 2px solid currentColor; }
details summary { cursor: pointer; color: var(--faint); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
figure { margin: 0; min-width: 0; }
figcaption { color: var(--faint); font-size: .9rem; }
.page { position: relative; border: 1px solid var(--line); }
.page img { display: block; width: 100%; height: auto; }
.page svg { position: absolute; inset: 0; width: 100%; height: 100%; }
rect { fill: var(--mark); fill-opacity: .07; stroke: var(--mark);
  stroke-width: 3; vector-effect: non-scaling-stroke; }
.tools { display: none; align-items: center; gap: .6rem; margin: .3rem 0; }
.scripted .tools { display: flex; flex-wrap: wrap; }
.tools input[type=range] { flex: 1; min-width: 8rem; }
.over .pair { display: block; position: relative; }
.over figure + figure { position: absolute; inset: 0; }
.over figcaption { display: none; }
.over figure + figure .page { clip-path: inset(0 0 0 var(--at, 50%)); }
.bare svg { display: none; }
.over .tools input[type=range] { visibility: visible; }
.tools input[type=range] { visibility: hidden; }
@media (max-width: 40rem) { rect { stroke-width: 2; } body { padding-top: 1rem; }
  .pair { grid-template-columns: 1fr; } }
@media print { .tools, nav { display: none !important; } }
"""

_SCRIPT: Final = """
document.documentElement.classList.add('scripted');
for (const page of document.querySelectorAll('.change')) {
  const [over, bare, slider] = page.querySelectorAll('.tools input');
  if (!over) continue;
  over.onchange = () => page.classList.toggle('over', over.checked);
  bare.onchange = () => page.classList.toggle('bare', !bare.checked);
  slider.oninput = () => page.style.setProperty('--at', slider.value + '%');
}
"""


def change_sheet(
    told: Comparison,
    pages: Mapping[str, PageChange],
    names: tuple[str, str],
    spoken: tuple[str, Language],
) -> str:
    """The sheet; *names* of the old and the new state, its title and language."""
    title, language = spoken
    sheet = _Sheet(language, names)
    body = "\n".join(
        (*sheet.stories(told), *sheet.furniture(told), *sheet.pages(pages))
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}"><head>'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
        f'<header><h1>{escape(title)}</h1><div class="names">{escape(names[0])} → '
        f"{escape(names[1])}</div><p>{sheet.words(summary(told))}</p>"
        f"{sheet.contents(pages)}</header>\n<main>\n{body}\n</main>\n"
        f"<script>{_SCRIPT}</script></body></html>\n"
    )


class _Sheet:
    """Parts of the sheet in one language."""

    def __init__(self, language: Language, names: tuple[str, str]) -> None:
        self.language = language
        self.names = names

    def words(self, both: Both) -> str:
        return escape(both.zh if self.language == "zh" else both.en)

    def both(self, en: str, zh: str) -> str:
        return self.words(Both(en, zh))

    def contents(self, pages: Mapping[str, PageChange]) -> str:
        """Links to the pages."""
        if not pages:
            return ""
        links = "".join(
            f'<a href="#page-{n}">{self.both(f"page {n}", f"第 {n} 版")}</a>'
            for n in pages
        )
        return f'<nav aria-label="{self.both("pages", "版面")}">{links}</nav>'

    def stories(self, told: Comparison) -> Iterator[str]:
        """What people changed, then what only moved because of it."""
        loud = [each for each in told.stories if not set(each.kinds) <= QUIET]
        quiet = [each for each in told.stories if set(each.kinds) <= QUIET]
        if loud:
            yield f"<h2>{self.both('Stories', '稿件')}</h2>"
        for change in loud:
            yield f"<article><h3>{self.words(headed(change))}</h3>"
            yield from (self._paragraph(change, each) for each in change.changed)
            yield "</article>"
        if quiet:
            head = self.both("Only re-broken or shifted", "只是换行或挪位")
            yield f"<details><summary>{head}（{len(quiet)}）</summary><ul>"
            yield from (f"<li>{self.words(headed(each))}</li>" for each in quiet)
            yield "</ul></details>"

    def _paragraph(self, change: StoryChange, changed: Changed) -> str:
        part = self.words(part_words(changed.part))
        if changed.moved_from:
            was = changed.moved_from
            part += self.both(f", was paragraph {was}", f"（原是第 {was} 段）")
        whole = change.kinds in (("added",), ("removed",))
        name = "" if whole and changed.part.isdecimal() else f"<b>{part}</b>"
        return f"<p>{name}{_marked(changed.pieces)}</p>"

    def furniture(self, told: Comparison) -> Iterator[str]:
        """Lines that belong to no story."""
        if not told.furniture:
            return
        yield f"<h2>{self.both('Outside the stories', '稿件以外')}</h2><article>"
        for pages, changed in by_line(told.furniture):
            numbers = "、".join(pages) if self.language == "zh" else ", ".join(pages)
            name = self.both(f"page {numbers}", f"第 {numbers} 版")
            yield f"<p><b>{name}</b>{_marked(changed.pieces)}</p>"
        yield "</article>"

    def pages(self, pages: Mapping[str, PageChange]) -> Iterator[str]:
        """Both pictures of each page that looks otherwise."""
        if pages:
            yield f"<h2>{self.both('Pages', '版面')}</h2>"
        for label, change in pages.items():
            seen = self.words(page_words(change).words)
            yield f'<section class="change" id="page-{label}"><h3>{seen}</h3>'
            if change.old and change.new:
                yield self._tools(label)
            yield '<div class="pair">'
            states = (("before", "改前", change.old), ("after", "改后", change.new))
            for (en, zh, page), name in zip(states, self.names, strict=True):
                if page:
                    told = f"{self.both(en, zh)} <small>{escape(name)}</small>"
                    alt = self.both(f"page {label} {en}", f"第 {label} 版{zh}")
                    yield f"<figure><figcaption>{told}</figcaption>"
                    yield _page(page, alt, change.marks)
                    yield "</figure>"
            yield "</div></section>"

    def _tools(self, label: str) -> str:
        over = self.both("one over the other", "叠在一起看")
        frames = self.both("frames", "红框")
        slide = self.both(
            f"page {label}: before on the left, after on the right",
            f"第 {label} 版：左边改前，右边改后",
        )
        return (
            f'<div class="tools"><label><input type="checkbox"> {over}</label>'
            f'<label><input type="checkbox" checked> {frames}</label>'
            f'<input type="range" min="0" max="100" value="50" aria-label="{slide}">'
            "</div>"
        )


def _marked(pieces: Sequence[Piece]) -> str:
    shown = []
    for piece in pieces:
        if not piece.changed:
            shown.append(_text(piece.new))
            continue
        shown.append(f"<del>{_text(piece.old)}</del>" if piece.old else "")
        shown.append(f"<ins>{_text(piece.new)}</ins>" if piece.new else "")
    return "".join(shown)


def _text(words: str) -> str:
    return escape(words).replace(BREAK, "¶<br>")


def _page(page: Pixels, alt: str, found: Sequence[Mark]) -> str:
    frames = "".join(
        f'<rect x="{mark.x - AIR}" y="{mark.y - AIR}" width="{mark.width + 2 * AIR}" '
        f'height="{mark.height + 2 * AIR}"/>'
        for mark in found
    )
    return (
        f'<div class="page"><img alt="{alt}" width="{page.width}" '
        f'height="{page.height}" src="data:image/jpeg;base64,'
        f'{b64encode(jpeg(page)).decode()}">'
        f'<svg viewBox="0 0 {page.width} {page.height}" aria-hidden="true" '
        f'preserveAspectRatio="none">{frames}</svg></div>'
    )
