"""JSON Schemas say what the readers say, file by file."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.editor import typed
from tests.papers import ISSUE, STORIES, TINY

from printpress.colour import BLACK
from printpress.spec.fields import Reading, Unread
from printpress.spec.house_form import STANDING_COLOURS
from printpress.spec.schema import _FORMS, KINDS, schema, schema_text
from printpress.spec.source import ListNode, MappingNode, Node, parse_yaml
from printpress.units import PT

ROOT = Path(__file__).parents[3]
COLOURS = {"red": BLACK, "tint": BLACK, **STANDING_COLOURS}

FORM_CODES = {
    "unknown-key",
    "missing-key",
    "wrong-type",
    "wrong-count",
    "empty-value",
    "too-few",
    "bad-number",
    "bad-length",
    "bad-cells",
    "bad-choice",
    "bad-name",
    "bad-date",
    "bad-pin",
    "bad-url",
    "bad-page-number",
}
"""What is wrong in one file by itself: a schema must refuse it too."""


def parse(text: str) -> Node:
    return parse_yaml(text, ROOT / "layouts" / "pages" / "a.yaml", "a.yaml")


def head_of(text: str) -> str:
    return text.split("---\n")[1]


def kind_of(path: Path) -> str:
    named = {"issue.yaml": "issue", "fonts.yaml": "fonts"}
    folders = {
        "layouts": "house",
        "presets": "preset",
        "pages": "layout",
        "editions": "edition",
        "press": "press",
    }
    return named.get(path.name) or folders.get(path.parent.name) or "story"


SAMPLES = [
    *ROOT.glob("layouts/**/*.yaml"),
    *ROOT.glob("issues/*/issue.yaml"),
    *ROOT.glob("issues/*/stories/*.md"),
    ROOT / "fonts" / "fonts.yaml",
]
LAYOUT = """\
furniture:
  masthead: {cols: 1-3, rows: 1-3, name: {font: song}, slogan: {}, copublisher: {}}
  qr: {cols: 5, rows: 1-9, size: 24mm, level: M}
  folio: {rows: 4}
slots:
  lead: {cols: 1-3, rows: 5-12, role: lead, rule: above, tint: tint, items: [4, 6]}
  tail: {cols: 4, rows: 5-12, picture: {over: 2-3, at: foot, rows: [3, 5]}}
