"""Rules of newspapers: what a coldset press on newsprint can show."""

from printpress.rules.record import Rule

NEWSPAPER: tuple[Rule, ...] = ()
