"""What the law wants printed, looked for on the made-up pages (登记事项).

A newspaper carries its serial number, date, issue number, publisher, address,
telephone, printer and price in every issue; 内部资料 its 准印证 number and what it is
on its front, and for whom, by whom and how many are printed. Domain notes 2.6 and 2.7.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from printpress.content.issue import Issue, PageCopy
from printpress.diagnostics import Both, Diagnostic, warning
from printpress.makeup.imprint import INTERNAL_LINE, NEEDED, told_of
from printpress.makeup.placed import Makeup, Page, SetLine
from printpress.makeup.strips import date_words

NUMBER: Final = {
    "newspaper": Both("CN number", "刊号"),
    "internal": Both("准印证 number", "准印证号"),
}
"""What the registration's number is, by the kind of paper."""

PUBLISHER: Final = "主办单位"
"""What a publisher is that has no label of its own in the imprint."""

_BLANK: Final = re.compile(r"[\s，,、·]+")


def registration_missing(issue: Issue, makeup: Makeup) -> Iterator[Diagnostic]:
    """Facts that no page prints, or not the page that has to."""
    texts = [_words(page) for page in makeup.pages]
    yield from _unprinted(issue, "".join(texts))
    yield from _front(issue, texts[0])
    for copy, page in zip(issue.pages, makeup.pages, strict=True):
        named = copy.layout.furniture.masthead is not None
        numbers = [
            number
            for number in page.numbers
            if not _numbered(page, number) and not (number == 1 and named)
        ]
        if numbers:
            yield _no_number(copy, numbers)


def _words(page: Page) -> str:
    """All that the page says beside its stories, blanks and commas closed up."""
    lines = (thing for thing in page.placed if isinstance(thing, SetLine))
    return _plain("".join(line.line.text for line in lines if not line.story))


def _plain(words: str) -> str:
    return _BLANK.sub("", words)


def _unprinted(issue: Issue, printed: str) -> Iterator[Diagnostic]:
    """Facts that the house gives and no page prints; those it does not give at all."""
    kind = issue.house.paper.kind
    told = [
        ("date", "日期", date_words(issue)),
        ("issue number", "期号", f"第{issue.number}期"),
        ("number", NUMBER[kind].zh, issue.house.registration.number),
        *(
            (name, label.rstrip("：") or PUBLISHER, label + value if value else "")
            for name, label, value in told_of(issue)
            if name not in ("date", "number")
        ),
    ]
    names = {name: Both(name.replace("_", " "), zh) for name, zh, _ in told}
    names["number"] = NUMBER[kind]
    lacking = [n for n, _, value in told if value and _plain(value) not in printed]
    if lacking:
        yield _not_printed(issue, [names[name] for name in lacking])
    absent = [names[n] for n, _, value in told if n in NEEDED[kind] and not value]
    if absent and not _has_imprint(issue):  # else the imprint says so itself
        yield _not_given(issue, absent)


def _has_imprint(issue: Issue) -> bool:
    return any(
        page.layout.furniture.imprint
        or any(slot.use == "imprint" for slot in page.layout.slots)
        for page in issue.pages
    )


def _listed(names: Sequence[Both]) -> Both:
    return Both(
        ", ".join(name.en for name in names), "、".join(name.zh for name in names)
    )


def _law(issue: Issue) -> Both:
    if issue.house.paper.kind == "internal":
        return Both(
            "内部资料 must say what it is, for whom, by whom and how many are printed",
            "内部资料须载明准印证号、编印单位、发送对象、印刷单位、印刷日期和印数",
        )
    return Both(
        "every issue must say who publishes and prints it",
        "每期须载明刊号、出版日期、期号、出版和印刷单位等事项",
    )


def _not_printed(issue: Issue, names: Sequence[Both]) -> Diagnostic:
    listed = _listed(names)
    return warning(
        "registration-missing",
        issue.pages[-1].span,
        Both(f"no page prints {listed.en}", f"各版都没有印{listed.zh}"),
        why=_law(issue),
        fix=Both(
            "give a layout `dateline` and `imprint` under `furniture`, or a slot "
            "`use: imprint`",
            "在某版版式的 furniture 中写上 dateline 和 imprint，或给一个版位写 "
            "`use: imprint`",
        ),
    )


def _not_given(issue: Issue, names: Sequence[Both]) -> Diagnostic:
    listed = _listed(names)
    return warning(
        "registration-missing",
        issue.house.span,
        Both(
            f"the house gives no {listed.en}, and no page has an imprint",
            f"报社样式没有写{listed.zh}，也没有一版有报尾",
        ),
        why=_law(issue),
        fix=Both(
            "write them under `registration`, and give a layout an `imprint`",
            "在 registration 中写上，并给某版版式写上 imprint",
        ),
    )


def _front(issue: Issue, printed: str) -> Iterator[Diagnostic]:
    """What page one must carry: the nameplate; of 内部资料 its number and its line."""
    front = issue.pages[0]
    name = issue.house.paper.name
    masthead = front.layout.furniture.masthead
    if masthead is None:
        yield _not_on_front(
            front, Both(f'the nameplate "{name}"', f"报头“{name}”"), "masthead"
        )
    if issue.house.paper.kind != "internal":
        return
    number = issue.house.registration.number
    line = _plain(INTERNAL_LINE)
    lacking = []
    if number and _plain(number) not in printed:
        lacking.append(Both(f"the number {number}", f"准印证号“{number}”"))
    if line not in printed:
        lacking.append(Both(f'the words "{INTERNAL_LINE}"', f"“{INTERNAL_LINE}”字样"))
    if lacking:
        yield _not_on_front(front, _listed(lacking), "dateline")


def _not_on_front(front: PageCopy, what: Both, furniture: str) -> Diagnostic:
    return warning(
        "registration-missing",
        front.span,
        Both(f"page 1 does not print {what.en}", f"第1版没有印{what.zh}"),
        fix=Both(
            f'write `{furniture}` under `furniture` in layout "{front.layout.name}"',
            f"在版式“{front.layout.name}”的 furniture 中写上 {furniture}",
        ),
    )


def _numbered(page: Page, number: int) -> bool:
    """Whether the page prints that number: 02, P02, 2版, 第2版."""
    like = re.compile(rf"P?第?0?{number}版?")
    return any(
        like.fullmatch(thing.line.text.strip())
        for thing in page.placed
        if isinstance(thing, SetLine) and not thing.story
    )


def _no_number(copy: PageCopy, numbers: Sequence[int]) -> Diagnostic:
    listed = " and ".join(map(str, numbers))
    return warning(
        "registration-missing",
        copy.span,
        Both(
            f"page {listed} does not print its number",
            f"第{'、'.join(map(str, numbers))}版没有印版次",
        ),
        fix=Both(
            f'write `folio` under `furniture` in layout "{copy.layout.name}"',
            f"在版式“{copy.layout.name}”的 furniture 中写上 folio",
        ),
    )
