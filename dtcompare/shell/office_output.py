"""Results and the matrix as workbooks, and as CSV for people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from dtcompare.analysis.matrix import matrix
from dtcompare.errors import WrongUsage
from dtcompare.shell.output import OutputOptions, tell_notes
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import encoded, save_bytes
from dtcompare.view.people_csv import people_csv
from dtcompare.view.people_table import PeopleCell, PeopleTable, people_table
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Rendering
from dtcompare.view.wide import wide_headings, wide_table


def write_office(
    rendering: Rendering, phrases: Phrases, output: OutputOptions, settings: Settings
) -> None:
    """Write a result for people: a workbook, or CSV with the mark by which Excel knows UTF-8.

    Raises WrongUsage where openpyxl is not installed, and CannotWrite.
    """
    if not output.quiet:
        tell_notes(rendering.warnings)
    table = people_table(rendering.records, phrases)
    if output.for_excel:
        safe = output.safe_csv or settings.config.safe_csv
        data = encoded("\ufeff" + people_csv(table, comma=phrases.lang == "vi", safe=safe))
    else:
        from dtcompare.view.spreadsheet import Colophon, write_xlsx

        data = write_xlsx(table, Colophon.of_sheet(rendering.sheet), phrases)
    _write(data, output.path, quiet=output.quiet)


def write_wide(phrases: Phrases, as_of: date, format: str, path: Path | None) -> None:
    """Write the matrix of the day. Raises WrongUsage for another format than CSV and XLSX."""
    found = matrix(phrases.dataset, as_of)
    table, headings = wide_table(found, phrases), wide_headings(found, phrases)
    if format == "xlsx":
        from dtcompare.view.spreadsheet import Colophon, write_xlsx

        _write(write_xlsx(table, Colophon.of_dataset(phrases), phrases, headings), path)
    elif format == "csv":
        rows = [[PeopleCell(text) for text in heading] for heading in headings]
        rows += [[_as_text(cell) for cell in row] for row in table.rows]
        whole = PeopleTable(table.heads, rows)
        _write(encoded(people_csv(whole, comma=False).replace("\r\n", "\n")), path)
    else:
        raise WrongUsage("error.wide-format", format=format)


def _as_text(cell: PeopleCell) -> PeopleCell:
    """Return a number in the word that hedges it: about 40."""
    if isinstance(cell.value, (int, Decimal)):
        return PeopleCell(cell.hedged.format(number=f"{Decimal(cell.value):f}"))
    return cell


def _write(data: bytes, path: Path | None, *, quiet: bool = False) -> None:
    """Save a file and say where it is, or write it to standard output."""
    if path is None:
        write(data.decode("utf-8", "surrogateescape"))
    else:
        save_bytes(path, data)
        if not quiet:
            write(f"{path}\n")
