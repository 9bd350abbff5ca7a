"""Every question that a data set answers with a chart: what to ask, and the result of each."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dtcompare.analysis.gaps import Gaps, gaps
from dtcompare.analysis.profile import Profile, profile
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.analysis.reporting import Reporting, reporting
from dtcompare.model.dataset import Dataset


class Question(NamedTuple):
    """A command with the id of the indicator or province it is asked about, if any."""

    command: str
    subject: str = ""


def list_questions(dataset: Dataset, as_of: date, of: str | None = None) -> list[Question]:
    """Return what there is to draw: the whole, then every indicator, then every province.

    Of an indicator its ranking and its gaps, of a province its profile and its gaps.
    ``of`` is indicators or provinces, for one kind alone. What nobody reports and nobody aims at
    is not asked about.
    """
    questions: list[Question] = []
    if of is None:
        questions += [Question("reporting"), Question("gap")]
    aiming: set[str] = set()
    for indicator, lines in dataset.all_lines():
        aiming |= {target.province for target in lines.targets}
        if of != "provinces" and lines.figures:
            questions.append(Question("rank", indicator.id))
        if of != "provinces" and lines.targets:
            questions.append(Question("gap", indicator.id))
    if of != "indicators":
        for province in dataset.register.existing(as_of):
            questions.append(Question("show", province.id))
            if province.id in aiming:
                questions.append(Question("gap", province.id))
    return questions


def answer_question(
    dataset: Dataset, question: Question, as_of: date
) -> Ranking | Profile | Reporting | Gaps:
    """Return the result of a question. Raises KeyError for an unknown id."""
    command, subject = question
    if command == "rank":
        return rank(dataset, subject, as_of=as_of)
    if command == "show":
        return profile(dataset, subject, as_of=as_of)
    if command == "reporting":
        return reporting(dataset, as_of=as_of)
    if subject in dataset.catalogue.indicators:
        return gaps(dataset, as_of=as_of, indicator=subject)
    return gaps(dataset, as_of=as_of, province=subject or None)
