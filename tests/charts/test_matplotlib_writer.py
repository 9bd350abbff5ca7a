"""A chart drawn by Matplotlib: size, words and fonts of the file, and what no font has."""

from __future__ import annotations

import shutil
import subprocess
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ImageColor import getrgb
from PIL.PngImagePlugin import PngImageFile, iTXt

from dtcompare.charts.chart import Chart
from dtcompare.charts.marks import Hatch, Polygon, Rectangle
from tests.charts.sample import chart, text, with_marks

WORDS = {
    "Title": "Tỉnh Đắk Lắk",
    "Description": "Một biểu đồ thử.",
    "Source": "Báo Đắk Lắk, 2025",
    "Software": "dtcompare 1",
}
# A sign of the font, three that DejaVu Sans has instead, two that neither has, and a control sign.
STRANGE = "Đo → Ω ☃ 中 𝄞 \x07"


def png(drawn: Chart, dpi: int | None = None) -> PngImageFile:
    """The picture read back."""
    picture = Image.open(BytesIO(drawn.encode("png", "dtcompare 1", dpi)))
    assert isinstance(picture, PngImageFile)
    picture.load()
    return picture


def pixels(drawn: Chart, dpi: int | None = None) -> Image.Image:
    """The picture as red, green and blue."""
    return png(drawn, dpi).convert("RGB")


@pytest.mark.parametrize(("dpi", "size"), [(None, (400, 240)), (72, (200, 120)), (300, (833, 500))])
def test_a_png_is_as_large_as_page_and_dpi_make_it(dpi: int | None, size: tuple[int, int]) -> None:
    """200 x 120 points: at 144 dots an inch, of the page itself, 400 x 240."""
    picture = png(chart(), dpi)
    assert picture.size == size
    assert picture.info["dpi"] == pytest.approx((dpi or 144,) * 2, abs=0.01)


def test_a_png_has_no_transparency() -> None:
    """Its colours are a palette; the corner is white."""
    picture = png(chart())
    assert (picture.mode, "transparency" in picture.info) == ("P", False)
    assert pixels(chart()).getpixel((0, 0)) == (255, 255, 255)


def test_the_colours_of_marks_are_exactly_theirs() -> None:
    """Forty greys, some of them blends of others with white; each stands alone at its place."""
    greys = [f"#{level:02X}{level:02X}{level:02X}" for level in range(0, 240, 12)]
    own = (*greys, "#E3EEF6", "#C4500A", "#A84300", "#084A91", "#3A75AB")
    marks = [Rectangle(4 + 6 * at, 10, 5, 50, color) for at, color in enumerate(own)]
    picture = pixels(with_marks(*marks), 72)
    for at, color in enumerate(own):
        assert picture.getpixel((6 + 6 * at, 30)) == getrgb(color)


def test_a_png_says_what_it_shows_in_utf_8() -> None:
    """Title, words, sources and program, in the language of the chart."""
    said = png(chart()).text
    assert said == WORDS
    assert all(isinstance(value, iTXt) and value.lang == "vi" for value in said.values())


def test_marks_are_drawn_where_they_stand() -> None:
    """The middle of the rectangle from 10, 50 to 70, 62 is its blue; left of it the page."""
    picture = pixels(with_marks(Rectangle(10, 50, 60, 12, "#084A91")), 72)
    assert picture.getpixel((40, 56)) == (8, 74, 145)
    assert picture.getpixel((5, 56)) == (255, 255, 255)


def test_an_outline_is_not_notched_by_hatching() -> None:
    """It is drawn over the ends of the lines."""
    box = Rectangle(20, 20, 100, 60, "#FFFFFF", "#000000", 2, Hatch("#E3E3E3", 5, 2))
    picture = pixels(with_marks(box), 72)
    assert {picture.getpixel((x, 20)) for x in range(22, 118)} == {(0, 0, 0)}


