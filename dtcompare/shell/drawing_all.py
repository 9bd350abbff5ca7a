"""Many charts in one go, on every core: a worker opens the data set once and draws one by one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import click
from msgspec import Struct

from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.errors import CannotWrite, Exit, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.reading import open_folder
from dtcompare.shell.drawing import GENERATOR, missing_notes
from dtcompare.shell.output import file_path
from dtcompare.shell.settings import Settings, say
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes
from dtcompare.view.phrases import Phrases

__all__ = ["Drawn", "Order", "draw_all", "make_folder", "tell"]

_FEW = 6  # fewer charts than this are drawn before a second process has started
_MOST = 61  # processes that Windows can wait for


# Command and subject of a chart; an Answer works out the result that is drawn. Workers are sent the
# function by its name.
Question = tuple[str, str]
Answer = Callable[[Dataset, Any, date], object]


class Order(Struct, frozen=True):
    """What every worker has to know."""

    settings: Settings
    answer: Answer
    folder: Path
    format: str
    look: ChartOptions
    dpi: int | None = None


class Drawn(Struct, frozen=True):
    """What became of a chart: its file and notes on it, or the error's key and facts."""

    name: str
    path: Path | None = None
    key: str = ""
    facts: tuple[tuple[str, object], ...] = ()
    notes: tuple[str, ...] = ()


def draw_all(order: Order, dataset: Dataset, questions: Sequence[Question]) -> Iterator[Drawn]:
    """Draws the chart of every question, in their order; ``dataset`` is what they are about."""
    workers = min(os.cpu_count() or 1, len(questions) // _FEW, _MOST)
    if workers < 2:
        drawer = _Drawer(order, dataset)
        yield from map(drawer.draw, questions)
        return
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(order,)
    )
    try:
        with _interrupts_held():  # a worker would tell of it where it stands
            answers = pool.map(_draw, questions, chunksize=4)
        yield from answers
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keeps Ctrl-C waiting; processes that are started meanwhile never hear of it."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def tell(drawn: Iterable[Drawn], of: int, settings: Settings) -> bool:
    """Names every file as it is there, says what could not be drawn, and whether all could.

    Raises CannotWrite where the folder takes no file.
    """
    whole = True
    notes: dict[str, None] = {}
    for done, chart in enumerate(drawn, start=1):
        settings.tell_progress("drawing", -1, of)
        if chart.key == "error.cannot-write":
            raise CannotWrite(chart.key, **dict(chart.facts))
        if chart.key:
            whole = False
            why = say(settings, chart.key, **dict(chart.facts))
            click.echo(say(settings, "drawing.not", name=chart.name, why=why), err=True)
        else:
            write(f"{chart.path}\n")
            notes |= dict.fromkeys(chart.notes)
        settings.tell_progress("drawing", done if done < of else -1, of)
    for note in notes:
        click.echo(f"dtcompare: {note}", err=True)
    return whole


def make_folder(name: str) -> Path:
    """The folder of that name, made where there is none. Raises CannotWrite, WrongUsage for ""."""
    if not name:
        raise WrongUsage("error.empty-path", option="DIR")
    path = file_path(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise CannotWrite("error.cannot-write", path=path, reason=reason) from error
    return path


class _Drawer:
    """Draws one chart after the other."""

    def __init__(self, order: Order, dataset: Dataset) -> None:
        self.order = order
        self.dataset = dataset
        self.phrases = Phrases(dataset, order.settings.lang)
        self.saving = Lock()

    def draw(self, question: Question) -> Drawn:
        """Draws one chart into its file."""
        order = self.order
        name = "-".join(filter(None, question)).replace("/", "-")
        try:
            result = order.answer(self.dataset, question, order.settings.as_of)
            chart = chart_of(question[0], None, result, self.phrases, order.look)
        except WrongUsage as error:
            return Drawn(name, key=error.key, facts=tuple(error.facts.items()))
        path = order.folder / f"{name}.{order.format}"
        data = chart.encode(order.format, GENERATOR, order.dpi)
        try:
            with self.saving:
                save_bytes(path, data)
        except CannotWrite as error:
            return Drawn(name, path, error.key, tuple(error.facts.items()))
        notes = missing_notes(chart, order.format, self.phrases)
        return Drawn(name, path, notes=tuple(notes))


class _Worker:
    """What a worker process keeps."""

    drawer: _Drawer


def _begin(order: Order) -> None:
    """Readies a worker; Ctrl-C is the parent's to answer, and progress the parent's to show."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings = order.settings
    dataset = open_folder(settings.root(), settings.today, cache=settings.cache)
    _Worker.drawer = _Drawer(order, dataset)
    Thread(target=_follow, args=(parent_process(), _Worker.drawer), daemon=True).start()


def _follow(parent: BaseProcess, drawer: _Drawer) -> None:
    """Ends a worker whose parent was killed, not amid a file: nobody else would."""
    parent.join()
    with drawer.saving:
        os._exit(Exit.FAILED)


def _draw(question: Question) -> Drawn:
    return _Worker.drawer.draw(question)
