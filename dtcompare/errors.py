"""What can go wrong, and the exit code that says so.

The tree::

    DtcompareError              exit 1
    ├── DataBroken              exit 1: the data set has errors (carries the problems)
    │   ├── Refused             exit 1: a change would break it; nothing was written
    │   └── RevisionBroken      exit 1: the data set of a git revision has errors
    ├── CannotWrite             exit 1: an output file or stream could not be written
    └── WrongUsage              exit 2
        ├── UnknownName         exit 2: no province, indicator, ... of that name
        └── NotADataset         exit 2: the folder named is no data set
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dtcompare.model.problem import Problem


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    FOUND = 3
    INTERRUPTED = 130
    CLOSED_PIPE = 141


class DtcompareError(Exception):
    """An error the user can act on: ``key`` names its sentence in the word catalogues."""

    exit_code = Exit.FAILED

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts: Mapping[str, object] = facts


class CopyBroken(Exception):
    """The compiled copy of a data set holds what it cannot: to be answered from the files."""


class DataBroken(DtcompareError):
    """The data set has errors; nothing is answered from half of it."""

    def __init__(self, problems: Sequence[Problem], *, files: int, where: str) -> None:
        super().__init__("error.data-broken", where=where)
        self.problems = tuple(problems)
        self.files = files


class Refused(DataBroken):
    """A change would break the data set; nothing was written."""


class RevisionBroken(DataBroken):
    """The data set of a git revision has errors; ``where`` is the revision."""


class CannotWrite(DtcompareError):
    """An output file could not be written; what stood there before still does."""


class WrongUsage(DtcompareError):
    """Options or arguments that do not go together."""

    exit_code = Exit.USAGE


class NotADataset(WrongUsage):
    """The folder named holds no data set."""


class UnknownName(WrongUsage):
    """A name that stands for nothing; ``matches`` are what it may have meant, best first."""

    def __init__(self, key: str, *, matches: Sequence[str] = (), **facts: object) -> None:
        super().__init__(key, **facts)
        self.matches = tuple(matches)
