"""The report on the country: its own figures, the league table, who reports what."""

from __future__ import annotations

from dtcompare.model.dataset import Dataset
from dtcompare.report.country import country_report
from dtcompare.report.document import Picture, Prose, SectionHeading
from dtcompare.report.library import Library
from dtcompare.view.sheet import Table
from tests.conftest import AS_OF


def test_the_league_table_has_every_province_and_the_fullest_rankings(dataset: Dataset) -> None:
    """Hà Nội is first of 34 in the index of 2024; of An Giang no place is known."""
    document = country_report(Library(dataset, "en", AS_OF))
    league = next(
        part
        for part in document.parts
        if isinstance(part, Table) and part.columns[0].name == "Province"
    )
    assert league.columns[1].name == "Digital Transformation Index, of 34"
    first = {row.cells[0].text: row.cells[1] for row in league.rows}
    assert len(first) == 34
    assert first["Hà Nội"].text == "1"
    assert first["Hà Nội"].link.startswith("https://")
    assert first["An Giang"].text == "–"


def test_the_countrys_targets_are_counted_over_the_provinces(dataset: Dataset) -> None:
    document = country_report(Library(dataset, "en", AS_OF))
    headings = [part.text for part in document.parts if isinstance(part, SectionHeading)]
    assert "Provinces against the country's targets" in headings
    assert any(isinstance(part, Picture) for part in document.parts)


def test_a_data_set_without_a_country_has_one_too(articles: Dataset) -> None:
    """The five articles tell of provinces alone."""
    document = country_report(Library(articles, "vi", AS_OF))
    counts = document.parts[0]
    assert isinstance(counts, Prose)
    assert "34 tỉnh, thành phố" in counts.text
