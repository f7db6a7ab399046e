"""The sample issue's PDF, judged by other people's programs."""

import re
from itertools import pairwise

import pytest
from PIL import Image, ImageFilter

from printpress.geometry import Rect
from printpress.makeup.placed import Patch, PlacedPicture, SetLine
from printpress.units import PT
from tests.printed.programs import Char, characters, said, squeezed

NOT_FIRST = set("、，。．：；！？…”’）］｝〕〉》」』】〗·～／/%％‰℃°")
NOT_LAST = set("“‘（［｛〔〈《「『【〖")
HALF_MARKS = set("、，。．：；！？”’）］｝〕〉》」』】〗")
TOLERANCE = 0.05
PAGES = tuple(range(1, 9))


@pytest.mark.needs_qpdf
def test_qpdf_finds_no_fault(sample):
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", sample.pdf)


@pytest.mark.needs_poppler
def test_every_font_is_embedded_cut_down_and_readable(sample):
    rows = said("pdffonts", sample.pdf).splitlines()[2:]
    assert len(rows) >= 5
    for row in rows:
        found = re.search(r"(yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", row)
        assert found, row
        assert found.groups() == ("yes", "yes", "yes"), row
        assert "CID TrueType" in row


@pytest.mark.needs_poppler
def test_every_page_has_its_boxes(sample):
    told = said("pdfinfo", "-box", "-f", 1, "-l", PAGES[-1], sample.pdf)
    boxes = re.findall(r"Page +(\d) (\w+Box): +([\d. ]+)", told)
    trim = sample.spec.house.page.trim
    for page in PAGES:
        mine = {name: values.split() for n, name, values in boxes if int(n) == page}
        for name in ("MediaBox", "BleedBox", "TrimBox"):
            x, y, right, top = map(float, mine[name])
            assert (x, y) == (0, 0)
            assert abs(right - trim.width / PT) <= 0.01
            assert abs(top - trim.height / PT) <= 0.01


@pytest.mark.needs_poppler
@pytest.mark.parametrize("page", PAGES)
def test_every_story_reads_whole_and_in_order(sample, page):
    told = squeezed(said("pdftotext", "-raw", "-f", page, "-l", page, sample.pdf, "-"))
    copy = sample.made.issue.pages[page - 1]
    stories = [story for placed in copy.stories.values() for story in placed]
    assert stories
    for story in stories:
        body = squeezed("".join(p.text for p in story.paragraphs))
        for jump in sample.made.issue.jumps:
            if jump.story == story.id:
                there = said("pdftotext", "-raw", "-f", jump.to_page, "-l", jump.to_page,
                             sample.pdf, "-")  # fmt: skip
                body = before_the_jump(body, squeezed(there))
        assert body in told, story.id


def before_the_jump(body: str, there: str) -> str:
    """What is left for the first page where the end of the copy stands on another."""
    rest = next(at for at in range(len(body)) if body[at:] in there)
    assert 0 < rest < len(body)
    return body[:rest]


@pytest.mark.needs_mutool
def test_two_readers_agree_on_the_text(sample):
    import pypdfium2

    document = pypdfium2.PdfDocument(sample.pdf)
    for page, drawn in zip(PAGES, document, strict=True):
        text = drawn.get_textpage().get_text_bounded()
        theirs = sorted(squeezed("".join(c.char for c in characters(sample.pdf, page))))
        assert sorted(squeezed(text.replace("\ufffe", ""))) == theirs
    document.close()


@pytest.mark.needs_poppler
@pytest.mark.needs_zbar
def test_zbar_reads_the_qr_code_of_the_rendered_page(sample, tmp_path):
    said("pdftoppm", "-r", 200, "-f", 1, "-l", 1, "-png", sample.pdf, tmp_path / "p")
    (page,) = tmp_path.glob("p*.png")
    told = said("zbarimg", "--quiet", "--raw", page)
    assert told.strip() == sample.spec.editions[0].qr_url


def test_zxing_reads_the_qr_code_of_the_rendered_page(sample):
    import pypdfium2
    import zxingcpp

    document = pypdfium2.PdfDocument(sample.pdf)
    picture = document[0].render(scale=200 / 72).to_pil().convert("L")
    document.close()
    for shown in (picture, picture.point(lambda light: 255 * (light > 127))):
        (found,) = zxingcpp.read_barcodes(shown)
        assert found.text == sample.spec.editions[0].qr_url


