"""The shop's files: their names, their order, what the manifest says of them."""

import io
import json
from dataclasses import replace
from hashlib import sha256

import pikepdf
import pytest
from tests.papers import TINY, write_paper

from printpress import spec
from printpress.colour import REGISTRATION, Ink
from printpress.diagnostics import PressError
from printpress.display.ops import DisplayList, FillRects, PlaceImage
from printpress.geometry import Rect, Size
from printpress.pictures.packed import PackedPicture
from printpress.pipeline import make_edition
from printpress.shop.files import page_name, shop_files, slug_words
from printpress.shop.manifest import manifest, plates_of
from printpress.units import MM

STORY = "---\nheadline: 桥头早市开张\n---\n桥头的早市天不亮就开了。\n"
ISSUE = TINY["issues/2025-09-05/issue.yaml"].replace(
    "stories: {lead: market}}\n",
    "stories: {lead: market}}\n  2: {layout: inner, stories: {lead: clinic}}\n"
    "  3: {layout: inner, stories: {lead: school}}\n",
)
PLAIN = "extends: base\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    files = {
        "issues/2025-09-05/issue.yaml": ISSUE.replace("number: 7", "number: 7\nclosed: 2025-09-04 23:40"),
        "layouts/pages/front.yaml": PLAIN,
        "layouts/pages/inner.yaml": "slots:\n  lead: {cols: 1-3, rows: 5-12, role: lead}\n",
        **{f"issues/2025-09-05/stories/{name}.md": STORY.replace("早市", name_zh)
           for name, name_zh in (("market", "早市"), ("clinic", "诊所"), ("school", "小学"))},
    }  # fmt: skip
    loaded, _ = spec.load(write_paper(tmp_path_factory.mktemp("paper"), files))
    return make_edition(loaded, loaded.editions[0])


def pressed(made, **changes):
    press = replace(made.issue.press, **changes)
    return replace(made, issue=replace(made.issue, press=press))


def test_the_whole_comes_first_then_each_page_under_its_name(made):
    files = tuple(shop_files(made, {}))
    assert [each.name for each in files] == [
        "whole.pdf",
        "T_20250905_01_A.pdf",
        "T_20250905_02_A.pdf",
        "T_20250905_03_A.pdf",
    ]
    counts = []
    for each in files:
        with pikepdf.open(io.BytesIO(each.contents)) as document:
            counts.append(len(document.pages))
            assert document.docinfo["/GTS_PDFXVersion"] == "PDF/X-4"
            assert str(document.docinfo["/CreationDate"]) == "D:20250904234000+08'00'"
    assert counts == [3, 1, 1, 1]
    assert len({each.contents for each in files}) == 4


def test_a_template_gives_what_the_shop_asks_for(made):
    page = made.pages[1]
    asked = pressed(made, files="{number}-{edition}-{page:03}-{version}.pdf")
    assert page_name(asked, page, "B") == "7-town-002-B.pdf"
    spread = DisplayList(2, page.trim, 0, (), spread=True)
    assert page_name(made, spread, "A") == "T_20250905_02-03_A.pdf"


@pytest.mark.parametrize("code", ["T/../..", "a:b", "", "长" * 130])
def test_a_code_that_no_file_can_be_named_after_is_told(made, code):
    edition = replace(made.issue.edition, code=code)
    wrong = replace(made, issue=replace(made.issue, edition=edition))
    wrong = (
        pressed(wrong, files="{code}{page}") if code else pressed(wrong, files="{code}")
    )
    with pytest.raises(PressError) as caught:
        tuple(shop_files(wrong, {}))
    assert [found.code for found in caught.value.diagnostics] == ["bad-template"]


def test_pages_that_would_get_one_name_are_told_before_any_is_written(made):
    for template in ("{number}.pdf", "WHOLE.pdf"):
        with pytest.raises(PressError) as caught:
            tuple(shop_files(pressed(made, files=template), {}))
        assert caught.value.diagnostics[0].code == "bad-template"


def test_marks_are_in_print_files_only_and_the_slug_says_what_it_is(made):
    plain, *_ = shop_files(made, {})
    full, *_ = shop_files(pressed(made, marks="full"), {})
    assert [page.slug for page in plain.pages] == [0, 0, 0]
    assert min(page.slug for page in full.pages) > 0
    assert all(page.slug == 0 for page in made.pages)
    words = slug_words(made, made.pages[1], "A")
    for part in ("小报", "2025-09-05", "第 2 版", "town", "版本 A", "2025-09-04 23:40"):
        assert part in words
    with pikepdf.open(io.BytesIO(full.contents)) as document:
        for page in document.pages:
            media, bleed, trim = (
                [float(v) for v in page.obj[key]]
                for key in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            assert media[0] < bleed[0] <= trim[0] < trim[2] <= bleed[2] < media[2]
            assert media[1] < bleed[1] <= trim[1] < trim[3] <= bleed[3] < media[3]
            room = 17 * 72 / 25.4
            assert bleed[0] == pytest.approx(room, abs=0.01)
            assert media[2] - bleed[2] == pytest.approx(room, abs=0.01)


def test_the_manifest_tells_each_page_and_its_plates(made):
    files = tuple(shop_files(made, {}))
    told = json.loads(manifest(made, files, {}))
    assert told["files"] == {f.name: sha256(f.contents).hexdigest() for f in files}
    assert [page["pages"] for page in told["pages"]] == [[1], [2], [3]]
    first, second, _ = told["pages"]
    assert first["inks"] == ["M", "Y", "K"]  # the nameplate is red
    assert second["inks"] == ["K"]
    assert second["trim_mm"] == [105, 120]
    for page, file in zip(told["pages"], files[1:], strict=True):
        with pikepdf.open(io.BytesIO(file.contents)) as pdf:
            fonts = pdf.pages[0].Resources.Font.values()
            embedded = {str(font.BaseFont).split("+")[1] for font in fonts}
        by_name = {made.library.face(name).postscript_name for name in page["faces"]}
        assert by_name == embedded, page["file"]


def test_plates_are_those_that_carry_ink():
    place = Rect(0, 0, MM, MM)

    def plates(*ops, **pictures):
        return plates_of((DisplayList(1, Size(MM, MM), 0, ops),), pictures)

    picture = PlaceImage(place, "boat")
    assert plates(picture, boat=PackedPicture(1, 1, "grey", b"0")) == ("K",)
    assert plates(picture, boat=PackedPicture(1, 1, "cmyk", b"0000")) == (
        "C",
        "M",
        "Y",
        "K",
    )
    red = Ink(0, 910, 760, spot="PANTONE 185 C")
    assert plates(FillRects((place,), red), FillRects((place,), Ink(cyan=9))) == (
        "C",
        "PANTONE 185 C",
    )
    assert plates(FillRects((place,), REGISTRATION)) == ()
    assert plates() == ()
