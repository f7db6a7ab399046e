"""Which of the first lines is the headline, which the kicker, the deck, the byline.

Styles say it where the reporter used them. Most do not: then the largest, blackest and
most central of the first short lines is the headline, what stands above it the kicker
(引题), what stands below and is no text yet the deck (副题). All of that is a guess and
is told as one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from printpress.content.lines import is_western
from printpress.diagnostics import Both
from printpress.intake.captions import is_caption
from printpress.intake.draft import Block, Draft, Headed, Part, Piece, Remark

LONGEST_HEAD: Final = 45
"""Characters of a heading's line: one over a whole 对开 page holds 24."""
_HEAD_LINES: Final = 5
"""First lines that may be the heading."""
_SUBHEAD: Final = 24
"""Characters of a short line in black face that is taken for a subhead."""
_KICKER_SHARE: Final = 0.6
"""A first line of two that is so much shorter than the second is its kicker."""

_TEXT_MARKS: Final = re.compile("[。；]")
_GOES_ON: Final = "，、；：,;:"
_WHO: Final = (
    "(?:(?:本报|本刊|本社)?(?:见习|实习|特约|首席|全媒体)?(?:记者|通讯员)"
    "|作者|撰稿|供稿|撰文|文字|图文|文图|图/文|文/图|文|图|摄影)"
)
_BYLINE: Final = re.compile(
    rf"[（(]?(?:{_WHO}[\s　/／:：]+\S.{{0,24}}|(?:本报|本刊)?(?:记者|通讯员)\S{{1,8}}"
    r"|\S{2,8}[\s　]*[/／][\s　]*(?:文|图|撰文|摄))[）)]?$"
)


@dataclass(slots=True)
class _Heading:
    """Grows while the first lines are looked at."""

    headline: str = ""
    kicker: str = ""
    deck: str = ""
    byline: str = ""
    told: list[Remark] = field(default_factory=list)
    unmarked: set[str] = field(default_factory=set)
    """Notes whose marks stood in the heading, which holds none."""


def is_text(block: Block) -> bool:
    """Whether a block is surely no line of a heading."""
    words = block.text.strip()
    return bool(
        block.rows
        or block.label
        or len(words) > LONGEST_HEAD
        or _TEXT_MARKS.search(words)
        or words[-1:] in _GOES_ON
    )


def headed(draft: Draft, stem: str) -> Headed:
    """The draft with its heading found; *stem* is the headline where there is none."""
    blocks = list(draft.blocks)
    heading = _Heading()
    title = _styled(blocks)
    lines = _first_lines(blocks)
    if title is not None:
        _by_style(blocks, title, heading)
    elif lines:
        _by_looks(blocks, lines, heading)
    if not blocks:  # a few short lines are the text, not a heading without one
        blocks, heading = list(draft.blocks), _Heading()
    if not heading.headline:
        heading.headline = stem
        _guess(
            heading,
            Both("no headline found: the file's name", "没有找到主题，暂用文件名"),
            stem,
            added=stem,
        )
    if not heading.byline:
        _last_byline(blocks, heading)
    notes = _notes_left(draft, heading)
    return Headed(
        heading.headline,
        heading.kicker,
        heading.deck,
        heading.byline,
        tuple(_body(blocks, heading)),
        notes,
        (*draft.remarks, *heading.told),
    )


def _guess(
    heading: _Heading, words: Both, text: str, *, lost: str = "", added: str = ""
) -> None:
    heading.told.append(Remark("guessed", words, text, lost, added))


# --- where the heading is -------------------------------------------------------------


def _styled(blocks: Sequence[Block]) -> int | None:
    """Where the block stands whose style says that it is the headline."""
    for index, block in enumerate(blocks):
        if block.part == "headline":
            return index
        if block.part == "text" and is_text(block):
            return None
    return None


def _first_lines(blocks: Sequence[Block]) -> list[int]:
    """Blocks that may be lines of the heading."""
    found: list[int] = []
    for index, block in enumerate(blocks):
        if block.picture:
            continue
        if is_text(block) or block.part == "subhead" or len(found) == _HEAD_LINES:
            break
        found.append(index)
    return found


