"""A new paper's folder, which builds at once: house, layouts, press, faces, an issue.

Made of what printpress itself ships (:data:`SHIPPED`): the sample paper's design, under
the new paper's name. What it says of itself, every newspaper must fill in.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from printpress.diagnostics import Both, Diagnostic, PressError, Said, error
from printpress.newsroom.changes import Changes
from printpress.newsroom.written import text_of, tree_of
from printpress.spec.paths import shown

SHIPPED: Final = Path(__file__).parent / "shipped"
"""Faces, layouts and schemas, as in the project's own folders."""

STARTER: Final = Path(__file__).parent / "starter"
"""What a new paper has and ours has not: its first issue, its README."""

PAGES: Final = ("base", "front-a", "inner-a", "town-a", "features-a", "gallery-a")
"""Layouts of the sample that a new paper begins with."""

OF_THE_SPECIMEN: Final = (
    *("quanjiao", "kaiming", "banjiao", "hangmo", "plain", "lenient", "strict", "hung"),
    *("parted", "left", "upright", "bulletin", "words", "hant", "kai", "hans"),
)
"""Roles that show what the engine can; no paper needs them."""

NAME: Final = "{name}"
"""Where the paper's name stands in the starter's text."""


def is_name(name: str) -> bool:
    r"""Whether the starter's files can bear the name, quoted as some have it.

    >>> is_name("溪桥报: 周末 #1"), is_name('"报"'), is_name("报\n")
    (True, False, False)
    """
    return bool(name.strip()) and name.isprintable() and not set(name) & {'"', "\\"}


def new_paper(folder: Path, name: str, date: dt.date) -> Changes:
    """The files of a paper of that name, with a first issue of a day.

    Raises ``PressError`` where the folder holds anything already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PressError([_not_empty(folder)])
    issue = f"issues/{date.isoformat()}"
    files = tuple(
        (folder / path, contents)
        for path, contents in (
            *_shipped("fonts", "*"),
            *_shipped("layouts/presets", "*.yaml"),
            *_shipped("layouts/press", "*"),
            *_shipped("schema", "*.json"),
            ("layouts/house.yaml", _house(name)),
            *_pages(),
            *_starter(name, date),
        )
    )
    return Changes(
        files=files,
        told=(
            Said(
                Both(
                    f"{name} is ready: cd {shown(folder)}, then printpress proof "
                    f"{issue}",
                    f"《{name}》建好了：进入 {shown(folder)}，执行 printpress proof "
                    f"{issue}",
                ),
                {"type": "paper", "name": name, "issue": issue},
            ),
        ),
    )


def _shipped(under: str, pattern: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted((SHIPPED / under).glob(pattern)):
        if file.is_file():
            yield f"{under}/{file.name}", file.read_bytes()


def _pages() -> Iterator[tuple[str, bytes]]:
    for name in PAGES:
        path = f"layouts/pages/{name}.yaml"
        yield path, (SHIPPED / path).read_bytes()


def _house(name: str) -> bytes:
    """The sample's house under the paper's own name."""
    tree: Any = tree_of((SHIPPED / "layouts" / "house.yaml").read_text("utf-8"))
    tree["paper"]["name"] = name
    tree["paper"].pop("latin", None)
    tree["paper"]["slogan"] = "广告语写在这里"
    tree["registration"] |= {
        "publisher": f"{name}社",
        "address": "地址写在这里",
        "phone": "电话写在这里",
        "printer": "印厂写在这里",
    }
    tree["words"] = [name]
    for role in OF_THE_SPECIMEN:
        tree["roles"].pop(role, None)
    text = text_of(tree)
    first, _, rest = text.partition("\n")
    return f"{first}\n# {name}：设计改这里。\n{rest.partition(chr(10))[2]}".encode()


def _starter(name: str, date: dt.date) -> Iterator[tuple[str, bytes]]:
    for file in sorted(STARTER.rglob("*")):
        path = file.relative_to(STARTER).as_posix()
        if file.is_dir():
            continue
        text = file.read_text("utf-8").replace(NAME, name)
        text = text.replace("{date}", date.isoformat())
        path = path.replace("first-issue", date.isoformat())
        yield path.replace("dot-", "."), text.encode()


def _not_empty(folder: Path) -> Diagnostic:
    return error(
        "paper-exists",
        None,
        Both(f"{shown(folder)} is not empty", f"{shown(folder)} 不是空文件夹"),
        why=Both("nothing that is there is overwritten", "已有的东西从不覆盖"),
        fix=Both("name a folder that does not exist yet", "换一个还不存在的文件夹名"),
    )
