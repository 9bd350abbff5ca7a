"""A short answer fits 80 columns and 24 lines, the prompt's among them, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dtcompare.analysis.comparison import compare
from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.profile import profile
from dtcompare.analysis.reporting import reporting
from dtcompare.model.dataset import Dataset
from dtcompare.view.citations import Citations
from dtcompare.view.console import Console
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.compare_screen import compare_sheet
from dtcompare.view.results.gap import gap_sheet
from dtcompare.view.results.reporting import reporting_sheet
from dtcompare.view.results.show_screen import show_sheet
from dtcompare.view.rich_table import render_table
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import Cell, Column, Row, Sheet, Table
from tests.conftest import AS_OF

Lay = Callable[[Dataset, str, Phrases, Citations], Sheet]


def _show(dataset: Dataset, id: str, phrases: Phrases, citations: Citations) -> Sheet:
    return show_sheet(profile(dataset, id, as_of=AS_OF, peers=False), phrases, citations)


def _gap(dataset: Dataset, id: str, phrases: Phrases, citations: Citations) -> Sheet:
    return gap_sheet(gaps(dataset, as_of=AS_OF, province=id), phrases, citations)


def _gap_national(dataset: Dataset, id: str, phrases: Phrases, citations: Citations) -> Sheet:
    found = gaps(dataset, as_of=AS_OF, province=id, against="national")
    return gap_sheet(found, phrases, citations)


def _compare(dataset: Dataset, id: str, phrases: Phrases, citations: Citations) -> Sheet:
    ids = [province.id for province in dataset.register.existing(AS_OF)]
    other = ids[ids.index(id) - 7]
    found = compare(dataset, [id, other], as_of=AS_OF, spreads=False)
    return compare_sheet(found, phrases, citations)


def _reporting(dataset: Dataset, id: str, phrases: Phrases, citations: Citations) -> Sheet:
    found = reporting(dataset, as_of=AS_OF, province=id, coverage=False)
    return reporting_sheet(found, phrases, citations)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("lay_out", [_show, _gap, _gap_national, _compare, _reporting])
def test_an_answer_about_any_province_fits_a_screen(
    dataset: Dataset, lay_out: Lay, lang: str
) -> None:
    phrases = Phrases(dataset, lang)
    for province in dataset.register.existing(AS_OF):
        sheet = lay_out(dataset, province.id, phrases, Citations(phrases, brief=True))
        assert render_table(sheet, Console()).count("\n") < 24, province.id


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_an_answer_about_all_provinces_fits_a_screen(dataset: Dataset, lang: str) -> None:
    phrases = Phrases(dataset, lang)
    brief = Citations(phrases, brief=True)
    for against in (None, "national"):
        sheet = gap_sheet(gaps(dataset, as_of=AS_OF, against=against), phrases, brief)
        assert render_table(sheet, Console()).count("\n") < 24
    sheet = reporting_sheet(reporting(dataset, as_of=AS_OF), phrases, brief)
    assert render_table(sheet, Console()).count("\n") < 24


def _table(*texts: str) -> Table:
    return Table((Column("name"),), tuple(Row((Cell(text),)) for text in texts))


def test_rows_are_cut_where_the_screen_ends() -> None:
    """23 lines less 8 of the frame, one of the sentence and one of the heads leave 13."""
    assert rows_that_fit(_table(*"abcdefghijklmnopqrstuvwxyz"), ["one line"]) == 13
    assert rows_that_fit(_table(*"abc"), ["one line"]) == 3


def test_a_folded_text_takes_its_lines() -> None:
    """160 columns of words take two lines of 80, so that one row less fits."""
    assert rows_that_fit(_table(*"abcdefghijklmnopqrstuvwxyz"), ["nine long " * 16]) == 12
    assert rows_that_fit(_table(), []) == 0
