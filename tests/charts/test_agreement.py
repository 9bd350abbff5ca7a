"""A chart says what the JSON of the same result says: for every indicator and province shipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from dtcompare.analysis.arrangement import NO_PICKS, Picks
from dtcompare.analysis.gaps import Gaps, gaps
from dtcompare.analysis.ranking import rank
from dtcompare.analysis.reporting import Reporting, reporting
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Rectangle, Text
from dtcompare.charts.style import BAR, BAR_HIGH, CLASSES
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.period import parse_period
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.gap_document import gap_document
from dtcompare.view.results.rank_document import rank_document
from dtcompare.view.results.reporting import reporting_document
from tests.analysis.build import AS_OF

Document = Mapping[str, Any]

SIGNS = {
    "value": "",
    "about": "≈ ",
    "over": "> ",
    "nearly": "nearly ",
    "at_least": "≥ ",
    "at_most": "≤ ",
}
_SAME_LINE = 2  # points between the baselines of texts of different sizes
_SAME_ROW = 6  # the same where a target stands under a name, and the place beside both
ENDED = date(2024, 12, 31)  # a day of the 63


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _said(chart: Chart) -> str:
    """All texts of a chart as one."""
    return _plain(" ".join(mark.text for mark in chart.marks if isinstance(mark, Text)))


def _rows(chart: Chart) -> list[tuple[float, list[str]]]:
    """The texts that stand on one line, from the left, and its height; from the top down."""
    found: list[tuple[float, list[Text]]] = []
    texts = [mark for mark in chart.marks if isinstance(mark, Text)]
    for mark in sorted(texts, key=lambda mark: mark.y):
        if found and mark.y - found[-1][0] < _SAME_LINE:
            found[-1][1].append(mark)
        else:
            found.append((mark.y, [mark]))
    return [(y, [_plain(m.text) for m in sorted(line, key=lambda m: m.x)]) for y, line in found]


def _number(number: Decimal) -> str:
    return f"{number:,}"


def _value(row: Document) -> str:
    """The number of a row with the sign of its word."""
    if row["word"] == "between":
        return f"{_number(row['low'])}–{_number(row['high'])}"
    return SIGNS[row["word"]] + _number(row["value"])


def _place(row: Document, ranks: Sequence[int]) -> str:
    """The place of a row as a chart prints it."""
    if row["rank"] is None:
        return ""
    if row["rank_best"] != row["rank_worst"]:
        return f"{row['rank_best']}–{row['rank_worst']}"
    return f"{'=' * (ranks.count(row['rank']) > 1)}{row['rank']}"


# Rankings


def _rankings(dataset: Dataset, indicator: str) -> Iterable[Picks]:
    """Without filters, of every period, and with each filter."""
    yield NO_PICKS
    periods = {figure.period.text for figure in dataset.lines_of(indicator).figures}
    for text in sorted(periods - {"unstated"}):
        yield Picks(period=parse_period(text))
    yield Picks(sort="name")
    yield Picks(top=2)
    for region in dataset.register.regions:
        yield Picks(region=region)
    yield Picks(list_all=True)


def _ranked(dataset: Dataset, indicator: str, picks: Picks, day: date) -> tuple[Any, Document]:
    phrases = Phrases(dataset, "en")
    ranking = rank(dataset, indicator, as_of=day, picks=picks)
    return ranking, rank_document(ranking, phrases)


def _drawn(name: str, kind: str, result: object, dataset: Dataset) -> Chart | None:
    """The chart; None where its rows are too many for a page."""
    try:
        return chart_of(name, kind, result, Phrases(dataset, "en"), ChartOptions())
    except WrongUsage as error:
        assert error.key == "error.chart-rows"  # noqa: PT017
        return None


@pytest.mark.parametrize("day", [AS_OF, ENDED], ids=["today", "before"])
def test_bars_say_what_the_table_says(dataset: Dataset, day: date) -> None:
    """Every ranked row in its order with place and number, all others by name, no one twice."""
    for indicator in dataset.catalogue.indicators:
        for picks in _rankings(dataset, indicator):
            ranking, document = _ranked(dataset, indicator, picks, day)
            chart = _drawn("rank", "bars", ranking, dataset)
            if chart is not None:
                case = f"{indicator} {picks} {day}"
                _check_groups(chart, document, case)
                _check_others(chart, document, case)
                _check_title(chart, document, case)


def _check_groups(chart: Chart, document: Document, case: str) -> None:
    last = (False, 0.0)
    for group in document["groups"]:
        ranks = [row["rank"] for row in group["rows"]]
        for row in group["rows"]:
            # Of rows that are not shown the JSON does not say whether they share a place.
            certain = row["rank"] is not None and not group["hidden"]
            wanted = [_place(row, ranks)] if certain else []
            wanted += [_value(row)] if row["word"] in (*SIGNS, "between") else []
            at = next((at for at in _places(chart, row["name"], wanted) if at > last), None)
            assert at is not None, (case, row["name"], wanted)
            last = at
            assert f"{row['name']} {row['text']}" in chart.alt, (case, row["name"])
            _check_bar(chart, at[1], row, case)
    hidden = sum(group["hidden"] for group in document["groups"])
    assert ("more not shown" in _said(chart)) == (hidden > 0), case


def _places(chart: Chart, name: str, others: Sequence[str]) -> list[tuple[bool, float]]:
    """Where a name stands on a line with other texts: in the second column or not, and how low."""
    texts = [mark for mark in chart.marks if isinstance(mark, Text)]
    found = []
    for mark in texts:
        if _plain(mark.text) == name:
            line = {_plain(m.text) for m in texts if abs(m.y - mark.y) < _SAME_ROW}
            if line.issuperset(others):
                found.append((mark.x > chart.width / 2, mark.y))
    return sorted(found)


def _check_bar(chart: Chart, y: float, row: Document, case: str) -> None:
    """A bar is dark where the province's own target is reached, and nowhere else."""
    bars = [
        mark
        for mark in chart.marks
        if isinstance(mark, Rectangle)
        and mark.fill in (BAR, BAR_HIGH)
        and mark.height > 5
        and mark.y < y < mark.y + mark.height
        and mark.x > 20
    ]
    for bar in bars:
        assert (bar.fill == BAR_HIGH) == (row["verdict"] == "met"), (case, row["name"])


