"""dataset.yaml: what the data set is called, and its word for a province."""

from __future__ import annotations

from msgspec.structs import replace

from dtcompare.model.dataset import About
from dtcompare.reading.nodes import Node
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.rules import DATASET

__all__ = ["read_about"]


def read_about(root: Node, problems: ProblemList) -> About:
    """Return what the file says; what it leaves out is said in the usual words."""
    found = DATASET.read(root, "dataset.yaml", problems)
    if found is None:
        return About()
    values = dict(found.values)
    if "date" in values:
        values["date"] = values["date"].text
    return replace(About(), **values)
