"""Change over time as marks: lines where figures compare, lanes where none do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import cycle, pairwise, product
from typing import Any

import pytest

from dtcompare.analysis.trend import Trend, trend
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.labels import spread
from dtcompare.charts.marks import Marker, Polyline, Rectangle, Text
from dtcompare.charts.style import ACCENT, GREY, INK, SERIES, WHITE
from dtcompare.charts.time_axis import time_axis
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.figure import Line as Reported
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.model.label import Label
from dtcompare.view.phrases import Phrases
from tests.analysis.build import (
    AS_OF,
    COUNT,
    country,
    figure,
    figures,
    index,
    province,
    share,
    target,
)
from tests.charts.lint import lint

SIZES = ("a4", "column", "slide", "square")
LANGUAGES = ("en", "vi")
SERIES_OF_AN = (("an", "2022", "20"), ("an", "2023", "30"), ("an", "2025", "50"))
LONG = {
    "en": "How far the provinces have come with 5G in the two years since "
    "the first stations opened to all",
    "vi": "Quảng Ngãi, Thừa Thiên Huế và những nơi vượt lên nhờ phủ sóng 5G tới "
    "từng thôn bản xa xôi nhất",
}


def drawn(
    lines: Iterable[Reported],
    *names: str,
    indicator: Indicator | None = None,
    lang: str = "en",
    kind: str = "lines",
    **options: Any,
) -> Chart:
    """The chart of the lines' trend."""
    data = country(lines, indicator)
    result = trend(data, "share", as_of=AS_OF, provinces=names)
    return chart_of("trend", kind, result, Phrases(data, lang), ChartOptions(**options))


def texts(chart: Chart) -> list[str]:
    """Every text drawn."""
    return [mark.text for mark in chart.marks if isinstance(mark, Text)]


def the(chart: Chart, words: str) -> Text:
    """The one text of these words."""
    [found] = [mark for mark in chart.marks if isinstance(mark, Text) and mark.text == words]
    return found


def markers(chart: Chart, color: str) -> list[Marker]:
    """The signs filled with or edged in a colour, from left to right."""
    found = [m for m in chart.marks if isinstance(m, Marker) and color in (m.fill, m.stroke)]
    return sorted(found, key=lambda marker: marker.x)


def strokes(chart: Chart, color: str) -> list[Polyline]:
    """The lines of a colour from one figure to the next, from left to right."""
    lines = [mark for mark in chart.marks if isinstance(mark, Polyline) and mark.color == color]
    return sorted((line for line in lines if line.width != 0.6), key=lambda line: line.points)


def footer(chart: Chart) -> str:
    """Everything written, as one text."""
    return " ".join(texts(chart))


def test_time_and_numbers_stand_to_scale() -> None:
    """Two years are twice as far as one, and 20 points twice as high as 10."""
    chart = drawn(figures(*SERIES_OF_AN), "an")
    first, second, last = markers(chart, SERIES[0])
    years = (date(2025, 12, 31) - date(2023, 12, 31)).days / 365
    assert (last.x - second.x) / (second.x - first.x) == pytest.approx(years)
    assert (second.y - last.y) == pytest.approx(2 * (first.y - second.y))


def test_the_scale_begins_at_zero() -> None:
    """A percentage is never cropped: the lowest number of the scale is 0."""
    chart = drawn(figures(("an", "2023", "90"), ("an", "2025", "95")), "an")
    zero, hundred = the(chart, "0"), the(chart, "100")
    first, _ = markers(chart, SERIES[0])
    assert (zero.y - first.y) / (zero.y - hundred.y) == pytest.approx(0.9, abs=0.02)


def test_nothing_is_drawn_through_a_year_without_a_figure() -> None:
    """A line from 2022 to 2023, none over 2024, and the note says why."""
    chart = drawn(figures(*SERIES_OF_AN), "an")
    [line] = strokes(chart, SERIES[0])
    first, second, last = markers(chart, SERIES[0])
    assert [x for x, _ in line.points] == [first.x, second.x]
    assert last.x > second.x
    assert "A line is open where a year in between has no figure." in footer(chart)


def test_a_grey_figure_that_no_line_reaches_is_a_dot() -> None:
    """Of five grey lines one has figures of 2021 and 2024 alone."""
    lines = [
        figure(id, year, str(40 + n))
        for n, id in enumerate(("an", "ba", "ca", "da", "em"))
        for year in ("2023", "2024")
    ]
    alone = figures(("former/bo", "2021", "20"), ("former/bo", "2024", "30"))
    chart = drawn([*lines, *alone], "an", "da", "em", "ba", highlight=frozenset({"an"}))
    dots = [m for m in chart.marks if isinstance(m, Marker) and m.fill == GREY]
    assert len(dots) == 2


