"""An issue as a git revision had it, in a folder of its own.

The work tree is never touched: ``git archive`` gives the files, with line ends and
filters as a checkout would have them. Of the paper everything is taken but its other
issues, so that the pages are made with the layouts, faces and press of that day.
"""

import os
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from printpress.diagnostics import Both, Diagnostic, PressError, error
from printpress.spec.root import HOUSE, ISSUE_FILE

NO_REPOSITORY: Final = "not a git repository"
NO_COMMIT: Final = "Needed a single revision"
"""What git says where there is none, in words that have not changed for years."""


def issue_of_revision(revision: str, issue: Path, folder: Path) -> tuple[Path, Path]:
    """Writes the issue and its paper into *folder*.

    Gives the issue's file there, and the paper's folder in the work tree.
    *issue* is its folder or file as it is called now, which need not exist any more.
    Raises :class:`PressError` without git, without such a revision or without the
    issue in it.
    """
    there = _nearest(issue)
    top = Path(_asked(there, revision, "rev-parse", "--show-toplevel").strip())
    commit = f"{revision}^{{commit}}"
    known = _asked(top, revision, "rev-parse", "--verify", "--end-of-options", commit)
    tree = _Tree(top, revision, known.strip())
    file = tree.issue_file(issue)
    root = tree.paper_root(file)
    tree.write(root, file, folder)
    return folder / file, top / root


def _nearest(path: Path) -> Path:
    """The folder itself, or the nearest above it that exists."""
    start = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as written
    return next(each for each in (start, *start.parents) if each.is_dir())


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run git. Raises :class:`PressError` where there is none."""
    plain = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(  # noqa: S603 - a list, through no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - where users have it
            capture_output=True,
            check=False,
            env={**os.environ, **plain},
        )
    except FileNotFoundError:
        raise PressError([_no_git()]) from None


def _asked(folder: Path, revision: str, *arguments: str) -> str:
    """What git answers about a revision. Raises :class:`PressError`."""
    answer = _git(folder, *arguments)
    if answer.returncode:
        raise PressError([_no_revision(revision, os.fsdecode(answer.stderr))])
    return os.fsdecode(answer.stdout)


class _Tree:
    """The files of one commit."""

    def __init__(self, top: Path, revision: str, commit: str) -> None:
        self.top = top
        self.revision = revision
        self.commit = commit

    def has(self, paths: Sequence[str]) -> set[str]:
        """Those of the files that the commit has."""
        named = self._listed("-r", self.commit, "--", *paths)
        return set(paths) & set(named)

    def _listed(self, *arguments: str) -> list[str]:
        names = _asked(
            self.top, self.revision, "ls-tree", "--full-tree", "--name-only", "-z",
            *arguments,
        )  # fmt: skip
        return [name for name in names.split("\0") if name]

    def issue_file(self, issue: Path) -> str:
        """The issue's file from the top; paths count from here, else from the top."""
        asked = list(dict.fromkeys(self._meant(issue)))
        found = self.has(asked) if asked else set()
        for name in asked:
            if name in found:
                return name
        raise PressError([_not_in_revision(self.revision, issue)])

    def _meant(self, issue: Path) -> Iterator[str]:
        top = self.top.resolve()
        for path in (issue.absolute(), top / issue):
            file = path if path.suffix in (".yaml", ".yml") else path / ISSUE_FILE
            real = Path(os.path.realpath(file))
            if real.is_relative_to(top):
                yield real.relative_to(top).as_posix()

    def paper_root(self, file: str) -> PurePosixPath:
        """The nearest folder upward that is a paper's."""
        above = PurePosixPath(file).parents
        houses = {str(folder / HOUSE.as_posix()): folder for folder in above}
        found = self.has(list(houses))
        for house, folder in houses.items():
            if house in found:
                return folder
        raise PressError([_not_in_revision(self.revision, Path(HOUSE))])

    def _within(self, folder: PurePosixPath) -> list[str]:
        """What lies in a folder, by its path from the top."""
        return self._listed(self.commit, *([f"{folder}/"] if folder.parts else ()))

    def write(self, root: PurePosixPath, file: str, folder: Path) -> None:
        """The paper's files, but for issues that this one does not name."""
        issue = PurePosixPath(file).parent
        if issue == root:
            self._unpack(self._within(root), folder)
            return
        others = set(self._other_issues(issue))
        on_the_way = str(root / issue.relative_to(root).parts[0])
        beside = (*self._within(root), *self._within(issue.parent))
        wanted = {path for path in beside if path not in others and path != on_the_way}
        self._unpack(sorted({*wanted, str(issue)}), folder)
        named = "\n".join(_texts(folder / issue))
        needed = [path for path in others if f"{PurePosixPath(path).name}/" in named]
        if needed:
            self._unpack(needed, folder)

    def _other_issues(self, issue: PurePosixPath) -> Iterator[str]:
        beside = self._within(issue.parent)
        files = {f"{path}/{ISSUE_FILE}": path for path in beside if path != str(issue)}
        found = self.has(list(files)) if files else set()
        yield from (path for file, path in files.items() if file in found)

    def _unpack(self, paths: Sequence[str], folder: Path) -> None:
        packed = folder / ".revision.tar"
        _asked(
            self.top, self.revision, "archive", "--format=tar", f"--output={packed}",
            self.commit, "--", *(f":(literal){path}" for path in paths),
        )  # fmt: skip
        with tarfile.open(packed) as files:
            files.extractall(folder, filter=_harmless)  # noqa: S202 - as "data"
        packed.unlink()


