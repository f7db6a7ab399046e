"""Each rule of newspapers broken once by what a page shows; each names just itself."""

from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name
from tests.unit.preflight.conftest import rules
from tests.unit.preflight.files import Change, changed, drawn, good

from printpress.colour import Ink
from printpress.rules.record import BOTH_X, X1A, X4
from printpress.spec.press import PressSpec
from printpress.units import MM, PT

BLACK = b"/G0 gs 0 0 0 1 k 0 0 0 1 K "
KNOCKED = b"/G1 gs 0 0 0 1 k 0 0 0 1 K "
WHITE = b"/G1 gs 0 0 0 0 k 0 0 0 0 K "
RED = b"/G1 gs 0 1 0.9 0 k 0 1 0.9 0 K "
FULL = b"100 100 200 200 re f "
"""A rectangle where the black one stands."""
FREE = b"320 100 200 200 re f "
"""A rectangle that covers nothing."""


Made = Callable[[str], bytes]
"""Makes a file for a standard."""


def page(content: bytes, change: Change | None = None) -> Made:
    """A good file with more drawn on its page."""
    return lambda standard: drawn(content, change, standard)


def file(change: Change) -> Made:
    """A good file with one thing changed."""
    return lambda standard: changed(change, standard)


def text(
    size: float = 9, at: bytes = b"320 500", codes: bytes = b"<00050006>"
) -> bytes:
    return b"BT /F0 %d Tf 1 0 0 1 %b Tm %b Tj ET " % (size, at, codes)


def tiny(size: bytes) -> bytes:
    return b"BT /F0 %b Tf 320 500 Td <00050006> Tj ET " % size


def picture(width: int, height: int, content: bytes, bits=8, **entries) -> Made:
    """A page with a picture."""

    def add(pdf):
        stream = pdf.make_stream(
            bytes(width * height * bits // 8),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            BitsPerComponent=bits,
            ColorSpace=Name.DeviceGray,
        )
        for key, value in entries.items():
            if value is None:
                del stream[f"/{key}"]
            else:
                stream[f"/{key}"] = value
        pdf.pages[0].Resources.XObject.X0 = stream

    return page(content, add)


def spaced(content: bytes, space) -> Made:
    """A page with a colour space of the name C0."""

    def add(pdf):
        pdf.pages[0].Resources.ColorSpace.C0 = space(pdf)

    return page(content, add)


def separation(name: str):
    return lambda _: Array(
        [Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]))]
    )  # fmt: skip


def icc(count: int, data: bytes = bytes(200)):
    return lambda pdf: Array([Name.ICCBased, pdf.make_stream(data, N=count)])


def own_profile(pdf):
    return Array([Name.ICCBased, pdf.Root.OutputIntents[0].DestOutputProfile])


def shading(space: Name):
    def add(pdf):
        pdf.pages[0].Resources.Shading = Dictionary(
            S0=Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 1, 1]))
        )

    return add


def drawn_glyph(pdf):
    """A Type 3 font of a red square ."""
    pdf.pages[0].Resources.Font.F3 = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 1, 1]),
        FontMatrix=Array([1, 0, 0, 1, 0, 0]),
        FirstChar=97,
        LastChar=98,
        Widths=Array([1, 1]),
        Encoding=Dictionary(Differences=Array([97, Name.a, Name.b])),
        CharProcs=Dictionary(
            a=pdf.make_stream(b"1 0 d0 1 0 0 rg 0 0 1 1 re f"),
        ),
        Resources=Dictionary(),
    )


def mode_nought(pdf):
    pdf.pages[0].Resources.ExtGState.G2 = Dictionary(op=True, OPM=0)


def blank(pdf):
    pdf.pages[0].Contents = pdf.make_stream(WHITE + FULL)


HALF = b"/G1 gs q 72 0 0 72 320 500 cm /X0 Do Q "
"""A picture one inch wide and high."""

