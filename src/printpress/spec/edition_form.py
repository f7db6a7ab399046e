"""How ``layouts/editions/*.yaml`` is written, and its reader."""

from typing import Any

from printpress.diagnostics import Both, Span
from printpress.spec.code_form import URL
from printpress.spec.edition import EditionSpec
from printpress.spec.fields import Key, Reading, as_mapping
from printpress.spec.page_changes_form import STANDING_PAGES
from printpress.spec.paths import file_path
from printpress.spec.records import followed, one_or_more, record
from printpress.spec.register_form import read_register
from printpress.spec.root import load_named, unknown_name
from printpress.spec.source import MappingNode
from printpress.spec.style_lock import unlocked
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


FURNITURE = (
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
    Key(
        "nameplate",
        file_path("art/nameplate.svg"),
        Both(
            "A drawing of the paper's name in place of the layouts' own.",
            "本地方版的报头图稿，代替版式中的报头。",
        ),
    ),
)
"""What an edition says of itself; an issue's own file of it may say it otherwise."""

EDITION = record(
    _edition,
    Key(
        "code",
        name("XQ"),
        Both("Its short mark in file names.", "文件名中的代号。"),
        required=True,
    ),
    Key(
        "groups",
        one_or_more(name("县区"), "[县区, 沿河]"),
        Both(
            "Groups it belongs to; issues name them in `editions`.",
            "所属分组；在一期的 editions 中可写组名。",
        ),
        default=(),
    ),
    *FURNITURE,
    Key(
        "pages",
        STANDING_PAGES,
        Both(
            "What it has otherwise on pages of every issue.",
            "各期都适用的本地方版版面改动。",
        ),
    ),
)
"""``layouts/editions/*.yaml``."""


def edition_node(name: str, span: Span | None, reading: Reading) -> MappingNode:
    """What the edition's file says, nothing read yet; *span* is where it is named.

    Raises :class:`Unread` and :class:`PressError`.
    """
    node = load_named(FOLDER, name, reading)
    if node is None:
        reading.refuse(unknown_name("edition", name, span, FOLDER, reading))
    return as_mapping(node, reading, "{code: XQ}")


def read_edition(name: str, node: MappingNode, reading: Reading) -> EditionSpec:
    """The edition that a node describes. Raises :class:`Unread`."""
    values = EDITION.read(unlocked(node, reading), reading)
    url, caption = values.pop("qr")
    mapping: MappingNode = values.pop("node")
    return EditionSpec(
        name=name,
        qr_url=url,
        qr_caption=caption,
        span=mapping.span,
        node=mapping,
        **values,
    )
