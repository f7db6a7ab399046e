"""A make-up desk: a small paper in the test face, for stories put down by hand.

The type area is three columns of ten ems of 10 pt, an em apart, and thirty rows of
15 pt; it begins 30 pt from the left and top of a sheet of 380 by 510 pt.
Every expected place can be worked out in the head.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from printpress import spec
from printpress.content.calendar import calendar_day
from printpress.content.issue import Issue, PageCopy
from printpress.content.markup import parse_body
from printpress.content.story import Head, HeadingText, Picture, Story
from printpress.diagnostics import Span
from printpress.fonts.library import Library
from printpress.makeup.compositor import Compositor
from printpress.makeup.frames import Ground, ground_of
from printpress.makeup.grid import Grid
from printpress.makeup.ladder import set_in_slot
from printpress.makeup.pages import grid_of, setter_of
from printpress.makeup.place import Place
from printpress.makeup.placed import PlacedPicture, SetLine
from printpress.makeup.story import SetStory
from printpress.spec.house import House
from printpress.spec.issue import IssueSpec
from printpress.spec.layout import Furniture, LayoutSpec, PictureSlot, SlotSpec
from printpress.units import PT
from tests.faces import HAN, write_face
from tests.papers import write_paper

EM = 10 * PT
ROW = 15 * PT
HERE = Span("here", 1, 1)
SONG_ONLY = "faces: {song: {file: PressTest.ttf, licence: none}}\nfallback: []\n"
HOUSE = """\
paper: {name: 小报, slogan: 大家看}
registration: {number: "CN 00-0000", publisher: 小报社, max_pages: 8}
colours: {red: [0, 100, 90, 0], tint: [0, 0, 0, 10]}
page: {trim: [380pt, 510pt], type_area: {left: 30pt, top: 30pt}}
grid: {columns: 3, cells: 10, gutter: 1, rows: 30, row: 15pt}
body: {font: song, latin: song, size: 10pt, indent: 2, narrow_indent: 2}
roles:
  lead: {headline: {font: song, size: [12pt, 20pt], fill: [0.5, 0.9]}, rows: [2, 4]}
  plain: {headline: {font: song, size: 10pt}}
  subhead: {font: song}
  strong: {font: song}
  byline: {font: song, at: end}
  caption: {font: song, size: 8pt, row: 10pt}
  masthead: {font: song, size: 24pt, colour: red}
  slogan: {font: song, size: 6pt}
  copublisher: {font: song, size: 6pt}
  latin: {font: song, size: 6pt}
  qr: {font: song, size: 6pt, row: 8pt}
  dateline: {font: song, size: 6pt}
  folio: {font: song, size: 7pt, number: {font: song, size: 10pt}}
  section: {font: song, size: 9pt, colour: red}
  imprint: {font: song, size: 6pt}
  bar: {font: song, size: 9pt}
  guide: {headline: {font: song, size: 8pt, row: 11pt}, number: {font: song, size: 8pt}}
"""
MORE_HAN = "正闰冬腊廿卅初甲丙戊己庚辛壬癸辰巳午未申酉戌亥白露第期刊今日版社看家大扫桥头早市天不亮就开了卖豆腐青菜活鱼挨着张林号址电话定价镇出小上下转接短题引副图片明摄村元二标"
LAYOUT = "slots:\n  lead: {cols: 1-3, rows: 1-30, role: lead}\n"

FILES: Mapping[str, str] = {
    "layouts/house.yaml": HOUSE,
    "layouts/pages/base.yaml": LAYOUT,
    "layouts/pages/front.yaml": LAYOUT,
    "fonts/fonts.yaml": SONG_ONLY,
}


def write_desk(folder: Path, changes: Mapping[str, str | bytes | None]) -> Path:
    """The paper as files; its issue."""
    written = "".join(text for text in changes.values() if isinstance(text, str))
    issue = write_paper(folder, {**FILES, **changes})
    wanted = {c for c in MORE_HAN + HOUSE + written if "一" <= c <= "龥"}
    han = "".join(sorted(wanted | set(HAN) | {"■"}))  # the bullet of lists
    write_face(folder / "fonts" / "PressTest.ttf", han=han)
    return issue


def a_slot(name: str = "lead", **changes: Any) -> SlotSpec:
    """A story's slot over the whole type area, unless changed."""
    plain = SlotSpec(
        name=name,
        cols=(1, 3),
        rows=(1, 30),
        use="story",
        role="plain",
        columns=None,
        pictures=(),
        rule="none",
        left_rule=False,
        frame="",
        tint="",
        items=None,
        title="",
        heading="above",
        align="",
        span=HERE,
    )
    if "picture" in changes:
        picture = changes.pop("picture")
        changes["pictures"] = (picture,) if picture else ()
    return replace(plain, **changes)