def _harmless(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Nothing outside the folder, no devices; links that lead out of it are left out.

    Whoever names such a link is told that there is no such file.
    """
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def _texts(issue: Path) -> Iterator[str]:
    """What people wrote for the issue."""
    for file in sorted((*issue.glob("*.yaml"), *issue.glob("stories/*.md"))):
        yield file.read_text("utf-8", errors="replace")


def _no_git() -> Diagnostic:
    return error(
        "no-git",
        None,
        Both("git is not on this computer", "这台电脑上没有 git"),
        why=Both(
            "without it no earlier revision can be read",
            "没有它就读不到以前的版本",
        ),
        fix=Both(
            "install git, or compare with a build: printpress diff build/DATE-EDITION "
            "ISSUE",
            "请安装 git；或与出过的样相比：printpress diff build/日期-地方版 期",
        ),
    )


def _no_revision(revision: str, says: str) -> Diagnostic:
    first = says.strip().partition("\n")[0].removeprefix("fatal: ")
    why = Both(f"git says: {first}", f"git 说：{first}")
    if NO_REPOSITORY in first:  # how it goes on depends on disks and git's version
        why = Both(
            "no folder from here upward is git's", "从这里往上没有 git 管的文件夹"
        )
    elif NO_COMMIT in first:
        why = Both("git has no such revision", "git 中没有这个版本")
    return error(
        "no-revision",
        None,
        Both(
            f'"{revision}" is no build, no issue and no git revision here',
            f"“{revision}”不是出过的样，不是一期，这里的 git 也没有这个版本",
        ),
        why=why,
        fix=Both(
            "write a build's folder, an issue's folder, or a revision such as HEAD~1; "
            "without git, make a proof before you change the copy",
            "请写样的文件夹、一期的文件夹，或 git 的版本，例如 HEAD~1；"
            "没有 git 时，改稿之前先出一次样",
        ),
    )


def _not_in_revision(revision: str, path: Path) -> Diagnostic:
    name = path.as_posix()
    return error(
        "not-in-revision",
        None,
        Both(f"{revision} has no {name}", f"{revision} 中没有 {name}"),
        fix=Both(
            "name the issue as that revision calls it: REVISION:issues/DATE",
            "请按那时的名字写：版本:issues/日期",
        ),
    )
