"""Supplied PDF pages of every kind in one paper, judged by other people's programs."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from printpress import spec
from printpress.diagnostics import Severity
from printpress.pipeline import make_edition
from printpress.preflight import inspect
from printpress.shop.files import shop_files
from printpress.spec.press import Standard
from tests.adverts import (
    PAGE,
    WORDS,
    advert,
    clear,
    in_cmyk_jpeg,
    in_lzw,
    in_spot,
    packed,
    paper_with,
    turned,
    with_junk,
    with_old_form,
)
from tests.papers import ISSUE, TINY, write_paper
from tests.printed.programs import said, squeezed

ON_END = (PAGE[1], PAGE[0])
PLAIN = advert()
SENT: Mapping[str, bytes] = {
    "plain": PLAIN,
    "packed": packed(PLAIN),
    "away": advert(origin=(321, -45)),
    "quarter": turned(advert(size=ON_END), 90),
    "half": turned(PLAIN, 180),
    "back": turned(advert(size=ON_END, origin=(-9, 5)), 270),
    "lzw": in_lzw(PLAIN),
    "junk": with_junk(PLAIN),
    "old": with_old_form(PLAIN),
    "jpeg": advert(in_cmyk_jpeg),
    "spot": advert(in_spot("GOLD")),
    "wide": advert(size=(86, 34)),
}
"""Adverts that the press may have in either standard."""
STANDARDS: tuple[Standard, ...] = ("PDF/X-4", "PDF/X-1a:2003")
PPI = 100
CORNERS = {"quarter": "left head", "half": "right head", "back": "right foot"}
"""Where the panel at the left foot is seen in pages that are turned."""


def a_paper(folder: Path, sent: Mapping[str, bytes]) -> Path:
    """The tiny paper with an advert a page, the first twice."""
    known = {
        "tint: [0, 0, 0, 10]}": "tint: [0, 0, 0, 10], gold: {cmyk: [0, 20, 60, 10], spot: GOLD}}",
        "max_pages: 4": "max_pages: 40",
    }
    write_paper(folder, paper_with(PLAIN, "first.pdf", spots=1))
    house = TINY["layouts/house.yaml"]
    for old, new in known.items():
        house = house.replace(old, new)
    (folder / "layouts/house.yaml").write_text(house, "utf-8")
    front = folder / "layouts/pages/front.yaml"
    slot = next(
        line for line in front.read_text("utf-8").splitlines() if "advert" in line
    )
    (folder / "layouts/pages/ad.yaml").write_text(f"slots:\n{slot}\n", "utf-8")
    lines = [
        f"  {n}: {{layout: ad, adverts: {{ad: ads/{name}.pdf}}}}\n"
        for n, name in enumerate(("first", *sent), 2)
    ]
    issue = folder / ISSUE
    issue.write_text(issue.read_text("utf-8") + "".join(lines), "utf-8")
    for name, contents in sent.items():
        (issue.parent / f"ads/{name}.pdf").write_bytes(contents)
    return issue


def printed_as(issue: Path, standard: Standard) -> tuple[bytes, object]:
    loaded, _ = spec.load(issue)
    press = replace(loaded.press, standard=standard, marks="none")
    made = make_edition(replace(loaded, press=press), loaded.editions[0])
    assert not [d for d in made.found if d.code.startswith("advert")]
    whole, *_ = shop_files(made, {})
    return whole.contents, made.issue.press


@pytest.fixture(scope="module", params=STANDARDS)
def printed(request, tmp_path_factory):
    """(Standard, press, finished file, names of its adverts by page)."""
    folder = tmp_path_factory.mktemp("adverts")
    sent = dict(SENT)
    if request.param == "PDF/X-4":
        sent["clear"] = clear(PLAIN)
    contents, press = printed_as(a_paper(folder, sent), request.param)
    path = folder / "whole.pdf"
    path.write_bytes(contents)
    return request.param, press, path, ("first", "first", *sent)


@pytest.mark.needs_qpdf
@pytest.mark.needs_mutool
@pytest.mark.needs_ghostscript
def test_other_programs_read_every_page_without_a_word(printed, tmp_path):
    _, _, pdf, _ = printed
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", pdf)
    rip = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR")
    assert said(*rip, "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", pdf) == ""
    said("mutool", "draw", "-q", "-r", 20, "-o", tmp_path / "p%d.png", pdf)


def test_the_standard_is_kept(printed):
    import pdf_oxide

    standard, press, pdf, _ = printed
    level = "4" if standard == "PDF/X-4" else "1a_2001"
    told = pdf_oxide.PdfDocument(str(pdf)).validate_pdf_x(level)
    assert (told["valid"], told["errors"]) == (True, [])
    report = inspect(pdf.read_bytes(), press, render=False)
    graver = [f.rule.id for f in report.findings if f.severity is not Severity.NOTE]
    assert graver == []
    assert b"LZW" not in pdf.read_bytes()
    assert b"SECRET" not in pdf.read_bytes()


def _is_red(pixel: Any) -> bool:
    red, green, _ = pixel
    return bool(red > 200 and green < 90)


@pytest.mark.needs_mutool
def test_every_advert_fills_its_place_the_right_way_up_and_no_more(printed, tmp_path):
    _, _, pdf, names = printed
    said("mutool", "draw", "-q", "-r", PPI, "-o", tmp_path / "p%d.png", pdf)
    for number, name in enumerate(names, 1):
        page = Image.open(tmp_path / f"p{number}.png").convert("RGB")
        left, top = round(360000 / 914400 * PPI), round(2671400 / 914400 * PPI)
        right, foot = (
            left + round(PAGE[0] / 25.4 * PPI),
            top + round(PAGE[1] / 25.4 * PPI),
        )
        corners = {
            "left head": (left + 4, top + 4),
            "right head": (right - 4, top + 4),
            "left foot": (left + 4, foot - 4),
            # Clear of the word 广告.
            "right foot": (right - 35, foot - 4),
        }
        red = {at for at, place in corners.items() if page.getpixel(place)[1] < 90}  # type: ignore[index]
        assert red == {CORNERS.get(name, "left foot")}, name
        for beyond in (
            (left - 3, top + 9),
            (right + 3, top + 9),
            (left + 9, top - 3),
            (left + 9, foot + 3),
        ):
            assert page.getpixel(beyond) == (255, 255, 255), (name, beyond)


@pytest.mark.needs_poppler
@pytest.mark.needs_qpdf
def test_words_can_be_taken_out_and_a_file_on_two_pages_is_there_once(
    printed, tmp_path
):
    _, _, pdf, names = printed
    for number in range(1, len(names) + 1):
        text = squeezed(said("pdftotext", "-f", number, "-l", number, pdf, "-"))
        assert text.count(WORDS) == 1, names[number - 1]
    said("qpdf", "--qdf", "--object-streams=disable", pdf, tmp_path / "plain.pdf")
    forms = (tmp_path / "plain.pdf").read_bytes().count(b"/Subtype /Form")
    assert forms == len(set(names)) + ("old" in names)
    for row in said("pdffonts", pdf).splitlines()[2:]:
        assert re.search(r"yes +(yes|no) +(yes|no) +\d+ +\d+$", row), row


@pytest.mark.needs_ghostscript
def test_a_spot_colour_is_on_its_plate(printed, tmp_path):
    _, _, pdf, names = printed
    number = names.index("spot") + 1
    asked = (
        "-sDEVICE=tiffsep",
        "-r72",
        f"-dFirstPage={number}",
        f"-dLastPage={number}",
    )
    rip = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *asked)
    said(*rip, f"-sOutputFile={tmp_path}/p.tif", pdf)
    (gold,) = tmp_path.glob("p*GOLD*.tif")
    with Image.open(gold) as plate:
        assert plate.getextrema()[0] == 0


def test_the_same_files_give_the_same_bytes(tmp_path):
    sent = {name: SENT[name] for name in ("jpeg", "spot")}
    first = printed_as(a_paper(tmp_path / "a", sent), "PDF/X-4")[0]
    assert printed_as(a_paper(tmp_path / "b", sent), "PDF/X-4")[0] == first
