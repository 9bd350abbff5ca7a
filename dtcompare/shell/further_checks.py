"""What ``check`` finds beside the files of the data: stale schemas, empty scores, dead pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from dtcompare.model.dataset import Dataset
from dtcompare.model.problem import Problem
from dtcompare.reading.load import Reading


def look_further(reading: Reading, today: date, pages: Mapping[str, str] | None) -> Reading:
    """Return the reading with what only the data set as a whole shows; as it is where it is broken.

    ``pages`` is the status of addresses; None: nobody asked a link checker.
    """
    if reading.dataset is None:
        return reading
    found = [*reading.problems, *_stale_schemas(reading, reading.dataset)]
    found += _scores_without_meaning(reading.dataset, today)
    if pages is not None:
        from dtcompare.reading.page_status import check_page_status

        found += check_page_status(reading.dataset, reading.root, pages)
    return replace(reading, problems=tuple(found))


def _stale_schemas(reading: Reading, dataset: Dataset) -> Iterable[Problem]:
    """Yield a warning for each schema file that the catalogue has overtaken."""
    if (reading.root / "schema").is_dir():
        from dtcompare.reading.json_schema import stale_schemas

        for path in stale_schemas(reading.root, dataset):
            yield Problem(path, 1, 1, "stale-schema", "stale-schema", level="warning")


def _scores_without_meaning(dataset: Dataset, today: date) -> Iterable[Problem]:
    """Yield why an index cannot be worked out: a relative scale over figures that are all alike.

    Only an index with such a scale is worked out, and only where there are figures: one of a data
    set that is just begun, or whose lines were not kept, is left alone.
    """
    for file in dataset.scores.values():
        leaves = [leaf for leaf in file.tree.leaves() if leaf.scale.relative]
        if any(dataset.lines_of(leaf.id).figures for leaf in leaves):
            from dtcompare.analysis.score import CannotScore, Options, score

            try:
                score(dataset, file, as_of=file.as_of or today, options=Options(draws=0))
            except CannotScore as error:
                yield from error.problems
