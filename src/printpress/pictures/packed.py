"""A converted picture as the PDF file will hold it: its pixels packed, once.

A print run writes most pictures twice, into the whole edition and into their page's
file, and its next run writes them again. So they are packed where they are converted,
and it is the packed pixels that the cache keeps.
"""

from dataclasses import dataclass

from printpress.pictures.convert import ConvertedPicture, InkModel


@dataclass(frozen=True, slots=True)
class PackedPicture:
    """Pixels packed, ready to be embedded."""

    width_px: int
    """Pixels across."""
    height_px: int
    """Pixels down."""
    ink_model: InkModel
    """CMYK counts ink, grey and bilevel count light."""
    packed: bytes
    """The rows from the top, deflated."""
    profile_ignored: bool = False
    """Whether the picture has a profile of its own that cannot be used."""


def pack(picture: ConvertedPicture) -> PackedPicture:
    """The picture packed."""
    from printpress.deflate import deflate  # checks of an issue need it not

    return PackedPicture(
        picture.width_px,
        picture.height_px,
        picture.ink_model,
        deflate(picture.pixels),
        picture.profile_ignored,
    )
