"""Paths as people write and read them: forward slashes, inside the paper's folder.

A path is looked up name by name in its folders' listings, so that a spelling which
only Windows and macOS forgive is found on every machine.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.spec.fields import Draft, Field, Reading, Schema, as_scalar
from printpress.spec.nearest import did_you_mean, one_of
from printpress.spec.source import Node, Scalar

_ABSOLUTE = re.compile(r"[/~]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+://")


def shown(path: Path) -> str:
    """The path for messages: from the working folder where it lies there."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - symlinks stay as written
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def names_in(folder: Path) -> frozenset[str]:
    """The names of what lies in a folder; none where there is no such folder."""
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 - names are all we want
    except OSError:
        return frozenset()


def inside(path: Path, root: Path) -> bool:
    """Whether the path, links followed, lies in the folder."""
    try:
        return path.resolve().is_relative_to(_followed(root))
    except (OSError, RuntimeError):  # a loop of links
        return False


@lru_cache(maxsize=8)
def _followed(root: Path) -> Path:
    """The paper's folder, links followed: it is asked for with every file."""
    return root.resolve()


def file_path(example: str, *, must_exist: bool = True) -> Field[Path]:
    """A file of the paper's, relative to the file that names it."""

    def read(node: Node, reading: Reading) -> Path:
        scalar = as_scalar(node, reading, example)
        return resolved(scalar, reading, must_exist=must_exist)

    def schema(_: Draft) -> Schema:
        return {"type": ["string", "number", "boolean"], "pattern": r"^[^\\]+$"}

    return Field(read, schema, example)


def resolved(scalar: Scalar, reading: Reading, *, must_exist: bool = True) -> Path:
    """The path that the scalar names; raises :class:`Unread`."""
    written = scalar.text.strip()
    if not written or "\\" in written:
        reading.refuse(_backslash(scalar.span, written))
    if _ABSOLUTE.match(written):
        reading.refuse(outside_root(scalar.span, written))
    target = Path(os.path.normpath(scalar.file.parent / written))
    if not target.is_relative_to(reading.root):
        reading.refuse(outside_root(scalar.span, written))
    missing = _missing_part(target, reading.root)
    if missing is not None:
        if not must_exist:
            return target
        reading.refuse(_missing_file(scalar.span, written, missing))
    if not inside(target, reading.root):
        reading.refuse(outside_root(scalar.span, written, link=True))
    if not target.is_file():
        reading.refuse(_no_file(scalar.span, written))
    return target


def _missing_part(target: Path, root: Path) -> Path | None:
    """The first part of the path that its folder does not list, as spelled."""
    at = root
    for part in target.relative_to(root).parts:
        if part not in names_in(at):
            return at / part
        at /= part
    return None


def outside_root(span: Span | None, written: str, *, link: bool = False) -> Diagnostic:
    """A path to what is not the paper's own."""
    how = Both(" by a link", "（经由链接）") if link else Both("", "")
    return error(
        "outside-root",
        span,
        Both(
            f'"{written}" leaves the paper\'s folder{how.en}',
            f"“{written}”{how.zh}指到了报纸文件夹之外",
        ),
        fix=Both(
            "copy the file into the paper's folder and write its path from this file, "
            "such as ../pictures/meeting.jpg",
            "把文件复制到报纸文件夹内，写相对于本文件的路径，"
            "例如 ../pictures/meeting.jpg",
        ),
        why=Both(
            "a paper must print alike on every machine", "报纸在任何机器上都要印得一样"
        ),
    )


def _backslash(span: Span, written: str) -> Diagnostic:
    right = written.replace("\\", "/") or "../pictures/meeting.jpg"
    return error(
        "bad-path",
        span,
        Both(f'"{written}" is no path with /', f"“{written}”不是用 / 写的路径"),
        fix=Both(f"write `{right}`", f"写成 `{right}`"),
        why=Both(
            "backslashes are paths on Windows only", "反斜杠只有 Windows 认作路径"
        ),
    )


def _missing_file(span: Span, written: str, missing: Path) -> Diagnostic:
    names = names_in(missing.parent)
    guess, others = did_you_mean(missing.name, names), one_of(sorted(names), 6)
    folder = shown(missing.parent)
    case = next((n for n in names if n.casefold() == missing.name.casefold()), None)
    why = (
        Both(
            "Windows does not tell capitals apart, Linux does",
            "Windows 不分大小写，Linux 分",
        )
        if case
        else None
    )
    return error(
        "missing-file",
        span,
        Both(
            f'"{written}" does not exist: {folder} has no "{missing.name}"',
            f"“{written}”不存在：{folder} 中没有“{missing.name}”",
        ),
        fix=Both(
            f"{guess.en}put the file there, or write {others.en}",
            f"{guess.zh}把文件放到那里，可写 {others.zh}",
        ),
        why=why,
    )


def _no_file(span: Span, written: str) -> Diagnostic:
    return error(
        "missing-file",
        span,
        Both(f'"{written}" is a folder, not a file', f"“{written}”是文件夹，不是文件"),
        fix=Both(f"write a file's name, `{written}/…`", f"写出文件名，`{written}/…`"),
    )
