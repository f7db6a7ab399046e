"""What a command of the newsroom is going to do, before anything is written."""

from dataclasses import dataclass
from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, Said, error
from printpress.spec.paths import shown


@dataclass(frozen=True, slots=True)
class Changes:
    """Files to be written, moved and told of, in this order."""

    files: tuple[tuple[Path, bytes], ...] = ()
    """Paths and what they will hold."""
    moves: tuple[tuple[Path, Path], ...] = ()
    """Files that go from one place to another, where no other file is."""
    told: tuple[Said, ...] = ()
    """What staff should know of it."""


def name_taken(path: Path) -> Diagnostic:
    """Another file has the place that one is to take."""
    return error(
        "name-taken",
        None,
        Both(
            f"there is another file at {shown(path)}", f"{shown(path)} 已有另一个文件"
        ),
        why=Both("nothing that is there is overwritten", "已有的东西从不覆盖"),
        fix=Both("rename one of the two first", "先给其中一个改名"),
    )
