"""A data set as quickly as it can be had: from its compiled copy, else from its files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import Dataset
from dtcompare.reading.compiled import observed, open_copy, whole, write_copy

__all__ = ["Progress", "check_folder", "open_folder"]

Progress = Callable[[int, int], None]


def open_folder(
    folder, today: date, *, cache: bool = True, progress: Progress | None = None
) -> Dataset:
    root = os.path.realpath(folder)
    if cache:
        found = open_copy(root, today, lambda: None)
        if found is not None:
            return found
    from pathlib import Path

    from dtcompare.reading.load import read_folder

    began, before = time.time_ns(), observed(root)
    if progress is not None:
        from dtcompare.reading.parallel import is_large, read_large

        if is_large(before):
            dataset, parts = read_large(Path(folder), today, progress)
            if cache:
                write_copy(root, today, dataset, parts, before, began)
            return dataset
    reading = read_folder(Path(folder), today, doubts=False)
    if reading.dataset is None:
        reading = read_folder(Path(folder), today)
        if reading.dataset is None:
            raise DataBroken(reading.problems, files=len(reading.files), where=str(folder))
    if cache:
        write_copy(root, today, reading.dataset, whole(reading.dataset), before, began)
    return reading.dataset


def check_folder(folder, today: date, *, keep: bool = True, progress: Progress | None = None):
    from dtcompare.reading.load import read_folder

    if progress is not None:
        from dtcompare.reading.parallel import check_large, is_large

        if is_large(observed(str(folder))):
            return check_large(folder, today, progress)
    return read_folder(folder, today)
