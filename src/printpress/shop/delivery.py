"""The job ticket of a delivery: which files the shop gets now, and what they are for.

The manifest tells of everything that is made; the ticket of what goes out this time,
so that a page sent again replaces one and no more.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from printpress import __version__
from printpress.pictures.packed import PackedPicture
from printpress.pipeline import MadeUp
from printpress.shop.files import FIRST_VERSION, WHOLE, ShopFile, Versions
from printpress.shop.manifest import plates_of
from printpress.units import MM

TICKET = "ticket.json"
"""The ticket's name."""


def delivery_ticket(
    made: MadeUp,
    files: Sequence[ShopFile],
    pictures: Mapping[str, PackedPicture],
    versions: Versions,
    again: Collection[int] = (),
) -> bytes:
    """The ticket for the files written; *again*: the pages that are sent again."""
    issue, press = made.issue, made.issue.press
    (whole,) = (each for each in files if each.name == WHOLE)
    single = issue.house.page.trim
    told: dict[str, Any] = {
        "job": f"{issue.edition.code}_{issue.date:%Y%m%d}",
        "printpress": __version__,
        "issue": issue.title,
        "date": issue.date.isoformat(),
        "edition": issue.edition.name,
        "closed": f"{issue.made:%Y-%m-%d %H:%M}",
        "press": press.name,
        "standard": press.standard,
        "condition": press.output.condition or press.output.info,
        "marks": press.marks,
        "pages": sum(len(page.page_nos) for page in whole.pages),
        "page_trim_mm": [round(side / MM, 2) for side in (single.width, single.height)],
        "bleed_mm": round(press.bleed / MM, 2),
        "plates": list(plates_of(whole.pages, pictures)),
        "delivery": "again" if again else "whole",
        "whole": {"file": whole.name, "sha256": whole.digest},
        "files": [_file(each, pictures, versions) for each in files if each != whole],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _file(
    each: ShopFile, pictures: Mapping[str, PackedPicture], versions: Versions
) -> dict[str, Any]:
    (page,) = each.pages
    return {
        "file": each.name,
        "sha256": each.digest,
        "pages": list(page.page_nos),
        "version": versions.get(page.page_nos, FIRST_VERSION),
        "plates": list(plates_of(each.pages, pictures)),
    }
