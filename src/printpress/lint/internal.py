"""Words that 内部资料 may not use of itself (domain notes 2.7)."""

import re
from collections.abc import Iterator
from typing import Final

from printpress.content.issue import Issue
from printpress.content.story import Story
from printpress.diagnostics import Both, Diagnostic, Span, warning
from printpress.lint.pieces import pieces_of

_OTHER_WORDS: Final = "日根基样课书原文版脚剧抄资成"
"""Before 本 they make another word of it: 日本报道, 基本报销, 样本刊登."""

_WORD: Final = re.compile(
    rf"(?<![{_OTHER_WORDS}])本(?:报讯|刊讯|报(?![告表价名销废答考])|刊)"
    r"|国内统一连续出版物号|刊号|CN\s?\d{2}\s?[-—–]\s?\d{4}"
)

_NAMES: Final = ("报", "刊")


def forbidden_words(story: Story) -> Iterator[Diagnostic]:
    """Words by which the story calls the paper one."""
    for piece in pieces_of(story):
        for match in _WORD.finditer(piece.text):
            yield _forbidden(
                piece.place(*match.span()),
                Both(
                    f'story "{story.id}" says "{match[0]}"',
                    f"稿件“{story.id}”用了“{match[0]}”",
                ),
                Both(
                    "write 本资料, the name, or nothing", "改称本资料、资料名，或删去"
                ),
            )


def forbidden_of_paper(issue: Issue) -> Iterator[Diagnostic]:
    """The paper's name, slogan and number, if they make a newspaper of it."""
    house = issue.house
    name = house.paper.name
    if name.endswith(_NAMES):
        yield _forbidden(
            house.span,
            Both(
                f'the name "{name}" ends in {name[-1]}', f"名称“{name}”以{name[-1]}结尾"
            ),
            Both("call it 通讯, 简讯 or 资料", "改称通讯、简讯、资料等"),
        )
    told = (house.paper.slogan, house.registration.number, issue.edition.copublisher)
    for match in filter(None, map(_WORD.search, told)):
        yield _forbidden(
            house.span,
            Both(
                f'the furniture says "{match[0]}"',
                f"报头、报眉或报尾用了“{match[0]}”",
            ),
            Both(
                "give the 准印证 number, and no words of a paper",
                "写准印证号，不称报刊",
            ),
        )


def _forbidden(span: Span, what: Both, fix: Both) -> Diagnostic:
    return warning(
        "forbidden-word",
        span,
        Both(
            f"内部资料 may not call itself a paper: {what.en}",
            f"内部资料不得称报刊：{what.zh}",
        ),
        why=Both(
            "it has no serial number and may use neither 报 nor 刊, 本报 nor 本刊",
            "内部资料不得称报、刊，不得用本报、本刊、刊号等字样",
        ),
        fix=fix,
    )
