"""A full data set made by hand: 34 provinces, and as many indicators as are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Marker, Text
from dtcompare.charts.marks import Polyline as Stroke
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line
from dtcompare.model.indicator import Indicator
from dtcompare.view.phrases import Phrases
from tests.analysis.build import country, figure, label, province, share, target
from tests.charts.lint import lint

NAMES = ("Đắk Lắk", "Quảng Ngãi", "Thừa Thiên Huế", "TP. Hồ Chí Minh", "Bắc Ninh", "Ỷ Ế Ẵ Ộ")
IDS = tuple(f"p{n:02}" for n in range(34))
# A hundred letters each.
LONG = {
    "en": "This title of a hundred letters that somebody typed so that it names the page in full, "
    "as it is.",
    "vi": "Tỷ lệ hộ gia đình được phủ cáp quang và sử dụng điện thoại thông minh ở mỗi địa phương, "
    "tính đến nay",
}


def indicators(count: int) -> list[Indicator]:
    """So many indicators of percentages, with names of all lengths."""
    return [
        share(
            id=f"s{n}", name=label(f"Indicator {n} {'ộ ễ ' * (n % 5)}".strip()), bases=("people",)
        )
        for n in range(count)
    ]


def filled(count: int = 12, *, word: str = "", provinces: Sequence[str] = IDS) -> Dataset:
    """Every province reports every indicator in 2025; the first has a target in each of them."""
    lines: list[Line] = []
    for n in range(count):
        for place, id in enumerate(provinces):
            number = (place * 37 + n * 11) % 100 + 0.5
            made = figure(id, "2025", f"{word} {number}".strip(), basis="people")
            lines.append(replace(made, indicator=f"s{n}"))
        aim = target(provinces[0], "2026", f"at least {60 + n}", basis="people")
        lines.append(replace(aim, indicator=f"s{n}"))
    first, *others = indicators(count)
    named = [province(id, NAMES[n % 6] if n < 6 else f"Tỉnh {n}") for n, id in enumerate(IDS)]
    return country(lines, first, provinces=named, others=others)


def findings(
    name: str, result: object, dataset: Dataset, lang: str, **options: object
) -> list[str]:
    """What the lint finds in a chart; nothing of one that does not fit on a page of fixed height.

    Raises WrongUsage where rows do not fit on a page that grows.
    """
    try:
        chart = drawn(name, result, dataset, lang, **options)
    except WrongUsage:
        if options["size"] in ("slide", "square"):
            return []
        raise
    assert chart.source
    assert chart.alt
    return [f"{options} {lang}: {found}" for found in lint(chart)]


def drawn(
    name: str, result: object, dataset: Dataset, lang: str = "en", **options: object
) -> Chart:
    """The chart of a result; ``look`` are the fields of Look."""
    return chart_of(name, None, result, Phrases(dataset, lang), ChartOptions(**options))  # type: ignore[arg-type]


def texts(chart: Chart) -> list[str]:
    """Every text of a chart, with plain spaces."""
    return [mark.text.replace("\u00a0", " ") for mark in chart.marks if isinstance(mark, Text)]


def words_of(chart: Chart) -> str:
    """All texts of a chart as one."""
    return " ".join(texts(chart))


def text(chart: Chart, said: str) -> Text:
    """The first text that says so."""
    return next(
        mark
        for mark in chart.marks
        if isinstance(mark, Text) and mark.text.replace("\u00a0", " ") == said
    )


def markers(chart: Chart, *colors: str) -> list[Marker]:
    """The markers filled or edged with one of the colours."""
    found: Iterable[Marker] = (mark for mark in chart.marks if isinstance(mark, Marker))
    return [mark for mark in found if mark.fill in colors or mark.stroke in colors]


def strokes(chart: Chart, color: str, width: float) -> list[Stroke]:
    """The lines of one colour and width."""
    return [
        mark
        for mark in chart.marks
        if isinstance(mark, Stroke) and (mark.color, mark.width) == (color, width)
    ]
