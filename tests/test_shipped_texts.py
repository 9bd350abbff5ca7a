"""The texts of the shipped data: each in both languages, the Vietnamese ones without English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dtcompare.model.dataset import Dataset
from dtcompare.model.label import Label
from dtcompare.reading.load import read_folder
from tests.conftest import AS_OF, SHIPPED

_ENGLISH = {"the", "of", "and", "is", "not", "page", "says", "with", "by", "from", "copy", "year"}


def _labels(data: Dataset) -> Iterator[Label]:
    """Yield every text that outputs show."""
    catalogue = data.catalogue
    for table in (catalogue.groups, catalogue.bases, catalogue.remarks, data.register.regions):
        yield from table.values()
    yield from (method.label for method in catalogue.methods.values())
    for indicator, lines in data.all_lines():
        yield indicator.name
        if indicator.description is not None:
            yield indicator.description
        for line in (*lines.figures, *lines.targets):
            yield from (label for label in (line.note, line.reject) if label is not None)
            yield from (label for key, label in line.scope if key != "tier")


def test_no_text_lacks_a_language() -> None:
    problems = read_folder(SHIPPED, AS_OF).problems
    assert [problem for problem in problems if problem.code == "untranslated"] == []


def test_no_vietnamese_text_has_an_english_word(shipped: Dataset) -> None:
    texts = {label.vi for label in _labels(shipped)}
    assert len(texts) > 300
    assert [text for text in texts if _ENGLISH & set(re.findall(r"\w+", text.lower()))] == []


def test_that_a_page_is_a_copy_is_said_of_no_line(shipped: Dataset) -> None:
    english = {label.en for label in _labels(shipped)}
    assert [text for text in english if re.search(r"\bcopy (at|of|on)\b", text)] == []
    assert sum(source.copy for source in shipped.sources.values()) > 50


def test_every_remark_is_made_of_a_line(shipped: Dataset) -> None:
    made = {
        id
        for _, lines in shipped.all_lines()
        for line in (*lines.figures, *lines.targets)
        for id in line.remarks
    }
    assert made == set(shipped.catalogue.remarks)
