"""The matrix of provinces and indicators as a table whose first rows tell what each column is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from dtcompare import words
from dtcompare.analysis.export import exported_line
from dtcompare.analysis.matrix import Matrix, MatrixColumn
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.period import Period
from dtcompare.view.figures import series_words, unit_text
from dtcompare.view.people_table import PeopleCell, PeopleTable
from dtcompare.view.phrases import Phrases

# What the first rows and the last columns say, by the names that ``import`` knows.
PARTS = (
    "basis",
    "method",
    "scope",
    "scope_vi",
    "period",
    "of",
    "status",
    "recast",
    "rank",
    "word",
    "value",
    "source",
)
_Parts: TypeAlias = Mapping[tuple[str, str], Mapping[str, str]]  # heading, part -> province -> text


def wide_table(matrix: Matrix, phrases: Phrases) -> PeopleTable:
    """Return a row a province: its id, its name, and a number for each column of the matrix.

    The headings are what programs read: ids, with "_place" behind that of published places. What
    differs between the figures of a column, such as their pages, stands in columns of its own at
    the end, headed ID_PART; what is known of each page in rows of its own, headed "source".
    """
    parts = _differing(_parts(matrix, phrases))
    rows = []
    for id in matrix.provinces:
        row = [PeopleCell(id), PeopleCell(phrases.province(id))]
        row += [_cell(id, column, phrases) for column in matrix.columns]
        rows.append(row + [PeopleCell(texts.get(id)) for texts in parts.values()])
    ids = [_heading(column) for column in matrix.columns]
    heads = ("province", "name", *ids, *(f"{heading}_{part}" for heading, part in parts))
    pages = _pages(matrix, phrases.dataset)
    rows += [page + [PeopleCell()] * (len(heads) - len(page)) for page in pages]
    return PeopleTable(heads, rows)


def wide_headings(matrix: Matrix, phrases: Phrases) -> list[list[str]]:
    """Return the rows under the ids of the indicators: name, unit, base and method, period.

    Below them, headed by its name in a file, what all lines of a column have in common.
    """
    rows: tuple[tuple[str, Callable[[MatrixColumn], str]], ...] = (
        ("column.indicator", lambda column: phrases.indicator(column.indicator)),
        ("column.unit", partial(_unit, phrases)),
        ("column.footing", partial(_footing, phrases)),
        ("column.when", partial(_when, phrases)),
    )
    parts = _parts(matrix, phrases)
    more = [""] * len(_differing(parts))
    found = [
        ["", phrases.say(key), *(text(column) for column in matrix.columns), *more]
        for key, text in rows
    ]
    for part in PARTS:
        texts = [_common(parts.get((_heading(one), part), {})) for one in matrix.columns]
        if any(texts):
            found.append([part, "", *texts, *more])
    return found


def _heading(column: MatrixColumn) -> str:
    return f"{column.indicator}_place" if column.places else column.indicator


def _parts(matrix: Matrix, phrases: Phrases) -> _Parts:
    """Return what each line says beside its number.

    A column of places has parts of its own only where its lines are not those of the scores.
    """
    lines: dict[str, dict[str, Figure]] = {}
    for column in matrix.columns:
        figures = {id: one.figure for id, one in column.figures.items()}
        places = lines.get(f"{column.indicator}_place", {})
        if places and all(places.get(id, line) is line for id, line in figures.items()):
            figures = lines.pop(f"{column.indicator}_place") | figures
        lines[_heading(column)] = figures
    found: dict[tuple[str, str], dict[str, str]] = {}
    for heading, figures in lines.items():
        for id, line in figures.items():
            indicator = phrases.dataset.indicator(line.indicator)
            said = exported_line(phrases.dataset, indicator, line)
            is_apart = f"{heading}_place" in lines  # its own place is not the one that is shown
            said |= {"of": said["place_of"], "rank": said["place"] if is_apart else None}
            if not heading.endswith("_place"):  # the number stands in the column itself
                said |= {"word": None, "value": None}
            for part in PARTS:
                text = str(said[part] or "")
                found.setdefault((heading, part), {})[id] = text.replace("True", "true")
    return found


def _pages(matrix: Matrix, dataset: Dataset) -> list[list[PeopleCell]]:
    """Return a row for each page behind the figures: its key, and what is told of it, as JSON."""
    found: dict[str, list[PeopleCell]] = {}
    for column in matrix.columns:
        for one in column.figures.values():
            line = exported_line(dataset, dataset.indicator(column.indicator), one.figure)
            told = {
                name.removeprefix("source_"): str(value).replace("True", "true")
                for name, value in line.items()
                if name.startswith("source_") and value
            }
            key = one.figure.source
            text = json.dumps(told, ensure_ascii=False)
            found[key] = [PeopleCell("source"), PeopleCell(key), PeopleCell(text)]
    return [found[key] for key in sorted(found)]


def _common(texts: Mapping[str, str]) -> str:
    """Return the text of all lines; "" where they differ."""
    return next(iter(texts.values())) if len(set(texts.values())) == 1 else ""


def _differing(parts: _Parts) -> _Parts:
    """Return the parts in which the lines of a column differ."""
    return {key: texts for key, texts in parts.items() if len(set(texts.values())) > 1}


def _cell(id: str, column: MatrixColumn, phrases: Phrases) -> PeopleCell:
    """Return a province's number in a column, in its word, leading to its page."""
    observation = column.figures.get(id)
    if observation is None:
        return PeopleCell()
    figure = observation.figure
    link = phrases.dataset.sources[figure.source].url
    if column.places:
        return PeopleCell(figure.place.number if figure.place else None, link=link)
    symbol = phrases.dataset.indicator(column.indicator).unit.symbol
    text = symbol.say(phrases.lang) if symbol else ""
    hedged = words.catalogue(phrases.lang)[f"amount.{figure.word}"]
    if figure.amount is not None and figure.amount.upper is not None:
        return PeopleCell(hedged.format(number=figure.number, upper=figure.amount.upper), link=link)
    return PeopleCell(figure.number, text, link, hedged)


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
