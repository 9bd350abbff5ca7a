"""How data get in: a folder of YAML files, read strictly, every problem with its place."""

from __future__ import annotations

from dtcompare.reading.folder import dataset_around, find_dataset
from dtcompare.reading.load import Reading, load_dataset, load_score, read_folder
from dtcompare.reading.weights import read_weight_sets

__all__ = [
    "Reading",
    "dataset_around",
    "find_dataset",
    "load_dataset",
    "load_score",
    "read_folder",
    "read_weight_sets",
]
