"""A result as a workbook, or as CSV for people."""

from __future__ import annotations

from dtcompare.shell.output import OutputOptions
from dtcompare.view.console import write
from dtcompare.view.files import encoded, save_bytes
from dtcompare.view.people_table import people_table
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Rendering

__all__ = ["write_office"]


def write_office(rendering: Rendering, phrases: Phrases, output: OutputOptions) -> None:
    """Write a result for people: a workbook, or CSV with the mark by which Excel knows UTF-8.

    Raises WrongUsage where openpyxl is not installed, and CannotWrite.
    """
    about = rendering.document.get("indicator")
    indicator = str(about["id"]) if isinstance(about, dict) else None
    table = people_table(rendering.records, phrases, indicator)
    if output.for_excel:
        from dtcompare.view.people_csv import people_csv

        text = people_csv(table, comma=phrases.lang == "vi", safe=output.safe_csv)
        data = encoded(f"\ufeff{text}")
    else:
        from dtcompare.view.spreadsheet import About, write_xlsx

        data = write_xlsx(table, About.of_sheet(rendering.sheet), phrases)
    if output.path is None:
        write(data.decode("utf-8", "surrogateescape"))
    else:
        save_bytes(output.path, data)
        write(f"{output.path}\n")
