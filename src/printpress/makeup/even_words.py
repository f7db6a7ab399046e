"""Words shared out evenly over a width (均排)."""

from collections.abc import Sequence
from dataclasses import replace

from printpress.makeup.compositor import Compositor, placed_in
from printpress.makeup.grid import Strip
from printpress.makeup.placed import Placed, SetLine
from printpress.makeup.styles import Style


def spread(
    compositor: Compositor, words: Sequence[str], style: Style, strip: Strip
) -> list[SetLine]:
    """Words shared out evenly from edge to edge (均排), their em boxes' tops at 0."""
    lines = [compositor.line(word, style, heading=True) for word in words]
    natural = sum(line.width for line in lines)
    if natural > strip.width > 0:  # set smaller rather than one over the other
        _, style = compositor.fitted("".join(words), style, strip.width, heading=True)
        lines = [compositor.line(word, style, heading=True) for word in words]
        natural = sum(line.width for line in lines)
    spare = strip.width - natural
    gaps = max(1, len(lines) - 1)
    done, cursor = [], strip.x
    for index, line in enumerate(lines):
        shift = spare * index // gaps if len(lines) > 1 else spare // 2
        done.append(placed_in(line, style, cursor + shift, 0))
        cursor += line.width
    return done


def row_of_words(
    compositor: Compositor, words: Sequence[str], style: Style, strip: Strip, top: int
) -> list[Placed]:
    """Words shared out evenly on one line whose em box has the given top."""
    done = spread(compositor, words, style, strip)
    return [replace(line, y=line.y + top) for line in done]
