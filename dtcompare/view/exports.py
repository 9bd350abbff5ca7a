"""Exported rows written to a file or stream, in the formats that other tools read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from dtcompare.errors import WrongUsage
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records
from dtcompare.view.structured import csv_text, jsonl_text

Rows = Iterable[Mapping[str, object]]

TEXTS = ("csv", "tsv", "jsonl")
FORMATS = (*TEXTS, "sqlite", "parquet", "xlsx", "zip")
_SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".sqlite": "sqlite",
    ".db": "sqlite",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".zip": "zip",
}
_AT_ONCE = 5_000  # rows


def export_format(format: str | None, path: Path | None) -> str:
    """Return the format asked for, else the one that the suffix stands for, else CSV.

    Raises WrongUsage for an unknown suffix, and for a format that is no text without a file.
    """
    found = format
    if found is None and path is not None:
        found = _SUFFIXES.get(path.suffix.lower())
        if found is None:
            known = ", ".join(_SUFFIXES)
            raise WrongUsage("error.unknown-export", suffix=path.suffix or path.name, known=known)
    found = found or "csv"
    if path is None and found not in TEXTS:
        raise WrongUsage("error.needs-file", format=found)
    return found


def texts(rows: Rows, columns: Sequence[str], format: str) -> Iterator[str]:
    """Yield the rows as CSV (a line of names first), TSV or JSON lines, some thousands at once."""
    waiting, first = iter(rows), True
    while (some := list(islice(waiting, _AT_ONCE))) or first:
        records = Records(tuple(columns), some)
        if format == "jsonl":
            yield jsonl_text(records)
        else:
            text = csv_text(records, "\t" if format == "tsv" else ",")
            yield text if first else text.partition("\n")[2]
        first = False


def write_file(rows: Rows, columns: Mapping[str, str], format: str, path: Path) -> None:
    """Write a new file at ``path``. Raises OSError, and WrongUsage where pyarrow is missing."""
    if format == "sqlite":
        from dtcompare.view.export_sqlite import write_sqlite

        write_sqlite(rows, columns, path)
    elif format == "parquet":
        from dtcompare.view.export_parquet import write_parquet

        write_parquet(rows, columns, path)
    else:
        with path.open("x", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.writelines(texts(rows, tuple(columns), format))


def write_package(
    rows: Rows,
    columns: Mapping[str, str],
    phrases: Phrases,
    path: Path,
    licence: Path | None = None,
) -> None:
    """Write a new file at ``path``: a Data Package with the ``licence``, a workbook without one.

    The package goes without a text where there is no such file. Raises OSError, and WrongUsage
    where openpyxl is missing.
    """
    if licence is None:
        from dtcompare.view.export_xlsx import lines_workbook

        path.write_bytes(lines_workbook(rows, columns, phrases))
    else:
        from dtcompare.view.export_package import package_files

        text = licence.read_bytes() if licence.is_file() else None
        path.write_bytes(package_files(rows, columns, phrases, text))
