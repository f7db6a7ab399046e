"""How ``issue.yaml`` is written: reader, schema and defaults of every key."""

import datetime as dt
import re
from dataclasses import dataclass

from printpress.diagnostics import Both
from printpress.grades import GRADES
from printpress.spec.day_form import DAY
from printpress.spec.fields import Field, Key, Reading
from printpress.spec.moment_form import moment
from printpress.spec.page_form import PAGE, PAGE_NUMBER, PageForm
from printpress.spec.records import (
    list_of,
    located,
    mapping_of,
    one_or_more,
    record,
)
from printpress.spec.source import Located, MappingNode, Node
from printpress.spec.supplied import DayWeather
from printpress.spec.supplied_form import WEATHER
from printpress.spec.values import Kind, choice, integer, scalar, text


@dataclass(frozen=True, slots=True)
class IssueForm:
    """An issue as written, its names not yet looked up."""

    editions: tuple[Located[str], ...]
    """Names of editions, of groups of them, and patterns."""
    date: dt.date
    """The day it appears."""
    closed: dt.datetime | None
    """When its copy was closed."""
    number: int
    """Its running number."""
    press: Located[str]
    """The print shop's name."""
    house: Located[str] | None
    """The house's name; None for ``layouts/house.yaml``."""
    pages: dict[Located[tuple[int, ...]], PageForm]
    """Pages by their numbers."""
    jumps: dict[Located[str], Located[str]]
    """Stories → page and slot in which they go on."""
    pins: dict[Located[str], Located[str]]
    """Decisions a person fixed."""
    accept: tuple[str, ...]
    """Lints that are not to speak."""
    accept_preflight: dict[str, str]
    """Rules of the preflight that it breaks on purpose, with its reasons."""
    total: int | None
    """Issues since the first."""
    weather: tuple[DayWeather, ...]
    """The weather, from today on; empty if not told."""
    node: MappingNode
    """Where it is written."""


def _issue(node: MappingNode, values: dict[str, object]) -> IssueForm:
    return IssueForm(**values, node=node)  # type: ignore[arg-type]  # as the keys say


def _rule(node: Node, reading: Reading) -> str:
    """A rule that may be broken; only issues that break one need their table."""
    from printpress.rules import ACCEPTABLE

    return choice(*ACCEPTABLE).read(node, reading)


_JUMP = scalar(
    lambda found: found if re.fullmatch(r"[0-9]{1,3}\.[^\s./\\#:]+", found) else None,
    Kind(
        "bad-jump-target",
        Both("a page and a slot with a dot between", "版次.版位"),
        "2.tail",
        {"type": ["string", "number"], "pattern": r"^[0-9]{1,3}\.[^\s./\\#:]+$"},
    ),
)

_PIN = scalar(
    lambda found: (
        found
        if re.fullmatch(r"[0-9]{1,3}\.[^\s./\\#:]+(\.[a-z_]+|\.[0-9])+", found)
        else None
    ),
    Kind(
        "bad-pin",
        Both("page.slot.what", "版次.版位.项目"),
        "1.lead.picture.rows",
        {
            "type": "string",
            "pattern": r"^[0-9]{1,3}\.[^\s./\\#:]+(\.[a-z_]+|\.[0-9])+$",
        },
    ),
)

JUMPS = mapping_of(
    located(text("half-year-meeting")), located(_JUMP), example="{story: 2.tail}"
)
"""Where stories go on."""

PINS = mapping_of(
    located(_PIN), located(text("14")), example="{1.lead.picture.rows: 14}"
)
"""What is fixed by hand."""

ACCEPT = list_of(choice(*sorted(GRADES)), example="[story-twice]")
"""Lints that are not to speak."""

ISSUE = record(
    _issue,
    Key(
        "editions",
        one_or_more(located(text("xiqiao")), "[xiqiao]"),
        Both(
            "Editions of layouts/editions: names, groups, patterns such as qing*, or "
            "`all`; a hyphen before one leaves it out.",
            "地方版，见 layouts/editions：可写名称、组名、qing* 之类的通配，或 all；"
            "前面加 - 表示除外。",
        ),
        required=True,
    ),
    Key(
        "date",
        DAY,
        Both("The day it appears.", "出版日期。"),
        required=True,
    ),
    Key(
        "closed",
        moment(),
        Both(
            "When its copy was closed; files are dated with it. Midnight if left out.",
            "签发时间，写进付印文件；缺省为出版日零时。",
        ),
    ),
    Key(
        "number",
        integer(1, 999_999, "312"),
        Both("The running number.", "期号。"),
        required=True,
    ),
    Key(
        "total",
        integer(1, 9_999_999, "1312"),
        Both("Issues since the first.", "总期数（总第几期）。"),
    ),
    Key(
        "press",
        located(text("newsprint")),
        Both("A print shop of layouts/press.", "印厂，见 layouts/press。"),
        required=True,
    ),
    Key(
        "house",
        located(text("broadsheet")),
        Both(
            "A house of layouts, by its file's name; layouts/house.yaml if left out.",
            "报社样式：layouts 中的文件名；缺省为 layouts/house.yaml。",
        ),
    ),
    Key(
        "pages",
        mapping_of(
            located(PAGE_NUMBER),
            PAGE,
            least=1,
            example="{1: {layout: front-a, stories: {lead: half-year-meeting}}}",
        ),
        Both("Pages by number.", "各版。"),
        required=True,
    ),
    Key(
        "jumps",
        JUMPS,
        Both(
            "Where a story goes on that its slot does not hold: page.slot.",
            "转版：版位排不下的稿件接排在哪一版的哪个版位（版次.版位）。",
        ),
        standard="{}",
    ),
    Key(
        "pins",
        PINS,
        Both("Decisions a person fixed.", "人工定下的取值。"),
        standard="{}",
    ),
    Key(
        "accept",
        ACCEPT,
        Both(
            "Lints that are not to speak in this issue.",
            "本期放行的提示（不再报告）。",
        ),
        default=(),
    ),
    Key(
        "accept_preflight",
        mapping_of(
            Field(_rule, lambda _: {}, "small-text"),
            text("测试版，故意排小字"),
            example="{small-text: 测试版，故意排小字}",
        ),
        Both(
            "Rules of the preflight that this issue breaks on purpose, with the "
            "reasons: its findings stay in the report, as accepted.",
            "本期有意违反的印前检查规则及理由；检查结果仍列在报告中，标为放行。",
        ),
        standard="{}",
    ),
    Key(
        "weather",
        WEATHER,
        Both("The weather that pages tell.", "天气预报。"),
        default=(),
    ),
)
"""``issues/*/issue.yaml``."""
