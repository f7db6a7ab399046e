"""Setting Chinese text: copy → lines, with a place for every glyph.

The chain inside this package, each module a stage::

    Paragraph ─ itemize → Items ─ total_fit → Cuts ─ justify → Fill ─ galley → Lines
                                ╰ breaker ╯

:mod:`.punctuation` and :mod:`.prohibition` hold the rules, :mod:`.metrics` what a face
gives across and :mod:`.vertical` what it gives down, :mod:`.hyphenation` where Western
words part, :mod:`.dressing` what stands beside characters, :mod:`.nominal` the same
engine with widths that need no font. The order within a paragraph is clreq's: widths
and pairs, line edges, prohibitions, squeezing in before pushing out, distribution.
Nothing here reads a file of an issue or knows of pages.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printpress.text.nominal import break_lines, natural_width, set_line

__all__ = ["break_lines", "natural_width", "set_line"]


def __getattr__(name: str) -> object:
    """The library functions, loaded when asked for: setting pages needs none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from printpress.text import nominal

    return getattr(nominal, name)
