"""What a scale is worth, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.analysis.ranking import rank
from dtcompare.analysis.score_explained import Answer, explain, shifts
from dtcompare.model.label import Label
from dtcompare.model.score import Scale
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_brief import rank_sheet
from dtcompare.view.results.score import score_sheet
from dtcompare.view.results.score_words import scale_text, signed, view_name
from dtcompare.view.sheet import Sheet, Table
from tests.analysis.build import AS_OF, country
from tests.analysis.scoring import dataset_of, file_of, leaf, scored

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


def test_a_shared_place_reads_alike_in_rank_and_score() -> None:
    """Two of three share the first place: in the ranking, the score, its parts and beside another.

    The three figures are 60, 60 and 50, and the score is that figure.
    """
    table = {"an": {"x": "60"}, "ba": {"x": "60"}, "ca": {"x": "50"}}
    dataset, result = dataset_of(table), scored(table, file_of(leaf("x"), precision=1))
    phrases = Phrases(dataset, "en")

    def places(sheet: Sheet) -> list[str]:
        cells = [
            cell.text
            for part in sheet.parts
            if isinstance(part, Table)
            for row in part.rows
            for cell in row.cells
        ]
        return [text.partition(" (")[0] for text in cells if " of 3" in text]

    said = ["=1 of 3", "=1 of 3", "3 of 3"]
    ranked = rank(dataset, "x", as_of=AS_OF)
    assert places(rank_sheet(ranked, phrases, Citations(phrases))) == said
    assert places(score_sheet(Answer(result), phrases, Citations(phrases)))[:3] == said
    beside = score_sheet(Answer(result, shifts=shifts(result, result)), phrases, Citations(phrases))
    assert sorted(places(beside)) == sorted(2 * said)
    apart = Answer(result, explain(result, dataset, "an"))
    assert "=1 of 3" in " ".join(score_sheet(apart, phrases, Citations(phrases)).sentences)
