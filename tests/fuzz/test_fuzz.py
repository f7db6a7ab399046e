"""Whatever bytes people's files hold: a message or a page, never a traceback.

`make fuzz` looks longer and for new cases; what it finds becomes a test of its own.
"""

import os
import struct
import zlib
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.desk import FILES, write_desk
from tests.papers import ISSUE, STORIES, TINY

from printpress.cli import main

STORY = f"{STORIES}/market.md"
PICTURE = "issues/2025-09-05/pictures/boat.png"
WITH_PICTURE = (
    "---\nheadline: 新闻\npicture: {file: ../pictures/boat.png, caption: 图片}\n---\n"
    "国家地方\n"
)
PICTURE_LAYOUT = (
    "slots:\n  lead: {cols: 1-3, rows: 1-30, role: lead, "
    "picture: {over: 1-2, at: top, rows: [4, 8]}}\n"
)

WORDS = (
    *("{", "}", "[", "]", ":", ": ", ",", "- ", "\n", "\n  ", "\n    ", "#", "|", ">"),
    *("&a ", "*a", "<<", "!!int ", "!x ", "'", '"', "%", "@", "\t", "\r\n", "---\n"),
    *("...\n", "? ", "~", "null", "true", "0", "-1", "1e9", "9" * 30, "1-5", "0x1F"),
    *("9pt", "-3mm", "1-99", "../", "/", "\\", "http://", "\x00", "\u2028", "\ufeff"),
    *("新闻", "，", "“", "𠀀", "a" * 300, "key", "size", "rows", "cols", "font"),
    *(
        "## ",
        "**",
        "*",
        "![x](y)",
        "{字|zì}",
        "<b>",
        "`",
        "\\",
        "* ",
        "> ",
        "||",
        "---",
    ),
)
noise = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


@st.composite
def damaged(draw, text: str) -> str:
    """The text with a few pieces cut out, doubled or replaced."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(noise) + text[end:]
    return text


def bytes_like(text: str) -> st.SearchStrategy[bytes]:
    """Bytes that are nearly the text, or anything at all."""
    return st.one_of(
        damaged(text).map(lambda changed: changed.encode("utf-8", "surrogatepass")),
        noise.map(lambda words: words.encode("utf-8", "surrogatepass")),
        st.binary(max_size=200),
    )


@contextmanager
def inside(folder: Path):
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("fuzz")
    write_desk(folder, {})
    (folder / "issues/2025-09-05/pictures").mkdir()
    return folder


def tell_apart(folder: Path, files: dict[str, bytes], *words: str) -> None:
    """Run a command on the paper with these files; then the paper is whole again."""
    kept = {name: _read(folder / name) for name in files}
    try:
        for name, contents in files.items():
            (folder / name).write_bytes(contents)
        with inside(folder):
            done = CliRunner().invoke(main, words)
    finally:
        for name, before in kept.items():
            _put_back(folder / name, before)
    assert done.exit_code in (0, 1, 2), (done.output, _reports(done.output))
    assert done.exception is None or isinstance(done.exception, SystemExit)
    if done.exit_code == 1:
        assert "error[" in done.stderr or '"error"' in done.stdout


def _reports(output: str) -> str:
    """The traceback of a bug, for whoever reads this failure."""
    words = output.split()
    paths = [Path(word) for word in words if "printpress-bug-" in word]
    told = "".join(path.read_text("utf-8") for path in paths)
    for path in paths:
        path.unlink()
    return told


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put_back(path: Path, contents: bytes | None) -> None:
    if contents is None:
        path.unlink()
    else:
        path.write_bytes(contents)


SOURCES = {**TINY, **FILES}
fuzz = settings(suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    "name",
    [
        ISSUE,
        "layouts/house.yaml",
        "layouts/pages/front.yaml",
        "layouts/editions/town.yaml",
        "layouts/press/plain.yaml",
        "fonts/fonts.yaml",
        STORY,
    ],
)
@fuzz
@given(data=st.data())
def test_any_bytes_in_a_file_of_the_paper(paper, name, data):
    contents = data.draw(bytes_like(SOURCES[name]))
    tell_apart(paper, {name: contents}, "check", "issues/2025-09-05", "--lang", "en")


BODY = st.one_of(
    noise,
    st.text(max_size=80),
    st.lists(
        st.text(st.characters(min_codepoint=0x20, max_codepoint=0x3002), max_size=20),
        max_size=6,
    ).map("\n\n".join),
)


@fuzz
@given(BODY)
@example("国" * 5000)
@example("国\u200d\ufe0f家" * 5)
@example("e\u0301" * 40)
@example("——" * 60)
@example("…" * 99 + "。" * 99)
@example("“" * 99)
def test_any_text_as_a_storys_body(paper, body):
    story = f"---\nheadline: 新闻\nbyline: 记者\n---\n{body}\n"
    contents = story.encode("utf-8", "surrogatepass")
    tell_apart(paper, {STORY: contents}, "proof", "issues/2025-09-05")
    tell_apart(paper, {STORY: contents}, "fit", STORY, "--lines")


HEADING = st.one_of(
    st.text("新闻报|a ，“", max_size=40), noise.map(lambda text: text.replace("\n", ""))
)


@fuzz
@given(HEADING, HEADING, HEADING, HEADING)
@example("新" * 2000, "新" * 2000, "新" * 2000, "新" * 2000)
@example("|" * 50, "||", "", " ")
@example("x" * 500, "a b" * 100, "。" * 50, "（" * 50)
def test_any_words_in_a_storys_head(paper, headline, kicker, deck, byline):
    quoted = (text.replace("'", "''") for text in (headline, kicker, deck, byline))
    keys = ("headline", "kicker", "deck", "byline")
    head = "".join(f"{key}: '{text}'\n" for key, text in zip(keys, quoted, strict=True))
    contents = f"---\n{head}---\n国家\n".encode("utf-8", "surrogatepass")
    tell_apart(paper, {STORY: contents}, "proof", "issues/2025-09-05")


def _saved(format_: str, mode: str) -> bytes:
    out = BytesIO()
    Image.new(mode, (64, 48), 90 if mode in "1LP" else None).save(out, format_)
    return out.getvalue()


WHOLE = [
    _saved("PNG", mode) for mode in ("1", "L", "P", "RGB", "RGBA", "LA", "I;16")
] + [_saved("JPEG", mode) for mode in ("L", "RGB", "CMYK")]


@st.composite
def pictures(draw) -> bytes:
    """A picture with some of its bytes changed, or cut off, or nonsense."""
    data = bytearray(draw(st.sampled_from(WHOLE)))
    for _ in range(draw(st.integers(0, 4))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    end = draw(st.one_of(st.just(len(data)), st.integers(0, len(data))))
    return bytes(data[:end])


def png(width: int, height: int, bits: int = 8, colour: int = 2) -> bytes:
    """A PNG whose header says anything."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    pixels = zlib.compress(bytes(100))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@fuzz