def _check_others(chart: Chart, document: Document, case: str) -> None:
    """What is not ranked and who is silent: by name, or counted where there are many."""
    said = _said(chart)
    by_reason: dict[str, list[Document]] = {}
    for entry in document["not_ranked"]:
        by_reason.setdefault(entry["reason"], []).append(entry)
    for entries in by_reason.values():
        if f"{len(entries)} figures, not drawn" in said or f"({len(entries)})" in said:
            continue
        for entry in entries:
            assert entry["name"] in said, (case, entry)
            assert entry["name"] in chart.alt, (case, entry)
    for entry in document["not_reported"]:
        assert entry["name"] in said, (case, entry)
        assert entry["name"] in chart.alt, (case, entry)


def _check_title(chart: Chart, document: Document, case: str) -> None:
    """Who is called first is the only one who is first, among as many as there are."""
    title = _plain(chart.title)
    groups = [group for group in document["groups"] if group["rows"]]
    if " is first of " in title or " is likely first of " in title:
        group = groups[0]
        first = [row for row in group["rows"] if row["rank"] == 1]
        assert len(first) == 1, case
        assert first[0]["name"] in title, case
        size = group["edition"]["of"] if group["edition"] else len(group["rows"]) + group["hidden"]
        assert f"first of {size} provinces" in title, case
        unsure = first[0]["rank_worst"] > 1
        assert ("the figures overlap" in title) == unsure, case
        if not group["edition"]:
            assert first[0]["text"] in title, case
    if "no ranking possible" in title:
        assert not any(group["ranked"] for group in document["groups"]), case
    if "no figure" in title:
        assert not groups, case
        assert not document["not_ranked"], case
    assert "  " not in title, case


