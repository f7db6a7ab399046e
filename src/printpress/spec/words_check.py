"""Checks that slots which say words or draw test charts have some, and no others."""

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


def chartless(slot: SlotSpec) -> Iterator[Diagnostic]:
    """A slot of ``use: test-chart`` without a chart, or a chart in another slot."""
    if (slot.use == "test-chart") == bool(slot.chart):
        return
    if slot.use == "test-chart":
        yield error(
            "missing-key",
            slot.span,
            Both(
                f'slot "{slot.name}" is for a test chart and has none',
                f"版位“{slot.name}”要排测试块，没有写 chart",
            ),
            fix=Both(
                "add `chart: {tints: {steps: [5, 50, 95]}}`",
                "加上 `chart: {tints: {steps: [5, 50, 95]}}`",
            ),
        )
        return
    yield error(
        "bad-choice",
        slot.span,
        Both(
            f'slot "{slot.name}" has a chart, but is for {slot.use}',
            f"版位“{slot.name}”写了 chart，用途却是 {slot.use}",
        ),
        fix=Both(
            "write `use: test-chart`, or delete `chart`",
            "写 `use: test-chart`，或删去 chart",
        ),
    )
