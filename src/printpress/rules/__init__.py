"""Every rule of the preflight as data: what it says, who asks for it, how grave it is.

Only what is said stands here; how a file is measured stands in
:mod:`printpress.preflight`. Press files name these rules, so they lie below both.
The clause numbers of ISO 15930 are not repeated: those at hand were second-hand.
"""

from collections.abc import Mapping
from types import MappingProxyType

from printpress.rules.content import CONTENT
from printpress.rules.identity import IDENTITY
from printpress.rules.newspaper import NEWSPAPER
from printpress.rules.pages import PAGES
from printpress.rules.record import X1A, X4, Rule
from printpress.rules.rendered import RENDERED

__all__ = ["ACCEPTABLE", "RULES", "X1A", "X4", "Rule"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for rule in (*IDENTITY, *CONTENT, *PAGES, *NEWSPAPER, *RENDERED)}
)
"""Rule id → the rule, in the order of the report."""

ACCEPTABLE = (
    "coarse-picture",
    "coarse-line-art",
    "thin-line",
    "thin-tint-line",
    "thin-white-line",
    "thin-multicolour-line",
    "small-text",
    "small-reversed-text",
    "small-multicolour-text",
    "rich-black-text",
    "rich-black-area",
    "black-knocks-out",
    "black-line-knocks-out",
    "black-limit",
    "ink-high",
    "ink-peak",
    "qr-unreadable",
    "qr-module",
    "qr-module-small",
    "qr-inks",
)
"""Rules that an issue may break on purpose, with its reason: how things look in print.
What makes a file unfit for a press, or another than the issue, is never accepted."""
