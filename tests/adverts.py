"""Adverts as advertisers send them: PDF files of every kind, good and bad."""

import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from pypdf._codecs._codecs import LzwCodec
from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.papers import ISSUE, TINY

FONTS = Path(__file__).parents[1] / "fonts"
FACE = "PressHei"
WORDS = "溪桥粮店新米上市"
RED = CMYKColor(0, 1, 0.9, 0)
BLACK = CMYKColor(0, 0, 0, 1)
PAGE = (85.2, 34.57)
"""The slot of the tiny paper in the tests, in millimetres."""

Drawn = Callable[[Canvas, float, float], None]


def a_design(canvas: Canvas, width: float, height: float) -> None:
    """A ground, a panel at the left foot that tells which side is up, and words."""
    canvas.setFillColor(CMYKColor(0, 0.1, 0.3, 0))
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setFillColor(RED)
    canvas.rect(0, 0, width / 4, height / 4, stroke=0, fill=1)
    canvas.setFillColor(BLACK)
    canvas.setOverprintMask(1)
    canvas.setFillOverprint(True)
    canvas.setFont(FACE, width / 12)
    canvas.drawString(10 * mm, height - 10 * mm, WORDS)
    canvas.setFillOverprint(False)


@cache
def _face() -> None:
    pdfmetrics.registerFont(TTFont(FACE, str(FONTS / "PressHei-Bold.ttf")))


def advert(
    draw: Drawn = a_design,
    *,
    size: tuple[float, float] = PAGE,
    origin: tuple[float, float] = (0, 0),
    bleed: float = 3,
    pages: int = 1,
    font: str = FACE,
) -> bytes:
    """A page of so many millimetres, its trim some points from the file's origin."""
    _face()
    out = BytesIO()
    width, height = size[0] * mm, size[1] * mm
    left, foot, extra = origin[0], origin[1], bleed * mm
    canvas = Canvas(out, initialFontName=font, invariant=1, pageCompression=1)
    for _ in range(pages):
        canvas.setPageSize((width, height))
        canvas.translate(left, foot)
        draw(canvas, width, height)
        canvas.showPage()
    canvas.save()
    outer = [left - extra, foot - extra, left + width + extra, foot + height + extra]
    trim = [left, foot, left + width, foot + height]

    def boxes(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.MediaBox, page.TrimBox = outer, trim
            page.BleedBox = outer

    return changed(out.getvalue(), boxes)


def changed(
    contents: bytes,
    change: Callable[[pikepdf.Pdf], object],
    *,
    packed: bool = False,
    as_it_is: bool = False,
) -> bytes:
    """The file after a change, saved by qpdf, with object streams if wanted."""
    out = BytesIO()
    modes = pikepdf.ObjectStreamMode
    mode = modes.generate if packed else modes.preserve
    levels = pikepdf.StreamDecodeLevel
    with pikepdf.open(BytesIO(contents)) as pdf:
        change(pdf)
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=mode,
            stream_decode_level=levels.none if as_it_is else levels.generalized,
            compress_streams=not as_it_is,
        )
    return out.getvalue()


def packed(contents: bytes) -> bytes:
    """With object streams and a cross-reference stream."""
    return changed(contents, lambda _: None, packed=True)