def test_the_label_stands_at_the_end_of_the_line() -> None:
    """Name and last number stand right of the last sign, in the colour of the line."""
    chart = drawn(figures(*SERIES_OF_AN), "an")
    label, last = the(chart, "An 50"), markers(chart, SERIES[0])[-1]
    assert label.color == SERIES[0]
    assert label.x > last.x
    assert label.y == pytest.approx(last.y, abs=5)


def test_labels_of_lines_that_end_together_do_not_touch() -> None:
    """Five lines that end at one number have five labels below each other."""
    names = ("an", "ba", "ca", "da", "em")
    lines = figures(*((id, year, "50") for id in names for year in ("2024", "2025")), recast=True)
    chart = drawn(lines, *names)
    ys = sorted(the(chart, f"{id.capitalize()} 50").y for id in names)
    assert all(below - above >= 8.3 for above, below in pairwise(ys))
    assert not lint(chart)


def test_what_is_uncertain_looks_it() -> None:
    """About is hollow, over has a tip above it, at most is hollow with a tip below it."""
    lines = figures(
        ("an", "2023", "about 40"), ("an", "2024", "over 50"), ("an", "2025", "at most 60")
    )
    found = markers(drawn(lines, "an"), SERIES[0])
    about, over, most = (m for m in found if m.shape == "circle")
    assert (about.fill, over.fill, most.fill) == (WHITE, SERIES[0], WHITE)
    up, down = (m for m in found if m.shape in ("up", "down"))
    assert (up.shape, down.shape) == ("up", "down")
    assert up.y < over.y
    assert down.y > most.y


def test_a_range_has_a_whisker() -> None:
    """Of 50 to 55 the whisker is as long as the scale from 50 to 55."""
    lines = figures(("an", "2023", "50"), ("an", "2024", "55"), ("an", "2025", "50 to 55"))
    chart = drawn(lines, "an")
    first, second, last = markers(chart, SERIES[0])
    [whisker] = [
        mark for mark in strokes(chart, SERIES[0]) if mark.points[0][0] == mark.points[1][0]
    ]
    assert whisker.points[0] == pytest.approx((last.x, first.y))
    assert whisker.points[1] == pytest.approx((last.x, second.y))


def test_no_line_crosses_a_change_of_method() -> None:
    """Figures before 2024 and from 2024 on are not joined; a broken line and a note say why."""
    lines = figures(*(("an", str(year), str(year - 2000)) for year in range(2022, 2026)))
    chart = drawn(lines, "an", indicator=share(breaks=(2024,)))
    joined = [(line.points[0][0], line.points[1][0]) for line in strokes(chart, SERIES[0])]
    xs = [marker.x for marker in markers(chart, SERIES[0])]
    assert joined == [(xs[0], xs[1]), (xs[2], xs[3])]
    assert xs[1] < the(chart, "new method 2024").x + 20 < xs[3]
    assert "The method changed in 2024; no line crosses a change." in footer(chart)


def test_a_former_provinces_line_ends_at_the_merger() -> None:
    """Ba's predecessors have lines of their own, and the day of the merger is marked."""
    lines = [
        *figures(("former/ba", "2023", "20"), ("former/ba", "2024", "30")),
        *figures(("former/bo", "2023", "40"), ("former/bo", "2024", "45")),
        *figures(("ba", "2025", "38")),
    ]
    chart = drawn(lines, "ba")
    assert {"Ba 38", "Former Ba 30", "Former Bo 45", "merger 1 Jul 2025"} <= set(texts(chart))
    joined = [mark for color in SERIES for mark in strokes(chart, color)]
    parting = the(chart, "merger 1 Jul 2025")
    assert max(line.points[-1][0] for line in joined) < parting.x + 30


def test_footings_never_share_a_plot() -> None:
    """Shares of people and of area have a panel each, headed by what they are a share of."""
    lines = [
        *figures(("an", "2023", "20"), ("an", "2025", "50"), basis="people"),
        *figures(("an", "2023", "10"), ("an", "2025", "15"), basis="area"),
    ]
    chart = drawn(lines, "an", indicator=share(bases=("people", "area")))
    people, area = the(chart, "Share of people"), the(chart, "Share of area")
    low, high = sorted((people.y, area.y))
    signs = markers(chart, SERIES[0])
    assert len([m for m in signs if low < m.y < high]) == 2
    assert len([m for m in signs if m.y > high]) == 2
    assert "A change is told only between figures of one basis and one method." in footer(chart)


