"""Which plates a page is printed from, and what on it falls on others.

On pages that the press prints in black only, pictures become grey, and colour is an
error where it stands. Large black areas get the press's rich black (富黑) where it
takes one; black in several inks is refused anywhere else, for letters in it blur.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeGuard

from printpress.colour import BLACK, FULL, PAPER, Ink
from printpress.content.issue import Issue
from printpress.diagnostics import Both, Diagnostic, Note, Span, counted, error
from printpress.geometry import Rect
from printpress.makeup.placed import (
    FrameLine,
    Page,
    Patch,
    Placed,
    PlacedForm,
    PlacedPicture,
    Rule,
    SetLine,
    Shape,
)
from printpress.paths import Close
from printpress.spec.fields import place_at
from printpress.spec.ink_form import plain_name
from printpress.spec.press import PressSpec
from printpress.units import MM, in_mm

LEAST_RICH: Final = 10 * MM
"""The short side from which a black area looks thin in black alone (taste)."""

DEEP: Final = 850
"""Per mille of black from which an ink is a black, not a dark colour."""

SHOWN: Final = 12
"""Characters of a line that a message repeats."""


def on_its_plates(page: Page, press: PressSpec) -> Page:
    """The page with its pictures and black areas in the inks that the press prints."""
    placed = page.placed
    if press.black_only(page.numbers):
        placed = tuple(
            replace(p, k_only=True) if isinstance(p, PlacedPicture) else p
            for p in placed
        )
    elif press.rich_black is not None:
        placed = tuple(_enriched(p, page, press) for p in placed)
    if press.black_max < FULL:
        placed = tuple(_held_back(p, press) for p in placed)
    return page if placed == page.placed else replace(page, placed=placed)


def _held_back(placed: Placed, press: PressSpec) -> Placed:
    """A large area with no more black than the press prints (``ink.black_max``)."""
    if not _large(placed) or placed.ink.spot or placed.ink.black <= press.black_max:
        return placed
    return replace(placed, ink=replace(placed.ink, black=press.black_max))


def _large(placed: Placed) -> TypeGuard[Patch]:
    """Whether it is an area that looks like one; a press test's are never changed."""
    if not isinstance(placed, Patch) or placed.as_is:
        return False
    return min(min(rect.width, rect.height) for rect in placed.rects) >= LEAST_RICH


def _enriched(placed: Placed, page: Page, press: PressSpec) -> Placed:
    """A large black area in rich black, unless small white type stands on it."""
    if not _large(placed) or placed.ink != BLACK or press.rich_black is None:
        return placed
    if _small_white_type(placed, page, press):
        return placed
    return replace(placed, ink=press.rich_black)


def _small_white_type(patch: Patch, page: Page, press: PressSpec) -> bool:
    """Whether type that several inks would fill in stands on the area."""
    least = press.text_minimum_multicolour
    return any(
        isinstance(line, SetLine)
        and line.ink == PAPER
        and any(piece.size < least for piece in line.line.pieces)
        and any(rect.contains(Rect(line.x, line.y, 0, 0)) for rect in patch.rects)
        for line in page.placed
    )


@dataclass(frozen=True, slots=True)
class _Use:
    """An ink where it first stands on a page."""

    page: Page
    placed: Placed
    ink: Ink

    @property
    def in_type(self) -> bool:
        """Whether letters or lines are in it, not an area."""
        return not isinstance(self.placed, Patch | PlacedForm)

    @property
    def tried(self) -> bool:
        """Whether it is there for the press to be tried with."""
        return isinstance(self.placed, Patch) and self.placed.as_is

    @property
    def kind(self) -> tuple[Ink, bool, bool]:
        """What makes it the same as another."""
        return self.ink, self.in_type, self.tried

    @property
    def thing(self) -> Both:
        """What is in it, and where: millimetres from the trim's top left corner."""
        x, y = _at(self.placed)
        where = f"{in_mm(x)}, {in_mm(y)}"
        what = _called(self.placed)
        label = "-".join(map(str, self.page.numbers))
        return Both(
            f"{what.en} at {where} on page {label}",
            f"第 {label} 版 {where} 处{what.zh}",
        )


def _at(placed: Placed) -> tuple[int, int]:
    match placed:
        case SetLine():
            return placed.x, placed.y
        case Patch():
            return placed.rects[0].x, placed.rects[0].y
        case Rule():
            return placed.x0, placed.y0
        case FrameLine() | PlacedPicture() | PlacedForm():
            return placed.rect.x, placed.rect.y
        case Shape():
            first = next((p for p in placed.path if not isinstance(p, Close)), None)
            return (first.x, first.y) if first else (0, 0)


def _called(placed: Placed) -> Both:
    match placed:
        case SetLine():
            text = placed.line.text
            shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
            return Both(f'the line "{shown}"', f"的文字“{shown}”")
        case Patch():
            return Both("an area", "的色块")
        case Shape():
            return Both("a drawing", "的图形")
        case PlacedForm():
            return Both("an advert", "的广告")
        case _:
            return Both("a rule", "的线条")


