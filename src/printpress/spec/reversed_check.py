"""White letters on colour: which colours carry them, and which roles may have them."""

from collections.abc import Iterator

from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.house import House, Role

LEAST_CONTRAST = 3
"""Between letters and their ground (WCAG 2.1, 1.4.3, for large letters)."""


def strong_colours(house: House) -> Both:
    """The house's colours that stand out from white."""
    strong = [
        f"`{name}`"
        for name, ink in house.colours.items()
        if ink.contrast >= LEAST_CONTRAST
    ]
    return Both(", ".join(strong), "、".join(strong))


def reversed_faults(house: House) -> Iterator[Diagnostic]:
    """Labels of headings in colours that are too pale, and what has no label."""
    for name, role in house.roles.items():
        for part, inner in _parts(role):
            if not inner.reverse:
                continue
            if part not in ("kicker", "deck"):
                yield _no_label(f"{name}.{part}" if part else name, inner)
            elif house.colours[inner.reverse].contrast < LEAST_CONTRAST:
                yield _pale(f"{name}.{part}", inner, house)


def _parts(role: Role) -> Iterator[tuple[str, Role]]:
    yield "", role
    for part in ("kicker", "headline", "deck", "number", "label"):
        inner = getattr(role, part)
        if inner is not None:
            yield part, inner


def _no_label(name: str, role: Role) -> Diagnostic:
    return error(
        "out-of-range",
        role.span,
        Both(
            f'the role "{name}" cannot have `reverse`: only a kicker or a deck can',
            f"样式“{name}”不能写 reverse，只有引题和副题可以",
        ),
        fix=Both(
            "write it under `kicker` or `deck`; a whole heading is reversed by its "
            "slot's `reverse`",
            "写在 kicker 或 deck 下；整个标题反白写在版位的 reverse",
        ),
    )


def _pale(name: str, role: Role, house: House) -> Diagnostic:
    strong = strong_colours(house)
    return error(
        "out-of-range",
        role.span,
        Both(
            f'"{role.reverse}" is too pale for the label of "{name}": white letters on '
            "it cannot be read",
            f"“{role.reverse}”太浅，“{name}”的反白字看不清",
        ),
        fix=Both(f"write one of {strong.en}", f"可写 {strong.zh}"),
    )
