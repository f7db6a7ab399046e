"""What an issue supplies for slots that take no story: adverts and the weather."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from printpress.diagnostics import Span

Sky = Literal["sun", "cloud", "overcast", "rain", "thunder", "snow", "fog"]
"""What a weather icon shows: 晴, 多云, 阴, 雨, 雷雨, 雪, 雾."""


@dataclass(frozen=True, slots=True)
class AdvertSpec:
    """An advert that somebody supplied: a picture, a drawing or a PDF page."""

    file: Path
    """Its file, which exists and lies inside the paper's folder."""
    crop: bool
    """Whether it may be cut to fill its slot; otherwise paper is left round it."""
    focus: tuple[Fraction, Fraction]
    """What must stay in sight when it is cut: shares from left and from top."""
    credit: str
    """Words behind 广告 in its corner; empty if none."""
    corner: Literal["right", "left"]
    """The lower corner that says 广告."""
    span: Span = field(compare=False)
    """Its file's name in the issue."""


@dataclass(frozen=True, slots=True)
class CodeSpec:
    """A QR code as a story's head or a page names it."""

    url: str
    """What it leads to."""
    caption: tuple[str, ...]
    """Lines beside it, as they break."""
    level: Literal["L", "M", "Q", "H"]
    """Error correction."""
    span: Span = field(compare=False)
    """Where its address is written."""


@dataclass(frozen=True, slots=True)
class DayWeather:
    """The weather of a day, as the paper tells it."""

    day: str
    """今天, 明天 …"""
    words: str
    """The sky: 多云转小雨."""
    skies: tuple[Sky, ...]
    """What its icons show, in the order of the words."""
    low: int
    """Lowest temperature, ℃."""
    high: int
    """Highest temperature, ℃."""
    wind: str
    """东南风3～4级; empty if not told."""
    span: Span = field(compare=False)
    """Where it is written."""
