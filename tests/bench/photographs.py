"""Photographs for timings: as large as cameras', the same every time."""

import random
from pathlib import Path

from PIL import Image, ImageFilter

WIDE, DEEP = 3000, 2250
"""Nearly seven million pixels: what staff get by mail from a telephone."""
COARSE = 12
"""Times that the colours are spread; grain comes over them."""


def photograph(path: Path, number: int) -> None:
    """A JPEG with soft shapes, edges and grain; each number has its own."""
    chance = random.Random(number)
    small = (WIDE // COARSE, DEEP // COARSE)
    noise = Image.frombytes("RGB", small, chance.randbytes(small[0] * small[1] * 3))
    shapes = noise.filter(ImageFilter.GaussianBlur(9)).point(_contrast)
    grain = Image.frombytes("L", (500, 375), chance.randbytes(500 * 375))
    picture = shapes.resize((WIDE, DEEP), Image.Resampling.BICUBIC)
    over = grain.resize((WIDE, DEEP), Image.Resampling.NEAREST).convert("RGB")
    Image.blend(picture, over, 0.06).save(path, "JPEG", quality=88)


def _contrast(level: int) -> int:
    """What blurring took from the range of levels."""
    return max(0, min(255, (level - 128) * 9 + 128))
