"""Supplied PDF pages before they are placed: what the print shop would say of them.

The preflight judges the file as it came, against the issue's press and standard. Rules
that a page of ours keeps for it are not asked: what its file says of itself, how it is
packed, where its boxes stand. An issue without such adverts never loads the preflight.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from printpress.content.adverts import Advert
from printpress.content.issue import Issue, PageCopy
from printpress.diagnostics import Both, Diagnostic, Severity
from printpress.spec.press import PressSpec
from printpress.supplied.faults import (
    SuppliedError,
    by_rule,
    not_opened,
    refused,
    unknown_spot,
)
from printpress.units import in_mm

if TYPE_CHECKING:
    from printpress.preflight.report import Finding

REPORTS_KEPT: Final = 16
"""Reports of supplied pages that are kept."""

IDENTITY: Final = (
    *("header-version", "binary-comment", "file-id", "info-title", "info-dates"),
    *("trapped", "info-standard", "xmp-missing", "xmp-filtered", "xmp-malformed"),
    *("xmp-standard", "xmp-property", "xmp-disagrees", "output-intent"),
    *("intent-condition", "intent-words", "intent-profile", "intent-class"),
    *("intent-channels", "intent-not-cmyk", "intent-version"),
)
"""What a file says of itself: the issue's file says its own."""

PACKING: Final = ("object-stream", "stream-line-end", "lzw", "embedded-file")
"""How a file is packed: what is taken over is packed anew."""

BOXES: Final = (
    *("trim-box", "trim-and-art", "crop-box", "page-rotated", "trim-differs"),
    *("page-transition", "viewer-area", "alternate-presentation"),
)
"""Where its page stands: boxes and turns are honoured as they are."""

OF_PAGES: Final = ("outside-printable", "grey-text")
"""What is asked of newspaper pages alone; greys stay on the black plate."""

NOT_ASKED: Final = (*IDENTITY, *PACKING, *BOXES, *OF_PAGES)
"""Rules that a supplied page need not keep."""


def advert_findings(issue: Issue) -> tuple[Diagnostic, ...]:
    """What there is to say of the issue's supplied pages, in their order."""
    return tuple(
        found
        for page in issue.pages
        for advert in page.adverts.values()
        if advert.form is not None
        for found in _of_advert(issue, page, advert)
    )


def _of_advert(issue: Issue, page: PageCopy, advert: Advert) -> Iterator[Diagnostic]:
    name, span = advert.spec.file.name, advert.spec.span
    known = {ink.spot for ink in issue.house.colours.values()}
    for spot in advert.form.spots if advert.form else ():
        if spot not in known:
            yield refused(name, span, unknown_spot(spot), Severity.ERROR)
    try:
        contents = advert.spec.file.read_bytes()
    except OSError as trouble:
        yield not_opened(trouble).told(name, span)
        return
    asked = _asked(issue.press, page)
    for finding in _findings(contents, _Asked(repr(asked), asked)):
        if finding.severity is not Severity.NOTE:
            yield refused(name, span, _fault(finding), finding.severity)


def _asked(press: PressSpec, page: PageCopy) -> PressSpec:
    """The press as it looks at an advert of the page."""
    black = {1: "K"} if press.black_only(page.numbers) else {}
    severities = {**press.severities, **dict.fromkeys(NOT_ASKED, "off")}
    return replace(
        press,
        inks_by_page=MappingProxyType(black),
        severities=MappingProxyType(severities),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A press that equals another where both say the same."""

    told: str
    """All that it says."""
    press: PressSpec = field(compare=False)
    """Itself."""


@lru_cache(maxsize=REPORTS_KEPT)
def _findings(contents: bytes, asked: _Asked) -> "tuple[Finding, ...]":
    """What the preflight finds; kept, for a preview asks again with every edit."""
    from printpress.preflight import inspect

    return inspect(contents, asked.press).findings


def _fault(finding: "Finding") -> SuppliedError:
    """The preflight's finding as it is told of an advert."""
    measured, allowed = finding.measured, finding.allowed
    en, zh = [measured.en, finding.object], [measured.zh, finding.object]
    if allowed.en:
        en.append(f"allowed {allowed.en}")
        zh.append(f"允许：{allowed.zh}")
    if finding.places:
        x, y = in_mm(finding.places[0].x), in_mm(finding.places[0].y)
        en.append(f"{x} from its left, {y} from its top")
        zh.append(f"距左边 {x}、上边 {y}")
    told = Both(", ".join(filter(None, en)), "，".join(filter(None, zh)))
    return by_rule(finding.rule.id, told)
