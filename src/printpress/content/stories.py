"""One story: its head, body and pictures made ready to be set."""

from collections.abc import Iterator

from printpress.content.codes import Code, read_code
from printpress.content.faults import bad_characters
from printpress.content.markup import parse_body
from printpress.content.story import Head, HeadingText, Paragraph, Picture, Run, Story
from printpress.diagnostics import Both, Diagnostic, PressError, error, has_errors
from printpress.pictures.art import bilevel
from printpress.pictures.faults import PictureError
from printpress.pictures.header import read_header
from printpress.spec.source import Located
from printpress.spec.story import PictureSpec, StoryFile


def edit_story(file: StoryFile) -> Story:
    """The story as it will be set; its warnings are :func:`read_copy`'s.

    Raises ``PressError`` with all that cannot be printed in it.
    """
    return read_copy(file)[0]


def read_copy(file: StoryFile) -> tuple[Story, tuple[Diagnostic, ...]]:
    """The story as it will be set, and warnings about it.

    Raises ``PressError`` with all that cannot be printed in it, and those warnings.
    """
    paragraphs, in_body = parse_body(file.body, file.shown, file.body_line)
    found = [*_head_faults(file), *in_body]
    pictures: list[Picture] = []
    for spec in file.pictures:
        try:
            pictures.append(_picture(spec))
        except PictureError as trouble:
            found.append(trouble.told(spec.file.name, spec.span))
    if file.qr:
        try:
            paragraphs = (*paragraphs, code_paragraph(read_code(file.qr)))
        except PressError as trouble:
            found += trouble.diagnostics
    if has_errors(found):
        raise PressError(found)
    head = Head(
        HeadingText.parse(file.headline.value),
        _heading(file.kicker),
        _heading(file.deck),
        file.byline.value.strip() if file.byline else "",
    )
    story = Story(
        file.id,
        head,
        paragraphs,
        tuple(pictures),
        _heading(file.guide),
        file.headline.span,
        file.accepted,
        quote=file.quote,
        facts=file.facts,
    )
    return story, tuple(found)


def _heading(text: Located[str] | None) -> HeadingText | None:
    """The heading; None where nothing or only bars are written."""
    heading = HeadingText.parse(text.value) if text else None
    return heading if heading and heading.lines else None


def _picture(spec: PictureSpec) -> Picture:
    header = read_header(spec.file)
    return Picture(
        spec.file,
        spec.caption.strip(),
        spec.credit.strip(),
        spec.focus,
        header.width_px,
        header.height_px,
        spec.span,
        bilevel(spec.file, header),
    )


def _head_faults(file: StoryFile) -> Iterator[Diagnostic]:
    """Characters that cannot be printed, and a headline without words."""
    heading = (file.kicker, file.headline, file.deck)
    parts = (*heading, file.byline, file.guide, file.jump_head)
    for part in parts:
        if part is not None:
            yield from bad_characters(part.value, part.span, exact=False)
    for picture in file.pictures:
        words = picture.caption + picture.credit
        yield from bad_characters(words, picture.span, exact=False)
    if file.quote:
        words = file.quote.text + file.quote.speaker
        yield from bad_characters(words, file.quote.span, exact=False)
    if file.facts:
        words = "".join((file.facts.title, *file.facts.paragraphs, *file.facts.lines))
        yield from bad_characters(words, file.facts.span, exact=False)
    if not HeadingText.parse(file.headline.value).lines:
        yield error(
            "empty-headline",
            file.headline.span,
            Both("the headline has no words", "主题没有文字"),
            fix=Both(
                "write `headline: 溪水涨了|桥还在`", "写成 `主题: 溪水涨了|桥还在`"
            ),
        )


def code_paragraph(code: Code) -> Paragraph:
    """What a story ends with: the code's words, and the code."""
    words = "".join(code.caption)
    runs = (Run(words, ""),) if words else ()
    return Paragraph(runs, "qr", ((0, code.span),), code=code)
