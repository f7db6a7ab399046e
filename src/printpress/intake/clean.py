"""Characters that no page can print, taken out or marked before a story is written."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from printpress.content.faults import BAD_CHARACTERS
from printpress.diagnostics import Both
from printpress.intake.draft import Block, Draft, Piece, Remark, Row
from printpress.intake.symbols import UNKNOWN

_CONTROL: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffc\ufdd0-\ufdef]"
)
"""What stood for no character: it goes. All others stood for one and are marked."""


class Sieve:
    """Cleans texts and keeps what it took out."""

    def __init__(self) -> None:
        self._gone: list[str] = []
        self._marked: list[str] = []

    def text(self, words: str) -> str:
        """The words that can be printed; line ends and tabs stay."""
        return BAD_CHARACTERS.sub(self._instead, words)

    def _instead(self, match: re.Match[str]) -> str:
        char = match[0]
        if char in "\n\t":
            return char
        if _CONTROL.match(char):
            self._gone.append(char)
            return ""
        self._marked.append(char)
        return UNKNOWN

    def draft(self, draft: Draft) -> Draft:
        """The draft, cleaned, with what there is to tell of that."""
        blocks = tuple(map(self._block, draft.blocks))
        notes = tuple((name, self._pieces(pieces)) for name, pieces in draft.notes)
        remarks = (*draft.remarks, *self.remarks())
        return replace(draft, blocks=blocks, notes=notes, remarks=remarks)

    def _block(self, block: Block) -> Block:
        rows: tuple[Row, ...] = tuple(
            tuple(self._pieces(cell) for cell in row) for row in block.rows
        )
        return replace(block, pieces=self._pieces(block.pieces), rows=rows)

    def _pieces(self, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        return tuple(
            replace(piece, text=self.text(piece.text), ruby=self.text(piece.ruby))
            for piece in pieces
        )

    def remarks(self) -> list[Remark]:
        """What was taken out and what was marked."""
        told = []
        if self._gone:
            words = Both(
                f"invisible control characters are gone: {len(self._gone)}",
                f"去掉了看不见的控制字符，共 {len(self._gone)} 个",
            )
            told.append(Remark("changed", words, lost="".join(self._gone)))
        if self._marked:
            codes = " ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(self._marked))
            words = Both(
                f"characters that only one font knows are marked {UNKNOWN}: {codes}",
                f"自造字或乱码以 {UNKNOWN} 标出，请补正：{codes}",
            )
            marked = "".join(self._marked)
            told.append(Remark("guessed", words, "", marked, UNKNOWN * len(marked)))
        return told
