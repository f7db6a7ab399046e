"""The rest of a story that goes on at another page, as lines of its own measure.

A paragraph that is divided goes on without an indent. Lines keep the numbers that
their paragraphs and characters have in the whole story, so that what is told of them
leads to the right place.
"""

from dataclasses import replace

from printpress.content.jumps import Point, rest_of_copy
from printpress.content.story import Story
from printpress.makeup.body import first_led, set_before
from printpress.makeup.styles import Styles
from printpress.text.galley import Galley, Line


def rest_of(styles: Styles, story: Story, start: Point) -> Story:
    """The story from a point on, without a byline that stands before the point."""
    rest = rest_of_copy(story, start)
    led = first_led(styles, story)
    if led is not None and (led, 0) < (start.paragraph, start.offset):
        rest = replace(rest, head=replace(rest.head, byline=""))
    return rest


def renumbered(styles: Styles, story: Story, start: Point, galley: Galley) -> Galley:
    """The galley of a rest with its paragraphs counted in the whole story."""
    number = start.paragraph
    gone = start.offset and start.offset + set_before(styles, story, number)

    def whole(line: Line) -> Line:
        if line.paragraph or not start.offset:
            return replace(line, paragraph=line.paragraph + number)
        offset = line.offset + gone
        return replace(line, paragraph=number, offset=offset, first=False)

    return Galley(
        tuple(whole(line) for line in galley.lines),
        tuple(
            replace(
                lack,
                paragraph=lack.paragraph + number,
                offset=lack.offset + (0 if lack.paragraph else gone),
            )
            for lack in galley.missing
        ),
    )


def until(styles: Styles, story: Story, start: Point, galley: Galley) -> Galley:
    """The galley's lines above a point."""

    def above(line: Line) -> bool:
        if line.paragraph != start.paragraph:
            return line.paragraph < start.paragraph
        return point_of(styles, story, line).offset < start.offset

    return replace(galley, lines=tuple(line for line in galley.lines if above(line)))


def point_of(styles: Styles, story: Story, line: Line) -> Point:
    """Where in the story's copy a line begins."""
    if line.first:
        return Point(line.paragraph, 0)
    before = set_before(styles, story, line.paragraph)
    return Point(line.paragraph, line.offset - before)
