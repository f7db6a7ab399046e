"""What happens in a worker: editions made one after the other, whatever befalls one."""

import json
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path
from time import perf_counter
from typing import Any

from printpress.atomic import write_bytes
from printpress.batch.desk import Desk
from printpress.batch.plan import told_of
from printpress.batch.record import (
    Outcome,
    Overset,
    PageState,
    State,
    Task,
    Told,
    records_folder,
)
from printpress.diagnostics import Diagnostic, PressError, has_errors
from printpress.pipeline import MadeUp
from printpress.spec import load
from printpress.spec.edition import EditionSpec
from printpress.spec.edition_pages import issue_of
from printpress.spec.issue import IssueSpec

_ONE_AT_A_TIME = threading.Lock()
_DESKS: dict[tuple[str, str], Desk] = {}
"""The desk of the issue made last, by the paper's folder and the digest of all that its
editions share."""


def _desk(task: Task, root: Path) -> Desk:
    issue = task.root, task.base
    if issue not in _DESKS:
        _DESKS.clear()
        _DESKS[issue] = Desk(root)
    return _DESKS[issue]


def work(task: Task) -> tuple[Outcome, ...]:
    """Make the editions of a task; never raises but for faults of the machine."""
    with _ONE_AT_A_TIME:
        if task.sent is None:
            return tuple(_editions(task, Path(task.root)))
        with tempfile.TemporaryDirectory(prefix="printpress-") as name:
            root = Path(name)
            for path, contents in task.sent.items():
                write_bytes(root / path, contents, durable=False)
            _DESKS.clear()  # its files were those of another folder
            done = tuple(_editions(task, root))
            _DESKS.clear()
            return tuple(_with_contents(one, root, task.root) for one in done)


def _with_contents(one: Outcome, root: Path, home: str) -> Outcome:
    contents = {f"{home}/{path}": (root / path).read_bytes() for path in one.files}
    return replace(one, contents=contents)


def _editions(task: Task, root: Path) -> Iterator[Outcome]:
    specs = _specs(task, root)
    for number, name in enumerate(task.editions):
        start = perf_counter()
        inputs = task.inputs[number]
        record = records_folder(root) / f"{Path(task.file).parent.name}-{name}.json"
        done = before(record, inputs, root)
        if done is None:
            record.unlink(missing_ok=True)
            done = _one(task, root, name, specs)
            done = replace(done, seconds=round(perf_counter() - start, 4))
            if done.files:
                keep(record, inputs, done)
        yield done


def before(record: Path, inputs: str, root: Path) -> Outcome | None:
    """What an earlier run made of the same inputs, if every file is as it left it."""
    try:
        told: dict[str, Any] = json.loads(record.read_bytes())
        if told["inputs"] != inputs:
            return None
        done = Outcome.of_json(told["outcome"])
        for path, digest in done.files.items():
            with (root / path).open("rb") as file:
                if file_digest(file, "sha256").hexdigest() != digest:
                    return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return replace(done, as_before=True)


def keep(record: Path, inputs: str, done: Outcome) -> None:
    """Note what was made; where that cannot be written, it is made again next time."""
    told = {"inputs": inputs, "outcome": done.as_json()}
    text = json.dumps(told, ensure_ascii=False)
    with suppress(OSError):
        write_bytes(record, text.encode(), durable=False)


Specs = Callable[[str], tuple[IssueSpec, tuple[Diagnostic, ...]]]


def _specs(task: Task, root: Path) -> Specs:
    """Reads the issue for all editions at once, or where that fails for each."""
    read: list[tuple[IssueSpec, tuple[Diagnostic, ...]] | None] = []

    def of(name: str) -> tuple[IssueSpec, tuple[Diagnostic, ...]]:
        file = root / task.file
        if not read:
            try:
                read.append(load(file, press=task.press, editions=task.editions))
            except PressError:
                read.append(None)
        return read[0] or load(file, press=task.press, edition=name)

    return of


def _edition(spec: IssueSpec, name: str) -> EditionSpec:
    """Raises ``PressError`` where the issue cannot be made for it."""
    if name in spec.refused:
        raise PressError(spec.refused[name])
    return next(one for one in spec.editions if one.name == name)


