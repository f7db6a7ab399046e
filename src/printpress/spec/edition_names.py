"""Which editions an issue has: names, groups, patterns, ``all``, and what is left out.

Nobody lists two hundred names. ``editions: all`` takes every file of the folder,
``[县区, qing*]`` a group and whatever begins so, ``[all, -qingxi]`` all but one.
"""

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase

from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.spec.nearest import did_you_mean, listed

ALL = "all"
"""Every edition of the paper."""

WITHOUT = "-"
"""Before what is left out."""

Groups = Callable[[], Mapping[str, tuple[str, ...]]]
"""Group → its editions; asked only where a name is no edition's."""

Written = Iterable[tuple[str, Span | None]]
"""Names as written, each with its place."""


def chosen(
    written: Written, known: Iterable[str], groups: Groups
) -> tuple[dict[str, Span | None], tuple[Diagnostic, ...]]:
    """Editions in the order written, each once, with the place that calls it.

    A plain name that nothing has is among them: that there is no such file is told
    where it is read.
    """
    names = sorted(known)
    taken: dict[str, Span | None] = {}
    found: list[Diagnostic] = []
    for text, span in written:
        wanted = text.removeprefix(WITHOUT)
        meant = _meant(wanted, names, groups)
        if meant is None and wanted == text and not is_pattern(text):
            taken.setdefault(text, span)
        elif meant is None:
            found.append(_none(wanted, span, names))
        elif wanted == text:
            for name in meant:
                taken.setdefault(name, span)
        else:
            for name in meant:
                taken.pop(name, None)
    return taken, tuple(found)


def is_pattern(text: str) -> bool:
    """Whether the text stands for several editions by their names."""
    return text == ALL or any(sign in text for sign in "*?[")


def _meant(wanted: str, names: list[str], groups: Groups) -> Iterable[str] | None:
    """The editions that a name, a pattern or a group stands for; None if none."""
    if wanted in names:
        return (wanted,)
    if wanted == ALL:
        return names or None
    if is_pattern(wanted):
        return [name for name in names if fnmatchcase(name, wanted)] or None
    return groups().get(wanted)


def _none(wanted: str, span: Span | None, names: list[str]) -> Diagnostic:
    guess, known = did_you_mean(wanted, names), listed(names)
    return error(
        "unknown-edition",
        span,
        Both(
            f'no edition is called "{wanted}", and no group',
            f"没有名为“{wanted}”的地方版或分组",
        ),
        fix=Both(
            f"{guess.en}layouts/editions has {known.en}; groups are `groups:` there",
            f"{guess.zh}layouts/editions 中有 {known.zh}；分组写在其中的 groups",
        ),
    )
