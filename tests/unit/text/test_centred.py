"""Marks with their ink in the middle of their em, in a real face of Traditional Chinese."""

from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import pytest
from tests.engine import SIZE, body, ems, library, paragraph

from printpress.text import natural_width, set_line
from printpress.text.galley import Galley, Line, Paragraph, Profile, Run, compose
from printpress.text.itemize import itemize
from printpress.text.metrics import metrics
from printpress.text.nominal import NominalFace
from printpress.text.punctuation import HEADLINE, QUANJIAO, Punctuation, unsqueezed

TC = "song-tc"
GIVING = "，。、：；．"
WHOLE = "？！"
NARROW = Punctuation.of({"marks": Fraction(3, 4)})
STORY = (
    "溪橋鎮的老渡口，昨天又熱鬧起來了。天還沒亮，賣豆花的林嬸、賣青菜的阿榮、"
    "修傘的何伯，已經一字排開；橋頭那盞舊路燈下，等船的人愈聚愈多。"
    "「今天的頭班船，開不開？」有人問。船伕老周笑著擺擺手：「開！怎麼不開？"
    "水退了，路也通了……」話沒說完，對岸傳來一聲長長的汽笛——渡輪回來了。"
    "管理處說：自本月起，渡輪每日往返六趟，票價不變；逢墟日加開『晚霞班』，"
    "由歌手瑪莉‧陳在船上獻唱。"
)


class Ink(NamedTuple):
    """A glyph on its line: where its ink is."""

    text: str
    left: int
    right: int


