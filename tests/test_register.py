"""The register: 34 provinces of today, 52 former ones, and how they came together."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from dtcompare.model.dataset import Dataset
from dtcompare.text import fold


def test_34_provinces_today_and_63_before_the_merger(shipped: Dataset) -> None:
    register = shipped.register
    assert len(register.existing(date(2025, 7, 1))) == 34
    assert len(register.existing(date(2025, 6, 30))) == 63
    assert sum(province.former for province in register.provinces.values()) == 52


def test_every_merger_is_told_by_both_sides(shipped: Dataset) -> None:
    provinces = shipped.register.provinces
    merged = [p for p in provinces.values() if p.formed_from]
    assert len(merged) == 23
    assert sum(len(p.formed_from) for p in merged) == 52
    for province in merged:
        assert {provinces[id].into for id in province.formed_from} == {province.id}


def test_the_tiles_are_those_of_the_grid(shipped: Dataset, shared: Path) -> None:
    with (shared / "charts" / "tilegrid34.csv").open(encoding="utf-8") as file:
        grid = {row["code"]: (int(row["row"]), int(row["col"])) for row in csv.DictReader(file)}
    tiles = {p.id: p.tile for p in shipped.register.provinces.values() if not p.former}
    assert tiles == grid


def test_codes_are_those_of_the_decisions(shipped: Dataset, shared: Path) -> None:
    with (shared / "facts" / "provinces34.csv").open(encoding="utf-8") as file:
        today = {fold(row["name_vi"]): row["code"] for row in csv.DictReader(file)}
    codes = {fold(p.name): p.code for p in shipped.register.provinces.values() if not p.former}
    assert codes == today


def test_people_and_area_of_merged_provinces_are_those_of_the_resolution(
    shipped: Dataset, shared: Path
) -> None:
    with (shared / "facts" / "facts-2.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if "Nghị quyết 202/" in row["source_title"]]
    wanted = {(fold(row["province"]), row["indicator"]): Decimal(row["value"]) for row in rows}
    found: dict[tuple[str, str], Decimal] = {}
    for province in shipped.register.provinces.values():
        name = fold(province.name).removeprefix("tp. ")
        for kind, extent in (("population", province.population), ("area", province.area)):
            if extent is not None and extent.source == "sources/nq-202-2025":
                found[name, kind] = extent.number
    assert len(found) == 46
    assert found == {key: wanted[key] for key in found}
    assert shipped.sources["sources/nq-202-2025"].copy


def test_every_province_has_people_and_area_and_none_is_doubtful(shipped: Dataset) -> None:
    for province in shipped.register.existing(date(2026, 11, 21)):
        for extent in (province.population, province.area):
            assert extent is not None
            assert extent.status is None


def test_seven_codes_changed_hands(shipped: Dataset) -> None:
    codes: dict[str, set[str]] = {}
    for province in shipped.register.provinces.values():
        codes.setdefault(str(province.code), set()).add(fold(province.name))
    changed = {code for code, names in codes.items() if len(names) > 1}
    assert changed == {"15", "24", "44", "52", "80", "82", "91"}


def test_no_two_present_provinces_share_a_name_or_an_alias(shipped: Dataset) -> None:
    present = [p for p in shipped.register.provinces.values() if not p.former]
    keys = Counter(key for p in present for key in {fold(p.name), *map(fold, p.aliases)})
    assert max(keys.values()) == 1
