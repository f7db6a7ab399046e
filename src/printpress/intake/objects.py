"""What hangs on a Word paragraph: pictures, text boxes, charts, embedded objects."""

from collections.abc import Iterator
from typing import Final

from printpress.diagnostics import Both
from printpress.intake.inline import Desk
from printpress.intake.package import DGM, A, C, Element, O, R, V, W
from printpress.intake.words import chosen

_BOX: Final = f"{W}txbxContent"
_LOST: Final = {
    f"{C}chart": Both("a chart is not imported", "图表没有导入"),
    f"{DGM}relIds": Both("a SmartArt drawing is not imported", "SmartArt 图形没有导入"),
    f"{O}OLEObject": Both("an embedded object is not imported", "嵌入对象没有导入"),
}
"""Elements that stand for what cannot be printed from here."""


def hung(drawing: Element, desk: Desk) -> Iterator[Element | str]:
    """Text boxes as elements, pictures as the names of their parts; the rest is told.

    An object's own preview is no picture.
    """
    embedded = next(drawing.iter(f"{O}OLEObject"), None) is not None
    stack = [drawing]
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == _BOX:
            yield element
            continue
        if tag.endswith("}AlternateContent"):
            one = chosen(element)
            stack += [one] if one is not None else []
            continue
        if tag in _LOST:
            _lose(element, desk)
        elif tag in (f"{A}blip", f"{V}imagedata") and not embedded:
            yield from _picture(element, desk)
        elif tag == f"{V}textpath":
            desk.drop(element, Both("words drawn as WordArt", "艺术字"))
        elif tag == f"{A}t":
            desk.drop(element, Both("words in a drawing", "图形里的文字"))
        stack.extend(reversed(element))


def _lose(element: Element, desk: Desk) -> None:
    words = _LOST[element.tag]
    kind = element.get("ProgID") or ""
    keys = (element.get(f"{R}id"), element.get(f"{R}dm"))
    targets = desk.package.targets(desk.part)
    held = ""
    for key in keys:
        target = targets.get(key or "")
        if target and not target.external and target.name.endswith(".xml"):
            root = desk.package.tree(target.name)
            held += _drawn_words(root)
    desk.tally.tell("left-out", words, held or kind)


def _drawn_words(root: Element | None) -> str:
    """The words of a chart or drawing, for the report alone."""
    if root is None:
        return ""
    said = (e.text or "" for e in root.iter(f"{A}t", f"{C}v"))
    return " ".join(words.strip() for words in said if words.strip())


def _picture(element: Element, desk: Desk) -> Iterator[str]:
    key = element.get(f"{R}embed") or element.get(f"{R}id") or element.get(f"{R}pict")
    link = element.get(f"{R}link")
    targets = desk.package.targets(desk.part)
    target = targets.get(key or "") or targets.get(link or "")
    if target is None:
        return
    if target.external:
        what = Both(
            "a picture is only linked, not in the file", "图片只是链接，不在文件里"
        )
        desk.tally.tell("left-out", what, target.name)
        return
    crop = (
        element.getparent().find(f"{A}srcRect") if element.tag == f"{A}blip" else None
    )
    if crop is not None and any(v not in ("0", "") for v in crop.attrib.values()):
        what = Both(
            "a picture that Word shows cropped is taken whole",
            "Word 中裁切过的图片按原图取出",
        )
        desk.tally.tell("changed", what)
    yield target.name
