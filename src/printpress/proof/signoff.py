"""Three reviews and three readings (三审三校): who has signed which state of a page.

The log lies beside the issue, a line a signature, and is only ever added to. A line
says when, which edition and page, the stage, who, and the content hash of the page as
it then was: when the page changes, its signatures lapse by themselves. Each line is
written by one system call at the file's end, so that two people who sign at once lose
nothing (newspaper practice: reference notes on 三审三校; ``O_APPEND``, POSIX).
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from printpress.diagnostics import Both, Diagnostic, Span, error, warning
from printpress.spec.house import Review
from printpress.spec.paths import shown
from printpress.stages import REVIEWS

_FIELDS: Final = 6


@dataclass(frozen=True, slots=True)
class Signature:
    """One line of the log."""

    when: str
    """Date and time as ISO 8601 writes them."""
    edition: str
    """The edition's name."""
    page: str
    """The page's label: ``1``, or ``4-5``."""
    stage: str
    """One of :data:`~printpress.stages.REVIEWS`."""
    by: str
    """Who signed."""
    content: str
    """The page's content hash as it was."""

    def line(self) -> str:
        """The signature as the log has it."""
        return "\t".join(
            (self.when, self.edition, self.page, self.stage, self.by, self.content)
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How a page stands with one stage."""

    page: str
    """The page's label."""
    stage: str
    """The stage."""
    state: Literal["signed", "lapsed", "open"]
    """Signed as it is now; signed before it changed; not signed."""
    signature: Signature | None
    """The last one of that stage."""


def is_name(by: str) -> bool:
    """Whether a log can keep the name: some characters, all in one line."""
    return bool(by.strip()) and by.isprintable()


def read_log(path: Path) -> tuple[tuple[Signature, ...], tuple[Diagnostic, ...]]:
    """All signatures in their order, and lines that are none."""
    if not path.exists():
        return (), ()
    signatures, found = [], []
    lines = path.read_text("utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, 1):
        parts = line.split("\t")
        if len(parts) == _FIELDS and parts[3] in REVIEWS:
            signatures.append(Signature(*parts))
        elif line.strip():
            found.append(_no_signature(path, number, line))
    return tuple(signatures), tuple(found)


def sign(path: Path, signatures: Sequence[Signature]) -> None:
    """Add lines to the log. Raises ``OSError`` where it cannot be written."""
    lines = "".join(f"{signature.line()}\n" for signature in signatures)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    log = os.open(path, flags, 0o644)
    try:
        if _is_torn(path):  # a run that was killed left a line without its end
            lines = f"\n{lines}"
        left = memoryview(lines.encode())
        while left:  # more than once only where the disk is all but full
            left = left[os.write(log, left) :]
        os.fsync(log)
    finally:
        os.close(log)


def _is_torn(path: Path) -> bool:
    with path.open("rb") as log:
        if not log.seek(0, os.SEEK_END):
            return False
        log.seek(-1, os.SEEK_END)
        return log.read(1) != b"\n"


def standings(
    signatures: Iterable[Signature],
    edition: str,
    contents: Mapping[str, str],
    stages: Iterable[str],
) -> Iterator[Standing]:
    """How every page stands with each stage."""
    last = {(s.page, s.stage): s for s in signatures if s.edition == edition}
    for page, content in contents.items():
        for stage in stages:
            found = last.get((page, stage))
            if found is None:
                yield Standing(page, stage, "open", None)
            else:
                holds = found.content == content
                yield Standing(page, stage, "signed" if holds else "lapsed", found)


def stages_in_use(review: Review, signatures: Iterable[Signature]) -> list[str]:
    """The stages that the house wants or somebody has signed, in their order."""
    known = {each.stage for each in signatures} | set(review.needed)
    return [stage for stage in REVIEWS if stage in known]


def unsigned(
    review: Review,
    signatures: Sequence[Signature],
    edition: str,
    contents: Mapping[str, str],
) -> Iterator[Diagnostic]:
    """What stands against printing: lapsed signatures, and those the house wants.

    Errors, or warnings where the house says so.
    """
    for one in standings(signatures, edition, contents, REVIEWS):
        if one.state == "lapsed" and one.signature:
            yield _lapsed(review, one, one.signature)
        elif one.state == "open" and one.stage in review.needed:
            yield _open(review, one)


def _lapsed(review: Review, one: Standing, signature: Signature) -> Diagnostic:
    say = warning if review.unsigned == "warn" else error
    return say(
        "signature-lapsed",
        None,
        Both(
            f"page {one.page} has changed since {signature.by} signed {one.stage} "
            f"({signature.when})",
            f"第 {one.page} 版在{signature.by}签过{one.stage}（{signature.when}）"
            "之后又改动了",
        ),
        why=Both(
            f"signed {signature.content}, a signature is for what was read",
            f"签的是 {signature.content}，签字只对看过的版面有效",
        ),
        fix=Both(
            f"let the page be read and signed again: printpress sign …#{one.page} "
            f"--stage {one.stage} --by {signature.by}",
            f"请重看重签：printpress sign …#{one.page} --stage {one.stage} "
            f"--by {signature.by}",
        ),
    )


def _open(review: Review, one: Standing) -> Diagnostic:
    say = warning if review.unsigned == "warn" else error
    return say(
        "not-signed",
        None,
        Both(
            f"page {one.page} is not signed for {one.stage}",
            f"第 {one.page} 版还没有签{one.stage}",
        ),
        why=Both("the house wants it before printing", "本报规定付印前须签"),
        fix=Both(
            f"printpress sign …#{one.page} --stage {one.stage} --by NAME",
            f"printpress sign …#{one.page} --stage {one.stage} --by 姓名",
        ),
    )


def _no_signature(path: Path, number: int, line: str) -> Diagnostic:
    return warning(
        "bad-signature",
        Span(shown(path), number, 1, max(1, len(line))),
        Both(f'"{line[:40]}" is no signature', f"“{line[:40]}”不是一条签字"),
        why=Both(
            "a line has when, edition, page, stage, name and hash, with tabs between",
            "一行是时间、地方版、版次、校次、姓名、内容号，以制表符相隔",
        ),
        fix=Both("sign again with printpress sign", "用 printpress sign 重签"),
    )
