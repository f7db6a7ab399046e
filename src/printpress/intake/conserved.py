"""Whether each character that was sent stands in the story or in the list of the rest.

Asked of the finished files, read as they will be read when the page is made: what the
importer believes that it wrote proves nothing. White space is not counted.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from printpress.content.markup import parse_body
from printpress.content.story import Paragraph
from printpress.diagnostics import Diagnostic
from printpress.intake.draft import Remark
from printpress.spec.source import ListNode, MappingNode, Node, parse_yaml

_JOINTED = frozenset({"headline", "kicker", "deck", "guide", "jump_head"})


class Balance(NamedTuple):
    """What does not come out even."""

    lost: str
    """Characters sent that stand nowhere."""
    more: str
    """Characters of the story that nobody sent."""


def read_again(text: str, shown: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """All words that a story's file prints, and what is wrong in its body."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    head = parse_yaml("\n".join(lines[1:end]), Path(shown), shown, first_line=2)
    words = list(_head_words(head))
    paragraphs, found = parse_body("\n".join(lines[end + 1 :]), shown, end + 2)
    words += map(_words, paragraphs)
    return "".join(words), found


def _head_words(node: Node, key: str = "") -> Iterable[str]:
    if isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _head_words(entry.value, entry.key.text)
    elif isinstance(node, ListNode):
        for each in node.nodes:
            yield from _head_words(each, key)
    elif key != "file":
        yield node.text.replace("|", "") if key in _JOINTED else node.text


def _words(paragraph: Paragraph) -> str:
    runs = paragraph.runs[1:] if paragraph.kind == "footnote" else paragraph.runs
    return "".join(run.text + run.ruby for run in runs if run.mark != "note")


def balance(written: str, printed: str, remarks: Iterable[Remark]) -> Balance:
    """What was sent and added, against what is printed and listed."""
    told = list(remarks)
    sent = _counted([written, *(remark.added for remark in told)])
    stands = _counted([printed, *(remark.lost for remark in told)])
    return Balance(_text(sent - stands), _text(stands - sent))


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


def _text(characters: Counter[str]) -> str:
    return "".join(sorted(characters.elements()))
