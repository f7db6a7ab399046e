"""What make-up tells staff of a story in its slot: how it fits, and its picture.

What would make it fit is :mod:`.copyfit`'s to say.
"""

from printpress.content.story import Story
from printpress.makeup.flow import Cut
from printpress.makeup.place import Place
from printpress.makeup.placed import StoryFit

SHORT_ROWS = 2
"""Empty rows that pass without a word: deeper holes are seen (art direction)."""


def fit_of(story: Story, place: Place, cut: Cut) -> StoryFit:
    """How the story's rows fitted the frames."""
    placed = [row for column in cut.columns for row in column]
    over = [row for row in cut.overset if row.line]
    lines = [row.line for row in (*placed, *over) if row.line]
    each = sum(line.characters for line in lines) / len(lines) if lines else 0
    empty = cut.short + cut.stranded
    return StoryFit(
        story=story.id,
        page_no=place.page_no,
        slot=place.slot.name,
        rows=len(placed) + empty,
        lines=len(placed) + len(cut.overset),
        overset_lines=len(over),
        overset_characters=sum(line.characters for row in over for line in row.lines),
        short_lines=empty,
        short_characters=round(each * empty),
    )
