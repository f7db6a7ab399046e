"""Copy as columns: white space, units, faces, gaps."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from tests.engine import SIZE, body, library, paragraph

from printpress.fonts.face import Shaped
from printpress.text import break_lines, natural_width, set_line
from printpress.text.galley import Paragraph, Profile, Run, compose
from printpress.text.itemize import itemize
from printpress.text.items import ADDRESS, CLUSTER, FREE, HELD, UNIT, Items
from printpress.text.nominal import NominalFace, OneFace

WIDE = Profile.of(100 * SIZE)


def items_of(text: str, font: str = "song", **changes: Any) -> Items:
    items, lacks = itemize(paragraph(text, font, **changes), library())
    assert not lacks
    return items


def faces_of(items: Items) -> list[tuple[int, str]]:
    return [(row, voice.face) for row, voice in items.voices]


def units(text: str) -> list[str]:
    return [unit for unit, _, _ in set_line(text, 99)]


@pytest.mark.parametrize(
    ("written", "as_set"),
    [
        ("中文\n测试", "中文测试"),
        ("中文  测试", "中文测试"),
        ("\u3000\u3000段首", "段首"),
        ("\u2002段首", "段首"),
        ("  两端  ", "两端"),
        ("中文 abc 中文", "中文abc中文"),
        ("中文\nabc", "中文abc"),
        ("two\n words", "two words"),
        ("two\u00a0words", "two words"),
        ("中文，\n继续", "中文，继续"),
        ("用 “词” 的", "用“词”的"),
        ("第 2025 年", "第2025年"),
        ("甲\u3000乙", "甲\u3000乙"),
        ("自 / 家", "自/家"),
        ("", ""),
        (" \n\u3000", ""),
    ],
)
def test_white_space_is_kept_only_between_western_words(written, as_set):
    assert "".join(break_lines(written, 99)) == as_set


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("了12345人", "12345"),
        ("高12.5%左", "12.5%"),
        ("温37.5℃左", "37.5℃"),
        ("为-5℃左", "-5℃"),
        ("价￥1,000元", "￥1,000"),
        ("用Python写", "Python"),
        ("学C++语", "C++"),
        ("标GB/T准", "GB/T"),
        ("在12:30到", "12:30"),
        ("说I’m吧", "I’m"),
        ("的100㎡地", "100㎡"),
        ("一——二", "——"),
        ("一……二", "……"),
        ("真？！吗", "？！"),
        ("词(abc)后", "(abc)"),
        ("国\U000e0100家", "国\U000e0100"),
        ("e\u0301t\u0301", "e\u0301t\u0301"),
        ("家👨\u200d👩\u200d👧一", "👨\u200d👩\u200d👧"),
        ("旗🇨🇳一", "🇨🇳"),
        ("第1\ufe0f\u20e3一", "1\ufe0f\u20e3"),
        ("建２０２５年", "２０２５"),
        ("约±5毫", "±5"),
        ("为−5℃左", "−5℃"),
        ("在№5号", "№5"),
        ("电0000-0000000询", "0000-0000000"),
        ("时8:30起", "8:30"),
        ("占1/2左", "1/2"),
        ("于2025-09-05起", "2025-09-05"),
        ("涨5%～", "5%"),
        ("用C#写", "C#"),
        ("用.NET写", ".NET"),
        ("司AT&T宣", "AT&T"),
        ("面100m²左", "100m²"),
    ],
)
def test_units_stay_whole(text, whole):
    assert whole in units(text)
    for measure in range(len(text) + 1):
        lines = break_lines(text, max(natural_width(whole), Fraction(measure)))
        assert any(whole in line for line in lines)


def test_pairs_of_dashes_and_ellipses_may_be_parted():
    assert units("一————二") == ["一", "——", "——", "二"]
    assert units("一…………二") == ["一", "……", "……", "二"]


def test_measure_words_are_not_glued_to_numbers():
    """Narrow columns could not afford it, and UAX #14 does not."""
    assert units("2026年11月23日") == ["2026", "年", "11", "月", "23", "日"]


