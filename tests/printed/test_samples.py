"""The sample issues as people see them: full pages, much art, nothing to complain of."""

from dataclasses import dataclass
from itertools import chain

import pytest

from printpress import spec
from printpress.diagnostics import Severity
from printpress.lint.template import lint_layouts
from printpress.makeup.box import slot_rect
from printpress.makeup.pages import grid_of
from printpress.makeup.placed import PlacedForm, PlacedPicture
from printpress.pipeline import make_edition
from tests.printed.conftest import ROOT, make_sample


@dataclass(frozen=True)
class Sample:
    """What an issue must show at least."""

    folder: str
    columns: int
    pages: int
    characters: int
    pictures: int


SAMPLES = (
    Sample("2025-09-05", columns=5, pages=8, characters=18_000, pictures=22),
    Sample("2025-10-01", columns=8, pages=4, characters=11_000, pictures=13),
)


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: sample.folder)
def shown(request):
    issue, found = spec.load(ROOT / "issues" / request.param.folder)
    assert found == ()
    return request.param, issue, make_edition(issue, issue.editions[0])


def test_nothing_is_wrong_with_it(shown):
    _, _, made = shown
    found = (*made.found, *lint_layouts(made.issue))
    assert [d for d in found if d.severity is not Severity.NOTE] == []


def test_it_has_the_pages_copy_and_pictures_it_promises(shown):
    sample, issue, made = shown
    assert grid_of(issue.house).columns == sample.columns
    assert len(made.makeup.pages) == sample.pages
    stories = chain.from_iterable(
        placed for page in made.issue.pages for placed in page.stories.values()
    )
    copy = {story.id: sum(len(p.text) for p in story.paragraphs) for story in stories}
    assert sum(copy.values()) >= sample.characters
    files = {
        placed.path for page in made.makeup.pages for placed in page.placed
        if isinstance(placed, PlacedPicture)
    }  # fmt: skip
    assert len(files) >= sample.pictures


def test_about_a_third_of_its_pages_is_art(shown):
    """Of every page an eighth at least; of all together a quarter to a half."""
    sample, issue, made = shown
    grid = grid_of(issue.house)
    whole = grid.width * grid.rows * grid.row
    drawn = {"2025-09-05": {8: "water"}}  # an advert that is outlines of the page
    shares = []
    for page, copy in zip(made.makeup.pages, made.issue.pages, strict=True):
        art = [p.rect for p in page.placed if isinstance(p, PlacedPicture | PlacedForm)]
        advert = drawn.get(sample.folder, {}).get(page.number)
        if advert:
            slot = copy.layout.slot(advert)
            assert slot is not None
            art.append(slot_rect(grid, slot))
        shares.append(sum(rect.width * rect.height for rect in art) / whole)
    assert min(shares) > 1 / 8, shares
    assert 1 / 4 < sum(shares) / len(shares) < 1 / 2, shares


def test_readers_can_read_every_code_of_the_broadsheets_front_page():
    import pypdfium2
    import zxingcpp

    issue, _, pdf = make_sample(ROOT / "issues" / "2025-10-01")
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=200 / 72).to_pil().convert("L")
    document.close()
    read = {found.text for found in zxingcpp.read_barcodes(picture)}
    assert read == {issue.editions[0].qr_url, "https://example.org/yunling"}
