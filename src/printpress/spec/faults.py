"""What is said about files that cannot be read as text or as YAML.

Each function gives one diagnostic; the rules themselves stand in
:mod:`printpress.spec.source`.
"""

from printpress.diagnostics import Both, Diagnostic, Note, Span, error
from printpress.spec.lines import lines_of


def unreadable(shown: str, reason: str) -> Diagnostic:
    """The file cannot be opened."""
    return error(
        "unreadable-file",
        Span(shown, 0, 0),
        Both(f"the file cannot be read: {reason}", f"文件无法读取：{reason}"),
        fix=Both(
            "check that it is a file you may read",
            "检查它是不是文件、有没有读取权限",
        ),
    )


def too_large(shown: str, size: int, most: int) -> Diagnostic:
    """The file is longer than any copy."""
    return error(
        "too-large",
        Span(shown, 0, 0),
        Both(
            f"the file has {size:,} bytes; {most:,} are allowed",
            f"文件有 {size:,} 字节，最多 {most:,} 字节",
        ),
        fix=Both(
            "check that this is the right file; copy of that length is several stories",
            "检查是否放错了文件；这么长的稿件应拆成几篇",
        ),
    )


def not_utf8(shown: str, before: str, raw: bytes) -> Diagnostic:
    """Bytes that are no UTF-8; *before* is the text up to them."""
    lines = lines_of(before)
    try:
        raw.decode("gb18030")
        guess = Both("it looks like GBK (GB18030)", "看来是 GBK（GB18030）编码")
    except UnicodeDecodeError:
        guess = Both("it may be UTF-16 or no text at all", "可能是 UTF-16，或不是文本")
    return error(
        "not-utf-8",
        Span(shown, len(lines), len(lines[-1]) + 1),
        Both(
            f"the file is not UTF-8 from here on; {guess.en}",
            f"从这里起文件不是 UTF-8；{guess.zh}",
        ),
        fix=Both(
            "open it in your editor and save it with the encoding UTF-8",
            "在编辑器中打开，另存为 UTF-8 编码",
        ),
    )


def empty(shown: str, line: int) -> Diagnostic:
    """A file or a head without a key."""
    return error(
        "empty-file",
        Span(shown, 0, 0) if line == 1 else Span(shown, line, 1),
        Both("there are no keys here", "这里没有任何键"),
        fix=Both(
            "write its keys, or delete the file; `printpress schema` lists the keys",
            "写入应有的键，或删去此文件；`printpress schema` 列出所有键",
        ),
    )


def second_document(span: Span) -> Diagnostic:
    """A second document in one file."""
    return error(
        "yaml-syntax",
        span,
        Both("a second document begins here", "这里开始了第二个文档"),
        fix=Both("delete the line `---`", "删去这行 `---`"),
    )


def too_deep(span: Span, most: int) -> Diagnostic:
    """Lists in lists in lists."""
    return error(
        "too-deep",
        span,
        Both(
            f"values are nested more than {most} deep",
            f"嵌套超过 {most} 层",
        ),
        fix=Both(
            "delete brackets; no layout needs more than six levels",
            "减少括号；版式文件最多用到六层",
        ),
    )


def collection_as_key(span: Span) -> Diagnostic:
    """A key that is no text."""
    return error(
        "yaml-syntax",
        span,
        Both(
            "a key is a list or a mapping; keys are words",
            "键是一个列表或映射；键只能是文字",
        ),
        fix=Both(
            "write a word, then `: `, then the value; quote a text that holds braces",
            "先写键名，再写 `: ` 和值；含花括号的文字要加引号",
        ),
    )


def too_many(span: Span, en: str, zh: str, most: int) -> Diagnostic:
    """More values or aliases than a newspaper needs."""
    return error(
        "too-large",
        span,
        Both(f"the file has more than {most:,} {en}", f"文件中的{zh}超过 {most:,} 个"),
        fix=Both("write the values out, or fewer of them", "直接写出值，或减少数量"),
    )


def unknown_alias(span: Span, name: str) -> Diagnostic:
    """An alias of nothing."""
    return error(
        "yaml-syntax",
        span,
        Both(
            f'no "&{name}" is complete before "*{name}"', f"“*{name}”之前没有“&{name}”"
        ),
        fix=Both(
            f'put "*{name}" in quotes if it is text, else mark a value with &{name}',
            f'如果是文字，请写成带引号的 "*{name}"；否则先用 &{name} 标出值',
        ),
    )


def tagged(span: Span, tag: str) -> Diagnostic:
    """An explicit type."""
    return error(
        "yaml-syntax",
        span,
        Both(f'a YAML tag stands here: "{tag}"', f"这里有 YAML 标签“{tag}”"),
        fix=Both(
            "delete the tag; put the text in quotes if it begins with !",
            "删去标签；文字若以 ! 开头，请加引号",
        ),
    )


def merge_key(span: Span) -> Diagnostic:
    """YAML's own inheritance."""
    return error(
        "merge-key",
        span,
        Both("a merge key `<<` stands here", "这里用了合并键 `<<`"),
        fix=Both(
            "write the keys out; a layout takes another's keys by `extends: base`",
            "把键逐个写出；版式可用 `extends: base` 继承另一版式",
        ),
    )


def duplicate(key: str, span: Span, first: Span) -> Diagnostic:
    """A key twice in one mapping; *first* is where it is first written."""
    return error(
        "duplicate-key",
        span,
        Both(f'"{key}" is written twice', f"“{key}”写了两次"),
        fix=Both(
            f'delete one of the two "{key}", or rename it',
            f"删去其中一个“{key}”，或改名",
        ),
        why=Both("YAML would silently drop the first", "YAML 会悄悄丢掉前一个"),
        notes=(Note(first, Both("it is first written here", "第一次写在这里")),),
    )
