"""Short answers: on 80 columns and 24 lines the answer is on the screen when it ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from dtcompare.analysis.arrangement import Picks
from dtcompare.analysis.listing import KINDS, listing
from dtcompare.analysis.overview import find_leaders, list_rankings
from dtcompare.analysis.ranking import rank
from dtcompare.commands.list import PRESENTER as LIST
from dtcompare.commands.overview import PRESENTER as OVERVIEW
from dtcompare.commands.rank import PRESENTER as RANK
from dtcompare.model.dataset import Dataset
from dtcompare.model.label import Label
from dtcompare.model.period import parse_period
from dtcompare.model.score import Leaf, Scale, ScoreFile, ScoreGroup
from dtcompare.shell.rankings import RANKINGS
from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.overview import rankings_document
from dtcompare.view.results.presenter import Presenter, Result, build_rendering
from tests.conftest import AS_OF

ONE = Decimal(1)
SCREEN = 23  # the last line is the prompt's


def _lines(result: Result, presenter: Presenter[Result], phrases: Phrases) -> list[str]:
    rendering = build_rendering(result, presenter, phrases, "short")
    return render(rendering, "table", Console(), brief=True).splitlines()


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_ranking_fits_a_screen(dataset: Dataset, lang: str) -> None:
    """Also of a year, where 63 provinces are ranked, and summed up."""
    phrases = Phrases(dataset, lang)
    for id in dataset.catalogue.indicators:
        for picks in (Picks(), Picks(period=parse_period("2022")), Picks(stats=True)):
            result = rank(dataset, id, as_of=AS_OF, picks=picks)
            lines = _lines(result, RANK, phrases)
            assert len(lines) <= SCREEN, "\n".join(lines)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_what_can_be_ranked_and_who_leads_fit_a_screen(dataset: Dataset, lang: str) -> None:
    phrases = Phrases(dataset, lang)
    rankings = _lines(list_rankings(dataset, as_of=AS_OF), RANKINGS, phrases)
    leaders = _lines(find_leaders(dataset, as_of=AS_OF), OVERVIEW, phrases)
    assert len(rankings) <= SCREEN, "\n".join(rankings)
    assert len(leaders) <= SCREEN, "\n".join(leaders)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_listing_fits_a_screen(dataset: Dataset, lang: str, kind: str) -> None:
    lines = _lines(listing(dataset, kind, as_of=AS_OF), LIST, Phrases(dataset, lang))
    assert len(lines) <= SCREEN, "\n".join(lines)


def test_a_short_ranking_has_the_first_and_the_last_and_counts_the_rest(dataset: Dataset) -> None:
    """DTI 2024: 13 places are known, of which the first seven and the last two are shown."""
    lines = _lines(rank(dataset, "dti", as_of=AS_OF), RANK, Phrases(dataset, "en"))
    text = "\n".join(lines)
    assert "Hà Nội is first of 34 with 0.8241; Việt Nam has 0.6961. 13 of 34 places found." in text
    places = [line.split()[0] for line in lines if line[:2].strip().isdigit()]
    assert places == ["1", "2", "3", "4", "5", "6", "7", "4", "17", "31"]
    assert "4 more: --full" in text
    assert "[1]" not in text


def test_a_short_ranking_tells_what_is_measured_otherwise(dataset: Dataset) -> None:
    """With the figures that a reader could take for the same; all else is counted."""
    phrases = Phrases(dataset, "en")
    text = " ".join(_lines(rank(dataset, "digital-economy", as_of=AS_OF), RANK, phrases))
    assert "Measured otherwise (4): Hà Nội 17.15%, the ministry's estimate" in text
    assert "former provinces (19)" in text


def test_the_first_is_likely_first_where_figures_overlap(dataset: Dataset) -> None:
    """Over 92% may be more than 99.6%; the places that each may have stand beside it."""
    phrases = Phrases(dataset, "en")
    lines = _lines(rank(dataset, "online-filing", as_of=AS_OF), RANK, phrases)
    assert lines[1].startswith("Tây Ninh is likely first of 10 with 99.6% (the figures overlap)")
    assert any(line.startswith(" 1  (1–4)   Tây Ninh") for line in lines)


def test_indices_are_headed_by_their_short_names(dataset: Dataset) -> None:
    """No ids stand above the columns."""
    for lang, head in (("en", "DTI, 2024"), ("vi", "DTI, 2024")):
        lines = _lines(find_leaders(dataset, as_of=AS_OF), OVERVIEW, Phrases(dataset, lang))
        assert any(head in line for line in lines)
        assert not any("dti," in line for line in lines)


def test_parts_of_indices_are_no_indicators_of_their_own(dataset: Dataset) -> None:
    """They are counted at the foot, and stand in a table of their own in --full."""
    awareness = replace(dataset.indicator("dti-awareness"), part_of="dti")
    indicators = {**dataset.catalogue.indicators, "dti-awareness": awareness}
    marked = replace(dataset, catalogue=replace(dataset.catalogue, indicators=indicators))
    result, phrases = list_rankings(marked, as_of=AS_OF), Phrases(marked, "en")
    lines = _lines(result, RANKINGS, phrases)
    assert lines[1].startswith(f"{len(result.rankings) - 1} indicators can be ranked; ")
    assert "1 part of an index" in " ".join(lines)
    full = render(build_rendering(result, RANKINGS, phrases, "full"), "table", Console())
    assert "DTI main" in full.partition("Parts of indices")[2]
    rows = rankings_document(result, phrases)["rankings"]
    assert isinstance(rows, list)
    assert {row["part_of"] for row in rows} == {None, "dti"}


def test_a_ranking_of_an_index_names_the_score_of_its_edition(dataset: Dataset) -> None:
    """Of the edition of 2022 alone; 100 points can be had where the parts' points are added up."""
    tree = ScoreGroup("", ONE, "arithmetic", (_part("dti-awareness", 60), _part("dti-society", 40)))
    score = ScoreFile("sum", "scores/sum.yaml", Label("Sum", "Sum"), tree)
    indicators = dict(dataset.catalogue.indicators)
    for leaf in tree.leaves():
        indicators[leaf.id] = replace(indicators[leaf.id], part_of="dti")
    summed = replace(
        dataset,
        catalogue=replace(dataset.catalogue, indicators=indicators),
        scores={"sum": replace(score, period=parse_period("2022"))},
    )
    for year, points in (("2022", "with 0.8002 of 100 points."), ("2021", "")):
        result = rank(summed, "dti", as_of=AS_OF, picks=Picks(period=parse_period(year)))
        text = "\n".join(_lines(result, RANK, Phrases(summed, "en")))
        assert ("Parts: dtcompare score sum" in text) == (points != "")
        assert points in text
    assert replace(score, tree=replace(tree, aggregate="geometric")).points is None


