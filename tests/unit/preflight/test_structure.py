"""Each rule of the file's structure broken once; each breach names just that rule."""

from functools import partial

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import XMP, changed, good, profile

from printpress.preflight.objects import text_of
from printpress.rules.record import BOTH_X, X1A, X4


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


def pdf_picture():
    """What every picture states."""
    sides = {"Width": 8, "Height": 8, "BitsPerComponent": 8}
    return {**sides, "ColorSpace": Name.DeviceGray}


def with_picture(**entries):
    return with_stream(bytes(64), Name.Image, **{**pdf_picture(), **entries})


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


def with_packet(packet: bytes):
    def change(pdf):
        pdf.Root.Metadata = pdf.make_stream(
            packet, Type=Name.Metadata, Subtype=Name.XML
        )

    return change


bare_ligature = with_packet(XMP.replace("</rdf:RDF>", "").encode())
"""XMP that is no XML."""


def another_profile(pdf):
    other = Dictionary(pdf.Root.OutputIntents[0])
    other.S = Name.GTS_PDFA1
    other.DestOutputProfile = pdf.make_stream(profile(), N=4)
    pdf.Root.OutputIntents.append(other)


def unregistered(pdf):
    for key in ("RegistryName", "Info"):
        del pdf.Root.OutputIntents[0][f"/{key}"]


def licensed(bits: int):
    """The font with these bits of a licence."""

    def change(pdf):
        inner = pdf.pages[0].Resources.Font.F0.DescendantFonts[0]
        program = bytearray(inner.FontDescriptor.FontFile2.read_bytes())
        record = program.index(b"OS/2")
        start = int.from_bytes(program[record + 8 : record + 12], "big")
        program[start + 8 : start + 10] = bits.to_bytes(2, "big")
        inner.FontDescriptor.FontFile2.write(bytes(program))

    return change


def soft_mask(pdf):
    mask = pdf.make_stream(bytes(64), Type=Name.XObject, Subtype=Name.Image)
    for key, value in pdf_picture().items():
        mask[f"/{key}"] = value
    with_picture(SMask=mask)(pdf)


