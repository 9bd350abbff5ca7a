"""What a profile's chart shows: figures beside others and targets, and places in indices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.profile import IndicatorProfile, Profile
from dtcompare.charts.measure import aim_text, is_share, series_key_text, togo_text
from dtcompare.charts.values import HUNDRED, numbers_of, value_text
from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Line
from dtcompare.model.period import Period
from dtcompare.view.figures import figure_text, target_text
from dtcompare.view.phrases import Phrases


class Strip(Struct, frozen=True):
    """A figure of the province, or with ``figure`` None a target that no figure is held against.

    ``peers`` are other provinces' comparable figures, ``place`` the place among them, ``share``
    whether the number is a per cent.
    """

    indicator: str
    figure: Figure | None
    peers: tuple[Figure, ...]
    place: str
    assessment: Assessment | None
    share: bool
    sources: tuple[str, ...]

    @property
    def tick(self) -> Decimal | None:
        """Return where the target stands; None without one, or where it is a place."""
        target = self.assessment.target if self.assessment else None
        return target.number if target is not None and target.amount is not None else None

    @property
    def lines(self) -> list[Line]:
        """Return every line with a number on the strip."""
        target = self.assessment.target if self.assessment else None
        return [line for line in (self.figure, *self.peers, target) if line is not None]

    @property
    def least(self) -> Decimal:
        """Return the least number on the strip, 0 where none is below it."""
        return min([Decimal(0), *numbers_of(self.lines)])

    @property
    def most(self) -> Decimal:
        """Return the largest number on the strip, 0 where none is above it."""
        return max([Decimal(0), *numbers_of(self.lines)])

    @property
    def on_share_axis(self) -> bool:
        """Return whether the row stands on the axis from 0 to 100."""
        return self.share and self.least == 0 and self.most <= HUNDRED

    @property
    def on_own_line(self) -> bool:
        """Return whether the row has a scale of its own: there is something to stand beside."""
        beside = bool(self.peers) or self.tick is not None
        return not self.on_share_axis and self.figure is not None and beside

    @property
    def doubtful(self) -> bool:
        """Return whether the figure counts for no comparison: unreliable, forecast, definition."""
        return self.figure is not None and self.figure.status in UNRANKED_STATUSES

    @property
    def drawn(self) -> bool:
        """Return whether anything stands on the strip."""
        if self.figure is None:
            return self.on_share_axis and self.tick is not None
        return self.on_own_line or self.on_share_axis

    @property
    def compares(self) -> bool:
        """Return whether its figure stands beside another's or beside a target."""
        return self.figure is not None and self.drawn and bool(self.peers or self.tick is not None)

    def value(self, phrases: Phrases) -> str:
        """Return the number with a sign for its word; a dash where there is none."""
        return "–" if self.figure is None else value_text(self.figure, phrases)

    def what(self, phrases: Phrases) -> str:
        """Return what the number is: unit, basis, method, part, time."""
        line = self.figure
        if line is None:
            assert self.assessment is not None
            return series_key_text(self.assessment.target, phrases)
        return series_key_text(line, phrases)

    def aim(self, phrases: Phrases) -> str:
        """Return the target and how it stands: "target 30 by 2030: 22.27 pts to go"."""
        if self.assessment is None:
            return ""
        aim = aim_text(self.assessment, phrases)
        if self.assessment.verdict == "no_figure":
            return phrases.say("chart.show.aimed", aim=aim)
        togo = togo_text(self.assessment, phrases)
        return phrases.say("chart.show.aimed.togo", aim=aim, togo=togo)

    def words(self, phrases: Phrases) -> str:
        """Return the whole of it in words."""
        name = phrases.indicator(self.indicator)
        if self.figure is not None:
            text = figure_text(self.figure, phrases)
            return f"{name} {text}, {phrases.period(self.figure.period)}"
        assert self.assessment is not None
        indicator = phrases.dataset.indicator(self.indicator)
        return f"{name} {target_text(self.assessment.target, indicator, phrases)}"


