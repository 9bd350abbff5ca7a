"""A province's profile as a sheet: where it stands and what is known, in full or on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.profile import IndicatorProfile, Profile
from dtcompare.model.figure import NATIONAL
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import rank_text, target_text, verdict_counts
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.show import ProfileWriter, identity
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import Cell, Remark, Sheet, Table
from dtcompare.view.tables import DataColumn

_RANKINGS, _STANDINGS = 3, 2  # of a short answer, above the figures


def show_sheet(profile: Profile, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay a profile out; a short answer has one figure an indicator, as far as there is room."""
    kind = _BriefProfile if citations.brief else ProfileWriter
    writer = kind(phrases, citations)
    key = "show.title"
    if profile.province != NATIONAL and phrases.dataset.province(profile.province).ended(
        profile.as_of
    ):
        key = "show.title.former"
    first, *others = _sentences(profile, phrases, brief=citations.brief)
    return writer.sheet(
        phrases.say(key, name=phrases.province(profile.province)),
        profile.as_of,
        [" ".join((first, *others))] if citations.brief else [first, " ".join(others)],
        writer.parts(profile),
    )


def _sentences(profile: Profile, phrases: Phrases, *, brief: bool) -> Iterable[str]:
    """Say what the province is, and how many figures and targets there are."""
    if profile.province == NATIONAL:
        count = phrases.dataset.register.count(profile.as_of)
        yield phrases.say("show.country", n=count)
    else:
        yield identity(phrases.dataset.province(profile.province), phrases, brief=brief)
    if profile.empty:
        yield phrases.say("show.empty", id=profile.province)
        return
    reported, targets = profile.reported, profile.targets
    count = sum(len(part.rows) for part in reported)
    total = len(reported) + len(profile.elsewhere)
    yield phrases.say("show.counts", n=count, indicators=len(reported), total=total)
    if targets:
        counts = verdict_counts([one.verdict for one in targets], phrases)
        yield phrases.say("show.targets", n=len(targets), counts=counts)
    parts = len(profile.assessments) - len(targets)
    if parts:
        yield f"{phrases.say('gap.parts', n=parts)}."