EDITED = [
    ("info-title", BOTH_X, without_info("Title")),
    ("info-title", (X1A,), in_info("Title", String(" "))),
    ("info-dates", BOTH_X, without_info("ModDate")),
    ("info-dates", BOTH_X, in_info("CreationDate", String("yesterday"))),
    ("trapped", BOTH_X, without_info("Trapped")),
    ("trapped", (X1A,), in_info("Trapped", Name.Unknown)),
    ("info-standard", (X1A,), without_info("GTS_PDFXConformance")),
    ("info-standard", BOTH_X, in_info("GTS_PDFXVersion", String("PDF/X-1:2001"))),
    ("xmp-missing", (X4,), lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("xmp-malformed", BOTH_X, bare_ligature),
    ("xmp-standard", (X4,), with_xmp("PDF/X-4", "PDF/X-3")),
    ("xmp-property", (X4,), with_xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", "")),
    ("xmp-property", (X4,), with_xmp("<xmpMM:DocumentID>uuid:1<", "<xmpMM:DocumentID><")),
    ("xmp-disagrees", BOTH_X, with_xmp("溪桥晨报", "溪桥日报")),
    ("xmp-disagrees", BOTH_X, with_xmp("ModifyDate>2025-09-05T00", "ModifyDate>2025-09-05T01")),
    ("xmp-disagrees", BOTH_X, with_xmp("Trapped>False", "Trapped>True")),
    ("output-intent", BOTH_X, lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    ("output-intent", BOTH_X, two_intents),
    ("output-intent", BOTH_X, on_intent("S", Name.GTS_PDFA1)),
    ("intent-condition", BOTH_X, on_intent("OutputConditionIdentifier")),
    ("intent-words", (X1A,), on_intent("Info")),
    ("intent-profile", (X4,), on_intent("DestOutputProfile")),
    ("intent-class", BOTH_X, with_profile(kind=b"mntr")),
    ("intent-not-cmyk", BOTH_X, with_profile(inks=3, space=b"RGB ")),
    ("intent-channels", BOTH_X, with_profile(inks=3)),
    ("intent-version", BOTH_X, with_profile(version=0x0500)),
    ("trim-box", BOTH_X, without_page("TrimBox")),
    ("trim-and-art", BOTH_X, on_page(ArtBox=Array([0, 0, 600, 800]))),
    ("box-nesting", BOTH_X, on_page(BleedBox=Array([10, 10, 590, 790]))),
    ("crop-box", BOTH_X, on_page(CropBox=Array([10, 10, 590, 790]))),
    ("media-box", BOTH_X, on_page(MediaBox=Array([0, 0]))),
    ("page-rotated", BOTH_X, on_page(Rotate=90)),
    ("user-unit", BOTH_X, on_page(UserUnit=2)),
    ("page-transition", BOTH_X, on_page(Trans=Dictionary(S=Name.Wipe))),
    ("trim-differs", BOTH_X, smaller_page),
    ("font-not-embedded", BOTH_X, standard_font),
    ("font-not-embedded", BOTH_X, without_program),
    ("no-cid-map", BOTH_X, without_map),
    ("external-stream", BOTH_X, with_stream(F=String("other.bin"))),
    ("jbig2", (X1A,), with_picture(Filter=Name.JBIG2Decode)),
    ("jpeg-2000", (X1A,), with_picture(Filter=Name.JPXDecode)),
    ("sixteen-bits", (X1A,), with_picture(BitsPerComponent=16)),
    ("transfer-function", BOTH_X, in_state(TR=Name.Identity)),
    ("transfer-function", BOTH_X, in_state(TR2=Name.Identity)),
    ("halftone", BOTH_X, in_state(HTP=Array([0, 0]))),
    ("halftone", BOTH_X, in_state(HT=Dictionary(HalftoneType=6))),
    ("black-generation", BOTH_X, in_state(BG2=Name.Identity)),
    ("blend-mode", BOTH_X, in_state(BM=Name.Fancy)),
    ("transparency", (X1A,), in_state(BM=Name.Multiply)),
    ("transparency", (X1A,), in_state(ca=0.5)),
    ("transparency", (X1A,), with_stream(Group=group("/DeviceCMYK"))),
    ("group-colour", (X4,), with_stream(Group=group("/DeviceRGB"))),
    ("rendering-intent", BOTH_X, in_state(RI=Name.Lovely)),
    ("postscript", BOTH_X, with_stream(subtype=Name.PS)),
    ("postscript", BOTH_X, with_stream(Subtype2=Name.PS)),
    ("opi", BOTH_X, with_stream(OPI=Dictionary())),
    ("reference-object", BOTH_X, with_stream(Ref=Dictionary(Page=0))),
    ("alternate-picture", BOTH_X, with_picture(Alternates=Array([]))),
    ("annotation", BOTH_X, annotated("/Link")),
    ("annotation", BOTH_X, annotated("/Text")),
    ("action", BOTH_X, in_root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("")))),
    ("action", BOTH_X, on_page(AA=Dictionary(O=Dictionary(S=Name.Named, N=Name.Print)))),
    ("form", BOTH_X, in_root(AcroForm=Dictionary(Fields=Array([]), XFA=String("")))),
    ("alternate-presentation", BOTH_X, in_root(Names=Dictionary(AlternatePresentations=Dictionary()))),
    ("embedded-file", BOTH_X, in_root(Names=Dictionary(EmbeddedFiles=Dictionary()))),
    ("layers", BOTH_X, in_root(OCProperties=Dictionary(OCGs=Array([])))),
    ("viewer-area", BOTH_X, in_root(ViewerPreferences=Dictionary(PrintArea=Name.CropBox))),
    ("info-dates", BOTH_X, without_info("CreationDate")),
    ("xmp-malformed", (X4,), with_packet(XMP.encode("utf-16"))),
    ("xmp-malformed", (X4,), with_xmp("W5M0MpCehiHzreSzNTczkc9d", "W5M0")),
    ("xmp-property", (X4,), with_xmp("pdf:Trapped>False</pdf:Trapped", "pdf:Trapt>False</pdf:Trapt")),
    ("xmp-property", (X4,), with_xmp("RenditionClass>default<", "RenditionClass><")),
    ("xmp-standard", (X4,), with_xmp("www.npes.org/pdfx/ns/id/", "ns.adobe.com/pdfx/1.3/")),
    ("xmp-disagrees", (X4,), with_xmp("CreatorTool>a test", "CreatorTool>another")),
    ("xmp-disagrees", (X4,), with_xmp("Producer>a test", "Producer>another")),
    ("intent-profiles-differ", BOTH_X, another_profile),
    ("intent-external", BOTH_X, on_intent("DestOutputProfileRef", Dictionary())),
    ("intent-words", (X4,), unregistered),
    ("intent-profile", BOTH_X, lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"none")),
    ("box-nesting", BOTH_X, on_page(BleedBox=Array([-10, 0, 600, 800]))),
    ("page-transition", BOTH_X, on_page(PresSteps=Dictionary())),
    ("font-licence", BOTH_X, licensed(0x0002)),
    ("font-licence", BOTH_X, licensed(0x0200)),
    ("external-stream", BOTH_X, with_stream(FFilter=Name.FlateDecode)),
    ("halftone", BOTH_X, in_state(HT=Dictionary(HalftoneType=1, HalftoneName=String("round")))),
    ("halftone", BOTH_X, in_state(HT=Dictionary(HalftoneType=5, Cyan=Dictionary(HalftoneType=1, TransferFunction=Dictionary())))),
    ("black-generation", BOTH_X, in_state(BG=Dictionary())),
    ("black-generation", BOTH_X, in_state(UCR=Dictionary())),
    ("black-generation", BOTH_X, in_state(UCR2=Name.Identity)),
    ("transparency", (X1A,), in_state(CA=0.5)),
    ("transparency", (X1A,), in_state(SMask=Dictionary(S=Name.Luminosity))),
    ("transparency", (X1A,), soft_mask),
    ("transparency", (X1A,), on_page(Group=group("/DeviceCMYK"))),
    ("group-colour", (X4,), on_page(Group=group("/DeviceRGB"))),
    ("group-colour", (X4,), on_page(Group=Dictionary(S=Name.Transparency, CS=Array([Name.CalRGB, Dictionary()])))),
    ("rendering-intent", BOTH_X, with_picture(Intent=Name.Lovely)),
    ("postscript", BOTH_X, with_stream(PS=Dictionary())),
    ("annotation", BOTH_X, annotated("/TrapNet")),
    ("action", BOTH_X, in_root(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String(""))]))))),
    ("action", BOTH_X, in_root(Outlines=Dictionary(First=Dictionary(Title=String("a"), A=Dictionary(S=Name.URI, URI=String("x")))))),
    ("layers", BOTH_X, in_root(OCProperties=Dictionary(D=Dictionary(AS=Array([]))))),
    ("viewer-area", BOTH_X, in_root(ViewerPreferences=Dictionary(ViewClip=Name.TrimBox))),
    ("unreadable-object", BOTH_X, lambda pdf: pdf.Root.Pages.Kids.append(pdf.Root.Pages)),
    ("no-pages", BOTH_X, lambda pdf: pdf.pages.__delitem__(0)),
]  # fmt: skip


