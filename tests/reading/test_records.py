"""What is read is what was written: the records of the small data set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dtcompare.errors import DataBroken, NotADataset
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Amount, Figure, Interval, Place
from dtcompare.model.indicator import Unit
from dtcompare.model.label import Label
from dtcompare.model.period import parse_period
from dtcompare.model.province import Extent, Grid, Islands
from dtcompare.reading.load import read_folder
from tests.reading.country import COUNTRY, TODAY, fresh


@pytest.fixture(scope="module")
def country() -> Dataset:
    """The small data set as read."""
    return read_folder(COUNTRY, TODAY).require()


def test_no_problem_and_every_file() -> None:
    reading = read_folder(COUNTRY, TODAY)
    assert reading.problems == ()
    assert reading.root == COUNTRY
    assert reading.files == (
        "dataset.yaml",
        "indicators.yaml",
        "national.yaml",
        "provinces/former/west.yaml",
        "provinces/north.yaml",
        "provinces/south.yaml",
        "register.yaml",
        "scores/digital.yaml",
        "sources.yaml",
    )


def test_about(country: Dataset) -> None:
    assert country.about.name == Label("Lakeland", "Xứ Hồ")
    assert country.about.release == "1"
    assert country.about.date == "2026-01-15"
    assert country.about.units == Label("provinces", "tỉnh, thành phố")
    assert country.country == "Xứ Hồ"


def test_catalogue(country: Dataset) -> None:
    signal, income = country.indicator("signal"), country.indicator("income")
    assert (signal.bases, signal.fixed_basis) == (("area", "people"), False)
    assert (signal.season.months, signal.aliases) == (3, ("signal-share",))
    assert country.indicator("fibre").fixed_basis
    assert income.name == Label("Thu nhập", "Thu nhập")
    assert income.breaks == (2021, 2024)
    assert income.unit == Unit("crowns", income.unit.symbol, Decimal(0), decimals=1)
    assert not country.catalogue.methods["own-count"].shared
    assert country.catalogue.groups["state"] == Label("Government", "Government")


def test_register(country: Dataset) -> None:
    north, isle = country.province("north"), country.province("isle")
    assert north.label == Label("Northlake", "Bắc Hồ")
    assert north.name_on(date(2009, 12, 31)) == "Thượng Hồ"
    assert (north.tile, north.code, north.kind) == ((0, 1), "01", "province")
    assert isle.population == Extent(Decimal(1200), "sources/decree-9", "estimated")
    assert isle.area == Extent(Decimal("12.5"), "sources/decree-9")
    assert country.province("south").formed_from == ("former/east", "former/west")
    assert country.province("former/west").into == "south"


def test_grids(country: Dataset) -> None:
    register, north = country.register, country.province("north")
    today, before = register.grid(date(2020, 1, 1)), register.grid(date(2019, 12, 31))
    assert today == Grid({"north": (0, 1)}, (Islands(Label("Rocks", "Đá"), "north", (1, 2)),))
    assert before.tiles == {
        "north": (0, 0),
        "isle": (2, 1),
        "former/east": (1, 0),
        "former/west": (1, 1),
    }
    assert before.islands == (Islands(Label("Reef", "Reef"), "former/east", (2, 2)),)
    assert north.short_on(date(2020, 1, 1)) == "B. Hồ"
    assert north.short_on(date(2009, 12, 31)) == "T. Hồ"
    assert country.province("isle").short_on(date(2020, 1, 1)) == "Đảo"


def test_sources(country: Dataset) -> None:
    assert set(country.sources) == {
        "sources/decree-9",
        "north/paper",
        "north/plan",
        "south/paper",
        "former/west/old",
    }
    assert country.sources["north/plan"].published is None
    assert country.sources["north/paper"].read_in == ("en", "vi")
    assert country.sources["sources/decree-9"].number == "9/2024"


def test_first_line_in_full(country: Dataset) -> None:
    period = parse_period("2024")
    assert period is not None
    assert country.lines_of("signal").figures[0] == Figure(
        province="north",
        indicator="signal",
        source="north/paper",
        file="provinces/north.yaml",
        row=22,
        amount=Amount("value", Decimal(40)),
        basis="area",
        period=period,
    )


def test_lines_follow_the_register_and_the_file(country: Dataset) -> None:
    places = [(line.province, line.row) for line in country.lines_of("signal").figures]
    assert places == [("north", 22), ("north", 23), ("north", 24), ("south", 6), ("south", 7)]
    masts = country.lines_of("masts").figures
    assert [line.province for line in masts] == ["north"] * 4 + [NATIONAL]
    assert [line.province for line in country.lines_of("signal").targets] == ["north", NATIONAL]
    assert country.lines_of("rules").figures == ()


def test_fixed_basis_is_filled_in(country: Dataset) -> None:
    assert {line.basis for line in country.lines_of("fibre").figures} == {"homes"}
    assert {line.basis for line in country.lines_of("masts").figures} == {None}


def test_method_left_out_is_unstated(country: Dataset) -> None:
    assert [line.method for line in country.lines_of("online").figures] == ["survey", "unstated"]
    assert country.lines_of("masts").figures[0].method is None


def test_number_words_and_their_intervals(country: Dataset) -> None:
    about = country.lines_of("signal").figures[1]
    between = country.lines_of("masts").figures[0]
    over = country.lines_of("signal").figures[2]
    assert about.amount is not None
    assert between.amount is not None
    assert over.amount is not None
    assert about.amount.interval() == Interval(Decimal("57.00"), Decimal("63.00"))
    assert between.amount == Amount("between", Decimal(80), Decimal(90))
    unit = country.indicator("signal").unit
    ends = over.amount.interval(unit.minimum, unit.maximum)
    assert ends == Interval(Decimal(90), Decimal(100), low_open=True)


@pytest.mark.parametrize(
    ("province", "places"),
    [
        # 2024: north, south, isle; the second line says 12 itself
        ("north", [Place("rank", 2, 3), Place("top", 10, 12)]),
        # without a period: the number never changed since south began
        ("south", [Place("top", 3, 3)]),
        # before 2020: north, isle, east, west
        ("former/west", [Place("rank", 3, 4), Place("top", 4, 4)]),
    ],
)
def test_of_is_counted(country: Dataset, province: str, places: list[Place]) -> None:
    lines = country.lines_of("league").figures
    assert [line.place for line in lines if line.province == province] == places


def test_of_a_target_after_the_end_counts_the_last_day(country: Dataset) -> None:
    (target,) = country.lines_of("league").targets
    assert target.place == Place("rank", 1, 4)


def test_score_stands_beside_its_rank(country: Dataset) -> None:
    line = country.lines_of("league").figures[0]
    assert line.amount == Amount("value", Decimal("61.5"))
    assert line.source == "sources/decree-9"


def test_the_rest_of_a_line(country: Dataset) -> None:
    income, ward = country.lines_of("income").figures[0], country.lines_of("masts").figures[3]
    named = {"ward": "Old Town", "operator": "Red"}
    assert ward.scope == tuple((key, Label(name, name)) for key, name in named.items())
    assert income.status == "estimated"
    assert income.change is not None
    assert income.change.times == 2
    assert income.change.since == parse_period("2020")
    assert income.period.approximate
    assert country.lines_of("signal").figures[3].recast
    assert country.lines_of("online").targets[0].every == "year"


def test_remarks_and_texts_in_two_languages(country: Dataset) -> None:
    ports, lake = country.lines_of("masts").figures[2], country.lines_of("signal").figures[1]
    assert country.catalogue.remarks["year-assumed"] == Label(
        "the year is assumed", "năm do suy đoán"
    )
    assert (ports.remarks, ports.note) == (("year-assumed",), Label("on air", "đã phát sóng"))
    assert ports.scope == (("places", Label("ports", "cảng")),)
    assert lake.note == Label("the city first", "the city first")
    assert country.lines_of("league").figures[1].remarks == ("in-words",)


def test_a_source_is_a_copy_where_it_says_so_or_names_its_original(country: Dataset) -> None:
    keys = ("north/paper", "north/plan", "south/paper")
    found = [(country.sources[key].copy, country.sources[key].original) for key in keys]
    assert found == [(True, "https://example.org/masts"), (True, None), (False, None)]


def test_broken_data_answer_nothing(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "provinces/south.yaml").write_text("", encoding="utf-8")
    with pytest.raises(DataBroken) as caught:
        read_folder(folder, TODAY).require()
    assert [problem.code for problem in caught.value.problems] == ["empty"]
    assert caught.value.files == 9
    assert caught.value.facts["where"] == str(folder)


def test_warnings_do_not_block(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    path = folder / "provinces/north.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("nearly: 98", "nearly: 0.98")
                    .replace("97.74", "0.975"), encoding="utf-8")  # fmt: skip
    assert {problem.code for problem in read_folder(folder, TODAY).problems} == {"fraction"}
    assert read_folder(folder, TODAY).require().lines_of("fibre").figures


def test_optional_files_may_be_missing(tmp_path: Path) -> None:
    (tmp_path / "provinces").mkdir()
    (tmp_path / "indicators.yaml").write_text(
        "groups: {g: G}\nunits: {points: {symbol: pts}}\n"
        "indicators: {a: {name: A, group: g, unit: points, better: none, basis: [x, unstated]}}\n"
    )
    (tmp_path / "register.yaml").write_text("provinces: {p: {name: P}}\n")
    small = read_folder(tmp_path, TODAY).require()
    assert small.catalogue.bases["x"] == Label("x", "x")
    assert small.catalogue.bases["unstated"] == Label("not stated", "không nêu rõ")
    assert small.country is None
    assert dict(small.lines) == {}


def test_no_data_set(tmp_path: Path) -> None:
    with pytest.raises(NotADataset):
        read_folder(tmp_path, TODAY).require()
