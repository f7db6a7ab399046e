"""Sheets looked at with pikepdf and pdfium, which have no part in making them."""

import json
import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from pikepdf import Array, Dictionary, Name
from tests.unit.preflight.files import XMP
from tests.unit.shop.papers import BLEED, HEIGHT, WIDTH, noted, paper

from printpress.cli import main
from printpress.diagnostics import PressError
from printpress.shop.impose import Plan, _Press, impose
from printpress.units import PT


def opened(contents: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(contents))


def greys(contents: bytes, *at: tuple[float, float]) -> list[list[int]]:
    """For each page, which page's grey stands at points from its top left; 0: none."""
    found = []
    document = pypdfium2.PdfDocument(contents)
    for page in document:
        picture = page.render(scale=1).to_pil().convert("L")
        row = [round((255 - picture.getpixel(point)) / 255 * 20) for point in at]
        found.append(row)
    document.close()
    return found


LEFT, RIGHT = (BLEED + 50, 200), (BLEED + WIDTH + 50, 200)


def test_pages_stand_at_their_places_of_each_sheet():
    made = impose(paper([1] * 8), Plan(), "whole.pdf")
    assert greys(made.contents, LEFT, RIGHT) == [[8, 1], [2, 7], [6, 3], [4, 5]]


def test_right_hand_binding_mirrors_them():
    made = impose(paper(), Plan(binding="right"), "whole.pdf")
    assert greys(made.contents, LEFT, RIGHT) == [[1, 4], [3, 2]]


def test_blank_pages_are_paper():
    made = impose(paper([1] * 3), Plan(), "whole.pdf")
    assert greys(made.contents, LEFT, RIGHT) == [[3, 1], [2, 0]]


def test_a_full_pages_picture_is_taken_along():
    with opened(paper()) as pdf:
        long = pdf.make_stream(bytes(76_000_000))
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Long=long))
        out = BytesIO()
        pdf.save(out, compress_streams=False)
    made = impose(out.getvalue(), Plan(), "whole.pdf")
    with opened(made.contents) as sheets:
        longest = max(
            len(each.read_bytes())
            for each in sheets.objects
            if isinstance(each, pikepdf.Stream)
        )
    assert longest == 76_000_000


@pytest.mark.parametrize("part", ["_form", "_said_again"])
def test_a_fault_of_ours_is_not_told_of_the_file(monkeypatch, part):
    class OurOwnError(Exception):
        """Raised by nobody else."""

    def faulty(*_):
        raise OurOwnError

    monkeypatch.setattr(_Press, part, faulty)
    with pytest.raises(OurOwnError):
        impose(paper(), Plan(), "whole.pdf")


def test_boxes_are_those_of_the_sheet():
    pdf = opened(impose(paper(), Plan(), "whole.pdf").contents)
    for page in pdf.pages:
        outer = [0, 0, 2 * WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED]
        assert [float(edge) for edge in page.MediaBox] == outer
        assert [float(edge) for edge in page.BleedBox] == outer
        assert [float(edge) for edge in page.TrimBox] == [
            *(BLEED, BLEED, BLEED + 2 * WIDTH, BLEED + HEIGHT)
        ]
        assert "/CropBox" not in page.obj
        assert "/Rotate" not in page.obj


def test_bleed_shows_outside_and_never_over_the_fold():
    fold = BLEED + WIDTH
    made = impose(paper(), Plan(), "whole.pdf")
    outside, near = [(2, 200), (2 * fold - 3, 200)], [(fold - 2, 9), (fold + 1, 9)]
    assert greys(made.contents, *outside, *near) == [[4, 1, 4, 1], [2, 3, 2, 3]]


def test_creep_moves_inner_sheets_to_the_fold_and_cuts_there():
    made = impose(paper([1] * 8, bleed=0), Plan(creep=12 * PT), "whole.pdf")
    edges = (
        (2, 200),
        (14, 200),
        (WIDTH - 2, 200),
        (WIDTH + 1, 200),
        (2 * WIDTH - 3, 200),
    )
    assert greys(made.contents, *edges) == [
        [8, 8, 8, 1, 1],
        [2, 2, 2, 7, 7],
        [0, 6, 6, 3, 0],
        [0, 4, 4, 5, 0],
    ]


@pytest.mark.parametrize("binding", ["left", "right"])
def test_a_spread_counts_as_two_pages_and_stays_whole_in_the_middle(binding):
    made = impose(paper([1, 2, 1]), Plan(binding=binding, creep=5 * PT), "whole.pdf")
    cover = [3, 1] if binding == "left" else [1, 3]
    assert greys(made.contents, LEFT, RIGHT) == [cover, [2, 2]]
    pdf = opened(made.contents)
    assert len(pdf.pages[1].Resources.XObject) == 1


