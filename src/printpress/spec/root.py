"""The paper's folder, and the files in it that are called by name."""

import os
from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, PressError, Span, error
from printpress.spec.fields import Reading
from printpress.spec.nearest import did_you_mean, listed, one_of
from printpress.spec.paths import inside, names_in, outside_root, shown
from printpress.spec.source import Node, load_yaml

HOUSE = Path("layouts", "house.yaml")
"""What makes a folder a paper's root, and the house of issues that name none."""

HOUSES = "layouts"
"""Where houses lie, from the root."""

ISSUE_FILE = "issue.yaml"
"""What makes a folder an issue."""

PRESETS = "layouts/presets"
"""Where presets lie, which houses extend."""

CALLED = {
    "house": Both("house", "报社样式"),
    "layout": Both("layout", "版式"),
    "press": Both("press", "印厂"),
    "edition": Both("edition", "地方版"),
}
"""What files are called that others name."""


def find_root(path: Path) -> Path:
    """The nearest folder, from *path* upward, that holds ``layouts/house.yaml``.

    Raises :class:`PressError` where there is none.
    """
    start = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as written
    for folder in (start, *start.parents):
        if (folder / HOUSE).is_file():
            return folder
    raise PressError([_no_root(start)])


def issue_file(path: Path) -> Path:
    """The file that is meant where people name an issue: of a folder, that in it."""
    return path / ISSUE_FILE if path.is_dir() else path


def issue_folder(path: Path) -> Path | None:
    """The issue's folder where *path* is that or its ``issue.yaml``, else None."""
    file = issue_file(path)
    return file.parent if file.name == ISSUE_FILE and file.is_file() else None


def _no_root(start: Path) -> Diagnostic:
    return error(
        "no-root",
        Span(shown(start), 0, 0),
        Both(
            "no folder from here upward holds layouts/house.yaml",
            "从这里往上，没有哪个文件夹含有 layouts/house.yaml",
        ),
        fix=Both(
            "go to a paper's folder, or begin one by writing layouts/house.yaml",
            "进入报纸文件夹，或写一个 layouts/house.yaml 新建一份报纸",
        ),
    )


def load_named(folder: str, name: str, reading: Reading) -> Node | None:
    """The YAML file of that name in a folder of the paper's; None if there is none.

    Raises :class:`PressError` and :class:`Unread`.
    """
    file = f"{name}.yaml"
    path = reading.root / folder / file
    if file not in names_in(path.parent):
        return None
    if not inside(path, reading.root):
        reading.refuse(outside_root(Span(shown(path), 0, 0), file, link=True))
    return load_yaml(path, shown(path))


def unknown_name(
    kind: str,
    name: str,
    span: Span | None,
    folders: str | tuple[str, ...],
    reading: Reading,
) -> Diagnostic:
    """A house, layout, press or edition that has no file in any of those folders."""
    searched = (folders,) if isinstance(folders, str) else folders
    files = [file for folder in searched for file in names_in(reading.root / folder)]
    known = sorted(f.removesuffix(".yaml") for f in files if f.endswith(".yaml"))
    guess, names = did_you_mean(name, known), one_of(known)
    called, where = CALLED[kind], listed(searched)
    return error(
        f"unknown-{kind}",
        span,
        Both(
            f'no {called.en} is called "{name}": {where.en} '
            f"{'has' if len(searched) == 1 else 'have'} no {name}.yaml",
            f"没有名为“{name}”的{called.zh}：{where.zh} 中没有 {name}.yaml",
        ),
        fix=Both(
            f"{guess.en}write {names.en}, or add {searched[0]}/{name}.yaml",
            f"{guess.zh}可写 {names.zh}；或新建 {searched[0]}/{name}.yaml",
        ),
    )
