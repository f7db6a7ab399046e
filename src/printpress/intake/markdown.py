"""A Markdown file → a story's file: its marks stay as they are."""

import re
from typing import Final

from printpress.diagnostics import Both
from printpress.intake.draft import Remark
from printpress.intake.heads import LONGEST_HEAD
from printpress.intake.story_text import scalar

_TITLE: Final = re.compile(r"#[ \t\u3000]+(?P<words>.+?)(?:[ \t]+#+)?[ \t]*$")
_DEEP: Final = re.compile(r"^#{3,6}(?=[ \t\u3000])", re.MULTILINE)
_SECOND: Final = re.compile(r"^#(?=[ \t\u3000])", re.MULTILINE)


def read_markdown(text: str, stem: str) -> tuple[str, tuple[Remark, ...]]:
    """The story's text; one that has a head already stays to the letter."""
    if text.split("\n", 1)[0].rstrip() == "---" and "\n---" in text[3:]:
        return text, ()
    body = text.strip("\n")
    first, _, rest = body.partition("\n")
    title = _TITLE.match(first)
    told: list[Remark] = []
    if title:
        headline, body = title["words"].strip(), rest.strip("\n")
    elif rest.strip() and len(first.strip()) <= LONGEST_HEAD and first[-1:] != "。":
        headline, body = first.strip(), rest.strip("\n")
        words = Both("taken for the headline", "当作主题")
        told.append(Remark("guessed", words, headline))
    else:
        headline = stem
        words = Both("no headline found: the file's name", "没有找到主题，暂用文件名")
        told.append(Remark("guessed", words, stem))
    for form, what in (
        (_SECOND, Both("# headings became ##", "# 标题改为 ##")),
        (_DEEP, Both("### headings became ##", "### 等标题改为 ##")),
    ):
        body, count = form.subn("##", body)
        if count:
            told.append(
                Remark("changed", Both(f"{what.en}: {count}", f"{what.zh}：{count} 处"))
            )
    return f"---\nheadline: {scalar(headline)}\n---\n{body}\n", tuple(told)
