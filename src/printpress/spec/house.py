"""The house: what one paper looks like, on every page and in every issue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from printpress.colour import Ink
from printpress.diagnostics import Span
from printpress.geometry import Size
from printpress.spec.fields import place_at
from printpress.spec.source import MappingNode


@dataclass(frozen=True, slots=True)
class Paper:
    """Who the paper is."""

    name: str
    """Its name, as the masthead has it."""
    slogan: str
    """Its slogan without separators; empty if it has none."""
    kind: Literal["newspaper", "internal"]
    """A licensed newspaper, or 内部资料."""
    latin: str
    """Pinyin or the town's name, set small beside the name; empty if none."""


@dataclass(frozen=True, slots=True)
class Registration:
    """What the law wants printed; empty where the house gives none."""

    number: str = ""
    """The national serial number (CN) or 准印证 number."""
    authority: str = ""
    """Who is in charge of the publisher (主管)."""
    publisher: str = ""
    """Who publishes (主办), or compiles 内部资料 (编印)."""
    address: str = ""
    """Where."""
    postcode: str = ""
    """Its postcode."""
    phone: str = ""
    """Telephone of the newsroom."""
    hotline: str = ""
    """Telephone for complaints."""
    distribution: str = ""
    """How it is distributed."""
    advert_licence: str = ""
    """The advertising licence."""
    printer: str = ""
    """Who prints."""
    price: str = ""
    """Price as printed: 免费."""
    recipients: str = ""
    """Whom 内部资料 is sent to."""
    copies: str = ""
    """How many copies are printed."""
    max_pages: int | None = None
    """Pages the licence allows; None if it does not say."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """The sheet after cutting, and where the type area begins."""

    trim: Size
    """Width and height after cutting."""
    left: int
    """EMU from the trim's left edge to the type area's."""
    top: int
    """EMU from the trim's top edge to the type area's."""


@dataclass(frozen=True, slots=True)
class GridSpec:
    """The lattice of every page."""

    columns: int
    """Base columns (基本栏)."""
    cells: Fraction
    """Body ems in a column."""
    gutter: Fraction
    """Body ems between two columns."""
    rows: int
    """Body rows from head to foot."""
    row: int
    """EMU from one baseline to the next."""


@dataclass(frozen=True, slots=True)
class Latin:
    """How Latin letters and digits stand inside Chinese."""

    font: str = ""
    """Their face; empty for that of the copy around."""
    size: Fraction = Fraction(1)
    """Their size, as a share of the copy's."""
    rise: Fraction = Fraction(0)
    """Ems by which their baseline is above the copy's; negative: below."""


@dataclass(frozen=True, slots=True)
class Body:
    """How running text is set."""

    font: str
    """Face of Han text."""
    latin: Latin
    """Face, size and baseline of Latin letters and digits."""
    size: int
    """Type size, EMU."""
    indent: Fraction
    """Ems before a paragraph's first character."""
    narrow_indent: Fraction
    """The most of them in a column narrower than 12 ems."""
    autospace: Fraction
    """Ems between Han and Latin."""
    autospace_most: Fraction
    """Ems to which that may grow when a line is filled."""
    prohibition: str
    """Level of 避头尾: none, basic, gb, newspaper, strict."""
    punctuation: str | Mapping[str, Fraction]
    """A style's name, or widths in ems by class of mark."""
    short: Literal["last", "spread"]
    """Where missing rows are left: at the foot of the last column, or shared."""
    uneven: int
    """Rows that a column may end early so that no line stands alone."""
    hanging: bool
    """Whether stops may hang in the margin."""
    figures: Literal["natural", "even"]
    """Whether digits all take the same width, for figures below each other."""
    hyphenate: Literal["none", "en_GB", "en_US"]
    """Language by whose patterns Western words are parted at line ends."""
    adjust: Literal["push-in", "push-out"]
    """Whether a line is squeezed before a character goes to the next, or never."""