@given(st.one_of(pictures(), st.binary(max_size=300)))
@example(png(0, 0))
@example(png(2**31 - 1, 2**31 - 1))
@example(png(8000, 9000))
@example(png(50, 50, bits=3))
@example(png(50, 50, colour=1))
@example(b"")
@example(b"\xff\xd8\xff\xd9")
@example(b"<svg/>")
def test_any_bytes_as_a_picture(paper, contents):
    files = {
        STORY: WITH_PICTURE.encode(),
        "layouts/pages/front.yaml": PICTURE_LAYOUT.encode(),
        PICTURE: contents,
    }
    tell_apart(paper, files, "proof", "issues/2025-09-05", "--lang", "en")


spans = st.tuples(st.integers(1, 3), st.integers(1, 3)).map(
    lambda ends: f"{min(ends)}-{max(ends)}"
)
FURNITURE = (
    "masthead: {cols: %s, rows: %s, slogan: {separator: /}, copublisher: {}}",
    "dateline: {cols: %s, rows: %s}",
    "folio: {cols: %s, rows: %s}",
    "imprint: {cols: %s, rows: %s}",
    "qr: {cols: %s, rows: %s, size: 15mm, level: M}",
)


@st.composite
def layouts(draw) -> str:
    """A layout of sound form and any proportions: furniture over one slot."""
    lines, row = [], 1
    for form in draw(st.permutations(FURNITURE)):
        deep = draw(st.integers(0, 4))
        if deep:
            place = (draw(spans), f"{row}-{row + deep - 1}")
            lines.append(f"  {form % place}\n")
            row += deep
    last = draw(st.integers(row, 30))
    options = draw(
        st.lists(
            st.sampled_from(
                [
                    *("frame: double", "tint: tint", "title: 导读", "rule: above"),
                    f"columns: {draw(st.integers(1, 5))}",
                ]
            ),
            unique=True,
        )
    )
    at = draw(st.sampled_from(["top", "middle", "foot", "above", ""]))
    if at:
        fewest = draw(st.integers(1, last - row + 1))
        most = draw(st.integers(fewest, last - row + 1))
        options.append(f"picture: {{over: 1, at: {at}, rows: [{fewest}, {most}]}}")
    elif draw(st.booleans()):
        options.append("use: picture")
    head = f"furniture:\n{''.join(lines)}" if lines else ""
    keys = [f"cols: {draw(spans)}", f"rows: {row}-{last}", "role: lead", *options]
    return f"{head}slots:\n  lead: {{{', '.join(keys)}}}\n"


@fuzz
@given(layouts())
@example(
    "furniture:\n  masthead: {rows: 1}\nslots: {lead: {cols: 1, rows: 2, role: lead}}\n"
)
@example(
    "furniture:\n  imprint: {cols: 1, rows: 1}\n  folio: {cols: 2, rows: 1}\n"
    "  dateline: {cols: 3, rows: 1}\nslots: {lead: {cols: 1-3, rows: 2-9, role: lead}}\n"
)
@example(
    "furniture:\n  masthead: {cols: 1, rows: 1-2, slogan: {separator: /}, "
    "copublisher: {}}\nslots: {lead: {cols: 2-3, rows: 2-9, role: lead}}\n"
)
@example(
    "slots:\n  lead: {cols: 3, rows: 1-4, role: lead, columns: 9, "
    "picture: {over: 1, at: middle, rows: [3, 4]}}\n"
)
def test_any_proportions_of_a_layout(paper, layout):
    picture = BytesIO()
    Image.new("RGB", (900, 600), "blue").save(picture, "PNG")
    files = {
        STORY: WITH_PICTURE.encode(),
        "layouts/pages/front.yaml": layout.encode(),
        PICTURE: picture.getvalue(),
    }
    tell_apart(paper, files, "proof", "issues/2025-09-05", "--lang", "en")
