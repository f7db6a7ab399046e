"""Checks of copy against the slots it goes to: pictures, and the guide."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from printpress.content.qr import QrError
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, Span, counted, error, warning
from printpress.spec.edition import EditionSpec
from printpress.spec.fields import place_at
from printpress.spec.layout import SlotSpec
from printpress.spec.source import Located
from printpress.spec.story import StoryFile


def pictures_fit(slot: SlotSpec, story: Story, span: Span) -> Iterator[Diagnostic]:
    """Whether the slot has room for what pictures the story has.

    *span* is where the issue puts the story there.
    """
    room = slot.pictures_held or int(slot.use == "picture")
    count = len(story.pictures)
    if count > room:
        yield _unplaced(slot, story, room)
    elif slot.use == "picture" and not count:
        yield error(
            "no-picture",
            span,
            Both(
                f'slot "{slot.name}" is for a picture story, and "{story.id}" has no '
                "picture",
                f"版位“{slot.name}”是图片新闻，稿件“{story.id}”没有图片",
            ),
            fix=Both(
                "add `picture: {file: ../pictures/…}` to the story's head",
                "在稿头中加上 `图片: {file: ../pictures/…}`",
            ),
        )
    elif room > count > 0:
        yield _too_few(slot, story, span, room)
    elif room > count:
        yield warning(
            "no-picture",
            span,
            Both(
                f'story "{story.id}" has no picture for slot "{slot.name}"; its text '
                "takes the room",
                f"稿件“{story.id}”没有图片，版位“{slot.name}”的图片位置改排文字",
            ),
            fix=Both(
                "add `picture: {file: ../pictures/…}` to the story's head, or choose "
                "another slot",
                "在稿头中加上 `图片: {file: ../pictures/…}`，或换一个版位",
            ),
        )


def _too_few(slot: SlotSpec, story: Story, span: Span, room: int) -> Diagnostic:
    count = len(story.pictures)
    has = counted(count, "picture")
    return warning(
        "no-picture",
        span,
        Both(
            f'story "{story.id}" has {has} for the {room} places of slot '
            f'"{slot.name}"; its text takes the room of the rest',
            f"版位“{slot.name}”可放 {room} 张图片，稿件“{story.id}”只有 {count} 张，"
            "余下的位置改排文字",
        ),
        fix=Both(
            f"add {room - count} more to `pictures:` in the story's head, or choose "
            "another slot",
            f"在稿头的“图片组”中再加 {room - count} 张，或换一个版位",
        ),
    )


def words_fit(slot: SlotSpec, story: Story) -> Iterator[Diagnostic]:
    """Whether the slot has places for the story's pull quote and box of facts."""
    for words, there, key, zh in (
        (story.quote, slot.quote, "quote", "引语"),
        (story.facts, slot.facts, "facts", "资料"),
    ):
        if words is None or there is not None:
            continue
        yield error(
            "inset-unplaced",
            words.span,
            Both(
                f'slot "{slot.name}" has no place for `{key}` of story "{story.id}"',
                f"版位“{slot.name}”没有排稿件“{story.id}”{zh}的位置",
            ),
            why=Both("nothing may be dropped silently", "任何内容都不能悄悄丢失"),
            fix=Both(
                f"take `{key}` out of the story's head, or add "
                f"`{key}: {{over: 1, rows: [4, 8]}}` to the slot in its layout",
                f"从稿头中去掉“{zh}”，或在版式中给该版位加 "
                f"`{key}: {{over: 1, rows: [4, 8]}}`",
            ),
        )


def _unplaced(slot: SlotSpec, story: Story, room: int) -> Diagnostic:
    count = len(story.pictures)
    names = "、".join(picture.path.name for picture in story.pictures[room:])
    room_en = f"only {room}" if room else "none"
    room_zh = f"只放 {room} 张" if room else "不放图片"
    spare = names.replace("、", ", ")
    return error(
        "picture-unplaced",
        story.pictures[room].span,
        Both(
            f'story "{story.id}" has {counted(count, "picture")}; slot "{slot.name}" '
            f"takes {room_en}",
            f"稿件“{story.id}”有 {count} 张图片，版位“{slot.name}”{room_zh}",
        ),
        why=Both("nothing may be dropped silently", "任何内容都不能悄悄丢失"),
        fix=Both(
            f"take {spare} out of the story's head, or put the story in a slot with "
            "`picture:`",
            f"从稿头中去掉 {names}，或把稿件放进带 picture 的版位",
        ),
    )


def guide_full(
    slot: SlotSpec, offered: Sequence[str], files: Mapping[str, StoryFile]
) -> Iterator[Diagnostic]:
    """Stories whose guide line finds no room; make-up tells of too few.

    *offered* are the ids of the stories that offer a line, in order.
    """
    most = slot.items[1] if slot.items else len(offered)
    for story in offered[most:]:
        line = files[story].guide
        yield warning(
            "guide-full",
            line.span if line else slot.span,
            Both(
                f"the guide takes at most {most} of {len(offered)} lines offered; "
                f'"{story}" is left out',
                f"导读最多 {most} 条，现有 {len(offered)} 条，“{story}”没有排上",
            ),
            fix=Both(
                "delete `guide:` from the head of a story that can do without, or "
                f"raise `items` of slot `{slot.name}`",
                f"删去不必导读的稿件的“导读”，或调大版位 `{slot.name}` 的 items",
            ),
        )


def guide_unlike(line: Located[str], story: Story) -> Iterator[Diagnostic]:
    """A guide line of which no two neighbouring characters are anywhere in its story.

    So reads one that was meant for another story, or was left from the last issue.
    """
    head = story.head
    parts = (head.kicker, head.headline, head.deck)
    copy = "".join(
        [
            *(str(part) for part in parts if part),
            *(paragraph.text for paragraph in story.paragraphs),
            *(picture.caption for picture in story.pictures),
        ]
    )
    words = str(story.guide)
    pairs = {one + other for one, other in pairwise(words)}
    if not pairs or any(pair in copy for pair in pairs):
        return
    yield warning(
        "guide-unlike",
        line.span,
        Both(
            f'the guide line "{words}" says nothing that story "{story.id}" says',
            f"导读“{words}”与稿件“{story.id}”没有相同的词",
        ),
        why=Both(
            "readers look for these words on the page that the guide names",
            "读者按导读找版，题文要对得上",
        ),
        fix=Both(
            "see whether the line belongs to another story; take a word of this one's "
            "headline into it",
            "核对是否错用了别稿的导读，或用上本稿标题里的词",
        ),
    )


def no_qr(edition: EditionSpec, trouble: QrError) -> Diagnostic:
    """An edition whose address makes no code."""
    return error(
        "qr-payload",
        place_at(edition.node, "qr", "url", default=edition.span),
        Both(
            f'edition "{edition.name}" has no QR code: {trouble.reason.en}',
            f"地方版“{edition.name}”的二维码做不出来：{trouble.reason.zh}",
        ),
        fix=Both(
            'write a short address in the edition: `qr: {url: "https://example.org/xq"}`'
            ", or take `qr` out of the layout",
            '在地方版文件中写短网址：`qr: {url: "https://example.org/xq"}`，'
            "或从版式中去掉 qr",
        ),
    )
