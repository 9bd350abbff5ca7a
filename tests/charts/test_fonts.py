"""The widths that a layout counts with are those of the fonts that are drawn."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from dtcompare.charts.fonts import (
    WEIGHTS,
    find_font,
    is_installed,
    is_right_to_left,
    load_font,
    missing_signs,
)
from dtcompare.errors import WrongUsage
from tests.conftest import ROOT

FONT = load_font()
SAMPLES = ("Thừa Thiên Huế", "TP. Hồ Chí Minh", "AVATAR To. Ty", "≈ 40, > 95; 1.197,50", "ƯỚC TÍNH")
PARAGRAPH = "Mạng lưới tăng gấp bốn đến năm lần chỉ trong vài tháng nên chỉ xếp hạng cùng thời điểm"


def read_font(weight: str) -> Any:
    return TTFont(find_font(f"BeVietnamPro-{weight}.ttf"))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_width_is_that_of_the_font(weight: str) -> None:
    """The advance of every sign of the font, in thousandths of an em."""
    font = read_font(weight)
    per_em = font["head"].unitsPerEm
    for code, name in font.getBestCmap().items():
        advance = font["hmtx"][name][0] * 1000 / per_em
        assert FONT.width(chr(code), 1000, weight) == pytest.approx(advance, abs=0.51), chr(code)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_no_font_moves_its_letters(weight: str) -> None:
    """Without tables of kerning and ligatures every viewer sets a text as wide as it is told."""
    assert not {"GPOS", "GSUB", "kern"} & set(read_font(weight).keys())


@pytest.mark.parametrize("text", SAMPLES)
def test_a_text_is_as_wide_as_its_signs(text: str) -> None:
    """Nothing is added between them."""
    width = sum(FONT.width(sign, 10, "SemiBold") for sign in text)
    assert FONT.width(text, 10, "SemiBold") == pytest.approx(width)


def test_a_width_grows_with_the_size() -> None:
    """Twice the size is twice as wide."""
    assert FONT.width("Huế", 20) == pytest.approx(2 * FONT.width("Huế", 10))


def test_a_sign_without_a_width_is_guessed() -> None:
    """0.7 em, a whole one for scripts of East Asia."""
    assert FONT.width("Ω", 10) == pytest.approx(7)
    assert FONT.width("中", 10) == pytest.approx(10)


def test_lines_are_no_wider_than_asked_and_lose_no_word() -> None:
    """The lines put together again are the text."""
    lines = FONT.wrap(PARAGRAPH, 120, 9)
    assert " ".join(lines) == PARAGRAPH
    assert all(FONT.width(line, 9) <= 120 for line in lines)


def test_a_word_that_is_too_wide_is_broken() -> None:
    """Into as few pieces as fit; nothing is lost, and what follows goes on behind the last."""
    word = "m" * 30
    lines = FONT.wrap(f"a {word} b", 40, 10)
    assert "".join(lines).replace(" ", "") == f"a{word}b"
    assert all(FONT.width(line, 10) <= 40 for line in lines)
    assert lines[-1].endswith(" b")


def test_a_column_narrower_than_a_letter_holds_one_letter_a_line() -> None:
    """It ends."""
    assert FONT.wrap("mm", 1, 10) == ("m", "m")


def test_a_line_break_in_a_text_is_kept() -> None:
    """Two paragraphs are two lines."""
    assert FONT.wrap("a\nb", 100, 10) == ("a", "b")


def test_a_name_with_unbroken_spaces_stays_on_one_line() -> None:
    """The no-break space is no place to break at."""
    name = "Thừa\u00a0Thiên\u00a0Huế"
    assert FONT.wrap(f"xx {name}", FONT.width(name, 10) + 1, 10) == ("xx", name)


def test_balanced_lines_are_as_many_and_of_nearly_equal_length() -> None:
    """No lonely last word: the shortest is at least two thirds of the longest."""
    for width in (150, 200, 260):
        greedy, balanced = FONT.wrap(PARAGRAPH, width, 9), FONT.balance(PARAGRAPH, width, 9)
        widths = [FONT.width(line, 9) for line in balanced]
        assert len(balanced) == len(greedy)
        assert " ".join(balanced) == PARAGRAPH
        assert min(widths) > max(widths) * 2 / 3
        assert max(widths) <= width


def test_a_text_is_cut_with_an_ellipsis_only_where_it_must_be() -> None:
    """As it is where it fits, else as much as fits and no space before the dots."""
    assert FONT.shorten("Huế", 100, 10) == "Huế"
    cut = FONT.shorten("Thừa Thiên Huế", 40, 10)
    assert cut.endswith("…")
    assert not cut.endswith(" …")
    assert FONT.width(cut, 10) <= 40


def test_signs_that_the_typeface_lacks_are_named_once() -> None:
    """In the order of the texts, without control signs, which have no look."""
    assert missing_signs(["Đo Ω", "→ Ω 中 \x07\u200e"]) == "Ω→中"
    assert missing_signs(["Thừa Thiên Huế: ≈ 40 %"]) == ""


def test_letters_written_from_right_to_left_are_known() -> None:
    """Hebrew and Arabic, not Greek, digits or signs."""
    assert all(map(is_right_to_left, "שلא"))
    assert not any(map(is_right_to_left, "aĐΩ中4→ "))


def test_all_letters_of_vietnamese_are_there() -> None:
    """Every vowel with every tone, in both cases, and đ."""
    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    assert all(FONT.has(sign) for sign in letters + letters.upper())


def test_an_installed_font_is_measured_by_its_own_file() -> None:
    """DejaVu Sans comes with Matplotlib: its "m" is 1995/2048 of the size wide, bold more."""
    font = load_font("DejaVu Sans")
    assert font.width("m", 2048) == pytest.approx(1995)
    assert font.width("m", 2048, "SemiBold") > 2100
    assert {Path(file).name for file in font.files.values()} == {
        "DejaVuSans.ttf",
        "DejaVuSans-Bold.ttf",
        "DejaVuSans-Oblique.ttf",
    }


def test_a_font_that_is_not_installed_is_refused() -> None:
    """By its name, with no word from Matplotlib."""
    assert not is_installed("No Such Font")
    with pytest.raises(WrongUsage) as error:
        load_font("No Such Font")
    assert dict(error.value.facts) == {"family": "No Such Font"}


def test_the_licence_of_the_typeface_goes_with_it() -> None:
    """Beside the fonts, and among the licences of the package; it reserves no name."""
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "OFL-1.1" in package["license"].split(" AND ")
    path = "dtcompare/charts/fonts/OFL.txt"
    assert path in package["license-files"]
    assert all((ROOT / file).is_file() for file in package["license-files"])
    text = find_font("OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Reserved Font Name" not in text.partition("PREAMBLE")[0]  # a subset keeps the name
