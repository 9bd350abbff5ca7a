"""Gaps as dumbbells: marks as data, words, and the lint over the shipped data and hard cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from dtcompare.analysis.gaps import Gaps, gaps
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.gap_words import shapes_of
from dtcompare.charts.kinds import chart_of, usual_kind
from dtcompare.charts.marks import Mark, Marker, Polyline, Rectangle, Text
from dtcompare.charts.style import ACCENT, ACCENT_TEXT, BAR, BAR_HIGH, BAR_TINT, INK, SIZES, WHITE
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line as DataLine
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.model.province import Province
from dtcompare.view.phrases import Phrases
from tests.analysis.build import (
    AS_OF,
    COUNT,
    country,
    figure,
    index,
    label,
    province,
    share,
    target,
)
from tests.charts import full
from tests.charts.lint import lint
from tests.charts.sample import texts

LONG = (
    "Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp dịch vụ công trực tuyến toàn trình cả năm"
)


def drawn(
    lines: Iterable[DataLine],
    *,
    indicator: Indicator | None = None,
    provinces: Iterable[Province] | None = None,
    options: ChartOptions | None = None,
    lang: str = "en",
    ask: str | None = "share",
    who: str | None = None,
) -> Chart:
    """The chart of the gaps of these lines."""
    data = country(lines, indicator or percent(), provinces=provinces)
    result = gaps(data, as_of=AS_OF, indicator=ask, province=who)
    return chart_of("gap", "dumbbell", result, Phrases(data, lang), options or ChartOptions())


def body(chart: Chart) -> Sequence[Mark]:
    """What is drawn after the heads of the columns: the lines without the key."""
    heads = [n for n, m in enumerate(chart.marks) if isinstance(m, Text) and m.text == "Target"]
    return chart.marks[heads[0] :] if heads else ()


def dots(chart: Chart) -> list[Marker]:
    """The dots of the lines."""
    return [m for m in body(chart) if isinstance(m, Marker)]


def targets_at(chart: Chart) -> list[float]:
    """Where the ticks of the targets stand."""
    return [m.points[0][0] for m in body(chart) if isinstance(m, Polyline) and m.color == INK]


def rules(chart: Chart) -> list[float]:
    """How long the rules from figure to target are."""
    return [m.width for m in chart.marks if isinstance(m, Rectangle) and m.fill == BAR_TINT]


def percent(**more: Any) -> Indicator:
    """The indicator "share" with the sign of its unit."""
    unit = Unit("percent", symbol=label("%"), minimum=Decimal(0), maximum=Decimal(100))
    return share(unit=unit, **more)


SHORT = [figure("an", "2025", "60"), target("an", "2030", "80")]


def test_the_rule_from_figure_to_target_is_as_long_as_the_gap() -> None:
    """A gap of 40 is drawn twice as long as one of 20, on the scale of 0 to 100."""
    chart = drawn(
        [*SHORT, figure("ba", "2025", "40"), target("ba", "2030", "80")],
    )
    short, long = rules(chart)
    assert long == pytest.approx(2 * short)


def test_every_line_has_its_own_tick() -> None:
    """Targets of 80 and of 90 stand at their own numbers, a tenth of the scale apart."""
    chart = drawn([*SHORT, figure("ba", "2025", "60"), target("ba", "2030", "90")])
    first, second = targets_at(chart)
    one, two = dots(chart)
    assert one.x == two.x
    assert (second - first) / (first - one.x) == pytest.approx(0.5)


def test_an_approximate_figure_is_hollow() -> None:
    """An exact dot is filled with blue, an approximate one is white."""
    chart = drawn([*SHORT, figure("ba", "2025", "about 40"), target("ba", "2030", "80")])
    assert [dot.fill for dot in dots(chart)] == [BAR, WHITE]
    assert "≈ 40" in texts(chart)


def test_a_reached_target_is_dark_and_has_no_rule() -> None:
    """What is reached is told by a darker dot and by a word, and leaves nothing to go."""
    chart = drawn([figure("an", "2025", "85"), target("an", "2030", "80")])
    assert [dot.fill for dot in dots(chart)] == [BAR_HIGH]
    assert not rules(chart)
    assert "reached" in texts(chart)
    assert chart.title == "share: the only target that can be judged is reached"


def test_columns_say_what_is_to_go_and_needed_a_year() -> None:
    """From 60 at the end of 2025 to 80 at the end of 2030 it takes 20 points, 4 a year."""
    said = texts(drawn(SHORT))
    assert "20" in said
    assert "4.00" in said


def test_a_near_deadline_gives_the_days_left() -> None:
    """On 21 Nov 2026 a target for 2026 has 40 days left and no pace."""
    said = texts(drawn([figure("an", "2025", "60"), target("an", "2026", "80")]))
    assert "40 days left" in said


def test_the_title_counts_what_can_be_judged() -> None:
    """Of three targets one is reached, one short, and the one without figure is not counted."""
    lines = [
        *SHORT,
        figure("ba", "2025", "85"),
        target("ba", "2030", "80"),
        target("ca", "2030", "80"),
    ]
    chart = drawn(lines)
    assert chart.title == "share: 1 of 2 targets that can be judged is reached"
    assert "Cannot be judged" in texts(chart)


def test_a_target_without_figure_gets_no_dot_and_is_named() -> None:
    """A province that reports nothing is told in words, with its target, never drawn at zero."""
    chart = drawn([*SHORT, target("ca", "2030", "70")])
    assert len(dots(chart)) == 1
    assert "Ca" in texts(chart)
    assert "no figure found" in texts(chart)


def test_what_passed_in_silence_is_the_title_where_nothing_can_be_judged() -> None:
    """A passed target nobody has spoken of since is the news, and is marked by a rule."""
    chart = drawn([target("an", "2025", "70"), target("ba", "2030", "70")])
    assert chart.title.startswith("share: one deadline has passed, and no figure was found")
    beside = [m for m in chart.marks if isinstance(m, Rectangle) and m.fill == INK]
    assert len(beside) == 1
    assert not dots(chart)


def test_what_is_reported_instead_is_told() -> None:
    """A figure on another footing is no dot but words, with what it is a share of."""
    chart = drawn(
        [figure("an", "2025", "60", basis="area"), target("an", "2030", "80", basis="people")],
        indicator=percent(bases=("people", "area")),
    )
    assert any("60% of area" in text for text in texts(chart))
    assert not dots(chart)


def test_a_target_is_one_line_and_methods_have_shapes() -> None:
    """An is held against its figure by the first method, Ba against the one that it has."""
    chart = drawn(
        [
            figure("an", "2025", "60", method="nso"),
            figure("an", "2025", "70", method="ministry"),
            figure("ba", "2025", "50", method="ministry"),
            target("an", "2030", "80"),
            target("ba", "2030", "80"),
        ],
        indicator=percent(methods=("nso", "ministry")),
    )
    assert len({dot.shape for dot in dots(chart)}) == 2
    assert texts(chart).count("An") == 1
    assert "70" not in texts(chart)
    assert "statistics office" in texts(chart)


def test_a_single_method_is_no_shape_of_its_own() -> None:
    """With one method beside figures that have none all dots are circles, as the key says."""
    assert set(shapes_of((None, "nso")).values()) == {"circle"}
    assert len(set(shapes_of((None, "nso", "own")).values())) == 3


def test_places_stand_on_a_scale_of_their_own() -> None:
    """Of 34 places the 10th lies further right than the 16th, and a note says so."""
    chart = drawn(
        [figure("an", "2024", "16 of 34"), target("an", "2030", "top 10 of 34")],
        indicator=index(),
    )
    assert dots(chart)[-1].x < max(targets_at(chart))
    assert any("scale of its own" in text for text in texts(chart))


def test_highlight_is_the_only_accent() -> None:
    """The highlighted province alone has the accent, in its dot and in its name."""
    lines = [*SHORT, figure("ba", "2025", "40"), target("ba", "2030", "80")]
    chart = drawn(lines, options=ChartOptions(highlight=frozenset({"ba"})))
    assert [dot.fill for dot in dots(chart)] == [BAR, ACCENT]
    named = [m for m in chart.marks if isinstance(m, Text) and m.color == ACCENT_TEXT]
    assert "Ba" in [m.text for m in named]
    assert "An" not in [m.text for m in named]


def many(n: int) -> tuple[list[Province], list[DataLine]]:
    """So many provinces, each with a figure and a target."""
    land = [province(f"p{i}", f"Quận Ngưỡng Hệ {i}") for i in range(n)]
    lines: list[DataLine] = []
    for i in range(n):
        lines += [figure(f"p{i}", "2025", str(30 + i)), target(f"p{i}", "2030", "99")]
    return land, lines


def test_first_and_last_say_how_many_are_not_shown() -> None:
    """Of 34 lines the first 5 and the last 3 leave 26."""
    land, lines = many(34)
    chart = drawn(lines, provinces=land, options=ChartOptions(first=5, last=3))
    assert "26 rows not shown" in texts(chart)
    assert len(dots(chart)) == 8


def test_rows_that_do_not_fit_are_refused_with_advice() -> None:
    """34 lines are never squeezed onto a slide."""
    land, lines = many(34)
    with pytest.raises(WrongUsage):
        drawn(lines, provinces=land, options=ChartOptions(size="slide"))


def test_sources_and_alt_text_name_what_is_drawn() -> None:
    """The footer names the pages; the words for who does not see it tell every line."""
    chart = drawn([*SHORT, target("ca", "2025", "70")])
    assert chart.source == "paper, 1 Jan 2020"
    assert "2030: Province An, Target 80%, Latest figure 60%, 2025, To go 20 pts" in chart.alt
    assert "2025: Province Ca, Target 70%, What is reported instead no figure found" in chart.alt


def test_no_target_at_all_issaid() -> None:
    """An indicator without targets gives a page that says so."""
    chart = drawn([figure("an", "2025", "60")])
    assert chart.title == "share: no target found"
    assert not lint(chart)


def test_bare_gap_is_drawn_as_a_scorecard() -> None:
    """Asked about nothing in particular the scorecard is drawn, else the dumbbell; both on wish."""
    data = country(SHORT)
    everything = gaps(data, as_of=AS_OF)
    assert usual_kind("gap", everything) == "scorecard"
    assert usual_kind("gap", gaps(data, as_of=AS_OF, indicator="share")) == "dumbbell"
    phrases = Phrases(data, "en")
    assert "Dumbbell" in chart_of("gap", "dumbbell", everything, phrases, ChartOptions()).alt
    assert "Table" in chart_of("gap", None, everything, phrases, ChartOptions()).alt


HARD: dict[str, Sequence[DataLine]] = {
    "all about": [
        line
        for id, text in (("an", "about 40"), ("ba", "over 95"), ("ca", "nearly 60"))
        for line in (figure(id, "2025", text), target(id, "2030", "about 90"))
    ],
    "range": [figure("an", "2025", "50 to 55"), target("an", "2027", "53 to 60")],
    "ends": [
        *(figure("an", "2025", "0"), target("an", "2030", "100")),
        *(figure("ba", "2025", "100"), target("ba", "2030", "100")),
        *(figure("ca", "2025", "over 99"), target("ca", "2030", "over 99")),
        *(figure("da", "2025", "at_most 1"), target("da", "2030", "1")),
    ],
    "all missing": [target(id, "2025", "70") for id in ("an", "ba", "ca", "da", "em")],
    "one": SHORT,
}


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("case", HARD)
def test_hard_cases_are_fit_to_print(case: str, size: str, lang: str) -> None:
    """Ends of the scale, ranges, words and silence pass the lint on every page."""
    for title in (None, LONG, "W" * 100):
        options = ChartOptions(size=size, title=title)
        assert not lint(drawn(HARD[case], options=options, lang=lang))


@pytest.mark.parametrize("n", [1, 3, 11, 34])
def test_many_names_with_stacked_marks_are_fit_to_print(n: int) -> None:
    """Up to 34 lines stand on an A4 page."""
    land, lines = many(n)
    assert not lint(drawn(lines, provinces=land, lang="vi"))


def test_counts_reach_beyond_any_natural_end() -> None:
    """A count has an axis that ends behind the larger of figure and target."""
    chart = drawn(
        [figure("an", "2025", "734"), target("an", "2030", "1197")], indicator=share(unit=COUNT)
    )
    assert "1,197" in texts(chart)
    assert "463" in texts(chart)
    assert not lint(chart)


def shipped(dataset: Dataset) -> Iterable[tuple[str, Gaps]]:
    """Results of the shipped data, small and large, judged and silent."""
    for id in ("5g", "5g-stations", "digital-economy", "dti", "4g", "fibre", "full-online"):
        yield id, gaps(dataset, as_of=AS_OF, indicator=id)
        yield f"{id} national", gaps(dataset, as_of=AS_OF, indicator=id, against="national")
    for id in ("phu-tho", "ha-noi", "hue", "quang-ninh", "former/hoa-binh", "an-giang"):
        yield id, gaps(dataset, as_of=AS_OF, province=id)
    yield "scope", gaps(dataset, as_of=AS_OF, indicator="5g", parts=True)
    yield "both", gaps(dataset, as_of=AS_OF, province="phu-tho", indicator="digital-economy")


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("size", SIZES)
def test_the_shipped_data_are_fit_to_print(dataset: Dataset, size: str, lang: str) -> None:
    """Every chart of gaps passes the lint; only long ones do not fit where pages end."""
    phrases, refused = Phrases(dataset, lang), []
    for name, result in shipped(dataset):
        try:
            chart = chart_of("gap", "dumbbell", result, phrases, ChartOptions(size=size))
        except WrongUsage:
            refused.append(name)
            continue
        assert not lint(chart), name
    longest = {"digital-economy", "digital-economy national", "ha-noi"}
    assert set(refused) <= longest, refused
    if size == "a4":
        assert set(refused) <= {"digital-economy national"}


def test_the_same_data_give_the_same_marks(dataset: Dataset) -> None:
    """Nothing depends on anything but the data and what is asked."""
    result = gaps(dataset, as_of=AS_OF, indicator="digital-economy")
    phrases = Phrases(dataset, "en")
    assert chart_of("gap", "dumbbell", result, phrases, ChartOptions()) == chart_of(
        "gap", "dumbbell", result, phrases, ChartOptions()
    )


def test_a_target_that_falls_due_on_the_day_is_due_today(dataset: Dataset) -> None:
    """No sentence counts zero days, and one day is tomorrow."""
    day = date(2024, 12, 31)
    assert "due today, on 31 Dec 2024" in gapsaid(dataset, day)
    assert "due tomorrow, on 31 Dec 2024" in gapsaid(dataset, day - timedelta(days=1))


def gapsaid(dataset: Dataset, day: date) -> str:
    """What the chart of all targets says on a day."""
    return full.words_of(full.drawn("gap", gaps(dataset, as_of=day), dataset))
