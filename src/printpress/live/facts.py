"""What is shown, as JSON for the page in the browser."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from printpress.diagnostics import Diagnostic, facts_of
from printpress.live.board import Shown
from printpress.live.overlay import place
from printpress.live.session import Made
from printpress.spec.comments import Comment
from printpress.spec.comments_form import read_comments
from printpress.spec.source import source_line

SUFFIX = ".md"
"""Of story files."""


def pages_facts(shown: Shown) -> dict[str, object]:
    """Pages, and whether anything else is new."""
    return {
        "turn": shown.turn,
        "title": shown.title,
        "made": shown.made,
        "asked": shown.asked,
        "trouble": len(shown.trouble),
        "pages": [asdict(page) for page in shown.pages],
    }


def panel_facts(shown: Shown, made: Made | None, folder: Path) -> dict[str, object]:
    """Findings, comments, fits, where stories are written, why pages are not new."""
    placed = _placed(made) if made else {}
    comments, bad = read_comments(folder)
    findings = (*shown.findings, *bad)
    return {
        "turn": shown.turn,
        "trouble": [_finding(one, folder, {}) for one in shown.trouble],
        "findings": [_finding(one, folder, placed) for one in findings],
        "comments": [_comment(one, folder) for one in comments],
        "fits": [asdict(fit) for fit in shown.fits],
        "stories": _stories(made, folder) if made else {},
    }


def _comment(comment: Comment, folder: Path) -> dict[str, object]:
    told = asdict(comment)
    del told["span"]
    return {**told, "place": place(comment.span, folder)}


def _placed(made: Made) -> dict[tuple[str, int, int], str]:
    """Where the issue places a story, and where its headline stands → the story."""
    told: dict[tuple[str, int, int], str] = {}
    for page in made.laid.issue.pages:
        for (_, story), span in page.places.items():
            told[span.file, span.line, span.column] = story
    return told


def _stories(made: Made, folder: Path) -> dict[str, object]:
    """Story → its file, and the line of its headline and of each paragraph."""
    return {
        name: {
            "headline": "\u3000".join(
                part for line in story.head.headline.lines for part in line
            ),
            "place": place(story.span, folder),
            "lines": [paragraph.place(0).line for paragraph in story.paragraphs],
        }
        for name, story in made.laid.issue.stories.items()
    }


def _finding(
    found: Diagnostic, folder: Path, placed: Mapping[tuple[str, int, int], str]
) -> dict[str, object]:
    span = found.span
    story = placed.get((span.file, span.line, span.column)) if span else None
    if span and story is None and span.file.endswith(SUFFIX):
        story = Path(span.file).stem
    return {
        **facts_of(found),
        "place": place(span, folder),
        "excerpt": source_line(span) if span and span.line else None,
        "story": story,
    }
