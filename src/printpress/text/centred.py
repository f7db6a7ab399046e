"""Marks whose ink stands in the middle of their em, as in Hong Kong and Taiwan.

Faces of Traditional Chinese draw ，。、：； and ？！ there, those of the mainland in
the left half (clreq
§glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks). Which it is shows
in the glyph, whatever the copy's language: trimming the right half of a centred comma
by its language alone cuts it, or leaves it off its middle.

What may be taken from such a mark is a quarter of an em on either side, from both
alike so that its ink stays in the middle, but for a bracket behind it (clreq
§h-punctuation_adjustment_space, the figure of the Hant marks):

* ， 、 ： ； 。 ． have both quarters. ？ ！ have none: they take their em everywhere,
  and an em each side by side.
* Beside brackets a pair is an em and a half (clreq
  §h-adjustment_of_adjacent_punctuation_marks). In 」， and ，「 the bracket gives its
  half; in 。」 it has none to give there, so only the stop's quarter between the two
  goes: the pair takes an em and three quarters. Were the quarter before the stop to go
  too, it would lean on the last character of what was said while every other stop of
  the line has its air (taste; clreq does not say from which side). ？」 and ！」 stay
  two ems.
* At a line's end the mark keeps its em: that it must be half as wide is the mainland's
  rule (GB/T 15834-2011 5.1.10). Where the line must give way it gives half an em
  (clreq §procedures_for_inter-character_spacing_reduction, step 1), and no other share.
* It does not hang in the margin (clreq §hanging_punctuation_marks_at_line_end).
* Within a line nothing more is taken from any mark, brackets included, and nothing is
  added inside a pair: Hong Kong and Taiwan keep marks whole (clreq
  §punctuation_width_adjustment), and the same pair at three distances in one story is
  seen. Lines are filled by what parts the characters alone.

Not settled by clreq (its issue 615): whether books should take anything from centred
marks at all. A house that would not sets them in a style without adjustment.
"""

from collections.abc import Mapping
from typing import Final

from printpress.text.punctuation import (
    BANG,
    CENTRED_PAUSE,
    CENTRED_STOP,
    PAUSE,
    STOP,
    WHOLE_BANG,
)

TELLING: Final = "，、。"
"""A face centres its marks if it centres these three: some display faces of the
mainland have one of them in the middle and the others in their half."""

CENTRED_KINDS: Final[Mapping[str, str]] = {
    PAUSE: CENTRED_PAUSE,
    STOP: CENTRED_STOP,
    BANG: WHOLE_BANG,
}
"""Class → class of the same marks with their ink in the middle."""

Ink = tuple[int, int]
"""Where a glyph's ink begins and ends, in units of its face."""


def in_middle(ink: Ink, upem: int) -> bool:
    """Whether ink is nearer to the middle of its em than to that of its left half.

    Measured on the committed faces: marks of the Traditional one are off the middle by
    at most 0.03 em; ，。、 of the others by 0.2 em or more, but for the brush's comma.

    >>> in_middle((401, 562), 1000), in_middle((77, 229), 1000)
    (True, False)
    """
    left, right = ink
    return left < right and abs(left + right - upem) * 4 <= upem


def centred_kind(kind: str, ink: Ink, upem: int) -> str:
    """The class of a centred mark; without blanks if its ink needs more than half.

    >>> centred_kind(PAUSE, (401, 562), 1000), centred_kind(PAUSE, (220, 780), 1000)
    ('p', 'q')
    """
    left, right = ink
    return CENTRED_KINDS[kind] if min(left, upem - right) * 4 >= upem else WHOLE_BANG
