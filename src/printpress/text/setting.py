"""What the text engine is asked for: copy in runs, and how to set it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from printpress.text.marks import MarkKind
from printpress.text.punctuation import QUANJIAO, Punctuation

Align = Literal["justify", "left", "center", "right"]
Adjust = Literal["push-in", "push-out"]
Method = Literal["total-fit", "greedy"]


@dataclass(frozen=True, slots=True)
class Run:
    """Copy in one face."""

    text: str
    """As written; white space between Chinese characters counts for nothing."""
    font: str
    """The face's name in ``fonts.yaml``."""
    size: int = 0
    """Its type size where it is not the paragraph's; 0: the paragraph's."""
    rise: int = 0
    """EMU above the paragraph's baseline: note marks stand higher."""
    mark: MarkKind = ""
    """What stands beside it as a whole: it is one name, one title, one note mark."""
    dots: bool = False
    """Whether its Han characters have dots of emphasis (着重号)."""
    ruby: str = ""
    """Its reading, set above it; blanks part the syllables."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set."""

    size: int
    """Type size: one em."""
    indent: Fraction = Fraction(0)
    """Ems before the first line."""
    turnover: Fraction = Fraction(0)
    """Ems before every later line (悬挂缩进)."""
    inset: Fraction = Fraction(0)
    """Ems kept free at every line's end."""
    hang: Fraction = Fraction(0)
    """Ems from the start of a paragraph's label to that of its first line."""
    align: Align | str = "justify"
    """``justify`` fills every line but the last; else lines keep their width."""
    autospace: Fraction = Fraction(1, 8)
    """Ems between Han and Latin letters or digits (中西间距)."""
    autospace_most: Fraction = Fraction(1, 2)
    """Ems to which that may grow before all characters part (clreq has 1/2; many
    houses 1/3 or less)."""
    prohibition: str = "newspaper"
    """A level of :mod:`printpress.text.prohibition`."""
    punctuation: Punctuation = QUANJIAO
    """Widths of marks."""
    adjust: Adjust | str = "push-in"
    """What is tried first when a mark would begin a line: squeezing it in (先挤进), or
    only ``push-out``, taking a character down with it."""
    method: Method | str = "total-fit"
    """``total-fit`` breaks all lines of a justified paragraph together; ``greedy`` one
    after another, as lines that are not justified always are."""
    hanging: bool = False
    """Whether one pause or stop may hang past the line's end (行尾点号悬挂)."""
    orphan: bool = True
    """Whether a last line must hold two characters (孤字)."""
    tracking: int = 0
    """EMU between characters, never inside Western words (疏排)."""
    latin: str = ""
    """The face of Latin letters and digits; nothing: the run's own."""
    latin_size: Fraction = Fraction(1)
    """Their size, as a share of the em: some Latin faces look small beside Han."""
    latin_rise: Fraction = Fraction(0)
    """Ems by which their baseline stands above that of Han; below it where negative."""
    even_digits: bool = False
    """Whether every digit is as wide as the widest, so that figures below each other
    line up."""
    hyphenate: str = ""
    """Language of the patterns by which Western words are parted at a line's end
    (``en_GB``); nothing: they are not."""
    vertical: bool = False
    """Whether its lines run down (直排)."""
    widths: tuple[tuple[str, Fraction], ...] = ()
    """Characters set at a width of their own, in ems."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Copy that is set together, whatever its faces."""

    runs: tuple[Run, ...]
    """In reading order."""
    setting: Setting
    """How it is set."""
    label: tuple[Run, ...] = ()
    """What hangs before its first line: the bullet or number of a list's item."""

    @property
    def text(self) -> str:
        """All of its copy, without its label."""
        return "".join(run.text for run in self.runs)
