"""YAML that people wrote, changed without losing a comment or the order of keys.

The only importer of ruamel.yaml; what it gives back of text that nobody changed is that
text.
"""

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

WIDEST = 4096
"""No line is ever folded: people chose where their lines end."""


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDEST
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def tree_of(text: str) -> Any:
    """The text as a tree that remembers how it was written.

    To be asked only of text that :mod:`printpress.spec` has read: it is not checked.
    """
    return _yaml().load(text)


def text_of(tree: Any) -> str:
    """The tree as text."""
    out = io.StringIO()
    _yaml().dump(tree, out)
    return out.getvalue()


def nothing() -> CommentedMap:
    """An empty mapping as ``{}``."""
    empty = CommentedMap()
    empty.fa.set_flow_style()
    return empty
