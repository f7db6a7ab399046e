"""Advert slots: what was supplied in its place, and the word 广告 at its corner.

A supplied picture or drawing is never distorted: it is fitted whole with paper round
it, or a picture cut where its advertiser lets it. A supplied PDF is as large as its
slot, to a millimetre, and is made to fill it exactly.

The Advertising Law (广告法) art. 14 wants every advert in a mass medium marked as 广告,
so that readers can tell it from news.
"""

from collections.abc import Sequence
from fractions import Fraction

from printpress.colour import BLACK, PAPER
from printpress.content.adverts import Advert
from printpress.diagnostics import Both, Diagnostic, error, warning
from printpress.geometry import Rect, Size
from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.drawing import drawn_in
from printpress.makeup.placed import Patch, Placed, PlacedForm, PlacedPicture
from printpress.spec.layout import SlotSpec
from printpress.supplied.record import SuppliedPage
from printpress.units import MM, PT, in_mm

MARK = "广告"
"""What the law wants to read."""

MARK_SIZE = 6 * PT
"""Its size where the house has no role ``advert`` (the least on newsprint)."""

SLACK = MM
"""Paper beside a picture that nobody needs to be told of; by how much a PDF may be
larger or smaller than its place."""

FRAME_AIR = 2 * PT
"""Between a frame and the picture in it."""


def within_frame(rect: Rect, slot: SlotSpec) -> Rect:
    """What an advert may fill of its slot's rectangle."""
    return rect.inset(FRAME_AIR) if slot.frame else rect


def fitted(rect: Rect, advert: Advert) -> Rect:
    """The largest rectangle of the picture's shape inside another, in its middle.

    A picture with less than a millimetre to spare is cut by that much and fills it.
    """
    shape = Fraction(advert.width, advert.height)
    width, height = rect.width, rect.height
    if Fraction(width, height) > shape:
        width = round(height * shape)
    else:
        height = round(width / shape)
    if rect.width - width + rect.height - height <= SLACK:
        return rect
    x = rect.x + (rect.width - width) // 2
    return Rect(x, rect.y + (rect.height - height) // 2, width, height)


def set_advert(
    compositor: Compositor, rect: Rect, slot: SlotSpec, advert: Advert
) -> tuple[list[Placed], tuple[Diagnostic, ...]]:
    """The advert in the slot's rectangle, and what is wrong with its shape."""
    room = within_frame(rect, slot)
    if advert.form is not None:
        return _set_page(compositor, room, advert, advert.form)
    place = room if advert.spec.crop else fitted(room, advert)
    shown: Sequence[Placed] = (
        drawn_in(advert.art, place) if advert.art else [picture_in(place, advert)]
    )
    found = () if place == room else (_other_shape(advert, room, place),)
    return [*shown, *_mark(compositor, room, place, advert)], found


def picture_in(place: Rect, advert: Advert) -> PlacedPicture:
    """The advert's picture in its place."""
    spec = advert.spec
    return PlacedPicture(
        place,
        spec.file,
        spec.focus,
        advert.width,
        advert.height,
        span=spec.span,
        bilevel=advert.bilevel,
    )


def _set_page(
    compositor: Compositor, room: Rect, advert: Advert, form: SuppliedPage
) -> tuple[list[Placed], tuple[Diagnostic, ...]]:
    """A page fills its place; one of another size is refused, and shown whole."""
    size = form.size
    off = max(abs(size.width - room.width), abs(size.height - room.height))
    place = room if off <= SLACK else fitted(room, advert)
    found = () if off <= SLACK else (_other_size(advert, room, size),)
    shown = PlacedForm(place, form, advert.spec.span)
    return [shown, *_mark(compositor, room, place, advert)], found


def _mark(
    compositor: Compositor, room: Rect, place: Rect, advert: Advert
) -> list[Placed]:
    """广告 and the credit, on a patch of paper in the lower corner.

    It stands on the paper beside the picture where that is wide enough.
    """
    style = compositor.style("advert")
    if compositor.role("advert") is None:
        style = style.at(MARK_SIZE)
    spec = advert.spec
    words = f"{MARK}　{spec.credit}" if spec.credit else MARK
    line = compositor.line(words, style, span=spec.span)
    air = style.size // 3
    width, height = line.width + 2 * air, style.size + 2 * (air // 2)
    beside = (place.width < room.width and room.right - place.right >= width) or (
        place.height < room.height and room.bottom - place.bottom >= height
    )
    corner = room if beside else place
    x = corner.x if spec.corner == "left" else corner.right - width
    patch = Rect(x, corner.bottom - height, width, height)
    words_set = placed_in(line, style, patch.x + air, patch.y + air // 2, ink=BLACK)
    return [words_set] if beside else [Patch((patch,), PAPER), words_set]


def _other_shape(advert: Advert, room: Rect, place: Rect) -> Diagnostic:
    spec = advert.spec
    size = f"{in_mm(room.width)} × {in_mm(room.height)}"
    shown = f"{in_mm(place.width)} × {in_mm(place.height)}"
    wide = advert.width
    deep = max(1, round(Fraction(wide * room.height, room.width)))
    why = Both(
        f"its picture has another shape ({wide} × {advert.height} pixels), and "
        "an advert is never distorted",
        f"来样形状不同（{wide} × {advert.height} 像素），广告不能变形",
    )
    fix = Both(
        f"ask for one of {wide} × {deep} pixels, write `crop: true` to cut it, or "
        "give it another slot",
        f"请对方改成 {wide} × {deep} 像素，或写 `crop: true` 裁切，或换版位",
    )
    if advert.art is not None:
        why = Both(
            "the drawing has another shape, and an advert is never distorted",
            "图稿形状不同，广告不能变形",
        )
        fix = Both(
            f"ask for one of {size}, or give it another slot",
            f"请对方改成 {size}，或换版位",
        )
    return warning(
        "advert-shape",
        spec.span,
        Both(
            f'the advert "{spec.file.name}" fills {shown} of its slot\'s {size}',
            f"广告“{spec.file.name}”排成 {shown}，版位为 {size}，四周留白",
        ),
        why=why,
        fix=fix,
    )


def _other_size(advert: Advert, room: Rect, size: Size) -> Diagnostic:
    name, allowed = advert.spec.file.name, in_mm(SLACK)
    has = f"{in_mm(size.width)} × {in_mm(size.height)}"
    wanted = f"{in_mm(room.width)} × {in_mm(room.height)}"
    return error(
        "advert-size",
        advert.spec.span,
        Both(
            f'the advert "{name}" is {has}, its place {wanted}',
            f"广告“{name}”成品尺寸 {has}，版位为 {wanted}",
        ),
        why=Both(
            f"a supplied PDF fills its place; each side may differ by {allowed}",
            f"PDF 来样须占满版位，每边误差不超过 {allowed}",
        ),
        fix=Both(
            f"ask for a PDF with a trim of {wanted}, or give it a slot of its size",
            f"请对方把成品尺寸改为 {wanted}，或换一个尺寸相符的版位",
        ),
    )
