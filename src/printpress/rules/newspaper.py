"""Rules of newspapers: what a coldset press on newsprint can show."""

from printpress.diagnostics import Both, Severity
from printpress.rules.record import Rule

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_K_ONLY = Both("set it in black alone", "请只用黑版（K100）")
_OVERPRINT = Both("let it overprint, with overprint mode 1", "请设为叠印（OPM 1）")
_LARGER = Both("set it larger", "请加大字号")
_THICKER = Both("make it thicker", "请加粗线条")
_KNOCK_OUT = Both("let it knock out", "请设为挖空，不叠印")

NEWSPAPER = (
    Rule(
        "low-resolution",
        _E,
        "GWG 2022 R0031",
        Both("a picture is too coarse to print", "图片分辨率过低，不能付印"),
        Both("supply a larger picture, or print it smaller", "请换大图，或缩小尺寸"),
    ),
    Rule(
        "coarse-picture",
        _W,
        "GWG 2022 R0031",
        Both("a picture is coarser than it should be", "图片分辨率偏低"),
        Both("supply a larger picture, or print it smaller", "请换大图，或缩小尺寸"),
    ),
    Rule(
        "coarse-line-art",
        _W,
        "GWG 2022 R0032",
        Both("a one-bit picture shows its steps", "线条图分辨率偏低，会出锯齿"),
        Both("scan or export it finer", "请提高扫描或导出分辨率"),
    ),
    Rule(
        "low-line-art",
        _E,
        "GWG 2022 R0032",
        Both("a one-bit picture is too coarse to print", "线条图分辨率过低，不能付印"),
        Both("scan or export it finer", "请提高扫描或导出分辨率"),
    ),
    Rule(
        "fine-picture",
        _N,
        "house rule",
        Both(
            "a picture has more pixels than the press can show",
            "图片分辨率过高，印不出更多细节",
        ),
        Both("export it at the press's resolution", "请按印厂分辨率导出，文件更小"),
    ),
    Rule(
        "page-is-picture",
        _W,
        "GWG 2022 R0033",
        Both(
            "a page is one picture: its type is made of pixels",
            "整版是一张图片，文字已成像素",
        ),
        Both("export type as type", "请带文字导出，不要转成图片"),
    ),
    Rule(
        "thin-line",
        _E,
        "house rule",
        Both("a line is too thin to print", "线条过细，印不出来"),
        _THICKER,
    ),
    Rule(
        "thin-tint-line",
        _W,
        "house rule",
        Both("a tinted line is thin: its screen breaks it up", "网点细线会断开"),
        Both("make it thicker or solid", "请加粗或用实色"),
    ),
    Rule(
        "thin-white-line",
        _W,
        "GWG 2022 R0018",
        Both("a white line is thin: ink fills it in", "反白细线会糊版"),
        _THICKER,
    ),
    Rule(
        "thin-multicolour-line",
        _W,
        "GWG 2022 R0019",
        Both("a thin line stands on several plates", "细线用了多色，套印不准"),
        Both("make it thicker or of one ink", "请加粗或改为单色"),
    ),
    Rule(
        "small-text",
        _E,
        "house rule",
        Both("type is smaller than the press can print", "字号小于印厂下限"),
        _LARGER,
    ),
    Rule(
        "small-reversed-text",
        _W,
        "GWG 2022 R0016",
        Both("small type is left white in ink", "反白字过小"),
        Both("set it larger, or dark on light", "请加大字号，或不反白"),
    ),
    Rule(
        "small-multicolour-text",
        _W,
        "GWG 2022 R0017",
        Both("small type stands on several plates", "小字用了多色，套印不准"),
        Both("set it larger or in one ink", "请加大字号或改为单色"),
    ),
    Rule(
        "rich-black-text",
        _E,
        "GWG 2022 R0015",
        Both("black type has other inks under it", "黑字下衬了其他颜色"),
        _K_ONLY,
    ),
    Rule(
        "black-limit",
        _W,
        "press file: ink.black_max",
        Both(
            "a picture or a large area is blacker than the press prints",
            "图片或大块黑的黑版网点超过印厂上限",
        ),
        Both("make its black less", "请降低黑版网点"),
    ),
    Rule(
        "rich-black-area",
        _W,
        "press file: rich_black",
        Both(
            "a black area or line has other inks than the press allows",
            "黑色块或黑线衬了印厂不允许的颜色",
        ),
        _K_ONLY,
    ),
    Rule(
        "black-knocks-out",
        _W,
        "GWG 2022 R0009",
        Both("small black type knocks out what lies under it", "小号黑字没有叠印"),
        _OVERPRINT,
    ),
    Rule(
        "black-line-knocks-out",
        _W,
        "GWG 2022 R0010",
        Both("a thin black line knocks out what lies under it", "黑色细线没有叠印"),
        _OVERPRINT,
    ),
    Rule(
        "overprint-mode",
        _W,
        "GWG 2022 R0009",
        Both(
            "process colour overprints without overprint mode 1, to no effect",
            "叠印没有设 OPM 1，不起作用",
        ),
        Both("set overprint mode 1", "请设 OPM 1"),
    ),
    Rule(
        "white-text-overprints",
        _E,
        "GWG 2022 R0007",
        Both("white type overprints and will vanish", "白字设了叠印，会消失"),
        _KNOCK_OUT,
    ),
    Rule(
        "white-area-overprints",
        _W,
        "GWG 2022 R0008",
        Both(
            "a white area or line overprints and will vanish",
            "白色块设了叠印，会消失",
        ),
        _KNOCK_OUT,
    ),
    Rule(
        "grey-text",
        _W,
        "GWG 2022 R0011",
        Both(
            "small black type is in DeviceGray, which does not overprint surely",
            "小号黑字用了 DeviceGray，叠印没有把握",
        ),
        Both("set it in CMYK black", "请改用 CMYK 的 K100"),
    ),
    Rule(
        "grey-line",
        _W,
        "GWG 2022 R0012",
        Both(
            "a thin black line is in DeviceGray, which does not overprint surely",
            "黑色细线用了 DeviceGray，叠印没有把握",
        ),
        Both("draw it in CMYK black", "请改用 CMYK 的 K100"),
    ),
    Rule(
        "grey-overprints",
        _W,
        "GWG 2022 R0013",
        Both(
            "DeviceGray is set to overprint, which programs read in two ways",
            "DeviceGray 设了叠印，各程序处理不一",
        ),
        Both("use CMYK black, or let it knock out", "请改用 CMYK 的 K，或设为挖空"),
    ),
    Rule(
        "spot-colours",
        _E,
        "GWG 2022 R0020",
        Both(
            "there are more spot colours than the shop prints",
            "专色数超过印厂可印数",
        ),
        Both("convert them to CMYK", "请将专色转为 CMYK"),
    ),
    Rule(
        "registration-colour",
        _W,
        "GWG 2022 R0024",
        Both("the page uses the colour of registration marks", "版面用了套版色"),
        _K_ONLY,
    ),
    Rule(
        "page-plates",
        _E,
        "press file: inks_by_page",
        Both("a page printed in black only has colour", "单黑版面上有彩色"),
        Both("make it grey, or move it to a colour page", "请改为灰度，或移到彩版"),
    ),
    Rule(
        "empty-page",
        _E,
        "GWG 2022 R0005",
        Both("a page has no ink at all", "版面是空白的"),
        Both("export it again", "请重新导出"),
    ),
    Rule(
        "missing-glyph",
        _E,
        "ISO 32000-1 9.7.6.3",
        Both("characters are shown that the font does not have", "有字体中没有的字"),
        Both("choose a font that has them", "请改用有这些字的字体"),
    ),
    Rule(
        "hidden-text",
        _W,
        "house rule",
        Both("text is there that nobody can see", "有看不见的文字"),
        Both("delete it, or bring it to the front", "请删去，或移到上层"),
    ),
    Rule(
        "off-page-text",
        _W,
        "house rule",
        Both("text lies outside the page", "文字在版面之外"),
        Both("delete it, or move it onto the page", "请删去，或移回版内"),
    ),
    Rule(
        "outside-printable",
        _W,
        "press file: non_printing",
        Both("something lies where the press does not print", "内容进入不可印刷边距"),
        Both("move it inwards", "请向内移"),
    ),
)
