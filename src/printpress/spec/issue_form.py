"""How ``issue.yaml`` is written: reader, schema and defaults of every key."""

import datetime as dt
import re
from dataclasses import dataclass

from printpress.diagnostics import Both, error
from printpress.grades import GRADES
from printpress.spec.code_form import CODE
from printpress.spec.fields import (
    Field,
    Key,
    Reading,
    as_scalar,
    place,
)
from printpress.spec.moment_form import moment
from printpress.spec.records import (
    list_of,
    located,
    mapping_of,
    one_or_more,
    record,
)
from printpress.spec.source import Located, MappingNode, Node
from printpress.spec.supplied import AdvertSpec, CodeSpec, DayWeather
from printpress.spec.supplied_form import ADVERT, WEATHER
from printpress.spec.values import (
    Kind,
    choice,
    integer,
    name,
    out_of_range,
    scalar,
    text,
)

FIRST_YEAR, LAST_YEAR = 1901, 2099
"""Years whose 农历 is known."""

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

_DATE = re.compile(r"([0-9]{4})-([0-9][0-9])-([0-9][0-9])")
_LOOSE_DATE = re.compile(r"([0-9]{4})\D([0-9]{1,2})\D([0-9]{1,2})日?")
_PAGES = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3}))?")
_DATE_FORM = Both("a date", "日期")


def _date(node: Node, reading: Reading) -> dt.date:
    written = as_scalar(node, reading, "2025-09-05").text.strip()
    match = _DATE.fullmatch(written)
    if match is None:
        loose = _LOOSE_DATE.fullmatch(written)
        meant = (
            f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}"
            if loose
            else "2025-09-05"
        )
        reading.refuse(
            error(
                "bad-date",
                place(node),
                Both(
                    f'"date" is "{written[:30]}", not a date as year-month-day',
                    f"“date”写成“{written[:30]}”，应是 年-月-日",
                ),
                fix=Both(f"write `date: {meant}`", f"写成 `date: {meant}`"),
            )
        )
    year, month, day = (int(part) for part in match.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        reading.refuse(out_of_range(node, f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-12-31"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        reading.refuse(
            error(
                "impossible-date",
                place(node),
                Both(f"there is no day {written}", f"没有 {written} 这一天"),
                fix=Both(
                    f"write a day that exists, such as {_last_day(year, month)}",
                    f"写存在的日期，例如 {_last_day(year, month)}",
                ),
            )
        )


def _last_day(year: int, month: int) -> dt.date:
    """The last day of the month; of the year where there is no such month.

    >>> str(_last_day(2025, 2)), str(_last_day(2025, 13))
    ('2025-02-28', '2025-12-31')
    """
    month = min(max(month, 1), 12)
    if month == 12:  # noqa: PLR2004 - December
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


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


def _issue(node: MappingNode, values: dict[str, object]) -> IssueForm:
    return IssueForm(**values, node=node)  # type: ignore[arg-type]  # as the keys say


def _credits(node: Node, reading: Reading) -> tuple[tuple[str, str], ...]:
    return _in_print_order(_CREDITS.read(node, reading))


_CREDITS = mapping_of(text("责任编辑"), text("林一"), example="{责任编辑: 林一}")


def _rule(node: Node, reading: Reading) -> str:
    """A rule that may be broken; only issues that break one need their table."""
    from printpress.rules import ACCEPTABLE

    return choice(*ACCEPTABLE).read(node, reading)


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
        Field(
            _date,
            lambda _: {"type": "string", "pattern": rf"^{_DATE.pattern}$"},
            "2025-09-05",
        ),
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
