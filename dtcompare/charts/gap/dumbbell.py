"""How far from the targets: dumbbells for what can be judged, words for what cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dtcompare.analysis.gaps import GapRow, Gaps
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.gap.lines import Dumbbell, Untold, Writer
from dtcompare.charts.gap.marks import Plot, dumbbell_key, measure_of, shapes_of
from dtcompare.charts.gap.table import GapTable
from dtcompare.charts.gap.tail import LEVELS, GapTail
from dtcompare.charts.gap.words import GapWords
from dtcompare.charts.page import Page, hidden_rows
from dtcompare.view.phrases import Phrases

__all__ = ["gap_dumbbell", "usual_kind"]

_JUDGED = ("open", "passed")
_UNTOLD = ("silent", "unjudged", "ended")
_ANNOTATED = 16  # with more rows than this the notes of single lines are left to the table


def usual_kind(gaps: Gaps) -> str:
    """The chart that is drawn unasked: of everything at once the scorecard."""
    return "dumbbell" if gaps.province or gaps.indicator else "scorecard"


def gap_dumbbell(gaps: Gaps, phrases: Phrases, options: ChartOptions) -> Chart:
    """The gaps as dumbbells, and in words the targets that nobody can judge.

    ``first`` and ``last`` of the look are lines of dumbbells; where there are none, the targets
    told in words. Raises WrongUsage where the rows do not fit on the page.
    """
    annotated = options.size == "a4" and len(gaps.rows) <= _ANNOTATED
    writer = Writer(gaps, phrases, options, annotated=annotated)
    # In reading order, so that notes are lettered as they are met.
    assessed: Mapping[str, Sequence[Dumbbell]] = {n: writer.dumbbells(n) for n in _JUDGED}
    untold: Mapping[str, Sequence[Untold]] = {n: writer.untold(n) for n in _UNTOLD}
    hidden = 0
    if any(assessed.values()):
        assessed = _cut_dumbbells(assessed, options, phrases)
    else:
        cut = hidden_rows(sum(map(len, untold.values())), options)
        untold, hidden = _without(untold, cut), len(cut)
    lines = [line for part in assessed.values() for line in part]
    measure, shapes = measure_of(lines, phrases), shapes_of(writer.methods)
    words = GapWords(gaps, phrases, writer, assessed, untold, measure)
    headings = _headings(assessed, untold, phrases)
    rows = len(lines) or sum(map(len, untold.values()))
    for level in LEVELS:
        page = Page(
            options,
            phrases,
            gaps.as_of,
            title=words.title(),
            subtitle=words.subtitle(),
            sources=_sources(lines, untold if level != "counts" else {}),
            notes=tuple(words.notes()),
        )
        y = page.key(page.top, dumbbell_key(page, lines, shapes, phrases))
        plot = Plot(page, phrases, measure, shapes)
        table = GapTable(page, assessed, plot, headings, words.unit())
        tail = GapTail(page, writer, lines, untold, hidden, table.due, level)
        end = page.bottom - page.base * 0.4
        if y + table.loose + tail.height <= end:
            break
    y = tail.draw(table.draw(y, end - tail.height))
    return page.close(y + page.base * 0.4, alt=words.alt(page.title), rows=rows)


def _headings(
    assessed: Mapping[str, Sequence[Dumbbell]],
    untold: Mapping[str, Sequence[Untold]],
    phrases: Phrases,
) -> Mapping[str, str]:
    """The headings of the judged parts; none where there is but one part in all."""
    parts = [
        *(n for n, rows in assessed.items() if rows),
        *(n for n, rows in untold.items() if rows),
    ]
    if len(parts) < 2:
        return {}
    return {name: phrases.say(f"gap.section.{name}") for name in assessed if assessed[name]}


def _sources(lines: Sequence[Dumbbell], untold: Mapping[str, Sequence[Untold]]) -> Sequence[str]:
    """The pages of every target and figure that is shown."""
    rows: list[GapRow] = [line.row for line in lines if line.row]
    rows += [line.row for part in untold.values() for line in part]
    found: list[str] = []
    for row in rows:
        assessment = row.assessment
        found += assessment.sources
        for observation in (
            (assessment.observation,) if assessment.observation else assessment.instead
        ):
            found += observation.sources
    return found


def _cut_dumbbells(
    parts: Mapping[str, Sequence[Dumbbell]], options: ChartOptions, phrases: Phrases
) -> Mapping[str, Sequence[Dumbbell]]:
    """The first and the last lines of all parts together, with a remark for those between."""
    cut = hidden_rows(sum(map(len, parts.values())), options)
    shown, at = {}, 0
    for name, lines in parts.items():
        kept: list[Dumbbell] = []
        for line in lines:
            if at not in cut:
                kept.append(line)
            elif at == cut[0]:
                kept.append(Dumbbell(said=phrases.say("chart.rows-hidden", n=len(cut))))
            at += 1
        shown[name] = kept
    return shown


def _without(parts: Mapping[str, Sequence[Untold]], cut: range) -> Mapping[str, Sequence[Untold]]:
    """The parts without the rows that are not shown."""
    shown, at = {}, 0
    for name, lines in parts.items():
        shown[name] = [line for n, line in enumerate(lines, at) if n not in cut]
        at += len(lines)
    return shown
