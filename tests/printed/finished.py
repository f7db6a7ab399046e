"""Papers written down for one test, as finished files."""

from pathlib import Path

from printpress import spec
from printpress.pipeline import MadeUp, converted_pictures, make_edition, write_pages


def finished(issue: Path, pdf: Path) -> MadeUp:
    """The issue's first edition, written to a file; nothing may stop the press."""
    loaded, _ = spec.load(issue)
    made = make_edition(loaded, loaded.editions[0])
    assert made.printable, [found.what.en for found in made.found]
    pictures, _ = converted_pictures(made, loaded.root, None)
    pdf.write_bytes(write_pages(made, pictures, made.pages))
    return made
