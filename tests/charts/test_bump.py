"""Places over time as marks: smooth steps, the place in every dot."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, product
from typing import Any

import pytest

from dtcompare.analysis.trend import trend
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.fonts import load_font
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Marker, Polyline, Text
from dtcompare.charts.style import ACCENT, GREY, SERIES, WHITE
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.view.phrases import Phrases
from tests.analysis.build import AS_OF, country, figure, figures, index, province, share
from tests.charts.lint import lint

SIZES = ("a4", "column", "slide", "square")
LANGUAGES = ("en", "vi")


def drawn(lines: Iterable[Figure], *names: str, lang: str = "en", **options: Any) -> Chart:
    """The bump chart of the lines' trend."""
    data = country(lines, index())
    result = trend(data, "share", as_of=AS_OF, provinces=names)
    return chart_of("trend", "bump", result, Phrases(data, lang), ChartOptions(**options))


def texts(chart: Chart) -> list[Text]:
    """Every text drawn."""
    return [mark for mark in chart.marks if isinstance(mark, Text)]


def dots(chart: Chart, color: str) -> list[Marker]:
    """The dots filled with or edged in a colour, from left to right."""
    found = [m for m in chart.marks if isinstance(m, Marker) and color in (m.fill, m.stroke)]
    return sorted(found, key=lambda marker: marker.x)


def steps(chart: Chart, color: str) -> list[Polyline]:
    """The lines of a colour."""
    return [mark for mark in chart.marks if isinstance(mark, Polyline) and mark.color == color]


def test_the_first_place_stands_above() -> None:
    """From 20th to 4th the line climbs, and each dot bears its place."""
    chart = drawn(figures(("an", "2022", "20 of 63"), ("an", "2023", "4 of 63")), "an")
    first, last = dots(chart, SERIES[0])
    assert first.y > last.y
    inside = [(text.text, text.x) for text in texts(chart) if text.color == WHITE]
    assert sorted(inside) == [("20", first.x), ("4", last.x)]


def test_the_number_of_places_is_said() -> None:
    """In the corner, and in the subtitle."""
    chart = drawn(figures(("an", "2022", "20 of 63"), ("an", "2023", "4 of 63")), "an")
    words = [text.text for text in texts(chart)]
    assert "Rank of 63" in words
    assert "Places among 63 provinces, 2022 to 2023." in words
    assert "Places below 23 of 63 are not shown." in " ".join(words)


def test_the_name_stands_at_both_ends() -> None:
    """Left of the first dot and right of the last one."""
    chart = drawn(figures(("an", "2022", "20 of 63"), ("an", "2023", "4 of 63")), "an")
    first, last = dots(chart, SERIES[0])
    left, right = sorted((text for text in texts(chart) if text.text == "An"), key=lambda t: t.x)
    assert left.anchor == right.anchor == "start"
    assert left.x + load_font().width("An", left.size, left.weight) < first.x - first.radius
    assert right.x > last.x + last.radius


