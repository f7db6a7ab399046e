"""All the words that stand in a Word file's XML, whatever a reader makes of them."""

from collections.abc import Iterator
from typing import Final

from printpress.intake.package import MC, A, Element, M, V, W

_WORDS: Final = frozenset({f"{W}t", f"{W}delText", f"{M}t", f"{A}t"})
_TEXT_PATH: Final = f"{V}textpath"
"""Old WordArt, whose words are an attribute."""
_ALTERNATIVES: Final = f"{MC}AlternateContent"
_CHOICE: Final = f"{MC}Choice"


def chosen(alternatives: Element) -> Element | None:
    """The form of several that counts: the first, which is the newest."""
    for choice in alternatives:
        if choice.tag == _CHOICE:
            return choice
    return alternatives[0] if len(alternatives) else None


def word_elements(root: Element) -> Iterator[tuple[Element, str]]:
    """Elements below with words of their own, and these; each form of words once."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag == _ALTERNATIVES:
            one = chosen(element)
            if one is not None:
                stack.append(one)
            continue
        if element.tag in _WORDS:
            yield element, element.text or ""
        elif element.tag == _TEXT_PATH:
            yield element, element.get("string") or ""
        stack.extend(reversed(element))


def words_of(root: Element | None) -> str:
    """The words below an element, in their order."""
    if root is None:
        return ""
    return "".join(words for _, words in word_elements(root))
