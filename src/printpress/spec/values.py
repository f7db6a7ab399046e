"""Single values: text, numbers, lengths, cells, choices.

Each is one declaration of :mod:`printpress.spec.fields`. Where a value cannot be read,
the message says what was found, what is allowed, and what was probably meant:
full-width digits and dashes are recognised.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

from printpress.diagnostics import Both, Diagnostic, error
from printpress.spec.fields import (
    Draft,
    Field,
    Reading,
    Schema,
    Unread,
    as_scalar,
    label_en,
    label_zh,
    not_yet,
    place,
    seen,
)
from printpress.spec.nearest import did_you_mean, one_of
from printpress.spec.records import list_of
from printpress.spec.source import ListNode, Node, Scalar
from printpress.units import MM, PT, in_mm, in_pt, parse_length

T = TypeVar("T")

TEXT_TYPES = ("string", "number", "boolean")
"""What an editor takes an unquoted text for; a reader takes it as written."""

LONGEST = 2000 * MM
"""A length on paper: wider than any web press."""

_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?(?:/[1-9][0-9]{0,8})?")
_CELLS = re.compile(r"([0-9]{1,3})(?:\s*-\s*([0-9]{1,3}))?")
_LENGTH = r"^[+-]?[0-9]{1,9}(\.[0-9]{1,9})?\s*(pt|Q|q|mm|cm|in)$"
_LENGTH_FORM = re.compile(_LENGTH)
_SIZE_NAME = r"^[^0-9\s+.-]\S*$"


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of value is named in messages and schemas."""

    code: str
    """Of the diagnostic where it cannot be read."""
    expected: Both
    """What belongs there, after "not"."""
    example: str
    """One of it."""
    schema: Schema
    """To editors."""


def scalar(parse: Callable[[str], T | None], kind: Kind) -> Field[T]:
    """A value that *parse* reads; None or ``ValueError`` says that it is none."""

    def attempt(text: str) -> T | None:
        try:
            return parse(text)
        except ValueError:
            return None

    def read(node: Node, reading: Reading) -> T:
        text = as_scalar(node, reading, kind.example).text.strip()
        value = attempt(text)
        if value is None:
            mended = _mended(text)
            meant = mended if mended != text and attempt(mended) is not None else None
            reading.refuse(_not_of_kind(node, kind, meant))
        return value

    return Field(read, lambda _: dict(kind.schema), kind.example)


def _mended(text: str) -> str:
    """Full-width and typographic signs as the ASCII ones they stand for."""
    from unicodedata import normalize

    plain = normalize("NFKC", text)
    return re.sub(r"\s*(?:[–—−~至到]|\.\.+)\s*", "-", plain).strip()


def _not_of_kind(node: Node, kind: Kind, meant: str | None) -> Diagnostic:
    found = seen(node)
    # Without a key of its own it is one: whole files are read by other fields.
    named_en = label_en(node) if node.owner else "the key"
    named_zh = label_zh(node) if node.owner else "键"
    if meant is not None:
        fix = Both(f"write `{meant}`", f"写成 `{meant}`")
    else:
        fix = Both(
            f"write {kind.expected.en}, such as `{kind.example}`",
            f"写{kind.expected.zh}，例如 `{kind.example}`",
        )
    return error(
        kind.code,
        place(node),
        Both(
            f"{named_en} is {found.en}, not {kind.expected.en}",
            f"{named_zh}写成{found.zh}，应是{kind.expected.zh}",
        ),
        fix=fix,
    )


def out_of_range(node: Node, least: str, most: str) -> Diagnostic:
    """A number or a length beyond what can be."""
    found = seen(node)
    return error(
        "out-of-range",
        place(node),
        Both(
            f"{label_en(node)} is {found.en}; {least} to {most} are allowed",
            f"{label_zh(node)}写成{found.zh}，允许 {least} 到 {most}",
        ),
        fix=Both(
            f"write a value from {least} to {most}", f"写 {least} 到 {most} 之间的值"
        ),
    )


def text(example: str = "文字") -> Field[str]:
    """Any text; numbers stay as written, so ``8.0`` is "8.0"."""

    def read(node: Node, reading: Reading) -> str:
        return as_scalar(node, reading, example).text.strip()

    schema: Schema = {"type": list(TEXT_TYPES)}
    return Field(read, lambda _: dict(schema), example)


