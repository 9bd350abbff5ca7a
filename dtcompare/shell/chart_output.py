"""A result drawn into a file, with the words for those who do not see it beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from dtcompare import __version__
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.fonts import is_right_to_left, missing_signs
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Text
from dtcompare.errors import WrongUsage
from dtcompare.model.province import FORMER
from dtcompare.shell.chart_options import SIZES
from dtcompare.shell.lookup import find_province
from dtcompare.shell.output import OutputOptions, file_path
from dtcompare.shell.settings import Settings
from dtcompare.view.citations import citation
from dtcompare.view.console import write
from dtcompare.view.files import encoded, save_all
from dtcompare.view.phrases import Phrases

GENERATOR = f"dtcompare {__version__}"


def save_chart(
    result: object, name: str, phrases: Phrases, output: OutputOptions, settings: Settings
) -> None:
    """Draw a result of the command ``name`` into the file of ``output`` and say where it is.

    A highlighted province that the chart does not show is noted.

    Raises WrongUsage for a chart that there is not or whose rows do not fit, and CannotWrite.
    """
    assert output.path is not None
    assert output.chart is not None
    request = output.request
    alt = _beside_path(request.alt, "--alt", output.path)
    caption = _beside_path(request.caption, "--caption", output.path)
    day_settings = _on_day(result, settings)
    typed = frozenset(_find_highlight(word, phrases, day_settings) for word in request.highlight)
    usual = () if typed else settings.config.highlight
    ids = typed or frozenset(_find_highlight(word, phrases, day_settings) for word in usual)
    look = ChartOptions(
        size=request.size or _usual_size(settings),
        title="" if request.no_title else request.title,
        notes=not request.no_notes,
        sources=output.sources != "none",
        highlight=ids,
        first=request.first,
        last=request.last,
        family=request.font,
    )
    chart = chart_of(name, request.chart, result, phrases, look)
    for id in sorted(typed):
        without = replace(look, highlight=ids - {id})
        if chart_of(name, request.chart, result, phrases, without).marks == chart.marks:
            settings.notes.append(phrases.say("note.highlight", name=phrases.full_name(id)))
    files = {output.path: chart.encode(output.chart, GENERATOR, request.dpi)}
    if alt is not None:
        parts = (chart.title, chart.alt, chart.source if look.sources else "")
        files[alt] = encoded("\n\n".join(filter(None, parts)) + "\n")
    if caption is not None:
        files[caption] = encoded(_caption_text(chart, phrases))
    save_all(files)
    settings.notes += missing_notes(chart, output.chart, phrases)
    if not output.quiet:
        write("".join(f"{path}\n" for path in files))


def _usual_size(settings: Settings) -> str:
    """Return the page of a chart where none is typed. Raises WrongUsage for one that is none."""
    size = settings.config.size or SIZES[0]
    if size not in SIZES:
        raise WrongUsage("error.bad-size", size=size, known=", ".join(SIZES))
    return size


def missing_notes(chart: Chart, format: str, phrases: Phrases) -> list[str]:
    """Return notes on letters that the typeface lacks, and on those that are not drawn.

    A viewer of SVG writes from right to left; Matplotlib is not asked to.
    """
    texts = (mark.text for mark in chart.marks if isinstance(mark, Text))
    signs = missing_signs(texts, chart.family)
    backward = "".join(filter(is_right_to_left, signs)) if format != "svg" else ""
    lent = ", ".join(sign for sign in signs if sign not in backward)
    notes = []
    if lent:
        notes.append(phrases.say("note.letters-lent", signs=lent))
    if backward:
        notes.append(phrases.say("note.right-to-left", signs=backward))
    return notes


def _caption_text(chart: Chart, phrases: Phrases) -> str:
    """Return what goes under a chart that is placed on a page: title, notes, sources, citation."""
    lines = [chart.title, chart.subtitle]
    if chart.notes:
        lines.append(phrases.say("chart.note", text=" ".join(chart.notes)))
    lines += [phrases.say("chart.source", text=chart.source), citation(phrases)]
    return "\n".join(filter(None, lines)) + "\n"


def _beside_path(name: str | None, option: str, chart: Path) -> Path | None:
    """Return where words go; None for nowhere. Raises WrongUsage for the chart's own file."""
    if not name:
        return None
    path = file_path(name, option)
    if path.resolve() == chart.resolve():
        raise WrongUsage("error.alt-is-chart", path=path)
    return path


def _on_day(result: object, settings: Settings) -> Settings:
    """Return the settings with the day whose provinces a result is about."""
    day = getattr(result, "day", None)
    if not isinstance(day, date):
        return settings
    return replace(settings, as_of_text=day.isoformat())


def _find_highlight(word: str, phrases: Phrases, settings: Settings) -> str:
    """Return the id of a province; of namesakes the one that exists on the day.

    Raises UnknownName.
    """
    dataset, day = phrases.dataset, settings.as_of
    id = find_province(dataset, word, settings)
    former = f"{FORMER}{id}"
    if former in dataset.register.provinces and not dataset.province(id).exists(day):
        return former
    return id
