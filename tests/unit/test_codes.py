"""The table of codes is whole: every code in use stands in it, none is idle."""

import ast
from collections.abc import Iterator
from pathlib import Path

from printpress.codes import CODES
from printpress.makeup.keep import WEIGHTS

SOURCES = Path(__file__).parents[2] / "src" / "printpress"
MAKERS = {"error", "warning", "note", "say", "Diagnostic", "Kind"}


def codes_in_use() -> Iterator[str]:
    """Codes written out where a diagnostic is made."""
    for file in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                maker = getattr(node.func, "id", getattr(node.func, "attr", ""))
                code = node.args[0]
                if maker in MAKERS and isinstance(code, ast.Constant):
                    yield str(code.value)
    for kind in ("house", "layout", "press", "edition"):
        yield f"unknown-{kind}"  # put together in spec.root
    yield from WEIGHTS  # a fault's own code, in makeup.lone


def test_every_code_in_use_has_a_meaning():
    assert set(codes_in_use()) - set(CODES) == set()


def test_every_code_with_a_meaning_is_in_use():
    named = {"bad-name"}  # the default of an argument
    assert set(CODES) - set(codes_in_use()) - named == set()


def test_meanings_are_in_both_languages():
    for code, meaning in CODES.items():
        assert code == code.lower()
        assert meaning.en.isascii()
        assert any("一" <= char <= "鿿" for char in meaning.zh)
