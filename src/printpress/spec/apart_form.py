"""How words that stand apart from a story's text are written: quote and facts."""

from typing import Any

from printpress.diagnostics import Both, error
from printpress.spec.fields import Field, Key, Reading, Unread, place
from printpress.spec.records import list_of, record
from printpress.spec.source import MappingNode, Node
from printpress.spec.story import Facts, Quote
from printpress.spec.values import text

_WORDS = text("桥通了，人心就近了。")

_QUOTE_KEYS = record(
    lambda node, values: Quote(**values, span=node.place),
    Key(
        "text",
        _WORDS,
        Both("The words.", "引语文字。"),
        required=True,
        aliases=("文字",),
    ),
    Key(
        "speaker",
        text("村民 赵大河"),
        Both("Whose words they are.", "说话人。"),
        default="",
        aliases=("出自",),
    ),
    example="{text: 桥通了，人心就近了。, speaker: 村民 赵大河}",
)


def _read_quote(node: Node, reading: Reading) -> Quote:
    if isinstance(node, MappingNode):
        return _QUOTE_KEYS.read(node, reading)
    return Quote(_WORDS.read(node, reading), "", place(node))


_QUOTE: Field[Quote] = Field(
    _read_quote,
    lambda draft: {"anyOf": [_WORDS.schema(draft), _QUOTE_KEYS.schema(draft)]},
    "桥通了，人心就近了。",
)


def _facts(node: MappingNode, values: dict[str, Any]) -> Facts:
    written = (line.strip() for line in values["text"].splitlines())
    paragraphs = tuple(line for line in written if line)
    return Facts(values["title"], paragraphs, values["lines"], node.place)


_FACTS_KEYS = record(
    _facts,
    Key(
        "title",
        text("永济桥"),
        Both("Its title.", "资料标题。"),
        default="",
        aliases=("标题",),
    ),
    Key(
        "text",
        text("永济桥建于 1926 年，长 62 米。"),
        Both("Its text; each line is a paragraph.", "资料正文，一行一段。"),
        default="",
        aliases=("文字",),
    ),
    Key(
        "lines",
        list_of(text("全长 62 米"), example="[全长 62 米, 宽 4.5 米]"),
        Both("Its facts, a line each.", "逐条资料。"),
        default=(),
        aliases=("条目",),
    ),
    example="{title: 永济桥, text: 建于 1926 年，长 62 米。}",
)


def _read_facts(node: Node, reading: Reading) -> Facts:
    facts = _FACTS_KEYS.read(node, reading)
    if facts.paragraphs or facts.lines:
        return facts
    reading.report(
        error(
            "empty-value",
            facts.span,
            Both(
                "the fact box has neither text nor lines", "资料框没有文字，也没有条目"
            ),
            fix=Both(
                "write `text: …`, or `lines: [全长 62 米, 宽 4.5 米]`",
                "写 `文字: …`，或 `条目: [全长 62 米, 宽 4.5 米]`",
            ),
        )
    )
    raise Unread


_FACTS: Field[Facts] = Field(
    _read_facts, _FACTS_KEYS.schema, _FACTS_KEYS.example, _FACTS_KEYS.keys
)

APART_KEYS = (
    Key(
        "quote",
        _QUOTE,
        Both(
            "Words set large in the slot's `quote` place.",
            "引语，大字排在版位的 quote 处。",
        ),
        aliases=("引语",),
    ),
    Key(
        "facts",
        _FACTS,
        Both(
            "Facts in a box in the slot's `facts` place.",
            "资料，加框排在版位的 facts 处。",
        ),
        aliases=("资料",),
    ),
)
"""Keys of a story's head."""
