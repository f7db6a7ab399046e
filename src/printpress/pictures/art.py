"""Art without tones (线条图): stamps, seals, signatures, scanned type.

Every pixel is paper or ink, so that steps show at resolutions that photographs need not
have: print shops ask for 600 pixels per inch in place of 150 (GWG 2022 R0032).
"""

from typing import Protocol


class _Coded(Protocol):
    @property
    def channels(self) -> int: ...

    @property
    def bits(self) -> int: ...


def bilevel(header: _Coded) -> bool:
    """Whether the file has one bit for each pixel."""
    return header.channels == header.bits == 1
