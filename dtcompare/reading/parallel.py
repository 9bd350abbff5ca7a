"""Files read by one process a core; each hands back finished parts of a compiled copy."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar

from msgspec import msgpack

from dtcompare.reading.compiled import CopyPart, StoredLines, StoredSources, encode, part_of
from dtcompare.reading.folder import DataFile
from dtcompare.reading.lines import Context
from dtcompare.reading.load import Bodies, read_chunk
from dtcompare.reading.opened import Progress
from dtcompare.reading.sources import by_key

FILES = 48  # a chunk: some seconds of work, and what one province's lines are read with
_MOST = 61  # processes that Windows can wait for

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def read_in_pool(
    folder: Path,
    progress: Progress,
    context: Context,
    files: Sequence[DataFile],
    *,
    keep: bool = True,
) -> Bodies:
    """Return what files of provinces and country report, with every problem.

    ``progress`` is told how many are read. Without ``keep`` their lines and sources are let go of.
    """
    work = partial(_read_encoded, folder, context, keep=keep)
    parts = [part_of((), {}, by_key(context.shared), {})]
    found = Bodies()
    with closing(map_in_pool(work, files, FILES, progress)) as results:
        for bodies, data in results:
            found.add(bodies)
            if keep:
                parts.append(msgpack.decode(data, type=CopyPart))
    found.lines = StoredLines(parts, context.declared.catalogue.indicators)
    found.sources = StoredSources(parts)
    return found


def _read_encoded(
    folder: Path, context: Context, files: Sequence[DataFile], *, keep: bool
) -> tuple[Bodies, bytes]:
    """Read a chunk of files; return it without its lines and sources, and these as a Part."""
    bodies = read_chunk(folder, context, files)
    data = b""
    if keep:
        ids = [file.id for file in files]
        data = encode(part_of(ids, bodies.lines, bodies.sources, by_key(context.shared)))
    bodies.lines, bodies.sources = {}, {}
    return bodies, data


# --- processes


def map_in_pool(
    work: Callable[[Sequence[_Item]], _Result],
    items: Sequence[_Item],
    size: int,
    progress: Progress,
) -> Generator[_Result]:
    """Yield what ``work`` makes of ``size`` items at a time, in order, by one process a core.

    ``progress`` is told how many items are done. Ctrl-C is this process's to answer: the others
    finish what they are at, and end.
    """
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    count = max(1, min(os.cpu_count() or 1, len(chunks), _MOST))
    pool = ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_begin, initargs=(work,)
    )
    done = 0
    progress(0, len(items))
    try:
        with _interrupts_held():  # a process that starts meanwhile never hears of it
            results = pool.map(_work, chunks)
        for chunk, result in zip(chunks, results, strict=True):
            yield result
            done += len(chunk)
            progress(done, len(items))
    finally:
        progress(-1, len(items))
        with _interrupts_held():
            pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C waiting. Windows cannot: there a process may hear of it until it has begun."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


class _Worker:
    """What a process keeps between two items; ``busy`` is held during one."""

    work: Callable[[Any], Any]
    busy = Lock()


def _begin(work: Callable[[Any], Any]) -> None:
    """Ready a process of the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _Worker.work = work


def _end_with_parent() -> None:
    """End this process once its parent is gone, as when that was killed: nobody else would."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        with _Worker.busy:
            signal.raise_signal(signal.SIGTERM)


def _work(item: Any) -> Any:
    with _Worker.busy:
        return _Worker.work(item)