def name(example: str, code: str = "bad-name") -> Field[str]:
    """A word that stands in addresses such as ``1.lead.picture.rows``."""
    expected = Both(
        "a name without spaces, dots, slashes or #", "不含空格、点、斜杠和 # 的名称"
    )
    form = r"^[^\s./\\#:]+$"
    schema: Schema = {"type": ["string", "integer", "boolean"], "pattern": form}
    kind = Kind(code, expected, example, schema)
    known = re.compile(form)
    return scalar(lambda found: found if known.match(found) else None, kind)


def integer(least: int = 0, most: int = 999_999_999, example: str = "") -> Field[int]:
    """A whole number."""
    kind = Kind(
        "bad-number",
        Both("a whole number", "整数"),
        example or str(max(least, 1)),
        {
            "anyOf": [
                {"type": "integer", "minimum": least, "maximum": most},
                {"type": "string", "pattern": r"^[+-]?[0-9]{1,9}$"},
            ]
        },
    )
    inner = scalar(lambda t: int(t) if _INTEGER.fullmatch(t) else None, kind)
    return _bounded(inner, least, most, str)


def number(
    least: float = 0, most: float = 999_999_999, example: str = "1"
) -> Field[Fraction]:
    """A number, exact: ``1.5``, ``0.125`` or ``1/8``."""
    kind = Kind(
        "bad-number",
        Both("a number", "数字"),
        example,
        {
            "anyOf": [
                {"type": "number", "minimum": least, "maximum": most},
                {"type": "string", "pattern": rf"^{_NUMBER.pattern}$"},
            ]
        },
    )
    inner = scalar(_fraction, kind)
    return _bounded(inner, least, most, lambda value: f"{float(value):g}")


def _fraction(written: str) -> Fraction | None:
    if not _NUMBER.fullmatch(written):
        return None
    whole, _, parts = written.partition("/")
    return Fraction(whole) / int(parts or "1")


def _bounded(
    inner: Field[Any], least: float, most: float, shown: Callable[[Any], str]
) -> Field[Any]:
    def read(node: Node, reading: Reading) -> Any:
        value = inner.read(node, reading)
        if not least <= value <= most:
            reading.refuse(out_of_range(node, shown(least), shown(most)))
        return value

    return Field(read, inner.schema, inner.example)


def boolean() -> Field[bool]:
    """Yes or no, in the words that people use for it."""
    words = {"true": True, "yes": True, "on": True, "是": True}
    words |= {"false": False, "no": False, "off": False, "否": False}
    kind = Kind(
        "bad-choice",
        Both("true or false", " true 或 false"),
        "true",
        {"anyOf": [{"type": "boolean"}, {"enum": sorted(words)}]},
    )
    return scalar(lambda found: words.get(found.lower()), kind)


def choice(
    *known: str,
    aliases: Mapping[str, str] | None = None,
    unbuilt: Mapping[str, Both] | None = None,
) -> Field[str]:
    """One of a few words; those of *unbuilt* are read, and refused for now."""
    spellings = {**{word: word for word in known}, **(aliases or {})}
    words = list(spellings)

    def read(node: Node, reading: Reading) -> str:
        found = as_scalar(node, reading, known[0]).text.strip()
        if found not in spellings:
            reading.refuse(_unknown_choice(node, found, known))
        value = spellings[found]
        if unbuilt and value in unbuilt:
            reading.report(not_yet(place(node), unbuilt[value]))
        return value

    return Field(read, lambda _: {"enum": words}, known[0])


def _unknown_choice(node: Node, found: str, known: Iterable[str]) -> Diagnostic:
    guess, names = did_you_mean(found, known), one_of(known)
    is_seen = seen(node)
    return error(
        "bad-choice",
        place(node),
        Both(
            f"{label_en(node)} is {is_seen.en}, not {names.en}",
            f"{label_zh(node)}写成{is_seen.zh}，不在 {names.zh} 之中",
        ),
        fix=Both(f"{guess.en}write {names.en}", f"{guess.zh}可写 {names.zh}"),
    )


