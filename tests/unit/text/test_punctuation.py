"""Classes of characters, widths of marks, and what pairs give up."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest
from tests.engine import SIZE, library

from printpress.spec import body_form
from printpress.text import natural_width, set_line
from printpress.text.classify import classify
from printpress.text.metrics import LACKING, metrics
from printpress.text.punctuation import (
    HEADLINE,
    QUANJIAO,
    STYLES,
    Punctuation,
    style_named,
    unsqueezed,
)

HALF = Fraction(1, 2)
OPENING = "“‘（［｛〔〈《「『【〖"
CLOSING = "”’）］｝〕〉》」』】〗"
PAUSES = "、，；："
STOPS = "。．"
BANGS = "？！"


@pytest.mark.parametrize(
    ("chars", "kinds"),
    [
        ("“‘「『", "oooo"),
        ("（［｛〔〈《【〖", "O" * 8),
        ("”’」』", "cccc"),
        ("）］｝〕〉》】〗", "C" * 8),
        (PAUSES, "PPPP"),
        (STOPS, "SS"),
        (BANGS, "BB"),
        ("‼⁇⁈⁉", "qqqq"),
        ("·‧•・･", "IIIII"),
        ("–～〜", "NNN"),
        ("／", "L"),
        ("⸺", "D"),
        ("…⋯‥․", "EEEE"),
        ("一龥々〇あア한ㄅ𠮷", "HHhHHHHHH"),
        ("ＡｚＺ＋＝＃＆＠", "Y" * 8),
        ("０９", "ff"),
        ("■●→★", "YYYY"),
        ("azéΩЖ", "AAAAA"),
        ("09", "99"),
        ("#$&+", "XXXX"),
        ("%", "%"),
        (",.;:!?)]}", "T" * 9),
        ("([{", "JJJ"),
        ("￥€£№±−", "RRRRRR"),
        ("％‰°℃℉′″￠㎡", "Z" * 9),
        ("①⑳", "VV"),
        ("\u3000\u2002", "GG"),
        (" \t\n\u00a0", "UUUU"),
        ("\u0301\ufe0f\U000e0100\u200d", "xxxx"),
        ("\u1161\u11ab🏽", "xxx"),
        ("ゝゞヽヾ", "hhhh"),
        ("゠", "N"),
        ("＄", "R"),
        ("‵﹪", "ZZ"),
        ("‐", "T"),
    ],
)
def test_each_character_has_its_class(chars, kinds):
    assert "".join(classify(f"一{char}一")[1] for char in chars) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("他说“好”", "HHoHc"),
        ("“A”和“B”", "oAcHoAc"),
        ("“A”“B”两种", "oAcoAcHH"),
        ("用I’m吧", "HAXAH"),
        ("叫“I’m”吧", "HoAXAcH"),
        ("in “this” way中", "AAUXAAAAXUAAAH"),
        ("引Smith“题”文", "HAAAAAoHcH"),
        ("引Smith“On”文", "HAAAAAoAAcH"),
        ("“Hello”", "XAAAAAX"),
        ("——”Python", "DDcAAAAAA"),
        ("一——二", "HDDH"),
        ("一—二", "HNH"),
        ("一———二", "HDDNH"),
        ("GB/T", "AAXA"),
        ("中/英", "HLH"),
        ("a/英", "ALH"),
        ("and/or", "AAAXAA"),
        ("http://a", "AAAATXXA"),
        ("到http://a.cn/看", "HAAAATXXATAAXH"),
        ("www.a.cn/", "AAATATAAX"),
        ("在’90年", "HX99H"),
        ("那students’ 作", "HAAAAAAAAXUH"),
        ("“James’的书”", "oAAAAAXHHc"),
        ("‘James’的书", "oAAAAAcHH"),
        ("说‘好’吧", "HoHcH"),
        ("“他说‘OK’”", "oHHoAAcc"),
        ("他说：“好", "HHPoH"),
        ("好”他说", "HcHH"),
        ("用.NET写", "HXAAAH"),
        ("用.5写", "HT9H"),
        ("of.NET", "AATAAA"),
    ],
)
def test_what_both_scripts_share_goes_by_its_neighbours(text, kinds):
    assert classify(text) == kinds


@pytest.mark.parametrize("mark", OPENING + CLOSING + PAUSES + STOPS + BANGS + "·／～—")
def test_a_mark_alone_is_an_em_wide(mark):
    assert natural_width(f"字{mark}字") == 3


def pairs() -> Iterator[tuple[str, Fraction | int]]:
    """All pairs of marks with the width that clreq gives them."""
    brackets = OPENING + CLOSING
    for left, right in product(brackets + PAUSES + STOPS, repeat=2):
        opens_and_closes = left in OPENING and right not in OPENING
        bracket = left in brackets or right in brackets
        yield left + right, 2 if opens_and_closes or not bracket else Fraction(3, 2)


def test_every_pair_of_marks_takes_its_width():
    """clreq §h-adjustment_of_adjacent_punctuation_marks."""
    for pair, width in pairs():
        assert natural_width(f"字{pair}字") - 2 == width, pair
        assert natural_width(f"字{pair}字", squeeze=False) == 4, pair


@pytest.mark.parametrize(
    ("pair", "advances", "shifts"),
    [
        ("。”", (HALF, 1), (0, 0)),
        ("》、", (HALF, 1), (0, 0)),
        ("（《", (1, HALF), (0, -HALF)),
        ("”“", (1, HALF), (0, -HALF)),
        ("：“", (1, HALF), (0, -HALF)),
        ("·《", (1, HALF), (0, -HALF)),
        ("》·", (HALF, 1), (0, 0)),
        ("“”", (1, 1), (0, 0)),
        ("，，", (1, 1), (0, 0)),
    ],
)
def test_brackets_stay_close_to_what_they_hold(pair, advances, shifts):
    _, left, right, _ = set_line(f"字{pair}字", 2 + sum(advances))
    assert (left[1], right[1]) == advances
    assert (left[2], right[2]) == shifts


@pytest.mark.parametrize(
    ("run", "width"),
    [("。』」", 2), ("（《“", 2), ("”）。", 2), ("》）」。", 2.5), ("：“《", 2)],
)
def test_a_run_of_marks_loses_half_an_em_at_each_meeting(run, width):
    assert natural_width(f"字{run}字") == 2 + width


@pytest.mark.parametrize(
    ("group", "width"), [("？！", 1), ("！！", 1), ("！！！", 2), ("？？！", 2)]
)
def test_bangs_share_their_ems(group, width):
    """GB/T 15834-2011 by way of clreq §exclamatory_question_marks."""
    assert natural_width(f"字{group}字") == 2 + width


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("👨\u200d👩\u200d👧一", "YxxxxH"),
        ("❤\ufe0f\u200d🔥", "Yxxx"),
        ("🇨🇳🇫🇷", "YxYx"),
        ("🇨🇳🇫", "YxY"),
        ("一1\ufe0f\u20e3#\u20e3", "HYxxYx"),
        ("👍🏽一", "YxH"),
        ("क्\u200dष", "AxxA"),
    ],
)
def test_an_emoji_of_several_characters_is_one(text, kinds):
    """UAX #29 GB11 to GB13."""
    assert classify(text) == kinds


