"""What a scale is worth, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.model.label import Label
from dtcompare.model.score import Scale
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import scale_text, signed, view_name
from tests.analysis.build import country
from tests.analysis.scoring import file_of, leaf

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


def test_a_view_has_its_own_name_else_that_of_the_group_else_its_id() -> None:
    labels = {"v": Label("Open things", "Việc mở")}
    file = file_of(leaf("x"), views={"v": ("x",), "g": ("x",), "w": ("x",)}, view_labels=labels)
    assert [view_name(id, file, PHRASES) for id in file.views] == ["Open things", "g", "w"]
    assert view_name("v", file, Phrases(PHRASES.dataset, "vi")) == "Việc mở"


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert [signed(points, PHRASES) for points in (1.5, -0.004, 0.0, -2.0)] == [
        "+1.5",
        "0",
        "0",
        "-2",
    ]
