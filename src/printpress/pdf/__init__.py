"""Display lists → the bytes of a PDF file.

Takes finished pages, the faces and converted pictures they name, and gives one file
that depends on nothing else: no clock, no random number, no environment. This is the
only package that knows reportlab, and the one place where EMU become points and y is
turned round.
"""

from printpress.pdf.facts import FileFacts, OutputIntent
from printpress.pdf.kept import KeptContents
from printpress.pdf.writer import Picture, write

__all__ = ["FileFacts", "KeptContents", "OutputIntent", "Picture", "write"]
