"""What is said about copy that cannot be set: marks, characters, code points."""

import re
from collections.abc import Iterator

from printpress.diagnostics import Both, Diagnostic, Span, error, warning

BAD_CHARACTERS = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufeff\ufffc-\uffff\U000f0000-\U0010ffff]"
)
"""Controls but the tab, line ends that editors do not count, half characters, private
use, what is no character, and the two signs that stand for something lost."""

_LOST = {
    0xFFFC: Both(
        "a picture stood here in another program", "别的程序在这里放过一张图片"
    ),
    0xFFFD: Both(
        "it stands for a character that was lost in a conversion",
        "它表示一个转码时丢掉的字",
    ),
}

_PRIVATE = Both(
    "its meaning differs from font to font: no two programs print the same",
    "它是自造字，每套字体都不一样，换台机器就变样",
)

_BROKEN = Both(
    "such characters come with text pasted from other programs",
    "这类字符多半是从别的程序粘贴来的",
)


def _private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000  # noqa: PLR2004 - Unicode's areas


def _why(code: int) -> Both:
    return _LOST.get(code, _PRIVATE if _private(code) else _BROKEN)


def bad_characters(
    text: str, span: Span, *, exact: bool = True
) -> Iterator[Diagnostic]:
    r"""Characters that no copy can mean.

    *span* is where the text begins; where the text is not written there character for
    character (YAML's escapes), it is not *exact* and all are told at the span itself.

    >>> [str(d.span) for d in bad_characters("溪\ue123水", Span("a.md", 3, 1))]
    ['a.md:3:2']
    """
    for match in BAD_CHARACTERS.finditer(text):
        code = ord(match[0])
        column = span.column + match.start()
        there = Span(span.file, span.line, column) if exact else span
        yield error(
            "bad-character",
            there,
            Both(
                f"the character U+{code:04X} cannot be printed",
                f"字符 U+{code:04X} 不能印",
            ),
            why=_why(code),
            fix=Both(
                "delete it, or type the character that was meant",
                "删去它，或重新输入原来的字",
            ),
        )


def not_set(what: Both, span: Span) -> Diagnostic:
    """Markup that stands for something this version does not print."""
    return error(
        "markup-unsupported",
        span,
        Both(f"{what.en} cannot be set yet", f"暂时还不能排{what.zh}"),
        why=Both("nothing may be dropped silently", "任何内容都不能悄悄丢失"),
        fix=Both(
            "write it as plain text; a sign that is meant as such takes a \\ before it",
            "改成普通文字；如果就是要印这个符号，请在前面加 \\",
        ),
    )


def no_dots(words: str, span: Span) -> Diagnostic:
    """Words under ``*…*`` without a character for a dot to stand under."""
    return warning(
        "markup-unsupported",
        span,
        Both(
            f'"{words}" has no Chinese character to stand over a dot of emphasis',
            f"“{words}”里没有汉字，着重号无处可加，文字照印",
        ),
        fix=Both(
            f"write `**{words}**` to have it printed in black face",
            f"要突出就写成 `**{words}**`，排黑体",
        ),
    )


def unclosed(mark: str, span: Span) -> Diagnostic:
    """A mark without its partner: asterisks, or an opening brace."""
    escaped = "".join(f"\\{char}" for char in mark)
    partner = "}" if mark == "{" else mark
    too = "" if mark == "{" else " too"
    return error(
        "markup-unclosed",
        span,
        Both(
            f"this {mark} has no partner in its paragraph",
            f"这个 {mark} 在本段中没有配对",
        ),
        fix=Both(
            f"write {partner} after the words{too}, or {escaped} to print the sign "
            "itself",
            f"在文字后面写上 {partner}；如果就是要印这个符号，请写 {escaped}",
        ),
    )


def unknown_mark(key: str, span: Span) -> Diagnostic:
    """A word before the colon in braces that names no mark."""
    return error(
        "markup-unsupported",
        span,
        Both(f'there is no mark "{key}"', f"没有“{key}”这种标记"),
        fix=Both(
            "write `{name:…}`, `{title:…}` or `{mourning:…}`; \\{ prints the sign "
            "itself",
            "可写 `{专名:…}`、`{书名:…}`、`{示亡:…}`；如果就是要印这个符号，请写 \\{",
        ),
    )


def subhead_unclear(words: str, span: Span) -> Diagnostic:
    """Two ``#`` that make no subhead."""
    if not words:
        what = Both("no words follow ##", "## 后面没有文字")
        fix = Both("write the subhead: `## 小标题`", "写上小标题：`## 小标题`")
    else:
        what = Both("a blank is missing after ##", "## 后面少一个空格")
        fix = Both(
            f"write `## {words}` if it is a subhead, else `\\##{words}`",
            f"如果是小标题，写成 `## {words}`；否则写成 `\\##{words}`",
        )
    return error("markup-unsupported", span, what, fix=fix)
