"""How a QR code is written in a story's head or on a page."""

from typing import Any, Final

from printpress.diagnostics import Both
from printpress.spec.fields import Key
from printpress.spec.records import located, one_or_more, record
from printpress.spec.source import MappingNode
from printpress.spec.supplied import CodeSpec
from printpress.spec.values import Kind, choice, scalar, text

LONGEST_URL = 300
"""Characters of a QR code's address: more makes modules too small for newsprint."""

URL: Final = scalar(
    lambda found: (
        found
        if found.startswith(("https://", "http://"))
        and len(found) <= LONGEST_URL
        and len(found.split()) == 1
        else None
    ),
    Kind(
        "bad-url",
        Both("an address that begins with https://", "以 https:// 开头的网址"),
        "https://example.org/xq",
        {"type": "string", "pattern": r"^https?://\S*$", "maxLength": LONGEST_URL},
    ),
)


def _code(_: MappingNode, values: dict[str, Any]) -> CodeSpec:
    url = values["url"]
    return CodeSpec(url.value, values["caption"], values["level"], url.span)


CODE: Final = record(
    _code,
    Key(
        "url",
        located(URL),
        Both("What the code leads to.", "二维码指向的网址。"),
        required=True,
        aliases=("网址",),
    ),
    Key(
        "caption",
        one_or_more(text("扫码看视频"), "[扫码看视频]"),
        Both("Lines beside the code.", "码旁说明，每行一项。"),
        default=(),
        aliases=("说明",),
    ),
    Key(
        "level",
        choice("M", "L", "Q", "H"),
        Both("Error correction.", "纠错级别。"),
        standard="M",
        aliases=("纠错",),
    ),
    example='{url: "https://example.org/xq", caption: 扫码看视频}',
)
