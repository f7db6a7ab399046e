"""Laws of make-up: whatever the copy, nothing is lost and nothing overlaps."""

from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk import (
    EM,
    HERE,
    ROW,
    a_picture,
    a_picture_slot,
    a_slot,
    a_story,
    lines_of,
    pictures_of,
    words_of,
    write_desk,
)
from tests.faces import HAN

from printpress import spec
from printpress.content.jumps import Jump
from printpress.content.story import HeadingText, Story
from printpress.diagnostics import has_errors
from printpress.display.dump import dump
from printpress.geometry import Rect
from printpress.makeup.conservation import losses
from printpress.makeup.frames import Ground
from printpress.makeup.pages import make_up
from printpress.makeup.placed import (
    FrameLine,
    Page,
    Patch,
    PlacedPicture,
    Rule,
    SetLine,
    Shape,
)
from printpress.paths import Close
from printpress.pipeline import make_edition
from printpress.spec.layout import SlotSpec


def examples(tenths: int) -> settings:
    """So many tenths of the profile's examples: pages take time."""
    return settings(max_examples=settings().max_examples * tenths // 10)


MARKS = "，。、；：？！“”（）《》"
words = st.lists(
    st.one_of(
        st.text(HAN[:40], min_size=1, max_size=9),
        st.sampled_from([*MARKS, "2025", "12.5%", "——", "……", "Wi-Fi", "GB/T"]),
    ),
    min_size=1,
    max_size=9,
).map("".join)
blocks = st.lists(
    st.one_of(words, st.text(HAN[:20], min_size=1, max_size=12).map("## {}".format)),
    min_size=1,
    max_size=3,
)
headings = st.lists(
    st.text(HAN[:20], min_size=1, max_size=8), min_size=1, max_size=3
).map("|".join)


@st.composite
def stories(draw, name: str, pictures: bool = True):
    parts = {"headline": draw(headings), "id": name}
    for part in ("kicker", "deck"):
        if draw(st.booleans()):
            parts[part] = draw(headings)
    if draw(st.booleans()):
        parts["byline"] = draw(st.sampled_from(["记者", "本讯记者 文中和"]))
    if pictures and draw(st.booleans()):
        caption = draw(st.text(HAN[:20], max_size=60))
        parts["pictures"] = (a_picture(caption, draw(st.sampled_from(["", "文"]))),)
    return a_story("\n\n".join(draw(blocks)), **parts)


@st.composite
def slots(draw, name: str, cols, rows):
    whole = draw(st.sampled_from([True, True, True, False]))
    last = rows[1] if whole else draw(st.integers(*rows))
    boxed = draw(st.booleans())
    columns = draw(st.sampled_from([None, 1, 2]))
    width = cols[1] - cols[0] + 1
    count = columns or width
    first = draw(st.integers(1, count))
    over = (first, draw(st.integers(first, count)))
    fewest = draw(st.integers(1, 6))
    picture = draw(
        st.sampled_from(["top", "foot", "middle", "above"]).map(
            lambda at: a_picture_slot(over, at, (fewest, fewest + 6))
        )
    )
    return a_slot(
        name,
        cols=cols,
        rows=(rows[0], last),
        columns=columns,
        role=draw(st.sampled_from(["plain", "lead"])),
        frame=FRAMES[rows[0] % len(FRAMES)] if boxed else "",
        tint="tint" if boxed and draw(st.booleans()) else "",
        picture=picture,
        rule=draw(st.sampled_from(["none", "above"])),
    )


FRAMES = ("hairline", "wavy", "meander", "corners")


@dataclass(frozen=True)
class Drawn:
    """A page to make up: slots, and their stories by slot."""

    slots: list[SlotSpec]
    copy: dict[str, tuple[Story, ...]]

    @property
    def stories(self) -> list[Story]:
        return [story for told in self.copy.values() for story in told]

    def _repr_pretty_(self, printer, _):
        lines = []
        for slot in self.slots:
            lines.append(f"{slot.cols} {slot.rows} {slot.role} {slot.frame}{slot.tint}")
            lines.append(f"  {slot.heading} {slot.side} {slot.setting} {slot.columns}")
            lines += [f"  {p.at} {p.over} {p.rows}" for p in slot.pictures]
            lines += [
                f"  {story.head.kicker} / {story.head.headline} / {story.head.deck}"
                f" ({story.head.byline}) {[p.caption for p in story.pictures]}"
                f" {[(p.kind, p.text) for p in story.paragraphs]}"
                for story in self.copy[slot.name]
            ]
        printer.text("\n".join(lines))


@st.composite
def stood_up(draw, slot: SlotSpec):
    """The slot, its heading or its text or both in vertical lines."""
    changes: dict[str, Any] = {}
    if draw(st.booleans()):
        changes |= {
            "heading": "vertical",
            "side": draw(st.sampled_from(["right", "left"])),
        }
    if draw(st.booleans()):
        changes |= {"setting": "vertical", "pictures": ()}
    return replace(slot, **changes)


@st.composite
def pages(draw):
    """Slots side by side and below each other, a story or two in each."""
    cells = [((1, 2), (2, 16)), ((3, 3), (2, 16)), ((1, 3), (18, 30))]
    chosen, copy = [], {}
    for number, (cols, rows) in enumerate(cells):
        slot = draw(slots(f"slot-{number}", cols, rows))
        count = draw(st.sampled_from([1, 1, 1, 2]))
        if count == 1 and draw(st.booleans()):
            slot = draw(stood_up(slot))
        chosen.append(slot)
        copy[slot.name] = tuple(
            draw(stories(f"story-{number}-{n}", pictures=count == 1))
            for n in range(count)
        )
    return Drawn(chosen, copy)


def made(desk, page):
    """(Page, overset lines by story, diagnostics) of a drawn page."""
    makeup, found = make_up(desk.issue(desk.page(page.slots, page.copy)), desk.library)
    return makeup.pages[0], makeup.overset, found


def squeezed(text: str) -> str:
    return "".join(text.split())


@examples(6)
@given(pages())
def test_no_character_is_lost_or_repeated(desk, page):
    done, overset, _ = made(desk, page)
    for story in page.stories:
        placed = [
            line
            for line in lines_of(done.placed, "body", "subhead", "byline")
            if line.story == story.id
        ]
        left = overset.get(story.id, ())
        told = "".join([*map(words_of, placed), *(line.text for line in left)])
        byline = f"（{story.head.byline}）" if story.head.byline else ""
        copy = "".join(p.text for p in story.paragraphs) + byline
        assert squeezed(told) == squeezed(copy)


@examples(6)
@given(pages())
def test_every_heading_is_printed_whole(desk, page):
    done, _, _ = made(desk, page)
    for story in page.stories:
        for part, text in (
            ("kicker", story.head.kicker),
            ("headline", story.head.headline),
            ("deck", story.head.deck),
        ):
            placed = [
                words_of(line)
                for line in lines_of(done.placed, part)
                if line.story == story.id
            ]
            assert "".join(placed) == (str(text) if text else "")


@examples(6)
@given(pages())
def test_every_line_of_text_stands_on_the_grid_in_its_column(desk, page):
    done, _, _ = made(desk, page)
    grid = desk.grid
    by_story = {story.id: slot for slot in page.slots for story in page.copy[slot.name]}
    for line in lines_of(done.placed, "body", "subhead", "byline"):
        slot = by_story[line.story]
        ground: Ground = desk.ground(slot)
        if line.line.down:
            assert slot.setting == "vertical"
            assert (line.y - grid.em_top(1)) % ROW == 0 or slot.columns
            assert line.line.measure % EM == 0
            continue
        row, off = divmod(line.y - grid.baseline(1), ROW)
        assert off == 0
        assert slot.rows[0] <= row + 1 <= slot.rows[1]
        if slot.heading == "vertical":
            continue  # its columns are what the heading leaves
        assert line.x in {strip.x for strip in ground.columns}
        assert line.line.measure == ground.columns[0].width


def box_of(line: SetLine) -> Rect:
    """The em boxes of the line's glyphs, from the first ink to the last advance."""
    size = line.line.pieces[0].size if line.line.pieces else EM
    start = line.line.pieces[0].xs[0] if line.line.pieces else 0
    if line.line.down:
        if line.line.pieces and line.line.pieces[0].way == "across":
            start = 0  # digits side by side: what is known is their baseline
        head = line.y + start
        return Rect(line.x - size // 2, head, size, line.line.width - start)
    top = line.y - round(size * 0.88)
    return Rect(line.x + start, top, line.line.width - start, size)


@examples(6)
@given(pages())
def test_in_a_page_without_errors_nothing_overlaps(desk, page):
    done, _, found = made(desk, page)
    if has_errors(found):
        return
    lines = [box_of(line) for line in lines_of(done.placed) if line.line.pieces]
    pictures = [picture.rect for picture in pictures_of(done.placed)]
    for one, other in combinations([*lines, *pictures], 2):
        assert not one.overlaps(other), (one, other)


@examples(6)
@given(pages())
def test_text_never_stands_on_a_picture(desk, page):
    done, _, _ = made(desk, page)
    pictures = pictures_of(done.placed)
    for line in lines_of(done.placed, "body", "subhead", "byline"):
        own = [p.rect for p in pictures if p.story == line.story]
        assert not any(box_of(line).overlaps(rect) for rect in own)


def rect_of(thing) -> Rect:
    match thing:
        case SetLine():
            return box_of(thing)
        case Rule():
            wide, deep = thing.x1 - thing.x0, thing.y1 - thing.y0
            return Rect(thing.x0, thing.y0, wide, deep)
        case Patch():
            return thing.rects[0]
        case FrameLine() | PlacedPicture():
            return thing.rect
        case Shape():
            points = [p for p in thing.path if not isinstance(p, Close)]
            xs, ys = [p.x for p in points], [p.y for p in points]
            box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            return box.inset(-thing.width // 2)
    raise AssertionError(thing)


@examples(4)
@given(pages())
def test_text_never_stands_on_an_ornament(desk, page):
    done, _, found = made(desk, page)
    if has_errors(found):
        return
    ornaments = [rect_of(thing) for thing in done.placed if isinstance(thing, Shape)]
    for line in lines_of(done.placed):
        if line.line.pieces:
            assert not any(box_of(line).overlaps(rect) for rect in ornaments), line


@examples(6)
@given(pages())
def test_in_a_page_without_errors_everything_is_inside_the_trim(desk, page):
    done, _, found = made(desk, page)
    if has_errors(found):
        return
    trim = Rect(0, 0, done.trim.width, done.trim.height)
    for thing in done.placed:
        assert trim.contains(rect_of(thing)), thing


@examples(3)
@given(pages(), st.randoms(use_true_random=False))
def test_the_order_of_slots_changes_nothing(desk, page, chance):
    shuffled = list(page.slots)
    chance.shuffle(shuffled)
    straight, _, _ = made(desk, page)
    other, _, _ = made(desk, Drawn(shuffled, page.copy))
    assert whole(straight) == whole(other)


def whole(page: Page) -> set[str]:
    return {repr(thing) for thing in page.placed}


SLOT_LINES = (
    "  lead: {cols: 1-2, rows: 8-18, role: lead}",
    "  side: {cols: 3, rows: 8-18, role: plain, frame: hairline}",
    "  foot: {cols: 1-3, rows: 20-30, role: plain, columns: 2, rule: above}",
)
FURNITURE_LINES = (
    "  masthead: {cols: 1-2, rows: 1-5}",
    "  dateline: {rows: 6}",
    "  qr: {cols: 3, rows: 1-5, size: 15mm, level: M}",
)


@examples(1)
@given(
    st.permutations(SLOT_LINES),
    st.permutations(FURNITURE_LINES),
    st.permutations(["lead: one", "side: two", "foot: three"]),
)
def test_the_order_of_keys_in_files_changes_no_byte(
    tmp_path_factory, slot_lines, furniture_lines, placed
):
    layout = "\n".join(["furniture:", *furniture_lines, "slots:", *slot_lines, ""])
    head = "---\nheadline: 新闻\n---\n"
    issue = write_desk(
        tmp_path_factory.mktemp("order"),
        {
            "layouts/pages/front.yaml": layout,
            "issues/2025-09-05/stories/market.md": None,
            "issues/2025-09-05/stories/one.md": head + "国家地方" * 30,
            "issues/2025-09-05/stories/two.md": head + "社会经济" * 9,
            "issues/2025-09-05/stories/three.md": head + "市县乡镇" * 40,
            "issues/2025-09-05/issue.yaml": (
                "editions: [town]\ndate: 2025-09-05\nnumber: 7\npress: plain\n"
                f"pages:\n  1: {{layout: front, stories: {{{', '.join(placed)}}}}}\n"
            ),
        },
    )
    spec_, _ = spec.load(issue)
    done = make_edition(spec_, spec_.editions[0])
    assert done.printable
    seen.add(dump(done.pages))
    assert len(seen) == 1


seen: set[str] = set()


@st.composite
def issues(draw):
    """A story on page 1 that may go on at page 2, among others."""
    jumping = draw(stories("one"))
    more = draw(st.integers(0, 12))
    paragraphs = draw(st.lists(words, min_size=more, max_size=more))
    if paragraphs:
        longer = a_story("\n\n".join(paragraphs)).paragraphs
        jumping = replace(jumping, paragraphs=(*jumping.paragraphs, *longer))
    first = draw(slots("lead", (1, 2), (2, draw(st.integers(8, 16)))))
    tail = replace(draw(slots("tail", (1, 3), (2, 14))), pictures=())
    others = [
        draw(slots("side", (3, 3), (2, 16))),
        draw(slots("foot", (1, 3), (18, 30))),
    ]
    told = [draw(stories("two")), draw(stories("three"))]
    return jumping, first, tail, others, told


def laid_out(desk, drawn):
    """The issue of such stories, made up, and what was said."""
    jumping, first, tail, (side, foot), (two, three) = drawn
    head = HeadingText.parse("国家|地方")
    jump = Jump(jumping.id, 1, "lead", 2, "tail", head, HERE, HERE)
    pages = (
        desk.page([first, side], {"lead": (jumping,), "side": (two,)}),
        desk.page([tail, foot], {"foot": (three,)}, number=2),
    )
    issue = desk.issue(*pages, jumps=(jump,))
    makeup, found = make_up(issue, desk.library)
    assert "missing-glyph" not in {diagnostic.code for diagnostic in found}
    return issue, makeup, found


@examples(6)
@given(issues())
def test_nothing_is_lost_where_stories_jump(desk, drawn):
    issue, makeup, found = laid_out(desk, drawn)
    assert [*losses(issue, makeup)] == []
    # Read in order, both parts are the story, whatever the checker may think of it.
    lines = [
        line
        for page in makeup.pages
        for line in lines_of(page.placed, "body", "subhead", "byline")
        if line.story == "one"
    ]
    told = "".join(
        [*map(words_of, lines), *(line.text for line in makeup.overset.get("one", ()))]
    )
    story = drawn[0]
    byline = f"（{story.head.byline}）" if story.head.byline else ""
    copy = "".join(p.text for p in story.paragraphs) + byline
    assert squeezed(told) == squeezed(copy)
    parts = [fit for fit in makeup.fits if fit.story == "one"]
    assert [fit.page_no for fit in parts] in ([1], [1, 2])
    jumps = [len(lines_of(page.placed, "jump")) for page in makeup.pages]
    assert jumps == ([1, 1] if len(parts) > 1 else [0, 0])
    codes = {diagnostic.code for diagnostic in found}
    if len(parts) > 1 and "bad-jump" not in codes:
        first = [
            line
            for line in lines_of(makeup.pages[0].placed, "body")
            if line.story == "one"
        ]
        assert not first[-1].line.last
        assert first[-1].line.width >= first[-1].line.measure - EM // 2
        assert sum(fit.lines for fit in parts[:1]) > 4


@examples(4)
@given(issues(), st.data())
def test_a_line_taken_out_or_doubled_by_hand_is_found(desk, drawn, data):
    issue, makeup, _ = laid_out(desk, drawn)
    page_no = data.draw(st.integers(0, 1))
    page = makeup.pages[page_no]
    lines = [
        (at, thing)
        for at, thing in enumerate(page.placed)
        if isinstance(thing, SetLine)
        and thing.story
        and thing.part != "jump"
        and squeezed(thing.line.text)
    ]
    at, line = data.draw(st.sampled_from(lines))
    gone = (*page.placed[:at], *page.placed[at + 1 :])
    for placed, lost in ((gone, True), ((*page.placed, line), False)):
        pages_ = list(makeup.pages)
        pages_[page_no] = replace(page, placed=placed)
        (loss,) = losses(issue, replace(makeup, pages=tuple(pages_)))
        assert loss.story.id == line.story
        told = loss.lost if lost else loss.doubled
        assert sorted(told) == sorted(squeezed(line.line.text))
        assert not (loss.doubled if lost else loss.lost)
