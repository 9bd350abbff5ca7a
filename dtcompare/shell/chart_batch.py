"""Many charts in one go, on every core: a worker opens the data set once and draws one by one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Lock, Thread

import click
from msgspec import Struct

from dtcompare.analysis.album import Question, answer_question
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.errors import CannotWrite, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.reading import open_folder
from dtcompare.shell.chart_output import GENERATOR, missing_notes
from dtcompare.shell.output import file_path, tell_notes
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes
from dtcompare.view.phrases import Phrases

__all__ = ["Batch", "SavedChart", "draw_all", "make_folder", "report_charts"]

_FEW = 6  # fewer charts than this are drawn before a second process has started
_MOST = 61  # processes that Windows can wait for


class Batch(Struct, frozen=True):
    """Where and how the charts are to be drawn."""

    settings: Settings
    folder: Path
    format: str
    look: ChartOptions
    dpi: int | None = None


class SavedChart(Struct, frozen=True):
    """What became of a chart: its file, or the error's key and facts."""

    name: str
    path: Path
    key: str = ""
    facts: tuple[tuple[str, object], ...] = ()
    notes: tuple[str, ...] = ()


def draw_all(batch: Batch, dataset: Dataset, questions: Sequence[Question]) -> Iterator[SavedChart]:
    """Draw the chart of every question about ``dataset``, in their order."""
    workers = min(os.cpu_count() or 1, len(questions) // _FEW, _MOST)
    if workers < 2:
        yield from map(_Drawer(batch, dataset).draw, questions)
        return
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(batch,)
    )
    try:
        with _interrupts_held():  # the workers that start now never hear of Ctrl-C
            charts = pool.map(_draw_in_worker, questions, chunksize=4)
        yield from charts
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C waiting, where signals can be held."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


class _Drawer:
    """Draws one chart after the other; ``saving`` is held while a file is written."""

    def __init__(self, batch: Batch, dataset: Dataset) -> None:
        self.batch = batch
        self.dataset = dataset
        self.phrases = Phrases(dataset, batch.settings.lang)
        self.saving = Lock()

    def draw(self, question: Question) -> SavedChart:
        """Draw the chart of a question into its file."""
        batch = self.batch
        name = "-".join(filter(None, question)).replace("/", "-")
        path = batch.folder / f"{name}.{batch.format}"
        try:
            result = answer_question(self.dataset, question, batch.settings.as_of)
            chart = chart_of(question.command, None, result, self.phrases, batch.look)
            data = chart.encode(batch.format, GENERATOR, batch.dpi)
            with self.saving:
                save_bytes(path, data)
        except (WrongUsage, CannotWrite) as error:
            return SavedChart(name, path, error.key, tuple(error.facts.items()))
        notes = missing_notes(chart, batch.format, self.phrases)
        return SavedChart(name, path, notes=tuple(notes))


class _Worker:
    """What a worker process keeps from one chart to the next."""

    drawer: _Drawer


def _start_worker(batch: Batch) -> None:
    """Open the data set in a worker; Ctrl-C is the parent's to answer, progress its to show."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings = batch.settings
    dataset = open_folder(settings.root(), settings.today, cache=settings.cache)
    _Worker.drawer = _Drawer(batch, dataset)
    Thread(target=_end_with_parent, args=(_Worker.drawer.saving,), daemon=True).start()


def _end_with_parent(saving: Lock) -> None:
    """End a worker whose parent was killed, but not amid a file: nobody else would."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        with saving:
            signal.raise_signal(signal.SIGTERM)


def _draw_in_worker(question: Question) -> SavedChart:
    return _Worker.drawer.draw(question)


def report_charts(charts: Iterable[SavedChart], of: int, settings: Settings) -> bool:
    """Name every file as it is there, and say what could not be drawn; return whether all could.

    Raises CannotWrite where the folder takes no file.
    """
    whole = True
    notes: dict[str, None] = {}
    for done, chart in enumerate(charts, start=1):
        settings.show_progress("drawing", -1, of)
        if chart.key == "error.cannot-write":
            raise CannotWrite(chart.key, **dict(chart.facts))
        if chart.key:
            whole = False
            why = settings.say(chart.key, **dict(chart.facts))
            click.echo(settings.say("drawing.not", name=chart.name, why=why), err=True)
        else:
            write(f"{chart.path}\n")
            notes |= dict.fromkeys(chart.notes)
        settings.show_progress("drawing", done if done < of else -1, of)
    tell_notes(notes)
    return whole


def make_folder(name: str) -> Path:
    """Return the folder of that name, made where there is none.

    Raises CannotWrite, and WrongUsage for an empty name.
    """
    if not name:
        raise WrongUsage("error.empty-path", option="DIR")
    path = file_path(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise CannotWrite("error.cannot-write", path=path, reason=reason) from error
    return path
