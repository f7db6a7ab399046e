"""What is to be made, from which files, and in which portions."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final, Literal

from printpress import __version__
from printpress.batch.record import Outcome, Task, Told
from printpress.diagnostics import Diagnostic, PressError
from printpress.spec import load, load_form
from printpress.spec.root import find_root

PORTION: Final = 10
"""Editions made by one worker before it asks for more: few enough to share the work
evenly and to lose little, enough to read the issue's files seldom."""

EDITIONS: Final = Path("layouts/editions")
PASSED_OVER: Final = frozenset({"build"})
"""Folders of a paper in which nothing is read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of all issues."""

    kind: Literal["print", "proof"] = "print"
    press: str | None = None
    preflight: bool = True
    editions: tuple[str, ...] = ()
    """Some editions only."""
    send: bool = False
    """Whether files travel with the tasks."""


def told_of(found: Diagnostic) -> Told:
    """A finding as results carry it."""
    severity = found.severity.value
    return Told(found.code, severity, str(found.span or ""), *found.what)


def planned(
    issues: Sequence[Path], asked: Asked, jobs: int
) -> tuple[list[Task], list[Outcome]]:
    """Tasks, those of one issue side by side, and issues that cannot be read."""
    tasks: list[Task] = []
    refused: list[Outcome] = []
    known: dict[Path, dict[str, str]] = {}
    for path in issues:
        file = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as written
        file = file / "issue.yaml" if file.is_dir() else file
        try:
            root = find_root(file.parent)
            names = _names(file, root, asked)
        except PressError as trouble:
            found = tuple(map(told_of, trouble.diagnostics))
            refused.append(Outcome(file.parent.name, "", "red", found=found))
            continue
        shared = known.setdefault(root, _digests(root, _outside(root)))
        tasks += _of_issue(file, root, list(dict.fromkeys(names)), shared, asked, jobs)
    return tasks, refused


def _names(file: Path, root: Path, asked: Asked) -> list[str]:
    """The editions to be made; groups of them are looked up. Raises ``PressError``."""
    names = asked.editions or [one.value for one in load_form(file).editions]
    there = (root / EDITIONS / f"{name}.yaml" for name in names)
    if names and all(path.is_file() for path in there):
        return list(names)
    issue, _ = load(file, press=asked.press, editions=asked.editions)
    return [*(one.name for one in issue.editions), *issue.refused]


def _of_issue(  # noqa: PLR0913, PLR0917 - an issue, and what is asked of it
    file: Path,
    root: Path,
    names: list[str],
    shared: dict[str, str],
    asked: Asked,
    jobs: int,
) -> Iterator[Task]:
    files = shared | _digests(root, _under(root, file.parent))
    local = f"{file.parent.relative_to(root).as_posix()}/editions/"
    apart = (f"{EDITIONS.as_posix()}/", local)
    here = {k: v for k, v in files.items() if not k.startswith(apart)}
    wishes = repr((__version__, asked.kind, asked.press, asked.preflight))
    base = _told(here, wishes)
    own = [
        _told(_edition_files(root, name, files) | _local(name, local, files), base)
        for name in names
    ]
    sent = {p: (root / p).read_bytes() for p in files} if asked.send else None
    size = max(1, min(PORTION, -(-len(names) // (2 * jobs))))
    for start in range(0, len(names), size):
        part = slice(start, start + size)
        yield Task(
            file.relative_to(root).as_posix(),
            str(root),
            tuple(names[part]),
            tuple(own[part]),
            base,
            asked.kind,
            asked.press,
            asked.preflight,
            sent,
        )


def _told(files: dict[str, str], *others: str) -> str:
    return sha256(repr((sorted(files.items()), others)).encode()).hexdigest()


def _local(name: str, folder: str, files: dict[str, str]) -> dict[str, str]:
    """What the issue has for that edition alone."""
    heads = (f"{folder}{name}.yaml", f"{folder}{name}/")
    return {path: told for path, told in files.items() if path.startswith(heads)}


def _edition_files(root: Path, name: str, files: dict[str, str]) -> dict[str, str]:
    """The edition's file, and those of editions whose names stand in it."""
    folder = EDITIONS.as_posix()
    there = {Path(p).stem: p for p in files if p.startswith(f"{folder}/")}
    wanted, seen = [name], dict[str, str]()
    while wanted:
        path = there.get(wanted.pop())
        if path is None or path in seen:
            continue
        seen[path] = files[path]
        words = set(
            (root / path)
            .read_text("utf-8", "replace")
            .replace("/", " ")
            .replace(".yaml", " ")
            .split()
        )
        wanted += words & there.keys()
    return seen


def _outside(root: Path) -> Iterator[Path]:
    """Files of the paper that belong to no issue."""
    for path in sorted(root.iterdir()):
        if path.name.startswith(".") or path.name in PASSED_OVER:
            continue
        if path.is_file():
            yield path
        elif path.name in {"layouts", "fonts"} or not _holds_issues(path):
            yield from _under(root, path)


def _holds_issues(folder: Path) -> bool:
    return any((one / "issue.yaml").is_file() for one in folder.iterdir())


def _under(root: Path, folder: Path) -> Iterator[Path]:
    """All files in a folder; nothing is built there and nothing hidden is read."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and f not in PASSED_OVER
        )
        for name in sorted(names):
            if not name.startswith("."):
                yield root / where / name


def _digests(root: Path, files: Iterator[Path]) -> dict[str, str]:
    told: dict[str, str] = {}
    for path in files:
        try:
            with path.open("rb") as file:
                told[path.relative_to(root).as_posix()] = file_digest(
                    file, "sha256"
                ).hexdigest()
        except OSError:
            continue
    return told