def a_picture_slot(
    over: tuple[int, int], at: str, rows: tuple[int, int]
) -> PictureSlot:
    """A picture's place in its slot."""
    return PictureSlot(over, at, rows, HERE)  # type: ignore[arg-type]


def a_picture(caption: str = "", credit: str = "") -> Picture:
    """A picture that nobody opens."""
    half = Fraction(1, 2)
    file = Path("boat.png")
    return Picture(file, caption, credit, (half, half), 3000, 2000, HERE)


def a_story(body: str, **changes: Any) -> Story:
    """A story of that Markdown; *kicker*, *headline* … with their joints."""
    paragraphs, found = parse_body(body, "story.md", 1)
    assert not found
    parts = {
        name: HeadingText.parse(changes.pop(name)) if name in changes else None
        for name in ("headline", "kicker", "deck", "guide")
    }
    headline = parts["headline"] or HeadingText.parse("新闻")
    byline = changes.pop("byline", "")
    head = Head(headline, parts["kicker"], parts["deck"], byline)
    pictures = changes.pop("pictures", ())
    quote, facts = changes.pop("quote", None), changes.pop("facts", None)
    name = changes.pop("id", "one")
    assert not changes, changes
    story = Story(name, head, paragraphs, pictures, parts["guide"], HERE)
    return replace(story, quote=quote, facts=facts)


@dataclass(frozen=True)
class Desk:
    """The paper, loaded."""

    spec: IssueSpec
    library: Library
    house: House = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "house", self.spec.house)

    def _repr_pretty_(self, printer: Any, _: Any) -> None:
        printer.text("desk")  # all of it would bury what Hypothesis has to say

    @property
    def grid(self) -> Grid:
        return grid_of(self.house)

    def compositor(self, **changes: Any) -> Compositor:
        """A compositor of the house, or of the house with parts changed."""
        return Compositor(replace(self.house, **changes), self.library)

    def ground(self, slot: SlotSpec) -> Ground:
        return ground_of(self.grid, slot)

    def set(self, story: Story, slot: SlotSpec, **changes: Any) -> SetStory:
        """The story in its slot on page 1; *pinned* rows, a column *rule*."""
        pinned, rule = changes.pop("pinned", None), changes.pop("rule", 0)
        place = Place(1, slot, HERE, rule, pinned_rows=pinned)
        setter = setter_of(self.grid, self.ground(slot), slot)
        return set_in_slot(self.compositor(**changes), setter, story, place)

    def page(
        self,
        slots: Sequence[SlotSpec],
        stories: Mapping[str, tuple[Story, ...]],
        *,
        number: int = 1,
        furniture: Furniture | None = None,
    ) -> PageCopy:
        layout = LayoutSpec(
            "case", Path("case.yaml"), furniture or Furniture(), tuple(slots), 0, HERE
        )
        return PageCopy(number, layout, "", (), stories, {}, HERE)

    def issue(self, *pages: PageCopy, **changes: Any) -> Issue:
        """An issue of those pages."""
        date = self.spec.date
        whole = Issue(
            date=date,
            number=7,
            day=calendar_day(date),
            house=self.house,
            edition=self.spec.editions[0],
            press=self.spec.press,
            fonts=self.spec.fonts,
            pages=pages,
            guide=(),
            qr=None,
            pins={},
            accepted=(),
            spare=(),
            title="小报",
        )
        return replace(whole, **changes)


def open_desk(folder: Path) -> Desk:
    """The desk, its paper written into a folder."""
    issue, _ = spec.load(write_desk(folder, {}))
    return Desk(issue, Library(issue.fonts))


def lines_of(placed: Sequence[object], *parts: str) -> list[SetLine]:
    """The set lines of those parts, or of all."""
    lines = [thing for thing in placed if isinstance(thing, SetLine)]
    return [line for line in lines if not parts or line.part in parts]


def pictures_of(placed: Sequence[object]) -> list[PlacedPicture]:
    """The pictures among what was placed."""
    return [thing for thing in placed if isinstance(thing, PlacedPicture)]


def words_of(line: SetLine) -> str:
    """What a line reads."""
    return line.line.text
