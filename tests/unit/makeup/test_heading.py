"""Headings: as large as their role allows, broken at joints or between words."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from tests.desk import EM, ROW, a_story, words_of

from printpress.colour import BLACK, PAPER
from printpress.diagnostics import Severity, Span
from printpress.makeup import headcopy, headgroup
from printpress.makeup.compositor import Compositor, baseline_in
from printpress.makeup.heading import set_heading
from printpress.makeup.placed import Patch
from printpress.spec.house import Role
from printpress.units import PT

LARGEST, SMALLEST = 20 * PT, 12 * PT
"""The range of the desk's role ``lead``."""
HEADLINE = Role(font="song", size=(SMALLEST, LARGEST))


@pytest.fixture
def strip(desk):
    """The type area's width: 32 ems of the body, 320 pt."""
    return desk.grid.span(1, 3)


@pytest.fixture
def put(desk, strip):
    """Set a heading of the role ``lead``; the roles may be changed."""

    def set_it(role="lead", over=strip, roles=None, **parts):
        compositor = desk.compositor(
            roles={**desk.house.roles, **(roles or {})},
        )
        return set_heading(compositor, a_story("文", **parts), role, over)

    return set_it


def size_of(line):
    return line.line.pieces[0].size


def parts_of(made):
    return [(line.part, words_of(line)) for line in made.placed]


