"""Deadlines that passed without a word: the only warnings that time alone brings.

They are told when asked for, and never make a data set wrong.
"""

from __future__ import annotations

from datetime import date

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.problem import Problem

__all__ = ["OVERDUE", "overdue"]

OVERDUE = "overdue"


def overdue(dataset: Dataset, today: date) -> tuple[Problem, ...]:
    """A warning for each target whose day has passed with no figure since, by place."""
    found = []
    for indicator, lines in dataset.all_lines():
        newest: dict[str, date] = {}
        for figure in lines.figures:
            if figure.period.stated and figure.reject is None:
                last = max(figure.period.end, newest.get(figure.province, date.min))
                newest[figure.province] = last
        for target in lines.targets:
            day = target.by.end
            gone = target.province != NATIONAL and dataset.province(target.province).ended(today)
            silent = newest.get(target.province, date.min) < day
            if day < today and silent and target.reject is None and not gone:
                facts = {"id": indicator.id, "by": target.by.text}
                found.append(
                    Problem(target.file, target.row, 1, OVERDUE, OVERDUE, facts, "warning")
                )
    return tuple(sorted(found, key=lambda problem: problem.order))
