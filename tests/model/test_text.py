import unicodedata
from datetime import date
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dtcompare.text import (
    date_text,
    exact_key,
    fold,
    iso_text,
    number_text,
    rounded,
    sort_key,
    strip_type,
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Phú Thọ", "phutho"),
        ("phu-tho", "phutho"),
        ("PHUTHO", "phutho"),
        ("Đắk Lắk", "daklak"),
        ("Bà Rịa - Vũng Tàu", "bariavungtau"),
        ("TP. Hồ Chí Minh", "hochiminh"),
        ("TP.Hồ Chí Minh", "hochiminh"),
        ("Thành phố Huế", "hue"),
        ("tỉnh Cao Bằng", "caobang"),
        ("Tỉnh", "tinh"),
        ("Thành phố", "thanhpho"),
        ("former/phu-tho", "formerphutho"),
        ("Tỷ lệ phủ sóng 5G", "tylephusong5g"),
        ("", ""),
        ("—!", ""),
    ],
)
def test_folding_drops_case_accents_spaces_and_the_type(text: str, key: str) -> None:
    assert fold(text) == key
    assert fold(unicodedata.normalize("NFD", text)) == key


@given(st.text())
@example("™")
@example("ℌà")
@example("tỉnh TP. tỉnh X")
@example("ΐß")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aàảãáạăđêôơưbcthn -.", max_size=12))
def test_folding_knows_no_case_and_no_normal_form(text: str) -> None:
    assert fold(text) == fold(text.upper()) == fold(unicodedata.normalize("NFD", text))


def test_exact_keys_keep_the_marks() -> None:
    assert exact_key("  Phú   THỌ ") == exact_key("phú thọ") == "phú thọ"
    assert exact_key("Phú Thọ") == exact_key(unicodedata.normalize("NFD", "Phú Thọ"))
    assert exact_key("Phu Tho") != exact_key("Phú Thọ")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("Tỉnh Phú Thọ", "Phú Thọ"),
        ("thành phố Huế", "Huế"),
        ("Thành phố", "Thành phố"),
        ("Tinh Gia", "Gia"),
        ("Hà Tĩnh", "Hà Tĩnh"),
    ],
)
def test_the_type_of_a_unit_is_no_part_of_its_name(text: str, bare: str) -> None:
    assert strip_type(text) == bare
    assert strip_type(unicodedata.normalize("NFD", text)) == bare


# By hand, by the alphabet a ă â b c d đ e ê ... and the tones none huyền hỏi ngã sắc nặng.
SORTED = [
    "An Giang",
    "Bà Rịa - Vũng Tàu",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Kạn",
    "Bắc Ninh",
    "Bến Tre",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Đà Nẵng",
    "Đắk Lắk",
    "Đắk Nông",
    "Điện Biên",
    "Đồng Nai",
    "Hà Nội",
    "Hà Tĩnh",
    "Hải Phòng",
    "TP. Hồ Chí Minh",
    "Huế",
    "Hưng Yên",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Thanh Hóa",
    "Thành Hóa",
    "Vĩnh Long",
    "Yên Bái",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_sort_by_the_vietnamese_alphabet(form: Literal["NFC", "NFD"]) -> None:
    mixed = sorted(SORTED, key=lambda name: name[::-1])
    ordered = sorted((unicodedata.normalize(form, name) for name in mixed), key=sort_key)
    assert [unicodedata.normalize("NFC", name) for name in ordered] == SORTED


def test_tones_sort_none_huyen_hoi_nga_sac_nang() -> None:
    assert sorted(["mạ", "mã", "má", "ma", "mả", "mà"], key=sort_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
    ]


@given(st.text(), st.text())
def test_any_two_names_can_be_sorted(one: str, other: str) -> None:
    sorted([one, other], key=sort_key)


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("2.345", 2, "2.35"),
        ("2.344", 2, "2.34"),
        ("-2.5", 0, "-3"),
        ("-0.04", 1, "0.0"),
        ("7", 1, "7.0"),
    ],
)
def test_numbers_round_half_up_and_zero_has_no_sign(number: str, decimals: int, text: str) -> None:
    assert str(rounded(Decimal(number), decimals)) == text


@pytest.mark.parametrize(
    ("number", "en", "vi"),
    [
        ("86.6", "86.6", "86,6"),
        ("86.60", "86.60", "86,60"),
        ("1197", "1,197", "1.197"),
        ("9.6E+5", "960,000", "960.000"),
        ("-1234.5", "-1,234.5", "-1.234,5"),
        ("0", "0", "0"),
    ],
)
def test_numbers_keep_their_digits_in_both_languages(number: str, en: str, vi: str) -> None:
    assert number_text(Decimal(number), "en") == en
    assert number_text(Decimal(number), "vi") == vi


@pytest.mark.parametrize(
    ("grain", "en", "vi"),
    [
        ("day", "3 Feb 2026", "03/02/2026"),
        ("month", "Feb 2026", "02/2026"),
        ("year", "2026", "2026"),
    ],
)
def test_dates_are_written_to_their_grain(grain: str, en: str, vi: str) -> None:
    assert date_text(date(2026, 2, 3), "en", grain) == en
    assert date_text(date(2026, 2, 3), "vi", grain) == vi


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("31/12/2025", "vi", "2025-12-31"),
        ("1/2/2025", "vi", "2025-02-01"),
        ("12/2025", "vi", "2025-12"),
        ("quý IV/2025", "vi", "2025-Q4"),
        ("quý 1/2025", "vi", "2025-Q1"),
        ("6 tháng đầu năm 2025", "vi", "2025-H1"),
        ("6 tháng cuối năm 2025", "vi", "2025-H2"),
        ("31 Dec 2025", "en", "2025-12-31"),
        ("Dec 2025", "en", "2025-12"),
        ("Q4 2025", "en", "2025-Q4"),
        ("H1 2025", "en", "2025-H1"),
        ("31/12/2025", "en", "31/12/2025"),
        ("2025", "vi", "2025"),
        ("Foo 2025", "en", "Foo 2025"),
    ],
)
def test_dates_are_read_as_they_are_printed(text: str, lang: str, iso: str) -> None:
    assert iso_text(text, lang) == iso


def test_letters_with_a_stroke_and_joined_ones_are_folded() -> None:
    """In look-up they are the letters that people type; in order they stand behind those."""
    assert [fold(name) for name in ("Łódź", "Tromsø", "Ħamrun", "Ærø")] == [
        "lodz",
        "tromso",
        "hamrun",
        "aero",
    ]
    names = ["Zet", "Øre", "Ore", "Mot", "Łan", "Lan", "Lun"]
    assert sorted(names, key=sort_key) == ["Lan", "Łan", "Lun", "Mot", "Ore", "Øre", "Zet"]
