"""How a page of an issue is written: its layout, and what goes to its slots."""

import re
from dataclasses import dataclass

from printpress.diagnostics import Both
from printpress.spec.code_form import CODE
from printpress.spec.fields import Field, Key, Reading
from printpress.spec.records import located, mapping_of, one_or_more, record
from printpress.spec.source import Located, MappingNode, Node
from printpress.spec.supplied import AdvertSpec, CodeSpec
from printpress.spec.supplied_form import ADVERT
from printpress.spec.values import Kind, name, scalar, text

POSTS = (
    "总编辑",
    "总编",
    "值班主任",
    "责任编辑",
    "责编",
    "编辑",
    "美术编辑",
    "美编",
    "版式",
    "摄影",
    "校对",
)
"""Posts in the order in which papers print them; others follow."""

_PAGES = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3}))?")


def _numbers(written: str) -> tuple[int, ...] | None:
    match = _PAGES.fullmatch(written)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    if first < 1 or last - first not in {0, 1}:
        return None
    return tuple(range(first, last + 1))


PAGE_NUMBER = scalar(
    _numbers,
    Kind(
        "bad-page-number",
        Both(
            "a page number, or those of a spread with a hyphen between",
            "版次，或用连字符相连的通版版次",
        ),
        "3",
        {"type": "string", "pattern": rf"^{_PAGES.pattern}$"},
    ),
)


@dataclass(frozen=True, slots=True)
class PageForm:
    """A page as written."""

    layout: Located[str]
    """The layout's name."""
    stories: dict[Located[str], tuple[Located[str], ...]]
    """Stories by slot."""
    section: str
    """The section's name."""
    credits: tuple[tuple[str, str], ...]
    """Posts and names, in the order papers print them."""
    adverts: dict[Located[str], AdvertSpec]
    """Adverts by slot."""
    codes: dict[Located[str], CodeSpec]
    """QR codes by slot."""
    node: MappingNode
    """Where it is written."""


def _in_print_order(credits_by_post: dict[str, str]) -> tuple[tuple[str, str], ...]:
    rank = {post: index for index, post in enumerate(POSTS)}
    return tuple(
        sorted(
            credits_by_post.items(),
            key=lambda pair: (rank.get(pair[0], len(rank)), pair[0]),
        )
    )


def _page(node: MappingNode, values: dict[str, object]) -> PageForm:
    return PageForm(**values, node=node)  # type: ignore[arg-type]  # as the keys say


def _credits(node: Node, reading: Reading) -> tuple[tuple[str, str], ...]:
    return _in_print_order(_CREDITS.read(node, reading))


_CREDITS = mapping_of(text("责任编辑"), text("林一"), example="{责任编辑: 林一}")


PAGE = record(
    _page,
    Key(
        "layout",
        located(text("front-a")),
        Both("A layout of layouts/pages.", "版式名，见 layouts/pages。"),
        required=True,
    ),
    Key(
        "stories",
        mapping_of(
            located(name("lead")),
            one_or_more(located(text("half-year-meeting")), "[clinic, school]"),
            example="{lead: half-year-meeting}",
        ),
        Both("Stories by slot.", "各版位的稿件。"),
        standard="{}",
    ),
    Key("section", text("要闻"), Both("The section's name.", "版名。"), default=""),
    Key(
        "credits",
        Field(_credits, _CREDITS.schema, "{责任编辑: 林一, 校对: 周二}"),
        Both("Posts and names in the folio.", "报眉上的责编、校对。"),
        default=(),
    ),
    Key(
        "adverts",
        mapping_of(located(name("advert")), ADVERT, example="{advert: ads/bank.jpg}"),
        Both("Adverts by slot.", "各广告版位的图片。"),
        standard="{}",
    ),
    Key(
        "codes",
        mapping_of(
            located(name("code")),
            CODE,
            example='{code: {url: "https://example.org/xq"}}',
        ),
        Both("QR codes by slot.", "各二维码版位的网址。"),
        standard="{}",
    ),
    example="{layout: front-a, stories: {lead: half-year-meeting}}",
)
"""One page of an issue."""
