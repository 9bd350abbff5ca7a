"""What the five first articles prove, and what a careless ranking would make of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.profile import profile
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Interval
from tests.analysis.build import AS_OF

D = Decimal


def _shown(ranking: Ranking) -> dict[str, Interval]:
    rows = [row for group in ranking.groups for row in group.rows]
    return {row.province: row.observation.interval for row in rows}


def test_online_filing_is_one_list_of_what_today_s_provinces_say(dataset: Dataset) -> None:
    """Nearly 96 is at least 95 and under 96; two provinces are no ranking."""
    ranking = rank(dataset, "online-filing", as_of=AS_OF)
    shown = _shown(ranking)
    assert shown["hung-yen"] == Interval(D(95), D(96), high_open=True)
    assert shown["phu-tho"] == Interval(D("86.6"), D("86.6"))
    together = [
        group
        for group in ranking.groups
        if {"hung-yen", "phu-tho"} <= {row.province for row in group.rows}
    ]
    assert len(together) == 1
    if len(shown) == 2:
        assert not ranking.is_ranked


def test_bac_giang_s_filing_of_2023_is_a_former_province_s(dataset: Dataset) -> None:
    listed = rank(dataset, "online-filing", as_of=AS_OF).listed
    found = [entry for entry in listed if entry.province == "former/bac-giang"]
    assert [(e.reason, e.observation.figure.number) for e in found] == [
        ("former_province", D("80.47"))
    ]


def test_5g_has_no_ranking_on_any_footing(dataset: Dataset) -> None:
    ranking = rank(dataset, "5g", as_of=AS_OF)
    rows = [row for group in ranking.groups for row in group.rows]
    assert not ranking.is_ranked
    assert all(row.rank_interval is None for row in rows)
    (quang_ninh,) = [row for row in rows if row.province == "quang-ninh"]
    assert quang_ninh.observation.figure.basis == "area"
    assert quang_ninh.observation.interval == Interval(D(38), D(42))
    (phu_tho,) = [entry for entry in ranking.listed if entry.province == "phu-tho"]
    assert (phu_tho.reason, phu_tho.observation.figure.number) == ("scope", D(100))


@pytest.mark.parametrize(
    ("indicator", "by", "verdict", "gap"),
    [
        ("online-filing", "2026", "short", D("3.4")),
        ("digital-economy", "2026", "short", D("0.29")),
        ("5g", "2026", "basis_unstated", None),
        ("full-online", "2026", "no_figure", None),
        ("ai-centres", "2026", "no_figure", None),
    ],
)
def test_the_targets_of_phu_tho(
    dataset: Dataset, indicator: str, by: str, verdict: str, gap: Decimal | None
) -> None:
    """90 less 86.6, 23 less 22.71 by the statistics office; 65 % of what, nobody says."""
    rows = gaps(dataset, as_of=AS_OF, province="phu-tho", indicator=indicator).rows
    found = [row.assessment for row in rows if row.assessment.target.by.text == by]
    assert (verdict, gap) in [(assessment.verdict, assessment.gap) for assessment in found]
    assert {(assessment.due, assessment.days_left) for assessment in found} == {("open", 40)}


def test_quang_ninh_s_pace_against_the_country_s_target(dataset: Dataset) -> None:
    """0.35 a year from 2022 to 2025, 4.454 a year needed to 30 by 2030: 12.7 times as much."""
    rows = gaps(
        dataset, as_of=AS_OF, province="quang-ninh", indicator="digital-economy", against="national"
    ).rows
    (pace,) = {row.assessment.pace for row in rows if row.assessment.target.by.text == "2030"}
    assert pace is not None
    assert (pace.needed, pace.observed, pace.arrival) == (D("4.454"), D("0.35"), None)
    assert pace.ratio is not None
    assert pace.ratio.quantize(D("0.1")) == D("12.7")


def test_bac_giang_keeps_its_places_and_lends_bac_ninh_none(dataset: Dataset) -> None:
    old = profile(dataset, "former/bac-giang", as_of=AS_OF)
    dti = next(part for part in old.rankings if part.indicator == "dti")
    newest = dti.rows[0].observation.figure.place
    assert newest is not None
    assert (newest.word, newest.number, newest.of) == ("rank", 9, 63)
    new = profile(dataset, "bac-ninh", as_of=AS_OF)
    assert all(
        row.observation.figure.province == "bac-ninh"
        for part in new.indicators
        for row in part.rows
    )
    assert "former/bac-giang" in [kin.province for kin in new.predecessors]
