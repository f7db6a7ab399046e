"""The words of one Word paragraph: runs, changes, fields, notes, what hangs on them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from printpress.diagnostics import Both
from printpress.intake.draft import Look, Piece
from printpress.intake.package import Element, Package, R, W, local, value
from printpress.intake.styles import Styles, is_on
from printpress.intake.symbols import sign
from printpress.intake.tally import Tally
from printpress.intake.words import chosen, words_of

_THROUGH: Final = frozenset(
    {"smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ins"}
    | {"moveTo", "del", "moveFrom", "hyperlink", "Choice"}
)
"""What is only wrapped round runs."""
_SILENT: Final = frozenset(
    {"pPr", "rPr", "proofErr", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"}
    | {"lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef"}
    | {"permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd"}
    | {"moveToRangeStart", "moveToRangeEnd", "commentReference", "sdtPr", "sdtEndPr"}
    | {"separator", "continuationSeparator", "smartTagPr", "customXmlPr", "fldData"}
)
"""What holds no copy and needs no word."""
_BLACK: Final = frozenset({"000000", "auto", ""})
_SYMBOLS: Final = re.compile("[\uf020-\uf0ff]")
"""Places in symbol fonts, written as characters."""
_USUAL_SIZE: Final = 21
"""Half points: 五号, in which Word sets Chinese that names no size."""


@dataclass(slots=True)
class Field:
    """A field that has begun and not ended."""

    code: str = ""
    """What it says to Word."""
    shows: bool = False
    """Whether what follows is what it shows."""


@dataclass(slots=True)
class Desk:
    """What all paragraphs of a document are read with."""

    package: Package
    """The file."""
    styles: Styles
    """Its styles."""
    accept: bool
    """Whether tracked changes are taken as made."""
    tally: Tally
    """What there is to tell."""
    notes: Mapping[tuple[str, str], Element]
    """Notes by kind and id."""
    named: dict[tuple[str, str], str] = field(default_factory=dict)
    """The names of those that the copy marks."""
    part: str = ""
    """The part that is read: relationships are its own."""
    changed: dict[str, int] = field(default_factory=dict)
    """Tracked changes by what they are."""
    fields: list[Field] = field(default_factory=list)
    """Fields that are open: some go over several paragraphs."""

    def change(self, what: str) -> None:
        """One more tracked change."""
        self.changed[what] = self.changed.get(what, 0) + 1

    def gone(self, element: Element) -> bool:
        """Whether a tracked change takes what it holds away; counted."""
        name = local(element)
        if name not in ("ins", "del", "moveTo", "moveFrom"):
            return False
        self.change("del" if name in ("del", "moveFrom") else "ins")
        return (name in ("del", "moveFrom")) is self.accept

    def drop(self, element: Element, what: Both) -> None:
        """List words that the story does not hold."""
        words = words_of(element)
        if words.strip():
            self.tally.tell("left-out", what, words.strip(), lost=words)


class Inline:
    """Reads the children of one paragraph."""

    def __init__(self, desk: Desk, properties: Element | None) -> None:
        self.desk = desk
        self.properties = properties
        self.pieces: list[Piece] = []
        self.sizes: dict[int, int] = {}
        """Characters by their size."""
        self.hanging: list[Element] = []
        """Drawings and text boxes that hang on it, in their order."""
        self._links: set[str] = set()
        self._doing: Mapping[str, Callable[[Element, Element | None], None]] = {
            "t": self._text,
            "delText": self._text,
            "tab": lambda *_: self._typed("\u3000", "tab"),
            "ptab": lambda *_: self._typed("\u3000", "tab"),
            "br": self._break,
            "cr": lambda *_: self._typed("\n", ""),
            "noBreakHyphen": lambda *_: self._typed("-", "hard-hyphen", added="-"),
            "softHyphen": lambda *_: self.desk.tally.count("soft-hyphen"),
            "sym": self._symbol,
            "drawing": lambda element, _: self.hanging.append(element),
            "pict": lambda element, _: self.hanging.append(element),
            "object": lambda element, _: self.hanging.append(element),
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "ruby": self._ruby,
            "fldChar": self._field,
            "instrText": self._code,
            "delInstrText": lambda *_: None,
            "AlternateContent": self._alternatives,
        }

    def read(self, children: Iterable[Element]) -> None:
        """Take them in their order."""
        for child in children:
            name = local(child)
            if name == "r":
                self._run(child)
            elif name in _THROUGH:
                self._through(child, name)
            elif name == "AlternateContent":
                one = chosen(child)
                self.read(one if one is not None else ())
            elif name in ("oMath", "oMathPara"):
                what = Both("an equation is not imported", "公式没有导入")
                words = words_of(child)
                self.desk.tally.tell("left-out", what, words, lost=words)
            elif name == "bookmarkStart":
                hidden = (value(child, "name") or "_").startswith("_")
                self.desk.tally.count("bookmark", 0 if hidden else 1)
            elif name not in _SILENT:
                what = Both(f"{name} is not imported", f"{name} 没有导入")
                self.desk.drop(child, what)

    def _through(self, child: Element, name: str) -> None:
        if self.desk.gone(child):
            by = value(child, "author") or "?"
            taken = self.desk.accept
            self.desk.drop(
                child,
                Both(
                    f"{'deleted' if taken else 'inserted'} by {by}",
                    f"{by} {'删除' if taken else '插入'}的文字",
                ),
            )
            return
        if name == "hyperlink":
            target = self._target(child.get(f"{R}id"))
            if target:
                self._link(target)
        elif name == "fldSimple":
            self._code_read(value(child, "instr") or "")
        self.read(child)

    def _target(self, key: str | None) -> str:
        if not key:
            return ""
        found = self.desk.package.targets(self.desk.part).get(key)
        return found.name if found else ""

    def _link(self, address: str) -> None:
        if address in self._links:
            return
        self._links.add(address)
        what = Both("the address behind a link", "超链接的地址没有排进正文")
        self.desk.tally.tell("left-out", what, address)

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        if is_on(self.desk.styles.own(properties, "vanish")):
            self.desk.drop(run, Both("hidden text", "隐藏文字"))
            return
        self._in_run(run, properties)

    def _in_run(self, children: Iterable[Element], properties: Element | None) -> None:
        for child in children:
            name = local(child)
            doing = self._doing.get(name)
            if doing:
                doing(child, properties)
            elif name not in _SILENT:
                self.desk.drop(
                    child, Both(f"{name} is not imported", f"{name} 没有导入")
                )

    def _alternatives(self, element: Element, properties: Element | None) -> None:
        one = chosen(element)
        self._in_run(one if one is not None else (), properties)

    # --- what stands in a run -----------------------------------------------------

    def _text(self, element: Element, properties: Element | None) -> None:
        text = (element.text or "").replace("\r", " ").replace("\n", " ")
        if not text:
            return
        if self.desk.fields and not self.desk.fields[-1].shows:
            self.desk.drop(element, Both("the code of a field", "域代码"))
            return
        if _SYMBOLS.search(text):
            text = self._signs(text, properties)
        self.pieces.append(Piece(text, self._look(text, properties)))

    def _signs(self, text: str, properties: Element | None) -> str:
        """The text with places in a symbol font made characters (LibreOffice's way)."""
        fonts = self._property(properties, "rFonts")
        font = value(fonts, "ascii") or value(fonts, "hAnsi") or ""

        def meant(match: re.Match[str]) -> str:
            return self._told_sign(font, f"{ord(match[0]):04X}", lost=match[0])

        return _SYMBOLS.sub(meant, text)

    def _typed(self, text: str, counted: str, *, added: str = "") -> None:
        if counted:
            self.desk.tally.count(counted, added=added)
        look = self.pieces[-1].look if self.pieces else ""
        self.pieces.append(Piece(text, look))

    def _break(self, element: Element, _: Element | None) -> None:
        if value(element, "type") in (None, "textWrapping", "page", "column"):
            self._typed("\n", "")

    def _symbol(self, element: Element, properties: Element | None) -> None:
        font, code = value(element, "font") or "", value(element, "char") or ""
        found = self._told_sign(font, code)
        self.pieces.append(Piece(found, self._look(found, properties)))

    def _told_sign(self, font: str, code: str, *, lost: str = "") -> str:
        found = sign(font, code)
        self.desk.tally.tell(
            "guessed",
            Both(
                f"the sign {code} of {font} is taken for {found}",
                f"{font} 的符号 {code} 认作“{found}”",
            ),
            lost=lost,
            added=found,
        )
        return found

    def _note(self, element: Element, _: Element | None) -> None:
        kind = local(element).removesuffix("Reference")
        key = kind, value(element, "id") or ""
        if key in self.desk.notes and key not in self.desk.named:
            self.desk.named[key] = str(len(self.desk.named) + 1)
            self.pieces.append(Piece("", note=self.desk.named[key]))

    def _ruby(self, element: Element, properties: Element | None) -> None:
        base = words_of(element.find(f"{W}rubyBase"))
        reading = words_of(element.find(f"{W}rt"))
        look = self._look(base, properties)
        if base.strip() and reading.strip():
            self.pieces.append(Piece(base, look, ruby=reading))
        elif base or reading:
            self.pieces.append(Piece(base + reading, look))

    def _field(self, element: Element, _: Element | None) -> None:
        fields = self.desk.fields
        match value(element, "fldCharType"):
            case "begin":
                fields.append(Field())
            case "separate" if fields:
                self._code_read(fields[-1].code)
                fields[-1].shows = True
            case "end" if fields:
                ended = fields.pop()
                if not ended.shows:
                    self._code_read(ended.code)

    def _code(self, element: Element, _: Element | None) -> None:
        if self.desk.fields:
            self.desk.fields[-1].code += element.text or ""

    def _code_read(self, code: str) -> None:
        name, *rest = code.split() or [""]
        if name.upper() == "HYPERLINK":
            address = next((word.strip('"') for word in rest if word[:1] == '"'), "")
            if address:
                self._link(address)
        elif name:
            self.desk.tally.count("field")

    # --- how it looks ---------------------------------------------------------------

    def _property(self, run: Element | None, name: str) -> Element | None:
        own = self.desk.styles.own(run, name)
        if own is not None:
            return own
        return self.desk.styles.inherited(self.properties, name)

    def _look(self, text: str, run: Element | None) -> Look:
        size = value(self._property(run, "sz")) or ""
        half_points = int(size) if size.isdecimal() and len(size) < 5 else _USUAL_SIZE  # noqa: PLR2004 - Word's largest is 3276
        count = len(text.strip())
        self.sizes[half_points] = self.sizes.get(half_points, 0) + count
        if not count:
            return ""
        self._count_looks(text, run)
        dotted = (value(self._property(run, "em")) or "none") != "none"
        if is_on(self._property(run, "b")):
            self.desk.tally.count("both", int(dotted))
            return "strong"
        return "emphasis" if dotted else ""

    def _count_looks(self, text: str, run: Element | None) -> None:
        styles = self.desk.styles
        line = value(styles.own(run, "u")) or "none"
        struck = is_on(styles.own(run, "strike")) or is_on(styles.own(run, "dstrike"))
        raised = value(styles.own(run, "vertAlign")) or "baseline"
        colour = (value(styles.own(run, "color")) or "").lower()
        lit = value(styles.own(run, "highlight")) or "none"
        shown = {
            "italic": is_on(styles.own(run, "i")),
            "underline": line != "none" and not self._links,
            "strike": struck,
            "raised": raised != "baseline",
            "coloured": (colour not in _BLACK or lit != "none") and not self._links,
        }
        for name, is_so in shown.items():
            self.desk.tally.count(name, int(is_so), quoted=text)
