"""The small data set of these tests, and slips made in it: "§" stands where the problem is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dtcompare.model.problem import Problem
from dtcompare.reading.load import read_folder

COUNTRY = Path(__file__).parent / "data" / "country"
SHARED = Path(__file__).parents[3] / "shared"
TODAY = date(2026, 11, 21)
_MARK = "§"


@dataclass(frozen=True, slots=True)
class Slip:
    """``old`` in ``file`` becomes ``new``; the one problem is told at the mark in ``new``."""

    name: str
    file: str
    old: str
    new: str
    code: str
    level: str = "error"
    at: str | None = None

    def make(self, folder: Path) -> str:
        """Make the slip in a copy of the data set; where the problem is to be told."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, (
            f"{self.old!r} is in {self.file} {text.count(self.old)} times"
        )
        start = text.index(self.old)
        new = self.new.replace(_MARK, "")
        path.write_bytes((text[:start] + new + text[start + len(self.old) :]).encode())
        if self.at is not None:
            return self.at
        return place(text[:start] + self.new[: self.new.index(_MARK)])


def fresh(folder: Path) -> Path:
    """A copy of the data set in ``folder``."""
    target = folder / "country"
    shutil.copytree(COUNTRY, target)
    return target


def place(before: str) -> str:
    """LINE:COLUMN of what follows ``before``."""
    lines = before.split("\n")
    return f"{len(lines)}:{len(lines[-1]) + 1}"


def found(folder: Path) -> list[str]:
    """The problems of a data set: FILE:LINE:COLUMN: level [code]."""
    return [told(problem) for problem in read_folder(folder, TODAY).problems]


def told(problem: Problem) -> str:
    """A problem without its words."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}: {problem.level} [{problem.code}]"
