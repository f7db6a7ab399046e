"""All pictures of an issue made printable, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from printpress.diagnostics import Both, Diagnostic, Severity, Span, error
from printpress.geometry import Rect
from printpress.pictures.convert import ConvertedPicture, Frame, effective_ppi
from printpress.pictures.header import read_header
from printpress.spec.press import PressSpec
from printpress.units import INCH, in_mm


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
    def span(self) -> Span | None:
        """Where it is asked for."""


def frame_of(placed: Placed, press: PressSpec) -> Frame:
    """What the picture is to fill, and how."""
    rect = placed.rect
    return Frame(rect.width, rect.height, placed.focus, press.target_ppi, press.tac)


def resolution_findings(
    pictures: Iterable[Placed], press: PressSpec
) -> tuple[Diagnostic, ...]:
    """Pictures with too few pixels for their size on the page."""
    found: list[Diagnostic] = []
    for placed in pictures:
        header = read_header(placed.path)
        frame = frame_of(placed, press)
        ppi = effective_ppi(header.width_px, header.height_px, frame)
        if ppi >= press.warn_ppi:
            continue
        needed = -(-frame.width * press.warn_ppi // INCH)
        severity = Severity.ERROR if ppi < press.error_ppi else Severity.WARNING
        found.append(
            Diagnostic(
                "low-ppi",
                severity,
                placed.span,
                Both(
                    f'the picture "{placed.path.name}" has {ppi} pixels per inch at '
                    f"{in_mm(frame.width)} wide; the press wants {press.warn_ppi}",
                    f"图片“{placed.path.name}”在 {in_mm(frame.width)} 宽时只有 "
                    f"{ppi} ppi，印厂要求 {press.warn_ppi}",
                ),
                fix=Both(
                    f"send a picture at least {needed} pixels wide, or place it "
                    "smaller",
                    f"换一张至少 {needed} 像素宽的图片，或把它排小",
                ),
            )
        )
    return tuple(found)


def _unreadable(placed: Placed) -> Diagnostic:
    return error(
        "picture-unreadable",
        placed.span,
        Both(
            f'the picture "{placed.path.name}" cannot be used: its pixels are damaged '
            "or cut off",
            f"图片“{placed.path.name}”不能用：像素数据损坏或不完整",
        ),
        fix=Both(
            "send the picture again as a JPEG or PNG file",
            "请重新提供 JPEG 或 PNG 格式的图片",
        ),
    )


def _converted(placed: Placed, frame: Frame, folder: Path | None) -> ConvertedPicture:
    from printpress.pictures.cache import keep, kept, key_of

    key = key_of(placed.path, frame) if folder else ""
    found = kept(folder, key) if folder else None
    if found is None:
        from printpress.pictures.convert import convert

        found = convert(placed.path, frame)
        if folder:
            keep(folder, key, found)
    return found


def prepare(
    pictures: Mapping[str, Placed], press: PressSpec, cache: Path | None
) -> tuple[dict[str, ConvertedPicture], tuple[Diagnostic, ...]]:
    """Every picture converted, by its name, and those whose pixels are damaged.

    *cache* is a folder that keeps conversions from run to run, or None. A damaged
    picture is an error and stands as white paper in proofs.
    """
    converted: dict[str, ConvertedPicture] = {}
    found: list[Diagnostic] = []
    for name, placed in pictures.items():
        try:
            converted[name] = _converted(placed, frame_of(placed, press), cache)
        except (OSError, ValueError, SyntaxError):  # what Pillow raises for bad files
            found.append(_unreadable(placed))
            converted[name] = ConvertedPicture(1, 1, "grey", b"\xff")
    return converted, tuple(found)
