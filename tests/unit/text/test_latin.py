"""Latin inside Chinese: kerning, a face and size of its own, gaps, even figures."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from tests.engine import SIZE, body, ems, library, paragraph

from printpress.text.galley import (
    Line,
    Paragraph,
    Piece,
    Profile,
    Run,
    compose,
    set_one_line,
)
from printpress.text.itemize import itemize
from printpress.text.items import Items

EIGHTH = round(Fraction(SIZE, 8))


def items_of(text: str, **changes: Any) -> Items:
    return itemize(paragraph(text, **changes), library())[0]


def line_of(text: str, **changes: Any) -> Line:
    wanted = paragraph(text, **changes)
    return set_one_line(wanted.runs, wanted.setting, library())[0]


def alone(text: str, font: str = "song") -> list[int]:
    """Advances of the letters each by itself."""
    face = library().face(font)
    return [face.advance(face.glyph(char)) * SIZE // face.upem for char in text]


@pytest.mark.parametrize("font", ["song", "hei", "brush"])
@pytest.mark.parametrize("word", ["AVATAR", "To", "Yo."])
def test_pairs_are_kerned_in_chinese_copy(word, font):
    """With script Hani HarfBuzz reaches the faces' Latin ``kern`` all the same."""
    items = items_of(f"看{word}看", font=font)
    widths = items.widths[1 : 1 + len(word)]
    assert sum(widths) < sum(alone(word, font)) - len(word)
    assert items.texts[1 : 1 + len(word)] == tuple(word)


def test_kerned_letters_are_drawn_where_they_were_measured():
    line = line_of("AVATAR")
    items = items_of("AVATAR")
    (piece,) = line.pieces
    assert [b - a for a, b in pairwise(piece.xs)] == list(items.widths[:-1])
    assert line.width == sum(items.widths)


@pytest.mark.parametrize("font", ["song", "hei", "kai", "brush"])
@pytest.mark.parametrize("words", ["A V", "To Yo", "P A", "y w", "T o", "Y. A"])
def test_no_face_kerns_across_a_space(words, font):
    """So words may be shaped by themselves; WeasyPrint 2928 measured what it drew not."""
    face = library().face(font)
    whole = sum(glyph.advance for glyph in face.shape(words))
    left, right = words.split()
    parts = sum(
        glyph.advance for part in (left, " ", right) for glyph in face.shape(part)
    )
    assert whole == parts


def test_letters_of_a_word_never_move_apart():
    text = "溪桥GDP增长，Python与AVATAR都看。"
    natural = items_of(text)
    for measure in range(8, 18):
        (line, *_) = compose(
            [paragraph(text)], Profile.of(ems(measure)), library()
        ).lines
        (piece,) = line.pieces
        for at in range(len(piece.xs) - 1):
            if natural.joints[at + 1] == 1:
                assert piece.xs[at + 1] - piece.xs[at] == natural.widths[at]


def pieces_of(text: str, **changes: Any) -> tuple[Piece, ...]:
    return line_of(text, **changes).pieces


