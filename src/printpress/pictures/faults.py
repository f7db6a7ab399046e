"""Why a file cannot be printed as a picture: a reason for people, and a way out."""

import errno

from printpress.diagnostics import Both, Diagnostic, Severity, Span, error

_TAKEN = Both("JPEG, PNG, TIFF, WebP, GIF and BMP", "JPEG、PNG、TIFF、WebP、GIF、BMP")
"""What is accepted."""

SEND_AGAIN = Both(
    "send the picture again, as the camera made it, in JPEG or PNG",
    "请重新发来相机原图，格式用 JPEG 或 PNG",
)
"""What mends a damaged file."""

SAVE_AS = Both(
    "open it in a picture program and save it as JPEG or PNG",
    "用图片软件打开，另存为 JPEG 或 PNG",
)
"""What mends a file of another format."""


class PictureError(ValueError):
    """A picture that cannot be used."""

    def __init__(self, reason: Both, fix: Both = SEND_AGAIN) -> None:
        super().__init__(reason.en)
        self.reason = reason
        """What is wrong with it; the file is "it"."""
        self.fix = fix
        """How to mend it."""

    def told(self, name: str, span: Span | None) -> Diagnostic:
        """The fault as a diagnostic about the picture that is asked for at *span*."""
        return error(
            "picture-unreadable",
            span,
            Both(
                f'the picture "{name}" cannot be printed: {self.reason.en}',
                f"图片“{name}”不能印：{self.reason.zh}",
            ),
            fix=self.fix,
        )


def damaged(reason: Both | None = None) -> PictureError:
    """The file ends too soon, or says things that cannot be."""
    in_general = Both("it is damaged or cut off", "文件损坏或不完整")
    return PictureError(reason or in_general)


def cut_off() -> PictureError:
    """Its pixels do not all come."""
    return PictureError(Both("the file is cut off", "文件不完整，后半截丢了"))


def hidden() -> PictureError:
    """It holds a text or a profile that would fill the memory."""
    return PictureError(
        Both(
            "a text or a colour profile hidden in it is enormous",
            "文件里夹带的文字或色彩描述大得反常",
        ),
        Both(
            "open it in a picture program and save it again without them (for the web)",
            "用图片软件打开，不带附加信息另存（“存储为 Web 所用格式”）",
        ),
    )


_IN_CHINESE = {
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.ENOENT: "文件不在了",
    errno.EISDIR: "这是文件夹",
    errno.ELOOP: "链接互相指向，没有尽头",
    errno.EIO: "磁盘出错",
    errno.ENAMETOOLONG: "文件名太长",
}
"""What the system's reasons mean, beside its own English words for them."""


def unreadable(trouble: OSError) -> PictureError:
    """The file system does not give it."""
    why = trouble.strerror or "it cannot be opened"
    why_zh = _IN_CHINESE.get(trouble.errno or 0, why)
    return PictureError(
        Both(f"the file cannot be read ({why})", f"文件无法读取（{why_zh}）"),
        Both(
            "check that the file exists and that you may read it",
            "检查文件是否存在、有没有读取权限",
        ),
    )


def wrong_format(name: str, way: Both | None = None) -> PictureError:
    """It is a file of another kind; *way* leads from there to one we take."""
    return PictureError(
        Both(
            f"it is {name}; {_TAKEN.en} are accepted",
            f"它是 {name} 文件，只收 {_TAKEN.zh}",
        ),
        way or SAVE_AS,
    )


def no_picture(what: Both, way: Both = SEND_AGAIN) -> PictureError:
    """It is a file of words; *way* leads to the picture that was meant."""
    return PictureError(
        Both(
            f"{what.en} and no picture; {_TAKEN.en} are accepted",
            f"{what.zh}，不是图片；只收 {_TAKEN.zh}",
        ),
        way,
    )


def unknown_format() -> PictureError:
    """It begins like no picture at all."""
    return PictureError(
        Both(
            f"it is no picture known here; {_TAKEN.en} are accepted",
            f"认不出它是什么图片，只收 {_TAKEN.zh}",
        ),
        SAVE_AS,
    )


def too_many_pixels(width: int, height: int, most: int) -> PictureError:
    """It would fill the memory."""
    limit, limit_zh = f"{most // 1_000_000} million", f"{most // 10_000} 万"
    return PictureError(
        Both(
            f"it has {width} × {height} pixels; {limit} are accepted",
            f"它有 {width} × {height} 像素，最多 {limit_zh}",
        ),
        Both(
            "save it smaller: 4000 pixels across fill the widest page",
            "缩小后另存：最宽的版面 4000 像素也够用",
        ),
    )


def profile_ignored(name: str, span: Span | None) -> Diagnostic:
    """A note about a picture whose own colour profile is of no use."""
    return Diagnostic(
        "picture-profile",
        Severity.NOTE,
        span,
        Both(
            f'the colour profile in the picture "{name}" is damaged; its colours are '
            "taken for the usual ones",
            f"图片“{name}”内嵌的 ICC 特性文件损坏，按常用颜色处理",
        ),
        why=Both(
            "without it nobody knows the exact colours; sRGB is assumed, of "
            "separations the press's own inks",
            "没有它就不知道准确的颜色：RGB 按 sRGB，CMYK 按本印厂的油墨",
        ),
        fix=Both(
            "look at the colours in the proof, or save the picture with its profile "
            "again",
            "看样时核对颜色，或连同特性文件重新导出图片",
        ),
    )
