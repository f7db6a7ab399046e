"""Headings that run in: a short item's head as the first words of its text (简讯)."""

from dataclasses import replace

from printpress.content.story import Head, HeadingText, Paragraph, Run, Story

NOTHING = HeadingText(())
"""The headline of a story whose head runs in."""


def with_lead_in(story: Story) -> Story:
    """The story with its heading in black face before its first words.

    Kicker and deck come with it, in reading order, a blank between: no word is dropped.
    """
    if not story.paragraphs:
        return story
    head = story.head
    parts = (head.kicker, head.headline, head.deck)
    words = "".join(f"{part}\u3000" for part in parts if part)
    first, *rest = story.paragraphs
    lead = Run(words, "strong")
    if first.kind == "text":
        later = tuple((offset + len(words), span) for offset, span in first.origins)
        led = replace(
            first,
            runs=(lead, *first.runs),
            origins=((0, story.span), *later),
        )
        paragraphs = (led, *rest)
    else:
        alone = Paragraph((lead,), "text", ((0, story.span),))
        paragraphs = (alone, first, *rest)
    return replace(
        story, head=Head(NOTHING, None, None, head.byline), paragraphs=paragraphs
    )
