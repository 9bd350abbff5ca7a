"""A comparison as a sheet: who is ahead on how much, in full or as a short answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dtcompare.analysis.comparison import Alike, Comparison, Counts, Places
from dtcompare.analysis.observations import Observation
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.compare import ComparisonWriter, known, row_pages
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import Cell, Remark, Row, Sheet, Table
from dtcompare.view.tables import DataColumn

_BOTH = 2
_NAMED = 2  # indicators that are measured unlike; more are counted


def compare_sheet(comparison: Comparison, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay a comparison out; in a short answer in one table of what compares."""
    kind = BriefComparison if citations.brief else ComparisonWriter
    writer = kind(comparison, phrases, citations)
    title = capital(phrases.listed([phrases.full_name(id) for id in comparison.provinces]))
    sentence = " ".join(_sentences(comparison, phrases))
    return writer.sheet(title, comparison.as_of, [sentence], writer.parts())


def _sentences(comparison: Comparison, phrases: Phrases) -> Iterable[str]:
    """Say how much can be compared, and who is ahead on how much of it."""
    if comparison.empty:
        yield phrases.say("compare.empty")
        return
    if comparison.compared:
        yield f"{capital(', '.join(_leads(comparison, phrases)))}."
    key = "compare.both" if len(comparison.provinces) == 2 else "compare.several"
    yield phrases.say(key, n=comparison.shared)
    if not comparison.compared and comparison.shared:
        yield phrases.say("compare.none-alike")


def _leads(comparison: Comparison, phrases: Phrases) -> Iterable[str]:
    """Say who is ahead on how many rows, and how many are level or open."""
    rows = comparison.compared
    ahead = Counter(row.lead.province for row in rows if row.lead is not None)
    key = "compare.ahead-first"
    for id in comparison.provinces:
        if ahead[id]:
            yield phrases.say(key, name=phrases.full_name(id), n=ahead[id], of=len(rows))
            key = "compare.ahead-on"
    if not ahead:
        yield phrases.say("compare.nobody", n=len(rows))
    level = sum(row.level for row in rows)
    if level:
        yield phrases.say("compare.level-on", n=level)
    undecided = sum(row.lead is None and not row.level for row in rows)
    if undecided and ahead:
        yield phrases.say("compare.open-on", n=undecided)


class BriefComparison(ComparisonWriter):
    """Lays a comparison out as a short answer."""

    def parts(self) -> Iterable[Table | Remark]:
        """Yield one table of what compares, as much as there is room for; the rest is counted."""
        comparison, say = self.comparison, self.phrases.say
        places, parts, editions = self.places_by_kind()
        sections: list[tuple[str, Sequence[Alike | Counts | Places]]] = [
            ("places", places),
            ("alike", [row for row in comparison.alike if not row.part]),
            ("counts", comparison.counts),
        ]
        columns = [
            DataColumn("column.indicator", self._brief_name),
            *self.by_province(self._brief_cell),
            DataColumn("column.ahead", self._brief_ahead),
        ]
        rows: list[Row] = []
        for name, found in sections:
            if found:
                rows.append(Row((Cell(say(f"compare.section.{name}"), "strong"),), "heading"))
                rows += self.table(found, columns, pages=row_pages).rows
        table = Table(self.table((), columns).columns, tuple(rows))
        count = rows_that_fit(table, [" ".join(_sentences(comparison, self.phrases))])
        left = sum(row.kind == "row" for row in rows[count:])
        while count and rows[count - 1].kind == "heading":
            count -= 1
        if count:
            yield replace(table, rows=table.rows[:count])
        more_parts = sum(row.part for row in comparison.alike)
        self.leave_out_some("compare.left-out.rows", left)
        self.leave_out_some("compare.left-out.parts", len(parts) + more_parts)
        self.leave_out_some("compare.left-out.editions", len(editions))
        self._leave_out_unlike()

    def _leave_out_unlike(self) -> None:
        """Count at the foot what is measured unlike, and what one alone reports."""
        apart, phrases = self.comparison.apart, self.phrases
        names = ", ".join(phrases.indicator(row.indicator) for row in apart[:_NAMED])
        if len(apart) > _NAMED:
            names = phrases.say("compare.left-out.more", names=names)
        if apart:
            self.leave_out(phrases.say("compare.left-out.apart", n=len(apart), names=names))
        alone = [len({name for name, _ in only}) for only in self.comparison.only]
        if len(alone) > _BOTH:
            self.leave_out(phrases.say("compare.left-out.alone", n=sum(alone)))
            return
        for id, count in zip(self.comparison.provinces, alone, strict=True):
            if count:
                name = phrases.full_name(id)
                self.leave_out(phrases.say("compare.left-out.only", name=name, n=count))

    def _brief_name(self, row: Alike | Counts | Places) -> str:
        """Return the indicator, with the period where the figures share one."""
        if isinstance(row, Places):
            return self.index_name(row)
        name, when = self.phrases.indicator(row.indicator), self._shared_period(row)
        if isinstance(row, Counts) and row.rates:
            name = self.phrases.say("compare.per-people", name=name)
        return f"{name}, {when}" if when else name

    def _shared_period(self, row: Alike | Counts) -> str:
        """Return the period of all figures of a row; empty where they differ."""
        periods = {self.phrases.period(one.figure.period) for one in known(row)}
        return periods.pop() if len(periods) == 1 else ""

    def _brief_cell(self, place: int, row: Alike | Counts | Places) -> str | Cell:
        if isinstance(row, Places):
            return self.place_cell(place, row)
        found = row.observations
        if isinstance(row, Counts) and row.rates:
            found = row.rates
        observation = found[place]
        if observation is None:
            return Cell("–", "muted")
        text = self.brief_figure(observation)
        if self._shared_period(row):
            return text
        return f"{text}, {self.phrases.period(observation.figure.period)}"

    def brief_figure(self, observation: Observation) -> str:
        """Return a figure with what it is a share of; its notes are counted."""
        self.notes.mark(*self.phrases.notes(observation.figure))
        indicator = self.phrases.dataset.indicator(observation.figure.indicator)
        return self.phrases.whole_figure(observation.figure, indicator)

    def _brief_ahead(self, row: Alike | Counts | Places) -> Cell:
        return self.most(row) if isinstance(row, Counts) else self.ahead(row)
