"""What pages name and share: fonts and colour spaces, each read once a file."""

from printpress.preflight.document import Document
from printpress.preflight.faces import Shape, read_face
from printpress.preflight.objects import Ref, Value
from printpress.preflight.spaces import Spaces

MOST_OPERATIONS = 2_000_000
"""Of a file: beyond these a page more is not looked at."""


class Faces:
    """A file's fonts and spaces, each read once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.spaces = Spaces(document)
        self.operations = 0
        """Operators of content run so far."""
        self._known: dict[Ref, Shape] = {}

    @property
    def spent(self) -> bool:
        """Whether the file has had its share of time."""
        return self.operations > MOST_OPERATIONS

    def face(self, value: Value) -> Shape:
        """The font that a resource names."""
        if not isinstance(value, Ref):
            return read_face(self.document, value)
        if value not in self._known:
            self._known[value] = read_face(self.document, value)
        return self._known[value]
