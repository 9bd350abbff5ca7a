"""The output options, and the one place where a result is shown, drawn or saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

from dtcompare.errors import CannotWrite, Exit, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.shell.chart_options import CHART_FIELDS, ChartRequest, chart_options
from dtcompare.shell.settings import Settings, SharedOption, add_options
from dtcompare.view.console import decide, write
from dtcompare.view.formats import CHART_SUFFIXES, FORMATS, render
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.presenter import Presenter, build_rendering
from dtcompare.view.sheet import Rendering

if TYPE_CHECKING:
    from pathlib import Path

Result = TypeVar("Result")


class OutputOptions(Struct, frozen=True):
    """The form of a result and the place it goes to.

    ``format`` is None where the terminal decides, ``path`` None for standard output; ``sources`` is
    short, full or none. ``full``: nothing is left out; ``pager``: a long answer may be paged.
    ``decimals`` is how many are printed at most, None for all. ``for_excel``: a CSV for people.
    """

    format: str | None = None
    path: Path | None = None
    sources: str = "short"
    full: bool = False
    pager: bool = True
    decimals: int | None = None
    quiet: bool = False
    fail_empty: bool = False
    bom: bool = False
    for_excel: bool = False
    safe_csv: bool = False
    request: ChartRequest = ChartRequest()

    @property
    def is_paged(self) -> bool:
        """Tell whether a text longer than the screen goes through the pager."""
        return self.full and self.pager and self.path is None

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


def make_folder(path: Path) -> Path:
    """Return a folder, made where there is none. Raises CannotWrite."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise CannotWrite("error.cannot-write", path=path, reason=reason) from error
    return path


_shared = partial(click.option, cls=SharedOption)
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
    click.option("--full", is_flag=True, help="Leave nothing out: lists, notes, sources."),
    _shared("--no-pager", is_flag=True, help="Show a full answer without the pager."),
    _shared(
        "--sources",
        type=click.Choice(["short", "full"]),
        default="short",
        help="Sources in short, or with titles and addresses.",
    ),
    _shared("--no-sources", is_flag=True, help="Leave the sources out."),
    _shared(
        "--decimals",
        type=click.IntRange(0, 12),
        metavar="N",
        help="Round printed numbers to at most N decimals; CSV and JSON keep them all.",
    ),
    _shared("--quiet", is_flag=True, help="Say nothing beside the result: no notes, no path."),
    _shared("--fail-empty", is_flag=True, help="Exit with 3 when nothing is found."),
    _shared("--bom", is_flag=True, help="Mark a saved file as UTF-8, for Excel."),
    _shared(
        "--for",
        "reader",
        type=click.Choice(["excel"]),
        help="CSV for people: headings in words, numbers and marks as the language has them.",
    ),
    _shared(
        "--safe-csv", is_flag=True, help="Write CSV texts so that no spreadsheet runs a formula."
    ),
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
        no_pager: bool,
        sources: str,
        no_sources: bool,
        **others: Any,
    ) -> object:
        request = ChartRequest(**{name: others.pop(name) for name in others.keys() & CHART_FIELDS})
        path = None if output is None else file_path(output, "--output")
        plain = {name: others.pop(name) for name in ("decimals", "quiet", "fail_empty", "bom")}
        asked = OutputOptions(
            format=_format_of(path, format),
            path=path,
            sources="none" if no_sources else sources,
            full=others.pop("full") or path is not None or sources == "full",
            pager=not no_pager,
            for_excel=others.pop("reader") is not None,
            safe_csv=others.pop("safe_csv"),
            request=request,
            **plain,
        )
        if request.given and asked.chart is None:
            raise WrongUsage("error.chart-option", option=f"--{request.given[0]}")
        if asked.for_excel and asked.format not in (None, "csv"):
            raise WrongUsage("error.for-excel", format=asked.format)
        return callback(*arguments, output=asked, **others)

    return add_options(with_output, _OPTIONS)


def _format_of(path: Path | None, format: str | None) -> str | None:
    """Return the format asked for, else that of the file's suffix; None where neither says.

    Raises WrongUsage for a suffix of no format, and where the file would hold what its suffix does
    not promise: a table in x.png. A suffix of plain text holds any.
    """
    if path is None:
        return format
    from dtcompare.view.files import format_for, is_plain_text

    if format is None:
        return format_for(path)
    if not is_plain_text(path) and format_for(path) != format:
        raise WrongUsage("error.format-and-suffix", format=format, path=path)
    return format


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
    phrases = Phrases(
        dataset,
        settings.lang,
        day_typed=settings.day_typed,
        decimals=output.decimals,
        on_page=output.format in ("html", "xlsx"),
    )
    if output.chart is None:
        rendering = build_rendering(result, presenter, phrases, output.sources, settings.notes)
        if output.for_excel or output.format == "xlsx":
            from dtcompare.shell.office_output import write_office

            write_office(rendering, phrases, output, settings)
            _leave(output, empty=rendering.empty)
        else:
            show(rendering, output, settings)
        return
    from dtcompare.shell.chart_output import save_chart

    save_chart(result, presenter.name, phrases, output, settings)
    if not output.quiet:
        tell_notes(settings.notes)
    _leave(output, empty=bool(getattr(result, "empty", False)))


def show(rendering: Rendering, output: OutputOptions, settings: Settings) -> None:
    """Write a rendering to its file or to standard output; leave with its exit code.

    Raises CannotWrite, and OSError for a standard output that takes no more.
    """
    if not output.quiet:
        tell_notes(rendering.warnings)
    console = decide(settings.color, sys.stdout, os.environ, settings.lang)
    format = output.format or ("table" if console.terminal and not output.path else "plain")
    safe = output.safe_csv or settings.config.safe_csv
    text = render(rendering, format, console, brief=not output.full, safe_csv=safe)
    if output.is_paged and format in ("table", "plain") and console.is_filled_by(text):
        click.echo_via_pager(text, color=console.color)
    elif output.path is None:
        write("\ufeff" * output.bom + text)
    else:
        from dtcompare.view.files import save

        save(output.path, text, bom=output.bom)
        if not output.quiet:
            write(f"{output.path}\n")
    _leave(output, empty=rendering.empty)


def tell_notes(notes: Iterable[str]) -> None:
    """Write remarks to standard error, a line each."""
    for note in notes:
        click.echo(f"dtcompare: {note}", err=True)


def _leave(output: OutputOptions, *, empty: bool) -> None:
    """Leave with exit code 3 where nothing was found and that was to be told."""
    if empty and output.fail_empty:
        click.get_current_context().exit(Exit.FOUND)
