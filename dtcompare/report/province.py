"""A province's report: where it leads and lags, its figures by group, its targets, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from msgspec.structs import replace

from dtcompare.analysis.comparability import series_key_of
from dtcompare.analysis.groups import Group
from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow, profile
from dtcompare.analysis.score_explained import explain
from dtcompare.model.period import Period
from dtcompare.report.document import Bullets, Document, Part, Picture, Prose
from dtcompare.report.library import ENOUGH, Library
from dtcompare.report.writer import DocumentWriter, TargetRow, target_state
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import rank_text, target_text
from dtcompare.view.results.score_explain import explain_parts, explain_sentence
from dtcompare.view.results.show_screen import show_sheet
from dtcompare.view.sheet import Cell, Table
from dtcompare.view.tables import DataColumn

_RANKINGS, _TRENDS, _YEARS = 2, 2, 4  # how many charts of each, and editions in a table


def province_report(library: Library, province: str) -> Document:
    """Return everything known about a province as a document. Raises KeyError for an unknown id."""
    found = profile(library.dataset, province, as_of=library.as_of, peers=True)
    writer = _ProvinceWriter(library, found)
    name = library.phrases.full_name(province)
    return writer.document(library.phrases.say("report.title", name=name), writer.parts())


class _ProvinceWriter(DocumentWriter):
    """Writes one province's report."""

    def __init__(self, library: Library, found: Profile) -> None:
        super().__init__(library)
        self.profile = found
        self.province = library.dataset.province(found.province)
        self.targets = [(part.indicator, one) for part in found.parts for one in part.assessments]

    def parts(self) -> Iterator[Part | None]:
        """Yield the parts of the document in their order."""
        sentences = show_sheet(self.profile, self.phrases, Citations(self.phrases)).sentences
        yield from map(Prose, sentences)
        if self.profile.empty:
            return
        yield from self._summary()
        yield from self._rankings()
        yield from self._figures()
        yield from self._targets()
        yield from self._changes()
        yield from self._indices()
        yield from self._missing()
        yield self.heading("report.how")
        yield Prose(self.phrases.say("report.how.text"))

    # At a glance

    def _summary(self) -> Iterator[Part]:
        yield self.heading("report.summary")
        say = self.phrases.say
        for key, parts in (("ahead", self.profile.ahead), ("behind", self.profile.behind)):
            if parts:
                yield Bullets(say(f"report.{key}"), tuple(map(self._placing, parts)))
        for key in ("met", "missed", "running", "untold"):
            targets = [row for row in self.targets if target_state(row[1]) == key]
            if targets:
                label = say(f"report.{key}", n=len(targets))
                yield Bullets(label, tuple(map(self._target, targets)))

    def _placing(self, part: IndicatorProfile) -> str:
        """Say a place: "Households on fibre: 1 of 7, 97.74% (2025) [1]"."""
        assert part.foremost is not None
        assert part.place is not None
        observation = part.foremost.observation
        indicator = self.phrases.dataset.indicator(part.indicator)
        facts = [rank_text(part.place, self.phrases)]
        if observation.figure.amount is not None:
            text = self.phrases.figure(observation.figure, indicator)
            facts.append(self.phrases.of_basis(text, observation.figure, indicator))
        return self.phrases.say(
            "report.placing",
            name=self.phrases.indicator(part.indicator),
            text=", ".join(facts),
            period=self.phrases.period(observation.figure.period),
            marks=self.citations.cite(observation.sources),
        )

    def _target(self, row: TargetRow) -> str:
        """Say a target: "Applications filed online: at least 90% by 2026 [2]"."""
        id, assessment = row
        text = target_text(assessment.target, self.phrases.dataset.indicator(id), self.phrases)
        name, marks = self.phrases.indicator(id), self.citations.cite(assessment.sources)
        return self.phrases.say("report.target", name=name, text=text, marks=marks)

    # Rankings

    def _rankings(self) -> Iterator[Part | None]:
        """Yield the published places, then charts of the rankings the province stands in."""
        published = [part for part in self.profile.rankings if part.rows]
        pictures = list(self._ranking_pictures())
        if published or pictures:
            yield self.heading("report.rankings")
        if published:
            yield self._places_table(published)
        yield from pictures

    def _places_table(self, parts: list[IndicatorProfile]) -> Table:
        """Return the published places, an index a row and one of the newest editions a column."""
        rows = chain.from_iterable(part.rows for part in parts)
        periods = {row.observation.figure.period for row in rows}
        newest = sorted(periods, key=lambda period: period.recency)[-_YEARS:]
        columns = [
            DataColumn[IndicatorProfile](
                "column.indicator", lambda part: self.phrases.indicator(part.indicator)
            )
        ]
        columns += [
            DataColumn(self.phrases.period(period), partial(self._edition, period))
            for period in newest
        ]
        shown = [part for part in parts if any(_of_edition(part, period) for period in newest)]
        return self.full_table(shown, columns, pages=partial(_edition_pages, newest))

    def _edition(self, period: Period, part: IndicatorProfile) -> Cell:
        """Return the place and the score of one edition, leading to their page."""
        indicator = self.phrases.dataset.indicator(part.indicator)
        rows = _of_edition(part, period)
        figures = [row.observation.figure for row in reversed(rows)]
        texts = [self.phrases.place(one.place) for one in figures if one.place is not None]
        texts += [
            self.phrases.amount(one.amount, indicator.unit)
            for one in figures
            if one.amount is not None
        ]
        if not texts:
            return Cell("–", "muted")
        notes = chain.from_iterable(map(self.phrases.notes, figures))
        text = self.noted(", ".join(dict.fromkeys(texts)), *dict.fromkeys(notes))
        return Cell(text, link=self.page(rows[0].observation.sources))

    def _ranking_pictures(self) -> Iterator[Picture | None]:
        """Yield the fullest rankings the province stands in, the first as a map too."""
        here = self.province.id
        placed = [part for part in self.profile.parts if part.place is not None]
        asked = [self.library.ranking(part.indicator) for part in placed]
        full = [one for one in asked if one.is_ranked and _stands_in(one.groups[0], here)]
        full.sort(key=lambda one: (-len(one.groups[0].rows), not one.groups[0].published))
        for ranking in full[:_RANKINGS]:
            yield self.library.picture("rank", ranking, "bars", (here,))
            if ranking is full[0]:
                yield self.library.picture("rank", ranking, "map", (here,))

    # Figures and targets

    def _figures(self) -> Iterator[Part | None]:
        """Yield the chart of all figures, then a table for each group of the catalogue."""
        reported = [part for part in self.profile.indicators if part.rows]
        if not reported:
            return
        yield self.heading("report.figures")
        yield self.library.picture("show", self.profile)
        yield from self.figure_tables(reported)

    def _targets(self) -> Iterator[Part]:
        if self.targets:
            yield self.heading("report.targets")
            yield self.targets_table(self.targets)

    # What changed, what is missing

    def _changes(self) -> Iterator[Part | None]:
        """Yield the charts of what has the longest series."""
        lengths: Counter[str] = Counter()
        for part in self.profile.parts:
            indicator = self.phrases.dataset.indicator(part.indicator)
            series = Counter(series_key_of(row.observation, indicator) for row in part.rows)
            longest = max(series.values(), default=0)
            if longest > 1:
                lengths[part.indicator] = longest
        trends = [self.library.trend(id, self.province.id) for id, _ in lengths.most_common()]
        moving = [one for one in trends if any(series.change is not None for series in one.series)]
        if moving:
            yield self.heading("report.changes")
        for one in moving[:_TRENDS]:
            yield self.library.picture("trend", one)

    def _indices(self) -> Iterator[Part]:
        """Yield the composite indices in which the province has a place, taken apart."""
        for scored in self.library.scores:
            if scored.member(self.province.id) is None:
                continue
            explanation = explain(scored, self.library.dataset, self.province.id)
            name = scored.file.label.say(self.phrases.lang)
            yield self.heading("report.index", name=name)
            yield Prose(explain_sentence(explanation, scored, self.phrases))
            for part in explain_parts(explanation, scored, self):
                if isinstance(part, Table):
                    yield replace(part, aside="")
                elif part.lines:
                    yield Bullets(part.label, part.lines)

    def _missing(self) -> Iterator[Part]:
        """Yield what others report and this province does not, and what it was formed from."""
        names = [
            self.phrases.say("show.elsewhere.item", name=self.phrases.indicator(id), n=count)
            for id, count in sorted(self.profile.elsewhere, key=lambda pair: -pair[1])
        ]
        if names and self.province.exists(self.library.as_of):
            yield self.heading("report.missing")
            yield Prose(self.phrases.say("report.missing.text", names="; ".join(names)))
        kin = [one for one in self.profile.predecessors if one.figures]
        if kin:
            items = [
                self.phrases.say(
                    "show.relative",
                    name=self.phrases.province(one.province),
                    n=one.figures,
                    id=one.province,
                )
                for one in kin
            ]
            yield Bullets(self.phrases.say("show.predecessors"), tuple(items))


def _of_edition(part: IndicatorProfile, period: Period) -> list[ProfileRow]:
    return [row for row in part.rows if row.observation.figure.period.text == period.text]


def _edition_pages(periods: Iterable[Period], part: IndicatorProfile) -> list[str]:
    """Return the pages behind some editions of an index."""
    rows = chain.from_iterable(_of_edition(part, period) for period in periods)
    return pages_of(row.observation for row in rows)


def _stands_in(group: Group, province: str) -> bool:
    """Tell whether a province is one of enough in a group for its place to say something."""
    return len(group.rows) >= ENOUGH and any(row.province == province for row in group.rows)
