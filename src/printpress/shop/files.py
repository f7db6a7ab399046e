"""The files of an edition for the print shop: the whole, and each page by itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from printpress.diagnostics import Both, Diagnostic, PressError, error
from printpress.display.marks import marked
from printpress.display.ops import DisplayList
from printpress.display.slug import slugged
from printpress.pdf import OutputIntent
from printpress.pictures.packed import PackedPicture
from printpress.pipeline import MadeUp, write_pages
from printpress.shop.intent import output_intent
from printpress.spec.file_names import PageLabel, file_name

WHOLE: Final = "whole.pdf"
"""The file of all pages."""

FIRST_VERSION: Final = "A"
"""The version of pages that are sent for the first time."""


@dataclass(frozen=True, slots=True)
class ShopFile:
    """One PDF file for the shop."""

    name: str
    """Its name."""
    pages: tuple[DisplayList, ...]
    """What it holds."""
    contents: bytes
    """Its bytes."""
    digest: str
    """SHA-256 of them."""


Versions = Mapping[tuple[int, ...], str]
"""The versions of pages, by their numbers; those not named are sent the first time."""


def written(
    made: MadeUp,
    pictures: Mapping[str, PackedPicture],
    pages: tuple[DisplayList, ...],
    intent: OutputIntent | None,
) -> tuple[bytes, str]:
    """A file's bytes and their SHA-256."""
    contents = write_pages(made, pictures, pages, intent)
    return contents, sha256(contents).hexdigest()


Written = Callable[
    [
        MadeUp,
        Mapping[str, PackedPicture],
        tuple[DisplayList, ...],
        OutputIntent | None,
    ],
    tuple[bytes, str],
]
"""How a file is written: its bytes and their SHA-256."""


def shop_files(
    made: MadeUp,
    pictures: Mapping[str, PackedPicture],
    versions: Versions = MappingProxyType({}),
    write: Written = written,
) -> Iterator[ShopFile]:
    """The whole edition first, then each page, or both of a spread, in its order.

    Raises ``PressError`` before the first where the shop's file lacks what that needs.
    """
    intent = output_intent(made.issue.press)
    sent = [versions.get(page.page_nos, FIRST_VERSION) for page in made.pages]
    both = tuple(zip(made.pages, sent, strict=True))
    pages = tuple(print_page(made, page, version) for page, version in both)
    names = [WHOLE, *(page_name(made, page, version) for page, version in both)]
    _all_unlike(names, made)
    for name, held in zip(names, (pages, *((page,) for page in pages)), strict=True):
        yield ShopFile(name, held, *write(made, pictures, held, intent))


def print_page(made: MadeUp, page: DisplayList, version: str) -> DisplayList:
    """The page with the marks that the press asks for."""
    issue, press = made.issue, made.issue.press
    black = press.black_only(page.page_nos)
    done = marked(page, press.marks, black=black)
    if press.marks != "full":
        return done
    words = slug_words(made, page, version)
    faces = (made.library, issue.house.body.font)
    return slugged(done, words, faces, black=black)


def slug_words(made: MadeUp, page: DisplayList, version: str) -> str:
    """Paper, date, page, edition, version and the time of the copy."""
    issue = made.issue
    edition = issue.edition.town or issue.edition.name
    parts = [
        issue.title,
        f"第 {page.label} 版",
        edition,
        f"版本 {version}",
        f"签发 {issue.made:%Y-%m-%d %H:%M}",
    ]
    return "　".join(parts)


def page_name(made: MadeUp, page: DisplayList, version: str) -> str:
    """What the shop's template makes of the page."""
    issue = made.issue
    values: dict[str, object] = {
        "code": issue.edition.code,
        "date": issue.date,
        "page": PageLabel(page.page_nos),
        "version": version,
        "edition": issue.edition.name,
        "number": issue.number,
    }
    name = file_name(issue.press.files, values)
    if name is None:
        raise PressError([_no_name(made)])
    return name


def _all_unlike(names: Sequence[str], made: MadeUp) -> None:
    """Names that differ, whatever a file system thinks of capitals."""
    if len({name.casefold() for name in names}) < len(names):
        raise PressError([_no_name(made)])


def _no_name(made: MadeUp) -> Diagnostic:
    press, edition = made.issue.press, made.issue.edition
    return error(
        "bad-template",
        press.span,
        Both(
            f'"{press.files}" gives the pages of "{edition.name}" no file names of '
            "their own",
            f"模板“{press.files}”不能给“{edition.name}”的各版各起一个文件名",
        ),
        fix=Both(
            "write `files` with {page}, and a `code` of letters in the edition",
            "files 中写上 {page}，地方版的 code 只用字母",
        ),
    )
