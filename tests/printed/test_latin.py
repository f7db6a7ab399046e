"""Latin inside Chinese as a finished file gives it back."""

from datetime import UTC, datetime
from itertools import accumulate, pairwise
from pathlib import Path

import pypdfium2
import pytest

from printpress.colour import BLACK
from printpress.display.ops import DisplayList, ShowGlyphs
from printpress.geometry import Size
from printpress.pdf import FileFacts, write
from printpress.text.galley import Line, Profile, compose
from printpress.text.lines import SOFT_HYPHEN
from printpress.units import PT
from tests.engine import SIZE, ems, library, paragraph
from tests.printed.programs import characters, said, squeezed

COPY = (
    "溪桥图书馆新添了介绍newspaper和typography的小册子，也有讲photography与architecture"
    "的画册；AVATAR、To和Yo.这几个词最能看出字偶间距，office里的连字也在。"
)
PDFIUM_HYPHEN = "\x02"
"""What PDFium makes of a hyphen at a line's end, of whatever sort."""
TRIM = Size(200 * PT, 200 * PT)
FACTS = FileFacts("小报", "小报", datetime(2025, 9, 5, tzinfo=UTC), "printpress")


def printed(folder: Path, lines: tuple[Line, ...]) -> Path:
    """The lines one below the other, as a file."""
    ops = tuple(
        ShowGlyphs(
            piece.face,
            piece.size,
            BLACK,
            20 * PT + row * 13 * PT,
            piece.gids,
            piece.texts,
            tuple(10 * PT + x for x in piece.xs),
        )
        for row, line in enumerate(lines)
        for piece in line.pieces
    )
    page = DisplayList(1, TRIM, 0, ops)
    path = folder / "latin.pdf"
    path.write_bytes(write([page], library().face, {}, FACTS))
    return path


@pytest.fixture(scope="module")
def lines() -> tuple[Line, ...]:
    wanted = paragraph(COPY, hyphenate="en_GB")
    found = compose([wanted], Profile.of(ems(12)), library()).lines
    hyphened = [line for line in found if line.pieces[-1].texts[-1] == SOFT_HYPHEN]
    assert len(hyphened) >= 2
    return found


@pytest.fixture(scope="module")
def pdf(lines, tmp_path_factory) -> Path:
    return printed(tmp_path_factory.mktemp("latin"), lines)


@pytest.mark.needs_poppler
def test_poppler_joins_the_words_again(pdf):
    told = said("pdftotext", "-raw", pdf, "-")
    assert squeezed(told).replace(SOFT_HYPHEN, "") == COPY
    assert "-" not in told


@pytest.mark.needs_mutool
def test_mupdf_reads_a_soft_hyphen_and_no_other_character(pdf):
    told = squeezed("".join(char.char for char in characters(pdf, 1)))
    assert told.replace(SOFT_HYPHEN, "") == COPY


def test_pdfium_gives_the_words_back(pdf):
    document = pypdfium2.PdfDocument(pdf)
    told = squeezed(document[0].get_textpage().get_text_bounded())
    document.close()
    assert told.count(PDFIUM_HYPHEN) >= 2
    assert told.replace(PDFIUM_HYPHEN, "") == COPY


@pytest.mark.needs_mutool
def test_letters_stand_where_kerning_put_them(tmp_path):
    """Origins in the file are the sums of the shaped advances, within 0.01 pt."""
    (line,) = compose([paragraph("AVATAR")], Profile.of(ems(30)), library()).lines
    face = library().face("song")
    shaped = [glyph.advance for glyph in face.shape("AVATAR")]
    assert shaped[:-1] != [face.advance(face.glyph(char)) for char in "AVATA"]
    xs = [char.x for char in characters(printed(tmp_path, (line,)), 1)]
    meant = [10 + sum_ * SIZE / PT / 1000 for sum_ in accumulate(shaped, initial=0)]
    assert all(abs(a - b) < 0.01 for a, b in zip(xs, meant, strict=False))
    assert all(a < b for a, b in pairwise(xs))
