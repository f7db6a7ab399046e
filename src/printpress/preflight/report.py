"""What the preflight found, in values: findings and the report they make up.

A check gives :class:`Fault`; :func:`findings` puts equal faults of a page together and
adds what the table of rules and the press say of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from printpress.diagnostics import Both, Severity
from printpress.geometry import Rect
from printpress.rules import ACCEPTABLE, RULES, Rule
from printpress.units import MM

OBJECTS_SHOWN = 3
"""Things of one finding that are named (taste)."""

PLACES_SHOWN = 40
"""Places of one finding that are kept: more are not looked at one by one (taste)."""

OFF = "off"
"""The severity of rules that a press does not ask for."""


def same(text: str) -> Both:
    """Words that are equal in both languages: names and figures."""
    return Both(text, text)


def at_most(version: tuple[int, int]) -> Both:
    """That no later version is allowed.

    >>> at_most((1, 6)).en
    'at most 1.6'
    """
    number = ".".join(map(str, version))
    return Both(f"at most {number}", f"不高于 {number}")


def at_least(amount: str) -> Both:
    """That no less is allowed.

    >>> at_least("6pt").en
    'at least 6pt'
    """
    return Both(f"at least {amount}", f"不小于 {amount}")


NOTHING = Both("", "")


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of a rule at one place."""

    rule: str
    """The rule's id."""
    measured: Both = NOTHING
    """What was found."""
    allowed: Both = NOTHING
    """What would be right."""
    page: int | None = None
    """On which page, from 1 on."""
    place: Rect | None = None
    """Where, from the trim's top left corner."""
    object: str = ""
    """What it is: a font, a picture, the words themselves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Breaches of one rule by one thing on one page."""

    rule: Rule
    """The rule."""
    severity: Severity
    """How grave the press takes it."""
    page: int | None
    """On which page; None: the file as a whole."""
    places: tuple[Rect, ...]
    """Where, as far as they are kept."""
    count: int
    """How many there are."""
    object: str
    """What it is; of several, the first few."""
    measured: Both
    """What was found; of several, the first."""
    allowed: Both
    """What would be right."""
    accepted: str = ""
    """Why the issue accepts it; empty where it does not."""

    def as_json(self) -> dict[str, Any]:
        """For programs; lengths in millimetres."""
        return {
            "type": "finding",
            "rule": self.rule.id,
            "severity": self.severity.value,
            "source": self.rule.source,
            "page": self.page,
            "places_mm": [_in_mm(place) for place in self.places],
            "count": self.count,
            "object": self.object,
            "measured": self.measured._asdict(),
            "allowed": self.allowed._asdict(),
            "what": self.rule.what._asdict(),
            "fix": self.rule.fix._asdict(),
            "accepted": self.accepted,
        }


def _in_mm(place: Rect) -> dict[str, float]:
    return {
        "x": round(place.x / MM, 2),
        "y": round(place.y / MM, 2),
        "width": round(place.width / MM, 2),
        "height": round(place.height / MM, 2),
    }


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """What there is to say about a file."""

    standard: str
    """What it was held against."""
    press: str
    """The print shop whose limits were taken."""
    pages: int
    """How many it has."""
    findings: tuple[Finding, ...]
    """The gravest first."""

    def number(self, severity: Severity) -> int:
        """How many findings are so grave, those aside that the issue accepts."""
        return sum(
            finding.severity is severity and not finding.accepted
            for finding in self.findings
        )

    @property
    def accepted(self) -> int:
        """How many findings the issue accepts, with its reason."""
        return sum(bool(finding.accepted) for finding in self.findings)

    @property
    def passed(self) -> bool:
        """Whether the press may have the file."""
        return self.number(Severity.ERROR) == 0

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "standard": self.standard,
            "press": self.press,
            "pages": self.pages,
            "passed": self.passed,
            "errors": self.number(Severity.ERROR),
            "warnings": self.number(Severity.WARNING),
            "accepted": self.accepted,
            "findings": [finding.as_json() for finding in self.findings],
        }


def findings(
    faults: Iterable[Fault],
    standard: str,
    severities: Mapping[str, str],
    accepted: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Faults as findings: those the press asks for, equal ones as one.

    *accepted* gives the reasons for which an issue breaks rules; what it accepts is
    told last, and told nevertheless.
    """
    groups: dict[tuple[str, int | None, str], list[Fault]] = {}
    for fault in faults:
        rule = RULES[fault.rule]
        if rule.asked_by(standard) and severities.get(rule.id) != OFF:
            key = (fault.rule, fault.page, fault.allowed.en)
            groups.setdefault(key, []).append(fault)
    made = [_finding(group, severities, accepted) for group in groups.values()]
    grave, order = list(Severity), list(RULES)
    return tuple(
        sorted(
            made,
            key=lambda one: (
                bool(one.accepted),
                grave.index(one.severity),
                order.index(one.rule.id),
                one.page or 0,
            ),
        )
    )


def _finding(
    group: list[Fault], severities: Mapping[str, str], accepted: Mapping[str, str]
) -> Finding:
    first, rule = group[0], RULES[group[0].rule]
    places = dict.fromkeys(fault.place for fault in group if fault.place)
    return Finding(
        rule=rule,
        severity=Severity(severities.get(rule.id, rule.severity.value)),
        page=first.page,
        places=tuple(places)[:PLACES_SHOWN],
        count=len(group),
        object=_named(group),
        measured=first.measured,
        allowed=first.allowed,
        accepted=accepted.get(rule.id, "") if rule.id in ACCEPTABLE else "",
    )


def _named(group: list[Fault]) -> str:
    names = list(dict.fromkeys(fault.object for fault in group if fault.object))
    more = " …" if len(names) > OBJECTS_SHOWN else ""
    return ", ".join(names[:OBJECTS_SHOWN]) + more
