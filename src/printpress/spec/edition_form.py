"""How ``layouts/editions/*.yaml`` is written, and its reader."""

from typing import Any

from printpress.diagnostics import Both, Span
from printpress.spec.code_form import URL
from printpress.spec.edition import EditionSpec
from printpress.spec.fields import Key, Reading
from printpress.spec.paths import file_path
from printpress.spec.records import followed, one_or_more, record
from printpress.spec.register_form import read_register
from printpress.spec.root import load_named, unknown_name
from printpress.spec.source import MappingNode
from printpress.spec.values import name, text

FOLDER = "layouts/editions"
"""Where editions lie, from the root."""

_QR = record(
    lambda _, values: (values["url"], values["caption"]),
    Key(
        "url",
        URL,
        Both("What the code leads to.", "二维码指向的网址。"),
        required=True,
    ),
    Key(
        "caption",
        one_or_more(text("扫描二维码"), "[扫描二维码, 关注“溪桥发布”]"),
        Both("Lines beside the code.", "码旁说明，每行一项。"),
        default=(),
    ),
    example='{url: "https://example.org/xq", caption: [扫描二维码]}',
)


def _edition(node: MappingNode, values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "node": node}


EDITION = record(
    _edition,
    Key(
        "code",
        name("XQ"),
        Both("Its short mark in file names.", "文件名中的代号。"),
        required=True,
    ),
    Key("town", text("溪桥镇"), Both("The town.", "镇街名。"), default=""),
    Key(
        "copublisher",
        text("溪桥镇党委、政府　联合出版"),
        Both("The co-publisher line.", "联合出版行。"),
        default="",
    ),
    Key("qr", _QR, Both("The QR code in the ear.", "报眼二维码。"), default=("", ())),
    Key(
        "officials",
        followed(
            file_path("registers/xiqiao.yaml"),
            lambda reading, path: read_register(path, reading),
        ),
        Both("Names, posts and their order.", "姓名、职务、排序名册。"),
    ),
)
"""``layouts/editions/*.yaml``."""


def read_edition(name: str, span: Span | None, reading: Reading) -> EditionSpec:
    """The edition of that name; *span* is where it is named.

    Raises :class:`Unread` and :class:`PressError`.
    """
    node = load_named(FOLDER, name, reading)
    if node is None:
        reading.refuse(unknown_name("edition", name, span, FOLDER, reading))
    values = EDITION.read(node, reading)
    mapping: MappingNode = values["node"]
    url, caption = values["qr"]
    return EditionSpec(
        name=name,
        code=values["code"],
        town=values["town"],
        copublisher=values["copublisher"],
        qr_url=url,
        qr_caption=caption,
        officials=values["officials"],
        span=mapping.span,
        node=mapping,
    )
