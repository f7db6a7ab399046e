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
_YAML: Final = ".yaml"
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
    apart = _own_files(local, files)
    here = files.keys() - {path for own in apart.values() for path in own}
    name = file.relative_to(root).as_posix()
    wishes = repr((__version__, name, asked.kind, asked.press, asked.preflight))
    base = _told({path: files[path] for path in here}, wishes)
    own = [_told(apart.get(edition, {}), base) for edition in names]
    sent = {p: (root / p).read_bytes() for p in files} if asked.send else None
    size = max(1, min(PORTION, -(-len(names) // (2 * jobs))))
    for start in range(0, len(names), size):
        part = slice(start, start + size)
        yield Task(
            name,
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


def _own_files(local: str, files: dict[str, str]) -> dict[str, dict[str, str]]:
    """Edition → the files that it alone reads: its own, and the issue's for it.

    What else lies in their folders (drawings, registers) may be anybody's.
    """
    folder = f"{EDITIONS.as_posix()}/"
    heads = {path: path.removeprefix(folder) for path in files}
    own: dict[str, dict[str, str]] = {
        head.removesuffix(_YAML): {path: files[path]}
        for path, head in heads.items()
        if path != head and head.endswith(_YAML) and "/" not in head
    }
    for path, told in files.items():
        if path.startswith(local):
            name = path.removeprefix(local).partition("/")[0].removesuffix(_YAML)
            own.get(name, {})[path] = told
    return own


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
