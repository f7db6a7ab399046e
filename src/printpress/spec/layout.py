"""Page layouts: slots and furniture on the lattice of columns and rows.

Columns and rows are inclusive pairs that count from 1, as people write them.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from printpress.diagnostics import Span
from printpress.spec.chart import ChartSpec
from printpress.spec.source import MappingNode

Cells = tuple[int, int]
"""First and last, both counted from 1 and both inside."""

LEAST_EMS = 4
"""Body ems that a column must hold: an indent and two characters."""

TIER_GAP = Fraction(3, 2)
"""Body ems between two tiers of vertical lines, at least (taste: as between columns).
"""

Use = Literal[
    "story",
    "picture",
    "guide",
    "notice",
    "advert",
    "brief",
    "weather",
    "imprint",
    "qr",
    "words",
    "test-chart",
]


FIXTURES = ("advert", "weather", "imprint", "qr", "words", "test-chart")
"""Uses of slots that take neither stories nor a guide; the house may leave out their
roles."""


@dataclass(frozen=True, slots=True)
class InsetSlot:
    """A place cut out of a slot's columns."""

    over: Cells
    """The slot's own columns it stands over, counted from 1."""
    at: Literal["top", "foot", "middle", "above"]
    """Place in those columns; ``above`` is over the heading, the slot's whole width."""
    rows: tuple[int, int]
    """Rows of the thing itself, least and most; a caption takes more."""
    span: Span = field(compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """A rectangle narrower than its column, beside which text runs on (绕排)."""

    ems: int
    """Body ems that it is wide."""
    side: Literal["right", "left"]
    """On which side of the column it stands."""


@dataclass(frozen=True, slots=True)
class PictureSlot(InsetSlot):
    """Where a story's picture stands inside its slot, or a group of them."""

    group: int = 1
    """How many pictures stand there with one caption (组图)."""
    stacked: bool = False
    """Whether they stand below each other, not side by side."""
    wrap: Wrap | None = None
    """How much of its column it takes; None: the whole."""


@dataclass(frozen=True, slots=True)
class QuoteSlot(InsetSlot):
    """Where words of a story are set large (引语)."""

    style: Literal["rules", "mark"] = "rules"
    """Between two rules, or below a large opening mark."""


@dataclass(frozen=True, slots=True)
class FactsSlot(InsetSlot):
    """Where a box of facts stands (资料框)."""

    frame: str = ""
    """As a slot's."""
    tint: str = ""
    """As a slot's."""


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """A hole in a page, with a name (版位)."""

    name: str
    """Its name in the issue."""
    cols: Cells
    """Base columns."""
    rows: Cells
    """Body rows."""
    use: Use
    """What stands there."""
    role: str
    """The house role by which it is set."""
    columns: int | None
    """Columns its width is divided into anew (破栏); None keeps the base columns."""
    pictures: tuple[PictureSlot, ...]
    """Where its story's pictures stand, in their order."""
    rule: Literal["above", "below", "none"]
    """A rule that parts it from its neighbour, inside the free row beside it."""
    left_rule: bool
    """Whether a rule in the gutter at its left parts it from its neighbour."""
    frame: str
    """Empty or the name of a frame: ``hairline``, ``double``, ``bold``, or a 花边."""
    tint: str
    """Empty or the name of a colour behind it."""
    items: tuple[int, int] | None
    """Entries of a guide, least and most."""
    title: str
    """Words over it; empty if none."""
    heading: Literal["above", "vertical", "beside", "inside", "run-in"]
    """Where its heading runs (盖文、竖题、串文、文包); ``run-in``: before its first
    words."""
    align: str
    """How its heading stands: ``left``, ``center``, ``right``; empty: the role's."""
    span: Span = field(compare=False)
    """Its name in the layout."""
    setting: Literal["across", "vertical"] = "across"
    """How its text runs; its ``columns`` are tiers where it runs down."""
    side: Literal["right", "left"] = "right"
    """Where a vertical heading stands beside its text."""
    heading_cols: int | None = None
    """Base columns that a vertical heading takes; None: as many cells as it needs."""
    quote: QuoteSlot | None = None
    """Where its story's pull quote stands."""
    facts: FactsSlot | None = None
    """Where its story's box of facts stands."""
    column_rule: int | None = None
    """Thickness of the rules between its columns, EMU; None for the layout's."""
    line: str = "single"
    """What its rule above or below looks like: ``single`` or a 花边."""
    between: str = "dots"
    """What parts several stories in it: a rule's name, ``diamond`` or ``none``."""
    words: tuple[str, ...] = ()
    """Lines that it says by itself (公益语)."""
    heading_over: Cells | None = None
    """Own columns that a heading beside or inside its text stands over; None: the left
    half, or all but the outer ones."""
    heading_at: int | str = "top"
    """Where a heading inside its text or on its picture stands: ``top``, ``middle``,
    ``foot``, or the row of the slot where it begins."""
    on: Literal["", "picture"] = ""
    """``picture``: the heading stands on the story's picture."""
    ink: str = ""
    """Colour of the heading; empty: the roles'."""
    reverse: str = ""
    """Colour of the bar on which the heading stands in white; empty: none."""
    initial: int | None = None
    """Rows of the first character of the text, where it is set large."""
    title_on: Literal["bar", "rule"] = "bar"
    """Whether its title stands in white on a bar, or in black over a rule."""
    chart: ChartSpec | None = None
    """What it draws of a press test (测试版)."""

    @property
    def base_columns(self) -> int:
        """How many base columns it is wide."""
        return self.cols[1] - self.cols[0] + 1

    @property
    def deep(self) -> int:
        """How many body rows it is deep."""
        return self.rows[1] - self.rows[0] + 1

    @property
    def own_columns(self) -> int:
        """How many columns its text has."""
        return self.columns or self.base_columns

    @property
    def inset_heading(self) -> bool:
        """Whether its heading stands over some of its columns only."""
        return self.heading in ("beside", "inside")

    @property
    def holds_one(self) -> bool:
        """Whether no stack of stories can be set so."""
        vertical = "vertical" in (self.heading, self.setting)
        return vertical or self.inset_heading or bool(self.on or self.initial)

    @property
    def heading_columns(self) -> Cells:
        """Own columns that its heading stands over."""
        own = self.own_columns
        if self.heading_over:
            return self.heading_over
        if self.heading == "beside":
            return 1, max(1, own // 2)
        return (2, max(2, own - 1)) if self.heading == "inside" else (1, own)

    @property
    def picture(self) -> PictureSlot | None:
        """Where the story's first picture stands."""
        return self.pictures[0] if self.pictures else None

    @property
    def insets(self) -> tuple[InsetSlot, ...]:
        """All places that are cut out of its columns."""
        words = (place for place in (self.quote, self.facts) if place)
        return (*self.pictures, *words)

    @property
    def pictures_held(self) -> int:
        """How many pictures find a place in it."""
        return sum(place.group for place in self.pictures)


@dataclass(frozen=True, slots=True)
class MastheadSpec:
    """The title banner (报头)."""

    cols: Cells
    """Base columns."""
    rows: Cells
    """Body rows."""
    art: Path | None
    """A drawing of the name; None sets it in a face."""
    font: str
    """The face the name is set in."""
    colour: str
    """The name's colour; empty for black."""
    slogan_separator: str | None
    """Between the slogan's characters; None prints no slogan."""
    copublisher: bool
    """Whether the edition's co-publisher line is printed."""
    span: Span = field(compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class QrSpec:
    """The QR code in the ear (报眼)."""

    cols: Cells
    """Base columns."""
    rows: Cells
    """Body rows."""
    size: int
    """Side of the modules' square, EMU; four modules of quiet zone lie outside it."""
    level: Literal["L", "M", "Q", "H"]
    """Error correction."""
    span: Span = field(compare=False)
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class StripSpec:
    """A line of furniture across the page."""

    cols: Cells
    """Base columns."""
    rows: Cells
    """Body rows."""
    span: Span = field(compare=False)
    """Where it is written."""


FolioSpec = StripSpec


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a page carries beside stories; None where it has no such thing."""

    masthead: MastheadSpec | None = None
    """The title banner."""
    qr: QrSpec | None = None
    """The QR code with its caption."""
    dateline: StripSpec | None = None
    """Date, weekday, 农历, 节气, number, pages today."""
    folio: StripSpec | None = None
    """Section, paper, date, page number (报眉)."""
    imprint: StripSpec | None = None
    """Who publishes and prints (报尾)."""


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """One page layout, its bases merged in."""

    name: str
    """The file's stem."""
    file: Path
    """Its own file, not its base's."""
    furniture: Furniture
    """Masthead, folio and so on."""
    slots: tuple[SlotSpec, ...]
    """From head to foot, then left to right, whatever their order in the file."""
    column_rule: int
    """Thickness of the rules between columns, EMU; 0 for none."""
    span: Span = field(compare=False)
    """The file's first token."""
    spread: bool = False
    """Whether it is over two facing pages (通版)."""
    columns: int = 0
    """Base columns from edge to edge, of both pages where it is a spread."""
    node: MappingNode | None = field(default=None, compare=False, repr=False)
    """What was read, bases merged in, for ``printpress explain``."""

    def slot(self, name: str) -> SlotSpec | None:
        """The slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def side_of(self, slot: SlotSpec) -> int:
        """0 for the left page of a spread and any single one, 1 for the right page."""
        return int(self.spread and slot.cols[0] > self.columns // 2)
