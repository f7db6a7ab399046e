"""The fit ladder (版面让步): what gives way so that copy fits, in the house's order.

Each rung tries a few other looks of the story in its slot, from the mildest on, on top
of the rungs below it; the first that fits is taken and told. The text is never set
again for it: all of its looks share one galley, and body size and row pitch are not
the ladder's to change (domain notes 6.2). Bounded: some thirty settings of a story that
does not fit, none of one that does.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, Severity, note, warning
from printpress.makeup.compositor import Compositor
from printpress.makeup.copyfit import LEAST_PICTURE, Setter, fits
from printpress.makeup.place import Place
from printpress.makeup.placed import SetLine
from printpress.makeup.story import SetStory
from printpress.spec.layout import PictureSlot
from printpress.units import in_pt

HEADING_ROWS: Final = 3
"""Rows by which a heading is made lower or higher, at most."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way of setting a story in its slot."""

    compositor: Compositor
    """With the story's role as it looks here."""
    story: Story
    """Without its deck, perhaps."""
    place: Place
    """With its picture's bounds as they are here."""
    over: bool
    """Whether the story is too long for its slot; else it is too short."""
    rungs: tuple[str, ...] = ()
    """What gave way, in which it differs from what layout and house say."""

    @property
    def picture(self) -> PictureSlot | None:
        """Where its picture stands, if it has one."""
        return self.place.slot.picture if self.story.pictures else None


def set_in_slot(
    compositor: Compositor, setter: Setter, story: Story, place: Place
) -> SetStory:
    """The story set in its slot, by the ladder's help if need be, and how it fits."""
    done = setter(compositor, story, place)
    jumps = place.onward is not None or place.rest is not None
    if not (fits(done) or jumps or place.slot.setting == "vertical"):
        over = done.fit.overset_lines > 0
        done = _climbed(Look(compositor, story, place, over), setter, done)
    if fits(done):
        return done
    from printpress.makeup.fit_faults import fit_findings

    found = fit_findings(compositor, setter, story, place, done)
    return replace(done, found=(*done.found, *found))


def _climbed(look: Look, setter: Setter, done: SetStory) -> SetStory:
    """The first look that fits, with a word on it; the story as it was if none does."""
    own = done
    for rung in look.compositor.house.fit.ladder:
        below = look
        for tried in RUNGS[rung](below):
            other = replace(tried, rungs=(*below.rungs, rung))
            then = setter(other.compositor, other.story, other.place)
            if not _sound(then, own):
                continue
            if fits(then):
                return _told(other, then)
            if _misfit(then) < _misfit(done):
                look, done = other, then
    return own


def _misfit(done: SetStory) -> tuple[int, int]:
    return done.fit.overset_lines, done.fit.short_lines


def _sound(done: SetStory, own: SetStory) -> bool:
    """Whether a look brings no trouble that the story did not have."""
    grave = {d.code for d in done.found if d.severity is not Severity.NOTE}
    return grave <= {d.code for d in own.found}


def _picture_rows(look: Look) -> Iterator[Look]:
    """Rows of the picture beyond what the layout says, unless a person fixed them."""
    place, step = look.place, look.compositor.house.fit.picture_rows
    picture = look.picture
    if picture is None or place.pinned_rows is not None:
        return
    for by in range(1, step + 1):
        pictures = tuple(_widened(one, by, look) for one in place.slot.pictures)
        slot = replace(place.slot, pictures=pictures)
        yield replace(look, place=replace(place, slot=slot))


def _widened(picture: PictureSlot, by: int, look: Look) -> PictureSlot:
    """The place with bounds so many rows further apart."""
    fewest, most = picture.rows
    if look.over:
        return replace(
            picture, rows=(min(fewest, max(LEAST_PICTURE, fewest - by)), most)
        )
    return replace(picture, rows=(fewest, most + by))