@pytest.mark.parametrize("standard", [X4, X1A])
def test_a_good_file_has_no_findings(judged, standard):
    report = judged(good(standard), standard)
    assert rules(report) == []
    assert report.passed
    assert report.pages == 1


@pytest.mark.parametrize(
    ("rule", "standard", "change"),
    [(rule, one, change) for rule, asked, change in EDITED for one in asked],
    ids=[
        f"{rule}-{number}-{one}"
        for number, (rule, asked, _) in enumerate(EDITED)
        for one in asked
    ],
)
def test_each_breach_names_its_rule(judged, rule, standard, change):
    assert rules(judged(changed(change, standard), standard)) == [rule]


def another_intent(**entries):
    def change(pdf):
        pdf.Root.OutputIntents.append(Dictionary(S=Name.GTS_PDFA1, **entries))

    return change


def the_same_profile(pdf):
    another_intent(DestOutputProfile=pdf.Root.OutputIntents[0].DestOutputProfile)(pdf)


SOUND = {
    "a halftone without curves": in_state(HT=Dictionary(HalftoneType=1)),
    "a halftone whose curve changes nothing": in_state(
        HT=Dictionary(HalftoneType=1, TransferFunction=Name.Identity)
    ),
    "an intent without a profile": another_intent(),
    "an intent that shares the profile": the_same_profile,
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_not_told(judged, name):
    assert rules(judged(changed(SOUND[name]))) == []


def packed() -> bytes:
    mode = pikepdf.ObjectStreamMode.generate
    made = changed(lambda _: None, X1A, object_stream_mode=mode, force_version="1.5")
    return made.replace(b"%PDF-1.5", b"%PDF-1.4", 1)


def tabled() -> bytes:
    """No object packed, but the table of them is a stream."""
    plain = good(X1A)
    body, _, tail = plain.rpartition(b"xref\n0 ")
    count = int(tail.split()[0])
    trailer = tail.partition(b"trailer <<")[2].rpartition(b">>")[0]
    trailer = trailer.replace(b"/Size", b"/Gize")
    places = [b"\x00" * 5]
    for number in range(1, count):
        at = body.index(b"\n%d 0 obj" % number) + 1
        places.append(b"\x01" + at.to_bytes(4, "big"))
    places.append(b"\x01" + len(body).to_bytes(4, "big"))
    return body + (
        b"%d 0 obj <</Type/XRef/W[1 4 0]/Size %d/Length %d %b>> stream\n%b\nendstream "
        b"endobj\nstartxref\n%d\n%%%%EOF\n"
        % (count, count + 1, 5 * len(places), trailer, b"".join(places), len(body))
    )


def locked(word: str) -> bytes:
    return changed(
        lambda _: None,
        encryption=pikepdf.Encryption(owner="o", user=word),
        deterministic_id=False,
        force_version="",
    )


def with_lzw(standard: str) -> bytes:
    """A stream of 9-bit codes: clear, one byte, end."""
    data = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
    made = changed(with_stream(data, Filter=Name("/XZWDecode")), standard)
    return made.replace(b"/XZWDecode", b"/LZWDecode")


def crypted(standard: str) -> bytes:
    """A stream whose filter is that of locked files, which qpdf would take away."""
    made = changed(with_stream(Filter=Name("/Crypz")), standard)
    return made.replace(b"/Crypz", b"/Crypt")


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
    (
        "xmp-malformed",
        X4,
        lambda: good().replace(b"/Subtype /XML", b"/Subtype /TXT", 1),
    ),
    (
        "xmp-malformed",
        X4,
        lambda: good().replace(b"/Type /Metadata", b"/Type /Metalbox", 1),
    ),
    *(("encrypted", one, partial(crypted, one)) for one in BOTH_X),
    ("header-early", X4, lambda: good().replace(b"%PDF-1.6", b"%PDF-1.2", 1)),
    ("header-early", X1A, lambda: good(X1A).replace(b"%PDF-1.4", b"%PDF-1.2", 1)),
    ("object-stream", X1A, tabled),
    ("encrypted", X1A, lambda: locked("")),
    ("file-id", X1A, lambda: good(X1A).replace(b"/ID [", b"/JD [")),
    ("binary-comment", X1A, lambda: good(X1A).replace(b"\xbf\xf7\xa2\xfe", b"okay", 1)),
    (
        "stream-line-end",
        X1A,
        lambda: good(X1A).replace(b"\nendstream", b" endstream", 1),
    ),
    *(("lzw", one, partial(with_lzw, one)) for one in BOTH_X),
    ("xmp-filtered", X4, unpacked),
    ("unreadable-file", X4, lambda: b""),
    ("unreadable-file", X1A, lambda: b""),
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
