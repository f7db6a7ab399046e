"""How a house writes the lines of a jump, and its reader."""

from typing import Final

from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.spec.fields import Field, Key, Reading, place
from printpress.spec.file_names import unknown_part
from printpress.spec.house import JumpWords
from printpress.spec.nearest import did_you_mean
from printpress.spec.records import record
from printpress.spec.source import Node
from printpress.spec.values import text

PLACEHOLDERS: Final = ("page", "han")
"""The page's number in figures and in Han characters."""

_STANDARD: Final = JumpWords()

_TRIED: Final = ((2, "二"), (3, "三"))
"""Pages that a template is tried with."""


def _fits(template: str) -> bool:
    """Whether a page's number can be filled in, and is."""
    if unknown_part(template, PLACEHOLDERS) is not None:
        return False
    try:
        second, third = (template.format(page=n, han=han) for n, han in _TRIED)
    except ValueError:
        return False
    return second != third


def _template(node: Node, reading: Reading) -> str:
    template = text().read(node, reading)
    if not _fits(template):
        reading.refuse(_bad_template(place(node), template))
    return template


def _bad_template(span: Span, template: str) -> Diagnostic:
    inner = template.partition("{")[2].partition("}")[0]
    guess = did_you_mean(inner, PLACEHOLDERS) if inner else Both("", "")
    return error(
        "bad-template",
        span,
        Both(
            f'no page number can be filled in "{template}"',
            f"“{template}”中填不进版次",
        ),
        fix=Both(
            f"{guess.en}write {{page}} for 2, or {{han}} for 二, where the number "
            f'stands: "{_STANDARD.line}"',
            f"{guess.zh}在版次处写 {{page}}（2）或 {{han}}（二），例如"
            f"“{_STANDARD.line}”",
        ),
    )


def _words(name: str, standard: str, says: Both) -> Key:
    field = Field(_template, text().schema, f'"{standard}"')
    return Key(name, field, says, default=standard)


JUMP = record(
    lambda _, values: JumpWords(**values),
    _words(
        "line",
        _STANDARD.line,
        Both(
            "At the end of a story's first part; {page} or {han} is the page.",
            "下转行：{page} 为数字版次，{han} 为汉字版次。",
        ),
    ),
    _words(
        "origin",
        _STANDARD.origin,
        Both("At the beginning of its continuation.", "上接行，写法同上。"),
    ),
)
"""``jump`` in ``layouts/house.yaml``."""
