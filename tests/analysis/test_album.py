"""Which charts a data set is good for, and the result that each is drawn from."""

from __future__ import annotations

from datetime import date

import pytest

from dtcompare.analysis.album import Question, answer_question, list_questions
from dtcompare.analysis.gaps import Gaps, gaps
from dtcompare.analysis.profile import Profile
from dtcompare.analysis.ranking import Ranking
from dtcompare.analysis.reporting import Reporting
from dtcompare.model.dataset import Dataset
from tests.analysis.build import AS_OF, MERGER, country, figure, province, share, target


def told(asked: list[Question]) -> list[str]:
    return [" ".join(filter(None, question)) for question in asked]


@pytest.fixture
def pages() -> Dataset:
    """One indicator that An reports and Binh aims at, one that nobody does; a former province."""
    return country(
        [figure("an", "2025", "10"), target("binh", "2026", "20")],
        share(),
        others=[share(id="idle")],
        provinces=[
            province("an"),
            province("binh"),
            province("cu", until=MERGER),
        ],
    )


def test_the_whole_comes_first_then_indicators_then_provinces(pages: Dataset) -> None:
    """Nothing of the idle indicator, no gaps of a province without a target, no former province."""
    assert told(list_questions(pages, AS_OF)) == [
        "reporting",
        "gap",
        "rank share",
        "gap share",
        "show an",
        "show binh",
        "gap binh",
    ]


def test_of_one_kind_the_whole_is_left_out(pages: Dataset) -> None:
    """Indicators or provinces alone; together they are all but the whole."""
    by_kind = [
        *list_questions(pages, AS_OF, "indicators"),
        *list_questions(pages, AS_OF, "provinces"),
    ]
    assert by_kind == list_questions(pages, AS_OF)[2:]


def test_provinces_are_those_of_the_day(pages: Dataset) -> None:
    """Before the merger the former one is among them."""
    assert "show cu" in told(list_questions(pages, date(2025, 6, 30), "provinces"))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (Question("rank", "share"), Ranking),
        (Question("show", "an"), Profile),
        (Question("reporting"), Reporting),
        (Question("gap"), Gaps),
    ],
    ids=["rank", "show", "reporting", "gap"],
)
def test_a_question_is_answered_by_the_analysis_of_its_command(
    pages: Dataset, question: Question, kind: type
) -> None:
    assert isinstance(answer_question(pages, question, AS_OF), kind)


def test_gaps_are_those_of_the_subject(pages: Dataset) -> None:
    """Of an indicator, of a province, of all."""
    assert answer_question(pages, Question("gap", "share"), AS_OF) == gaps(
        pages, as_of=AS_OF, indicator="share"
    )
    assert answer_question(pages, Question("gap", "binh"), AS_OF) == gaps(
        pages, as_of=AS_OF, province="binh"
    )
    assert answer_question(pages, Question("gap"), AS_OF) == gaps(pages, as_of=AS_OF)


def test_every_question_of_the_shipped_data_has_an_answer(shipped: Dataset) -> None:
    """None twice."""
    asked = list_questions(shipped, AS_OF)
    assert len(set(asked)) == len(asked)
    for question in asked[:: len(asked) // 20]:
        assert answer_question(shipped, question, AS_OF) is not None
