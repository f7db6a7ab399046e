"""What a file that begins like no picture is instead: a document, a page, words.

Its name is not asked: staff rename files, and mail programs do.
"""

from printpress.diagnostics import Both
from printpress.pictures.faults import PictureError, no_picture

_PAGE = Both(
    "what was saved is a web page; open it and save the picture itself",
    "存下来的是网页；请打开网页，把图片本身另存下来",
)

_DOCUMENT = Both(
    "take the picture out of the document or the archive and save it as JPEG or PNG",
    "先从文档或压缩包里取出图片，另存为 JPEG 或 PNG",
)

_DOCUMENTS = (
    (b"PK\x03\x04", "ZIP (docx, pptx)"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\xd0\xcf\x11\xe0", "Word"),
)
"""Files that pictures are sent in."""

_HTML = (b"<!doctype html", b"<html", b"<head")
"""How web pages begin, in small letters: what is saved in place of pictures that need a
login."""


def refusal(start: bytes) -> PictureError | None:
    """What to say of a file that begins so; None where nobody knows what it is."""
    for sign, name in _DOCUMENTS:
        if start.startswith(sign):
            return no_picture(Both(f"it is {name}", f"它是 {name} 文件"), _DOCUMENT)
    words = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if words.startswith(_HTML):
        return no_picture(Both("it is a web page", "它是网页"), _PAGE)
    return no_picture(Both("it is text", "它是文字")) if _text(start) else None


def _text(start: bytes) -> bool:
    """Whether it reads as Chinese or other text, whose last character may be cut."""
    if any(byte < 32 and byte not in b"\t\n\r\f" for byte in start):  # noqa: PLR2004 - a space
        return False
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):
            try:
                start[: len(start) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False
