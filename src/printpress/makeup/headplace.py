"""Which of its places a story's heading takes in its slot (题文位置)."""

from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.makeup.compositor import Compositor
from printpress.makeup.frames import Ground
from printpress.makeup.grid import Grid, Strip
from printpress.makeup.heading import Heading, Manner, manner_of, set_heading
from printpress.makeup.onpicture import set_on_picture
from printpress.spec.layout import SlotSpec


def heading_in_slot(
    compositor: Compositor,
    grid: Grid,
    ground: Ground,
    placed: tuple[Story, SlotSpec],
    picture: Strip | None,
) -> tuple[Heading, Diagnostic | None]:
    """The heading where its slot has it; *picture* is the width of the story's."""
    story, slot = placed
    if slot.heading == "vertical":
        return Heading((), 0), None
    if slot.inset_heading:
        from printpress.makeup.insethead import set_inset_heading

        return set_inset_heading(compositor, grid, ground, story, slot)
    if slot.on and picture:
        return set_on_picture(compositor, grid, story, slot, picture)
    # Without a picture the colour for it could be white on white.
    manner = Manner(align=slot.align) if slot.on else manner_of(compositor, slot)
    return set_heading(compositor, story, slot.role, ground.strip, manner)
