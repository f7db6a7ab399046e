"""Vectors that give exact lines, a template's characters each as a case of its own."""

from typing import Any

import pytest


def line_cases(vectors: list[dict[str, Any]]) -> list[Any]:
    """(Vector, text, lines) for ``parametrize``, named as the vectors are."""
    cases = []
    for v in vectors:
        if "expected_lines" in v:
            cases.append(pytest.param(v, v["text"], v["expected_lines"], id=v["id"]))
        for char in v.get("chars", ()):
            text = v["text_template"].format(c=char)
            wanted = [line.format(c=char) for line in v["expected_lines_template"]]
            cases.append(pytest.param(v, text, wanted, id=f"{v['id']}-{char}"))
    return cases