def test_words_break_at_their_hyphens_and_nowhere_else():
    assert break_lines("state-of-the-art", 5) == ["state-of-", "the-art"]
    assert break_lines("用e-mail发", 3) == ["用", "e-mail", "发"]
    assert break_lines("为2025-09-05日", 5) == ["为", "2025-09-05", "日"]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("中ab中", 2),
        ("中ab", 1),
        ("ab中", 1),
        ("第5条", 2),
        ("12%的", 1),
        ("中，ab", 0),
        ("ab。中", 0),
        ("（ab）", 0),
        ("中 (ab) 中", 2),
        ("中(ab)中", 0),
        ("ab12", 0),
        ("37℃的", 0),
        ("中 ab 中", 2),
        ("々a", 1),
        ("国\U000e0100ae\u0301的", 2),
        ("●ab", 0),
        ("● ab", 1),
    ],
)
def test_gaps_stand_between_han_and_latin(text, gaps):
    """clreq §handling_western_text_…: letters and digits, not beside marks."""
    assert natural_width(text) - natural_width(text, autospace=0) == Fraction(gaps, 4)


def test_a_no_break_space_ends_no_line():
    assert break_lines("全长10\u00a0km左右", 4, autospace=0)[0] == "全长"
    assert break_lines("全长10 km左右", 4, autospace=0)[0] == "全长10"
    assert break_lines("如图\u00a05所示", Fraction(5, 2))[:2] == ["如", "图5"]


def test_a_typed_space_does_not_add_to_the_gap():
    assert natural_width("中 ab 中") == natural_width("中ab中") == Fraction(7, 2)


def test_note_marks_go_with_their_text_and_numbers_with_their_item():
    assert break_lines("正文注释①后文", 4) == ["正文注", "释①后文"]
    assert break_lines("分三步：①调查", 5) == ["分三步：", "①调查"]
    assert break_lines("①一二三四", 2)[0].startswith("①一")


def test_joints_say_what_may_happen():
    items = items_of("一，12e\u0301——")
    assert items.kinds == "HP99AD"
    assert list(items.joints) == [FREE, HELD, FREE, UNIT, UNIT, FREE, FREE]
    assert items.texts == ("一", "，", "1", "2", "e\u0301", "——")


def test_joints_of_an_address_say_where_to_part_it():
    items = items_of("看a-bc://xx-yy.cn")
    joints = dict(zip(items.texts[2:], list(items.joints)[2:], strict=False))
    assert items.joints[1] == FREE
    assert list(items.joints)[2:] == [
        *(UNIT, UNIT, UNIT, UNIT, CLUSTER, CLUSTER, ADDRESS),  # -bc://x
        *(UNIT, UNIT, UNIT, UNIT, UNIT, ADDRESS, UNIT, FREE),  # x-yy.cn
    ], joints


def test_a_dash_is_two_ems_in_every_face():
    for font in ("song", "hei", "kai", "brush"):
        items = items_of("一——二", font)
        assert items.sums[-1] == 4 * SIZE
        assert "".join(items.texts) == "一——二"
        assert items_of("一……二", font).sums[-1] == 4 * SIZE


