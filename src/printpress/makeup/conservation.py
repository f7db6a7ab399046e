"""Whether every character of every story is on the pages, and once (字不丢、不重).

Takes an issue's copy and what make-up placed of it; gives an error for each story of
which a character is missing or stands twice. What is counted is the source text of the
lines, as they are drawn, and of what was reported as overset. Nothing of make-up is
asked how it came about: only what setting adds to copy (bullets, brackets round names)
is taken from where it is added. White space counts for nothing: setting closes it up.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from unicodedata import normalize

from printpress.content.issue import Issue
from printpress.content.jumps import Jump
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, counted, error
from printpress.makeup.blocks import inserted
from printpress.makeup.body import byline_words, first_led
from printpress.makeup.leadin import with_lead_in
from printpress.makeup.pictures import grouped, shared_words
from printpress.makeup.placed import Makeup, SetLine
from printpress.makeup.styles import Styles
from printpress.spec.layout import SlotSpec
from printpress.text.galley import Line
from printpress.text.lines import SOFT_HYPHEN
from printpress.text.ruby import PARTED

SHOWN: Final = 20
"""Characters that a message names (taste)."""

BODY: Final = frozenset({"body", "subhead", "byline"})
"""Parts that are lines of a story's text; they know their paragraph."""

PARTS: Final[Mapping[str, Both]] = {
    "kicker": Both("kicker", "引题"),
    "headline": Both("headline", "主题"),
    "deck": Both("deck", "副题"),
    "caption": Both("caption", "图片说明"),
    "quote": Both("quote", "引语"),
    "facts": Both("box of facts", "资料框"),
    "body": Both("text", "正文"),
    "reading": Both("readings", "注音"),
    "jump_head": Both("head of its continuation", "转版题"),
}
"""Parts of copy, as messages call them. Lines that lead to another page or back are no
copy, nor is the guide, which says again what stands elsewhere. Any other part is told
as doubled until its copy is looked up here: nothing of a story goes uncounted."""


_DROPPED: Final = re.compile(f"[\\s{SOFT_HYPHEN}]+")
"""White space, and hyphens that setting drew or somebody typed for it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What of one part of a story is not as often on the pages as in its copy."""

    story: Story
    """The story."""
    part: str
    """A key of :data:`PARTS`."""
    lost: str
    """Characters that are not there."""
    doubled: str
    """Characters that are there too often."""
    pages: tuple[int, ...]
    """Pages on which the story stands."""


def bare(text: str) -> str:
    """The text without white space.

    >>> bare("林一\u3000摄 影")
    '林一摄影'
    """
    return _DROPPED.sub("", text)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is on the pages of one story, and overset; grows line by line."""

    parts: defaultdict[str, list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Part → its lines."""
    text: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Paragraph → its lines."""
    pages: dict[int, None] = field(default_factory=dict)
    """Pages on which it stands, in order."""

    def add(self, part: str, paragraph: int, line: Line) -> None:
        """A line of it; a reading above it is a part of its own."""
        drawn = "".join([text for piece in line.pieces for text in piece.texts])
        source = line.text
        if drawn != source:
            source, reading = _told_apart(drawn, source)
            self.parts["reading"] += reading
        if part in BODY:
            self.text[paragraph].append(source)
        else:
            self.parts[part].append(source)


def _told_apart(drawn: str, source: str) -> tuple[str, list[str]]:
    """What is drawn of a line's source, and what is drawn besides: readings."""
    lost = _more(bare(source), drawn)
    besides = _more(bare(drawn), source)
    return (drawn if lost else source), [besides]


def _more(text: str, than: str) -> str:
    """Characters that a text has more often than another."""
    return "".join((Counter(text) - Counter(than)).elements())


def _seen(issue: Issue, makeup: Makeup) -> Mapping[str, _Seen]:
    """What every story has on the pages, and overset."""
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    for page in makeup.pages:
        tails = {jump.story for jump in issue.jumps if jump.to_page in page.numbers}
        for thing in page.placed:
            if not isinstance(thing, SetLine) or not thing.story:
                continue
            story, part = seen[thing.story], thing.part
            story.pages[page.number] = None
            if part == "headline" and thing.story in tails:
                part = "jump_head"
            story.add(part, thing.paragraph, thing.line)
    for name, lines in makeup.overset.items():
        for line in lines:
            seen[name].add("body", line.paragraph, line)
    return seen


def _paragraphs(styles: Styles, story: Story) -> Iterator[tuple[int, str]]:
    """The text of each paragraph with what setting puts before it, then the byline."""
    before, at_end = byline_words(styles, story)
    led = first_led(styles, story)
    for number, paragraph in enumerate(story.paragraphs):
        lead = before if number == led else ""
        yield number, lead + inserted(styles, paragraph) + paragraph.text
    yield len(story.paragraphs), at_end


