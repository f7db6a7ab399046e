"""What holds for every body: nothing is lost, every character knows its place."""

import re

from hypothesis import given
from hypothesis import strategies as st

from printpress.content.markup import parse_body
from printpress.content.story import Paragraph
from printpress.diagnostics import has_errors

FILE = "a.md"
FIRST = 7

PIECES = (
    *"一二三桥水，。：“”‘’！…—《》（）",
    *"aZ09.-é한𠮷ー",
    *" \t\u3000",
    *"*_`~[]{}<>!|\\#>&;",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\u3000\u3000",
    "\n\u3000\u3000",
    "**",
    "**",
    "***",
    "## ",
    "\n## ",
    "- ",
    "1. ",
    "---",
    "```",
    "|-|",
    "[^1]",
    "[字](u)",
    "{字|zì}",
    "{二字｜èr zì}",
    "{专名:桥}",
    "{书名：水}",
    "{示亡:",
    "{人:",
    "<b>",
    "&amp;",
    "\\*",
    "\\\n",
    "\ue000",
    "\x07",
    "\u200b",
    "\n::: 诗\n",
    "\n:::\n",
    "\n：：： 问答\n",
    "\n问：",
    "\n- ",
    "\n2) ",
    "\n| 一 | 二 |\n|--:|---|\n| 三 | 水 |",
    "\n|",
    "表：",
)
"""Copy with every sign that means something to Markdown, and much that means nothing."""

bodies = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
"""Bodies, as likely as not nonsense."""

plain = st.lists(
    st.one_of(
        st.sampled_from("一二三桥水，。：“”！—《》（）aZ09.é𠮷"),
        st.sampled_from(["\n", "\n\n", " ", "\u3000\u3000", "APP", "2025 "]),
    ),
    max_size=60,
).map("".join)
plain = plain.filter(lambda body: "：：：" not in body)
"""Bodies without a sign of Markdown."""

SIGNS = re.compile(r"[*\\#^{}|｜:：+—-]|专名|书名|示亡")
"""What a reader may take out: marks, their names, escapes, subheads, lists, tables."""
FENCE = re.compile(r"(?m)^\s*[:：]{3,}[^\n]*$")


def kept(text: str) -> str:
    """What must come through: all but blanks, signs, and 表 where it names a table."""
    return SIGNS.sub("", "".join(FENCE.sub("", text).split())).replace("表", "")


def paragraphs_of(body: str) -> tuple[Paragraph, ...]:
    return parse_body(body, FILE, FIRST)[0]


@given(bodies)
def test_no_character_of_copy_is_lost_or_moved(body):
    runs = (run for paragraph in paragraphs_of(body) for run in paragraph.runs)
    set_copy = "".join(run.text + run.ruby for run in runs)
    assert kept(set_copy) == kept(body)


@given(plain)
def test_copy_without_signs_comes_through_whole(body):
    paragraphs, found = parse_body(body, FILE, FIRST)
    assert not found
    assert "".join("".join(p.text for p in paragraphs).split()) == "".join(body.split())


@given(bodies)
def test_signs_are_lost_only_in_pairs_that_mean_something(body):
    """Where nothing is told, every sign taken out stands for stress or a subhead."""
    paragraphs, found = parse_body(body, FILE, FIRST)
    if has_errors(found):
        return
    stressed = sum(run.emphasis == "strong" for p in paragraphs for run in p.runs)
    subheads = sum(p.kind == "subhead" for p in paragraphs)
    text = "".join(p.text for p in paragraphs)
    lines = body.split("\n")
    items = [lines[p.place(0).line - FIRST] for p in paragraphs if p.kind == "item"]
    bullets = sum(line.strip().startswith("* ") for line in items)
    gone = body.count("*") - text.count("*") - bullets
    assert gone % 2 == 0
    assert gone or not stressed
    assert subheads or "#" not in body or body.count("#") == text.count("#")


@given(bodies)
def test_every_character_stands_where_it_says(body):
    lines = body.split("\n")
    for paragraph in paragraphs_of(body):
        noted = [run.mark == "note" for run in paragraph.runs for _ in run.text]
        for offset, char in enumerate(paragraph.text):
            place = paragraph.place(offset)
            line = lines[place.line - FIRST]
            if noted[offset]:
                assert line[place.column - 1 :].startswith("[^1]")
            elif char == " ":  # a line break, or a tab, may have become one
                assert not line[place.column - 1 : place.column].strip()
            else:
                assert line[place.column - 1] == char


@given(bodies)
def test_places_go_forward(body):
    places = [
        (place.line, place.column)
        for paragraph in paragraphs_of(body)
        for place in map(paragraph.place, range(len(paragraph.text)))
    ]
    assert places == sorted(places)


@given(bodies)
def test_what_is_told_lies_inside_the_file(body):
    lines = body.split("\n")
    for diagnostic in parse_body(body, FILE, FIRST)[1]:
        span = diagnostic.span
        assert span is not None
        line = lines[span.line - FIRST]
        assert span.column >= 1
        assert span.column + span.length - 1 <= len(line)
        assert line[span.column - 1].strip() or not line[span.column - 1].isprintable()


@given(bodies)
def test_no_paragraph_is_empty_or_holds_a_line_end(body):
    for paragraph in paragraphs_of(body):
        assert paragraph.text.strip()
        assert "\n" not in paragraph.text
        assert "\t" not in paragraph.text
        assert all(run.text for run in paragraph.runs)
        touching = zip(paragraph.runs, paragraph.runs[1:], strict=False)
        assert all(
            left.emphasis != right.emphasis
            or left.mark
            or left.ruby
            or right.mark
            or right.ruby
            for left, right in touching
        )


@given(plain, st.integers(0, 60))
def test_breaking_a_line_between_han_changes_nothing(body, at):
    """An author's line breaks between Chinese characters do not reach the page."""
    if not (re.match(r"[一-龥]{2}", body[at:]) and "\u3000" not in body):
        return
    broken = body[: at + 1] + "\n" + body[at + 1 :]
    assert [p.text for p in paragraphs_of(broken)] == [
        p.text for p in paragraphs_of(body)
    ]


@given(st.lists(plain, max_size=4))
def test_paragraphs_are_read_apart_from_one_another(parts):
    together = paragraphs_of("\n\n".join(parts))
    apart = [p.text for part in parts for p in paragraphs_of(part)]
    assert [p.text for p in together] == apart


@given(bodies)
def test_equal_bodies_give_equal_copy(body):
    assert parse_body(body, FILE, FIRST) == parse_body(body, FILE, FIRST)


@given(plain, plain, plain)
def test_a_note_moves_to_the_end_with_its_number(before, behind, words):
    notes = "".join(words.split())
    if not notes:
        return
    body = f"{before}[^a]{behind}\n\n[^a]: {notes}\n\n末"
    paragraphs, found = parse_body(body, FILE, FIRST)
    assert not found
    *_, last, note = paragraphs
    assert (last.text, note.kind) == ("末", "footnote")
    assert note.text == f"[1]\u2002{notes}"
    assert "[1]" in "".join(p.text for p in paragraphs[:-1])
    line = body.split("\n").index(f"[^a]: {notes}") + FIRST
    assert note.place(4).line == line
    assert note.place(4).column == len("[^a]: ") + 1
