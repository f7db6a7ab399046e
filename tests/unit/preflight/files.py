"""Small PDF files, right in everything but what a test breaks.

They are put together by pikepdf, which shares nothing with the preflight, and nothing
with printpress's own writer.
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from tests.faces import write_face

WIDTH, HEIGHT = 600.0, 800.0
"""The trim, in points."""

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">溪桥晨报</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2025-09-05T00:00:00+08:00</xmp:CreateDate>
<xmp:ModifyDate>2025-09-05T00:00:00+08:00</xmp:ModifyDate>
<xmp:MetadataDate>2025-09-05T00:00:00+08:00</xmp:MetadataDate>
<xmp:CreatorTool>a test</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>a test</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

BLACK_BOX = b"/G0 gs 0 0 0 1 k 100 100 200 200 re f\n"
"""What stands on the page of every file: ink, so that it is not empty."""

Change = Callable[[pikepdf.Pdf], object]


def profile(
    kind: bytes = b"prtr", space: bytes = b"CMYK", version: int = 0x0240
) -> bytes:
    """As much of an ICC profile as is read of one."""
    head = bytearray(128)
    head[0:4] = (132).to_bytes(4, "big")
    head[8:10] = version.to_bytes(2, "big")
    head[12:16], head[16:20], head[20:24] = kind, space, b"Lab "
    head[36:40] = b"acsp"
    return bytes(head) + bytes(4)


@cache
def _face() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "face.ttf"
        write_face(path)
        return path.read_bytes()


def _add_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The tests' own face, whole, codes being glyph numbers."""
    program = _face()
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/AAAAAA+PressTest"),
        Flags=4,
        FontBBox=Array([0, -120, 1000, 880]),
        ItalicAngle=0,
        Ascent=880,
        Descent=-120,
        CapHeight=700,
        StemV=80,
        FontFile2=pdf.make_stream(program, Length1=len(program)),
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/AAAAAA+PressTest"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/AAAAAA+PressTest"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
        )
    )


def _add_page(pdf: pikepdf.Pdf) -> None:
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, WIDTH, HEIGHT]),
        BleedBox=Array([0, 0, WIDTH, HEIGHT]),
        TrimBox=Array([0, 0, WIDTH, HEIGHT]),
        Contents=pdf.make_stream(BLACK_BOX),
        Resources=Dictionary(
            Font=Dictionary(F0=_add_font(pdf)),
            ExtGState=Dictionary(
                G0=Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1),
                G1=Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0),
            ),
            XObject=Dictionary(),
            ColorSpace=Dictionary(),
        ),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _good(standard: str) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    _add_page(pdf)
    stream = pdf.make_stream(profile(), N=4)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("CGATS TR 002"),
                RegistryName=String("http://www.color.org"),
                Info=String("Coldset newsprint"),
                DestOutputProfile=stream,
            )
        ]
    )
    when = "D:20250905000000+08'00'"
    for key, value in {
        "Title": String("溪桥晨报"),
        "CreationDate": String(when),
        "ModDate": String(when),
        "Creator": String("a test"),
        "Producer": String("a test"),
        "Trapped": Name.False_,
    }.items():
        pdf.docinfo[f"/{key}"] = value if key != "Trapped" else Name("/False")
    if standard == "PDF/X-4":
        pdf.Root.Metadata = pdf.make_stream(
            XMP.encode(), Type=Name.Metadata, Subtype=Name.XML
        )
    else:
        pdf.docinfo["/GTS_PDFXVersion"] = String(standard)
        pdf.docinfo["/GTS_PDFXConformance"] = String(standard)
    return pdf


@cache
def _saved(standard: str) -> bytes:
    return saved(_good(standard), standard)


def saved(pdf: pikepdf.Pdf, standard: str = "PDF/X-4", **options) -> bytes:
    out = BytesIO()
    version = "1.6" if standard == "PDF/X-4" else "1.4"
    settings = {
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "fix_metadata_version": False,
        "force_version": version,
        "deterministic_id": True,
        **options,
    }
    pdf.save(out, **settings)
    return out.getvalue()


def good(standard: str = "PDF/X-4") -> bytes:
    """A file with nothing to say about."""
    return _saved(standard)


def changed(change: Change, standard: str = "PDF/X-4", **options) -> bytes:
    """The same with one thing changed."""
    with pikepdf.open(BytesIO(good(standard))) as pdf:
        change(pdf)
        return saved(pdf, standard, **options)


def drawn(content: bytes, change: Change | None = None, standard="PDF/X-4") -> bytes:
    """The same with more drawn on its page."""

    def draw(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(BLACK_BOX + content)
        if change is not None:
            change(pdf)

    return changed(draw, standard)