def in_lzw(contents: bytes) -> bytes:
    """With every stream packed by LZW."""

    def pack(pdf: pikepdf.Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                data = LzwCodec().encode(thing.read_bytes())
                thing.write(data, filter=pikepdf.Name.LZWDecode)

    return changed(contents, pack, as_it_is=True)


def with_junk(contents: bytes) -> bytes:
    """With what programs leave in files beside what is printed."""

    def leave(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        note = pdf.make_stream(b"<x/>", Type=pikepdf.Name.Metadata)
        private = pikepdf.Dictionary(Private=pdf.make_stream(b"SECRET" * 9))
        page.PieceInfo = pdf.Root.PieceInfo = private
        page.Metadata = pdf.Root.Metadata = note
        page.StructParents = 3
        page.Resources.Properties = pikepdf.Dictionary(
            P=pikepdf.Dictionary(Metadata=note, Page=page.obj)
        )
        face = next(iter(page.Resources.Font.values()))
        face.PieceInfo = private
        for form in dict(page.Resources.get("/XObject", {})).values():
            form.PieceInfo = private

    return changed(contents, leave)


def with_old_form(contents: bytes) -> bytes:
    """With the words in a form that has no resources of its own, as in PDF 1.1."""

    def move(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        form = pdf.make_stream(
            page.Contents.read_bytes(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=page.MediaBox,
        )
        page.Resources.XObject = pikepdf.Dictionary(W=form)
        page.Contents = pdf.make_stream(b"/W Do")

    return changed(contents, move)


def in_cmyk_jpeg(canvas: Canvas, width: float, height: float) -> None:
    """The design with a picture in CMYK, packed as JPEG."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    a_design(canvas, width, height)
    picture = Image.new("CMYK", (300, 300), (0, 120, 200, 0))
    out = BytesIO()
    picture.save(out, "JPEG")
    side = height / 3
    canvas.drawImage(ImageReader(BytesIO(out.getvalue())), width / 2, 0, side, side)


def with_picture(wide: int, high: int) -> bytes:
    """The design, and white pixels in CMYK, deflated, among what it may draw."""

    def add(pdf: pikepdf.Pdf) -> None:
        picture = pikepdf.Stream(
            pdf,
            zlib.compress(bytes(wide * high * 4), 1),
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=wide,
                Height=high,
                BitsPerComponent=8,
                ColorSpace=pikepdf.Name.DeviceCMYK,
                Filter=pikepdf.Name.FlateDecode,
            ),
        )
        pdf.pages[0].add_resource(pdf.make_indirect(picture), pikepdf.Name.XObject)

    return changed(advert(), add, as_it_is=True)


def locked(contents: bytes, user: str = "") -> bytes:
    """With permissions, and a password if one is given."""
    key = pikepdf.Encryption(owner="owner", user=user)
    out = BytesIO()
    with pikepdf.open(BytesIO(contents)) as pdf:
        pdf.save(out, encryption=key)
    return out.getvalue()


def turned(contents: bytes, by: int) -> bytes:
    """Marked to be turned clockwise when it is seen."""

    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = by

    return changed(contents, turn)


def noted(contents: bytes) -> bytes:
    """With a note on the page."""

    def note(pdf: pikepdf.Pdf) -> None:
        box = pikepdf.Array([20, 20, 60, 60])
        entries = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Square}
        pdf.pages[0].Annots = pikepdf.Array(
            [pdf.make_indirect(pikepdf.Dictionary(**entries, Rect=box))]  # type: ignore[arg-type]
        )

    return changed(contents, note)


def clear(contents: bytes) -> bytes:
    """With a graphics state that is seen through."""

    def state(pdf: pikepdf.Pdf) -> None:
        states = pdf.pages[0].Resources.ExtGState
        states.T = pikepdf.Dictionary(ca=0.5)
        pdf.pages[0].contents_add(b"/T gs 0 1 0 0 k 50 50 30 30 re f")

    return changed(contents, state)


def scripted(contents: bytes) -> bytes:
    """With a script that runs when it is opened."""

    def script(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )

    return changed(contents, script)


def in_rgb(canvas: Canvas, width: float, height: float) -> None:
    """The design with a corner in RGB."""
    a_design(canvas, width, height)
    canvas.setFillColor(Color(1, 0, 0))
    canvas.rect(width / 2, 0, width / 4, height / 4, stroke=0, fill=1)


def in_spot(name: str) -> Drawn:
    """The design with a corner in a spot colour."""

    def draw(canvas: Canvas, width: float, height: float) -> None:
        a_design(canvas, width, height)
        canvas.setFillColor(CMYKColorSep(0, 0.2, 0.6, 0.1, spotName=name))
        canvas.rect(width / 2, 0, width / 4, height / 4, stroke=0, fill=1)

    return draw


def paper_with(
    contents: bytes,
    name: str = "rice.pdf",
    *,
    house: dict[str, str] | None = None,
    press: str = "",
    spots: int = 0,
) -> dict[str, str | bytes | None]:
    """Changes to the tiny paper that give its page an advert."""
    told = TINY[ISSUE].replace(
        "{layout: front, stories: {lead: market}}",
        f"{{layout: front, stories: {{lead: market}}, adverts: {{ad: ads/{name}}}}}",
    )
    front = TINY["layouts/pages/front.yaml"]
    plain = TINY["layouts/press/plain.yaml"]
    inks = plain.replace("tac: 240", f"tac: 240, spots: {spots}")
    slot = "  ad: {cols: 1-3, rows: 14-20, use: advert}\n"
    changes: dict[str, str | bytes | None] = {
        ISSUE: told,
        "layouts/pages/front.yaml": front + slot,
        "layouts/press/plain.yaml": inks + press,
        f"issues/2025-09-05/ads/{name}": contents,
    }
    for old, new in (house or {}).items():
        changes["layouts/house.yaml"] = TINY["layouts/house.yaml"].replace(old, new)
    return changes
