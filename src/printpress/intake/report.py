"""The list of what was guessed, changed and left out, as text in two languages.

One file a source, ``imported/NAME.txt`` in the issue's folder: it is the editor's to
work through. Copy of the same name that comes later has a list of its own; that of a
story replaced takes the place of the old one, and git shows what changed in it.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from printpress.diagnostics import Both
from printpress.intake.draft import Kind, Remark

REPORTS: Final = "imported"
"""The folder of reports."""

_KINDS: Final[Mapping[Kind, Both]] = {
    "guessed": Both("guessed", "猜测"),
    "join": Both("joined", "接排"),
    "picture": Both("picture", "图片"),
    "guide": Both("guide", "导读"),
    "left-out": Both("left out", "未导入"),
    "changed": Both("changed", "改动"),
    "counted": Both("told", "说明"),
}
"""In the order of the report."""
_SHOWN: Final = 60


def in_order(remarks: Iterable[Remark]) -> list[Remark]:
    """Guesses first, then by kind as in the table."""
    kinds = list(_KINDS)
    return sorted(remarks, key=lambda remark: kinds.index(remark.kind))


def sentence(remark: Remark) -> Both:
    """A remark on one line, its words cut short where they are many."""
    words = " ".join(remark.text.split())
    short = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    kind = _KINDS[remark.kind]
    of = f"{remark.story} " if remark.story else ""
    if not short:
        return Both(
            f"{of}{kind.en}: {remark.words.en}", f"{of}{kind.zh}：{remark.words.zh}"
        )
    return Both(
        f'{of}{kind.en}: {remark.words.en}: "{short}"',
        f"{of}{kind.zh}：{remark.words.zh}：“{short}”",
    )


def report_text(source: str, made: Iterable[str], remarks: Iterable[Remark]) -> str:
    """The report on one source, whole words and all."""
    lines = [
        f"{source} → {'、'.join(made)}",
        "",
        "导入时的猜测、改动与未导入的内容；改好后可删去本文件。",
        "What was guessed, changed and left out; delete this file when it is done.",
        "",
    ]
    for number, remark in enumerate(in_order(remarks), 1):
        kind = _KINDS[remark.kind]
        of = f"{remark.story} " if remark.story else ""
        lines.append(f"{number}. {of}【{kind.zh}】{remark.words.zh}")
        lines.append(f"   [{kind.en}] {remark.words.en}")
        lines += [f"   > {line}" for line in remark.text.split("\n") if line.strip()]
    return "\n".join(lines) + "\n"
