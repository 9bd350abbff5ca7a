"""What a scale is worth, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.model.score import Scale
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import scale_text, signed
from tests.analysis.build import country

PHRASES = Phrases(country([]), "en")


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        (Scale("minmax"), "0 at the worst figure, 100 at the best (relative)"),
        (Scale("prank"), "0 to 100 by place among the figures (relative)"),
        (Scale("zscore"), "standard deviations from the mean (relative)"),
        (Scale("target", None, Decimal(60)), "0 at the worst figure, 100 at 60 (relative)"),
        (Scale("target", Decimal(20), Decimal(60)), "0 at 20, 100 at 60"),
        (Scale("bounds", Decimal(1), Decimal(60), log=True), "0 at 1, 100 at 60, logarithms"),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_a_scale_in_words(scale: Scale, words: str) -> None:
    assert scale_text(scale, PHRASES) == words


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert [signed(points, PHRASES) for points in (1.5, -0.004, 0.0, -2.0)] == [
        "+1.5",
        "0",
        "0",
        "-2",
    ]
