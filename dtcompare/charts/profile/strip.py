"""One province's profile as strips: its figures beside those of others that compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dtcompare.analysis.profile import Profile
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, hidden_rows, unbroken
from dtcompare.charts.profile.body import Body, Cells, Plan, signs_of, too_tall
from dtcompare.charts.profile.places import places_tables, scores_alone
from dtcompare.charts.profile.rows import Row, assessments_drawn, profile_rows
from dtcompare.charts.strips import target_tick
from dtcompare.charts.style import ACCENT, OTHERS
from dtcompare.charts.values import Kind, dot, kind_of
from dtcompare.text import capital
from dtcompare.view.figures import verdict_counts
from dtcompare.view.phrases import Phrases

__all__ = ["profile_strip"]

_SOME_PLACES = 4  # how many rows of a table of places stay where there is little room


def profile_strip(profile: Profile, phrases: Phrases, options: ChartOptions) -> Chart:
    """The profile drawn as strips by group of indicators, with the places in indices below.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return _Strip(profile, phrases, options).chart()


class _Strip:
    """One profile being drawn."""

    def __init__(self, profile: Profile, phrases: Phrases, options: ChartOptions) -> None:
        self.profile, self.phrases, self.options = profile, phrases, options
        self.rows = profile_rows(profile, phrases)
        cut = hidden_rows(len(self.rows), options)
        self.shown = [row for place, row in enumerate(self.rows) if place not in cut]
        self.cut = len(self.rows) - len(self.shown)
        self.tables = places_tables(profile, phrases)
        self.name = capital(phrases.full_name(profile.province))
        self.page = Page(
            options,
            phrases,
            profile.as_of,
            title=self._title(),
            subtitle=" ".join(self._subtitle()),
            sources=[
                *(key for row in self.shown for key in row.sources),
                *(key for table in self.tables for key in table.sources),
            ],
            notes=tuple(self._notes()),
        )

    def chart(self) -> Chart:
        """Draws key, strips and places by the first plan that fits."""
        page, start = self.page, len(self.page.c.marks)
        if self.profile.empty:
            y = page.paragraph(page.top, self.phrases.say("chart.show.empty"))
            return page.close(y + page.base * 0.4, alt=self._alt(), rows=0)
        cells: Cells = {}
        for plan in self._plans():
            del page.c.marks[start:]
            y = page.key(page.top, self._key(plan.rows))
            if too_tall(page, plan, y):
                continue
            body = Body(page, plan, y, cells)
            if body.fits:
                break
        else:
            page.does_not_fit(len(self.shown))
        return page.close(body.draw() + page.base * 0.4, alt=self._alt(), rows=len(self.shown))

    def _plans(self) -> Iterable[Plan]:
        """What may be drawn, the fullest first: what leaves the strips is told in words.

        Figures that have no place on a strip leave it first, then those beside which nothing
        stands; where there is no room for the words, what is left out is counted.
        """
        columns = (1, 2) if self.options.size == "slide" else (1,)
        tables = (None, _SOME_PLACES) if self.tables else (None,)
        drawn = [row for row in self.shown if row.drawn]
        beside = [row for row in drawn if row.compares]
        kept = {len(rows): rows for rows in (beside, drawn, self.shown) if rows or not self.shown}
        for size in sorted(kept, reverse=True):
            words = self._lists([row for row in self.shown if row not in kept[size]])
            for places in tables:
                told = (*words, *self._places_cut(places))
                yield from (Plan(kept[size], self.tables, places, told, n) for n in columns)
        rows = kept[min(kept)]
        counted = self._counted(len(self.shown) - len(rows))
        for places in (_SOME_PLACES, 0):
            told = (*counted, *self._places_cut(places))
            yield from (Plan(rows, self.tables, places, told, n) for n in columns)

    def _lists(self, rows: Sequence[Row]) -> Sequence[str]:
        """What has no strip, in words."""
        told = {
            "chart.show.list.figures": [row.told for row in rows if row.figure is not None],
            "chart.show.list.targets": [row.told for row in rows if row.figure is None],
        }
        return [
            self.phrases.say(key, n=len(texts), text="; ".join(texts))
            for key, texts in told.items()
            if texts
        ]

    def _places_cut(self, most: int | None) -> Sequence[str]:
        """How many rows of the tables of places are left out."""
        left_out = sum(len(table.rows) - len(table.rows[:most]) for table in self.tables)
        return (self.phrases.say("chart.show.list.places", n=left_out),) if left_out else ()

    def _counted(self, left_out: int) -> Sequence[str]:
        """How many rows are neither drawn nor told."""
        if not left_out:
            return ()
        return (self.phrases.say("chart.show.list.more", n=left_out, id=self.profile.province),)

    # What is said

    def _title(self) -> str:
        say, name = self.phrases.say, unbroken(self.name)
        reported = {row.indicator for row in self.rows if row.figure is not None}
        compared = {row.indicator for row in self.rows if row.peers}
        if len(reported) > 1 and len(compared) == len(reported):
            return say("chart.show.title.all", name=name, n=len(reported))
        if reported and compared:
            return say(
                "chart.show.title.compared", name=name, n=len(reported), compared=len(compared)
            )
        if reported:
            return say("chart.show.title.alone", name=name, n=len(reported))
        if self.rows:
            targets = {j.target for part in self.profile.indicators for j in part.assessments}
            return say("chart.show.title.targets", name=name, n=len(targets))
        if self.profile.rankings:
            indices = [part for part in self.profile.rankings if part.rows]
            return say("chart.show.title.rankings", name=name, n=len(indices))
        return say("chart.show.title.empty", name=name)

    def _subtitle(self) -> Iterable[str]:
        """How to read it, and how its targets stand."""
        say = self.phrases.say
        if any(row.figure is not None for row in self.rows):
            yield say("chart.show.subtitle")
        assessed = [
            assessment
            for part in (*self.profile.indicators, *self.profile.rankings)
            for assessment in part.assessments
        ]
        if assessed:
            verdicts = {assessment.target: assessment.verdict for assessment in assessed}
            counts = verdict_counts(verdicts.values(), self.phrases)
            yield say("show.targets", n=len(verdicts), counts=counts)

    def _notes(self) -> Iterable[str]:
        say, profile = self.phrases.say, self.profile
        if any(row.on_own_line for row in self.shown):
            yield say("chart.show.note.own-line")
        if any(row.place for row in self.shown):
            yield say("chart.show.note.place")
        if self.cut:
            yield capital(say("chart.rows-hidden", n=self.cut)) + "."
        targets = {
            assessment.target
            for part in (*profile.indicators, *profile.rankings)
            for assessment in part.assessments
        }
        more = len(targets) - assessments_drawn(self.rows)
        if more:
            yield say("chart.show.note.targets", n=more)
        states = {state for table in self.tables for state in table.states}
        if states:
            yield say("chart.show.note.states", states=", ".join(sorted(states)))
        if self._scarce:
            return
        older = sum(not row.latest for part in profile.indicators for row in part.rows)
        if older:
            yield say("chart.show.note.older", n=older)
        scores = scores_alone(profile)
        if scores:
            yield say("chart.show.note.scores", n=scores)

    @property
    def _scarce(self) -> bool:
        """Whether room is scarce: the lesser notes are left to the table."""
        return self.options.page.height is not None

    def _key(self, rows: Sequence[Row]) -> list[Entry]:
        """The signs that are used, with their words."""
        page, say, b = self.page, self.phrases.say, self.page.base
        kinds: set[Kind] = {
            kind_of(row.figure) for row in rows if row.figure is not None and row.drawn
        }
        peers = {figure.province for row in rows for figure in row.peers}

        def sign(
            kind: Kind, color: str, radius: float, shape: str = "circle"
        ) -> Callable[[float, float], None]:
            return lambda x, y: dot(page.c, x + b * 0.45, y, b * radius, kind, color, shape)

        entries: list[Entry] = []
        if kinds:
            entries.append((b * 0.9, sign("exact", ACCENT, 0.45), self.name))
        if kinds & {"about", "range"}:
            entries.append((b * 0.9, sign("about", ACCENT, 0.45), say("chart.key.about")))
        if "over" in kinds:
            entries.append((b * 1.5, sign("over", ACCENT, 0.45), say("chart.key.over")))
        if "under" in kinds:
            entries.append((b * 1.2, sign("under", ACCENT, 0.45), say("chart.key.under")))
        if peers:
            entries.append((b * 0.7, sign("exact", OTHERS, 0.32), say("chart.show.key.other")))
        entries += [
            (b * 0.7, sign("exact", color, 0.36, shape), self.phrases.province(id))
            for id, (color, shape) in signs_of(self.options).items()
            if id in peers
        ]
        if any(row.tick is not None and row.drawn for row in rows):
            entries.append(
                (b * 0.5, lambda x, y: target_tick(page, x + b * 0.2, y), say("chart.key.target"))
            )
        return entries

    def _alt(self) -> str:
        say = self.phrases.say
        rows = [
            say(
                "chart.show.alt.row",
                name=self.phrases.indicator(row.indicator),
                figure=", ".join(
                    filter(
                        None,
                        (
                            "" if row.figure is None else row.value,
                            row.small,
                            say("chart.show.at-place", place=row.place) if row.place else "",
                            row.aimed,
                        ),
                    )
                ),
            )
            for row in self.shown
        ]
        rows += [
            say(
                "chart.show.alt.row",
                name=name,
                figure=", ".join(
                    f"{text}/{table.of} ({self.phrases.period(period)})"
                    for period in table.periods
                    if (text := places.get(period.text))
                ),
            )
            for table in self.tables
            for name, places in table.rows
        ]
        told = "; ".join(rows) or say("chart.show.empty")
        return say("chart.show.alt", title=self.page.title, rows=told.rstrip("."))
