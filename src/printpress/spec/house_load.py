"""Finds the house that an issue is set by, with the presets it extends."""

from pathlib import Path

from printpress.diagnostics import PressError
from printpress.spec.extends import Extending, with_bases
from printpress.spec.fields import Reading
from printpress.spec.house import House
from printpress.spec.house_check import read_house
from printpress.spec.paths import shown
from printpress.spec.root import HOUSE, HOUSES, PRESETS
from printpress.spec.source import Located, MappingNode, Scalar, load_yaml

EXTENDING = Extending("house", (HOUSES,), (HOUSES, PRESETS), "{paper: …}")
"""Houses; presets are none by themselves, for they have no roles and no name."""


def load_house(reading: Reading, named: Located[str] | None = None) -> House:
    """The house of that name, or ``layouts/house.yaml``.

    Raises :class:`~printpress.spec.fields.Unread` and
    :class:`~printpress.diagnostics.PressError`.
    """
    name, span = (named.value, named.span) if named else (HOUSE.stem, None)
    reading.house = f"{HOUSES}/{name}.yaml"
    return read_house(with_bases(name, span, EXTENDING, reading), reading)


def house_of_story(file: Path) -> Located[str] | None:
    """The house that the issue of a story names; None where there is no such issue."""
    issue = file.parent.parent / "issue.yaml"
    try:
        node = load_yaml(issue, shown(issue)) if issue.is_file() else None
    except PressError:  # what is wrong with the issue is no matter of one story
        return None
    named = node.get("house") if isinstance(node, MappingNode) else None
    if not isinstance(named, Scalar) or named.empty:
        return None
    return Located(named.text.strip(), named.span)
