"""One file that somebody sent → the files of the issue that come of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from printpress.diagnostics import Both, Diagnostic, PressError, Span
from printpress.intake.captions import caption_and_credit
from printpress.intake.clean import Sieve
from printpress.intake.conserved import balance, read_again
from printpress.intake.docx import Changes, read_docx
from printpress.intake.draft import Draft, Headed, Remark
from printpress.intake.encodings import Decoded, decode
from printpress.intake.faults import (
    LOOK_AGAIN,
    SAVE_AS_DOCX,
    copy_lost,
    nothing_in_it,
    refusal,
    story_exists,
)
from printpress.intake.heads import headed
from printpress.intake.markdown import read_markdown
from printpress.intake.names import free_name, safe_name
from printpress.intake.package import refuse_others
from printpress.intake.page_text import looks_like_page, read_page
from printpress.intake.photos import picture_remarks
from printpress.intake.plain import read_plain
from printpress.intake.report import REPORTS, report_text
from printpress.intake.shelf import FOLDER, Shelf
from printpress.intake.story_text import PictureHead, story_text
from printpress.intake.tally import Tally
from printpress.intake.tidy import proposals
from printpress.makeup.grid import Grid
from printpress.pictures.faults import PictureError
from printpress.pictures.taken import taken_in

AT_MOST: Final = 256 << 20
"""Bytes of a file: a Word file of fifty phone pictures."""
_PICTURES: Final = frozenset(
    {".jpg", ".jpeg", ".png", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff"}
    | {".webp"}
)
_TEXTS: Final = frozenset({".txt", ".text", ".md", ".markdown"})
_WORD: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})

Kind = Literal["auto", "story", "page"]


@dataclass(frozen=True, slots=True)
class Asked:
    """How copy is to be taken in."""

    issue: Path
    """The issue's folder."""
    shown: str
    """That folder as people are told it."""
    changes: Changes | None = None
    """What becomes of tracked changes; None where nobody said."""
    replaces: bool = False
    """Whether stories that are there are replaced."""
    kind: Kind = "auto"
    """What texts are: stories, or pages with several; ``auto`` looks."""
    grid: Grid | None = None
    """The house's columns, to tell how many a picture fills."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What comes of one file."""

    source: str
    """Its name."""
    files: tuple[tuple[str, bytes], ...]
    """Paths from the issue's folder and contents."""
    remarks: tuple[Remark, ...]
    """What there is to tell."""
    found: tuple[Diagnostic, ...] = ()
    """What is wrong with it."""


