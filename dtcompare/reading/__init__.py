"""How data get in: a folder of YAML files, read strictly, every problem with its place.

What reads YAML is loaded when it is first asked for: a compiled copy needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dtcompare.reading.folder import dataset_around, find_root
from dtcompare.reading.opened import Progress, check_folder, open_folder

if TYPE_CHECKING:
    from dtcompare.reading.load import Reading, load_dataset, load_score, read_folder
    from dtcompare.reading.weight_sets import read_weight_sets

__all__ = [
    "Progress",
    "Reading",
    "check_folder",
    "dataset_around",
    "find_root",
    "load_dataset",
    "load_score",
    "open_folder",
    "read_folder",
    "read_weight_sets",
]


def __getattr__(name: str) -> object:
    """Return a public name of a module that reads YAML. Raises AttributeError."""
    if name not in __all__:
        raise AttributeError(f"module 'dtcompare.reading' has no attribute {name!r}")
    from dtcompare.reading import load, weight_sets  # noqa: PLC0415 (when asked for)

    return getattr(weight_sets if name == "read_weight_sets" else load, name)
