"""The pages of an issue as they are written, with the stories in their slots."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from printpress.newsroom.written import nothing, text_of, tree_of
from printpress.spec import load_form


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a story stands in an issue."""

    page: str
    """The page's key: ``3``, or ``4-5``."""
    slot: str
    """The slot's name."""
    at: int
    """Which of the stories there, from 0."""


class WrittenIssue:
    """An ``issue.yaml`` while stories are moved about in it.

    Made and left in one command. Raises ``PressError`` where the file cannot be read.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.form = load_form(file)
        self._tree: Any = tree_of(file.read_text("utf-8"))

    def text(self) -> str:
        """The file's new text."""
        return text_of(self._tree)

    def page(self, number: int) -> str | None:
        """The key of the page of that number."""
        for numbers in self.form.pages:
            if number in numbers.value:
                return "-".join(str(each) for each in numbers.value)
        return None

    def layout(self, page: str) -> str:
        """The name of a page's layout."""
        return str(self._page(page)["layout"])

    def standing(self, page: str, slot: str) -> list[str]:
        """The stories in a slot."""
        return _listed((self._page(page).get("stories") or {}).get(slot))

    def is_free(self, page: str, slot: str) -> bool:
        """Whether neither stories stand in a slot nor the rest of one goes on there."""
        targets = {str(place) for place in (self._tree.get("jumps") or {}).values()}
        tails = {f"{number}.{slot}" for number in page.split("-")}
        return not self.standing(page, slot) and not tails & targets

    def find(self, story: str) -> Stand | None:
        """Where a story stands; None where it stands nowhere."""
        for page, slot, stories in self._slots():
            if story in stories:
                return Stand(page, slot, stories.index(story))
        return None

    def put(self, page: str, slot: str, stories: list[str]) -> None:
        """Let those stories stand in a slot, one below the other, and no others."""
        written = self._page(page)
        if not stories:
            written["stories"].pop(slot, None)
            if not written["stories"]:
                written["stories"] = nothing()
            return
        if written.get("stories") is None:
            written["stories"] = nothing()
        there = written["stories"].get(slot)
        if isinstance(there, list):
            there[:] = stories
        else:
            written["stories"][slot] = stories[0] if len(stories) == 1 else stories

    def forget(self, story: str, stand: Stand) -> list[str]:
        """Take out what was decided for a story at its place; what that was."""
        told = []
        if story in (self._tree.get("jumps") or {}):
            told.append(f"jumps: {story}: {self._tree['jumps'].pop(story)}")
        pins = self._tree.get("pins") or {}
        of_slot = f"{stand.page}.{stand.slot}."
        lost = [pin for pin in pins if str(pin).startswith(of_slot)]
        told += [f"pins: {pin}: {pins.pop(pin)}" for pin in lost]
        for key in ("jumps", "pins"):
            if key in self._tree and not self._tree[key]:
                del self._tree[key]
        return told

    def _page(self, page: str) -> Any:
        pages = self._tree["pages"]
        return next(pages[key] for key in pages if str(key) == page)

    def _slots(self) -> Iterator[tuple[str, str, list[str]]]:
        for page in self._tree["pages"]:
            for slot, there in (self._page(str(page)).get("stories") or {}).items():
                yield str(page), str(slot), _listed(there)


def _listed(there: Any) -> list[str]:
    if there is None:
        return []
    return [str(s) for s in there] if isinstance(there, list) else [str(there)]