def test_places_and_scores_never_share_a_plot() -> None:
    """Places stand upside down, the first above, in a panel apart from the scores."""
    lines = figures(("an", "2022", "9 of 63; 0.5"), ("an", "2023", "4 of 63; 0.7"))
    chart = drawn(lines, "an", indicator=index())
    assert {"Places among 63", "Score"} <= set(texts(chart))
    assert the(chart, "An 4").y < the(chart, "9").y
    assert chart.title == "share: An moved up from place 9 in 2022 to 4 in 2023"


def test_figures_without_a_partner_stand_in_lanes() -> None:
    """Where no two figures compare there is no plot: a lane each, told by its footing."""
    lines = [
        *figures(("an", "2023", "20"), basis="people"),
        *figures(("an", "2025", "50"), basis="area"),
    ]
    chart = drawn(lines, "an", indicator=share(bases=("people", "area")))
    assert chart.title == "share: no change can be told for An"
    assert texts(chart).count("An") == 2
    assert the(chart, "Share of people").y != the(chart, "Share of area").y
    assert the(chart, "20").x < the(chart, "50").x


def test_a_target_stands_in_its_year() -> None:
    """A black diamond right of the last figure, as high as its number, with its words."""
    lines = [
        *figures(("an", "2023", "20"), ("an", "2025", "30")),
        target("an", "2030", "at least 90"),
    ]
    chart = drawn(lines, "an")
    [diamond] = [m for m in markers(chart, INK) if m.shape == "diamond"]
    last = markers(chart, SERIES[0])[-1]
    assert diamond.x > last.x
    assert diamond.y < last.y
    assert "Target ≥ 90 by 2030" in texts(chart)


def test_targets_alone_are_drawn_too() -> None:
    """Without a figure the targets stand in a lane that says that no figure was found."""
    chart = drawn([target("an", "2026", "80"), target("an", "2030", "90")], "an")
    assert chart.title == "share: An with a target, without a figure"
    assert the(chart, "80").x < the(chart, "90").x
    assert "Target; no figure found" in texts(chart)


def test_a_target_on_the_day_of_a_figure_hides_nothing() -> None:
    """Both signs are there, one above the other."""
    chart = drawn([*figures(("an", "2025", "20")), target("an", "2025", "30")], "an")
    diamond, circle = (
        next(m for m in chart.marks if isinstance(m, Marker) and m.shape == shape and m.y > 60)
        for shape in ("diamond", "circle")
    )
    assert diamond.x == circle.x
    assert diamond.y < circle.y


@pytest.mark.parametrize("names", [(), ("an",)])
def test_nothing_found_is_said(names: tuple[str, ...]) -> None:
    """Without figure and target a field says so, and the sources say that there is none."""
    chart = drawn([], *names)
    assert any(isinstance(mark, Rectangle) for mark in chart.marks)
    assert "none, as no figure is shown" in footer(chart)


def test_the_state_of_a_figure_inside_a_line_is_noted() -> None:
    """Beside the last figure it is written; that of one before is not lost."""
    lines = [
        figure("an", "2023", "20"),
        figure("an", "2024", "25", status="estimated"),
        figure("an", "2025", "30", status="provisional"),
    ]
    chart = drawn(lines, "an")
    assert "Estimated: An 2024." in footer(chart).replace("\u00a0", " ")
    assert "Provisional:" not in footer(chart)
    assert "provisional" in texts(chart)


def test_without_a_figure_no_measure_is_told() -> None:
    """A bare sign of the unit is no subtitle; beside targets it is called the unit."""
    percent = share(unit=Unit("percent", Label("%", "%")))
    assert "%." not in texts(drawn([], indicator=percent))
    aimed = drawn([target("an", "2030", "80")], "an", indicator=percent)
    assert "Unit: %." in texts(aimed)


def _many(count: int) -> tuple[tuple[str, ...], list[Figure], Dataset]:
    """``count`` provinces, each a point better a year than the one before."""
    land = tuple(province(f"p{n}", f"Tỉnh Đắk {n}") for n in range(count))
    lines = figures(
        *(
            (p.id, str(year), str(20 + n % 30 + n * i))
            for n, p in enumerate(land)
            for i, year in enumerate((2024, 2025))
        ),
    )
    return tuple(p.id for p in land), lines, country(lines, provinces=land)


def _of_many(count: int, options: ChartOptions, *names: str) -> Chart:
    data = _many(count)[2]
    return chart_of(
        "trend",
        "lines",
        trend(data, "share", as_of=AS_OF, provinces=names),
        Phrases(data, "en"),
        options,
    )


