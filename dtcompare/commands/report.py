"""``dtcompare report``: a document about a province or the country, to hand in."""

from __future__ import annotations

import click

from dtcompare.errors import WrongUsage
from dtcompare.report.country import country_report
from dtcompare.report.formats import FORMATS, encode_document, format_of
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from dtcompare.shell import lookup
from dtcompare.shell.output import file_path, make_folder, tell_notes
from dtcompare.shell.report_batch import write_reports
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes


@click.command("report")
@click.argument("province", required=False, shell_complete=lookup.complete_provinces)
@click.option("--national", is_flag=True, help="A report on the country and all its provinces.")
@click.option("--all", "folder", metavar="DIR", help="The reports of all provinces, into DIR.")
@click.option("-o", "--output", metavar="FILE", help="Save to FILE: .html, .docx or .md.")
@click.option("-f", "--format", type=click.Choice(FORMATS), help="The format, where no FILE says.")
@click.option("--font", metavar="NAME", help="Typeface; Times New Roman in DOCX.")
@global_options
def command(
    settings: Settings,
    *,
    province: str | None,
    national: bool,
    folder: str | None,
    output: str | None,
    format: str | None,
    font: str | None,
) -> None:
    """Write a report on PROVINCE: where it leads and lags, figures, targets, charts, sources.

    Without -o the report is written to standard output as Markdown. A .html file stands alone; a
    .docx file has real headings, captions and links and needs the extra dtcompare[office], a .html
    file dtcompare[report].

    \b
    Examples:
      dtcompare report quang-ninh -o quang-ninh.docx --lang vi
      dtcompare report --national -o viet-nam.html
      dtcompare report --all reports -f docx
    """
    if (province is not None) + national + (folder is not None) != 1:
        raise WrongUsage("error.report-of-what")
    dataset = settings.dataset()
    if folder is not None:
        ids = [one.id for one in dataset.register.existing(settings.as_of)]
        into = make_folder(file_path(folder, "DIR"))
        for file in write_reports(settings, into, ids, format or "html", font):
            write(f"{file}\n")
        return
    path = None if output is None else file_path(output, "--output")
    kind = format or (format_of(path) if path else "md")
    if path is None and kind == "docx":
        raise WrongUsage("error.needs-file", format=kind)
    library = Library(dataset, settings.lang, settings.as_of, font)
    if province is None:
        document = country_report(library)
    else:
        document = province_report(library, lookup.find_province(dataset, province, settings))
    data = encode_document(document, kind, font)
    tell_notes(settings.notes)
    if path is None:
        write(data.decode())
    else:
        save_bytes(path, data)
        write(f"{path}\n")
