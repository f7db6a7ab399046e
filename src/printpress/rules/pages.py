"""Rules of pages: their boxes, and what turns or scales them."""

from printpress.diagnostics import Both, Severity
from printpress.rules.record import BOTH_X, Rule

_E, _W = Severity.ERROR, Severity.WARNING
_X = "PDF/X-4, PDF/X-1a"
_BOXES = Both(
    "export with trim and bleed: bleed within media, trim within bleed",
    "导出时写明成品和出血：成品在出血内，出血在媒体框内",
)

PAGES = (
    Rule(
        "no-pages",
        _E,
        "ISO 32000-1",
        Both("the file has no page", "文件没有版面"),
        _BOXES,
    ),
    Rule(
        "media-box",
        _E,
        "ISO 32000-1",
        Both("a page has no size", "版面没有媒体框"),
        _BOXES,
    ),
    Rule(
        "trim-box",
        _E,
        _X,
        Both("a page does not say where it is trimmed", "版面没有成品框"),
        _BOXES,
        BOTH_X,
    ),
    Rule(
        "trim-and-art",
        _E,
        _X,
        Both("a page has both a trim and an art box", "同时有成品框和作品框"),
        Both("write the trim box only", "只保留成品框"),
        BOTH_X,
    ),
    Rule(
        "box-nesting",
        _E,
        _X,
        Both("a page's boxes do not lie in each other", "页面框没有依次包含"),
        _BOXES,
    ),
    Rule(
        "crop-box",
        _E,
        "GWG 2022 R0003",
        Both("a page is cropped", "裁剪框与媒体框不同"),
        Both("leave the crop box out", "请去掉裁剪框"),
    ),
    Rule(
        "page-rotated",
        _E,
        "GWG 2022 R0004",
        Both("a page is turned", "版面被旋转"),
        Both("export it upright", "请正立导出"),
    ),
    Rule(
        "user-unit",
        _E,
        "GWG 2022 R0002",
        Both("a page is scaled by a user unit", "版面用了 UserUnit 缩放"),
        Both("export it at its true size", "请按实际尺寸导出"),
    ),
    Rule(
        "trim-differs",
        _E,
        "GWG 2022 R0004",
        Both(
            "pages are neither of one trim size nor of two side by side",
            "各版成品尺寸不一",
        ),
        Both("make all pages of one size", "请统一各版尺寸"),
    ),
    Rule(
        "page-transition",
        _E,
        _X,
        Both("a page has a transition", "版面带有翻页效果"),
        Both("take it out and export again", "请删去后重新导出"),
        BOTH_X,
    ),
)
