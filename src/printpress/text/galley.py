"""Stories as set lines, on no page yet (小样): the engine's front door.

Takes paragraphs and the measures of the rows that they will stand in; gives lines with
a place for every glyph. Every line that the setting fills is exactly its measure, and
a line that is not says why in its ``flags``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from operator import add, itemgetter

from printpress.geometry import below_middle
from printpress.text import ruby
from printpress.text.breaker import Cut, Room, Rules, greedy
from printpress.text.dressing import extent, line_marks
from printpress.text.faces import LibraryLike
from printpress.text.itemize import itemize
from printpress.text.items import FREE, Hyphen, Items, Voice
from printpress.text.justify import Fill, justified, natural
from printpress.text.lines import (
    SOFT_HYPHEN,
    Galley,
    Line,
    Missing,
    Piece,
    Preset,
    Profile,
    Stroke,
    raised,
    shifted,
)
from printpress.text.looseness import Ways
from printpress.text.metrics import LACKING
from printpress.text.setting import Paragraph, Run, Setting
from printpress.text.total_fit import total_fit

__all__ = [
    "Galley",
    "Line",
    "Missing",
    "Paragraph",
    "Piece",
    "Preset",
    "Profile",
    "Run",
    "Setting",
    "Stroke",
    "compose",
    "compose_in",
    "least_measure",
    "raised",
    "set_one_line",
    "shifted",
]


@dataclass(slots=True)
class _Place:
    """Where a line stands in its paragraph and its measure; made for each line anew."""

    measure: int
    indent: int
    align: str
    paragraph: int
    first: bool
    last: bool
    inset: int = 0
    down: bool = False
    offset: int = 0

    @property
    def room(self) -> int:
        """What its text may take."""
        return self.measure - self.indent - self.inset


def compose(
    paragraphs: Iterable[Paragraph | Preset], profile: Profile, library: LibraryLike
) -> Galley:
    """The paragraphs' lines, set to the profile's rows one after another.

    A character that no face has is among ``missing``; an unknown face raises what the
    library raises for it.
    """
    lines: list[Line] = []
    missing: list[Missing] = []
    for index, paragraph in enumerate(paragraphs):
        if isinstance(paragraph, Preset):
            lines += [replace(line, paragraph=index) for line in paragraph.lines]
            missing += [replace(lack, paragraph=index) for lack in paragraph.missing]
            continue
        items, lacks = itemize(paragraph, library)
        cuts = _cuts(items, paragraph.setting, profile, len(lines))
        bare = _lines(items, cuts, paragraph.setting, profile, (len(lines), index))
        own, behind, lacking = _with_label(list(bare), paragraph, library)
        lines += own
        missing += [replace(lack, paragraph=index) for lack in lacking]
        missing += [Missing(index, lack.offset + behind, lack.char) for lack in lacks]
    return Galley(tuple(lines), tuple(missing))


def compose_in(
    paragraph: Paragraph,
    index: int,
    measure: int,
    library: LibraryLike,
    counts: Iterable[int],
) -> Iterator[tuple[int, tuple[Line, ...]] | None]:
    """A paragraph in each of some numbers of lines, and what they cost.

    None where that is not good. It is the *index*-th of its copy and lies in rows of
    one measure. See :mod:`.looseness`; only lines that are filled can be set so.
    """
    setting, profile = paragraph.setting, Profile.of(measure)
    if setting.method != "total-fit" or setting.align != "justify" or setting.hanging:
        yield from (None for _ in counts)
        return
    items, _ = itemize(paragraph, library)
    ways = Ways(items, _room(setting, profile, 0), _rules(setting))
    for way in map(ways.in_lines, counts):
        if way is None:
            yield None
            continue
        lines = list(_lines(items, way.cuts, setting, profile, (0, index)))
        yield way.cost, tuple(_with_label(lines, paragraph, library)[0])


def _room(setting: Setting, profile: Profile, row: int) -> Room:
    """What the lines of a paragraph may take whose first stands in that row."""
    size = setting.size
    indent, turnover = round(setting.indent * size), round(setting.turnover * size)
    inset = round(setting.inset * size)

    def room(number: int) -> int:
        return profile.measure(row + number) - (turnover if number else indent) - inset

    return room


def _rules(setting: Setting) -> Rules:
    return Rules(setting.adjust == "push-in", setting.hanging, setting.orphan)


def _cuts(
    items: Items, setting: Setting, profile: Profile, row: int
) -> tuple[Cut, ...]:
    """Where a paragraph's lines end that begins in a row."""
    room, rules = _room(setting, profile, row), _rules(setting)
    if setting.method == "total-fit" and setting.align == "justify":
        return total_fit(items, room, rules, max(1, profile.varied - row))
    return greedy(items, room, rules)


