"""Payload → QR modules (the only importer of segno)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """A QR code without its quiet zone."""

    modules: tuple[tuple[bool, ...], ...]
    """Rows from the top; true is dark."""


def matrix(payload: str, level: str) -> QrMatrix:
    """The smallest QR code that holds the payload at that error correction.

    Raises ``ValueError`` where it holds none: the payload is empty or too long.
    """
    import segno

    if not payload:
        raise ValueError("an empty payload")
    try:
        made = segno.make_qr(payload, error=level, boost_error=False)
    except segno.DataOverflowError as trouble:
        raise ValueError("the payload is too long") from trouble
    return QrMatrix(tuple(tuple(bool(module) for module in row) for row in made.matrix))
