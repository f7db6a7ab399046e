"""Pinyin above characters: rooms and places worked out by hand.

In the model a letter of a reading is a quarter of its characters' em wide.
"""

from typing import Any

import pytest
from tests.engine import FONTS, library

from printpress.text.galley import Line, Paragraph, Profile, Run, Setting, compose
from printpress.text.nominal import NominalFace, OneFace
from printpress.text.ruby import RISE, syllables

EM = 1000
NOMINAL = OneFace(NominalFace())
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹê"


def run(text: str, ruby: str = "", **worn: Any) -> Run:
    return Run(text, "nominal", ruby=ruby, **worn)


def lines(*runs: Run, measure: int = 8, **changes: Any) -> tuple[Line, ...]:
    setting = Setting(**({"size": EM, "orphan": False} | changes))
    return compose([Paragraph(runs, setting)], Profile.of(measure * EM), NOMINAL).lines


def readings(line: Line) -> list[tuple[str, int]]:
    """The text of each reading, and where it begins."""
    return [
        ("".join(piece.texts), piece.xs[0])
        for piece in line.pieces
        if piece.rise == RISE
    ]


def characters(line: Line) -> list[tuple[str, int]]:
    return [
        pair
        for piece in line.pieces
        if not piece.rise
        for pair in zip(piece.texts, piece.xs, strict=True)
    ]


def test_a_reading_stands_centred_in_half_size_above_its_character():
    (line,) = lines(run("一"), run("二", "er"), run("三"))
    assert readings(line) == [("er", 1250)]
    reading = line.pieces[-1]
    assert (reading.size, reading.rise) == (500, RISE)
    assert line.width == 3000
    assert line.text == "一二三"


def test_syllables_that_are_parted_stand_each_above_its_character():
    (line,) = lines(run("一二", "yi er"))
    assert readings(line) == [("yi", 250), ("er", 1250)]


def test_a_reading_in_one_word_stands_above_all_of_its_characters():
    (line,) = lines(run("一二", "yier"))
    assert readings(line) == [("yier", 500)]


def test_readings_stay_a_quarter_of_an_em_apart():
    (line,) = lines(run("一二", "yiii errr"))
    assert readings(line) == [("yiii", 0), ("errr", 1300)]
    assert characters(line) == [("一", 0), ("二", 1300)]
    assert line.width == 2300


def test_a_wide_reading_reaches_over_its_neighbours():
    (line,) = lines(run("一"), run("二", "zhuang"), run("三"))
    assert readings(line) == [("zhuang", 750)]
    assert line.width == 3000


def test_a_reading_wider_still_widens_its_character():
    (line,) = lines(run("一"), run("二", "zhuangguo"), run("三"))
    assert line.width == 3000 + 9 * 250 - 1500
    assert characters(line)[1] == ("二", 1000 + 375)
    assert readings(line) == [("zhuangguo", 750)]
    assert characters(line)[2] == ("三", 2750)


def test_a_reading_as_long_as_half_a_line_reaches_over_nothing():
    (line,) = lines(run("一"), run("二", "abcdefghijkl"), run("三"))
    assert line.width == 2000 + 3000
    assert readings(line) == [("abcdefghijkl", 1000)]
    assert characters(line)[1] == ("二", 2000)
    for line in lines(run("一", "a" * 16), run("二", "b" * 16), measure=8):
        (alone,) = readings(line)
        assert alone[1] == 0


def test_at_a_lines_edges_a_reading_is_moved_in():
    first, second = lines(
        run("一二三"), run("四", "zhuang"), run("五", "zhuang"), run("六"), measure=4
    )
    assert (first.text, second.text) == ("一二三四", "五六")
    assert readings(first) == [("zhuang", 4000 - 1500)]
    assert readings(second) == [("zhuang", 0)]
    assert characters(second)[0] == ("五", 0)


def test_a_line_says_how_large_its_read_characters_are():
    first, second = lines(run("一", "yi"), run("二三四五"), measure=4)
    assert (first.reading, second.reading) == (EM, 0)


def test_a_reading_that_is_moved_in_moves_the_next_one():
    (line,) = lines(run("一", "zhuang"), run("二"), run("三", "guo"))
    assert readings(line) == [("zhuang", 0), ("guo", 2125)]
    (line,) = lines(run("一", "zhuang"), run("二", "guo"))
    assert line.width == 2000 + 250 - 125 + 300
    assert readings(line) == [("zhuang", 0), ("guo", 1800)]


