"""What is told of the letters that a chart cannot draw."""

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.shell.chart_output import missing_notes
from dtcompare.view.phrases import Phrases
from tests.charts.sample import text, with_marks


@pytest.mark.parametrize(
    ("format", "lent", "backward"),
    [
        ("png", "中, 文:", "שלום; save SVG"),
        ("pdf", "中, 文:", "שלום; save SVG"),
        ("svg", "中, 文, ש", ""),
    ],
)
def test_letters_that_the_typeface_lacks_are_told(
    dataset: Dataset, format: str, lent: str, backward: str
) -> None:
    """Each once: those that another font draws, and those from right to left that none does."""
    phrases = Phrases(dataset, "en")
    notes = missing_notes(with_marks(text("Huế 中文 中 שלום")), format, phrases)
    assert f"has no {lent}" in notes[0]
    assert "".join(notes[1:]).endswith(backward)
    assert len(notes) == 1 + bool(backward)
    assert missing_notes(with_marks(text("Thừa Thiên Huế")), format, phrases) == []
