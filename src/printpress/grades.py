"""Classes of error as newsrooms count them (差错分类, domain notes 2.8)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Grade = Literal["A", "B", "C"]
"""A: leaders' names, posts and order, dates, the paper's own numbers, large headings.
B: the same story twice, smaller headings. C: names, numbers, marks, irregular pages."""

GRADES: Mapping[str, Grade] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "forbidden-word",
                "imprint-incomplete",
                "internal-editions",
                "name-order",
                "registration-missing",
                "wrong-day",
                "wrong-issue-number",
                "wrong-name",
                "wrong-page-number",
                "wrong-post",
            ),
            "A",
        ),
        **dict.fromkeys(("repeated-sentence", "story-twice"), "B"),
        **dict.fromkeys(
            (
                "bad-jump",
                "broken-parallel",
                "caption-overhang",
                "doubled-word",
                "half-width-mark",
                "heads-collide",
                "heads-must-collide",
                "layout-gap",
                "mixed-numerals",
                "no-dominant",
                "no-separation",
                "photo-floating",
                "rank-inversion",
                "short-leg",
                "stranded-heading",
                "through-gutter",
                "unpaired-mark",
            ),
            "C",
        ),
    }
)
"""Code of a lint → the class a newsroom counts it to."""
