"""A story as a proof-reader reads it: which words, in which order, where."""

import re
from fractions import Fraction
from pathlib import Path

from tests.desk import HERE, a_story

from printpress.content.story import Picture
from printpress.diagnostics import Both, Span
from printpress.lint.pieces import Piece, pieces_of
from printpress.spec.story import Facts, Quote

HALF = Fraction(1, 2)
TABLE = "表：各村收入\n| 村 | 收入 |\n|:--|--:|\n| 桥头 | 200 |"


def test_every_word_is_read_once_and_in_order():
    picture = Picture(Path("a.jpg"), "早市", "", (HALF, HALF), 1, 1, HERE)
    story = a_story(
        f"开头。\n\n1. 备水。\n2. 关窗。\n\n{TABLE}",
        kicker="引题",
        headline="上半|下半",
        deck="副题",
        pictures=(picture,),
        quote=Quote("桥通了。", "赵大河", HERE),
        facts=Facts("永济桥", ("建于一九二六年。",), ("长 62 米",), HERE),
    )
    read = [(piece.kind, piece.text) for piece in pieces_of(story)]
    assert read == [
        ("heading", "引题"),
        ("heading", "上半\u3000下半"),
        ("heading", "副题"),
        ("body", "开头。"),
        ("body", "备水。"),  # without its number
        ("body", "关窗。"),
        ("body", "各村收入"),
        *(("body", cell) for cell in ("村", "收入", "桥头", "200")),
        ("caption", "早市"),
        ("apart", "桥通了。"),
        *(("apart", words) for words in ("永济桥", "建于一九二六年。", "长 62 米")),
    ]
    assert {piece.story for piece in pieces_of(story)} == {"one"}


def body(text: str) -> list[Piece]:
    return [piece for piece in pieces_of(a_story(text)) if piece.kind == "body"]


def test_a_place_is_that_of_the_words_in_their_file():
    first, second = body("1. 备水。\n2. 关窗。")
    assert (first.span, second.place(1)) == (
        Span("story.md", 1, 4),
        Span("story.md", 2, 5),
    )
    cell = body(TABLE)[-1]
    assert cell.place(0, 3) == Span("story.md", 4, 8, 3)


def test_words_over_two_lines_are_marked_on_the_first():
    (piece,) = body("桥头的早市\n开了张。")
    assert piece.text == "桥头的早市开了张。"
    assert piece.place(1, 4) == Span("story.md", 1, 2, 3)
    assert piece.place(3, 7) == Span("story.md", 1, 4, 1)


def test_a_warning_stands_at_the_words_that_were_found():
    (piece,) = body("桥头的的早市。")
    found = re.search("的的", piece.text)
    assert found
    says = piece.warning("doubled-word", found, Both("a", "甲"), fix=Both("b", "乙"))
    assert says.span == Span("story.md", 1, 3, 2)
