"""The job ticket: what the folder of sheets has to know, in JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from printpress import __version__
from printpress.shop.impose import Imposed, Plan
from printpress.shop.signatures import Side, inward
from printpress.units import MM


@dataclass(frozen=True, slots=True)
class TicketFile:
    """A file that the ticket names."""

    name: str
    """Its name, without folders: tickets travel with their files."""
    contents: bytes
    """Its bytes."""

    def as_json(self) -> dict[str, str]:
        """Its name and hash."""
        return {"name": self.name, "sha256": sha256(self.contents).hexdigest()}


@dataclass(frozen=True, slots=True)
class JobTicket:
    """One file of spreads, what it was made of and how it is folded."""

    pages: TicketFile
    """The file of single pages."""
    sheets: TicketFile
    """The file of spreads."""
    plan: Plan
    """What was asked for."""
    imposed: Imposed
    """What came of it."""

    def as_json(self) -> dict[str, Any]:
        """Lengths in millimetres."""
        made, plan = self.imposed, self.plan
        blanks = [n for n, leaf in enumerate(made.pages, 1) if leaf is None]
        return {
            "job": self.sheets.name.removesuffix(".pdf"),
            "printpress": __version__,
            "pages_file": self.pages.as_json(),
            "file": self.sheets.as_json(),
            "standard": made.standard or None,
            "spreads": plan.spreads,
            "binding": plan.binding,
            "pages": len(made.pages),
            "blank_pages": blanks,
            "page_trim_mm": [_mm(side) for side in made.trim],
            "bleed_mm": _mm(made.bleed),
            "creep_mm": _mm(plan.creep),
            "sides": [
                {"file_page": number, **_side(side, plan, blanks)}
                for number, side in enumerate(made.sides, 1)
            ],
        }

    def written(self) -> bytes:
        """The ticket's bytes."""
        return (
            json.dumps(self.as_json(), ensure_ascii=False, indent=1) + "\n"
        ).encode()


def _mm(length: int) -> float:
    return round(length / MM, 3)


def _side(side: Side, plan: Plan, blanks: list[int]) -> Mapping[str, Any]:
    """A side of a sheet; sheets are counted from 1, the outermost first."""
    places = {"left": side.left, "right": side.right}
    told: dict[str, Any] = {} if side.face == "reader" else {"sheet": side.sheet + 1}
    if side.face != "reader":
        told["face"] = side.face
        told["inward_mm"] = _mm(inward(side, plan.creep))
    return {
        **told,
        **places,
        "blank": [page for page in places.values() if page in blanks],
    }