def test_room_that_readings_want_is_not_kept_at_a_lines_end():
    first, second = lines(run("一二三四五", "aaaa bbbb cccc dddd eeee"), measure=4)
    assert first.text == "一二三"
    assert second.text == "四五"
    assert first.width == 4000
    gaps = [
        b - a
        for (_, a), (_, b) in zip(readings(first), readings(first)[1:], strict=False)
    ]
    assert all(gap >= 1250 for gap in gaps)


def test_characters_under_one_reading_stay_together():
    first, second = lines(run("一二三"), run("四五", "siwu"), run("六"), measure=4)
    assert (first.text, second.text) == ("一二三", "四五六")


def test_a_line_full_of_readings_closes_them_up_rather_than_leave_its_measure():
    first, *_ = lines(
        run("一"), run("二三", "zhuang zhuang"), run("四"), run("五"), measure=3
    )
    for line in lines(run("二三四", "zhuang zhuang zhuang"), run("四五六"), measure=5):
        ends = [x + len(text) * 250 for text, x in readings(line)]
        starts = [x for _, x in readings(line)]
        assert all(x >= 0 for x in starts)
        assert all(end <= 5000 for end in ends)
        assert all(a <= b for a, b in zip(ends, starts[1:], strict=False))
    assert readings(first)


@pytest.mark.parametrize(
    ("reading", "kinds", "parts"),
    [
        ("pīn yīn", "HH", ("pīn", "yīn")),
        ("pīn\u3000yīn", "HH", ("pīn", "yīn")),
        ("Xī'ān", "HH", ("Xī", "ān")),
        ("Xī’ān", "HH", ("Xī", "ān")),
        ("pīnyīn", "HH", ("pīnyīn",)),
        ("pīn yīn", "HHH", ("pīn yīn",)),
        ("kǎ lā OK", "HHA", ("kǎ lā OK",)),
        (" yī ", "H", ("yī",)),
    ],
)
def test_how_a_reading_is_shared_out(reading, kinds, parts):
    assert syllables(reading, kinds) == parts


@pytest.mark.parametrize("font", ["song", "kai", "hei"])
def test_every_letter_with_its_tone_is_in_some_face(font):
    assert FONTS.is_dir()
    runs = tuple(Run("溪", font, ruby=tone) for tone in TONES)
    galley = compose(
        [Paragraph(runs, Setting(size=114300))], Profile.of(10**7), library()
    )
    assert not galley.missing
    drawn = [p for line in galley.lines for p in line.pieces if p.rise]
    assert "".join(text for p in drawn for text in p.texts) == TONES
    assert all(gid > 0 for p in drawn for gid in p.gids)


def test_a_letter_written_as_two_is_the_same_reading():
    song = Run("女", "song", ruby="nu\u0308\u030c")
    galley = compose(
        [Paragraph((song,), Setting(size=114300))], Profile.of(10**7), library()
    )
    reading = galley.lines[0].pieces[-1]
    assert reading.texts == ("n", "ǚ")


def test_a_reading_that_no_face_has_is_told_at_its_character():
    runs = (Run("一二", "song"), Run("三", "song", ruby="\U0001f600"))
    galley = compose(
        [Paragraph(runs, Setting(size=114300))], Profile.of(10**7), library()
    )
    (missing,) = galley.missing
    assert (missing.offset, missing.char) == (2, "\U0001f600")


def test_marks_under_a_wide_reading_keep_their_ink_in_the_line():
    (line,) = lines(run("“溪”", "zhuangzhuangzhuang"), run("的"), measure=6)
    opening, han, closing, after = (at for _, at in characters(line))
    assert opening == -EM // 2  # without its blank, and no further out
    assert han - (opening + EM) == closing - (han + EM) == 3 * EM // 4
    assert after - closing == EM


def test_a_reading_over_marks_alone_stays_within_its_line():
    for base in "。", "“", "”，", "·":
        first, *_ = lines(
            run("一二三"), run(base, "zhuangzhuangz"), run("四"), measure=6
        )
        for text, x in readings(first):
            assert x >= 0
            assert x + len(text) * 250 <= 6 * EM
        for line in lines(run(base, "zhuangzhuangz"), run("四五六，七"), measure=5):
            for text, x in readings(line):
                assert x >= 0
                assert x + len(text) * 250 <= max(line.width, x)


def test_the_room_of_a_reading_over_a_mark_is_not_squeezed_away():
    (line,) = lines(run("一"), run("，", "zhuangzhuangz"), run("二"), measure=9)
    wide = line.width
    first, *_ = lines(
        run("一"), run("，", "zhuangzhuangz"), run("二三四五六七"), measure=6
    )
    assert wide == 2 * EM + 13 * 250
    gap = dict(characters(first))
    assert gap["二"] - gap["一"] >= EM + 13 * 250