def test_a_spread_off_the_middle_is_cut_in_two():
    made = impose(paper([1, 2, 2, 1, 1, 1]), Plan(), "whole.pdf")
    assert greys(made.contents, LEFT, RIGHT) == [[6, 1], [2, 5], [4, 2], [3, 3]]


def test_readers_see_the_front_page_alone():
    made = impose(paper([1, 1, 1, 1, 1]), Plan(spreads="reader"), "whole.pdf")
    pages = opened(made.contents).pages
    assert [float(page.TrimBox[2]) - BLEED for page in pages] == [
        *(WIDTH, 2 * WIDTH, 2 * WIDTH)
    ]
    right = (BLEED + WIDTH - 5, 200)
    assert greys(made.contents, LEFT, right)[0] == [1, 1]


@pytest.mark.parametrize(
    ("turn", "x", "y"),
    [
        (90, 10, 10),
        (180, WIDTH - 10, 10),
        (270, WIDTH - 10, HEIGHT - 10),
        (-90, WIDTH - 10, HEIGHT - 10),
    ],
)
def test_pages_turned_by_rotate_stand_upright(turn, x, y):
    """The first corner of each page, the lower left one, is marked in black."""

    def turned(pdf):
        across, down = (HEIGHT, WIDTH) if turn % 180 else (WIDTH, HEIGHT)
        for page in pdf.pages:
            page.obj.MediaBox = Array([0, 0, across, down])
            page.obj.TrimBox = page.obj.BleedBox = page.obj.MediaBox
            page.obj.Rotate = turn
            page.contents_add(b"0 g 0 0 20 20 re f")

    made = impose(paper(bleed=0, change=turned), Plan(), "whole.pdf")
    assert made.trim == (WIDTH * PT, HEIGHT * PT)
    middles = (50, 200), (WIDTH + 50, 200)
    assert greys(made.contents, *middles, (x, y), (WIDTH + x, y)) == [
        [4, 1, 20, 20],
        [2, 3, 20, 20],
    ]


def _stamped(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(
        XMP.encode(), Type=Name.Metadata, Subtype=Name.XML
    )
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                S=Name.GTS_PDFX,
                OutputConditionIdentifier="CGATS TR 002",
                DestOutputProfile=pdf.make_stream(b"a profile", N=4),
            )
        ]
    )


def test_what_makes_it_pdf_x_is_written_again():
    pages = paper(change=_stamped)
    made = impose(pages, Plan(), "whole.pdf")
    pdf, before = opened(made.contents), opened(pages)
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.OutputConditionIdentifier) == "CGATS TR 002"
    assert intent.DestOutputProfile.read_bytes() == b"a profile"
    packet = pdf.Root.Metadata.read_raw_bytes().decode()
    assert "Filter" not in pdf.Root.Metadata
    own = packet[packet.index("uuid:") :].split("<")[0]
    assert packet.replace(own, "uuid:1") == before.Root.Metadata.read_bytes().decode()
    assert "<xmpMM:DocumentID>uuid:1<" not in packet
    assert dict(pdf.docinfo) == {"/Title": "溪桥晨报", "/Trapped": Name("/False")}
    assert made.standard == "PDF/X-4"


def test_the_same_asked_gives_the_same_bytes_and_another_another_document():
    pages = paper(change=_stamped)
    once = impose(pages, Plan(), "whole.pdf").contents
    assert impose(pages, Plan(), "elsewhere.pdf").contents == once
    other = impose(pages, Plan(binding="right"), "whole.pdf").contents
    first, second = opened(once), opened(other)
    names = [
        pdf.Root.Metadata.read_bytes().split(b"uuid:")[1] for pdf in (first, second)
    ]
    assert names[0] != names[1]
    assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])


def test_a_group_of_transparency_is_kept_only_where_there_is_one():
    def group(pdf):
        pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)

    pdf = opened(impose(paper(change=group), Plan(), "whole.pdf").contents)
    forms = pdf.pages[0].Resources.XObject
    assert "/Group" not in forms.P0
    assert str(forms.P1.Group.CS) == "/DeviceCMYK"


def refused(contents: bytes, plan: Plan | None = None) -> tuple[str, str]:
    with pytest.raises(PressError) as caught:
        impose(contents, plan or Plan(), "whole.pdf")
    (told,) = caught.value.diagnostics
    return told.code, told.what.en


def test_pages_in_units_of_their_own_are_refused():
    def coarse(pdf):
        pdf.pages[1].obj.UserUnit = 2

    assert refused(paper(change=coarse))[0] == "unreadable-file"


def test_pages_of_another_size_are_refused_by_number():
    def taller(pdf):
        box = Array([0, 0, WIDTH, HEIGHT + 9])
        for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
            pdf.pages[2].obj[key] = box

    code, what = refused(paper(bleed=0, change=taller))
    assert code == "not-imposable"
    assert what.startswith("whole.pdf: page 3 is 105.83mm × 144.29mm, the others are")


