"""The rows of a profile's chart: what each says, before anything has a place on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.gaps import Judgement
from dtcompare.analysis.places import Standing
from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow
from dtcompare.charts.footing import aim_text, footing_text, gap_words, is_share, togo_text
from dtcompare.charts.strips import HUNDRED, numbers_of
from dtcompare.charts.values import value_text
from dtcompare.charts.wordcells import Words
from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Line
from dtcompare.view.figures import figure_text, target_text
from dtcompare.view.voice import Voice

__all__ = ["Row", "judgements_drawn", "profile_rows"]


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
    judgement: Judgement | None = None
    aim: tuple[Words, ...] = ()
    aimed: str = ""
    value: str = "–"
    share: bool = False
    sources: tuple[str, ...] = ()

    @property
    def tick(self) -> Decimal | None:
        """Where the target stands: beside the figure held against it, or alone in its row."""
        judgement = self.judgement
        return None if judgement is None or self.place_only else judgement.target.number

    @property
    def place_only(self) -> bool:
        """Whether the target is a place and has no number on the strip."""
        return self.judgement is not None and self.judgement.target.amount is None

    @property
    def lines(self) -> list[Line]:
        """Every line with a number on the strip."""
        target = self.judgement.target if self.judgement else None
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


def profile_rows(profile: Profile, voice: Voice) -> tuple[Row, ...]:
    """A row for the latest figure on every footing, and for targets that stand alone."""
    return tuple(row for part in profile.indicators for row in _of_indicator(part, voice))


def judgements_drawn(rows: Iterable[Row]) -> int:
    """How many targets stand on the chart."""
    return len({row.judgement.target for row in rows if row.judgement is not None})


def _of_indicator(part: IndicatorProfile, voice: Voice) -> Iterable[Row]:
    indicator = voice.dataset.indicator(part.indicator)
    group = voice.dataset.catalogue.groups[indicator.group].say(voice.lang)
    name = voice.indicator(part.indicator)
    held = [judgement for judgement in part.judgements if judgement.report is not None]
    for row in part.rows:
        if row.latest:
            own = [j for j in held if j.report and j.report.figure == row.report.figure]
            yield _figure_row(row, _chosen(own), group, name, voice)
    for judgement in _alone(part.judgements):
        target = judgement.target
        yield Row(
            group=group,
            indicator=part.indicator,
            name=name,
            small=footing_text(target, voice),
            judgement=judgement,
            aim=gap_words(judgement, voice),
            aimed=_aimed(judgement, voice),
            share=is_share(target, voice),
            told=f"{name} {target_text(target, indicator, voice)}",
            sources=judgement.sources,
        )


def _chosen(judgements: Sequence[Judgement]) -> Judgement | None:
    """The current target, else the one that falls due last."""
    return max(judgements, key=lambda j: (j.current, j.target.by.end), default=None)


def _alone(judgements: Sequence[Judgement]) -> Iterable[Judgement]:
    """Of the targets that no figure is held against, one for each basis, method and part."""
    found: dict[object, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.report is None:
            target = judgement.target
            found.setdefault((target.basis, target.method, target.scope), []).append(judgement)
    return (chosen for own in found.values() if (chosen := _chosen(own)))


def _figure_row(
    row: ProfileRow, judgement: Judgement | None, group: str, name: str, voice: Voice
) -> Row:
    figure = row.report.figure
    return Row(
        group=group,
        indicator=figure.indicator,
        name=name,
        small=footing_text(figure, voice),
        figure=figure,
        peers=tuple(report.figure for report in row.peers),
        place=_place_text(row.standing, voice),
        judgement=judgement,
        aim=gap_words(judgement, voice) if judgement else (),
        aimed=_aimed(judgement, voice) if judgement else "",
        value=value_text(figure, voice),
        told=f"{name} {figure_text(figure, voice)}, {voice.period(figure.period)}",
        share=is_share(figure, voice),
        sources=(*row.report.sources, *(judgement.sources if judgement else ())),
    )


def _aimed(judgement: Judgement, voice: Voice) -> str:
    """A target and how it stands: "target 30 by 2030: 22.27 pts to go"."""
    aim = aim_text(judgement, voice)
    if judgement.verdict == "no_figure":
        return voice.say("chart.show.aimed", aim=aim)
    return voice.say("chart.show.aimed.togo", aim=aim, togo=togo_text(judgement, voice))


def _place_text(standing: Standing | None, voice: Voice) -> str:
    """The place among as many: "3 of 9", or "3–4 of 9" where the figures leave it open."""
    if standing is None:
        return ""
    best, worst = standing.best, standing.worst
    number = f"{best}–{worst}" if best != worst else str(standing.rank)
    return voice.say("place.rank", number=number, of=standing.of)
