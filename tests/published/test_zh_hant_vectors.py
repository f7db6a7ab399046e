"""Checks of Traditional setting derived by hand from clreq.

``zh_hant_vectors.json`` gives each with the section it follows from, in the form of
``zh_vectors.json``: exact lines, the width of marks, or every unit of a line.
"""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest

from printpress.text import break_lines, natural_width, set_line
from printpress.text.nominal import Options

Vector = dict[str, Any]
FILE = Path(__file__).with_name("zh_hant_vectors.json")
WHOLE = json.loads(FILE.read_text(encoding="utf-8"))
VECTORS = WHOLE["vectors"]
DEFAULTS = WHOLE["model"]["default_options"]


def options(vector: Vector) -> Options:
    return cast(Options, DEFAULTS | vector.get("options", {}))


def of_kind(kind: str) -> list[Vector]:
    return [v for v in VECTORS if v.get("expect", {}).get("kind") == kind]


EXACT = [v for v in VECTORS if "expected_lines" in v]


@pytest.mark.parametrize("vector", EXACT, ids=lambda v: v["id"])
def test_lines_are_as_derived(vector):
    ours = break_lines(vector["text"], vector["measure_em"], **options(vector))
    assert ours == vector["expected_lines"], vector["rule"]


@pytest.mark.parametrize("vector", of_kind("width"), ids=lambda v: v["id"])
def test_adjacent_marks_take_their_width(vector):
    marks, wanted = vector["expect"]["marks"], vector["expect"]["marks_width_em"]
    assert natural_width(vector["text"], **options(vector)) == 2 + wanted
    assert natural_width(marks, **options(vector)) == wanted, vector["rule"]


@pytest.mark.parametrize("vector", of_kind("set_line"), ids=lambda v: v["id"])
def test_every_unit_of_a_line_is_as_derived(vector):
    text, line = vector["text"], vector["expect"].get("line")
    if line is not None:
        text = vector["expected_lines"][line]
    ours = set_line(text, vector["measure_em"], **options(vector))
    wanted = tuple(
        (unit, Fraction(advance), Fraction(shift))
        for unit, advance, shift in vector["expect"]["units"]
    )
    assert ours == wanted, vector["rule"]
    assert sum(advance for _, advance, _ in ours) == Fraction(vector["measure_em"])


def test_every_vector_is_tried_and_cites_its_rule():
    tried = {v["id"] for v in (*EXACT, *of_kind("width"), *of_kind("set_line"))}
    assert tried == {v["id"] for v in VECTORS}
    assert len(VECTORS) == len(tried) >= 15
    assert all("clreq index.html#" in v["rule_source"] for v in VECTORS)


def test_the_mainland_sets_the_same_copy_otherwise():
    """The vectors tell the two ways of setting apart."""
    other = [v for v in VECTORS if not _holds_in_the_mainland(v)]
    assert {"H02", "H03", "H07", "H08", "H29", "H41", "H46"} <= {v["id"] for v in other}


def _holds_in_the_mainland(vector: Vector) -> bool:
    wanted = cast(Options, {**options(vector), "centred": False})
    text, measure = vector["text"], vector["measure_em"]
    expect = vector.get("expect", {"kind": "lines"})
    lines: list[str] = vector.get("expected_lines", [])
    if lines and break_lines(text, measure, **wanted) != lines:
        return False
    if expect["kind"] == "width":
        width = Fraction(expect["marks_width_em"])
        return natural_width(expect["marks"], **wanted) == width
    if expect["kind"] == "set_line":
        shown = lines[expect["line"]] if lines else text
        units = [list(unit) for unit in set_line(shown, measure, **wanted)]
        return bool(units == expect["units"])
    return True
