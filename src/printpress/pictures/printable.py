"""All pictures of an issue made printable, and what is wrong with them."""

import os
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from printpress.diagnostics import Both, Diagnostic, Severity, Span
from printpress.geometry import Rect
from printpress.pictures.blacks import held_back
from printpress.pictures.colour import PressProfile
from printpress.pictures.convert import ConvertedPicture, convert
from printpress.pictures.faults import PictureError, profile_ignored, unreadable
from printpress.pictures.frame import Frame, effective_ppi, pixels_needed
from printpress.pictures.packed import PackedPicture, pack
from printpress.spec.press import PressSpec
from printpress.units import in_mm

WHITE = ConvertedPicture(1, 1, "grey", b"\xff")
"""What stands in proofs for a picture that cannot be decoded: bare paper."""

MOST_AT_ONCE = 4
"""Pictures converted side by side: each may fill a quarter of a gigabyte meanwhile."""


_ART = Both("line art", "线条图")

_WHY = Both(
    "its pixels show as steps and blur on newsprint", "像素太少，印出来会发虚、有锯齿"
)

_WHY_ART = Both(
    "black and white without greys between them shows every pixel as a step",
    "非黑即白、没有过渡的图，每个像素都会印成锯齿",
)


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

    @property
    def bilevel(self) -> bool:
        """Whether it is art in black and white alone, without tones."""


def frame_of(placed: Placed, press: PressSpec) -> Frame:
    """What the picture is to fill, and how."""
    rect = placed.rect
    return Frame(
        *(rect.width, rect.height, placed.focus, press.target_ppi, press.tac),
        k_only=placed.k_only,
        line_ppi=press.line_art_ppi,
    )


def profile_of(press: PressSpec) -> PressProfile | None:
    """The profile that the press's file names, or None.

    One that went away since it was checked counts as none here: files for the shop are
    refused without it.
    """
    if press.output.icc is None:
        return None
    try:
        return PressProfile(press.output.icc.read_bytes())
    except OSError:
        return None


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
        if ppi < limits_of(placed, press)[0]:
            found.append(_coarse(placed, ppi, press))
    return tuple(found)


def limits_of(placed: Placed, press: PressSpec) -> tuple[int, int]:
    """Pixels per inch below which the picture is looked at, and is refused."""
    if placed.bilevel:
        return press.line_art_ppi, press.line_art_error_ppi
    return press.warn_ppi, press.error_ppi


