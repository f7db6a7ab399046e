"""Pages drawn by hand, and the file that comes of them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.faces import write_face

from printpress.colour import BLACK, Ink
from printpress.diagnostics import Span
from printpress.display.ops import DisplayList, Op, ShowGlyphs
from printpress.fonts.face import Face
from printpress.geometry import Size
from printpress.pdf import FileFacts, OutputIntent, write
from printpress.pictures.convert import ConvertedPicture
from printpress.pictures.packed import PackedPicture, pack
from printpress.units import PT

TRIM = Size(200 * PT, 300 * PT)
FACTS = FileFacts("小报 第7期", "小报", datetime(2025, 9, 5, tzinfo=UTC), "printpress")
PROFILE = Path(__file__).parents[3] / "layouts" / "press" / "snap-coldset.icc"
INTENT = OutputIntent(
    *("PDF/X-4", PROFILE.read_bytes(), "CGATS TR 002", "http://www.color.org"),
    info="Coldset newsprint",
)
MANY = "".join(map(chr, range(0x4E00, 0x4E00 + 320)))
"""Han for files with more glyphs than one block of a CMap holds."""


@pytest.fixture(scope="session")
def faces(tmp_path_factory) -> dict[str, Face]:
    """The test face twice, under two names, with 320 Han."""
    folder = tmp_path_factory.mktemp("faces")
    here = Span("fonts.yaml", 1, 1)
    made = {}
    for name, family in (("song", "PressTest"), ("hei", "PressTestBold")):
        path = write_face(folder / f"{name}.ttf", han=MANY, family=family)
        made[name] = Face(name, path, here)
    return made


def show(
    face: Face,
    text: str,
    *,
    at: tuple[int, int] = (20 * PT, 50 * PT),
    size: int = 10 * PT,
    ink: Ink = BLACK,
) -> ShowGlyphs:
    """The text, one glyph a character, an em apart."""
    x, y = at
    return ShowGlyphs(
        face.name,
        size,
        ink,
        y,
        tuple(face.glyph(char) for char in text),
        tuple(text),
        tuple(x + n * size for n in range(len(text))),
    )


def packed(pictures: dict[str, ConvertedPicture]) -> dict[str, PackedPicture]:
    return {name: pack(picture) for name, picture in pictures.items()}


@dataclass(frozen=True)
class Press:
    """Writes pages."""

    faces: dict[str, Face]

    def page(self, *ops: Op, number: int = 1, bleed: int = 0) -> DisplayList:
        return DisplayList(number, TRIM, bleed, ops)

    def write(self, *pages: DisplayList, **pictures: ConvertedPicture) -> bytes:
        return write(pages, self.faces.__getitem__, packed(pictures), FACTS)

    def print(
        self,
        *pages: DisplayList,
        intent: OutputIntent = INTENT,
        facts: FileFacts = FACTS,
        **pictures: ConvertedPicture,
    ) -> bytes:
        return write(pages, self.faces.__getitem__, packed(pictures), facts, intent)


@pytest.fixture
def press(faces) -> Press:
    return Press(faces)
