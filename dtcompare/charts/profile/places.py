"""National rankings as a small table: an index a row, a year a column, places among as many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.profile import Profile
from dtcompare.charts.page import Page
from dtcompare.charts.style import INK, MUTED, PALE, RULE, SMALL, TEXT
from dtcompare.charts.values import value_text
from dtcompare.charts.wordcells import Words, cell, natural_width, put
from dtcompare.model.figure import Figure
from dtcompare.model.period import Period
from dtcompare.view.phrases import Phrases

__all__ = ["PlacesPart", "PlacesTable", "places_tables", "scores_alone"]

_NAMES = 0.62  # the most of the width that columns of years may take


class PlacesTable(Struct, frozen=True):
    """Places among ``of``: ``rows`` hold the name of an index and its text in every period.

    ``states`` are what is said of those that are marked: unreliable, provisional.
    """

    of: int
    periods: tuple[Period, ...]
    rows: tuple[tuple[str, Mapping[str, str]], ...]
    sources: tuple[str, ...]
    states: tuple[str, ...] = ()


def places_tables(profile: Profile, phrases: Phrases) -> tuple[PlacesTable, ...]:
    """A table for every number of provinces that places are among, the newest places first."""
    placed = [
        observation
        for part in profile.rankings
        for row in part.rows
        if (observation := row.observation).figure.place is not None
    ]
    found: dict[int, list[Figure]] = {}
    for observation in placed:
        found.setdefault(_of(observation.figure), []).append(observation.figure)
    sources = {observation.figure: observation.sources for observation in placed}
    newest = sorted(found, key=lambda of: max(f.period.recency for f in found[of]), reverse=True)
    return tuple(_table(of, found[of], sources, phrases) for of in newest)


def _of(figure: Figure) -> int:
    assert figure.place is not None
    return figure.place.of


def _table(
    of: int, figures: Sequence[Figure], sources: Mapping[Figure, tuple[str, ...]], phrases: Phrases
) -> PlacesTable:
    periods = {figure.period.text: figure.period for figure in figures}
    rows: dict[str, dict[str, str]] = {}
    for figure in figures:
        row = rows.setdefault(figure.indicator, {})
        text = value_text(_placed(figure), phrases)
        if figure.status is not None:
            text = phrases.say("chart.show.marked", text=text)
        row.setdefault(figure.period.text, text)
    return PlacesTable(
        of,
        tuple(sorted(periods.values(), key=lambda period: period.recency)),
        tuple((phrases.indicator(id), row) for id, row in rows.items()),
        tuple(key for figure in figures for key in sources[figure]),
        tuple(phrases.say(f"status.{f.status}") for f in figures if f.status is not None),
    )


def _placed(figure: Figure) -> Figure:
    """The figure as its place alone."""
    return figure if figure.amount is None else replace(figure, amount=None)


def scores_alone(profile: Profile) -> int:
    """How many indices are known by a score and never by a place."""
    return sum(
        bool(part.rows) and all(row.observation.figure.place is None for row in part.rows)
        for part in profile.rankings
    )


class PlacesPart:
    """A table laid out in a width; periods that find no room fall away, the oldest first.

    ``rows`` cuts it to its first rows.
    """

    def __init__(
        self,
        page: Page,
        table: PlacesTable,
        phrases: Phrases,
        width: float,
        rows: int | None = None,
    ) -> None:
        self._page, self._width = page, width
        b = page.base
        self._columns: list[tuple[str, str, float]] = []
        room = width * _NAMES
        for period in reversed(table.periods):
            head = phrases.period(period)
            texts = [Words(row[period.text], 0.92) for _, row in table.rows if period.text in row]
            wide = natural_width(page, Words(head, SMALL, weight="SemiBold"), *texts) + b * 0.9
            if self._columns and wide > room:
                break
            room -= wide
            self._columns.insert(0, (period.text, head, wide))
        names = width - sum(wide for _, _, wide in self._columns) - b * 0.5
        heading = Words(phrases.say("chart.show.places", of=table.of), 0.95, INK, "SemiBold")
        self._heading = cell(page, names, heading)
        kept = [
            (name, row)
            for name, row in table.rows[:rows]
            if any(text in row for text, _, _ in self._columns)
        ]
        self._rows = [(cell(page, names, Words(name)), row) for name, row in kept]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self._rows)

    def height(self, pad: float) -> float:
        """How tall it is, with ``pad`` base sizes about each row."""
        rows = sum(name.height + pad for name, _ in self._rows)
        return (self._heading.height + 1.8 + rows) * self._page.base

    def draw(self, x: float, y: float, pad: float) -> float:
        """Draws it from ``y`` down; returns where it ends."""
        page, b, c = self._page, self._page.base, self._page.c
        end = x + self._width
        y += b * 1.4
        put(page, self._heading, x, y + self._heading.height * b / 2)
        y += self._heading.height * b
        for (_, head, _), right in self._rights(end):
            c.text(right, y, head, b * SMALL, MUTED, "SemiBold", "end")
        y += b * 0.4
        c.line(((x, y), (end, y)), RULE, 0.6)
        for name, row in self._rows:
            height = (name.height + pad) * b
            put(page, name, x, y + height / 2)
            for (period, _, _), right in self._rights(end):
                c.middle(right, y + height / 2, row.get(period, ""), b * 0.92, TEXT, anchor="end")
            y += height
            c.line(((x, y), (end, y)), PALE, 0.6)
        return y

    def _rights(self, end: float) -> Iterable[tuple[tuple[str, str, float], float]]:
        """The columns with their right edges."""
        for number, column in enumerate(self._columns):
            yield column, end - sum(wide for _, _, wide in self._columns[number + 1 :])
