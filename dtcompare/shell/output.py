"""The output options, and the one place where a result is shown or saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from dtcompare.errors import Exit
from dtcompare.model.record import dataclass
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.faces import FORMATS, render
from dtcompare.view.sheet import Face

__all__ = ["Output", "output_options", "show", "text_of"]

if TYPE_CHECKING:
    from pathlib import Path

AnyCallback = TypeVar("AnyCallback", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Output:
    """In which form and where to a result goes; ``sources`` is short, full or none."""

    format: str | None
    path: Path | None
    sources: str
    fail_empty: bool
    bom: bool

    @classmethod
    def of(cls, options: dict[str, object]) -> Output:
        """The output that the options of a command ask for."""
        path, format = options["output"], text_of(options["format"])
        file = _file(str(path)) if path else None
        return cls(
            format=_format_of(file) if file and not format else format,
            path=file,
            sources="none" if options["no_sources"] else str(options["sources"]),
            fail_empty=bool(options["fail_empty"]),
            bom=bool(options["bom"]),
        )


def _file(path: str) -> Path:
    from pathlib import Path  # noqa: PLC0415 (slow to import, and only a saved result needs it)

    return Path(path)


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


def show(face: Face, output: Output, settings: Settings) -> None:
    """Writes the result to its file or to standard output, and leaves with its exit code.

    Raises CannotWrite, and OSError for a standard output that takes no more.
    """
    for note in face.warnings:
        click.echo(f"dtcompare: {note}", err=True)
    console = settings.console()
    format = output.format or ("table" if console.terminal and not output.path else "plain")
    text = render(face, format, console)
    if output.path is None:
        write("\ufeff" * output.bom + text)
    else:
        from dtcompare.view.files import save  # noqa: PLC0415 (only a saved result needs it)

        save(output.path, text, bom=output.bom)
        write(f"{output.path}\n")
    if face.empty and output.fail_empty:
        click.get_current_context().exit(Exit.FOUND)
