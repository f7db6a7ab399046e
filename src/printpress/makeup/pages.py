"""An issue's pages made up: furniture first, then every slot in its layout's order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from printpress.content.issue import Issue, PageCopy
from printpress.content.jumps import Jump, Rest
from printpress.content.story import Story
from printpress.diagnostics import Diagnostic
from printpress.fonts.library import Library
from printpress.geometry import Size
from printpress.makeup.box import BAR_ROWS, box_of, story_rules, title_bar
from printpress.makeup.compositor import Compositor
from printpress.makeup.copyfit import LEAST_PICTURE, Setter
from printpress.makeup.ear import set_ear
from printpress.makeup.frames import Ground, boxed, ground_of
from printpress.makeup.grid import Grid
from printpress.makeup.guide import set_guide
from printpress.makeup.kept import Kept, Part
from printpress.makeup.ladder import set_in_slot
from printpress.makeup.masthead import set_masthead
from printpress.makeup.place import Onward, Place
from printpress.makeup.placed import Makeup, Page, Placed, StoryFit
from printpress.makeup.plates import ink_faults, on_its_plates
from printpress.makeup.stack import set_stack
from printpress.makeup.story import SetStory, set_story
from printpress.makeup.strips import set_dateline, set_folio, set_imprint
from printpress.spec.house import House
from printpress.spec.layout import FIXTURES, PictureSlot, SlotSpec
from printpress.text.galley import Line


def grid_of(house: House, *, spread: bool = False) -> Grid:
    """The lattice that the house's pages share, or the one over both of a spread.

    Over the fold are the inner margins of the two pages.
    """
    spec = house.grid
    page = Grid(
        left=house.page.left,
        top=house.page.top,
        size=house.body.size,
        columns=spec.columns,
        cells=spec.cells,
        gutter_cells=spec.gutter,
        rows=spec.rows,
        row=spec.row,
    )
    if not spread:
        return page
    fold = house.page.trim.width - page.width
    return replace(page, columns=2 * spec.columns, fold=fold)


def _trim(house: House, page: PageCopy) -> Size:
    trim = house.page.trim
    return Size(trim.width * len(page.numbers), trim.height)


def _furniture(
    compositor: Compositor, grid: Grid, issue: Issue, page: PageCopy
) -> list[Placed]:
    furniture = page.layout.furniture
    placed: list[Placed] = []
    if furniture.masthead:
        placed += set_masthead(compositor, grid, furniture.masthead, issue)
    if furniture.qr:
        placed += set_ear(compositor, grid, furniture.qr, issue)
    if furniture.dateline:
        placed += set_dateline(compositor, grid, furniture.dateline, issue)
    if furniture.folio:
        placed += set_folio(compositor, grid, furniture.folio, issue, page)
    if furniture.imprint:
        placed += set_imprint(compositor, grid, furniture.imprint, issue)
    return placed


def _picture_story(grid: Grid, slot: SlotSpec, stories: Sequence[Story]) -> SlotSpec:
    """A picture story's slot as a story's: the picture over all of its columns.

    Where text follows, its heading stands between the two; a heading alone at the foot
    would read as that of a story that is not there, so it stands above its picture.
    """
    ground = ground_of(grid, slot)
    every = (1, len(ground.columns))
    bounds = LEAST_PICTURE, ground.rows
    picture = PictureSlot(every, "above", bounds, slot.span)
    if not slot.on and not any(story.paragraphs for story in stories):
        picture = replace(picture, at="top")
    return replace(slot, pictures=(picture,))


def ground_in(grid: Grid, slot: SlotSpec) -> Ground:
    """What of a slot its stories may use: below its bar, off its frame and rule."""
    ground = ground_of(grid, slot)
    closed = boxed(slot) or slot.title or slot.rule == "above"
    if closed and (slot.heading != "above" or slot.reverse):
        ground = ground.below(1)  # no heading's air keeps it from frame, bar or rule
    if slot.title:
        return ground.below(BAR_ROWS)
    hugs = slot.rule == "above" and slot.picture and slot.picture.at == "above"
    return ground.below(1) if hugs else ground  # a picture never touches a rule


@dataclass(frozen=True, slots=True)
class _Desk:
    """What slots are filled with."""

    compositor: Compositor
    grid: Grid
    issue: Issue
    rests: dict[tuple[int, str], Rest]
    """Page and slot → what an earlier page left for it; grows with every page."""

    def jump_of(self, page: PageCopy, slot: SlotSpec, story: Story) -> Jump | None:
        """Where a story goes on that begins there."""
        begins = story.id, page.number_of(slot), slot.name
        return next(
            (
                jump
                for jump in self.issue.jumps
                if (jump.story, jump.from_page, jump.from_slot) == begins
            ),
            None,
        )

    def goes_on(self, page: PageCopy, slot: SlotSpec) -> bool:
        """Whether the slot is kept for the rest of a story."""
        here = page.number_of(slot), slot.name
        return any((jump.to_page, jump.to_slot) == here for jump in self.issue.jumps)


def _onward(desk: _Desk, story: Story, jump: Jump | None) -> Onward | None:
    """The slot in which a story goes on."""
    if jump is None:
        return None
    from printpress.makeup.jumps import onward_of

    page = next(page for page in desk.issue.pages if jump.to_page in page.numbers)
    slot = page.layout.slot(jump.to_slot)
    assert slot is not None  # noqa: S101 - the loader has checked it
    compositor = desk.compositor.for_role(slot.role)
    grid = grid_of(desk.issue.house, spread=page.layout.spread)
    return onward_of(compositor, ground_in(grid, slot), slot, story, jump)


def _pinned(issue: Issue, page: PageCopy, slot: SlotSpec, what: str) -> int | None:
    """Rows that a person fixed, under any number of the page's."""
    asked = (f"{number}.{slot.name}.{what}.rows" for number in page.numbers)
    pin = next((issue.pins[key] for key in asked if key in issue.pins), None)
    return int(pin.value) if pin else None


