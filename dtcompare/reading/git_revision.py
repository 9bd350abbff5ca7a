"""A data set as a git revision has it: read by the same reader, found as wrong or right as here.

Git is run as a program of its own, with a list of words (no shell), and nothing of it is written.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePosixPath
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import About, Dataset
from dtcompare.model.indicator import Catalogue
from dtcompare.model.province import Register
from dtcompare.reading.folder import CATALOGUE_FILE, is_dataset
from dtcompare.reading.load import Reading, read_folder

_LARGEST = (4 << 20) + 1  # a byte more than any data file may have
_LINK = "120000"
_DEPTH = 3
_STEPS = "^~0123456789"  # what leads back from a commit that is named
_PARENT = re.compile(r"(?P<child>[^-].*?)(\^1?|~1?)")
_RANGE = re.compile(r"(?P<old>.*?)(?P<dots>\.{2,3})(?P<new>.*)", re.DOTALL)
_NAMED = re.compile(rf"(^|/){re.escape(CATALOGUE_FILE)}$")
_SILENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Where a hook's own repository is; the one around the data set may be another.
_PLACES = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")


class Sides(Struct, frozen=True):
    """Two states to compare.

    ``old`` and ``new`` are commits: an ``old`` of None is before the first one, a ``new`` of None
    the files as they are. ``names`` are what the user calls them.
    """

    old: str | None
    new: str | None
    names: tuple[str, str | None]


class Repository(Struct, frozen=True):
    """The repository around a data set; ``prefix`` is the data set's folder in it ("" or "data/").

    ``git`` is the program.
    """

    git: str
    folder: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Return the repository that holds ``folder``.

        Raises WrongUsage without one, without git, or with git's own reason.
        """
        git = shutil.which("git")
        if git is None:
            raise WrongUsage("error.no-git")
        asked = cls(git, folder.resolve(), "").call("rev-parse", "--show-prefix")
        if b"not a git repository" in asked.stderr:
            raise WrongUsage("error.no-repository", path=folder)
        text = _require(asked).decode("utf-8", "surrogateescape").rstrip("\r\n")
        return cls(git, folder.resolve(), text)

    @property
    def top(self) -> Path:
        """Return the folder that ``prefix`` starts from."""
        return self.folder.parents[self.prefix.count("/") - 1] if self.prefix else self.folder

    def call(self, *words: str, given: bytes = b"") -> CompletedProcess[bytes]:
        """Run git, and return what it came to."""
        settings = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
        own = () if "GIT_WORK_TREE" in os.environ else _PLACES
        kept = {name: text for name, text in os.environ.items() if name not in own}
        return subprocess.run(  # noqa: S603 (a list of words, the revision checked)
            [self.git, "-C", str(self.folder), *settings, *words],
            input=given,
            capture_output=True,
            check=False,
            env={**kept, **_SILENT},
        )

    def run(self, *words: str) -> str:
        """Return what git prints, "" where it fails, without the end of the line."""
        done = self.call(*words)
        return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""

    @property
    def shallow(self) -> bool:
        """Tell whether commits are missing in this clone."""
        return self.run("rev-parse", "--is-shallow-repository") == "true"

    def sides(self, typed: str, to: str | None) -> Sides:
        """Return what REV, A..B or A...B compares, with ``to`` in place of the files as they are.

        REV alone and A...B stand for the last commit that both sides have in common, so that what
        the other branch has gained since is no change of this one. Raises WrongUsage.
        """
        match = _RANGE.fullmatch(typed)
        if match is None:
            old = self.commit(typed)
            if to is None:
                return Sides(self._base(old, "HEAD", typed), None, (typed, None))
            return Sides(old, self.commit(to), (typed, to))
        if to is not None:
            raise WrongUsage("error.range-and-to", range=typed)
        left, right = match["old"] or "HEAD", match["new"] or "HEAD"
        old, new = self.commit(left), self.commit(right)
        if match["dots"] == "...":
            old = self._base(old, right, left)
        return Sides(old, new, (left, right))

    def _base(self, commit: str | None, other: str, name: str) -> str | None:
        """Return the last commit that ``commit`` and ``other`` have in common, else ``commit``."""
        if commit is None or name == other or not self.run("rev-parse", "--verify", other):
            return commit
        base = self.run("merge-base", commit, other)
        if not base and self.shallow:
            raise WrongUsage("error.no-base", revision=name, other=other)
        return base or commit

    def commit(self, revision: str) -> str | None:
        """Return the full name of a commit; None for what is before the first one.

        Raises WrongUsage that says what to fetch.
        """
        found = ""
        if revision and not revision.startswith("-") and revision.isprintable():
            found = self.run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if found:
            return found
        if self.shallow:
            steps = set(revision) & set("^~") and revision.rstrip(_STEPS)
            key = "error.no-revision-deepen" if steps else "error.no-revision-fetch"
            raise WrongUsage(key, revision=revision)
        match = _PARENT.fullmatch(revision)
        parents = (
            self.run("rev-list", "--parents", "-n", "1", match["child"], "--") if match else ""
        )
        begun = revision != "HEAD" or self.run("rev-list", "-n", "1", "--all")
        if begun and (not parents or " " in parents):
            raise WrongUsage("error.no-revision", revision=revision)
        return None

    def files(self, commit: str) -> Mapping[str, tuple[str, str]]:
        """Return mode and object of every file that may be of the data set, by its path in it.

        A data set that lay elsewhere then is found there; empty without one.
        """
        found = self._files_in(commit, self.prefix)
        return found or self._files_in(commit, self._former_home(commit))

    def _files_in(self, commit: str, home: str | None) -> Mapping[str, tuple[str, str]]:
        """Return the files of the data set in one folder of a commit; None: in no folder."""
        found: dict[str, tuple[str, str]] = {}
        if home is None:
            return found
        listed = self.call("ls-tree", "-r", "-z", "--full-tree", commit, "--", home or ".")
        for entry in _require(listed).split(b"\0"):
            head, _, name = entry.partition(b"\t")
            path = name.decode("utf-8", "replace").removeprefix(home)
            if b" blob " in head and _may_be_data(path):
                mode, _, object = head.decode("ascii").split(" ")
                found[path] = (mode, object)
        return found

    def _former_home(self, commit: str) -> str | None:
        """Return the folder where the data set was: one that is none now, the most alike first."""
        listed = self.call("ls-tree", "-r", "-z", "--full-tree", "--name-only", commit)
        paths = set(_require(listed).decode("utf-8", "replace").split("\0"))
        homes = [path.removesuffix(CATALOGUE_FILE) for path in paths if _NAMED.search(path)]
        gone = [home for home in homes if not is_dataset(self.top / home)]
        now = self.present()
        alike = {home: sum(home + path in paths for path in now) for home in gone}
        return max(sorted(alike), key=alike.__getitem__, default=None)

    def present(self) -> frozenset[str]:
        """Return the paths of the files that may be of the data set as it is."""
        found = (path for path in self.folder.rglob("*.y*ml") if path.is_file())
        paths = (path.relative_to(self.folder).as_posix() for path in found)
        return frozenset(path for path in paths if _may_be_data(path))

    def contents(self, revision: str, files: Mapping[str, tuple[str, str]]) -> dict[str, bytes]:
        """Return the bytes of files of a revision, none longer than any data file may be.

        Raises WrongUsage that says what to fetch where they are not in this clone.
        """
        given = "".join(f"{object}\n" for _, object in files.values()).encode("ascii")
        out = self.call("cat-file", "--batch", given=given).stdout
        found: dict[str, bytes] = {}
        at = 0
        for path in files:
            line = out.find(b"\n", at)
            head = out[at:line].split(b" ") if line > at else []
            if len(head) != 3:  # "NAME missing"; or git itself gave up
                raise WrongUsage("error.no-contents", revision=revision)
            size = int(head[2])
            found[path] = out[line + 1 : line + 1 + min(size, _LARGEST)]
            at = line + 1 + size + 1
        return found


