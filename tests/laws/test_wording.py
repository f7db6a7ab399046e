"""Comparisons lose no word and invent none."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from printpress.proof.compare import compare
from printpress.proof.record import (
    BREAK,
    PageRecord,
    Record,
    StoryRecord,
    from_json,
    to_json,
)
from printpress.proof.wording import likeness, paragraphs, pieces

TEXTS = st.text("桥头早市天亮就开，。的6 ab", min_size=1, max_size=24)
PARAGRAPHS = st.lists(TEXTS, max_size=6)


@st.composite
def edited(draw):
    """Paragraphs, and what an editor made of them."""
    old = draw(PARAGRAPHS)
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        n = draw(st.integers(0, max(0, len(new) - 1)))
        what = draw(st.sampled_from(("write", "cut", "divide", "join", "move", "edit")))
        if what == "write":
            new.insert(n, draw(TEXTS))
        elif not new:
            continue
        elif what == "cut":
            del new[n]
        elif what == "divide" and len(new[n]) > 1:
            at = draw(st.integers(1, len(new[n]) - 1))
            new[n : n + 1] = [new[n][:at], new[n][at:]]
        elif what == "join":
            new[n : n + 2] = ["".join(new[n : n + 2])]
        elif what == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(n))
        elif what == "edit":
            at = draw(st.integers(0, len(new[n])))
            new[n] = new[n][:at] + draw(TEXTS) + new[n][at + 1 :]
    return old, new


@given(st.text(), st.text())
def test_pieces_rebuild_both_texts(old, new):
    told = pieces(old, new)
    assert "".join(piece.old for piece in told) == old
    assert "".join(piece.new for piece in told) == new


@given(TEXTS, TEXTS)
def test_pieces_that_are_equal_hold_no_change(old, new):
    assert any(piece.changed for piece in pieces(old, new)) == (old != new)


@given(TEXTS, TEXTS)
def test_likeness_is_a_share(old, new):
    assert 0 <= likeness(old, new) == likeness(new, old) <= 1
    assert likeness(old, old) == 1


def sides(told):
    """Old and new paragraphs of which a comparison tells."""
    was: Counter[str] = Counter()
    now: Counter[str] = Counter()
    for changed in told:
        old = "".join(piece.old for piece in changed.pieces)
        new = "".join(piece.new for piece in changed.pieces)
        was.update(old.split(BREAK) if old else ())
        now.update(new.split(BREAK) if new else ())
    return was, now


@given(edited())
def test_what_is_not_told_of_is_unchanged(pair):
    old, new = pair
    was, now = sides(paragraphs(old, new))
    assert was <= Counter(old)
    assert now <= Counter(new)
    assert Counter(old) - was == Counter(new) - now


@given(edited())
def test_every_changed_character_appears(pair):
    old, new = pair
    told = [p for each in paragraphs(old, new) for p in each.pieces if p.changed]
    gone = Counter("".join(piece.old for piece in told))
    come = Counter("".join(piece.new for piece in told))
    assert Counter("".join(old)) - Counter("".join(new)) <= gone
    assert Counter("".join(new)) - Counter("".join(old)) <= come


@given(edited())
def test_a_paragraph_is_told_once_and_by_its_number(pair):
    old, new = pair
    numbers: list[int] = []
    for changed in paragraphs(old, new):
        text = "".join(piece.new for piece in changed.pieces)
        if not text:
            continue
        first, _, last = changed.part.partition("-")
        here = range(int(first), int(last or first) + 1)
        assert text == BREAK.join(new[n - 1] for n in here)
        numbers.extend(here)
    assert len(numbers) == len(set(numbers))


@st.composite
def records(draw):
    """Editions of a few stories."""
    names = draw(st.lists(st.sampled_from("abcd"), unique=True))
    stories = tuple(
        StoryRecord(
            id=name,
            places=((draw(st.sampled_from(("1", "2-3"))), draw(TEXTS)),),
            heading=(("headline", draw(TEXTS)),),
            asides=draw(st.sampled_from(((), (("guide", "导读"),)))),
            paragraphs=tuple(draw(PARAGRAPHS)),
            look=draw(TEXTS),
            lines=tuple(draw(PARAGRAPHS)),
            pictures=draw(st.sampled_from(((), (("a.jpg", "桥", "12"),)))),
            standing=draw(TEXTS),
        )
        for name in names
    )
    pages = tuple(PageRecord(n, draw(TEXTS), (draw(TEXTS),)) for n in ("1", "2-3"))
    return Record("小报", "town", pages, stories)


@given(records())
def test_a_record_against_itself_is_nothing(record):
    assert not compare(record, record)
    assert from_json(to_json(record)) == record


@given(records(), records())
def test_there_and_back_tell_of_the_same(old, new):
    there, back = compare(old, new), compare(new, old)
    assert there.pages == back.pages
    assert {
        (c.story, "added" in c.kinds) for c in there.stories if not c.old_story
    } == {(c.story, "removed" in c.kinds) for c in back.stories if not c.old_story}
    assert bool(there) == bool(back)
    assert bool(there) == ({*old.stories} != {*new.stories} or old.pages != new.pages)
