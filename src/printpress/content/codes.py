"""QR codes of stories and pages: what they hold, their modules, and their words."""

from dataclasses import dataclass, field

from printpress.content.faults import bad_characters
from printpress.content.qr import QrMatrix, matrix
from printpress.diagnostics import PressError, Span
from printpress.spec.supplied import CodeSpec
from printpress.units import MM

MODULE = 6 * MM // 10
"""A module at a story's end: above the half millimetre that newsprint asks for."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with the words beside it."""

    matrix: QrMatrix
    """Its modules."""
    caption: tuple[str, ...]
    """The lines beside it, as they break."""
    span: Span = field(compare=False)
    """Where its address is written."""


def read_code(spec: CodeSpec) -> Code:
    """The code that is asked for; raises ``PressError`` for words that cannot be."""
    found = [
        fault
        for words in spec.caption
        for fault in bad_characters(words, spec.span, exact=False)
    ]
    if found:
        raise PressError(found)
    # The form bounds an address to what every level holds.
    return Code(matrix(spec.url, spec.level), spec.caption, spec.span)
