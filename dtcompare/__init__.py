"""dtcompare compares provinces on digital transformation and ranks only like with like.

The public names are loaded when first used:

>>> import dtcompare
>>> from datetime import date
>>> dataset = dtcompare.open_dataset()
>>> answer = dtcompare.rank(dataset, "online-filing", as_of=date(2026, 11, 21))
>>> answer.existing
34
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dtcompare.analysis.arrangement import Picks
    from dtcompare.analysis.comparison import Comparison, compare
    from dtcompare.analysis.gaps import Gaps, gaps
    from dtcompare.analysis.profile import Detail, Profile, detail, profile
    from dtcompare.analysis.ranking import Ranking, rank
    from dtcompare.analysis.relate import Relation, relate
    from dtcompare.analysis.reporting import Reporting, reporting
    from dtcompare.analysis.score import Scored, score
    from dtcompare.analysis.trend import Trend, trend
    from dtcompare.model.dataset import Dataset
    from dtcompare.reading.opened import open_dataset

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "Dataset",
    "Detail",
    "Gaps",
    "Picks",
    "Profile",
    "Ranking",
    "Relation",
    "Reporting",
    "Scored",
    "Trend",
    "__version__",
    "compare",
    "detail",
    "gaps",
    "open_dataset",
    "profile",
    "rank",
    "relate",
    "reporting",
    "score",
    "trend",
]

_HOMES = {
    "analysis.arrangement": ("Picks",),
    "analysis.comparison": ("Comparison", "compare"),
    "analysis.gaps": ("Gaps", "gaps"),
    "analysis.profile": ("Detail", "Profile", "detail", "profile"),
    "analysis.ranking": ("Ranking", "rank"),
    "analysis.relate": ("Relation", "relate"),
    "analysis.reporting": ("Reporting", "reporting"),
    "analysis.score": ("Scored", "score"),
    "analysis.trend": ("Trend", "trend"),
    "model.dataset": ("Dataset",),
    "reading.opened": ("open_dataset",),
}


def __getattr__(name: str) -> object:
    """Import the module of a public name when it is first asked for."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"dtcompare.{module}"), name)
    raise AttributeError(f"module 'dtcompare' has no attribute {name!r}")
