"""The finished file opened afresh: an oracle that shares no code with the writer.

Takes any PDF's bytes and a print shop's limits, gives a :class:`PreflightReport`.
:mod:`.reading` turns bytes into objects, :mod:`.document` gives pages and boxes,
:mod:`.drawing` what pages show, :mod:`.rendering` what other programs make of them.
Each other module holds checks of one family, functions to faults, which
:mod:`.inspection` lists. What rules say stands in :mod:`printpress.rules`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printpress.preflight.expected import Expected
    from printpress.preflight.report import PreflightReport
    from printpress.spec.press import PressSpec

__all__ = ["inspect"]


def inspect(
    contents: bytes,
    press: "PressSpec",
    expected: "Expected | None" = None,
    *,
    render: bool = True,
) -> "PreflightReport":
    """What there is to say about the file, whoever made it.

    With *expected*, it is held against an issue too. Without *render*, ink and codes
    are not looked at. It never raises, whatever the bytes.
    """
    # Children of .rendering import this package and need nothing of the checks.
    from printpress.preflight.inspection import inspected

    return inspected(contents, press, expected, render=render)