CASES = [
    ("rgb-colour", page(b"1 0 0 rg " + FREE)),
    ("rgb-colour", page(b"0 0 0 RG 2 w 320 500 m 400 500 l S ")),
    ("rgb-colour", picture(150, 150, HALF, ColorSpace=Name.DeviceRGB)),
    ("rgb-colour", page(b"q 320 500 50 50 re W n /S0 sh Q ", shading(Name.DeviceRGB))),
    ("rgb-colour", page(b"q 20 0 0 20 320 500 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q ")),
    ("calibrated-colour", spaced(b"/C0 cs 1 0 0 scn " + FREE, icc(3))),
    ("calibrated-colour", spaced(b"/C0 cs 0 0 0 1 scn " + FREE, icc(4))),
    ("calibrated-colour", spaced(b"/C0 cs 50 0 0 scn " + FREE, lambda _: Array([Name.Lab, Dictionary()]))),
    ("calibrated-colour", spaced(b"/C0 cs 0.5 scn " + FREE, lambda _: Array([Name.CalGray, Dictionary()]))),
    ("unknown-operator", page(b"BX 1 2 splash EX ")),
    ("rendering-intent", page(b"/Lovely ri ")),
    ("spot-colours", spaced(b"/C0 cs 1 scn " + FREE, separation("PANTONE 185 C"))),
    ("registration-colour", spaced(b"/C0 cs 1 scn " + FREE, separation("All"))),
    ("small-text", page(BLACK + text(5))),
    ("small-text", page(BLACK + b"q 0.5 0 0 0.5 200 250 cm " + text(11) + b"Q ")),
    ("small-reversed-text", page(WHITE + text(9, b"150 150"))),
    ("small-multicolour-text", page(RED + text(9))),
    ("rich-black-text", page(b"/G1 gs 0.3 0.2 0.2 1 k " + text(14))),
    ("missing-glyph", page(BLACK + text(9, codes=b"<00050000>"))),
    ("missing-glyph", page(BLACK + text(9, codes=b"<0005FF00>"))),
    ("thin-line", page(BLACK + b"0.2 w 320 500 m 400 500 l S ")),
    ("thin-line", page(BLACK + b"0 w 320 500 m 400 500 l S ")),
    ("thin-line", page(BLACK + b"320 500 100 0.2 re f ")),
    ("thin-line", page(BLACK + b"q 0.1 0 0 0.1 0 0 cm 2 w 3200 5000 m 4000 5000 l S Q ")),
    ("thin-tint-line", page(b"0 0 0 0.5 K 0.3 w 320 500 m 400 500 l S ")),
    ("thin-white-line", page(WHITE + b"0.4 w 120 150 m 180 150 l S ")),
    ("thin-multicolour-line", page(RED + b"0.4 w 320 500 m 400 500 l S ")),
    ("low-resolution", picture(90, 90, HALF)),
    ("coarse-picture", picture(120, 120, HALF)),
    ("coarse-picture", picture(300, 120, HALF)),
    ("coarse-line-art", picture(576, 576, HALF, bits=1)),
    ("coarse-line-art", picture(576, 576, BLACK + HALF, bits=1, ImageMask=True, ColorSpace=None)),
    ("black-knocks-out", page(KNOCKED + text(9))),
    ("black-line-knocks-out", page(KNOCKED + b"1 w 320 500 m 400 500 l S ")),
    ("overprint-mode", page(b"/G2 gs 0 0 0 1 k " + text(9), mode_nought)),
    ("white-text-overprints", page(b"/G0 gs 0 0 0 0 k " + text(14, b"150 150"))),
    ("white-area-overprints", page(b"/G0 gs 0 0 0 0 k 120 120 20 20 re f ")),
    ("grey-text", page(b"/G0 gs 0 g " + text(9))),
    ("empty-page", file(blank)),
    ("hidden-text", page(BLACK + b"3 Tr " + text(9))),
    ("hidden-text", page(WHITE + text(14))),
    ("hidden-text", page(BLACK + text(9) + b"/G1 gs 0 0 0 0.1 k 300 490 200 60 re f ")),
    ("off-page-text", page(BLACK + text(9, b"-90 500"))),
    ("off-page-text", page(BLACK + b"q 0 0 50 50 re W n " + text(9) + b"Q ")),
    ("low-line-art", picture(300, 300, HALF, bits=1)),
    ("fine-picture", picture(480, 480, HALF)),
    ("page-is-picture", picture(1200, 1600, b"/G1 gs q 554 0 0 754 23 23 cm /X0 Do Q ")),
    ("rich-black-area", page(b"/G1 gs 0.3 0.2 0.2 1 k " + FREE)),
    ("rich-black-area", page(b"/G1 gs 0 0.5 0 0.9 K 2 w 320 500 m 400 500 l S ")),
    ("grey-line", page(b"/G0 gs 0 G 1 w 320 500 m 400 500 l S ")),
    ("grey-line", page(b"/G1 gs 0 g 320 500 100 1 re f ")),
    ("grey-overprints", page(b"/G0 gs 0.5 g " + FREE)),
    ("grey-overprints", page(b"/G0 gs 0 g " + text(14))),
    ("white-area-overprints", page(b"/G0 gs 1 g " + FREE)),
    ("black-line-knocks-out", page(KNOCKED + b"320 500 100 1 re f ")),
    ("thin-white-line", page(WHITE + b"120 150 60 0.4 re f ")),
    ("thin-multicolour-line", page(RED + b"320 500 100 0.4 re f ")),
    ("thin-tint-line", page(b"0 0 0 0.5 k 320 500 0.3 90 re f ")),
    ("lzw", page(b"/G1 gs q 20 0 0 20 320 500 cm BI /W 1 /H 1 /CS /G /BPC 8 /F [/AHx /LZW] ID 00> EI Q ")),
    ("rendering-intent", picture(200, 200, HALF, Intent=Name.Lovely)),
    ("rgb-colour", page(BLACK + text(20, b"320 500", b"(a)").replace(b"/F0", b"/F3"), drawn_glyph)),
    ("rgb-colour", page(BLACK + b"310 490 100 100 re W n " + text(20, b"320 500", b"(a)").replace(b"/F0", b"/F3"), drawn_glyph)),
    ("hidden-text", page(BLACK + b"7 Tr " + text(9))),
    ("hidden-text", page(b"/G0 gs 0 0 0 1 k " + text(14, b"150 150"))),
    ("hidden-text", picture(300, 300, BLACK + text(9, b"325 510") + HALF)),
    ("outside-printable", page(BLACK + text(9, b"5 500"))),
    ("outside-printable", page(BLACK + b"0 300 100 100 re f ")),
]  # fmt: skip


