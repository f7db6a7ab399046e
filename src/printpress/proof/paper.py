"""The paper of proofs: true A3, A4, and below the page boxes for initials and notes.

A page that fits the paper with its boxes is shown at its own size, a larger one
smaller, and the stamp says how much (ISO 216 for the sizes).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from printpress.display.ops import DisplayList, Op, Sheet, StrokeLine, StrokeRect
from printpress.geometry import Rect, Size
from printpress.proof.lettering import INK, RED, Pen
from printpress.proof.signoff import Standing
from printpress.spec.comments import Comment
from printpress.stages import REVIEWS
from printpress.units import MM, PT

Paper = Literal["a3", "a4", "trim"]

SIZES: Final = {"a3": Size(297 * MM, 420 * MM), "a4": Size(210 * MM, 297 * MM)}

EDGE: Final = 4 * MM
"""What office printers leave white at every edge."""

STRIP: Final = 11 * MM
"""How high the boxes below the page are, and the air above them."""

AIR: Final = MM

WORDS: Final = 11 * PT // 2
"""Type size in the boxes."""

ROW: Final = 7 * PT
"""From line to line there."""


def on_paper(page: DisplayList, paper: Paper) -> DisplayList:
    """The page on that paper, turned as the page is; on its own for ``trim``."""
    if paper == "trim":
        return page
    size = SIZES[paper]
    wide, high = page.trim.width, page.trim.height
    if wide > high:
        size = Size(size.height, size.width)
    across = (size.width - 2 * EDGE) * 1000 // wide
    down = (size.height - 2 * EDGE - STRIP - AIR) * 1000 // high
    sheet = Sheet(size, 0, EDGE, min(1000, across, down))
    return replace(
        page, sheet=replace(sheet, x=(size.width - sheet.shown(wide)) // 2), slug=0
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """Who has read a page, and what they noted."""

    standings: Sequence[Standing]
    """How it stands with each stage."""
    comments: Sequence[Comment]
    """Notes on it that are not seen to."""


def boxes_below(page: DisplayList, reading: Reading, pen: Pen) -> Iterator[Op]:
    """A box for each review and reading, signed or to be signed, and one for notes."""
    if page.sheet is None:
        return
    sheet = page.sheet
    boxes = _Boxes(pen, sheet.scale)
    left, top = boxes.real(EDGE - sheet.x), page.trim.height + boxes.real(AIR)
    wide, high = boxes.real(sheet.paper.width - 2 * EDGE), boxes.real(STRIP)
    each = wide * 3 // 5 // len(REVIEWS)
    yield StrokeRect(Rect(0, 0, page.trim.width, page.trim.height), PT // 4, INK)
    state = {standing.stage: standing for standing in reading.standings}
    for place, stage in enumerate(REVIEWS):
        rect = Rect(left + place * each, top, each, high)
        yield StrokeRect(rect, PT // 3, INK)
        yield from boxes.signature(stage, state.get(stage), rect)
    signed = each * len(REVIEWS)
    rect = Rect(left + signed, top, wide - signed, high)
    yield StrokeRect(rect, PT // 3, INK)
    yield from boxes.notes(reading.comments, rect)


@dataclass(frozen=True, slots=True)
class _Boxes:
    """What is written in the boxes, whose size on the paper does not go by the page."""

    pen: Pen
    scale: int
    """Per mille to which the page is drawn."""

    def real(self, length: int) -> int:
        """A length on the paper as one of the page."""
        return length * 1000 // self.scale

    def signature(
        self, stage: str, standing: Standing | None, rect: Rect
    ) -> Iterator[Op]:
        """The stage above, who signed it and when; struck out where it has lapsed."""
        pt, words, pen = self.real(PT), self.real(WORDS), self.pen
        yield from pen.write(stage, (rect.x + pt, rect.y + words + pt), words)
        signature = standing.signature if standing else None
        if standing is None or signature is None:
            return
        lapsed = standing.state == "lapsed"
        ink = RED if lapsed else INK
        middle = rect.x + rect.width // 2
        large, small = words * 3 // 2, words * 4 // 5
        by = pen.clipped(signature.by, large, rect.width - 2 * pt)
        foot = rect.y + rect.height * 2 // 3
        yield from pen.write(by, (middle, foot), large, ink, "center")
        when = signature.when[5:16].replace("T", " ")
        said = f"{when} 已失效" if lapsed else when
        said = pen.clipped(said, small, rect.width - pt)
        last = rect.bottom - 3 * pt // 2
        yield from pen.write(said, (middle, last), small, ink, "center")
        if lapsed:
            y = foot - words // 2
            yield StrokeLine(rect.x + 2 * pt, y, rect.right - 2 * pt, y, pt // 2, RED)

    def notes(self, comments: Sequence[Comment], rect: Rect) -> Iterator[Op]:
        """The first notes, a line each, and how many there are."""
        pt, size, row = self.real(PT), self.real(WORDS), self.real(ROW)
        holds = (rect.height - row - pt) // row
        head = f"未改意见 {len(comments)} 条" if comments else "意见"
        if len(comments) > holds:
            head += "，全文见附页"
        y = rect.y + size + pt
        yield from self.pen.write(head, (rect.x + pt, y), size)
        for comment in comments[:holds]:
            y += row
            words = self.pen.clipped(noted(comment), size, rect.width - 2 * pt)
            yield from self.pen.write(words, (rect.x + pt, y), size)


def noted(comment: Comment) -> str:
    """A note in one line: where, what, and by whom."""
    place = comment.story
    if comment.paragraph:
        place += f" 第 {comment.paragraph} 段"
    head = f"{place.strip()}：" if place else ""
    by = f"（{comment.by}）" if comment.by else ""
    return " ".join(f"{head}{comment.note}{by}".split())
