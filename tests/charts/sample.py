"""A page of every kind of mark, fit to print, and a data set with nothing in it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.marks import Canvas, Hatch, Mark, Polygon, Text
from dtcompare.charts.page import Page
from dtcompare.view.phrases import Phrases
from tests.analysis.build import AS_OF, country, figure

PAGES = country([figure("an", "2025", "10")])


def chart(**more: object) -> Chart:
    """A chart of 200 x 120 points."""
    c = Canvas()
    c.text(10, 20, "Tỉnh Đắk Lắk", 12, "#1A1A1A", "SemiBold")
    c.line(((10, 30), (100, 30), (100, 40)), "#9A9A9A", 1, (4, 2))
    c.rectangle(10, 50, 60, 12, "#084A91")
    c.middle(40, 56, "98,4", 8, "#FFFFFF", anchor="middle")
    c.rectangle(10, 70, 60, 12, "#FFFFFF", "#3A75AB", 0.8, Hatch("#3A75AB", 5))
    c.marks.append(Polygon(((100, 50), (120, 56), (100, 62)), "#3A75AB", "#FFFFFF"))
    c.marker(140, 56, "circle", 4, "#C4500A")
    c.marker(160, 56, "diamond", 4, "#C4500A", None)
    c.text(190, 100, "≈ 40", 7, "#333333", "Italic", "end", halo=True)
    facts: dict[str, object] = {
        "width": 200,
        "height": 120,
        "marks": tuple(c.marks),
        "title": "Tỉnh Đắk Lắk",
        "alt": "Một biểu đồ thử.",
        "source": "Báo Đắk Lắk, 2025",
        "lang": "vi",
        "dpi": 144,
    }
    return Chart(**(facts | more))  # type: ignore[arg-type]


def texts(drawn: Chart) -> list[str]:
    """All texts, in drawing order."""
    return [mark.text for mark in drawn.marks if isinstance(mark, Text)]


def said(drawn: Chart) -> str:
    """All texts as one, with plain spaces."""
    return " ".join(texts(drawn)).replace("\u00a0", " ")


def with_marks(*marks: Mark) -> Chart:
    """The same page with other marks."""
    return replace(chart(), marks=marks)


def text(words: str, x: float = 20, y: float = 40, size: float = 10, **more: object) -> Text:
    """A dark text."""
    facts: dict[str, object] = {"color": "#1A1A1A"}
    return Text(x, y, words, size, **(facts | more))  # type: ignore[arg-type]


def page(options: ChartOptions | None = None, *, lang: str = "en", **more: object) -> Page:
    """A page with a title, a subtitle, a note and one source."""
    facts: dict[str, object] = {
        "title": "A title",
        "subtitle": "A subtitle.",
        "sources": ["an/page"],
        "notes": ("A note.",),
    }
    day: date = AS_OF
    return Page(options or ChartOptions(), Phrases(PAGES, lang), day, **(facts | more))  # type: ignore[arg-type]