def _coarse(placed: Placed, ppi: int, press: PressSpec) -> Diagnostic:
    frame = frame_of(placed, press)
    enough, fewest = limits_of(placed, press)
    refused = ppi < fewest
    limit = fewest if refused else enough
    wide, deep = pixels_needed(placed.width_px, placed.height_px, frame, enough)
    least = in_mm(frame.width * ppi // enough)
    what = _ART if placed.bilevel else Both("picture", "图片")
    return Diagnostic(
        "low-ppi",
        Severity.ERROR if refused else Severity.WARNING,
        placed.span,
        Both(
            f'the {what.en} "{placed.path.name}" has {ppi} pixels per inch at '
            f"{in_mm(frame.width)} wide; {limit} are the least",
            f"{what.zh}“{placed.path.name}”排 {in_mm(frame.width)} 宽只有 {ppi} ppi，"
            f"至少要 {limit}",
        ),
        why=_WHY_ART if placed.bilevel else _WHY,
        fix=Both(
            f"use one of at least {wide} × {deep} pixels (this has {placed.width_px} × "
            f"{placed.height_px}), or a slot of at most {least}",
            f"换一张至少 {wide} × {deep} 像素的（这张 {placed.width_px} × "
            f"{placed.height_px}），或排在不宽于 {least} 的版位",
        ),
    )


@dataclass(frozen=True, slots=True)
class _Conversion:
    """One picture to be had: from the cache, or made."""

    path: Path
    frame: Frame
    profile: PressProfile | None
    """What the press's inks look like."""
    folder: Path | None
    """The cache."""
    key: str
    """Its name there."""
    black_max: int
    """The most black that the press prints, per mille."""

    @staticmethod
    def of(
        placed: Placed,
        press: PressSpec,
        profile: PressProfile | None,
        folder: Path | None,
    ) -> "_Conversion":
        """Raises ``PictureError`` where the file cannot be read."""
        frame, most = frame_of(placed, press), press.black_max
        if folder is None:
            return _Conversion(placed.path, frame, profile, None, "", most)
        from printpress.pictures.cache import key_of

        try:
            key = key_of(placed.path, frame, profile, most)
        except OSError as trouble:
            raise unreadable(trouble) from trouble
        return _Conversion(placed.path, frame, profile, folder, key, most)

    def kept(self) -> PackedPicture | None:
        """What an earlier run kept of it."""
        if self.folder is None:
            return None
        from printpress.pictures.cache import kept

        return kept(self.folder, self.key)

    def made(self) -> PackedPicture | PictureError:
        """The picture converted, and kept for the next run."""
        try:
            converted = convert(self.path, self.frame, self.profile)
            picture = pack(held_back(converted, self.black_max))
        except PictureError as trouble:
            return trouble
        # What is kept is not told of again.
        if self.folder is not None and not picture.profile_ignored:
            from printpress.pictures.cache import keep

            keep(self.folder, self.key, picture)
        return picture


def _made(
    wanted: Mapping[str, _Conversion],
) -> dict[str, PackedPicture | PictureError]:
    """The pictures converted, several at once: Pillow and igzip work side by side."""
    if len(wanted) < 2:  # noqa: PLR2004 - no more than one
        return {name: one.made() for name, one in wanted.items()}
    from concurrent.futures import ThreadPoolExecutor

    # The filters of warnings belong to the whole program, and conversions that change
    # them side by side would leave them changed: here they are put back.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ThreadPoolExecutor(min(MOST_AT_ONCE, os.cpu_count() or 1)) as several:
            made = several.map(_Conversion.made, wanted.values())
            return dict(zip(wanted, made, strict=True))


def prepare(
    pictures: Mapping[str, Placed], press: PressSpec, cache: Path | None
) -> tuple[dict[str, PackedPicture], tuple[Diagnostic, ...]]:
    """Every picture converted, by its name, and those that cannot be decoded.

    *cache* is a folder that keeps conversions from run to run, or None. A damaged
    picture is an error and stands as white paper in proofs; coarse ones are told of
    before, by :func:`resolution_findings`.
    """
    had: dict[str, PackedPicture | PictureError] = {}
    wanted: dict[str, _Conversion] = {}
    profile = profile_of(press)
    for name, placed in pictures.items():
        try:
            conversion = _Conversion.of(placed, press, profile, cache)
        except PictureError as trouble:
            had[name] = trouble
            continue
        if found := conversion.kept():
            had[name] = found
        else:
            wanted[name] = conversion
    had |= _made(wanted)
    if cache and wanted:
        from printpress.pictures.cache import tidy

        tidy(cache)
    return _told(pictures, had)


def _told(
    pictures: Mapping[str, Placed], had: Mapping[str, PackedPicture | PictureError]
) -> tuple[dict[str, PackedPicture], tuple[Diagnostic, ...]]:
    """The pictures in their order, white for those that cannot be had, and why."""
    converted: dict[str, PackedPicture] = {}
    found: list[Diagnostic] = []
    for name, placed in pictures.items():
        outcome = had[name]
        if isinstance(outcome, PictureError):
            found.append(outcome.told(placed.path.name, placed.span))
            outcome = pack(WHITE)
        elif outcome.profile_ignored:
            found.append(profile_ignored(placed.path.name, placed.span))
        converted[name] = outcome
    return converted, tuple(found)