@dataclass(frozen=True, slots=True)
class Role:
    """How an element looks; what is None is the body's or the program's choice."""

    font: str | None = None
    """Face."""
    latin: Latin | None = None
    """Face, size and baseline of Latin letters and digits; None for the face's own."""
    figures: Literal["natural", "even"] | None = None
    """Widths of its digits; None for the body's."""
    size: tuple[int, int] | None = None
    """Smallest and largest type size, EMU; equal ends where one is given."""
    row: int | None = None
    """Its own row pitch, EMU."""
    fill: tuple[Fraction, Fraction] | None = None
    """Share of the width that a headline fills, least and most."""
    tracking: Fraction | None = None
    """Most ems added between the characters of a headline that is short."""
    rows: tuple[int, int] | None = None
    """Body rows that the heading group may take, least and most."""
    at: str | None = None
    """``start`` or ``end``: where a byline stands."""
    align: str | None = None
    """``left``, ``center`` or ``right``; for verse also ``block``."""
    indent: Fraction | None = None
    """Ems that a block stands in from its side of the column."""
    bullet: str | None = None
    """What hangs before an item of a list."""
    rules: str | None = None
    """A table's: ``three``, ``grid`` or ``none``."""
    colour: str | None = None
    """A name of :attr:`House.colours`."""
    reverse: str | None = None
    """A kicker's or deck's: the colour of the label on which it stands in white."""
    body: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Fields of :class:`Body` that its stories have otherwise than the house."""
    kicker: "Role | None" = None
    """Its kicker (引题)."""
    headline: "Role | None" = None
    """Its headline (主题)."""
    deck: "Role | None" = None
    """Its deck (副题)."""
    number: "Role | None" = None
    """Its page number: a folio's, a guide line's."""
    label: "Role | None" = None
    """Its label: 问 and 答, a list's number or bullet, a table's head."""
    span: Span = field(default=Span("", 0, 0), compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a page may give way to make copy fit."""

    ladder: tuple[str, ...]
    """What is tried, in this order."""
    picture_rows: int
    """Rows that a picture may grow or shrink by."""
    headline_size: int
    """EMU that a headline may grow or shrink by."""


@dataclass(frozen=True, slots=True)
class JumpWords:
    """What the paper prints where a story goes on at another page."""

    line: str = "（下转第{page}版）"
    """At the end of the first part; ``{page}`` or ``{han}`` is the page."""
    origin: str = "（上接第{page}版）"
    """At the beginning of the continuation."""


@dataclass(frozen=True, slots=True)
class Review:
    """Who must have signed a page before it is printed (三审三校)."""

    needed: tuple[str, ...] = ()
    """Stages that every page must be signed for."""
    unsigned: Literal["refuse", "warn"] = "refuse"
    """What happens to pages that are not, or whose signatures have lapsed."""


@dataclass(frozen=True, slots=True)
class House:
    """One paper's identity and style."""

    file: Path
    """Its own file, not its base's: ``layouts/house.yaml``."""
    root: Path
    """The paper's folder."""
    paper: Paper
    """Who it is."""
    registration: Registration
    """What the law wants printed."""
    sizes: Mapping[str, int]
    """Named type sizes (号), EMU."""
    colours: Mapping[str, Ink]
    """Named inks; ``black`` and ``paper`` are always there."""
    page: PageSize
    """The sheet."""
    grid: GridSpec
    """The lattice."""
    body: Body
    """Running text."""
    roles: Mapping[str, Role]
    """How each element looks, by the element's name or a slot's role."""
    fit: Fit
    """The fit ladder."""
    words: tuple[str, ...]
    """Names and terms that a heading is never broken in."""
    jump: JumpWords
    """Its words for stories that go on at another page."""
    review: Review
    """What must be signed."""
    span: Span = field(compare=False)
    """The file's first token."""
    node: MappingNode | None = field(default=None, compare=False, repr=False)
    """What was read, bases merged in, for ``printpress explain``."""

    def place_of(self, *keys: str) -> Span:
        """Where the value of a key in a key is written; the file where it is not."""
        return place_at(self.node, *keys, default=self.span)

    @property
    def shown(self) -> str:
        """Its file from the root, for messages."""
        return self.file.relative_to(self.root).as_posix()