@pytest.mark.parametrize("standard", BOTH_X)
@pytest.mark.parametrize(
    ("rule", "made"),
    CASES,
    ids=[f"{rule}-{number}" for number, (rule, _) in enumerate(CASES)],
)
def test_each_breach_names_its_rule(judged, rule, made, standard):
    assert rules(judged(made(standard), standard)) == [rule]


def test_the_presss_own_profile_in_content_breaks_either_standard(judged):
    made = spaced(b"/C0 cs 0 0 0 1 scn " + FREE, own_profile)
    assert rules(judged(made(X4), X4)) == ["same-profile"]
    assert rules(judged(made(X1A), X1A)) == ["calibrated-colour"]


SOUND = {
    "black text that overprints": BLACK + text(9),
    "large black text that knocks out": KNOCKED + text(14),
    "reversed text of size enough": WHITE + text(10, b"150 150"),
    "large coloured text": RED + text(10),
    "a hairline of a quarter point": BLACK + b"0.25 w 320 500 m 400 500 l S ",
    "a white rectangle": WHITE + FREE,
    "text turned and scaled": BLACK
    + b"BT /F0 1 Tf 0 -9 9 0 320 500 Tm [<0005> -500 <0006>] TJ ET ",
    "text that stands out of what has its colour": BLACK
    + b"325 495 9 20 re f "
    + text(9),
    "an empty string": BLACK + b"BT /F0 2 Tf 320 500 Td () Tj ET ",
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_not_told(judged, name):
    assert rules(judged(drawn(SOUND[name]), X4)) == []


def test_a_picture_under_text_is_no_page_of_pixels(judged):
    ground = b"/G1 gs q 554 0 0 754 23 23 cm /X0 Do Q " + BLACK + text(9)
    assert rules(judged(picture(1200, 1600, ground)(X4))) == []


@pytest.mark.parametrize("key", ["SMask", "Mask"])
def test_masks_of_pictures_have_spaces_too(judged, key):
    def add(pdf):
        for name in ("M", "X0"):
            one = pdf.make_stream(bytes(90_000), Type=Name.XObject, Subtype=Name.Image)
            one.Width, one.Height, one.BitsPerComponent = 300, 300, 8
            one.ColorSpace = Name.DeviceGray
            pdf.pages[0].Resources.XObject[f"/{name}"] = one
        mask = pdf.pages[0].Resources.XObject.M
        mask.ColorSpace = Array([Name.CalGray, Dictionary()])
        pdf.pages[0].Resources.XObject.X0[f"/{key}"] = mask

    assert rules(judged(drawn(HALF, add), X4)) == ["calibrated-colour"]


def test_forms_are_looked_into(judged):
    def add(pdf):
        form = pdf.make_stream(b"1 0 0 rg 0 0 10 10 re f 0 0 9 0.1 re f")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, 100, 100])
        form.Matrix = Array([2, 0, 0, 2, 300, 500])
        pdf.pages[0].Resources.XObject.X0 = form

    report = judged(drawn(b"q 1 0 0 1 10 10 cm /X0 Do Q ", add))
    assert rules(report) == ["rgb-colour", "thin-line"]
    first = report.findings[0].places[0]
    assert (first.x, first.y) == (310 * PT, (800 - 510 - 20) * PT)


