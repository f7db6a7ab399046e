"""``printpress editions``: what each edition of an issue has of its own."""

from collections.abc import Sequence
from typing import Any

import click

from printpress.cli.issues import EDITION, ISSUES, issue_at
from printpress.cli.voice import Voice, speaking
from printpress.diagnostics import Both

CALLED = {
    "layout": Both("layout", "版式"),
    "section": Both("section", "版名"),
    "credits": Both("credits", "责编署名"),
    "stories": Both("stories", "稿件"),
    "adverts": Both("adverts", "广告"),
    "codes": Both("codes", "二维码"),
    "pins": Both("pins", "人工定值"),
    "furniture": Both("furniture", "报头报眼"),
    "guide": Both("guide", "导读"),
    "weather": Both("weather", "天气"),
    "jumps": Both("jumps", "转版"),
}
"""What pages are changed by, as people call it."""


@click.command("editions")
@ISSUES
@EDITION
@speaking
def editions_(voice: Voice, issues: tuple[str, ...], editions: tuple[str, ...]) -> bool:
    """Which pages of each edition are the base's, and what changes the others."""
    from printpress.spec.digest import Digests
    from printpress.spec.edition_changes import changes

    clean = True
    for address in issues:
        issue, page_no = issue_at(address, editions, None, voice)
        clean = clean and not issue.refused
        digests = Digests(issue.root)
        for edition in issue.editions:
            told = [
                page
                for page in changes(issue, edition, digests)
                if page_no is None or page_no in page.numbers
            ]
            voice.say(
                _words(edition, told),
                type="edition",
                issue=issue.shown,
                edition=edition.name,
                town=edition.town,
                as_base=[n for page in told if not page.by for n in page.numbers],
                changed=[
                    {"pages": page.numbers, "by": page.by} for page in told if page.by
                ],
            )
    return clean


def _words(edition: Any, told: Sequence[Any]) -> Both:
    en, zh = [], []
    for page in told:
        if page.by:
            label = "P" + "-".join(f"{number:02d}" for number in page.numbers)
            en.append(f"{label} {', '.join(_called(part).en for part in page.by)}")
            zh.append(f"{label} {'、'.join(_called(part).zh for part in page.by)}")
    same = sum(len(page.numbers) for page in told if not page.by)
    town = f" ({edition.town})" if edition.town else ""
    town_zh = f"（{edition.town}）" if edition.town else ""
    return Both(
        "; ".join([f"{edition.name}{town}: {same} pages as the base", *en]),
        "；".join([f"{edition.name}{town_zh}：{same} 个版与通用版相同", *zh]),
    )


def _called(part: str) -> Both:
    return CALLED.get(part, Both(part, part))
