"""A data set as a git revision has it: read by the same reader, found as wrong or right as here.

Git is run as a program of its own, with a list of words (no shell), and nothing of it is written.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from msgspec import Struct

from dtcompare.errors import WrongUsage
from dtcompare.reading.load import Reading, read_folder

__all__ = ["Repository", "read_revision", "touched_files"]

_LARGEST = (4 << 20) + 1  # a byte more than any data file may have
_LINK = "120000"
_DEPTH = 3
_STEPS = "^~0123456789"  # what leads back from a commit that is named
_SILENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Where a hook's own repository is; the one around the data set may be another.
_PLACES = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")


class Repository(Struct, frozen=True):
    """The repository around a data set; ``prefix`` is the data set's folder in it ("" or "data/").

    ``git`` is the program.
    """

    git: str
    folder: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Return the repository that holds ``folder``. Raises WrongUsage without one, or git."""
        git = shutil.which("git")
        if git is None:
            raise WrongUsage("error.no-git")
        prefix = cls(git, folder.resolve(), "").run("rev-parse", "--show-prefix")
        if prefix is None:
            raise WrongUsage("error.no-repository", path=folder)
        text = prefix.decode("utf-8", "surrogateescape").rstrip("\r\n")
        return cls(git, folder.resolve(), text)

    def run(self, *words: str, given: bytes = b"") -> bytes | None:
        """Return what git prints; None where it fails."""
        settings = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
        own = () if "GIT_WORK_TREE" in os.environ else _PLACES
        kept = {name: text for name, text in os.environ.items() if name not in own}
        done = subprocess.run(  # noqa: S603 (a list of words, the revision checked)
            [self.git, "-C", str(self.folder), *settings, *words],
            input=given,
            capture_output=True,
            check=False,
            env={**kept, **_SILENT},
        )
        return done.stdout if done.returncode == 0 else None

    def commit(self, revision: str) -> str:
        """Return the full name of a commit. Raises WrongUsage that says what to fetch."""
        found = None
        if revision and not revision.startswith("-") and revision.isprintable():
            found = self.run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if found is None:
            key = "error.no-revision"
            if self.run("rev-parse", "--is-shallow-repository") == b"true\n":
                steps = set(revision) & set("^~") and revision.rstrip(_STEPS)
                key = "error.no-revision-deepen" if steps else "error.no-revision-fetch"
            raise WrongUsage(key, revision=revision)
        return found.decode("ascii").strip()

    def files(self, commit: str) -> Mapping[str, tuple[str, str]]:
        """Return mode and object of every file that may be of the data set, by its path in it."""
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", commit, "--", self.prefix or ".")
        found: dict[str, tuple[str, str]] = {}
        for entry in (listed or b"").split(b"\0"):
            head, _, name = entry.partition(b"\t")
            path = name.decode("utf-8", "replace").removeprefix(self.prefix)
            if b" blob " in head and _may_be_data(path):
                mode, _, object = head.decode("ascii").split(" ")
                found[path] = (mode, object)
        return found

    def contents(self, revision: str, files: Mapping[str, tuple[str, str]]) -> dict[str, bytes]:
        """Return the bytes of files of a revision, none longer than any data file may be.

        Raises WrongUsage that says what to fetch where they are not in this clone.
        """
        given = "".join(f"{object}\n" for _, object in files.values()).encode("ascii")
        out = self.run("cat-file", "--batch", given=given) or b""
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


def read_revision(repository: Repository, revision: str, today: date) -> Reading:
    """Return the data set as it stood in a revision, with every problem of every file.

    Raises WrongUsage for a revision that is not here or has no such data set.
    """
    files = repository.files(repository.commit(revision))
    if not files:
        raise WrongUsage("error.not-there-then", revision=revision, path=repository.prefix or ".")
    with TemporaryDirectory(prefix="dtcompare-") as folder:
        root = Path(folder).resolve() / "data"
        (root / "provinces").mkdir(parents=True)
        for path, data in repository.contents(revision, files).items():
            _place(root / path, data, link=files[path][0] == _LINK)
        reading = read_folder(root, today)
        return Reading(reading.dataset, reading.problems, reading.files, repository.folder)


def touched_files(repository: Repository, revision: str) -> frozenset[str]:
    """Return the files of the data set that differ from a revision: changed, new or gone.

    Line ends count for nothing. Raises WrongUsage as ``read_revision`` does.
    """
    files = repository.files(repository.commit(revision))
    then = repository.contents(revision, files)
    root = repository.folder
    now = {path.relative_to(root).as_posix() for path in root.rglob("*.y*ml") if path.is_file()}
    paths = {path for path in now if _may_be_data(path)} | then.keys()
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
