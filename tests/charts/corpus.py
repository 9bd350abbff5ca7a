"""Every chart of the shipped data in every size and language: its texts, its height, what is wrong.

``benchmarks.charts`` keeps them as a record and holds two records against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise, product
from pathlib import Path

from dtcompare import open_dataset

# Everything of the program that is used here, so that its names may change in one place.
from dtcompare.analysis.comparison import compare
from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.profile import detail, profile
from dtcompare.analysis.ranking import rank
from dtcompare.analysis.reporting import reporting
from dtcompare.analysis.score import Options, score
from dtcompare.analysis.score_explained import Answer, explain, shifts
from dtcompare.analysis.trend import trend
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Text
from dtcompare.errors import WrongUsage
from dtcompare.view.phrases import Phrases
from tests.charts.lint import lint

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 21)
DATA = open_dataset(ROOT / "tests" / "data" / "fixed")
INDICATORS = tuple(DATA.catalogue.indicators)
PROVINCES = tuple(province.id for province in DATA.register.existing(DAY))
SIZES = ("a4", "column", "slide", "square")
FORMS = tuple(product(SIZES, ("en", "vi")))
NAMES = ("rank", "map", "gap", "trend", "bump", "show", "reporting", "compare", "detail", "score")

# Of a chart: its height, its texts and alt text, and what the lint finds; or why there is none.
Record = dict[str, object]
Question = tuple[str, str, object]  # the kind, the subject, the result


def questions(name: str) -> Iterator[Question]:
    """Yield each result of one kind of chart, named by its subject."""
    if name in {"rank", "map"}:
        yield from ((name, id, rank(DATA, id, as_of=DAY)) for id in INDICATORS)
    elif name == "gap":
        yield from ((name, id, gaps(DATA, as_of=DAY, indicator=id)) for id in INDICATORS)
        yield from ((name, id, gaps(DATA, as_of=DAY, province=id)) for id in PROVINCES)
        yield name, "all", gaps(DATA, as_of=DAY)
    elif name == "trend":
        yield from ((name, id, trend(DATA, id, as_of=DAY)) for id in INDICATORS)
    elif name == "bump":
        yield from _bumps()
    elif name == "show":
        yield from ((name, id, profile(DATA, id, as_of=DAY)) for id in PROVINCES)
    elif name == "reporting":
        yield from ((name, id, reporting(DATA, as_of=DAY, province=id)) for id in PROVINCES)
        yield name, "all", reporting(DATA, as_of=DAY)
    elif name == "compare":
        several = [PROVINCES[:number] for number in (3, 4, 5, 6)]
        for ids in (*pairwise(PROVINCES), ("quang-ninh", "phu-tho"), *several):
            yield name, " ".join(ids), compare(DATA, ids, as_of=DAY)
    elif name == "score":
        yield from _scores()
    else:
        for province, id in product(("quang-ninh", "phu-tho", "ha-noi", "da-nang"), INDICATORS):
            yield name, f"{province} {id}", detail(DATA, province, id, as_of=DAY)


def _bumps() -> Iterator[Question]:
    """Yield the published indices over time, of all provinces and of a few."""
    ranked = [id for id in INDICATORS if DATA.indicator(id).unit.ranked]
    for names in ((), PROVINCES[:1], PROVINCES[:4], ("quang-ninh", "da-nang", "ha-noi")):
        for id in ranked:
            yield "bump", " ".join((id, *names)), trend(DATA, id, as_of=DAY, provinces=names)


def _scores() -> Iterator[Question]:
    """Yield the scores of the shipped data: whole, taken apart, and side by side."""
    day, options = date(2024, 12, 31), Options(draws=50)
    found = {id: score(DATA, file, as_of=day, options=options) for id, file in DATA.scores.items()}
    for id, scored in found.items():
        yield "score", id, Answer(scored)
        provinces = [row.province for row in (*scored.rows[:2], *scored.rows[-1:])]
        provinces += [entry.province for entry in scored.unplaced[:1]]
        for province in provinces:
            answer = Answer(scored, explain(scored, DATA, province))
            yield "score", f"{id} {province}", answer
        for other, against in found.items():
            yield "score", f"{id} against {other}", Answer(scored, shifts=shifts(scored, against))


def drawn(question: Question, size: str, lang: str) -> Record:
    """Draw one chart and return what is on it, or why it cannot be drawn."""
    name, subject, result = question
    command, kind = {"map": ("rank", "map"), "bump": ("trend", "bump")}.get(name, (name, None))
    if name == "gap" and subject != "all":
        kind = "dumbbell"
    try:
        chart = chart_of(command, kind, result, Phrases(DATA, lang), ChartOptions(size=size))
    except WrongUsage as error:
        return {"none": error.key}
    texts = sorted(mark.text for mark in chart.marks if isinstance(mark, Text))
    wrong = [f"{found.kind}: {found.text} {found.detail}" for found in lint(chart)]
    return {"height": round(chart.height, 1), "texts": texts, "alt": chart.alt, "wrong": wrong}