@pytest.mark.needs_ghostscript
def test_no_spot_on_any_page_holds_more_ink_than_the_press_bears(sample, tmp_path):
    said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r36",
        f"-sOutputFile={tmp_path / 'page%d.tif'}", sample.pdf,
    )  # fmt: skip
    limit = sample.spec.press.tac / 1000
    square = round(sample.spec.press.tac_window / (PT * 72) * 36)
    for page in PAGES:
        plates = [
            Image.open(tmp_path / f"page{page}({name}).tif").convert("L")
            for name in ("Cyan", "Magenta", "Yellow", "Black")
        ]
        # Black lines printed over a colour pass the limit, but over no area.
        most = max(
            sum(255 - light for light in spot)
            for spot in zip(*(plate.tobytes() for plate in plates), strict=True)
            if spot[3] > 0
        )
        assert most / 255 <= limit + 0.02
        means = (plate.filter(ImageFilter.BoxBlur(square // 2)) for plate in plates)
        spots = zip(*(mean.tobytes() for mean in means), strict=True)
        assert max(4 * 255 - sum(spot) for spot in spots) / 255 <= limit + 0.02


@pytest.fixture(scope="session")
def body_lines(sample):
    """(page, line as set, its characters as MuPDF finds them), body lines only."""
    found = []
    for page in PAGES:
        by_baseline: dict[int, list[Char]] = {}
        for char in characters(sample.pdf, page):
            by_baseline.setdefault(round(char.y * 5), []).append(char)
        for line in sample.lines(page, "body"):
            y = line.y / PT
            near = round(y * 5)
            row = [
                char
                for key in (near - 1, near, near + 1)
                for char in by_baseline.get(key, ())
                if abs(char.y - y) <= 0.2
                and line.x / PT - 5 <= char.x <= (line.x + line.line.measure) / PT
                and char.char.strip()
            ]
            found.append((page, line, sorted(row, key=lambda char: char.x)))
    assert len(found) > 400
    return found


@pytest.mark.needs_mutool
def test_every_body_line_is_printed_as_set(sample, body_lines):
    for page, line, row in body_lines:
        shown = squeezed("".join(char.char for char in row))
        set_so = line.line.text
        if line.line.pieces[0].size > 2 * sample.spec.house.body.size:
            set_so = set_so[1:]  # an initial stands on a lower line's baseline
        assert squeezed(set_so) in shown, (page, line.line.text, shown)


def in_table(sample, line: SetLine) -> bool:
    """Whether a line of text is a row of a table."""
    paragraphs = sample.made.issue.stories[line.story].paragraphs
    number = line.line.paragraph
    return number < len(paragraphs) and paragraphs[number].kind == "table"


@pytest.mark.needs_mutool
def test_every_body_baseline_is_on_the_grid(sample, body_lines):
    first, pitch = sample.grid.baseline(1) / PT, sample.grid.row / PT
    for page, line, row in body_lines:
        if in_table(sample, line):  # cells that turn over share the rows of theirs
            continue
        for char in row:
            off = (char.y - first) % pitch
            assert min(off, pitch - off) <= TOLERANCE, (page, line.line.text)


@pytest.mark.needs_mutool
def test_no_body_line_begins_or_ends_with_a_forbidden_mark(body_lines):
    for page, line, row in body_lines:
        if line.line.flags:
            continue
        own = squeezed(line.line.text)
        assert row[0].char not in NOT_FIRST, (page, line.line.text)
        assert row[: len(own)][-1].char not in NOT_LAST, (page, line.line.text)


def is_full(sample, placed) -> bool:
    """Whether a line fills its measure: no last one, and no table's centred title."""
    line = placed.line
    body = sample.spec.house.body.size
    return not line.last and not line.flags and line.pieces[0].size == body


@pytest.mark.needs_mutool
def test_every_full_body_line_ends_at_its_columns_edge(sample, body_lines):
    judged = 0
    for page, line, row in body_lines:
        if not is_full(sample, line):
            continue
        last = row[-1]
        if last.char in HALF_MARKS:
            width = last.size / 2
        elif ord(last.char) > 0x2E7F:
            width = last.size
        else:
            continue  # Latin ends have their own widths: the next test sums them
        edge = (line.x + line.line.measure) / PT
        assert abs(last.x + width - edge) <= TOLERANCE, (page, line.line.text)
        judged += 1
    assert judged > 300


def test_every_full_body_line_was_set_to_its_measure(sample):
    for page in PAGES:
        for placed in sample.lines(page, "body"):
            if is_full(sample, placed):
                assert placed.line.width == placed.line.measure


@pytest.mark.needs_mutool
def test_columns_of_one_row_share_their_baselines(body_lines):
    for page in PAGES:
        ys = sorted(
            {round(c.y, 1) for p, _, row in body_lines for c in row if p == page}
        )
        assert all(
            after - here > 5 or after - here < 0.11 for here, after in pairwise(ys)
        )


@pytest.mark.needs_poppler
@pytest.mark.needs_mutool
def test_two_renderers_draw_the_same_text(sample, tmp_path):
    """Poppler and MuPDF agree tile by tile; coloured ground is theirs to convert."""
    said("pdftoppm", "-r", 50, "-gray", "-f", 2, "-l", 2, sample.pdf, tmp_path / "a")
    other = tmp_path / "b.pgm"
    said("mutool", "draw", "-q", "-r", 50, "-c", "gray", "-o", other, sample.pdf, 2)
    (poppler,) = tmp_path.glob("a*.pgm")
    first, second = Image.open(poppler), Image.open(other)
    tiles = (first.width // 16, first.height // 16)
    a, b = (picture.resize(tiles, Image.Resampling.BOX) for picture in (first, second))
    side = PT * 72 * 16 // 50
    coloured = [
        rect.inset(-side)
        for placed in sample.made.makeup.pages[1].placed
        for rect in grounds_of(placed)
    ]
    judged = 0
    for at, (x, y) in enumerate(zip(a.tobytes(), b.tobytes(), strict=True)):
        down, across = divmod(at, tiles[0])
        tile = Rect(across * side, down * side, side, side)
        if not any(tile.overlaps(rect) for rect in coloured):
            assert abs(x - y) < 40, (tile, x, y)
            judged += 1
    assert judged > len(a.tobytes()) // 3


def grounds_of(placed) -> tuple[Rect, ...]:
    if isinstance(placed, PlacedPicture):
        return (placed.rect,)
    if isinstance(placed, Patch) and not placed.ink.k_only:
        return placed.rects
    return ()


def test_pdf_oxide_opens_every_page(sample):
    from pdf_oxide import PdfDocument

    document = PdfDocument(str(sample.pdf))
    assert document.page_count() == len(PAGES)
    headline = "".join(
        part for line in sample.made.issue.pages[0].stories["lead"][0].head.headline.lines
        for part in line
    )  # fmt: skip
    assert headline in squeezed(document.extract_text(0))
