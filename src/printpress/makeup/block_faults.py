"""What is said about blocks that their column cannot hold."""

from printpress.content.story import Paragraph
from printpress.diagnostics import Both, Diagnostic, error
from printpress.units import in_mm


def too_wide(story: str, table: Paragraph, excess: int) -> Diagnostic:
    """A table whose words cannot be broken narrowly enough for its column."""
    lacking = in_mm(excess)
    return error(
        "table-too-wide",
        table.place(0),
        Both(
            f'this table of story "{story}" is {lacking} wider than its column',
            f"稿件“{story}”的这张表比栏宽出 {lacking}",
        ),
        fix=Both(
            "leave a column out, shorten its longest words, or give the story a slot "
            "of fewer, wider columns",
            "减少列数，缩短格内文字，或把稿件放到栏更宽的版位",
        ),
        why=Both("nothing of a table may be cut off", "表格内容一个字也不能截掉"),
    )
