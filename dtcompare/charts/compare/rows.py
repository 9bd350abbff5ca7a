"""What provinces side by side report, in rows: like with like, apart, places, and alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Places
from dtcompare.analysis.observations import Observation
from dtcompare.charts.measure import is_share, measure_text
from dtcompare.charts.page import unbroken
from dtcompare.charts.values import value_text
from dtcompare.model.figure import Figure, Line
from dtcompare.text import capital
from dtcompare.view.figures import figure_text
from dtcompare.view.phrases import Phrases

__all__ = [
    "AlikeRow",
    "TextRow",
    "alike_rows",
    "apart_rows",
    "lists_of_comparison",
    "only_counts",
    "placed_alone",
    "places_rows",
]


class AlikeRow(Struct, frozen=True):
    """Figures that compare: ``small`` is what they are, ``values`` their texts by province.

    ``whens`` are their times and states, empty where all share them and ``small`` has them.
    ``share``: they are per cents. ``ahead`` is the place of the province that surely is ahead.
    """

    indicator: str
    name: str
    small: str
    row: Alike
    values: tuple[str, ...]
    whens: tuple[str, ...]
    share: bool
    ahead: int | None

    @property
    def lines(self) -> list[Line]:
        """The figures there are."""
        return [
            observation.figure for observation in self.row.observations if observation is not None
        ]


class TextRow(Struct, frozen=True):
    """What each province reports, in words; empty for one that reports nothing."""

    name: str
    texts: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]


def alike_rows(comparison: Comparison, phrases: Phrases) -> tuple[AlikeRow, ...]:
    """A row for every footing that two or more share."""
    return tuple(_alike(row, comparison, phrases) for row in comparison.alike)


def _alike(row: Alike, comparison: Comparison, phrases: Phrases) -> AlikeRow:
    figures = [observation.figure for observation in row.observations if observation is not None]
    whens = [
        _when(observation.figure, phrases) if observation else ""
        for observation in row.observations
    ]
    shared = set(filter(None, whens))
    method = figures[0].method
    parts = [
        measure_text(figures[0], phrases),
        phrases.method(method) if method is not None else "",
        shared.pop() if len(shared) == 1 else "",
    ]
    lead = row.lead.province if row.lead is not None else None
    return AlikeRow(
        indicator=row.indicator,
        name=phrases.indicator(row.indicator),
        small=", ".join(filter(None, parts)),
        row=row,
        values=tuple(value_text(r.figure, phrases) if r else "–" for r in row.observations),
        whens=tuple(whens) if shared else ("",) * len(whens),
        share=is_share(figures[0], phrases),
        ahead=comparison.provinces.index(lead) if lead is not None else None,
    )


def _when(figure: Figure, phrases: Phrases) -> str:
    """When a figure is of, and what is said of it: "Feb 2026, estimated"."""
    status = "" if figure.status is None else phrases.say(f"status.{figure.status}")
    return ", ".join(filter(None, (phrases.period(figure.period), status)))


def apart_rows(comparison: Comparison, phrases: Phrases) -> tuple[TextRow, ...]:
    """What two or more report on different footings."""
    return tuple(_apart(row, phrases) for row in comparison.apart)


def _apart(row: Apart, phrases: Phrases) -> TextRow:
    return TextRow(
        phrases.indicator(row.indicator),
        tuple(
            tuple(_dated(observation, phrases) for observation in own) for own in row.observations
        ),
        tuple(
            key for own in row.observations for observation in own for key in observation.sources
        ),
    )


def _dated(observation: Observation, phrases: Phrases) -> str:
    """A figure with what it is and when: "about 40% of land area, 2025"."""
    return (
        f"{figure_text(observation.figure, phrases)}, {phrases.period(observation.figure.period)}"
    )


def places_rows(comparison: Comparison, phrases: Phrases) -> tuple[TextRow, ...]:
    """Places in indices in which two or more have one."""
    return tuple(
        _placed(row, phrases)
        for row in comparison.places
        if sum(observation is not None for observation in row.observations) > 1
    )


def _placed(row: Places, phrases: Phrases) -> TextRow:
    name = phrases.indicator(row.indicator)
    if row.edition is not None:
        name = f"{name}, {row.edition.period}"
    texts = tuple(
        (_place(observation, row, phrases),) if observation else ()
        for observation in row.observations
    )
    sources = tuple(
        key for observation in row.observations if observation for key in observation.sources
    )
    return TextRow(name, texts, sources)


def _place(observation: Observation, row: Places, phrases: Phrases) -> str:
    """A place, else a score; when, where the editions differ."""
    figure = observation.figure
    alone = replace(figure, amount=None) if figure.place is not None else figure
    text = phrases.figure(alone, phrases.dataset.indicator(figure.indicator))
    if figure.scope:
        text = phrases.say("figure.scope", text=text, scope=phrases.scope(figure.scope))
    return text if row.edition is not None else f"{text}, {phrases.period(figure.period)}"


def lists_of_comparison(comparison: Comparison, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """What one alone reports: its name with how many figures, and the names of the indicators.

    One with several figures has their number behind its name.
    """
    return tuple(
        (
            capital(phrases.say("compare.only", name=phrases.full_name(id), n=sum(names.values()))),
            "; ".join(
                name if n == 1 else phrases.say("chart.rank.count", label=name, n=n)
                for name, n in names.items()
            ),
        )
        for id, names in _alone(comparison, phrases)
    )


def only_counts(comparison: Comparison, phrases: Phrases) -> str:
    """How many indicators each reports alone: "Quảng Ninh 11, Phú Thọ 10"."""
    counts = [
        phrases.say("chart.compare.alone", name=unbroken(phrases.full_name(id)), n=len(names))
        for id, names in _alone(comparison, phrases)
    ]
    return phrases.say("chart.compare.only", text=", ".join(counts)) if counts else ""


def _alone(comparison: Comparison, phrases: Phrases) -> Iterable[tuple[str, Counter[str]]]:
    """Those that report something alone, with how many figures of which indicator."""
    for id, found in zip(comparison.provinces, comparison.only, strict=True):
        if found:
            yield id, Counter(phrases.indicator(name) for name, _ in found)


def placed_alone(comparison: Comparison, phrases: Phrases) -> str:
    """In how many indices each is and no other of them."""
    counts = []
    for place, id in enumerate(comparison.provinces):
        found = sum(
            row.observations[place] is not None
            and sum(r is not None for r in row.observations) == 1
            for row in comparison.places
        )
        if found:
            name = unbroken(phrases.full_name(id))
            counts.append(phrases.say("chart.compare.alone", name=name, n=found))
    return phrases.say("chart.compare.only-places", text=", ".join(counts)) if counts else ""
