"""The collected facts are in the data set as printed, or named among those left out."""

from __future__ import annotations

import csv
import random
import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Figure, Line
from dtcompare.text import fold
from tests.conftest import SHIPPED

_DRAWN = 60
_SEED = 20261121
_WORDS = {
    "exact": {"value", "rank"},
    "over": {"over", "at_least"},
    "at_least": {"at_least", "over"},
    "about": {"about"},
    "nearly": {"nearly"},
    "under": {"nearly", "at_most"},
    "at_most": {"at_most", "top"},
    "range_low": {"between"},
    "range_high": {"between"},
}

Row = dict[str, str]


def _drawn(shared: Path) -> list[tuple[int, Row]]:
    """Sixty rows with their line in the file."""
    with (shared / "facts" / "facts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(enumerate(csv.DictReader(file), start=2))
    return random.Random(_SEED).sample(rows, _DRAWN)  # noqa: S311 - a draw, not a secret


def _page(url: str) -> tuple[str, str, str]:
    """Where a page is: without scheme, "www." and closing slash."""
    parts = urlsplit(url)
    return (parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query)


def _provinces(row: Row, shipped: Dataset) -> set[str]:
    """The ids that bear the name, today's or a former one's; of a part its province."""
    if row["level"] == "national":
        return {NATIONAL}
    inside = re.search(r"\((.+)\)", row["province"])
    name = fold(inside[1] if inside else row["province"])
    return {
        province.id
        for province in shipped.register.provinces.values()
        if name in {fold(word) for word in (province.name, *province.aliases)}
        or any(name == fold(former) for former, _ in province.former_names)
    }


def _says(line: Line, row: Row) -> bool:
    """Whether a line has the row's number and a word that means the row's."""
    number = Decimal(row["value"])
    if line.place is not None and row["unit"] == "rank" and line.place.number == number:
        return True
    amount = line.amount
    if amount is None or amount.word not in _WORDS[row["qualifier"]] | {"between"}:
        return False
    numbers = {amount.number, amount.upper}
    if row["unit"] == "points" and line.indicator == "dti":
        return number / 1000 in numbers  # an index from 0 to 1, told in points of 1,000
    return number in numbers


def _lines(shipped: Dataset) -> list[Line]:
    return [
        line
        for _, lines in shipped.all_lines()
        for kind in (lines.figures, lines.targets)
        for line in kind
    ]


def _in_time(line: Line, row: Row) -> bool:
    """Whether the line is of a year the row names."""
    if row["kind"] == "target" or not isinstance(line, Figure) or not line.period.stated:
        return True
    years = {int(year) for year in re.findall(r"\d{4}", row["period"])}
    return not years or bool(years & {line.period.start.year, line.period.end.year})


def _in_data(row: Row, shipped: Dataset) -> bool:
    homes, page = _provinces(row, shipped), _page(row["source_url"])
    return any(
        line.province in homes
        and _page(shipped.sources[line.source].url) == page
        and _says(line, row)
        and _in_time(line, row)
        for line in _lines(shipped)
    )


def _left_out(row: Row, omitted: list[str]) -> bool:
    """Whether a line of OMITTED.md has the row's province, number and page title."""
    number = re.compile(rf"(?<![\d.]){re.escape(row['value'])}(?![\d.])")
    title = fold(row["source_title"].partition("(")[0])
    return any(
        line.startswith(f"- {row['province']}, ")
        and number.search(line.partition("“")[0])
        and title in fold(line)
        for line in omitted
    )


def test_sixty_facts_drawn_at_random_are_in_the_data_set_or_among_those_left_out(
    shared: Path, shipped: Dataset
) -> None:
    omitted = (SHIPPED / "OMITTED.md").read_text(encoding="utf-8").splitlines()
    missing = [
        (number, row["province"], row["indicator"], row["value"])
        for number, row in _drawn(shared)
        if not _in_data(row, shipped) and not _left_out(row, omitted)
    ]
    assert missing == []


@pytest.mark.parametrize("change", [{"value": "12345"}, {"source_url": "https://example.org/"}])
def test_a_fact_that_is_not_there_is_not_found(shared: Path, shipped: Dataset, change: Row) -> None:
    for _, row in _drawn(shared)[:10]:
        assert not _in_data(row | change, shipped)
