"""Weight sets from a CSV file: a column per node of a tree, a row per set."""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from dtcompare.errors import WrongUsage

_LONGEST = 10_000_000  # characters of a line; a device has lines without an end


def read_weight_sets(
    path: Path, nodes: Collection[str]
) -> tuple[tuple[str, ...], tuple[tuple[float, ...], ...]]:
    """Return the columns and the rows of ``path``. Raises WrongUsage for what is wrong, and where.

    An unknown or doubled column, a row of another length, and what is no number of 0 or more are
    wrong. Raises OSError where the file cannot be read.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            typed = iter(partial(file.readline, _LONGEST), "")
            lines = [line for line in csv.reader(typed) if line]
        except (UnicodeDecodeError, csv.Error) as error:
            raise WrongUsage("error.replay-empty", path=path) from error
    if len(lines) < 2:
        raise WrongUsage("error.replay-empty", path=path)
    columns = tuple(name.strip() for name in lines[0])
    for place, name in enumerate(columns):
        if name not in nodes or name in columns[:place]:
            raise WrongUsage(
                "error.replay-column", path=path, name=name, known=", ".join(sorted(nodes))
            )
    rows = tuple(_row(line, number, len(columns), path) for number, line in enumerate(lines[1:], 2))
    return columns, rows


def _row(line: Sequence[str], number: int, count: int, path: Path) -> tuple[float, ...]:
    if len(line) != count:
        raise WrongUsage("error.replay-row", path=path, line=number, count=count, found=len(line))
    return tuple(_weight(text, number, path) for text in line)


def _weight(text: str, number: int, path: Path) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not (math.isfinite(weight) and weight >= 0):
        raise WrongUsage("error.replay-number", path=path, line=number, text=text)
    return weight
