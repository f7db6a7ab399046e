"""Composite fonts: one Type0 font a face, with a code for each glyph *and its text*.

Two characters may share a glyph (一 and the radical ⼀), and one glyph may stand for
two characters (the two-em dash). A code of its own for each (glyph, source text)
makes copy and search give back exactly what was set; a ``CIDToGIDMap`` leads the
codes to the glyphs of the subset (ISO 32000-1 9.7.4.3).

Vertical lines show the same codes through a second Type0 font, Identity-V, which shares
all of the first but its name in the resources. Where each glyph hangs is stated in
``W2`` (ISO 32000-1 9.7.4.3): left out, readers hang a long dash half an em too low.
"""

from hashlib import sha256
from struct import pack
from typing import Final, NamedTuple

from printpress.fonts.face import Face
from printpress.fonts.subset import subset
from printpress.pdf.objects import File, Reference, Stream, array, dictionary, name

DEFAULT_WIDTH = 1000
"""What a code's advance is unless the width array says otherwise: an em, as Han's."""

TO_UNICODE_BLOCK = 100
"""Entries a ``bfchar`` block may hold (Adobe Technical Note 5411)."""

_TO_UNICODE_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TO_UNICODE_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Hung(NamedTuple):
    """How a glyph hangs in a vertical line, in thousandths of an em."""

    advance: int
    """How far down it moves the pen."""
    right: int
    """Its vertical origin, from its horizontal one."""
    up: int
    """The same."""


HUNG: Final = (880, -1000)
"""How far up an origin is, and the advance, unless ``W2`` says otherwise; it stands in
the middle of the glyph's width."""


class FontUse:
    """The codes given out so far in one face; it grows while pages are written."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        """Its name in the pages' resources."""
        self.resource_down = f"{resource}V"
        """The same for vertical lines."""
        self.codes: dict[tuple[int, str], int] = {}
        """(glyph, source text) → code, from 1 on; code 0 is never shown."""
        self.widths: list[int] = [0]
        """Advance of each code in thousandths of an em, as the file states them."""
        self.hexes: list[str] = ["0000"]
        """Each code as content streams write it."""
        self.hung: dict[int, Hung] = {}
        """How codes that vertical lines show are hung."""

    def code(self, gid: int, text: str) -> int:
        """The code that shows the glyph and reads as the text."""
        found = self.codes.get((gid, text))
        if found is None:
            found = self.codes[gid, text] = len(self.codes) + 1
            self.hexes.append(f"{found:04X}")
            self.widths.append(self._per_mille(self.face.advance(gid)))
        return found

    def code_down(self, gid: int, text: str) -> int:
        """The same for a glyph of a vertical line."""
        code = self.code(gid, text)
        if code not in self.hung:
            right, up = map(self._per_mille, self.face.vertical.origin(gid))
            advance = self._per_mille(self.face.vertical.advance(gid))
            self.hung[code] = Hung(advance, right, up)
        return code

    def _per_mille(self, upem_units: int) -> int:
        upem = self.face.upem
        return (upem_units * 1000 + upem // 2) // upem


def to_unicode(codes: dict[tuple[int, str], int]) -> bytes:
    """The CMap that turns codes back into text; a code without text has no entry.

    >>> print(to_unicode({(7, "——"): 1}).decode().splitlines()[-6])
    <0001> <20142014>
    """
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for (_, text), code in codes.items()
        if text
    ]
    parts = [_TO_UNICODE_HEAD]
    for start in range(0, len(rows), TO_UNICODE_BLOCK):
        block = rows[start : start + TO_UNICODE_BLOCK]
        lines = "\n".join(block)
        parts.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar\n")
    parts.append(_TO_UNICODE_FOOT)
    return "".join(parts).encode("ascii")


def _width_array(widths: list[int]) -> str:
    """Widths other than the default of 1,000, in runs of neighbouring codes."""
    parts: list[str] = []
    run: list[str] = []
    for code, width in enumerate(widths):
        if code == 0 or width == DEFAULT_WIDTH:
            run = []
            continue
        if not run:
            run = [str(width)]
            parts += [str(code), ""]
        else:
            run.append(str(width))
        parts[-1] = f"[{' '.join(run)}]"
    return f"[{' '.join(parts)}]"


def _hung_array(use: FontUse) -> str | None:
    """How codes hang that do not hang as the default has it, each by itself."""
    parts = [
        f"{code} [{-hung.advance} {hung.right} {hung.up}]"
        for code, hung in sorted(use.hung.items())
        if (hung.up, -hung.advance) != HUNG or 2 * hung.right != use.widths[code]
    ]
    return f"[{' '.join(parts)}]" if parts else None


def subset_tag(program: bytes) -> str:
    """Six letters that follow from the program's bytes (ISO 32000-1 9.6.4).

    >>> subset_tag(b"")
    'SFMQVA'
    """
    number = int.from_bytes(sha256(program).digest()[:8], "big")
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def _descriptor(face: Face, font_name: str, program: bytes) -> dict[str, object]:
    def per_mille(upem_units: int) -> int:
        return round(upem_units * 1000 / face.upem)

    stream = Stream(program, {"Length1": len(program)})
    return {
        "Type": name("FontDescriptor"),
        "FontName": name(font_name),
        "Flags": 4,  # symbolic: codes mean nothing outside this font
        "FontBBox": array(*map(per_mille, face.bbox)),
        "ItalicAngle": 0,
        "Ascent": per_mille(face.ascent),
        "Descent": per_mille(face.descent),
        "CapHeight": per_mille(face.cap_height),
        # Stem width is not in TrueType; readers use it to imitate missing fonts only.
        "StemV": 50 + face.weight // 8,
        "FontFile2": stream,
    }


def add_font(file: File, use: FontUse) -> dict[str, Reference]:
    """Write the face's used glyphs into the file; its fonts by resource name."""
    part = subset(use.face, sorted({gid for gid, _ in use.codes}))
    font_name = f"{subset_tag(part.program)}+{use.face.postscript_name}"
    to_gid = [0] * (len(use.codes) + 1)
    for (gid, _), code in use.codes.items():
        to_gid[code] = part.mapping[gid]
    descriptor = dictionary(**_descriptor(use.face, font_name, part.program))
    descendant = dictionary(
        Type=name("Font"),
        Subtype=name("CIDFontType2"),
        BaseFont=name(font_name),
        CIDSystemInfo="<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
        FontDescriptor=file.add(descriptor),
        DW=DEFAULT_WIDTH,
        W=_width_array(use.widths),
        CIDToGIDMap=file.add(Stream(pack(f">{len(to_gid)}H", *to_gid), {})),
        DW2=array(*HUNG) if use.hung else None,
        W2=_hung_array(use),
    )
    shared = {
        "Type": name("Font"),
        "Subtype": name("Type0"),
        "BaseFont": name(font_name),
        "DescendantFonts": array(file.add(descendant)),
        "ToUnicode": file.add(Stream(to_unicode(use.codes), {})),
    }
    across = dictionary(Encoding=name("Identity-H"), **shared)
    fonts = {use.resource: file.add(across)}
    if use.hung:
        down = dictionary(Encoding=name("Identity-V"), **shared)
        fonts[use.resource_down] = file.add(down)
    return fonts