column_rule: 0.3pt
"""
TEXTS = {
    "issue": TINY[ISSUE] + "pins: {1.lead.picture.rows: 4}\njumps: {market: 2.tail}\n",
    "layout": LAYOUT,
    "house": TINY["layouts/house.yaml"],
    "preset": TINY["layouts/house.yaml"],
    "edition": TINY["layouts/editions/town.yaml"],
    "issue-edition": "pages: {2: {section: 镇}}\ncopublisher: 一镇出版\naccept: []\n",
    "press": (ROOT / "layouts" / "press" / "newsprint.yaml").read_text("utf-8"),
    "story": head_of(TINY[f"{STORIES}/market.md"]),
    "fonts": TINY["fonts/fonts.yaml"],
    "comments": "[{page: 1, story: market, paragraph: 3, note: 压字, by: 林一}]\n",
    "register": "officials: [{name: 方同舟, posts: [镇党委副书记, 镇长]}]\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_committed_is_generated(kind):
    committed = (ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8")
    assert committed == schema_text(kind), "run: make schema"


@pytest.mark.parametrize("kind", KINDS)
def test_is_a_schema(kind):
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_in_both_languages(kind):
    def walk(part: Any) -> None:
        if isinstance(part, dict):
            for name, inner in part.get("properties", {}).items():
                if name != "spot":
                    zh, en = inner["description"].split("\n")[:2]
                    assert re.search(r"[一-鿿]", zh), name
                    assert re.match(r"[A-Z].*\.$", en), (name, en)
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(schema(kind))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_are_accepted(path):
    text = path.read_text("utf-8")
    text = head_of(text) if path.suffix == ".md" else text
    validator = Draft202012Validator(schema(kind_of(path)))
    assert not list(validator.iter_errors(typed(parse(text))))


@pytest.mark.parametrize(
    "path", [path for path in SAMPLES if path.suffix == ".yaml"], ids=lambda p: p.name
)
def test_samples_name_their_schema(path):
    first = path.read_text("utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match, first
    named = (path.parent / match[1]).resolve()
    assert named == ROOT / "schema" / f"{kind_of(path)}.schema.json"


def refusals(kind: str, node: Node) -> set[str] | None:
    """Codes of what the reader finds wrong; None where it reads the file."""
    reading = Reading(ROOT, sizes={"小五": 9 * PT, "五号": 10 * PT}, colours=COLOURS)
    try:
        _FORMS[kind][0].read(node, reading)
    except Unread:
        return {found.code for found in reading.found}
    return {found.code for found in reading.found} or None


def accepted(kind: str, node: Node) -> bool:
    return bool(Draft202012Validator(schema(kind)).is_valid(typed(node)))


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("issue", "2025-09-05", "5 September"),
        ("issue", "number: 7", "number: seven"),
        ("issue", "number: 7", "number: 0"),
        ("issue", "press: plain\n", ""),
        ("issue", "press: plain", "press:"),
        ("issue", "  1: {", "  one: {"),
        ("issue", "{lead: market}", "market"),
        ("issue", "lead: market", "lead: []"),
        ("issue", "layout: front", "layuot: front"),
        ("issue", "1.lead.picture.rows", "lead"),
        ("layout", "cols: 1-3", "cols: 1to3"),
        ("layout", "lead: {cols: 1-3, ", "lead: {"),
        ("layout", "cols: 1-3", "cols: 0"),
        ("layout", "role: lead", "use: stories"),
        ("house", "row: 14pt", "row: 14"),
        ("house", "row: 14pt", "row: 小五"),
        ("house", "[105mm, 120mm]", "[105mm]"),
        ("house", "[105mm, 120mm]", "105mm"),
        ("house", "[0, 100, 90, 0]", "[0, 100, 90]"),
        ("house", "[0, 100, 90, 0]", "[0, 100, 190, 0]"),
        ("house", "at: end", "at: foot"),
        ("house", "columns: 3", "columns: 3.5"),
        ("house", "gutter: 1,", "gutter: wide,"),
        ("edition", "code: T\n", ""),
        ("edition", "https://example.org/t", "example.org"),
        ("edition", "[扫一扫]", "{a: b}"),
        ("press", "PDF/X-4", "PDF/X-3"),
        ("press", "tac: 240", "tac: 500"),
        ("press", "0mm", "none"),
        ("story", "headline:", "title:"),
        ("story", "headline: 桥头早市开张", "headline:"),
        ("story", "桥头早市开张", "[桥头, 早市]"),
        ("fonts", ", licence: OFL-1.1", ""),
        ("fonts", "[song]", "song"),
    ],
)
def test_what_readers_refuse_is_refused(kind, old, new):
    text = TEXTS[kind]
    assert old in text
    node = parse(text.replace(old, new, 1))
    assert (refusals(kind, node) or set()) & {*FORM_CODES, "out-of-range"}
    assert not accepted(kind, node)


ODD = (
    "",
    "~",
    "true",
    "on",
    "是",
    "0",
    "1",
    "5",
    "-1",
    "1.5",
    "1-5",
    '"1-5"',
    '"7"',
    "9pt",
    "小五",
    "28 mm",
    "red",
    "lead",
    "none",
    "top",
    "2025-09-05",
    "文字",
    '""',
    "https://example.org",
    "[]",
    "[1, 2]",
    "[9pt, 12pt]",
    "[0, 100, 90, 0]",
    "[文字]",
    "{}",
    "{a: b}",
    "{rows: 1-2}",
)


def places(node: Node, path: tuple = ()) -> list[tuple]:
    found: list[tuple] = [path] if path else []
    if isinstance(node, MappingNode):
        for index, entry in enumerate(node.entries):
            found += places(entry.value, (*path, index))
    elif isinstance(node, ListNode):
        for index, each in enumerate(node.nodes):
            found += places(each, (*path, index))
    return found


def with_other(node: Node, path: tuple, other: Node) -> Node:
    from dataclasses import replace

    if not path:
        return replace(other, owner=node.owner)
    at, rest = path[0], path[1:]
    if isinstance(node, MappingNode):
        entries = list(node.entries)
        entries[at] = replace(
            entries[at], value=with_other(entries[at].value, rest, other)
        )
        return replace(node, entries=tuple(entries))
    assert isinstance(node, ListNode)
    nodes = list(node.nodes)
    nodes[at] = with_other(nodes[at], rest, other)
    return replace(node, nodes=tuple(nodes))


@given(st.data())
def test_schema_and_reader_agree(data):
    """Any value put in any other's place is refused by both or by neither."""
    # What a preset lacks, a house has; an edition's pages are read with the issue's.
    whole = [kind for kind in KINDS if kind not in ("preset", "issue-edition")]
    kind = data.draw(st.sampled_from(whole))
    node = parse(TEXTS[kind])
    path = data.draw(st.sampled_from(places(node)))
    written = data.draw(st.sampled_from(ODD))
    other = parse(f"key: {written}")
    assert isinstance(other, MappingNode)
    changed = with_other(node, path, other.entries[0].value)
    codes = refusals(kind, changed)
    if codes is None:
        assert accepted(kind, changed)
    elif codes & FORM_CODES:
        assert not accepted(kind, changed), codes


def test_texts_are_read():
    """The texts that are mutated above are in order as they stand."""
    for kind, text in TEXTS.items():
        codes = refusals(kind, parse(text)) or set()
        assert codes <= {"missing-file", "not-yet"}, (kind, codes)
        assert json.dumps(typed(parse(text)))