def _others(story: Story, slot: SlotSpec | None) -> Iterator[tuple[str, str]]:
    """The copy of each part that is no paragraph."""
    head = story.head
    for part, text in (
        ("kicker", head.kicker),
        ("headline", head.headline),
        ("deck", head.deck),
    ):
        yield part, str(text or "")
    groups = grouped(story.pictures, slot.pictures if slot else ())
    shown = [shared_words(pictures) for pictures in groups]
    yield (
        "caption",
        "".join(
            picture.caption + (f"（{picture.credit}）" if picture.credit else "")
            for picture in shown
        ),
    )
    if story.quote:
        said = f"——{story.quote.speaker}" if story.quote.speaker else ""
        yield "quote", story.quote.text + said
    if story.facts:
        facts = story.facts
        yield "facts", "".join((facts.title, *facts.paragraphs, *facts.lines))
    runs = (run for paragraph in story.paragraphs for run in paragraph.runs)
    readings = "".join([run.ruby for run in runs if run.ruby])
    yield "reading", PARTED.sub("", normalize("NFC", readings))


def _differences(
    styles: Styles,
    placed: tuple[Story, SlotSpec | None],
    seen: _Seen,
    jump: Jump | None,
    left_out: Collection[str] = (),
) -> Iterator[Loss]:
    """Parts of a story that are not on the pages as its copy has them.

    What the house's ladder left out must not be there at all; staff were told.
    """
    story, slot = placed
    pages = tuple(seen.pages)
    lost = doubled = ""
    for number, copy in _paragraphs(styles, story):
        there, wanted = bare("".join(seen.text.get(number, ()))), bare(copy)
        if there != wanted:
            lost += _more(wanted, there)
            doubled += _more(there, wanted)
    if lost or doubled:
        yield Loss(story, "body", lost, doubled, pages)
    parts = [*_others(story, slot)]
    told = {*PARTS, "jump"}
    parts += [(part, "") for part in seen.parts if part not in told]
    if jump is not None and seen.parts.get("jump"):
        parts.append(("jump_head", str(jump.head)))
    for part, copy in parts:
        there = bare("".join(seen.parts.get(part, ())))
        wanted = "" if part in left_out else bare(copy)
        if part == "reading":
            there = PARTED.sub("", there)
        if there != wanted:
            lost, doubled = _more(wanted, there), _more(there, wanted)
            if lost or doubled:
                yield Loss(story, part, lost, doubled, pages)


def losses(issue: Issue, makeup: Makeup) -> Iterator[Loss]:
    """What of the issue's stories is not on its pages exactly once."""
    styles = Styles(issue.house)
    seen = _seen(issue, makeup)
    jumps = {jump.story: jump for jump in issue.jumps}
    left_out = {fit.story: fit.left_out for fit in makeup.fits if fit.left_out}
    for page in issue.pages:
        for name, stories in page.stories.items():
            slot = page.layout.slot(name)
            runs_in = slot is not None and slot.heading == "run-in"
            for copy in stories:
                story = with_lead_in(copy) if runs_in else copy
                there = seen.get(story.id) or _Seen()
                jump, out = jumps.get(story.id), left_out.get(story.id, ())
                for loss in _differences(styles, (story, slot), there, jump, out):
                    yield loss if loss.pages else replace(loss, pages=(page.number,))


def lost_copy(issue: Issue, makeup: Makeup) -> tuple[Diagnostic, ...]:
    """An error for each part of a story that make-up lost or doubled.

    That is a fault of ours, and nothing may be printed with it.
    """
    return tuple(_lost_copy(loss) for loss in losses(issue, makeup))


def _lost_copy(loss: Loss) -> Diagnostic:
    part = PARTS.get(loss.part, Both(loss.part, loss.part))
    story = loss.story
    pages_en = " and ".join(str(number) for number in loss.pages)
    pages_zh = "、".join(str(number) for number in loss.pages)
    told = [
        Both(
            f"{verb.en} {counted(len(chars), 'character')} ({_shown(chars)})",
            f"{verb.zh} {len(chars)} 字（{_shown(chars)}）",
        )
        for verb, chars in (
            (Both("lost", "丢了"), loss.lost),
            (Both("doubled", "重了"), loss.doubled),
        )
        if chars
    ]
    en = " and ".join(words.en for words in told)
    zh = "，".join(words.zh for words in told)
    many = "pages" if len(loss.pages) > 1 else "page"
    return error(
        "copy-lost",
        story.span,
        Both(
            f'{many} {pages_en} {en} of the {part.en} of story "{story.id}"',
            f"第 {pages_zh} 版把稿件“{story.id}”的{part.zh}{zh}",
        ),
        why=Both(
            "every character is printed once; this is a fault of printpress, not "
            "of the copy",
            "每个字都要印且只印一次；这是 printpress 的错误，不是稿件的错误",
        ),
        fix=Both(
            "print nothing; send the issue's folder to the makers of printpress",
            "先不要付印；请把这一期的文件夹发给 printpress 的作者",
        ),
    )


def _shown(chars: str) -> str:
    return chars if len(chars) <= SHOWN else f"{chars[: SHOWN - 1]}…"
