"""An eleventh of the shipped charts, of all kinds, sizes and languages, is fit to print."""

from __future__ import annotations

from itertools import islice, product

import pytest

from tests.charts.corpus import FORMS, NAMES, drawn, questions

# On how many of these charts the rows do not fit on their page.
TOO_MANY_ROWS = {"gap": 2, "reporting": 1}


@pytest.mark.parametrize("name", NAMES)
def test_charts_are_fit_to_print(name: str) -> None:
    """The lint finds nothing, there are words for those who do not see it, and the rows fit."""
    unfit = []
    for question, (size, lang) in islice(product(questions(name), FORMS), 0, None, 11):
        chart = drawn(question, size, lang)
        if "none" in chart:
            assert size != "a4", question[1]
            unfit.append((question[1], size, lang))
            continue
        assert chart["wrong"] == [], (question[1], size, lang)
        assert chart["alt"]
    assert len(unfit) <= TOO_MANY_ROWS.get(name, 0), unfit
