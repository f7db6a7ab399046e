"""The register of names and posts (姓名职务名册): who is what, in their order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from printpress.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Official:
    """One person of the register."""

    name: str
    """The name, as it is to be written."""
    posts: tuple[str, ...]
    """Posts as copy may call them; the first is the whole one."""
    span: Span = field(compare=False)
    """Where the register names the person."""


@dataclass(frozen=True, slots=True)
class Register:
    """Officials in the order in which they are named."""

    officials: tuple[Official, ...]
    """First to last."""

    @property
    def ranks(self) -> Mapping[str, int]:
        """Name → place in the order."""
        return {person.name: n for n, person in enumerate(self.officials)}