def test_a_step_is_flat_at_both_editions() -> None:
    """A line leaves and reaches its dots level: the first stretch is flatter than the middle."""
    chart = drawn(figures(("an", "2022", "40 of 63"), ("an", "2023", "1 of 63")), "an")
    [line] = steps(chart, SERIES[0])
    rises = [abs(after[1] - before[1]) for before, after in pairwise(line.points)]
    assert rises[0] < rises[len(rises) // 2] / 4
    assert rises[-1] == pytest.approx(rises[0])


def test_a_missing_year_is_open_and_keeps_its_room() -> None:
    """Over 2023 there is no line, and 2023 stands between 2022 and 2024."""
    chart = drawn(figures(("an", "2022", "9 of 63"), ("an", "2024", "5 of 63")), "an")
    assert steps(chart, SERIES[0]) == []
    years = [text for text in texts(chart) if text.text in ("2022", "2023", "2024")]
    first, middle, last = (text.x for text in years)
    assert last - middle == pytest.approx(middle - first)


def test_the_same_place_is_moved_apart() -> None:
    """Two provinces that share a place have dots beside each other, none over the other."""
    lines = figures(*((id, y, "5 of 63") for id in ("an", "da") for y in ("2022", "2023")))
    chart = drawn(lines, "an", "da")
    one, two = dots(chart, SERIES[0])[0], dots(chart, SERIES[1])[0]
    assert abs(one.y - two.y) >= one.radius * 1.8


def test_places_of_two_sizes_never_share_a_panel() -> None:
    """Places of 63 and of 34 have a corner each."""
    lines = figures(
        ("an", "2021", "9 of 63"),
        ("an", "2022", "5 of 63"),
        ("an", "2025", "8 of 34"),
        ("an", "2026", "3 of 34"),
    )
    words = {text.text: text for text in texts(drawn(lines, "an"))}
    assert words["Rank of 63"].y != words["Rank of 34"].y


def test_a_place_that_no_line_reaches_is_told_in_words() -> None:
    """The only place among 34 stands below the chart."""
    lines = figures(("an", "2021", "9 of 63"), ("an", "2022", "5 of 63"), ("an", "2025", "8 of 34"))
    chart = drawn(lines, "an")
    assert "Places among 34 provinces: An 8 (2025)" in [text.text for text in texts(chart)]


def test_no_line_crosses_a_change_of_method() -> None:
    """The places before and after it are dots without a line between them."""
    lines = figures(*(("an", str(year), "5 of 63") for year in range(2021, 2025)))
    data = country(lines, index(breaks=(2023,)))
    result = trend(data, "share", as_of=AS_OF, provinces=("an",))
    chart = chart_of("trend", "bump", result, Phrases(data, "en"), ChartOptions())
    assert len(dots(chart, SERIES[0])) == 4
    assert len(steps(chart, SERIES[0])) == 2


def test_among_the_first_ten_is_hollow() -> None:
    """A place that is only known to be among the first ten is no full dot."""
    chart = drawn(figures(("an", "2022", "top 10 of 63"), ("an", "2023", "4 of 63")), "an")
    first, last = dots(chart, SERIES[0])
    assert (first.fill, last.fill) == (WHITE, SERIES[0])


def test_what_is_no_index_has_no_places() -> None:
    """A share is refused with a sentence."""
    data = country(figures(("an", "2022", "20"), ("an", "2023", "30")), share())
    result = trend(data, "share", as_of=AS_OF)
    with pytest.raises(WrongUsage) as caught:
        chart_of("trend", "bump", result, Phrases(data, "en"), ChartOptions())
    assert caught.value.key == "error.chart-bump"


def test_without_a_place_the_chart_says_so() -> None:
    """Of an index with scores alone there is nothing to draw."""
    chart = drawn(figures(("an", "2022", "0.5"), ("an", "2023", "0.6")), "an")
    assert chart.title == "share: no place found"
    assert "No published place found." in [text.text for text in texts(chart)]


def test_places_that_no_line_joins_are_not_called_missing() -> None:
    """Without names only what moves is drawn; An has a place, though no two that compare."""
    chart = drawn(figures(("an", "2023", "4 of 63")))
    assert chart.title == "share: no province has two figures that compare"
    found = [text.text for text in texts(chart)]
    assert "One province has figures, but no two that compare." in found


def test_somewhere_among_the_first_is_told_as_such_in_words() -> None:
    """Top 10 is not place 10."""
    lines = figures(
        ("an", "2022", "20 of 63"), ("an", "2023", "4 of 63"), ("an", "2025", "top 10 of 34")
    )
    found = " ".join(text.text for text in texts(drawn(lines, "an"))).replace("\u00a0", " ")
    assert "An top 10 (2025)" in found


def test_a_provisional_place_is_noted() -> None:
    """A dot has no room for it."""
    lines = [
        *figures(("an", "2022", "20 of 63")),
        figure("an", "2023", "4 of 63", status="provisional"),
    ]
    found = " ".join(text.text for text in texts(drawn(lines, "an"))).replace("\u00a0", " ")
    assert "Provisional: An 2023." in found


def test_what_is_said_to_those_who_do_not_see_it() -> None:
    """Chart type, title and every row with its places."""
    chart = drawn(figures(("an", "2022", "20 of 63"), ("an", "2023", "4 of 63")), "an")
    assert chart.alt == (
        "Places over time, one line a province. "
        "share: An moved up from place 20 in 2022 to 4 in 2023. "
        "Places among 63 provinces, 2022 to 2023. An: 20 of 63 in 2022, 4 of 63 in 2023."
    )


def _full() -> Dataset:
    """63 provinces with a place in each of four years."""
    land = [province(f"p{n}", f"Tỉnh Quảng Ngãi {n}") for n in range(63)]
    places = (
        (f"p{n}", str(2020 + year), f"{n * (year + 1) * 11 % 63 + 1} of 63")
        for n in range(63)
        for year in range(4)
    )
    return country(figures(*places), index(), provinces=land)


def test_of_63_the_highlighted_one_has_the_accent() -> None:
    """All others are grey."""
    data = _full()
    result = trend(data, "share", as_of=AS_OF)
    options = ChartOptions(highlight=frozenset({"p7"}))
    chart = chart_of("trend", "bump", result, Phrases(data, "en"), options)
    assert len(steps(chart, ACCENT)) == 3
    assert len(steps(chart, GREY)) == 62 * 3


@pytest.mark.parametrize(("size", "lang"), list(product(SIZES, LANGUAGES)))
def test_charts_are_fit_to_print(dataset: Dataset, size: str, lang: str) -> None:
    """No finding for 63 lines, and for the DTI and PAR Index as shipped."""
    data, options = _full(), ChartOptions(size=size)
    everything = trend(data, "share", as_of=AS_OF)
    few = trend(data, "share", as_of=AS_OF, provinces=("p1", "p5", "p9", "p20", "p40"))
    for result in (everything, few):
        assert not lint(chart_of("trend", "bump", result, Phrases(data, lang), options))
    for indicator in ("dti", "par-index", "sipas", "index766", "papi"):
        for names in ((), ("da-nang",), ("hai-phong", "ha-noi", "nghe-an", "quang-ninh")):
            result = trend(dataset, indicator, as_of=AS_OF, provinces=names)
            assert not lint(chart_of("trend", "bump", result, Phrases(dataset, lang), options)), (
                indicator,
                names,
            )
