"""What ``import`` is asked: the table, what its columns say, and what stands for all its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from dtcompare.errors import WrongUsage
from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS
from dtcompare.reading.table_file import Table
from dtcompare.reading.table_map import (
    SOURCE_FIELDS,
    ColumnName,
    Piece,
    TableMap,
    long_map,
    read_map,
)
from dtcompare.shell.line_form import Typed
from dtcompare.shell.line_options import line_options, source_options
from dtcompare.shell.output import file_path
from dtcompare.shell.settings import add_options

__all__ = ["ImportRequest", "import_options", "map_table"]

_WORDS = tuple(word for word in NUMBER_WORDS if word != "between")
_PROVINCE = "province"


class ImportRequest(Struct, frozen=True):
    """What is asked of a table.

    ``columns`` are the headings that hold a number, by number word; ``constants`` the parts of a
    line that are the same in every row.
    """

    path: Path
    sheet: str | None = None
    map: Path | None = None
    province: str | None = None
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
        type=click.Choice([".", ","]),
        default=".",
        help="The sign before decimals; with ',' thousands may have dots.",
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
        decimal: str,
        **typed: Any,
    ) -> object:
        own = {name: typed.pop(name) for name in ImportRequest.__struct_fields__ if name in typed}
        words = {word: typed.pop(word) for word in (*_WORDS, *PLACE_WORDS)}
        request = ImportRequest(
            path=file_path(table, "TABLE"),
            map=None if map is None else file_path(map, "--map"),
            columns={word: heading for word, heading in words.items() if heading},
            constants=_constants(typed),
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


def map_table(table: Table, request: ImportRequest) -> TableMap:
    """Return what the columns of a table say: by a map, by options, or by their own headings.

    Raises WrongUsage where that is not told, DataBroken for a map with errors.
    """
    constants = {**request.constants, "province": ColumnName(request.province or _PROVINCE)}
    if request.map is not None:
        for option in ("indicator", *request.columns):
            if option != "indicator" or request.indicator:
                raise WrongUsage("error.out-of-place", option=_option(option))
        return read_map(request.map, constants)
    if request.indicator or request.columns:
        return TableMap((_template(request, constants),))
    if not request.province:
        del constants["province"]
    found = long_map(table, constants)
    if found is None:
        raise WrongUsage("error.no-form", path=table.name, headings=", ".join(table.headings))
    return found


def _template(request: ImportRequest, constants: Mapping[str, Piece]) -> dict[str, Piece]:
    """Return what a row says of one indicator. Raises WrongUsage for what is missing."""
    if not request.indicator:
        raise WrongUsage("error.missing-option", option="--indicator")
    template = {**constants, "indicator": request.indicator}
    amounts = [word for word in request.columns if word in _WORDS]
    if not request.columns:
        choices = ", ".join(map(_option, (*_WORDS, *PLACE_WORDS)))
        raise WrongUsage("error.missing-choice", option="--value", choices=choices)
    if len(amounts) > 1:
        raise WrongUsage("error.out-of-place", option=_option(amounts[1]))
    for word, heading in request.columns.items():
        template["value" if word in _WORDS else word] = ColumnName(heading)
    if amounts and amounts[0] != "value":
        template["word"] = amounts[0]
    return template


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")