def test_latin_has_a_size_and_a_baseline_of_its_own():
    changes = {"latin_size": Fraction(21, 20), "latin_rise": Fraction(-1, 50)}
    han, latin, after = pieces_of("看Paul看", **changes)
    assert (han.size, han.rise, after.size, after.rise) == (SIZE, 0, SIZE, 0)
    assert latin.size == SIZE * 21 // 20
    assert latin.rise == round(Fraction(-SIZE, 50))
    assert latin.face == "song"
    width = after.xs[0] - latin.xs[0] - EIGHTH
    plain = sum(items_of("Paul").widths)
    assert abs(width - plain * 21 // 20) <= 4


def test_a_lower_baseline_moves_latin_only_even_in_the_same_face_and_size():
    pieces = pieces_of("看Paul，8看", latin_rise=Fraction(-1, 50))
    told = [("".join(piece.texts), piece.rise < 0) for piece in pieces]
    assert told == [
        ("看", False),
        ("Paul", True),
        ("，", False),
        ("8", True),
        ("看", False),
    ]


def test_full_width_signs_keep_the_size_and_baseline_of_han():
    pieces = pieces_of(
        "温度10℃。", latin_size=Fraction(9, 10), latin_rise=Fraction(1, 50)
    )
    told = [("".join(piece.texts), piece.size, piece.rise > 0) for piece in pieces]
    small = SIZE * 9 // 10
    assert told == [("温度", SIZE, False), ("10", small, True), ("℃。", SIZE, False)]


def test_latin_follows_the_size_and_rise_of_its_run():
    run = Run("A", "song", SIZE // 2, 1000)
    setting = body(latin_size=Fraction(11, 10), latin_rise=Fraction(1, 10))
    line, _ = set_one_line((run,), setting, library())
    (piece,) = line.pieces
    assert piece.size == round(Fraction(11, 10) * (SIZE // 2))
    assert piece.rise == 1000 + SIZE // 20


def test_latin_of_bold_words_is_their_own_unless_a_face_is_named():
    runs = (Run("看A", "song"), Run("看A", "hei"))
    size = Fraction(21, 20)
    line, _ = set_one_line(runs, body(latin_size=size), library())
    assert [piece.face for piece in line.pieces] == ["song", "song", "hei", "hei"]
    line, _ = set_one_line(runs, body(latin="kai", latin_size=size), library())
    assert [piece.face for piece in line.pieces] == ["song", "kai", "hei", "kai"]


def test_lines_with_other_latin_sizes_are_full_to_the_unit():
    text = (
        "溪桥图书馆新添了介绍newspaper和typography的小册子，也有讲photography的画册。"
    )
    changes: dict[str, Any] = {"latin_size": Fraction(21, 20), "hyphenate": "en_GB"}
    for measure in range(9, 20):
        lines = compose(
            [paragraph(text, **changes)], Profile.of(ems(measure)), library()
        ).lines
        for line in lines[:-1]:
            assert line.width == line.measure or line.flags


# Gaps between Han and Latin (section 4 of the rules).


def gap_between(text: str, at: int, **changes: Any) -> int:
    """What follows row *at* beyond its own width."""
    return items_of(text, **changes).gaps[at]


@pytest.mark.parametrize(
    ("text", "row", "gap"),
    [
        ("看A", 0, EIGHTH),
        ("A看", 0, EIGHTH),
        ("看8", 0, EIGHTH),
        ("8看", 0, EIGHTH),
        ("看 A", 0, EIGHTH),  # a typed space is the gap
        ("A 看", 0, EIGHTH),
        ("看  8", 0, EIGHTH),
        ("8\n看", 0, EIGHTH),
        ("A8", 0, 0),
        ("8A", 0, 0),
        ("，A", 0, 0),
        ("A，", 0, 0),
        ("A。", 0, 0),
        ("（A", 0, 0),
        ("A）", 0, 0),
        ("“A", 0, 0),
        ("A”看", 0, 0),
        ("·A", 0, 0),
        ("2025年", 3, EIGHTH),
        ("11月", 1, EIGHTH),
        ("24日", 1, EIGHTH),
        ("看2025", 0, EIGHTH),
        ("看\u3000A", 0, 0),
        ("看\u3000A", 1, 0),
        ("看看", 0, 0),
        ("看 看", 0, 0),
    ],
)
def test_where_gaps_stand(text, row, gap):
    assert gap_between(text, row) == gap


@pytest.mark.parametrize("text", ["看10%", "看10％", "看10℃", "看37.5℃看"])
def test_no_gap_inside_a_number_with_its_unit(text):
    items = items_of(text)
    end = items.rows - (text[-1] == "看")
    assert items.gaps[0] == EIGHTH
    assert not any(items.gaps[1 : end - 1])


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"latin": "kai"},
        {"latin_size": Fraction(11, 10)},
        {"even_digits": True},
        {"hyphenate": "en_US"},
    ],
)
@pytest.mark.parametrize("text", ["看A看", "看 A 看", "看8看", "看newspaper看"])
def test_gaps_are_the_same_whatever_face_latin_has(text, changes):
    items = items_of(text, **changes)
    assert items.gaps[0] == items.gaps[-2] == EIGHTH
    assert not any(items.gaps[1:-2])


@pytest.mark.parametrize(
    "runs", [("看", "A看"), ("看A", "看"), ("看 ", "A 看"), ("看", " A", " 看")]
)
def test_gaps_do_not_depend_on_where_runs_end(runs):
    fonts = ("song", "hei", "song")
    parts = tuple(Run(text, font) for text, font in zip(runs, fonts, strict=False))
    items, _ = itemize(Paragraph(parts, body()), library())
    assert items.texts == ("看", "A", "看")
    assert items.gaps == (EIGHTH, EIGHTH, 0)
    assert items.seams == (0, 1)


def test_no_gap_at_line_edges():
    lines = compose(
        [paragraph("一二三四五六ab七八九十一二三")], Profile.of(ems(6)), library()
    ).lines
    assert lines[0].text == "一二三四五六"
    assert lines[0].width == ems(6)
    assert lines[0].looseness == 0
    assert lines[1].text.startswith("ab七")
    assert lines[1].pieces[0].xs[0] == 0


def test_a_house_may_have_no_gap():
    items = items_of("看 A 看8", autospace=Fraction(0))
    assert items.texts == ("看", "A", "看", "8")
    assert items.gaps == (0, 0, 0, 0)
    assert items.seams == ()


def test_gaps_to_latin_fill_a_line_that_has_no_others():
    """Better a wide gap than a ragged edge; it counts as looseness all the same."""
    text = "看photography与architecture的看看看"
    changes: dict[str, Any] = {"autospace_most": Fraction(1, 4)}
    natural = items_of(text)
    for method in ("greedy", "total-fit"):
        (line, *_) = compose(
            [paragraph(text, method=method, **changes)], Profile.of(ems(8)), library()
        ).lines
        assert line.text.rstrip("与") == "看photography"
        assert line.width == ems(8)
        assert not line.flags
        assert line.looseness > 200
        xs = [x for piece in line.pieces for x in piece.xs][:12]
        assert [b - a for a, b in pairwise(xs[1:])] == list(natural.widths[1:11])
        assert xs[1] - SIZE > ems(0.25)


def test_total_fit_does_not_flee_a_line_of_latin_that_is_nearly_full():
    text = (
        "溪桥镇图书馆本周新添了一批书，GDP、5G、Wi-Fi这些词书里都有。其中有介绍newspaper"
        "和typography的小册子，也有讲photography与architecture的画册；孩子们最爱"
        "international这本旧杂志，2025年借出1,171次。"
    )
    wanted = paragraph(text, indent=Fraction(2), autospace_most=Fraction(1, 4))
    lines = compose([wanted], Profile.of(ems(15)), library()).lines
    assert "photography与architecture的" in [line.text for line in lines]
    assert max(line.looseness for line in lines) < 100


# Even figures.


@pytest.mark.parametrize("font", ["song", "hei", "kai", "brush"])
def test_even_digits_all_take_the_same(font):
    items = items_of("0123456789", font=font, even_digits=True)
    assert len(set(items.widths)) == 1
    face = library().face(font)
    inks = [face.ink(gid) for gid in items.gids]
    for shift, (left, right) in zip(items.shifts, inks, strict=True):
        assert shift + left * SIZE // face.upem >= -SIZE // 100
        assert shift + right * SIZE // face.upem <= items.widths[0] + SIZE // 100


def test_digits_of_song_are_uneven_unless_asked_for():
    assert len(set(items_of("0123456789").widths)) > 1
    face = library().face("song")
    even = items_of("17", even_digits=True)
    assert even.gids == (face.even_digit("1"), face.even_digit("7"))
    assert even.shifts == (0, 0)  # glyphs made for it need not be moved


def test_a_face_without_even_digits_has_them_centred():
    items = items_of("1", font="brush", even_digits=True)
    face = library().face("brush")
    own = face.advance(items.gids[0]) * SIZE // face.upem
    assert abs(items.shifts[0] - (items.widths[0] - own) // 2) <= 1
    assert items.shifts[0] > 0


@pytest.mark.parametrize("font", ["song", "brush"])
@pytest.mark.parametrize(("one", "two"), [("1,111.1", "8,049.7"), ("-17%", "-40%")])
def test_figures_below_each_other_line_up(one, two, font):
    first = items_of(one, font=font, even_digits=True)
    second = items_of(two, font=font, even_digits=True)
    assert first.sums == second.sums
    assert first.texts == tuple(one)


def test_digits_with_accents_keep_them():
    items = items_of("1\u030123", font="song", even_digits=True)
    assert "".join(items.texts) == "1\u030123"


def test_even_digits_change_nothing_else():
    text = "看AVATAR，看Python。"
    assert items_of(text, even_digits=True) == items_of(text)
