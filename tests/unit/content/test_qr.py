"""QR matrices: what they say, how large they are, what they cannot hold."""

import pytest
import zxingcpp
from PIL import Image

from printpress.content.qr import QrError, QrMatrix, matrix

URL = "https://example.org/xq"


def picture_of(code: QrMatrix, module: int = 4) -> Image.Image:
    """The code with its quiet zone of four modules, black on white."""
    side = len(code.modules)
    picture = Image.new("L", (side + 8, side + 8), 255)
    for y, row in enumerate(code.modules):
        for x, dark in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if dark else 255)
    size = (side + 8) * module
    return picture.resize((size, size), Image.Resampling.NEAREST)


@pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
@pytest.mark.parametrize(
    "payload", [URL, "https://example.org/溪桥?期=312", "12345", "日本語と中文"]
)
def test_another_reader_reads_it(payload, level):
    (found,) = zxingcpp.read_barcodes(picture_of(matrix(payload, level)))
    assert found.text == payload
    assert found.ec_level == level


def test_chinese_is_written_as_utf_8_not_as_japanese_kanji():
    payload = "日本語と中文"
    (found,) = zxingcpp.read_barcodes(picture_of(matrix(payload, "M")))
    assert found.bytes == payload.encode()


def test_it_has_no_quiet_zone_and_three_finders():
    modules = matrix(URL, "M").modules
    assert len(modules) == 25
    assert {len(row) for row in modules} == {25}
    finder = (True,) * 7
    assert modules[0][:7] == modules[0][-7:] == modules[-1][:7] == finder


def test_equal_payloads_give_equal_codes():
    first = matrix(URL, "H")
    matrix.cache_clear()
    assert matrix(URL, "H") == first


@pytest.mark.parametrize("payload", ["", "  "])
def test_an_empty_payload_has_none(payload):
    with pytest.raises(QrError, match="empty") as caught:
        matrix(payload, "M")
    assert caught.value.reason.zh


def test_a_long_payload_has_none():
    assert len(matrix("x" * 1273, "H").modules) == 177
    with pytest.raises(QrError, match="1274 bytes"):
        matrix("x" * 1274, "H")
