"""A galley as rows of columns: air, bylines behind last lines, notes at the end.

What stays together where a column ends is marked here; :mod:`.flow` cuts the columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from printpress.content.story import Paragraph, Story
from printpress.geometry import above_baseline
from printpress.makeup.blocks import blocks_of
from printpress.makeup.keep import Row
from printpress.makeup.reading_rows import with_readings
from printpress.text.galley import Galley, Line, Stroke
from printpress.units import PT

NOTE = "footnote"
"""The kind of a note, which stands below the byline."""

NOTE_RULE = 2 * PT // 5
"""Above the notes; 0.4 pt is the least on newsprint (as frames have it)."""

BEHIND = (NOTE, "qr")
"""Kinds that stand below the byline, in this order."""


def rows_of(galley: Galley, story: Story, em: int, pitch: int) -> tuple[Row, ...]:
    """The galley as rows: air above subheads, the byline behind a short last line.

    Notes follow the byline, a row apart, under a short rule. *pitch* is from one row to
    the next: where it leaves no room for readings, those have rows of their own.
    """
    rows: list[Row] = []
    copy = len(story.paragraphs)
    kinds = [*(paragraph.kind for paragraph in story.paragraphs), "byline"]
    airy = _with_air(story.paragraphs)
    above: Line | None = None
    ranks = [BEHIND.index(kind) + 1 if kind in BEHIND else 0 for kind in kinds]
    in_order = sorted(galley.lines, key=lambda line: ranks[line.paragraph])
    titles = _titles(in_order, story.paragraphs)
    for line in _noted(in_order, kinds, em, pitch):
        if above and line.first and line.paragraph in airy:
            rows.append(Row(None))
        heads = kinds[line.paragraph] == "subhead"
        title = line in titles
        row = Row(line, heads, first=line.first, last=line.last, title=title)
        if above and rows[-1].line is above and _stay_together(kinds, above, line):
            rows[-1] = replace(rows[-1], keeps=True)
        above = line
        if line.paragraph < copy or not rows:
            rows.append(row)
        elif _share_a_row(rows[-1], line, em):
            rows[-1] = replace(rows[-1], tail=line)
        else:
            rows[-1:] = replace(rows[-1], last=False), replace(row, first=False)
    return with_readings(rows, pitch - em)


def _noted(
    lines: Sequence[Line], kinds: Sequence[str], em: int, pitch: int
) -> Iterator[Line]:
    """The lines, the first of the notes under a rule of a third of its measure (注线).

    It stands near the notes, so that it is theirs at a column's head, too.
    """
    first = kinds.index(NOTE) if NOTE in kinds else None
    y = -above_baseline(em) - (pitch - em)
    for line in lines:
        begins = line.paragraph == first and line.first
        stroke = Stroke(0, y, line.measure // 3, y, NOTE_RULE)
        yield replace(line, strokes=(*line.strokes, stroke)) if begins else line


def _titles(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> list[Line]:
    """Lines of tables above their first rule: their titles."""
    titles: list[Line] = []
    titled = {
        number
        for number, paragraph in enumerate(paragraphs)
        if paragraph.table and paragraph.table.caption
    }
    ruled = {line.paragraph for line in lines if line.strokes}
    for line in lines:
        if line.strokes:
            titled.discard(line.paragraph)
        elif line.paragraph in titled & ruled:
            titles.append(line)
    return titles


def _with_air(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Paragraphs above which a row stays empty.

    Those are subheads, what stands above and below a table, stanzas, what stands above
    and below poems if one has several stanzas, and the first note at the end.
    """
    body = [paragraph for paragraph in paragraphs if paragraph.kind not in BEHIND]
    notes = any(paragraph.kind == NOTE for paragraph in paragraphs)
    airy: set[int] = {len(body)} if notes else set()
    stanzas = any(paragraph.apart for paragraph in body if paragraph.kind == "verse")
    apart_kinds = ("table", "verse") if stanzas else ("table",)
    at = 0
    for block in blocks_of(body):
        ends = at + len(block)
        apart = {at + n for n, paragraph in enumerate(block) if paragraph.apart}
        if apart or block[0].kind in apart_kinds:
            airy |= {at, ends, *apart}
            if ends == len(body):
                airy.add(len(paragraphs))  # the byline, which stands before the notes
        elif block[0].kind == "subhead":
            airy.add(at)
        at = ends
    return airy


def _stay_together(kinds: Sequence[str], above: Line, line: Line) -> bool:
    """Whether two lines stand in one column.

    Those of a table do, a question and the beginning of its answer, a line of verse and
    its rest, a salutation with the letter, and a signature with the copy that it signs.
    """
    kind, before = kinds[line.paragraph], kinds[above.paragraph]
    goes_on = kind in ("verse", "qr") and not line.first
    if kind in ("table", "signature") or before == "salutation" or goes_on:
        return True
    return kind == "answer" and before == "question"


def _share_a_row(row: Row, byline: Line, em: int) -> bool:
    """Whether a byline finds room behind the copy's last line, two ems apart."""
    if row.line is None or row.tail is not None or row.heads or not byline.pieces:
        return False
    return row.line.width + 2 * em <= byline.pieces[0].xs[0]
