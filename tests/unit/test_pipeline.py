"""What the chain itself sees to."""

from dataclasses import replace

from tests.papers import ISSUE, write_paper

from printpress import pipeline, spec
from printpress.makeup.pages import make_up
from printpress.makeup.placed import SetLine


def test_a_line_that_make_up_loses_stops_the_press(tmp_path, monkeypatch):
    write_paper(tmp_path, {})
    issue, _ = spec.load(tmp_path / ISSUE)
    whole = pipeline.make_edition(issue, issue.editions[0])
    assert "copy-lost" not in {found.code for found in whole.found}

    def losing(*given):
        made, found = make_up(*given)
        (page,) = made.pages
        lines = [t for t in page.placed if isinstance(t, SetLine) and t.part == "body"]
        kept = tuple(thing for thing in page.placed if thing is not lines[0])
        return replace(made, pages=(replace(page, placed=kept),)), found

    monkeypatch.setattr(pipeline, "make_up", losing)
    broken = pipeline.make_edition(issue, issue.editions[0])
    assert "copy-lost" in {found.code for found in broken.found}
    assert not broken.printable