def test_of_many_the_ends_of_the_list_are_in_colour() -> None:
    """Of 34 the two best and the two weakest changes a year have colours, 30 are grey."""
    chart = _of_many(34, ChartOptions())
    lit = [color for color in SERIES if strokes(chart, color)]
    assert lit == list(SERIES[:4])
    assert len(strokes(chart, GREY)) == 30
    assert "Grey: 30 other provinces." in footer(chart)
    assert "In colour: the two best and the two weakest changes a year" in footer(chart)


def test_highlighting_uses_the_accent() -> None:
    """The highlighted province alone has a colour, the accent."""
    chart = _of_many(34, ChartOptions(highlight=frozenset({"p7"})))
    assert len(strokes(chart, ACCENT)) == 1
    assert len(strokes(chart, GREY)) == 33
    assert not any(strokes(chart, color) for color in SERIES)


def test_more_named_than_can_be_told_apart() -> None:
    """Of seven named provinces the first five have colours, and a note says so."""
    chart = _of_many(34, ChartOptions(), *(f"p{n}" for n in range(7)))
    assert all(strokes(chart, color) for color in SERIES[:5])
    assert len(strokes(chart, GREY)) == 2
    assert "In colour: the first five named; the others are grey." in footer(chart)


def test_first_and_last_say_what_is_not_shown() -> None:
    """Of 34 lines three and two are drawn, and 29 are counted."""
    chart = _of_many(34, ChartOptions(first=3, last=2))
    assert sum(len(strokes(chart, color)) for color in SERIES) == 5
    assert "29 rows not shown." in footer(chart)


def test_the_title_says_up_only_where_it_is_sure() -> None:
    """From about 40 to about 41 may be no rise at all."""
    chart = drawn(figures(("an", "2023", "about 40"), ("an", "2025", "about 41")), "an")
    assert chart.title == "share: An at about 40 in 2023, about 41 in 2025"


def test_the_title_names_who_rose_and_who_fell() -> None:
    """Up to three provinces are named, each on its side."""
    lines = figures(
        ("an", "2023", "20"), ("an", "2025", "30"), ("da", "2023", "20"), ("da", "2025", "10")
    )
    assert drawn(lines).title == "share: up in An, down in Da"


def test_the_title_counts_who_kept_the_figure_where_nobody_moved() -> None:
    """Three are unchanged, of two it is not sure, none is up or down."""
    exact = [(id, year, "20") for id in ("an", "be", "ca") for year in ("2023", "2025")]
    about = [(id, year, "about 20") for id in ("da", "en") for year in ("2023", "2025")]
    land = tuple(province(id, id.capitalize()) for id in ("an", "be", "ca", "da", "en"))
    data = country(figures(*exact, *about), provinces=land)
    chart = chart_of(
        "trend", "lines", trend(data, "share", as_of=AS_OF), Phrases(data, "en"), ChartOptions()
    )
    assert chart.title == "share: unchanged in 3 of 5 provinces"


def test_a_title_that_is_given_is_taken() -> None:
    """``title`` stands in place of the sentence."""
    assert drawn(figures(*SERIES_OF_AN), title="Mine").title == "Mine"


def test_what_is_said_to_those_who_do_not_see_it() -> None:
    """Chart type, title, every row, and the targets."""
    lines = [*figures(*SERIES_OF_AN), target("an", "2030", "90")]
    assert drawn(lines, "an").alt == (
        "Line chart over time. share: An rose from 20 in 2022 to 50 in 2025. 2022 to 2025. "
        "An: 20 in 2022, 30 in 2023, 50 in 2025; An: target 90 by 2030."
    )


def test_the_same_number_from_two_pages_is_written_once() -> None:
    """A place found with a score and again without it is one dot in the chart's words."""
    lines = figures(
        ("an", "2022", "4 of 63; 0.7"), ("an", "2022", "4 of 63"), ("an", "2023", "3 of 63")
    )
    chart = drawn(lines, "an", indicator=index())
    assert texts(chart).count("4") == 1


def test_every_source_is_named() -> None:
    """The pages behind figures and targets stand in the footer."""
    chart = drawn([*figures(*SERIES_OF_AN), target("an", "2030", "90")], "an")
    assert "Source: paper, 1 Jan 2020" in footer(chart)


# Pieces


