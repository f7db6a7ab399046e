"""Pages as other programs draw them, made in processes that may crash.

PDFium and pdf_oxide are not ours and run over bytes of anybody; a form that shows
itself, for one, ends pdf_oxide 0.3 with a segmentation fault. So each works in a child
process, one for some of the pages; where one dies the page is told and the next child
goes on behind it.
"""

import json
import os
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from printpress.preflight.objects import Unreadable
from printpress.preflight.page import Page
from printpress.preflight.render import Missing, Plate, ReadCode

PATIENCE = 60
"""Seconds that a page may take; a broadsheet takes half of one."""

CRASHED = {"trouble": "the program that draws pages crashed"}

MOST_CHILDREN = 4
"""Processes at once: each holds a page's plates in memory."""

PAGES_EACH = 2
"""Fewer pages are not worth another process."""

SOURCES = Path(__file__).parents[2]

Answers = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Rendering:
    """What there is of one page."""

    answers: Answers
    """By what was asked for."""

    def _found(self, want: str) -> Any:
        answer = self.answers.get(want, CRASHED)
        if "missing" in answer:
            raise Missing(answer["missing"])
        if "found" not in answer:
            raise Unreadable(str(answer.get("trouble", "")))
        return answer["found"]

    def plates(self) -> list[Plate]:
        """Its plates; raises :class:`Missing` and :class:`Unreadable`."""
        return [_plate(told) for told in self._found("plates")]

    def light(self) -> Plate:
        """How light each square is; raises the same."""
        return _plate(self._found("light"))

    def codes(self) -> list[ReadCode]:
        """The QR codes on it; raises the same."""
        found = self._found("codes")
        return [ReadCode(**{**code, "box": tuple(code["box"])}) for code in found]

    def png(self) -> bytes:
        """Its picture; raises the same."""
        return b64decode(self._found("png"))


def _plate(told: list[Any]) -> Plate:
    name, across, cells = told
    return Plate(name, across, b64decode(cells))


def rendered(
    contents: bytes, pages: Iterable[Page], wants: tuple[str, ...]
) -> dict[int, Rendering]:
    """Some pages of a file by their numbers."""
    todo = list(pages)
    count = min(MOST_CHILDREN, os.cpu_count() or 1, -(-len(todo) // PAGES_EACH))
    if not todo:
        return {}
    parts = [todo[start::count] for start in range(count)]
    with ThreadPoolExecutor(count) as threads:
        done = threads.map(lambda part: list(_answers(contents, part, wants)), parts)
        return {number: Rendering(told) for part in done for number, told in part}


def _answers(
    contents: bytes, pages: list[Page], wants: tuple[str, ...]
) -> Iterator[tuple[int, Answers]]:
    """What children say of the pages, one child after the other has died."""
    while pages:
        said = _child(contents, pages, wants)
        told = 0
        for line in said.splitlines():
            try:
                answer = json.loads(line)
            except ValueError:  # it died in the middle of a line
                break
            yield answer.pop("page"), answer
            told += 1
        if told < len(pages):
            yield pages[told].number, dict.fromkeys(wants, CRASHED)
        pages = pages[told + 1 :]


def _child(contents: bytes, pages: list[Page], wants: tuple[str, ...]) -> bytes:
    """All that one child writes."""
    asked = {"pages": [[page.number, page.media] for page in pages], "wants": wants}
    paths = (str(SOURCES), os.environ.get("PYTHONPATH", ""))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "printpress.preflight.worker"],
            input=json.dumps(asked).encode() + b"\n" + contents,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE * len(pages),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        return bytes(late.stdout or b"")
    return done.stdout
