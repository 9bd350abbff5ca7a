"""The widths that a layout counts with are those of the fonts that are drawn."""

from __future__ import annotations

import tomllib
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from dtcompare.charts.typeface import WEIGHTS, font_data, typeface
from tests.conftest import ROOT

FACE = typeface()
SAMPLES = ("Thừa Thiên Huế", "TP. Hồ Chí Minh", "AVATAR To. Ty", "≈ 40, > 95; 1.197,50", "ƯỚC TÍNH")
PARAGRAPH = "Mạng lưới tăng gấp bốn đến năm lần chỉ trong vài tháng nên chỉ xếp hạng cùng thời điểm"


def _font(weight: str) -> Any:
    return TTFont(BytesIO(font_data(f"BeVietnamPro-{weight}.ttf")))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_width_is_that_of_the_font(weight: str) -> None:
    """The advance of every sign of the font, in thousandths of an em."""
    font = _font(weight)
    per_em = font["head"].unitsPerEm
    for code, name in font.getBestCmap().items():
        advance = font["hmtx"][name][0] * 1000 / per_em
        assert FACE.width(chr(code), 1000, weight) == pytest.approx(advance, abs=0.51), chr(code)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_pair_is_kerned_as_in_the_font(weight: str) -> None:
    """What two signs lose beside each other is what the font's pair table says."""
    font = _font(weight)
    names = font.getBestCmap()
    per_em = font["head"].unitsPerEm
    for text in SAMPLES:
        for first, second in pairwise(text):
            apart = FACE.width(first, 1000, weight) + FACE.width(second, 1000, weight)
            together = FACE.width(first + second, 1000, weight)
            expected = _kerning(font, names[ord(first)], names[ord(second)]) * 1000 / per_em
            assert together - apart == pytest.approx(expected, abs=0.51), first + second


def _kerning(font: Any, first: str, second: str) -> int:
    """What the first lookup that knows the pair adds to the advance of its first glyph."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pair = getattr(table, "ExtSubTable", table)
            if first in pair.Coverage.glyphs and (found := _pair(pair, first, second)) is not None:
                return found
    return 0


def _pair(table: Any, first: str, second: str) -> int | None:
    if table.Format == 1:
        records = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
        values = {record.SecondGlyph: record.Value1 for record in records}
        return _advance(values[second]) if second in values else None
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
    return _advance(row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1)


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0)


@pytest.mark.parametrize("text", SAMPLES)
def test_signs_begin_where_those_before_them_end(text: str) -> None:
    """The last place is the width of the text, and no sign begins before the one before it."""
    places = FACE.advances(text, "SemiBold")
    assert places[-1] * 10 == pytest.approx(FACE.width(text, 10, "SemiBold"))
    assert list(places) == sorted(places)


def test_a_width_grows_with_the_size() -> None:
    """Twice the size is twice as wide."""
    assert FACE.width("Huế", 20) == pytest.approx(2 * FACE.width("Huế", 10))


def test_a_sign_without_a_width_is_guessed() -> None:
    """0.7 em, a whole one for scripts of East Asia."""
    assert FACE.width("Ω", 10) == pytest.approx(7)
    assert FACE.width("中", 10) == pytest.approx(10)
    assert FACE.advances("中", "Regular") == [0, 1]


def test_lines_are_no_wider_than_asked_and_lose_no_word() -> None:
    """The lines put together again are the text."""
    lines = FACE.wrap(PARAGRAPH, 120, 9)
    assert " ".join(lines) == PARAGRAPH
    assert all(FACE.width(line, 9) <= 120 for line in lines)


def test_a_word_that_is_too_wide_is_broken() -> None:
    """Into as few pieces as fit; nothing is lost, and what follows goes on behind the last."""
    word = "m" * 30
    lines = FACE.wrap(f"a {word} b", 40, 10)
    assert "".join(lines).replace(" ", "") == f"a{word}b"
    assert all(FACE.width(line, 10) <= 40 for line in lines)
    assert lines[-1].endswith(" b")


def test_a_column_narrower_than_a_letter_holds_one_letter_a_line() -> None:
    """It ends."""
    assert FACE.wrap("mm", 1, 10) == ("m", "m")


def test_a_line_break_in_a_text_is_kept() -> None:
    """Two paragraphs are two lines."""
    assert FACE.wrap("a\nb", 100, 10) == ("a", "b")


def test_a_name_with_unbroken_spaces_stays_on_one_line() -> None:
    """The no-break space is no place to break at."""
    name = "Thừa\u00a0Thiên\u00a0Huế"
    assert FACE.wrap(f"xx {name}", FACE.width(name, 10) + 1, 10) == ("xx", name)


def test_balanced_lines_are_as_many_and_of_nearly_equal_length() -> None:
    """No lonely last word: the shortest is at least two thirds of the longest."""
    for width in (150, 200, 260):
        greedy, balanced = FACE.wrap(PARAGRAPH, width, 9), FACE.balance(PARAGRAPH, width, 9)
        widths = [FACE.width(line, 9) for line in balanced]
        assert len(balanced) == len(greedy)
        assert " ".join(balanced) == PARAGRAPH
        assert min(widths) > max(widths) * 2 / 3
        assert max(widths) <= width


def test_a_text_is_cut_with_an_ellipsis_only_where_it_must_be() -> None:
    """As it is where it fits, else as much as fits and no space before the dots."""
    assert FACE.shorten("Huế", 100, 10) == "Huế"
    cut = FACE.shorten("Thừa Thiên Huế", 40, 10)
    assert cut.endswith("…")
    assert not cut.endswith(" …")
    assert FACE.width(cut, 10) <= 40


def test_the_other_typeface_has_widths_of_its_own() -> None:
    """DejaVu Sans is wider, and knows the weights by name."""
    dejavu = typeface("dejavu-sans")
    assert all(dejavu.width("Huế", 10, w) > FACE.width("Huế", 10, w) for w in WEIGHTS)


def test_all_letters_of_vietnamese_are_there() -> None:
    """Every vowel with every tone, in both cases, and đ."""
    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    assert all(FACE.has(sign, w) for sign in letters + letters.upper() for w in WEIGHTS)


def test_the_licence_of_the_typeface_goes_with_it() -> None:
    """Beside the fonts, and among the licences of the package; it reserves no name."""
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "OFL-1.1" in package["license"].split(" AND ")
    path = "dtcompare/charts/fonts/OFL.txt"
    assert path in package["license-files"]
    assert all((ROOT / file).is_file() for file in package["license-files"])
    text = font_data("OFL.txt").decode()
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Reserved Font Name" not in text.partition("PREAMBLE")[0]  # a subset keeps the name
