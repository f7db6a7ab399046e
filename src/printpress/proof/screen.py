"""Reading copies for screens: an RGB file for chats, and JPEG pages for a 公众号."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from printpress.display.draw import picture_name
from printpress.display.ops import DisplayList, Op, PlaceForm, PlaceImage
from printpress.geometry import Rect, Size
from printpress.makeup.placed import PlacedPicture
from printpress.pictures.screen import ScreenPicture, for_screen, seen_through
from printpress.pipeline import MadeUp, write_pages
from printpress.proof.pictures import jpeg_of, jpeg_pages

FORM_PPI: Final = 200
"""Pixels per inch at which supplied pages are drawn: they may hold small type."""


def screen_file(made: MadeUp, pages: Sequence[DisplayList]) -> bytes:
    """Some of the pages as a PDF in RGB, its pictures as JPEG.

    Supplied pages keep their inks wherever they are placed, so they become pictures.
    """
    issue = made.issue
    root, labels = issue.house.root, {page.label for page in pages}
    placed = {
        picture_name(one, root): one
        for page, drawn in zip(made.makeup.pages, made.pages, strict=True)
        if drawn.label in labels
        for one in page.placed
        if isinstance(one, PlacedPicture)
    }
    pictures = {name: for_screen(one, issue.press) for name, one in placed.items()}
    for page in pages:
        for op in page.ops:
            if isinstance(op, PlaceForm):
                pictures[_named(op)] = _drawn(made, op)
    seen = seen_through(issue.press.output.icc)
    return write_pages(made, pictures, map(_without_forms, pages), seen=seen)


def screen_pages(pdf: bytes, width: int) -> Iterator[bytes]:
    """Each page of that file as a JPEG so many pixels wide."""
    return jpeg_pages(pdf, width)


def _without_forms(page: DisplayList) -> DisplayList:
    def without(op: Op) -> Op:
        return PlaceImage(op.rect, _named(op)) if isinstance(op, PlaceForm) else op

    return replace(page, ops=tuple(map(without, page.ops)))


def _named(form: PlaceForm) -> str:
    return f"{form.name}@{form.rect.width}x{form.rect.height}"


def _drawn(made: MadeUp, form: PlaceForm) -> ScreenPicture:
    """A supplied page as a picture of its place."""
    size = Size(form.rect.width, form.rect.height)
    moved = replace(form, rect=Rect(0, 0, size.width, size.height))
    alone = DisplayList(1, size, 0, (moved,))
    return ScreenPicture(*jpeg_of(write_pages(made, {}, [alone]), FORM_PPI))
