"""The command line, the only package that prints.

Exit codes: 0 clean, 1 errors in copy or layout, 2 wrong command line, 3 a file that
failed the preflight, 4 states that differ (``diff --exit-code``), 70 a bug in
printpress.
"""

import os
import sys

from printpress.cli.front import main

__all__ = ["main", "run"]


def run() -> None:
    """Run one command as a process of its own, and end it.

    Everything is written and closed by then; freeing each record of eight pages one by
    one would cost another tenth of the run, so the process just ends.
    """
    code: object = 0
    try:
        main(prog_name="printpress")
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # the reader of a pipe has gone
            code = code or 1
    os._exit(code if isinstance(code, int) else 1 if code else 0)
