"""Initials: a story's first character as high as several rows (首字下沉).

The first Han character stands in the face of the story's headline, its ink from the
top of the first row's characters to the foot of the last one's (as far as 国 reaches in
its face); the rows beside it are shorter, and nothing is indented. An opening mark
before it hangs in the margin, in the size of the text. The character is the first of
its line in every respect, so that what is read, cut and copied out of the page is the
copy as written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, counted, note
from printpress.fonts.face import Face
from printpress.makeup.blocks import Desk
from printpress.makeup.body import body_paragraphs
from printpress.makeup.compositor import Compositor
from printpress.makeup.styles import Style
from printpress.spec.layout import SlotSpec
from printpress.text.classify import classify
from printpress.text.galley import (
    Galley,
    Line,
    Paragraph,
    Piece,
    Profile,
    Run,
    compose,
    shifted,
)
from printpress.text.punctuation import HAN, OPENING
from printpress.units import scaled

GAP: Final = Fraction(1, 3)
"""Body ems between an initial's ink and the text beside it, at least (taste)."""

LEAST_EMS: Final = 5
"""Body ems that rows beside an initial must hold (taste: fewer are all gaps)."""

REFERENCE: Final = "国"
"""A character that fills its em as far as its face lets any: 一 has no height of its
own to go by."""


@dataclass(frozen=True, slots=True)
class Initial:
    """A large character, its place counted from the first row's baseline."""

    mark: str
    """The opening mark before it; empty if none."""
    char: str
    """The character."""
    pieces: tuple[Piece, ...]
    """Both, set."""
    room: int
    """What it takes of the rows beside it, air included."""


@dataclass(frozen=True, slots=True)
class _Ink:
    """Where the ink of a character lies in a face at a size, from its origin."""

    left: int
    right: int
    top: int
    foot: int

    @classmethod
    def of(cls, face: Face, size: int, char: str = REFERENCE) -> "_Ink":
        """In EMU; below the baseline is negative."""
        gid = face.glyph(char)
        left, right = face.ink(gid)
        above = face.vertical.origin(gid)[1]
        first, last = face.vertical.ink(gid)
        edges = (left, right, above - first, above - last)
        return cls(*(scaled(edge, size, face.upem) for edge in edges))


def set_initial(
    compositor: Compositor,
    story: Story,
    slot: SlotSpec,
    plain: Galley,
    room: tuple[int, int],
) -> tuple[Galley, Diagnostic | None]:
    """The galley with the slot's initial; as it was, with a note, where none can be.

    *room* is the width of its columns and the rows that the tallest of them has.
    """
    rows, (measure, deep) = slot.initial or 0, room
    if not story.paragraphs:
        return plain, None
    paragraph = _first_paragraph(compositor, story, measure)
    head = _head_of(paragraph) if paragraph else None
    if paragraph is None or head is None:
        return plain, _left_out(story, slot, _NO_CHARACTER)
    initial = _made(compositor, head, slot.role, rows)
    narrow = measure - (initial.room if initial else 0)
    if initial is None or narrow < LEAST_EMS * compositor.house.body.size:
        return plain, _left_out(story, slot, _NO_ROOM)
    rest = _without(paragraph, len(initial.mark + initial.char))
    profile = Profile(((rows, narrow), (1, measure)))
    lines = compose((rest,), profile, compositor.library).lines
    if len(lines) <= rows or deep <= rows or any(line.reading for line in lines[:rows]):
        return plain, _left_out(story, slot, _too_few_lines(len(lines), rows))
    own = _beside(lines, initial, rows, measure)
    others = (line for line in plain.lines if line.paragraph > 0)
    return replace(plain, lines=(*own, *others)), None


def _first_paragraph(
    compositor: Compositor, story: Story, measure: int
) -> Paragraph | None:
    """The story's first paragraph as it is set, if that begins with its own words."""
    first = story.paragraphs[0]
    role = compositor.role("byline")
    led = bool(story.head.byline) and role is not None and role.at == "start"
    runs_in = not story.head.headline.lines
    if first.kind != "text" or led or runs_in:
        return None
    alone = replace(story, paragraphs=(first,))
    desk = Desk(compositor, compositor.library, measure)
    paragraph = body_paragraphs(desk, alone)[0][0]
    return paragraph if isinstance(paragraph, Paragraph) else None