def length(
    least: int = 0, most: int = LONGEST, example: str = "9pt", *, named: bool = True
) -> Field[int]:
    """A number with its unit, or a size that the house names: ``9pt``, ``小五``."""
    kind = Kind(
        "bad-length",
        Both("a length with its unit", "带单位的长度"),
        example,
        {"anyOf": [{"type": "string", "pattern": _LENGTH}]},
    )
    if named:
        kind.schema["anyOf"].append({"type": "string", "pattern": _SIZE_NAME})

    def read(node: Node, reading: Reading) -> int:
        written = as_scalar(node, reading, example).text.strip()
        if _LENGTH_FORM.match(written):
            value = parse_length(written)
        elif named and _may_be_size(written):
            value = _named_size(node, written, reading)
        else:
            reading.refuse(_no_length(node, written, kind))
        if not least <= value <= most:
            reading.refuse(out_of_range(node, _shown(least), _shown(most)))
        return value

    return Field(read, lambda _: dict(kind.schema), example)


def _may_be_size(written: str) -> bool:
    """Whether it reads as a size's name, not as a length in full-width signs."""
    name_like = re.match(_SIZE_NAME, written) is not None
    return name_like and not _LENGTH_FORM.match(_mended(written))


def _shown(value: int) -> str:
    return in_pt(value) if value < 100 * PT else in_mm(value)


def _named_size(node: Node, written: str, reading: Reading) -> int:
    if reading.sizes is None:  # the house is broken, and that is already told
        raise Unread
    if written not in reading.sizes:
        guess, names = did_you_mean(written, reading.sizes), one_of(reading.sizes)
        reading.refuse(
            error(
                "unknown-size",
                place(node),
                Both(
                    f'{label_en(node)} is "{written}", no length and no named size',
                    f"{label_zh(node)}写成“{written}”，既不是长度也不是字号名",
                ),
                fix=Both(
                    f"{guess.en}write a length such as 9pt, or {names.en}",
                    f"{guess.zh}写 9pt 这样的长度，或 {names.zh} 之一",
                ),
            )
        )
    return reading.sizes[written]


def _no_length(node: Node, written: str, kind: Kind) -> Diagnostic:
    if _NUMBER.fullmatch(written):
        return error(
            "bad-length",
            place(node),
            Both(
                f'{label_en(node)} is "{written}", a number without a unit',
                f"{label_zh(node)}写成“{written}”，没有单位",
            ),
            fix=Both(
                f"write `{written}pt` or `{written}mm`",
                f"写成 `{written}pt` 或 `{written}mm`",
            ),
        )
    mended = _mended(written)
    meant = mended if mended != written and _LENGTH_FORM.match(mended) else None
    return _not_of_kind(node, kind, meant)


def span_of(each: Field[T], example: str) -> Field[tuple[T, T]]:
    """Least and most, ``[12, 16]``; a single value is both."""
    pair = list_of(each, least=2, most=2, example=example)

    def read(node: Node, reading: Reading) -> tuple[T, T]:
        if not isinstance(node, ListNode):
            value = each.read(node, reading)
            return value, value
        first, last = pair.read(node, reading)
        if first > last:  # type: ignore[operator]  # only numbers and lengths come here
            reading.refuse(_reversed(node))
        return first, last

    def schema(draft: Draft) -> Schema:
        return {"anyOf": [each.schema(draft), pair.schema(draft)]}

    return Field(read, schema, example, each=each)


def _reversed(node: ListNode) -> Diagnostic:
    shown = [n.text if isinstance(n, Scalar) else "…" for n in node.nodes]
    right = f"[{shown[1]}, {shown[0]}]"
    return error(
        "range-reversed",
        node.span,
        Both(
            f"{label_en(node)} goes from {shown[0]} down to {shown[1]}",
            f"{label_zh(node)}从 {shown[0]} 倒着到 {shown[1]}",
        ),
        fix=Both(f"write `{right}`: least, then most", f"写成 `{right}`：先小后大"),
    )


def cells(example: str = "1-4") -> Field[tuple[int, int]]:
    """Columns or rows, both ends inside: ``1-5`` or ``5``."""
    kind = Kind(
        "bad-cells",
        Both("columns or rows", "栏或行的范围"),
        example,
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 999},
                {"type": "string", "pattern": rf"^{_CELLS.pattern}$"},
            ]
        },
    )

    def parse(written: str) -> tuple[int, int] | None:
        match = _CELLS.fullmatch(written)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        return (first, last) if 1 <= first <= last else None

    return scalar(parse, kind)
