"""Rules of what a file may hold: colour, fonts, and what a press cannot run."""

from printpress.diagnostics import Both, Severity
from printpress.rules.record import BOTH_X, X1A, X4, Rule

_E, _W = Severity.ERROR, Severity.WARNING
_X = "PDF/X-4, PDF/X-1a"
_OUT = Both("take it out and export again", "请删去后重新导出")
_TO_CMYK = Both("convert it to the press's CMYK", "请转换为印厂的 CMYK")
_FLATTEN = Both("flatten transparency when exporting", "导出时请拼合透明度")
_RECODE = Both("save it with Flate or JPEG compression", "请改用 Flate 或 JPEG 压缩")

CONTENT = (
    Rule(
        "rgb-colour",
        _E,
        _X,
        Both("RGB colour stands in the file", "文件中有 RGB 颜色"),
        _TO_CMYK,
    ),
    Rule(
        "calibrated-colour",
        _E,
        "PDF/X-1a, GWG 2022 R0027",
        Both(
            "colour is given by a profile, Lab or a calibrated space",
            "颜色用了特性文件、Lab 或校准色空间",
        ),
        _TO_CMYK,
    ),
    Rule(
        "same-profile",
        _E,
        "PDF/X-4",
        Both(
            "CMYK is tagged with the output profile, which breaks overprint",
            "CMYK 带有与输出意图相同的特性文件，会使叠印失效",
        ),
        Both("use untagged CMYK", "请使用不带特性文件的 CMYK"),
        (X4,),
    ),
    Rule(
        "unknown-operator",
        _E,
        _X,
        Both(
            "a page's content has an operator that PDF does not know",
            "版面内容有不明操作符",
        ),
        Both("export the file again", "请重新导出文件"),
    ),
    Rule(
        "font-not-embedded",
        _E,
        _X,
        Both("a font is not embedded", "字体没有嵌入"),
        Both("embed every font", "请嵌入所有字体"),
    ),
    Rule(
        "font-licence",
        _E,
        _X,
        Both(
            "a font forbids that it is embedded",
            "字体的许可标记禁止嵌入",
        ),
        Both(
            "use a font whose licence allows it, or ask its maker",
            "请换用允许嵌入的字体，或向字体厂商取得授权",
        ),
    ),
    Rule(
        "no-cid-map",
        _E,
        "ISO 32000-1 9.7.4.2",
        Both(
            "an embedded font does not say how its codes lead to glyphs",
            "嵌入字体没有 CIDToGIDMap",
        ),
        Both("export the file again with its fonts", "请带字体重新导出"),
    ),
    Rule(
        "lzw", _E, _X, Both("a stream is compressed with LZW", "用了 LZW 压缩"), _RECODE
    ),
    Rule(
        "external-stream",
        _E,
        _X,
        Both("data lies in another file", "数据在文件之外"),
        Both("embed it", "请嵌入文件"),
    ),
    Rule(
        "jbig2",
        _E,
        "PDF/X-1a",
        Both("a picture is compressed with JBIG2", "图片用了 JBIG2 压缩"),
        _RECODE,
        (X1A,),
    ),
    Rule(
        "jpeg-2000",
        _E,
        "PDF/X-1a",
        Both("a picture is compressed with JPEG 2000", "图片用了 JPEG 2000 压缩"),
        _RECODE,
        (X1A,),
    ),
    Rule(
        "sixteen-bits",
        _E,
        "PDF/X-1a",
        Both("a picture has 16 bits a colour", "图片为 16 位色深"),
        Both("save it with 8 bits", "请存为 8 位"),
        (X1A,),
    ),
    Rule(
        "transfer-function",
        _E,
        _X,
        Both("a transfer function changes tones", "用了传递函数"),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "halftone",
        _E,
        _X,
        Both("the file asks for a halftone of its own", "文件自带网屏设置"),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "black-generation",
        _E,
        _X,
        Both("the file tells the press how to generate black", "文件自带黑版生成函数"),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "blend-mode",
        _E,
        "ISO 32000-1 11.3.5",
        Both("a blend mode is none of the standard", "混合模式不在标准之列"),
        _FLATTEN,
    ),
    Rule(
        "transparency",
        _E,
        "PDF/X-1a",
        Both("the file has transparency", "文件含有透明效果"),
        _FLATTEN,
        (X1A,),
    ),
    Rule(
        "group-colour",
        _E,
        "GWG 2022 R0030",
        Both(
            "a transparency group blends in other colours than CMYK",
            "透明组的混合色空间不是 CMYK",
        ),
        Both("set the blending space to CMYK", "请将混合色空间设为 CMYK"),
        (X4,),
    ),
    Rule(
        "postscript",
        _E,
        _X,
        Both("PostScript code stands in the file", "文件中有 PostScript 代码"),
        _OUT,
    ),
    Rule("opi", _E, _X, Both("a picture waits for OPI", "图片依赖 OPI 替换"), _OUT),
    Rule(
        "reference-object",
        _E,
        _X,
        Both("content refers to another file", "内容引用了别的文件"),
        _OUT,
    ),
    Rule(
        "alternate-picture",
        _E,
        _X,
        Both("a picture has alternates", "图片带有替代图"),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "annotation",
        _E,
        _X,
        Both("a link, note or form field lies on the page", "版面上有链接、批注或表单"),
        Both("take annotations off the page", "请删去版面上的批注"),
        BOTH_X,
    ),
    Rule(
        "action",
        _E,
        _X,
        Both("the file carries an action or a script", "文件含有动作或脚本"),
        _OUT,
    ),
    Rule(
        "form",
        _E,
        _X,
        Both("the file carries an XFA form", "文件含有 XFA 表单"),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "alternate-presentation",
        _E,
        _X,
        Both("the file carries a slide show", "文件含有演示内容"),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "embedded-file",
        _E,
        _X,
        Both("the file carries another file", "文件内嵌了别的文件"),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "layers",
        _E,
        "PDF/X-1a, GWG 2022 R0034",
        Both("the file has layers", "文件含有图层"),
        Both("flatten the layers", "请合并图层"),
    ),
    Rule(
        "viewer-area",
        _E,
        _X,
        Both(
            "the file sets what viewers show by a box that PDF/X does not allow",
            "显示区域设置不合 PDF/X",
        ),
        _OUT,
        BOTH_X,
    ),
    Rule(
        "rendering-intent",
        _E,
        "ISO 32000-1 8.6.5.8",
        Both("a rendering intent is unknown", "渲染意图名称不明"),
        _OUT,
    ),
)
