"""The list of faces: ``fonts/fonts.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from printpress.diagnostics import Span


@dataclass(frozen=True, slots=True)
class FaceSpec:
    """A face of the paper's own."""

    name: str
    """Its name in the house and the layouts."""
    file: Path
    """Its file, which exists."""
    licence: str
    """The licence it may be embedded under."""
    span: Span = field(compare=False)
    """Its name in the list."""
    language: str = "zh-Hans"
    """The language that it is made for and shaped in, as BCP 47 names it."""


@dataclass(frozen=True, slots=True)
class SystemFaceSpec:
    """A face of the machine's, for characters that no face of ours has."""

    name: str
    """Its name in messages."""
    files: tuple[Path, ...]
    """Where it may lie; the first that exists is used, and none is no error."""
    span: Span = field(compare=False)
    """Its name in the list."""


@dataclass(frozen=True, slots=True)
class FontsSpec:
    """Which faces there are, and in what order they serve rare characters."""

    file: Path
    """``fonts/fonts.yaml``."""
    faces: Mapping[str, FaceSpec]
    """Faces by name."""
    fallback: tuple[str, ...]
    """Names of faces that serve characters the wanted face lacks, in this order."""
    system: tuple[SystemFaceSpec, ...]
    """Tried after those, in this order."""
    span: Span = field(compare=False)
    """The file's first token."""
