"""The sample issue, made once a worker, for other people's programs to judge."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from printpress import spec
from printpress.makeup.pages import grid_of
from printpress.makeup.placed import SetLine
from printpress.pipeline import (
    MadeUp,
    converted_pictures,
    make_edition,
    write_pages,
)
from printpress.shop.files import shop_files
from printpress.shop.manifest import manifest
from printpress.spec.issue import IssueSpec

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "issues" / "2025-09-05" / "issue.yaml"


@dataclass(frozen=True)
class Printed:
    """The finished file beside what was meant."""

    spec: IssueSpec
    made: MadeUp
    pdf: Path

    @property
    def grid(self):
        return grid_of(self.spec.house)

    def lines(self, page_no: int, *parts: str) -> list[SetLine]:
        """Lines of a page that run across, of some parts."""
        page = next(p for p in self.made.makeup.pages if p.number == page_no)
        return [
            placed
            for placed in page.placed
            if isinstance(placed, SetLine)
            and placed.part in parts
            and not placed.line.down
        ]


def make_sample(path: Path = SAMPLE) -> tuple[IssueSpec, MadeUp, bytes]:
    issue, _ = spec.load(path)
    made = make_edition(issue, issue.editions[0])
    pictures, _ = converted_pictures(made, issue.root, None)
    return issue, made, write_pages(made, pictures, made.pages)


def made_bytes() -> bytes:
    """The proof and every file for the shop with all marks, one after the other."""
    issue, made, proof = make_sample()
    press = replace(made.issue.press, marks="full")
    made = replace(made, issue=replace(made.issue, press=press))
    pictures, _ = converted_pictures(made, issue.root, None)
    files = tuple(shop_files(made, pictures))
    parts = (proof, *(each.contents for each in files))
    return b"".join((*parts, manifest(made, files, pictures)))


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Printed:
    issue, made, pdf = make_sample()
    path = tmp_path_factory.mktemp("printed") / "whole.pdf"
    path.write_bytes(pdf)
    return Printed(issue, made, path)
