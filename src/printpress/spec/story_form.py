"""How a story's head is written, and its reader."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.grades import GRADES
from printpress.spec.apart_form import APART_KEYS
from printpress.spec.code_form import CODE
from printpress.spec.fields import (
    Field,
    Key,
    Reading,
)
from printpress.spec.lines import lines_of
from printpress.spec.paths import file_path, inside, outside_root, shown
from printpress.spec.records import (
    list_of,
    located,
    record,
)
from printpress.spec.source import MappingNode, parse_yaml, read_text
from printpress.spec.story import PictureSpec, StoryFile
from printpress.spec.syntax import strange_character
from printpress.spec.values import choice, number, text

MIDDLE = (Fraction(1, 2), Fraction(1, 2))
"""The focus of a picture that names none."""

_DASHES = "-－—–―"
"""What people type for the three dashes round a head."""

FOCUS: Field[Any] = list_of(number(0, 1, "0.5"), least=2, most=2, example="[0.5, 0.35]")
"""A point of a picture: shares from left and from top."""


def _picture(_: MappingNode, values: dict[str, Any]) -> PictureSpec:
    file = values.pop("file")
    return PictureSpec(file=file.value, **values, span=file.span)


_PICTURE = record(
    _picture,
    Key(
        "file",
        located(file_path("../pictures/meeting.jpg")),
        Both("The picture, from this file.", "图片文件，相对本文件。"),
        required=True,
        aliases=("文件",),
    ),
    Key(
        "caption",
        text("会议现场"),
        Both("The text under it.", "图片说明。"),
        default="",
        aliases=("说明",),
    ),
    Key(
        "credit",
        text("周二 摄"),
        Both("Who took it.", "摄影署名。"),
        default="",
        aliases=("摄影",),
    ),
    Key(
        "focus",
        FOCUS,
        Both(
            "What stays in sight when it is cropped: from left, from top, 0 to 1.",
            "裁切时保留的中心：距左、距上，0 到 1。",
        ),
        default=MIDDLE,
        aliases=("焦点",),
    ),
    example="{file: ../pictures/meeting.jpg, caption: 会议现场, credit: 周二 摄}",
)


def _line(key: str, alias: str, example: str, says: Both) -> Key:
    return Key(key, located(text(example)), says, aliases=(alias,))


STORY = record(
    lambda _, values: values,
    Key(
        "headline",
        located(text("溪桥镇吹响“下半场”|全力冲刺“全年红”")),
        Both("The headline; | may break, || must.", "主题；| 可断行，|| 必断行。"),
        required=True,
        aliases=("主题",),
    ),
    _line("kicker", "引题", "三村携手", Both("The line above it.", "引题。")),
    _line("deck", "副题", "溪桥镇召开工作会议", Both("The line below it.", "副题。")),
    _line("byline", "署名", "记者 林一", Both("Who wrote it.", "署名。")),
    Key(
        "picture",
        _PICTURE,
        Both("Its picture.", "图片。"),
        aliases=("图片",),
    ),
    Key(
        "pictures",
        list_of(_PICTURE, example="[{file: ../pictures/a.jpg}]"),
        Both("Its pictures, if several.", "图片组。"),
        default=(),
        aliases=("图片组",),
    ),
    *APART_KEYS,
    _line(
        "guide", "导读", "半年成绩单||请您检阅", Both("Its line on page 1.", "导读。")
    ),
    Key(
        "qr",
        CODE,
        Both("A QR code at its end.", "文末二维码。"),
        aliases=("二维码",),
    ),
    _line(
        "jump_head",
        "转版题",
        "下半场怎么打",
        Both("Heading of its continuation.", "转版后的短题。"),
    ),
    Key(
        "accept",
        list_of(choice(*sorted(GRADES)), example="[half-width-mark]"),
        Both("Lints that are not to speak of it.", "本稿放行的提示。"),
        default=(),
        aliases=("放行",),
    ),
)
"""The head of ``stories/*.md``."""


def read_story(file: Path, reading: Reading) -> StoryFile:
    """The story in a file. Raises :class:`Unread` and :class:`PressError`."""
    name = shown(file)
    if not inside(file, reading.root):
        reading.refuse(outside_root(Span(name, 0, 0), file.name, link=True))
    copy = read_text(file, name)
    strange = strange_character(copy, name, 1)
    if strange:
        reading.refuse(strange)
    lines = lines_of(copy)
    end = _head_end(lines, name, reading)
    node = parse_yaml("\n".join(lines[1:end]), file, name, first_line=2)
    values = STORY.read(node, reading)
    picture = values.pop("picture")
    pictures = (*((picture,) if picture else ()), *values.pop("pictures"))
    body = "\n".join(lines[end + 1 :])
    if not body.strip() and not pictures:
        reading.refuse(empty_story(Span(name, end + 1, 1, 3)))
    return StoryFile(
        id=file.stem,
        file=file,
        accepted=values.pop("accept"),
        **values,
        pictures=pictures,
        body=body,
        body_line=end + 2,
        shown=name,
    )


def _dashes(line: str) -> bool:
    return len(line.strip()) >= 2 and not line.strip().strip(_DASHES)  # noqa: PLR2004


def _head_end(lines: list[str], name: str, reading: Reading) -> int:
    """The index of the line that ends the head; raises :class:`Unread`."""
    if lines[0].rstrip() != "---":
        reading.refuse(_no_head(Span(name, 1, 1, max(1, len(lines[0]))), lines[0]))
    rest = list(enumerate(lines[1:], 1))
    end = next((i for i, line in rest if line.rstrip() == "---"), None)
    if end is None:
        odd = next((i for i, line in rest if _dashes(line)), None)
        reading.refuse(_open_head(name, odd, lines))
    return end


def _no_head(span: Span, first: str) -> Diagnostic:
    near = _dashes(first)
    found = Both(
        f'the story begins with "{first.strip()[:20]}", not with ---',
        f"稿件以“{first.strip()[:20]}”开头，不是 ---",
    )
    return error(
        "no-head",
        span,
        found if first.strip() else Both("the story has no head", "稿件没有头部"),
        fix=Both(
            "write three half-width hyphens: ---"
            if near
            else "begin the file with `---`, then `headline: …`, then `---`",
            "写三个半角连字符：---"
            if near
            else "文件开头写 `---`，接着 `主题: …`，再写 `---`",
        ),
    )


def _open_head(name: str, odd: int | None, lines: list[str]) -> Diagnostic:
    if odd is None:
        span = Span(name, 1, 1, 3)
        fix = Both(
            "write `---` on a line of its own between the head and the text",
            "在头部和正文之间单独写一行 `---`",
        )
    else:
        span = Span(name, odd + 1, 1, len(lines[odd]))
        fix = Both(
            "write three half-width hyphens here: ---", "这里写三个半角连字符：---"
        )
    return error(
        "head-not-closed",
        span,
        Both("the story's head does not end", "稿件头部没有结束"),
        fix=fix,
    )


def empty_story(span: Span) -> Diagnostic:
    """A story that has nothing below its head."""
    return error(
        "empty-story",
        span,
        Both("the story has no text below its head", "稿件头部下面没有正文"),
        fix=Both(
            "write its text below the second ---; only a story in a slot with "
            "`use: picture` may do without",
            "在第二个 --- 下面写正文；只有 `use: picture` 版位中的图片稿可以没有正文",
        ),
    )
