"""A result drawn into a file, with the words for those who do not see it beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dtcompare import __version__
from dtcompare.charts.chart import Look
from dtcompare.charts.encode import encode
from dtcompare.charts.kinds import chart_of
from dtcompare.shell.lookup import find_province
from dtcompare.shell.output import Output, text_of
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import save, save_bytes
from dtcompare.view.voice import Voice

__all__ = ["GENERATOR", "draw", "look_of"]

GENERATOR = f"dtcompare {__version__}"


def draw(result: object, name: str, voice: Voice, output: Output, settings: Settings) -> None:
    """Draws a result of the command ``name`` into the file of ``output`` and says where it is.

    Raises WrongUsage for a chart that there is not or whose rows do not fit, and CannotWrite.
    """
    given = output.drawing
    names = given.get("highlight")
    highlight = frozenset(
        find_province(voice.dataset, str(name), settings)
        for name in (names if isinstance(names, tuple) else ())
    )
    look = look_of(given, highlight)
    chart = chart_of(name, text_of(given.get("chart")), result, voice, look)
    assert output.path is not None
    assert output.chart is not None
    dpi = given.get("dpi")
    data = encode(chart, output.chart, GENERATOR, dpi if isinstance(dpi, int) else None)
    save_bytes(output.path, data)
    write(f"{output.path}\n")
    if given.get("alt"):
        alt = Path(str(given["alt"]))
        save(alt, f"{chart.title}\n\n{chart.alt}\n\n{chart.source}\n")
        write(f"{alt}\n")


def look_of(options: Mapping[str, object], highlight: frozenset[str] = frozenset()) -> Look:
    """What the chart options ask for; ``highlight`` are province ids."""
    first, last = options.get("first"), options.get("last")
    return Look(
        size=str(options.get("size") or "a4"),
        title=text_of(options.get("title")),
        highlight=highlight,
        first=first if isinstance(first, int) else None,
        last=last if isinstance(last, int) else None,
        typeface=str(options.get("typeface") or "be-vietnam-pro"),
    )
