"""The committed faces, and copy of every class, for tests of the text engine."""

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from printpress.diagnostics import Span
from printpress.fonts.library import Library
from printpress.spec.fonts import FaceSpec, FontsSpec
from printpress.text.galley import Paragraph, Run, Setting
from printpress.units import PT

FONTS = Path(__file__).parents[1] / "fonts"
HERE = Span("fonts.yaml", 1, 1)
FILES = {
    "song": "PressSong-Regular.ttf",
    "hei": "PressHei-Regular.ttf",
    "kai": "PressKai-Regular.ttf",
    "brush": "PressBrush-Regular.ttf",
    "song-tc": "PressSongTC-Regular.ttf",
}
LANGUAGES = {"song-tc": "zh-Hant"}
SIZE = 9 * PT


@cache
def library() -> Library:
    """The committed faces with the house's fallbacks, the system's left out."""
    faces = {
        name: FaceSpec(
            name, FONTS / file, "OFL-1.1", HERE, LANGUAGES.get(name, "zh-Hans")
        )
        for name, file in FILES.items()
    }
    spec = FontsSpec(FONTS / "fonts.yaml", faces, ("kai", "song", "hei"), (), HERE)
    return Library(spec)


def body(**changes: Any) -> Setting:
    """A setting of the body's size."""
    return Setting(**({"size": SIZE, "orphan": False} | changes))


def paragraph(text: str, font: str = "song", **changes: Any) -> Paragraph:
    """One run of copy."""
    return Paragraph((Run(text, font),), body(**changes))


def ems(number: float | Fraction) -> int:
    """That many ems of the body's size, in EMU."""
    return round(Fraction(number) * SIZE)


WORDS = (
    *"一二三四五六七八九十国家新闻社区的了是在有和々〇",
    *"，、；：。．？！",
    *"“”‘’（）《》〈〉「」『』【】〔〕〖〗［］｛｝",
    *"·•–—～／/",
    *"——…⋯①②㈠●→★％℃°￥№±①③",
    "——",
    "……",
    "………",
    "——”",
    "？！",
    "！！！",
    "。”",
    "”“",
    "：“",
    "（《",
    "》）。",
    "ＡＢ",
    "１２",
    "２０２５％",
    "⁇",
    "‼",
    "⸺",
    "⋯⋯",
    "／",
    "m²",
    "-5℃",
    "№5",
    "5%～8%",
    "10:00—12:00",
    "0000-0000000",
    ".NET",
    "’90",
    "office@xi-qiao.example",
    "国\ufe00",
    "\u00a0",
    "Python",
    "GB/T",
    "C++",
    "I’m",
    "newspaper",
    "typography",
    "(international)",
    "Photography",
    "Wi-Fi",
    "state-of-the-art",
    "https://www.example.com/a/b?c=d&e=f",
    "2025",
    "12.5%",
    "25%",
    "365",
    "GDP",
    "A4",
    "36°",
    "Wi-Fi 6",
    "8.0",
    "￥100",
    "37.5℃",
    "(abc)",
    "well,",
    "é",
    "A",
    "7",
    " ",
    "  ",
    "\n",
    "\u3000",
    "\u2002",
    "国\U000e0100",
    "e\u0301",
    "\u200b",
)
"""Copy of every class, and of the pairs that have rules of their own."""

EMOJI = (
    "👨\u200d👩\u200d👧",
    "🇨🇳",
    "🇫",
    "👍🏽",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "☎",
    "각",
)
"""What no committed face has."""

copy_of_all_classes = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)
"""Paragraphs over all classes, as likely as not nonsense."""

copy_with_emoji = st.lists(st.sampled_from(WORDS + EMOJI), max_size=60).map("".join)
"""The same with emoji."""

sentences = st.lists(
    st.one_of(
        st.text(
            "的一是在不了有和人这中大为上个国我以要他时来用们", min_size=1, max_size=9
        ),
        st.sampled_from(WORDS),
    ),
    max_size=40,
).map("".join)
"""Paragraphs with stretches of Han between the rest, as newspapers have them."""