def _lines(
    items: Items,
    cuts: Sequence[Cut],
    setting: Setting,
    profile: Profile,
    begins: tuple[int, int],
) -> Iterator[Line]:
    """The lines of a paragraph; *begins* is its first row and which paragraph it is."""
    row, index = begins
    size = setting.size
    indent, turnover = round(setting.indent * size), round(setting.turnover * size)
    inset = round(setting.inset * size)
    written = 0
    for number, cut in enumerate(cuts):
        place = _Place(
            profile.measure(row + number),
            turnover if number else indent,
            setting.align,
            index,
            number == 0,
            number == len(cuts) - 1,
            inset,
            setting.vertical,
            items.origins[written] if written else 0,
        )
        yield _set_cut(items, cut, place)
        written += len("".join(items.texts[cut.start : cut.end]))


def _with_label(
    own: list[Line], paragraph: Paragraph, library: LibraryLike
) -> tuple[list[Line], int, tuple[Missing, ...]]:
    """A paragraph's lines with its label, how long that is, and what it lacks."""
    if not paragraph.label or not own:
        return own, 0, ()
    behind = sum(len(run.text) for run in paragraph.label)
    later = [replace(line, offset=line.offset + behind) for line in own[1:]]
    first, lacking = _labelled(own[0], paragraph, library)
    return [first, *later], behind, lacking


def _labelled(
    line: Line, paragraph: Paragraph, library: LibraryLike
) -> tuple[Line, tuple[Missing, ...]]:
    """A first line with the label that hangs before it, and what the label lacks."""
    setting = paragraph.setting
    label, missing = set_one_line(paragraph.label, setting, library)
    left = round((setting.indent - setting.hang) * setting.size)
    label = shifted(label, left)
    whole = replace(
        line,
        pieces=label.pieces + line.pieces,
        marks=label.marks + line.marks,
        text=label.text + line.text,
        characters=label.characters + line.characters,
    )
    return whole, missing


def least_measure(paragraph: Paragraph, library: LibraryLike) -> int:
    """The width of the widest part of a paragraph that no line may divide."""
    items, _ = itemize(paragraph, library)
    ends = [row for row, joint in enumerate(items.joints) if joint == FREE]
    return max((items.width(*part) for part in pairwise(ends)), default=0)


def set_one_line(
    runs: Sequence[Run],
    setting: Setting,
    library: LibraryLike,
    measure: int | None = None,
) -> tuple[Line, tuple[Missing, ...]]:
    """The copy on one line: at its natural width, or set into *measure*.

    A line too long for the measure is squeezed as far as its marks allow and flagged
    ``overfull`` if that is not enough; with ``justify`` a shorter one is spread.
    """
    items, lacks = itemize(Paragraph(tuple(runs), setting), library)
    missing = tuple(Missing(0, lack.offset, lack.char) for lack in lacks)
    wanted = items.width(0, items.rows) if measure is None else measure
    indent = 0 if measure is None else round(setting.indent * setting.size)
    fills = measure is not None and setting.align == "justify"
    place = _Place(
        wanted,
        indent,
        setting.align,
        0,
        first=True,
        last=not fills,
        down=setting.vertical,
    )
    line = _set_cut(items, Cut(0, items.rows), place)
    return replace(line, last=True), missing


def _set_cut(items: Items, cut: Cut, place: _Place) -> Line:
    """One line in its place."""
    end = items.ink_end(cut.start, cut.end)
    room = place.room
    if end == cut.start:  # nothing but a wide space found room
        cut = cut if place.last else replace(cut, flags=(*cut.flags, "underfull"))
        return _line(items, cut, Fill(cut.start, [], []), place, place.indent)
    hangs = "hanging" in cut.flags
    body = end - 1 if hangs else end
    if place.align == "justify" and not place.last:
        line, rest = justified(items, cut.start, body, room)
    else:
        line = natural(items, cut.start, body)
        rest = 0
        if line.width > room:
            line, rest = justified(items, cut.start, body, room)
    if rest:
        why = "overfull" if rest < 0 else "underfull"
        cut = replace(cut, flags=(*cut.flags, why))
    left = place.indent + _aside(place.align, room - line.width)
    if hangs:
        line.advances.append(items.half)
        line.shifts.append(items.shifts[body])
    return _line(items, cut, line, place, left)


