"""Many charts in one go, on every core: a worker opens the data set once and draws one by one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click

from dtcompare.charts.chart import Look
from dtcompare.charts.encode import encode
from dtcompare.charts.kinds import chart_of
from dtcompare.errors import CannotWrite, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.record import dataclass
from dtcompare.shell.drawing import GENERATOR
from dtcompare.shell.settings import Settings, say
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes
from dtcompare.view.voice import Voice

__all__ = ["Drawn", "Order", "draw_all", "make_folder", "tell"]

_FEW = 6  # fewer charts than this are drawn before a second process has started


# Command and subject of a chart; a function of a module works out the result it is drawn from.
Question = tuple[str, str]
Answer = Callable[[Dataset, Any, date], object]


@dataclass(frozen=True, slots=True)
class Order:
    """What every worker has to know."""

    settings: Settings
    answer: Answer
    folder: Path
    format: str
    look: Look
    dpi: int | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of a chart: its file, and the error's key and facts where that is not there."""

    name: str
    path: Path | None = None
    key: str = ""
    facts: tuple[tuple[str, object], ...] = ()


def draw_all(order: Order, questions: Sequence[Question]) -> Iterator[Drawn]:
    """Draws the chart of every question, in their order."""
    workers = min(os.cpu_count() or 1, len(questions) // _FEW)
    if workers < 2:
        drawer = _Drawer(order)
        yield from map(drawer.draw, questions)
        return
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(order,)
    )
    try:
        yield from pool.map(_draw, questions, chunksize=4)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def tell(drawn: Iterable[Drawn], of: int, settings: Settings) -> bool:
    """Names every file as it is there, says what could not be drawn, and whether all could.

    Raises CannotWrite where the folder takes no file.
    """
    whole = True
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
        settings.tell_progress("drawing", done if done < of else -1, of)
    return whole


def make_folder(path: Path) -> None:
    """Makes a folder where there is none. Raises CannotWrite."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise CannotWrite("error.cannot-write", path=path, reason=reason) from error


class _Drawer:
    """Draws one chart after the other."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.dataset = order.settings.dataset()
        self.voice = Voice(self.dataset, order.settings.lang)

    def draw(self, question: Question) -> Drawn:
        """Draws one chart into its file."""
        order = self.order
        name = "-".join(filter(None, question)).replace("/", "-")
        try:
            result = order.answer(self.dataset, question, order.settings.as_of)
            chart = chart_of(question[0], None, result, self.voice, order.look)
        except WrongUsage as error:
            return Drawn(name, key=error.key, facts=tuple(error.facts.items()))
        path = order.folder / f"{name}.{order.format}"
        try:
            save_bytes(path, encode(chart, order.format, GENERATOR, order.dpi))
        except CannotWrite as error:
            return Drawn(name, path, error.key, tuple(error.facts.items()))
        return Drawn(name, path)


class _Worker:
    """What a worker process keeps."""

    drawer: _Drawer


def _begin(order: Order) -> None:
    """Readies a worker; Ctrl-C is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Worker.drawer = _Drawer(order)


def _draw(question: Question) -> Drawn:
    return _Worker.drawer.draw(question)
