"""What a trend says of how long a change took, and of whom."""

from __future__ import annotations

import pytest

from dtcompare.analysis.trend import trend
from dtcompare.model.figure import Figure
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.trend import trend_sheet
from dtcompare.view.sheet import Sheet, Table
from tests.analysis.build import AS_OF, country, figure, figures, index


def _sheet(*lines: Figure, lang: str = "en", ranked: bool = False) -> Sheet:
    dataset = country(lines, index() if ranked else None)
    phrases = Phrases(dataset, lang)
    found = trend(dataset, "share", as_of=AS_OF, provinces=["an"])
    return trend_sheet(found, phrases, Citations(phrases))


@pytest.mark.parametrize(
    ("start", "end", "en", "vi"),
    [
        ("2025-12-31", "2026-01-10", "+7 in under a month", "+7 trong chưa đầy 1 tháng"),
        ("2025-12", "2026-01", "+7 in 1 month", "+7 trong 1 tháng"),
        ("2025-12", "2026-03", "+7 in 3 months", "+7 trong 3 tháng"),
        ("2024", "2025", "+7", "+7"),
        ("2022", "2025", "+7 in 3 years", "+7 trong 3 năm"),
        ("2023-06", "2025", "+7 in 2.5 years", "+7 trong 2,5 năm"),
    ],
)
def test_a_change_is_told_in_months_under_a_year(start: str, end: str, en: str, vi: str) -> None:
    """0.1 years is no time that anybody counts in."""
    lines = (figure("an", start, "10"), figure("an", end, "17"))
    for lang, words in (("en", en), ("vi", vi)):
        (table,) = (part for part in _sheet(*lines, lang=lang).parts if isinstance(part, Table))
        assert table.rows[-1].cells[2].text == words


def test_the_sentence_names_the_province() -> None:
    lines = figures(("an", "2024", "5 of 63"), ("an", "2025", "4 of 63"))
    (sentence,) = _sheet(*lines, ranked=True).sentences
    assert sentence.startswith("An: moved up from 5 of 63 in 2024 to 4 of 63 in 2025")
