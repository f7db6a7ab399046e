"""Editions: what differs from town to town."""

from dataclasses import dataclass, field
from pathlib import Path

from printpress.diagnostics import Span
from printpress.spec.register import Register
from printpress.spec.source import MappingNode


@dataclass(frozen=True, slots=True)
class EditionSpec:
    """One town's variant of the paper (地方版)."""

    name: str
    """The file's stem."""
    code: str
    """Its short mark in file names."""
    town: str
    """The town, as the masthead and the folio name it; empty if none."""
    copublisher: str
    """The co-publisher line; empty if none."""
    qr_url: str
    """What its QR code leads to; empty for no code."""
    qr_caption: tuple[str, ...]
    """Lines beside the code, as they break."""
    officials: Register | None
    """Names and posts that copy is checked against; None if there is no register."""
    span: Span = field(compare=False)
    """The file's first token."""
    node: MappingNode | None = field(default=None, compare=False, repr=False)
    """What was read, for ``printpress explain``."""
    groups: tuple[str, ...] = ()
    """Names of groups that it belongs to, by which issues call several editions."""
    nameplate: Path | None = None
    """A drawing of the paper's name in place of the layout's."""
    pages: MappingNode | None = field(default=None, compare=False, repr=False)
    """What it has otherwise on pages of every issue, as written."""