class Importer:
    """Takes files one by one, so that none gets another's name."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.shelf = Shelf.of(asked.issue / FOLDER)
        stories = asked.issue / "stories"
        self._there = {p.stem.lower() for p in stories.glob("*.md")}
        self._named: set[str] = set()
        reports = () if asked.replaces else (asked.issue / REPORTS).glob("*.txt")
        self._reports = {p.stem.lower() for p in reports}

    def take(self, path: Path, shown: str) -> Imported:
        """What comes of a file. Raises ``PressError`` and ``OSError``."""
        if not path.is_file():  # a device or a pipe may have no end
            raise refusal(shown, Both("it is no file", "它不是文件"), LOOK_AGAIN)
        if path.stat().st_size > AT_MOST:
            raise refusal(
                shown,
                Both(
                    f"it is larger than {AT_MOST >> 20} MB",
                    f"文件超过 {AT_MOST >> 20} MB",
                ),
                Both("send its pictures apart", "图片另行发送"),
            )
        contents = path.read_bytes()
        suffix = path.suffix.lower()
        if suffix in _PICTURES:
            return self._photo(path, contents, shown)
        refuse_others(contents, shown)
        if suffix in _WORD or contents.startswith(b"PK\x03\x04"):
            return self._word(path, contents, shown)
        if suffix not in _TEXTS:
            raise refusal(
                shown,
                Both(
                    f"nothing is known of files named *{suffix or path.name}",
                    f"不认识“{suffix or path.name}”这类文件",
                ),
                SAVE_AS_DOCX,
            )
        return self._text(path, decode(contents, shown), shown)

    # --- the kinds ------------------------------------------------------------------

    def _word(self, path: Path, contents: bytes, shown: str) -> Imported:
        name = self._name(safe_name(path.stem))
        draft = Sieve().draft(read_docx(contents, shown, self.asked.changes))
        if not draft.blocks:
            raise nothing_in_it(shown)
        story = headed(draft, path.stem)
        return self._made(path.name, [(name, story)], draft)

    def _text(self, path: Path, decoded: Decoded, shown: str) -> Imported:
        if not decoded.text.strip():
            raise nothing_in_it(shown)
        sieve = Sieve()
        text = sieve.text(decoded.text)
        told = (*_told_encoding(decoded), *sieve.remarks())
        stem = safe_name(path.stem)
        if path.suffix.lower() in (".md", ".markdown"):
            name = self._name(stem)
            marked, remarks = read_markdown(text, path.stem)
            story = f"stories/{name}.md"
            remarks = (*told, *remarks)
            return self._finished(path.name, [(story, marked)], remarks)
        page = self.asked.kind == "page"
        if self.asked.kind == "auto":
            page = looks_like_page(text)
        if page:
            return self._page(path, text, decoded.text, told)
        draft = read_plain(text)
        story_of = headed(replace(draft, remarks=(*told, *draft.remarks)), path.stem)
        whole = replace(draft, written=decoded.text)
        return self._made(path.name, [(self._name(stem), story_of)], whole)

    def _page(
        self, path: Path, text: str, written: str, told: Sequence[Remark]
    ) -> Imported:
        page = read_page(text, path.stem)
        stem = safe_name(path.stem)
        several = len(page.stories) > 1
        named = [
            (self._name(f"{stem}-{number}" if several else stem), story)
            for number, story in enumerate(page.stories, 1)
        ]
        draft = Draft((), remarks=(*told, *page.remarks), written=written)
        return self._made(path.name, named, draft, apart=True)

    def _photo(self, path: Path, contents: bytes, shown: str) -> Imported:
        try:
            taken = taken_in(contents)
        except PictureError as trouble:
            raise PressError([trouble.told(path.name, Span(shown, 0, 0))]) from trouble
        name, known = self.shelf.put(taken, path.stem)
        remarks = picture_remarks(name, taken, self.asked.grid)
        if known:
            words = Both(
                f"{path.name} is there already as {name}",
                f"{path.name} 与已有的 {name} 内容相同，不再存一份",
            )
            remarks.insert(0, Remark("counted", words))
        return Imported(path.name, self.shelf.to_write(), tuple(remarks))

    # --- what comes of them ----------------------------------------------------------

    def _name(self, wanted: str) -> str:
        """The story's name; one that is there is told, one of this run is passed by."""
        name = free_name(wanted, self._named)
        if name in self._there and not self.asked.replaces:
            raise PressError([story_exists(f"{self.asked.shown}/stories/{name}.md")])
        self._named.add(name)
        return name

    def _made(
        self,
        source: str,
        named: Sequence[tuple[str, Headed]],
        draft: Draft,
        *,
        apart: bool = False,
    ) -> Imported:
        """The stories written, their pictures stored, all of it counted."""
        remarks: list[Remark] = list(draft.remarks) if apart else []
        stories: list[tuple[str, str]] = []
        for name, story in named:
            tally = Tally()
            heads, told = self._pictures(name, story, draft)
            text = story_text(story, heads, tally)
            of = name if len(named) > 1 else ""
            own = (*story.remarks, *told, *tally.remarks())
            remarks += [replace(remark, story=of) for remark in own]
            stories.append((f"stories/{name}.md", text))
        imported = self._finished(source, stories, tuple(remarks))
        return self._counted(imported, stories, draft.written)

    def _counted(
        self, imported: Imported, stories: Iterable[tuple[str, str]], written: str
    ) -> Imported:
        """The same, with what the count of characters finds."""
        found: list[Diagnostic] = []
        printed = ""
        shown = self.asked.shown
        for file, text in stories:
            shown = f"{self.asked.shown}/{file}"
            words, faults = read_again(text, shown)
            printed += words
            found += faults
        lost, more = balance(written, printed, imported.remarks)
        if lost or more:
            found.append(copy_lost(shown, lost, more))
        return replace(imported, found=tuple(found))

    def _pictures(
        self, name: str, story: Headed, draft: Draft
    ) -> tuple[list[PictureHead], list[Remark]]:
        """The story's pictures for its head, and what there is to tell of them."""
        contents = dict(draft.pictures)
        heads: list[PictureHead] = []
        told: list[Remark] = []
        for block in story.blocks:
            if block.part == "caption" and heads:
                words = " ".join(block.text.split())
                caption, credit, dropped = caption_and_credit(words)
                if credit:
                    both = Both("taken for the picture's credit", "当作摄影署名")
                    told.append(Remark("guessed", both, credit, lost=dropped))
                heads[-1] = replace(heads[-1], caption=caption, credit=credit)
            if not block.picture:
                continue
            try:
                taken = taken_in(contents[block.picture])
            except PictureError as trouble:
                short = block.picture.rpartition("/")[2]
                what = Both(
                    f"a picture is left out: {trouble.reason.en}",
                    f"图片没有导入：{trouble.reason.zh}",
                )
                told.append(Remark("left-out", what, short))
                heads.append(PictureHead(""))
                continue
            number = sum(1 for head in heads if head.file) + 1
            file, _ = self.shelf.put(taken, f"{name}-{number}")
            heads.append(PictureHead(f"../{FOLDER}/{file}"))
            told += picture_remarks(file, taken, self.asked.grid)
        return self._with_files(heads, told)

    def _with_files(
        self, heads: list[PictureHead], told: list[Remark]
    ) -> tuple[list[PictureHead], list[Remark]]:
        """The pictures that are there; the captions of the others are listed."""
        for head in heads:
            words = head.caption + head.credit
            if not head.file and words:
                what = Both("the caption of a picture left out", "未导入的图片的说明")
                told.append(Remark("left-out", what, words, lost=words))
        return [head for head in heads if head.file], told

    def _finished(
        self,
        source: str,
        stories: Sequence[tuple[str, str]],
        remarks: tuple[Remark, ...],
    ) -> Imported:
        pictures = self.shelf.to_write()
        made = [name for name, _ in (*stories, *pictures)]
        tidied = sum(len(proposals(text, name)) for name, text in stories)
        if tidied:
            words = Both(
                f"printpress tidy proposes {tidied} changes",
                f"printpress tidy 有 {tidied} 处建议",
            )
            remarks = (*remarks, Remark("counted", words))
        report = report_text(source, made, remarks)
        stem = free_name(safe_name(Path(source).stem), self._reports)
        self._reports.add(stem)
        files = (
            *((name, text.encode()) for name, text in stories),
            *pictures,
            (f"{REPORTS}/{stem}.txt", report.encode()),
        )
        return Imported(source, files, remarks)


def _told_encoding(decoded: Decoded) -> list[Remark]:
    if decoded.encoding == "UTF-8":
        return []
    if decoded.guessed:
        words = Both(
            f"the encoding is taken for {decoded.encoding}",
            f"文字编码按 {decoded.encoding} 读取",
        )
        return [Remark("guessed", words)]
    words = Both(
        f"the encoding is {decoded.encoding}", f"文字编码是 {decoded.encoding}"
    )
    return [Remark("counted", words)]
