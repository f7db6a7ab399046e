"""A story to another slot or page, to another issue, or held for the next one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, PressError, Said, error
from printpress.newsroom.changes import Changes, name_taken
from printpress.newsroom.next_issue import HELD, ISSUES
from printpress.newsroom.pages_written import Stand, WrittenIssue
from printpress.spec import load_layouts, load_story
from printpress.spec.issue_check import HOLDS_STORIES
from printpress.spec.nearest import did_you_mean, listed
from printpress.spec.paths import shown
from printpress.spec.root import find_root


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story is to go."""

    issue: Path | None
    """The ``issue.yaml``; None where it is held."""
    page: int = 0
    """The page's number."""
    slot: str = ""
    """The slot; the first empty one of the page if empty."""
    swap: bool = False
    """Whether the story that stands there takes the place of this one."""
    under: bool = False
    """Whether it goes below those that stand there."""


@dataclass(slots=True)
class _Moving:
    """One move while it is put together."""

    story: str
    """Its id."""
    file: Path
    """Its file."""
    place: Place
    """Where it goes."""
    told: list[Said] = field(default_factory=list)
    """What staff should know."""


def move(file: Path, place: Place) -> Changes:
    """What is written and moved. Raises ``PressError`` where it cannot be done."""
    folder = file.parent.parent
    own = folder / "issue.yaml"
    issue = WrittenIssue(own) if own.is_file() else None
    moving = _Moving(file.stem, file, place)
    stand = issue.find(file.stem) if issue else None
    if place.issue and issue and place.issue == own:
        _within(moving, issue, stand)
        return Changes(files=(_file(issue),), told=tuple(moving.told))
    files = []
    if issue and stand:
        _take_out(moving, issue, stand)
        files.append(_file(issue))
    target = find_root(folder) / ISSUES / HELD
    if place.issue:
        other = WrittenIssue(place.issue)
        _put_in(moving, other)
        files.insert(0, _file(other))  # cut short, it stands in both and not in none
        target = place.issue.parent
    copies, moves = _brought(file, target)
    return Changes((*copies, *files), tuple(moves), tuple(moving.told))


def _file(issue: WrittenIssue) -> tuple[Path, bytes]:
    return issue.file, issue.text().encode()


def _within(moving: _Moving, issue: WrittenIssue, stand: Stand | None) -> None:
    """From one slot of an issue to another."""
    page, slot = _target(moving.place, issue)
    there = issue.standing(page, slot)
    if stand and (page, slot) == (stand.page, stand.slot):
        raise PressError([_there_already(moving.story, page, slot)])
    if moving.place.swap and stand and len(there) == 1:
        _swap(moving, issue, stand, Stand(page, slot, 0))
        return
    if stand:
        _take_out(moving, issue, stand)
    _put_in(moving, issue)


def _swap(moving: _Moving, issue: WrittenIssue, own: Stand, other: Stand) -> None:
    """Two stories change places."""
    stories = issue.standing(own.page, own.slot)
    (there,) = issue.standing(other.page, other.slot)
    for story, stand in ((moving.story, own), (there, other)):
        _forget(moving, issue, story, stand)
    stories[own.at] = there
    issue.put(own.page, own.slot, stories)
    issue.put(other.page, other.slot, [moving.story])
    _say_stands(moving, there, own.page, own.slot)
    _say_stands(moving, moving.story, other.page, other.slot)


def _forget(moving: _Moving, issue: WrittenIssue, story: str, stand: Stand) -> None:
    for line in issue.forget(story, stand):
        words = Both(f"taken out with it: {line}", f"一并去掉：{line}")
        moving.told.append(Said(words, {"type": "dropped", "line": line}))


def _take_out(moving: _Moving, issue: WrittenIssue, stand: Stand) -> None:
    stories = issue.standing(stand.page, stand.slot)
    _forget(moving, issue, moving.story, stand)
    rest = [each for each in stories if each != moving.story]
    issue.put(stand.page, stand.slot, rest)
    if not rest:
        words = Both(
            f"page {stand.page} slot {stand.slot} is empty now",
            f"第 {stand.page} 版的版位 {stand.slot} 现在空着",
        )
        facts = {"type": "empty", "page": stand.page, "slot": stand.slot}
        moving.told.append(Said(words, facts))


