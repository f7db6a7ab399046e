"""How commands write files, and name them to people."""

from pathlib import Path

from printpress.cli.voice import Voice
from printpress.diagnostics import Both


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


def shown_path(path: Path) -> str:
    """The path as people are told it: from where they stand, if it lies there."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
