"""Comments on proofs: what they hold, and that one bad file takes no other with it."""

import pytest

from printpress.spec.comments_form import read_comments

GOOD = """\
# 一校
- {page: 1, story: market, paragraph: 3, note: "“永济桥”误作“永际桥”", by: 林一}
- {版: 1, 意见: 标题再压一个字, 提出: 周二, 已改: 是}
"""


@pytest.fixture
def issue(tmp_path):
    (tmp_path / "comments").mkdir()
    return tmp_path


def test_they_are_read_by_page(issue):
    (issue / "comments" / "2.yaml").write_text("- {page: 2, note: 压字}\n", "utf-8")
    (issue / "comments" / "1.yaml").write_text(GOOD, "utf-8")
    (first, second, third), found = read_comments(issue)
    assert not found
    assert (first.page, first.story, first.paragraph) == (1, "market", 3)
    assert (first.by, first.done, first.span.line) == ("林一", False, 2)
    assert (second.note, second.by, second.done) == ("标题再压一个字", "周二", True)
    assert (third.page, third.story, third.paragraph) == (2, "", None)


def test_a_bad_file_takes_no_other_with_it(issue):
    (issue / "comments" / "1.yaml").write_text(GOOD, "utf-8")
    (issue / "comments" / "2.yaml").write_text("- {page: 2, nota: 压字}\n", "utf-8")
    (issue / "comments" / "3.yaml").write_text("- {page: [\n", "utf-8")
    comments, found = read_comments(issue)
    assert len(comments) == 2
    assert {d.code for d in found} >= {"unknown-key", "yaml-syntax"}


def test_an_issue_without_any_has_none(tmp_path):
    assert read_comments(tmp_path) == ((), ())
