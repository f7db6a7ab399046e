"""Single values: what is read, what is refused, what was meant."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from printpress.colour import Ink
from printpress.diagnostics import Both, Diagnostic
from printpress.spec.fields import Field, Reading, Unread
from printpress.spec.fields import Key as RecordKey
from printpress.spec.names import colour, colour_name
from printpress.spec.records import record
from printpress.spec.source import parse_yaml
from printpress.spec.values import (
    boolean,
    cells,
    choice,
    integer,
    length,
    name,
    number,
    span_of,
    text,
)
from printpress.units import MM, PT

SIZES = {"小五": 9 * PT, "五号": 21 * PT // 2}


def read(field: Field[Any], written: str) -> tuple[Any, list[Diagnostic]]:
    reading = Reading(Path("/paper"), sizes=SIZES, colours={"red": Ink()})
    node: Any = parse_yaml(f"key: {written}", Path("/paper/a.yaml"), "a.yaml")
    return field.read(node.get("key"), reading), reading.found


def refused(field: Field[Any], written: str) -> Diagnostic:
    reading = Reading(Path("/paper"), sizes=SIZES, colours={"red": Ink()})
    node: Any = parse_yaml(f"key: {written}", Path("/paper/a.yaml"), "a.yaml")
    with pytest.raises(Unread):
        field.read(node.get("key"), reading)
    (found,) = reading.found
    return found


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        (text(), "8.0", "8.0"),
        (text(), "on", "on"),
        (text(), '"  "', ""),
        (integer(), "312", 312),
        (integer(), '"312"', 312),
        (integer(), "012", 12),
        (number(), "0.125", Fraction(1, 8)),
        (number(), "1/8", Fraction(1, 8)),
        (length(), "9pt", 9 * PT),
        (length(), "小五", 9 * PT),
        (length(), "0.25 mm", MM // 4),
        (cells(), "1-5", (1, 5)),
        (cells(), "5", (5, 5)),
        (cells(), '"10-81"', (10, 81)),
        (span_of(integer(), ""), "[4, 6]", (4, 6)),
        (span_of(integer(), ""), "4", (4, 4)),
        (choice("none", "above"), "none", "none"),
        (choice("center", aliases={"centre": "center"}), "centre", "center"),
        (boolean(), "on", True),
        (boolean(), "No", False),
        (boolean(), "是", True),
        (
            colour(),
            "{spot: 报红, cmyk: [0, 91, 76, 0], tint: 30}",
            Ink(0, 910, 760, spot="报红", tint=300),
        ),
        (colour(), "[0, 100, 90.5, 0]", Ink(0, 1000, 905, 0)),
        (colour_name(), "red", "red"),
        (name("lead"), "版位一", "版位一"),
    ],
)
def test_read(field, written, value):
    assert read(field, written) == (value, [])


@pytest.mark.parametrize(
    ("field", "written", "code", "fix"),
    [
        (integer(), "three", "bad-number", "such as `1`"),
        (integer(1, 5), "7", "out-of-range", "from 1 to 5"),
        (integer(), "３１２", "bad-number", "write `312`"),
        (integer(), "9" * 6000, "bad-number", "whole number"),
        (number(), "1,5", "bad-number", "a number"),
        (length(), "9", "bad-length", "`9pt` or `9mm`"),
        (length(), "９ｐｔ", "bad-length", "write `9pt`"),
        (length(), "9px", "bad-length", "such as `9pt`"),
        (length(), "-3pt", "out-of-range", "0pt"),
        (length(), "小武", "unknown-size", 'did you mean "小五"?'),
        (cells(), "1–5", "bad-cells", "write `1-5`"),
        (cells(), "1至5", "bad-cells", "write `1-5`"),
        (cells(), "5-1", "bad-cells", "such as"),
        (cells(), "0", "bad-cells", "such as"),
        (span_of(integer(), ""), "[6, 4]", "range-reversed", "`[4, 6]`"),
        (span_of(integer(), ""), "[1, 2, 3]", "wrong-count", "write"),
        (choice("above", "below"), "abvoe", "bad-choice", 'did you mean "above"?'),
        (boolean(), "maybe", "bad-choice", "true"),
        (colour(), "[0, 100, 90]", "wrong-count", "[0, 100, 90, 0]"),
        (colour(), "red", "wrong-type", "[0, 100, 90, 0]"),
        (colour_name(), "rad", "unknown-colour", 'did you mean "red"?'),
        (
            colour(),
            "{spot: PANTONE 185 C}",
            "missing-key",
            "add `cmyk: [0, 100, 90, 0]`",
        ),
        (colour(), "{spot: Black, cmyk: [0, 0, 0, 100]}", "bad-spot", "PANTONE"),
        (colour(), f"{{spot: {'长' * 41}, cmyk: [0, 9, 9, 0]}}", "bad-spot", "PANTONE"),
        (name("lead"), "a.b", "bad-name", "such as `lead`"),
        (text(), "", "empty-value", "such as"),
        (text(), "[a]", "wrong-type", "one value"),
        (text(), "{a: b}", "wrong-type", "one value"),
    ],
)
def test_refused_with_a_way_to_mend_it(field, written, code, fix):
    found = refused(field, written)
    assert found.code == code
    assert fix in found.fix.en
    assert found.what.zh
    assert found.what.en != found.what.zh


def test_one_mistake_does_not_hide_another():
    field = record(
        lambda _, values: values,
        RecordKey("a", integer(), Both("", ""), required=True),
        RecordKey("b", length(), Both("", ""), required=True),
        RecordKey("c", text(), Both("", ""), required=True),
    )
    reading = Reading(Path("/paper"))
    node = parse_yaml("{a: x, b: 9, d: 1}", Path("/paper/a.yaml"), "a.yaml")
    with pytest.raises(Unread):
        field.read(node, reading)
    codes = {d.code for d in reading.found}
    assert codes == {"bad-number", "bad-length", "unknown-key", "missing-key"}
