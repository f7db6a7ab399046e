"""Files for the browser: only the issue's, and nothing written over unseen."""

import pytest
from tests.papers import write_paper

from printpress.live.stories import (
    READABLE,
    Conflict,
    RefusedError,
    Text,
    path_in,
    read,
    version_of,
    write,
)

NAME = "stories/market.md"


@pytest.fixture
def folder(tmp_path):
    return write_paper(tmp_path / "paper", {}).parent


OUTSIDE = (
    "../../layouts/house.yaml",
    "stories/../../2025-09-05/../../layouts/house.yaml",
    "/etc/passwd",
    "//etc/passwd",
    "stories//market.md",
    "stories/./market.md",
    "stories\\market.md",
    "C:/market.md",
    "",
    ".",
    "stories",
    "stories/none.md",
    "stories/.market.md.swp",
    "stories/market.md\0.md",
    "stories/market.md/",
)


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_but_files_of_the_issue_is_opened(folder, name):
    with pytest.raises(RefusedError):
        path_in(folder, name, READABLE)


def test_a_link_that_leads_out_of_the_issue_is_not_followed(folder, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("---\nheadline: 秘密\n---\n")
    (folder / "stories" / "linked.md").symlink_to(secret)
    (folder / "elsewhere").symlink_to(tmp_path)
    for name in ("stories/linked.md", "elsewhere/secret.md"):
        with pytest.raises(RefusedError):
            read(folder, name)
        with pytest.raises(RefusedError):
            write(folder, name, "x", version_of(secret.read_bytes()))
    assert "秘密" in secret.read_text()


def test_only_stories_are_written(folder):
    plan = read(folder, "issue.yaml")
    with pytest.raises(RefusedError):
        write(folder, "issue.yaml", "x", plan.version)


def test_what_is_saved_is_in_the_file(folder):
    opened = read(folder, NAME)
    saved = write(folder, NAME, opened.text + "新的一段。\n", opened.version)
    assert isinstance(saved, Text)
    assert read(folder, NAME) == saved
    assert (folder / NAME).read_text("utf-8").endswith("新的一段。\n")


def test_what_somebody_else_saved_is_not_written_over(folder):
    opened = read(folder, NAME)
    theirs = opened.text.replace("早市", "夜市")
    (folder / NAME).write_text(theirs, "utf-8")
    answer = write(folder, NAME, opened.text + "我的。", opened.version)
    assert answer == Conflict(Text(theirs, version_of(theirs.encode())))
    assert (folder / NAME).read_text("utf-8") == theirs


def test_line_ends_byte_order_mark_and_mode_stay_as_they_were(folder):
    file = folder / NAME
    text = read(folder, NAME).text
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    file.chmod(0o664)
    opened = read(folder, NAME)
    assert opened.text == text
    write(folder, NAME, text + "末段。\n", opened.version)
    written = file.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf---\r\n")
    assert written.endswith("末段。\r\n".encode())
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert file.stat().st_mode & 0o777 == 0o664


def test_a_file_that_is_not_utf_8_is_shown_and_not_written(folder):
    file = folder / NAME
    before = "---\nheadline: 早市\n---\n正文。".encode("gb18030")
    file.write_bytes(before)
    opened = read(folder, NAME)
    with pytest.raises(RefusedError):
        write(folder, NAME, opened.text, opened.version)
    assert file.read_bytes() == before
