"""Blocks with a name: ``::: 诗`` and the lines down to ``:::``.

Full-width colons do as well, for that is what a Chinese keyboard types. A block says
how its lines are read: verse, salutations and signatures line by line, questions and
answers by the words that begin them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from printpress.content.block_faults import (
    answers_unnamed,
    takes_no_names,
    unknown_block,
)
from printpress.content.story import ParagraphKind
from printpress.diagnostics import Diagnostic, Span

BlockName = Literal["verse", "qa", "salutation", "signature", "note", "names"]

NAMES: Final[Mapping[str, BlockName]] = {
    "诗": "verse",
    "诗歌": "verse",
    "诗词": "verse",
    "verse": "verse",
    "poem": "verse",
    "问答": "qa",
    "qa": "qa",
    "称呼": "salutation",
    "称谓": "salutation",
    "salutation": "salutation",
    "落款": "signature",
    "signature": "signature",
    "按": "note",
    "按语": "note",
    "编者按": "note",
    "注": "note",
    "note": "note",
    "名单": "names",
    "names": "names",
}
"""What may stand behind ``:::``."""

SHOWN: Final = ("诗", "问答", "称呼", "落款", "按", "名单")
"""The names that messages offer."""

_FENCE = re.compile(r"[:：]{3,}\s*(?P<words>.*?)\s*[:：]*$")
_LABEL = re.compile(r"\**(?P<name>[^\s:：*\\]{1,12})\**[:：]")
_ASKS, _ANSWERS = ("问", "Q", "q"), ("答", "A", "a")
_NOTES = ("编者按", "编者注", "编后", "按语", "按", "注")


@dataclass(frozen=True, slots=True)
class Block:
    """A block that is open."""

    name: BlockName | None
    """What it is; None where nobody knows."""
    span: Span
    """Where it is opened."""
    asks: tuple[str, ...] = ()
    """Who asks in it: words before a colon that begin a question."""
    answers: tuple[str, ...] = ()
    """Who answers."""

    @property
    def by_line(self) -> ParagraphKind | None:
        """What each of its lines is; None where lines make paragraphs together."""
        match self.name:
            case "verse" | "salutation" | "signature" | "names":
                return self.name
            case _:
                return None

    def begun(self, text: str) -> tuple[ParagraphKind, int] | None:
        """The kind of paragraph that a line begins by its label, and that's length.

        >>> qa = Block("qa", Span("a.md", 1, 1), ("问",), ("答", "林一"))
        >>> [qa.begun(text) for text in ("问：桥呢？", "林一：快了。", "他说：是。")]
        [('question', 2), ('answer', 3), None]
        """
        match = _LABEL.match(text)
        if match is None or self.name not in ("qa", "note"):
            return None
        name = match["name"]
        if self.name == "note":
            return ("note", len(name) + 1) if name in _NOTES else None
        if name in self.asks:
            return "question", len(name) + 1
        return ("answer", len(name) + 1) if name in self.answers else None


def fence_words(text: str) -> str | None:
    """What stands behind ``:::``; nothing where it closes; None where there is none.

    >>> fence_words("::: 诗"), fence_words("：：："), fence_words("问：好")
    ('诗', '', None)
    """
    match = _FENCE.match(text)
    return match["words"] if match else None


def opened(words: str, span: Span, found: list[Diagnostic]) -> Block:
    """The block that a line of ``:::`` opens; what is wrong with it is told."""
    name, *names = words.split()
    kind = NAMES.get(name.lower())
    if kind is None:
        found.append(unknown_block(name, span, SHOWN, tuple(NAMES)))
    elif kind == "qa" and len(names) == 1:
        found.append(answers_unnamed(names[0], span))
    elif kind != "qa" and names:
        found.append(takes_no_names(name, " ".join(names), span))
    asks, answers = names[:1], names[1:]
    return Block(kind, span, (*_ASKS, *asks), (*_ANSWERS, *answers))
