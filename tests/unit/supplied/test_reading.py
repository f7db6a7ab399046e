"""What is taken over of a supplied page, and files that are none."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adverts import (
    PAGE,
    advert,
    changed,
    in_cmyk_jpeg,
    in_lzw,
    in_spot,
    locked,
    packed,
    turned,
    with_junk,
    with_old_form,
    with_picture,
)

from printpress.supplied import copying, reading
from printpress.supplied.faults import SuppliedError
from printpress.supplied.reading import page_in
from printpress.units import MM, PT


def taken(contents):
    return page_in(contents, "rice.pdf")


def words_of(page):
    return b"".join(p for o in page.objects for p in o.parts if isinstance(p, bytes))


def refusal(contents):
    with pytest.raises(SuppliedError) as caught:
        taken(contents)
    return caught.value.rule


def test_a_page_is_as_large_as_its_trim_and_brings_what_it_needs():
    page = taken(advert())
    assert abs(page.size.width - PAGE[0] * MM) < 200
    assert abs(page.size.height - PAGE[1] * MM) < 200
    assert b"/Font " in page.objects[0].parts[0]
    assert b"/FontFile2 " in words_of(page)
    assert (page.spots, page.plates, page.group) == ((), ("M", "Y", "K"), None)


def test_how_a_file_is_packed_makes_no_difference():
    plain = taken(advert())
    assert taken(packed(advert())) == plain
    assert taken(in_lzw(advert())) == plain
    assert b"LZW" in in_lzw(advert())


def test_boxes_may_begin_anywhere():
    page, away = taken(advert()), taken(advert(origin=(300, -40)))
    assert away.size == page.size
    assert away.matrix == (1, 0, 0, 1, -300 * PT, 40 * PT)


@pytest.mark.parametrize(
    ("turn", "corner"),
    # The page's own left foot is seen at the left head, the right head, the right foot.
    [(90, (0, 1)), (180, (1, 1)), (270, (1, 0))],
)
def test_a_turned_page_is_as_it_is_seen(turn, corner):
    page = taken(turned(advert(origin=(7, 9)), turn))
    a, b, c, d, e, f = page.matrix
    left, foot, right, head = page.box
    seen = [
        (a * x + c * y + e, b * x + d * y + f) for x, y in ((left, foot), (right, head))
    ]
    wide, high = page.size.width, page.size.height
    assert seen[0] == (corner[0] * wide, corner[1] * high)
    assert seen[1] == (wide - seen[0][0], high - seen[0][1])


@pytest.mark.parametrize("named", ["ArtBox", "CropBox", "MediaBox"])
def test_without_a_trim_the_next_box_tells_the_size(named):
    def only(pdf):
        page = pdf.pages[0]
        box = page.TrimBox
        for key in ("/TrimBox", "/BleedBox"):
            del page.obj[key]
        page.obj[f"/{named}"] = box

    assert taken(changed(advert(), only)).size == taken(advert()).size


def test_what_lies_about_a_page_stays_behind():
    page = taken(with_junk(with_old_form(advert())))
    words = words_of(page)
    for junk in (b"PieceInfo", b"StructParents", b"Private", b"/Type /Metadata"):
        assert junk not in words
    assert not any(b"SECRET" in (o.stream or b"") for o in page.objects)
    assert (
        len(page.objects) <= len(taken(with_old_form(advert())).objects) + 2
    )  # empty places


def test_a_form_without_resources_gets_those_of_its_page():
    page = taken(with_old_form(advert()))
    (form,) = (
        o
        for o in page.objects
        if any(b"/Form" in p for p in o.parts if p != 0 and isinstance(p, bytes))
    )
    at = next(
        n
        for n, p in enumerate(form.parts)
        if isinstance(p, bytes) and p.endswith(b"/Resources ")
    )
    assert form.parts[at + 1] == 0


def test_pictures_stay_packed_by_their_codec_and_other_filters_go():
    page = taken(advert(in_cmyk_jpeg))
    (picture,) = (o for o in page.objects if o.packed)
    assert b"/Filter [/DCTDecode ]" in b"".join(
        p for p in picture.parts if isinstance(p, bytes)
    )
    assert picture.stream is not None
    assert picture.stream.startswith(b"\xff\xd8")
    assert page.plates == ("C", "M", "Y", "K")


def test_spot_colours_are_named():
    assert taken(advert(in_spot("GOLD 1"))).spots == ("GOLD 1",)


def test_files_that_cannot_be_placed():
    assert refusal(b"hello") == "unreadable-file"
    assert refusal(advert()[:900]) == "unreadable-file"
    assert refusal(locked(advert())) == "encrypted"
    assert refusal(locked(advert(), "secret")) == "encrypted"
    assert refusal(advert(pages=2)) == "one-page"

    def askew(pdf):
        pdf.pages[0].Rotate = 45

    assert refusal(changed(advert(), askew)) == "unreadable-file"

    def flat(pdf):
        pdf.pages[0].TrimBox = [0, 0, 0, 10]

    assert refusal(changed(advert(), flat)) == "unreadable-file"


def test_what_no_advert_needs_is_refused(monkeypatch):
    monkeypatch.setattr(copying, "MOST_OBJECTS", 3)
    assert refusal(advert()) == "advert-too-large"
    monkeypatch.undo()
    monkeypatch.setattr(copying, "MOST_BYTES", 9000)
    assert refusal(advert()) == "advert-too-large"

    def deep(pdf):
        inner = pikepdf.Array([])
        for _ in range(90):
            inner = pikepdf.Array([inner])
        pdf.pages[0].Resources.Pattern = inner

    monkeypatch.undo()
    assert refusal(changed(advert(), deep)) == "advert-too-large"


def test_a_picture_of_a_full_page_is_taken():
    """A broadsheet page in CMYK at 300 ppi, which is more than pypdf unpacks itself."""
    page = taken(with_picture(4200, 4700))
    assert max(len(one.stream or b"") for one in page.objects) == 4200 * 4700 * 4


def test_objects_in_a_ring_are_taken_once():
    def ring(pdf):
        one = pdf.make_indirect(pikepdf.Dictionary())
        one.Self = one
        pdf.pages[0].Resources.Ring = one

    page = taken(changed(advert(), ring))
    (loop,) = (o for o in page.objects if b"<</Self " in o.parts)
    assert page.objects[loop.parts[1]] is loop


SOUND = advert()


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=6)
)
def test_a_damaged_file_is_read_or_refused(damage):
    written = bytearray(SOUND)
    for at, byte in damage:
        written[at] = byte
    try:
        page = taken(bytes(written))
    except SuppliedError:
        return
    assert page.size.width > 0
    numbers = {p for o in page.objects for p in o.parts if isinstance(p, int)}
    assert numbers <= set(range(len(page.objects)))


def test_the_same_file_gives_the_same_objects():
    assert taken(advert()) == taken(BytesIO(advert()).getvalue())


def drawn(content: bytes, resources: str = "") -> bytes:
    """The advert with that content alone and those resources."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(content)
        page.Resources = pikepdf.Object.parse(f"<<{resources}>>".encode())

    return changed(advert(), change, as_it_is=True)


