"""What ``import`` is asked: the table, what its columns say, and what stands for all its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS
from dtcompare.reading.table_map import (
    SOURCE_FIELDS,
    ColumnName,
    Piece,
)
from dtcompare.shell.line_form import Typed
from dtcompare.shell.line_options import line_options, source_options
from dtcompare.shell.output import file_path
from dtcompare.shell.settings import add_options

AMOUNTS = tuple(word for word in NUMBER_WORDS if word != "between")  # options for a column


class ImportRequest(Struct, frozen=True):
    """What is asked of a table.

    ``columns`` are the headings that hold a number, by number word; ``constants`` the parts of a
    line that are the same in every row.
    """

    path: Path
    sheet: str | None = None
    map: Path | None = None
    indicator: str | None = None
    columns: Mapping[str, str] = {}
    constants: Mapping[str, Piece] = {}
    comma: bool = False
    national: bool = False
    yes: bool = False
    dry_run: bool = False
    format: str = "text"


_FORM = (
    click.option("--map", metavar="FILE", help="A YAML file that says what each column holds."),
    click.option("--sheet", metavar="NAME", help="The sheet of a spreadsheet; else its first."),
    click.option("--province", metavar="COLUMN", help="Where the names or codes stand."),
    click.option("--indicator", metavar="ID", help="What the numbers of one column measure."),
    click.option("--value", metavar="COLUMN", help="Where the numbers stand, as printed."),
    click.option("--about", metavar="COLUMN", help="The same, each with the word about before it."),
    click.option("--over", metavar="COLUMN", help="The same, each more than its number."),
    click.option("--nearly", metavar="COLUMN", help="The same, each just under its number."),
    click.option("--at-least", metavar="COLUMN", help="The same, each its number or more."),
    click.option("--at-most", metavar="COLUMN", help="The same, each its number or less."),
    click.option("--rank", metavar="COLUMN", help="Where the published places of an index stand."),
    click.option("--top", metavar="COLUMN", help="Where it stands among how many first each is."),
    click.option("--of", metavar="M", help="How many were ranked, where not all provinces were."),
    click.option(
        "--decimal",
        type=click.Choice([",", "."]),
        help="The sign before decimals: with a comma 1.234,5, else 1234.5.",
    ),
)
_DOING = (
    click.option("--national", is_flag=True, help="Put new sources into sources.yaml in any case."),
    click.option("--yes", is_flag=True, help="Write without asking."),
    click.option("--dry-run", is_flag=True, help="Show what would change, write nothing."),
    click.option(
        "-f",
        "--format",
        type=click.Choice(["text", "json"]),
        default="text",
        help="Counts, or every line as JSON.",
    ),
)


def import_options(callback: Callable[..., object]) -> Callable[..., object]:
    """Add the options of ``import``, and hand them to the command as ``request``."""

    @wraps(callback)
    def with_request(
        *arguments: object,
        table: str,
        map: str | None,
        province: str | None,
        decimal: str | None,
        **typed: Any,
    ) -> object:
        own = {name: typed.pop(name) for name in ImportRequest.__struct_fields__ if name in typed}
        words = {word: typed.pop(word) for word in (*AMOUNTS, *PLACE_WORDS)}
        constants = _constants(typed)
        if province:
            constants["province"] = ColumnName(province)
        request = ImportRequest(
            path=file_path(table, "TABLE"),
            map=None if map is None else file_path(map, "--map"),
            columns={word: heading for word, heading in words.items() if heading},
            constants=constants,
            comma=decimal == ",",
            **own,
        )
        return callback(*arguments, request=request)

    options = (*_FORM, line_options, source_options, *_DOING)
    return add_options(with_request, options)


def _constants(typed: Mapping[str, Typed]) -> dict[str, Piece]:
    """Return the parts of a line that were typed, by their names in a table."""
    found: dict[str, Piece] = {}
    for name, value in typed.items():
        if not value:
            continue
        if name == "target":
            found["kind"] = "target"
            continue
        field = f"source_{name}" if name in SOURCE_FIELDS else name
        parted = "; " if name in ("scope", "change") else " "
        found[field] = parted.join(value) if isinstance(value, tuple) else str(value)
        if value is True:
            found[field] = "true"
    return found