@pytest.mark.parametrize(
    ("characters", "size"),
    [
        (4, 20 * PT),  # its natural width is 80 pt: the range's upper end
        (14, 20 * PT),  # 280 of 288 pt, nine tenths of the width
        (15, 19 * PT),  # 288 / 15 = 19.2, in half points
        (16, 18 * PT),
        (23, 25 * PT // 2),  # 288 / 23 = 12.52
        (24, 12 * PT),  # the range's lower end
    ],
)
def test_a_headline_is_as_large_as_range_and_width_allow(put, characters, size):
    made, trouble = put(headline="新" * characters)
    assert trouble is None
    assert size_of(made.placed[0]) == size


def test_a_headline_too_long_for_its_share_may_fill_the_whole_width(put, strip):
    made, trouble = put(headline="新" * 25)  # 300 pt at the smallest size
    (line,) = made.placed
    assert trouble is None
    assert SMALLEST <= size_of(line) == 25 * PT // 2  # 320 / 25 = 12.8
    assert line.line.width <= strip.width


def test_a_headline_too_long_for_three_lines_is_an_error(put):
    made, trouble = put(headline="新" * 82)  # 984 pt at 12 pt, in lines of 320 pt
    assert size_of(made.placed[0]) == SMALLEST
    assert trouble is not None
    assert trouble.code == "headline-too-wide"
    assert "347.13mm wide" in trouble.what.en
    assert "112.89mm wide and takes 3 lines" in trouble.what.en
    assert "cut 2 characters," in trouble.fix.en
    assert "删去 2 字" in trouble.fix.zh


def test_a_headline_whose_joints_are_too_far_apart_is_an_error(put):
    made, trouble = put(headline="新闻|" + "新" * 27)  # 324 of 320 pt at 12 pt
    assert [len(words_of(line)) for line in made.placed] == [2, 27]
    assert trouble is not None
    assert trouble.code == "headline-too-wide"
    assert "114.3mm" in trouble.what.en
    assert "cut 1 character from its longest part" in trouble.fix.en
    assert "标几处" in trouble.fix.zh


def test_a_word_wider_than_the_slot_is_an_error_that_asks_for_a_joint(put):
    _, trouble = put(headline="新闻" + "http" * 20)
    assert trouble is not None
    assert "cut 1 character," not in trouble.what.en
    assert "mark where it may break with |" in trouble.fix.en


def test_a_headline_fills_the_share_its_role_names(put):
    half = (Fraction(0), Fraction(1, 2))
    narrow = Role(headline=replace(HEADLINE, fill=half))
    made, _ = put(headline="新" * 10, roles={"lead": narrow})
    assert size_of(made.placed[0]) == 16 * PT  # half of 320 pt, ten characters


def test_a_headline_is_broken_at_its_joints_only(put):
    roles = {"lead": Role(headline=HEADLINE, rows=(2, 9))}
    words = "新闻报纸头版导读记者本讯|国家地方社会经济市县乡镇春夏"
    made, trouble = put(headline=words, roles=roles)
    assert trouble is None
    assert parts_of(made) == [
        ("headline", "新闻报纸头版导读记者本讯"),
        ("headline", "国家地方社会经济市县乡镇春夏"),
    ]
    assert {size_of(line) for line in made.placed} == {LARGEST}  # 280 of 288 pt


def test_without_a_joint_it_is_broken_between_words(put):
    made, trouble = put(
        headline="今年再添新闻头版导读，社会经济记者来到春夏秋冬市县乡镇国",
        roles={"lead": Role(headline=HEADLINE, rows=(2, 9))},
    )
    assert trouble is None
    assert [words_of(line) for line in made.placed] == [
        "今年再添新闻头版导读，",
        "社会经济记者来到春夏秋冬市县乡镇国",
    ]
    assert size_of(made.placed[0]) == 35 * PT // 2  # 304 / 17 = 17.9


def test_a_headline_that_fits_one_line_asks_for_no_words(put, monkeypatch):
    def asked(*_):
        raise AssertionError

    monkeypatch.setattr(headcopy, "words_of", asked)
    assert len(put(headline="新" * 26)[0].placed) == 1
    assert len(put(headline="新" * 15 + "|" + "闻" * 15)[0].placed) == 2
    assert len(put(headline="新" * 15 + "||" + "闻" * 15)[0].placed) == 2
    assert put(headline="新" * 90)[1] is not None  # too long for any words
    with pytest.raises(AssertionError):
        put(headline="新" * 27)


@pytest.mark.parametrize(
    ("words", "first"),
    [((), "今日头版国家地方社会"), (("社会经济",), "今日头版国家地方")],
)
def test_words_of_the_house_are_not_broken(desk, words, first):
    compositor = desk.compositor(words=words)
    story = a_story("文", headline="今日头版国家地方社会经济新闻记者来到")
    made, _ = set_heading(compositor, story, "lead", desk.grid.span(1, 2))
    assert words_of(made.lines[0]) == first


def test_a_headline_that_fits_on_one_line_keeps_its_joints_open(put):
    made, _ = put(headline="新闻|报纸")
    (line,) = made.placed
    xs = [x for piece in line.line.pieces for x in piece.xs]
    steps = [after - here for here, after in pairwise(xs)]
    assert words_of(line) == "新闻报纸"
    assert steps[1] - LARGEST == pytest.approx(LARGEST // 2, abs=LARGEST // 20)
    assert steps[0] == steps[2]


@pytest.mark.parametrize("headline", ["新闻：|报纸", "新闻|——报纸"])
def test_beside_a_pause_or_dash_no_joint_is_added(put, headline):
    marked, plain = (
        put(headline=headline)[0],
        put(headline=headline.replace("|", ""))[0],
    )
    assert marked.placed == plain.placed


def test_a_forced_line_is_always_broken(put):
    made, _ = put(headline="新闻||报纸")
    assert [words_of(line) for line in made.placed] == ["新闻", "报纸"]


def test_of_several_joints_as_many_are_broken_as_leave_even_lines(put):
    made, _ = put(headline="新" * 12 + "|" + "闻" * 12 + "|" + "报" * 4)
    assert [len(words_of(line)) for line in made.placed] == [12, 16]
    made, _ = put(headline="新" * 5 + "|" + "闻" * 12 + "|" + "报" * 13)
    assert [len(words_of(line)) for line in made.placed] == [17, 13]


def test_a_blank_typed_in_a_headline_is_half_an_em(put):
    made, _ = put(headline="新闻 报纸")
    (line,) = made.placed
    xs = [x for piece in line.line.pieces for x in piece.xs]
    assert words_of(line) == "新闻\u2002报纸"
    assert xs[3] - xs[1] - LARGEST >= LARGEST // 2


def test_a_blank_at_a_lines_end_is_gone(put):
    made, _ = put(headline="新闻报纸头版导读记者本讯 国家地方社会经济市县乡镇春夏秋")
    assert [words_of(line) for line in made.placed] == [
        "新闻报纸头版导读记者本讯",
        "国家地方社会经济市县乡镇春夏秋",
    ]


@pytest.mark.parametrize("characters", range(5, 25))
def test_tracking_is_small_and_never_where_a_headline_is_wide(put, strip, characters):
    made, _ = put(headline="新" * characters)
    (line,) = made.placed
    xs, size = line.line.pieces[0].xs, size_of(line)
    steps = {after - here for here, after in pairwise(xs)}
    assert len(steps) == 1
    (added,) = (step - size for step in steps)
    assert 0 <= added <= round(headgroup.TRACKING * size)
    if characters * size >= strip.width // 2:  # the role's least fill
        assert added == 0
    else:
        assert added > 0


def added(made):
    """Ems between the characters of the first line, beyond their own."""
    line = made.placed[0]
    xs = [x for piece in line.line.pieces for x in piece.xs]
    return [
        Fraction(round(20 * (after - here - size_of(line)) / size_of(line)), 20)
        for here, after in pairwise(xs)
    ]


@pytest.mark.parametrize(
    ("headline", "ems"),
    [
        ("新闻", "1"),  # as in 公告, 讣告
        ("春夏秋", "1/2"),
        ("春夏秋冬", "1/4"),
        ("春夏秋冬市", "1/20"),
    ],
)
def test_the_shortest_headlines_are_spread_most(put, headline, ems):
    made, _ = put(headline=headline)
    assert set(added(made)) == {Fraction(ems)}


def test_a_role_may_say_how_far_a_headline_is_spread(put):
    roles = {"lead": Role(headline=replace(HEADLINE, tracking=Fraction(3, 10)))}
    for headline in ("新闻", "春夏秋冬市"):
        assert set(added(put(headline=headline, roles=roles)[0])) == {Fraction(3, 10)}
    roles = {"lead": Role(headline=replace(HEADLINE, tracking=Fraction(0)))}
    assert set(added(put(headline="新闻", roles=roles)[0])) == {Fraction(0)}


def test_no_more_is_added_than_fills_the_least_share(put, strip):
    narrow = replace(HEADLINE, fill=(Fraction(3, 20), Fraction(9, 10)))
    made, _ = put(headline="新闻", roles={"lead": Role(headline=narrow)})
    assert made.placed[0].line.width == pytest.approx(strip.width * 3 / 20, abs=2)


def test_beside_marks_and_in_western_words_nothing_is_spread_far(put):
    roles = {"lead": Role(headline=replace(HEADLINE, tracking=Fraction(1)))}
    assert max(added(put(headline="新闻记者", roles=roles)[0])) == 1
    marked = added(put(headline="新闻，记者", roles=roles)[0])
    assert max(marked) == Fraction(1, 20)
    (line,) = put(headline="新GB闻")[0].placed
    xs = [x for piece in line.line.pieces for x in piece.xs]
    letters = xs[2] - xs[1]
    roles = {"lead": Role(headline=replace(HEADLINE, tracking=Fraction(0)))}
    (line,) = put(headline="新GB闻", roles=roles)[0].placed
    xs = [x for piece in line.line.pieces for x in piece.xs]
    assert xs[2] - xs[1] == letters


@pytest.mark.parametrize("characters", [1, 4, 8, 14, 16, 20, 24])
@pytest.mark.parametrize("joint", ["", "|", "||"])
def test_a_heading_takes_rows_of_its_roles_range(put, characters, joint):
    made, trouble = put(headline="新" * characters + joint + "闻" * bool(joint))
    assert trouble is None
    assert 2 <= made.rows <= 4
    first, last = made.placed[0], made.placed[-1]
    assert first.y - round(size_of(first) * 0.88) >= 0
    assert last.y + round(size_of(last) * 0.12) <= made.rows * ROW


def test_a_headline_that_stands_too_high_is_set_smaller(put):
    roomy, tight = (
        put(
            headline="新闻||报纸",
            roles={"lead": Role(headline=HEADLINE, rows=(2, most))},
        )[0]
        for most in (9, 4)
    )
    assert (roomy.rows, tight.rows) == (5, 4)
    assert SMALLEST < size_of(tight.placed[0]) < size_of(roomy.placed[0]) == LARGEST


def test_a_group_too_high_at_its_smallest_takes_the_rows_it_needs(put):
    # Two lines of 12 pt, kicker, deck and air are more than four rows of 15 pt.
    made, told = put(kicker="本讯", headline="新闻||报纸", deck="导读")
    assert told is not None
    assert (told.code, told.severity) == ("heading-too-high", Severity.WARNING)
    last = made.placed[-1]
    assert size_of(made.placed[1]) == SMALLEST
    assert made.rows > 4
    assert last.y + round(size_of(last) * 0.12) <= made.rows * ROW


def test_a_group_stands_kicker_headline_deck_from_above(put):
    made, _ = put(kicker="本讯", headline="新闻", deck="导读")
    assert [line.part for line in made.placed] == ["kicker", "headline", "deck"]
    feet = [line.y + round(size_of(line) * 0.12) for line in made.placed]
    heads = [line.y - round(size_of(line) * 0.88) for line in made.placed]
    assert all(foot <= head for foot, head in zip(feet, heads[1:], strict=False))


def test_a_kicker_too_wide_is_set_smaller(put, strip):
    made, _ = put(kicker="W" * 80)  # a word of 40 ems
    line = made.placed[0]
    assert size_of(line) == 8 * PT  # 320 / 40
    assert line.line.width <= strip.width


def test_a_kicker_too_wide_is_broken_between_words_first(put):
    made, _ = put(kicker="今年再添新闻头版导读，" * 4)
    kickers = [line for line in made.placed if line.part == "kicker"]
    assert [words_of(line) for line in kickers] == ["今年再添新闻头版导读，" * 2] * 2
    assert {size_of(line) for line in kickers} == {EM}


def test_a_kicker_is_made_smaller_within_its_range_before_it_is_broken(put):
    kicker = Role(font="song", size=(8 * PT, 10 * PT))
    roles = {"lead": Role(headline=HEADLINE, kicker=kicker, rows=(2, 4))}
    made, _ = put(kicker="新" * 36, roles=roles)
    assert [size_of(line) for line in made.placed if line.part == "kicker"] == [
        17 * PT // 2  # 320 / 36 = 8.9
    ]


def test_a_kicker_without_end_is_set_as_small_as_may_be_and_told(desk, strip):
    compositor = Compositor(desk.house, desk.library, smallest_text=6 * PT)
    story = a_story("文", kicker="新" * 2000)
    made, _ = set_heading(compositor, story, "lead", strip)
    assert size_of(made.placed[0]) == headcopy.STEP
    assert [found.code for found in compositor.found] == ["text-too-small"]
    assert "…" in compositor.found[0].what.en


def test_a_character_that_no_face_has_is_told_once_and_at_its_story(desk, strip):
    compositor = desk.compositor()
    span = Span("story.md", 2, 5)
    story = replace(a_story("文", headline="新齉|闻||报", kicker="本"), span=span)
    set_heading(compositor, story, "lead", strip)
    assert [(found.code, found.span) for found in compositor.found] == [
        ("missing-glyph", span)
    ]


def test_a_deck_too_wide_is_broken_at_its_joints_first(put):
    made, _ = put(deck="新" * 20 + "|" + "闻" * 20)
    decks = [line for line in made.placed if line.part == "deck"]
    assert [len(words_of(line)) for line in decks] == [20, 20]
    assert {size_of(line) for line in decks} == {EM}


@pytest.mark.parametrize(
    ("align", "left_share"), [("left", 0), ("center", 0.5), ("right", 1)]
)
def test_a_heading_stands_as_its_role_says(put, strip, align, left_share):
    roles = {"lead": Role(headline=replace(HEADLINE, align=align))}
    made, _ = put(headline="新闻", roles=roles)
    (line,) = made.placed
    spare = strip.width - line.line.width
    assert line.x - strip.x == int(spare * left_share)


@pytest.mark.parametrize("own", ["left", "right", "center"])
@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_kicker_and_deck_stand_by_the_headline(put, align, own):
    roles = {
        "lead": Role(
            headline=replace(HEADLINE, align=align),
            kicker=Role(font="song", align=own),
            deck=Role(font="song"),
            rows=(2, 9),
        )
    }
    made, _ = put(kicker="本讯", headline="新闻记者来到", deck="导读", roles=roles)
    kicker, headline, deck = made.placed

    def edges(line, align):
        left, right = line.x, line.x + line.line.width
        return {"left": left, "right": right, "center": (left + right) // 2}[align]

    assert edges(kicker, own) == pytest.approx(edges(headline, own), abs=1)
    assert edges(deck, align) == pytest.approx(edges(headline, align), abs=1)


def test_a_kicker_wider_than_its_headline_stays_in_the_slot(put, strip):
    roles = {"lead": Role(headline=HEADLINE, kicker=Role(font="song", align="left"))}
    made, _ = put(kicker="新" * 31, headline="新闻", roles=roles)
    kicker, headline = made.placed
    assert kicker.x + kicker.line.width == strip.x + strip.width
    assert headline.x > kicker.x


@pytest.mark.parametrize("mark", ["“", "《", "（"])
def test_flush_left_an_opening_mark_stands_with_its_ink_at_the_edge(
    put, strip, desk, mark
):
    roles = {"lead": Role(headline=replace(HEADLINE, align="left"))}
    (line,) = put(headline=f"{mark}新闻报纸", roles=roles)[0].placed
    face, piece = desk.library.face("song"), line.line.pieces[0]
    ink = face.ink(piece.gids[0])[0] * piece.size // face.upem
    assert line.x + piece.xs[0] + ink == pytest.approx(strip.x, abs=1)
    (line,) = put(headline="新闻报纸", roles=roles)[0].placed
    assert line.x == strip.x


def test_a_heading_moves_as_one(put):
    made, _ = put(kicker="本讯", headline="新闻")
    moved = made.moved(1000)
    pairs = zip(made.placed, moved.placed, strict=True)
    assert [b.y - a.y for a, b in pairs] == [1000, 1000]
    assert moved.rows == made.rows
    assert moved.air_above == made.air_above + 1000


def test_a_role_the_house_lacks_sets_headings_like_the_body(put):
    made, trouble = put(role="nothing", headline="新闻")
    assert trouble is None
    assert size_of(made.placed[0]) == EM


def reversed_kicker(align=""):
    kicker = Role(font="song", size=(8 * PT, 8 * PT), align=align, reverse="red")
    return {"lead": Role(headline=HEADLINE, kicker=kicker, rows=(2, 6))}


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_label_goes_beyond_its_words_on_all_sides(put, align):
    made, _ = put(roles=reversed_kicker(align), headline="新闻报纸", kicker="地方")
    label, kicker, headline = made.placed
    assert isinstance(label, Patch)
    (rect,) = label.rects
    size, width = 8 * PT, kicker.line.width
    assert (rect.width, rect.height) == (width + size, 3 * size // 2)
    assert rect.x == kicker.x - size // 2
    top = kicker.y - baseline_in(0, size)
    assert rect.y == top - size // 4
    assert kicker.ink == PAPER
    assert headline.ink == BLACK
    # The label, not its words, stands by the headline.
    if align == "left":
        assert rect.x == headline.x
    if align == "right":
        assert rect.right == headline.x + headline.line.width
    assert headline.y - baseline_in(0, size_of(headline)) > rect.bottom


def test_a_label_counts_in_the_height_of_its_heading(put):
    bare, _ = put(roles=reversed_kicker(), headline="新闻报纸")
    made, _ = put(roles=reversed_kicker(), headline="新闻报纸", kicker="地方")
    assert made.air_above == made.placed[0].rects[0].y
    assert made.height == bare.height + 3 * 8 * PT // 2 + 8 * PT // 2
    assert made.rows * ROW - made.height >= 3 * ROW // 2


def test_a_label_as_wide_as_its_strip_stays_in_it(put, strip):
    made, _ = put(roles=reversed_kicker(), headline="新闻", kicker="地" * 60)
    labels = [thing for thing in made.placed if isinstance(thing, Patch)]
    assert labels
    for label in labels:
        assert strip.x <= label.rects[0].x
        assert label.rects[0].right <= strip.x + strip.width
