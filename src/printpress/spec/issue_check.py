"""Checks an issue's names against what there is: pages, slots, stories, pins."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from printpress.diagnostics import Both, Diagnostic, Note, Span, counted, error, warning
from printpress.spec.fields import not_yet, place_at
from printpress.spec.house import House
from printpress.spec.issue import PageSpec
from printpress.spec.issue_form import IssueForm
from printpress.spec.layout import LayoutSpec, SlotSpec
from printpress.spec.nearest import did_you_mean, listed, nearest, one_of
from printpress.spec.press import PressSpec
from printpress.spec.source import Located, MappingNode
from printpress.spec.story import StoryFile
from printpress.spec.story_form import empty_story
from printpress.units import in_mm

HOLDS_STORIES = frozenset({"story", "brief", "notice", "picture"})
"""Uses of slots whose copy comes from stories; the others fill themselves."""

PINS = ("picture.rows", "picture.2.rows", "headline.size")
"""What a pin may fix; the number is that of a further place."""


def page_numbers(form: IssueForm) -> Iterator[Diagnostic]:
    """Pages that are missing from 1 to N, or given twice."""
    by_number: dict[int, Span] = {}
    for numbers in form.pages:
        for number in numbers.value:
            if number in by_number:
                yield _page_twice(number, numbers.span, by_number[number])
            by_number.setdefault(number, numbers.span)
    count = max(by_number)
    absent = [n for n in range(1, count + 1) if n not in by_number]
    if absent:
        yield _page_gap(absent, by_number[min(n for n in by_number if n > absent[0])])


def _page_twice(number: int, span: Span, first: Span) -> Diagnostic:
    return error(
        "duplicate-page",
        span,
        Both(f"page {number} is given twice", f"第 {number} 版给了两次"),
        fix=Both("delete or renumber one of the two", "删去或改号其中一个"),
        notes=(Note(first, Both("it is first given here", "第一次在这里")),),
    )


def _page_gap(absent: list[int], span: Span) -> Diagnostic:
    names = listed([str(number) for number in absent])
    return error(
        "page-gap",
        span,
        Both(
            f"page {names.en} is missing before this one",
            f"这一版之前缺第 {names.zh} 版",
        ),
        fix=Both(
            f"add page {absent[0]}, or number the pages 1, 2, 3 … without a gap",
            f"补上第 {absent[0]} 版，或把版次连续编为 1、2、3……",
        ),
    )


def page_count(
    pages: int, span: Span, house: House, press: PressSpec
) -> Iterator[Diagnostic]:
    """More pages than the licence allows, or than fold."""
    most = house.registration.max_pages
    if most is not None and pages > most:
        yield warning(
            "too-many-pages",
            span,
            Both(
                f"the issue has {pages} pages; the registration allows {most}",
                f"本期有 {pages} 版，许可最多 {most} 版",
            ),
            fix=Both(
                "drop pages, or have the extra ones approved and raise `max_pages` in "
                f"{house.shown}",
                f"减少版数；或先报批增版，再改 {house.shown} 的 max_pages",
            ),
        )
    multiple = press.pages_multiple
    if pages % multiple:
        yield warning(
            "pages-multiple",
            span,
            Both(
                f"the issue has {pages} pages; {press.name} prints multiples of "
                f"{multiple}",
                f"本期有 {pages} 版，印厂“{press.name}”按 {multiple} 的倍数付印",
            ),
            fix=Both(
                f"make it {pages + multiple - pages % multiple} pages, or correct "
                f"`pages_multiple` in layouts/press/{press.name}.yaml",
                f"改为 {pages + multiple - pages % multiple} 版，或修改 "
                f"layouts/press/{press.name}.yaml 的 pages_multiple",
            ),
        )


def slots_of_page(
    stories: Mapping[Located[str], tuple[Located[str], ...]],
    layout: LayoutSpec,
    page: MappingNode,
    number: int,
    tails: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """Slots that the layout does not have, or that get no story.

    *tails* are those in which a story of another page goes on.
    """
    given = {*(slot.value for slot in stories), *tails}
    for named in stories:
        slot = layout.slot(named.value)
        if slot is None:
            yield _unknown_slot(named, layout)
        elif slot.use not in HOLDS_STORIES:
            yield _fills_itself(named, slot)
        elif len(stories[named]) > 1 and slot.holds_one:
            yield not_yet(
                stories[named][1].span,
                Both(
                    "several stories in a slot with vertical lines, or whose heading "
                    "stands beside or inside its text or on its picture",
                    "竖排、竖题、串文、文包或题压图的版位中放几篇稿件",
                ),
            )
    span = place_at(page, "stories", default=page.place)
    known = [slot.name for slot in layout.slots]
    meant = {nearest(name, known) for name in given if name not in known}
    for slot in layout.slots:
        if slot.use in HOLDS_STORIES and slot.name not in given | meant:
            yield _empty_slot(slot, span, number)


def _unknown_slot(named: Located[str], layout: LayoutSpec) -> Diagnostic:
    known = [slot.name for slot in layout.slots if slot.use in HOLDS_STORIES]
    guess, names = did_you_mean(named.value, known), listed(known)
    return error(
        "unknown-slot",
        named.span,
        Both(
            f'layout "{layout.name}" has no slot "{named.value}"',
            f"版式“{layout.name}”没有版位“{named.value}”",
        ),
        fix=Both(f"{guess.en}its slots: {names.en}", f"{guess.zh}版位有：{names.zh}"),
    )


def _fills_itself(named: Located[str], slot: SlotSpec) -> Diagnostic:
    return error(
        "slot-takes-no-story",
        named.span,
        Both(
            f'slot "{slot.name}" is for {slot.use}, not for stories',
            f"版位“{slot.name}”的用途是 {slot.use}，不放稿件",
        ),
        fix=Both(
            f'write "{named.value}" under `adverts`, with a picture\'s file',
            f"把“{named.value}”写到 adverts 下，值为图片文件",
        )
        if slot.use == "advert"
        else Both(
            f'write "{named.value}" under `codes`, with an address',
            f"把“{named.value}”写到 codes 下，值为网址",
        )
        if slot.use == "qr"
        else Both(
            f'delete "{named.value}" here: the slot fills itself',
            f"删去这里的“{named.value}”：该版位自动生成",
        ),
        notes=(Note(slot.span, Both("the slot", "该版位")),),
    )


def _empty_slot(slot: SlotSpec, span: Span, number: int) -> Diagnostic:
    return error(
        "empty-slot",
        span,
        Both(
            f'page {number} gives no story to slot "{slot.name}"',
            f"第 {number} 版的版位“{slot.name}”没有稿件",
        ),
        fix=Both(
            f"add `{slot.name}: <story>` under `stories`, or choose a layout without "
            "this slot",
            f"在 stories 中加上 `{slot.name}: 稿件名`，或换一个没有此版位的版式",
        ),
        notes=(Note(slot.span, Both("the slot", "该版位")),),
    )


def placements(form: IssueForm, known: Iterable[str]) -> Iterator[Diagnostic]:
    """Stories that have no file, and stories placed twice."""
    files = sorted(known)
    first: dict[str, Span] = {}
    for page in form.pages.values():
        for stories in page.stories.values():
            for story in stories:
                if story.value in first:
                    yield _placed_twice(story, first[story.value])
                elif story.value not in files:
                    yield _missing_story(story, files)
                first.setdefault(story.value, story.span)


def _placed_twice(story: Located[str], first: Span) -> Diagnostic:
    return error(
        "placed-twice",
        story.span,
        Both(f'story "{story.value}" is placed twice', f"稿件“{story.value}”排了两次"),
        fix=Both("keep one of the two places", "只留一处"),
        why=Both("readers take it for a mistake", "重稿是差错"),
        notes=(Note(first, Both("it is first placed here", "第一次排在这里")),),
    )


def _missing_story(story: Located[str], files: Iterable[str]) -> Diagnostic:
    guess = did_you_mean(story.value, files)
    names = one_of(files)
    return error(
        "missing-story",
        story.span,
        Both(
            f'story "{story.value}" has no file stories/{story.value}.md',
            f"稿件“{story.value}”没有文件 stories/{story.value}.md",
        ),
        fix=Both(
            f"{guess.en}write that file, or name {names.en}",
            f"{guess.zh}写好该文件，或改为已有稿件：{names.zh}",
        ),
    )


def unplaced(known: Mapping[str, str], form: IssueForm) -> Iterator[Diagnostic]:
    """Stories of the folder that stand on no page; *known* gives their paths."""
    placed = {
        story.value
        for page in form.pages.values()
        for stories in page.stories.values()
        for story in stories
    }
    for story in sorted(set(known) - placed):
        yield warning(
            "unplaced-story",
            Span(known[story], 0, 0),
            Both(
                f'story "{story}" stands on no page', f"稿件“{story}”没有排在任何版上"
            ),
            fix=Both(
                f"add it to a slot, such as `lead: {story}`, or move the file out of "
                "stories/",
                f"排进某个版位，例如 `lead: {story}`；不用的稿件请移出 stories/",
            ),
        )


def bodies(
    pages: Iterable[PageSpec], stories: Mapping[str, StoryFile]
) -> Iterator[Diagnostic]:
    """Stories without text in slots that need some."""
    for page in pages:
        for named, placed in page.stories.items():
            slot = page.layout.slot(named)
            for placement in placed:
                story = stories.get(placement.story)
                if story is None or story.body.strip():
                    continue
                if slot is not None and slot.use != "picture":
                    yield empty_story(Span(story.shown, story.body_line - 1, 1, 3))


def pins(form: IssueForm, pages: Iterable[PageSpec]) -> Iterator[Diagnostic]:
    """Pins that fix nothing, or to what cannot be."""
    by_number = {number: page for page in pages for number in page.numbers}
    for key, value in form.pins.items():
        number, name, what = key.value.split(".", 2)
        page = by_number.get(int(number))
        if page is None:
            yield _unknown_pin(key, f"page {number}", f"第 {number} 版", by_number)
            continue
        slot = page.layout.slot(name)
        if slot is None:
            known = [known.name for known in page.layout.slots]
            yield _unknown_pin(key, f'slot "{name}"', f"版位“{name}”", known)
        elif further := re.fullmatch(r"picture\.([2-9])\.rows", what):
            yield from _pinned_rows(key, value, slot, int(further[1]))
        elif what not in PINS:
            yield _unknown_pin(key, f'"{what}"', f"项目“{what}”", PINS)
        elif what == "headline.size":
            yield not_yet(key.span, Both("pinned headline sizes", "固定标题字号"))
        else:
            yield from _pinned_rows(key, value, slot)


def _unknown_pin(
    key: Located[str], en: str, zh: str, known: Iterable[object]
) -> Diagnostic:
    names = one_of([str(name) for name in known])
    return error(
        "unknown-pin",
        key.span,
        Both(f"the pin names {en}, which there is not", f"pins 所指的{zh}不存在"),
        fix=Both(f"write {names.en}", f"可写 {names.zh}"),
    )


def _pinned_rows(
    key: Located[str], value: Located[str], slot: SlotSpec, number: int = 1
) -> Iterator[Diagnostic]:
    """Rows of the slot's place for pictures of that number."""
    held = len(slot.pictures) or int(slot.use == "picture")
    if number > held:
        has_en = f"{counted(held, 'place')} for pictures" if held else "no picture"
        has_zh = f"只有 {held} 处图片" if held else "没有图片"
        yield error(
            "unknown-pin",
            key.span,
            Both(f'slot "{slot.name}" has {has_en}', f"版位“{slot.name}”{has_zh}"),
            fix=Both(
                "delete the pin, or give the slot a `picture:` in its layout",
                "删去这一项，或在版式中给该版位加 picture",
            ),
            notes=(Note(slot.span, Both("the slot", "该版位")),),
        )
        return
    rows = int(value.value) if value.value.isdecimal() else 0
    if not 1 <= rows <= slot.deep:
        yield error(
            "bad-pin",
            value.span,
            Both(
                f'"{value.value}" is no number of rows from 1 to {slot.deep}',
                f"“{value.value}”不是 1 到 {slot.deep} 的行数",
            ),
            fix=Both(
                f"write `{key.value}: {min(slot.deep, 14)}`",
                f"写成 `{key.value}: {min(slot.deep, 14)}`",
            ),
        )


def type_area(house: House, press: PressSpec) -> Iterator[Diagnostic]:
    """A type area nearer to the trim than the press prints."""
    grid, page = house.grid, house.page
    ems = grid.columns * grid.cells + (grid.columns - 1) * grid.gutter
    right = page.trim.width - page.left - round(ems * house.body.size)
    foot = page.trim.height - page.top - grid.rows * grid.row
    for en, zh, margin in (
        ("left", "左", page.left),
        ("right", "右", right),
        ("upper", "上", page.top),
        ("lower", "下", foot),
    ):
        if 0 <= margin < press.non_printing:
            yield error(
                "inside-non-printing",
                house.place_of("page"),
                Both(
                    f"the {en} margin is {in_mm(margin)}; {press.name} prints nothing "
                    f"nearer to the trim than {in_mm(press.non_printing)}",
                    f"{zh}边距 {in_mm(margin)}；印厂“{press.name}”离成品边 "
                    f"{in_mm(press.non_printing)} 以内不能印",
                ),
                fix=Both(
                    f"move the type area by {in_mm(press.non_printing - margin)}, or "
                    "make it smaller",
                    f"版心移开 {in_mm(press.non_printing - margin)}，或缩小版心",
                ),
            )
