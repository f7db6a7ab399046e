"""How ``issues/*/comments/*.yaml`` are written, and their reader."""

from functools import partial
from pathlib import Path
from typing import Final

from printpress.diagnostics import Both, Diagnostic, in_order
from printpress.spec.comments import Comment
from printpress.spec.fields import Key, Reading
from printpress.spec.paths import names_in, shown
from printpress.spec.records import list_of, record
from printpress.spec.source import load_yaml
from printpress.spec.values import boolean, integer, text

FOLDER: Final = "comments"
"""Beside ``issue.yaml``: ``1.yaml``, ``2.yaml`` and so on."""

SUFFIX: Final = ".yaml"

COMMENTS = list_of(
    record(
        lambda node, values: Comment(**values, span=node.place),
        Key(
            "page",
            integer(1, 999, "1"),
            Both("The page's number.", "第几版。"),
            required=True,
            aliases=("版",),
        ),
        Key(
            "note",
            text("“永济桥”误作“永际桥”"),
            Both("What is to be done.", "要改什么。"),
            required=True,
            aliases=("意见",),
        ),
        Key(
            "story",
            text("half-year-meeting"),
            Both(
                "The story's file name without .md.", "哪篇稿件（文件名，不带 .md）。"
            ),
            default="",
            aliases=("稿件",),
        ),
        Key(
            "paragraph",
            integer(1, 9999, "3"),
            Both("The paragraph, as proofs number it.", "第几段，按校样上的段号。"),
            aliases=("段",),
        ),
        Key(
            "by",
            text("林一"),
            Both("Who noted it.", "谁提的。"),
            default="",
            aliases=("提出",),
        ),
        Key(
            "done",
            boolean(),
            Both("Whether it has been seen to.", "改了没有。"),
            standard="no",
            aliases=("已改",),
        ),
        example='{page: 1, paragraph: 3, note: "“永济桥”误作“永际桥”", by: 林一}',
    ),
    example="[{page: 1, note: 标题再压一个字, by: 林一}]",
)
"""The comments of a page."""


def read_comments(
    issue: Path,
) -> tuple[tuple[Comment, ...], tuple[Diagnostic, ...]]:
    """All comments on an issue whose folder that is, by page, and what is wrong.

    A file that cannot be read takes no other with it.
    """
    folder = issue / FOLDER
    reading = Reading(issue)
    comments: list[Comment] = []
    for name in sorted(names_in(folder)):
        if name.endswith(SUFFIX) and not name.startswith("."):
            comments += (
                reading.attempt(partial(_comments, folder / name, reading)) or ()
            )
    comments.sort(key=lambda comment: (comment.page, comment.span.file))
    return tuple(comments), in_order(reading.found)


def _comments(file: Path, reading: Reading) -> tuple[Comment, ...]:
    return tuple(COMMENTS.read(load_yaml(file, shown(file)), reading))
