"""What goes to workers and what comes back: plain records, and their JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

State = Literal["green", "amber", "red"]
GRAVITY: tuple[State, ...] = ("green", "amber", "red")


@dataclass(frozen=True, slots=True)
class Task:
    """Editions of one issue that one worker makes one after the other."""

    file: str
    """The issue's file; from the paper's folder where *sent* brings that along."""
    root: str
    """The paper's folder."""
    editions: tuple[str, ...]
    """Their names."""
    inputs: tuple[str, ...]
    """The digest of what each edition is made from."""
    base: str
    """The digest of what all of them share: with another, nothing is taken over."""
    kind: Literal["print", "proof"] = "print"
    """Files for the shop, or reading copies."""
    press: str | None = None
    """Another print shop."""
    preflight: bool = True
    """Whether finished files are checked."""
    sent: "Mapping[str, bytes] | None" = field(default=None, repr=False)
    """All files of the paper by their paths, for workers without its folder."""

    def one(self, number: int) -> "Task":
        """The task of one of its editions alone."""
        from dataclasses import replace

        at = slice(number, number + 1)
        return replace(self, editions=self.editions[at], inputs=self.inputs[at])


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was found, in both languages."""

    code: str
    severity: str
    where: str
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class PageState:
    """One page of an edition."""

    page: str
    """Its number, or both of a spread."""
    state: State


@dataclass(frozen=True, slots=True)
class Overset:
    """What of a story found no room."""

    page: int
    story: str
    lines: int
    characters: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one edition."""

    issue: str
    """Its date, or its file where that could not be read."""
    edition: str
    state: State
    pages: tuple[PageState, ...] = ()
    overset: tuple[Overset, ...] = ()
    found: tuple[Told, ...] = ()
    preflight: str = ""
    """``passed``, ``failed``, or nothing where it was not asked."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Paths from the paper's folder → SHA-256."""
    seconds: float = 0
    as_before: bool = False
    """Whether all of it was there already."""
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The files themselves by their paths at home, from workers that do not share the
    folder."""

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        told = asdict(self)
        del told["contents"]
        return told

    @staticmethod
    def of_json(told: dict[str, Any]) -> "Outcome":
        """What :meth:`as_json` told. Raises ``TypeError``, ``KeyError``."""
        return Outcome(
            **{
                **told,
                "pages": tuple(PageState(**one) for one in told["pages"]),
                "overset": tuple(Overset(**one) for one in told["overset"]),
                "found": tuple(Told(**one) for one in told["found"]),
            }
        )


def records_folder(root: Path) -> Path:
    """Where it is kept what was made from what."""
    return root / "build" / "batch" / "records"
