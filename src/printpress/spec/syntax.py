"""What is wrong with YAML that does not parse, in words for newspaper people.

Takes the parser's own phrase with its place, gives a diagnostic; knows no YAML
library. Full-width punctuation in place of YAML's own is the commonest cause, so it is
looked for first.
"""

import re
from collections.abc import Callable

from printpress.diagnostics import Both, Diagnostic, Note, Span, error
from printpress.spec.lines import lines_of

_STRANGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What YAML does not allow, and the line ends NEL, LS, PS that editors do not count.
Listed, not excluded: the complement takes eight times as long to compile."""

_FULL_WIDTH = {
    "：": ":",
    "，": ",",
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "－": "-",
    "＃": "#",
    "\u3000": " ",
}
"""Marks that Chinese input methods give, and the YAML marks they stand for."""

_TAB = (
    Both("a tab stands at the beginning of the line", "行首有制表符（Tab）"),
    Both(
        "indent with spaces, two for each level",
        "用空格缩进，每层两个空格",
    ),
)

_FORBIDDEN_START = (
    Both(
        "a value begins with {char}, which means something else to YAML",
        "值以 {char} 开头，YAML 另有含义",
    ),
    Both('put the value in double quotes: "…"', '给值加上双引号："…"'),
)

_AFTER_QUOTE = (
    Both("the text goes on after its closing quote", "后引号之后还有文字"),
    Both(
        "write “ ” as the paper prints them, or single quotes round the whole value",
        "引文用中文引号“ ”；或用单引号括住整个值",
    ),
)

_ENDLESS = frozenset(
    {
        "could not find expected ':'",
        "did not find expected ',' or '}'",
        "did not find expected ',' or ']'",
        "found unexpected end of stream",
        "found unexpected document indicator",
    }
)
"""Complaints about a piece that has no end."""

_WORDS: dict[str, tuple[Both, Both]] = {
    "mapping values are not allowed in this context": (
        Both(
            "a second `: ` stands on this line, or the line is indented wrongly",
            "本行有第二个 `: `，或者缩进不对",
        ),
        Both(
            "put a text that holds `: ` in quotes, or line the key up with its "
            "neighbours",
            "含 `: ` 的文字要加引号；否则把键与上下各行对齐",
        ),
    ),
    "could not find expected ':'": (
        Both("a key stands here without `: `", "这里的键后面没有 `: `"),
        Both(
            "write `key: value`, with a space after the colon",
            "写成 `键: 值`，冒号后空一格",
        ),
    ),
    "did not find expected ',' or '}'": (
        Both("the brace { is not closed", "花括号 { 没有闭合"),
        Both(
            "close it with }, and part its keys by `, `",
            "用 } 闭合；各键之间用 `, ` 隔开",
        ),
    ),
    "did not find expected ',' or ']'": (
        Both("the bracket [ is not closed", "方括号 [ 没有闭合"),
        Both(
            "close it with ], and part its values by `, `",
            "用 ] 闭合；各值之间用 `, ` 隔开",
        ),
    ),
    "found unexpected end of stream": (
        Both("the text in quotes does not end", "引号没有闭合"),
        Both("write the closing quote", "补上后引号"),
    ),
    "found unexpected document indicator": (
        Both("the text in quotes does not end", "引号没有闭合"),
        Both("write the closing quote", "补上后引号"),
    ),
    "did not find expected key": (
        Both(
            "this is no key of the group above: the indent or a mark is off",
            "这里不是上面那组的键：缩进或标点不对",
        ),
        Both(
            "line it up with the keys of its group; quote a value as a whole or not "
            "at all",
            "与同组的键左对齐；引号要括住整个值",
        ),
    ),
    "did not find expected '-' indicator": (
        Both("a list ends here without a reason", "列表在这里断了"),
        Both(
            "begin each value of the list with `- `, lined up, and write no key "
            "between them",
            "列表每项以 `- ` 开头并左对齐，中间不要夹着键",
        ),
    ),
    "did not find expected node content": (
        Both("a value is missing before this mark", "这个符号前面缺少值"),
        Both("write the value, or delete the mark", "写上值，或删去这个符号"),
    ),
    "block sequence entries are not allowed in this context": (
        Both("a list begins on the line of its key", "列表与键写在了同一行"),
        Both("begin the list on a line of its own", "列表另起一行"),
    ),
    "found unknown escape character": (
        Both(
            "a backslash in double quotes stands before a character it cannot escape",
            "双引号内的反斜杠后面不能是这个字符",
        ),
        Both("write / in paths, or use single quotes", "路径用 /；或改用单引号"),
    ),
}


def in_words(
    problem: str, span: Span, began: Span | None, line_of: Callable[[Span], str]
) -> Diagnostic:
    """The parser's complaint as a diagnostic; *began* is where the piece began.

    What does not end is shown where it began: there the mark is missing, and the
    parser only noticed further down.
    """
    endless = problem in _ENDLESS and began is not None
    at = began if endless and began is not None else span
    line = line_of(at)
    what, fix = _explained(problem, at, line)
    mark = next((char for char in line if char in _FULL_WIDTH), None)
    if mark is not None and not _indented_by_tab(line):
        half = _FULL_WIDTH[mark]
        name = "a space" if half == " " else half
        name_zh = "空格" if half == " " else half
        fix = Both(
            f"write {name} in place of the full-width {mark} if it is meant as YAML; "
            f"otherwise {fix.en}",
            f"如果全角的 {mark} 是 YAML 符号，请改成半角的 {name_zh}；否则{fix.zh}",
        )
    notes = (Note(span, Both("it was read up to here", "读到这里为止")),)
    return error("yaml-syntax", at, what, fix=fix, notes=notes if endless else ())


def _indented_by_tab(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())]


def _explained(problem: str, span: Span, line: str) -> tuple[Both, Both]:
    char = line[span.column - 1 : span.column]
    if "cannot start any token" in problem:
        if char == "\t" or _indented_by_tab(line):
            return _TAB
        what, fix = _FORBIDDEN_START
        return Both(what.en.format(char=char), what.zh.format(char=char)), fix
    before = line[: span.column - 1].rstrip()[-1:]
    if problem == "did not find expected key" and before and before in "\"'":
        return _AFTER_QUOTE
    known = _WORDS.get(problem)
    if known:
        return known
    return (
        Both(f"this is not YAML: {problem}", f"这不是 YAML：{problem}"),
        Both(
            "compare the line with a file that works; texts with marks go in quotes",
            "与能用的文件对照；带符号的文字要加引号",
        ),
    )


def strange_character(text: str, shown: str, first_line: int) -> Diagnostic | None:
    r"""What to say of the first character that may not stand in a file; or None.

    >>> strange_character("a: 溪桥\n", "issue.yaml", 1) is None
    True
    >>> strange_character("a:\n  \x00", "issue.yaml", 1).what.en
    'an invisible character stands here: U+0000'
    """
    match = _STRANGE.search(text)
    if match is None:
        return None
    lines = lines_of(text[: match.start()])
    code = f"U+{ord(match[0]):04X}"
    return error(
        "strange-character",
        Span(shown, first_line + len(lines) - 1, len(lines[-1]) + 1),
        Both(
            f"an invisible character stands here: {code}",
            f"这里有一个看不见的字符：{code}",
        ),
        fix=Both(
            "delete it; it often comes with text pasted from a web page",
            "删去它；常见于从网页粘贴的文字",
        ),
    )
