"""Rules of the file as such: whether it can be read, what it says of itself."""

from printpress.diagnostics import Both, Severity
from printpress.rules.record import BOTH_X, X1A, X4, Rule

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_X = "PDF/X-4, PDF/X-1a"
_AGAIN = Both("export the file again", "请重新导出文件")
_EXPORT = Both(
    "export it as PDF/X; the program that made it writes this entry then",
    "请按 PDF/X 标准重新导出，生成程序会写入此项",
)

IDENTITY = (
    Rule(
        "unreadable-file",
        _E,
        "ISO 32000-1",
        Both("the file cannot be read as PDF", "文件无法按 PDF 读取"),
        _AGAIN,
    ),
    Rule(
        "unreadable-object",
        _E,
        "ISO 32000-1",
        Both("a part of the file cannot be read", "文件有一部分无法读取"),
        _AGAIN,
    ),
    Rule(
        "header-version",
        _E,
        _X,
        Both("the file is of a newer PDF version", "PDF 版本过高"),
        Both(
            "export it for the version that the standard allows",
            "请按标准允许的版本导出",
        ),
        BOTH_X,
    ),
    Rule(
        "header-early",
        _W,
        _X,
        Both(
            "the file is of a very old PDF version, or states none",
            "PDF 版本过低或没有写明",
        ),
        _AGAIN,
        BOTH_X,
    ),
    Rule(
        "binary-comment",
        _W,
        "ISO 32000-1 7.5.2",
        Both(
            "the second line does not mark the file as binary", "第二行缺少二进制标记"
        ),
        _AGAIN,
        BOTH_X,
    ),
    Rule(
        "encrypted",
        _E,
        _X,
        Both("the file is encrypted", "文件已加密"),
        Both("save it without a password or permissions", "请去掉口令和权限后再存"),
    ),
    Rule(
        "file-id",
        _E,
        _X,
        Both("the file has no identifier", "文件没有标识 ID"),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "object-stream",
        _E,
        "PDF/X-1a",
        Both(
            "objects or their table are packed into streams, unknown to PDF 1.4",
            "使用了 PDF 1.4 没有的对象流或交叉引用流",
        ),
        Both("save it for PDF 1.4", "请按 PDF 1.4 另存"),
        (X1A,),
    ),
    Rule(
        "stream-line-end",
        _W,
        "ISO 32000-1 7.3.8.1",
        Both(
            "a stream's data does not end with a line end",
            "数据流结尾缺换行",
        ),
        _AGAIN,
        BOTH_X,
    ),
    Rule(
        "info-title",
        _E,
        _X,
        Both("the file has no title", "文件没有标题"),
        Both("give the document a title", "请填写文档标题"),
        BOTH_X,
    ),
    Rule(
        "info-dates",
        _E,
        _X,
        Both(
            "the file does not say when it was made and changed",
            "文件没有创建和修改日期",
        ),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "trapped",
        _E,
        _X,
        Both("the file does not say whether it is trapped", "没有说明是否已做陷印"),
        Both("set Trapped to True or False", "请将 Trapped 设为 True 或 False"),
        BOTH_X,
    ),
    Rule(
        "info-standard",
        _E,
        _X,
        Both(
            "the document information names another standard than the press takes",
            "文档信息声明的标准与印厂要求不符",
        ),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "xmp-missing",
        _E,
        "PDF/X-4",
        Both("the file has no XMP metadata", "文件没有 XMP 元数据"),
        _EXPORT,
        (X4,),
    ),
    Rule(
        "xmp-filtered",
        _E,
        "PDF/X-4",
        Both("the XMP metadata is compressed", "XMP 元数据被压缩"),
        _EXPORT,
        (X4,),
    ),
    Rule(
        "xmp-malformed",
        _E,
        _X,
        Both("the XMP metadata is not well formed", "XMP 元数据格式有误"),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "xmp-standard",
        _E,
        "PDF/X-4",
        Both("the XMP does not call the file PDF/X-4", "XMP 没有声明 PDF/X-4"),
        _EXPORT,
        (X4,),
    ),
    Rule(
        "xmp-property",
        _E,
        "PDF/X-4",
        Both("the XMP lacks what PDF/X-4 asks for", "XMP 缺少 PDF/X-4 要求的属性"),
        _EXPORT,
        (X4,),
    ),
    Rule(
        "xmp-disagrees",
        _E,
        _X,
        Both(
            "XMP and document information disagree",
            "XMP 与文档信息不一致",
        ),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "output-intent",
        _E,
        _X,
        Both(
            "there is not exactly one PDF/X output intent",
            "PDF/X 输出意图不是恰好一个",
        ),
        Both(
            "export with the press's printing condition",
            "导出时选择印厂的印刷条件",
        ),
        BOTH_X,
    ),
    Rule(
        "intent-profiles-differ",
        _E,
        _X,
        Both(
            "another output intent brings another profile",
            "另一个输出意图用了不同的特性文件",
        ),
        Both("keep the press's output intent only", "只保留印厂的输出意图"),
        BOTH_X,
    ),
    Rule(
        "intent-external",
        _E,
        "PDF/X-4",
        Both(
            "the output intent refers to a profile outside the file",
            "输出意图引用了文件之外的特性文件",
        ),
        Both("embed the press's ICC profile", "请嵌入印厂的 ICC 特性文件"),
        BOTH_X,
    ),
    Rule(
        "intent-condition",
        _E,
        _X,
        Both("the output intent names no printing condition", "输出意图没有写印刷条件"),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "intent-words",
        _E,
        _X,
        Both(
            "the output intent does not say its condition in words",
            "输出意图没有说明文字",
        ),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "intent-profile",
        _E,
        _X,
        Both("the output intent has no usable profile", "输出意图没有可用的特性文件"),
        Both("embed the press's ICC profile", "请嵌入印厂的 ICC 特性文件"),
        BOTH_X,
    ),
    Rule(
        "intent-class",
        _E,
        _X,
        Both(
            "the output profile is none of a printing press",
            "输出特性文件不是印刷设备的",
        ),
        Both("embed the press's ICC profile", "请嵌入印厂的 ICC 特性文件"),
        BOTH_X,
    ),
    Rule(
        "intent-channels",
        _E,
        _X,
        Both(
            "the output profile has another number of inks than its entry says",
            "输出特性文件的色数与 N 不符",
        ),
        _EXPORT,
        BOTH_X,
    ),
    Rule(
        "intent-not-cmyk",
        _E,
        "GWG 2022 R0035",
        Both("the output profile is not for four inks", "输出特性文件不是 CMYK"),
        Both(
            "export with the press's CMYK profile",
            "导出时选择印厂的 CMYK 特性文件",
        ),
        BOTH_X,
    ),
    Rule(
        "intent-version",
        _E,
        "PDF/X-4",
        Both(
            "the output profile is of an ICC version that PDF/X-4 does not know",
            "输出特性文件的 ICC 版本过高",
        ),
        Both("use a profile of ICC version 2 or 4.3", "请使用 ICC 2 版或 4.3 版"),
        BOTH_X,
    ),
)
