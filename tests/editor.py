"""YAML as an editor reads it that completes and checks by a JSON Schema."""

import re
from typing import Any

from printpress.spec.source import ListNode, MappingNode, Node, Scalar


def typed(node: Node) -> Any:
    """The node as an editor's YAML 1.2 core schema sees it."""
    if isinstance(node, MappingNode):
        return {entry.key.text: typed(entry.value) for entry in node.entries}
    if isinstance(node, ListNode):
        return [typed(each) for each in node.nodes]
    return typed_scalar(node)


def typed_scalar(node: Scalar) -> Any:
    text = node.text
    if node.quoted:
        return text
    if node.empty:
        return None
    if text in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text
