"""PDF/X-4 and PDF/X-1a:2003 as tables: what a file must say, hold and never hold.

One row a rule. The writer makes Info and XMP out of :data:`STATEMENTS`, so that they
cannot disagree, and every object it writes is held against :data:`OBJECTS`. Rules are
named as in our own list, not by clauses of the standards, which are not free to read.

Both standards get the same pages: process and spot colours without transparency, as
the older one asks. Not handled: what only a reader of finished content can see; that
is the preflight's.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal
from uuid import NAMESPACE_URL, uuid5

from printpress.pdf.facts import FileFacts
from printpress.spec.press import Standard

X4: Final[Standard] = "PDF/X-4"
X1A: Final[Standard] = "PDF/X-1a:2003"
BOTH: Final[frozenset[Standard]] = frozenset((X4, X1A))

VERSIONS: Final[dict[Standard, tuple[int, int]]] = {X4: (1, 6), X1A: (1, 4)}
"""X01: the version of PDF that each is written in."""

Form = Literal["text", "name", "date", "alternatives", "list"]
"""How a statement is written: text and names in both places alike, dates in the form of
each, alternatives by language and lists in XMP only."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a file says of itself."""

    rule: str
    """Its rule."""
    info: str
    """Key of the Info dictionary; empty where XMP alone says it."""
    xmp: str
    """Property of the XMP packet."""
    says: Callable[[FileFacts], str]
    """What is said; dates as XMP writes them."""
    form: Form = "text"
    """How."""
    standards: frozenset[Standard] = BOTH
    """Where it is asked for."""
    in_proofs: bool = True
    """Whether files without a standard say it, too."""


def _when(facts: FileFacts) -> str:
    return f"{facts.made:%Y-%m-%dT%H:%M:%S}+08:00"


def document_id(facts: FileFacts) -> str:
    """A name for the document that follows from what it is.

    >>> from datetime import datetime
    >>> document_id(FileFacts("小报", "小报社", datetime(2025, 9, 5), "printpress"))
    'uuid:5f712f20-5a9c-5b15-b77a-d76b96a8f58f'
    """
    told = f"{facts.author}\n{facts.title}\n{facts.made:%Y-%m-%dT%H:%M:%S}"
    return f"uuid:{uuid5(NAMESPACE_URL, told)}"


STATEMENTS: Final = (
    Statement("X04", "Title", "dc:title", lambda f: f.title, "alternatives"),
    Statement("X08", "Author", "dc:creator", lambda f: f.author, "list"),
    Statement("X08", "Creator", "xmp:CreatorTool", lambda f: f.creator),
    Statement("X08", "Producer", "pdf:Producer", lambda f: f.creator),
    Statement("X04", "CreationDate", "xmp:CreateDate", _when, "date"),
    Statement("X04", "ModDate", "xmp:ModifyDate", _when, "date"),
    Statement("X07", "", "xmp:MetadataDate", _when, "date"),
    Statement("X04", "Trapped", "pdf:Trapped", lambda _: "False", "name"),
    Statement("X07", "", "dc:format", lambda _: "application/pdf"),
    Statement("X07", "", "xmpMM:DocumentID", document_id),
    Statement("X07", "", "xmpMM:VersionID", lambda _: "1"),
    Statement("X07", "", "xmpMM:RenditionClass", lambda _: "default"),
    Statement(
        *("X06", "GTS_PDFXVersion", "pdfxid:GTS_PDFXVersion", lambda _: X4),
        standards=frozenset((X4,)),
        in_proofs=False,
    ),
    Statement(
        *("X06", "GTS_PDFXVersion", "pdfx:GTS_PDFXVersion", lambda _: X1A),
        standards=frozenset((X1A,)),
        in_proofs=False,
    ),
    Statement(
        *("X06", "GTS_PDFXConformance", "pdfx:GTS_PDFXConformance", lambda _: X1A),
        standards=frozenset((X1A,)),
        in_proofs=False,
    ),
)
"""What files say: identification, dates, whether they are trapped."""

NAMESPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
"""Of the properties above."""


def statements(standard: Standard | None) -> Iterator[Statement]:
    """What a file of that standard, or a proof, says of itself."""
    for row in STATEMENTS:
        if row.in_proofs if standard is None else standard in row.standards:
            yield row


@dataclass(frozen=True, slots=True)
class ObjectRule:
    """What the dictionaries of one type hold, and what they never hold."""

    rule: str
    """Its name."""
    kind: str
    """Their Type; for those that have none, their Subtype or what they are."""
    needs: tuple[str, ...] = ()
    """Keys that are there."""
    never: tuple[str, ...] = ()
    """Keys that are not."""


OBJECTS: Final = (
    ObjectRule("X05", "Catalog", needs=("Metadata",)),
    ObjectRule("X10", "Catalog", needs=("OutputIntents",)),
    ObjectRule("X19", "Catalog", never=("OpenAction", "AA", "Names", "AcroForm")),
    ObjectRule("X19", "Catalog", never=("Outlines", "Dests", "Threads", "URI")),
    ObjectRule("X21", "Catalog", never=("OCProperties",)),
    ObjectRule("X22", "Catalog", never=("ViewerPreferences",)),
    ObjectRule("X10", "OutputIntent", needs=("S", "OutputConditionIdentifier", "Info")),
    ObjectRule("X14", "Page", needs=("MediaBox", "BleedBox", "TrimBox")),
    ObjectRule("X14", "Page", never=("ArtBox", "CropBox", "Rotate")),
    ObjectRule("X18", "Page", never=("Annots",)),
    ObjectRule("X19", "Page", never=("AA", "B")),
    ObjectRule("X20", "Page", never=("Group",)),
    ObjectRule("X24", "Page", never=("PresSteps", "Trans", "Dur", "UserUnit")),
    ObjectRule("X16", "ExtGState", never=("TR", "TR2", "HT", "HTP", "HTO")),
    ObjectRule("X20", "ExtGState", never=("SMask", "CA", "ca", "BM", "AIS", "TK")),
    ObjectRule("X20", "ExtGState", never=("BG", "BG2", "UCR", "UCR2")),
    ObjectRule("X12", "ExtGState", needs=("OPM",)),
    ObjectRule("X17", "XObject", never=("PS", "OPI", "Ref", "Alternates")),
    ObjectRule("X20", "XObject", never=("SMask", "SMaskInData", "Group")),
    ObjectRule("X21", "XObject", never=("OC",)),
    ObjectRule("X13", "FontDescriptor", needs=("FontFile2",)),
    ObjectRule("X13", "CIDFontType2", needs=("CIDToGIDMap", "FontDescriptor")),
    ObjectRule("X15", "Stream", never=("F", "FFilter", "FDecodeParms")),
)
"""What objects hold, for both standards alike."""

FILTERS: Final = ("/FlateDecode",)
"""X15: how streams may be packed; LZW and the rest are not."""


def broken(kinds: Collection[str], keys: Collection[str]) -> tuple[str, ...]:
    """The rules that a dictionary of those kinds, with those keys, does not keep.

    >>> broken({"ExtGState"}, {"Type", "OP", "ca"})
    ('X20', 'X12')
    """
    return tuple(
        row.rule
        for row in OBJECTS
        if row.kind in kinds
        and (any(k in keys for k in row.never) or any(k not in keys for k in row.needs))
    )