def inks(line: Line) -> list[Ink]:
    """The ink of each glyph of a line, from left to right."""
    found = []
    for piece in line.pieces:
        face = library().face(piece.face)
        for gid, text, x in zip(piece.gids, piece.texts, piece.xs, strict=True):
            left, right = (edge * piece.size // face.upem for edge in face.ink(gid))
            found.append(Ink(text, x + left, x + right))
    return found


def places(line: Line) -> list[tuple[str, int]]:
    """Each glyph's text and origin."""
    return [
        (text, x)
        for piece in line.pieces
        for text, x in zip(piece.texts, piece.xs, strict=True)
    ]


def galley(measure: int, text: str = STORY) -> Galley:
    set_text = paragraph(text, TC, indent=2, prohibition="basic", orphan=True)
    set_galley = compose([set_text], Profile.of(measure * SIZE), library())
    assert not set_galley.missing
    return set_galley


@pytest.mark.parametrize("style", [QUANJIAO, HEADLINE, NARROW])
@pytest.mark.parametrize("mark", GIVING + WHOLE)
def test_ink_is_in_the_middle_of_the_cell(mark, style):
    face = library().face(TC)
    cell = metrics(face, SIZE, style)[mark]
    left, right = (edge * SIZE // face.upem for edge in face.ink(cell.gid))
    assert cell.shift + left >= 0
    assert cell.shift + right <= cell.width
    assert abs(2 * cell.shift + left + right - cell.width) <= SIZE // 15


def test_classes_come_from_the_ink_of_the_face():
    items, _ = itemize(paragraph("，。？！「」", TC), library())
    assert items.kinds == "psqqoc"
    items, _ = itemize(paragraph("，。？！「」", "song"), library())
    assert items.kinds == "PSbboc"


def test_a_face_with_one_mark_in_the_middle_is_of_the_mainland():
    """The brush face's ， ： ？ are in the middle of their em, its 。 and 、 are not."""
    face = library().face("brush")
    assert abs(sum(face.ink(face.glyph("，"))) - face.upem) < face.upem // 10
    items, _ = itemize(paragraph("，。：", "brush"), library())
    assert items.kinds == "PSP"


def test_each_mark_goes_by_the_face_that_it_is_set_in():
    runs = (Run("字，", TC), Run("字，", "song"))
    items, _ = itemize(Paragraph(runs, body()), library())
    assert items.kinds == "HpHP"


def test_a_mark_with_a_variation_selector_is_centred_too():
    items, _ = itemize(paragraph("字，\ufe01字", TC), library())
    assert items.kinds.replace("x", "") == "HpH"


@pytest.mark.parametrize("measure", range(9, 28))
def test_commas_stand_in_the_middle_between_their_neighbours(measure):
    """Within 0.05 em, whether the line was squeezed, spread or neither."""
    seen = 0
    for line in galley(measure).lines:
        for before, mark, after in zip(
            places(line), inks(line)[1:], places(line)[2:], strict=False
        ):
            han = all("一" <= text <= "龥" for text, _ in (before, after))
            if mark.text in GIVING and han:
                room_left = mark.left - (before[1] + SIZE)
                room_right = after[1] - mark.right
                assert abs(room_left - room_right) <= ems(0.1)
                assert min(room_left, room_right) >= 0
                seen += 1
    assert seen >= 8


@pytest.mark.parametrize("measure", range(9, 28))
def test_a_mark_that_ends_a_line_keeps_its_ink_in_the_middle(measure):
    for line in galley(measure).lines:
        *_, (before, x), (text, _) = places(line)
        ink = inks(line)[-1]
        if text in GIVING + WHOLE and "一" <= before <= "龥":
            assert ink.right <= line.width <= measure * SIZE
            begins = x + SIZE + line.looseness * SIZE // 1000
            assert abs((ink.left + ink.right) - (begins + line.width)) <= ems(0.1)
            assert line.width - begins >= SIZE // 2


@pytest.mark.parametrize("measure", range(9, 28))
def test_lines_are_full_and_no_ink_overlaps(measure):
    *full, last = galley(measure).lines
    for line in (*full, last):
        assert not line.flags
        assert line is last or line.width == measure * SIZE
        for left, right in pairwise(inks(line)):
            assert left.right <= right.left + SIZE // 50, (left, right, line.text)


def test_the_dash_is_one_glyph_and_the_ellipsis_two():
    dash, ellipsis = (
        places(compose([paragraph(t, TC)], Profile.of(99 * SIZE), library()).lines[0])
        for t in ("去——來", "去……來")
    )
    assert [text for text, _ in dash] == ["去", "——", "來"]
    assert [text for text, _ in ellipsis] == ["去", "…", "…", "來"]
    assert [x for _, x in dash] == [0, SIZE, 3 * SIZE]
    assert [x for _, x in ellipsis] == [0, SIZE, 2 * SIZE, 3 * SIZE]


@pytest.mark.parametrize("dot", "·‧•")
def test_the_interpunct_takes_an_em_with_its_dot_in_the_middle(dot):
    line = compose([paragraph(f"瑪{dot}陳", TC)], Profile.of(9 * SIZE), library())
    _, ink, after = inks(line.lines[0])
    assert (ink.text, places(line.lines[0])[2][1]) == (dot, 2 * SIZE)
    assert abs(ink.left + ink.right - 3 * SIZE) <= ems(0.05)
    assert after.text == "陳"


def test_two_box_rules_are_a_dash_too():
    """Much copy from Taiwan writes ── for ——."""
    items, lacks = itemize(paragraph("去──來", TC), library())
    assert not lacks
    assert items.kinds == "HDDH"
    assert items.sums[-1] == 4 * SIZE


def test_nothing_is_taken_in_a_style_without_adjustment():
    style = unsqueezed(QUANJIAO)
    assert natural_width("字。」「字", centred=True, punctuation=style) == 5
    units = set_line("一，二，", 3.5, centred=True, punctuation=style)
    assert [advance for _, advance, _ in units] == [1, 1, 1, 1]


def test_the_floor_of_the_house_is_kept():
    style = Punctuation.of({"floor": Fraction(3, 4)})
    units = set_line("一二三，", 3.75, centred=True, punctuation=style)
    assert units[-1][1:] == (Fraction(3, 4), Fraction(-1, 8))


PAIRS = ("」『", "」，", "？」", "。」", "，「", "。「")


@pytest.mark.parametrize("measure", range(9, 28))
def test_a_pair_stands_at_one_distance_and_a_mark_takes_one_width(measure):
    """Whatever the line: squeezed, spread or neither."""
    text = STORY + "「渡口」『晚霞』「渡口」，由老周開船。問「幾點？」天黑才答。" * 3
    pairs: dict[str, set[int]] = {}
    after: dict[str, set[float]] = {}
    for line in galley(measure, text).lines:
        drawn = places(line)
        for (one, x), (other, at) in pairwise(drawn):
            if one + other in PAIRS and drawn[0][1] < x and at < drawn[-1][1]:
                pairs.setdefault(one + other, set()).add(at - x)
            if one in "，」" and "一" <= other <= "龥" and (one, x) != drawn[0]:
                wide = at - x - line.looseness * SIZE // 1000
                after.setdefault(one, set()).add(round(wide / SIZE, 2))
    assert {pair: max(found) - min(found) for pair, found in pairs.items()} == (
        dict.fromkeys(pairs, 0)
    )
    assert len(pairs) >= 3
    assert all(found <= {1.0, 0.99, 1.01} for found in after.values())


@pytest.mark.parametrize("measure", range(9, 28))
def test_a_mark_ends_its_line_whole_or_halved(measure):
    for line in galley(measure).lines:
        *_, (before, x), (mark, _) = places(line)
        if mark in GIVING and "一" <= before <= "龥" and not line.last:
            takes = line.width - x - SIZE - line.looseness * SIZE // 1000
            assert round(takes / SIZE, 1) in (0.5, 1.0)


def test_a_mark_with_nothing_to_spread_before_it_gives_what_is_needed():
    units = set_line("，", 0.75, centred=True)
    assert units == (("，", Fraction(3, 4), Fraction(-1, 8)),)


def test_a_wide_mark_in_the_middle_gives_nothing():
    class Heavy(NominalFace):
        def ink(self, gid: int) -> tuple[int, int]:
            left, right = super().ink(gid)
            return (1, 7) if left < right else (0, 0)

    assert natural_width("字。」字", face=Heavy(centred=True)) == 4
    assert natural_width("字。」字", face=NominalFace(centred=True)) == 3.75