def test_ticks_are_called_by_the_year_only_where_all_figures_are_yearly() -> None:
    """With a figure of June the ticks are months, so that nobody takes them for a year's start."""
    yearly = time_axis([date(2023, 12, 31), date(2025, 12, 31)], [])
    monthly = time_axis([date(2025, 6, 30), date(2025, 12, 31)], [])
    assert yearly is not None
    assert monthly is not None
    assert [text for _, text in yearly.ticks(300, lambda _: 20, "en")] == ["2023", "2024", "2025"]
    assert [text for _, text in monthly.ticks(100, lambda _: 45, "vi")] == [
        "06/2025",
        "09/2025",
        "12/2025",
    ]


def test_an_axis_of_one_day_has_room_on_both_sides() -> None:
    """The only figure stands in the middle."""
    axis = time_axis([date(2025, 12, 31)], [])
    assert axis is not None
    assert axis.share(date(2025, 12, 31)) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("places", "moved"),
    [([], []), ([1], [2]), ([5, 5], [3, 7]), ([9, 9, 9], [2, 6, 10]), ([2, 20], [2, 10])],
    ids=["none", "one outside", "two alike", "at the end", "far apart"],
)
def test_spread(places: Sequence[float], moved: Sequence[float]) -> None:
    """Places are moved apart by 4 between 2 and 10, as little as need be."""
    assert spread(places, 4, 2, 10) == moved


# Fit to print


def _hard_cases() -> Iterator[tuple[str, Dataset, Trend]]:
    ids, _, many = _many(34)
    names = ("an", "ba", "ca", "da", "em")
    about = figures(
        *((id, y, f"about {n}") for id in names for n, y in ((40, "2024"), (44, "2025")))
    )
    one = figures(("an", "2025-06", "55"))
    alike = figures(*((id, year, "50") for id in names for year in ("2023", "2025")))
    aims = [target("an", str(year), str(year - 1960)) for year in (2025, 2026, 2030)]
    counts = figures(("an", "2025-08", "120000"), ("an", "2025-10", "nearly 130000"))
    places = figures(*((id, y, "5 of 63") for id in names for y in ("2022", "2024")))
    for name, data, provinces in (
        ("34", many, ()),
        ("34 named", many, ids[:9]),
        ("about", country(about), names),
        ("one", country(one), ("an",)),
        ("ties", country(alike), ()),
        ("targets", country(aims), ("an",)),
        ("none", country([]), ()),
        ("none named", country([]), ("an", "ba")),
        ("counts", country(counts, share(unit=COUNT)), ("an",)),
        ("places", country(places, index()), names),
    ):
        yield name, data, trend(data, "share", as_of=AS_OF, provinces=provinces)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_hard_cases_are_fit_to_print(size: str, lang: str) -> None:
    """No finding for many and for none, for ties, targets alone, and a title of 100 letters."""
    for name, data, result in _hard_cases():
        for title in (None, LONG[lang]):
            chart = chart_of(
                "trend", "lines", result, Phrases(data, lang), ChartOptions(size=size, title=title)
            )
            assert not lint(chart), name


def test_what_does_not_fit_is_refused() -> None:
    """More lanes than a slide has room for are an error with advice."""
    lines = [figure for n in range(30) for figure in figures((f"p{n}", "2025", "5"))]
    data = country(lines, provinces=[province(f"p{n}") for n in range(30)])
    result = trend(data, "share", as_of=AS_OF, provinces=[f"p{n}" for n in range(30)])
    with pytest.raises(WrongUsage) as caught:
        chart_of("trend", "lines", result, Phrases(data, "en"), ChartOptions(size="slide"))
    assert caught.value.key == "error.chart-rows"


def test_every_trend_of_the_shipped_data_is_fit_to_print(dataset: Dataset) -> None:
    """Every indicator of every province in one size and language, each bare indicator in all."""
    phrases_by_language = {lang: Phrases(dataset, lang) for lang in LANGUAGES}
    pages = cycle(product(SIZES, LANGUAGES))
    for indicator in dataset.catalogue.indicators:
        bare = trend(dataset, indicator, as_of=AS_OF)
        for size, lang in product(SIZES, LANGUAGES):
            assert not lint(
                chart_of("trend", "lines", bare, phrases_by_language[lang], ChartOptions(size=size))
            ), (indicator, size)
        for one in dataset.register.existing(AS_OF):
            result = trend(dataset, indicator, as_of=AS_OF, provinces=(one.id,))
            if result.series or result.targets:
                size, lang = next(pages)
                chart = chart_of(
                    "trend", "lines", result, phrases_by_language[lang], ChartOptions(size=size)
                )
                assert not lint(chart), (indicator, one.id, size, lang)


def test_the_same_result_gives_the_same_marks() -> None:
    """Nothing in a chart depends on chance or on the order of a set."""
    lines = figures(*SERIES_OF_AN)
    assert drawn(lines, "an") == drawn(lines, "an")
