"""Which provinces report an indicator at all, counted by hand and against every line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from dtcompare.analysis.observations import collect_observations
from dtcompare.analysis.profile import IndicatorProfile, profile
from dtcompare.analysis.reporting import reporters, reporting
from dtcompare.model.dataset import Dataset
from dtcompare.reading.load import read_folder
from tests.analysis.build import AS_OF, country, figure, target

DATA = Path(__file__).parents[1] / "data" / "fixed"
DAYS = (date(2022, 1, 1), date(2024, 12, 31), date(2025, 8, 1), AS_OF)


@pytest.fixture(scope="module")
def real() -> Dataset:
    return read_folder(DATA, AS_OF).require()


def test_those_of_the_day_that_have_a_figure_by_then_report() -> None:
    """Not the country, a former province, a rejected figure, a target, a period to come."""
    lines = [
        figure("an", "2025", "9"),
        figure("ba", "2031", "7"),
        figure("ca", "2025", "6", reject="a misprint"),
        figure("former/bo", "2024", "5"),
        figure("national", "2024", "5"),
        target("da", "2030", "20"),
    ]
    assert dict(reporters(country(lines), ["share"], AS_OF)) == {"share": {"an"}}
    assert dict(reporters(country([]), ["share"], AS_OF)) == {"share": set()}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_reporters_are_those_with_a_report(real: Dataset, day: date) -> None:
    existing = {province.id for province in real.register.existing(day)}
    for id, found in reporters(real, real.catalogue.indicators, day):
        observations = collect_observations(
            real.lines_of(id).figures, real.indicator(id), real, day
        )
        assert found == {observation.figure.province for observation in observations} & existing


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_without_coverage_the_rest_is_the_same(real: Dataset, day: date) -> None:
    for id in [*real.register.provinces][::7]:
        whole = reporting(real, as_of=day, province=id)
        found = reporting(real, as_of=day, province=id, coverage=False)
        assert found == replace(whole, provinces=(), indicators=())
        assert whole.asked == len(whole.indicators)


def test_without_peers_the_rest_is_the_same(real: Dataset) -> None:
    for id in ("quang-ninh", "da-nang"):
        whole = profile(real, id, as_of=AS_OF)
        found = profile(real, id, as_of=AS_OF, peers=False)
        assert any(row.peers for part in whole.indicators for row in part.rows)
        assert found == replace(whole, indicators=tuple(map(_without_peers, whole.indicators)))


def _without_peers(part: IndicatorProfile) -> IndicatorProfile:
    rows = tuple(replace(row, peers=()) for row in part.rows)
    foremost = None if part.foremost is None else replace(part.foremost, peers=())
    return replace(part, rows=rows, foremost=foremost)
