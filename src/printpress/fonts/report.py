"""What ``printpress fonts`` tells: coverage, licence and hash of every face."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from printpress.diagnostics import Both, Diagnostic, PressError, Said
from printpress.fonts.library import Library, present
from printpress.fonts.repertoire import big5_level_1, gb2312_han
from printpress.spec.fonts import SystemFaceSpec

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
    big5: Coverage | None
    """The 5,401 characters of Big5 level 1; None for a face of Simplified Chinese."""
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

    def lines(self) -> Iterator[Said]:
        """What people read, beside what programs read of the same."""
        for face in self.faces:
            yield Said(_face_words(face), asdict(face) | {"kind": "face"})
        chain = (*self.fallback, *(face.name for face in self.system))
        arrows = " → ".join(chain)
        words = Both(f"fallback: {arrows}", f"缺字时依次用：{arrows}")
        yield Said(words, {"kind": "fallback", "chain": list(chain)})
        for rare in self.system:
            yield Said(_system_words(rare), asdict(rare) | {"kind": "system"})


def face_lines(library: Library) -> Iterator[Said]:
    """Every face, a few lines of text beside the facts as a JSON object has them.

    Raises :class:`~printpress.diagnostics.PressError` at the end, with all that is
    wrong with the faces that were left out.
    """
    told, faults = report(library)
    yield from told.lines()
    if faults:
        raise PressError(faults)


def report(library: Library) -> tuple[FontsReport, tuple[Diagnostic, ...]]:
    """Looks into every face; beside it, what is wrong with those that are left out."""
    faults: list[Diagnostic] = []
    standard = _listed(library.spec.file.parent / TABLE_FILE)
    faces: list[FaceReport] = []
    for name in library.spec.faces:
        try:
            faces.append(_face(library, name, standard))
        except PressError as fault:
            faults += fault.diagnostics
    system: list[SystemFaceReport] = []
    for spec in library.spec.system:
        try:
            system.append(_system(library, spec))
        except PressError as fault:
            faults += fault.diagnostics
    told = FontsReport(tuple(faces), library.spec.fallback, tuple(system))
    return told, tuple(faults)


def _listed(path: Path) -> frozenset[int] | None:
    """The characters of a list file, if it is there."""
    if not path.is_file():
        return None
    return frozenset(map(ord, "".join(path.read_text("utf-8").split())))


def _face(library: Library, name: str, standard: frozenset[int] | None) -> FaceReport:
    face, spec = library.face(name), library.spec.faces[name]
    has = face.characters
    gb2312, big5 = gb2312_han(), big5_level_1()
    traditional = spec.language == "zh-Hant"
    return FaceReport(
        name=name,
        file=face.path.name,
        postscript_name=face.postscript_name,
        licence=spec.licence,
        size=face.path.stat().st_size,
        characters=len(has),
        gb2312=Coverage(len(gb2312 & has), len(gb2312)),
        standard=Coverage(len(standard & has), len(standard)) if standard else None,
        big5=Coverage(len(big5 & has), len(big5)) if traditional else None,
        sha256=face.sha256,
    )


def _system(library: Library, spec: SystemFaceSpec) -> SystemFaceReport:
    path = present(spec)
    if path is None:
        return SystemFaceReport(spec.name, "", 0, "")
    face = library.face(spec.name)
    return SystemFaceReport(spec.name, str(path), len(face.characters), face.sha256)


def _face_words(face: FaceReport) -> Both:
    title = f"{face.name}  {face.file}  {face.size / 1e6:.2f} MB  {face.licence}"
    digest = f"    SHA-256 {face.sha256}"
    gb = f"GB2312 {face.gb2312.has:,}/{face.gb2312.of:,}"
    en, zh = [gb], [gb]
    if face.standard:
        count = f"{face.standard.has:,}/{face.standard.of:,}"
        en.append(f"standard list {count}")
        zh.append(f"通用规范汉字表 {count}")
    if face.big5:
        count = f"{face.big5.has:,}/{face.big5.of:,}"
        en.append(f"Big5 level 1 {count}")
        zh.append(f"大五码常用字 {count}")
    en.append(f"in all {face.characters:,}")
    zh.append(f"共 {face.characters:,} 字")
    return Both(
        f"{title}\n    {', '.join(en)}\n{digest}",
        f"{title}\n    {'，'.join(zh)}\n{digest}",
    )


def _system_words(face: SystemFaceReport) -> Both:
    if not face.found:
        return Both(
            f"    {face.name}  not on this machine", f"    {face.name}  本机没有"
        )
    head = f"    {face.name}  {face.found}  {face.characters:,}"
    return Both(f"{head} characters", f"{head} 字")
