"""A page as written and its layout put together, and what is wrong between the two."""

from printpress.diagnostics import Diagnostic
from printpress.spec import issue_check, jump_check
from printpress.spec.issue import PageSpec, Placement
from printpress.spec.issue_form import IssueForm
from printpress.spec.layout import LayoutSpec
from printpress.spec.page_form import PageForm
from printpress.spec.source import Located
from printpress.spec.spread_check import facing
from printpress.spec.supplied_check import supplied_faults

Numbers = Located[tuple[int, ...]]
"""A page's number, or the two of a spread, and where they are written."""

UNFILLED = ("empty-slot", "no-weather")
"""What is only not there yet: pages can be looked at all the same, not printed."""


def page_faults(
    form: IssueForm, numbers: Numbers, page: PageForm, layout: LayoutSpec
) -> list[Diagnostic]:
    """What is wrong between a page of the issue and its layout."""
    tails = jump_check.tails_on(form.jumps, numbers.value)
    first = numbers.value[0]
    return [
        *issue_check.slots_of_page(page.stories, layout, page.node, first, tails),
        *supplied_faults(form, page, layout, numbers),
        *facing(numbers, layout),
    ]


def page_of(numbers: Numbers, form: PageForm, layout: LayoutSpec) -> PageSpec:
    """The page, its slots in the layout's order."""
    given = {slot.value: stories for slot, stories in form.stories.items()}
    stories = {
        slot.name: tuple(
            Placement(story.value, story.span) for story in given[slot.name]
        )
        for slot in layout.slots
        if slot.name in given
    }
    return PageSpec(
        numbers=numbers.value,
        layout=layout,
        section=form.section,
        credits=form.credits,
        stories=stories,
        adverts={slot.value: advert for slot, advert in form.adverts.items()},
        codes={slot.value: code for slot, code in form.codes.items()},
        span=numbers.span,
        node=form.node,
    )
