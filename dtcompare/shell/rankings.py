"""What ``rank`` answers without an indicator."""

from __future__ import annotations

from dtcompare.analysis.overview import list_rankings
from dtcompare.model.dataset import Dataset
from dtcompare.shell.output import OutputOptions, present
from dtcompare.shell.settings import Settings
from dtcompare.view.results.overview import (
    rankings_document,
    rankings_records,
    rankings_sheet,
)
from dtcompare.view.results.presenter import Presenter

RANKINGS = Presenter("rankings", rankings_sheet, rankings_document, rankings_records)


def present_rankings(dataset: Dataset, output: OutputOptions, settings: Settings) -> None:
    """Show what can be ranked, in the form that is asked for."""
    result = list_rankings(dataset, as_of=settings.as_of)
    present(result, RANKINGS, dataset, output, settings)
