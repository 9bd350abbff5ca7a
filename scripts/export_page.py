"""The part of docs/export.md that the program itself knows: its columns."""

from __future__ import annotations

from dtcompare.analysis.export import COLUMNS


def columns() -> str:
    """The columns of an export with their meanings, as a table."""
    rows = [f"| `{name}` | {meaning} |" for name, meaning in COLUMNS.items()]
    return "\n".join(["| Column | What it says |", "|---|---|", *rows]) + "\n"