class _BriefProfile(ProfileWriter):
    """Lays a profile out as a short answer."""

    def parts(self, profile: Profile) -> Iterable[Table | Remark]:
        """Yield where it stands, then one figure an indicator, as far as there is room."""
        ahead, behind = profile.ahead[:_STANDINGS], profile.behind[:_STANDINGS]
        told = [*ahead, *behind]
        indices = [part for part in self._indices(profile) if part not in told]
        key = "show.brief.rankings.other" if told else "show.brief.rankings"
        lines = {"show.ahead": ahead, "show.behind": behind, key: indices[:_RANKINGS]}
        remarks = []
        for label, parts in lines.items():
            if parts:
                texts = "; ".join(map(self._standing, parts))
                remarks.append(Remark(self.phrases.say(label), (texts,)))
        yield from remarks
        figures = self._shown(profile, remarks)
        if figures:
            yield self.full_table(figures, self.columns(), pages=_foremost_pages)
        all_figures = self._figures_first(profile)
        older = sum(max(len(part.rows) - 1, 0) for part in profile.indicators)
        self.leave_out_some("show.left-out.indicators", len(all_figures) - len(figures))
        self.leave_out_some("show.left-out.rankings", len(indices[_RANKINGS:]))
        self.leave_out_some("compare.left-out.parts", sum(part.part for part in profile.parts))
        self.leave_out_some("show.left-out.older", older)

    def _shown(self, profile: Profile, remarks: Sequence[Remark]) -> list[IndicatorProfile]:
        """Return the indicators that a screen holds under the remarks, in the catalogue's order."""
        figures = self._figures_first(profile)
        scratch = self.scratch()
        table = scratch.full_table(figures, scratch.columns())
        texts = [" ".join((remark.label, *remark.lines)) for remark in remarks]
        sentence = " ".join(_sentences(profile, self.phrases, brief=True))
        shown = figures[: rows_that_fit(table, [sentence, *texts])]
        return [part for part in profile.indicators if part in shown]

    def _standing(self, part: IndicatorProfile) -> str:
        """Return an indicator with its figure, the place in it, and when."""
        assert part.foremost is not None
        figure = part.foremost.observation.figure
        indicator = self.phrases.dataset.indicator(part.indicator)
        self.citations.cite(part.foremost.observation.sources)
        self.notes.mark(*self.phrases.notes(figure))
        texts = [self._brief_place(part)]
        if figure.amount is not None:
            texts.append(self.phrases.figure(replace(figure, place=None), indicator))
        return self.phrases.say(
            "show.standing",
            name=self.phrases.indicator(part.indicator),
            figure=", ".join(filter(None, texts)),
            when=self.phrases.period(figure.period),
        )

    def _indices(self, profile: Profile) -> list[IndicatorProfile]:
        """Return the published indices that are no part of one, those with a place first."""
        whole = [part for part in profile.rankings if part.foremost is not None and not part.part]
        return sorted(whole, key=lambda part: part.place is None)

    def _figures_first(self, profile: Profile) -> list[IndicatorProfile]:
        """Return what is measured, without parts of indices: with target or place first."""

        def interest(part: IndicatorProfile) -> tuple[bool, ...]:
            row = part.foremost
            partial = row is None or bool(row.observation.figure.scope)
            return row is None, partial, part.target is None, part.place is None

        return sorted((part for part in profile.indicators if not part.part), key=interest)

    def columns(self) -> list[DataColumn[IndicatorProfile]]:
        """Return the columns of the table of figures."""
        return [
            self.indicator_column(lambda part: part.indicator),
            DataColumn("column.figure", self._brief_figure),
            DataColumn("column.place", self._brief_place),
            DataColumn("column.target", self._brief_target),
        ]

    def _brief_figure(self, part: IndicatorProfile) -> Cell:
        """Return the figure with what must be known to read it, and when."""
        if part.foremost is None:
            return Cell("–", "muted")
        figure, phrases = part.foremost.observation.figure, self.phrases
        indicator = phrases.dataset.indicator(part.indicator)
        self.notes.mark(*self.phrases.notes(figure))
        text = phrases.whole_figure(figure, indicator)
        return Cell(f"{phrases.of_scope(text, figure)}, {phrases.period(figure.period)}")

    def _brief_place(self, part: IndicatorProfile) -> str:
        if part.place is not None:
            return rank_text(part.place, self.phrases)
        place = part.foremost.observation.figure.place if part.foremost else None
        return self.phrases.place(place) if place is not None else ""

    def _brief_target(self, part: IndicatorProfile) -> str:
        """Return the current target and how it stands, in three words."""
        assessment = part.target
        if assessment is None:
            return ""
        indicator = self.phrases.dataset.indicator(part.indicator)
        self.notes.mark(*self.phrases.notes(assessment.target))
        text = target_text(assessment.target, indicator, self.phrases)
        if part.foremost is None and assessment.verdict != "ended":
            return text
        verdict = self.phrases.say(f"show.brief.verdict.{_verdict_word(assessment)}")
        return self.phrases.say("show.brief.target", target=text, verdict=verdict)


def _verdict_word(assessment: Assessment) -> str:
    """Return how a target stands: met, short, missed, unclear, ended, unjudged."""
    if assessment.verdict == "short" and assessment.due == "passed":
        return "missed"
    judged = ("met", "short", "unclear", "ended")
    return assessment.verdict if assessment.verdict in judged else "unjudged"


def _foremost_pages(part: IndicatorProfile) -> Sequence[str]:
    """Return the pages behind the figure and the target of an indicator."""
    return pages_of((part.foremost.observation if part.foremost else None, part.target))
