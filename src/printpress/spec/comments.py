"""What readers of a proof noted: a small YAML file for each page."""

from dataclasses import dataclass, field

from printpress.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Comment:
    """One note on a page."""

    page: int
    """The page's number."""
    note: str
    """What was noted."""
    story: str
    """The story's id; empty where the note is of the page."""
    paragraph: int | None
    """Which paragraph of the story, from 1, as proofs number them."""
    by: str
    """Who noted it; empty if nobody signed."""
    done: bool
    """Whether it has been seen to."""
    span: Span = field(compare=False)
    """Where it is written."""