def _uses(page: Page, spots: Mapping[str, Ink]) -> Iterator[_Use]:
    """Every ink of the page once for type and lines, once for areas.

    Of supplied pages their spot colours; what else they hold the preflight judges.
    """
    seen: set[tuple[Ink, bool, bool]] = {(BLACK, True, False), (PAPER, True, False)}
    for placed in page.placed:
        if isinstance(placed, PlacedForm):
            own = (spots[spot] for spot in placed.form.spots if spot in spots)
            yield from (_Use(page, placed, ink) for ink in own)
        if isinstance(placed, PlacedPicture | PlacedForm):
            continue
        use = _Use(page, placed, placed.ink)
        if use.kind not in seen:
            seen.add(use.kind)
            yield use


def ink_faults(issue: Issue, pages: tuple[Page, ...]) -> tuple[Diagnostic, ...]:
    """Inks that the press does not print where they stand."""
    press = issue.press
    found: list[Diagnostic] = []
    first: dict[tuple[Ink, bool, bool], _Use] = {}
    spots = {ink.spot: ink for ink in issue.house.colours.values() if ink.spot}
    for page in pages:
        for use in _uses(page, spots):
            if not use.ink.k_only and press.black_only(page.numbers):
                found.append(_colour_on_black(use, issue))
            else:
                first.setdefault(use.kind, use)
    for use in first.values():
        found += _unprintable(use, issue)
    found += _spots(tuple(first.values()), issue)
    return tuple(found)


def _colour_on_black(use: _Use, issue: Issue) -> Diagnostic:
    press = issue.press
    at = place_at(press.node, "inks_by_page", default=press.span)
    name = plain_name(use.ink, issue.house.colours)
    return error(
        "colour-on-black",
        _page_of(use, issue),
        Both(
            f"{use.thing.en} is {name}, and that page is printed in black only",
            f"{use.thing.zh}用了颜色 {name}，而该版只印黑色",
        ),
        fix=Both(
            "give the page a layout and stories without colour, or have it printed "
            f"in four colours in layouts/press/{press.name}.yaml",
            "换用不带颜色的版式和样式，或在 "
            f"layouts/press/{press.name}.yaml 中把该版改为彩印",
        ),
        notes=(Note(at, Both("the pages in black", "单黑的版")),),
    )


def _place_of(use: _Use, issue: Issue) -> Span:
    """Where the house has the ink; of a drawing's own, the page that shows it."""
    name = plain_name(use.ink, issue.house.colours)
    if name not in issue.house.colours and isinstance(use.placed, Shape):
        return _page_of(use, issue)
    return issue.house.place_of("colours", name)


def _page_of(use: _Use, issue: Issue) -> Span:
    """Where the issue names the page."""
    return next(p.span for p in issue.pages if p.numbers == use.page.numbers)


def _unprintable(use: _Use, issue: Issue) -> Iterator[Diagnostic]:
    """An ink that is too much for the paper, or black in a way that blurs."""
    press, ink = issue.press, use.ink
    name = plain_name(ink, issue.house.colours)
    if ink.total > press.tac_error:
        total, most = f"{ink.total / 10:g} %", f"{press.tac_error / 10:g} %"
        yield error(
            "too-much-ink",
            _place_of(use, issue),
            Both(
                f'the colour "{name}" is {total} of ink; {press.name} takes {most}',
                f"颜色“{name}”总墨量 {total}，印厂“{press.name}”最多 {most}",
            ),
            fix=Both("make its inks less", "减少各色网点"),
        )
    rich = not ink.spot and not ink.k_only and ink.black >= DEEP
    if rich and not use.tried and (use.in_type or press.rich_black is None):
        allowed = "" if press.rich_black is None else " for letters and lines"
        allowed_zh = "" if press.rich_black is None else "文字和线条"
        yield error(
            "rich-black",
            _place_of(use, issue),
            Both(
                f'"{name}" is black in several inks, which {press.name} does not '
                f"print{allowed}: {use.thing.en}",
                f"“{name}”是多色叠印的黑，印厂“{press.name}”{allowed_zh}不印："
                f"{use.thing.zh}",
            ),
            why=Both(
                "plates never meet exactly, so letters get coloured edges",
                "套印总有误差，笔画会带彩边",
            ),
            fix=Both("write `[0, 0, 0, 100]`", "写成 `[0, 0, 0, 100]`"),
        )


def _spots(uses: tuple[_Use, ...], issue: Issue) -> Iterator[Diagnostic]:
    """Spot colours beyond those that the press has units for."""
    press = issue.press
    named: dict[str, _Use] = {}
    for use in uses:
        if use.ink.spot:
            named.setdefault(use.ink.spot, use)
    if len(named) <= press.spots:
        return
    use = list(named.values())[press.spots]
    count = counted(len(named), "spot colour")
    shown = f"[{', '.join(f'{part / 10:g}' for part in use.ink.shares)}]"
    yield error(
        "too-many-spots",
        _place_of(use, issue),
        Both(
            f"{count} on the pages, {', '.join(sorted(named))}; {press.name} prints "
            f"{press.spots}",
            f"版面上有 {len(named)} 种专色（{'、'.join(sorted(named))}），"
            f"印厂“{press.name}”可印 {press.spots} 种",
        ),
        fix=Both(
            f"print it in four inks, `{shown}`, or agree with the shop and write "
            f"`spots: {len(named)}` in layouts/press/{press.name}.yaml",
            f"改用四色 `{shown}`；或与印厂商定后在 layouts/press/{press.name}.yaml "
            f"写 `spots: {len(named)}`",
        ),
    )
