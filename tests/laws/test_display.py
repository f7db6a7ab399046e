"""Display lists survive the way through text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from printpress.colour import Ink
from printpress.display.dump import dump, parse
from printpress.display.ops import (
    DisplayList,
    FillPath,
    FillRects,
    PlaceForm,
    PlaceImage,
    ShowGlyphs,
    StrokeLine,
    StrokePath,
    StrokeRect,
)
from printpress.geometry import Rect, Size
from printpress.paths import Close, CurveTo, LineTo, Move

emu = st.integers(-(10**8), 10**8)
length = st.integers(0, 10**8)
rects = st.builds(Rect, emu, emu, length, length)
per_mille = st.integers(0, 1000)
names = st.from_regex(r"[a-z]+(-[a-z]+)?", fullmatch=True)
process = st.builds(Ink, per_mille, per_mille, per_mille, per_mille)
spots = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9)
inks = st.one_of(
    process,
    st.builds(
        lambda ink, spot, tint: replace(ink, spot=spot, tint=tint),
        *(process, spots, per_mille),
    ),
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=3)


@st.composite
def shows(draw):
    count = draw(st.integers(1, 6))
    many = {"min_size": count, "max_size": count}
    return ShowGlyphs(
        draw(names),
        draw(st.integers(1, 10**7)),
        draw(inks),
        draw(emu),
        tuple(draw(st.lists(st.integers(1, 65535), **many))),
        tuple(draw(st.lists(texts, **many))),
        tuple(draw(st.lists(emu, **many))),
        draw(st.sampled_from(("across", "down", "turned"))),
        draw(st.one_of(st.just(1000), st.integers(1, 999))),
    )


segments = st.one_of(
    st.builds(Move, emu, emu),
    st.builds(LineTo, emu, emu),
    st.builds(CurveTo, emu, emu, emu, emu, emu, emu),
    st.just(Close()),
)
paths = st.lists(segments, max_size=8).map(tuple)

names = st.from_regex(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", fullmatch=True)
plates = st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=5).map(tuple)
ops = st.one_of(
    shows(),
    st.builds(FillRects, st.lists(rects, min_size=1, max_size=4).map(tuple), inks),
    st.builds(StrokeLine, emu, emu, emu, emu, length, inks, length),
    st.builds(StrokeRect, rects, length, inks),
    st.builds(FillPath, paths, inks),
    st.builds(StrokePath, paths, length, inks, st.booleans()),
    st.builds(PlaceImage, rects, names),
    st.builds(PlaceForm, rects, st.builds(Size, length, length), plates, names),
)  # fmt: skip
pages = st.builds(
    DisplayList,
    st.integers(1, 99),
    st.builds(Size, length, length),
    length,
    st.lists(ops, max_size=6).map(tuple),
    st.booleans(),
    length,
)


@given(st.lists(pages, max_size=3).map(tuple))
def test_parsing_a_dump_gives_the_list_back(lists):
    assert parse(dump(lists)) == lists
