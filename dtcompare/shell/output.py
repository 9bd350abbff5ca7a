"""The output options, and the one place where a result is shown, drawn or saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import click
from msgspec import Struct, field

from dtcompare.errors import Exit, WrongUsage
from dtcompare.shell.chart_options import CHART_OPTIONS
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.formats import CHART_SUFFIXES, FORMATS, render
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.presenter import Presenter, build_rendering
from dtcompare.view.sheet import Rendering

__all__ = ["Output", "file_path", "output_options", "present", "show", "text_of"]

if TYPE_CHECKING:
    from pathlib import Path

Result = TypeVar("Result")

AnyCallback = TypeVar("AnyCallback", bound=Callable[..., object])


class Output(Struct, frozen=True):
    """In which form and where to a result goes; ``sources`` is short, full or none.

    ``drawing`` holds the chart options that were given.
    """

    format: str | None
    path: Path | None
    sources: str
    fail_empty: bool
    bom: bool
    drawing: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, options: dict[str, object]) -> Output:
        """The output that the options of a command ask for."""
        path, format = text_of(options["output"]), text_of(options["format"])
        if path == "":
            raise WrongUsage("error.empty-path", option="--output")
        file = file_path(path) if path else None
        drawing = {name: options[name] for name in CHART_OPTIONS if options.get(name)}
        output = cls(
            format=_format_of(file) if file and not format else format,
            path=file,
            sources="none" if options["no_sources"] else str(options["sources"]),
            fail_empty=bool(options["fail_empty"]),
            bom=bool(options["bom"]),
            drawing=drawing,
        )
        if drawing and output.chart is None:
            raise WrongUsage("error.chart-option", option=f"--{next(iter(drawing))}")
        return output

    @property
    def chart(self) -> str | None:
        """The format of the chart that is asked for: png, svg, pdf; None for a text."""
        suffix = self.path.suffix.lower() if self.path else ""
        return suffix[1:] if suffix in CHART_SUFFIXES and self.format == suffix[1:] else None


def file_path(path: str) -> Path:
    """The path of a file that was typed, in the encoding that the system has for names."""
    from pathlib import Path  # noqa: PLC0415 (slow to import, and only a saved result needs it)

    return Path(os.fsdecode(path.encode("utf-8", "surrogateescape")))


def _format_of(path: Path) -> str:
    from dtcompare.view.files import format_for  # noqa: PLC0415 (the same)

    return format_for(path)


def text_of(value: object) -> str | None:
    """The text of an option; None where it was not given."""
    return None if value is None else str(value)


def output_options(callback: AnyCallback) -> AnyCallback:
    """Adds the output options; they arrive as keyword arguments for ``Output.of``."""
    options = (
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
    )
    for option in reversed(options):
        callback = option(callback)
    return callback


def present(
    result: Result,
    presenter: Presenter[Result],
    phrases: Phrases,
    output: Output,
    settings: Settings,
) -> None:
    """Shows, draws or saves a result in the form that is asked for; leaves with its exit code.

    Raises CannotWrite, and OSError for a standard output that takes no more.
    """
    if output.chart is None:
        show(
            build_rendering(result, presenter, phrases, output.sources, settings.notes),
            output,
            settings,
        )
        return
    from dtcompare.shell.drawing import draw  # noqa: PLC0415 (only for a chart)

    draw(result, presenter.name, phrases, output, settings)
    _tell(settings.notes)
    _leave(output, empty=bool(getattr(result, "empty", False)))


def show(rendering: Rendering, output: Output, settings: Settings) -> None:
    """Writes a face to its file or to standard output, and leaves with its exit code.

    Raises CannotWrite, and OSError for a standard output that takes no more.
    """
    _tell(rendering.warnings)
    console = settings.console()
    format = output.format or ("table" if console.terminal and not output.path else "plain")
    text = render(rendering, format, console)
    if output.path is None:
        write("\ufeff" * output.bom + text)
    else:
        from dtcompare.view.files import save  # noqa: PLC0415 (only a saved result needs it)

        save(output.path, text, bom=output.bom)
        write(f"{output.path}\n")
    _leave(output, empty=rendering.empty)


def _tell(warnings: Sequence[str]) -> None:
    for note in warnings:
        click.echo(f"dtcompare: {note}", err=True)


def _leave(output: Output, *, empty: bool) -> None:
    if empty and output.fail_empty:
        click.get_current_context().exit(Exit.FOUND)
