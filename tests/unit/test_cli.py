"""The commands: exit codes, what goes to which stream, what is written."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from PIL import Image
from tests.desk import write_desk
from tests.papers import ISSUE, TINY

from printpress.cli import main

FOLDER = "issues/2025-09-05"
STORY = f"{FOLDER}/stories/market.md"
OUT = "build/2025-09-05-town"
SOURCES = Path(__file__).parents[2] / "src"
LONG = "---\nheadline: 新闻\naccept: [doubled-word]\n---\n" + "国家地方社会经济" * 200
"""A story that no slot of the paper holds."""
FULL = "---\nheadline: 新闻\naccept: [doubled-word]\n---\n" + "国家" * 404 + "\n"
"""A story that fills its slot: 81 rows, the first with an indent of two."""
LACKING = "---\nheadline: 新闻\n---\n国家齉地方\n"
"""A story with a character that no face has."""
QUIET = TINY[ISSUE].replace("pages:", "accept: [registration-missing]\npages:")
"""The issue, which has no furniture to say who made it."""

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture
def paper(tmp_path: Path, monkeypatch) -> Path:
    """The desk's paper, the folder that commands run in."""
    folder = tmp_path / "paper"
    write_desk(folder, {ISSUE: QUIET})
    monkeypatch.chdir(folder)
    monkeypatch.delenv("PRINTPRESS_LANG", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return folder


def run(*words: str, **kwargs):
    """The command; a fault that passes it would show here."""
    result = CliRunner().invoke(main, words, **kwargs)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result


def started(*words: str, cwd: Path, **environment: str):
    """The command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "printpress", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SOURCES), **environment},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def replaced(paper: Path, name: str, text: str) -> None:
    (paper / name).write_text(text, "utf-8")


def lines_of(result) -> list[dict]:
    """Standard output as JSON lines."""
    return [json.loads(line) for line in result.stdout.splitlines()]


# Exit codes.


@pytest.mark.parametrize("command", ["check", "proof", "print"])
def test_a_clean_issue_ends_with_nought(command):
    assert run(command, FOLDER).exit_code == 0


@pytest.mark.parametrize("command", ["check", "proof", "print"])
@pytest.mark.parametrize(
    ("story", "code"), [(LONG, "overset"), (LACKING, "missing-glyph")]
)
def test_errors_in_copy_end_with_one(paper, command, story, code):
    replaced(paper, STORY, story)
    result = run(command, FOLDER, "--lang", "en")
    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr


@pytest.mark.parametrize("command", ["check", "proof", "print"])
def test_errors_in_layout_end_with_one(paper, command):
    replaced(
        paper, "layouts/pages/front.yaml", "slots: {lead: {cols: 1-9, rows: 1-30}}\n"
    )
    result = run(command, FOLDER, "--lang", "en")
    assert result.exit_code == 1
    assert "error[outside-grid]" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("check",),
        ("press", FOLDER),
        ("check", FOLDER, "--lang", "fr"),
        ("check", FOLDER, "--no-such"),
        ("check", f"{FOLDER}#first"),
        ("check", f"{FOLDER}#"),
        ("check", f"{FOLDER}#2"),
        ("check", f"{FOLDER}#0"),
        ("print", f"{FOLDER}#1"),
        ("schema",),
        ("schema", "nothing"),
        ("fit", STORY, "--columns", "2", "--measure", "20"),
        ("fit", STORY, "--columns", "0"),
        ("fit", STORY, "--measure", "nan"),
        ("fit", STORY, "--measure", "inf"),
        ("fit", STORY, "--measure", "0"),
        ("fit", STORY, "--measure", "-3"),
        ("fit", STORY, "--measure", "wide"),
        ("fit", STORY, "--columns", "2", "--measure", "0"),
    ],
)
def test_a_wrong_command_line_ends_with_two(words):
    assert run(*words).exit_code == 2


@pytest.mark.parametrize(
    ("command", "stage"),
    [
        ("check", "printpress.pipeline.make_up"),
        ("proof", "printpress.pipeline.draw"),
        ("print", "printpress.pdf.write"),
        ("check", "printpress.spec.load"),
    ],
)
def test_a_bug_ends_with_seventy_and_names_a_report(
    monkeypatch, tmp_path, command, stage
):
    def broken(*_, **__):
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr(stage, broken)
    result = run(command, FOLDER, "--lang", "en")
    assert result.exit_code == 70
    assert "error[bug]" in result.stderr
    (report,) = tmp_path.glob("printpress-bug-*.txt")
    assert str(report) in result.stderr
    told = report.read_text("utf-8")
    assert "Traceback" in told
    assert "a wheel came off" in told


def test_a_bug_is_told_in_json_too(monkeypatch):
    monkeypatch.setattr("printpress.pipeline.make_up", lambda *_: 1 / 0)
    result = run("check", FOLDER, "--json")
    assert result.exit_code == 70
    assert [line["code"] for line in lines_of(result)] == ["bug"]


def test_help_and_version_are_clean():
    assert run("--help").exit_code == 0
    assert run("check", "-h").exit_code == 0
    assert "printpress" in run("--version").output


# What is said.


def test_every_line_of_json_parses_and_says_what_it_is(paper):
    replaced(paper, STORY, LONG)
    lines = lines_of(run("check", FOLDER, "--json"))
    assert [line["type"] for line in lines] == ["diagnostic", "fit"]
    finding, fit = lines
    assert (finding["code"], finding["severity"]) == ("overset", "error")
    assert finding["file"] == f"{FOLDER}/issue.yaml"
    assert (finding["line"], finding["column"]) == (7, 38)
    assert set(finding["what"]) == set(finding["fix"]) == {"en", "zh"}
    assert fit["story"] == "market"
    assert fit["overset_lines"] > 0


def test_json_leaves_standard_error_empty(paper):
    replaced(paper, STORY, LONG)
    assert run("print", FOLDER, "--json").stderr == ""


@pytest.mark.parametrize("command", ["check", "proof", "print"])
def test_messages_go_to_standard_error_and_results_to_standard_output(paper, command):
    replaced(paper, STORY, "---\nheadline: 新闻\n---\n国家\n")
    result = run(command, FOLDER, "--lang", "en")
    assert "warning[short]" in result.stderr
    assert "warning[" not in result.stdout


@pytest.mark.parametrize(
    ("words", "environment", "shown"),
    [
        (("--lang", "zh"), {"LANG": "en_GB.UTF-8"}, "警告[short]："),
        (("--lang", "en"), {"LANG": "zh_CN.UTF-8"}, "warning[short]: "),
        ((), {"PRINTPRESS_LANG": "zh"}, "警告[short]："),
        ((), {"LC_ALL": "zh_CN.UTF-8"}, "警告[short]："),
        ((), {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW"}, "警告[short]："),
        ((), {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "warning[short]: "),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_systems(
    paper, words, environment, shown
):
    replaced(paper, STORY, "---\nheadline: 新闻\n---\n国家\n")
    result = run("check", FOLDER, *words, env=environment)
    assert shown in result.stderr


def test_at_most_twenty_messages_are_shown_and_the_rest_counted(paper):
    keys = "".join(f"wrong-{n}: 1\n" for n in range(25))
    with (paper / FOLDER / "issue.yaml").open("a", encoding="utf-8") as file:
        file.write(keys)
    result = run("check", FOLDER, "--lang", "en")
    assert result.stderr.count("error[") == 20
    assert "and 5 more" in result.stderr
    assert len(lines_of(run("check", FOLDER, "--json"))) == 25


def two_pages(paper: Path) -> None:
    """A second page with a story that does not fit."""
    replaced(paper, f"{FOLDER}/stories/second.md", LONG)
    with (paper / FOLDER / "issue.yaml").open("a", encoding="utf-8") as file:
        file.write("  2: {layout: front, stories: {lead: second}}\n")


def test_a_page_address_tells_of_that_page_alone(paper):
    two_pages(paper)
    fits = [
        x for x in lines_of(run("check", f"{FOLDER}#2", "--json")) if x["type"] == "fit"
    ]
    assert [fit["page_no"] for fit in fits] == [2]
    both = [x for x in lines_of(run("check", FOLDER, "--json")) if x["type"] == "fit"]
    assert [fit["page_no"] for fit in both] == [1, 2]


def test_an_address_may_name_the_file_itself():
    assert run("check", f"{FOLDER}/issue.yaml#1").exit_code == 0


# What is written.


def test_check_writes_nothing(paper):
    before = sorted(paper.rglob("*"))
    run("check", FOLDER)
    assert sorted(paper.rglob("*")) == before


def test_print_writes_the_pages_and_a_manifest_of_hashes(paper):
    result = run("print", FOLDER, "--json")
    pdf = (paper / OUT / "whole.pdf").read_bytes()
    digest = sha256(pdf).hexdigest()
    alone = "T_20250905_01_A.pdf"
    told = json.loads((paper / OUT / "manifest.json").read_text("utf-8"))
    page = sha256((paper / OUT / alone).read_bytes()).hexdigest()
    assert told["files"] == {"whole.pdf": digest, alone: page}
    assert told["pages"][0]["pages"] == [1]
    assert told["pages"][0]["file"] == alone
    assert told["standard"] == "PDF/X-4"
    face = (paper / "fonts" / "PressTest.ttf").read_bytes()
    assert told["faces"] == {"song": sha256(face).hexdigest()}
    assert told["edition"] == "town"
    assert "第7期" in told["issue"]
    files = {x["path"]: x for x in lines_of(result) if x["type"] == "file"}
    assert files[f"{OUT}/whole.pdf"]["sha256"] == digest
    assert files[f"{OUT}/whole.pdf"]["bytes"] == len(pdf)
    assert sorted(p.name for p in (paper / OUT).iterdir()) == [
        alone,
        "manifest.json",
        "preflight.json",
        "record.json",
        "ticket.json",
        "whole.pdf",
    ]
    with pikepdf.open(paper / OUT / "whole.pdf") as document:
        assert len(document.pages) == 1


def test_print_twice_writes_the_same_bytes(paper):
    run("print", FOLDER)
    first = [path.read_bytes() for path in sorted((paper / OUT).iterdir())]
    run("print", FOLDER)
    assert [path.read_bytes() for path in sorted((paper / OUT).iterdir())] == first


def test_print_with_errors_leaves_the_last_good_output_alone(paper):
    run("print", FOLDER)
    before = {path.name: path.read_bytes() for path in (paper / OUT).iterdir()}
    replaced(paper, STORY, LONG)
    assert run("print", FOLDER).exit_code == 1
    after = {path.name: path.read_bytes() for path in (paper / OUT).iterdir()}
    assert after == before


def test_print_with_errors_writes_nothing(paper):
    replaced(paper, STORY, LONG)
    run("print", FOLDER)
    assert not (paper / OUT).exists()


def test_a_picture_that_cannot_be_decoded_stops_the_print(paper):
    picture = paper / FOLDER / "pictures" / "boat.png"
    picture.parent.mkdir()
    Image.new("RGB", (600, 400), "blue").save(picture)
    whole = bytearray(picture.read_bytes())
    at = whole.index(b"IDAT") + 8
    whole[at : at + 12] = bytes(12)
    picture.write_bytes(whole)
    replaced(
        paper,
        "layouts/pages/front.yaml",
        "slots: {lead: {cols: 1-3, rows: 1-30, role: lead, "
        "picture: {over: 1, at: top, rows: [4, 5]}}}\n",
    )
    replaced(
        paper,
        STORY,
        "---\nheadline: 新闻\npicture: {file: ../pictures/boat.png}\n---\n国家\n",
    )
    result = run("print", FOLDER, "--json")
    assert result.exit_code == 1
    assert "error" in {x.get("severity") for x in lines_of(result)}
    assert not (paper / OUT).exists()
    assert run("proof", FOLDER).exit_code == 1
    assert (paper / OUT / "proof.pdf").exists()  # proofs are of pages with errors, too


def test_proof_writes_a_picture_of_each_page(paper):
    two_pages(paper)
    assert run("proof", FOLDER).exit_code == 1
    names = sorted(path.name for path in (paper / OUT).iterdir())
    assert names == [
        *("page-1.png", "page-2.png"),
        *("proof.html", "proof.pdf", "record.json"),
    ]
    with Image.open(paper / OUT / "page-1.png") as page:
        shape = page.height / page.width
        assert page.format == "PNG"
        assert min(page.convert("L").tobytes()) < 100  # something is on it
    assert shape == pytest.approx(510 / 380, rel=0.01)


def test_proof_of_one_page_writes_that_page(paper):
    two_pages(paper)
    run("proof", f"{FOLDER}#2")
    names = sorted(path.name for path in (paper / OUT).iterdir())
    assert names == ["page-2.png", "proof-2.html", "proof-2.pdf"]
    with pikepdf.open(paper / OUT / "proof-2.pdf") as document:
        assert len(document.pages) == 3  # the page, and two of its overset


def test_check_alone_asks_about_layouts(paper):
    layout = "slots:\n  lead: {cols: 1-3, rows: 1-20, role: lead}\n"
    (paper / "layouts" / "pages" / "front.yaml").write_text(layout, "utf-8")
    said = [x for x in lines_of(run("check", FOLDER, "--json")) if "code" in x]
    (gap,) = (x for x in said if x["code"] == "layout-gap")
    assert (gap["file"], gap["line"], gap["grade"]) == (
        "layouts/pages/front.yaml",
        2,
        "C",
    )
    assert "layout-gap" not in run("proof", FOLDER, "--json").output


def test_a_spread_is_one_page_of_the_proof_under_both_numbers(paper):
    layout = "spread: true\nslots:\n  lead: {cols: 1-6, rows: 1-30, role: lead}\n"
    (paper / "layouts" / "pages" / "over.yaml").write_text(layout, "utf-8")
    replaced(paper, f"{FOLDER}/stories/fair.md", FULL)
    issue = paper / FOLDER / "issue.yaml"
    more = '  "2-3": {layout: over, stories: {lead: fair}}\n'
    issue.write_text(issue.read_text("utf-8") + more, "utf-8")
    result = run("proof", f"{FOLDER}#3", "--json")
    names = sorted(path.name for path in (paper / OUT).iterdir())
    assert names == ["page-2-3.png", "proof-3.html", "proof-3.pdf"]
    with pikepdf.open(paper / OUT / "proof-3.pdf") as document:
        (page,) = document.pages
        assert [float(x) for x in page.trimbox] == [0, 0, 760, 510]
    (fit,) = (x for x in lines_of(result) if x["type"] == "fit")
    assert (fit["story"], fit["page_no"]) == ("fair", 2)


@pytest.mark.parametrize("command", ["proof", "print"])
def test_a_folder_that_cannot_be_written_is_told(paper, command):
    (paper / "build").write_text("in the way", "utf-8")
    result = run(command, FOLDER, "--lang", "en")
    assert result.exit_code == 1
    assert "error[file-trouble]" in result.stderr
    assert "build" in result.stderr
    assert (paper / "build").read_text("utf-8") == "in the way"


def test_an_issue_that_is_not_there_is_told():
    result = run("check", "issues/2025-09-06", "--lang", "en")
    assert result.exit_code == 1
    assert "error[missing-file]" in result.stderr


def test_an_edition_and_a_press_are_chosen_by_name():
    assert run("check", FOLDER, "--edition", "town", "--press", "plain").exit_code == 0
    wrong = run("check", FOLDER, "--edition", "city", "--lang", "en")
    assert wrong.exit_code == 1
    assert "unknown-edition" in wrong.stderr
    assert "unknown-press" in run("check", FOLDER, "--press", "x").stderr


# The other commands.


def test_fit_tells_lines_characters_and_columns(paper):
    replaced(paper, STORY, "---\nheadline: 新闻\n---\n" + "国家" * 50 + "。\n")
    (fit, cut) = lines_of(run("fit", STORY, "--json"))
    # An indent of two and 101 characters in columns of ten.
    assert (fit["lines"], fit["characters"], fit["columns"]) == (11, 101, 1)
    assert cut["type"] == "cut"
    (over, _) = lines_of(run("fit", STORY, "--json", "--columns", "3"))
    assert over["rows"] == 4
    (wide, *_) = lines_of(run("fit", STORY, "--json", "--measure", "25.5"))
    assert wide["lines"] == 5


def test_fit_tells_how_far_a_story_is_over_or_under(paper):
    replaced(paper, STORY, "---\nheadline: 新闻\n---\n" + "国家" * 50 + "。\n")
    asked = ("fit", STORY, "--json", "--columns", "2", "--rows")
    _, over, cuts, *_ = lines_of(run(*asked, "5"))
    # Eleven lines for ten: the last has three characters.
    assert (over["type"], over["over"], over["characters"]) == ("against", 1, 3)
    assert cuts["type"] == "cuts"
    assert [(cut["paragraph"], cut["lines"]) for cut in cuts["cuts"]] == [(1, 1)]
    _, under, *rest = lines_of(run(*asked, "7"))
    assert (under["over"], under["characters"]) == (-3, -28)
    assert {line["type"] for line in rest} == {"cut"}


def test_fit_prints_the_lines_in_order(paper):
    replaced(paper, STORY, "---\nheadline: 新闻\n---\n新闻报纸头版导读记者本讯\n")
    result = run("fit", STORY, "--lines", "--json")
    shown = [x["text"] for x in lines_of(result) if x["type"] == "line"]
    assert shown == ["新闻报纸头版导读", "记者本讯"]


def test_fit_sets_the_story_as_its_role_does(paper):
    house = paper / "layouts" / "house.yaml"
    text = house.read_text("utf-8")
    changed = text.replace("  lead: {", "  lead: {body: {indent: 0}, ", 1)
    assert changed != text
    house.write_text(changed, "utf-8")
    replaced(paper, STORY, "---\nheadline: 新闻\n---\n" + "国家" * 5 + "\n")
    (fit, *_) = lines_of(run("fit", STORY, "--json"))
    assert fit["lines"] == 2  # an indent of two in columns of ten
    (fit, *_) = lines_of(run("fit", STORY, "--json", "--role", "lead"))
    assert fit["lines"] == 1
    refused = run("fit", STORY, "--role", "leed", "--lang", "en")
    assert refused.exit_code == 1
    assert "unknown-role" in refused.stderr
    assert "lead" in refused.stderr


def test_fit_of_no_story_is_told():
    result = run("fit", "nothing.md", "--lang", "en")
    assert result.exit_code == 1
    assert "error[" in result.stderr


@pytest.mark.parametrize(
    "kind",
    ["issue", "layout", "house", "preset", "edition", "press", "story", "fonts"],
)
def test_schema_prints_json_and_writes_the_same(paper, kind):
    shown = run("schema", kind).stdout
    assert "$schema" in json.loads(shown)
    run("schema", "--write", "out")
    assert (paper / "out" / f"{kind}.schema.json").read_text("utf-8") == shown


def test_fonts_tells_of_every_face(paper):
    face, fallback = lines_of(run("fonts", "--json"))
    assert (face["kind"], fallback["kind"]) == ("face", "fallback")
    digest = sha256((paper / "fonts" / "PressTest.ttf").read_bytes()).hexdigest()
    assert digest in json.dumps(face)
    assert "song" in run("fonts", str(paper)).stdout


def test_fonts_outside_a_paper_is_told(tmp_path):
    result = run("fonts", str(tmp_path), "--lang", "en")
    assert result.exit_code == 1
    assert "error[no-root]" in result.stderr


def test_explain_tells_where_a_value_comes_from():
    result = run("explain", f"{FOLDER}#1")
    assert result.exit_code == 0
    assert "layouts/pages/front.yaml:2" in result.stdout
    assert "layouts/house.yaml" in result.stdout


# In a process of its own.


def test_a_real_run_prints_and_says_so(paper):
    replaced(paper, STORY, FULL)
    done = started("print", FOLDER, "--lang", "zh", cwd=paper, PYTHONUTF8="1")
    assert done.returncode == 0
    assert "已写 build/2025-09-05-town/whole.pdf" in done.stdout.decode()
    assert done.stderr == b""


def test_a_console_without_chinese_shows_signs_and_no_traceback(paper):
    replaced(paper, STORY, LONG)
    done = started(
        "check", FOLDER, "--lang", "zh", cwd=paper, PYTHONIOENCODING="cp1252"
    )
    assert done.returncode == 1
    assert b"[overset]" in done.stderr
    assert b"?" in done.stderr


def test_a_reader_that_goes_away_causes_no_traceback(paper):
    process = subprocess.Popen(
        [sys.executable, "-m", "printpress", "schema", "house"],
        cwd=paper,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in said
    assert b"Exception ignored" not in said


NEVER = {
    *("fontTools", "pypdf", "pikepdf", "pypdfium2", "rich", "numpy", "jinja2"),
    *("svgelements", "zxingcpp", "pdf_oxide"),
    *("http", "email", "xml"),
}
"""What the way from files to a PDF never needs."""


WHEN_USED = {
    *("lint.internal", "lint.officials", "lint.template"),
    *("makeup.fit_faults", "makeup.remedies", "makeup.savings"),
    *("makeup.fixtures", "makeup.initial", "makeup.jumps", "makeup.names"),
    *("makeup.table", "makeup.upright", "makeup.weather", "content.artwork"),
}
"""Modules for what a plain page that fits does not have."""


def modules_of(paper: Path, *words: str) -> set[str]:
    """The modules that a command imports."""
    done = started(*words, cwd=paper, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    return {
        line.rsplit("|", 1)[1].strip()
        for line in done.stderr.decode().splitlines()
        if line.startswith("import time:")
    }


def imported_by(paper: Path, *words: str) -> set[str]:
    """The outermost packages that a command imports."""
    return {module.split(".")[0] for module in modules_of(paper, *words)}


def test_a_plain_page_imports_only_what_it_shows(paper):
    replaced(paper, STORY, FULL)
    imported = modules_of(paper, "print", FOLDER)
    assert {"printpress.makeup.story", "printpress.lint.copy"} <= imported
    assert imported & {f"printpress.{name}" for name in WHEN_USED} == set()
    for name in WHEN_USED:
        assert find_spec(f"printpress.{name}"), name


def test_print_imports_nothing_that_it_does_not_need(paper):
    imported = imported_by(paper, "print", FOLDER, "--no-preflight")
    assert {"printpress", "reportlab", "uharfbuzz", "yaml"} <= imported
    assert imported & NEVER == set()


def test_what_is_not_checked_needs_no_rules(paper):
    imported = modules_of(paper, "print", FOLDER, "--no-preflight")
    never = ("printpress.rules", "printpress.preflight")
    assert {name for name in imported if name.startswith(never)} == set()


def test_check_imports_neither_reportlab_nor_pillow_where_there_are_no_pictures(paper):
    # `print` cannot help it: reportlab itself imports Pillow.
    imported = imported_by(paper, "check", FOLDER)
    assert {"printpress", "uharfbuzz", "yaml"} <= imported
    assert imported & {*NEVER, "reportlab", "isal", "PIL"} == set()


def test_asking_for_help_imports_no_stage(paper):
    code = (
        "import sys\nfrom printpress.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(*sorted(n for n in sys.modules if n.startswith('printpress.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=paper, capture_output=True, check=True
    )
    loaded = done.stdout.decode().splitlines()[-1].split()
    for stage in ("spec", "content", "text", "makeup", "pdf", "fonts"):
        assert f"printpress.{stage}" not in loaded


# The preflight.


def pdf(paper: Path, change=None) -> str:
    from tests.unit.preflight.files import changed, good

    (paper / "page.pdf").write_bytes(changed(change) if change else good())
    return "page.pdf"


def turned(made) -> None:
    made.pages[0].obj.Rotate = 90


def test_a_good_file_passes_the_preflight(paper):
    result = run("preflight", pdf(paper), "--lang", "en")
    assert result.exit_code == 0
    assert result.stdout.startswith("page.pdf: passed for newsprint (PDF/X-4): 1 page")


def test_a_bad_file_fails_the_preflight_with_three(paper):
    result = run("preflight", pdf(paper, turned), "--lang", "en")
    assert result.exit_code == 3
    assert "error[page-rotated]: a page is turned\n   page 1\n" in result.stdout
    assert "found: 90°; allowed: 0°" in result.stdout
    assert "印前检查未通过" in run("preflight", "page.pdf", "--lang", "zh").stdout


def test_findings_are_told_in_json(paper):
    found, outcome = lines_of(run("preflight", pdf(paper, turned), "--json"))
    assert (found["rule"], found["page"], found["severity"]) == (
        "page-rotated",
        1,
        "error",
    )
    assert outcome["passed"] is False
    assert outcome["errors"] == 1


def test_the_papers_print_shop_sets_the_limits(paper):
    file = "layouts/press/plain.yaml"
    softer = (paper / file).read_text("utf-8") + "preflight: {page-rotated: off}\n"
    replaced(paper, file, softer)
    assert run("preflight", pdf(paper, turned), "--press", "plain").exit_code == 0
    assert run("preflight", "page.pdf", "--press", "nobody").exit_code == 1
    assert run("preflight", "none.pdf").exit_code == 2


def test_an_unknown_rule_in_the_press_file_is_told(paper):
    file = "layouts/press/plain.yaml"
    wrong = (paper / file).read_text("utf-8") + "preflight: {page-rotate: off}\n"
    replaced(paper, file, wrong)
    result = run("check", FOLDER, "--lang", "en")
    assert result.exit_code == 1
    assert "page-rotated" in result.stderr


def test_print_checks_the_file_it_wrote(paper):
    result = run("print", FOLDER, "--lang", "en")
    assert result.exit_code == 0
    assert "whole.pdf: passed for" in result.stdout
    told = json.loads((paper / OUT / "preflight.json").read_text("utf-8"))
    assert told["passed"] is True
    assert told["pages"] == 1


def test_print_ends_with_three_where_the_press_must_not_have_the_file(paper):
    file = "layouts/press/plain.yaml"
    text = (paper / file).read_text("utf-8")
    replaced(
        paper, file, text + "preflight: {ink-limit: error}\ntext: {minimum: 12pt}\n"
    )
    result = run("print", FOLDER, "--lang", "en")
    assert result.exit_code == 3
    assert "error[small-text]" in result.stdout
    assert (paper / OUT / "whole.pdf").exists()
    page = (paper / OUT / "preflight.html").read_text("utf-8")
    assert "<code>small-text</code>" in page
    told = json.loads((paper / OUT / "manifest.json").read_text("utf-8"))
    assert told["preflight"]["whole.pdf"]["passed"] is False
    replaced(paper, file, text)
    assert run("print", FOLDER).exit_code == 0
    assert not (paper / OUT / "preflight.html").exists()


def test_files_that_were_not_checked_stand_beside_no_report(paper):
    file = "layouts/press/plain.yaml"
    text = (paper / file).read_text("utf-8")
    replaced(paper, file, text + "text: {minimum: 12pt}\n")
    run("print", FOLDER)
    reports = [paper / OUT / f"preflight.{kind}" for kind in ("json", "html")]
    assert all(report.exists() for report in reports)
    assert run("print", FOLDER, "--no-preflight").exit_code == 0
    assert not any(report.exists() for report in reports)


def test_a_file_is_held_against_its_issue(paper):
    run("print", FOLDER)
    file = f"{OUT}/whole.pdf"
    assert run("preflight", file, "--issue", FOLDER).exit_code == 0
    assert run("preflight", file, "--issue", f"{FOLDER}#1").exit_code == 0
    assert run("preflight", file, "--issue", f"{FOLDER}#7").exit_code == 2
    assert run("preflight", file, "--edition", "town").exit_code == 2
    wrong = run("preflight", pdf(paper), "--issue", FOLDER, "--lang", "en")
    assert wrong.exit_code == 3
    assert "error[page-size]" in wrong.stdout


def test_the_report_is_kept_as_a_page(paper):
    words = ("preflight", pdf(paper, turned), "--html", "report.html", "--lang", "en")
    result = run(*words)
    assert result.exit_code == 3
    assert "wrote report.html" in result.stdout
    assert "<code>page-rotated</code>" in (paper / "report.html").read_text("utf-8")
    assert run("preflight", "page.pdf", "page.pdf", "--html", "x.html").exit_code == 2
