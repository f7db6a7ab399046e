"""Drawings as outlines: what is read, and what is refused where it stands."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printpress.colour import BLACK, PAPER, Ink
from printpress.content.art_faults import ArtError
from printpress.content.artwork import SIDE, read_artwork
from printpress.paths import Close, CurveTo, LineTo, Move

RED = Ink(0, 1000, 900)
COLOURS = {"red": RED, "tint": Ink(black=100), "black": BLACK, "paper": PAPER}
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'


def drawn(folder: Path, inner: str):
    file = folder / "a.svg"
    file.write_text(f"{HEAD}\n{inner}\n</svg>\n", "utf-8")
    return read_artwork(file, COLOURS)


def refusals(folder: Path, inner: str):
    with pytest.raises(ArtError) as caught:
        drawn(folder, inner)
    return caught.value.diagnostics


def test_a_drawing_is_cut_to_its_ink_and_begins_at_its_corner(tmp_path):
    art = drawn(tmp_path, '<rect x="50" y="20" width="100" height="50"/>')
    assert (art.width, art.height) == (SIDE, SIDE // 2)
    (shape,) = art.shapes
    assert shape.path[0] == Move(0, 0)
    assert LineTo(SIDE, SIDE // 2) in shape.path
    assert shape.path[-1] == Close()
    assert shape.ink == BLACK


def test_transforms_are_worked_in_and_lines_counted_as_ink(tmp_path):
    inner = (
        '<g transform="scale(2)"><line x1="10" y1="10" x2="40" y2="10" '
        'stroke="black" stroke-width="5" stroke-linecap="round"/></g>'
    )
    art = drawn(tmp_path, inner)
    (shape,) = (s for s in art.shapes if s.width)
    # 60 long and 10 thick; the box has half a line's width all round.
    assert abs(shape.width - SIDE * 10 // 70) <= 1
    assert shape.rounded
    assert shape.path[0] == Move(71429, 71429)


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#000", BLACK),
        ("white", PAPER),
        ("#808080", Ink(black=498)),
        ("#c8102e", RED),
        ("red", RED),
        ("rgb(255, 0, 25)", RED),
    ],
)
def test_colours_become_the_houses_inks(tmp_path, colour, ink):
    square = f'<rect width="9" height="9" fill="{colour}"/>'
    assert drawn(tmp_path, square).shapes[0].ink == ink


def test_every_kind_of_curve_becomes_a_cubic_one(tmp_path):
    path = "M0 0 q10 20 20 0 t20 0 c5 5 10 5 15 0 s10 -5 15 0 a10 10 0 0 1 20 0 z"
    art = drawn(tmp_path, f'<path d="{path}"/><ellipse cx="50" cy="50" rx="9" ry="5"/>')
    kinds = {type(part) for shape in art.shapes for part in shape.path}
    assert kinds == {Move, CurveTo, Close}


def test_what_is_hidden_is_not_drawn(tmp_path):
    square = '<rect width="9" height="9"/>'
    inner = f'{square}<g display="none">{square}</g><g visibility="hidden">{square}</g>'
    assert len(drawn(tmp_path, inner).shapes) == 1


@pytest.mark.parametrize(
    ("inner", "what"),
    [
        ('<text x="1" y="9">溪桥</text>', "text"),
        ('<image width="9" height="9" href="a.png"/>', "picture"),
        ('<defs><linearGradient id="g"/></defs><path d="M0 0h9v9z"/>', "gradient"),
        ('<path d="M0 0h9v9z" fill="url(#g)"/>', "gradient"),
        ('<path d="M0 0h9v9z" style="fill: url(#g)"/>', "gradient"),
        ("<style>.a { filter: blur(2px) }</style>", "filter"),
        ('<path d="M0 0h9v9z" opacity="0.5"/>', "transparency"),
        ('<path d="M0 0h9v9z" fill-opacity="50%"/>', "transparency"),
        ('<path d="M0 0h9" stroke="red" stroke-dasharray="2 2"/>', "dashed"),
        ('<path id="a" d="M0 0h9v9z"/><use href="#a"/>', "copy"),
        ('<g clip-path="url(#c)"><path d="M0 0h9v9z"/></g>', "clipping"),
        ("<foreignObject/>", "<foreignObject>"),
    ],
)
def test_what_is_no_outline_is_refused_where_it_stands(tmp_path, inner, what):
    (told,) = refusals(tmp_path, inner)
    assert told.code == "art-unsupported"
    assert what in told.what.en
    assert told.span.line == 2
    assert told.span.file.endswith("a.svg")


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    inner = '<text>溪</text>\n<image href="a.png"/>'
    assert [d.span.line for d in refusals(tmp_path, inner)] == [2, 3]


def test_a_colour_that_is_none_of_the_houses_is_refused_where_it_stands(tmp_path):
    (told,) = refusals(tmp_path, '\n<rect width="9" height="9" fill="#0af"/>')
    assert told.code == "art-colour"
    assert "#00aaff" in told.what.en
    assert told.span.line == 3


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"not a drawing",
        b"<html><body/></html>",
        f"{HEAD}</svg>".encode(),
        f"{HEAD}<path d='M 0 0'/></svg>".encode(),
        f"{HEAD}<path d='M 0 0 h1e999'/></svg>".encode(),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
        b'<svg xmlns="http://www.w3.org/2000/svg"><title>&b;</title></svg>',
    ],
)
def test_what_is_no_drawing_is_refused(tmp_path, written):
    file = tmp_path / "a.svg"
    file.write_bytes(written)
    with pytest.raises(ArtError) as caught:
        read_artwork(file, COLOURS)
    assert {d.code for d in caught.value.diagnostics} <= {
        "art-unreadable",
        "art-unsupported",
    }


WHOLE = (
    f'{HEAD}<g transform="rotate(9)"><path d="M0 0c9 9 9 9 1 2z" fill="#c8102e"/>'
    '<circle r="4" stroke="black"/></g></svg>'
).encode()


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(1, 255)), max_size=4)
)
def test_a_damaged_drawing_is_read_or_refused(tmp_path_factory, damage):
    written = bytearray(WHOLE)
    for at, byte in damage:
        written[at] = byte
    file = tmp_path_factory.mktemp("art") / "a.svg"
    file.write_bytes(bytes(written))
    try:
        art = read_artwork(file, COLOURS)
    except ArtError:
        return
    assert art.shapes
    assert max(art.width, art.height) <= SIDE + 1


@pytest.mark.parametrize(
    ("paint", "ink"),
    [
        ("device-cmyk(0 1 0.9 0)", Ink(0, 1000, 900)),
        ("device-cmyk(20%, 0%, 5.5%, 0%)", Ink(200, 0, 55)),
        ("DEVICE-CMYK(.305 0 0 .1)", Ink(305, 0, 0, 100)),
        ("device-cmyk(0 0 0 0)", PAPER),
    ],
)
def test_an_ink_may_be_said_exactly(tmp_path, paint, ink):
    for inner in (
        f'<rect width="9" height="9" fill="{paint}"/>',
        f'<style>.a{{fill:{paint}}}</style><rect class="a" width="9" height="9"/>',
    ):
        assert [shape.ink for shape in drawn(tmp_path, inner).shapes] == [ink]


def test_exact_inks_stand_apart_from_each_other_and_from_colours(tmp_path):
    # #010203 and #010204 are what stands for exact inks otherwise.
    inner = "".join(
        f'<rect width="9" height="9" fill="{paint}"/>'
        for paint in (
            "device-cmyk(1 0 0 0)",
            "#010203",
            "device-cmyk(0 0 1 0)",
            "#010204",
        )
    )
    inks = [shape.ink for shape in drawn(tmp_path, inner).shapes]
    assert inks == [Ink(1000), Ink(black=992), Ink(0, 0, 1000), Ink(black=991)]


@pytest.mark.parametrize(
    ("paint", "code"),
    [
        ("device-cmyk(0 1 2 0)", "art-colour"),
        ("device-cmyk(0 1 0)", "art-colour"),
        ("device-cmyk(0 1 1 0 / 0.5)", "art-colour"),
        ("#ff0000 icc-color(x, 1)", "art-colour"),
        ("blakc", "art-colour"),
        ("rgba(0,0,0,0.5)", "art-unsupported"),
        ("#00000080", "art-unsupported"),
    ],
)
def test_colours_that_cannot_be_read_are_never_black(tmp_path, paint, code):
    (told,) = refusals(tmp_path, f'<rect width="9" height="9" fill="{paint}"/>')
    assert (told.code, told.span.line) == (code, 2)


def test_what_is_clear_is_not_drawn(tmp_path):
    inner = '<rect width="9" height="9" fill="transparent" stroke="black"/>'
    (shape,) = drawn(tmp_path, inner).shapes
    assert shape.width


def whole(folder, head, inner):
    file = folder / "a.svg"
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inner}</svg>', "utf-8"
    )
    return read_artwork(file, COLOURS, whole=True)


@pytest.mark.parametrize(
    "head",
    ['viewBox="10 20 200 100"', 'viewBox="10 20 200 100" width="90mm" height="45mm"'],
)
def test_an_advert_keeps_the_room_of_its_artboard(tmp_path, head):
    art = whole(tmp_path, head, '<rect x="60" y="45" width="100" height="50"/>')
    assert (art.width, art.height) == (SIDE, SIDE // 2)
    (shape,) = art.shapes
    assert shape.path[0] == Move(SIDE // 4, SIDE // 8)


def test_an_advert_has_an_artboard_and_keeps_to_it(tmp_path):
    for head, side in (("", 9), ('viewBox="0 0 200 100"', 201)):
        with pytest.raises(ArtError) as caught:
            whole(tmp_path, head, f'<rect width="{side}" height="9"/>')
        assert [d.code for d in caught.value.diagnostics] == ["art-unreadable"]
    assert whole(
        tmp_path, 'viewBox="0 0 200 100"', '<rect width="200.3" height="9"/>'
    ).shapes
