"""Other people's programs, and what they say of a file."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


def said(*command: object) -> str:
    """What a program prints; it must end well."""
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode()


def squeezed(text: str) -> str:
    """Text without white space: readers put spaces where gaps are wide."""
    return "".join(text.split())


@dataclass(frozen=True)
class Char:
    """A character as MuPDF finds it on a page, in points from the top left."""

    char: str
    x: float
    y: float
    size: float


def characters(pdf: Path, page_no: int) -> Iterator[Char]:
    """Every character of a page with its origin."""
    xml = said("mutool", "draw", "-q", "-F", "stext", pdf, page_no)
    for font in ET.fromstring(xml).iter("font"):
        size = float(font.get("size", "0"))
        for char in font.iter("char"):
            x, y = float(char.get("x", "")), float(char.get("y", ""))
            yield Char(char.get("c", ""), x, y, size)
