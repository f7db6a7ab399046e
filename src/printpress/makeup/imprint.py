"""The imprint's words: what the law asks a paper to say of itself (报尾).

A newspaper tells its serial number, publisher, address, telephone, printer and price
(报纸管理, art. 28 of the older rule); 内部资料 tells who compiles it, to whom it goes,
who prints it, when and how many (内部资料性出版物管理办法). Domain notes 2.6 and 2.7.
"""

from collections.abc import Iterator, Sequence

from printpress.content.issue import Issue
from printpress.diagnostics import Both, Diagnostic, Span, warning
from printpress.spec.house import Registration

INTERNAL_LINE = "内部资料　免费交流"
"""What 内部资料 must say on its front."""

Told = Sequence[tuple[str, str, str]]
"""A field's name, its label and its value."""


def number_words(issue: Issue) -> str:
    """CN number, or the 准印证 number with its label where it has none of its own."""
    number = issue.house.registration.number
    if issue.house.paper.kind == "newspaper" or not number or "准印" in number:
        return number
    return f"准印证号：{number}"


def _newspaper(told: Registration) -> Told:
    return (
        ("authority", "主管：", told.authority),
        ("publisher", "主办：" if told.authority else "", told.publisher),
        ("number", "刊号：", told.number),
        ("address", "地址：", told.address),
        ("postcode", "邮编：", told.postcode),
        ("phone", "电话：", told.phone),
        ("hotline", "监督电话：", told.hotline),
        ("distribution", "发行：", told.distribution),
        ("advert_licence", "广告登记：", told.advert_licence),
        ("printer", "印刷：", told.printer),
        ("price", "定价：", told.price),
    )


def _internal(told: Registration, issue: Issue) -> Told:
    date = f"{issue.date.year}年{issue.date.month}月{issue.date.day}日"
    return (
        ("authority", "主管：", told.authority),
        ("publisher", "编印单位：", told.publisher),
        ("number", "", number_words(issue)),
        ("recipients", "发送对象：", told.recipients),
        ("address", "地址：", told.address),
        ("postcode", "邮编：", told.postcode),
        ("phone", "电话：", told.phone),
        ("hotline", "监督电话：", told.hotline),
        ("printer", "印刷单位：", told.printer),
        ("date", "印刷日期：", date),
        ("copies", "印数：", told.copies),
    )


NEEDED = {
    "newspaper": ("number", "publisher", "address", "phone", "printer", "price"),
    "internal": ("number", "publisher", "recipients", "printer", "copies"),
}
"""Kind of paper → the fields that its imprint cannot do without."""


def told_of(issue: Issue) -> Told:
    """What the paper's kind says of itself: field, label, value; empty if not given."""
    told = issue.house.registration
    if issue.house.paper.kind == "newspaper":
        return _newspaper(told)
    return _internal(told, issue)


def imprint_words(issue: Issue) -> list[str]:
    """The fields that are given, labelled, in their order."""
    return [label + value for _, label, value in told_of(issue) if value]


def imprint_findings(issue: Issue, span: Span) -> Iterator[Diagnostic]:
    """Fields that the paper's kind needs and its house does not give."""
    given = {name for name, _, value in told_of(issue) if value}
    kind = issue.house.paper.kind
    lacking = [name for name in NEEDED[kind] if name not in given]
    if not lacking:
        return
    names = ", ".join(lacking)
    yield warning(
        "imprint-incomplete",
        span,
        Both(
            f"the imprint lacks {names}",
            f"报尾缺 {names.replace(', ', '、')}",
        ),
        why=Both(
            "every issue must say who publishes and prints it"
            if kind == "newspaper"
            else "内部资料 must say for whom, by whom and how many are printed",
            "每期须载明出版、印刷单位等事项"
            if kind == "newspaper"
            else "内部资料须载明编印单位、发送对象、印刷单位和印数",
        ),
        fix=Both(
            "write it under `registration` in the house",
            "在报社样式的 registration 中写上",
        ),
    )
