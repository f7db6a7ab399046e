"""Captions of pictures and the names of those who took them, by their words."""

import re
from typing import Final

from printpress.intake.draft import Block

_CAPTION: Final = 80
"""Characters that a caption has at most."""
_CAPTIONED: Final = re.compile(
    r"(?:[▲△▼↑↓←→]|图(?:[一二三四五六七八九十\d]|为|片|说)|上图|下图|左图|右图)"
    r"|.*(?:摄|供图|绘|制图)[）)]?$"
)
_CREDIT: Final = re.compile(
    r"(?P<caption>.+?)(?:[\s　]+|(?P<open>[（(]))"
    r"(?P<credit>[^\s（()）]{2,8}(?:[\s　]*[/／]?[\s　]*)(?:摄|供图|绘|制图))"
    r"(?P<close>[）)]?)$"
)


def is_caption(block: Block, usual: int) -> bool:
    """Whether a block below a picture says what is to be seen.

    *usual* is the size of the body in half points.
    """
    if block.part == "caption":
        return True
    words = block.text.strip()
    if block.part != "text" or block.rows or len(words) > _CAPTION or block.bold:
        return False
    small = bool(block.size and usual and block.size < usual)
    return small or block.centred or _CAPTIONED.match(words) is not None


def caption_and_credit(words: str) -> tuple[str, str, str]:
    """A caption, its credit if one stands at its end, and what was dropped between.

    >>> caption_and_credit("会议现场。（周二 摄）")
    ('会议现场。', '周二 摄', '（）')
    >>> caption_and_credit("会议现场")
    ('会议现场', '', '')
    """
    match = _CREDIT.match(words)
    if match is None or bool(match["open"]) is not bool(match["close"]):
        return words, "", ""
    dropped = (match["open"] or "") + match["close"]
    return match["caption"].strip(), match["credit"].strip(), dropped
