"""What cannot be imported, and how to make it something that can."""

from typing import Final

from printpress.diagnostics import Both, Diagnostic, PressError, Span, error

SAVE_AS_DOCX: Final = Both(
    "open it in Word or WPS and save it as .docx (File, Save As, Word document)",
    "用 Word 或 WPS 打开，“另存为”选 Word 文档（.docx）",
)
SEND_AGAIN: Final = Both(
    "send the file again, or open it in Word or WPS and save it as a new .docx",
    "请重新发送；或用 Word、WPS 打开后另存为新的 .docx",
)
LOOK_AGAIN: Final = Both("look whether it is the right file", "请核对是不是这个文件")
_SAVE_AS_UTF_8: Final = Both(
    "save it as UTF-8 text, or copy the text into a new file",
    "另存为 UTF-8 编码的文本，或把文字复制到新文件里",
)


def refusal(shown: str, why: Both, fix: Both = SAVE_AS_DOCX) -> PressError:
    """A file that nothing is taken from; *why* goes on behind its name."""
    name = shown.rpartition("/")[2]
    return PressError(
        [
            error(
                "not-importable",
                Span(shown, 0, 0),
                Both(
                    f'"{name}" cannot be imported: {why.en}',
                    f"“{name}”不能导入：{why.zh}",
                ),
                fix=fix,
            )
        ]
    )


def damaged(shown: str, why: Both | None = None) -> PressError:
    """A Word file that does not hold together."""
    broken = Both("it is damaged or cut off", "文件损坏或不完整")
    return refusal(shown, why or broken, SEND_AGAIN)


def too_big(shown: str) -> PressError:
    """A file that unpacks to more than any copy; also what is sent to do harm."""
    return refusal(
        shown,
        Both("it unpacks to more than any copy holds", "解开后大得不像稿件"),
        SEND_AGAIN,
    )


def no_encoding(shown: str) -> PressError:
    """Text in an encoding that is none of ours."""
    return refusal(
        shown,
        Both(
            "its characters are not in UTF-8, GB18030, UTF-16 or Big5",
            "文字编码不是 UTF-8、GB18030、UTF-16 或 Big5",
        ),
        _SAVE_AS_UTF_8,
    )


def nothing_in_it(shown: str) -> PressError:
    """A file without copy."""
    return refusal(
        shown,
        Both("it holds no text", "里面没有文字"),
        LOOK_AGAIN,
    )


def story_exists(shown: str) -> Diagnostic:
    """A story that is there, and that nobody asked to replace."""
    return error(
        "story-exists",
        Span(shown, 0, 0),
        Both(
            f'the story "{shown.rpartition("/")[2]}" is there already',
            f"稿件“{shown.rpartition('/')[2]}”已经存在",
        ),
        why=Both("edits made since must not be lost", "已作的修改不能丢"),
        fix=Both(
            "add --replace to take the new copy in its place, or rename the file",
            "要用新稿替换，请加 --replace；否则给文件改名",
        ),
    )


def copy_lost(shown: str, lost: str, more: str) -> Diagnostic:
    """Characters that stand neither in the story nor in the list of what was left."""
    return error(
        "import-unlike",
        Span(shown, 0, 0),
        Both(
            f'the story is not what was sent: lacking "{lost[:40]}", '
            f'too much "{more[:40]}"',
            f"导入的稿件与原文不符：缺“{lost[:40]}”，多“{more[:40]}”",
        ),
        why=Both("nothing may be dropped silently", "任何内容都不能悄悄丢失"),
        fix=Both(
            "compare the story with what was sent, and send the file to the makers of "
            "printpress",
            "请对照原稿核对这篇稿件，并把原文件发给 printpress 的开发者",
        ),
    )
