"""A face cut down to the glyphs in use, as PDF files embed it (``hb-subset``)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from printpress.diagnostics import Both
from printpress.fonts import faults
from printpress.fonts.face import Face

KEPT = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"})
"""What a PDF reader needs of a TrueType font it reaches by ``CIDToGIDMap`` (ISO
32000-1 9.9.1 and 9.7.4.2). Without hints ``cvt``, ``fpgm`` and ``prep`` say nothing;
characters, names and layout features are the PDF's own business."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A small TrueType file and the way to its glyphs."""

    program: bytes
    """The file: equal faces and glyphs give equal bytes."""
    mapping: Mapping[int, int]
    """The face's glyphs → the file's; parts of composite glyphs among them."""


def subset(face: Face, gids: Collection[int]) -> Subset:
    """The glyphs of a face, numbered anew, with glyph 0 empty.

    Raises ``ValueError`` when asked for glyph 0 (``.notdef`` is never drawn) and
    :class:`~printpress.diagnostics.PressError` with the code ``damaged-font``.
    """
    import uharfbuzz as hb

    if 0 in gids:
        raise ValueError(f"{face.name}: .notdef was to be drawn")
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(gids)
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag.encode("latin-1"))
        for tag in face.figures.tags
        if tag not in KEPT
    )
    # Layout substitutions were made by shaping: closing over them adds dead glyphs.
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    try:
        plan = hb.SubsetPlan(face.harfbuzz, wanted)
        program = plan.execute().blob.data
    except RuntimeError as reason:
        found = Both("holds broken glyphs", "里的字形是坏的")
        raise faults.damaged(face.name, face.path, face.span, found) from reason
    return Subset(program, dict(plan.old_to_new_glyph_mapping))
