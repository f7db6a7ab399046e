"""The front door: which commands there are. A command's module is loaded when asked."""

import gc
import sys
from importlib import import_module

import click

from printpress import __version__

COMMANDS = {
    "init": "papers:init",
    "new": "papers:new",
    "move": "papers:move",
    "import": "importing:import_",
    "tidy": "tidying:tidy",
    "check": "checking:check",
    "live": "live:live",
    "proof": "proofing:proof",
    "diff": "comparing:diff",
    "sign": "signing:sign",
    "print": "printing:print_",
    "batch": "batching:batch",
    "preflight": "press_check:preflight",
    "impose": "imposing:impose",
    "fit": "fitting:fit",
    "capacity": "fitting:capacity",
    "editions": "editions:editions_",
    "explain": "reference:explain",
    "fonts": "reference:fonts",
    "schema": "reference:schema",
}
"""In the order of a day's work: the name, its module in this package, its function."""


class Front(click.Group):
    """A group that imports a command's module only when that command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(
            import_module(f"printpress.cli.{module}"), function
        )
        return found


@click.group(cls=Front, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="printpress")
def main() -> None:
    """Chinese newspaper pages from YAML and Markdown."""
    # Records are many and live to the end: collecting so often costs a tenth of a run.
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a character shows a sign in its place.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