def _one(task: Task, root: Path, name: str, specs: Specs) -> Outcome:
    """One edition, or what stands against it."""
    issue = Path(task.file).parent.name
    try:
        spec, found = specs(name)
        edition = _edition(spec, name)
        told = {of: set(found) for of, found in spec.told.items()}
        others = set[Diagnostic]().union(*told.values()) - told.get(name, set())
        found = tuple(one for one in found if one not in others)
        own = issue_of(spec, edition)
        return _made(_desk(task, root), own, edition, task, found)
    except PressError as trouble:
        found = trouble.diagnostics
        return Outcome(issue, name, "red", found=tuple(map(told_of, found)))
    except OSError as trouble:
        said = f"{trouble.filename or ''}: {trouble.strerror or trouble}"
        return Outcome(issue, name, "red", found=(_fault("file-trouble", said),))
    except Exception as trouble:  # noqa: BLE001 - one edition never stops the others
        said = "".join(traceback.format_exception(trouble))
        return Outcome(issue, name, "red", found=(_fault("bug", said),))


def _fault(code: str, said: str) -> Told:
    return Told(code, "error", "", said, said)


def _made(
    desk: Desk,
    spec: IssueSpec,
    edition: EditionSpec,
    task: Task,
    heard: tuple[Diagnostic, ...],
) -> Outcome:
    made = desk.made(spec, edition)
    pictures, found = desk.pictures(made, spec.root / "build" / ".pictures")
    found = (*heard, *made.found, *found)
    folder = spec.root / "build" / f"{spec.date.isoformat()}-{edition.name}"
    outcome = Outcome(Path(task.file).parent.name, edition.name, "green")
    if task.kind == "proof":
        from printpress.batch.proofs import proofs

        return _told(outcome, made, found, proofs(desk, made, pictures, folder), {})
    from printpress.proof.content_hash import content_hashes
    from printpress.shop.unsigned import unsigned_pages

    contents = content_hashes(made, desk.number)  # record.json needs them, too
    found = (*found, *unsigned_pages(spec, edition, contents))
    if has_errors(found):
        return _told(outcome, made, found, {}, {})
    from printpress.batch.prints import prints

    files, passed = prints(desk, (spec, edition, made), pictures, folder, task)
    return _told(outcome, made, found, files, passed)


def _told(
    outcome: Outcome,
    made: MadeUp,
    found: tuple[Diagnostic, ...],
    files: dict[str, str],
    passed: dict[str, bool],
) -> Outcome:
    """All that there is to say of an edition."""
    over = [fit for fit in made.makeup.fits if fit.overset_lines]
    overset = tuple(
        Overset(fit.page_no, fit.story, fit.overset_lines, fit.overset_characters)
        for fit in sorted(over, key=lambda fit: -fit.overset_characters)
    )
    pages = tuple(_pages(made, found, passed))
    failed = not all(passed.values())
    return replace(
        outcome,
        state=_worst(found, red=failed),
        pages=pages,
        overset=overset,
        found=tuple(map(told_of, found)),
        preflight=("failed" if failed else "passed") if passed else "",
        files=files,
    )


def _worst(found: tuple[Diagnostic, ...], *, red: bool = False) -> State:
    severities = {one.severity.value for one in found}
    if red or "error" in severities:
        return "red"
    return "amber" if "warning" in severities else "green"


def _pages(
    made: MadeUp, found: tuple[Diagnostic, ...], passed: dict[str, bool]
) -> Iterator[PageState]:
    """Each page with what is said of the stories that begin on it, and its file."""
    by_file: dict[str, set[int]] = {}
    for page in made.issue.pages:
        for stories in page.stories.values():
            for story in stories:
                by_file.setdefault(story.span.file, set()).add(page.number)
    for drawn in made.pages:
        own = tuple(
            one
            for one in found
            if one.span and drawn.page_no in by_file.get(one.span.file, ())
        )
        yield PageState(drawn.label, _worst(own, red=not passed.get(drawn.label, True)))
