"""A Word file → its paragraphs, tables, pictures and notes, and a list of the rest.

Read from the XML itself (ECMA-376 part 1, 17): the usual libraries give the text of
runs and pass over what a newspaper must not lose, as changes that are tracked, text
boxes, notes, comments and hidden words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, Literal

from printpress.diagnostics import Both
from printpress.intake.draft import Block, Draft, Piece, Row
from printpress.intake.inline import Desk, Inline
from printpress.intake.numbering import Numbering
from printpress.intake.objects import hung
from printpress.intake.package import Element, Package, W, local, value
from printpress.intake.styles import Styles
from printpress.intake.tally import Tally
from printpress.intake.words import words_of

Changes = Literal["accept", "reject"]

_WRAPPED: Final = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_SILENT: Final = frozenset(
    {"sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "sdtPr", "sdtEndPr"}
    | {"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"}
    | {"commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "customXmlPr"}
)
_SEPARATORS: Final = frozenset(
    {"separator", "continuationSeparator", "continuationNotice"}
)
_MIDDLE: Final = frozenset({"center", "distribute", "both-center"})
_DEEPEST: Final = 12
"""Tables in tables and text boxes in text boxes; what is deeper is listed."""


def read_docx(contents: bytes, shown: str, changes: Changes | None = None) -> Draft:
    """What a Word file holds.

    *shown* is its name for people. Tracked changes are taken as made unless *changes*
    says otherwise. Raises ``PressError`` where it is no Word file.
    """
    package = Package(contents, shown)
    tally = Tally()
    notes = {
        (kind, value(note, "id") or ""): note
        for kind in ("footnote", "endnote")
        for note in _children(package.beside(f"{kind}s"), kind)
        if value(note, "type") not in _SEPARATORS
    }
    desk = Desk(
        package=package,
        styles=Styles.read(package.beside("styles")),
        accept=changes != "reject",
        tally=tally,
        notes=notes,
        part=package.main,
    )
    root = package.tree(package.main)
    reader = _Reader(desk, Numbering(package.beside("numbering")))
    reader.take(root.find(f"{W}body") if root is not None else None)
    reader.end()
    written = [words_of(root), *map(words_of, notes.values())]
    read_notes = tuple(reader.notes())
    written += _listed_parts(desk)
    _tell_changes(desk, asked=changes is not None)
    return Draft(
        tuple(reader.blocks),
        read_notes,
        tuple(reader.pictures.items()),
        tuple(tally.remarks()),
        "".join(written),
    )


def _children(root: Element | None, name: str) -> Iterable[Element]:
    return () if root is None else root.findall(f"{W}{name}")


def _listed_parts(desk: Desk) -> Iterator[str]:
    """Comments, headers and footers, which are told and not imported."""
    package = desk.package
    for comment in _children(package.beside("comments"), "comment"):
        by = value(comment, "author") or "?"
        desk.drop(comment, Both(f"a comment by {by}", f"{by} 的批注"))
        yield words_of(comment)
    said = {
        "header": Both("the running head", "页眉"),
        "footer": Both("the footer", "页脚"),
    }
    for target in package.targets(package.main).values():
        if target.kind in said and not target.external:
            root = package.tree(target.name)
            if root is not None:
                desk.drop(root, said[target.kind])
                yield words_of(root)


def _tell_changes(desk: Desk, *, asked: bool) -> None:
    """How many changes were tracked, and what became of them."""
    made, gone = desk.changed.get("ins", 0), desk.changed.get("del", 0)
    if not made + gone:
        return
    done = Both("accepted", "接受") if desk.accept else Both("rejected", "拒绝")
    other = "reject" if desk.accept else "accept"
    more = Both(
        f"; --changes {other} does otherwise", f"；如要相反处理，请加 --changes {other}"
    )
    if asked:
        more = Both("", "")
    desk.tally.tell(
        "counted",
        Both(
            f"tracked changes {done.en}: {made} insertions, {gone} deletions{more.en}",
            f"修订已全部{done.zh}：插入 {made} 处，删除 {gone} 处{more.zh}",
        ),
    )


class _Reader:
    """Takes the body's elements one by one."""

    def __init__(self, desk: Desk, numbering: Numbering) -> None:
        self.desk = desk
        self.numbering = numbering
        self.blocks: list[Block] = []
        self.pictures: dict[str, bytes] = {}
        self._open: tuple[Block, tuple[Piece, ...]] | None = None
        """A paragraph whose end a tracked change takes away: it goes on."""
        self._deep = 0

    def take(self, body: Element | None) -> None:
        """All that stands in a body, a cell or a text box."""
        if body is None:
            return
        self._deep += 1
        for element in body:
            if self._deep > _DEEPEST:
                self.desk.drop(element, Both("nested too deep", "嵌套过深的内容"))
            else:
                self._take(element)
        self._deep -= 1

    def end(self) -> None:
        """The last paragraph, whose end was taken away, ends after all."""
        if self._open:
            block, pieces = self._open
            self._open = None
            self._add(block, pieces)

    def notes(self) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        """The notes that the copy marks, and the words of the others listed."""
        desk = self.desk
        for key, note in desk.notes.items():
            if key not in desk.named:
                desk.drop(note, Both("a note without its mark", "没有注码的注文"))
        done: set[str] = set()
        while left := [key for key in desk.named if desk.named[key] not in done]:
            key = left[0]
            done.add(desk.named[key])
            desk.part = desk.package.main.replace("document.xml", f"{key[0]}s.xml")
            blocks = self._apart(desk.notes[key])
            yield desk.named[key], _one_line(blocks)

    def _take(self, element: Element) -> None:
        name = local(element)
        if name == "p":
            self._paragraph(element)
        elif name == "tbl":
            self._table(element)
        elif name in ("ins", "del", "moveTo", "moveFrom") and self.desk.gone(element):
            self.desk.drop(element, Both("a tracked change", "修订去掉的内容"))
        elif name in _WRAPPED or name in ("del", "moveFrom"):
            self.take(element)
        elif name == "altChunk":
            what = Both("an embedded document", "嵌入的另一份文档没有导入")
            self.desk.tally.tell("left-out", what)
        elif name not in _SILENT:
            self.desk.drop(element, Both(f"{name} is not imported", f"{name} 没有导入"))

    # --- paragraphs -----------------------------------------------------------------

    def _paragraph(self, element: Element) -> None:
        properties = element.find(f"{W}pPr")
        inline = Inline(self.desk, properties)
        inline.read(element)
        block = self._dressed(properties, inline)
        pieces = tuple(inline.pieces)
        if self._open:
            first, before = self._open
            block, pieces = first, (*before, *pieces)
            self._open = None
        if self._end_gone(properties):
            self._open = block, pieces
        else:
            self._add(block, pieces)
        for drawing in inline.hanging:
            self._hanging(drawing)

    def _end_gone(self, properties: Element | None) -> bool:
        """Whether a tracked change takes the paragraph's end away."""
        if properties is None:
            return False
        marks = [
            m for m in ("ins", "del") if properties.find(f"{W}rPr/{W}{m}") is not None
        ]
        for mark in marks:
            self.desk.change(mark)
        return ("del" if self.desk.accept else "ins") in marks

    def _dressed(self, properties: Element | None, inline: Inline) -> Block:
        styles = self.desk.styles
        part, level = styles.part_of(properties)
        if level == 1 and part == "subhead":
            part = "headline"
        size = max(inline.sizes, key=lambda s: (inline.sizes[s], s), default=0)
        middle = value(styles.paragraph(properties, "jc")) in _MIDDLE
        label = ""
        if any(piece.text.strip() for piece in inline.pieces):
            found = self.numbering.label(styles.paragraph(properties, "numPr"))
            if found:
                label, deep = found
                self.desk.tally.count("list-deep", int(deep > 0))
        return Block((), part, size, centred=middle, label=label)

    def _add(self, block: Block, pieces: tuple[Piece, ...]) -> None:
        """The paragraph, or the several that forced line breaks make of it."""
        lines = list(_lines(pieces))
        if len(lines) > 1 and block.part == "text" and self._deep == 1:
            self.desk.tally.count("break", len(lines) - 1)
        if block.part != "text":  # a heading keeps its lines
            lines = [pieces]
        for line in lines:
            if not any(piece.text.strip() or piece.note for piece in line):
                continue
            worn = [piece for piece in line if piece.text.strip()]
            bold = bool(worn) and all(piece.look == "strong" for piece in worn)
            self.blocks.append(replace(block, pieces=line, bold=bold))
            block = replace(block, label="")

    # --- what hangs on a paragraph ---------------------------------------------------

    def _hanging(self, drawing: Element) -> None:
        for found in hung(drawing, self.desk):
            if isinstance(found, str):
                self._picture(found)
            else:
                where = Both(
                    "the text of a box stands behind the paragraph it hangs on",
                    "文本框的文字放在它所在的段落之后",
                )
                self.desk.tally.tell("guessed", where, words_of(found).strip())
                self.take(found)

    def _picture(self, name: str) -> None:
        if name not in self.pictures:
            contents = self.desk.package.bytes_of(name)
            if contents is None:
                what = Both("a picture is not in the file", "文件里缺一张图片")
                self.desk.tally.tell("left-out", what, name)
                return
            self.pictures[name] = contents
        self.blocks.append(Block(picture=name))

    # --- tables ----------------------------------------------------------------------

    def _apart(self, element: Element) -> list[Block]:
        """The blocks of a cell or a note, its pictures put behind."""
        before, self.blocks = self.blocks, []
        self.take(element)
        blocks, self.blocks = self.blocks, before
        return blocks

    def _table(self, table: Element) -> None:
        rows: list[Row] = []
        behind: list[Block] = []
        several = merged = 0
        for row in self._rows(table):
            cells: list[tuple[Piece, ...]] = []
            for cell in _through(row, "tc"):
                blocks = self._apart(cell)
                behind += [block for block in blocks if block.picture]
                words = [block for block in blocks if not block.picture]
                several += len(words) > 1
                cells.append(_one_line(words))
                span = value(cell.find(f"{W}tcPr/{W}gridSpan")) or "1"
                wide = min(int(span), 60) if span.isdecimal() else 1
                merged += wide > 1 or cell.find(f"{W}tcPr/{W}vMerge") is not None
                cells += [()] * (wide - 1)
            if cells:
                rows.append(tuple(cells))
        self._tell_table(rows, several, merged)
        if max(map(len, rows), default=0) == 1:
            self.blocks += [Block(row[0]) for row in rows if _words(row[0])]
        elif any(_words(cell) for row in rows for cell in row):
            wide = max(map(len, rows))
            even = tuple((*row, *[()] * (wide - len(row))) for row in rows)
            self.blocks.append(Block(rows=even))
        self.blocks += behind

    def _rows(self, table: Element) -> Iterator[Element]:
        """Its rows without those that a tracked change takes away."""
        gone_mark = "del" if self.desk.accept else "ins"
        for row in _through(table, "tr"):
            if row.find(f"{W}trPr/{W}{gone_mark}") is not None:
                self.desk.change(gone_mark)
                self.desk.drop(row, Both("a row of a table", "修订去掉的表格行"))
            else:
                yield row

    def _tell_table(self, rows: list[Row], several: int, merged: int) -> None:
        if max(map(len, rows), default=0) == 1:
            what = Both(
                "a table of one column became paragraphs", "单列表格改为普通段落"
            )
            self.desk.tally.tell("changed", what)
            return
        self.desk.tally.tell(
            "guessed",
            Both(
                f"a table of {len(rows)} rows: the first is taken for its head",
                f"表格 {len(rows)} 行，第一行作表头",
            ),
        )
        if several or merged:
            self.desk.tally.tell(
                "changed",
                Both(
                    f"in this table {several} cells of several paragraphs are one "
                    f"line, {merged} merged cells stand in their first place",
                    f"此表有 {several} 个多段单元格并为一行，{merged} 个合并单元格"
                    "的文字放在首格",
                ),
            )


def _through(element: Element, name: str) -> Iterator[Element]:
    """Children of that name, also those that Word wraps once more."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "del"):
            yield from _through(child, name)


def _words(pieces: Iterable[Piece]) -> bool:
    return any(piece.text.strip() or piece.note for piece in pieces)


def _one_line(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """The words of several paragraphs one after another."""
    pieces: list[Piece] = []
    for block in blocks:
        if pieces:
            pieces.append(Piece(" "))
        for row in block.rows or ((block.pieces,),):
            for cell in row:
                pieces += [replace(p, text=p.text.replace("\n", " ")) for p in cell]
                pieces += [Piece(" ")] if block.rows else []
    return tuple(pieces)


def _lines(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces parted at forced line breaks."""
    parts = [
        (part if index % 2 == 0 else "\n", piece)
        for piece in pieces
        for index, part in enumerate(_alternating(piece.text))
    ]
    for broken, line in groupby(parts, key=lambda part: part[0] == "\n"):
        if not broken:
            yield tuple(replace(piece, text=text) for text, piece in line)


def _alternating(text: str) -> list[str]:
    """Lines with an empty text's place kept between them for each break."""
    found: list[str] = []
    for line in text.split("\n"):
        found += [line, "\n"]
    return found[:-1]
