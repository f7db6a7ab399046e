"""Black in finished pictures held below what the press prints (``ink.black_max``).

Done to pixels that are converted already, whoever made them. Art in black and white
stays solid, as letters do.
"""

from dataclasses import replace

from printpress.colour import FULL
from printpress.pictures.convert import ConvertedPicture
from printpress.pictures.ink import FULL as SOLID


def held_back(picture: ConvertedPicture, black_max: int) -> ConvertedPicture:
    """The picture with no dot of black above *black_max* per mille.

    >>> dark = ConvertedPicture(1, 1, "cmyk", bytes((10, 20, 30, 255)))
    >>> tuple(held_back(dark, 900).pixels)
    (10, 20, 30, 229)
    """
    most = SOLID * black_max // FULL
    if most >= SOLID or picture.ink_model == "bilevel":
        return picture
    if picture.ink_model == "grey":  # counts light
        least = SOLID - most
        table = bytes(max(level, least) for level in range(SOLID + 1))
        return replace(picture, pixels=picture.pixels.translate(table))
    table = bytes(min(level, most) for level in range(SOLID + 1))
    pixels = bytearray(picture.pixels)
    pixels[3::4] = pixels[3::4].translate(table)
    return replace(picture, pixels=bytes(pixels))