@pytest.mark.parametrize("day", [AS_OF, ENDED], ids=["today", "before"])
def test_maps_say_what_the_table_says(dataset: Dataset, day: date) -> None:
    """Every figure of the first group in its class, every province on one tile or told without."""
    for indicator in dataset.catalogue.indicators:
        for picks in _rankings(dataset, indicator):
            ranking, document = _ranked(dataset, indicator, picks, day)
            case = f"{indicator} {picks} {day}"
            chart = _drawn("rank", "map", ranking, dataset)
            assert chart is not None, case
            assert "  " not in chart.title, case
            ranked = [group for group in document["groups"] if group["ranked"]]
            for row in ranked[0]["rows"] if ranked else ():
                told = row["text"]
                if ranked[0]["edition"] and row["rank"] is not None and row["value"] is not None:
                    told = f"{row['rank']} of {row['rank_of']}"
                assert f"{row['name']} {told}" in chart.alt, (case, row)
            silent = len(document["not_reported"])
            assert (f"No figure found ({silent}): " in chart.alt) == (silent > 0), case
            _check_shades(chart, ranked[0]["rows"] if ranked else (), case)


def _check_shades(chart: Chart, rows: Iterable[Document], case: str) -> None:
    """A darker tile is a higher number, or where places are shown one nearer to the first."""
    seen: dict[str, list[Decimal]] = {}
    texts = [mark for mark in chart.marks if isinstance(mark, Text)]
    tiles = [m for m in chart.marks if isinstance(m, Rectangle) and m.fill in CLASSES]
    for row in rows:
        if row["value"] is None:
            continue
        own = [mark for mark in texts if _plain(mark.text) == row["name"]]
        for tile in tiles:
            inside = [
                mark
                for mark in own
                if tile.x < mark.x < tile.x + tile.width and tile.y < mark.y < tile.y + tile.height
            ]
            if inside and tile.fill is not None:
                number = (
                    -Decimal(row["rank"]) if "Published place" in _said(chart) else row["value"]
                )
                seen.setdefault(tile.fill, []).append(number)
    shades = [seen[fill] for fill in CLASSES if fill in seen]
    for lighter, darker in pairwise(shades):
        assert max(lighter) < min(darker), case


# Gaps


def _gaps(dataset: Dataset) -> Iterable[tuple[str, Gaps]]:
    for id in dataset.catalogue.indicators:
        yield id, gaps(dataset, indicator=id, as_of=AS_OF)
        yield f"{id} national", gaps(dataset, indicator=id, as_of=AS_OF, against="national")
    for province in dataset.register.provinces.values():
        yield province.id, gaps(dataset, province=province.id, as_of=AS_OF)


def test_dumbbells_say_what_the_table_says(dataset: Dataset) -> None:
    """Every judged target is a line with figure and target, every other one is told by deadline."""
    phrases = Phrases(dataset, "en")
    for case, result in _gaps(dataset):
        chart = _drawn("gap", "dumbbell", result, dataset)
        if chart is None:
            continue
        document: Any = gap_document(result, phrases)
        said, rows = _said(chart), document["rows"]
        assert isinstance(rows, list)
        for row in rows:
            target, figure = row["target"], row["figure"]
            assert target["text"] in chart.alt, (case, row)
            if row["verdict"] in ("met", "short", "unclear"):
                assert figure is not None
                assert figure["text"].split(";")[0] in chart.alt, (case, row)
                if figure["value"] is not None and figure["word"] in SIGNS:
                    assert _value(figure) in said or figure["text"] in said, (case, row)
        _check_counts(chart, rows, case)