def _aside(align: str, spare: int) -> int:
    """How far a line that is narrower than its room moves to the right."""
    if align == "right":
        return max(0, spare)
    return max(0, spare) // 2 if align == "center" else 0


def _line(items: Items, cut: Cut, fill: Fill, place: _Place, left: int) -> Line:
    """The record of a line that is filled."""
    start, end = cut.start, cut.start + len(fill.advances)
    ends = list(accumulate(fill.advances, initial=left))
    xs = tuple(map(add, ends, fill.shifts))
    text = "".join(items.texts[start:end])
    pieces = tuple(_pieces(items, start, end, xs))
    if items.hyphens and end in items.hyphens and end == cut.end:
        pieces = (*pieces[:-1], _hyphenated(pieces[-1], items.hyphens[end], ends[-1]))
    if items.readings:
        pieces += tuple(_readings(items, start, ends, place))
    return Line(
        pieces=pieces,
        width=ends[-1],
        measure=place.measure,
        text=text,
        paragraph=place.paragraph,
        first=place.first,
        last=place.last,
        looseness=fill.gap * 1000 // items.em,
        characters=len(text) - text.count(" ") - text.count("\u3000"),
        offset=place.offset,
        flags=cut.flags,
        marks=tuple(line_marks(items, start, ends, xs)) if items.marks else (),
        down=place.down,
        reading=_reading_em(items, start, end) if items.readings else 0,
    )


def _reading_em(items: Items, start: int, end: int) -> int:
    """The size of the largest characters on a line that have a reading."""
    here = (reading.em for reading in items.readings if start <= reading.first < end)
    return max(here, default=0)


def _hyphenated(piece: Piece, hyphen: Hyphen, end: int) -> Piece:
    """A line's last glyphs with the hyphen behind them."""
    return replace(
        piece,
        gids=(*piece.gids, hyphen.gid),
        texts=(*piece.texts, SOFT_HYPHEN),
        xs=(*piece.xs, end - hyphen.back),
    )


def _pieces(items: Items, start: int, end: int, xs: tuple[int, ...]) -> Iterator[Piece]:
    """The line's glyphs, voice by voice."""
    voices = items.voices
    if len(voices) == 1 and end > start:
        yield from _piece(items, voices[0][1], (start, end), xs)
        return
    at = bisect_right(voices, start, key=itemgetter(0))
    while start < end:
        after = min(end, voices[at][0]) if at < len(voices) else end
        yield from _piece(items, voices[at - 1][1], (start, after), xs[: after - start])
        xs = xs[after - start :]
        start, at = after, at + 1


def _piece(
    items: Items, voice: Voice, rows: tuple[int, int], xs: tuple[int, ...]
) -> Iterator[Piece]:
    gids, texts = items.gids[slice(*rows)], items.texts[slice(*rows)]
    crosses: tuple[int, ...] = ()
    if items.crosses and rows[0] in items.crosses:
        crosses = tuple(items.crosses[row] for row in range(*rows))
    if LACKING in gids:
        drawn = [at for at, gid in enumerate(gids) if gid != LACKING]
        gids = tuple(gids[at] for at in drawn)
        texts = tuple(texts[at] for at in drawn)
        xs = tuple(xs[at] for at in drawn)
    if gids:
        face, size = voice.face, voice.size
        look = voice.rise, voice.way, voice.stretch
        yield Piece(face, size, gids, texts, xs, *look, crosses)


def _readings(
    items: Items, start: int, ends: Sequence[int], place: _Place
) -> Iterator[Piece]:
    """The readings above a line; one whose characters are divided stays with the first.

    Where the line runs down they lie at its right.
    They follow the line's own glyphs, so that its characters read on without them.
    """
    end = start + len(ends) - 1
    here = [r for r in items.readings if start <= r.first < end]
    bases = [extent(items, start, ends, (r.first, min(r.end, end) - 1)) for r in here]
    for reading, left in zip(
        here, ruby.places(here, bases, place.measure), strict=True
    ):
        at, rise = left, reading.rise
        if place.down:
            rise -= below_middle(reading.em)
        for face, shapes in reading.parts:
            steps = list(accumulate(shapes.widths, initial=at))
            at = steps[-1]
            yield Piece(
                face,
                reading.size,
                shapes.gids,
                shapes.texts,
                tuple(map(add, steps, shapes.shifts)),
                rise,
                "turned" if place.down else "across",
            )
