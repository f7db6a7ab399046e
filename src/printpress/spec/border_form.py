"""How a slot's rules and frames are written, ornamental ones (花边) among them."""

from collections.abc import Mapping
from typing import Final

from printpress.diagnostics import Both
from printpress.spec.fields import Key
from printpress.spec.records import followed
from printpress.spec.values import choice

PATTERNS: Final = ("wavy", "dots", "chain", "diamonds", "meander")
"""Rules and frames drawn as ornaments (花边)."""

IN_CHINESE: Final[Mapping[str, str]] = {
    "文武": "thick-thin",
    "波浪": "wavy",
    "点线": "dots",
    "链": "chain",
    "菱花": "diamonds",
    "回纹": "meander",
}
"""The same in Chinese."""

FRAME_KEY: Final = Key(
    "frame",
    followed(
        choice(
            *("none", "hairline", "double", "bold", "thick-thin", "corners"),
            *PATTERNS,
            aliases={"角花": "corners", **IN_CHINESE},
        ),
        lambda _, word: "" if word == "none" else word,
    ),
    Both("A frame round it.", "加框。"),
    standard="none",
)

BORDER_KEYS: Final = (
    Key(
        "line",
        choice("single", "double", "thick-thin", *PATTERNS, aliases=IN_CHINESE),
        Both("What its rule looks like.", "线的样式：单线、文武线、花边。"),
        standard="single",
    ),
    Key(
        "between",
        choice(
            *("dots", "single", "double", "wavy", "diamonds", "diamond", "none"),
            aliases={
                "点线": "dots",
                "波浪": "wavy",
                "菱花": "diamonds",
                "菱形": "diamond",
            },
        ),
        Both("What parts several stories in it.", "几篇稿件之间的分隔。"),
        standard="dots",
    ),
)