@pytest.mark.parametrize("dpi", [72, 300])
def test_a_picture_is_whole(dpi: int) -> None:
    """A slanted edge goes on from top to bottom: one step a line, above white, below black."""
    corners = ((0.0, 0.0), (120.0, 120.0), (0.0, 120.0))
    grey = png(with_marks(Polygon(corners, "#000000")), dpi).convert("L")
    for y in range(5, grey.height - 5):
        assert (grey.getpixel((y - 3, y)), grey.getpixel((y + 3, y))) == (0, 255)


@pytest.mark.parametrize("format", ["png", "pdf", "svg"])
def test_signs_that_a_font_lacks_are_no_error(format: str) -> None:
    """DejaVu Sans lends what it has, an empty box stands for the rest; Matplotlib says nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert with_marks(text(STRANGE)).encode(format, "x")


def test_a_lent_sign_is_drawn_and_no_box() -> None:
    """An arrow and an omega differ from each other; two signs that no font has do not."""

    def drawn(sign: str) -> bytes:
        return png(with_marks(text(sign))).tobytes()

    assert len({drawn("→"), drawn("Ω"), drawn(" ")}) == 3
    assert drawn("中") == drawn("文") != drawn(" ")


def test_right_to_left_letters_are_left_out() -> None:
    """What stands on both sides of them is drawn, with room for them."""
    drawn, spaced = with_marks(text("a שלום b")), with_marks(text("a      b"))
    assert png(drawn).tobytes() == png(spaced).tobytes()
    assert drawn.encode("pdf", "x") == spaced.encode("pdf", "x")


def ink(drawn: Chart) -> int:
    """How much of a picture is black."""
    return sum(255 - value for value in png(drawn).convert("L").tobytes())


def test_the_weights_look_different() -> None:
    """SemiBold is blacker than Medium, and that than Regular."""
    weights = ("SemiBold", "Medium", "Regular")
    inks = [ink(with_marks(text("Quảng Ninh", size=20, weight=weight))) for weight in weights]
    assert inks[0] > inks[1] > inks[2]


def read(tool: str, *options: str) -> Callable[[Path], str]:
    """What a tool of Poppler says of a PDF; skips where it is not installed."""

    def ask(path: Path) -> str:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} (of Poppler) is not installed")
        command = [tool, *options, str(path)]
        if tool == "pdftotext":
            command.append("-")
        return subprocess.run(
            command, capture_output=True, check=True, encoding="utf-8", timeout=30
        ).stdout

    return ask


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "chart.pdf"
    path.write_bytes(chart().encode("pdf", "dtcompare 1"))
    return path


def test_a_pdf_has_real_text(pdf: Path) -> None:
    """Vietnamese letters come out as they went in."""
    assert {"Tỉnh Đắk Lắk", "98,4", "≈ 40"} <= set(read("pdftotext")(pdf).splitlines())


def test_a_pdf_embeds_each_weight_that_is_used(pdf: Path) -> None:
    """Be Vietnam Pro in SemiBold, Regular and Italic, none replaced by another."""
    rows = read("pdffonts")(pdf).splitlines()[2:]
    assert {row.split()[0].partition("+")[2] for row in rows} == {
        "BeVietnamPro-SemiBold",
        "BeVietnamPro-Regular",
        "BeVietnamPro-Italic",
    }
    assert all(row.split()[-5:-3] == ["yes", "yes"] for row in rows)


def test_a_pdf_says_what_it_shows(pdf: Path) -> None:
    """Title, words, sources, program; no date, so that the same chart is the same file."""
    lines = read("pdfinfo", "-enc", "UTF-8")(pdf).splitlines()
    said = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
    assert said["Title"] == WORDS["Title"]
    assert said["Subject"] == WORDS["Description"]
    assert said["Keywords"] == WORDS["Source"]
    assert said["Creator"] == WORDS["Software"]
    assert said["Page size"].startswith("200 x 120 pts")
    assert "CreationDate" not in said


@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_the_same_chart_twice_is_the_same_bytes(format: str) -> None:
    """What was drawn before leaves no trace."""
    first = chart().encode(format, "x")
    chart(marks=(text("Khác"),)).encode(format, "x")
    assert chart().encode(format, "x") == first
