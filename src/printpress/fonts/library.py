"""The faces that ``fonts.yaml`` names, opened when first needed.

A character that its own face lacks falls back along ``fallback:`` and then to the
typefaces of the system that ``system:`` names, if they are there. Where none serves,
:meth:`Library.serving` says so and the text engine reports the character with its
place: a ``.notdef`` is never drawn.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from printpress.diagnostics import Span
from printpress.fonts import faults
from printpress.fonts.face import SIMPLIFIED, Face
from printpress.spec.fonts import FontsSpec, SystemFaceSpec


class Library:
    """Faces by name."""

    def __init__(self, spec: FontsSpec, pool: dict[str, Face] | None = None) -> None:
        """Faces opened by other libraries of the same faces are in their *pool*."""
        self.spec = spec
        """What ``fonts.yaml`` says."""
        self._system = {face.name: face for face in spec.system}
        self._pool = {} if pool is None else pool
        self._open: dict[str, Face] = {}
        self._serving: dict[tuple[str, str], Face | None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Faces that can be asked for, the system's not among them."""
        return tuple(self.spec.faces)

    def face(self, name: str, span: Span | None = None) -> Face:
        """The face of that name; *span* is where the paper asks for it.

        Raises :class:`~printpress.diagnostics.PressError`: ``unknown-font`` at *span*,
        or what is wrong with the file at its place in ``fonts.yaml``.
        """
        found = self._open.get(name)
        if found is None:
            path, place = self._file(name, span)
            found = self._pool.get(name)
            if found is None:
                found = Face(name, path, place, self._language(name))
            self._open[name] = self._pool[name] = found
        return found

    def _file(self, name: str, span: Span | None) -> tuple[Path, Span]:
        face = self.spec.faces.get(name)
        if face is not None:
            return face.file, face.span
        system = self._system.get(name)
        if system is None:
            raise faults.unknown(name, self.names, span)
        path = present(system)
        if path is None:
            raise faults.missing_file(name, system.files[0], system.span)
        return path, system.span

    def _language(self, name: str) -> str:
        face = self.spec.faces.get(name)
        return face.language if face else SIMPLIFIED

    def serving(self, char: str, first: Face | str) -> Face | None:
        """The first face that has the character: *first*, then the fallbacks.

        None where no face has it. Raises as :meth:`face` does.
        """
        name = first if isinstance(first, str) else first.name
        key = (name, char)
        if key not in self._serving:
            if not isinstance(first, str):
                self._open.setdefault(name, first)
            has = (face for face in self._chain(name) if face.glyph(char))
            self._serving[key] = next(has, None)
        return self._serving[key]

    def _chain(self, first: str) -> Iterator[Face]:
        """Faces in the order in which they are asked, each opened when reached."""
        present_ones = (face.name for face in self.spec.system if present(face))
        for name in dict.fromkeys((first, *self.spec.fallback, *present_ones)):
            yield self.face(name)

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """The names of all faces asked for meanwhile, as if for the first time."""
        opened, served = self._open, self._serving
        self._open, self._serving = {}, {}
        names: set[str] = set()
        try:
            yield names
        finally:
            names.update(self._open)
            self._open = {**opened, **self._open}
            self._serving = served

    def opened(self) -> tuple[Face, ...]:
        """The faces opened so far, by name."""
        return tuple(face for _, face in sorted(self._open.items()))


def present(face: SystemFaceSpec) -> Path | None:
    """The file of a system's face on this machine, or None."""
    return next((file for file in face.files if file.is_file()), None)