@pytest.mark.parametrize("font", ["song", "hei", "kai", "brush"])
@pytest.mark.parametrize("size", [SIZE, 10 * SIZE + 1])
def test_the_strokes_of_a_dash_meet(font, size):
    """No gap between them, whether it is one glyph or two."""
    items = items_of("——", font, size=size)
    face = library().face(font)
    assert min(items.gids) > 0
    edges = [
        [at + shift + edge * size // face.upem for edge in face.ink(gid)]
        for at, shift, gid in zip(items.sums, items.shifts, items.gids, strict=False)
    ]
    assert "".join(items.texts) == "——"
    for (_, end), (begin, _) in pairwise(edges):
        assert size // 100 <= end - begin <= size // 32
    assert edges[0][0] >= 0
    assert edges[-1][1] <= 2 * size
    assert edges[-1][1] - edges[0][0] > 1.8 * size


def test_dashes_of_one_character_have_their_ems():
    assert natural_width("一⸺二") == 4
    assert natural_width("一⸻二") == 5
    assert natural_width("1–2") == Fraction(3, 2)
    for font in ("song", "hei", "kai"):
        assert items_of("一⸺二", font).sums[-1] == 4 * SIZE


def test_the_quotation_marks_of_a_western_text_are_narrow():
    for font in ("song", "hei", "kai"):
        for text in ("“Yes,” he said.", "’90s", "‘No’"):
            assert max(items_of(text, font).widths) < SIZE * 9 // 10


def test_quotes_and_dots_have_the_cell_of_chinese_in_every_face():
    for font in ("song", "hei", "kai", "brush"):
        assert items_of("字“字”字·字", font).sums[-1] == 7 * SIZE


def test_an_apostrophe_is_narrow_in_every_face():
    for font in ("song", "hei", "kai", "brush"):
        items = items_of("I’m", font)
        assert items.widths[1] < SIZE * 2 // 5


def test_latin_is_set_in_the_latin_face():
    galley = compose([paragraph("用Python写，10℃。", latin="hei")], WIDE, library())
    pieces = [(piece.face, "".join(piece.texts)) for piece in galley.lines[0].pieces]
    assert pieces == [
        ("song", "用"),
        ("hei", "Python"),
        ("song", "写，"),
        ("hei", "10"),
        ("song", "℃。"),
    ]
    items = items_of("10℃", latin="hei")
    assert list(items.joints) == [FREE, UNIT, UNIT, FREE]


def test_latin_is_set_in_the_latin_face_from_its_first_word_on():
    never_before = 7 * SIZE + 3  # no table of this size is filled yet
    copy = paragraph("摄Paul", font="kai", latin="song", size=never_before)
    (line,) = compose([copy], Profile.of(100 * SIZE), library()).lines
    assert [piece.face for piece in line.pieces] == ["kai", "song"]


def test_words_are_kerned():
    alone = sum(items_of(letter).sums[-1] for letter in "AVATAR")
    assert items_of("AVATAR").sums[-1] < alone


def test_the_first_character_ever_taken_from_a_fallback_is_found():
    """The fallback's table is empty then."""
    unused = SIZE + 7
    galley = compose([paragraph("𠮷", size=unused)], WIDE, library())
    assert not galley.missing
    assert galley.lines[0].pieces[0].face == "kai"


def test_a_rare_character_comes_from_the_next_face():
    galley = compose([paragraph("姓𠮷的人")], WIDE, library())
    pieces = [(piece.face, "".join(piece.texts)) for piece in galley.lines[0].pieces]
    assert pieces == [("song", "姓"), ("kai", "𠮷"), ("song", "的人")]
    assert not galley.missing


def test_a_character_of_no_face_is_reported_and_never_drawn():
    first = paragraph("无事")
    second = paragraph("  有 一个\U0002a6d6字，tĦ\u1e9f\U0001f600x")
    galley = compose([first, second], WIDE, library())
    assert [(lack.paragraph, lack.char) for lack in galley.missing] == [
        (1, "\U0002a6d6"),
        (1, "\u1e9f"),
        (1, "\U0001f600"),
    ]
    for lack in galley.missing:
        assert second.text[lack.offset] == lack.char
    drawn = "".join(
        text for line in galley.lines for piece in line.pieces for text in piece.texts
    )
    assert drawn == "无事有一个字，tĦx"
    assert all(
        gid > 0 for line in galley.lines for piece in line.pieces for gid in piece.gids
    )
    assert (
        "".join(line.text for line in galley.lines)
        == "无事有一个\U0002a6d6字，tĦ\u1e9f\U0001f600x"
    )


def test_spaces_that_a_face_lacks_are_no_error():
    galley = compose([paragraph("甲\u2009乙\u2003丙", "brush")], WIDE, library())
    assert not galley.missing
    assert galley.lines[0].width == SIZE * 3 + SIZE + round(SIZE / 5)


def test_runs_keep_their_faces_and_the_paragraph_its_units():
    runs = (Run("正文“强", "song"), Run("调”。20", "hei"), Run("25年——", "song"))
    items, _ = itemize(Paragraph(runs, body()), library())
    assert faces_of(items) == [(0, "song"), (4, "hei"), (9, "song")]
    assert "".join(items.texts) == "正文“强调”。2025年——"
    assert items.joints[9] == UNIT
    assert items.joints[6] == HELD


def test_a_run_has_a_size_and_a_rise_of_its_own():
    runs = (Run("正文", "song"), Run("2", "song", SIZE // 2, 300), Run("续", "song"))
    items, _ = itemize(Paragraph(runs, body(autospace=Fraction(0))), library())
    assert [(row, voice.size, voice.rise) for row, voice in items.voices] == [
        (0, SIZE, 0),
        (2, SIZE // 2, 300),
        (3, SIZE, 0),
    ]
    whole, _ = itemize(paragraph("2"), library())
    assert items.widths[2] == (whole.widths[0] + 1) // 2
    line = compose([Paragraph(runs, body())], WIDE, library()).lines[0]
    assert [(piece.size, piece.rise) for piece in line.pieces] == [
        (SIZE, 0),
        (SIZE // 2, 300),
        (SIZE, 0),
    ]


def test_a_dash_that_two_runs_share_stays_whole():
    items, _ = itemize(
        Paragraph((Run("一—", "song"), Run("—二", "hei")), body()), library()
    )
    assert items.texts == ("一", "——", "二")
    assert faces_of(items) == [(0, "song"), (2, "hei")]


def test_accents_stay_with_their_letter_when_faces_change():
    runs = (Run("国", "song"), Run("\U000e0100家", "hei"))
    items, _ = itemize(Paragraph(runs, body()), library())
    assert items.texts[0].startswith("国\U000e0100")
    assert CLUSTER not in items.joints or items.texts[1] == ""


class _TwoGlyphs(NominalFace):
    """A face that draws a letter and its accent as two glyphs of one cluster."""

    def shape(self, text: str) -> tuple[Shaped, ...]:
        whole = super().shape(text)
        accents = (Shaped(9, "", 0, -1) for glyph in whole if len(glyph.text) > 1)
        return (*whole, *accents)


def test_the_glyphs_of_one_character_are_never_parted():
    setting = body(widths=())
    items, _ = itemize(
        Paragraph((Run("x\u0301", "any"),), setting), OneFace(_TwoGlyphs())
    )
    assert items.texts == ("x\u0301", "")
    assert list(items.joints) == [FREE, CLUSTER, FREE]
    narrow = Profile.of(1)
    (line,) = compose(
        [Paragraph((Run("x\u0301", "any"),), setting)], narrow, OneFace(_TwoGlyphs())
    ).lines
    assert line.text == "x\u0301"
    assert line.pieces[0].texts == ("x\u0301", "")
    assert line.flags == ("overfull",)


def test_tracking_goes_between_characters_and_not_into_words():
    tracked = items_of("疏排GDP字", tracking=1000, autospace=Fraction(0))
    assert tracked.gaps == (1000, 1000, 0, 0, 1000, 1000)
    assert (
        tracked.width(0, 6)
        == items_of("疏排GDP字", autospace=Fraction(0)).sums[-1] + 3 * 1000
    )


def test_widths_may_be_given():
    assert natural_width("克·比", widths={"·": 0.5}) == Fraction(5, 2)
    assert natural_width("克／比", punctuation={"solidus": 0.5}) == Fraction(5, 2)
    assert natural_width("克·比", punctuation={"interpunct": 0.5}) == Fraction(5, 2)


@pytest.mark.parametrize(
    "text", ["他（说）：“好！”《然》、后", "走了。”“——来……）？！", "一、“二”；〈三〉。"]
)
def test_black_words_keep_pairs_and_prohibitions_at_their_seams(text):
    """Marks on either side of a change of face are one pair (ctex-kit 287)."""
    whole, _ = itemize(paragraph(text), library())
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            parts = (
                (text[:start], "song"),
                (text[start:end], "hei"),
                (text[end:], "song"),
            )
            runs = tuple(Run(part, face) for part, face in parts if part)
            parted, _ = itemize(Paragraph(runs, body()), library())
            assert parted.widths == whole.widths
            assert parted.joints == whole.joints
            assert parted.rigid == whole.rigid


def test_even_digits_with_an_invisible_sign_behind_them_are_set_as_they_come():
    items, lacks = itemize(paragraph("365\u200b", even_digits=True), library())
    assert "".join(items.texts) == "365\u200b"
    assert not lacks


@pytest.mark.parametrize("font", ["song", "hei", "kai"])
def test_a_minus_is_set_in_its_own_face(font):
    items = items_of("夜里−5℃", font)
    assert "−" in "".join(items.texts)
    assert {voice.face for _, voice in items.voices} == {font}


@pytest.mark.parametrize(
    "number", ["１２３,４５６", "１２.５", "１２:３０", "１,２３４,５６７"]
)
def test_a_number_of_full_width_digits_is_not_parted_at_its_signs(number):
    assert units(f"共{number}元") == ["共", number, "元"]
    items = items_of(f"共{number}元")
    assert set(items.joints[2 : len(number) + 1]) == {UNIT}


def test_a_comma_after_a_full_width_number_is_no_part_of_it():
    assert units("１２,三") == ["１２", ",", "三"]
