"""dataset.yaml: what the data set is called, and its word for a province."""

from __future__ import annotations

from msgspec.structs import replace

from dtcompare.model.dataset import About
from dtcompare.reading.nodes import Node
from dtcompare.reading.rules import DATASET
from dtcompare.reading.validator import Validator

__all__ = ["read_about"]


def read_about(root: Node, validator: Validator) -> About:
    """Return what the file says; what it leaves out is said in the usual words."""
    found = DATASET.read(root, "dataset.yaml", validator)
    if found is None:
        return About()
    values = dict(found.values)
    if "date" in values:
        values["date"] = values["date"].text
    return replace(About(), **values)
