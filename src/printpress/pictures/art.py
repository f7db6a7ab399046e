"""Art without tones (线条图): stamps, seals, signatures, scanned type.

Every pixel is paper or ink, so that steps show at resolutions that photographs need not
have: print shops ask for 600 pixels per inch in place of 150 (GWG 2022 R0032).
"""

from pathlib import Path

from printpress.pictures.head import Header


def bilevel(path: Path, header: Header) -> bool:
    """Whether the file is printed in one bit a pixel, by the rule of :mod:`.shape`.

    Photographs are told by their heads; what may be art is opened, and decoded where
    its palette could hold other colours than those that it uses.
    """
    if header.format == "JPEG" or header.channels != 1 or header.bits > 8:  # noqa: PLR2004 - a palette's most
        return False
    from printpress.pictures.shape import is_art

    return is_art(path, header)
