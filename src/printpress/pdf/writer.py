"""Pages, fonts and pictures put together into one file.

Every page carries all its boxes (ISO 32000-1 14.11.2): the trim is the finished
page, the bleed box what ink may reach, and the media box equals the bleed box, for
there are no marks outside it.

Not handled: output intents, XMP, overprint and marks; the print issue brings them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from printpress.display.ops import DisplayList
from printpress.fonts.face import Face
from printpress.pdf.content import PageContent, number
from printpress.pdf.fonts import FontUse, add_font
from printpress.pdf.objects import (
    File,
    Reference,
    Stream,
    array,
    dictionary,
    name,
    string,
)

PDF_VERSION = (1, 6)
"""The version PDF/X-4 is written in (ISO 15930-7)."""


class Pixels(Protocol):
    """A picture at its final size, in the press's inks."""

    @property
    def width_px(self) -> int:
        """Pixels across."""

    @property
    def height_px(self) -> int:
        """Pixels down."""

    @property
    def ink_model(self) -> Literal["grey", "cmyk", "bilevel"]:
        """Which plates carry it; bilevel and grey are the black plate's."""

    @property
    def pixels(self) -> bytes:
        """Rows from the top; grey and bilevel count light, CMYK counts ink."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the file says of itself."""

    title: str
    """Paper, date and number."""
    author: str
    """The paper."""
    made: datetime
    """The issue's date: never the clock's, or equal input would give other bytes."""
    creator: str
    """Program and version."""


def _date(moment: datetime) -> str:
    return f"(D:{moment:%Y%m%d%H%M%S}+08'00')"


def _image(picture: Pixels) -> Stream:
    space = "DeviceCMYK" if picture.ink_model == "cmyk" else "DeviceGray"
    return Stream(
        picture.pixels,
        {
            "Type": name("XObject"),
            "Subtype": name("Image"),
            "Width": picture.width_px,
            "Height": picture.height_px,
            "ColorSpace": name(space),
            "BitsPerComponent": 1 if picture.ink_model == "bilevel" else 8,
        },
    )


class _Assembly:
    """One file while its pages are written."""

    def __init__(
        self, face: Callable[[str], Face], pictures: Mapping[str, Pixels]
    ) -> None:
        self.file = File(PDF_VERSION)
        self._face = face
        self._pictures = pictures
        self._uses: dict[str, FontUse] = {}
        self._images: dict[str, Reference] = {}

    def _use(self, face_name: str) -> FontUse:
        if face_name not in self._uses:
            resource = f"F{len(self._uses)}"
            self._uses[face_name] = FontUse(self._face(face_name), resource)
        return self._uses[face_name]

    def _image_reference(self, image: str) -> Reference:
        if image not in self._images:
            self._images[image] = self.file.add(_image(self._pictures[image]))
        return self._images[image]

    def page(self, page: DisplayList, parent: Reference, fonts: Reference) -> Reference:
        """Add the page; returns its reference."""
        content = PageContent(page, self._use, "I")
        images = {
            f"I{index}": self._image_reference(image)
            for index, image in enumerate(content.images)
        }
        bleed, trim = page.bleed, page.trim
        whole = (0, 0, trim.width + 2 * bleed, trim.height + 2 * bleed)
        finished = (bleed, bleed, bleed + trim.width, bleed + trim.height)
        outer = array(*map(number, whole))
        return self.file.add(
            dictionary(
                Type=name("Page"),
                Parent=parent,
                MediaBox=outer,
                BleedBox=outer,
                TrimBox=array(*map(number, finished)),
                Contents=self.file.add(Stream(content.operators, {})),
                Resources=dictionary(
                    Font=fonts, XObject=dictionary(**images) if images else None
                ),
            )
        )

    def fonts(self) -> dict[str, Reference]:
        """Add all faces used; returns them by resource name."""
        fonts: dict[str, Reference] = {}
        for use in self._uses.values():
            fonts |= add_font(self.file, use)
        return fonts


def write(
    pages: Sequence[DisplayList],
    face: Callable[[str], Face],
    pictures: Mapping[str, Pixels],
    facts: FileFacts,
) -> bytes:
    """The PDF file of the pages, equal bytes for equal input.

    *face* opens a face by name; *pictures* holds those the pages place.
    """
    assembly = _Assembly(face, pictures)
    file = assembly.file
    tree = dictionary(Type=name("Pages"), Count=len(pages))
    parent = file.add(tree)
    fonts = file.font_resources({})
    kids = [assembly.page(page, parent, fonts) for page in pages]
    tree["Kids"] = array(*kids)
    file.font_resources(assembly.fonts())
    catalogue = dictionary(
        Type=name("Catalog"), Pages=parent, Lang=string("zh-CN"), Version=name("1.6")
    )
    when = _date(facts.made)
    described = dictionary(
        Title=string(facts.title),
        Author=string(facts.author),
        Creator=string(facts.creator),
        Producer=string(facts.creator),
        CreationDate=when,
        ModDate=when,
        Trapped=name("False"),
    )
    return file.finish(catalogue, described)
