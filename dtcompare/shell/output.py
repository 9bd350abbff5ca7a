"""The output options, and the one place where a result is shown, drawn or saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

from dtcompare.errors import Exit, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.shell.chart_options import CHART_FIELDS, ChartRequest, chart_options
from dtcompare.shell.settings import Settings, add_options
from dtcompare.view.console import decide, write
from dtcompare.view.formats import CHART_SUFFIXES, FORMATS, render
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.presenter import Presenter, build_rendering
from dtcompare.view.sheet import Rendering

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "OutputOptions",
    "file_path",
    "leave",
    "output_options",
    "present",
    "show",
    "tell_notes",
    "text_options",
]

Result = TypeVar("Result")


class OutputOptions(Struct, frozen=True):
    """The form of a result and the place it goes to.

    ``format`` is None where the terminal decides, ``path`` None for standard output; ``sources`` is
    short, full or none. ``for_excel``: a CSV for people; ``safe_csv``: no cell is a formula.
    """

    format: str | None = None
    path: Path | None = None
    sources: str = "short"
    fail_empty: bool = False
    bom: bool = False
    for_excel: bool = False
    safe_csv: bool = False
    request: ChartRequest = ChartRequest()

    @property
    def chart(self) -> str | None:
        """Return the format of the chart that is asked for: png, svg, pdf; None for a text."""
        suffix = self.path.suffix.lower() if self.path else ""
        return suffix[1:] if suffix in CHART_SUFFIXES and self.format == suffix[1:] else None


def file_path(name: str, option: str) -> Path:
    """Return the path that was typed for an option, in the encoding that the system has for names.

    Raises WrongUsage for an empty name.
    """
    from pathlib import Path

    if not name:
        raise WrongUsage("error.empty-path", option=option)
    return Path(os.fsdecode(name.encode("utf-8", "surrogateescape")))


_OPTIONS = (
    click.option(
        "-f",
        "--format",
        type=click.Choice(FORMATS),
        metavar="FORMAT",
        help="table, plain, csv, tsv, json, jsonl, markdown, html, latex, or tabulate's own.",
    ),
    click.option(
        "-o", "--output", metavar="FILE", help="Save to FILE; its suffix decides the format."
    ),
    click.option(
        "--sources",
        type=click.Choice(["short", "full"]),
        default="short",
        help="Sources in short, or with titles and addresses.",
    ),
    click.option("--no-sources", is_flag=True, help="Leave the sources out."),
    click.option("--fail-empty", is_flag=True, help="Exit with 3 when nothing is found."),
    click.option("--bom", is_flag=True, help="Mark a saved file as UTF-8, for Excel."),
    click.option(
        "--for",
        "reader",
        type=click.Choice(["excel"]),
        help="CSV for people: headings in words, numbers and marks as the language has them.",
    ),
    click.option("--safe-csv", is_flag=True, help="No cell of a CSV begins as a formula does."),
)


def output_options(callback: Callable[..., object]) -> Callable[..., object]:
    """Add the options of a text and of a chart; the command is given ``output: OutputOptions``."""
    return text_options(chart_options(callback))


def text_options(callback: Callable[..., object]) -> Callable[..., object]:
    """Add the options of a text, and hand them to the command as ``output: OutputOptions``.

    Where ``chart_options`` stands below it, theirs are in ``output.request``.

    Raises WrongUsage, when the command is run, for a file that no format is known for, and for
    options of a chart where none is drawn.
    """

    @wraps(callback)
    def with_output(
        *arguments: object,
        format: str | None,
        output: str | None,
        sources: str,
        no_sources: bool,
        fail_empty: bool,
        bom: bool,
        reader: str | None,
        safe_csv: bool,
        **others: Any,
    ) -> object:
        request = ChartRequest(**{name: others.pop(name) for name in others.keys() & CHART_FIELDS})
        path = None if output is None else file_path(output, "--output")
        if path and not format:
            from dtcompare.view.files import format_for

            format = format_for(path)
        asked = OutputOptions(
            format=format,
            path=path,
            sources="none" if no_sources else sources,
            fail_empty=fail_empty,
            bom=bom,
            for_excel=reader is not None,
            safe_csv=safe_csv,
            request=request,
        )
        if request.given and asked.chart is None:
            raise WrongUsage("error.chart-option", option=f"--{request.given[0]}")
        if asked.for_excel and asked.format not in (None, "csv"):
            raise WrongUsage("error.for-excel", format=asked.format)
        return callback(*arguments, output=asked, **others)

    return add_options(with_output, _OPTIONS)


def present(
    result: Result,
    presenter: Presenter[Result],
    dataset: Dataset,
    output: OutputOptions,
    settings: Settings,
) -> None:
    """Show, draw or save a result in the form that is asked for; leave with its exit code.

    Raises CannotWrite, and OSError for a standard output that takes no more.
    """
    phrases = Phrases(dataset, settings.lang, on_page=output.format in ("html", "xlsx"))
    if output.chart is None:
        rendering = build_rendering(result, presenter, phrases, output.sources, settings.notes)
        if output.for_excel or output.format == "xlsx":
            from dtcompare.shell.office_output import write_office

            tell_notes(rendering.warnings)
            write_office(rendering, phrases, output)
            leave(output, empty=rendering.empty)
        else:
            show(rendering, output, settings)
        return
    from dtcompare.shell.chart_output import save_chart

    save_chart(result, presenter.name, phrases, output, settings)
    tell_notes(settings.notes)
    leave(output, empty=bool(getattr(result, "empty", False)))


def show(rendering: Rendering, output: OutputOptions, settings: Settings) -> None:
    """Write a rendering to its file or to standard output; leave with its exit code.

    Raises CannotWrite, and OSError for a standard output that takes no more.
    """
    tell_notes(rendering.warnings)
    console = decide(settings.color, sys.stdout, os.environ, settings.lang)
    format = output.format or ("table" if console.terminal and not output.path else "plain")
    text = render(rendering, format, console, safe=output.safe_csv)
    if output.path is None:
        write("\ufeff" * output.bom + text)
    else:
        from dtcompare.view.files import save

        save(output.path, text, bom=output.bom)
        write(f"{output.path}\n")
    leave(output, empty=rendering.empty)


def tell_notes(notes: Iterable[str]) -> None:
    """Write remarks to standard error, a line each."""
    for note in notes:
        click.echo(f"dtcompare: {note}", err=True)


def leave(output: OutputOptions, *, empty: bool) -> None:
    """Leave with exit code 3 where nothing was found and that was to be told."""
    if empty and output.fail_empty:
        click.get_current_context().exit(Exit.FOUND)
