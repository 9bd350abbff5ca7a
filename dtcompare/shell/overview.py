"""What the bare command adds to its help: how much data there is, and how new it is."""

from __future__ import annotations

from contextlib import suppress

from dtcompare.errors import DtcompareError
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.phrases import Phrases

__all__ = ["write_overview"]


def write_overview(settings: Settings) -> None:
    """Write how many provinces there are, former ones too, and the date of the newest page.

    Nothing is written where the data cannot be read.
    """
    with suppress(DtcompareError):
        dataset = settings.dataset()
        phrases = Phrases(dataset, settings.lang)
        existing = len(dataset.register.existing(settings.as_of))
        facts = {"n": existing, "former": len(dataset.register.provinces) - existing}
        published = [source.published for source in dataset.sources.values() if source.published]
        if published:
            newest = phrases.period(max(published, key=lambda period: period.recency))
            text = phrases.say("home.data", date=newest, **facts)
        else:
            text = phrases.say("home.data.no-date", **facts)
        write(f"{text}\n")
