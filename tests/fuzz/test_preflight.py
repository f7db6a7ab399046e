"""Whatever bytes a PDF holds: a report, never an exception.

`make fuzz` looks longer; what it finds becomes a test of its own.
"""

import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import changed, drawn, good

from printpress.preflight import drawing, graphics, inspect, resources
from printpress.preflight.cmaps import MOST_CODES, code_length, to_cids, to_text
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


# Files made to keep a program busy for ever.


def form(pdf, content: bytes, inner=None):
    made = pdf.make_stream(content)
    made.Type, made.Subtype = Name.XObject, Name.Form
    made.BBox = Array([0, 0, 600, 800])
    if inner is not None:
        made.Resources = Dictionary(XObject=Dictionary(X0=inner))
    return pdf.make_indirect(made)


def shown_by(depth: int, content: bytes):
    """Forms within forms, each of which shows the next by this content."""

    def add(pdf):
        inner = form(pdf, b"0 0 9 9 re f ")
        for _ in range(depth):
            inner = form(pdf, content, inner)
        pdf.pages[0].Resources.XObject.X0 = inner

    return drawn(b"/X0 Do ", add)


def told(contents: bytes) -> list[str]:
    return rules(inspect(contents, PRESS, render=False))


def test_forms_that_multiply_end_and_are_told(monkeypatch):
    monkeypatch.setattr(drawing, "MOST_OPERATIONS", 5000)
    assert "unreadable-object" in told(shown_by(11, b"/X0 Do " * 10))


def test_a_file_has_one_share_of_time_for_all_its_pages(monkeypatch):
    monkeypatch.setattr(resources, "MOST_OPERATIONS", 500)

    def many(pdf):
        page = pdf.pages[0].obj
        for _ in range(300):
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(Dictionary(page))))

    assert told(changed(many)) == ["unreadable-object"]


@pytest.mark.parametrize(("depth", "found"), [(11, []), (12, ["unreadable-object"])])
def test_forms_too_deep_to_look_at_are_told(depth, found):
    assert [
        rule for rule in told(shown_by(depth, b"/X0 Do ")) if "read" in rule
    ] == found


def test_thousands_of_forms_within_each_other_end():
    assert "unreadable-object" in told(shown_by(3_000, b"/X0 Do "))


def test_glyphs_that_show_forms_are_told():
    def add(pdf):
        glyph = pdf.make_stream(b"600 0 d0 /X0 Do ")
        pdf.pages[0].Resources.Font.F9 = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 600, 600]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(a=glyph),
            Encoding=Dictionary(Differences=Array([97, Name.a])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([600]),
            Resources=Dictionary(XObject=Dictionary(X0=form(pdf, b"0 0 9 9 re f "))),
        )

    shown = drawn(b"BT /F9 12 Tf 320 500 Td (a) Tj ET ", add)
    assert "unreadable-object" in told(shown)


@pytest.mark.parametrize(
    "content", [b"1 2 300 400 re " * 300 + b"f ", b"9 9 99 99 re f " * 300]
)
def test_more_marks_than_a_page_can_have_are_told(monkeypatch, content):
    monkeypatch.setattr(graphics, "MOST_MARKS", 100)
    assert "unreadable-object" in told(drawn(content))


def test_a_tree_of_pages_may_be_deep_and_wide():
    def deep(pdf):
        node = pdf.Root.Pages.Kids[0]
        for _ in range(2000):
            branch = Dictionary(Type=Name.Pages, Kids=Array([node]), Count=1)
            node = pdf.make_indirect(branch)
        pdf.Root.Pages.Kids = Array([node])

    def wide(pdf):
        page = pdf.pages[0].obj
        copies = [pdf.make_indirect(Dictionary(page)) for _ in range(300)]
        pdf.Root.Pages.Kids, pdf.Root.Pages.Count = Array(copies), 300

    assert told(changed(deep)) == told(changed(wide)) == []


@pytest.mark.parametrize("opening", [b"[", b"<<", b"(", b"<</A "])
def test_values_nested_without_end(opening):
    broken = good().replace(b"/Title ", b"/Title " + opening * 5_000, 1)
    assert not inspect(broken, PRESS, render=False).passed


def test_content_nested_without_end():
    told(drawn(b"[" * 50_000 + b"]" * 50_000 + b" TJ " + b"q " * 50_000))


def test_tables_of_codes_are_no_longer_than_fonts_are():
    ranges = b"beginbfrange" + b"<000000> <00FFFF> <4E00> " * 100 + b"endbfrange"
    assert len(to_text(ranges)) <= MOST_CODES

    def wide(pdf):
        inner = pdf.pages[0].Resources.Font.F0.DescendantFonts[0]
        inner.W = Array([0, 65_535, 500] * 1000)

    told(drawn(b"/G0 gs BT /F0 9 Tf 320 500 Td <0005> Tj ET ", wide))


def test_a_bomb_in_content_is_told():
    def bomb(pdf):
        packed = zlib.compress(bytes(200_000_000), 1)
        pdf.pages[0].Contents = pdf.make_stream(b"")
        pdf.pages[0].Contents.write(packed, filter=Name.FlateDecode)

    assert "unreadable-object" in told(changed(bomb))
