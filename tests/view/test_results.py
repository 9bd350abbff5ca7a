"""A result becomes a face: each form made when it is asked for, all from the same pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pytest

import dtcompare
from dtcompare.analysis.arrangement import Picks
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.commands.rank import PRESENTER
from dtcompare.model.dataset import Dataset
from dtcompare.model.period import parse_period
from dtcompare.view.citations import Citations
from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.presenter import Presenter, build_rendering
from dtcompare.view.results.rank_brief import rank_sheet
from dtcompare.view.sheet import Records, Rendering, Sheet, Table
from tests.analysis.build import AS_OF as BUILT
from tests.analysis.build import country, figures, share
from tests.conftest import AS_OF, ROOT

_RECORDS = Records(("name",), [{"name": "Huế"}])


def _refused() -> Sheet:
    pytest.fail("nobody asked for the sheet")


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl"])
def test_a_face_for_programs_needs_no_sheet(format: str) -> None:
    """What is written for a program waits for no layout."""
    assert "Huế" in render(Rendering(_refused, {"name": "Huế"}, _RECORDS), format, Console())


def test_each_form_of_a_face_is_made_once() -> None:
    """However often it is looked at."""
    made: list[str] = []

    def sheet() -> Sheet:
        made.append("sheet")
        return Sheet("Title")

    def document() -> Mapping[str, object]:
        made.append("document")
        return {}

    def records() -> Records:
        made.append("records")
        return _RECORDS

    rendering = Rendering(sheet, document, records)
    assert made == []
    assert rendering.sheet is rendering.sheet
    assert rendering.document is rendering.document
    assert rendering.records is rendering.records
    assert made == ["sheet", "document", "records"]


def test_the_document_of_a_result_has_the_sentence_and_the_pages_of_its_sheet(
    dataset: Dataset,
) -> None:
    """Also where the document is asked for and the sheet is not."""
    key = next(iter(dataset.sources))

    def sheet(_: str, __: Phrases, citations: Citations) -> Sheet:
        return Sheet("Title", sentences=("One.", "Two."), aside=citations.cite([key]))

    presenter = Presenter("name", sheet, lambda *_: {}, lambda *_: _RECORDS)
    rendering = build_rendering("result", presenter, Phrases(dataset, "en"), "short", ["A remark."])
    made: Any = rendering.document
    assert list(made["sources"]) == [key]
    assert (made["sentence"], made["warnings"]) == ("One. Two.", ["A remark."])


def _rankings(dataset: Dataset) -> Iterable[Ranking]:
    """Every ranking, its rows cut, of a year, of each region, as a list and of rates."""
    for id, indicator in dataset.catalogue.indicators.items():
        yield rank(dataset, id, as_of=AS_OF)
        yield rank(dataset, id, as_of=AS_OF, picks=Picks(top=2))
        yield rank(dataset, id, as_of=AS_OF, picks=Picks(period=parse_period("2022")))
        yield rank(dataset, id, as_of=AS_OF, picks=Picks(list_all=True))
        for region in dataset.register.regions:
            yield rank(dataset, id, as_of=AS_OF, picks=Picks(region=region))
        if indicator.unit.extensive:
            yield rank(dataset, id, as_of=AS_OF, picks=Picks(per="people"))


@pytest.mark.parametrize("data", ["data", "docs/example"])
def test_a_ranking_without_its_sheet_has_its_sentence_and_all_its_pages(data: str) -> None:
    """The document of every ranking, as if the sheet had been laid out for it."""
    dataset = dtcompare.open_dataset(ROOT / data)
    phrases = Phrases(dataset, "en")
    for ranking in _rankings(dataset):
        citations = Citations(phrases)
        sheet = rank_sheet(ranking, phrases, citations)
        document: Any = build_rendering(ranking, PRESENTER, phrases, "short").document
        assert document["sentence"] == " ".join(sheet.sentences)
        assert document["sources"].items() >= citations.document().items()


def test_a_document_asked_for_first_leaves_the_numbers_of_the_sheet_alone(
    dataset: Dataset,
) -> None:
    """The sheet numbers the pages in its own order."""
    phrases = Phrases(dataset, "en")
    ranking = rank(dataset, "5g", as_of=AS_OF)
    alone, after = (build_rendering(ranking, PRESENTER, phrases, "short") for _ in range(2))
    assert after.document["sources"]
    assert after.sheet == alone.sheet


def test_quartiles_are_told_with_the_decimals_of_the_figures() -> None:
    """A quarter of the way on from 20.01 lies 17.5075; JSON keeps it. Of whole numbers one more."""
    lines = figures(("an", "2025", "10"), ("ba", "2025", "20.01"))
    lines += figures(("ca", "2025", "30"), ("da", "2025", "45"))
    data, picks = country(lines, share()), Picks(stats=True)
    ranking = rank(data, "share", as_of=BUILT, picks=picks)
    rendering = build_rendering(ranking, PRESENTER, Phrases(data, "en"), "short")
    row = next(part.rows[0] for part in rendering.sheet.parts if isinstance(part, Table))
    texts = [cell.text for cell in row.cells]
    assert texts[1:] == ["4", "10", "17.51", "25.01", "33.75", "45"]
    document: Any = rendering.document
    assert document["spreads"][0]["all"]["lower_quartile"] == Decimal("17.5075")