def test_a_dash_keeps_its_two_ems_beside_brackets():
    assert natural_width("字》——《字") == 6


def test_a_style_gives_widths_by_name():
    style = Punctuation.of({"marks": Fraction(3, 4), "quotes": HALF})
    assert natural_width("字，字", punctuation=style) == Fraction(11, 4)
    assert natural_width("字“字", punctuation=style) == Fraction(5, 2)
    assert natural_width("字。”字", punctuation=style) == 3
    with pytest.raises(ValueError, match="'mark' is not a width"):
        Punctuation.of({"mark": HALF})
    with pytest.raises(ValueError, match="'kaimin' is not a style"):
        style_named("kaimin")


def test_headlines_have_half_marks():
    assert natural_width("主动争当“小老虎”，", punctuation=HEADLINE) == 7 + Fraction(
        3, 2
    )


@pytest.mark.parametrize("mark", PAUSES + STOPS + BANGS)
def test_headlines_have_their_marks_close_to_what_they_close(mark):
    """Hei has up to a fifth of an em before their ink, which would stand off."""
    face = library().face("hei")
    plain, close = (metrics(face, SIZE, style)[mark] for style in (QUANJIAO, HEADLINE))
    left, _ = (edge * SIZE // face.upem for edge in face.ink(close.gid))
    kept = min(plain.shift + left, SIZE // 20)
    assert abs(close.shift + left - kept) <= 1


def test_a_style_without_squeezing_keeps_every_em():
    style = unsqueezed(QUANJIAO)
    assert natural_width("字。”“字", punctuation=style) == 5
    assert [advance for _, advance, _ in set_line("（字）", 3, punctuation=style)] == [
        1,
        1,
        1,
    ]


@pytest.mark.parametrize("font", ["song", "hei", "kai", "brush"])
@pytest.mark.parametrize("mark", OPENING + CLOSING + PAUSES + STOPS + BANGS)
def test_ink_lies_in_its_half_whatever_the_face(font, mark):
    """WenKai's “ ” are 0.35 em wide, the brush face's ， is centred: both are moved."""
    face = library().face(font)
    for style in (QUANJIAO, HEADLINE):
        cell = metrics(face, SIZE, style)[mark]
        assert cell.width == (SIZE if style is QUANJIAO else SIZE // 2)
        left, right = (edge * SIZE // face.upem for edge in face.ink(cell.gid))
        half = cell.width - SIZE // 2 if mark in OPENING else 0
        beyond = SIZE // 16  # 《 of the brush face is a little wider than its half
        assert half - beyond <= cell.shift + left
        assert cell.shift + right <= half + SIZE // 2 + beyond


@pytest.mark.parametrize("font", ["song", "hei", "kai", "brush"])
@pytest.mark.parametrize("style", ["kaiming", "banjiao"])
def test_ink_stays_in_a_narrow_cell(font, style):
    """No mark is drawn over its neighbour; a solidus takes the ASCII glyph."""
    face = library().face(font)
    table = metrics(face, SIZE, STYLES[style])
    for mark in OPENING + CLOSING + PAUSES + STOPS + BANGS + "·／":
        cell = table[mark]
        if cell.gid == LACKING:  # the brush face has no ·
            continue
        left, right = (edge * SIZE // face.upem for edge in face.ink(cell.gid))
        beyond = max(0, (right - left - cell.width) // 2) + SIZE // 100
        assert beyond <= SIZE // 50, mark
        assert -beyond <= cell.shift + left, mark
        assert cell.shift + right <= cell.width + beyond, mark


def test_the_house_may_name_every_style():
    assert set(body_form.STYLES) == set(STYLES)


@pytest.mark.parametrize("font", ["song", "hei", "kai"])
def test_the_interpunct_is_in_the_middle_of_its_em(font):
    face = library().face(font)
    cell = metrics(face, SIZE, QUANJIAO)["·"]
    left, right = (edge * SIZE // face.upem for edge in face.ink(cell.gid))
    assert cell.width == SIZE
    assert abs(cell.shift + (left + right) // 2 - SIZE // 2) <= SIZE // 500


@pytest.mark.parametrize("name", body_form.WIDTHS)
def test_every_width_that_a_house_may_write_is_obeyed(name):
    narrow = Punctuation.of({name: Fraction(3, 10)})
    assert narrow != QUANJIAO
    assert Fraction(3, 10) in (getattr(narrow, field) for field in narrow.__slots__)
