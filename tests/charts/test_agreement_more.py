"""Charts say the same as the JSON of the same result: numbers, places, verdicts, times, states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dtcompare.analysis.comparison import compare
from dtcompare.analysis.distributions import ENOUGH_FOR_A_PLACE
from dtcompare.analysis.profile import detail, profile
from dtcompare.analysis.score import Options, score
from dtcompare.analysis.score_explained import Answer, explain
from dtcompare.analysis.trend import trend
from dtcompare.charts.chart import Chart
from dtcompare.charts.marks import Text
from dtcompare.charts.style import SERIES
from dtcompare.charts.trend_panels import make_panels
from dtcompare.model.dataset import Dataset
from dtcompare.reading.load import read_folder
from dtcompare.view.figures import assessment_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.compare_document import compare_document
from dtcompare.view.results.detail import detail_document
from dtcompare.view.results.score_document import score_document
from dtcompare.view.results.show_document import show_document
from dtcompare.view.results.trend_document import trend_document
from tests.charts.full import drawn, words_of

ROOT = Path(__file__).parents[2]
TODAY, BEFORE = date(2026, 11, 21), date(2024, 12, 31)
WORLDS = {
    "today": ("tests/data/fixed", TODAY),
    "before the merger": ("tests/data/fixed", BEFORE),
    "example": ("docs/example", TODAY),
    "libraries": ("docs/libraries", TODAY),
    "articles": ("tests/data/articles", TODAY),
}
Document = Mapping[str, Any]


@cache
def _data(path: str) -> Dataset:
    return read_folder(ROOT / path, TODAY).require()


@pytest.fixture(params=WORLDS)
def world(request: pytest.FixtureRequest) -> tuple[Dataset, date]:
    """A data set with the day of the question."""
    path, day = WORLDS[request.param]
    return _data(path), day


def _phrases(dataset: Dataset) -> Phrases:
    return Phrases(dataset, "en")


def _said(chart: Chart) -> str:
    return chart.alt.replace("\u00a0", " ")


def _number(entry: Document, phrases: Phrases) -> str:
    return phrases.number(entry["value"])


def _state(entry: Document, phrases: Phrases) -> str:
    """The state of a figure in words, empty without one."""
    return phrases.say(f"status.{entry['figure_status']}") if entry["figure_status"] else ""


def _missing(wanted: Iterable[str], text: str) -> list[str]:
    return [one for one in wanted if one not in text]


def test_profiles_agree(world: tuple[Dataset, date]) -> None:
    """Every figure on its latest footing, its place, and every target, drawn or counted."""
    dataset, day = world
    phrases = _phrases(dataset)
    for id in dataset.register.provinces:
        result = profile(dataset, id, as_of=day)
        if result.empty:
            continue
        chart = drawn("show", result, dataset, "en", size="a4")
        said, words = _said(chart), words_of(chart)
        parts: Any = show_document(result, phrases)["indicators"]
        targets = {(part["indicator"], str(t["target"])) for part in parts for t in part["targets"]}
        told = sum(map(int, re.findall(r"(\d+) more targets? (?:is|are) not drawn", words)))
        assert told + len(set(_aims(said))) == len(targets), id
        whole = len(result.targets)  # those for a part are drawn and not counted
        assert not whole or re.search(rf"{whole} targets?[:,] ", f"{words} {chart.title}")
        reported = len({part["indicator"] for part in parts if part["figures"]})
        if reported > 1:
            assert f": {reported} indicators reported" in chart.title.replace("\u00a0", " "), id
        for part in result.indicators:
            for row in part.rows:
                if not row.latest:
                    continue
                figure = row.observation.figure
                wanted = [phrases.number(figure.number), phrases.period(figure.period)]
                if figure.status is not None:
                    wanted.append(phrases.say(f"status.{figure.status}"))
                if row.rank_interval is not None:
                    assert row.rank_interval.of >= ENOUGH_FOR_A_PLACE
                    assert not dataset.indicator(part.indicator).unit.extensive
                    wanted.append(
                        _place(
                            row.rank_interval.rank, row.rank_interval.best, row.rank_interval.worst
                        )
                    )
                assert not _missing(wanted, said), (id, part.indicator)


def _place(rank: int, best: int, worst: int) -> str:
    return f"place {rank} of " if best == worst else f"place {best}–{worst} of "


def _aims(said: str) -> list[tuple[str, str]]:
    """The indicators with their targets: ("4G coverage", "95 by 2025")."""
    rows = re.findall(r"(?:^|; |\. )([^:;]+): (?:[^:;]*, )?target ([^;:]+)", said.rstrip("."))
    return [(name.rpartition(". ")[2], aim) for name, aim in rows]


def test_what_profiles_say_of_targets_agrees(world: tuple[Dataset, date]) -> None:
    """The current target of every figure: how far, reached, missed, or why it cannot be told."""
    dataset, day = world
    phrases = _phrases(dataset)
    for id in dataset.register.provinces:
        result = profile(dataset, id, as_of=day)
        said = _said(drawn("show", result, dataset, "en", size="column"))
        for part in result.indicators:
            latest = {row.observation.figure for row in part.rows if row.latest}
            for assessment in part.assessments:
                held = (
                    assessment.observation is not None and assessment.observation.figure in latest
                )
                if held and assessment.current:
                    indicator = dataset.indicator(part.indicator)
                    assert assessment_text(assessment, indicator, phrases) in said, (
                        id,
                        part.indicator,
                    )


def test_comparisons_agree(world: tuple[Dataset, date]) -> None:
    """Every number with its own time and state; in bold who is surely ahead and nobody else."""
    dataset, day = world
    phrases = _phrases(dataset)
    for ids in _groups(dataset, day):
        result = compare(dataset, ids, as_of=day)
        chart = drawn("compare", result, dataset, "en", size="a4")
        said = _said(chart)
        document: Any = compare_document(result, phrases)
        bold: set[tuple[str, str]] = set()
        for row in document["alike"]:
            for entry in row["figures"]:
                period = _period(entry["period"], result, phrases)
                wanted = [_number(entry, phrases), period, _state(entry, phrases)]
                assert not _missing(wanted, said), (ids, row["indicator"])
                if row["ahead"] == entry["province"]:
                    color = SERIES[ids.index(entry["province"])]
                    bold.add((color, _number(entry, phrases)))
        found = {(m.color, _bare(m.text)) for m in _values(chart) if m.weight == "SemiBold"}
        assert bold == {(color, number) for color, number in found if number}, ids
        counted = {row["indicator"] for row in document["counts"]}
        apart = [row for row in document["apart"] if row["indicator"] not in counted]
        for row in document["counts"] + apart:
            for entry in row["figures"]:
                assert not _missing([entry["text"], _state(entry, phrases)], said), ids
        counts = {id: sum(e["province"] == id for e in document["only"]) for id in ids}
        for id, count in counts.items():
            assert not count or f"nly {phrases.full_name(id)} ({count})" in said, ids


def _groups(dataset: Dataset, day: date) -> Iterator[tuple[str, ...]]:
    """Neighbours in the register of the day, two and four together."""
    today = [province.id for province in dataset.register.existing(day)]
    yield from pairwise(today)
    yield from (tuple(today[n : n + 4]) for n in range(0, len(today) - 3, 4))


def _period(text: str, result: object, phrases: Phrases) -> str:
    """How a period of the JSON is written on the chart."""
    rows: Any = result
    observations = (
        observation
        for row in rows.alike
        for observation in row.observations
        if observation is not None
    )
    return next(
        phrases.period(r.figure.period) for r in observations if r.figure.period.text == text
    )


def _values(chart: Chart) -> Iterator[Text]:
    """The texts in the colours of provinces that are numbers."""
    for mark in chart.marks:
        if isinstance(mark, Text) and mark.color in SERIES and mark.anchor == "end":
            yield mark


def _bare(text: str) -> str:
    """A number without the sign before it; empty where it is none."""
    found = re.search(r"\d[\d.,]*$", text)
    return found.group() if found else ""


def test_histories_agree(world: tuple[Dataset, date]) -> None:
    """Every line, used or not, with its time, state and reason; every target with its verdict."""
    dataset, day = world
    phrases = _phrases(dataset)
    for indicator, lines in dataset.all_lines():
        reported = (line.province for line in (*lines.figures, *lines.targets))
        owners = [id for id in dict.fromkeys(reported) if id in dataset.register.provinces]
        for id in owners:
            result = detail(dataset, id, indicator.id, as_of=day)
            chart = drawn("detail", result, dataset, "en", size="a4")
            said = _said(chart)
            document: Any = detail_document(result, phrases)
            for entry in (*document["figures"], *document["relatives"]):
                wanted = [_state(entry, phrases), entry["reject"] or ""]
                wanted += [_number(entry, phrases)] if entry["value"] is not None else []
                assert not _missing(wanted, said), (id, indicator.id)
            for assessment in result.assessments:
                assert assessment_text(assessment, indicator, phrases) in said, (id, indicator.id)
            for entry in document["rejected_targets"]:
                assert entry["reject"] in said


def test_trends_agree(world: tuple[Dataset, date]) -> None:
    """Every point with its text and state; a panel is of one basis, method and number of places."""
    dataset, day = world
    phrases = _phrases(dataset)
    for indicator, lines in dataset.all_lines():
        reported = dict.fromkeys(line.province for line in lines.figures)
        owners = tuple(id for id in reported if id in dataset.register.provinces)
        for ids in ((), *((id,) for id in owners), owners[:3]):
            result = trend(dataset, indicator.id, as_of=day, provinces=ids)
            chart = drawn("trend", result, dataset, "en", size="a4")
            said, words = _said(chart), words_of(chart)
            document: Any = trend_document(result, phrases)
            few = len(document["series"]) <= 12
            for series in document["series"] if few else ():
                for point in series["points"]:
                    assert point["text"] in said, (ids, indicator.id)
                    assert _state(point, phrases) in words.lower(), (ids, indicator.id)
            for panel in make_panels(result):
                kinds = {(s.of, s.series_key.basis, s.series_key.method) for s in panel.series}
                assert len(kinds) == 1
            _directions_proved(chart.title, document["series"])


def _directions_proved(title: str, series: Iterable[Document]) -> None:
    """A title that says where one line went has the change on its side."""
    moved = [points[-1]["value"] - points[0]["value"] for s in series if (points := s["points"])]
    if len(moved) == 1:
        (change,) = moved
        assert " rose from " not in title or change > 0
        assert " fell from " not in title or change < 0
        assert " moved up from " not in title or change < 0
        assert " slipped from " not in title or change > 0


@pytest.mark.parametrize("path", ["data", "docs/libraries"])
def test_scores_agree(path: str) -> None:
    """Every place with its score, and who has none; of one taken apart every point."""
    dataset = _data(path)
    phrases = _phrases(dataset)
    for file in dataset.scores.values():
        found = score(dataset, file, as_of=file.as_of or TODAY, options=Options(draws=20))
        document: Any = score_document(Answer(found), phrases)
        said = _said(drawn("score", Answer(found), dataset, "en", size="a4"))
        for row in document["rows"]:
            number = phrases.number(row["score"])
            assert re.search(rf"\b{row['rank']}\b[^;]* {row['name']} {number}", said)
            apart = explain(found, dataset, row["province"])
            alone = drawn("score", Answer(found, apart), dataset, "en", size="a4")
            placed = f"is {row['rank']} of {row['rank_of']} with {number}"
            assert placed in alone.title.replace("\u00a0", " ")
        assert not _missing((row["name"] for row in document["not_ranked"]), said)