def _headline_size(look: Look) -> Iterator[Look]:
    """The headline smaller, so that its heading takes fewer rows; or larger."""
    role = look.compositor.house.roles.get(look.place.slot.role)
    headline = role.headline if role else None
    if role is None or headline is None or headline.size is None or not role.rows:
        return
    by, (smallest, largest) = look.compositor.house.fit.headline_size, headline.size
    fewest, most = role.rows
    for step in range(1, HEADING_ROWS + 1):
        if look.over:
            rows = min(fewest, most - step), most - step
            size = smallest - by, largest
        else:
            rows, size = (fewest, most + step), (smallest, largest + by)
        if min(rows) < 1 or min(size) < 1:
            return
        other = replace(role, rows=rows, headline=replace(headline, size=size))
        compositor = look.compositor.looking(look.place.slot.role, other)
        yield replace(look, compositor=compositor)


def _deck(look: Look) -> Iterator[Look]:
    """The heading without its deck: never to fill a slot, only to empty it."""
    head = look.story.head
    if not look.over or head.deck is None:
        return
    bare = replace(look.story, head=replace(head, deck=None))
    yield replace(look, story=bare)


def _picture_shape(look: Look) -> Iterator[Look]:
    """The picture over a column less, or one more."""
    place = look.place
    picture = look.picture
    if picture is None or picture.at == "above":
        return
    first, last = picture.over
    shapes = [(first, last - 1), (first + 1, last)]
    if not look.over:
        shapes = [(first, last + 1), (first - 1, last)]
    for shape in shapes:
        if not 1 <= shape[0] <= shape[1] <= place.slot.own_columns:
            continue
        moved = replace(picture, over=shape)
        slot = replace(place.slot, pictures=(moved, *place.slot.pictures[1:]))
        yield replace(look, place=replace(place, slot=slot))


Rung = Callable[[Look], Iterator[Look]]
"""The looks of a rung, the mildest first."""

RUNGS: Final[Mapping[str, Rung]] = {
    "picture_rows": _picture_rows,
    "headline_size": _headline_size,
    "deck": _deck,
    "picture_shape": _picture_shape,
}
"""What the house's ``fit: {ladder: […]}`` may name."""


def _said(rung: str, look: Look, done: SetStory) -> Both:
    """What a rung did, with the figures of the page as it is."""
    if rung == "picture_rows":
        rows = done.fit.picture_rows
        return Both(f"its picture has {rows} rows", f"图片排 {rows} 行")
    if rung == "headline_size":
        size = in_pt(_headline_of(done))
        return Both(f"its headline is set in {size}", f"主题用 {size}")
    if rung == "deck":
        return Both("its deck is left out", "没有排副题")
    first, last = look.place.slot.picture.over if look.place.slot.picture else (0, 0)
    return Both(
        f"its picture is over columns {first}-{last}", f"图片排在第 {first}—{last} 栏"
    )


def _headline_of(done: SetStory) -> int:
    """The headline's size as set."""
    lines = (thing for thing in done.placed if isinstance(thing, SetLine))
    heads = (line.line.pieces for line in lines if line.part == "headline")
    return max((piece.size for pieces in heads for piece in pieces), default=0)


def _told(look: Look, done: SetStory) -> SetStory:
    """The story as it fits, with a word on how that came about."""
    fit = done.fit
    if "deck" in look.rungs:
        fit = replace(fit, left_out=("deck",))
    return replace(done, fit=fit, found=(*done.found, _gave_way(look, done)))


def _gave_way(look: Look, done: SetStory) -> Diagnostic:
    """That the page gave way, and how: a warning where copy is left out."""
    said = [_said(rung, look, done) for rung in look.rungs]
    en = "; ".join(words.en for words in said)
    zh = "；".join(words.zh for words in said)
    fit, span = done.fit, look.place.span
    what = Both(
        f'so that story "{fit.story}" fits slot "{fit.slot}", {en}',
        f"为使稿件“{fit.story}”排进版位“{fit.slot}”，{zh}",
    )
    fix = Both(
        "let it stand, or write the story to its slot", "可以就这样排，也可增删稿件"
    )
    if "deck" in look.rungs:
        return warning("deck-left-out", span, what, fix=fix)
    return note("gave-way", span, what, fix=fix)
