"""An issue's folder into which things are imported."""

from pathlib import Path

from tests.papers import ISSUE, write_paper

from printpress.intake.importer import Asked, Imported, Importer


def issue_in(folder: Path, **changes: str | None) -> Path:
    """The folder of a tiny paper's issue."""
    return write_paper(folder, changes).parent


def imported(folder: Path, name: str, contents: bytes, **asked) -> Imported:
    """What comes of a file sent under that name."""
    issue = issue_in(folder / "paper")
    sent = folder / name
    sent.write_bytes(contents)
    return Importer(Asked(issue, ISSUE.removesuffix("/issue.yaml"), **asked)).take(
        sent, name
    )


def story_of(taken: Imported) -> str:
    """The first story's text."""
    return taken.files[0][1].decode()


def told(taken: Imported, kind: str) -> list[str]:
    """The words, or what is said, of all remarks of a kind."""
    return [r.text or r.words.en for r in taken.remarks if r.kind == kind]
