"""Whatever bytes a PDF holds: a report, never an exception.

`make fuzz` looks longer; what it finds becomes a test of its own.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import drawn, good

from printpress.preflight import inspect
from printpress.preflight.cmaps import code_length, to_cids, to_text
from printpress.preflight.content import operations
from printpress.preflight.identity import iso_instant, pdf_instant
from printpress.preflight.programs import cff_numbers, character_map, glyph_count
from printpress.spec import load_press

PRESS = load_press(Path.cwd(), None)
WHOLE = (
    good(),
    good("PDF/X-1a:2003"),
    drawn(b"/G0 gs 0 0 0 1 k BT /F0 9 Tf 320 500 Td <00050006> Tj ET q Q /X0 Do "),
)
TOKENS = (
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"<", b">", b"/", b"%", b" R", b" 0 R"),
    *(b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"null"),
    *(b"1 0 R", b"2 0 R", b"99999 0 R", b"-1", b"1e9", b"9" * 40, b"0.0", b"true"),
    *(b"/Type", b"/Page", b"/Kids", b"/Parent", b"/Filter", b"/FlateDecode", b"/W"),
    *(
        b"/ASCII85Decode",
        b"/Length 5",
        b"/Length -1",
        b"/Predictor 15",
        b"\x00",
        b"\xff",
    ),
)
OPERATORS = (
    *(
        b"q ",
        b"Q ",
        b"cm ",
        b"1 0 0 1 0 0 cm ",
        b"0 0 0 0 0 0 cm ",
        b"re ",
        b"f ",
        b"S ",
    ),
    *(b"BT ", b"ET ", b"/F0 9 Tf ", b"/F9 9 Tf ", b"<0005> Tj ", b"[<05> 1e20] TJ "),
    *(b"[ ", b"] ", b"(", b") ", b"<< ", b">> ", b"BI /W 1 ID x EI ", b"BI ", b"ID "),
    *(b"/X0 Do ", b"/C0 cs ", b"1 scn ", b"1 2 3 4 k ", b"99999999999 w ", b"-5 Tz "),
    *(
        b"W n ",
        b"1 2 m ",
        b"3 4 l ",
        b"1 2 3 4 re ",
        b"1e309 0 l ",
        b"3 Tr ",
        b"' ",
        b'" ',
    ),
    *(b"/G0 gs ", b"\\", b"\x00", b"%", b"nan ", b"--5 ", b"1 2 3 4 5 6 7 Tm "),
)
fuzz = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@st.composite
def damaged(draw, whole: Sequence[bytes] = WHOLE) -> bytes:
    """A file with pieces cut out, doubled or replaced."""
    data: bytes = draw(st.sampled_from(whole))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 30)))
        piece = draw(st.one_of(st.sampled_from(TOKENS), st.binary(max_size=6)))
        data = data[:start] + piece + data[end:]
    return data[: draw(st.one_of(st.just(len(data)), st.integers(0, len(data))))]


VALUES = [
    *(b"null", b"true", b"5", b"-7.5", b"/Name", b"(text)", b"[]", b"<<>>", b"[1 2]"),
    *(
        b"1 0 R",
        b"3 0 R",
        b"7 0 R",
        b"999 0 R",
        b"[null null]",
        b"<< /S /JavaScript >>",
    ),
]


def put(after: bytes):
    return lambda _: after


@st.composite
def exchanged(draw, whole: Sequence[bytes] = WHOLE) -> bytes:
    """A file with values of the wrong kind, its syntax whole."""
    data: bytes = draw(st.sampled_from(whole))
    keys = sorted(set(re.findall(rb"/[A-Z][A-Za-z]+ ", data)))
    for _ in range(draw(st.integers(1, 4))):
        key, value = draw(st.sampled_from(keys)), draw(st.sampled_from(VALUES))
        ends = rb"(?:<[^<>]*>|\([^()]*\)|\[[^\[\]]*\]|<<[^<>]*>>|\d+ 0 R|[^\s<>\[\]]+)"
        data = re.sub(re.escape(key) + ends, put(key + value), data, count=1)
    return data


def judged(contents: bytes) -> None:
    report = inspect(contents, PRESS, render=False)
    assert isinstance(report.as_json()["passed"], bool)


@fuzz
@given(damaged())
@example(b"")
@example(b"%PDF-1.6")
@example(b"\x00" * 5000)
def test_damaged_bytes(contents):
    judged(contents)


@fuzz
@given(exchanged())
def test_values_of_the_wrong_kind(contents):
    judged(contents)


@fuzz
@given(st.lists(st.sampled_from(OPERATORS), max_size=40).map(b"".join))
def test_any_operators_on_a_page(content):
    judged(drawn(content))


@fuzz
@given(
    st.one_of(
        st.binary(max_size=300), st.lists(st.sampled_from(OPERATORS)).map(b"".join)
    )
)
def test_any_bytes_as_content(content):
    for operator, operands in operations(content):
        assert operator
        assert isinstance(operands, list)


def font_bytes(start: bytes) -> st.SearchStrategy[bytes]:
    return st.binary(max_size=400).map(lambda data: start + data)


@fuzz
@given(
    st.one_of(
        font_bytes(b""), font_bytes(b"\x01\x00\x04\x02"), font_bytes(b"OTTO\x00\x05")
    )
)
def test_any_bytes_as_a_font(program):
    glyph_count(program)
    character_map(program)
    cff_numbers(program)


@fuzz
@given(st.binary(max_size=200), st.text(max_size=40))
def test_any_bytes_as_a_cmap_or_a_date(cmap, text):
    for block in (
        cmap,
        b"beginbfrange" + cmap + b"endbfrange",
        b"begincidchar<0>" + cmap,
    ):
        to_text(block)
        to_cids(block)
        assert code_length(block) > 0
    pdf_instant(text)
    pdf_instant(f"D:{text}")
    iso_instant(text)


def test_a_file_that_is_all_of_it_damage_is_told():
    report = inspect(b"nothing of the kind", PRESS)
    assert rules(report) == ["unreadable-file"]


@pytest.mark.parametrize("cut", [100, 1000, 3000, 4500])
def test_files_cut_short_are_told(cut):
    assert not inspect(good()[:cut], PRESS, render=False).passed
