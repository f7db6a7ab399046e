"""The sample issues, made once a worker, for other people's programs to judge."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from printpress import spec
from printpress.makeup.pages import grid_of
from printpress.makeup.placed import SetLine
from printpress.pictures.packed import PackedPicture
from printpress.pipeline import (
    MadeUp,
    converted_pictures,
    make_edition,
    write_pages,
)
from printpress.spec.issue import IssueSpec

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "issues" / "2025-09-05" / "issue.yaml"


def lines_of(made: MadeUp, page_no: int, *parts: str) -> list[SetLine]:
    """Lines of a page that run across, of some parts."""
    page = next(p for p in made.makeup.pages if p.number == page_no)
    return [
        placed
        for placed in page.placed
        if isinstance(placed, SetLine) and placed.part in parts and not placed.line.down
    ]


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
        return lines_of(self.made, page_no, *parts)


def make_sample(path: Path = SAMPLE) -> tuple[IssueSpec, MadeUp, bytes]:
    issue, _ = spec.load(path)
    made = make_edition(issue, issue.editions[0])
    pictures, _ = converted_pictures(made, issue.root, None)
    return issue, made, write_pages(made, pictures, made.pages)


@dataclass(frozen=True)
class Edition:
    """An issue's first edition with its pictures, not written yet."""

    spec: IssueSpec
    made: MadeUp
    pictures: Mapping[str, PackedPicture]

    def pressed(self, **changes) -> MadeUp:
        """The edition for a print shop that asks for something else."""
        issue = self.made.issue
        press = replace(issue.press, **changes)
        return replace(self.made, issue=replace(issue, press=press))


@cache
def edition(name: str) -> Edition:
    """The issue of that folder; its converted pictures are kept from run to run."""
    issue, _ = spec.load(ROOT / "issues" / name)
    made = make_edition(issue, issue.editions[0])
    pictures, _ = converted_pictures(made, issue.root, ROOT / "build" / ".pictures")
    return Edition(issue, made, pictures)


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Printed:
    issue, made, pdf = make_sample()
    path = tmp_path_factory.mktemp("printed") / "whole.pdf"
    path.write_bytes(pdf)
    return Printed(issue, made, path)
