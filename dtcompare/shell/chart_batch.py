"""Many charts in one go, on every core."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from itertools import chain
from pathlib import Path

import click
from msgspec import Struct

from dtcompare.analysis.album import Question, answer_question
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.errors import CannotWrite, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.reading.opened import open_folder
from dtcompare.reading.parallel import map_in_pool
from dtcompare.shell.chart_output import GENERATOR, missing_notes
from dtcompare.shell.output import tell_notes
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes
from dtcompare.view.phrases import Phrases

_AT_ONCE = 4  # charts that a process draws before it hands them back
_FEW = 12  # fewer charts than this are drawn before another process has started


class Batch(Struct, frozen=True):
    """Where and how the charts are to be drawn."""

    settings: Settings
    folder: Path
    format: str
    size: str | None = None
    dpi: int | None = None


class SavedChart(Struct, frozen=True):
    """What became of a chart: its file, or the error's key and facts."""

    name: str
    path: Path
    key: str = ""
    facts: Mapping[str, object] = {}
    notes: tuple[str, ...] = ()


def draw_all(batch: Batch, dataset: Dataset, questions: Sequence[Question]) -> Iterator[SavedChart]:
    """Draw the chart of every question about ``dataset``, in their order."""
    if len(questions) < _FEW or os.cpu_count() == 1:
        phrases = Phrases(dataset, batch.settings.lang)
        return (draw(batch, phrases, question) for question in questions)
    work = partial(_draw_in_process, batch)
    return chain.from_iterable(map_in_pool(work, questions, _AT_ONCE, lambda *_: None))


def draw(batch: Batch, phrases: Phrases, question: Question) -> SavedChart:
    """Draw the chart of a question into its file."""
    name = "-".join(filter(None, question)).replace("/", "-")
    path = batch.folder / f"{name}.{batch.format}"
    try:
        result = answer_question(phrases.dataset, question, batch.settings.as_of)
        look = ChartOptions(size=batch.size or "a4")
        chart = chart_of(question.command, None, result, phrases, look)
        save_bytes(path, chart.encode(batch.format, GENERATOR, batch.dpi))
    except (WrongUsage, CannotWrite) as error:
        return SavedChart(name, path, error.key, error.facts)
    return SavedChart(name, path, notes=tuple(missing_notes(chart, batch.format, phrases)))


def _draw_in_process(batch: Batch, questions: Sequence[Question]) -> list[SavedChart]:
    settings = batch.settings
    phrases = _open_phrases(settings.root(), settings.today, settings.lang, cache=settings.cache)
    return [draw(batch, phrases, question) for question in questions]


@cache
def _open_phrases(root: str, today: date, lang: str, *, cache: bool) -> Phrases:
    """Open the data set, once in a process that draws many charts."""
    return Phrases(open_folder(root, today, cache=cache), lang)


def report_charts(charts: Iterable[SavedChart], of: int, settings: Settings) -> bool:
    """Name every file as it is there, and say what could not be drawn; return whether all could.

    Raises CannotWrite where the folder takes no file.
    """
    whole = True
    notes: dict[str, None] = {}
    for done, chart in enumerate(charts, start=1):
        settings.show_progress("drawing", -1, of)
        if chart.key == "error.cannot-write":
            raise CannotWrite(chart.key, **chart.facts)
        if chart.key:
            whole = False
            why = settings.say(chart.key, **chart.facts)
            click.echo(settings.say("drawing.not", name=chart.name, why=why), err=True)
        else:
            write(f"{chart.path}\n")
            notes |= dict.fromkeys(chart.notes)
        settings.show_progress("drawing", done if done < of else -1, of)
    tell_notes(notes)
    return whole
