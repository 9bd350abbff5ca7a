from datetime import date

import pytest

from dtcompare.model.indicator import Catalogue, Indicator, Unit
from dtcompare.model.label import Label
from dtcompare.model.names import indicator_names, province_names
from dtcompare.model.province import Province, Register

MERGER = date(2025, 7, 1)
BEFORE, AFTER = date(2025, 6, 30), date(2026, 11, 21)


def _province(id: str, name: str, en: str | None = None, **more: object) -> Province:
    return Province(id, name, Label(en or name, name), **more)  # type: ignore[arg-type]


REGISTER = Register(
    {
        p.id: p
        for p in (
            _province("phu-tho", "Phú Thọ", code="25", since=MERGER),
            _province(
                "hue",
                "Huế",
                code="46",
                former_names=(("Thừa Thiên Huế", date(2025, 1, 1)),),
                aliases=("cố đô",),
            ),
            _province(
                "ho-chi-minh",
                "TP. Hồ Chí Minh",
                "Ho Chi Minh City",
                aliases=("hcm", "sài gòn"),
                since=MERGER,
            ),
            _province("lang-son", "Lạng Sơn", code="20"),
            _province("dong-thap", "Đồng Tháp", aliases=("—",)),
            _province("former/phu-tho", "Phú Thọ", code="25", until=MERGER, into="phu-tho"),
            _province("former/bac-giang", "Bắc Giang", code="24", until=MERGER),
            _province("former/ho-chi-minh", "TP. Hồ Chí Minh", until=MERGER),
        )
    }
)


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("phu-tho", "phu-tho"),
        ("former/phu-tho", "former/phu-tho"),
        ("Phú Thọ", "phu-tho"),
        ("  phú   thọ ", "phu-tho"),
        ("phu tho", "phu-tho"),
        ("PHUTHO", "phu-tho"),
        ("Phu_Tho", "phu-tho"),
        ("tỉnh Phú Thọ", "phu-tho"),
        ("25", "phu-tho"),
        ("phú thọ cũ", "former/phu-tho"),
        ("PHU THO CU", "former/phu-tho"),
        ("former Phú Thọ", "former/phu-tho"),
        ("Former/Phu-Tho", "former/phu-tho"),
        ("old phu tho", "former/phu-tho"),
        ("Bắc Giang", "former/bac-giang"),
        ("bac giang", "former/bac-giang"),
        ("24", "former/bac-giang"),
        ("Hồ Chí Minh", "ho-chi-minh"),
        ("TP.HCM", "ho-chi-minh"),
        ("tp ho chi minh", "ho-chi-minh"),
        ("Ho Chi Minh City", "ho-chi-minh"),
        ("Sài Gòn", "ho-chi-minh"),
        ("hồ chí minh cũ", "former/ho-chi-minh"),
        ("TP. Hồ Chí Minh cũ", "former/ho-chi-minh"),
        ("former Ho Chi Minh", "former/ho-chi-minh"),
        ("former TP. Hồ Chí Minh", "former/ho-chi-minh"),
        ("thừa thiên huế", "hue"),
        ("thành phố Huế", "hue"),
        ("co do", "hue"),
    ],
)
def test_a_name_today(word: str, id: str) -> None:
    assert province_names(REGISTER, AFTER).find(word) == id


@pytest.mark.parametrize("word", ["", " ", "!!", "phu", "phu thoo", "tỉnh", "025", "2", "former/"])
def test_nothing_is_guessed(word: str) -> None:
    assert province_names(REGISTER, AFTER).find(word) is None


@pytest.mark.parametrize("word", ["Phú Thọ", "phu tho", "25", "phú thọ cũ"])
def test_before_the_merger_a_name_means_the_province_of_that_day(word: str) -> None:
    assert province_names(REGISTER, BEFORE).find(word) == "former/phu-tho"


def test_an_id_means_itself_on_every_day() -> None:
    assert province_names(REGISTER, BEFORE).find("phu-tho") == "phu-tho"


def test_a_name_with_marks_beats_a_folded_one() -> None:
    """Lâm and Lam fold to the same; each is found under its own marks."""
    register = Register({p.id: p for p in (_province("lam", "Lam"), _province("laam", "Lâm"))})
    names = province_names(register, AFTER)
    assert names.find("Lâm") == "laam"
    assert names.find("lam") == "lam"
    assert names.find("LÁM") == "lam"


def test_suggestions_know_every_name() -> None:
    keys = province_names(REGISTER, AFTER).keys()
    assert keys["phutho"] == "phu-tho"
    assert keys["phuthocu"] == "former/phu-tho"
    assert keys["saigon"] == "ho-chi-minh"
    assert "" not in keys


def test_a_province_exists_from_its_first_to_the_day_before_its_last() -> None:
    old, new, always = (REGISTER.provinces[id] for id in ("former/phu-tho", "phu-tho", "lang-son"))
    assert old.exists(BEFORE)
    assert not old.exists(MERGER)
    assert not new.exists(BEFORE)
    assert new.exists(MERGER)
    assert always.exists(date.min)
    assert always.exists(date.max)
    assert [old.ended(BEFORE), old.ended(MERGER)] == [False, True]
    assert not new.ended(BEFORE)
    assert [p.id for p in REGISTER.existing(BEFORE)] == [
        "hue",
        "lang-son",
        "dong-thap",
        "former/phu-tho",
        "former/bac-giang",
        "former/ho-chi-minh",
    ]


def test_the_name_of_a_day_does_not_depend_on_the_order_of_former_names() -> None:
    given = (("Second", date(2000, 1, 1)), ("First", date(1976, 1, 1)))
    for former in (given, given[::-1]):
        here = _province("x", "Third", former_names=former)
        days = (date(1975, 1, 1), date(1976, 1, 1), date(1999, 12, 31), date(2000, 1, 1))
        assert [here.name_on(day) for day in days] == ["First", "Second", "Second", "Third"]


def test_indicators_are_found_by_id_name_and_alias() -> None:
    unit = Unit("percent")
    catalogue = Catalogue(
        indicators={
            "5g": Indicator(
                "5g",
                Label("5G coverage", "Tỷ lệ phủ sóng 5G"),
                "g",
                unit,
                "higher",
                aliases=("5g-cov",),
            ),
            "5g-stations": Indicator(
                "5g-stations", Label("5G base stations", "Trạm 5G"), "g", unit, "higher"
            ),
        }
    )
    names = indicator_names(catalogue)
    said = {"5g": "5g", "5G": "5g", "5g coverage": "5g", "ty le phu song 5g": "5g"}
    said |= {"5g cov": "5g", "5g stations": "5g-stations", "TRẠM 5G": "5g-stations"}
    assert {word: names.find(word) for word in said} == said
    assert names.find("5h") is None


def test_breaks_part_the_years() -> None:
    indicator = Indicator("i", Label("i", "i"), "g", Unit("u"), "higher", breaks=(2021, 2024))
    years = (2019, 2020, 2021, 2023, 2024, 2030)
    assert [indicator.era(date(year, 12, 31)) for year in years] == [0, 0, 1, 1, 2, 2]
    assert indicator.era(date(2021, 1, 1)) == 1
