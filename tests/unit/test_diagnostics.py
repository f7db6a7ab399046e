"""Findings as text: both languages, carets, order."""

from typing import Any

import pytest

from printpress.diagnostics import (
    Both,
    Diagnostic,
    Note,
    PressError,
    Severity,
    Span,
    error,
    for_people,
    has_errors,
    in_order,
    render,
)

LINE = "  主题: Bridge，桥头早市开张"


def finding(**changes):
    parts: dict[str, Any] = {
        "code": "overset",
        "span": Span("story.md", 3, 3, 2),
        "what": Both("the story is too long", "稿件过长"),
        "fix": Both("cut it", "删短"),
    }
    parts |= changes
    return error(parts.pop("code"), parts.pop("span"), parts.pop("what"), **parts)


def shown(diagnostic, language="en", line: str | None = LINE):
    return render(diagnostic, language, lambda _: line).split("\n")


def test_a_finding_in_english():
    told = finding(
        why=Both("paper is finite", "版面有限"),
        at=Both("here", "此处"),
        notes=(Note(Span("layout.yaml", 9, 1), Both("the slot", "版位")),),
    )
    assert shown(told) == [
        "story.md:3:3: error[overset]: the story is too long",
        "    3 |   主题: Bridge，桥头早市开张",
        "      |   ^^^^ here",
        "   why: paper is finite",
        "   fix: cut it",
        "layout.yaml:9:1: note: the slot",
    ]


def test_of_a_long_line_only_what_is_near_is_shown():
    line = "甲" * 200 + "错字" + "乙" * 200
    told = shown(finding(span=Span("story.md", 3, 201, 2)), line=line)
    assert told[1:3] == [
        f"    3 | …{'甲' * 24}错字{'乙' * 24}…",
        f"      | {' ' * 49}^^^^",
    ]
    told = shown(finding(span=Span("story.md", 3, 1, 402)), line=line)
    assert told[1:3] == [f"    3 | {'甲' * 48}…", f"      | {'^' * 48}"]


def test_the_same_in_chinese():
    told = finding(
        why=Both("paper is finite", "版面有限"),
        at=Both("here", "此处"),
        notes=(Note(Span("layout.yaml", 9, 1), Both("the slot", "版位")),),
    )
    assert shown(told, "zh") == [
        "story.md:3:3: 错误[overset]：稿件过长",
        "    3 |   主题: Bridge，桥头早市开张",
        "      |   ^^^^ 此处",
        "   原因：版面有限",
        "   办法：删短",
        "layout.yaml:9:1: 提示：版位",
    ]


@pytest.mark.parametrize(
    ("column", "length", "start", "width"),
    [
        (1, 1, 0, 1),  # blanks
        (3, 1, 2, 2),  # Han takes two cells
        (3, 2, 2, 4),
        (5, 1, 6, 1),  # behind two Han
        (7, 6, 8, 6),  # Latin takes one
        (13, 1, 14, 2),  # a full-width comma
        (14, 4, 16, 8),
        (20, 1, 28, 1),  # behind the end: one caret all the same
        (40, 5, 28, 1),
    ],
)
def test_carets_stand_under_what_a_terminal_shows(column, length, start, width):
    told = finding(span=Span("story.md", 3, column, length))
    caret = shown(told)[2].removeprefix("      | ")
    assert len(caret) - len(caret.lstrip(" ")) == start
    assert caret.strip(" ") == "^" * width


def test_a_file_as_a_whole_has_no_line():
    assert shown(finding(span=Span("story.md", 0, 0)))[:2] == [
        "story.md: error[overset]: the story is too long",
        "   fix: cut it",
    ]


def test_a_line_that_is_gone_is_left_out():
    assert len(shown(finding(), line=None)) == 2


def test_a_finding_may_blame_no_file():
    assert shown(finding(span=None)) == [
        "error[overset]: the story is too long",
        "   fix: cut it",
    ]


@pytest.mark.parametrize(
    ("severity", "en", "zh"),
    [
        (Severity.ERROR, "error", "错误"),
        (Severity.WARNING, "warning", "警告"),
        (Severity.NOTE, "note", "提示"),
    ],
)
def test_severities_have_names(severity, en, zh):
    told = Diagnostic("short", severity, None, Both("a", "甲"), Both("b", "乙"))
    assert shown(told)[0] == f"{en}[short]: a"
    assert shown(told, "zh")[0] == f"{zh}[short]：甲"


def test_only_errors_stop_the_press():
    mild = Diagnostic("short", Severity.WARNING, None, Both("a", "甲"), Both("b", "乙"))
    assert not has_errors([mild])
    assert has_errors([mild, finding()])
    assert not has_errors([])


def test_errors_come_first_then_places_and_repeats_go():
    late, early = (finding(span=Span("b.md", line, 1)) for line in (9, 2))
    other = finding(span=Span("a.md", 5, 1))
    nowhere = finding(span=None)
    mild = Diagnostic("short", Severity.WARNING, None, Both("a", "甲"), Both("b", "乙"))
    ordered = in_order([mild, late, early, other, late, nowhere])
    assert ordered == (nowhere, other, early, late, mild)


def test_an_exception_carries_what_to_tell():
    trouble = PressError(iter([finding(), finding(code="short")]))
    assert [d.code for d in trouble.diagnostics] == ["overset", "short"]
    assert "too long" in str(trouble)


def test_people_are_shown_few_notes_and_those_last():
    note = Diagnostic("widow", Severity.NOTE, None, Both("n", "n"), Both("f", "f"))
    many = for_people([finding()] * 3 + [note] * 9)
    assert [d.severity for d in many] == [Severity.ERROR] * 3 + [Severity.NOTE] * 5
    most = for_people([finding()] * 18 + [note] * 9)
    assert [d.severity for d in most][17:] == [Severity.ERROR] + [Severity.NOTE] * 2
