"""What a rule of the preflight says, whatever the file."""

from dataclasses import dataclass

from printpress.diagnostics import Both, Severity

X4 = "PDF/X-4"
X1A = "PDF/X-1a:2003"
BOTH_X = (X4, X1A)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a finished file must or must not be."""

    id: str
    """A word that people search for and press files name."""
    severity: Severity
    """How much it hinders printing, unless the press file says otherwise."""
    source: str
    """Who asks for it."""
    what: Both
    """What is wrong with a file that breaks it, one line."""
    fix: Both
    """How to mend that."""
    standards: tuple[str, ...] = ()
    """Asked only of files for these standards; empty: of all."""

    def asked_by(self, standard: str) -> bool:
        """Whether a press that takes files of that standard asks for it."""
        return not self.standards or standard in self.standards
