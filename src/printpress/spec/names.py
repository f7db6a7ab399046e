"""Colours, and names of colours and faces.

A colour's name is looked up at once, the house being read first; a face's when
``fonts.yaml`` is read.
"""

from printpress.colour import Ink
from printpress.diagnostics import Both, error
from printpress.spec.fields import (
    Draft,
    Field,
    Reading,
    Schema,
    as_scalar,
    label_en,
    label_zh,
    place,
)
from printpress.spec.ink_form import SPOT, four_inks
from printpress.spec.nearest import did_you_mean, one_of
from printpress.spec.source import Located, MappingNode, Node
from printpress.spec.values import TEXT_TYPES

_FOUR_INKS = four_inks()


def colour() -> Field[Ink]:
    """C, M, Y and K in per cent, ``[0, 100, 90, 0]``, or a spot colour."""

    def read(node: Node, reading: Reading) -> Ink:
        either = SPOT if isinstance(node, MappingNode) else _FOUR_INKS
        return either.read(node, reading)

    def schema(draft: Draft) -> Schema:
        return {"anyOf": [_FOUR_INKS.schema(draft), SPOT.schema(draft)]}

    return Field(read, schema, "[0, 100, 90, 0]")


def colour_name(example: str = "red") -> Field[str]:
    """A name of the house's colours."""

    def read(node: Node, reading: Reading) -> str:
        found = as_scalar(node, reading, example).text.strip()
        known = reading.colours
        if known is not None and found not in known:
            guess, names = did_you_mean(found, known), one_of(known)
            reading.refuse(
                error(
                    "unknown-colour",
                    place(node),
                    Both(
                        f'{label_en(node)} is "{found}", no colour of the house',
                        f"{label_zh(node)}写成“{found}”，报社色表中没有这个颜色",
                    ),
                    fix=Both(
                        f"{guess.en}write {names.en}, or add it under `colours` "
                        f"in {reading.house}",
                        f"{guess.zh}可写 {names.zh}；或在 {reading.house} 的 "
                        "colours 中加上",
                    ),
                )
            )
        return found

    return Field(read, lambda _: {"type": list(TEXT_TYPES)}, example)


def face_name(example: str = "song") -> Field[str]:
    """A name of ``fonts.yaml``, looked up when that is read."""

    def read(node: Node, reading: Reading) -> str:
        found = as_scalar(node, reading, example).text.strip()
        reading.faces.append(Located(found, place(node)))
        return found

    return Field(read, lambda _: {"type": list(TEXT_TYPES)}, example)
