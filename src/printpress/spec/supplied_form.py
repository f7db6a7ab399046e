"""How adverts and the weather are written in ``issue.yaml``."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from printpress.diagnostics import Both, Diagnostic, Span, error
from printpress.spec.fields import (
    Draft,
    Field,
    Key,
    Reading,
    Schema,
)
from printpress.spec.paths import file_path
from printpress.spec.records import followed, located, record
from printpress.spec.source import Located, MappingNode, Node
from printpress.spec.story_form import FOCUS, MIDDLE
from printpress.spec.supplied import AdvertSpec, DayWeather, Sky
from printpress.spec.values import boolean, choice, integer, text

SKIES: tuple[tuple[str, Sky], ...] = (
    ("雷", "thunder"),
    ("雪", "snow"),
    ("雨", "rain"),
    ("冰雹", "rain"),
    ("雾", "fog"),
    ("霾", "fog"),
    ("沙", "fog"),
    ("尘", "fog"),
    ("多云", "cloud"),
    ("阴", "overcast"),
    ("晴", "sun"),
)
"""Words that say what the sky is, the graver first."""

ICONS_AT_MOST = 2
"""Icons of one day: before and after 转."""


DRAWN = (".pdf", ".svg")
"""Endings of files that are no pictures: they are never cut."""


_FILE = located(file_path("ads/bank.jpg"))


def _advert(_: MappingNode, values: dict[str, Any]) -> AdvertSpec:
    file = values.pop("file")
    return AdvertSpec(file=file.value, **values, span=file.span)


def as_it_is(file: Path, span: Span) -> AdvertSpec:
    """An advert of which its file alone is told."""
    return AdvertSpec(
        file, crop=False, focus=MIDDLE, credit="", corner="right", span=span
    )


def _uncut(reading: Reading, advert: AdvertSpec) -> AdvertSpec:
    """A page or a drawing is as large as its slot, or stands whole in it."""
    suffix = advert.file.suffix.lower()
    if advert.crop and suffix in DRAWN:
        kind = suffix[1:].upper()
        reading.refuse(
            error(
                "bad-choice",
                advert.span,
                Both(
                    f'the {kind} "{advert.file.name}" cannot be cut to its slot',
                    f"{kind} 文件“{advert.file.name}”不能裁切",
                ),
                fix=Both(
                    "take `crop` out and ask for a file as large as the slot; "
                    "`printpress capacity` tells its size",
                    "删去“裁切”，请对方按版位尺寸重做；printpress capacity 可查尺寸",
                ),
            )
        )
    return advert


_RECORD = record(
    _advert,
    Key(
        "file",
        _FILE,
        Both(
            "The picture, SVG drawing or PDF of one page, from this file.",
            "广告图片、SVG 图稿或一页的 PDF，相对本文件。",
        ),
        required=True,
        aliases=("文件",),
    ),
    Key(
        "crop",
        boolean(),
        Both(
            "Cut it to fill its slot; otherwise paper is left round it.",
            "裁切以占满版位；缺省不裁，四周留白。",
        ),
        standard="false",
        aliases=("裁切",),
    ),
    Key(
        "focus",
        FOCUS,
        Both("What stays in sight when it is cut.", "裁切时保留的中心。"),
        default=MIDDLE,
        aliases=("焦点",),
    ),
    Key(
        "credit",
        text("溪桥农商行"),
        Both("Words behind 广告 in its corner.", "角上“广告”之后的文字。"),
        default="",
        aliases=("署名",),
    ),
    Key(
        "corner",
        choice("right", "left", aliases={"右": "right", "左": "left"}),
        Both("The lower corner that says 广告.", "“广告”二字放在右下角或左下角。"),
        standard="right",
        aliases=("角",),
    ),
    example="{file: ads/bank.jpg}",
)
_WHOLE = followed(_RECORD, _uncut)


def _read_advert(node: Node, reading: Reading) -> AdvertSpec:
    if isinstance(node, MappingNode):
        return _WHOLE.read(node, reading)
    file = _FILE.read(node, reading)
    return as_it_is(file.value, file.span)


def _advert_schema(draft: Draft) -> Schema:
    return {"anyOf": [_FILE.schema(draft), _WHOLE.schema(draft)]}


ADVERT = Field(_read_advert, _advert_schema, "ads/bank.jpg", _RECORD.keys)
"""A file, or that with how it stands."""


def skies(words: str) -> tuple[Sky, ...]:
    """What the icons of a sky in words show; nothing where a word is not known.

    >>> skies("多云转小雨"), skies("晴"), skies("好天")
    (('cloud', 'rain'), ('sun',), ())
    """
    found: list[Sky] = []
    for part in words.replace("到", "转").split("转"):
        sky = next((sky for word, sky in SKIES if word in part), None)
        if sky is None:
            return ()
        if sky not in found:
            found.append(sky)
    return tuple(found[:ICONS_AT_MOST])


def _unknown_sky(words: str, span: Span) -> Diagnostic:
    return error(
        "unknown-sky",
        span,
        Both(f'no icon shows "{words}"', f"没有“{words}”的天气图标"),
        fix=Both(
            "write 晴, 多云, 阴, 雨, 雷雨, 雪 or 雾, or two with 转 between them",
            "可写晴、多云、阴、小雨、雷阵雨、雪、雾，或用“转”连接两种",
        ),
    )


def _sky(reading: Reading, written: Located[str]) -> tuple[str, tuple[Sky, ...]]:
    found = skies(written.value)
    if not found:
        reading.refuse(_unknown_sky(written.value, written.span))
    return written.value, found


def _temperature(name: str, alias: str, example: str, says: Both) -> Key:
    field = integer(-60, 60, example)
    return Key(name, field, says, required=True, aliases=(alias,))


def _day(node: MappingNode, values: dict[str, Any]) -> DayWeather:
    words, shown = values["sky"]
    low, high = sorted((values["low"], values["high"]))
    return DayWeather("", words, shown, low, high, values["wind"], node.place)


_DAY = record(
    _day,
    Key(
        "sky",
        followed(located(text("多云转小雨")), _sky),
        Both("The sky in words.", "天空状况。"),
        required=True,
        aliases=("天气",),
    ),
    _temperature("low", "低温", "22", Both("Lowest, ℃.", "最低气温。")),
    _temperature("high", "高温", "30", Both("Highest, ℃.", "最高气温。")),
    Key(
        "wind",
        text("东南风3～4级"),
        Both("The wind.", "风向风力。"),
        default="",
        aliases=("风",),
    ),
    example="{sky: 多云, low: 22, high: 30}",
)

_DAYS = (
    ("today", "今天", "today"),
    ("tomorrow", "明天", "tomorrow"),
    ("after", "后天", "the day after tomorrow"),
)
"""Keys, and what they are called."""


def _weather(_: MappingNode, values: dict[str, Any]) -> tuple[DayWeather, ...]:
    named = ((values[key], zh) for key, zh, _ in _DAYS)
    return tuple(replace(day, day=zh) for day, zh in named if day is not None)


WEATHER = record(
    _weather,
    *(
        Key(
            key,
            _DAY,
            Both(f"The weather of {en}.", f"{zh}天气。"),
            required=key == "today",
            aliases=(zh,),
        )
        for key, zh, en in _DAYS
    ),
    example="{today: {sky: 多云, low: 22, high: 30}}",
)
"""The weather of one to three days."""