def test_what_a_forms_own_bounds_leave_out_is_not_lost_text(judged):
    """As the slug of a page on a sheet; what a clip leaves out is."""

    def add(pdf):
        form = pdf.make_stream(BLACK + text(9, b"0 500") + text(9, b"0 20"))
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, 100, 100])
        form.Resources = pdf.pages[0].Resources
        pdf.pages[0].Resources.XObject.X0 = form

    placed = b"q 1 0 0 1 300 300 cm %b/X0 Do Q "
    assert rules(judged(drawn(placed % b"", add), X4)) == []
    clipped = placed % b"0 60 40 40 re W n "
    assert rules(judged(drawn(clipped, add), X4)) == ["off-page-text"]


def test_a_form_that_shows_itself_ends(judged):
    def add(pdf):
        form = pdf.make_stream(b"/X0 Do /X0 Do")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, 100, 100])
        form = pdf.make_indirect(form)
        form.Resources = Dictionary(XObject=Dictionary(X0=form))
        pdf.pages[0].Resources.XObject.X0 = form

    assert rules(judged(drawn(b"/X0 Do ", add))) == []


def test_one_spot_more_than_the_shop_prints(judged):
    contents = spaced(b"/C0 cs 1 scn " + FREE, separation("PANTONE 185 C"))(X4)
    assert rules(judged(contents, spots=1)) == []
    (finding,) = judged(contents).findings
    assert finding.object == "PANTONE 185 C"
    assert finding.allowed.en == "at most 0"


def test_a_page_printed_in_black_has_no_colour(judged):
    assert rules(judged(good(), inks_by_page={1: "K"})) == []


LIMITED: list[tuple[str, Made, dict[str, object]]] = [
    ("page-plates", page(RED + FREE), {"inks_by_page": {1: "K"}}),
    ("black-limit", page(b""), {"black_max": 950}),
]
"""What is wrong at one print shop only."""


@pytest.mark.parametrize("standard", BOTH_X)
@pytest.mark.parametrize(("rule", "made", "limits"), LIMITED)
def test_each_breach_of_a_shops_limits(judged, rule, made, limits, standard):
    contents = made(standard)
    assert rules(judged(contents, standard)) == []
    assert rules(judged(contents, standard, **limits)) == [rule]


def test_deep_black_is_the_presss(judged):
    contents = drawn(b"/G1 gs 0.3 0.2 0.2 1 k " + FREE)
    assert rules(judged(contents)) == ["rich-black-area"]
    assert rules(judged(contents, rich_black=Ink(300, 200, 200, 1000))) == []
    (finding,) = judged(contents, rich_black=Ink(300, 200, 100, 1000)).findings
    assert (finding.measured.en, finding.allowed.en) == (
        "C30 M20 Y20 K100",
        "C30 M20 Y10 K100",
    )