def _by_style(blocks: list[Block], title: int, heading: _Heading) -> None:
    """A heading whose headline has a style."""
    above = [i for i in range(title) if not blocks[i].picture]
    below: list[int] = []
    for index in range(title + 1, min(len(blocks), title + 4)):
        block = blocks[index]
        styled = block.part in ("deck", "byline", "kicker")
        plain = block.part == "text" and not block.picture and not is_text(block)
        deck = block.centred or block.text.lstrip().startswith("—")
        if not styled and not (plain and (deck or _is_byline(block))):
            break
        below.append(index)
    for index in above + below:
        block = blocks[index]
        part = block.part
        if part == "text":
            otherwise: Part = "kicker" if index < title else "deck"
            part = "byline" if _is_byline(block) else otherwise
            _told_part(heading, part, block)
        _take(heading, part if part in _TAKEN else "kicker", block)
    _take(heading, "headline", blocks[title])
    for index in sorted((*above, *below, title), reverse=True):
        del blocks[index]


_TAKEN: Final = ("kicker", "deck", "byline")
_NAMES: Final = {
    "headline": Both("headline", "主题"),
    "kicker": Both("kicker", "引题"),
    "deck": Both("deck", "副题"),
    "byline": Both("byline", "署名"),
}


def _told_part(heading: _Heading, part: str, block: Block) -> None:
    name = _NAMES[part]
    words = Both(f"taken for the {name.en}", f"当作{name.zh}")
    _guess(heading, words, block.text.strip())


def _loudness(block: Block) -> tuple[int, bool, bool]:
    return block.size, block.bold, block.centred


def _by_looks(blocks: list[Block], lines: list[int], heading: _Heading) -> None:
    """A heading that nothing but its looks tells, or not even they."""
    taken = [i for i in lines if _is_byline(blocks[i])]
    rest = [i for i in lines if i not in taken]
    for index in taken:
        _told_part(heading, "byline", blocks[index])
        _take(heading, "byline", blocks[index])
    parts = _parts(blocks, rest, lines)
    for index, part in parts.items():
        _told_part(heading, part, blocks[index])
        _take(heading, part, blocks[index])
    for index in sorted({*taken, *parts}, reverse=True):
        del blocks[index]


def _parts(blocks: list[Block], rest: list[int], lines: list[int]) -> dict[int, str]:
    """What each of the first lines is; those that are text already have no part."""
    if not rest:
        return {}
    body = [b for i, b in enumerate(blocks) if i not in lines and b.pieces]
    usual = max((_loudness(b) for b in body if not b.bold), default=(0, False, False))
    loudest = max(_loudness(blocks[i]) for i in rest)
    if loudest <= usual:
        return _unmarked_parts([blocks[i].text.strip() for i in rest], rest)
    at = next(i for i in rest if _loudness(blocks[i]) == loudest)
    found: dict[int, str] = {}
    for index in rest:
        look = _loudness(blocks[index])
        if index < at:
            found[index] = "kicker"
        elif look == loudest and (index == at or index - 1 in found):
            found[index] = "headline"
        elif look > usual or blocks[index].text.lstrip().startswith("—"):
            found[index] = "deck"
        else:
            break
    return found


def _unmarked_parts(words: list[str], at: list[int]) -> dict[int, str]:
    """Lines that look alike: the first is the headline, if it is no kicker's length."""
    if len(words) == 1:
        return {at[0]: "headline"}
    first, second = heading_pair(words[0], words[1])
    return {at[0]: first, at[1]: second}


def heading_pair(first: str, second: str) -> tuple[str, str]:
    """What two lines of a heading are that nothing tells apart but their length.

    >>> heading_pair("三村携手", "溪桥“清溪片”开展联组学习活动")
    ('kicker', 'headline')
    >>> heading_pair("主动争当“小老虎”", "镇里召开工作会议")
    ('headline', 'deck')
    """
    if len(first) < _KICKER_SHARE * len(second):
        return "kicker", "headline"
    return "headline", "deck"


def _is_byline(block: Block) -> bool:
    words = block.text.strip()
    return block.part == "byline" or (
        len(words) <= 30  # noqa: PLR2004 - a byline of three names
        and _BYLINE.match(words) is not None
    )


def _last_byline(blocks: list[Block], heading: _Heading) -> None:
    """A byline that stands below the text."""
    if len(blocks) > 1 and blocks[-1].part in ("text", "byline"):
        last = blocks[-1]
        if not last.label and not last.rows and _is_byline(last):
            _told_part(heading, "byline", last)
            _take(heading, "byline", last)
            del blocks[-1]