def _place(desk: _Desk, page: PageCopy, slot: SlotSpec, story: Story) -> Place:
    number, issue = page.number_of(slot), desk.issue
    rule = page.layout.column_rule if slot.column_rule is None else slot.column_rule
    left = desk.rests.get((number, slot.name))
    if left is not None:
        return Place(number, slot, left.jump.span, rule, rest=left)
    rows = _pinned(issue, page, slot, "picture")
    further = [
        (place, pin)
        for place in range(2, len(slot.pictures) + 1)
        if (pin := _pinned(issue, page, slot, f"picture.{place}"))
    ]
    span = page.places.get((slot.name, story.id), story.span)
    onward = _onward(desk, story, desk.jump_of(page, slot, story))
    return Place(
        number,
        slot,
        span,
        rule,
        rows,
        onward,
        pinned_further=tuple(further),
        spare=issue.spare,
    )


def setter_of(grid: Grid, ground: Ground, slot: SlotSpec) -> Setter:
    """How a story alone in its slot is set."""
    how = set_story
    if slot.setting == "vertical":
        from printpress.makeup.upright import set_upright as how

    return lambda compositor, story, place: how(compositor, grid, ground, story, place)


def _slot(
    desk: _Desk, page: PageCopy, slot: SlotSpec
) -> tuple[list[Placed], list[SetStory]]:
    """The slot's box and its stories."""
    compositor, grid = desk.compositor, desk.grid
    stories: Sequence[Story] = page.stories.get(slot.name, ())
    if slot.use == "picture" and not slot.pictures:
        slot = _picture_story(grid, slot, stories)
    if desk.goes_on(page, slot):
        left = desk.rests.get((page.number_of(slot), slot.name))
        if left is None:
            return [], []
        stories = (left.story,)
    placed = [
        *box_of(compositor, grid, slot),
        *title_bar(compositor, grid, slot),
        *story_rules(grid, slot, page.layout.slots),
    ]
    if not stories:
        return placed, []
    if slot.heading == "run-in":
        from printpress.makeup.leadin import with_lead_in

        stories = [with_lead_in(story) for story in stories]
    ground = ground_in(grid, slot)
    compositor = compositor.for_role(slot.role)
    places = [_place(desk, page, slot, story) for story in stories]
    if len(stories) == 1:
        setter = setter_of(grid, ground, slot)
        return placed, [set_in_slot(compositor, setter, stories[0], places[0])]
    done, rules = set_stack(compositor, grid, ground, stories, places)
    return [*placed, *rules], done


