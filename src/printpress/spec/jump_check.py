"""Checks where stories are to go on (转版): each leads to a free slot further on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from printpress.diagnostics import Both, Diagnostic, Note, Span, error
from printpress.spec.fields import not_yet
from printpress.spec.issue import JumpSpec, PageSpec
from printpress.spec.issue_form import IssueForm
from printpress.spec.layout import SlotSpec
from printpress.spec.nearest import did_you_mean, listed, one_of
from printpress.spec.source import Located

Jumps = Mapping[Located[str], Located[str]]
"""Stories → ``page.slot``, both as written."""


def targets(jumps: Jumps) -> tuple[JumpSpec, ...]:
    """Where each story goes on."""
    return tuple(_target(story, to) for story, to in jumps.items())


def _target(story: Located[str], to: Located[str]) -> JumpSpec:
    number, slot = to.value.split(".", 1)
    return JumpSpec(story.value, int(number), slot, to.span)


def tails_on(jumps: Jumps, numbers: Sequence[int]) -> frozenset[str]:
    """Slots of a page in which stories of others go on."""
    return frozenset(
        jump.slot for jump in targets(jumps) if jump.page_no in set(numbers)
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """The pages of an issue, and where its stories stand."""

    pages: Mapping[int, PageSpec]
    starts: Mapping[str, tuple[PageSpec, str]]
    """Story → page and slot."""

    @classmethod
    def of(cls, pages: Sequence[PageSpec]) -> "_Plan":
        return cls(
            {number: page for page in pages for number in page.numbers},
            {
                placed.story: (page, slot)
                for page in pages
                for slot, placements in page.stories.items()
                for placed in placements
            },
        )

    def free_slots(self, page: PageSpec) -> list[str]:
        """Slots of a page in which a story could go on."""
        return [
            slot.name
            for slot in page.layout.slots
            if slot.use == "story" and slot.name not in page.stories
        ]


def jumps(form: IssueForm, pages: Sequence[PageSpec]) -> Iterator[Diagnostic]:
    """Jumps of stories that stand nowhere, or to where no story can go on."""
    plan = _Plan.of(pages)
    taken: dict[tuple[int, str], Span] = {}
    for (story, to), jump in zip(form.jumps.items(), targets(form.jumps), strict=True):
        if story.value not in plan.starts:
            yield _stands_nowhere(story, plan)
            continue
        told = [*_from(story, plan), *_to(to, jump, plan)]
        place = jump.page_no, jump.slot
        if not told and place in taken:
            told.append(_twice(to, jump, taken[place]))
        taken.setdefault(place, to.span)
        yield from told


def _nowhere(span: Span, what: Both, fix: Both, *notes: Note) -> Diagnostic:
    return error("jump-nowhere", span, what, fix=fix, notes=notes)


def _stands_nowhere(story: Located[str], plan: _Plan) -> Diagnostic:
    guess, names = did_you_mean(story.value, plan.starts), one_of(list(plan.starts))
    return _nowhere(
        story.span,
        Both(
            f'story "{story.value}", which is to jump, stands on no page',
            f"要转版的稿件“{story.value}”没有排在任何版上",
        ),
        Both(
            f"{guess.en}name {names.en}, or delete the jump",
            f"{guess.zh}可写 {names.zh}，或删去这一项",
        ),
    )


def _from(story: Located[str], plan: _Plan) -> Iterator[Diagnostic]:
    """Slots that no story can leave yet."""
    page, name = plan.starts[story.value]
    slot = page.layout.slot(name)
    if slot is not None and slot.setting == "vertical":
        yield not_yet(story.span, Both("jumps of vertical text", "竖排正文的转版"))
    elif slot is not None and any(place.wrap for place in slot.pictures):
        yield not_yet(
            story.span,
            Both(
                "jumps out of a slot with text wrapped round a picture",
                "有绕排图片的版位的转版",
            ),
        )
    elif len(page.stories[name]) > 1:
        yield not_yet(
            story.span,
            Both("jumps out of a slot of several stories", "一个版位几篇稿件时的转版"),
        )


def _to(to: Located[str], jump: JumpSpec, plan: _Plan) -> Iterator[Diagnostic]:
    page = plan.pages.get(jump.page_no)
    if page is None:
        names = one_of([str(number) for number in sorted(plan.pages)])
        yield _nowhere(
            to.span,
            Both(
                f"the issue has no page {jump.page_no} to go on at",
                f"本期没有第 {jump.page_no} 版，稿件无处可转",
            ),
            Both(f"name page {names.en}", f"可写第 {names.zh} 版"),
        )
        return
    slot = page.layout.slot(jump.slot)
    if slot is None:
        yield _no_slot(to, jump, page, plan)
        return
    start, _ = plan.starts[jump.story]
    if page.numbers <= start.numbers:
        yield _not_onward(to, jump, start.numbers[0])
    elif slot.use != "story" or slot.name in page.stories:
        yield _not_free(to, jump, slot, page, plan)
    elif slot.holds_one or slot.heading != "above":
        yield not_yet(
            to.span,
            Both(
                "continuations with vertical text, an initial or a heading beside",
                "竖排、首字下沉或标题不在正文上方的接排版位",
            ),
        )


def _free(page: PageSpec, plan: _Plan) -> Both:
    names = plan.free_slots(page)
    if not names:
        return Both(
            "give its layout a slot with `use: story` that no story of the page takes",
            "在该版版式中加一个 use: story、不排其他稿件的版位",
        )
    return Both(
        f"free there: {listed(names).en}", f"该版空着的版位有：{listed(names).zh}"
    )


def _no_slot(
    to: Located[str], jump: JumpSpec, page: PageSpec, plan: _Plan
) -> Diagnostic:
    free = _free(page, plan)
    guess = did_you_mean(jump.slot, plan.free_slots(page))
    return _nowhere(
        to.span,
        Both(
            f'layout "{page.layout.name}" of page {jump.page_no} has no slot '
            f'"{jump.slot}"',
            f"第 {jump.page_no} 版的版式“{page.layout.name}”没有版位“{jump.slot}”",
        ),
        Both(guess.en + free.en, guess.zh + free.zh),
    )


def _not_onward(to: Located[str], jump: JumpSpec, start: int) -> Diagnostic:
    return _nowhere(
        to.span,
        Both(
            f'story "{jump.story}" stands on page {start} and cannot go on at page '
            f"{jump.page_no}",
            f"稿件“{jump.story}”排在第 {start} 版，不能转到第 {jump.page_no} 版",
        ),
        Both(
            f"name a page after {start}, or let the story begin on an earlier one",
            f"写第 {start} 版以后的版次，或把稿件排到更前面的版",
        ),
    )


def _not_free(
    to: Located[str], jump: JumpSpec, slot: SlotSpec, page: PageSpec, plan: _Plan
) -> Diagnostic:
    """A slot that another story has, or that is not for stories at all."""
    placed = page.stories.get(slot.name)
    free = _free(page, plan)
    if placed:
        names = "、".join(placement.story for placement in placed)
        return _nowhere(
            to.span,
            Both(
                f'slot "{slot.name}" of page {jump.page_no} holds '
                f'"{names.replace("、", ", ")}" already',
                f"第 {jump.page_no} 版的版位“{slot.name}”已排“{names}”",
            ),
            free,
            Note(placed[0].span, Both("it is placed here", "排在这里")),
        )
    return _nowhere(
        to.span,
        Both(
            f'slot "{slot.name}" of page {jump.page_no} is for {slot.use}: no story '
            "can go on there",
            f"第 {jump.page_no} 版的版位“{slot.name}”用途是 {slot.use}，不能接排稿件",
        ),
        free,
        Note(slot.span, Both("the slot", "该版位")),
    )


def _twice(to: Located[str], jump: JumpSpec, first: Span) -> Diagnostic:
    return _nowhere(
        to.span,
        Both(
            f'two stories are to go on in slot "{jump.slot}" of page {jump.page_no}',
            f"两篇稿件都要转到第 {jump.page_no} 版的版位“{jump.slot}”",
        ),
        Both("give one of them another slot", "给其中一篇另选版位"),
        Note(first, Both("the first is written here", "第一篇写在这里")),
    )
