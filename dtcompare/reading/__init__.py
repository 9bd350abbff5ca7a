"""How data get in: a folder of YAML files, read strictly, every problem with its place.

What reads YAML is loaded when it is first asked for: a compiled copy needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dtcompare.reading.folder import dataset_around, find_dataset, find_root

if TYPE_CHECKING:
    from dtcompare.reading.load import Reading, load_dataset, load_score, read_folder
    from dtcompare.reading.opened import Progress, check_folder, open_folder
    from dtcompare.reading.weight_sets import read_weight_sets

__all__ = [
    "Progress",
    "Reading",
    "check_folder",
    "dataset_around",
    "find_dataset",
    "find_root",
    "load_dataset",
    "load_score",
    "open_folder",
    "read_folder",
    "read_weight_sets",
]

_HOMES = {
    "Progress": "opened",
    "Reading": "load",
    "check_folder": "opened",
    "load_dataset": "load",
    "load_score": "load",
    "open_folder": "opened",
    "read_folder": "load",
    "read_weight_sets": "weight_sets",
}


def __getattr__(name: str) -> object:
    """A public name, its module imported when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dtcompare.reading' has no attribute {name!r}")
    return getattr(import_module(f"dtcompare.reading.{_HOMES[name]}"), name)
