"""The modules of QR codes as they are printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk import HERE

from printpress.content.qr import QrMatrix, matrix
from printpress.diagnostics import Severity
from printpress.geometry import Rect
from printpress.makeup.qr import qr_findings, qr_modules
from printpress.units import MM

squares = st.integers(21, 41).flatmap(
    lambda count: st.lists(
        st.lists(st.booleans(), min_size=count, max_size=count).map(tuple),
        min_size=count,
        max_size=count,
    ).map(lambda rows: QrMatrix(tuple(rows)))
)


@given(squares, st.integers(100, 10**7), st.integers(0, 10**6))
def test_module_rectangles_tile_exactly_the_dark_modules(code, side, at):
    square = Rect(at, at // 2, side, side)
    ground = qr_modules(code, square)
    count = len(code.modules)
    edges = [square.width * n // count for n in range(count + 1)]
    drawn = set()
    for rect in ground.rects:
        first = edges.index(rect.x - square.x)
        last = edges.index(rect.right - square.x)
        row = edges.index(rect.y - square.y)
        assert edges[row + 1] == rect.bottom - square.y
        for column in range(first, last):
            assert (row, column) not in drawn
            drawn.add((row, column))
    dark = {
        (row, column)
        for row, modules in enumerate(code.modules)
        for column, is_dark in enumerate(modules)
        if is_dark
    }
    assert drawn == dark


@pytest.mark.parametrize(
    ("module", "severity"),
    [
        (50 * MM // 100, None),
        (49 * MM // 100, Severity.WARNING),
        (40 * MM // 100, Severity.WARNING),
        (39 * MM // 100, Severity.ERROR),
    ],
)
def test_modules_too_small_for_the_press_are_told(desk, module, severity):
    code = matrix("https://example.org/town", "M")
    limits = {"qr_module_error": 40 * MM // 100, "qr_module_warn": 50 * MM // 100}
    press = replace(desk.spec.press, **limits)
    found = qr_findings(code, module * len(code.modules), HERE, press)
    assert [d.severity for d in found] == ([severity] if severity else [])
    if found:
        assert "size: 12.5mm" in found[0].fix.en  # 25 modules of half a millimetre
