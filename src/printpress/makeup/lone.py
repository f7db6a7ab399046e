"""What make-up tells staff of lines that stand alone at the ends of columns.

Notes, for the page prints as it is: a slot that is full leaves no choice. A line saved
or won elsewhere moves the break; the fewest characters that do so are named, and only
after the columns have been cut anew with that line less or more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, counted, note
from printpress.makeup.flow import Cut
from printpress.makeup.frames import Frame
from printpress.makeup.keep import Fault, FaultCode, Row, gravity
from printpress.makeup.place import Place

LEAST = 2
"""Characters that a last line must hold (孤字)."""

TRIED = 8
"""Edits that are tried for each line that stands alone, the shortest first (taste)."""

_WHAT: Mapping[FaultCode, Both] = {
    "widow": Both(
        'the last line of paragraph {paragraph} of story "{story}" stands alone at the '
        'head of column {column} (page {page}, slot "{slot}")',
        "稿件“{story}”第 {paragraph} 段的末行单独排在第 {page} 版“{slot}”"
        "第 {column} 栏栏首",
    ),
    "orphan-line": Both(
        'the first line of paragraph {paragraph} of story "{story}" stands alone at '
        'the foot of column {column} (page {page}, slot "{slot}")',
        "稿件“{story}”第 {paragraph} 段的首行单独排在第 {page} 版“{slot}”"
        "第 {column} 栏栏末",
    ),
    "stranded-subhead": Both(
        'a subhead of story "{story}" has one line only, of paragraph {paragraph}, '
        'below it at the foot of column {column} (page {page}, slot "{slot}")',
        "稿件“{story}”的小标题在第 {page} 版“{slot}”第 {column} 栏栏末，"
        "下面只有第 {paragraph} 段的一行",
    ),
}


@dataclass(frozen=True, slots=True)
class _Edit:
    """A change of the copy that saves or wins a line."""

    characters: int
    """How many characters it takes."""
    says: Both
    """What to do."""
    rows: tuple[Row, ...]
    """The story's rows after it."""


def _edits(rows: tuple[Row, ...], story: Story, lacking: int) -> Iterator[_Edit]:
    """A line less, and a line more if the story lacks rows, for each paragraph."""
    for at, row in enumerate(rows):
        line = row.line
        if line is None or not line.last or row.tail or row.heads:
            continue
        if line.paragraph >= len(story.paragraphs):
            continue
        number = line.paragraph + 1
        if not line.first:
            count = line.characters
            above = at - 1 - rows[at - 1].reads
            yield _Edit(
                count,
                Both(
                    f"cut {counted(count, 'character')} in paragraph {number}",
                    f"第 {number} 段删 {count} 字",
                ),
                (
                    *rows[:above],
                    replace(rows[above], last=row.last, keeps=row.keeps),
                    *rows[at + 1 :],
                ),
            )
        if lacking and line.pieces:
            count = (line.measure - line.width) // line.pieces[0].size + LEAST
            longer = replace(row, last=False), replace(row, first=False)
            yield _Edit(
                count,
                Both(
                    f"add {counted(count, 'character')} in paragraph {number}",
                    f"第 {number} 段加 {count} 字",
                ),
                (*rows[:at], *longer, *rows[at + 1 :]),
            )


def _mends(fault: Fault, now: Cut, then: Cut) -> bool:
    """Whether an edit has taken a fault away and brought none as grave."""
    left = {(other.code, other.line.paragraph) for other in then.faults}
    return (
        not then.overset
        and (fault.code, fault.line.paragraph) not in left
        and gravity(then.faults) < gravity(now.faults)
    )


def _lone(
    story: Story, place: Place, fault: Fault, column: int, mend: _Edit | None
) -> Diagnostic:
    paragraph = min(fault.line.paragraph, len(story.paragraphs) - 1)
    facts = {
        "story": story.id,
        "paragraph": paragraph + 1,
        "page": place.page_no,
        "slot": place.slot.name,
        "column": column,
    }
    says = _WHAT[fault.code]
    return note(
        fault.code,
        story.paragraphs[paragraph].place(0),
        Both(says.en.format(**facts), says.zh.format(**facts)),
        fix=mend.says
        if mend
        else Both("save or win a line above it", "在其上文增减一行"),
    )


def lone_findings(
    story: Story,
    place: Place,
    rows: tuple[Row, ...],
    frames: Sequence[Frame],
    cut_anew: Callable[[Sequence[Row]], Cut],
) -> tuple[Diagnostic, ...]:
    """A note for each line that could not be kept with its paragraph."""
    now = cut_anew(rows)
    if not now.faults:
        return ()
    columns = sorted({frame.strip.x for frame in frames})
    edits = sorted(
        _edits(rows, story, now.short + now.stranded), key=lambda edit: edit.characters
    )[:TRIED]
    tried = [(edit, cut_anew(edit.rows)) for edit in edits]
    return tuple(
        _lone(
            story,
            place,
            fault,
            columns.index(frames[fault.frame].strip.x) + 1,
            next((edit for edit, then in tried if _mends(fault, now, then)), None),
        )
        for fault in now.faults
    )
