"""A story's body as paragraphs for the text engine: faces, indents, its byline.

The byline is the body's first words or its last paragraph, as the house has it.
"""

from dataclasses import replace

from printpress.content.story import Paragraph as Copy
from printpress.content.story import Story
from printpress.diagnostics import Span
from printpress.makeup.inline import run_in
from printpress.makeup.styles import Styles, spaced
from printpress.text.galley import Missing, Paragraph, Run, Setting


def body_paragraphs(styles: Styles, story: Story) -> tuple[Paragraph, ...]:
    """The story's paragraphs in order, then its byline if that stands at the end."""
    body = styles.house.body
    latin = body.latin
    if latin.font == body.font:
        latin = replace(latin, font="")  # then bold words have Latin of their own
    text = replace(styles.style("text"), font=body.font, size=body.size, latin=latin)
    setting = replace(
        styles.setting(text),
        align="justify",
        indent=body.indent,
        orphan=True,
        hanging=body.hanging,
    )
    strong = styles.style("strong")
    subhead = replace(styles.style("subhead"), size=body.size)
    align = subhead.align or "left"
    heads = replace(styles.setting(subhead), align=align, hyphenate="")
    lead_in = _byline_in_text(styles, story)
    set_paragraphs = []
    for paragraph in story.paragraphs:
        if paragraph.kind == "subhead":
            runs = tuple(run_in(run, subhead.font, body.size) for run in paragraph.runs)
            set_paragraphs.append(Paragraph(runs, heads))
            continue
        if paragraph.kind == "footnote":
            set_paragraphs.append(_footnote(styles, paragraph, setting))
            continue
        runs = tuple(
            run_in(
                run, strong.font if run.emphasis == "strong" else body.font, body.size
            )
            for run in paragraph.runs
        )
        set_paragraphs.append(Paragraph((*lead_in, *runs), setting))
        lead_in = ()
    return (*set_paragraphs, *_byline(styles, story))


def _footnote(styles: Styles, paragraph: Copy, body: Setting) -> Paragraph:
    """A note at the story's end: like the body, in the face and size of its role."""
    style = styles.style("footnote")
    strong = styles.style("strong").font
    runs = tuple(
        run_in(run, strong if run.emphasis == "strong" else style.font, style.size)
        for run in paragraph.runs
    )
    setting = replace(
        styles.setting(style),
        align=body.align,
        indent=body.indent,
        orphan=True,
        hanging=body.hanging,
    )
    return Paragraph(runs, setting)


def _byline_in_text(styles: Styles, story: Story) -> tuple[Run, ...]:
    """The byline before the first words (■记者 林一), where the house has it so."""
    role = styles.role("byline")
    if not story.head.byline or role is None or role.at != "start":
        return ()
    words = f"■{spaced(story.head.byline)}\u3000"
    return (Run(words, styles.style("byline").font),)


def _byline(styles: Styles, story: Story) -> tuple[Paragraph, ...]:
    if not story.head.byline or _byline_in_text(styles, story):
        return ()
    style = replace(styles.style("byline"), size=styles.house.body.size)
    setting = replace(styles.setting(style), align="right")
    run = Run(f"（{spaced(story.head.byline)}）", style.font)
    return (Paragraph((run,), setting),)


def place_of(styles: Styles, story: Story, lack: Missing) -> Span:
    """Where in the story's file a character is that no face has."""
    if lack.paragraph >= len(story.paragraphs):
        return story.span
    texts = (n for n, p in enumerate(story.paragraphs) if p.kind == "text")
    led_in = _byline_in_text(styles, story) if lack.paragraph == next(texts, -1) else ()
    offset = lack.offset - sum(len(run.text) for run in led_in)
    if offset < 0:
        return story.span
    return story.paragraphs[lack.paragraph].place(offset)
