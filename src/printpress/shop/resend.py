"""Pages sent again: their version advanced, every other file left as it was sent.

What was sent is known from the manifest beside the files. The whole edition is built,
and a page that was not to change but did is an error: else the shop would print a page
that differs from the whole, and nobody had looked at it.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from printpress.diagnostics import Both, Diagnostic, PressError, error
from printpress.pictures.packed import PackedPicture
from printpress.pipeline import MadeUp
from printpress.shop.files import WHOLE, ShopFile, Versions, shop_files

VERSION = re.compile(r"[A-Z]{1,4}")
"""A version's letters."""


def next_version(version: str) -> str:
    """The letter, or letters, that come after.

    >>> next_version("A"), next_version("Z"), next_version("AZ"), next_version("ZZ")
    ('B', 'AA', 'BA', 'AAA')
    """
    kept = version.rstrip("Z")
    turned = "A" * (len(version) - len(kept))
    if not kept:
        return "A" + turned
    following = ascii_uppercase[ascii_uppercase.index(kept[-1]) + 1]
    return kept[:-1] + following + turned


@dataclass(frozen=True, slots=True)
class Sent:
    """What the shop has of an edition."""

    versions: Versions
    """The version of each page, or of both of a spread."""
    digests: Mapping[tuple[int, ...], str]
    """The hashes of their files."""

    @staticmethod
    def told(manifest: bytes | None, name: str) -> "Sent":
        """As the manifest of that name tells it; None: there is none.

        Raises ``PressError`` where it tells nothing.
        """
        try:
            told: Any = json.loads(manifest or b"")
            files, pages = told["files"], told["pages"]
            versions = {tuple(map(int, p["pages"])): str(p["version"]) for p in pages}
            digests = {tuple(map(int, p["pages"])): files[p["file"]] for p in pages}
        except (ValueError, KeyError, TypeError) as trouble:
            raise PressError([_not_sent(name)]) from trouble
        if not all(map(VERSION.fullmatch, versions.values())):
            raise PressError([_not_sent(name)])
        return Sent(versions, digests)

    def advanced(self, numbers: Collection[int]) -> Versions:
        """The versions once pages of those numbers are sent again."""
        return {
            pages: next_version(version) if set(pages) & set(numbers) else version
            for pages, version in self.versions.items()
        }


def last_versions(manifest: bytes | None) -> Versions:
    """The letters that pages have come to, for an edition that is printed anew.

    Were they to begin again, the shop would get another page under the name of one
    that it has had already. Without a manifest that can be read they do begin.
    """
    try:
        return Sent.told(manifest, "").versions
    except PressError:
        return {}


def resent(
    made: MadeUp,
    pictures: Mapping[str, PackedPicture],
    before: Sent,
    numbers: Collection[int],
) -> tuple[tuple[ShopFile, ...], tuple[ShopFile, ...]]:
    """Every file of the edition as it is now, and those of them to be written.

    Raises ``PressError`` where another page than those numbered has changed since it
    was sent.
    """
    files = tuple(shop_files(made, pictures, before.advanced(numbers)))
    written: list[ShopFile] = []
    changed: list[int] = []
    for each in files:
        held = tuple(number for page in each.pages for number in page.page_nos)
        if each.name == WHOLE or set(held) & set(numbers):
            written.append(each)
        elif before.digests.get(held) != each.digest:
            changed += held
    if changed:
        raise PressError([_changed(changed)])
    return files, tuple(written)


def _not_sent(name: str) -> Diagnostic:
    return error(
        "not-sent",
        None,
        Both(
            f"{name} does not tell which pages the shop has",
            f"{name} 没有记下印厂已收到哪些版",
        ),
        fix=Both(
            "print the whole edition first, without --resend",
            "先不带 --resend 输出整期",
        ),
    )


def _changed(numbers: list[int]) -> Diagnostic:
    listed = ", ".join(map(str, numbers))
    options = " ".join(f"--resend {number}" for number in numbers)
    return error(
        "changed-too",
        None,
        Both(
            f"page {listed} has changed, too, since it was sent",
            f"第 {listed} 版发送后也有改动",
        ),
        fix=Both(
            f"look at it and add {options}, or undo the change",
            f"看过后加上 {options}，或撤销改动",
        ),
    )
