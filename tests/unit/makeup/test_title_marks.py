"""Half-width marks at heading size: the committed faces' ink keeps clear of them."""

from pathlib import Path

import pytest

from printpress import spec
from printpress.fonts.library import Library
from printpress.makeup.styles import Styles
from printpress.text.metrics import metrics
from printpress.units import PT

ROOT = Path(__file__).parents[3]
SIZE = 42 * PT
COMMON = [
    bytes([row, cell]).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (row, cell) < (0xD7, 0xFA)
]
"""GB/T 2312 level 1: 3755 characters."""


@pytest.fixture(scope="module")
def issue():
    return spec.load(ROOT / "issues" / "2025-09-05" / "issue.yaml")[0]


@pytest.mark.parametrize(
    "name", ["hei-black", "hei-bold", "song-black", "song-bold", "kai"]
)
def test_no_mark_touches_a_common_character(issue, name):
    face = Library(issue.fonts).face(name)
    styles = Styles(issue.house)
    setting = styles.setting(styles.style("lead", "headline"), heading=True)
    table = metrics(face, SIZE, setting.punctuation, setting.widths)

    def blanks(char):
        gid, width, shift = table[char]
        left, right = (edge * SIZE // face.upem for edge in face.ink(gid))
        return shift + left, width - shift - right

    characters = [blanks(char) for char in COMMON if face.glyph(char)]
    assert len(characters) == 3755
    lefts, rights = (sorted(side) for side in zip(*characters, strict=True))
    for mark in "《》〈〉（）「」『』【】，、；：。！？·":
        left, right = blanks(mark)
        assert left + rights[1] > 0, mark  # in the black face 绎 overhangs by far
        assert right + lefts[0] > 0, mark
    for mark in "《》〈〉":  # wide as they are, 2 % of an em remain beside any
        left, right = blanks(mark)
        outside = left + rights[1] if mark in "《〈" else right + lefts[0]
        assert outside > SIZE // 50, mark