TINT = "<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1]>>"


@pytest.mark.parametrize(
    ("content", "resources", "plates", "spots"),
    [
        (b"0 0 0 1 k", "", "K", ()),
        (b"0 .5 0 0 k", "", "MK", ()),
        (b"0 0 .5 0 K", "", "YK", ()),
        (b"/DeviceCMYK cs 0 0 0 1 sc", "", "CMYK", ()),
        (b"/S cs", "/ColorSpace <</S /DeviceCMYK>>", "CMYK", ()),
        (
            b"/S cs",
            f"/ColorSpace <</S [/Separation /Cyan /DeviceCMYK {TINT}]>>",
            "CK",
            (),
        ),
        (
            b"/S cs",
            f"/ColorSpace <</S [/DeviceN [/Magenta /Gold] /DeviceCMYK {TINT}]>>",
            "MK",
            ("Gold",),
        ),
    ],
)
def test_plates_are_those_that_its_inks_need(content, resources, plates, spots):
    page = taken(drawn(content, resources))
    assert (page.plates, page.spots) == (tuple(plates), spots)


def test_plates_of_forms_count_too():
    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"1 0 0 0 k 0 0 9 9 re f")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(b"/OC Do")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(OC=form))

    page = taken(changed(advert(), change, as_it_is=True))
    assert page.plates == ("C", "K")
    assert b"/OC " in words_of(page)  # its name, which is none of the file's own


def test_how_a_codec_packed_a_picture_is_taken_along():
    def change(pdf: pikepdf.Pdf) -> None:
        fax = pikepdf.Stream(
            pdf,
            b"\0\1\2",
            pikepdf.Dictionary(
                Subtype=pikepdf.Name.Image,
                Filter=pikepdf.Name.CCITTFaxDecode,
                DecodeParms=pikepdf.Dictionary(K=-1, Columns=24),
            ),
        )
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(F=pdf.make_indirect(fax))

    words = words_of(taken(changed(advert(), change, as_it_is=True)))
    assert b"/CCITTFaxDecode" in words
    assert b"/K -1" in words


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    file = tmp_path / "rice.pdf"
    file.write_bytes(advert())
    assert reading.read_page(file, "rice.pdf") == taken(advert())
    monkeypatch.setattr(reading, "LARGEST_FILE", len(advert()) - 1)
    with pytest.raises(SuppliedError) as caught:
        reading.read_page(file, "rice.pdf")
    assert caught.value.rule == "advert-too-large"
