"""Every rule of the tables, on files of both standards and on proofs."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime

import pikepdf
import pytest
from tests.unit.pdf.conftest import FACTS, INTENT, PROFILE, TRIM, show

from printpress.colour import Ink
from printpress.display.ops import DisplayList, FillRects, PlaceImage
from printpress.geometry import Rect, Size
from printpress.pdf import FileFacts
from printpress.pdf.conformance import (
    FILTERS,
    NAMESPACES,
    OBJECTS,
    STATEMENTS,
    VERSIONS,
    X1A,
    X4,
    broken,
    statements,
)
from printpress.pdf.objects import File, Stream, dictionary, name
from printpress.pictures.convert import ConvertedPicture
from printpress.units import MM, PT

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
HELD = (pikepdf.Dictionary, pikepdf.Stream)
SQUARE = Rect(50 * PT, 50 * PT, 100 * PT, 100 * PT)
SPOT = Ink(0, 910, 760, spot="PANTONE 185 C")
X1A_INTENT = replace(INTENT, standard=X1A)


@pytest.fixture(scope="module", params=[X4, X1A])
def standard(request):
    return request.param


@pytest.fixture
def pdf(press, faces, standard):
    """Two pages and a spread, with type, a picture, a spot colour and bleed."""
    picture = ConvertedPicture(4, 4, "cmyk", bytes((10, 20, 30, 40)) * 16)
    spread = DisplayList(4, Size(2 * TRIM.width, TRIM.height), 3 * MM, (), spread=True)
    return press.print(
        press.page(show(faces["song"], "一丁"), PlaceImage(SQUARE, "boat")),
        press.page(FillRects((SQUARE,), SPOT), number=2, bleed=3 * MM),
        spread,
        intent=replace(INTENT, standard=standard),
        boat=picture,
    )


@pytest.fixture
def document(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield opened


def dictionaries(document):
    """Every dictionary of the file, also those that stand in others, and streams."""

    def inside(thing):
        if isinstance(thing, pikepdf.Array):
            held = list(thing)
        elif isinstance(thing, HELD):
            yield thing
            held = list(thing.values())
        else:
            return
        for each in held:
            if not getattr(each, "is_indirect", True):
                yield from inside(each)

    for thing in document.objects:
        yield from inside(thing)


def kinds(thing) -> set[str]:
    named = {str(thing.get(key, ""))[1:] for key in ("/Type", "/Subtype")}
    return named | ({"Stream"} if isinstance(thing, pikepdf.Stream) else set())


def test_no_object_breaks_a_rule(document):
    seen: set[str] = set()
    for thing in dictionaries(document):
        keys = [str(key)[1:] for key in thing]
        assert not broken(kinds(thing), keys), thing
        seen |= kinds(thing)
    assert seen >= {row.kind for row in OBJECTS}


@pytest.mark.parametrize("row", OBJECTS, ids=lambda r: f"{r.rule}-{r.kind}")
def test_the_writer_refuses_an_object_that_breaks_the_rule(row):
    whole = {key: "1" for r in OBJECTS if r.kind == row.kind for key in r.needs}
    faults = [{**whole, key: "1"} for key in row.never]
    faults += [{k: v for k, v in whole.items() if k != key} for key in row.needs]
    assert faults
    for entries in (whole, *faults):
        if row.kind == "Stream":
            thing = Stream(b"", entries)
        else:
            thing = dictionary(Type=name(row.kind), **entries)
        if entries is whole:
            File((1, 6), strict=True).add(thing)
            continue
        with pytest.raises(ValueError, match=row.rule):
            File((1, 6), strict=True).add(thing)


def xmp(document) -> dict[str, str]:
    """What the packet says, by property."""
    packet = bytes(document.Root.Metadata.read_raw_bytes())
    assert packet.startswith(
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode()
    )
    assert "/Filter" not in document.Root.Metadata
    told = {}
    for thing in ET.fromstring(packet.split(b"?>", 1)[1].rsplit(b"<?", 1)[0]).iter():
        for prefix, space in NAMESPACES.items():
            if thing.tag.startswith(f"{{{space}}}"):
                inner = thing.find(f".//{RDF}li")
                key = f"{prefix}:{thing.tag.split('}')[1]}"
                told[key] = (thing if inner is None else inner).text or ""
    return told


def test_info_and_xmp_say_the_same(document, standard):
    told, rows = xmp(document), list(statements(standard))
    assert set(told) == {row.xmp for row in rows}
    info = {str(k)[1:]: str(v) for k, v in document.docinfo.items()}
    assert set(info) == {row.info for row in rows if row.info}
    for row in rows:
        assert told[row.xmp] == row.says(FACTS)
        if row.form == "date":
            assert told[row.xmp] == "2025-09-05T00:00:00+08:00"
            assert (
                info.get(row.info, "D:20250905000000+08'00'")
                == "D:20250905000000+08'00'"
            )
        elif row.info:
            assert info[row.info].removeprefix("/") == told[row.xmp]


def test_the_file_names_its_standard(document, pdf, standard):
    info = document.docinfo
    assert info["/GTS_PDFXVersion"] == standard
    assert info["/Trapped"] == "/False"
    assert ("/GTS_PDFXConformance" in info) == (standard == X1A)
    major, minor = VERSIONS[standard]
    assert pdf.startswith(f"%PDF-{major}.{minor}\n".encode())
    assert document.pdf_version == f"{major}.{minor}"
    assert min(pdf.split(b"\n")[1][1:5]) > 127


def test_the_printing_condition_is_in_the_file(document):
    (intent,) = document.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "CGATS TR 002"
    assert str(intent.Info) == "Coldset newsprint"
    assert str(intent.RegistryName) == "http://www.color.org"
    profile = intent.DestOutputProfile
    assert profile.N == 4
    assert profile.read_bytes() == PROFILE.read_bytes()


def test_a_registered_condition_needs_no_profile_in_x1a(press):
    pdf = press.print(press.page(), intent=replace(X1A_INTENT, profile=None))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "/DestOutputProfile" not in document.Root.OutputIntents[0]


def test_boxes_nest_on_every_page(document):
    for page, bleed in zip(document.pages, (0, 3, 3), strict=True):
        edge = bleed * MM / PT
        media, bleeds, trim = (
            [float(v) for v in page.obj[key]]
            for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        assert media == bleeds
        assert trim[:2] == pytest.approx([edge, edge], abs=1e-3)
        assert trim[2:] == pytest.approx([v - edge for v in bleeds[2:]], abs=1e-3)
    assert float(document.pages[2].TrimBox[2]) > 400  # a spread is two pages wide


def test_streams_end_their_line_and_are_packed_by_flate_alone(document, pdf):
    assert re.findall(rb"([^\r\n])endstream", pdf) == []
    assert len(re.findall(rb"\nendstream", pdf)) == len(
        [o for o in document.objects if isinstance(o, pikepdf.Stream)]
    )
    for stream in document.objects:
        if isinstance(stream, pikepdf.Stream):
            assert str(stream.get("/Filter", FILTERS[0])) in FILTERS


def test_every_font_in_the_resources_is_embedded(document):
    fonts = {
        str(key): font
        for page in document.pages
        for key, font in page.Resources.get("/Font", {}).items()
    }
    assert fonts
    for font in fonts.values():
        (descendant,) = font.DescendantFonts
        assert "/FontFile2" in descendant.FontDescriptor
    for thing in dictionaries(document):
        if thing.get("/Type") == "/Font":
            assert thing.Subtype in ("/Type0", "/CIDFontType2")


def test_the_only_colours_are_of_the_press(document):
    text = b"".join(page.Contents.read_bytes() for page in document.pages)
    assert not re.search(rb"\b(rg|RG|g|G|sh|ri)\b", text)
    spaces = {
        str(thing.ColorSpace)
        for thing in dictionaries(document)
        if thing.get("/Subtype") == "/Image"
    }
    assert spaces <= {"/DeviceCMYK", "/DeviceGray"}


def test_the_identifier_follows_from_the_contents(press, faces):
    def identifier(*ops):
        pdf = press.print(press.page(*ops))
        with pikepdf.open(io.BytesIO(pdf)) as document:
            first, second = map(bytes, document.trailer.ID)
            assert first == second
            assert len(first) == 16
            return first, pdf

    once, again = (
        identifier(show(faces["song"], "一")),
        identifier(show(faces["song"], "一")),
    )
    assert once == again
    assert identifier(show(faces["song"], "丁"))[0] != once[0]


def test_a_title_of_any_characters_is_said_in_both_places(press):
    facts = FileFacts('甲&乙<丙> "丁"', "(社\\)", datetime(2025, 9, 5, 1, 30), "p")  # noqa: DTZ001
    with pikepdf.open(io.BytesIO(press.print(press.page(), facts=facts))) as document:
        told = xmp(document)
        assert told["dc:title"] == facts.title == str(document.docinfo["/Title"])
        assert told["dc:creator"] == facts.author == str(document.docinfo["/Author"])
        assert told["xmp:CreateDate"] == "2025-09-05T01:30:00+08:00"
        assert str(document.docinfo["/CreationDate"]) == "D:20250905013000+08'00'"


def test_the_info_key_of_x4_can_be_left_out_and_that_of_x1a_not(press):
    for intent, there in ((INTENT, False), (X1A_INTENT, True)):
        pdf = press.print(press.page(), intent=replace(intent, info_key=False))
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert ("/GTS_PDFXVersion" in document.docinfo) == there
            assert any("GTS_PDFXVersion" in key for key in xmp(document))


def test_proofs_are_never_labelled(press, faces):
    pdf = press.write(press.page(show(faces["song"], "一")))
    assert b"PDFX" not in pdf
    assert b"pdfx" not in pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "/OutputIntents" not in document.Root
        assert xmp(document)["dc:title"] == FACTS.title


def test_rules_have_names_of_the_list():
    assert all(re.fullmatch(r"X\d\d", row.rule) for row in (*OBJECTS, *STATEMENTS))