def _story_codes(issue: Issue) -> Sequence[Diagnostic]:
    """What is wrong with QR codes at the ends of stories."""
    codes = [
        paragraph.code
        for story in issue.stories.values()
        for paragraph in story.paragraphs[-1:]
        if paragraph.code
    ]
    if not codes:
        return ()
    from printpress.makeup.codes import story_code_findings

    return story_code_findings(codes, issue.press)


def _part(desk: _Desk, page: PageCopy, slot: SlotSpec) -> Part:
    """One of the page's slots, filled."""
    compositor, grid, issue = desk.compositor, desk.grid, desk.issue
    if slot.use == "guide":
        guide, trouble = set_guide(compositor, grid, slot, issue.guide)
        return Part(tuple(guide), found=(trouble,) if trouble else ())
    if slot.use in FIXTURES:
        from printpress.makeup.fixtures import set_fixture

        fixture, troubles = set_fixture(compositor, grid, issue, page, slot)
        return Part(tuple(fixture), found=tuple(troubles))
    around, done = _slot(desk, page, slot)
    return Part(tuple(around), tuple(done))


def _made_from(desk: _Desk, page: PageCopy, slot: SlotSpec) -> str:
    """All copy that a slot's make-up depends on, with the places it is written in."""
    issue = desk.issue
    if slot.use == "guide":
        return repr(issue.guide)
    if slot.use in FIXTURES:
        return ""
    here = page.number_of(slot), slot.name
    ways = [
        jump
        for jump in issue.jumps
        if here in ((jump.from_page, jump.from_slot), (jump.to_page, jump.to_slot))
    ]
    stories = page.stories.get(slot.name, ())
    return repr((stories, desk.rests.get(here), ways, issue.spare))


def _parts(desk: _Desk, page: PageCopy, kept: Kept | None) -> Iterator[Part]:
    """The page's furniture and its slots, in the order of drawing.

    Those that were made from the same copy before are taken as they were.
    """

    def furniture(desk: _Desk) -> Part:
        return Part(tuple(_furniture(desk.compositor, desk.grid, desk.issue, page)))

    if kept is None:
        yield furniture(desk)
        for slot in page.layout.slots:
            yield _part(desk, page, slot)
        return

    def told(make: Callable[[_Desk], Part]) -> Part:
        alone = replace(desk, compositor=desk.compositor.afresh())
        part = make(alone)
        return replace(part, found=(*alone.compositor.found, *part.found))

    yield kept.part((page.number, "", ""), lambda: told(furniture))
    for slot in page.layout.slots:
        made_from = _made_from(desk, page, slot)
        filled = partial(_part, page=page, slot=slot)
        name = (page.number, slot.name, made_from)
        yield kept.part(name, partial(told, filled))


def make_up(
    issue: Issue, library: Library, kept: Kept | None = None
) -> tuple[Makeup, tuple[Diagnostic, ...]]:
    """Every page of the issue, and what staff must know.

    What finds no room is in ``Makeup.overset``; nothing is dropped. Parts *kept* from
    an earlier make-up with the same faces are not made again.
    """
    compositor = Compositor(issue.house, library, issue.press.text_minimum)
    pages: list[Page] = []
    fits: list[StoryFit] = []
    overset: dict[str, tuple[Line, ...]] = {}
    rests: dict[tuple[int, str], Rest] = {}
    found: list[Diagnostic] = []
    if kept:
        kept.begin(issue, library)
    for page in issue.pages:
        grid = grid_of(issue.house, spread=page.layout.spread)
        desk = _Desk(compositor, grid, issue, rests)
        placed: list[Placed] = []
        for part in _parts(desk, page, kept):
            placed += part.placed
            found += part.found
            for story in part.done:
                placed += story.placed
                fits.append(story.fit)
                found += story.found
                if story.overset:
                    overset[story.fit.story] = story.overset
                if story.rest:
                    jump = story.rest.jump
                    rests[jump.to_page, jump.to_slot] = story.rest
        trim = _trim(issue.house, page)
        made = Page(page.number, trim, tuple(placed), page.layout.spread)
        pages.append(on_its_plates(made, issue.press))
    found += _story_codes(issue)
    found += ink_faults(issue, tuple(pages))
    makeup = Makeup(tuple(pages), tuple(fits), overset)
    return makeup, (*compositor.found, *found)
