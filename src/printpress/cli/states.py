"""The states of an issue that ``diff`` compares: builds, the issue now, revisions."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import click

from printpress.cli.issues import output_folder, split_address
from printpress.cli.writing import shown_path
from printpress.diagnostics import Both, Diagnostic, PressError

if TYPE_CHECKING:
    from printpress.proof.sides import Side

LAST: Final = "HEAD"
"""What an issue is compared with that was never proofed."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an argument names: a build's folder, an issue, or an issue of a revision."""

    name: str
    """As it was written."""
    path: Path | None
    """The build or the issue; None if only a revision was named."""
    revision: str = ""
    """The revision; empty for builds and the issue as it is now."""
    page: int | None = None
    """The page asked for, if any."""

    @property
    def is_build(self) -> bool:
        """Whether it is a build."""
        from printpress.proof.sides import is_build

        return not self.revision and self.path is not None and is_build(self.path)


def named(address: str) -> Named:
    """What the address names, as far as can be told without git."""
    from printpress.proof.sides import is_build

    if is_build(path := Path(address)):
        return Named(address, path)
    bare, hash_sign, number = address.rpartition("#")
    if not (hash_sign and number.isdecimal()):
        bare, number = address, ""
    page = int(number) if number else None
    if split_address(bare)[0].is_file():
        return Named(bare, Path(bare), page=page)
    revision, colon, inside = bare.partition(":")
    if colon and revision and inside:
        return Named(bare, Path(inside), revision, page)
    return Named(bare, None, bare, page)


def both_named(
    addresses: Sequence[str], issue: str | None
) -> tuple[Named | None, Named]:
    """Old and new; no old one where staff ask what they did since the last proof."""
    told = [named(address) for address in addresses]
    known = [each.path for each in told if each.path and not each.is_build]
    path = Path(issue) if issue else known[0] if known else None
    if path is None and not all(each.is_build for each in told):
        missing = next(each for each in told if not each.is_build)
        raise click.UsageError(
            f"{missing.name} is no build and no issue; if it is a git revision, say "
            "of which issue: --issue issues/DATE"
        )
    told = [each if each.path else replace(each, path=path) for each in told]
    if len(told) > 1:
        return told[0], told[1]
    if not told[0].is_build and not told[0].revision:
        return None, told[0]
    if path is None:
        raise click.UsageError(f"compare {told[0].name} with what? Add an issue")
    return told[0], Named(str(path), path)


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a revision."""

    folder: Path
    """Where they stand, as the top of the repository."""
    file: Path
    """The issue's file."""
    paper: Path
    """The paper's folder in the work tree."""


@dataclass(slots=True)
class States:
    """Makes sides of what is named; files of revisions live until it is closed."""

    press: str | None
    """Another print shop than the issue's."""
    kept: ExitStack
    """Holds the folders of revisions."""
    loaded: dict[Named, Any] = field(default_factory=dict)
    """Issues already read, the last time with the edition asked for."""
    written: dict[Named, "Written"] = field(default_factory=dict)
    """Revisions already written out."""

    def editions(
        self, old: Named | None, new: Named, asked: Sequence[str]
    ) -> Iterator[str]:
        """Those to compare: asked for, the build's, or all of the issue."""
        from printpress.proof.sides import build_side

        build = next((each for each in (new, old) if each and each.is_build), None)
        if asked:
            yield from asked
        elif build is not None and build.path is not None:
            yield build_side(build.path, build.name).record.edition
        else:
            yield from (edition.name for edition in self._issue(new).editions)

    def last(self, new: Named, edition: str) -> Named:
        """What came before the issue as it is now: its last build, else ``HEAD``."""
        from printpress.proof.sides import is_build

        issue = self._issue(new, edition)
        folder = output_folder(issue, _edition(issue, edition))
        if is_build(folder):
            return Named(shown_path(folder), folder)
        return replace(new, name=f"{LAST}:{new.name}", revision=LAST)

    def side(self, one: Named, edition: str) -> "Side":
        """The state of an edition. Raises :class:`PressError` where it has no pages."""
        from printpress.pipeline import make_edition
        from printpress.proof.sides import build_side, made_side

        if one.is_build and one.path is not None:
            return build_side(one.path, one.name)
        issue = self._issue(one, edition)
        try:
            made = make_edition(issue, _edition(issue, edition))
        except PressError as trouble:
            raise self._as_named(one, trouble) from None
        return made_side(made, edition, one.name, self._paper(one, issue))

    def output(self, one: Named, edition: str) -> Path:
        """The folder for what is written of a comparison: beside the builds."""
        if one.is_build and one.path is not None:
            folder = one.path if one.path.is_dir() else one.path.parent
        else:
            issue = self._issue(one, edition)
            folder = output_folder(issue, _edition(issue, edition))
            folder = self._paper(one, issue).parent / folder.name
        return folder.parent / f"diff-{folder.name}"

    def _paper(self, one: Named, issue: Any) -> Path:
        """Where converted pictures are kept, of revisions too."""
        root = self.written[one].paper if one.revision else issue.root
        return Path(root) / "build" / ".pictures"

    def _issue(self, one: Named, edition: str | None = None) -> Any:
        """What is named, with that edition in it."""
        from printpress import spec

        issue = self.loaded.get(one)
        if issue is None or not (edition is None or _edition(issue, edition)):
            file = self._file(one)
            editions = () if edition is None else (edition,)
            try:
                issue, _ = spec.load(file, press=self.press, editions=editions)
            except PressError as trouble:
                raise self._as_named(one, trouble) from None
            self.loaded[one] = issue
        return issue

    def _file(self, one: Named) -> Path:
        from printpress.proof.revision import issue_of_revision

        if one.path is None:
            raise AssertionError("an issue without a path")
        if not one.revision:
            return one.path
        if one not in self.written:
            folder = Path(self.kept.enter_context(TemporaryDirectory()))
            found = issue_of_revision(one.revision, one.path, folder)
            self.written[one] = Written(folder, *found)
        return self.written[one].file

    def _as_named(self, one: Named, trouble: PressError) -> PressError:
        """The same faults, in files of a revision and not of a folder soon gone."""
        if not one.revision:
            return trouble
        there = f"{shown_path(self.written[one].folder)}/"
        return PressError(
            _renamed(found, there, f"{one.revision}:") for found in trouble.diagnostics
        )


def _edition(issue: Any, name: str) -> Any:
    return next((each for each in issue.editions if each.name == name), None)


def _renamed(found: Diagnostic, old: str, new: str) -> Diagnostic:
    def both(words: Both | None) -> Any:
        return words and Both(*(each.replace(old, new) for each in words))

    return replace(
        found,
        span=found.span and replace(found.span, file=found.span.file.replace(old, new)),
        what=both(found.what),
        why=both(found.why),
        fix=both(found.fix),
        at=both(found.at),
        notes=tuple(
            replace(
                note,
                span=replace(note.span, file=note.span.file.replace(old, new)),
                says=both(note.says),
            )
            for note in found.notes
        ),
    )
