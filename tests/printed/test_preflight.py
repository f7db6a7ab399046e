"""The preflight judges finished files: ours, and what other programs make of them."""

from dataclasses import replace

import pytest
from PIL import Image

from printpress import spec
from printpress.pipeline import converted_pictures, make_edition, write_pages
from printpress.preflight import inspect
from printpress.preflight.document import Document
from printpress.preflight.ink import sums
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
def test_ink_agrees_with_ghostscripts_plates(file, tmp_path):
    # Ghostscript paints every pixel that is touched: finely, that is little too much.
    said(
        *("gs", "-q", "-o", tmp_path / "plate-%d.tif", "-sDEVICE=tiffsep", "-r300"),
        *("-dOverprint=/simulate", "-dLastPage=2", file),
    )
    contents = file.read_bytes()
    pages = Document.opened(contents).pages[:2]
    found = rendered(contents, pages, ("plates",))
    for page in pages:
        for plate in found[page.number].plates():
            path = tmp_path / f"plate-{page.number}({plate.name}).tif"
            with Image.open(path) as picture:
                ink = [255 - light for light in picture.convert("L").tobytes()]
            theirs = sum(ink) / len(ink) / 255
            ours = sum(map(sum, sums([plate]))) / len(plate.cells) / 255
            assert ours == pytest.approx(theirs, abs=0.002), (page.number, plate.name)
