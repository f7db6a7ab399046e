"""A text's lines as YAML and editors count them."""

import re

_ENDS = re.compile(r"\r\n|\n|\r")


def lines_of(text: str) -> list[str]:
    r"""The lines without their ends; NEL, LS and PS end none.

    >>> lines_of("a\r\nb\rc")
    ['a', 'b', 'c']
    """
    return _ENDS.split(text)
