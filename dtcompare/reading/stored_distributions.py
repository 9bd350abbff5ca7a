"""What analysis makes of all lines of an indicator, kept beside the copy of a large data set."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec import MsgspecError, Struct, msgpack
from msgspec.structs import replace

import dtcompare
from dtcompare.model.dataset import Dataset
from dtcompare.reading.cachefolder import name_of, read_whole, write_whole
from dtcompare.reading.compiled import StoredLines, open_copy, program_state

if TYPE_CHECKING:
    from pathlib import Path

    from dtcompare.reading.opened import Progress

_AT_ONCE = 8  # indicators for which a process opens the copy

# Works out the distributions of one indicator for a day; a function that processes find by name.
Encode = Callable[[Dataset, str, date], bytes]


class _Stored(Struct, array_like=True):
    """The whole file: by which program, of which copy (its checksum), and a block an indicator."""

    program: list[str]
    copy: int
    blocks: dict[str, memoryview]


def with_distributions(
    dataset: Dataset, folder: str | Path, today: date, encode: Encode, progress: Progress
) -> Dataset:
    """Return a data set of many parts with the distributions of its indicators.

    They are made the first time, by one process a core, and ``progress`` told of how many
    indicators. A small data set, or one that was not opened from its copy, is returned as it is.
    """
    lines = dataset.lines
    if not isinstance(lines, StoredLines) or len(lines.parts) == 1 or lines.checksum is None:
        return dataset
    root = os.path.realpath(folder)
    name = name_of(root, f"{dtcompare.__version__}-distributions")
    try:
        program = program_state("", "model", "reading", "analysis")
    except OSError:
        return dataset
    blocks: Mapping[str, bytes | memoryview] | None = _open(name, program, lines.checksum)
    if blocks is None:
        from dtcompare.reading.parallel import map_in_pool

        made: dict[str, bytes] = {}
        work = partial(_encode_some, root, today, lines.checksum, encode)
        with closing(map_in_pool(work, list(lines), _AT_ONCE, progress)) as results:
            for some in results:
                made |= some
        if len(made) == len(lines):
            write_whole(name, msgpack.encode([program, lines.checksum, made]))
        blocks = made
    return replace(dataset, distributions=blocks)


def _open(name: str, program: list[str], copy: int) -> dict[str, memoryview] | None:
    """Return the blocks as stored; None where there are none, or of another copy or program."""
    found = read_whole(name)
    if found is not None:
        with suppress(MsgspecError):
            stored = msgpack.decode(found[1], type=_Stored)
            if stored.program == program and stored.copy == copy:
                return stored.blocks
    return None


def _encode_some(
    root: str, today: date, copy: int, encode: Encode, ids: Sequence[str]
) -> dict[str, bytes]:
    """Make the blocks of some indicators; none where the copy is no longer the same."""
    dataset = open_copy(root, today)
    if dataset is None or not isinstance(dataset.lines, StoredLines):
        return {}
    if dataset.lines.checksum != copy:
        return {}
    return {id: encode(dataset, id, today) for id in ids}
