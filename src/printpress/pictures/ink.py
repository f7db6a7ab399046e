"""Ink on pictures: how much there is, and no more than the press takes."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

FULL = 255
"""A solid dot, or white light."""

MOST_BLACK = 0.95
"""Black in pictures stays below solid, as newspaper printers ask (the Austrian group's
and IFRA26S's limits)."""

GREY_TOLERANCE = 10
"""Levels of 255 by which the channels of a picture without colour may differ: JPEG's
own noise."""

_STRIP = 128
"""Rows whose ink is reckoned at a time: in whole numbers pixels are four times as
large."""


def _greatest(channel: "Image") -> int:
    """The greatest level of a picture of one channel."""
    extrema = channel.getextrema()
    return int(extrema[1])  # type: ignore[arg-type]  # one channel has one pair


def colourless(picture: "Image") -> bool:
    """Whether the picture, in RGB, CMYK or Lab, needs no ink but black.

    Separations are taken at their word: what they print in three inks stays there.
    """
    from PIL import ImageChops

    if picture.mode == "CMYK":
        inks = picture.split()[:3]
        return all(_greatest(ink) <= GREY_TOLERANCE for ink in inks)
    if picture.mode == "LAB":
        neutral = FULL // 2 + 1
        return all(
            _greatest(channel.point([abs(level - neutral) for level in range(256)]))
            <= GREY_TOLERANCE // 2
            for channel in picture.split()[1:]
        )
    red, green, blue = picture.split()
    return all(
        _greatest(ImageChops.difference(one, other)) <= GREY_TOLERANCE
        for one, other in ((red, green), (green, blue), (blue, red))
    )


def blackest(tac: int) -> int:
    """The greatest level of black, where *tac* per mille is the most ink."""
    return min(int(FULL * MOST_BLACK), FULL * tac // 1000)


def most_ink(picture: "Image") -> int:
    """The most ink of any pixel of a CMYK picture, per mille, at most 17 too much.

    Sums are halved to stay in eight bits, which loses up to four levels of the total;
    they are added again.
    """
    from PIL import ImageChops

    cyan, magenta, yellow, black = picture.split()
    halves = (
        ImageChops.add(cyan, magenta, scale=2),
        ImageChops.add(yellow, black, scale=2),
    )
    quarter = _greatest(ImageChops.add(*halves, scale=2))
    return -(-min(4 * quarter + 4, 4 * FULL) * 1000 // FULL)


def held_to(picture: "Image", tac: int) -> "Image":
    """The CMYK picture with no more ink in any pixel than *tac* per mille.

    Black goes as far as :func:`blackest`. Where the sum is too large the coloured inks
    give way, all by the same share, so that hues stay and shadows stay sharp.
    """
    most = blackest(tac)
    untouched = list(range(FULL + 1)) * 3
    held = picture.point(untouched + [min(level, most) for level in range(FULL + 1)])
    if most_ink(held) <= tac:
        return held
    for top in range(0, held.height, _STRIP):
        box = (0, top, held.width, min(top + _STRIP, held.height))
        strip = held.crop(box)
        if most_ink(strip) > tac:
            held.paste(_lessened(strip, FULL * tac // 1000), box)
    return held


def _lessened(strip: "Image", limit: int) -> "Image":
    """In whole numbers, rounded down: the sum is never above the limit."""
    from PIL import Image, ImageMath

    cyan, magenta, yellow, black = strip.split()

    def least(has: dict[str, Any]) -> Any:
        # A pixel without coloured inks divides by nothing, which gives nothing here.
        ink, coloured = has["ink"], has["cyan"] + has["magenta"] + has["yellow"]
        part = ink * (limit - has["black"]) / coloured
        return has["convert"](has["min"](ink, part), "L")

    def share(ink: Image.Image) -> Image.Image:
        lessened: Image.Image = ImageMath.lambda_eval(
            least, ink=ink, cyan=cyan, magenta=magenta, yellow=yellow, black=black
        )
        return lessened

    return Image.merge("CMYK", (*map(share, (cyan, magenta, yellow)), black))
