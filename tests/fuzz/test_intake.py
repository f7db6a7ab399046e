"""Whatever bytes people send to be imported: a message or a story, never a traceback."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.papers import ISSUE, write_paper
from tests.unit.intake import word_files
from tests.unit.intake.test_photos import heic, shot

from printpress.diagnostics import PressError
from printpress.intake.importer import Asked, Importer

WORD = {
    name: getattr(word_files, name)()
    for name in ("pictures", "table", "tracked", "noted", "boxes", "listed")
}
PARTS = {
    name: {
        part: zipfile.ZipFile(io.BytesIO(contents)).read(part)
        for part in zipfile.ZipFile(io.BytesIO(contents)).namelist()
    }
    for name, contents in WORD.items()
}
NOISE = (
    b"<",
    b">",
    b"</w:p>",
    b"<w:p>",
    b"<w:tbl>",
    b"<w:tc/>",
    b"<w:sdt/>",
    b"<mc:AlternateContent/>",
    b'w:val="-1"',
    b'w:val="99999999999999999999"',
    b'w:val=""',
    b"<w:numPr/>",
    b"<w:fldChar/>",
    b'<w:gridSpan w:val="9999999"/>',
    b"<w:drawing><a/></w:drawing>",
    b'Target="../../../../etc/passwd"',
    b"&a;",
    b"\x00",
    b"\xff",
    "溪桥".encode(),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sent")
    write_paper(folder / "paper", {})
    return folder


def take(folder: Path, name: str, contents: bytes) -> None:
    """Import it: what comes of it, or a located message."""
    sent = folder / name
    sent.write_bytes(contents)
    issue = (folder / "paper" / ISSUE).parent
    try:
        taken = Importer(Asked(issue, "issue")).take(sent, name)
    except PressError as trouble:
        for found in trouble.diagnostics:
            assert found.span is not None
            assert found.what.en
            assert found.what.zh
    else:
        assert "import-unlike" not in {found.code for found in taken.found}


@st.composite
def damaged(draw, contents: bytes) -> bytes:
    """The bytes with a few pieces cut out, doubled or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(contents)))
        cut = draw(st.sampled_from([0, 0, 1, 4, 30]))
        new = draw(st.one_of(st.binary(max_size=6), st.sampled_from(NOISE)))
        contents = contents[:at] + new + contents[at + cut :]
    return contents


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_word_files(folder, data):
    contents = WORD[data.draw(st.sampled_from(sorted(WORD)))]
    take(folder, "a.docx", data.draw(damaged(contents)))


@given(st.data())
def test_word_files_with_a_damaged_part(folder, data):
    parts = dict(PARTS[data.draw(st.sampled_from(sorted(PARTS)))])
    told = [name for name in sorted(parts) if name.endswith((".xml", ".rels"))]
    name = data.draw(st.sampled_from(told))
    parts[name] = data.draw(damaged(parts[name]))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, contents in parts.items():
            package.writestr(part, contents)
    take(folder, "a.docx", out.getvalue())


@given(st.data())
def test_damaged_pictures(folder, data):
    name, contents = data.draw(
        st.sampled_from(
            [("a.jpg", shot()), ("b.jpg", shot(turn=6)), ("c.heic", heic())]
        )
    )
    take(folder, name, data.draw(damaged(contents)))


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.docx", "a.jpg"]))
def test_any_bytes(folder, contents, name):
    take(folder, name, contents)


@given(st.text(max_size=200), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_text(folder, text, codec):
    take(folder, "a.txt", text.encode(codec, "ignore"))
