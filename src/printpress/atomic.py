"""Files written whole or not at all.

A reader never sees half a file, and a build that fails leaves the last good output
as it was: the bytes go to a temporary file in the same folder, which then takes the
name in one step. Whatever the umask, they may be read by all and written by their
owner (0644): the print shop's people open what the editors wrote. Folders follow the
umask.
"""

import os
import tempfile
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".part"
"""How names end while their file is being written."""


def write_bytes(path: Path, contents: bytes, *, durable: bool = True) -> None:
    """Put the contents under that name, making its folder if need be.

    The disk holds them before they take it, unless that is not asked for (*durable*):
    then a power cut may leave the name with other contents, though a crash never does.

    Raises ``OSError`` as the file system does; the old file then stands untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED
    )
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(contents)
            if durable:
                out.flush()
                os.fsync(out.fileno())
        Path(temporary).chmod(0o644)  # mkstemp's own mode keeps colleagues out
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def link(source: Path, path: Path) -> bool:
    """Give a file another name, in one step; whether the file system did so.

    Files that are replaced whole and never changed in place may share their bytes.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}{UNFINISHED}")
    try:
        temporary.unlink(missing_ok=True)
        os.link(source, temporary)
        temporary.replace(path)
    except OSError:
        return False
    finally:
        temporary.unlink(missing_ok=True)
    return True
