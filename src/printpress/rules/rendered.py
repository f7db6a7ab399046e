"""Rules of the page as it is rendered, and of the issue that it belongs to."""

from printpress.diagnostics import Both, Severity
from printpress.rules.record import Rule

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_LESS = Both(
    "convert the picture with the press's profile, or use fewer inks",
    "请用印厂特性文件重新分色，或减少叠色",
)
_INSTALL = Both(
    "install the extra: pip install printpress[preflight]",
    "请安装附加组件：pip install printpress[preflight]",
)
_LARGER = Both(
    "print the code larger, or shorten its address", "请放大二维码或缩短网址"
)
_ISSUE = Both("print the issue again and send that file", "请重新付印并发送新文件")

RENDERED = (
    Rule(
        "ink-limit",
        _E,
        "GWG 2022 R0026",
        Both("more ink than newsprint takes", "总墨量超过上限"),
        _LESS,
    ),
    Rule(
        "ink-high",
        _W,
        "GWG 2022 R0026",
        Both("much ink: it may set off and dry slowly", "总墨量偏高，易蹭脏"),
        _LESS,
    ),
    Rule(
        "ink-peak",
        _E,
        "press file: tac_peak",
        Both("a spot has more ink than the press can lay", "局部墨量超过上限"),
        _LESS,
    ),
    Rule(
        "ink-not-measured",
        _N,
        "GWG 2022 R0026",
        Both("total ink was not measured", "没有测量总墨量"),
        _INSTALL,
    ),
    Rule(
        "not-drawn",
        _W,
        "ISO 32000-1",
        Both("a page cannot be drawn", "有版面无法渲染"),
        Both("export the file again", "请重新导出文件"),
    ),
    Rule(
        "qr-unreadable",
        _E,
        "ISO/IEC 18004",
        Both("a QR code cannot be read", "二维码无法识读"),
        Both("make the code anew", "请重新生成二维码"),
    ),
    Rule(
        "qr-module",
        _E,
        "press file: qr",
        Both("a QR code's modules are too small to print", "二维码码点过小"),
        _LARGER,
    ),
    Rule(
        "qr-module-small",
        _W,
        "press file: qr",
        Both("a QR code's modules are small", "二维码码点偏小"),
        _LARGER,
    ),
    Rule(
        "qr-quiet-zone",
        _E,
        "ISO/IEC 18004",
        Both("a QR code has no room around it", "二维码四周留白不足"),
        Both("leave four modules of paper on each side", "四周各留 4 个码元的空白"),
    ),
    Rule(
        "qr-inks",
        _W,
        "house rule",
        Both(
            "a QR code is not of full black alone",
            "二维码不是纯黑（K100）",
        ),
        Both("print it in black on paper", "请用黑版印在白纸上"),
    ),
    Rule(
        "codes-not-read",
        _N,
        "ISO/IEC 18004",
        Both("QR codes were not read", "没有识读二维码"),
        _INSTALL,
    ),
    Rule(
        "page-count",
        _E,
        "issue",
        Both("the file has another number of pages than the issue", "版数与本期不符"),
        _ISSUE,
    ),
    Rule(
        "pages-multiple",
        _E,
        "press file: pages_multiple",
        Both(
            "the press does not print this number of pages",
            "版数不是印厂要求的倍数",
        ),
        Both("add or drop pages", "请增减版数"),
    ),
    Rule(
        "page-size",
        _E,
        "issue",
        Both("a page is of another size than the paper", "成品尺寸与报纸不符"),
        _ISSUE,
    ),
    Rule(
        "date-missing",
        _E,
        "issue",
        Both("the issue's date is not on the page", "版面上没有本期日期"),
        _ISSUE,
    ),
    Rule(
        "page-number-missing",
        _E,
        "issue",
        Both("the page's number is not on it", "版面上没有版次"),
        _ISSUE,
    ),
    Rule(
        "qr-missing",
        _E,
        "issue",
        Both(
            "no QR code leads where the issue says",
            "没有识读到本期所写网址的二维码",
        ),
        Both(
            "make the code larger, or print the issue again", "请放大二维码或重新付印"
        ),
    ),
)
