"""The compiled copy that the program brings along for the data set inside it.

It is made when the program is packed, and lies beside the data set in the program's own folder: who
can write there can change the program itself, so that its owner is not asked for. Everything else
holds as for a copy of the user's: blocks with digests, and only while every file of the data set
and of what reads it is, by content, what it was made of. Times and places say nothing of files that
were installed.
"""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import dtcompare
from dtcompare.reading.freshness import digest, observe

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FORMAT", "NAME", "compile_copy", "shipped_copy", "shipped_key"]

FORMAT = "3"  # of all copies
NAME = "data.sqlite"
_READING = ("model", "reading")


def shipped_copy(root: str) -> str | None:
    """The copy of the data set at ``root``; None where the program brings none for it."""
    package = os.path.realpath(os.path.dirname(dtcompare.__file__))  # noqa: PTH120
    path = os.path.join(package, NAME)  # noqa: PTH118
    inside = root == os.path.join(package, "data")  # noqa: PTH118
    return path if inside and os.path.isfile(path) else None  # noqa: PTH113


def shipped_key() -> tuple[str, ...]:
    """What such a copy must be of: this form and program, told by its content."""
    package = os.path.dirname(dtcompare.__file__)  # noqa: PTH120
    parts = []
    for folder in _READING:
        with os.scandir(os.path.join(package, folder)) as entries:  # noqa: PTH118
            for entry in entries:
                if entry.name.endswith(".py"):
                    with open(entry.path, "rb") as file:  # noqa: PTH123
                        parts.append(f"{folder}/{entry.name} {digest(file.read())}")
    return (FORMAT, dtcompare.__version__, digest("\n".join(sorted(parts)).encode()))


def compile_copy(folder: Path, target: Path) -> None:
    """Writes the copy of the data set in ``folder``; the same files give the same bytes.

    It is good from the day on that the data set bears as its date. Raises DataBroken where the data
    set has errors on that day, ValueError where it has no date, OSError where nothing can be
    written.
    """
    from dtcompare.reading.blocks import blocks_of  # noqa: PLC0415 (only when it is packed)
    from dtcompare.reading.load import load_dataset, read_folder  # noqa: PLC0415 (the same)
    from dtcompare.reading.store import stamp_blocks  # noqa: PLC0415 (the same)
    from dtcompare.reading.storefile import write_blocks  # noqa: PLC0415 (the same)

    day = date.fromisoformat(load_dataset(folder, date.max).about.date or "")
    digests: dict[str, str] = {}
    reading = read_folder(folder, day, digests=digests)
    dataset = reading.dataset or load_dataset(folder, day)
    marks: dict[str, tuple[int, ...]] = dict.fromkeys(sorted(observe(str(folder)) or ()), ())
    blocks = {**blocks_of(dataset), **stamp_blocks(shipped_key(), day, 0, (marks, digests))}
    mark = digest(*(text for _, text in sorted(blocks.items())))
    target.unlink(missing_ok=True)
    if not write_blocks(str(target), blocks, mark):
        raise OSError(target)
