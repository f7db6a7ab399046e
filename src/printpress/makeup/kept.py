"""Parts of pages kept from one make-up to the next, so that an edit sets one slot anew.

A part is taken as it was only where everything that it was made from reads the same,
the places in files included: what is told of it must point at the right line.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from printpress.content.issue import Issue
from printpress.diagnostics import Diagnostic
from printpress.makeup.placed import Placed
from printpress.makeup.story import SetStory

Made = tuple[int, str, str]
"""A page's number, a slot's name (empty: furniture), and the copy it was made from."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page's furniture, or one of its slots filled."""

    placed: tuple[Placed, ...] = ()
    """What stands there beside stories."""
    done: tuple[SetStory, ...] = ()
    """Its stories, set."""
    found: tuple[Diagnostic, ...] = ()
    """What there is to say about it."""


class Kept:
    """The parts of the last make-up, for the next one with the same faces."""

    def __init__(self) -> None:
        self._ground = ""
        self._before: dict[Made, Part] = {}
        self._now: dict[Made, Part] = {}

    def begin(self, issue: Issue) -> None:
        """Another make-up begins: all is dropped if more than copy has changed."""
        ground = _ground(issue)
        self._before = self._now if ground == self._ground else {}
        self._ground, self._now = ground, {}

    def part(self, made: Made, make: Callable[[], Part]) -> Part:
        """The part as it was, or made now."""
        part = self._before.get(made) or make()
        self._now[made] = part
        return part


def _ground(issue: Issue) -> str:
    """All that every part depends on: the issue without its copy."""
    pages = tuple(replace(page, stories={}) for page in issue.pages)
    adverts = (advert for page in issue.pages for advert in page.adverts.values())
    forms = tuple(hash(advert.form) for advert in adverts)  # their repr is a name
    bare = replace(issue, pages=pages, guide=(), spare=(), jumps=())
    return f"{bare!r} {forms}"
