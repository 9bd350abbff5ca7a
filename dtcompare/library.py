"""The way into the data from Python."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from dtcompare.model.dataset import Dataset
from dtcompare.reading import find_dataset, open_folder

__all__ = ["open_dataset"]


def open_dataset(path: str | Path | None = None) -> Dataset:
    """Return the data set at ``path``: its folder, or one that holds it as ``data``.

    Without a path: DTCOMPARE_DATA, else the nearest ``data`` folder upwards, else the bundled data.
    Raises NotADataset where there is none, DataBroken (with every problem) where it has an error.
    """
    given = None if path is None else str(path)
    folder = find_dataset(given, os.environ.get("DTCOMPARE_DATA"), Path.cwd())
    return open_folder(folder, datetime.now().astimezone().date())
