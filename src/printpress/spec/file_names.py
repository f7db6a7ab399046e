"""Names of the files that a print shop gets, from its template."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from string import Formatter

PLACEHOLDERS = ("code", "date", "page", "version", "edition", "number")
"""Names that a template of file names may hold."""

LONGEST = 120
"""Characters of a name: what every file system takes, in Chinese, too."""

_STRANGE = re.compile(r"[0-9]{3}|\{")
"""In what stands behind a placeholder's colon: a great width, or another placeholder,
which could lead anywhere."""

_UNFIT = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]|^[.\s]|[.\s]$|^$')


class PageLabel:
    """A page's number, or both of a spread's, each in the form asked for.

    >>> f"{PageLabel((3,)):02} {PageLabel((4, 5)):02}"
    '03 04-05'
    """

    def __init__(self, numbers: tuple[int, ...]) -> None:
        self.numbers = numbers
        """One or two."""

    def __format__(self, form: str) -> str:
        """The numbers with a hyphen between."""
        return "-".join(format(number, form) for number in self.numbers)


SAMPLE: Mapping[str, object] = {
    "code": "XQ",
    "date": date(2025, 9, 5),
    "page": PageLabel((4, 5)),
    "version": "A",
    "edition": "xiqiao",
    "number": 312,
}
"""What a template is tried with."""

OTHER_PAGE: Mapping[str, object] = {**SAMPLE, "page": PageLabel((6,))}
"""The same of another page, which gets another name."""


def unknown_part(template: str, known: Collection[str] = PLACEHOLDERS) -> str | None:
    """What stands in braces and is no placeholder; None where all are.

    >>> unknown_part("{code}_{pgae}.pdf"), unknown_part("{page"), unknown_part("{page}")
    ('pgae', '', None)
    """
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return ""
    names = [(name, form or "") for _, name, form, _ in parts if name is not None]
    return next(
        (n for n, form in names if n not in known or _STRANGE.search(form)), None
    )


def file_name(template: str, values: Mapping[str, object]) -> str | None:
    """The template filled in; None where that is no name that files can have.

    >>> file_name("{code}_{date:%m%d}_{page:02}_{version}.pdf", SAMPLE)
    'XQ_0905_04-05_A.pdf'
    >>> file_name("{edition}/{page}.pdf", SAMPLE)
    """
    try:
        name = template.format_map(values)
    except (KeyError, TypeError, ValueError):
        return None
    return None if _UNFIT.search(name) or len(name) > LONGEST else name
