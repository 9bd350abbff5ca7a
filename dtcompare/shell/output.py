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
    short, full or none. ``full``: nothing is left out; ``pager``: a long answer may be paged.
    """

    format: str | None = None
    path: Path | None = None
    sources: str = "short"
    full: bool = False
    pager: bool = True
    fail_empty: bool = False
    bom: bool = False
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
    click.option("--no-pager", is_flag=True, help="Show a full answer without the pager."),
    click.option(
        "--sources",
        type=click.Choice(["short", "full"]),
        default="short",
        help="Sources in short, or with titles and addresses.",
    ),
    click.option("--no-sources", is_flag=True, help="Leave the sources out."),
    click.option("--fail-empty", is_flag=True, help="Exit with 3 when nothing is found."),
    click.option("--bom", is_flag=True, help="Mark a saved file as UTF-8, for Excel."),
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
        full: bool,
        no_pager: bool,
        sources: str,
        no_sources: bool,
        fail_empty: bool,
        bom: bool,
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
            full=full or path is not None or sources == "full",
            pager=not no_pager,
            fail_empty=fail_empty,
            bom=bom,
            request=request,
        )
        if request.given and asked.chart is None:
            raise WrongUsage("error.chart-option", option=f"--{request.given[0]}")
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
    phrases = Phrases(dataset, settings.lang, day_typed=settings.day_typed)
    if output.chart is None:
        rendering = build_rendering(result, presenter, phrases, output.sources, settings.notes)
        show(rendering, output, settings)
        return
    from dtcompare.shell.chart_output import save_chart

    save_chart(result, presenter.name, phrases, output, settings)
    tell_notes(settings.notes)
    _leave(output, empty=bool(getattr(result, "empty", False)))


def show(rendering: Rendering, output: OutputOptions, settings: Settings) -> None:
    """Write a rendering to its file or to standard output; leave with its exit code.

    Raises CannotWrite, and OSError for a standard output that takes no more.
    """
    tell_notes(rendering.warnings)
    console = decide(settings.color, sys.stdout, os.environ, settings.lang)
    format = output.format or ("table" if console.terminal and not output.path else "plain")
    text = render(rendering, format, console, brief=not output.full)
    if output.is_paged and format in ("table", "plain") and console.is_filled_by(text):
        click.echo_via_pager(text, color=console.color)
    elif output.path is None:
        write("\ufeff" * output.bom + text)
    else:
        from dtcompare.view.files import save

        save(output.path, text, bom=output.bom)
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
