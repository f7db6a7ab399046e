"""What make-up tells staff of lines that could not be set well.

A rule that had to be broken is a warning: the line should be reworded. That a line is
loose, or that an address ends it, is a note: the page prints as it is.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, note, warning
from printpress.makeup.body import place_of
from printpress.makeup.styles import Styles
from printpress.text.galley import Galley, Line

LOOSE: Final = 100
"""Thousandths of an em between characters from which on a line is loose; twice that,
very loose (taste: at 13 ems a line that lacks one character is not, two are)."""

_BROKEN: Mapping[str, Both] = {
    "overfull": Both("wider than its column", "超出栏宽"),
    "underfull": Both("nothing in it can be spread", "撑不满一行"),
    "divided": Both("a word is divided", "拆开了单词"),
    "prohibited": Both("a mark stands at the wrong end", "标点违反避头尾"),
    "orphan": Both("a single character on the last line", "末行只有一字"),
}
"""What the setting engine's flags mean; a mark that hangs as the house asks is none."""


def rough_lines(styles: Styles, story: Story, galley: Galley) -> Iterator[Diagnostic]:
    """Lines that are not set as the rules ask, or only just."""
    for line in galley.lines:
        if line.paragraph >= len(story.paragraphs):
            continue
        faults = [flag for flag in line.flags if flag in _BROKEN]
        if faults:
            yield _rough(styles, story, line, faults)
        elif "address" in line.flags:
            yield _parted(styles, story, line)
        elif line.looseness > LOOSE:
            yield _loose(styles, story, line)


def _rough(styles: Styles, story: Story, line: Line, faults: list[str]) -> Diagnostic:
    why_en = ", ".join(_BROKEN[flag].en for flag in faults)
    why_zh = "、".join(_BROKEN[flag].zh for flag in faults)
    return warning(
        "rough-line",
        place_of(styles, story, line.paragraph, line.offset),
        Both(
            f'a line of story "{story.id}" cannot be set well ({why_en}): {line.text}',
            f"稿件“{story.id}”有一行排不好（{why_zh}）：{line.text}",
        ),
        fix=Both(
            "reword the line, or break the long word in it",
            "改写这一行，或把其中过长的单词断开",
        ),
    )


def _parted(styles: Styles, story: Story, line: Line) -> Diagnostic:
    return note(
        "parted-address",
        place_of(styles, story, line.paragraph, line.offset),
        Both(
            f'an address or a long name of story "{story.id}" goes on in the next '
            f"line: {line.text}",
            f"稿件“{story.id}”的网址或长串西文转到下一行：{line.text}",
        ),
        why=Both(
            "whole, it would have left a hole in the line", "不拆开，这一行就会空一大块"
        ),
        fix=Both(
            "move it in the sentence, print a QR code, or leave it so",
            "调整它在句中的位置，改用二维码，或照此付印",
        ),
    )


def _loose(styles: Styles, story: Story, line: Line) -> Diagnostic:
    very = line.looseness > 2 * LOOSE
    ems = f"{line.looseness / 1000:.2f}"
    return note(
        "loose-line",
        place_of(styles, story, line.paragraph, line.offset),
        Both(
            f'a line of story "{story.id}" is {"very " if very else ""}loose '
            f"({ems} em between its characters): {line.text}",
            f"稿件“{story.id}”有一行{'过' if very else '偏'}松（字间加空 {ems} 字）："
            f"{line.text}",
        ),
        fix=Both(
            "write the sentence a character or two longer or shorter",
            "把这一句增删一两个字",
        ),
    )
