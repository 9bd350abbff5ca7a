"""The second collection of facts: every row is in the data set, or is left out by name."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Figure, Line, Target
from dtcompare.text import fold
from tests.conftest import SHIPPED, Run

_WORDS = {
    "exact": {"value", "rank"},
    "over": {"over"},
    "at_least": {"at_least"},
    "about": {"about"},
    "nearly": {"nearly"},
    "under": {"nearly", "at_most"},
}
_INDICATORS = {  # the collector's word in a national table -> the indicator
    "dti_score": "dti",
    "dti_rank": "dti",
    "dti_sub_gov_activity": "dti-government-activity",
    "dti_sub_econ_activity": "dti-economy-activity",
    "dti_sub_soc_activity": "dti-society-activity",
    "dti_sub_infrastructure": "dti-infrastructure",
    "index766_score": "index766",
    "index766_rank": "index766",
    "index766_score_mean": "index766",
    "index766_score_month": "index766-month",
    "index766_transparency": "index766-transparency",
    "index766_progress": "index766-progress",
    "index766_online_services": "index766-services",
    "index766_online": "index766-services-payment",
    "index766_payment": "index766-payment",
    "index766_digitisation": "index766-digitisation",
    "index766_satisfaction": "index766-satisfaction",
    "files_received": "applications-received",
    "on_time_files": "on-time",
    "processing_days": "handling-days",
    "electronic_results": "e-results",
    "digitised_records": "records-digitised",
    "digitised_data_reuse": "data-reuse",
    "population_data_use": "population-data-use",
    "population_data_procedures": "population-data-procedures",
    "online_payment_files": "applications-paid-online",
    "files_with_fees": "fee-applications",
    "online_payment_procedures": "procedures-paid-online",
    "procedures_with_fees": "fee-procedures",
    "online_applications": "online-filing",
    "procedures_total": "procedures",
    "procedures_eligible_full_online": "full-process-eligible",
    "full_process_services_count": "full-process-services",
    "partial_online_services_count": "partial-services",
    "services_not_online_count": "offline-procedures",
}
_TABLES = {  # the end of a table's address -> how many rows of facts-2.csv it has
    "Tapdulieu/bang_1.csv": 1021,
    "Tapdulieu/bang_3.csv": 198,
    "provinces/details_Provinces_10102026.json": 680,
    "provinces/scores_Province_30092026.json": 273,
    "api-20260917-104019/response.json": 35,
    "raw_Provinces_year_2026_10102026.json": 20,
    "dichvucong_clean.csv": 145,
}
_REGISTER = "NghiQuyet.txt"  # people and area: in register.yaml

Row = dict[str, str]
Lines = dict[tuple[str, tuple[str, str, str]], list[Line]]


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    """The rows of facts-2.csv."""
    with (shared / "facts" / "facts-2.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def lines(shipped: Dataset) -> Lines:
    """The lines of the data set by province and page."""
    found: Lines = defaultdict(list)
    for _, grouped in shipped.all_lines():
        for line in (*grouped.figures, *grouped.targets):
            found[line.province, _page(shipped.sources[line.source].url)].append(line)
    return found


@pytest.fixture
def answer(run: Run) -> Callable[..., Any]:
    """Run a command over the shipped data and return the document it prints."""

    def ask(*words: str) -> Any:
        code, out, err = run(*words, "--data", str(SHIPPED), "-f", "json")
        assert code == 0, err
        return json.loads(out)

    return ask


def _page(url: str) -> tuple[str, str, str]:
    """Return where a page is: without scheme, "www." and closing slash."""
    parts = urlsplit(url)
    return (parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query)


def _ids(row: Row, dataset: Dataset) -> set[str]:
    """Return the ids that may be meant: today's of the name, and the former one's before 2025."""
    if row["level"] == "national":
        return {NATIONAL}
    name = fold(row["province"])
    named = {
        province.id
        for province in dataset.register.provinces.values()
        if name in {fold(word) for word in (province.name, *province.aliases)}
        or any(name == fold(former) for former, _ in province.former_names)
    }
    former = {id for id in named if id.startswith("former/")}
    if row["level"] == "34":
        return named - former
    return former or named if row["level"] == "63" else named


def _says(line: Line, row: Row) -> bool:
    """Return whether a line has the row's number under a word that means the row's."""
    number = Decimal(row["value"])
    if row["unit"] == "rank":
        return line.place is not None and line.place.number == number
    amount = line.amount
    if row["unit"] == "trillion_vnd":
        number *= 1000  # lines are in billions
    return (
        amount is not None and amount.word in _WORDS[row["qualifier"]] and amount.number == number
    )


def _in_time(line: Line, row: Row) -> bool:
    """Return whether a figure is of the row's year, or a target of the row's deadline."""
    if isinstance(line, Target):
        return row["kind"] == "target" and line.by.end.isoformat()[:7] == row["deadline"][:7]
    assert isinstance(line, Figure)
    return row["kind"] != "target" and str(line.period.start.year) == row["period"][:4]


def _table_of(row: Row) -> str | None:
    """Return the national table that a row belongs to."""
    return next((end for end in _TABLES if row["source_url"].endswith(end)), None)


def _in_table(row: Row, lines: Lines, dataset: Dataset) -> bool:
    """Return whether the province has the row's number of that indicator, period and page."""
    return any(
        _says(line, row)
        for id in _ids(row, dataset)
        for line in lines.get((id, _page(row["source_url"])), ())
        if isinstance(line, Figure)
        and line.indicator == _INDICATORS[row["indicator"]]
        and line.period.text == row["period"]
    )


