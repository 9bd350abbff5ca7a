"""A table brought into the data files: read, tried, shown, confirmed, written."""

from __future__ import annotations

import click

from dtcompare.errors import Refused, WrongUsage
from dtcompare.model.figure import NATIONAL
from dtcompare.reading.file_edit import Trial, edit_file, file_of, try_edits
from dtcompare.reading.load import Reading
from dtcompare.reading.sources import SHARED
from dtcompare.reading.table_file import InputTable, read_table
from dtcompare.reading.table_map import table_lines
from dtcompare.shell.file_changes import read_unbroken, tell_warnings, write_edits
from dtcompare.shell.import_options import ImportRequest
from dtcompare.shell.output import OutputOptions, show, tell_notes
from dtcompare.shell.prompts import at_terminal
from dtcompare.shell.settings import Settings
from dtcompare.shell.table_forms import map_table
from dtcompare.shell.table_import import ImportPlan, TableImport
from dtcompare.shell.table_lines import ImportedLine, LineMaker
from dtcompare.view.console import write
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.imported import ImportPreview, PreviewLine, import_rendering


def import_table(request: ImportRequest, settings: Settings) -> None:
    """Bring a table into the data set, once it is shown and confirmed.

    Raises Refused with all that is wrong, by row and column of the table, CannotWrite, and
    WrongUsage where nobody can confirm.
    """
    reading, dataset = read_unbroken(settings)
    table, found = map_table(read_table(request.path, request.sheet), request, dataset)
    if found.unused:
        settings.notes.append(settings.say("import.unused", columns=", ".join(found.unused)))
    making = TableImport(dataset, table, settings, national=request.national)
    maker = LineMaker(dataset, settings, comma=request.comma)
    plan = making.plan(table_lines(table, found), maker)
    country = dict.fromkeys(str(line.origin.row) for line in plan.lines if _is_total(line))
    if country:
        settings.notes.append(settings.say("import.country", rows=", ".join(country)))
    trial = _try(plan, making, reading, settings)
    preview = _preview(plan, trial, table, settings)
    rendering = import_rendering(preview, Phrases(dataset, settings.lang), settings.notes)
    show(rendering, OutputOptions("json" if request.format == "json" else None), settings)
    if trial.edits:
        _confirm(request, trial, settings)


def _is_total(line: ImportedLine) -> bool:
    """Return whether a line is of the country by a name of it, as totals below a table are."""
    return line.file == NATIONAL and line.origin.cells["province"] != NATIONAL


def _try(plan: ImportPlan, making: TableImport, reading: Reading, settings: Settings) -> Trial:
    """Return the changed files, found right. Raises Refused by row and column of the table.

    Shared sources come first: a run that is cut short leaves no line without its page.
    """
    ids = sorted(plan.additions, key=lambda id: (id != SHARED, id))
    if not ids and not plan.problems:
        return Trial(())
    edits = [edit_file(reading, id, plan.additions[id]) for id in ids]
    try:
        trial = try_edits(reading, edits, settings.today)
    except Refused as refused:
        raise making.explain(refused, edits) from None
    if plan.problems:
        raise making.explain(Refused((), files=len(reading.files), where=""), edits)
    return trial


def _preview(
    plan: ImportPlan, trial: Trial, table: InputTable, settings: Settings
) -> ImportPreview:
    """Return what would change, line by line."""
    return ImportPreview(
        table=table.name,
        as_of=settings.as_of,
        lines=tuple(_preview_line(line, table) for line in plan.lines),
        files=tuple(edit.file for edit in trial.edits),
        sources=tuple(f"{home}/{id}" for home, id in plan.pages),
    )


def _preview_line(line: ImportedLine, table: InputTable) -> PreviewLine:
    return PreviewLine(
        row=line.origin.row,
        column=line.origin.column,
        heading=table.headings[line.origin.column - 1],
        province=line.file,
        indicator=line.indicator.id,
        target=line.section == "targets",
        when=line.when,
        file=file_of(line.file),
        source=f"{line.home}/{line.source}",
        text=line.text,
        there=line.there,
    )


def _confirm(request: ImportRequest, trial: Trial, settings: Settings) -> None:
    """Write the files where that is wanted. Raises WrongUsage where nobody can say so."""
    tell_warnings(trial, settings)
    if request.dry_run:
        tell_notes([settings.say("add.dry-run")])
        return
    if not request.yes:
        if not at_terminal():
            raise WrongUsage("error.unconfirmed")
        if not click.confirm(settings.say("import.confirm"), err=True):
            tell_notes([settings.say("add.refused")])
            return
    write_edits(trial.edits)
    if request.format == "text":
        write(f"{settings.say('import.done', n=len(trial.edits))}\n")