def read_revision(repository: Repository, commit: str | None, name: str, today: date) -> Reading:
    """Return the data set as it stood in a commit, with every problem of every file.

    Each problem names its file as git does: ``name``:FILE. An empty data set is what there was
    before the first commit, and before the data set. Raises WrongUsage where a clone lacks files.
    """
    files = {} if commit is None else repository.files(commit)
    if not files:
        return Reading(Dataset(About(), Catalogue(), Register(), {}), (), (), repository.folder)
    with TemporaryDirectory(prefix="dtcompare-") as folder:
        root = Path(folder).resolve() / "data"
        (root / "provinces").mkdir(parents=True)
        for path, data in repository.contents(name, files).items():
            _place(root / path, data, link=files[path][0] == _LINK)
        reading = read_folder(root, today)
        there = f"{name}:{repository.prefix}"
        problems = tuple(replace(p, file=f"{there}{p.file}") for p in reading.problems)
        return Reading(reading.dataset, problems, reading.files, repository.folder)


def touched_files(repository: Repository, revision: str) -> frozenset[str]:
    """Return the files of the data set that differ from a revision: changed, new or gone.

    What the other branch has gained since the last common commit is no difference; line ends count
    for nothing. Raises WrongUsage as ``Repository.sides`` does.
    """
    commit = repository.sides(revision, None).old
    files = {} if commit is None else repository.files(commit)
    then = repository.contents(revision, files)
    paths = repository.present() | then.keys()
    root = repository.folder
    return frozenset(path for path in paths if _differs(root / path, then.get(path)))


def _differs(path: Path, then: bytes | None) -> bool:
    """Return whether a file is no longer what git has of it; None: it has nothing."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # of a link git keeps where it leads
            return True
        now = path.read_bytes()
    except OSError:
        return True
    return then is None or now.replace(b"\r\n", b"\n") != then.replace(b"\r\n", b"\n")


def _require(done: CompletedProcess[bytes]) -> bytes:
    """Return what git printed. Raises WrongUsage with git's own reason where it failed."""
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise WrongUsage("error.git", reason=reason.removeprefix("fatal: "))
    return done.stdout


def _may_be_data(path: str) -> bool:
    """Return whether a path of a tree may be a data file's; never one that leads out of it."""
    parts = PurePosixPath(path).parts
    odd = any(sign in path for sign in '\\:*?"<>|') or not path.isprintable()
    inside = 0 < len(parts) <= _DEPTH and not path.startswith("/") and ".." not in parts
    return inside and not odd and path.lower().endswith((".yaml", ".yml"))


def _place(path: Path, data: bytes, *, link: bool) -> None:
    """Write a file as git would: a link as a link, where the system has them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if link:
        with suppress(OSError, ValueError):
            path.symlink_to(data.decode("utf-8", "replace"))
            return
    path.write_bytes(data)
