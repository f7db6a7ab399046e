"""Pages, fonts and pictures put together into one file.

Every page carries all its boxes (ISO 32000-1 14.11.2): the trim is the finished
page, the bleed box what ink may reach, and the media box leaves room for marks.

Print files keep the standard that their output intent names; proofs have none. What
either says of itself comes from the tables of :mod:`.conformance`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Literal, Protocol

from printpress.colour import Ink
from printpress.display.ops import DisplayList, Sheet
from printpress.fonts.face import Face
from printpress.pdf.conformance import (
    VERSIONS,
    X1A,
    X4,
    Statement,
    statements,
)
from printpress.pdf.content import BARE, OUT, OVER, PageContent, number, shares
from printpress.pdf.facts import FileFacts, OutputIntent
from printpress.pdf.fonts import FontUse, add_font
from printpress.pdf.forms import add_form
from printpress.pdf.kept import KeptContents, RecordedPage
from printpress.pdf.objects import (
    File,
    Reference,
    Stream,
    array,
    dictionary,
    name,
    string,
)
from printpress.pdf.xmp import packet
from printpress.supplied.record import SuppliedPage


class Picture(Protocol):
    """A picture at its final size, in the press's inks."""

    @property
    def width_px(self) -> int:
        """Pixels across."""

    @property
    def height_px(self) -> int:
        """Pixels down."""

    @property
    def ink_model(self) -> Literal["grey", "cmyk", "bilevel", "rgb"]:
        """Which plates carry it: bilevel and grey the black one, RGB is for screens."""

    @property
    def packed(self) -> bytes:
        """Rows from the top, deflated; CMYK counts ink, others light. RGB: a JPEG."""


_SPACES: Final = {
    "cmyk": "DeviceCMYK",
    "grey": "DeviceGray",
    "bilevel": "DeviceGray",
    "rgb": "DeviceRGB",
}


def _image(picture: Picture) -> Stream:
    packing = "DCTDecode" if picture.ink_model == "rgb" else "FlateDecode"
    return Stream(
        picture.packed,
        {
            "Type": name("XObject"),
            "Subtype": name("Image"),
            "Width": picture.width_px,
            "Height": picture.height_px,
            "ColorSpace": name(_SPACES[picture.ink_model]),
            "BitsPerComponent": 1 if picture.ink_model == "bilevel" else 8,
            "Filter": name(packing),
        },
        deflate=False,
    )


class _Assembly:
    """One file while its pages are written."""

    def __init__(
        self,
        file: File,
        face: Callable[[str], Face],
        pictures: Mapping[str, Picture | SuppliedPage],
        seen: Callable[[Ink], tuple[int, int, int]] | None,
        kept: KeptContents | None = None,
    ) -> None:
        self.file = file
        self._kept = None if seen else kept
        self._seen = seen
        self._face = face
        self._pictures = pictures
        self._uses: dict[str, FontUse] = {}
        self._drawn: dict[str, Reference] = {}
        self._spots: dict[Ink, Reference] = {}
        self._knocking = {OVER: self._state(over=True), OUT: self._state(over=False)}
        self._states = dictionary(**self._knocking)
        self._bare: Reference | None = None

    def _state(self, *, over: bool) -> Reference:
        """How inks are put over each other (ISO 32000-1 8.6.7).

        Without the nonzero mode (OPM 1) the process inks that black lacks would be
        cleared, too, and printing over would be knocking out.
        """
        said = "true" if over else "false"
        return self.file.add(
            dictionary(Type=name("ExtGState"), OP=said, op=said, OPM=1)
        )

    def _use(self, face_name: str) -> FontUse:
        if face_name not in self._uses:
            resource = f"F{len(self._uses)}"
            self._uses[face_name] = FontUse(self._face(face_name), resource)
        return self._uses[face_name]

    def _reference(self, drawn: str) -> Reference:
        """A picture or a supplied page, which stands in the file once."""
        if drawn not in self._drawn:
            found = self._pictures[drawn]
            self._drawn[drawn] = (
                add_form(self.file, found)
                if isinstance(found, SuppliedPage)
                else self.file.add(_image(found))
            )
        return self._drawn[drawn]

    def _states_of(self, content: PageContent | RecordedPage) -> Reference:
        """The graphics states of a page; with what pages begin with, for forms."""
        if not content.forms:
            return self._states
        if self._bare is None:
            plain = dictionary(
                Type=name("ExtGState"), OP="false", op="false", OPM=0, SA="false"
            )
            self._bare = self.file.add(plain)
        return dictionary(**self._knocking, **{BARE: self._bare})

    def _spot_reference(self, ink: Ink) -> Reference:
        """A spot colour's plate, and the process inks that imitate its tints."""
        if ink not in self._spots:
            tints = dictionary(
                FunctionType=2,
                Domain=array(0, 1),
                C0=array(0, 0, 0, 0),
                C1=f"[{shares(ink)}]",
                N=1,
            )
            process = name("DeviceCMYK")
            space = array(name("Separation"), name(ink.spot), process, tints)
            self._spots[ink] = self.file.add(space)
        return self._spots[ink]

    def page(self, page: DisplayList, parent: Reference, fonts: Reference) -> Reference:
        """Add the page; returns its reference."""
        content: PageContent | RecordedPage
        if self._kept is None:
            content = PageContent(page, self._use, self._seen)
            operators = content.operators
        else:
            content = self._kept.of(page, self._face)
            operators = content.written(self._use)
        images = _numbered("I", map(self._reference, content.images))
        images |= _numbered("A", map(self._reference, content.forms))
        spots = _numbered("S", map(self._spot_reference, content.spots))
        media, bleed, trim = boxes(page)
        return self.file.add(
            dictionary(
                Type=name("Page"),
                Parent=parent,
                MediaBox=media,
                BleedBox=bleed,
                TrimBox=trim,
                Contents=self.file.add(Stream(operators, {})),
                Resources=dictionary(
                    Font=fonts,
                    XObject=dictionary(**images) if images else None,
                    ColorSpace=dictionary(**spots) if spots else None,
                    ExtGState=self._states_of(content),
                ),
            )
        )

    def fonts(self) -> dict[str, Reference]:
        """Add all faces used; returns them by resource name."""
        fonts: dict[str, Reference] = {}
        for use in self._uses.values():
            fonts |= add_font(self.file, use)
        return fonts


