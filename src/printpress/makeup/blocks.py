"""Blocks of a story's body: lists, verse, questions and answers, signatures, notes.

Takes the paragraphs of one block, gives paragraphs for the text engine, one for each.
What the house leaves open: lists are indented like paragraphs, verse stands in the
middle of its column with its lines flush, signatures keep two cells from its end.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Final

from printpress.content.runs import beyond, until
from printpress.content.story import Paragraph
from printpress.geometry import below_middle
from printpress.makeup.inline import Faces, runs_of
from printpress.makeup.styles import OWN_LATIN, Styles, going_on
from printpress.text.faces import LibraryLike
from printpress.text.galley import Paragraph as SetParagraph
from printpress.text.galley import Run, Setting, set_one_line

BULLET: Final = "■"
"""What hangs before an item without a number, if the house says nothing."""

ROLES: Final[Mapping[str, str]] = {
    "item": "list",
    "question": "question",
    "answer": "answer",
    "verse": "verse",
    "salutation": "salutation",
    "signature": "signature",
    "note": "note",
    "names": "names",
}
"""Kind of a paragraph → the role that says how it looks."""

_FLUSH = Fraction(0)

NARROW = 12
"""Body ems below which a column is narrow."""

_INDENT = Fraction(2)
"""Ems of verse set to the left, and at the end of a signature (两格)."""

_TURNOVER = Fraction(2)
"""Ems by which the rest of a line of verse stands further in than the line."""

_AIR = Fraction(1, 4)
"""Ems that a bullet or number keeps from its text."""

_LEAST_AIR = Fraction(1, 10)
"""Ems that it keeps where a quarter would cost the text a whole em more (taste)."""

_BULLET = Fraction(58, 100)
"""Size of a bullet to the type: a ■ as large as the Han would be a black hole."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What blocks are set with."""

    styles: Styles
    """The house's."""
    library: LibraryLike
    """The faces."""
    measure: int
    """How wide the column is."""
    verse: tuple[Paragraph, ...] = ()
    """All lines of verse of the story: its poems have one indent."""
    items: tuple[Paragraph, ...] = ()
    """All items of the story: its lists have one edge."""

    @property
    def indent(self) -> Fraction:
        """Ems before a paragraph: the house's, fewer in a narrow column.

        clreq 3.5.1 allows one em where columns are narrow.
        """
        body = self.styles.house.body
        narrow = self.measure < NARROW * body.size
        return min(body.indent, body.narrow_indent) if narrow else body.indent