# --- its words ------------------------------------------------------------------------


def _take(heading: _Heading, part: str, block: Block) -> None:
    """Put a block's words into a part of the heading."""
    words = _plain_words(block.pieces, heading)
    if part == "byline":
        words = _bare_byline(words.replace("\n", " "), heading)
        joint = " "
    else:
        words = _jointed(words, heading, wide=part == "headline")
        joint = "||"
    before = getattr(heading, part)
    setattr(heading, part, f"{before}{joint}{words}" if before else words)


def _plain_words(pieces: Sequence[Piece], heading: _Heading) -> str:
    """The words without what a heading cannot hold; that is told."""
    for piece in pieces:
        if piece.ruby:
            words = Both("pinyin in a heading is not set", "标题里的注音没有保留")
            _guess(heading, words, piece.ruby, lost=piece.ruby)
        if piece.note:
            heading.unmarked.add(piece.note)
    return "".join(piece.text for piece in pieces).strip()


def _bare_byline(words: str, heading: _Heading) -> str:
    if words[:1] in ("（", "(") and words[-1:] in ("）", ")"):
        lost = words[0] + words[-1]
        told = Both("brackets round the byline are gone", "去掉了署名外的括号")
        _guess(heading, told, words, lost=lost)
        return words[1:-1].strip()
    return words


_BLANKS: Final = re.compile(r"[\s　]*\n[\s　]*|[ \t\u00a0\u2002\u2003\u3000]+")


def _jointed(words: str, heading: _Heading, *, wide: bool) -> str:
    """A heading's words with joints where its author left blanks or ended lines."""
    if "|" in words:
        told = Both("a | in the heading became ｜", "标题里的 | 改为 ｜")
        count = words.count("|")
        _guess(heading, told, words, lost="|" * count, added="｜" * count)
        words = words.replace("|", "｜")

    def joint(match: re.Match[str]) -> str:
        if "\n" in match[0]:
            return "||"
        left, right = words[match.start() - 1], words[match.end()]
        plain = is_western(left) or is_western(right)
        return match[0] if plain or not wide else "|"

    jointed = _BLANKS.sub(joint, words)
    if jointed != words:
        told = Both(
            "blanks in the headline became places where it may break (|)",
            "标题里的空格、换行改为可断行处（|）",
        )
        _guess(heading, told, jointed)
    return jointed


def _notes_left(
    draft: Draft, heading: _Heading
) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """The notes without those that were marked in the heading."""
    left = []
    for name, pieces in draft.notes:
        if name in heading.unmarked:
            words = "".join(piece.text + piece.ruby for piece in pieces)
            told = Both("a note to the heading", "标题上的注文没有导入")
            heading.told.append(Remark("left-out", told, words, lost=words))
        else:
            left.append((name, pieces))
    return tuple(left)


# --- the body -------------------------------------------------------------------------


def _body(blocks: list[Block], heading: _Heading) -> list[Block]:
    """The body: what is a subhead, which words are a picture's caption."""
    found: list[Block] = []
    sizes = [b.size for b in blocks if b.pieces and is_text(b)]
    usual = max(set(sizes), key=sizes.count, default=0)
    waiting = False  # a picture stands right above
    for block in blocks:
        if waiting and is_caption(block, usual):
            _told_caption(heading, block)
            found.append(replace(block, part="caption"))
            waiting = False
            continue
        waiting = bool(block.picture)
        if block.part == "text" and _looks_subhead(block):
            told = Both("taken for a subhead", "当作小标题")
            _guess(heading, told, block.text.strip())
            block = replace(block, part="subhead")  # noqa: PLW2901 - what it is now
        elif block.part not in ("text", "item", "caption") and block.pieces:
            block = replace(block, part="subhead")  # noqa: PLW2901 - as above
        found.append(replace(block, part="text") if block.part == "caption" else block)
    return found


def _looks_subhead(block: Block) -> bool:
    words = block.text.strip()
    return (
        block.bold
        and not block.label
        and not is_text(block)
        and len(words) <= _SUBHEAD
        and not words.endswith(("。", "！", "？", "”", "）"))
    )


def _told_caption(heading: _Heading, block: Block) -> None:
    words = Both("taken for the caption of the picture above it", "当作上面图片的说明")
    _guess(heading, words, block.text.strip())
