"""Vertical lines as derived by hand, clause by clause."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from printpress.text import break_lines, natural_width

FILE = Path(__file__).with_name("vertical_vectors.json")
VECTORS = json.loads(FILE.read_text("utf-8"))["vectors"]


@pytest.mark.parametrize(
    "vector", [v for v in VECTORS if "measure_em" in v], ids=lambda v: v["id"]
)
def test_lines_are_as_derived(vector):
    lines = break_lines(
        vector["text"], vector["measure_em"], vertical=True, prohibition="basic"
    )
    assert lines == vector["expected_lines"], vector["rule"]


@pytest.mark.parametrize(
    "vector", [v for v in VECTORS if "natural_width_em" in v], ids=lambda v: v["id"]
)
def test_copy_is_as_long_as_derived(vector):
    width = natural_width(vector["text"], vertical=True)
    assert width == Fraction(str(vector["natural_width_em"])), vector["rule"]


def test_there_are_as_many_as_there_were():
    assert len(VECTORS) >= 18