@pytest.mark.parametrize("table", _TABLES)
def test_each_row_of_a_national_table_is_in_the_data_set_as_printed(
    table: str, rows: list[Row], lines: Lines, shipped: Dataset
) -> None:
    own = [row for row in rows if _table_of(row) == table]
    assert len(own) == _TABLES[table]
    missing = [
        (row["province"], row["indicator"], row["period"], row["value"])
        for row in own
        if not _in_table(row, lines, shipped)
    ]
    assert missing == []


def test_a_number_that_a_national_table_does_not_have_is_not_found(
    rows: list[Row], lines: Lines, shipped: Dataset
) -> None:
    own = [row for row in rows if _table_of(row)][::50]
    assert not any(_in_table(row | {"value": "12345"}, lines, shipped) for row in own)
    assert not any(_in_table(row | {"period": "2019"}, lines, shipped) for row in own)


def test_the_people_and_area_of_the_merged_provinces_are_those_of_the_resolution(
    rows: list[Row], shipped: Dataset
) -> None:
    own = [row for row in rows if row["source_url"].endswith(_REGISTER)]
    assert len(own) == 46
    for row in own:
        (id,) = _ids(row, shipped)
        province = shipped.province(id)
        extent = province.population if row["indicator"] == "population" else province.area
        assert extent is not None, id
        assert extent.number == Decimal(row["value"]), id


def _left_out(row: Row, omitted: list[str]) -> bool:
    """Return whether a line of OMITTED.md has the row's province, number and page title."""
    number = re.compile(rf"(?<![\d.]){re.escape(row['value'])}(?![\d.])")
    title = fold(row["source_title"].partition("(")[0])
    return any(
        line.startswith(f"- {row['province']}, {row['indicator'].replace('_', ' ')}")
        and number.search(line.partition("“")[0])
        and title in fold(line)
        for line in omitted
    )


def test_each_row_of_a_single_page_is_in_the_data_set_or_named_among_those_left_out(
    rows: list[Row], lines: Lines, shipped: Dataset
) -> None:
    omitted = (SHIPPED / "OMITTED.md").read_text(encoding="utf-8").splitlines()
    single = [row for row in rows if not _table_of(row) and _REGISTER not in row["source_url"]]
    missing, left = [], 0
    for row in single:
        page = _page(row["source_url"])
        told = [line for id in _ids(row, shipped) for line in lines.get((id, page), ())]
        if any(_says(line, row) and _in_time(line, row) for line in told):
            continue
        left += 1
        if not _left_out(row, omitted):
            missing.append((row["province"], row["indicator"], row["period"], row["value"]))
    assert missing == []
    assert left <= len(rows) // 10


