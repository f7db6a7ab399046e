"""What is said of supplied pages before they are placed."""

import subprocess
import sys
from dataclasses import replace

import pytest
from tests.adverts import (
    advert,
    changed,
    clear,
    in_rgb,
    in_spot,
    noted,
    packed,
    paper_with,
    scripted,
)
from tests.papers import ISSUE, write_paper

from printpress import spec
from printpress.acceptance import NOT_ASKED
from printpress.display.ops import PlaceForm
from printpress.makeup.placed import PlacedForm
from printpress.pipeline import make_edition
from printpress.rules import RULES
from printpress.shop.manifest import plates_of

GOLD = "gold: {cmyk: [0, 20, 60, 10], spot: GOLD}"


def made_with(folder, contents, standard="PDF/X-4", **more):
    write_paper(folder, paper_with(contents, **more))
    issue, _ = spec.load(folder / ISSUE)
    issue = replace(issue, press=replace(issue.press, standard=standard))
    return make_edition(issue, issue.editions[0])


def rules_of(made):
    """The rules in the words of errors and warnings about the advert."""
    found = [d for d in made.found if d.code.startswith("advert-")]
    assert all(str(d.span).endswith("issue.yaml:6:61") for d in found)
    return [(d.code, d.why.en.split()[2].rstrip(":")) for d in found]


def test_a_good_advert_is_taken_without_a_word(tmp_path):
    made = made_with(tmp_path, packed(advert()))
    assert rules_of(made) == []
    (form,) = (op for op in made.pages[0].ops if isinstance(op, PlaceForm))
    assert form.name == "issues/2025-09-05/ads/rice.pdf"
    assert plates_of(made.pages, {}) == ("M", "Y", "K")


@pytest.mark.parametrize(
    ("contents", "rule"),
    [
        (advert(in_rgb), "rgb-colour"),
        (advert(font="Helvetica"), "font-not-embedded"),
        (noted(advert()), "annotation"),
        (scripted(advert()), "action"),
        (
            changed(advert(), lambda pdf: pdf.Root.update({"/OCProperties": {}})),
            "layers",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_press_cannot_run_is_refused(tmp_path, contents, rule):
    made = made_with(tmp_path, contents)
    assert ("advert-refused", rule) in rules_of(made)
    assert not made.printable


def test_transparency_is_refused_where_the_standard_has_none(tmp_path):
    assert rules_of(made_with(tmp_path / "a", clear(advert()))) == []
    refused = made_with(tmp_path / "b", clear(advert()), "PDF/X-1a:2003")
    assert rules_of(refused) == [("advert-refused", "transparency")]


def test_colour_is_refused_on_a_page_in_black(tmp_path):
    made = made_with(tmp_path, advert(), press="inks_by_page: {1: K}\n")
    assert rules_of(made) == [("advert-refused", "page-plates")]


def test_ink_is_measured(tmp_path):
    def heavy(canvas, width, height):
        canvas.setFillColorCMYK(1, 1, 1, 1)
        canvas.rect(0, 0, width, height, stroke=0, fill=1)

    assert ("advert-refused", "ink-limit") in rules_of(
        made_with(tmp_path, advert(heavy))
    )


def test_spot_colours_are_those_of_the_house_that_the_shop_prints(tmp_path):
    contents = advert(in_spot("GOLD"))
    known = {"tint: [0, 0, 0, 10]}": f"tint: [0, 0, 0, 10], {GOLD}}}"}
    one = made_with(tmp_path / "a", contents, house=known, spots=1)
    assert rules_of(one) == []
    assert plates_of(one.pages, {}) == ("M", "Y", "K", "GOLD")
    unknown = made_with(tmp_path / "b", contents, spots=1)
    assert rules_of(unknown) == [("advert-refused", "spot-colours")]
    too_many = made_with(tmp_path / "c", contents, house=known)
    assert "too-many-spots" in {d.code for d in too_many.found}


def test_a_page_may_differ_by_a_millimetre_and_fills_its_place(tmp_path):
    made = made_with(tmp_path / "a", advert(size=(86.1, 33.7)))
    assert rules_of(made) == []
    (placed,) = (p for p in made.makeup.pages[0].placed if isinstance(p, PlacedForm))
    assert placed.rect.width == 3_067_050
    made = made_with(tmp_path / "b", advert(size=(80, 34.57)))
    assert [d.code for d in made.found if d.code.startswith("advert")] == [
        "advert-size"
    ]
    (placed,) = (p for p in made.makeup.pages[0].placed if isinstance(p, PlacedForm))
    assert placed.rect.width * placed.form.size.height == pytest.approx(
        placed.rect.height * placed.form.size.width, rel=1e-4
    )


def test_rules_not_asked_are_rules_of_the_preflight():
    assert set(NOT_ASKED) <= set(RULES)
    assert len(set(NOT_ASKED)) == len(NOT_ASKED)


def test_an_issue_without_such_adverts_loads_neither_preflight_nor_reader(tmp_path):
    write_paper(tmp_path, {})
    code = (
        "import sys\n"
        "from printpress import spec\n"
        "from printpress.pipeline import make_edition\n"
        f"issue, _ = spec.load(__import__('pathlib').Path({str(tmp_path / ISSUE)!r}))\n"
        "make_edition(issue, issue.editions[0])\n"
        "print(*(n for n in sys.modules if n.startswith(('pypdf', 'printpress.pre', 'svg'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_a_drawings_own_ink_is_told_at_its_page(tmp_path):
    drawn = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 852 346">'
        b'<rect width="852" height="346" fill="device-cmyk(1 1 1 0)"/></svg>'
    )
    made = made_with(tmp_path, drawn, name="rice.svg")
    (told,) = (d for d in made.found if d.code == "too-much-ink")
    assert str(told.span).endswith("issue.yaml:6:3")
    assert "300 %" in told.what.en
