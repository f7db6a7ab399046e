"""Parts of a press-test page (测试版): what a slot of ``use: test-chart`` draws."""

from dataclasses import dataclass, field
from pathlib import Path

from printpress.colour import Ink
from printpress.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Plates:
    """Some of the four process inks, printed together: ``K``, ``MY``."""

    letters: str
    """Their letters."""

    def at(self, per_mille: int) -> Ink:
        """Each of them at that coverage.

        >>> str(Plates("MY").at(500))
        'c0 m50 y50 k0'
        """
        return Ink(*(per_mille if letter in self.letters else 0 for letter in "CMYK"))


@dataclass(frozen=True, slots=True)
class TintsChart:
    """Steps of tint, one row an ink (网目阶调)."""

    inks: tuple[Plates, ...]
    """The rows."""
    steps: tuple[int, ...]
    """Coverages, per mille."""


@dataclass(frozen=True, slots=True)
class PatchesChart:
    """Patches of given inks (色块): grey balance, solids over each other, total ink."""

    rows: tuple[tuple[Ink, ...], ...]
    """Patches by row, from the left."""


@dataclass(frozen=True, slots=True)
class LinesChart:
    """Lines of several thicknesses in inks, and in white on those inks (细线)."""

    weights: tuple[int, ...]
    """EMU."""
    inks: tuple[Plates, ...]
    """Rows of lines on paper."""
    tint: int
    """Per mille of black of a row of tinted lines; 0 for none."""
    grounds: tuple[Ink, ...]
    """Rows of white lines, by what they stand on."""


@dataclass(frozen=True, slots=True)
class TypeChart:
    """Words in faces and sizes (字号)."""

    sizes: tuple[int, ...]
    """EMU."""
    faces: tuple[str, ...]
    """The rows."""
    sample: str
    """The words."""
    inks: tuple[Ink, ...]
    """In which the rows are set again for each, on paper."""
    grounds: tuple[Ink, ...]
    """On which the rows are set again for each, in white."""


@dataclass(frozen=True, slots=True)
class CodesChart:
    """QR codes of several module sizes (二维码)."""

    modules: tuple[int, ...]
    """EMU."""
    url: str
    """What they hold; ``{}`` becomes the size in tenths of a millimetre."""

    def address(self, module: int) -> str:
        """What the code of that size holds."""
        return self.url.replace("{}", str(module // 3600))


@dataclass(frozen=True, slots=True)
class PictureChart:
    """A picture that goes the way of all pictures (图片)."""

    file: Path
    """The file."""


@dataclass(frozen=True, slots=True)
class OverprintChart:
    """Black over grounds, once overprinted and once knocked out (叠印、挖空)."""

    grounds: tuple[Ink, ...]
    """The grounds."""


@dataclass(frozen=True, slots=True)
class RegisterChart:
    """Crosses and scales that show how far plates are out of register (套准)."""


@dataclass(frozen=True, slots=True)
class StarsChart:
    """Stars and lines that show slur and spread (星标、重影)."""

    inks: tuple[Plates, ...]
    """One star each."""
    spokes: int
    """Dark rays of a star."""


@dataclass(frozen=True, slots=True)
class RecordChart:
    """Blanks that the shop fills in (记录栏)."""

    blanks: tuple[str, ...]
    """What belongs there."""
    columns: int
    """Blanks side by side."""


Drawing = (
    TintsChart
    | PatchesChart
    | LinesChart
    | TypeChart
    | CodesChart
    | PictureChart
    | OverprintChart
    | RegisterChart
    | StarsChart
    | RecordChart
)


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """One block of a press-test page."""

    drawing: Drawing
    """What it shows."""
    settles: tuple[str, ...]
    """Keys of the press file that are read off it: ``lines.minimum``."""
    legend: tuple[str, ...]
    """What to read off, one paragraph a line."""
    span: Span = field(compare=False)
    """Where it is written."""
