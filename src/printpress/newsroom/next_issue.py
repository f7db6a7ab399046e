"""The next issue: the frame of the last one, its copy left out.

What stays is what a paper prints every time: pages with their layouts, sections and
credits, adverts and codes. What was of that day goes: stories, jumps, pins, accepted
lints, the weather, when copy was closed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from printpress.diagnostics import Both, Diagnostic, PressError, Said, error
from printpress.newsroom.changes import Changes, name_taken
from printpress.newsroom.written import nothing, text_of, tree_of
from printpress.spec import load_form
from printpress.spec.paths import shown
from printpress.spec.root import ISSUE_FILE

ISSUES: Final = "issues"
"""Where a paper's issues lie."""

HELD: Final = "held"
"""Where stories wait that no issue has yet, beside the issues."""

OF_THE_DAY: Final = ("closed", "jumps", "pins", "accept", "weather")
"""Keys that hold for one day only."""

KINDS: Final = {
    "closed": Both("the time copy was closed", "签发时间"),
    "jumps": Both("jumps", "转版"),
    "pins": Both("pins", "人工定值"),
    "accept": Both("accepted lints", "放行的提示"),
    "weather": Both("the weather", "天气"),
}
"""What they are called."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An issue that another is made after."""

    file: Path
    """Its ``issue.yaml``."""
    date: dt.date
    """The day it appeared."""


def issues_of(root: Path) -> Iterator[Frame]:
    """The paper's issues that can be read, in the order of their folders."""
    for file in _files(root):
        if date := _date(file):  # where it has none, `check` says what is wrong
            yield Frame(file, date)


def last_begun(root: Path) -> Path | None:
    """The file of the paper's last issue, into which copy comes; None without issues.

    One that cannot be read yet counts as of the day that its folder is called.
    """
    return max(_files(root), key=lambda f: (_date(f) or _named(f), f), default=None)


def _files(root: Path) -> list[Path]:
    return sorted((root / ISSUES).glob(f"*/{ISSUE_FILE}"))


def _date(file: Path) -> dt.date | None:
    try:
        return load_form(file).date
    except PressError:
        return None


def _named(file: Path) -> dt.date:
    try:
        return dt.date.fromisoformat(file.parent.name)
    except ValueError:
        return dt.date.min


def last_before(root: Path, date: dt.date) -> Frame:
    """The paper's last issue before a day. Raises ``PressError`` if there is none."""
    known = [frame for frame in issues_of(root) if frame.date < date]
    if not known:
        raise PressError([_no_frame(date)])
    return max(known, key=lambda frame: (frame.date, frame.file))


def next_issue(
    root: Path, date: dt.date, frame: Frame, number: int | None = None
) -> Changes:
    """The issue of a day, made after another.

    *number* takes the place of the next one. Raises ``PressError`` where there is an
    issue of that day already: nothing is overwritten.
    """
    folder = root / ISSUES / date.isoformat()
    file = folder / "issue.yaml"
    if file.exists():
        raise PressError([_there_already(file)])
    tree = tree_of(frame.file.read_text("utf-8"))
    tree["date"] = date
    by = 1 if number is None else number - tree["number"]
    for key in ("number", "total"):
        if key in tree:
            tree[key] += by
    left_out = [key for key in OF_THE_DAY if key in tree]
    for key in left_out:
        del tree[key]
    for page in tree["pages"].values():
        if page.get("stories"):
            _empty(page)
    supplied = tuple(_supplied(tree, frame.file.parent, folder))
    waiting = tuple(_waiting(root, folder))
    held = tuple(_held(waiting, dict(supplied)))
    left = [new.relative_to(folder).as_posix() for _, new in waiting if new.exists()]
    return Changes(
        files=((file, text_of(tree).encode()), *supplied),
        moves=held,
        told=(*_told(frame, tree["number"], left_out), *_told_of_held(held, left)),
    )


def _empty(page: Any) -> None:
    """A page without its stories; a comment names its slots."""
    slots = ", ".join(str(slot) for slot in page["stories"])
    page["stories"] = nothing()
    page.yaml_add_eol_comment(slots, "stories")


def _supplied(tree: Any, old: Path, new: Path) -> Iterator[tuple[Path, bytes]]:
    """Files of the frame that its pages go on printing: adverts."""
    for page in tree["pages"].values():
        for advert in (page.get("adverts") or {}).values():
            named = advert["file"] if isinstance(advert, Mapping) else advert
            source, target = old / str(named), new / str(named)
            kept_there = ".." in Path(str(named)).parts
            if not kept_there and source.is_file() and not target.exists():
                yield target, source.read_bytes()


def _waiting(root: Path, folder: Path) -> Iterator[tuple[Path, Path]]:
    """Stories that are held, all that lies beside them, and where it would go."""
    waiting = root / ISSUES / HELD
    for source in sorted(waiting.rglob("*")):
        if source.is_file():
            yield source, folder / source.relative_to(waiting)


def _held(
    waiting: Iterable[tuple[Path, Path]], supplied: Mapping[Path, bytes]
) -> Iterator[tuple[Path, Path]]:
    """What goes into this issue: all that has its place free there.

    Raises ``PressError`` where one has the name of another file of the frame's.
    """
    for source, target in waiting:
        if target.exists():
            continue
        if target in supplied and supplied[target] != source.read_bytes():
            raise PressError([name_taken(target)])
        yield source, target


def _told(frame: Frame, number: int, left_out: list[str]) -> Iterator[Said]:
    after = shown(frame.file.parent)
    yield Said(
        Both(
            f"no. {number}, made after {after}; its stories are left out",
            f"第 {number} 期，版面沿用 {after}，稿件未带过来",
        ),
        {"type": "frame", "from": after, "number": number},
    )
    if left_out:
        en = ", ".join(KINDS[key].en for key in left_out)
        zh = "、".join(KINDS[key].zh for key in left_out)
        yield Said(
            Both(f"left out too, being of that day: {en}", f"当天专用的也没有带：{zh}"),
            {"type": "left-out", "keys": left_out},
        )


def _told_of_held(
    held: tuple[tuple[Path, Path], ...], left: list[str]
) -> Iterator[Said]:
    """What came of the stories that were held, and what could not."""
    stories = [target.stem for _, target in held if target.suffix == ".md"]
    if stories:
        names = "、".join(stories)
        yield Said(
            Both(f"stories that were held: {names}", f"留用稿已取来：{names}"),
            {"type": "held", "stories": stories},
        )
    if left:
        yield Said(
            Both(
                f"held still, the issue has files of these names: {', '.join(left)}",
                f"仍在留用，这一期已有同名文件：{'、'.join(left)}",
            ),
            {"type": "still-held", "files": left},
        )


def _no_frame(date: dt.date) -> Diagnostic:
    return error(
        "no-frame",
        None,
        Both(
            f"the paper has no issue before {date} that could be a frame",
            f"{date} 之前没有可以沿用的一期",
        ),
        fix=Both(
            f"name one: printpress new {date} --from {ISSUES}/…; a new paper begins "
            "with printpress init",
            f"指定一期：printpress new {date} --from {ISSUES}/…；"
            "新办报纸用 printpress init",
        ),
    )


def _there_already(file: Path) -> Diagnostic:
    return error(
        "issue-exists",
        None,
        Both(f"there is an issue at {shown(file)}", f"{shown(file)} 已经有了"),
        why=Both(
            "what somebody has begun is never overwritten", "已经动手的一期从不覆盖"
        ),
        fix=Both(
            f"choose another day, or take {shown(file.parent)} away",
            f"换一个日期，或先移走 {shown(file.parent)}",
        ),
    )
