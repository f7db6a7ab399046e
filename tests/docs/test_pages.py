"""What docs/pages*.md tell people to write, the readers take: snippets are tried."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.editor import typed

from printpress.spec.schema import KINDS, schema
from printpress.spec.source import parse_yaml

ROOT = Path(__file__).parents[2]
PAGES = ("docs/pages.md", "docs/pages.zh-CN.md")
FOLDERS = {
    "layouts/editions/registers": "register",
    "layouts/editions": "edition",
    "layouts": "house",
    "issues": "issue",
}
"""Folder → what its files are; the deepest first."""

OF_A_PLACE = {"group", "stacked", "wrap"}
"""Keys that go on the row above: they say more of a picture's place."""

PLACE = {"over": 1, "at": "top", "rows": [4, 8]}

NO_KEYS = {"slot", "版位", "key"}
"""What stands for a name of one's own."""


def kind_of(path: str) -> str:
    return next(kind for folder, kind in FOLDERS.items() if path.startswith(folder))


def snippets(page: str) -> Iterator[tuple[str, str]]:
    """The kind and the text of each file that a page shows part of."""
    text = (ROOT / page).read_text("utf-8")
    for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        _, *parts = re.split(r"(?m)^# (\S+)$", block)
        if not parts:
            yield "issue", block
        for path, body in zip(parts[::2], parts[1::2], strict=True):
            yield kind_of(path), body


def slot_keys(page: str) -> Iterator[str]:
    """What the first column of the table of slots says to write."""
    text = (ROOT / page).read_text("utf-8")
    table = text.partition("`picture: {over")[2].partition("\n\n")[0]
    for row in f"| `picture: {{over{table}".splitlines():
        for said in re.findall(r"`([^`]+)`", row.split("|")[1]):
            if ":" in said and "…" not in said:
                yield said


def wrong(kind: str, written: Any) -> list[str]:
    """What a schema has against part of a file; that it is not whole counts not."""
    errors = Draft202012Validator(schema(kind)).iter_errors(written)
    return [error.message for error in errors if error.validator != "required"]


def read(text: str) -> Any:
    return typed(parse_yaml(text, ROOT / "a.yaml", "a.yaml"))


@pytest.mark.parametrize("page", PAGES)
def test_every_snippet_can_be_written(page):
    shown = [*snippets(page)]
    assert {kind for kind, _ in shown} == {"house", "issue", "edition", "register"}
    for kind, text in shown:
        assert wrong(kind, read(text)) == [], text


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_a_slot_can_be_written(page):
    keys = [*slot_keys(page)]
    assert len(keys) > 15
    for said in keys:
        slot = read(said)
        if OF_A_PLACE & slot.keys():
            slot = {"picture": {**PLACE, **slot}}
        assert wrong("layout", {"slots": {"lead": slot}}) == [], said


def names_in(value: Any) -> Iterator[str]:
    """Every key that a schema knows by name."""
    if isinstance(value, dict):
        yield from value.get("properties", {})
        for each in value.values():
            yield from names_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from names_in(each)


@pytest.mark.parametrize("page", PAGES)
def test_no_key_is_named_that_is_not_there(page):
    known = {name for kind in KINDS for name in names_in(schema(kind))}
    text = (ROOT / page).read_text("utf-8")
    spans = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    named = {key for span in spans for key in re.findall(r"([\w]+):", span)}
    assert named - known <= NO_KEYS
    assert len(named & known) > 30
