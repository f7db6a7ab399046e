"""Names of the files that are made: safe everywhere, short, as the sender wrote them.

Chinese stays Chinese: staff find 三村携手.md, not sancunxieshou.md. Signs that paths,
YAML or page addresses use go, and two files never share a name that only capitals tell
apart.
"""

import re
from collections.abc import Container
from typing import Final
from unicodedata import normalize

LONGEST: Final = 40
"""Characters of a name: fits a line of the report, and file systems' 255 bytes."""
_UNFIT: Final = re.compile(r"[^\w\-]+|_+")
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d|true|false|yes|no|null|on|off)$", re.IGNORECASE
)
"""Names that Windows keeps to itself, and words that YAML takes for something else."""


def safe_name(written: str, otherwise: str = "story") -> str:
    """A file's stem.

    >>> safe_name("三村携手（定稿） 2.最终"), safe_name("../../etc"), safe_name("？")
    ('三村携手-定稿-2-最终', 'etc', 'story')
    """
    plain = _UNFIT.sub("-", normalize("NFC", written)).strip("-")
    short = plain[:LONGEST].strip("-").lower() or otherwise
    return f"{short}-{otherwise}" if _RESERVED.match(short) else short


def free_name(wanted: str, taken: Container[str]) -> str:
    """The name, numbered where another has it.

    >>> free_name("桥", {"桥", "桥-2"})
    '桥-3'
    """
    if wanted not in taken:
        return wanted
    count = 2
    while f"{wanted}-{count}" in taken:
        count += 1
    return f"{wanted}-{count}"
