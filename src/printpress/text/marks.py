"""Marks beside characters: which rows carry one, and how it is drawn.

============ ============================ ========================================
kind         Chinese                      drawn
============ ============================ ========================================
``dots``     着重号                       a dot for each Han character
``name``     专名号                       a straight line along a name
``title``    书名号甲式                   a wavy line along a title
``mourning`` 示亡号                       a frame round the name of one who died
``note``     注码                         nothing; its figure is a raised run
============ ============================ ========================================

Everything is said *along* the line and *beside* it: beside is counted from the edge of
the characters' em boxes outward, so that the same marks serve lines across (below the
characters) and columns of vertical text. Marks never move a character, but a frame
takes its own air, and they change no line's end.

All proportions are thousandths of an em, chosen on the 9 pt body with 13 pt rows:
between two rows' em boxes 444 of them are free, and characters have some 40 of blank of
their own at head and foot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from printpress.paths import CurveTo, LineTo, Move, Path, Segment, box, circle

MarkKind = Literal["", "dots", "name", "title", "mourning", "note"]

DOT_RADIUS: Final = 80
"""A dot is 0.16 em across: at 9 pt half a millimetre, which newsprint keeps."""
DOT_BESIDE: Final = 165
"""Its middle: 0.085 em of air to the em box, nearly 0.2 em to the row below."""
DOT_BEYOND_LINE: Final = 305
"""Its middle where a line stands between, for the line is nearer to the characters
(clreq): 0.1 em from a straight one, clear of a wave, 0.06 em from the row below."""
LINE_BESIDE: Final = 95
"""The middle of a straight line."""
LINE_WIDTH: Final = 50
"""0.45 pt at 9 pt: as the strokes of the body's face, above what presses keep."""
NAME_INSET: Final = 83
"""A twelfth of an em less at both ends, so that names side by side are told apart
(clreq)."""
WAVE_BESIDE: Final = 120
"""The middle of a wavy line."""
WAVE_HEIGHT: Final = 45
"""From its middle to its crests."""
WAVE_HALF: Final = 170
"""From one crossing of its middle to the next, about: three waves under a character, as
the sign ﹏ has them."""
FRAME_BESIDE: Final = 60
"""A frame's line outside the em box: two frames one row below the other stay 0.27 em
apart, and with the blank of the characters' own 0.1 em is left above and below them."""
FRAME_WIDTH: Final = 55
"""0.5 pt at 9 pt."""
FRAME_BEARING: Final = 175
"""From a frame's outer edge to the ink of its name, along the line: 0.12 em of room,
whatever blank the first and the last character have of their own."""
FRAME_BLANK: Final = 125
"""The most of a character's own blank that counts as such room: a bracket's half is
seen as part of the name."""
FRAME_AIR: Final = 125
"""Room between a frame and what stands beside it; none is needed at a line's edge."""
NOTE_SIZE: Final = 667
"""Type size of a note's number: 6 pt at 9 pt, the least that newsprint keeps."""
NOTE_RISE: Final = 330
"""Its baseline above the copy's: its head stands as high as the characters'."""

_SINE_ARM: Final = 424
"""Share of half a wave to which its arms reach: 4/(3·π), the slope of a sine."""
_ARCH: Final = 3
"""A cubic arch rises three quarters as high as its arms."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Rows of a paragraph that carry a mark."""

    kind: MarkKind
    """Which."""
    first: int
    """Their first row."""
    end: int
    """The row after their last."""
    em: int
    """Their type size."""
    beyond: bool = False
    """Whether these dots have a line between them and the characters."""


@dataclass(frozen=True, slots=True)
class LineMark:
    """A mark, or the part of one, on a set line."""

    kind: MarkKind
    """Which."""
    start: int
    """Where its characters begin, from the line's left edge."""
    end: int
    """Where they end."""
    em: int
    """Their type size."""
    centres: tuple[int, ...] = ()
    """The middle of each character that has a dot."""
    beyond: bool = False
    """Whether these dots have a line between them and the characters."""
    rise: int = 0
    """How far its characters stand above the line's baseline."""


@dataclass(frozen=True, slots=True)
class Outline:
    """How a mark is drawn: x along the line, y outward from the em box."""

    path: Path
    """The outline."""
    width: int
    """How thick its line is; 0: it is filled."""


def outline(mark: LineMark) -> Outline:
    """The mark as a drawing; a frame goes round the em box, which is above y = 0."""

    def emu(thousandths: int) -> int:
        return (mark.em * thousandths + 500) // 1000

    if mark.kind == "dots":
        beside = emu(DOT_BEYOND_LINE if mark.beyond else DOT_BESIDE)
        dots = (circle(x, beside, emu(DOT_RADIUS)) for x in mark.centres)
        return Outline(tuple(part for dot in dots for part in dot), 0)
    if mark.kind == "mourning":
        out = emu(FRAME_BESIDE)
        width = emu(FRAME_WIDTH)
        left, right = mark.start + width // 2, mark.end - width // 2
        return Outline(box(left, -mark.em - out, right, out), width)
    inset = min(emu(NAME_INSET), max(0, mark.end - mark.start) // 2)
    start, end = mark.start + inset, mark.end - inset
    if mark.kind == "title":
        wave = _wave(start, end, mark.em)
        return Outline(tuple(wave), emu(LINE_WIDTH))
    y = emu(LINE_BESIDE)
    return Outline((Move(start, y), LineTo(end, y)), emu(LINE_WIDTH))


def _wave(start: int, end: int, em: int) -> Iterator[Segment]:
    """Whole half waves from end to end: first down and outward, then back."""
    middle = em * WAVE_BESIDE // 1000
    halves = max(1, round((end - start) * 1000 / (em * WAVE_HALF)))
    height = em * WAVE_HEIGHT * (_ARCH + 1) // (_ARCH * 1000)
    yield Move(start, middle)
    for number in range(halves):
        here = start + (end - start) * number // halves
        after = start + (end - start) * (number + 1) // halves
        arm = (after - here) * _SINE_ARM // 1000
        crest = middle + (height if number % 2 == 0 else -height)
        yield CurveTo(here + arm, crest, after - arm, crest, after, middle)
