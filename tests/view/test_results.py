"""A result becomes a face: each form made when it is asked for, all from the same pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

import dtcompare
from dtcompare.analysis.ranking import Picks, Ranking, rank
from dtcompare.commands.rank import FORMS
from dtcompare.model.dataset import Dataset
from dtcompare.model.period import parse_period
from dtcompare.view.citations import Citations
from dtcompare.view.console import Console
from dtcompare.view.faces import render
from dtcompare.view.results.faces import Forms, face_of
from dtcompare.view.results.rank import rank_sheet
from dtcompare.view.sheet import Face, Records, Sheet
from dtcompare.view.voice import Voice
from tests.conftest import AS_OF, ROOT

_RECORDS = Records(("name",), [{"name": "Huế"}])


def _refused() -> Sheet:
    pytest.fail("nobody asked for the sheet")


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl"])
def test_a_face_for_programs_needs_no_sheet(format: str) -> None:
    """What is written for a program waits for no layout."""
    assert "Huế" in render(Face(_refused, {"name": "Huế"}, _RECORDS), format, Console())


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

    face = Face(sheet, document, records)
    assert made == []
    assert face.sheet is face.sheet
    assert face.document is face.document
    assert face.records is face.records
    assert made == ["sheet", "document", "records"]


def test_the_document_of_a_result_has_the_sentence_and_the_pages_of_its_sheet(
    dataset: Dataset,
) -> None:
    """Also where the document is asked for and the sheet is not."""
    key = next(iter(dataset.sources))

    def sheet(_: str, __: Voice, citations: Citations) -> Sheet:
        return Sheet("Title", sentences=("One.", "Two."), aside=citations.cite([key]))

    def document(_: str, __: Voice, citations: Citations, sentence: str) -> dict[str, object]:
        return {"sentence": sentence, "sources": citations.document()}

    forms = Forms("name", sheet, document, lambda *_: _RECORDS)
    face = face_of("result", forms, Voice(dataset, "en"), "short", ["A remark."])
    made: Any = face.document
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
    voice = Voice(dataset, "en")
    for ranking in _rankings(dataset):
        citations = Citations(voice)
        sheet = rank_sheet(ranking, voice, citations)
        document: Any = face_of(ranking, FORMS, voice, "short").document
        assert document["sentence"] == " ".join(sheet.sentences)
        assert document["sources"].items() >= citations.document().items()


def test_a_document_asked_for_first_leaves_the_numbers_of_the_sheet_alone(
    dataset: Dataset,
) -> None:
    """The sheet numbers the pages in its own order."""
    voice = Voice(dataset, "en")
    ranking = rank(dataset, "5g", as_of=AS_OF)
    alone, after = (face_of(ranking, FORMS, voice, "short") for _ in range(2))
    assert after.document["sources"]
    assert after.sheet == alone.sheet