def blocks_of(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs, those of one list or one poem together."""
    block: list[Paragraph] = []
    for paragraph in paragraphs:
        if block and (paragraph.begins or paragraph.kind != block[0].kind):
            yield tuple(block)
            block = []
        block.append(paragraph)
    if block:
        yield tuple(block)


def inserted(styles: Styles, paragraph: Paragraph) -> str:
    """What the house prints before a paragraph's own words: the bullet of a list."""
    if paragraph.kind != "item" or paragraph.label:
        return ""
    role = styles.role("list")
    return (role.bullet if role else None) or BULLET


def set_block(desk: Desk, block: Sequence[Paragraph]) -> Iterator[SetParagraph]:
    """The paragraphs of a block, ready to be set."""
    match block[0].kind:
        case "item":
            return _items(desk, block)
        case "verse":
            return _verse(desk, block)
        case "salutation":
            return _salutation(desk, block)
        case "signature":
            return _signature(desk, block)
        case _:
            return _prose(desk, block)


def _setting(desk: Desk, kind: str) -> tuple[Setting, Faces]:
    """How a kind of paragraph is set, and its faces."""
    styles = desk.styles
    body, name = styles.house.body, ROLES[kind]
    role, style = styles.role(name), styles.style(name)
    style = style.at(min(style.size, styles.house.grid.row))
    strong = styles.style("strong").font
    label = role.label if role else None
    own = style.font if kind == "item" else strong
    labels = (label.font if label else None) or own
    faces = Faces(style.font, strong, labels, style.size)
    if style.font == body.font and style.latin == OWN_LATIN:
        style = replace(style, latin=styles.text_latin)
    setting = styles.setting(style)
    return replace(setting, align=style.align, orphan=True), faces


def _indent(desk: Desk, kind: str, otherwise: Fraction) -> Fraction:
    role = desk.styles.role(ROLES[kind])
    return otherwise if role is None or role.indent is None else role.indent


def _prose(desk: Desk, block: Sequence[Paragraph]) -> Iterator[SetParagraph]:
    """Questions, answers, notes: paragraphs whose label is in a face of its own."""
    body = desk.styles.house.body
    for paragraph in block:
        setting, faces = _setting(desk, paragraph.kind)
        setting = replace(
            setting,
            align=setting.align or "justify",
            indent=_indent(desk, paragraph.kind, desk.indent),
            hanging=body.hanging,
        )
        if paragraph.goes_on:
            setting = going_on(setting)
        yield SetParagraph(runs_of(paragraph.runs, faces, paragraph.label), setting)


def _items(desk: Desk, block: Sequence[Paragraph]) -> Iterator[SetParagraph]:
    """The items of a list, their lines flush behind the bullet or number.

    The text begins on a whole em, so that its characters stand below those of the copy
    around it, but not where paragraphs begin: one below the list must be told from it.
    All lists of a story have the edge that its widest label asks for. Labels end level,
    a little before the text.
    """
    body = desk.styles.house.body
    setting, faces = _setting(desk, "item")
    labels = [_label(desk, paragraph, faces) for paragraph in block]
    widths = [Fraction(_width(desk, runs, setting), setting.size) for runs in labels]
    hang = max(_hang(desk, paragraph) for paragraph in desk.items or block)
    indent = _indent(desk, "item", desk.indent)
    if (indent + hang) * setting.size * 2 > desk.measure:
        indent = _FLUSH
    edge = indent + hang + (indent + hang == desk.indent)
    setting = replace(
        setting,
        align=setting.align or "justify",
        indent=edge,
        turnover=edge,
        hanging=body.hanging,
    )
    for paragraph, label, width in zip(block, labels, widths, strict=True):
        words = beyond(paragraph.runs, paragraph.label)
        hung = replace(setting, hang=width + min(_AIR, hang - width))
        yield SetParagraph(runs_of(words, faces), hung, label)


def _hang(desk: Desk, paragraph: Paragraph) -> Fraction:
    """Whole ems that an item's label needs before the text."""
    setting, faces = _setting(desk, "item")
    label = _label(desk, paragraph, faces)
    width = Fraction(_width(desk, label, setting), setting.size)
    return Fraction(ceil(width + _LEAST_AIR))


def _label(desk: Desk, paragraph: Paragraph, faces: Faces) -> tuple[Run, ...]:
    """What hangs before an item: its number as typed, or the house's bullet."""
    bullet = inserted(desk.styles, paragraph)
    if bullet:
        return (_bullet(bullet, faces),)
    length = paragraph.label
    return runs_of(until(paragraph.runs, length), faces, length)


def _bullet(sign: str, faces: Faces) -> Run:
    """A bullet, those of a whole em smaller and in the middle of the Han's height."""
    if not all(unicodedata.category(char) == "So" for char in sign):
        return Run(sign, faces.label)
    size = round(faces.size * _BULLET)
    rise = below_middle(faces.size) - below_middle(size)
    return Run(sign, faces.label, size, rise)


def _verse(desk: Desk, block: Sequence[Paragraph]) -> Iterator[SetParagraph]:
    """Lines of verse, the longest in the middle of the column and the others flush.

    Where a line does not fit, all are indented and it turns over further in. The poems
    of one story stand alike.
    """
    setting, faces = _setting(desk, "verse")
    align = setting.align or "block"
    lines = [runs_of(paragraph.runs, faces) for paragraph in block]
    left = _indent(desk, "verse", _INDENT) if align in ("block", "left") else _FLUSH
    if align == "block":
        whole = [runs_of(paragraph.runs, faces) for paragraph in desk.verse or block]
        spare = desk.measure - max(_width(desk, runs, setting) for runs in whole)
        if spare >= 0:
            left = Fraction(spare // 2, setting.size)
    deeper = left + _TURNOVER if align in ("block", "left") else left
    setting = replace(
        setting,
        align="left" if align == "block" else align,
        indent=left,
        turnover=deeper,
        orphan=False,
    )
    for runs in lines:
        yield SetParagraph(runs, setting)


def _salutation(desk: Desk, block: Sequence[Paragraph]) -> Iterator[SetParagraph]:
    """Whom a letter addresses: flush left, without the indent of its paragraphs (称呼).

    The rest of a long one is indented.
    """
    setting, faces = _setting(desk, "salutation")
    indent = _indent(desk, "salutation", _FLUSH)
    setting = replace(
        setting,
        align=setting.align or "left",
        indent=indent,
        turnover=indent + _TURNOVER,
    )
    for paragraph in block:
        yield SetParagraph(runs_of(paragraph.runs, faces), setting)


def _signature(desk: Desk, block: Sequence[Paragraph]) -> Iterator[SetParagraph]:
    """Who signs, and when: at the column's end, two cells kept free (落款)."""
    setting, faces = _setting(desk, "signature")
    setting = replace(
        setting,
        align=setting.align or "right",
        inset=_indent(desk, "signature", _INDENT),
        orphan=False,
    )
    for paragraph in block:
        yield SetParagraph(runs_of(paragraph.runs, faces), setting)


def _width(desk: Desk, runs: Sequence[Run], setting: Setting) -> int:
    """How wide words are on one line."""
    return set_one_line(runs, replace(setting, align="left"), desk.library)[0].width
