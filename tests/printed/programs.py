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


RIP = (
    *("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER"),
    *("-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage"),
)
"""Ghostscript as a press's RIP that takes no fault."""


def read_without_a_word(*files: Path) -> None:
    """Three programs read every page of the files and find nothing to say."""
    for file in files:
        told = said("qpdf", "--check", file)
        assert "No syntax or stream encoding errors" in told, file
    assert said(*RIP, *files) == ""
    said(
        "mutool", "draw", "-q", "-r", 20, "-o", files[0].with_suffix(".%d.png"), *files
    )


def judged_by_pdf_oxide(file: Path, standard: str) -> None:
    """Its validation of the standard finds the file in order."""
    import pdf_oxide

    # It knows 1a of 2001 only, and warns of a property that 1a does not have.
    level, heard = ("4", []) if standard == "PDF/X-4" else ("1a_2001", ["XMETA-006"])
    told = pdf_oxide.PdfDocument(str(file)).validate_pdf_x(level)
    assert (told["valid"], told["errors"]) == (True, []), file
    assert [warning[1:10] for warning in told["warnings"]] == heard, file


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
