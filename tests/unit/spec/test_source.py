"""YAML as trees of text with places."""

from pathlib import Path
from typing import Any

import pytest

from printpress.diagnostics import Diagnostic, PressError, Span
from printpress.spec.source import (
    ALIASES_AT_MOST,
    BYTES_AT_MOST,
    DEPTH_AT_MOST,
    ListNode,
    MappingNode,
    Scalar,
    load_yaml,
    parse_yaml,
    source_line,
)

FILE = Path("a.yaml")


def parse(text: str, first_line: int = 1) -> Any:
    return parse_yaml(text, FILE, "a.yaml", first_line=first_line)


def refusal(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(PressError) as caught:
        parse(text)
    return caught.value.diagnostics


@pytest.mark.parametrize(
    "written", ["2025-09-05", "1-5", "P02", "8.0", "on", "0x10", "012", "1:30", "5e3"]
)
def test_scalars_stay_as_written(written):
    node = parse(f"key: {written}")
    assert node.get("key").text == written
    assert not node.get("key").quoted


@pytest.mark.parametrize("written", ["", " ~", " null", " NULL"])
def test_nothing_is_nothing(written):
    assert parse(f"key:{written}").get("key").empty


@pytest.mark.parametrize("written", ['""', "'null'", '"~"'])
def test_quoted_nothing_is_text(written):
    assert not parse(f"key: {written}").get("key").empty


def test_places_count_characters_from_one():
    node = parse('标题: 溪桥\n表: {甲: "乙", 丙: [丁]}\n')
    assert [entry.key.span for entry in node.entries] == [
        Span("a.yaml", 1, 1, 2),
        Span("a.yaml", 2, 1, 1),
    ]
    table = node.get("表")
    assert table.span == Span("a.yaml", 2, 4, 1)
    assert table.get("甲").span == Span("a.yaml", 2, 8, 3)
    assert table.get("丙").nodes[0].span == Span("a.yaml", 2, 17, 1)


def test_a_block_is_placed_at_its_first_key():
    node = parse("a:\n  b: 1\n")
    assert node.get("a").span == Span("a.yaml", 2, 3, 1)
    assert node.get("a").place == Span("a.yaml", 1, 1, 1)


def test_astral_characters_are_one_column():
    assert parse("a: [𠮷, b]").get("a").nodes[1].span == Span("a.yaml", 1, 8, 1)


def test_values_know_their_key_in_lists_too():
    assert parse("a: [[b]]").get("a").nodes[0].nodes[0].owner.text == "a"


def test_a_head_is_counted_from_its_line():
    assert parse("a: 1\nb: 2", first_line=7).get("b").span.line == 8


def test_several_lines_are_placed_on_their_first():
    assert parse('a: "one\n  two"').get("a").span == Span("a.yaml", 1, 4, 4)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_counts_once(end):
    node = parse(end.join(["a: 1", "b: 2", "c: 3"]))
    assert node.get("c").span == Span("a.yaml", 3, 4, 1)


def test_every_duplicate_is_told_at_once():
    found = refusal("a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert [d.code for d in found] == ["duplicate-key", "duplicate-key"]
    assert found[0].notes[0].span == Span("a.yaml", 1, 1, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: !!python/object:os.system x", "yaml-syntax"),
        ("a: !mine x", "yaml-syntax"),
        ("<<: {a: 1}", "merge-key"),
        ("? [a]\n: b", "yaml-syntax"),
        ("a: 1\n---\nb: 2", "yaml-syntax"),
        ("a: *nothing", "yaml-syntax"),
        ("a: &self {b: *self}", "yaml-syntax"),
        ("a: [" + "[" * DEPTH_AT_MOST + "]" * DEPTH_AT_MOST + "]", "too-deep"),
        ("[" * 5000, "too-deep"),
        (
            "a: &x 1\nb: [" + ", ".join(["*x"] * (ALIASES_AT_MOST + 1)) + "]",
            "too-large",
        ),
        ("", "empty-file"),
        ("# nothing\n", "empty-file"),
        ("a: \x07", "strange-character"),
        ('a: "\\0"', "strange-character"),
        ('a: "\\uD800"', "yaml-syntax"),
        ("a: b\ufeff", "strange-character"),
        ("a: @x", "yaml-syntax"),
        ("a: b: c", "yaml-syntax"),
        ("- a\nb: c", "yaml-syntax"),
        ("%YAML 3.0\n---\na: b", "yaml-syntax"),
    ],
)
def test_refused_in_place(text, code):
    found = refusal(text)
    assert [d.code for d in found] == [code]
    assert found[0].span is not None


def test_aliases_cannot_blow_up():
    """Ten levels of ten aliases each would be ten thousand million values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert [d.code for d in refusal("\n".join(lines))] == ["too-large"]


def test_an_alias_is_its_anchor():
    node = parse("a: &x {b: 1}\nc: *x\n")
    assert node.get("c") == node.get("a")


def test_nodes_are_what_they_look_like():
    node = parse("a: [1, {b: c}]")
    inner = node.get("a")
    assert isinstance(node, MappingNode)
    assert isinstance(inner, ListNode)
    assert isinstance(inner.nodes[1], MappingNode)
    assert isinstance(inner.nodes[1].get("b"), Scalar)
    assert node.get("z") is None


def test_a_byte_order_mark_is_no_character(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    node: Any = load_yaml(file, str(file))
    assert node.get("b").span.line == 2
    assert source_line(Span(str(file), 1, 1)) == "a: 1"


def test_a_huge_file_is_refused(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"#" * (BYTES_AT_MOST + 1))
    with pytest.raises(PressError) as caught:
        load_yaml(file, "a.yaml")
    assert caught.value.diagnostics[0].code == "too-large"


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(PressError) as caught:
        load_yaml(tmp_path, "a.yaml")
    assert caught.value.diagnostics[0].code == "unreadable-file"


def test_source_line_gives_lines_as_editors_count_them(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("one\ntwo\n", "utf-8")
    assert source_line(Span(str(file), 2, 1)) == "two"
    assert source_line(Span(str(file), 9, 1)) is None
    assert source_line(Span(str(file), 0, 0)) is None
    assert source_line(Span(str(tmp_path / "none.yaml"), 1, 1)) is None
    assert source_line(Span("a\0b", 1, 1)) is None
