"""Counts of one thing agree in every command and chart, for every province."""

from __future__ import annotations

from collections import Counter

import pytest

from dtcompare.analysis.comparison import Comparison, compare
from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.profile import profile
from dtcompare.analysis.ranking import rank
from dtcompare.analysis.reporting import reporting
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.model.dataset import Dataset
from dtcompare.view.phrases import Phrases
from tests.conftest import AS_OF


@pytest.fixture(scope="module")
def ids(dataset: Dataset) -> list[str]:
    """The provinces of the day."""
    return [province.id for province in dataset.register.existing(AS_OF)]


def test_targets_and_verdicts_agree(dataset: Dataset, ids: list[str]) -> None:
    """In show, gap, compare; those for a part are counted apart in show and gap alike."""
    for id, other in zip(ids, [*ids[1:], ids[0]], strict=True):
        shown = profile(dataset, id, as_of=AS_OF, peers=False)
        held = gaps(dataset, as_of=AS_OF, province=id)
        compared = compare(dataset, [id, other], as_of=AS_OF, spreads=False).targets[0]
        verdicts = Counter(row.assessment.verdict for row in held.rows)
        assert Counter(one.verdict for one in shown.targets) == verdicts, id
        assert Counter(one.verdict for _, one in compared) == verdicts, id
        assert len(shown.assessments) - len(shown.targets) == held.parts, id


def test_indicators_agree(dataset: Dataset, ids: list[str]) -> None:
    """In show, compare, reporting of one and reporting of all."""
    everybody = reporting(dataset, as_of=AS_OF)
    counted = {coverage.id: coverage.reported for coverage in everybody.provinces}
    for id, other in zip(ids, [*ids[1:], ids[0]], strict=True):
        shown = {part.indicator for part in profile(dataset, id, as_of=AS_OF, peers=False).reported}
        alone = reporting(dataset, as_of=AS_OF, province=id, coverage=False)
        assert {cell.indicator for cell in alone.cells} == shown, id
        assert counted[id] == len(shown), id
        assert alone.asked == everybody.asked
        compared = compare(dataset, [id, other], as_of=AS_OF, spreads=False)
        assert _indicators_of(compared, 0) == shown, id


def _indicators_of(comparison: Comparison, place: int) -> set[str]:
    """Return the indicators of which a comparison shows a figure of one province."""
    found: list[Observation | None] = [one for _, one in comparison.only[place]]
    found += [row.observations[place] for row in comparison.alike]
    found += [row.observations[place] for row in comparison.counts]
    found += [row.observations[place] for row in comparison.places]
    for row in comparison.apart:
        found += row.observations[place]
    return {one.figure.indicator for one in found if one is not None}


def test_what_stands_for_an_indicator_is_the_same_figure(dataset: Dataset, ids: list[str]) -> None:
    """In the short show and in reporting; places of an index come from one edition."""
    for id in ids:
        cells = reporting(dataset, as_of=AS_OF, province=id, coverage=False).cells
        figures = {cell.indicator: cell.observation.figure for cell in cells}
        for part in profile(dataset, id, as_of=AS_OF, peers=False).indicators:
            if part.foremost is not None:
                assert part.foremost.observation.figure == figures[part.indicator], id


def test_titles_of_charts_count_the_same(dataset: Dataset, ids: list[str]) -> None:
    """The indicators that are reported, and the targets, be they drawn or not."""
    phrases = Phrases(dataset, "en")
    for id in ids:
        shown = profile(dataset, id, as_of=AS_OF)
        count = len(shown.reported)
        if count > 1:
            title = chart_of("show", None, shown, phrases, ChartOptions()).title
            assert f"{count} indicators reported" in title
        found = reporting(dataset, as_of=AS_OF, province=id, coverage=False)
        title = chart_of("reporting", None, found, phrases, ChartOptions()).title
        assert f"reports {count or 'none'} of the {found.asked} indicators" in title


def test_a_figure_has_one_verdict_in_rank_and_gap(dataset: Dataset) -> None:
    """A target held against a figure is judged alike beside a ranking and among the gaps."""
    for indicator in dataset.catalogue.indicators:
        verdicts = {}
        for row in gaps(dataset, as_of=AS_OF, indicator=indicator).rows:
            for one in row.assessment.by_method:
                if one.observation is not None:
                    verdicts[one.target, one.observation.figure] = one.verdict
        for group in rank(dataset, indicator, as_of=AS_OF).groups:
            for ranked in group.rows:
                if ranked.target is not None and ranked.target.observation is not None:
                    key = ranked.target.target, ranked.target.observation.figure
                    assert verdicts.get(key, ranked.target.verdict) == ranked.target.verdict
