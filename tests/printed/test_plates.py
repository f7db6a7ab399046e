"""Body text, pages in black only and a spot colour, from YAML to Ghostscript's plates."""

from pathlib import Path

import pytest
from PIL import Image

from printpress import spec
from printpress.pictures.packed import pack
from printpress.pictures.printable import WHITE
from printpress.pipeline import converted_pictures, make_edition, write_pages
from printpress.shop.files import shop_files
from printpress.shop.intent import output_intent
from printpress.units import PT
from tests.papers import TINY, write_paper
from tests.printed.conftest import edition, lines_of
from tests.printed.programs import said

STORY = """\
---
headline: 桥头早市开张
picture: {file: ../pictures/boat.png}
---
桥头的早市天不亮就开了。卖豆腐的、卖青菜的、卖活鱼的，一家挨着一家。
"""
INKS = ("Cyan", "Magenta", "Yellow", "Black")


def most_ink(folder: Path, changes: dict[str, dict[str, str]]) -> dict[str, int]:
    """Per cent of the fullest spot of each plate of the tiny paper, changed."""
    files = {"issues/2025-09-05/stories/market.md": STORY}
    for name, parts in changes.items():
        files[name] = TINY[name]
        for old, new in parts.items():
            assert old in files[name]
            files[name] = files[name].replace(old, new)
    path = write_paper(folder, files)
    picture = Image.linear_gradient("L").resize((900, 700)).convert("RGB")
    picture.paste((220, 30, 40), (0, 0, 450, 700))
    (path.parent / "pictures").mkdir()
    picture.save(path.parent / "pictures" / "boat.png")
    issue, _ = spec.load(path)
    made = make_edition(issue, issue.editions[0])
    assert made.printable, [found.what.en for found in made.found]
    pictures, _ = converted_pictures(made, issue.root, None)
    pdf = folder / "whole.pdf"
    whole, *_ = shop_files(made, pictures)
    pdf.write_bytes(whole.contents)
    said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72",
        f"-sOutputFile={folder / 'p.tif'}", pdf,
    )  # fmt: skip
    plates = {}
    for plate in folder.glob("p(*).tif"):
        darkest = min(Image.open(plate).convert("L").tobytes())
        plates[plate.stem[2:-1]] = round((255 - darkest) / 2.55)
    return plates


@pytest.mark.needs_ghostscript
def test_a_page_in_black_only_leaves_the_other_plates_empty(tmp_path):
    press, house = "layouts/press/plain.yaml", "layouts/house.yaml"
    black = {house: {", colour: red": ""}}
    colour = most_ink(tmp_path / "colour", black)
    assert min(colour[ink] for ink in INKS) > 5
    black[press] = {"ink:": "inks_by_page: {1: K}\nmarks: full\nink:"}
    plates = most_ink(tmp_path / "black", black)
    assert {ink for ink in INKS if plates[ink]} == {"Black"}


@pytest.mark.needs_ghostscript
def test_a_spot_colour_of_the_house_is_a_plate(tmp_path):
    plates = most_ink(
        tmp_path,
        {
            "layouts/press/plain.yaml": {"240}": "240, spots: 1}\nmarks: crop"},
            "layouts/house.yaml": {
                "red: [0, 100, 90, 0]": "red: {spot: PANTONE 185 C, cmyk: [0, 91, 76, 0]}"
            },
        },
    )
    assert set(plates) == {*INKS, "PANTONE 185 C"}
    assert plates["PANTONE 185 C"] == 100
    assert {plates[ink] for ink in INKS} == {100}  # marks are on every plate


@pytest.mark.needs_ghostscript
@pytest.mark.parametrize("name", ["2025-09-05", "2025-10-01"])
def test_text_of_the_samples_is_on_the_black_plate_alone(name, tmp_path):
    sample = edition(name)
    pdf = tmp_path / "whole.pdf"
    bare = dict.fromkeys(sample.pictures, pack(WHITE))
    intent = output_intent(sample.spec.press)
    pdf.write_bytes(write_pages(sample.made, bare, sample.made.pages, intent))
    said(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72",
        f"-sOutputFile={tmp_path / 'page%d.tif'}", pdf,
    )  # fmt: skip
    parts = ("body", "byline", "subhead", "headline")
    for number, page in enumerate(sample.made.makeup.pages, 1):
        plates = {
            ink: Image.open(tmp_path / f"page{number}({ink}).tif").convert("L")
            for ink in INKS
        }
        lines = lines_of(sample.made, page.number, *parts)
        assert len(lines) > 20
        inked = 0
        for line in lines:
            first, size = line.line.pieces[0].xs[0], line.line.pieces[0].size
            box = (
                (line.x + first) // PT + 1,
                (line.y - size * 8 // 10) // PT + 1,
                (line.x + line.line.width) // PT - 1,
                line.y // PT - 1,
            )
            if box[2] <= box[0] or box[3] <= box[1]:
                continue
            for ink in INKS[:3]:
                lightest = min(plates[ink].crop(box).tobytes())
                assert lightest == 255, (page.number, ink, line.line.text)
            inked += min(plates["Black"].crop(box).tobytes()) < 128
        assert inked > len(lines) * 0.9
