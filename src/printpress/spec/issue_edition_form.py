"""How ``issues/<date>/editions/<edition>.yaml`` is written: what a town has otherwise.

Every value stands over that of the edition's own file and of the issue (house < layout
< issue < edition < edition of the issue). A key without a value takes away what stands
below.
"""

from dataclasses import dataclass
from typing import Any

from printpress.diagnostics import Both
from printpress.spec.edition_form import FURNITURE
from printpress.spec.fields import Draft, Field, Key, Reading, Schema, as_mapping
from printpress.spec.issue_form import ACCEPT, JUMPS, PINS
from printpress.spec.page_changes_form import PAGE_CHANGES
from printpress.spec.records import nullable, record
from printpress.spec.source import MappingNode, Node
from printpress.spec.supplied import DayWeather
from printpress.spec.supplied_form import WEATHER

FOLDER = "editions"
"""Where such files lie, in the issue's folder; ``editions/<edition>/stories`` has the
stories."""


@dataclass(frozen=True, slots=True)
class OwnForm:
    """What an edition has otherwise in one issue, as written."""

    pages: MappingNode | None
    """Pages by their numbers."""
    jumps: MappingNode | None
    """Stories → page and slot."""
    pins: MappingNode | None
    """Decisions a person fixed."""
    accept: tuple[str, ...]
    """Lints that are not to speak of it, beside those of the issue."""
    weather: tuple[DayWeather, ...]
    """The town's own weather; empty for the issue's."""
    node: MappingNode
    """Where it is written."""


def _kept(field: Field[Any]) -> Field[MappingNode]:
    """The keys as written: what they are is read with those of the issue."""

    def read(node: Node, reading: Reading) -> MappingNode:
        return as_mapping(node, reading, field.example)

    def schema(draft: Draft) -> Schema:
        held = field.schema(draft)
        values = nullable(held["additionalProperties"])
        return {**held, "additionalProperties": values}

    return Field(read, schema, field.example, each=field.each)


def _own(node: MappingNode, values: dict[str, Any]) -> OwnForm:
    for key in FURNITURE:  # read with the edition's own
        del values[key.name]
    return OwnForm(**values, node=node)


ISSUE_EDITION = record(
    _own,
    Key(
        "pages",
        PAGE_CHANGES,
        Both(
            "What it has otherwise on pages: only these slots, adverts and so on.",
            "本地方版各版的改动：只写不同的版位、广告等。",
        ),
    ),
    Key("jumps", _kept(JUMPS), Both("Its jumps.", "本地方版的转版。")),
    Key(
        "pins",
        _kept(PINS),
        Both("Decisions a person fixed.", "本地方版人工定下的值。"),
    ),
    Key(
        "accept",
        ACCEPT,
        Both(
            "Lints that are not to speak of it, beside those of the issue.",
            "本地方版另外放行的提示。",
        ),
        default=(),
    ),
    Key(
        "weather",
        WEATHER,
        Both("Its own weather.", "本地天气，代替通用版的天气。"),
        default=(),
    ),
    *FURNITURE,
)
"""``issues/*/editions/*.yaml``."""
