"""Checks derived by hand from clreq, GB/T 15834 and web-platform-tests.

``zh_vectors.json`` gives each with the clause it follows from. Vectors with exact
lines are compared as they stand, templates with each of their characters; those that
state a property in words have a test of that property here, under the same name.
"""

import json
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest

from printpress.text import break_lines, natural_width, set_line
from printpress.text.galley import Paragraph, Profile, Run, Setting, compose
from printpress.text.nominal import NominalFace, OneFace, Options
from tests.published.line_vectors import line_cases

Vector = dict[str, Any]
FILE = Path(__file__).with_name("zh_vectors.json")
WHOLE = json.loads(FILE.read_text(encoding="utf-8"))
VECTORS = {vector["id"]: vector for vector in WHOLE["vectors"]}
DEFAULTS = WHOLE["model"]["default_options"]


def options(vector: Vector) -> Options:
    return cast(Options, DEFAULTS | vector.get("options", {}))


def lines(name: str) -> list[str]:
    vector = VECTORS[name]
    return break_lines(vector["text"], vector["measure_em"], **options(vector))


def advances(name: str) -> tuple[tuple[str, Fraction, Fraction], ...]:
    vector = VECTORS[name]
    return set_line(vector["text"], vector["measure_em"], **options(vector))


EXACT = [v for v in WHOLE["vectors"] if "expected_lines" in v]
TEMPLATES = [
    (v, char) for v in WHOLE["vectors"] if "text_template" in v for char in v["chars"]
]
WIDTHS = [v for v in WHOLE["vectors"] if v.get("expect", {}).get("kind") == "width"]
GAPS = [
    v for v in WHOLE["vectors"] if v.get("expect", {}).get("kind") == "justify_line"
]


@pytest.mark.parametrize(("vector", "text", "wanted"), line_cases(WHOLE["vectors"]))
def test_lines_are_as_derived(vector, text, wanted):
    ours = break_lines(text, vector["measure_em"], **options(vector))
    assert ours == wanted, vector["rule"]


@pytest.mark.parametrize("vector", WIDTHS, ids=lambda v: v["id"])
def test_adjacent_marks_take_their_width(vector):
    marks, text = vector["expect"]["marks"], vector["text"]
    wanted = vector["expect"]["marks_width_em"]
    assert natural_width(marks, **options(vector)) == wanted, vector["rule"]
    others = len(text) - len(marks)
    assert natural_width(text, **options(vector)) == wanted + others


@pytest.mark.parametrize("vector", GAPS, ids=lambda v: v["id"])
def test_gaps_between_han_and_latin_give_first(vector):
    units = {unit: advance for unit, advance, _ in advances(vector["id"])}
    gap = Fraction(vector["expect"]["han_latin_gap_em"])
    assert units["二"] == 1 + gap
    assert units["ab"] == 1 + gap
    assert units["一"] == units["三"] == units["四"] == 1
    assert sum(units.values()) == Fraction(vector["measure_em"])


def test_every_vector_is_tried():
    named = {v["id"] for v in (*EXACT, *WIDTHS, *GAPS, *(v for v, _ in TEMPLATES))}
    worded = {
        name[5:8].upper() for name in globals() if re.match("test_[a-z][0-9]", name)
    }
    in_words = {name for name in VECTORS if "expected_property" in VECTORS[name]}
    assert named | in_words == set(VECTORS)
    assert in_words - named <= worded


def test_s06_commas_of_one_line_give_alike():
    vector = VECTORS["S06"]
    compressed = set_line(vector["text"][:9], 8, **options(vector))
    commas = {advance for unit, advance, _ in compressed if unit == "，"}
    assert len(commas) == 1
    assert Fraction(1, 2) <= commas.pop() < 1
    assert lines("S06")[0] == "一，二，三，四五"


def test_t02_an_opening_mark_begins_at_the_column_edge():
    first = lines("T02")[1]
    assert first.startswith("“")
    as_it_comes = natural_width(first) - Fraction(1, 2)
    unit, advance, shift = set_line(first, as_it_comes, **options(VECTORS["T02"]))[0]
    assert (unit, advance, shift) == ("“", Fraction(1, 2), Fraction(-1, 2))
    unit, advance, shift = set_line(first, 6, **options(VECTORS["T02"]))[0]
    assert (advance, shift) == (Fraction(1, 2) + Fraction(1, 10), Fraction(-1, 2))


def test_u05_a_dash_keeps_the_comma_behind_it():
    assert not any(line.startswith("，") for line in lines("U05"))
    assert sum(line.count("——") for line in lines("U05")) == 1


def test_u15_a_note_mark_stays_with_its_text():
    assert all(not line.startswith("①") for line in lines("U15"))
    assert any("释①" in line for line in lines("U15"))


def test_j05_no_gap_beside_chinese_marks():
    text = VECTORS["J05"]["text"]
    units = set_line(text, natural_width(text, **options(VECTORS["J05"])))
    assert [(unit, advance) for unit, advance, _ in units] == [
        ("中", Fraction(5, 4)),
        ("ab", 1),
        ("，", 1),
        ("cd", Fraction(5, 4)),
        ("中", 1),
    ]


def test_j07_full_lines_are_full_and_the_last_is_natural():
    *full, last = lines("J07")
    for line in full:
        assert sum(advance for _, advance, _ in set_line(line, 6)) == 6
    galley = compose(
        [Paragraph((Run(VECTORS["J07"]["text"], "any"),), Setting(size=1000))],
        Profile.of(6000),
        OneFace(NominalFace()),
    )
    assert [line.width for line in galley.lines[:-1]] == [6000] * len(full)
    assert galley.lines[-1].width == 1000 * len(last)
    assert not galley.lines[-1].looseness


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("一二三——四五", {"——": 2}),
        ("一二……三", {"……": 2}),
        ("一12.5%二", {"12.5%": 2.5}),
    ],
)
def test_j08_units_are_not_spread(text, whole):
    units = set_line(text, natural_width(text) + 3, autospace=0)
    for unit, width in whole.items():
        inside = next(advance for found, advance, _ in units if found == unit)
        gap = next(advance for found, advance, _ in units if found == "一") - 1
        assert gap > 0
        assert inside in {width, width + gap}


@pytest.mark.parametrize("connector", ["～", "–", "—", "／"])
def test_j08_nothing_is_added_beside_connectors(connector):
    units = set_line(f"一二{connector}三四", 8)
    by_unit = {unit: advance for unit, advance, _ in units}
    assert by_unit["二"] == 1
    assert by_unit[connector] == natural_width(connector)
    assert by_unit["一"] > 1
    assert by_unit["三"] > 1


def test_x04_where_a_face_begins_lines_break_as_before():
    vector = VECTORS["X04"]
    runs = tuple(
        Run(vector["text"][start:end], f"face {start}")
        for start, end in vector["expect"]["runs"]
    )
    setting = Setting(size=1000, orphan=False, prohibition="basic")
    galley = compose(
        [Paragraph(runs, setting)], Profile.of(2500), OneFace(NominalFace())
    )
    set_lines = [line.text for line in galley.lines]
    assert set_lines == lines("X04")
    assert not any(line.startswith("。") for line in set_lines)
    for line, after in pairwise(set_lines):
        assert line[-1] != "（"
        assert after[0] not in "）。"
