"""A story's body as paragraphs for the text engine: faces, indents, its byline.

One paragraph of the engine for each of the story's, so that a line's paragraph is the
story's; the byline is the first one's first words or a paragraph more, as the house
has it.
"""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from printpress.content.codes import Code
from printpress.content.story import Paragraph as Copy
from printpress.content.story import Story, Table
from printpress.diagnostics import Diagnostic, Span
from printpress.makeup.block_faults import too_wide
from printpress.makeup.blocks import Desk, blocks_of, inserted, set_block
from printpress.makeup.inline import Faces, runs_of
from printpress.makeup.styles import Styles, going_on, spaced
from printpress.text.galley import Paragraph, Preset, Run, Setting

LED_IN = ("text", "note", "question", "answer")
"""Kinds of paragraph that a byline may stand before."""


def body_paragraphs(
    desk: Desk, story: Story
) -> tuple[tuple[Paragraph | Preset, ...], tuple[Diagnostic, ...]]:
    """The story's paragraphs in order, then its byline if that stands at the end.

    Tables that are wider than their column are told.
    """
    setting, faces = _setting(desk), _faces(desk.styles)
    verse = tuple(copy for copy in story.paragraphs if copy.kind == "verse")
    items = tuple(copy for copy in story.paragraphs if copy.kind == "item")
    desk = replace(desk, verse=verse, items=items)
    done: list[Paragraph | Preset] = []
    found: list[Diagnostic] = []
    for block in blocks_of(story.paragraphs):
        match block:
            case (Copy(kind="text") as paragraph,):
                own = going_on(setting) if paragraph.goes_on else setting
                done.append(Paragraph(runs_of(paragraph.runs, faces), own))
            case (Copy(kind="subhead") as paragraph,):
                done.append(_subhead(desk.styles, paragraph))
            case (Copy(kind="footnote") as paragraph,):
                done.append(_footnote(desk.styles, paragraph, setting))
            case (Copy(table=Table() as words) as paragraph,):
                from printpress.makeup.table import set_table

                table = set_table(desk, words)
                done.append(table.preset)
                if table.excess:
                    found.append(too_wide(story.id, paragraph, table.excess))
            case (Copy(code=Code() as code),):
                from printpress.makeup.codes import set_code

                done.append(set_code(desk, code))
            case (Copy(kind="names"), *_):
                from printpress.makeup.names import set_names

                done += set_names(desk, block)
            case _:
                done += set_block(desk, block)
    _lead_in(desk.styles, story, done)
    return (*done, *_byline(desk.styles, story)), tuple(found)


def _lead_in(styles: Styles, story: Story, done: list[Paragraph | Preset]) -> None:
    """Put the byline before the first words, where the house has it so."""
    lead_in, first = _byline_in_text(styles, story), _led_in(story)
    led = None if first is None else done[first]
    if first is not None and isinstance(led, Paragraph):
        done[first] = replace(led, runs=(*lead_in, *led.runs))


def _setting(desk: Desk) -> Setting:
    """How running text is set."""
    styles = desk.styles
    body = styles.house.body
    text = replace(styles.style("text"), font=body.font, size=body.size)
    return replace(
        styles.setting(replace(text, latin=styles.text_latin)),
        align="justify",
        indent=desk.indent,
        orphan=True,
        hanging=body.hanging,
    )


def _faces(styles: Styles) -> Faces:
    """The faces of running text."""
    strong, body = styles.style("strong").font, styles.house.body
    return Faces(body.font, strong, strong, body.size)


def _subhead(styles: Styles, paragraph: Copy) -> Paragraph:
    style = replace(styles.style("subhead"), size=styles.house.body.size)
    align = style.align or "left"
    setting = replace(styles.setting(style), align=align, hyphenate="")
    faces = Faces(style.font, style.font, style.font, style.size)
    return Paragraph(runs_of(paragraph.runs, faces), setting)


def _footnote(styles: Styles, paragraph: Copy, body: Setting) -> Paragraph:
    """A note at the story's end, flush left, in the face and size of its role."""
    style = styles.style("footnote")
    strong = styles.style("strong").font
    setting = replace(
        styles.setting(style),
        align=body.align,
        indent=Fraction(0),
        orphan=True,
        hanging=body.hanging,
    )
    faces = Faces(style.font, strong, strong, style.size)
    return Paragraph(runs_of(paragraph.runs, faces), setting)


def _led_in(story: Story) -> int | None:
    """Which paragraph a byline at the start stands before; None if there is none."""
    fit = (n for n, p in enumerate(story.paragraphs) if p.kind in LED_IN)
    return next(fit, None)


def _byline_in_text(styles: Styles, story: Story) -> tuple[Run, ...]:
    """The byline before the first words (■记者 林一), where the house has it so."""
    role = styles.role("byline")
    if not story.head.byline or role is None or role.at != "start":
        return ()
    if _led_in(story) is None:
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


def place_of(styles: Styles, story: Story, number: int, offset: int) -> Span:
    """Where in the story's file a character of one of its paragraphs as set is.

    What setting put before the copy (a byline, a label) stands for its headline.
    """
    if number >= len(story.paragraphs):
        return story.span
    offset -= set_before(styles, story, number)
    return story.paragraphs[number].place(offset) if offset >= 0 else story.span


def set_before(styles: Styles, story: Story, number: int) -> int:
    """How many characters setting puts before a paragraph's own: bullet, byline."""
    count = len(inserted(styles, story.paragraphs[number]))
    if number == first_led(styles, story):
        count += len(_words_of(_byline_in_text(styles, story)))
    return count


def byline_words(styles: Styles, story: Story) -> tuple[str, str]:
    """What is printed of the byline before the first words, or else at the end."""
    at_end = (run for paragraph in _byline(styles, story) for run in paragraph.runs)
    return _words_of(_byline_in_text(styles, story)), _words_of(at_end)


def _words_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def first_led(styles: Styles, story: Story) -> int | None:
    """Which paragraph the byline stands before; None where it does not."""
    return _led_in(story) if _byline_in_text(styles, story) else None
