"""How commands speak: language, text or JSON lines, exit codes, the last defence."""

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from time import monotonic
from typing import ParamSpec, TypeVar

import click

from printpress import __version__
from printpress.diagnostics import (
    Both,
    Diagnostic,
    Language,
    PressError,
    error,
    facts_of,
    for_people,
    in_order,
    render,
)

EXIT_ERRORS = 1
EXIT_BUG = 70

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE = 1.0
"""Seconds of work that need no sign of progress."""


def system_language() -> Language:
    """Chinese where the system speaks it, else English."""
    for name in ("PRINTPRESS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    import locale

    spoken = (locale.getlocale()[0] or "").lower()
    return "zh" if spoken.startswith(("zh", "chinese")) else "en"


@dataclass(frozen=True, slots=True)
class Voice:
    """How a command speaks: language, and lines for people or for programs."""

    language: Language
    """Chinese or English."""
    as_json: bool
    """JSON lines on standard output in place of text."""

    def pick(self, words: Both) -> str:
        """The words in the language chosen."""
        return words.zh if self.language == "zh" else words.en

    def say(self, words: Both, **facts: object) -> None:
        """A result: a sentence for people, facts for programs."""
        if self.as_json:
            click.echo(json.dumps(facts, ensure_ascii=False, default=str))
        else:
            click.echo(self.pick(words))

    def tracked(self, things: Iterable[T], total: int, what: Both) -> Iterator[T]:
        """The things one by one; on a terminal, how far it is once a second is gone."""
        start = monotonic()
        shown = sys.stderr.isatty() and not self.as_json
        told = False
        for done, thing in enumerate(things, 1):
            yield thing
            if shown and monotonic() - start > PATIENCE:
                click.echo(f"\r{self.pick(what)} {done}/{total}", err=True, nl=False)
                told = True
        if told:
            click.echo(err=True)

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Diagnostics in order; people are shown the first of them, and few notes."""
        found = in_order(diagnostics)
        if self.as_json:
            for diagnostic in found:
                click.echo(json.dumps(facts_of(diagnostic), ensure_ascii=False))
            return
        from printpress.spec.source import source_line

        shown = for_people(found)
        for diagnostic in shown:
            click.echo(render(diagnostic, self.language, source_line), err=True)
        more = len(found) - len(shown)
        if more > 0:
            words = Both(f"and {more} more", f"另有 {more} 条")
            click.echo(self.pick(words), err=True)


def _bug_report(trouble: BaseException) -> Path:
    """Write the traceback to a file of its own; users are shown its name only."""
    text = f"printpress {__version__}\n{sys.version}\n{' '.join(sys.argv)}\n\n"
    text += "".join(traceback.format_exception(trouble))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="printpress-bug-", suffix=".txt", delete=False
    ) as out:
        out.write(text)
    return Path(out.name)


def report_bug(voice: Voice, trouble: Exception) -> None:
    """Say that we made a mistake, and where it is told in full."""
    voice.report([_bug(trouble, _bug_report(trouble))])


def speaking(command: Callable[P, bool]) -> Callable[..., None]:
    """Give a command its voice, its exit code and its last line of defence.

    The command returns whether all is clean.
    """

    @click.option(
        "--lang", type=click.Choice(["zh", "en"]), help="Language of the messages."
    )
    @click.option("--json", "as_json", is_flag=True, help="JSON lines on stdout.")
    @wraps(command)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> None:
        language: Language = kwargs.pop("lang") or system_language()  # type: ignore[assignment]
        voice = Voice(language, bool(kwargs.pop("as_json")))
        try:
            clean = command(voice, *args, **kwargs)  # type: ignore[arg-type]
        except PressError as trouble:
            voice.report(trouble.diagnostics)
            clean = False
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # whoever read the output has seen enough
            raise SystemExit(EXIT_ERRORS) from None
        except OSError as trouble:
            voice.report([file_trouble(trouble)])
            clean = False
        except Exception as trouble:  # noqa: BLE001 - no traceback reaches a user
            report_bug(voice, trouble)
            raise SystemExit(EXIT_BUG) from None
        if not clean:
            raise SystemExit(EXIT_ERRORS)

    return spoken


def file_trouble(trouble: OSError) -> Diagnostic:
    """A file that the system does not give or take."""
    name = trouble.filename or ""
    return error(
        "file-trouble",
        None,
        Both(f"{name}: {trouble.strerror}", f"{name}：{trouble.strerror}"),
        fix=Both(
            "look whether the disk is full, the file open elsewhere or the folder "
            "closed to you",
            "请检查磁盘是否已满、文件是否在别处打开、文件夹是否可写",
        ),
    )


def _bug(trouble: BaseException, path: Path) -> Diagnostic:
    kind = type(trouble).__name__
    return error(
        "bug",
        None,
        Both(
            f"this is a bug in printpress ({kind}), not in the paper",
            f"这是 printpress 程序的毛病（{kind}），不是稿件的错",
        ),
        fix=Both(
            f"send the file {path} to the makers of printpress",
            f"请把文件 {path} 发给 printpress 的开发者",
        ),
    )