def _put_in(moving: _Moving, issue: WrittenIssue) -> None:
    page, slot = _target(moving.place, issue)
    there = issue.standing(page, slot)
    if there and not moving.place.under:
        raise PressError([_taken(page, slot, there)])
    issue.put(page, slot, [*there, moving.story])
    _say_stands(moving, moving.story, page, slot)


def _say_stands(moving: _Moving, story: str, page: str, slot: str) -> None:
    words = Both(
        f"{story} stands on page {page}, slot {slot}",
        f"“{story}”排到第 {page} 版的版位 {slot}",
    )
    facts = {"type": "stands", "story": story, "page": page, "slot": slot}
    moving.told.append(Said(words, facts))


def _target(place: Place, issue: WrittenIssue) -> tuple[str, str]:
    """The page's key and the slot that are meant."""
    page = issue.page(place.page)
    if page is None:
        raise PressError([_no_page(place, issue)])
    house = issue.form.house.value if issue.form.house else None
    _, _, layouts = load_layouts(issue.file.parent, [issue.layout(page)], house)
    slots = [s.name for s in layouts[0].slots if s.use in HOLDS_STORIES]
    if not place.slot:
        empty = [slot for slot in slots if issue.is_free(page, slot)]
        if not empty:
            raise PressError([_full(page, slots)])
        return page, empty[0]
    if place.slot not in slots:
        raise PressError([_no_slot(place, page, slots)])
    return page, place.slot


def _brought(
    file: Path, target: Path
) -> tuple[list[tuple[Path, bytes]], list[tuple[Path, Path]]]:
    """Pictures that are copied beside the story's new place, and the story's move."""
    new = target / "stories" / file.name
    if new.exists():
        raise PressError([name_taken(new)])
    return list(_pictures(file, target)), [(file, new)]


def _pictures(file: Path, target: Path) -> Iterator[tuple[Path, bytes]]:
    _, _, story = load_story(file)
    folder = file.parent.parent
    for picture in dict.fromkeys(picture.file for picture in story.pictures):
        try:
            new = target / picture.relative_to(folder)
        except ValueError:  # it lies elsewhere, and is reached from there too
            continue
        contents = picture.read_bytes()
        if new.exists() and new.read_bytes() != contents:
            raise PressError([name_taken(new)])
        if not new.exists():
            yield new, contents


def _no_page(place: Place, issue: WrittenIssue) -> Diagnostic:
    pages = [str(number) for numbers in issue.form.pages for number in numbers.value]
    return error(
        "no-such-page",
        None,
        Both(
            f"{shown(issue.file)} has no page {place.page}",
            f"{shown(issue.file)} 没有第 {place.page} 版",
        ),
        fix=Both(f"its pages: {', '.join(pages)}", f"版次有：{'、'.join(pages)}"),
    )


def _no_slot(place: Place, page: str, slots: list[str]) -> Diagnostic:
    guess, names = did_you_mean(place.slot, slots), listed(slots)
    return error(
        "unknown-slot",
        None,
        Both(
            f'page {page} has no slot "{place.slot}" for stories',
            f"第 {page} 版没有放稿件的版位“{place.slot}”",
        ),
        fix=Both(f"{guess.en}its slots: {names.en}", f"{guess.zh}版位有：{names.zh}"),
    )


def _full(page: str, slots: list[str]) -> Diagnostic:
    names = listed(slots)
    return error(
        "slot-taken",
        None,
        Both(f"page {page} has no empty slot", f"第 {page} 版没有空版位"),
        fix=Both(
            f"name one, with --swap or --under: {names.en}",
            f"写明版位，并加 --swap 或 --under：{names.zh}",
        ),
    )


def _taken(page: str, slot: str, there: list[str]) -> Diagnostic:
    names = listed(there)
    return error(
        "slot-taken",
        None,
        Both(
            f"on page {page}, slot {slot} holds {names.en}",
            f"第 {page} 版的版位 {slot} 已有 {names.zh}",
        ),
        fix=Both(
            "--swap lets the two change places, --under puts it below; or move the "
            "other story away first",
            "加 --swap 两稿互换，加 --under 排在下面，或先移走原来的稿件",
        ),
    )


def _there_already(story: str, page: str, slot: str) -> Diagnostic:
    return error(
        "slot-taken",
        None,
        Both(
            f'"{story}" stands on page {page}, slot {slot} already',
            f"“{story}”已经在第 {page} 版的版位 {slot}",
        ),
        fix=Both("name another slot", "写另一个版位"),
    )
