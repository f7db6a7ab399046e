"""What ``printpress fonts`` tells: coverage, licence and hash of every face."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from printpress.diagnostics import Diagnostic, Language, PressError
from printpress.fonts.library import Library, present

TABLE_FILE = "tgh8105.txt"
"""通用规范汉字表 (8,105 characters), beside ``fonts.yaml``."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a list of characters a face has."""

    has: int
    """Characters of the list that it can set."""
    of: int
    """Characters in the list."""


@dataclass(frozen=True, slots=True)
class FaceReport:
    """One face of the paper's."""

    name: str
    """What issues and houses call it."""
    file: str
    """The file's name."""
    postscript_name: str
    """Its name in PDF files."""
    licence: str
    """As ``fonts.yaml`` states it."""
    size: int
    """Bytes of the file."""
    characters: int
    """Code points that it can set."""
    gb2312: Coverage
    """The 6,763 Han characters of GB/T 2312."""
    standard: Coverage | None
    """通用规范汉字表; None where the list does not lie beside ``fonts.yaml``."""
    sha256: str
    """Hash of the file, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class SystemFaceReport:
    """One typeface of the system's that may help out."""

    name: str
    """What ``fonts.yaml`` calls it."""
    found: str
    """Its file on this machine, or nothing."""
    characters: int
    """Code points that it can set; 0 where it was not found."""
    sha256: str
    """Hash of the file, or nothing."""


@dataclass(frozen=True, slots=True)
class FontsReport:
    """All that ``printpress fonts`` tells."""

    faces: tuple[FaceReport, ...]
    """The paper's faces, as ``fonts.yaml`` orders them."""
    fallback: tuple[str, ...]
    """Who is asked, in this order, for a character that its own face lacks."""
    system: tuple[SystemFaceReport, ...]
    """Who is asked after them."""

    def as_json(self) -> Mapping[str, object]:
        """The report as numbers, texts, lists and tables only."""
        return asdict(self)

    def as_text(self, language: Language) -> str:
        """The report as people read it, without a final line end."""
        zh = language == "zh"
        lines = [line for face in self.faces for line in _face_lines(face, zh=zh)]
        chain = " → ".join((*self.fallback, *(face.name for face in self.system)))
        lines.append(f"缺字时依次用：{chain}" if zh else f"fallback: {chain}")
        lines += [_system_line(face, zh=zh) for face in self.system]
        return "\n".join(lines)


def report(library: Library) -> tuple[FontsReport, tuple[Diagnostic, ...]]:
    """Looks into every face; beside it, what is wrong with those that are left out."""
    faces: list[FaceReport] = []
    system: list[SystemFaceReport] = []
    faults: list[Diagnostic] = []
    standard = _listed(library.spec.file.parent / TABLE_FILE)
    for name in library.spec.faces:
        try:
            faces.append(_face(library, name, standard))
        except PressError as fault:
            faults += fault.diagnostics
    for spec in library.spec.system:
        path = present(spec)
        if path is None:
            system.append(SystemFaceReport(spec.name, "", 0, ""))
            continue
        try:
            face = library.face(spec.name)
        except PressError as fault:
            faults += fault.diagnostics
            continue
        count = len(face.characters)
        system.append(SystemFaceReport(spec.name, str(path), count, face.sha256))
    told = FontsReport(tuple(faces), library.spec.fallback, tuple(system))
    return told, tuple(faults)


@cache
def gb2312_han() -> frozenset[int]:
    """The Han characters of GB/T 2312-1980: rows 16 to 87.

    >>> len(gb2312_han())
    6763
    """
    rows, cells = range(0xB0, 0xF8), range(0xA1, 0xFF)
    pairs = bytes(byte for row in rows for cell in cells for byte in (row, cell))
    # Five cells at the end of row 55 stand empty.
    return frozenset(map(ord, pairs.decode("gb2312", "ignore")))


def _listed(path: Path) -> frozenset[int] | None:
    """The characters of a list file, if it is there."""
    if not path.is_file():
        return None
    return frozenset(map(ord, "".join(path.read_text("utf-8").split())))


def _face(library: Library, name: str, standard: frozenset[int] | None) -> FaceReport:
    face, spec = library.face(name), library.spec.faces[name]
    has = face.characters
    gb2312 = gb2312_han()
    return FaceReport(
        name=name,
        file=face.path.name,
        postscript_name=face.postscript_name,
        licence=spec.licence,
        size=face.path.stat().st_size,
        characters=len(has),
        gb2312=Coverage(len(gb2312 & has), len(gb2312)),
        standard=Coverage(len(standard & has), len(standard)) if standard else None,
        sha256=face.sha256,
    )


def _face_lines(face: FaceReport, *, zh: bool) -> list[str]:
    counts = [("GB2312", face.gb2312)]
    if face.standard:
        counts.append(("通用规范汉字表" if zh else "standard list", face.standard))
    gap = "，" if zh else ", "
    parts = [f"{label} {count.has:,}/{count.of:,}" for label, count in counts]
    parts.append(f"{'共' if zh else 'in all'} {face.characters:,}{' 字' * zh}")
    return [
        f"{face.name}  {face.file}  {face.size / 1e6:.2f} MB  {face.licence}",
        f"    {gap.join(parts)}",
        f"    SHA-256 {face.sha256}",
    ]


def _system_line(face: SystemFaceReport, *, zh: bool) -> str:
    if not face.found:
        return f"    {face.name}  {'本机没有' if zh else 'not on this machine'}"
    unit = "字" if zh else "characters"
    return f"    {face.name}  {face.found}  {face.characters:,} {unit}"
