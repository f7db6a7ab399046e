"""Checks that a slot which says words by itself has some, and that no other has."""

from collections.abc import Iterator

from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.layout import SlotSpec


def wordless(slot: SlotSpec) -> Iterator[Diagnostic]:
    """A slot of ``use: words`` without words, or words in a slot of another use."""
    if (slot.use == "words") == bool(slot.words):
        return
    if slot.use == "words":
        yield error(
            "missing-key",
            slot.span,
            Both(
                f'slot "{slot.name}" is for words and has none',
                f"版位“{slot.name}”要排文字，没有写 words",
            ),
            fix=Both("add `words: [讲文明, 树新风]`", "加上 `words: [讲文明, 树新风]`"),
        )
        return
    yield error(
        "bad-choice",
        slot.span,
        Both(
            f'slot "{slot.name}" has words, but is for {slot.use}',
            f"版位“{slot.name}”写了 words，用途却是 {slot.use}",
        ),
        why=Both("nothing may be dropped silently", "任何内容都不能悄悄丢失"),
        fix=Both(
            "write `use: words`, or delete `words`", "写 `use: words`，或删去 words"
        ),
    )