def _part(id: str, points: int) -> Leaf:
    return Leaf(id, Decimal(points), Scale("bounds", Decimal(0), Decimal(points)))


def test_of_a_count_a_province_has_the_most_and_is_never_first(dataset: Dataset) -> None:
    """Larger provinces have more; the rate by people is the next thing to ask."""
    phrases = Phrases(dataset, "en")
    text = "\n".join(_lines(rank(dataset, "5g-stations", as_of=AS_OF), RANK, phrases))
    assert "Phú Thọ has the most of 4 provinces: 868." in text
    assert "first" not in text
    assert "Per people: dtcompare rank 5g-stations --per people" in text


def test_an_index_of_which_one_place_is_known_is_ranked_by_it(dataset: Dataset) -> None:
    """Place and score stand together, in the edition of 2024 (63 provinces)."""
    phrases = Phrases(dataset, "en")
    lines = _lines(rank(dataset, "papi", as_of=AS_OF), RANK, phrases)
    text = "\n".join(lines)
    assert "Quảng Ninh is first of 63 with 47.82" in text
    assert "1 of 63 places found" in " ".join(lines)
    assert "no ranking possible" not in text
    assert any(line.split() == ["1", "Quảng", "Ninh", "47.82", "2024"] for line in lines)
    assert lines[8].split() == ["Việt", "Nam", "42.3265", "2023"], "the country's of another year"
    assert "Việt Nam has" not in text


def test_top_cuts_a_list_that_cannot_be_ranked(dataset: Dataset) -> None:
    """It is one list, whatever its figures are a share of."""
    phrases = Phrases(dataset, "en")
    result = rank(dataset, "5g", as_of=AS_OF, picks=Picks(top=3))
    assert sum(len(group.rows) for group in result.groups) + len(result.listed) == 3
    assert "9 figures, 3 shown" in "\n".join(_lines(result, RANK, phrases))


def test_a_region_without_a_figure_says_so_and_shows_no_empty_table(dataset: Dataset) -> None:
    phrases = Phrases(dataset, "en")
    result = rank(dataset, "online-filing", as_of=AS_OF, picks=Picks(only=("ha-noi",)))
    text = "\n".join(_lines(result, RANK, phrases))
    assert "None of the provinces asked for reports a figure." in text
    assert "shown" not in text
