"""``printpress sign``: a page is read and signed for."""

import datetime as dt
from typing import Any

import click

from printpress.cli.issues import EDITION, ISSUES, wanted, with_each
from printpress.cli.voice import Voice, speaking
from printpress.diagnostics import Both, has_errors
from printpress.stages import LOG, REVIEWS

LAST = "付印"
"""The stage that only pages without errors can be signed for."""

STATES = {
    "signed": Both("signed", "已签"),
    "lapsed": Both("LAPSED, the page has changed", "已失效，版面改过"),
    "open": Both("not signed", "未签"),
}


@click.command()
@ISSUES
@EDITION
@click.option("--stage", type=click.Choice(REVIEWS), help="The review or reading.")
@click.option("--by", help="Who signs.")
@speaking
def sign(
    voice: Voice,
    issues: tuple[str, ...],
    editions: tuple[str, ...],
    *,
    stage: str | None,
    by: str | None,
) -> bool:
    """Sign pages for a stage; without --stage, show how every page stands."""
    from printpress.pipeline import make_edition
    from printpress.proof.content_hash import content_hashes
    from printpress.proof.signoff import is_name, read_log

    if (stage is None) != (by is None):
        raise click.UsageError("--stage and --by go together")
    if by is not None and not is_name(by):
        raise click.BadParameter("--by is a name in one line")

    def look_at(issue: Any, edition: Any, page: int | None) -> bool:
        made = make_edition(issue, edition)
        labels = [p.label for p in made.pages if wanted(page, p.page_nos)]
        contents = {
            label: content
            for label, content in content_hashes(made).items()
            if label in labels
        }
        log = issue.folder / LOG
        signatures, found = read_log(log)
        voice.report(found)
        if stage is None or by is None:
            _say_standings(voice, issue, edition, signatures, contents)
            return True
        if stage == LAST and has_errors(made.found):
            voice.report(made.found)
            return False
        _signed(voice, log, (edition.name, stage, by), contents)
        return True

    return with_each(voice, issues, look_at, editions=editions, press=None)


def _signed(
    voice: Voice, log: Any, asked: tuple[str, str, str], contents: dict[str, str]
) -> None:
    from printpress.proof.signoff import Signature, sign

    edition, stage, by = asked
    # A signature is an event: the clock is what it tells, and no page depends on it.
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    lines = [
        Signature(now, edition, page, stage, by, content)
        for page, content in contents.items()
    ]
    sign(log, lines)
    for line in lines:
        voice.say(
            Both(
                f"page {line.page}: {stage} signed by {by} ({line.content})",
                f"第 {line.page} 版：{by}已签{stage}（{line.content}）",
            ),
            type="signature",
            page=line.page,
            stage=stage,
            by=by,
            content=line.content,
            when=now,
        )


def _say_standings(
    voice: Voice, issue: Any, edition: Any, signatures: Any, contents: dict[str, str]
) -> None:
    from printpress.proof.signoff import stages_in_use, standings

    stages = stages_in_use(issue.house.review, signatures)
    for one in standings(signatures, edition.name, contents, stages):
        state, last = STATES[one.state], one.signature
        who = f"{last.by} {last.when}" if last else ""
        voice.say(
            Both(
                f"page {one.page} {one.stage}: {state.en} {who}".rstrip(),
                f"第 {one.page} 版 {one.stage}：{state.zh} {who}".rstrip(),
            ),
            type="standing",
            page=one.page,
            stage=one.stage,
            state=one.state,
            by=last.by if last else None,
            when=last.when if last else None,
        )
    if not stages:
        words = Both("nobody has signed yet", "还没有人签过")
        voice.say(words, type="standing", page=None)
