"""A comparison as one HTML file: the words of each story, then the pages.

It needs no network and no script: without one, both states of a page stand beside each
other; with one, the new page may be drawn over the old one with a slider.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from printpress.diagnostics import Both, Language
from printpress.pictures.difference import AIR, Pixels, jpeg
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
from printpress.proof.templates import rendered

Say = Callable[[Both], str]
"""Picks the words of the sheet's language."""


def change_sheet(
    told: Comparison,
    pages: Mapping[str, PageChange],
    names: tuple[str, str],
    spoken: tuple[str, Language],
) -> str:
    """The sheet; *names* of the old and the new state, its title and language."""
    title, language = spoken

    def say(both: Both) -> str:
        return both.zh if language == "zh" else both.en

    return rendered(
        "change_sheet.html",
        title=title,
        language=language,
        names=names,
        summary=say(summary(told)),
        stories=[_story(c, say) for c in told.stories if not set(c.kinds) <= QUIET],
        quiet=[say(headed(c)) for c in told.stories if set(c.kinds) <= QUIET],
        furniture=by_line(told.furniture),
        pages=[_page(change, names, say) for change in pages.values()],
        paragraph_end=BREAK,
    )


def _story(change: StoryChange, say: Say) -> dict[str, Any]:
    """What people changed in a story."""
    whole = change.kinds in (("added",), ("removed",))
    return {
        "head": say(headed(change)),
        "paragraphs": [
            {
                "name": "" if whole and each.part.isdecimal() else _name(each, say),
                "pieces": each.pieces,
            }
            for each in change.changed
        ],
    }


def _name(changed: Changed, say: Say) -> str:
    name = say(part_words(changed.part))
    if was := changed.moved_from:
        name += say(Both(f", was paragraph {was}", f"（原是第 {was} 段）"))
    return name


def _page(change: PageChange, names: tuple[str, str], say: Say) -> dict[str, Any]:
    """A page that looks otherwise, with the pictures there are of it."""
    return {
        "label": change.label,
        "seen": say(page_words(change).words),
        "states": list(_states(change, names, say)),
        "frames": [
            (mark.x - AIR, mark.y - AIR, mark.width + 2 * AIR, mark.height + 2 * AIR)
            for mark in change.marks
        ],
    }


def _states(
    change: PageChange, names: tuple[str, str], say: Say
) -> Iterator[dict[str, Any]]:
    states = ((Both("before", "改前"), change.old), (Both("after", "改后"), change.new))
    for (when, page), name in zip(states, names, strict=True):
        if page:
            yield {
                "when": say(when),
                "name": name,
                "width": page.width,
                "height": page.height,
                "picture": _url(page),
            }


def _url(page: Pixels) -> str:
    return f"data:image/jpeg;base64,{b64encode(jpeg(page)).decode()}"
