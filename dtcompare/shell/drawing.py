"""A result drawn into a file, with the words for those who do not see it beside it."""

from __future__ import annotations

from collections.abc import Mapping
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
from dtcompare.shell.lookup import find_province
from dtcompare.shell.output import Output, file_path, text_of
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import encoded, save_all
from dtcompare.view.phrases import Phrases

__all__ = ["GENERATOR", "draw", "look_of", "missing_notes"]

GENERATOR = f"dtcompare {__version__}"


def draw(result: object, name: str, phrases: Phrases, output: Output, settings: Settings) -> None:
    """Draws a result of the command ``name`` into the file of ``output`` and says where it is.

    A highlighted province that the chart does not show is noted.

    Raises WrongUsage for a chart that there is not or whose rows do not fit, and CannotWrite.
    """
    assert output.path is not None
    assert output.chart is not None
    given = output.drawing
    alt = _alt_path(given.get("alt"), output.path)
    names, then = given.get("highlight"), _on_day(result, settings)
    highlight = frozenset(
        _province(str(name), phrases, then) for name in (names if isinstance(names, tuple) else ())
    )
    look = look_of(given, highlight)
    kind = text_of(given.get("chart"))
    chart = chart_of(name, kind, result, phrases, look)
    for id in sorted(highlight):
        without = replace(look, highlight=highlight - {id})
        if chart_of(name, kind, result, phrases, without).marks == chart.marks:
            settings.notes.append(phrases.say("note.highlight", name=phrases.full_name(id)))
    dpi = given.get("dpi")
    data = chart.encode(output.chart, GENERATOR, dpi if isinstance(dpi, int) else None)
    files = {output.path: data}
    if alt is not None:
        files[alt] = encoded(f"{chart.title}\n\n{chart.alt}\n\n{chart.source}\n")
    settings.notes += missing_notes(chart, output.chart, phrases)
    save_all(files)
    write("".join(f"{path}\n" for path in files))


def missing_notes(chart: Chart, format: str, phrases: Phrases) -> list[str]:
    """Return notes that name the letters the chart has no font for, and those it cannot draw.

    A viewer of SVG writes from right to left; Matplotlib is not asked to.
    """
    signs = missing_signs(mark.text for mark in chart.marks if isinstance(mark, Text))
    backward = "".join(filter(is_right_to_left, signs)) if format != "svg" else ""
    lent = ", ".join(sign for sign in signs if sign not in backward)
    notes = []
    if lent:
        notes.append(phrases.say("note.letters-lent", signs=lent))
    if backward:
        notes.append(phrases.say("note.right-to-left", signs=backward))
    return notes


def _alt_path(given: object, chart: Path) -> Path | None:
    """Where the words go; None for nowhere. Raises WrongUsage for the file of the chart itself."""
    if not given:
        return None
    path = file_path(str(given))
    if path.resolve() == chart.resolve():
        raise WrongUsage("error.alt-is-chart", path=path)
    return path


def _on_day(result: object, settings: Settings) -> Settings:
    """The settings with the day whose provinces a result is about."""
    day = getattr(result, "day", None)
    if not isinstance(day, date):
        return settings
    return replace(settings, as_of_text=day.isoformat())


def _province(word: str, phrases: Phrases, settings: Settings) -> str:
    """The id of a province; of namesakes the one that exists on the day. Raises UnknownName."""
    dataset, day = phrases.dataset, settings.as_of
    id = find_province(dataset, word, settings)
    former = f"{FORMER}{id}"
    if former in dataset.register.provinces and not dataset.province(id).exists(day):
        return former
    return id


def look_of(options: Mapping[str, object], highlight: frozenset[str] = frozenset()) -> ChartOptions:
    """What the chart options ask for; ``highlight`` are province ids."""
    first, last = options.get("first"), options.get("last")
    return ChartOptions(
        size=str(options.get("size") or "a4"),
        title=text_of(options.get("title")),
        highlight=highlight,
        first=first if isinstance(first, int) else None,
        last=last if isinstance(last, int) else None,
    )
