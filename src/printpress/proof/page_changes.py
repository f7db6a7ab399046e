"""Pages that look otherwise: both pictures of each, and where they differ.

Only pages whose content hash changed are drawn at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printpress.diagnostics import Both, Said, counted
from printpress.pictures.difference import Mark, Pixels, marks
from printpress.proof.pictures import PROOF_PPI
from printpress.proof.sides import Side
from printpress.units import INCH, MM


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page before and after."""

    label: str
    """``1``, or ``4-5``."""
    there: tuple[bool, bool]
    """Whether the old and the new state have such a page."""
    old: Pixels | None
    """As it was; None where there was none, or nobody kept it."""
    new: Pixels | None
    """As it is."""
    marks: tuple[Mark, ...]
    """Where it changed, from top to foot."""


def page_changes(old: Side, new: Side, labels: Sequence[str]) -> Iterator[PageChange]:
    """The pages of those labels, drawn and compared, one by one."""
    sides = (old, new)
    there = {n: set(side.record.labels) & set(labels) for n, side in enumerate(sides)}
    drawn = [side.draw(there[n]) for n, side in enumerate(sides)]
    for label in labels:
        was, now = (pages.get(label) for pages in drawn)
        found = marks(was, now) if was and now else ()
        yield PageChange(label, (label in there[0], label in there[1]), was, now, found)


def page_words(change: PageChange) -> Said:
    """What is to be seen on the page, for the terminal."""
    label = change.label
    facts = {
        "type": "page",
        "page": label,
        "old": change.there[0],
        "new": change.there[1],
        "compared": change.old is not None and change.new is not None,
        "marks_mm": [_in_mm(mark) for mark in change.marks],
    }
    return Said(_seen(change, label), facts)


def _seen(change: PageChange, label: str) -> Both:
    was, now = change.there
    if not was:
        return Both(f"page {label}: new", f"第 {label} 版：新增")
    if not now:
        return Both(f"page {label}: gone", f"第 {label} 版：取消")
    if change.old is None or change.new is None:
        return Both(
            f"page {label}: looks otherwise; its old picture was not kept",
            f"第 {label} 版：面貌有变；旧样没有留下图",
        )
    if not change.marks:
        return Both(
            f"page {label}: made otherwise, nothing to be seen",
            f"第 {label} 版：做法有变，看不出来",
        )
    number = len(change.marks)
    return Both(
        f"page {label}: looks otherwise in {counted(number, 'place')}",
        f"第 {label} 版：{number} 处面貌有变",
    )


def _in_mm(mark: Mark) -> dict[str, float]:
    """A mark in millimetres from the trim's left and top edge."""
    return {
        side: round(pixels * INCH / (MM * PROOF_PPI), 1)
        for side, pixels in (
            ("x", mark.x),
            ("y", mark.y),
            ("width", mark.width),
            ("height", mark.height),
        )
    }
