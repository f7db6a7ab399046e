"""Print shops: what the press takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from printpress.colour import Ink
from printpress.diagnostics import Span
from printpress.spec.source import MappingNode

Standard = Literal["PDF/X-4", "PDF/X-1a:2003"]
"""What print shops take."""


@dataclass(frozen=True, slots=True)
class Output:
    """The printing condition that pages are separated for."""

    icc: Path | None
    """The press's profile; None where the shop's file names none."""
    condition: str
    """The condition's registered name."""
    registry: str
    """Where that is registered; empty for a shop's own."""
    info: str
    """The condition in words."""
    info_key: bool
    """Whether the Info dictionary names PDF/X-4, too."""


@dataclass(frozen=True, slots=True)
class PressSpec:
    """One print shop's paper, press and limits (印厂)."""

    name: str
    """The file's stem."""
    standard: Standard
    """``PDF/X-4`` or ``PDF/X-1a:2003``."""
    output: Output
    """The printing condition."""
    tac: int
    """Total area coverage to aim at, per mille: 2,400 is 240 %."""
    tac_error: int
    """Total area coverage that the shop refuses, per mille."""
    tac_peak: int
    """Coverage that the shop refuses of any square millimetre, per mille."""
    tac_window: int
    """Side of the square over which coverage is averaged, EMU."""
    black_max: int
    """Largest coverage of the black plate, per mille."""
    spots: int
    """Spot colours the shop prints beside the process inks."""
    rich_black: Ink | None
    """Inks of large black areas; None keeps them on the black plate."""
    inks_by_page: Mapping[int, str]
    """Plates of pages that are not printed in all four: ``K``."""
    bleed: int
    """EMU of ink beyond the trim."""
    non_printing: int
    """EMU inside the trim where nothing may stand."""
    marks: Literal["none", "crop", "full"]
    """Marks outside the trim."""
    pages_multiple: int
    """An issue's pages are a multiple of this."""
    line_minimum: int
    """Thinnest rule of one full ink, EMU."""
    line_minimum_tint: int
    """Thinnest tinted rule, EMU."""
    line_minimum_reversed: int
    """Thinnest rule left white, EMU."""
    text_minimum: int
    """Smallest type size, EMU."""
    text_minimum_readings: int
    """Smallest type of readings beside characters (拼音), EMU."""
    text_minimum_reversed: int
    """Smallest reversed type size, EMU."""
    text_minimum_multicolour: int
    """Smallest type size in several inks, EMU."""
    target_ppi: int
    """Pixels per printed inch that pictures are converted to."""
    warn_ppi: int
    """Below this a picture is looked at."""
    error_ppi: int
    """Below this a picture is refused."""
    line_art_ppi: int
    """Pixels per printed inch of bilevel art; below this it is looked at."""
    line_art_error_ppi: int
    """Below this bilevel art is refused."""
    qr_module_error: int
    """Smallest QR module, EMU."""
    qr_module_warn: int
    """QR modules below this are looked at, EMU."""
    files: str
    """Template of the file names."""
    severities: Mapping[str, str]
    """Rule of the preflight → how grave the shop takes it; ``off``: not at all."""
    span: Span = field(compare=False)
    """The file's first token."""
    node: MappingNode | None = field(default=None, compare=False, repr=False)
    """What was read, for ``printpress explain``."""

    def black_only(self, numbers: Iterable[int]) -> bool:
        """Whether one of those pages is printed in black alone."""
        return any(self.inks_by_page.get(number) == "K" for number in numbers)
