"""Issues: which story goes where on which page."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from printpress.diagnostics import Diagnostic, Span
from printpress.spec.edition import EditionSpec
from printpress.spec.fonts import FontsSpec
from printpress.spec.house import House
from printpress.spec.layout import LayoutSpec
from printpress.spec.press import PressSpec
from printpress.spec.source import Located, MappingNode
from printpress.spec.story import StoryFile
from printpress.spec.supplied import AdvertSpec, CodeSpec, DayWeather


@dataclass(frozen=True, slots=True)
class Placement:
    """A story's name in a slot."""

    story: str
    """The story's id."""
    span: Span = field(compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page of the issue."""

    numbers: tuple[int, ...]
    """Its page number; two for a spread (通版)."""
    layout: LayoutSpec
    """Its layout."""
    section: str
    """The section's name in the folio (要闻); empty if none."""
    credits: tuple[tuple[str, str], ...]
    """Posts and names in the folio, in the order in which papers give them."""
    stories: Mapping[str, tuple[Placement, ...]]
    """Stories by slot, the slots in the layout's order."""
    adverts: Mapping[str, AdvertSpec]
    """Adverts by slot."""
    codes: Mapping[str, CodeSpec]
    """QR codes by slot."""
    span: Span = field(compare=False)
    """Its number in the issue."""
    node: MappingNode | None = field(default=None, compare=False, repr=False)
    """What was read, for ``printpress explain``."""


@dataclass(frozen=True, slots=True)
class JumpSpec:
    """Where a story goes on that its first slot does not hold (转版)."""

    story: str
    """The story's id."""
    page_no: int
    """The page, which comes after the story's own."""
    slot: str
    """The slot on it, which holds nothing else."""
    span: Span = field(compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class IssueSpec:
    """One dated number of the paper, every name in it resolved."""

    file: Path
    """``issue.yaml``."""
    folder: Path
    """Its folder."""
    root: Path
    """The paper's folder."""
    shown: str
    """The file as shown to people."""
    date: dt.date
    """The day it appears."""
    closed: dt.datetime | None
    """When its copy was closed; None where the issue does not say."""
    number: int
    """Its running number (期号)."""
    editions: tuple[EditionSpec, ...]
    """Editions to make, in the order written."""
    press: PressSpec
    """Where it is printed."""
    house: House
    """The paper's style."""
    fonts: FontsSpec
    """The faces."""
    pages: tuple[PageSpec, ...]
    """Pages 1 to N."""
    jumps: tuple[JumpSpec, ...]
    """Stories that may go on elsewhere, in the order written."""
    pins: Mapping[str, Located[str]]
    """Decisions a person fixed: ``1.lead.picture.rows``."""
    accepted: tuple[str, ...]
    """Lints that are not to speak in this issue."""
    accepted_in_print: Mapping[str, str]
    """Rule of the preflight → why the issue breaks it on purpose."""
    spare: tuple[StoryFile, ...]
    """Stories of its folder that stand on no page, as far as they can be read."""
    stories: Mapping[str, StoryFile]
    """Every placed story by its id."""
    total: int | None
    """Issues since the first (总第N期); None where the paper does not count them."""
    weather: tuple[DayWeather, ...]
    """The weather, from today on; empty if not told."""
    span: Span = field(compare=False)
    """The file's first token."""
    unfilled: tuple[Diagnostic, ...] = field(default=(), compare=False)
    """What its pages still wait for: slots without a story or an advert, weather."""
    variants: "Mapping[str, Variant]" = field(default_factory=dict, compare=False)
    """Edition → what it has of its own; see :func:`.edition_pages.issue_of`."""
    refused: Mapping[str, tuple[Diagnostic, ...]] = field(
        default_factory=dict, compare=False
    )
    """Editions that cannot be made, with the reasons; the others can."""
    told: Mapping[str, tuple[Diagnostic, ...]] = field(
        default_factory=dict, compare=False
    )
    """Edition → what there is to say of its own files, refused or not."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What an edition of an issue has in place of the base's.

    Its fields take the place of those of the same names in :class:`IssueSpec`.
    """

    pages: tuple[PageSpec, ...]
    """All pages; those that it has as the base are the base's own records."""
    jumps: tuple[JumpSpec, ...]
    """As the issue's."""
    pins: Mapping[str, Located[str]]
    """As the issue's."""
    accepted: tuple[str, ...]
    """The base's, and its own."""
    spare: tuple[StoryFile, ...]
    """As the issue's, its own included."""
    stories: Mapping[str, StoryFile]
    """Every story that it places."""
    weather: tuple[DayWeather, ...]
    """As the issue's."""
    unfilled: tuple[Diagnostic, ...]
    """What its pages wait for."""
