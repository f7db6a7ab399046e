"""Reading copies of one edition: ``proof.pdf`` and a picture of each page."""

from hashlib import sha256
from pathlib import Path

from printpress.batch.desk import Desk, Pictures
from printpress.pipeline import MadeUp, write_pages
from printpress.proof.pictures import drawn_pages


def proofs(
    desk: Desk, made: MadeUp, pictures: Pictures, folder: Path
) -> dict[str, str]:
    """Write them; SHA-256 by path from the paper's folder."""
    pdf = write_pages(made, pictures, made.pages)
    done: dict[str, str] = {}
    names = [f"page-{page.label}.png" for page in made.pages]
    pngs = (one.png for one in drawn_pages(pdf, [1000] * len(names)))
    pairs = zip(names, pngs, strict=True)
    for name, contents in (("proof.pdf", pdf), *pairs):
        digest = sha256(contents).hexdigest()
        desk.put(folder / name, contents, digest)
        done[(folder / name).relative_to(desk.root).as_posix()] = digest
    return done