def test_too_many_pages_are_refused():
    assert refused(paper([1] * 65)) == (
        "not-imposable",
        "whole.pdf: with blank pages there are 68 pages",
    )


def test_a_spread_on_an_odd_page_is_refused():
    told = ("not-imposable", "whole.pdf: the spread on page 3 would not face itself")
    assert refused(paper([1, 1, 2])) == told
    assert refused(paper([1, 1, 2]), Plan(spreads="reader")) == told


def _locked() -> bytes:
    out = BytesIO()
    locked = pikepdf.Encryption(owner="a", user="")
    opened(paper()).save(out, encryption=locked)
    return out.getvalue()


@pytest.mark.parametrize(
    "contents", [b"", b"%PDF-1.6\n", b"no PDF", paper()[:300], _locked()]
)
def test_damaged_and_locked_files_are_told(contents):
    assert refused(contents) == (
        "unreadable-file",
        "whole.pdf: the PDF cannot be read",
    )


def _no_such_filter(pdf):
    drawn = pdf.make_stream(b"0 g")
    drawn.write(b"0 g", filter=Name("/Nonsense"))
    pdf.pages[2].obj.Contents = drawn


def _turned_a_little(pdf):
    pdf.pages[2].obj.Rotate = 45


@pytest.mark.parametrize("change", [_no_such_filter, _turned_a_little])
def test_damage_that_shows_only_when_pages_are_placed_is_told(change):
    assert refused(paper(change=change))[0] == "unreadable-file"


def test_a_fault_of_ours_is_not_told_as_damage(tmp_path, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    file = tmp_path / "whole.pdf"
    file.write_bytes(paper())
    monkeypatch.setattr("printpress.shop.impose.inward", broken)
    code, said = run(file)
    assert code == 70
    assert "error[bug]" in said
    (report,) = re.findall(r"\S*printpress-bug-\S*", said)
    Path(report).unlink()
    assert [each.name for each in tmp_path.iterdir()] == ["whole.pdf"]


def test_notes_upon_pages_are_told():
    made = impose(paper(change=noted(2)), Plan(), "whole.pdf")
    (told,) = made.found
    assert told.code == "annotation-left-out"
    assert told.what.en == (
        "whole.pdf: notes, links or fields on pages 2 are not imposed"
    )
    assert impose(paper(), Plan(), "whole.pdf").found == ()


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["impose", *map(str, words), "--lang", "en"])
    return done.exit_code, done.output


def test_the_command_writes_sheets_and_their_ticket(tmp_path):
    file = tmp_path / "whole.pdf"
    file.write_bytes(paper([1] * 6))
    code, said = run(file, "--creep", "0.1mm", "--blanks", "6, 7")
    assert code == 0, said
    sheets = tmp_path / "whole-printer.pdf"
    ticket = json.loads((tmp_path / "whole-printer.ticket.json").read_text("utf-8"))
    assert ticket["blank_pages"] == [6, 7]
    assert ticket["creep_mm"] == 0.1
    assert ticket["sides"][2] == {
        "file_page": 3,
        "sheet": 2,
        "face": "front",
        "inward_mm": 0.1,
        "left": 6,
        "right": 3,
        "blank": [6],
    }
    assert ticket["file"]["name"] == "whole-printer.pdf"
    assert len(ticket["file"]["sha256"]) == 64
    before = sheets.read_bytes()
    assert run(file, "--creep", "0.1mm", "--blanks", "6,7")[0] == 0
    assert sheets.read_bytes() == before


def test_spreads_of_readers_have_no_sheets(tmp_path):
    file = tmp_path / "whole.pdf"
    file.write_bytes(paper())
    out = tmp_path / "seen.pdf"
    assert run(file, "--spreads", "reader", "--out", out)[0] == 0
    ticket = json.loads((tmp_path / "seen.ticket.json").read_text("utf-8"))
    assert ticket["sides"][0] == {
        "file_page": 1,
        "left": None,
        "right": 1,
        "blank": [],
    }


@pytest.mark.parametrize(
    "options",
    [
        ("--creep", "3mm"),
        ("--creep", "0.1"),
        ("--creep", "-1mm"),
        ("--blanks", "6;7"),
        ("--out", "whole.pdf"),
    ],
)
def test_a_wrong_command_line_writes_nothing(options, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "whole.pdf"
    file.write_bytes(paper())
    assert run(file, *options)[0] == 2
    assert [each.name for each in tmp_path.iterdir()] == ["whole.pdf"]


def test_errors_end_with_1_and_write_nothing(tmp_path):
    file = tmp_path / "whole.pdf"
    file.write_bytes(b"no PDF")
    code, said = run(file)
    assert (code, "unreadable-file" in said) == (1, True)
    assert [each.name for each in tmp_path.iterdir()] == ["whole.pdf"]