# --- what the tables make possible


def _portal(rows: list[Row], indicator: str) -> dict[str, Row]:
    """Return the rows of an indicator in the portal's table of 10 October 2026, by province."""
    own = [row for row in rows if row["source_url"].endswith("details_Provinces_10102026.json")]
    return {fold(row["province"]): row for row in own if row["indicator"] == indicator}


def _name(row: dict[str, Any], dataset: Dataset) -> str:
    return fold(dataset.province(row["province"]).name)


def test_index_766_of_2026_ranks_all_provinces_in_the_printed_order(
    answer: Callable[..., Any], rows: list[Row], shipped: Dataset
) -> None:
    (group,) = answer("rank", "index766")["groups"]
    printed = _portal(rows, "index766_rank")
    assert len(group["rows"]) == len(printed) == 34
    for row in group["rows"]:
        assert row["rank"] == int(printed[_name(row, shipped)]["value"])
    first = group["rows"][0]
    assert (first["province"], first["value"]) == ("dong-thap", 68.80)


@pytest.mark.parametrize(
    ("indicator", "word"),
    [
        ("records-digitised", "digitised_records"),
        ("on-time", "on_time_files"),
        ("e-results", "electronic_results"),
        ("data-reuse", "digitised_data_reuse"),
    ],
)
def test_a_share_that_the_portal_publishes_ranks_all_provinces(
    indicator: str, word: str, answer: Callable[..., Any], rows: list[Row], shipped: Dataset
) -> None:
    (group, *_) = answer("rank", indicator)["groups"]
    printed = _portal(rows, word)
    assert group["method"] == "portal"
    assert len(group["rows"]) == len(printed) == 34
    shown = {_name(row, shipped): row["value"] for row in group["rows"]}
    assert shown == {name: float(row["value"]) for name, row in printed.items()}


def test_the_score_of_index_766_agrees_with_each_printed_total_and_place(
    answer: Callable[..., Any], rows: list[Row], shipped: Dataset
) -> None:
    totals, places = _portal(rows, "index766_score"), _portal(rows, "index766_rank")
    scored = answer("score", "index766-2026", "--draws", "0")["rows"]
    assert len(scored) == 34
    for row in scored:
        name = _name(row, shipped)
        assert row["score"] == float(totals[name]["value"])
        assert row["rank"] == int(places[name]["value"])


def test_the_dti_of_each_of_the_63_provinces_is_known_for_2022_2023_and_2024(
    shipped: Dataset,
) -> None:
    scores = defaultdict(set)
    for line in shipped.lines["dti"].figures:
        if line.amount is not None and not line.recast and line.reject is None:
            scores[line.province].add(line.period.text)
    before = [p.id for p in shipped.register.provinces.values() if p.since is None]
    assert len(before) == 63
    assert all({"2022", "2023", "2024"} <= scores[id] for id in before)


def test_the_dti_of_2020_has_pillars_and_no_main_indices(shipped: Dataset) -> None:
    for part in ("government", "economy", "society"):
        main = shipped.lines[f"dti-{part}-activity"].figures
        assert [line.province for line in main if line.period.text == "2020"] == []


@pytest.mark.parametrize("province", ["former/hai-duong", "ha-noi", "former/phu-tho"])
def test_the_trend_of_the_dti_is_cut_where_its_method_changed(
    province: str, answer: Callable[..., Any]
) -> None:
    series = [
        [point["period"] for point in found["points"] if not point["recast"]]
        for found in answer("trend", "dti", province)["series"]
        if found["of"] is None
    ]
    assert ["2022", "2023"] in [[p for p in periods if p > "2021"] for periods in series]
    assert not any({"2023", "2024"} <= set(periods) for periods in series)