def strips_of(profile: Profile, phrases: Phrases) -> list[Strip]:
    """Return a strip for the latest figure on every footing, and for targets that stand alone."""
    return [strip for part in profile.indicators for strip in _of_indicator(part, phrases)]


def _of_indicator(part: IndicatorProfile, phrases: Phrases) -> Iterator[Strip]:
    by_method = list(chain.from_iterable(one.by_method for one in part.assessments))
    for row in part.rows:
        if not row.latest:
            continue
        figure = row.observation.figure
        held = [
            one
            for one in by_method
            if one.observation is not None and one.observation.figure == figure
        ]
        chosen = _chosen(held)
        yield Strip(
            indicator=part.indicator,
            figure=figure,
            peers=tuple(observation.figure for observation in row.peers),
            place=_place_text(row.rank_interval, phrases),
            assessment=chosen,
            share=is_share(figure, phrases),
            sources=(*row.observation.sources, *(chosen.sources if chosen else ())),
        )
    alone: dict[object, list[Assessment]] = {}
    for assessment in part.assessments:
        if assessment.observation is None:
            target = assessment.target
            key = (target.basis, target.method, target.scope)
            alone.setdefault(key, []).append(assessment)
    for assessments in alone.values():
        assessment = max(assessments, key=_foremost)
        share = is_share(assessment.target, phrases)
        yield Strip(part.indicator, None, (), "", assessment, share, assessment.sources)


def _chosen(assessments: Sequence[Assessment]) -> Assessment | None:
    """Return the current target, else the one that falls due last."""
    return max(assessments, key=_foremost, default=None)


def _foremost(assessment: Assessment) -> tuple[object, ...]:
    return assessment.current, assessment.target.by.end


def _place_text(rank_interval: RankInterval | None, phrases: Phrases) -> str:
    """Return the place among as many: "3 of 9", or "3–4 of 9" where the figures leave it open."""
    if rank_interval is None:
        return ""
    best, worst = rank_interval.best, rank_interval.worst
    number = f"{best}–{worst}" if best != worst else str(rank_interval.rank)
    return phrases.say("place.rank", number=number, of=rank_interval.of)


class PlacesTable(Struct, frozen=True):
    """Places among ``of``: ``rows`` hold the name of an index and its text in every period.

    ``sources`` are the pages of each row, ``states`` what is said of those that are marked:
    unreliable, provisional.
    """

    of: int
    periods: tuple[Period, ...]
    rows: tuple[tuple[str, Mapping[str, str]], ...]
    sources: tuple[tuple[str, ...], ...]
    states: tuple[str, ...]


def places_tables(profile: Profile, phrases: Phrases) -> tuple[PlacesTable, ...]:
    """Return a table for every number of provinces that places are among, the newest first."""
    found: dict[int, list[Figure]] = {}
    sources: dict[Figure, tuple[str, ...]] = {}
    for part in profile.rankings:
        for row in part.rows:
            figure = row.observation.figure
            if figure.place is not None:
                found.setdefault(figure.place.of, []).append(figure)
                sources[figure] = row.observation.sources
    newest = sorted(found, key=lambda of: max(f.period.recency for f in found[of]), reverse=True)
    return tuple(_places(of, found[of], sources, phrases) for of in newest)


def _places(
    of: int, figures: Sequence[Figure], sources: Mapping[Figure, tuple[str, ...]], phrases: Phrases
) -> PlacesTable:
    periods = {figure.period.text: figure.period for figure in figures}
    rows: dict[str, dict[str, str]] = {}
    pages: dict[str, tuple[str, ...]] = {}
    states = []
    for figure in figures:
        text = value_text(replace(figure, amount=None), phrases)
        if figure.status is not None:
            text = phrases.say("chart.show.marked", text=text)
            states.append(phrases.say(f"status.{figure.status}"))
        rows.setdefault(figure.indicator, {}).setdefault(figure.period.text, text)
        pages[figure.indicator] = pages.get(figure.indicator, ()) + sources[figure]
    return PlacesTable(
        of,
        tuple(sorted(periods.values(), key=lambda period: period.recency)),
        tuple((phrases.indicator(id), row) for id, row in rows.items()),
        tuple(pages.values()),
        tuple(states),
    )
