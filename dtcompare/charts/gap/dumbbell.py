"""How far from the targets: dumbbells for what can be judged, words for what cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dtcompare.analysis.gaps import GapRow, Gaps
from dtcompare.charts.chart import Chart, Look
from dtcompare.charts.gap.lines import Dumbbell, Untold, Writer
from dtcompare.charts.gap.marks import Plot, dumbbell_key, measure_of, shapes_of
from dtcompare.charts.gap.table import GapTable
from dtcompare.charts.gap.tail import LEVELS, GapTail
from dtcompare.charts.gap.words import GapWords
from dtcompare.charts.page import Page, hidden_rows
from dtcompare.view.voice import Voice

__all__ = ["gap_dumbbell", "usual_kind"]

_JUDGED = ("open", "passed")
_UNTOLD = ("silent", "unjudged", "ended")
_ANNOTATED = 16  # with more rows than this the notes of single lines are left to the table


def usual_kind(gaps: Gaps) -> str:
    """The chart that is drawn unasked: of everything at once the scorecard."""
    return "dumbbell" if gaps.province or gaps.indicator else "scorecard"


def gap_dumbbell(gaps: Gaps, voice: Voice, look: Look) -> Chart:
    """The gaps as dumbbells, and in words the targets that nobody can judge.

    ``first`` and ``last`` of the look are lines of dumbbells; where there are none, the targets
    told in words. Raises WrongUsage where the rows do not fit on the page.
    """
    annotated = look.size == "a4" and len(gaps.rows) <= _ANNOTATED
    writer = Writer(gaps, voice, look, annotated=annotated)
    # In reading order, so that notes are lettered as they are met.
    judged: Mapping[str, Sequence[Dumbbell]] = {n: writer.dumbbells(n) for n in _JUDGED}
    untold: Mapping[str, Sequence[Untold]] = {n: writer.untold(n) for n in _UNTOLD}
    hidden = 0
    if any(judged.values()):
        judged = _cut_dumbbells(judged, look, voice)
    else:
        cut = hidden_rows(sum(map(len, untold.values())), look)
        untold, hidden = _without(untold, cut), len(cut)
    lines = [line for part in judged.values() for line in part]
    measure, shapes = measure_of(lines, voice), shapes_of(writer.methods)
    words = GapWords(gaps, voice, writer, judged, untold, measure)
    headings = _headings(judged, untold, voice)
    rows = len(lines) or sum(map(len, untold.values()))
    for level in LEVELS:
        page = Page(
            look,
            voice,
            gaps.as_of,
            title=words.title(),
            subtitle=words.subtitle(),
            sources=_sources(lines, untold if level != "counts" else {}),
            notes=tuple(words.notes()),
        )
        y = page.key(page.top, dumbbell_key(page, lines, shapes, voice))
        plot = Plot(page, voice, measure, shapes)
        table = GapTable(page, judged, plot, headings, words.unit())
        tail = GapTail(page, writer, lines, untold, hidden, table.due, level)
        end = page.bottom - page.base * 0.4
        if y + table.loose + tail.height <= end:
            break
    y = tail.draw(table.draw(y, end - tail.height))
    return page.close(y + page.base * 0.4, alt=words.alt(page.title), rows=rows)


def _headings(
    judged: Mapping[str, Sequence[Dumbbell]], untold: Mapping[str, Sequence[Untold]], voice: Voice
) -> Mapping[str, str]:
    """The headings of the judged parts; none where there is but one part in all."""
    parts = [*(n for n, rows in judged.items() if rows), *(n for n, rows in untold.items() if rows)]
    if len(parts) < 2:
        return {}
    return {name: voice.say(f"gap.section.{name}") for name in judged if judged[name]}


def _sources(lines: Sequence[Dumbbell], untold: Mapping[str, Sequence[Untold]]) -> Sequence[str]:
    """The pages of every target and figure that is shown."""
    rows: list[GapRow] = [line.row for line in lines if line.row]
    rows += [line.row for part in untold.values() for line in part]
    found: list[str] = []
    for row in rows:
        judgement = row.judgement
        found += judgement.sources
        for report in (judgement.report,) if judgement.report else judgement.instead:
            found += report.sources
    return found


def _cut_dumbbells(
    parts: Mapping[str, Sequence[Dumbbell]], look: Look, voice: Voice
) -> Mapping[str, Sequence[Dumbbell]]:
    """The first and the last lines of all parts together, with a remark for those between."""
    cut = hidden_rows(sum(map(len, parts.values())), look)
    shown, at = {}, 0
    for name, lines in parts.items():
        kept: list[Dumbbell] = []
        for line in lines:
            if at not in cut:
                kept.append(line)
            elif at == cut[0]:
                kept.append(Dumbbell(said=voice.say("chart.rows-hidden", n=len(cut))))
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
