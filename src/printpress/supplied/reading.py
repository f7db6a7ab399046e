"""The file of a supplied page: opened, its one page found, its boxes honoured.

Object streams, cross-reference streams, boxes that begin anywhere and turned pages are
all as good as plain ones: pypdf reads them, and what is taken over knows none of it.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final, cast

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.generic import DictionaryObject, RectangleObject

from printpress.diagnostics import Both
from printpress.supplied.copying import MOST_BYTES, Copies
from printpress.supplied.faults import (
    SuppliedError,
    encrypted,
    not_one_page,
    not_opened,
    too_large,
    unreadable,
)
from printpress.supplied.record import Box, SuppliedPage, Turn
from printpress.units import PT

PAGES_KEPT: Final = 8
"""Supplied pages that are kept once they are read."""

LARGEST_FILE: Final = 200_000_000
"""Bytes of a file, at most."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


@contextmanager
def _reading() -> Iterator[None]:
    """What pypdf raises over bytes, which may be anything, told of the file.

    Its own limits are for pages of text: a full page's picture is larger unpacked.
    """
    try:
        with apply_configuration(
            maximum_declared_stream_length=LARGEST_FILE,
            zlib_maximum_output_length=MOST_BYTES,
            lzw_maximum_output_length=MOST_BYTES,
            run_length_maximum_output_length=MOST_BYTES,
        ):
            yield
    except (SuppliedError, MemoryError):
        raise
    except Exception as trouble:
        told = f"{type(trouble).__name__}: {trouble}"
        raise unreadable(Both(told, told)) from trouble


def read_page(file: Path, name: str) -> SuppliedPage:
    """The file's one page; *name* is what display lists call it.

    Raises :class:`SuppliedError` where the file cannot be placed.
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            most = LARGEST_FILE // 1_000_000
            raise too_large(Both(f"over {most} MB", f"超过 {most} MB"))
        contents = file.read_bytes()
    except OSError as trouble:
        raise not_opened(trouble) from trouble
    return _kept(contents, name)


@lru_cache(maxsize=PAGES_KEPT)
def _kept(contents: bytes, name: str) -> SuppliedPage:
    """The same; the last few are kept, for a preview asks again with every edit."""
    return page_in(contents, name)


def page_in(contents: bytes, name: str) -> SuppliedPage:
    """The one page of a file's bytes; raises :class:`SuppliedError`."""
    with _reading():
        reader = _opened(contents)
        if len(reader.pages) != 1:
            raise not_one_page(len(reader.pages))
        return _taken(reader.pages[0], name)


def _opened(contents: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(contents), strict=False)
    except Exception as trouble:
        if b"/Encrypt" in contents:  # in a way that pypdf cannot undo
            raise encrypted() from trouble
        raise
    if reader.is_encrypted:
        raise encrypted()
    return reader


def _taken(page: PageObject, name: str) -> SuppliedPage:
    if page.rotation % 90:
        raise ValueError("Rotate is no right angle")
    drawn = page.get_contents()
    content = bytes(drawn.get_data()) if drawn is not None else b""
    resources = page.get("/Resources")
    copies = Copies(DictionaryObject() if resources is None else resources)
    group = page.get("/Group")
    group_number = None if group is None else copies.take(group)
    return SuppliedPage(
        name,
        _box(page),
        cast(Turn, page.rotation % 360),
        content,
        tuple(copies.objects),
        group_number,
        tuple(copies.spots),
        _plates(content, copies),
    )


def _box(page: PageObject) -> Box:
    """What is to be seen of the page: its trim, else what says so instead."""
    named: RectangleObject = page.cropbox
    if "/TrimBox" in page:
        named = page.trimbox
    elif "/ArtBox" in page:
        named = page.artbox
    x0, y0, x1, y1 = (round(float(edge) * PT) for edge in named)
    left, foot, right, head = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    if left == right or foot == head:
        raise ValueError("its page has no size")
    return left, foot, right, head


_CMYK: Final = re.compile(rb"((?:-?[\d.]+\s+){4})[kK]\b")


def _plates(content: bytes, copies: Copies) -> tuple[str, ...]:
    """Process plates that may carry it, rather too many than too few."""
    streams = [content]
    streams += (
        one.stream
        for one in copies.objects
        if one.stream and any(b"/Form" in p for p in one.parts if isinstance(p, bytes))
    )
    found = {"K"}
    for plate, colorant in zip(
        "CMYK", ("Cyan", "Magenta", "Yellow", "Black"), strict=True
    ):
        if colorant in copies.spaces:
            found.add(plate)
    if "DeviceCMYK" in copies.spaces or any(b"/DeviceCMYK" in s for s in streams):
        found |= set("CMYK")
    for stream in streams:
        for operands in set(_CMYK.findall(stream)):
            shares = zip("CMYK", operands.split(), strict=True)
            found |= {plate for plate, share in shares if share.strip(b"-0.")}
    return tuple(plate for plate in "CMYK" if plate in found)
