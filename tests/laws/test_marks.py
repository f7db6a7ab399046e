"""Laws of what stands beside characters, whatever the copy."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.engine import SIZE, body, copy_of_all_classes, library, sentences

from printpress.makeup.keep import Row
from printpress.makeup.reading_rows import with_readings
from printpress.paths import Move
from printpress.text.classify import classify
from printpress.text.galley import Line, Paragraph, Piece, Profile, Run, compose
from printpress.text.marks import outline
from printpress.text.punctuation import HAN_LIKE
from printpress.units import PT

laws = settings(
    deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow]
)
copies = st.one_of(copy_of_all_classes, sentences)
measures = st.integers(6 * 4, 30 * 4).map(lambda quarters: quarters * SIZE // 4)
worn: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    (
        {},
        {"dots": True},
        {"mark": "name"},
        {"mark": "title"},
        {"mark": "name", "dots": True},
    )
)
marked = st.lists(st.tuples(copies, worn), min_size=1, max_size=4).map(
    lambda parts: tuple(Run(text, "song", **kind) for text, kind in parts)
)
pinyin = st.lists(
    st.text("abcdeghijlmnopqrstuxyzāáǎàǚ", min_size=1, max_size=6), max_size=4
).map(" ".join)
read = st.lists(
    st.tuples(st.text("一二三四五六七八九十", max_size=4), pinyin),
    min_size=1,
    max_size=12,
).map(lambda parts: tuple(Run(text, "song", ruby=ruby) for text, ruby in parts))

mixed = st.lists(
    st.one_of(
        st.tuples(st.text("一二三四五六七八九十", min_size=1, max_size=3), pinyin),
        st.tuples(st.text("国，。家；？（g", max_size=6), st.just("")),
    ),
    min_size=1,
    max_size=14,
).map(lambda parts: tuple(Run(text, "song", ruby=ruby) for text, ruby in parts))
HAN_ONLY = frozenset("一二三四五六七八九十")


def lines_of(runs: tuple[Run, ...], measure: int) -> tuple[Line, ...]:
    return compose([Paragraph(runs, body())], Profile.of(measure), library()).lines


@laws
@given(marked, measures)
def test_lines_and_dots_change_no_line(runs, measure):
    plain = tuple(replace(run, mark="", dots=False) for run in runs)
    bare = [replace(line, marks=()) for line in lines_of(runs, measure)]
    assert bare == list(lines_of(plain, measure))


@laws
@given(marked, measures)
def test_every_dot_has_its_own_han_character(runs, measure):
    dotted = "".join(run.text for run in runs if run.dots)
    kinds = classify("".join(run.text for run in runs))
    wanted = 0
    at = 0
    for run in runs:
        here = kinds[at : at + len(run.text)]
        at += len(run.text)
        wanted += run.dots * sum(kind in HAN_LIKE for kind in here)
    found = 0
    for line in lines_of(runs, measure):
        origins = {
            (piece.size, x + piece.size // 2)
            for piece in line.pieces
            for x, text in zip(piece.xs, piece.texts, strict=True)
            if text and text[0] in dotted
        }
        for mark in line.marks:
            found += len(mark.centres)
            assert len(set(mark.centres)) == len(mark.centres)
            assert {(mark.em, centre) for centre in mark.centres} <= origins
    assert found == wanted


@laws
@given(marked, measures)
def test_marks_stand_within_their_line(runs, measure):
    for line in lines_of(runs, measure):
        if {"overfull", "hanging"} & {*line.flags}:
            continue
        for mark in line.marks:
            assert 0 <= mark.start <= mark.end <= line.width <= measure
            assert mark.start >= 0
            assert all(mark.start < x < mark.end for x in mark.centres)
            assert isinstance(outline(mark).path[0], Move)


@laws
@given(st.lists(st.text("一二三四五六", min_size=1, max_size=4), min_size=1), measures)
def test_framed_names_are_never_divided_nor_wider_than_their_line(names, measure):
    runs = tuple(Run(name, "song", mark="mourning") for name in names)
    lines = lines_of(runs, measure)
    assert [mark.kind for line in lines for mark in line.marks] == (
        ["mourning"] * len(names)
    )
    for line in lines:
        assert line.width <= measure
        for one, after in pairwise(line.marks):
            assert one.end < after.start
        for mark in line.marks:
            assert 0 <= mark.start < mark.end <= line.width


@cache
def _outlines(face: str) -> tuple[Any, list[str]]:
    font = TTFont(library().face(face).path)
    return font.getGlyphSet(), font.getGlyphOrder()


@cache
def _ink(face: str, gid: int) -> tuple[float, float, float, float] | None:
    glyphs, names = _outlines(face)
    pen = BoundsPen(glyphs)
    glyphs[names[gid]].draw(pen)
    bounds: tuple[float, float, float, float] | None = pen.bounds
    return bounds


def _boxes(piece: Piece, y: int) -> Iterator[tuple[float, float, float, float]]:
    """Where a piece's glyphs are inked; *y* is its line's baseline, upwards."""
    scale = piece.size / library().face(piece.face).upem
    for gid, x in zip(piece.gids, piece.xs, strict=True):
        if ink := _ink(piece.face, gid):
            left, foot, right, top = (part * scale for part in ink)
            base = y + piece.rise
            yield x + left, base + foot, x + right, base + top


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


@laws
@given(mixed, measures, st.sampled_from((13, 15, 16, 18)))
def test_no_readings_ink_touches_another_line_or_its_own_characters(
    runs, measure, points
):
    pitch = points * PT
    lines = lines_of(runs, measure)
    placed = list(enumerate(with_readings(map(Row, lines), pitch - SIZE)))
    for number, row in placed:
        for line in row.lines:
            above = [piece for piece in line.pieces if piece.rise]
            own = [piece for piece in line.pieces if not piece.rise]
            around = [(0, piece) for piece in own if set(piece.texts) <= HAN_ONLY]
            for other, near in placed[max(0, number - 2) : number]:
                around += [
                    ((number - other) * pitch, piece)
                    for line in near.lines
                    for piece in line.pieces
                ]
            inked = [box for y, piece in around for box in _boxes(piece, y)]
            assert not any(
                _meet(mine, other)
                for piece in above
                for mine in _boxes(piece, 0)
                for other in inked
            )


def _ends(piece: Piece) -> tuple[int, int]:
    face = library().face(piece.face)
    last = face.advance(piece.gids[-1]) * piece.size // face.upem
    return piece.xs[0], piece.xs[-1] + last


@laws
@given(read, measures)
def test_readings_stay_apart_and_inside_the_measure(runs, measure):
    lines = lines_of(runs, measure)
    text = "".join(run.text for run in runs)
    assert "".join(line.text for line in lines) == text
    for line in lines:
        if {"overfull", "divided"} & {*line.flags}:  # a reading wider than any line
            continue
        assert line.width <= measure
        ends = [_ends(piece) for piece in line.pieces if piece.rise]
        for start, end in ends:
            assert start >= -SIZE // 8
            assert end <= measure + SIZE // 8
        for (_, end), (start, _) in pairwise(ends):
            assert start >= end - 2, line


@laws
@given(read, st.just(30 * SIZE))
def test_a_quarter_of_an_em_shows_between_readings_that_have_the_room(runs, measure):
    short = tuple(replace(run, ruby=run.ruby[:5]) for run in runs)
    for line in lines_of(short, measure):
        above = [piece for piece in line.pieces if piece.rise]
        inked = [[*_boxes(piece, 0)] for piece in above]
        if line.flags or not line.last:
            continue
        for one, after in pairwise(boxes for boxes in inked if boxes):
            assert after[0][0] - one[-1][2] >= SIZE // 4
