"""Places looked up in stored numbers are those that a ranking gives."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dtcompare.analysis.distributions import encode_distributions, find_places
from dtcompare.analysis.observations import collect_observations
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.ranking import rank
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator
from tests.analysis.build import (
    AS_OF,
    COUNT,
    MERGER,
    TODAY,
    country,
    figures,
    index,
    province,
    share,
)

IDS = tuple(f"p{n}" for n in range(8))
PLACES = tuple(province(id) for id in IDS)
NUMBERS = st.sampled_from(["10", "10.0", "over 10", "about 10", "nearly 10", "9", "8 to 12", "95"])
LINES = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(["2023", "2024", "2025", "2025-06"]), NUMBERS),
    max_size=24,
)
FIVE = figures(
    ("an", "2025", "90"), ("ba", "2025", "about 86"), ("ca", "2025", "86"), ("da", "2025", "70"),
    ("em", "2025", "70"),
)  # fmt: skip


def _stored(dataset: Dataset, day: date = AS_OF) -> Dataset:
    """Return the data set with the numbers of a day stored."""
    return replace(dataset, distributions={"share": encode_distributions(dataset, "share", day)})


def _places(dataset: Dataset, id: str, day: date = AS_OF) -> dict[Figure, RankInterval]:
    """Return the places of a province's figures."""
    measured = dataset.indicator("share")
    own = collect_observations(dataset.lines_of("share").of(id).figures, measured, dataset, day)
    return find_places(dataset, measured, own, day)


def _ranked(dataset: Dataset, id: str, day: date = AS_OF) -> dict[Figure, RankInterval]:
    """Return the same from a ranking: places among five or more."""
    found = {}
    for group in rank(dataset, "share", as_of=day).groups:
        for row in group.rows:
            if row.province == id and row.rank_interval and row.rank_interval.of >= 5:
                found[row.observation.figure] = row.rank_interval
    return found


def test_places_by_hand() -> None:
    dataset = _stored(country(FIVE))
    found = {id: next(iter(_places(dataset, id).values())) for id in TODAY}
    assert found == {
        "an": RankInterval(1, 1, 1, 5),
        "ba": RankInterval(2, 2, 3, 5),
        "ca": RankInterval(2, 2, 3, 5),
        "da": RankInterval(4, 4, 4, 5),
        "em": RankInterval(4, 4, 4, 5),
    }


def test_fewer_than_five_give_no_place() -> None:
    assert _places(_stored(country(FIVE[1:])), "ba") == {}


@pytest.mark.parametrize("indicator", [share(unit=COUNT), index(), share(better="none")])
def test_no_place_by_extensive_counts_indices_and_what_has_no_better(indicator: Indicator) -> None:
    assert _places(_stored(country(FIVE, indicator)), "ba") == {}


@given(LINES, st.sampled_from(["higher", "lower"]), st.booleans())
def test_places_are_those_of_the_ranking(
    lines: list[tuple[str, str, str]], better: str, stored: bool
) -> None:
    dataset = country(figures(*lines), share(better=better), provinces=PLACES)
    asked = _stored(dataset) if stored else dataset
    for id in IDS:
        assert _places(asked, id) == _ranked(dataset, id)


def test_stored_numbers_hold_until_another_line_is_known() -> None:
    """Stored on a day between the merger and the end of 2025: they hold for neither side."""
    lines = [*FIVE, *figures(*((id, "2024", "50") for id in TODAY))]
    dataset = country(lines, published=dict.fromkeys((f"{id}/page" for id in TODAY), "2026-01-10"))
    between = _stored(dataset, date(2025, 8, 1))
    for day in (date(2025, 6, 30), MERGER, date(2025, 12, 30), date(2025, 12, 31), AS_OF):
        for id in TODAY:
            assert _places(between, id, day) == _places(dataset, id, day), (id, day)


def test_stored_numbers_are_used_where_they_hold() -> None:
    """Numbers of another data set show that they, and no ranking, were asked."""
    others = [replace(line, amount=FIVE[0].amount) for line in FIVE]
    block = encode_distributions(country(others), "share", AS_OF)
    dataset = replace(country(FIVE), distributions={"share": block})
    (place,) = _places(dataset, "da").values()
    assert place == RankInterval(6, 6, 6, 5)
