"""Each rule of the file's structure broken once; each breach names just that rule."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import XMP, changed, good, profile

from printpress.preflight.objects import text_of

X4, X1A = "PDF/X-4", "PDF/X-1a:2003"


def on_page(**entries):
    """A page with these entries."""

    def change(pdf):
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return change


def without_page(key):
    return lambda pdf: pdf.pages[0].obj.__delitem__(f"/{key}")


def in_root(**entries):
    """A catalogue with these entries."""

    def change(pdf):
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return change


def in_info(key, value):
    return lambda pdf: pdf.docinfo.__setitem__(f"/{key}", value)


def without_info(key):
    return lambda pdf: pdf.docinfo.__delitem__(f"/{key}")


def with_xmp(before, after):
    assert before in XMP

    def change(pdf):
        packet = XMP.replace(before, after).encode()
        pdf.Root.Metadata = pdf.make_stream(
            packet, Type=Name.Metadata, Subtype=Name.XML
        )

    return change


def on_intent(key, value=None):
    def change(pdf):
        intent = pdf.Root.OutputIntents[0]
        if value is None:
            del intent[f"/{key}"]
        else:
            intent[f"/{key}"] = value

    return change


def with_profile(inks=4, **header):
    def change(pdf):
        stream = pdf.make_stream(profile(**header), N=inks)
        pdf.Root.OutputIntents[0].DestOutputProfile = stream

    return change


def two_intents(pdf):
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def in_state(**entries):
    """A graphics state with these entries."""

    def change(pdf):
        state = pdf.pages[0].Resources.ExtGState.G0
        for key, value in entries.items():
            state[f"/{key}"] = value

    return change


def with_stream(data=b"q Q", subtype=Name.Form, **entries):
    """A form or picture in the resources with these entries."""

    def change(pdf):
        stream = pdf.make_stream(data, Type=Name.XObject, Subtype=subtype)
        if subtype == Name.Form:
            stream.BBox = Array([0, 0, 10, 10])
        for key, value in entries.items():
            stream[f"/{key}"] = value
        pdf.pages[0].Resources.XObject.X0 = stream

    return change


def with_picture(**entries):
    kept = {"Width": 8, "Height": 8, "BitsPerComponent": 8, "ColorSpace": "/DeviceGray"}
    kept = {k: Name(v) if isinstance(v, str) else v for k, v in kept.items()}
    return with_stream(bytes(64), Name.Image, **{**kept, **entries})


def group(space, **entries):
    return Dictionary(S=Name.Transparency, CS=Name(space), **entries)


def annotated(kind, rect=(10, 10, 50, 50), **entries):
    def change(pdf):
        note = Dictionary(
            Type=Name.Annot, Subtype=Name(kind), Rect=Array(rect), **entries
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return change


def without_program(pdf):
    font = pdf.pages[0].Resources.Font.F0.DescendantFonts[0]
    del font.FontDescriptor["/FontFile2"]


def without_map(pdf):
    del pdf.pages[0].Resources.Font.F0.DescendantFonts[0]["/CIDToGIDMap"]


def standard_font(pdf):
    pdf.pages[0].Resources.Font.F9 = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
    )


def smaller_page(pdf):
    page = Dictionary(pdf.pages[0].obj)
    for box in ("MediaBox", "BleedBox", "TrimBox"):
        page[f"/{box}"] = Array([0, 0, 500, 800])
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def bare_ligature(pdf):
    """XMP that is no XML."""
    pdf.Root.Metadata = pdf.make_stream(
        XMP.replace("</rdf:RDF>", "").encode(), Type=Name.Metadata, Subtype=Name.XML
    )


EDITED = [
    ("info-title", X4, without_info("Title")),
    ("info-title", X1A, in_info("Title", String(" "))),
    ("info-dates", X4, without_info("ModDate")),
    ("info-dates", X4, in_info("CreationDate", String("yesterday"))),
    ("trapped", X4, without_info("Trapped")),
    ("trapped", X1A, in_info("Trapped", Name.Unknown)),
    ("info-standard", X1A, without_info("GTS_PDFXConformance")),
    ("info-standard", X1A, in_info("GTS_PDFXVersion", String("PDF/X-1:2001"))),
    ("xmp-missing", X4, lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("xmp-malformed", X4, bare_ligature),
    ("xmp-standard", X4, with_xmp("PDF/X-4", "PDF/X-3")),
    ("xmp-property", X4, with_xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", "")),
    ("xmp-property", X4, with_xmp("<xmpMM:DocumentID>uuid:1<", "<xmpMM:DocumentID><")),
    ("xmp-disagrees", X4, with_xmp("溪桥晨报", "溪桥日报")),
    ("xmp-disagrees", X4, with_xmp("ModifyDate>2025-09-05T00", "ModifyDate>2025-09-05T01")),
    ("xmp-disagrees", X4, with_xmp("Trapped>False", "Trapped>True")),
    ("output-intent", X4, lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    ("output-intent", X1A, two_intents),
    ("output-intent", X4, on_intent("S", Name.GTS_PDFA1)),
    ("intent-condition", X4, on_intent("OutputConditionIdentifier")),
    ("intent-words", X1A, on_intent("Info")),
    ("intent-profile", X4, on_intent("DestOutputProfile")),
    ("intent-class", X4, with_profile(kind=b"mntr")),
    ("intent-not-cmyk", X4, with_profile(inks=3, space=b"RGB ")),
    ("intent-channels", X4, with_profile(inks=3)),
    ("intent-version", X4, with_profile(version=0x0500)),
    ("trim-box", X4, without_page("TrimBox")),
    ("trim-and-art", X4, on_page(ArtBox=Array([0, 0, 600, 800]))),
    ("box-nesting", X4, on_page(BleedBox=Array([10, 10, 590, 790]))),
    ("crop-box", X4, on_page(CropBox=Array([10, 10, 590, 790]))),
    ("media-box", X4, on_page(MediaBox=Array([0, 0]))),
    ("page-rotated", X4, on_page(Rotate=90)),
    ("user-unit", X4, on_page(UserUnit=2)),
    ("page-transition", X4, on_page(Trans=Dictionary(S=Name.Wipe))),
    ("trim-differs", X4, smaller_page),
    ("font-not-embedded", X4, standard_font),
    ("font-not-embedded", X1A, without_program),
    ("no-cid-map", X4, without_map),
    ("external-stream", X4, with_stream(F=String("other.bin"))),
    ("jbig2", X1A, with_picture(Filter=Name.JBIG2Decode)),
    ("jpeg-2000", X1A, with_picture(Filter=Name.JPXDecode)),
    ("sixteen-bits", X1A, with_picture(BitsPerComponent=16)),
    ("transfer-function", X4, in_state(TR=Name.Identity)),
    ("transfer-function", X1A, in_state(TR2=Name.Identity)),
    ("halftone", X4, in_state(HTP=Array([0, 0]))),
    ("halftone", X4, in_state(HT=Dictionary(HalftoneType=6))),
    ("black-generation", X4, in_state(BG2=Name.Identity)),
    ("blend-mode", X4, in_state(BM=Name.Fancy)),
    ("transparency", X1A, in_state(BM=Name.Multiply)),
    ("transparency", X1A, in_state(ca=0.5)),
    ("transparency", X1A, with_stream(Group=group("/DeviceCMYK"))),
    ("group-colour", X4, with_stream(Group=group("/DeviceRGB"))),
    ("rendering-intent", X4, in_state(RI=Name.Lovely)),
    ("postscript", X4, with_stream(subtype=Name.PS)),
    ("postscript", X4, with_stream(Subtype2=Name.PS)),
    ("opi", X4, with_stream(OPI=Dictionary())),
    ("reference-object", X4, with_stream(Ref=Dictionary(Page=0))),
    ("alternate-picture", X4, with_picture(Alternates=Array([]))),
    ("annotation", X4, annotated("/Link")),
    ("annotation", X1A, annotated("/Text")),
    ("action", X4, in_root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("")))),
    ("action", X4, on_page(AA=Dictionary(O=Dictionary(S=Name.Named, N=Name.Print)))),
    ("form", X4, in_root(AcroForm=Dictionary(Fields=Array([]), XFA=String("")))),
    ("alternate-presentation", X4, in_root(Names=Dictionary(AlternatePresentations=Dictionary()))),
    ("embedded-file", X4, in_root(Names=Dictionary(EmbeddedFiles=Dictionary()))),
    ("layers", X4, in_root(OCProperties=Dictionary(OCGs=Array([])))),
    ("viewer-area", X4, in_root(ViewerPreferences=Dictionary(PrintArea=Name.CropBox))),
    ("no-pages", X4, lambda pdf: pdf.pages.__delitem__(0)),
]  # fmt: skip


@pytest.mark.parametrize("standard", [X4, X1A])
def test_a_good_file_has_no_findings(judged, standard):
    report = judged(good(standard), standard)
    assert rules(report) == []
    assert report.passed
    assert report.pages == 1


@pytest.mark.parametrize(
    ("rule", "standard", "change"),
    EDITED,
    ids=[f"{rule}-{number}" for number, (rule, _, _) in enumerate(EDITED)],
)
def test_each_breach_names_its_rule(judged, rule, standard, change):
    assert rules(judged(changed(change, standard), standard)) == [rule]


def packed() -> bytes:
    mode = pikepdf.ObjectStreamMode.generate
    made = changed(lambda _: None, X1A, object_stream_mode=mode, force_version="1.5")
    return made.replace(b"%PDF-1.5", b"%PDF-1.4", 1)


def locked(word: str) -> bytes:
    return changed(
        lambda _: None,
        encryption=pikepdf.Encryption(owner="o", user=word),
        deterministic_id=False,
        force_version="",
    )


def with_lzw() -> bytes:
    """A stream of 9-bit codes: clear, one byte, end."""
    data = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
    made = changed(with_stream(data, Filter=Name("/XZWDecode")))
    return made.replace(b"/XZWDecode", b"/LZWDecode")


def filtered(pdf):
    packet = pdf.Root.Metadata.read_bytes().hex().encode() + b">"
    pdf.Root.Metadata.write(packet, filter=Name("/XSCIIHexDecode"))


def unpacked() -> bytes:
    return changed(filtered).replace(b"/XSCII", b"/ASCII")


RAW = [
    ("header-version", X4, lambda: changed(lambda _: None, force_version="1.7")),
    ("header-version", X1A, lambda: changed(lambda _: None, X1A, force_version="1.5")),
    ("object-stream", X1A, packed),
    ("encrypted", X4, lambda: locked("")),
    ("encrypted", X4, lambda: locked("secret")),
    ("file-id", X4, lambda: good().replace(b"/ID [", b"/JD [")),
    ("binary-comment", X4, lambda: good().replace(b"\xbf\xf7\xa2\xfe", b"okay", 1)),
    ("stream-line-end", X4, lambda: good().replace(b"\nendstream", b" endstream", 1)),
    ("lzw", X4, with_lzw),
    ("xmp-filtered", X4, unpacked),
    ("unreadable-file", X4, lambda: b""),
    ("unreadable-file", X4, lambda: b"%PDF-1.6\n" + bytes(200)),
]


@pytest.mark.parametrize(
    ("rule", "standard", "contents"),
    RAW,
    ids=[f"{rule}-{number}" for number, (rule, _, _) in enumerate(RAW)],
)
def test_each_breach_of_the_bytes_names_its_rule(judged, rule, standard, contents):
    assert rules(judged(contents(), standard)) == [rule]


def test_annotations_outside_the_bleed_may_stay(judged):
    def change(pdf):
        pdf.pages[0].obj.MediaBox = Array([-50, -50, 650, 850])
        annotated("/Text", (-40, -40, -10, -10))(pdf)

    assert rules(judged(changed(change))) == []


def test_a_spread_of_two_pages_is_of_their_size(judged):
    def change(pdf):
        page = Dictionary(pdf.pages[0].obj)
        for box in ("MediaBox", "BleedBox", "TrimBox"):
            page[f"/{box}"] = Array([0, 0, 1200, 800])
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))

    assert rules(judged(changed(change))) == []


def test_boxes_are_inherited(judged):
    def change(pdf):
        page = pdf.pages[0].obj
        pdf.Root.Pages.MediaBox = page.MediaBox
        del page["/MediaBox"]

    assert rules(judged(changed(change))) == []


def test_the_press_says_how_grave_a_rule_is(judged):
    contents = changed(on_page(Rotate=90))
    assert not judged(contents).passed
    softer = judged(contents, severities={"page-rotated": "warning"})
    assert softer.passed
    assert rules(softer) == ["page-rotated"]
    assert rules(judged(contents, severities={"page-rotated": "off"})) == []


def test_rules_of_the_other_standard_are_not_asked(judged):
    with_blend = changed(in_state(BM=Name.Multiply))
    assert rules(judged(with_blend, X4)) == []


def test_the_same_breach_of_many_pages_is_told_for_each(judged):
    def change(pdf):
        for _ in range(2):
            page = Dictionary(pdf.pages[0].obj)
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        for page in pdf.pages:
            page.obj.Rotate = 90

    report = judged(changed(change))
    assert [finding.page for finding in report.findings] == [1, 2, 3]


def test_a_page_tree_in_a_ring_is_told(judged):
    def change(pdf):
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)

    assert "unreadable-object" in rules(judged(changed(change)))


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"abc", "abc"), (b"\xef\xbb\xbf\xe6\x97\xa5", "日"), (b"\xfe\xff\x65\xe5", "日")],
)
def test_text_strings(raw, text):
    assert text_of(raw) == text
