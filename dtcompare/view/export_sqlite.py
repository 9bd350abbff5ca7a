"""Exported rows as an SQLite file: the table ``lines``, and ``columns``, which explains it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from decimal import Decimal
from pathlib import Path

# Numbers stand twice: as a number to reckon with, and under NAME_text with the digits printed.
NUMBERS = (
    "value",
    "upper",
    "low",
    "high",
    "change_times",
    "change_points",
    "change_percent",
)
WHOLE = ("place", "place_of", "row")
TRUTHS = ("low_open", "high_open", "prefer", "recast", "source_copy")


def write_sqlite(
    rows: Iterable[Mapping[str, object]], columns: Mapping[str, str], path: Path
) -> None:
    """Write the tables into a new file. Raises OSError."""
    kinds = dict.fromkeys(NUMBERS, "REAL") | dict.fromkeys((*WHOLE, *TRUTHS), "INTEGER")
    explained = dict(columns) | {
        f"{name}_text": f"{name} with the digits of the source" for name in NUMBERS
    }
    fields = ", ".join(f"{name} {kinds.get(name, 'TEXT')}" for name in explained)
    marks = ", ".join("?" * len(explained))
    try:
        with closing(sqlite3.connect(path)) as base, base:
            base.execute(f"CREATE TABLE lines ({fields})")
            base.execute("CREATE TABLE columns (name TEXT PRIMARY KEY, meaning TEXT)")
            base.executemany("INSERT INTO columns VALUES (?, ?)", explained.items())
            base.executemany(
                f"INSERT INTO lines VALUES ({marks})",  # noqa: S608 (names of this program alone)
                (_cells(row) for row in rows),
            )
            base.execute("CREATE INDEX lines_by_indicator ON lines (indicator, province)")
    except sqlite3.Error as error:
        raise OSError(None, str(error)) from error


def _cells(row: Mapping[str, object]) -> tuple[object, ...]:
    plain = (float(cell) if isinstance(cell, Decimal) else cell for cell in row.values())
    return (*plain, *(None if row[name] is None else str(row[name]) for name in NUMBERS))
