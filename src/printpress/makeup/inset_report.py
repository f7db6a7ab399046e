"""What make-up tells staff of pictures, quotes and boxes that find too little room."""

from collections.abc import Iterable, Iterator

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, error
from printpress.makeup.frames import Ground
from printpress.makeup.heading import Heading
from printpress.makeup.insets import Arrangement, Inset, room_of
from printpress.makeup.place import Place
from printpress.spec.inset_check import called
from printpress.spec.layout import QuoteSlot
from printpress.text.galley import Line


def inset_findings(
    story: Story,
    place: Place,
    ground: Ground,
    heading: Heading,
    arranged: Arrangement,
) -> Iterator[Diagnostic]:
    """Whether everything can have the rows that it needs or is to have."""
    crowded = False
    for inset in (stand.inset for stand in arranged.stands):
        room = inset.room(room_of(ground, heading, inset))
        if inset.needs > inset.place.rows[1]:
            yield _too_long(story, place, inset)
        if room < inset.bounds[0]:
            crowded = True
            yield _no_room(story, place, inset, max(0, room))
    if not crowded and not arranged.whole:
        yield _no_room_together(story, place)


def _no_room(story: Story, place: Place, inset: Inset, most: int) -> Diagnostic:
    slot, fewest, what = place.slot, inset.bounds[0], called(inset.place)
    return error(
        "inset-unplaced" if inset.needs else "picture-unplaced",
        place.span,
        Both(
            f'the {what.en} of story "{story.id}" is to have {fewest} rows at '
            f'least; slot "{slot.name}" has room for {most} below its heading',
            f"稿件“{story.id}”的{what.zh}至少要 {fewest} 行，版位“{slot.name}”"
            f"标题以下只放得下 {most} 行",
        ),
        fix=Both(
            f"give slot `{slot.name}` more rows in its layout, or shorten heading "
            "or caption",
            f"在版式中给版位 {slot.name} 加行，或缩短标题、图片说明",
        ),
    )


def _no_room_together(story: Story, place: Place) -> Diagnostic:
    slot = place.slot
    return error(
        "inset-unplaced",
        place.span,
        Both(
            f'what is to stand among the text of story "{story.id}" does not find room '
            f'together in slot "{slot.name}", even with the fewest rows',
            f"稿件“{story.id}”的图片、引语、资料按最少行数也不能一起排进版位"
            f"“{slot.name}”",
        ),
        fix=Both(
            f"lower `rows` of the places of slot `{slot.name}` in its layout, give "
            "them other columns, or shorten heading or captions",
            f"在版式中减少版位 {slot.name} 各处的 rows，或换栏，或缩短标题、图片说明",
        ),
    )


def _too_long(story: Story, place: Place, inset: Inset) -> Diagnostic:
    there, what = inset.place, called(inset.place)
    words = story.quote if isinstance(there, QuoteSlot) else story.facts
    return error(
        "inset-too-long",
        words.span if words else place.span,
        Both(
            f'the {what.en} of story "{story.id}" needs {inset.needs} rows; its place '
            f'in slot "{place.slot.name}" has {there.rows[1]} at most',
            f"稿件“{story.id}”的{what.zh}要 {inset.needs} 行，版位“{place.slot.name}”"
            f"最多给它 {there.rows[1]} 行",
        ),
        fix=Both(
            "shorten it, or raise `rows` of its place in the layout",
            "删短，或在版式中加大它的 rows",
        ),
    )


def crossed_findings(
    story: Story, place: Place, lines: Iterable[Line]
) -> Iterator[Diagnostic]:
    """Tables that came to stand beside a picture with text round it."""
    for number in dict.fromkeys(line.paragraph for line in lines):
        where = min(number, len(story.paragraphs) - 1)
        yield error(
            "wrap-crossed",
            story.paragraphs[where].place(0),
            Both(
                f'in slot "{place.slot.name}" paragraph {where + 1} of story '
                f'"{story.id}" comes to stand beside a picture and is too wide for '
                "the room there",
                f"版位“{place.slot.name}”中，稿件“{story.id}”第 {where + 1} 段排到绕排"
                "图片旁边，那里放不下",
            ),
            fix=Both(
                "move it up or down in the text, or take `wrap` from the picture's "
                "place in the layout",
                "在稿中上移或下移，或去掉图片位置的 wrap",
            ),
        )
