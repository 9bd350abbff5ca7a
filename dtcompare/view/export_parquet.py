"""Exported rows as Parquet, by pyarrow: the columns of the SQLite table ``lines``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path

from dtcompare.errors import WrongUsage
from dtcompare.view.export_sqlite import NUMBERS, TRUTHS, WHOLE

_AT_ONCE = 50_000  # rows of a row group


def write_parquet(
    rows: Iterable[Mapping[str, object]], columns: Mapping[str, str], path: Path
) -> None:
    """Write a new file. Raises OSError, and WrongUsage where pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise WrongUsage("error.no-pyarrow") from error
    kinds = dict.fromkeys(NUMBERS, pa.float64()) | dict.fromkeys(WHOLE, pa.int64())
    kinds |= dict.fromkeys(TRUTHS, pa.bool_())
    names = (*columns, *(f"{name}_text" for name in NUMBERS))
    schema = pa.schema(
        [
            pa.field(
                name, kinds.get(name, pa.string()), metadata={"meaning": columns.get(name, "")}
            )
            for name in names
        ]
    )
    waiting = iter(rows)
    with parquet.ParquetWriter(str(path), schema, compression="zstd") as file:
        while some := list(islice(waiting, _AT_ONCE)):
            cells = [[_cell(row, name) for row in some] for name in names]
            file.write_table(pa.table(cells, schema=schema))


def _cell(row: Mapping[str, object], name: str) -> object:
    if name not in row:
        number = row[name.removesuffix("_text")]
        return None if number is None else str(number)
    cell = row[name]
    return float(cell) if isinstance(cell, Decimal) else cell
