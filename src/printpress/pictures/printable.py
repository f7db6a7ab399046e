"""All pictures of an issue made printable, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from printpress.diagnostics import Both, Diagnostic, Severity, Span
from printpress.geometry import Rect
from printpress.pictures.convert import (
    ConvertedPicture,
    Frame,
    convert,
    effective_ppi,
    pixels_needed,
)
from printpress.pictures.faults import PictureError, unreadable
from printpress.spec.press import PressSpec
from printpress.units import in_mm

WHITE = ConvertedPicture(1, 1, "grey", b"\xff")
"""What stands in proofs for a picture that cannot be decoded: bare paper."""


class Placed(Protocol):
    """A picture in its place on a page."""

    @property
    def rect(self) -> Rect:
        """Where it stands."""

    @property
    def path(self) -> Path:
        """Its file."""

    @property
    def focus(self) -> tuple[Fraction, Fraction]:
        """What stays in sight."""

    @property
    def width_px(self) -> int:
        """Pixels that its file has across."""

    @property
    def height_px(self) -> int:
        """Pixels that its file has down."""

    @property
    def span(self) -> Span | None:
        """Where it is asked for."""

    @property
    def k_only(self) -> bool:
        """Whether only the black plate is printed on its page."""


def frame_of(placed: Placed, press: PressSpec) -> Frame:
    """What the picture is to fill, and how."""
    rect = placed.rect
    return Frame(
        *(rect.width, rect.height, placed.focus, press.target_ppi, press.tac),
        k_only=placed.k_only,
    )


def resolution_findings(
    pictures: Iterable[Placed], press: PressSpec
) -> tuple[Diagnostic, ...]:
    """Pictures with too few pixels for their size on the page.

    Opens no file, so that checking an issue decodes nothing.
    """
    found: list[Diagnostic] = []
    for placed in pictures:
        frame = frame_of(placed, press)
        ppi = effective_ppi(placed.width_px, placed.height_px, frame)
        if ppi < press.warn_ppi:
            found.append(_coarse(placed, ppi, press))
    return tuple(found)


def _coarse(placed: Placed, ppi: int, press: PressSpec) -> Diagnostic:
    frame = frame_of(placed, press)
    refused = ppi < press.error_ppi
    limit = press.error_ppi if refused else press.warn_ppi
    wide, deep = pixels_needed(placed.width_px, placed.height_px, frame, press.warn_ppi)
    least = in_mm(frame.width * ppi // press.warn_ppi)
    return Diagnostic(
        "low-ppi",
        Severity.ERROR if refused else Severity.WARNING,
        placed.span,
        Both(
            f'the picture "{placed.path.name}" has {ppi} pixels per inch at '
            f"{in_mm(frame.width)} wide; {limit} are the least",
            f"图片“{placed.path.name}”排 {in_mm(frame.width)} 宽只有 {ppi} ppi，"
            f"至少要 {limit}",
        ),
        why=Both(
            "its pixels show as steps and blur on newsprint",
            "像素太少，印出来会发虚、有锯齿",
        ),
        fix=Both(
            f"use one of at least {wide} × {deep} pixels (this has {placed.width_px} × "
            f"{placed.height_px}), or a slot of at most {least}",
            f"换一张至少 {wide} × {deep} 像素的（这张 {placed.width_px} × "
            f"{placed.height_px}），或排在不宽于 {least} 的版位",
        ),
    )


def _converted(placed: Placed, frame: Frame, folder: Path | None) -> ConvertedPicture:
    if folder is None:
        return convert(placed.path, frame)
    from printpress.pictures.cache import keep, kept, key_of

    try:
        key = key_of(placed.path, frame)
    except OSError as trouble:
        raise unreadable(trouble) from trouble
    found = kept(folder, key)
    if found is None:
        found = convert(placed.path, frame)
        keep(folder, key, found)
    return found


def prepare(
    pictures: Mapping[str, Placed], press: PressSpec, cache: Path | None
) -> tuple[dict[str, ConvertedPicture], tuple[Diagnostic, ...]]:
    """Every picture converted, by its name, and those that cannot be decoded.

    *cache* is a folder that keeps conversions from run to run, or None. A damaged
    picture is an error and stands as white paper in proofs; coarse ones are told of
    before, by :func:`resolution_findings`.
    """
    converted: dict[str, ConvertedPicture] = {}
    found: list[Diagnostic] = []
    for name, placed in pictures.items():
        try:
            converted[name] = _converted(placed, frame_of(placed, press), cache)
        except PictureError as trouble:
            found.append(trouble.told(placed.path.name, placed.span))
            converted[name] = WHITE
    return converted, tuple(found)
