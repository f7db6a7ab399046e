"""A story as the text of its file: a YAML head, then Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from printpress.intake.draft import Headed
from printpress.intake.markup import body_of
from printpress.intake.tally import Tally

_PLAIN: Final = re.compile(
    "[\u3400-\u9fff\uff10-\uff19A-Za-z0-9“‘《（〈「『【…—·][^\\s].*|[\u3400-\u9fff]"
)
"""What may stand in YAML as it is, if nothing in it means something."""
_MEANS: Final = re.compile(r":(?=\s|$)|\s#|^[\x21-\x7e]*$|^\s|\s$")
_UNWRITABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class PictureHead:
    """A picture as the story's head names it."""

    file: str
    """Its path from the story."""
    caption: str = ""
    """The text under it."""
    credit: str = ""
    """Who took it."""


def scalar(words: str) -> str:
    """A text as YAML reads it back to the letter.

    >>> scalar("溪桥镇吹响“下半场”|全年红"), scalar("开门: 大吉"), scalar("2025")
    ('溪桥镇吹响“下半场”|全年红', "'开门: 大吉'", "'2025'")
    """
    if _UNWRITABLE.search(words):
        words = _UNWRITABLE.sub(" ", words)
    if _PLAIN.fullmatch(words) and not _MEANS.search(words):
        return words
    return "'" + words.replace("'", "''") + "'"


def story_text(story: Headed, pictures: Sequence[PictureHead], tally: Tally) -> str:
    """The file's text."""
    head = [f"headline: {scalar(story.headline)}"]
    for key in ("kicker", "deck", "byline"):
        words = getattr(story, key)
        if words:
            head.append(f"{key}: {scalar(words)}")
    head += _pictures(pictures)
    body = body_of(story, tally)
    return "\n".join(("---", *head, "---", body))


def _pictures(pictures: Sequence[PictureHead]) -> list[str]:
    if not pictures:
        return []
    several = len(pictures) > 1
    lines = ["pictures:" if several else "picture:"]
    for picture in pictures:
        first = True
        for key in ("file", "caption", "credit"):
            words = getattr(picture, key)
            if words:
                dash = "- " if several and first else "  "
                margin = "  " if several else ""
                shown = words if key == "file" else scalar(words)  # a safe name
                lines.append(f"{margin}{dash}{key}: {shown}")
                first = False
    return lines
