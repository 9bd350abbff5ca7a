"""--as-of shows nothing that was published later, in any command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.model.period import parse_period
from tests.conftest import DATA, Run

DAYS = (date(2019, 6, 30), date(2024, 12, 31), date(2025, 9, 30))


def _asked(dataset: Dataset, day: date) -> Iterator[tuple[str, ...]]:
    """Yield what is asked on a day: every command, of what has most to tell."""
    yield ("overview",)
    yield ("rank",)
    yield ("gap",)
    yield ("gap", "--against", "national")
    yield ("reporting",)
    yield ("score", "dti-2022", "--draws", "0")
    yield ("relate", "dti", "par-index")
    for id in list(dataset.catalogue.indicators)[::5]:
        yield ("rank", id)
        yield ("trend", id)
        yield ("gap", id)
    yield ("rank", "5g-stations", "--per", "people")
    yield ("rank", "bts-stations", "--per", "area")
    yield ("peers", "ha-noi")
    names = [province.id for province in dataset.register.existing(day)][::12]
    yield ("compare", *names[:3])
    for name in names:
        yield ("show", name)
        yield ("show", name, "digital-economy")
        yield ("gap", name)
        yield ("trend", "digital-economy", name)
        yield ("reporting", name)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_page_is_of_a_later_day(dataset: Dataset, run: Run, day: date) -> None:
    for words in _asked(dataset, day):
        more = ("--data", str(DATA), "-f", "json", "--as-of", day.isoformat())
        code, out, err = run(*words, *more, as_of=None)
        assert code == 0, (words, err)
        document = json.loads(out)
        for key, page in document.get("sources", {}).items():
            published = parse_period(page["published"]) if page["published"] else None
            assert published is None or published.start <= day, (words, key)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_provinces_are_those_of_the_day(dataset: Dataset, run: Run, day: date) -> None:
    """In a ranking of all, in gaps and in the count of who reports."""
    existing = {province.id for province in dataset.register.existing(day)}
    for words in (("gap",), ("reporting",), ("rank", "digital-economy")):
        more = ("--data", str(DATA), "-f", "json", "--as-of", day.isoformat())
        document = json.loads(run(*words, *more, as_of=None)[1])
        rows = document.get("rows") or document.get("provinces") or []
        rows += [row for group in document.get("groups", ()) for row in group["rows"]]
        rows += document.get("not_reported", [])
        assert {row["province"] for row in rows} - {"national"} <= existing, words


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_is_exported_and_listed_was_known(run: Run, day: date) -> None:
    """Pages, and the lines that each of them counts."""
    more = ("--data", str(DATA), "--as-of", day.isoformat())
    _, text, _ = run("export", "-f", "jsonl", *more, as_of=None)
    lines = [json.loads(line) for line in text.splitlines()]
    told = {line["source"]: line["source_published"] for line in lines}
    listed = json.loads(run("list", "sources", "-f", "json", *more, as_of=None)[1])["rows"]
    for name, published in [*told.items(), *((one["id"], one["published"]) for one in listed)]:
        period = parse_period(published) if published else None
        assert period is None or period.start <= day, name
    assert {one["id"] for one in listed if one["figures"] or one["targets"]} == set(told)


def test_charts_are_drawn_of_what_was_known(run: Run, tmp_path: Path) -> None:
    """Of 2019 nothing is known of 5G; a name of the day's provinces and no other."""
    more = ("--data", str(DATA), "--as-of", "2019-06-30", "-f", "svg")
    _, text, _ = run("chart-all", str(tmp_path), "--of", "indicators", *more, as_of=None)
    assert "rank-5g.svg" not in text
    listed = run("list", "provinces", "-f", "json", *more[:4], as_of=None)[1]
    ids = [one["id"] for one in json.loads(listed)["rows"]]
    assert len(ids) == 63
    assert "phu-tho" not in ids
