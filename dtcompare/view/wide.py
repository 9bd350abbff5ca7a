"""The matrix of provinces and indicators as a table whose first rows tell what each column is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from dtcompare.analysis.matrix import Matrix, MatrixColumn
from dtcompare.model.period import Period
from dtcompare.view.figures import series_words
from dtcompare.view.people_table import SIGNS, PeopleCell, PeopleTable, unit_text
from dtcompare.view.phrases import Phrases


def wide_table(matrix: Matrix, phrases: Phrases) -> PeopleTable:
    """Return a row a province: its id, its name, and a number for each column of the matrix.

    The headings are what programs read: ids, with "_place" behind that of published places.
    """
    rows = []
    for id in matrix.provinces:
        row = [PeopleCell(id), PeopleCell(phrases.province(id))]
        rows.append(row + [_cell(id, column, phrases) for column in matrix.columns])
    ids = [f"{one.indicator}_place" if one.places else one.indicator for one in matrix.columns]
    return PeopleTable(("province", "name", *ids), rows)


def wide_headings(matrix: Matrix, phrases: Phrases) -> list[list[str]]:
    """Return the rows under the ids of the indicators: name, unit, base and method, period."""
    rows: tuple[tuple[str, Callable[[MatrixColumn], str]], ...] = (
        ("column.indicator", lambda column: phrases.indicator(column.indicator)),
        ("column.unit", partial(_unit, phrases)),
        ("column.footing", partial(_footing, phrases)),
        ("column.when", partial(_when, phrases)),
    )
    return [
        ["", phrases.say(key), *(text(column) for column in matrix.columns)] for key, text in rows
    ]


def _cell(id: str, column: MatrixColumn, phrases: Phrases) -> PeopleCell:
    """Return a province's number in a column, leading to its page."""
    observation = column.figures.get(id)
    if observation is None:
        return PeopleCell()
    figure = observation.figure
    link = phrases.dataset.sources[figure.source].url
    if column.places:
        return PeopleCell(figure.place.number if figure.place else None, link=link)
    symbol = phrases.dataset.indicator(column.indicator).unit.symbol
    text = symbol.say(phrases.lang) if symbol else ""
    return PeopleCell(figure.number, text, link, SIGNS.get(figure.word, ""))


def _unit(phrases: Phrases, column: MatrixColumn) -> str:
    if column.places:
        return phrases.say("column.place")
    return unit_text(phrases.dataset.indicator(column.indicator).unit, phrases)


def _footing(phrases: Phrases, column: MatrixColumn) -> str:
    key = column.group.series_key
    return ", ".join(series_words(phrases, key.basis, key.method))


def _when(phrases: Phrases, column: MatrixColumn) -> str:
    """Return the edition of an index, else the span of the figures' periods."""
    edition = column.group.edition
    periods = [one.figure.period for one in column.figures.values()]
    if edition is not None:
        return phrases.say("footing.edition", period=_period(periods, phrases), of=edition.of)
    return _period(periods, phrases)


def _period(periods: Sequence[Period], phrases: Phrases) -> str:
    stated = [period for period in periods if period.stated]
    if not stated:
        return phrases.say("period.unstated")
    return phrases.span(min(one.start for one in stated), max(one.end for one in stated))
