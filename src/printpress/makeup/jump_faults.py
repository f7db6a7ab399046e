"""What make-up tells staff of stories that go on at another page (转版)."""

from collections.abc import Iterator
from typing import Final, Literal

from printpress.content.jumps import Jump
from printpress.diagnostics import Both, Diagnostic, counted, warning

BEFORE: Final = 4
"""Lines that a story must have before its jump."""

AFTER: Final = 6
"""Lines that it must have behind it."""

Flaw = Literal["", "sentence", "paragraph"]
"""What ends with a first part: nothing, a sentence, or a paragraph."""

_WHY: Final = Both(
    "a reader takes such a part for the whole or for a remnant",
    "读者会以为稿件已完，或只剩个尾巴",
)


def unneeded(jump: Jump) -> Diagnostic:
    """A story that its first slot holds whole."""
    return warning(
        "jump-unneeded",
        jump.span,
        Both(
            f'story "{jump.story}" fits slot "{jump.from_slot}" of page '
            f'{jump.from_page} whole: slot "{jump.to_slot}" of page {jump.to_page} '
            "stays empty",
            f"稿件“{jump.story}”在第 {jump.from_page} 版“{jump.from_slot}”排得下，"
            f"不必转版：第 {jump.to_page} 版“{jump.to_slot}”空着",
        ),
        fix=Both(
            f"take `{jump.story}` out of `jumps` and give slot `{jump.to_slot}` a "
            "story, or lengthen the story",
            f"从 jumps 中删去 {jump.story}，另排稿件到版位 {jump.to_slot}，"
            "或加长这篇稿件",
        ),
    )


def undivided(jump: Jump) -> Diagnostic:
    """A story longer than its slot in which there is no place to divide it.

    Beside the error that it is overset.
    """
    return warning(
        "bad-jump",
        jump.span,
        Both(
            f'story "{jump.story}" can be divided nowhere in slot '
            f'"{jump.from_slot}" of page {jump.from_page}, so it does not go on',
            f"稿件“{jump.story}”在第 {jump.from_page} 版“{jump.from_slot}”"
            "没有一处能断开，没有转版",
        ),
        fix=Both(
            "give the slot more rows, or part its long lists and tables",
            "给版位加行，或把过长的列表、表格分开",
        ),
    )


def bad_jump(
    jump: Jump, flaw: Flaw, lines: tuple[int, int], over: int
) -> Iterator[Diagnostic]:
    """A warning where the slots leave no better place to divide a story.

    *lines* are those before the jump and behind it; *over* those that the first slot
    lacks for the whole story.
    """
    before, after = lines
    told: list[Both] = []
    if flaw == "paragraph":
        told.append(Both("at a paragraph's end", "在段末断开"))
    elif flaw == "sentence":
        told.append(Both("at a sentence's end", "在句末断开"))
    if before < BEFORE:
        told.append(
            Both(
                f"after {counted(before, 'line')} ({BEFORE} at least)",
                f"转前只有 {before} 行（至少 {BEFORE} 行）",
            )
        )
    if after < AFTER:
        told.append(
            Both(
                f"with {counted(after, 'line')} left ({AFTER} at least)",
                f"转后只有 {after} 行（至少 {AFTER} 行）",
            )
        )
    if not told:
        return
    en = ", ".join(words.en for words in told)
    zh = "，".join(words.zh for words in told)
    what = Both(
        f'story "{jump.story}" goes from page {jump.from_page} to page '
        f"{jump.to_page} {en}",
        f"稿件“{jump.story}”从第 {jump.from_page} 版转第 {jump.to_page} 版，{zh}",
    )
    fix = _mend(before, after, over)
    yield warning("bad-jump", jump.span, what, fix=fix, why=_WHY)


def _mend(before: int, after: int, over: int) -> Both:
    """What to do about a bad jump."""
    if after < AFTER:
        return Both(
            f"cut {counted(over, 'line')} so that it needs no jump, or add "
            f"{counted(AFTER - after, 'line')}",
            f"删去 {over} 行就不必转版，或再加 {AFTER - after} 行",
        )
    if before < BEFORE:
        return Both(
            "give its first slot more rows, or its picture fewer",
            "给它的第一个版位加行，或减少图片行数",
        )
    return Both(
        "save or win a line in the first part, or let its picture vary by a row",
        "在转版前的文字中增减一行，或让图片行数可以伸缩",
    )
