"""The rows of a profile's chart: what each says, before anything has a place on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow
from dtcompare.charts.measure import aim_text, gap_words, is_share, series_key_text, togo_text
from dtcompare.charts.strips import HUNDRED, numbers_of
from dtcompare.charts.values import value_text
from dtcompare.charts.wordcells import Words
from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Line
from dtcompare.view.figures import figure_text, target_text
from dtcompare.view.phrases import Phrases

__all__ = ["Row", "assessments_drawn", "profile_rows"]


class Row(Struct, frozen=True):
    """A figure of the province, or with ``figure`` None a target that no figure is held against.

    ``small`` is what the number is; ``told`` is the whole of it in words.
    ``peers`` are other provinces' comparable figures. ``aim`` is what is to go and the target,
    ``aimed`` the same in a sentence.
    """

    group: str
    indicator: str
    name: str
    small: str
    told: str
    figure: Figure | None = None
    peers: tuple[Figure, ...] = ()
    place: str = ""
    assessment: Assessment | None = None
    aim: tuple[Words, ...] = ()
    aimed: str = ""
    value: str = "–"
    share: bool = False
    sources: tuple[str, ...] = ()

    @property
    def tick(self) -> Decimal | None:
        """Where the target stands: beside the figure held against it, or alone in its row."""
        assessment = self.assessment
        return None if assessment is None or self.place_only else assessment.target.number

    @property
    def place_only(self) -> bool:
        """Whether the target is a place and has no number on the strip."""
        return self.assessment is not None and self.assessment.target.amount is None

    @property
    def lines(self) -> list[Line]:
        """Every line with a number on the strip."""
        target = self.assessment.target if self.assessment else None
        return [line for line in (self.figure, *self.peers, target) if line is not None]

    @property
    def on_share_axis(self) -> bool:
        """Whether the row stands on the axis from 0 to 100."""
        return self.share and max(numbers_of(self.lines), default=Decimal(0)) <= HUNDRED

    @property
    def on_own_line(self) -> bool:
        """Whether the row has a scale of its own: there is something to stand beside."""
        beside = bool(self.peers) or self.tick is not None
        return not self.on_share_axis and self.figure is not None and beside

    @property
    def doubtful(self) -> bool:
        """Whether the figure counts for no comparison: unreliable, a forecast, by definition."""
        return self.figure is not None and self.figure.status in UNRANKED_STATUSES

    @property
    def drawn(self) -> bool:
        """Whether the row has anything on its strip."""
        if self.figure is None:
            return self.on_share_axis and self.tick is not None
        return self.on_own_line or self.on_share_axis

    @property
    def compares(self) -> bool:
        """Whether its figure stands beside another's or beside a target."""
        return self.figure is not None and self.drawn and bool(self.peers or self.tick is not None)


def profile_rows(profile: Profile, phrases: Phrases) -> tuple[Row, ...]:
    """A row for the latest figure on every footing, and for targets that stand alone."""
    return tuple(row for part in profile.indicators for row in _of_indicator(part, phrases))


def assessments_drawn(rows: Iterable[Row]) -> int:
    """How many targets stand on the chart."""
    return len({row.assessment.target for row in rows if row.assessment is not None})


def _of_indicator(part: IndicatorProfile, phrases: Phrases) -> Iterable[Row]:
    indicator = phrases.dataset.indicator(part.indicator)
    group = phrases.dataset.catalogue.groups[indicator.group].say(phrases.lang)
    name = phrases.indicator(part.indicator)
    held = [assessment for assessment in part.assessments if assessment.observation is not None]
    for row in part.rows:
        if row.latest:
            own = [
                j for j in held if j.observation and j.observation.figure == row.observation.figure
            ]
            yield _figure_row(row, _chosen(own), group, name, phrases)
    for assessment in _alone(part.assessments):
        target = assessment.target
        yield Row(
            group=group,
            indicator=part.indicator,
            name=name,
            small=series_key_text(target, phrases),
            assessment=assessment,
            aim=gap_words(assessment, phrases),
            aimed=_aimed(assessment, phrases),
            share=is_share(target, phrases),
            told=f"{name} {target_text(target, indicator, phrases)}",
            sources=assessment.sources,
        )


def _chosen(assessments: Sequence[Assessment]) -> Assessment | None:
    """The current target, else the one that falls due last."""
    return max(assessments, key=lambda j: (j.current, j.target.by.end), default=None)


def _alone(assessments: Sequence[Assessment]) -> Iterable[Assessment]:
    """Of the targets that no figure is held against, one for each basis, method and part."""
    found: dict[object, list[Assessment]] = {}
    for assessment in assessments:
        if assessment.observation is None:
            target = assessment.target
            found.setdefault((target.basis, target.method, target.scope), []).append(assessment)
    return (chosen for own in found.values() if (chosen := _chosen(own)))


def _figure_row(
    row: ProfileRow, assessment: Assessment | None, group: str, name: str, phrases: Phrases
) -> Row:
    figure = row.observation.figure
    return Row(
        group=group,
        indicator=figure.indicator,
        name=name,
        small=series_key_text(figure, phrases),
        figure=figure,
        peers=tuple(observation.figure for observation in row.peers),
        place=_place_text(row.rank_interval, phrases),
        assessment=assessment,
        aim=gap_words(assessment, phrases) if assessment else (),
        aimed=_aimed(assessment, phrases) if assessment else "",
        value=value_text(figure, phrases),
        told=f"{name} {figure_text(figure, phrases)}, {phrases.period(figure.period)}",
        share=is_share(figure, phrases),
        sources=(*row.observation.sources, *(assessment.sources if assessment else ())),
    )


def _aimed(assessment: Assessment, phrases: Phrases) -> str:
    """A target and how it stands: "target 30 by 2030: 22.27 pts to go"."""
    aim = aim_text(assessment, phrases)
    if assessment.verdict == "no_figure":
        return phrases.say("chart.show.aimed", aim=aim)
    return phrases.say("chart.show.aimed.togo", aim=aim, togo=togo_text(assessment, phrases))


def _place_text(rank_interval: RankInterval | None, phrases: Phrases) -> str:
    """The place among as many: "3 of 9", or "3–4 of 9" where the figures leave it open."""
    if rank_interval is None:
        return ""
    best, worst = rank_interval.best, rank_interval.worst
    number = f"{best}–{worst}" if best != worst else str(rank_interval.rank)
    return phrases.say("place.rank", number=number, of=rank_interval.of)
