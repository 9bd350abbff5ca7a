"""The figures beside a ranking: how one is told, when, on which footing, and why it is listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec.structs import replace

from dtcompare.analysis.groups import Excluded
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.per_capita import extent_of
from dtcompare.analysis.ranking import Ranking
from dtcompare.model.figure import NATIONAL, UNRANKED_STATUSES, UNSTATED_WORD, Figure
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Remark
from dtcompare.view.tables import SheetWriter

_MANY = 3  # more former provinces of one year than this are told in one item


class ListedWriter(SheetWriter):
    """Tells the figures of a ranking, and lists those that are not ranked."""

    def __init__(self, ranking: Ranking, phrases: Phrases, citations: Citations) -> None:
        super().__init__(phrases, citations)
        self.ranking = ranking
        self.indicator = phrases.dataset.indicator(ranking.indicator)

    def rated(self, figure: Figure) -> str:
        """Return the figure, or a rate with the count behind it: "21.58 (868)"."""
        count = self.ranking.counts.get((figure.file, figure.row))
        if count is None or count.figure == figure:
            return self.phrases.figure(figure, self.indicator)
        counted = self.phrases.figure(count.figure, self.indicator)
        rate = self.phrases.line(figure, self.indicator)
        return self.phrases.say("figure.rate", rate=rate, count=counted)

    def when(self, observation: Observation, place: Observation | None = None) -> str:
        """Return the period with the letters of the notes behind it."""
        notes = list(self.remarks_on(observation.figure))
        if place is not None:
            notes += self.remarks_on(place.figure)
        return self.noted(self.phrases.period(observation.figure.period), *dict.fromkeys(notes))

    def remarks_on(self, figure: Figure) -> Iterable[str]:
        """Yield what must be said about a figure beside its number."""
        notes = self.phrases.notes(figure)
        yield from notes
        if figure.recast and not notes:
            yield self.phrases.say("note.recast")
        per = self.ranking.picks.per
        if per is not None and figure.province != NATIONAL:
            extent = extent_of(self.phrases.dataset.province(figure.province), per)
            if extent is not None and extent.status is not None:
                yield self.phrases.say(f"note.divisor.{per}")

    def series_text(self, figure: Figure) -> str:
        """Return what the figure is a share of, how it was measured, and which part it is of."""
        phrases, indicator = self.phrases, self.indicator
        if figure.scope and figure.basis == UNSTATED_WORD:
            return phrases.scope(figure.scope)
        parts = []
        told = indicator.fixed_basis and (figure.scope or figure.method)
        if figure.basis is not None and not told:
            parts.append(phrases.basis(figure.basis))
        if figure.method is not None:
            parts.append(phrases.method(figure.method))
        if figure.scope:
            parts.append(phrases.scope(figure.scope))
        return "; ".join(parts)

    def listed_remark(self) -> Iterable[Remark]:
        """Yield the figures outside the ranking, a line for each reason."""
        lines = [
            self.phrases.say(
                "listed.reason",
                reason=self.phrases.say(f"reason.{reason}"),
                figures="; ".join(self._listed_texts(reason, list(entries))),
            )
            for reason, entries in groupby(self.ranking.listed, key=lambda entry: entry.reason)
        ]
        if lines:
            yield Remark(self.phrases.say("listed"), tuple(lines))

    def _listed_texts(self, reason: str, entries: Sequence[Excluded]) -> list[str]:
        """Return each figure; many former provinces of one year by one method in one item."""
        if reason != "former_province":
            return [self._listed_text(entry) for entry in entries]
        alike: dict[tuple[object, ...], list[Excluded]] = {}
        for entry in entries:
            alike.setdefault(_kind(entry.observation.figure), []).append(entry)
        texts = []
        for found in sorted(alike.values(), key=lambda f: -f[0].observation.figure.period.end.year):
            period = found[0].observation.figure.period
            within_a_year = period.stated and period.start.year == period.end.year
            if len(found) > _MANY and within_a_year:
                texts.append(self._many(found))
            else:
                texts += map(self._listed_text, found)
        return texts

    def _many(self, entries: Sequence[Excluded]) -> str:
        """Say how many there are, the first and the last, and the command that shows all."""
        figures = [entry.observation.figure for entry in entries]
        by_place = figures[0].place is not None
        lower = by_place or self.indicator.better == "lower"
        first, *_, last = sorted(
            entries,
            key=lambda e: _printed(e.observation.figure, by_place=by_place),
            reverse=not lower,
        )
        year = figures[0].period.end.year
        series = self.series_text(figures[0])
        return self.phrases.say(
            "listed.many",
            n=len(entries),
            when=", ".join(filter(None, (str(year), series))),
            first=self.phrases.province(first.province),
            best=self.listed_figure(first.observation.figure),
            last=self.phrases.province(last.province),
            worst=self.listed_figure(last.observation.figure),
            command=f"dtcompare rank {self.indicator.id} --period {year}",
            sources=self.citations.cite(pages_of(entry.observation for entry in entries)),
        ).rstrip()

    def _listed_text(self, entry: Excluded) -> str:
        """Return a listed figure: "Bắc Giang 47.81% (2023, method not stated) [2]"."""
        figure = entry.observation.figure
        facts = [self.when(entry.observation)]
        if entry.reason != "other_season" and not self._same(figure):
            facts += filter(None, [self.series_text(figure)])
        return self.phrases.say(
            "listed.figure",
            province=self.phrases.province(entry.province),
            figure=self.listed_figure(figure, entry.score),
            facts=", ".join(facts),
            sources=self.citations.cite(entry.observation.sources),
        ).rstrip()

    def listed_figure(self, figure: Figure, score: Observation | None = None) -> str:
        """Return the place where there is one, with its score, else the figure."""
        if figure.place is None:
            return self.rated(figure)
        place = self.phrases.figure(replace(figure, amount=None), self.indicator)
        scored = figure if score is None else score.figure
        if scored.amount is None:
            return place
        return f"{place}, {self.phrases.amount(scored.amount, self.indicator.unit)}"

    def _same(self, figure: Figure) -> bool:
        """Tell whether a figure is on the footing of the first group, so that it is not said."""
        first = self.ranking.groups[0].series_key
        return (figure.basis, figure.method, figure.scope) == (first.basis, first.method, ())


def _kind(figure: Figure) -> tuple[object, ...]:
    """Return what figures must share to be told in one item."""
    years = (figure.period.start.year, figure.period.end.year)
    status = figure.status if figure.status in UNRANKED_STATUSES else None
    of = figure.place.of if figure.place is not None else None
    return (*years, figure.basis, figure.method, figure.scope, status, of)


def _printed(figure: Figure, *, by_place: bool) -> Decimal:
    """Return the published place or the printed number."""
    if by_place and figure.place is not None:
        return Decimal(figure.place.number)
    return figure.number
