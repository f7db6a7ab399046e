"""Small files of pages to be imposed, put together by pikepdf."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

WIDTH, HEIGHT, BLEED = 300, 400, 10
"""Trim and bleed, in points."""


def noted(number: int):
    """A note upon the page of that number."""

    def change(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
        pdf.pages[number - 1].obj.Annots = Array([note])

    return change


def paper(widths=(1, 1, 1, 1), *, bleed=BLEED, change=None) -> bytes:
    """Pages so many columns wide; each is grey all over, darker from page to page."""
    pdf = pikepdf.new()
    for index, span in enumerate(widths):
        across, down = span * WIDTH + 2 * bleed, HEIGHT + 2 * bleed
        outer = Array([0, 0, across, down])
        ink = f"{1 - (index + 1) / 20} g 0 0 2000 2000 re f"
        page = Dictionary(
            Type=Name.Page,
            MediaBox=outer,
            BleedBox=outer,
            TrimBox=Array([bleed, bleed, across - bleed, down - bleed]),
            Contents=pdf.make_stream(ink.encode()),
            Resources=Dictionary(),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    pdf.docinfo.Title = String("溪桥晨报")
    pdf.docinfo.Trapped = Name("/False")
    if change is not None:
        change(pdf)
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
