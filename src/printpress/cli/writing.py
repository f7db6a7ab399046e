"""How commands write files, and name them to people."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from printpress.cli.voice import Voice
from printpress.diagnostics import Both

if TYPE_CHECKING:
    from printpress.newsroom.changes import Changes

NAMED_AT_MOST = 12
"""Files that are told one by one."""


def wrote(voice: Voice, path: Path, contents: bytes, digest: str = "") -> None:
    """Write a file whole or not at all, and say so; *digest*: its SHA-256 if known."""
    from hashlib import sha256

    from printpress.atomic import write_bytes

    write_bytes(path, contents)
    shown = shown_path(path)
    size = f"{len(contents) / 1024:,.0f} KB"
    voice.say(
        Both(f"wrote {shown} ({size})", f"已写 {shown}（{size}）"),
        type="file",
        path=shown,
        bytes=len(contents),
        sha256=digest or sha256(contents).hexdigest(),
    )


def carried_out(voice: Voice, changes: "Changes") -> None:
    """Write and move all that a command is going to change, and say so.

    What moves is copied first and taken from its old place last: wherever this is cut
    short, nothing is lost and no issue names a story that is not there.
    """
    from printpress.atomic import write_bytes

    for old, new in changes.moves:
        write_bytes(new, old.read_bytes())
    if len(changes.files) > NAMED_AT_MOST:
        _wrote_many(voice, changes.files)
    else:
        for path, contents in changes.files:
            wrote(voice, path, contents)
    for old, new in changes.moves:
        old.unlink()
        came, went = shown_path(old), shown_path(new)
        voice.say(
            Both(f"moved {came} to {went}", f"已把 {came} 移到 {went}"),
            type="moved",
            path=came,
            to=went,
        )
    for said in changes.told:
        voice.say(said.words, **said.facts)


def _wrote_many(voice: Voice, files: Sequence[tuple[Path, bytes]]) -> None:
    from printpress.atomic import write_bytes

    for path, contents in files:
        write_bytes(path, contents)
    number = len(files)
    folder = shown_path(Path(os.path.commonpath([path for path, _ in files])))
    voice.say(
        Both(f"wrote {number} files in {folder}", f"已在 {folder} 写 {number} 个文件"),
        type="files",
        path=folder,
        number=number,
    )


def shown_path(path: Path) -> str:
    """The path as people are told it, as in messages; asking for help loads no spec."""
    from printpress.spec.paths import shown

    return shown(path)
