"""How roles of lists, verse, tables and the like are written, beyond other roles."""

from printpress.diagnostics import Both
from printpress.spec.fields import Key
from printpress.spec.values import choice, number, text

BLOCK_KEYS = (
    Key(
        "indent",
        number(0, 20, "2"),
        Both(
            "Ems that a list, verse, a question … stands in from its side.",
            "列表、诗、问答等缩进的字数。",
        ),
    ),
    Key(
        "bullet",
        text("■"),
        Both("What hangs before an item of a list.", "列表项前的符号。"),
    ),
    Key(
        "rules",
        choice(
            "three",
            "grid",
            "none",
            aliases={"三线": "three", "全线": "grid", "无线": "none"},
        ),
        Both(
            "A table's rules: three across, all round every cell, or none.",
            "表线：三线、全线或无线。",
        ),
    ),
)
"""Keys of a role that only blocks have."""