def boxes(page: DisplayList) -> tuple[Reference, Reference, Reference]:
    """Media, bleed and trim box: each within the one before."""
    if page.sheet:
        return _boxes_on(page, page.sheet)
    wide, high = page.trim.width, page.trim.height
    edge = page.bleed + page.slug
    trim = (edge, edge, edge + wide, edge + high)
    bleed = (page.slug, page.slug, wide + edge + page.bleed, high + edge + page.bleed)
    media = (0, 0, wide + 2 * edge, high + 2 * edge)
    first, second, third = (array(*map(number, box)) for box in (media, bleed, trim))
    return first, second, third


def _boxes_on(
    page: DisplayList, sheet: Sheet
) -> tuple[Reference, Reference, Reference]:
    """The same of a page on a proof's paper, which may cut its bleed off."""
    wide, high = sheet.paper.width, sheet.paper.height
    left, head = sheet.x, high - sheet.y
    right = left + sheet.shown(page.trim.width)
    foot = head - sheet.shown(page.trim.height)
    bleed = sheet.shown(page.bleed)
    bled = (
        *(max(0, left - bleed), max(0, foot - bleed)),
        *(min(wide, right + bleed), min(high, head + bleed)),
    )
    boxes = ((0, 0, wide, high), bled, (left, foot, right, head))
    first, second, third = (array(*map(number, box)) for box in boxes)
    return first, second, third


def _numbered(prefix: str, things: Iterator[Reference]) -> dict[str, Reference]:
    return {f"{prefix}{index}": thing for index, thing in enumerate(things)}


def _written(row: Statement, facts: FileFacts) -> object:
    """A statement as the Info dictionary has it."""
    value = row.says(facts)
    if row.form == "date":
        plain = value[: -len("+08:00")]
        digits = "".join(filter(str.isdigit, plain))
        return f"(D:{digits}+08'00')"
    return name(value) if row.form == "name" else string(value)


def _described(facts: FileFacts, intent: OutputIntent | None) -> Reference:
    """The Info dictionary."""
    standard = intent.standard if intent else None
    rows = [row for row in statements(standard) if row.info]
    if intent and intent.standard == X4 and not intent.info_key:
        rows = [row for row in rows if row.in_proofs]
    return dictionary(**{row.info: _written(row, facts) for row in rows})


def _intent(file: File, intent: OutputIntent) -> Reference:
    """The printing condition that the pages are separated for."""
    profile = intent.profile and Stream(intent.profile, {"N": 4})
    return file.add(
        dictionary(
            Type=name("OutputIntent"),
            S=name("GTS_PDFX"),
            OutputConditionIdentifier=string(intent.condition),
            OutputCondition=string(intent.info),
            RegistryName=string(intent.registry) if intent.registry else None,
            Info=string(intent.info),
            DestOutputProfile=file.add(profile) if profile else None,
        )
    )


def write(  # noqa: PLR0913, PLR0917 - all that a file is made of
    pages: Sequence[DisplayList],
    face: Callable[[str], Face],
    pictures: Mapping[str, Picture | SuppliedPage],
    facts: FileFacts,
    intent: OutputIntent | None = None,
    kept: KeptContents | None = None,
) -> bytes:
    """The PDF file of the pages, equal bytes for equal input.

    *face* opens a face by name; *pictures* holds those the pages place, and the
    supplied pages. With an
    *intent* the file is a print file in the standard that it names, else a proof.
    Pages whose contents are *kept* from other files are not written anew.
    """
    standard = intent.standard if intent else None
    file = File(VERSIONS[standard or X4], strict=intent is not None)
    assembly = _Assembly(file, face, pictures, facts.seen, kept)
    tree = dictionary(Type=name("Pages"), Count=len(pages))
    parent = file.add(tree)
    fonts = file.font_resources({})
    kids = [assembly.page(page, parent, fonts) for page in pages]
    tree["Kids"] = array(*kids)
    file.font_resources(assembly.fonts())
    told = {"Type": name("Metadata"), "Subtype": name("XML")}
    catalogue = dictionary(
        Type=name("Catalog"),
        Pages=parent,
        Lang=string("zh-CN"),
        Version=None if standard == X1A else name("1.6"),
        Metadata=file.add(Stream(packet(facts, standard), told, deflate=False)),
        OutputIntents=array(_intent(file, intent)) if intent else None,
    )
    return file.finish(catalogue, _described(facts, intent))
