r"""A story in our Markdown: signs that would be marks are escaped, looks become marks.

The reverse of :mod:`printpress.content.markup`: what that reads must be what was
written. :mod:`.conserved` has it read again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from printpress.diagnostics import Both
from printpress.intake.draft import Block, Headed, Look, Piece
from printpress.intake.tally import Tally

_SIGNS: Final = re.compile(
    r"[\\*{}`\[]|<(?=[A-Za-z/!?])|~(?=~)|(?<=~)~"
    r"|&(?=[A-Za-z][A-Za-z0-9]*;|#[0-9]+;|#[xX][0-9A-Fa-f]+;)|(?<!\w)_|_(?!\w)"
)
"""Signs that would be marks where they stand (:mod:`printpress.content.inline`)."""
_BEGINS: Final = re.compile(
    r"(?P<sign>#|>|[-+=](?=[ \t\u3000]|[-=]|$)|\||:::)"
    r"|(?P<number>\d{1,9})(?=[.)][ \t\u3000])"
)
"""What would begin something else than a paragraph."""
_TYPED: Final = re.compile(
    r"((?:\d{1,9}|[一二三四五六七八九十]{1,3})[、．]"
    r"|[（(](?:\d{1,9}|[一二三四五六七八九十]{1,3})[）)])[ \t\u3000]+(?=\S)"
)
"""A number that somebody typed, and blanks that would make a list of it."""
_LABEL: Final = re.compile(
    r"\d{1,9}[.)]$|(?:\d{1,9}|[一二三四五六七八九十]{1,3})[、．]$"
    r"|[（(](?:\d{1,9}|[一二三四五六七八九十]{1,3})[）)]$"
)
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MARKS: Final = {"strong": "**", "emphasis": "*", "": ""}


def body_of(story: Headed, tally: Tally) -> str:
    """The body below a story's head, without its pictures and their captions."""
    parts: list[str] = []
    above = ""
    for block in story.blocks:
        if block.picture or block.part == "caption":
            continue
        words = _block(block, tally)
        item = _item(block)
        if words and item and item == above:
            parts[-1] += f"\n{words}"
        elif words:
            parts.append(words)
        above = item
    for name, pieces in story.notes:
        words = _inline(_without_breaks(pieces), tally)
        parts.append(f"[^{name}]: {words.strip()}")
    return "\n\n".join(parts) + "\n"


def _item(block: Block) -> str:
    """What kind of list the block is an item of; nothing where it is none."""
    if block.rows or block.part == "subhead" or not block.label:
        return ""
    if block.label == "-":
        return "bullet"
    return "number" if _LABEL.match(block.label) else ""


def _block(block: Block, tally: Tally) -> str:
    if block.rows:
        return _table(block, tally)
    if not any(piece.text.strip() or piece.note for piece in block.pieces):
        return ""
    return (_subhead if block.part == "subhead" else _paragraph)(block, tally)


def _without_breaks(pieces: Sequence[Piece]) -> list[Piece]:
    return [replace(piece, text=piece.text.replace("\n", " ")) for piece in pieces]


def _paragraph(block: Block, tally: Tally) -> str:
    pieces = list(block.pieces)
    label = block.label
    if label not in ("", "-"):
        tally.count("label", added=label)
        if not _LABEL.match(label):
            pieces.insert(0, Piece(label))
            label = ""
    words = _inline(pieces, tally)
    if words[:1] in " \t\u3000\u00a0":
        tally.count("indent")
        words = words.lstrip()
    return f"{label} {_begun(words, tally)}" if label else _begun(words, tally)


def _begun(words: str, tally: Tally) -> str:
    """A paragraph that begins nothing else."""
    typed = _TYPED.match(words)
    if typed:
        tally.count("number-blank")
        words = typed[1] + words[typed.end() :]
    match = _BEGINS.match(words)
    if match is None:
        return words
    at = match.end("number") if match["number"] else 0
    return f"{words[:at]}\\{words[at:]}"


def _subhead(block: Block, tally: Tally) -> str:
    pieces = [replace(piece, look="") for piece in _without_breaks(block.pieces)]
    label = block.label if block.label != "-" else ""
    if label:
        tally.count("label", added=label)
    return f"## {label}{_inline(pieces, tally).strip()}"


def _table(block: Block, tally: Tally) -> str:
    lines = [
        "| " + " | ".join(_cell(cell, tally) for cell in row) + " |"
        for row in block.rows
    ]
    lines.insert(1, "|" + " --- |" * len(block.rows[0]))
    return "\n".join(lines)


def _cell(pieces: Sequence[Piece], tally: Tally) -> str:
    bars = sum(piece.text.count("｜") for piece in pieces)
    if bars:
        told = Both("a ｜ in a table became |", "表格里的 ｜ 改为 |")
        tally.tell("changed", told, lost="｜" * bars, added="|" * bars)
    words = _inline(_without_breaks(pieces), tally, cell=True)
    return words.strip()


# --- words of one look ----------------------------------------------------------------


def _inline(pieces: Sequence[Piece], tally: Tally, *, cell: bool = False) -> str:
    """Pieces with marks round those that stand out."""
    written: list[str] = []
    before: Look = ""
    for look, run in groupby(_merged(pieces, tally), key=lambda piece: piece.look):
        words = "".join(_written(piece, cell=cell) for piece in run)
        mark = _MARKS["" if before and look and before != look else look]
        if mark != _MARKS[look]:
            tally.count("touching")
        bare = words.strip(" \t\u3000\u00a0")
        if not bare or not mark:
            written.append(words)
        else:
            lead, _, tail = words.partition(bare)
            written.append(f"{lead}{mark}{bare}{mark}{tail}")
        before = look if mark else ""
    return "".join(written)


def _merged(pieces: Sequence[Piece], tally: Tally) -> list[Piece]:
    """Pieces whose marks can be set: blanks look as what stands before them."""
    found: list[Piece] = []
    for piece in pieces:
        look = piece.look
        if not piece.text.strip() and not piece.note:
            look = found[-1].look if found else ""
        elif piece.note:
            look = ""
        last = found[-1] if found else None
        alike = last and (last.look, last.note, last.ruby) == (look, "", "")
        if last and alike and not (piece.note or piece.ruby):
            found[-1] = replace(last, text=last.text + piece.text)
        else:
            found.append(replace(piece, look=look))
    return _dotted(found, tally)


def _dotted(pieces: list[Piece], tally: Tally) -> list[Piece]:
    """Dots stay only beside stretches that hold a Chinese character."""
    found: list[Piece] = []
    for look, run in groupby(pieces, key=lambda piece: piece.look):
        words = list(run)
        if look == "emphasis" and not any(_HAN.search(p.text) for p in words):
            tally.count("no-dots")
            words = [replace(piece, look="") for piece in words]
        found += words
    return found


def _written(piece: Piece, *, cell: bool) -> str:
    if piece.note:
        return f"[^{piece.note}]"
    words = _SIGNS.sub(r"\\\g<0>", piece.text)
    if piece.ruby:
        base = re.sub(r"[|｜]", "", words)
        reading = re.sub(r"[{}|｜\\]", "", piece.ruby).strip()
        return f"{{{base}|{reading}}}"
    if cell:
        words = re.sub("[|｜]", r"\\|", words)
    return words
