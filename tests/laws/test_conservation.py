"""Laws of conservation: whatever is in a story, all of it is printed, and once."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk import HERE, a_picture, a_picture_slot, a_slot, a_story
from tests.faces import HAN
from tests.laws.test_blocks import bodies, words

from printpress.content.jumps import Jump
from printpress.content.story import HeadingText
from printpress.makeup.conservation import losses
from printpress.makeup.pages import make_up
from printpress.spec.layout import Wrap

marked = st.one_of(
    words,
    st.text(HAN[:20], min_size=1, max_size=4).map("**{}**".format),
    st.text(HAN[:20], min_size=1, max_size=4).map("*{}*".format),
    st.text(HAN[:20], min_size=1, max_size=4).map("{{name:{}}}".format),
    st.tuples(
        st.text(HAN[:20], min_size=2, max_size=4),
        st.sampled_from(["a", "ni hao", "zhong guo ren", "chang'an", "guojia"]),
    ).map("{{{0[0]}|{0[1]}}}".format),
    st.sampled_from(
        [
            "a b c",
            "https://example.org/a-b/c",
            "co-operation",
            "communi\u00adcation",
            "1，2",
        ]
    ),
)
paragraphs = st.lists(marked, min_size=1, max_size=8).map("新".join)


@st.composite
def told(draw):
    """A body of paragraphs and blocks, with notes that are marked in it."""
    parts = draw(st.lists(st.one_of(paragraphs, bodies), min_size=1, max_size=6))
    notes = draw(st.lists(words, max_size=2))
    parts += [f"新闻[^{n}]" for n, _ in enumerate(notes)]
    return "\n\n".join([*parts, *(f"[^{n}]: {note}" for n, note in enumerate(notes))])


@st.composite
def stories(draw):
    parts = {"headline": draw(st.text(HAN[:20], min_size=1, max_size=9))}
    if draw(st.booleans()):
        parts["kicker"] = draw(st.text(HAN[:20], min_size=1, max_size=9))
    if draw(st.booleans()):
        parts["byline"] = "记者 文中"
    if draw(st.booleans()):
        caption = draw(st.text(HAN[:20], max_size=30))
        parts["pictures"] = (a_picture(caption, draw(st.sampled_from(["", "文 摄"]))),)
    return a_story(draw(told()), **parts)


@st.composite
def starts(draw):
    """A slot in which a story may begin."""
    slot = a_slot(
        rows=(1, draw(st.integers(5, 24))),
        columns=draw(st.sampled_from([1, 2, 3])),
        role=draw(st.sampled_from(["plain", "lead"])),
        heading=draw(
            st.sampled_from(
                ["above", "above", "vertical", "beside", "inside", "run-in"]
            )
        ),
    )
    if slot.heading == "above" and draw(st.booleans()):
        at = draw(st.sampled_from(["top", "foot", "middle", "above"]))
        place = a_picture_slot((1, 1), at, (2, 5))
        if at != "above" and draw(st.booleans()):
            place = replace(place, wrap=Wrap(4, "right"))
        slot = replace(slot, pictures=(place,))
    if slot.heading == "above" and draw(st.booleans()):
        slot = replace(slot, initial=draw(st.sampled_from([2, 3])))
    if slot.columns == 1 and slot.inset_heading:
        slot = replace(slot, heading="above")
    return slot


@st.composite
def papers(draw):
    """(Story, its slot, the slot of its rest or None, where bylines stand)."""
    slot, story = draw(starts()), draw(stories())
    if not slot.pictures:
        story = replace(story, pictures=())
    tail = a_slot(
        "tail",
        rows=(1, draw(st.integers(5, 24))),
        columns=draw(st.sampled_from([1, 2, 3])),
        role=draw(st.sampled_from(["plain", "lead"])),
    )
    goes_on = draw(st.sampled_from([True, True, False]))
    return (
        story,
        slot,
        tail if goes_on else None,
        draw(st.sampled_from(["start", "end"])),
    )


@settings(max_examples=settings().max_examples * 6 // 10)
@given(papers())
def test_every_character_of_a_story_is_printed_once(desk, paper):
    story, slot, tail, byline = paper
    roles = dict(desk.house.roles)
    roles["byline"] = replace(roles["byline"], at=byline)
    pages = [desk.page([slot], {slot.name: (story,)})]
    jumps: tuple[Jump, ...] = ()
    if tail is not None:
        pages.append(desk.page([tail], {}, number=2))
        head = HeadingText.parse("国家|地方")
        jumps = (Jump(story.id, 1, slot.name, 2, tail.name, head, HERE, HERE),)
    issue = desk.issue(*pages, jumps=jumps, house=replace(desk.house, roles=roles))
    makeup, found = make_up(issue, desk.library)
    assert "missing-glyph" not in {diagnostic.code for diagnostic in found}
    lost = [(loss.part, loss.lost, loss.doubled) for loss in losses(issue, makeup)]
    assert lost == []
