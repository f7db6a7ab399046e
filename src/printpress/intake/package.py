"""A Word file opened: its parts as trees, and which part names which.

The only user of lxml. A ``.docx`` is a zip of XML (ECMA-376 part 2); both come from
strangers. Parts are unpacked to a limit whatever their heads claim, a DOCTYPE, which
the standard forbids, is refused before it is expanded, and nothing is fetched.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from printpress.diagnostics import Both
from printpress.intake.faults import SAVE_AS_DOCX, damaged, refusal, too_big

Element = Any
"""An element of lxml, which has no types of its own."""

PART_AT_MOST: Final = 48 << 20
"""Bytes of one part: the XML of a novel, or the largest phone picture."""
ALL_AT_MOST: Final = 512 << 20
"""Bytes of all parts that are read."""
XML_AT_MOST: Final = 24 << 20
"""Bytes of a part that becomes a tree, which takes ten times as much memory."""
PARTS_AT_MOST: Final = 20_000

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V: Final = "{urn:schemas-microsoft-com:vml}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - its usual prefix
DGM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)
"""Names of the strict form of the standard (ISO/IEC 29500-1), and the usual ones."""

_TROUBLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    IndexError,
)
"""What zipfile raises for damaged, encrypted and oddly packed files."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS: Final[tuple[tuple[bytes, Both], ...]] = (
    (
        _OLE,
        Both(
            "it is in the old .doc or .wps format, or locked by a password",
            "它是旧的 .doc、.wps 格式，或者加了密码",
        ),
    ),
    (b"%PDF", Both("it is PDF, which keeps no paragraphs", "它是 PDF，里面没有段落")),
    (b"{\\rtf", Both("it is RTF", "它是 RTF 格式")),
)
_ZIPPED: Final[tuple[tuple[str, Both], ...]] = (
    ("Index/Document.iwa", Both("it is Apple Pages", "它是苹果 Pages 文稿")),
    ("Index.zip", Both("it is Apple Pages", "它是苹果 Pages 文稿")),
    ("content.xml", Both("it is an OpenDocument file", "它是 OpenDocument 文件")),
    ("xl/workbook.xml", Both("it is an Excel sheet", "它是 Excel 表格")),
    ("ppt/presentation.xml", Both("it is a PowerPoint file", "它是 PowerPoint 文稿")),
)


def refuse_others(contents: bytes, shown: str) -> None:
    """Raise ``PressError`` where the bytes are those of a format we do not read."""
    for sign, why in _OTHERS:
        if contents.startswith(sign):
            raise refusal(shown, why)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a relationship leads."""

    kind: str
    """The last word of its type: ``image``, ``hyperlink``, ``footnotes``."""
    name: str
    """The part's name, or the address outside."""
    external: bool
    """Whether it leads out of the file."""


class Package:
    """A Word file whose parts are read as they are asked for."""

    def __init__(self, contents: bytes, shown: str) -> None:
        """Raise ``PressError`` where the bytes are no such file."""
        self.shown = shown
        self._left = ALL_AT_MOST
        self._targets: dict[str, Mapping[str, Target]] = {}
        refuse_others(contents, shown)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(contents))
            names = self._zip.namelist()
        except _TROUBLE as trouble:
            raise damaged(shown) from trouble
        if len(names) > PARTS_AT_MOST:
            raise too_big(shown)
        self._names = frozenset(names)
        for name, why in _ZIPPED:
            if name in self._names:
                raise refusal(shown, why)
        main = [t for t in self.targets("").values() if t.kind == "officeDocument"]
        self.main = main[0].name if main else "word/document.xml"
        """The name of the document's own part."""
        if self.main not in self._names:
            raise refusal(
                shown, Both("it is no Word file", "它不是 Word 文件"), SAVE_AS_DOCX
            )

    def bytes_of(self, name: str) -> bytes | None:
        """A part's bytes; None where there is no such part."""
        if name not in self._names:
            return None
        most = min(PART_AT_MOST, self._left)
        try:
            with self._zip.open(name) as part:
                contents = part.read(most + 1)
        except _TROUBLE as trouble:
            raise damaged(self.shown) from trouble
        if len(contents) > most:
            raise too_big(self.shown)
        self._left -= len(contents)
        return contents

    def tree(self, name: str) -> Element | None:
        """A part's root element; None where there is no such part."""
        contents = self.bytes_of(name)
        return None if contents is None else self._parsed(contents)

    def _parsed(self, contents: bytes) -> Element:
        from lxml import etree

        if len(contents) > XML_AT_MOST:
            raise too_big(self.shown)
        for strict, usual in _STRICT:
            contents = contents.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(contents, parser)
        except (etree.XMLSyntaxError, ValueError) as trouble:
            raise damaged(self.shown) from trouble
        if root.getroottree().docinfo.doctype:
            raise damaged(
                self.shown,
                Both(
                    "it declares XML entities, as no Word file does",
                    "它含有 XML 实体声明，正常的 Word 文件没有",
                ),
            )
        return root

    def targets(self, part: str) -> Mapping[str, Target]:
        """The relationships of a part by their ids; of the file itself for no part."""
        if part not in self._targets:
            folder, _, file = part.rpartition("/")
            root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
            found = root.iter(f"{_RELATION}Relationship") if root is not None else ()
            self._targets[part] = {
                relation.get("Id", ""): _target(relation, folder) for relation in found
            }
        return self._targets[part]

    def beside(self, kind: str) -> Element | None:
        """The part of that kind that the document names; None where it names none."""
        for target in self.targets(self.main).values():
            if target.kind == kind and not target.external:
                return self.tree(target.name)
        return None


def _target(relation: Element, folder: str) -> Target:
    kind = relation.get("Type", "").rpartition("/")[2]
    written = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return Target(kind, written, external=True)
    name = posixpath.normpath(posixpath.join("/" + folder, written)).lstrip("/")
    return Target(kind, name, external=False)


def local(element: Element) -> str:
    """An element's name without its namespace; nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own; None where it, or the element, is missing."""
    if element is None:
        return None
    found: str | None = element.get(f"{W}{name}")
    return found
