"""What printpress says of a mistake, word for word, in both languages.

Each folder is named by the code its mistake gets (``code--again`` for a second one).
``case.yaml`` says what is changed in the tiny paper: ``replace`` parts of a file,
``files`` written anew (``null`` leaves one out), ``hex`` for bytes that are no text.
``until: edit`` goes on from loading to the copy, ``until: make-up`` to the pages,
``until: print`` to their pictures and profile, and ``until: check`` to what the check of layouts adds. ``faces`` builds the test face, with options.
``command`` runs one on the tiny paper. ``impose`` puts a file of pages on sheets in
place of that, ``resend`` sends pages of the tiny paper again, ``import`` takes a file of
those bytes into the issue.
"""

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from unittest import mock

import pikepdf
import pytest
import yaml
from click.testing import CliRunner
from tests.faces import write_face
from tests.papers import TINY, write_paper
from tests.unit.shop.papers import noted, paper

from printpress import spec
from printpress.cli import main
from printpress.cli.voice import Voice
from printpress.codes import CODES
from printpress.content.issue import edit
from printpress.diagnostics import Diagnostic, PressError, render
from printpress.intake.importer import Asked, Importer
from printpress.lint.template import lint_layouts
from printpress.pipeline import converted_pictures, make_edition
from printpress.shop.impose import Plan, impose
from printpress.shop.intent import output_intent
from printpress.shop.resend import Sent, resent
from printpress.spec.source import source_line

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/case.yaml"))


OWN = {"repeated-sentence", "no-dominant", "registration-missing"}
"""What there is to say of the tiny paper itself: it repeats its only two sentences, its
story has no picture for the place that its layout keeps, and no page says who made it.
"""


def changes_of(case: dict) -> dict[str, str | bytes | None]:
    """The files that the case changes, as they then read."""
    changes: dict[str, str | bytes | None] = dict(case.get("files") or {})
    for name, parts in (case.get("replace") or {}).items():
        text = TINY[name]
        for old, new in parts.items():
            assert text.count(old) == 1, f"{old!r} is not once in {name}"
            text = text.replace(old, new)
        changes[name] = text
    for name, written in (case.get("hex") or {}).items():
        changes[name] = bytes.fromhex(written)
    return changes


def diagnostics_of(issue: Path, until: str = "load") -> Sequence[Diagnostic]:
    """Everything that is said of an issue until a stage."""
    try:
        loaded, found = spec.load(issue)
        edition = loaded.editions[0]
        if until == "load":
            return (*found, *loaded.unfilled)
        if until == "edit":
            return (*found, *edit(loaded, edition)[1])
        if until in ("make-up", "print", "check"):
            made = make_edition(loaded, edition)
            found = (*found, *made.found)
            if until == "check":
                return lint_layouts(made.issue)
            if until == "print":
                found += converted_pictures(made, loaded.root, None)[1]
                output_intent(loaded.press)
    except PressError as trouble:
        return trouble.diagnostics
    return found


def of_sheets(pages: dict) -> Sequence[Diagnostic]:
    """What is said when pages so many columns wide are imposed."""
    change = noted(pages["noted"]) if "noted" in pages else None
    contents = paper(pages["widths"], change=change)
    if pages.get("locked"):
        out, key = BytesIO(), pikepdf.Encryption(owner="a", user="")
        pikepdf.open(BytesIO(contents)).save(out, encryption=key)
        contents = out.getvalue()
    plan = Plan(blanks=tuple(pages.get("blanks", ())))
    try:
        return impose(contents, plan, "build/whole.pdf").found
    except PressError as trouble:
        return trouble.diagnostics


def of_sent_again(issue: Path, asked: dict) -> Sequence[Diagnostic]:
    """What is said when pages are sent again of which the manifest tells."""
    told = asked["manifest"]
    loaded, _ = spec.load(issue)
    made = make_edition(loaded, loaded.editions[0])
    pictures, _ = converted_pictures(made, loaded.root, None)
    try:
        before = Sent.told(json.dumps(told).encode(), "build/manifest.json")
        resent(made, pictures, before, asked["pages"])
    except PressError as trouble:
        return trouble.diagnostics
    return ()


def of_command(arguments: list[str]) -> Sequence[Diagnostic]:
    """What a command refuses."""
    told: list[Diagnostic] = []
    with mock.patch.object(Voice, "report", lambda _, found: told.extend(found)):
        CliRunner().invoke(main, arguments)
    return told


def of_sent_copy(issue: Path, sent: dict) -> Sequence[Diagnostic]:
    """What is said when a file of those bytes is imported."""
    file = Path(sent["name"])
    file.write_bytes(bytes.fromhex(sent["hex"]))
    try:
        return (
            Importer(Asked(issue.parent, issue.parent.as_posix()))
            .take(file, file.name)
            .found
        )
    except PressError as trouble:
        return trouble.diagnostics


def said_of(issue: Path, case: dict) -> Sequence[Diagnostic]:
    """Everything that is said of the case."""
    if "command" in case:
        return of_command(case["command"])
    if "import" in case:
        return of_sent_copy(issue, case["import"])
    if "impose" in case:
        return of_sheets(case["impose"])
    if "resend" in case:
        return of_sent_again(issue, case["resend"])
    return diagnostics_of(issue, case.get("until", "load"))


@pytest.mark.parametrize("name", CASES)
def test_message(name, tmp_path, monkeypatch, request):
    case = yaml.safe_load((HERE / name / "case.yaml").read_text("utf-8"))
    monkeypatch.chdir(tmp_path)
    issue = write_paper(tmp_path, changes_of(case))
    for face, options in (case.get("faces") or {}).items():
        write_face(tmp_path / "fonts" / face, **options)
    found = said_of(issue.relative_to(tmp_path), case)
    own = OWN - {name.split("--")[0]}
    found = [d for d in found if d.code not in own]
    said = [render(d, lang, source_line) for d in found for lang in ("en", "zh")]
    text = "\n\n".join(said) + "\n"
    file = HERE / name / "expected.txt"
    if request.config.getoption("--update-golden"):
        file.write_text(text, "utf-8", newline="\n")
    assert name.split("--")[0] in {d.code for d in found}, text
    assert text == file.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_message_is_fit_for_people(name):
    text = (HERE / name / "expected.txt").read_text("utf-8")
    assert name.split("--")[0] in CODES
    assert "Traceback" not in text
    for line in text.splitlines():
        if ": error[" in line or ": warning[" in line:
            what = line.split("]: ", 1)[1]
            assert not what.endswith("."), what
            assert not what[0].isupper(), what
            for word in ("invalid", "failed", "unexpected", "please"):
                assert word not in what.casefold(), what


WITHOUT = {
    "bug": "a test of the commands breaks a stage",
    "copy-lost": "a test of conservation breaks made-up pages by hand",
    "no-git": "tests of diff take git out of the path",
    "not-in-revision": "tests of diff make repositories",
    "file-trouble": "its words are the system's",
    "import-unlike": "a test of the importer has a reader drop words",
    "missing-extra": "a test of the preview hides a library",
    "port-taken": "a test of the preview takes the port",
    "too-large": "the case would be a megabyte",
    "worker-lost": "a test of batch has workers die",
}
"""Codes that other tests see, and why."""


def test_every_code_has_a_case_or_a_reason():
    told = {name.split("--")[0] for name in CASES}
    assert set(CODES) - told == set(WITHOUT)
