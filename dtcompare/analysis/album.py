"""Every question that a data set answers with a chart: what to ask, and the result of each."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dtcompare.analysis.gaps import Gaps, gaps
from dtcompare.analysis.profile import Profile, profile
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.analysis.reporting import Reporting, reporting
from dtcompare.model.dataset import Dataset

__all__ = ["Question", "answer", "questions"]


class Question(NamedTuple):
    """A command with the id of the indicator or province it is asked about, if any."""

    command: str
    subject: str = ""


def questions(dataset: Dataset, as_of: date, of: str | None = None) -> list[Question]:
    """Return what to ask: rankings, profiles and gaps, then of the whole data set.

    ``of`` is indicators or provinces, for one kind alone. What has neither figure nor target is
    not asked about.
    """
    asked = [] if of else [Question("reporting"), Question("gap")]
    with_target: set[str] = set()
    for indicator, lines in dataset.all_lines():
        with_target.update(target.province for target in lines.targets)
        if of != "provinces":
            asked += [Question("rank", indicator.id)] if lines.figures else []
            asked += [Question("gap", indicator.id)] if lines.targets else []
    if of != "indicators":
        for province in dataset.register.existing(as_of):
            asked.append(Question("show", province.id))
            asked += [Question("gap", province.id)] if province.id in with_target else []
    return asked


def answer(
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
