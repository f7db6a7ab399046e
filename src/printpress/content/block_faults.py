"""What is said about blocks and tables that are not written as they should be."""

from collections.abc import Sequence
from dataclasses import replace

from printpress.diagnostics import Both, Diagnostic, Span, counted, error
from printpress.spec.nearest import nearest


def unknown_block(
    name: str, span: Span, offered: Sequence[str], known: Sequence[str]
) -> Diagnostic:
    """A block of a name that means nothing."""
    near = nearest(name, known)
    listed_zh = "、".join(f"`{word}`" for word in offered)
    listed_en = ", ".join(f"`{word}`" for word in offered)
    return error(
        "unknown-block",
        span,
        Both(f'there is no block "{name}"', f"没有“{name}”这种段落块"),
        fix=Both(
            f"did you mean `::: {near}`?" if near else f"write one of {listed_en}",
            f"是不是想写 `::: {near}`？" if near else f"可以写 {listed_zh}",
        ),
    )


def answers_unnamed(name: str, span: Span) -> Diagnostic:
    """A block of questions and answers that names only who asks."""
    return error(
        "unknown-block",
        span,
        Both(
            f'"{name}" asks, but nobody is named who answers',
            f"只写了提问的“{name}”，没写谁来回答",
        ),
        fix=Both(
            f"name who answers, too: `::: 问答 {name} 林一`; or nobody, for 问 and 答",
            f"把回答的人也写上：`::: 问答 {name} 林一`；都不写就按“问”“答”认",
        ),
    )


def takes_no_names(name: str, words: str, span: Span) -> Diagnostic:
    """Words behind the name of a block that takes none."""
    return error(
        "unknown-block",
        span,
        Both(f'"{words}" means nothing here', f"这里的“{words}”不起作用"),
        fix=Both(
            f"write `::: {name}` alone, and the words on a line of their own",
            f"单写 `::: {name}`，文字另起一行",
        ),
    )


def unclosed_block(span: Span) -> Diagnostic:
    """``:::`` without its partner."""
    return error(
        "block-unclosed",
        span,
        Both("this ::: has no partner", "这个 ::: 没有配对"),
        fix=Both(
            "open a block with `::: 诗` and close it with `:::`, each on a line of "
            "its own",
            "用 `::: 诗` 开头、`:::` 结尾，各占一行",
        ),
    )


def table_without_head(span: Span, line: str) -> Diagnostic:
    """A table whose second line does not part its head from its rows."""
    return error(
        "bad-table",
        replace(span, length=len(line)),
        Both(
            "this table's head is not parted from its rows",
            "这张表没有分出表头",
        ),
        fix=Both(
            "write a line such as `|---|---:|` below the first one; a | that is meant "
            "as such takes a \\ before it",
            "在第一行下面写一行 `|---|---:|`；如果就是要印竖线，请写 \\|",
        ),
    )


def ragged_table(cells: int, wanted: int, span: Span, line: str) -> Diagnostic:
    """A row with more or fewer cells than the table's head."""
    return error(
        "bad-table",
        replace(span, length=len(line)),
        Both(
            f"this row has {counted(cells, 'cell')}, the table's head {wanted}",
            f"这一行有 {cells} 格，表头有 {wanted} 格",
        ),
        fix=Both(
            "write as many cells, empty ones too: `| 甲 | |`; a | inside a cell takes "
            "a \\ before it",
            "每行格数要相同，空格也要写：`| 甲 | |`；格内的竖线写成 \\|",
        ),
    )
