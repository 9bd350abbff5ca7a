"""What the bare command adds to its help: how much data there is, and how new it is."""

from __future__ import annotations

from contextlib import suppress

from dtcompare.errors import DtcompareError
from dtcompare.model.dataset import Dataset
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.phrases import Phrases

__all__ = ["write_overview"]


def write_overview(settings: Settings) -> None:
    """Write the line about the data; nothing where they cannot be read."""
    with suppress(DtcompareError):
        write(_data_line(settings.dataset(), settings) + "\n")


def _data_line(dataset: Dataset, settings: Settings) -> str:
    """Return how many provinces there are, former ones too, and the date of the newest page."""
    phrases = Phrases(dataset, settings.lang)
    existing = len(dataset.register.existing(settings.as_of))
    facts = {"n": existing, "former": len(dataset.register.provinces) - existing}
    published = [source.published for source in dataset.sources.values() if source.published]
    if not published:
        return phrases.say("home.data.no-date", **facts)
    newest = max(published, key=lambda period: period.recency)
    return phrases.say("home.data", date=phrases.period(newest), **facts)
