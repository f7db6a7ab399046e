"""Checks of our own, derived by hand from clreq, GB/T 15834 and others.

``own_vectors.json`` has the form of ``zh_vectors.json``; every vector cites its rule and
has the sum that leads to it in words.
"""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest

from printpress.text import break_lines, natural_width, set_line
from printpress.text.nominal import Options
from printpress.text.prohibition import LEVELS
from printpress.text.punctuation import STYLES
from tests.published.line_vectors import line_cases

Vector = dict[str, Any]
FILE = Path(__file__).with_name("own_vectors.json")
WHOLE = json.loads(FILE.read_text(encoding="utf-8"), parse_float=Fraction)
VECTORS: list[Vector] = WHOLE["vectors"]
DEFAULTS = WHOLE["model"]["default_options"]

EXACT = [v for v in VECTORS if "expected_lines" in v]
TEMPLATES = [(v, char) for v in VECTORS if "text_template" in v for char in v["chars"]]
WIDTHS = [v for v in VECTORS if v.get("expect", {}).get("kind") == "width"]
ADVANCES = [v for v in VECTORS if v.get("expect", {}).get("kind") == "advances"]


def options(vector: Vector) -> Options:
    return cast(Options, DEFAULTS | vector.get("options", {}))


@pytest.mark.parametrize(("vector", "text", "wanted"), line_cases(VECTORS))
def test_lines_are_as_derived(vector, text, wanted):
    ours = break_lines(text, vector["measure_em"], **options(vector))
    assert ours == wanted, vector["rule"]


@pytest.mark.parametrize("vector", WIDTHS, ids=lambda v: v["id"])
def test_marks_take_their_width(vector):
    text, expected = vector["text"], vector["expect"]
    others = len(text) - len(expected["marks"])
    ours = natural_width(text, **options(vector)) - others
    assert ours == expected["marks_width_em"], vector["rule"]


@pytest.mark.parametrize("vector", ADVANCES, ids=lambda v: v["id"])
def test_distances_are_as_derived(vector):
    units = set_line(vector["text"], vector["measure_em"], **options(vector))
    ours = [[unit, advance] for unit, advance, _ in units]
    assert ours == vector["expect"]["units"], vector["rule"]


def test_every_vector_has_its_rule_and_is_tried():
    tried = {v["id"] for v in (*EXACT, *WIDTHS, *ADVANCES, *(v for v, _ in TEMPLATES))}
    assert tried == {v["id"] for v in VECTORS}
    assert len(tried) == len(VECTORS)
    assert all(v["rule"] and v["rule_source"] for v in VECTORS)


def test_every_level_and_style_has_its_vectors():
    assert {options(v)["prohibition"] for v in VECTORS} == set(LEVELS)
    named = [options(v)["punctuation"] for v in VECTORS]
    assert {style for style in named if isinstance(style, str)} == set(STYLES)
