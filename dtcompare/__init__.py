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
    from dtcompare.analysis.comparison import Comparison, compare
    from dtcompare.analysis.gaps import Gaps, gaps
    from dtcompare.analysis.profile import Detail, Profile, detail, profile
    from dtcompare.analysis.ranking import Picks, Ranking, rank
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
    "reporting",
    "score",
    "trend",
]

_HOMES = {
    "Comparison": "analysis.comparison",
    "Dataset": "model.dataset",
    "Detail": "analysis.profile",
    "Gaps": "analysis.gaps",
    "Picks": "analysis.ranking",
    "Profile": "analysis.profile",
    "Ranking": "analysis.ranking",
    "Reporting": "analysis.reporting",
    "Trend": "analysis.trend",
    "compare": "analysis.comparison",
    "Scored": "analysis.score",
    "detail": "analysis.profile",
    "gaps": "analysis.gaps",
    "open_dataset": "reading.opened",
    "profile": "analysis.profile",
    "rank": "analysis.ranking",
    "reporting": "analysis.reporting",
    "trend": "analysis.trend",
    "score": "analysis.score",
}


def __getattr__(name: str) -> object:
    """Import the module of a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dtcompare' has no attribute {name!r}")
    return getattr(import_module(f"dtcompare.{_HOMES[name]}"), name)
