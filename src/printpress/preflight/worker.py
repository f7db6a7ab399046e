"""Draws pages in a process of its own: ``python -m printpress.preflight.worker``.

Takes a line of JSON (the pages and what is wanted of them) and the file on standard
input; gives a line of JSON a page. What crashes here takes nobody else along.
"""

import json
import sys
from base64 import b64encode
from dataclasses import asdict
from typing import Any

from printpress.preflight.objects import Unreadable
from printpress.preflight.page import Page
from printpress.preflight.render import Missing, Plate, Renderer


def main() -> None:
    """Answer one request."""
    # What libraries print would stand between the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    request = json.loads(sys.stdin.buffer.readline())
    renderer = Renderer(sys.stdin.buffer.read())
    for number, media in request["pages"]:
        page = Page(number, {}, {"MediaBox": tuple(media)})
        told = {want: _answer(renderer, page, want) for want in request["wants"]}
        answers.write(json.dumps({"page": number, **told}) + "\n")
        answers.flush()


def _answer(renderer: Renderer, page: Page, want: str) -> dict[str, Any]:
    try:
        match want:
            case "plates":
                return {"found": [_told(p) for p in renderer.plates(page)]}
            case "light":
                return {"found": _told(renderer.light(page))}
            case "codes":
                return {"found": [asdict(code) for code in renderer.codes(page)]}
            case _:
                return {"found": _text(renderer.png(page))}
    except Missing as missing:
        return {"missing": str(missing)}
    except Unreadable as trouble:
        return {"trouble": str(trouble)}


def _told(plate: Plate) -> list[Any]:
    return [plate.name, plate.across, _text(plate.cells)]


def _text(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")


if __name__ == "__main__":
    main()