def _check_counts(chart: Chart, rows: Sequence[Document], case: str) -> None:
    """The title counts the targets that the rows count."""
    targets: dict[tuple[object, ...], str] = {}
    for row in rows:
        target = {k: v for k, v in row["target"].items() if k != "sources"}
        targets[(row["province"], row["indicator"], str(target))] = row["verdict"]
    verdicts = list(targets.values())
    assessed = [verdict for verdict in verdicts if verdict in ("met", "short", "unclear")]
    met = verdicts.count("met")
    if "targets that can be judged are reached" in chart.title and "all" not in chart.title:
        assert f": {met} of {len(assessed)} targets" in chart.title, case
    if "can be judged is reached" in chart.title and ": none of" in chart.title:
        assert met == 0, case
        assert f"none of {len(assessed)} " in chart.title, case


@pytest.mark.parametrize("day", [AS_OF, ENDED, date(2020, 12, 31)], ids=["today", "2024", "2020"])
def test_the_scorecard_of_targets_counts_what_the_table_counts(dataset: Dataset, day: date) -> None:
    """Each row's sums, and the title's, are those of the JSON rows."""
    phrases = Phrases(dataset, "en")
    result = gaps(dataset, as_of=day)
    chart = _drawn("gap", "scorecard", result, dataset)
    assert chart is not None
    document: Any = gap_document(result, phrases)
    rows = document["rows"]
    assert isinstance(rows, list)
    targets: dict[tuple[object, ...], Document] = {}
    for row in rows:
        key = (row["province"], row["indicator"], str(row["target"]))
        targets[key] = row
    lines = [texts for _, texts in _rows(chart)]
    for province in {key[0] for key in targets}:
        own = [row for key, row in targets.items() if key[0] == province]
        met = sum(row["verdict"] == "met" for row in own)
        name = phrases.province(str(province), None if province == "national" else day)
        line = next((texts for texts in lines if texts[0] == name), None)
        if line is not None:
            assert f"{met} / {len(own)}" in line, name
        else:
            assert name in _said(chart), name


@pytest.mark.parametrize("day", [AS_OF, ENDED, date(2020, 12, 31)], ids=["today", "2024", "2020"])
def test_the_scorecard_of_reports_counts_what_the_table_counts(dataset: Dataset, day: date) -> None:
    """Each row's sums are those of the JSON, and everybody silent is named."""
    phrases = Phrases(dataset, "en")
    result: Reporting = reporting(dataset, as_of=day)
    # Of the 63 more report than a page has rows for.
    options = ChartOptions() if day == AS_OF else ChartOptions(first=20, last=20)
    chart = chart_of("reporting", "scorecard", result, phrases, options)
    document: Any = reporting_document(result, phrases)
    lines = [texts for _, texts in _rows(chart)]
    assert ": ;" not in chart.alt
    provinces = document["provinces"]
    assert isinstance(provinces, list)
    for row in provinces:
        name = phrases.province(row["province"], day)
        line = next((texts for texts in lines if texts[0] == name), None)
        if not row["reported"]:
            assert line in (None, [name]), name  # the list of the silent may end with one name
            assert name in _said(chart), name
            continue
        if line is None:
            assert options.first, name
            continue
        assert line[-2:] == [str(row["reported"]), str(row["comparable"] or "–")], name
        assert f"{name}, Reported {row['reported']}" in chart.alt, name


def test_the_reports_of_one_province_are_all_told(dataset: Dataset) -> None:
    """Every figure that a province reports is a row with its age."""
    phrases = Phrases(dataset, "en")
    for province in dataset.register.existing(AS_OF):
        result = reporting(dataset, as_of=AS_OF, province=province.id)
        chart = _drawn("reporting", "scorecard", result, dataset)
        assert chart is not None
        document: Any = reporting_document(result, phrases)
        cells = document["cells"]
        assert isinstance(cells, list)
        for cell in cells:
            name = dataset.indicator(cell["indicator"]).name.say("en")
            assert name in chart.alt, (province.id, name)
            assert cell["text"].split(";")[0] in chart.alt, (province.id, cell)
            if cell["months"] is not None:
                ages = [texts[-1] for _, texts in _rows(chart)]
                assert any(age.split()[0] == str(cell["months"]) for age in ages)
