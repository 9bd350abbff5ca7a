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
    """A ranking of every indicator, a profile of every province, the gaps of each, and the whole.

    ``of`` is indicators or provinces, for one kind alone. What nobody reports and nobody aims at
    is not asked about.
    """
    found = [] if of else [Question("reporting"), Question("gap")]
    if of != "provinces":
        for indicator, lines in dataset.all_lines():
            found += [Question("rank", indicator.id)] if lines.figures else []
            found += [Question("gap", indicator.id)] if lines.targets else []
    if of != "indicators":
        aiming = {target.province for _, lines in dataset.all_lines() for target in lines.targets}
        for province in dataset.register.existing(as_of):
            found.append(Question("show", province.id))
            found += [Question("gap", province.id)] if province.id in aiming else []
    return found


def answer(
    dataset: Dataset, question: Question, as_of: date
) -> Ranking | Profile | Reporting | Gaps:
    """The result of a question. Raises KeyError for an unknown id."""
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
