"""The chart of a province's profile: marks as data, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import cycle

import pytest
from msgspec.structs import replace

from dtcompare.analysis.profile import profile
from dtcompare.charts.chart import Chart
from dtcompare.charts.style import ACCENT, BAR_HIGH, INK, OTHERS, SERIES, SIZES, WHITE
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.model.label import Label
from tests.analysis.build import (
    AS_OF,
    COUNT,
    country,
    figure,
    figures,
    index,
    of_indicator,
    share,
    target,
)
from tests.charts.full import (
    IDS,
    LONG,
    drawn,
    filled,
    findings,
    markers,
    strokes,
    text,
    texts,
    words_of,
)

FIVE = figures(
    ("an", "2025", "90"),
    ("ba", "2025", "80"),
    ("ca", "2025", "70"),
    ("da", "2025", "60"),
    ("em", "2025", "50"),
)
B = SIZES["a4"].base
MBPS = Unit("mbps", Label("Mbps", "Mbps"), minimum=Decimal(0))


def _chart(
    lines: Iterable[Line],
    indicator: Indicator | None = None,
    who: str = "da",
    lang: str = "en",
    *,
    others: Sequence[Indicator] = (),
    **options: object,
) -> Chart:
    held = country(lines, indicator, others=others)
    return _of(held, who, lang, **options)


def _of(dataset: Dataset, who: str, lang: str = "en", **options: object) -> Chart:
    return drawn("show", profile(dataset, who, as_of=AS_OF), dataset, lang, **options)


def test_the_province_s_own_figure_stands_among_the_faint_ones_of_the_others() -> None:
    """On one axis: from 60 to 80 is as far as from 50 to 70."""
    chart = _chart(FIVE)
    (own,) = markers(chart, ACCENT)[1:]
    others = sorted(mark.x for mark in markers(chart, OTHERS)[1:])
    assert len(others) == 4
    assert others[3] - others[2] == pytest.approx(others[1] - own.x)
    assert others[2] - own.x == pytest.approx(own.x - others[0] + (others[1] - own.x))


def test_no_other_stands_beside_a_figure_that_compares_with_none() -> None:
    """A figure of another time has no faint marks, and keeps its own."""
    chart = _chart([*FIVE[:3], figure("da", "2022", "60"), FIVE[4]])
    assert not markers(chart, OTHERS)
    assert len(markers(chart, ACCENT)) == 2
    assert "none comparable" not in words_of(chart)
    assert chart.title == "Da: one indicator reported, beside no other province’s figure"


def test_a_place_is_told_among_five_and_not_among_four() -> None:
    """The column of places is there only where somebody has one."""
    assert "4 of 5" in texts(_chart(FIVE))
    assert "Place" not in texts(_chart(FIVE[1:]))


def test_a_place_that_the_figures_leave_open_is_a_span() -> None:
    """About 60 (57 to 63) may be ahead of 62 or behind it."""
    lines = [*FIVE[:3], figure("da", "2025", "about 60"), figure("em", "2025", "62")]
    assert "4–5 of 5" in texts(_chart(lines))


def test_a_count_that_larger_provinces_have_more_of_has_no_strip() -> None:
    """Its number is written, and no mark stands for it."""
    chart = _chart(figures(("da", "2025", "868"), ("em", "2025", "170")), share(unit=COUNT))
    assert "868" in texts(chart)
    assert not markers(chart, ACCENT, OTHERS)
    assert "100" not in texts(chart)


def test_a_figure_in_another_unit_has_a_line_of_its_own_from_0() -> None:
    """The fastest stands at the end of the line, half as fast in its middle."""
    lines = figures(("da", "2025", "200"), ("em", "2025", "400"), ("an", "2025", "300"))
    chart = _chart(lines, share(unit=MBPS))
    own = markers(chart, ACCENT)[-1]
    others = [mark.x for mark in markers(chart, OTHERS)[1:]]
    start = own.x - (max(others) - own.x)
    assert min(others) - start == pytest.approx(1.5 * (own.x - start))
    assert "a scale of its own" in words_of(chart)
    assert "50" not in texts(chart)


@pytest.mark.parametrize(("words", "sign"), [("about 60", "≈ 60"), ("nearly 60", "nearly 60")])
def test_a_figure_that_is_not_exact_is_hollow(words: str, sign: str) -> None:
    """And its number has a sign."""
    chart = _chart([*FIVE[:3], figure("da", "2025", words), FIVE[4]])
    own = [mark for mark in markers(chart, ACCENT) if mark.shape == "circle"][-1]
    assert own.fill == WHITE
    assert sign in texts(chart)


def test_the_current_target_is_a_tick_with_what_is_to_go_beside_it() -> None:
    """Of 60 towards at least 75: 15."""
    aims = [target("da", "2027", "at least 75"), target("da", "2030", "95")]
    chart = _chart([*FIVE, *aims])
    (tick,) = strokes(chart, INK, 1.6)[1:]
    own, (ahead,) = (
        markers(chart, ACCENT)[-1],
        [mark for mark in markers(chart, OTHERS) if abs(mark.x - max_x(chart)) < 0.01],
    )
    # 75 is half way from 60 to 90.
    assert tick.points[0][0] - own.x == pytest.approx((ahead.x - own.x) / 2)
    assert {"15", "≥ 75 by 2027"} <= set(texts(chart))
    assert "1 more target is not drawn" in words_of(chart)


def max_x(chart: Chart) -> float:
    """Where the right-most faint mark stands."""
    return max(mark.x for mark in markers(chart, OTHERS))


def test_a_narrow_page_tells_place_and_target_under_the_name() -> None:
    """It has a column for the number alone."""
    said = words_of(_chart([*FIVE, target("da", "2027", "75")], size="column"))
    assert "2025; place 4 of 5; target 75 by 2027" in said
    assert "To target" not in said


def test_a_narrow_page_tells_what_is_to_go_too() -> None:
    """60 is 15 short of 75; no gap is lost for want of a column."""
    said = words_of(_chart([*FIVE, target("da", "2027", "75")], size="column"))
    assert "target 75 by 2027: 15 to go" in said


def test_a_target_that_passed_says_whether_it_was_missed_or_no_figure_came_since() -> None:
    """The figure of 2025 answers for a target of 2025, and not for one of June 2026."""
    for by, said in (("2025", "missed"), ("2026-06", "no later figure")):
        chart = _chart([*FIVE, target("da", by, "75")])
        assert said in texts(chart)


def test_a_target_in_the_mark_is_drawn_over_it() -> None:
    """And taller than elsewhere: a tick behind the mark would not be seen."""
    chart, apart = (_chart([*FIVE, target("da", "2027", aim)]) for aim in ("61", "75"))
    tick, other = (strokes(one, INK, 1.6)[-1] for one in (chart, apart))
    assert chart.marks.index(markers(chart, ACCENT)[-1]) < chart.marks.index(tick)
    height, usual = (mark.points[1][1] - mark.points[0][1] for mark in (tick, other))
    assert height > usual


def test_targets_in_national_rankings_are_counted_among_those_not_drawn() -> None:
    """The subtitle counts them, so that they cannot be left out in silence on any page."""
    lines = [figure("da", "2022", "9 of 63"), target("da", "2025", "top 5 of 63")]
    for size in ("a4", "slide"):
        said = words_of(_chart(lines, index(), size=size))
        assert "1 target: 1 short" in said
        assert "1 more target is not drawn" in said


def test_a_place_that_is_unreliable_is_marked() -> None:
    """With a star that the note tells."""
    lines = [
        figure("da", "2022", "9 of 63", status="unreliable"),
        figure("da", "2021", "8 of 63"),
    ]
    found = texts(_chart(lines, index()))
    assert "9*" in found
    assert "8" in found
    assert any("*: unreliable." in said for said in found)


def test_a_target_that_is_reached_says_so() -> None:
    """In bold, so that it is seen without colour."""
    said = text(_chart([*FIVE, target("da", "2026", "50")]), "reached")
    assert (said.color, said.weight) == (BAR_HIGH, "SemiBold")


def test_a_target_without_a_figure_is_a_row_of_its_own() -> None:
    """A dash stands for the figure that nobody gives."""
    chart = _chart([target("da", "2030", "99")])
    assert chart.title == "Da: one target, no figure found"
    assert {"–", "99 by 2030"} <= set(texts(chart))
    assert not markers(chart, ACCENT)


def test_a_target_of_another_basis_stands_apart_from_the_figure() -> None:
    """Its tick is not in the row of a figure that it cannot be held against."""
    bases = share(bases=("people", "area", "unstated"))
    lines = [
        figure("da", "2025", "60", basis="people"),
        target("da", "2030", "80", basis="unstated"),
    ]
    chart = _chart(lines, bases)
    own, tick = markers(chart, ACCENT)[-1], strokes(chart, INK, 1.6)[-1]
    assert tick.points[0][1] > own.y
    assert "not comparable" in texts(chart)


def test_the_latest_figure_of_every_basis_has_a_row_and_older_ones_are_counted() -> None:
    """An indicator is named once."""
    bases = share(bases=("people", "area"))
    lines = [
        figure("da", "2025", "60", basis="people"),
        figure("da", "2024", "55", basis="people"),
        figure("da", "2025", "70", basis="area"),
    ]
    said = texts(_chart(lines, bases))
    assert said.count("share") == 1
    assert {"60", "70"} <= set(said)
    assert "55" not in said
    assert "1 older figure of the same kind is not drawn." in " ".join(said)


def test_places_in_national_rankings_are_a_table_by_year() -> None:
    """Places among 63 and among 34 never share a table."""
    lines = figures(
        ("da", "2021", "7 of 63"), ("da", "2023", "12 of 63"), ("da", "2024", "3 of 34")
    )
    chart = _chart(lines, index())
    heads = [said for said in texts(chart) if said.startswith("National rankings")]
    assert heads == [
        "National rankings, place among 34",
        "National rankings, place among 63",
    ]
    assert text(chart, "7").x < text(chart, "12").x == pytest.approx(text(chart, "3").x)
    assert text(chart, "2021").x == text(chart, "7").x


def test_an_index_with_a_score_alone_is_counted() -> None:
    """It has no place to show."""
    chart = _chart([figure("da", "2024", "; 0.7")], index())
    assert "1 more national ranking gives a score and no place." in words_of(chart)


def test_nothing_known_is_said() -> None:
    """A page without a row says why."""
    chart = _chart([])
    assert chart.title == "Da: nothing found in this data set"
    assert "No figure, target or place" in words_of(chart)
    assert "none, as no figure is shown" in words_of(chart)


def test_the_title_counts_what_compares() -> None:
    """Two indicators, one of them with others beside it."""
    lines = [*FIVE, of_indicator(figure("da", "2025", "5"), "b")]
    chart = _chart(lines, others=[share(id="b")])
    assert chart.title == "Da: 2 indicators reported, 1 of them beside other provinces’ figures"


def test_a_highlighted_other_is_dark_and_named() -> None:
    """The province itself has the accent already."""
    chart = _chart(FIVE, highlight=frozenset({"ba"}))
    assert len(markers(chart, BAR_HIGH)) == 2
    assert "Ba" in texts(chart)


def test_highlighted_others_are_told_apart_by_shape() -> None:
    """In grey their colours are alike, and the province itself is a circle; the key shows both."""
    chart = _chart(FIVE, highlight=frozenset({"ba", "ca"}))
    assert [mark.shape for mark in markers(chart, BAR_HIGH)] == ["diamond"] * 2
    assert [mark.shape for mark in markers(chart, SERIES[2])] == ["square"] * 2


def test_rows_that_are_left_out_are_counted() -> None:
    """The first row of three."""
    made = filled(3)
    chart = _of(made, IDS[0], first=1)
    assert "2 rows not shown." in words_of(chart)
    assert "Indicator 0" in texts(chart)
    assert "Indicator 2" not in words_of(chart)


def test_what_has_no_room_on_a_strip_is_told_in_words() -> None:
    """Counts leave a page of fixed height first, with their numbers."""
    counts = [share(id=f"c{n}", unit=COUNT) for n in range(20)]
    more = [of_indicator(figure("da", "2025", f"{n + 500}"), f"c{n}") for n in range(20)]
    lines = [*FIVE, *more]
    said = words_of(_chart(lines, others=counts, size="square"))
    assert "Also reported (20): share 500, 2025; share 501, 2025" in said


def test_rows_that_do_not_fit_are_counted() -> None:
    """Sixteen that all compare are too many for a square; it says how many it leaves out."""
    chart = _of(filled(16), IDS[0], size="square")
    shown = len(markers(chart, ACCENT)[1:])
    assert 0 < shown < 16
    assert f"{16 - shown} more rows are not drawn" in " ".join(texts(chart))
    with pytest.raises(WrongUsage):
        _of(filled(16), IDS[0], size="square", first=16)
    assert _of(filled(16), IDS[0], size="square", first=8).marks


def test_only_pages_of_rows_that_are_drawn_or_told_are_named() -> None:
    """Sixteen rows, each from a page of a year of its own, of which a square has fewer."""
    made = filled(16)
    lines = [
        replace(line, source=f"p/{id}")
        for id, own in made.lines.items()
        for line in (*own.figures, *own.targets)
    ]
    years = {f"p/s{n}": str(2001 + n) for n in range(16)}
    first, *others = made.catalogue.indicators.values()
    named = made.register.provinces.values()
    dataset = country(lines, first, provinces=named, published=years, others=others)
    for size, whole in (("a4", True), ("square", False)):
        chart = _of(dataset, IDS[0], size=size)
        shown = len(markers(chart, ACCENT)[1:])
        assert (shown == 16) is whole
        assert chart.source.startswith("paper, 2001, ")
        assert chart.source.count(", ") == shown


def test_the_alternative_text_names_every_row() -> None:
    """With figure, what it is, place and target."""
    chart = _chart([*FIVE, target("da", "2027", "75")])
    assert "share: 60, " in chart.alt
    assert "place 4 of 5, target 75 by 2027: 15 to go" in chart.alt
    assert chart.title in chart.alt


def test_the_sources_are_the_pages_of_the_figures_shown() -> None:
    """The other provinces' pages are not the profile's."""
    assert _chart(FIVE).source == "paper, 1 Jan 2020"


def test_it_speaks_vietnamese() -> None:
    """Words, commas and places."""
    chart = _chart([*FIVE[:3], figure("da", "2025", "60.5"), FIVE[4]], lang="vi")
    assert {"60,5", "4/5", "Số liệu", "Hạng"} <= set(texts(chart))
    assert chart.title == "Da: có số liệu của một chỉ số, so sánh được với địa phương khác"


def test_every_chart_of_the_shipped_data_passes_the_lint(dataset: Dataset) -> None:
    """Every province once in each language, on all sizes by turns."""
    sizes = cycle(["a4", "column", "slide", "square", "a4", "slide", "column"])
    for place, id in enumerate(dataset.register.provinces):
        result = profile(dataset, id, as_of=AS_OF)
        for lang in ("en", "vi"):
            title = LONG[lang] if place % 5 == 0 else None
            assert not findings("show", result, dataset, lang, size=next(sizes), title=title)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_hard_cases_pass_the_lint(size: str, lang: str) -> None:
    """Full strips, all about, one row, none, equal figures, names with stacked marks."""
    held = [
        filled(5),
        filled(8, word="about"),
        filled(1, word="over"),
        filled(3, provinces=IDS[:1]),
        country(figures(*((id, "2025", "100") for id in ("an", "ba", "ca", "da", "em")))),
        country([]),
    ]
    for made in held:
        for id in list(made.register.provinces)[:6]:
            result = profile(made, id, as_of=AS_OF)
            assert not findings("show", result, made, lang, size=size, title=LONG[lang])
            assert not findings("show", result, made, lang, size=size)
