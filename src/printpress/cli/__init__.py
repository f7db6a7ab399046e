"""The command line, the only package that prints.

Exit codes: 0 clean, 1 errors in copy or layout, 2 wrong command line, 70 a bug in
printpress (3 is kept for a failed preflight).
"""

from printpress.cli.commands import main

__all__ = ["main"]