def _head_of(paragraph: Paragraph) -> tuple[str, str] | None:
    """An opening mark or nothing, and the Han character after it; None otherwise.

    No mark of any kind may follow, for it would begin the line beside the initial.
    """
    text = paragraph.text
    kinds = classify(text)
    mark = text[0] if kinds[:1] and kinds[0] in OPENING else ""
    at = len(mark)
    if kinds[at : at + 1] != HAN or kinds[at + 1 : at + 2] not in {*_BESIDE}:
        return None
    worn = _runs_until(paragraph.runs, at + 1)
    if any(run.mark or run.dots or run.ruby or run.rise for run in worn):
        return None
    return mark, text[at]


_BESIDE: Final = "HhYfA9XRJ"
"""Classes of what may begin the first line beside an initial."""


def _runs_until(runs: Sequence[Run], count: int) -> Iterator[Run]:
    for run in runs:
        if count <= 0:
            return
        yield run
        count -= len(run.text)


def _without(paragraph: Paragraph, count: int) -> Paragraph:
    """The paragraph without its first characters and its indent."""
    runs = []
    for run in paragraph.runs:
        kept = run.text[count:]
        count = max(0, count - len(run.text))
        if kept:
            runs.append(replace(run, text=kept))
    setting = replace(paragraph.setting, indent=Fraction(0))
    return replace(paragraph, runs=tuple(runs), setting=setting)


def _made(
    compositor: Compositor, head: tuple[str, str], role: str, rows: int
) -> Initial | None:
    """The character as high as so many rows; None where its face lacks it."""
    mark, char = head
    body, pitch = compositor.house.body, compositor.house.grid.row
    style = compositor.style(role, "headline")
    face = compositor.library.face(style.font)
    text = compositor.library.face(body.font)
    if not all(map(face.glyph, (*mark, char, REFERENCE))) or not text.glyph(REFERENCE):
        return None
    beside, unit = _Ink.of(text, body.size), _Ink.of(face, face.upem)
    height = beside.top - beside.foot + (rows - 1) * pitch
    size = height * face.upem // (unit.top - unit.foot)
    full, own = _Ink.of(face, size), _Ink.of(face, size, char)
    large = _piece(compositor, char, style.at(size))
    left = beside.left - own.left
    xs = tuple(x + left for x in large.xs)
    pieces = [replace(large, xs=xs, rise=beside.top - full.top)]
    if mark:
        small = _piece(compositor, mark, style.at(body.size))
        half = body.size // 2
        pieces.insert(0, replace(small, xs=tuple(x - half for x in small.xs)))
    step = body.size // 2  # the rows beside it in half ems, which marks can make good
    taken = left + own.right + round(GAP * body.size)
    return Initial(mark, char, tuple(pieces), -(-taken // step) * step)


def _piece(compositor: Compositor, text: str, style: Style) -> Piece:
    return compositor.line(text, style, heading=True).pieces[0]


def _beside(
    lines: Sequence[Line], initial: Initial, rows: int, measure: int
) -> Iterator[Line]:
    """The paragraph's lines beside and below its initial."""
    head = initial.mark + initial.char
    first, *others = (
        replace(shifted(line, initial.room), measure=measure) if number < rows else line
        for number, line in enumerate(lines)
    )
    yield replace(
        first,
        pieces=initial.pieces + first.pieces,
        text=head + first.text,
        characters=first.characters + len(head),
    )
    for line in others:
        yield replace(line, offset=line.offset + len(head))


_NO_CHARACTER: Final = Both(
    "it does not begin with a plain paragraph whose first character is a Chinese one, "
    "followed by another",
    "开头不是普通段落，或首字不是后面接字的汉字",
)
_NO_ROOM: Final = Both(
    "its columns are too narrow, or the headline's face lacks the character",
    "栏太窄，或主题字体缺这个字",
)


def _too_few_lines(lines: int, rows: int) -> Both:
    return Both(
        f"its first paragraph takes {counted(lines, 'line')} beside and below it; "
        f"{rows + 1} are the least, in one column and without readings",
        f"首段只有 {lines} 行；至少要 {rows + 1} 行，排在同一栏，且不带注音",
    )


def _left_out(story: Story, slot: SlotSpec, why: Both) -> Diagnostic:
    return note(
        "initial-left-out",
        story.paragraphs[0].place(0),
        Both(
            f'story "{story.id}" in slot "{slot.name}" is set without its initial of '
            f"{slot.initial} rows",
            f"稿件“{story.id}”在版位“{slot.name}”不排占 {slot.initial} 行的首字",
        ),
        why=why,
        fix=Both(
            "lengthen or reword the beginning, or write a smaller `initial` or none",
            "加长或改写开头，或减小、删去 initial",
        ),
    )
