"""The preflight judges finished files: ours, and what other programs make of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from reportlab.pdfgen.canvas import Canvas

from printpress import spec
from printpress.pipeline import converted_pictures, make_edition, write_pages
from printpress.preflight import inspect
from printpress.preflight.document import Document
from printpress.preflight.ink import sums, windows
from printpress.preflight.render import Plate
from printpress.preflight.rendering import rendered
from printpress.shop.expected import expected_of
from printpress.shop.intent import output_intent
from tests.printed.conftest import ROOT
from tests.printed.programs import said
from tests.unit.preflight.conftest import rules

ISSUES = ("2025-09-05", "2025-10-01")
STANDARDS = ("PDF/X-4", "PDF/X-1a:2003")


@pytest.fixture(scope="module", params=ISSUES)
def made(request):
    issue, _ = spec.load(ROOT / "issues" / request.param)
    made = make_edition(issue, issue.editions[0])
    cache = ROOT / "build" / ".pictures"
    pictures, _ = converted_pictures(made, issue.root, cache)
    return issue, made, pictures


def written(made, standard: str) -> bytes:
    issue, edition, pictures = made
    press = replace(issue.press, standard=standard)
    return write_pages(edition, pictures, edition.pages, output_intent(press))


@pytest.fixture(scope="module")
def file(made, tmp_path_factory):
    path = tmp_path_factory.mktemp("preflight") / "whole.pdf"
    path.write_bytes(written(made, "PDF/X-4"))
    return path


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_samples_pass_without_a_word(made, standard):
    issue, *_ = made
    press = replace(issue.press, standard=standard)
    expected = expected_of(issue, issue.editions[0])
    report = inspect(written(made, standard), press, expected)
    assert rules(report) == []


def test_a_file_of_one_standard_is_not_of_the_other(made):
    press = replace(made[0].press, standard="PDF/X-1a:2003")
    report = inspect(written(made, "PDF/X-4"), press, render=False)
    assert rules(report) == ["header-version", "info-standard"]


def test_the_other_samples_issue_is_not_this(made):
    issue, *_ = made
    (other,) = (name for name in ISSUES if name != issue.date.isoformat())
    wanted, _ = spec.load(ROOT / "issues" / other)
    expected = expected_of(wanted, wanted.editions[0])
    broken = rules(inspect(written(made, "PDF/X-4"), issue.press, expected))
    assert {"date-missing", "page-count", "page-size"} <= set(broken)


@pytest.mark.needs_ghostscript
def test_what_ghostscript_writes_of_it_lost_the_standard_only(made, file, tmp_path):
    out = tmp_path / "gs.pdf"
    said("gs", "-q", "-o", out, "-sDEVICE=pdfwrite", file)
    broken = set(rules(inspect(out.read_bytes(), made[0].press, render=False)))
    assert {"output-intent", "trapped", "xmp-standard"} <= broken
    assert not {"missing-glyph", "hidden-text", "small-text", "rgb-colour"} & broken


@pytest.mark.needs_poppler
def test_what_cairo_writes_of_it_is_rgb(made, file, tmp_path):
    out = tmp_path / "cairo.pdf"
    said("pdftocairo", "-pdf", "-l", "1", file, out)
    broken = set(rules(inspect(out.read_bytes(), made[0].press, render=False)))
    assert {"rgb-colour", "trim-box", "output-intent", "xmp-missing"} <= broken
    assert "missing-glyph" not in broken


@pytest.mark.needs_mutool
def test_what_mutool_cleans_of_it_passes(made, file, tmp_path):
    out = tmp_path / "mutool.pdf"
    said("mutool", "clean", "-gggg", file, out)
    assert inspect(out.read_bytes(), made[0].press, render=False).passed


@pytest.mark.needs_qpdf
def test_a_linearised_copy_with_packed_objects_passes_for_x4_only(made, file, tmp_path):
    out = tmp_path / "qpdf.pdf"
    said("qpdf", "--linearize", "--object-streams=generate", file, out)
    contents = out.read_bytes()
    assert inspect(contents, made[0].press, render=False).passed
    x1a = replace(made[0].press, standard="PDF/X-1a:2003")
    assert "object-stream" in rules(inspect(contents, x1a, render=False))


@pytest.mark.needs_ghostscript
def test_ink_agrees_with_ghostscripts_plates(made, file, tmp_path):
    """Each plate within 0.2 % of the page, their sum within 1 %, the fullest window
    within 1 % of what the press takes.

    Ghostscript paints every pixel that is touched: finely, that is little too much.
    """
    said(
        *("gs", "-q", "-o", tmp_path / "plate-%d.tif", "-sDEVICE=tiffsep", "-r300"),
        *("-dOverprint=/simulate", "-dNumRenderingThreads=2", "-dLastPage=1", file),
    )
    contents = file.read_bytes()
    page = Document.opened(contents).pages[0]
    ours = rendered(contents, [page], ("plates",))[1].plates()
    theirs = []
    for plate in ours:
        with Image.open(tmp_path / f"plate-1({plate.name}).tif") as picture:
            grey = picture.convert("L").resize(
                (plate.across, len(plate.cells) // plate.across), Image.Resampling.BOX
            )
        light = grey.tobytes()
        theirs.append(
            Plate(plate.name, plate.across, bytes(255 - one for one in light))
        )
    for one, other in zip(ours, theirs, strict=True):
        assert mean_of([one]) == pytest.approx(mean_of([other]), abs=0.2), one.name
    assert mean_of(ours) == pytest.approx(mean_of(theirs), rel=0.01)
    most = made[0].press.tac / 10
    assert fullest(ours) == pytest.approx(fullest(theirs), abs=most / 100)


def mean_of(plates: list[Plate]) -> float:
    """Per cent of ink of the whole page, all plates together."""
    rows = sums(plates)
    return sum(map(sum, rows)) * 100 / 255 / len(plates[0].cells)


def fullest(plates: list[Plate]) -> float:
    """Per cent of ink of the square of 15 mm that has most."""
    return max(mean for mean, *_ in windows(plates, 15, 0))


# Codes as phones see them on newsprint.


def as_printed(contents: bytes, page: int) -> Iterator[tuple[str, Image.Image]]:
    """A page at 200 dpi, after 90 % scaling, and as newsprint blurs it in one bit."""
    document = pypdfium2.PdfDocument(contents)
    try:
        drawn = document[page].render(scale=200 / 72, grayscale=True)
        plain = drawn.to_pil().copy()
    finally:
        document.close()
    yield "at 200 dpi", plain
    size = (round(plain.width * 0.9), round(plain.height * 0.9))
    yield "at 90 %", plain.resize(size, Image.Resampling.BICUBIC)
    # Ink spreads by a fifth of a millimetre, and there is ink or none.
    blurred = plain.filter(ImageFilter.GaussianBlur(1.2))
    yield "on newsprint", blurred.point(lambda light: 255 * (light > 140))


@pytest.mark.needs_zbar
def test_every_code_of_every_page_is_read_as_newsprint_shows_it(made, file, tmp_path):
    """By two programs that share no code."""
    issue, *_ = made
    contents = file.read_bytes()
    expected = expected_of(issue, issue.editions[0])
    wanted = [set(page.codes) for page in expected.pages]
    assert any(wanted)
    kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for number, codes in enumerate(wanted):
        for name, picture in as_printed(contents, number) if codes else ():
            read = {one.text for one in zxingcpp.read_barcodes(picture, formats=kind)}
            assert codes <= read, (number + 1, name, "zxing-cpp")
            path = tmp_path / "page.png"
            picture.save(path, compress_level=1)
            told = said("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", path)
            assert codes <= set(told.split()), (number + 1, name, "zbar")


# What other programs write.


def plain_reportlab(path: Path) -> None:
    """A page as a program writes it that knows nothing of presses."""
    sheet = Canvas(str(path), pagesize=(600, 800))
    sheet.drawString(100, 700, "plain")
    sheet.setFillColorRGB(1, 0, 0)
    sheet.rect(100, 100, 50, 50, fill=1)
    sheet.linkURL("https://example.org", (100, 690, 200, 720))
    sheet.save()


def test_a_plain_page_of_reportlab_is_told_what_it_lacks(made, tmp_path):
    path = tmp_path / "plain.pdf"
    plain_reportlab(path)
    broken = set(rules(inspect(path.read_bytes(), made[0].press)))
    assert broken >= {
        *("annotation", "font-not-embedded", "output-intent"),
        *("rgb-colour", "trim-box", "xmp-missing"),
    }
    assert not broken & {"unreadable-object", "missing-glyph", "not-drawn"}


@pytest.mark.needs_poppler
def test_a_page_drawn_as_a_picture_is_told(made, file, tmp_path):
    said("pdftoppm", "-r", "30", "-l", "1", "-png", file, tmp_path / "page")
    (png,) = tmp_path.glob("*.png")
    with Image.open(png) as picture:
        picture.convert("RGB").save(tmp_path / "scan.pdf", resolution=30)
    contents = (tmp_path / "scan.pdf").read_bytes()
    broken = set(rules(inspect(contents, made[0].press, render=False)))
    assert {"page-is-picture", "low-resolution", "rgb-colour"} <= broken