def test_pictures_may_bleed_where_the_press_trims(judged):
    contents = drawn(BLACK + b"0 300 100 100 re f ")
    assert rules(judged(contents)) == ["outside-printable"]
    assert rules(judged(contents, bleed=3 * MM)) == []


def with_texts(pdf):
    """Glyph 4 reads as a bullet, 5 as a Latin letter, 6 as a Han character."""
    cmap = b"3 beginbfchar <0004> <25A0> <0005> <0061> <0006> <4E00> endbfchar"
    pdf.pages[0].Resources.Font.F0.ToUnicode = pdf.make_stream(cmap)


def test_printers_marks_outside_the_bleed_are_not_judged(judged):
    def larger(pdf):
        pdf.pages[0].obj.MediaBox = Array([-50, -50, 650, 850])

    marks = b"/G1 gs 1 1 1 1 K 0.25 w -40 0 m -10 0 l S "
    slug = KNOCKED + text(5, b"100 820") + b"/G1 gs 0 0 0 0.5 k -40 300 20 20 re f "
    assert rules(judged(drawn(marks + slug, larger))) == []
    inside = b"/G1 gs 1 1 1 0 K 0.25 w 320 600 m 350 600 l S "
    assert rules(judged(drawn(inside, larger))) == ["thin-multicolour-line"]


def test_readings_beside_characters_may_be_smaller(judged):
    han = b"BT /F0 9 Tf 320 500 Td <0006> Tj ET "
    reading = b"BT /F0 4.5 Tf 320 509 Td <0005> Tj ET "
    far = b"BT /F0 4.5 Tf 320 600 Td <0005> Tj ET "
    small_han = b"BT /F0 4.5 Tf 320 509 Td <0006> Tj ET "
    tinier = b"BT /F0 3 Tf 320 509 Td <0005> Tj ET "
    told = {
        name: rules(judged(drawn(BLACK + han + one, with_texts)))
        for name, one in {
            "reading": reading,
            "far": far,
            "small": small_han,
            "tiny": tinier,
        }.items()
    }
    small = ["small-text"]
    assert told == {"reading": [], "far": small, "small": small, "tiny": small}


def test_bullets_are_signs_and_no_text_that_is_read(judged):
    def told(code: bytes) -> list[str]:
        return rules(
            judged(
                drawn(
                    BLACK + b"BT /F0 5 Tf 320 500 Td <" + code + b"> Tj ET ", with_texts
                )
            )
        )

    assert told(b"0004") == []
    assert told(b"00040005") == told(b"0005") == ["small-text"]


def test_a_finding_says_what_where_and_how_much(judged):
    (finding,) = judged(drawn(BLACK + text(5), with_texts)).findings
    assert finding.object == "“a一” PressTest"
    assert (finding.measured.en, finding.allowed.en) == ("5.0pt", "at least 6pt")
    assert finding.page == 1
    (place,) = finding.places
    assert (place.width, place.height) == (10 * PT, 5 * PT)
    assert place.x == 320 * PT
    told = finding.as_json()
    assert told["places_mm"] == [
        {"x": 112.89, "y": 104.28, "width": 3.53, "height": 1.76}
    ]


def test_many_places_of_a_page_are_one_finding(judged):
    shown = b"".join(text(5, b"320 %d" % y) for y in range(400, 700, 20))
    (finding,) = judged(drawn(BLACK + shown)).findings
    assert finding.count == len(finding.places) == 15


def test_limits_are_the_presss(judged, press: PressSpec):
    contents = drawn(BLACK + text(9))
    assert rules(judged(contents, text_minimum=10 * PT)) == ["small-text"]
    thicker = drawn(BLACK + b"0.5 w 320 500 m 400 500 l S ")
    assert rules(judged(thicker, line_minimum=PT)) == ["thin-line"]
    assert press.text_minimum == 6 * PT
