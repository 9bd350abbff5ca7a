"""The ranking's chart: marks as data, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pytest

from dtcompare.analysis.arrangement import NO_PICKS, Picks
from dtcompare.analysis.ranking import rank
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Marker, Polygon, Polyline, Rectangle, Text
from dtcompare.charts.style import ACCENT, BAR, BAR_HIGH, BAR_TINT, INK, SIZES, WHITE
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure, Target
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.model.period import parse_period
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
from tests.charts.sample import said, texts

THREE = (("an", "2025", "90"), ("ba", "2025", "50"), ("ca", "2025", "25"))


def _chart(
    lines: Iterable[Figure | Target],
    indicator: Indicator | None = None,
    *,
    picks: Picks = NO_PICKS,
    lang: str = "en",
    dataset: Dataset | None = None,
    **options: object,
) -> Chart:
    held = dataset or country(lines, indicator)
    ranking = rank(held, "share", as_of=AS_OF, picks=picks)
    return chart_of("rank", "bars", ranking, Phrases(held, lang), ChartOptions(**options))  # type: ignore[arg-type]


def _bars(chart: Chart, fill: str) -> list[Rectangle]:
    """The bars of a colour, without the small samples of the key."""
    b = SIZES["a4"].base
    return [
        mark
        for mark in chart.marks
        if isinstance(mark, Rectangle) and mark.fill == fill and mark.height > b
    ]


def _targets(chart: Chart) -> list[float]:
    """Where the marks of targets stand, without that of the key."""
    lines = [mark for mark in chart.marks if isinstance(mark, Polyline) and mark.color == INK]
    return [mark.points[0][0] for mark in lines[1:]]


def test_a_bar_of_fifty_is_half_as_long_as_one_of_a_hundred() -> None:
    """Bars start at 0 and are as long as their number."""
    chart = _chart(
        figures(("an", "2025", "100"), ("ba", "2025", "50"), ("ca", "2025", "25")),
    )
    first, second, third = _bars(chart, BAR)
    assert first.x == second.x == third.x
    assert second.width == pytest.approx(first.width / 2)
    assert third.width == pytest.approx(first.width / 4)


def test_a_number_below_0_is_a_bar_to_the_left_of_it() -> None:
    """12.5, -3.5 and -20: the scale has 32.5 on it, and 0 stands where the bars meet."""
    growth = share(unit=Unit("growth"))
    lines = figures(("an", "2025", "12.5"), ("ba", "2025", "-3.5"), ("ca", "2025", "-20"))
    first, second, third = _bars(_chart(lines, growth), BAR)
    assert second.x + second.width == pytest.approx(first.x)
    assert third.x + third.width == pytest.approx(first.x)
    assert third.width == pytest.approx(first.width * 20 / 12.5)
    assert second.width == pytest.approx(third.width * 3.5 / 20)
    assert {"-20", "-10", "0", "10"} <= set(texts(_chart(lines, growth)))


def test_the_mark_of_a_target_does_not_stand_under_a_number() -> None:
    """2.1 with a target of 4 on a scale to 90: the number stands behind the mark."""
    lines = [*figures(("an", "2025", "90"), ("ba", "2025", "2.1"), ("ca", "2025", "25"))]
    chart = _chart([*lines, target("ba", "2026", "4")])
    (number,) = [m for m in chart.marks if isinstance(m, Text) and m.text == "2.1"]
    (tick,) = _targets(chart)
    assert number.x > tick


def test_the_title_names_the_first_with_its_figure() -> None:
    """The title is a sentence that the rows prove."""
    chart = _chart(figures(*THREE))
    assert chart.title == "share: An is first of 3 provinces with 90"


def test_the_title_says_where_first_place_is_not_sure() -> None:
    """An (about 91: 90.5 to 91.5) may be behind Ba (90.8)."""
    chart = _chart(
        figures(("an", "2025", "about 91"), ("ba", "2025", "90.8"), ("ca", "2025", "25"))
    )
    title = chart.title.replace("\u00a0", " ")
    assert title == "share: An is likely first of 3 provinces with about 91: the figures overlap"


def test_a_title_of_the_readers_own_replaces_it() -> None:
    """--title is taken as it is."""
    chart = _chart(figures(("an", "2025", "90")), title="Tiêu đề")
    assert chart.title == "Tiêu đề"


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("about 60", BAR_TINT, "≈ 60"),
        ("over 60", BAR, "> 60"),
        ("at least 60", BAR, "≥ 60"),
        ("nearly 60", BAR_TINT, "nearly 60"),
        ("at most 60", WHITE, "≤ 60"),
        ("50 to 60", BAR_TINT, "50–60"),
    ],
)
def test_each_kind_of_value_has_its_own_bar_and_sign(words: str, kind: str, text: str) -> None:
    """about, nearly and a range: tinted; over: pointed; at most: hatched."""
    chart = _chart(
        [
            figure("an", "2025", words),
            *figures(("ba", "2025", "20"), ("ca", "2025", "10")),
        ]
    )
    assert text in texts(chart)
    if words.startswith(("over", "at least")):
        key, drawn = [m for m in chart.marks if isinstance(m, Polygon) and m.fill == kind]
        assert len(key.points) == len(drawn.points) == 5
    else:
        bar = max(_bars(chart, kind), key=lambda mark: mark.width)
        assert (bar.hatch is not None) == (kind == WHITE)


def test_places_stand_as_in_the_ranking() -> None:
    """Equal figures share a place with a sign; uncertain places show their ends."""
    chart = _chart(
        figures(
            ("an", "2025", "90"),
            ("ba", "2025", "80"),
            ("ca", "2025", "80"),
            ("da", "2025", "over 20"),
        )
    )
    # An may be behind Da (over 20): 1 to 2; Da may be anywhere.
    assert {"1–2", "2–3", "1–4"} <= set(texts(chart))
    tied = _chart(figures(("an", "2025", "90"), ("ba", "2025", "80"), ("ca", "2025", "80")))
    assert texts(tied).count("=2") == 2


def test_a_reached_target_darkens_the_bar_and_every_target_has_a_tick() -> None:
    """An has reached its 80, Ba has not reached its 70."""
    chart = _chart(
        [
            *figures(*THREE),
            target("an", "2026", "80"),
            target("ba", "2030", "at least 70"),
        ]
    )
    assert len(_bars(chart, BAR_HIGH)) == 1
    ticks = [
        m for m in chart.marks if isinstance(m, Polyline) and m.color == INK and m.width == 1.6
    ]
    assert len(ticks) == 3  # the key's and two rows'
    assert {"80 by 2026", "≥ 70 by 2030", "own target", "own target reached"} <= set(texts(chart))


def test_other_footings_are_outlined_and_unranked_with_the_reason_on_the_bar() -> None:
    """Da's share of area stands under the ranking of shares of people."""
    indicator = share(bases=("people", "area"))
    chart = _chart(
        [
            *figures(*THREE, basis="people"),
            figure("da", "2025", "99", basis="area"),
        ],
        indicator,
    )
    outlined = [m for m in _bars(chart, WHITE) if m.stroke]
    assert len(outlined) == 1
    assert {"area", "Listed, not ranked"} <= set(texts(chart))


def test_without_a_ranking_every_bar_is_outlined_and_none_has_a_place() -> None:
    """Two figures are no ranking."""
    chart = _chart(figures(("an", "2025", "90"), ("ba", "2025", "50")))
    assert chart.title == "share: no ranking possible"
    assert not _bars(chart, BAR)
    assert len(_bars(chart, WHITE)) == 2
    assert "None of these figures is ahead of another." in said(chart)


def test_a_silent_province_gets_no_bar_and_is_named() -> None:
    """Missing is never a zero bar."""
    chart = _chart(figures(*THREE))
    assert len(_bars(chart, BAR)) == 3
    assert "No figure found (2): Da, Em" in said(chart)
    assert "Da" in chart.alt


def test_nothing_at_all_is_a_chart_that_says_so() -> None:
    """An empty result has a page, a source line and no bar."""
    chart = _chart([])
    assert chart.title == "share: no figure found"
    assert "Source: none, as no figure is shown" in texts(chart)
    assert not lint(chart)


def test_a_highlighted_province_alone_is_in_the_accent() -> None:
    """Everything else stays blue."""
    chart = _chart(
        figures(*THREE),
        highlight=frozenset({"ba"}),
    )
    assert len(_bars(chart, ACCENT)) == 1
    assert len(_bars(chart, BAR)) == 2


def test_the_ends_of_a_ranking_say_what_is_not_shown() -> None:
    """First 1 and last 1 of five leave out places 2 to 4."""
    lines = figures(
        *((id, "2025", str(n * 10)) for n, id in enumerate(["an", "ba", "ca", "da", "em"], 1))
    )
    chart = _chart(lines, first=1, last=1)
    assert len(_bars(chart, BAR)) == 2
    assert "places 2 to 4 not shown" in texts(chart)


def test_editions_without_scores_are_places_on_a_line() -> None:
    """The dot of place 3 of 5 stands in the middle between those of 1 and 5."""
    chart = _chart(
        figures(("an", "2025", "1 of 5"), ("ba", "2025", "3 of 5"), ("ca", "2025", "5 of 5")),
        index(),
    )
    dots = [m.x for m in chart.marks if isinstance(m, Marker) and m.shape == "circle"][1:]
    assert dots[1] == pytest.approx((dots[0] + dots[2]) / 2)
    assert chart.title == "share 2025: An is first of 5 provinces"


def test_places_not_found_are_a_line_of_their_own() -> None:
    """Of five places the second is not known."""
    chart = _chart(
        figures(
            ("an", "2025", "1 of 5; 0.9"),
            ("ba", "2025", "3 of 5; 0.7"),
            ("ca", "2025", "4 of 5; 0.6"),
            ("da", "2025", "5 of 5; 0.5"),
        ),
        index(),
    )
    assert "2 not found" in texts(chart)


def test_a_country_that_dwarfs_the_provinces_is_told_in_words() -> None:
    """Its 9,000 would make the bars of 3, 2 and 1 invisible."""
    chart = _chart(
        figures(
            ("an", "2025", "3"),
            ("ba", "2025", "2"),
            ("ca", "2025", "1"),
            ("national", "2025", "9000"),
        ),
        share(unit=COUNT),
    )
    assert "Land: 9,000 (2025)" in texts(chart)
    widths = [bar.width for bar in _bars(chart, BAR)]
    assert widths[0] == pytest.approx(3 * widths[2])


def test_sources_stand_in_the_footer_and_in_the_metadata() -> None:
    """Every publisher is named once, with its dates."""
    chart = _chart(figures(*THREE))
    assert chart.source == "paper, 1 Jan 2020"
    assert "Source: paper, 1 Jan 2020" in texts(chart)
    assert any("as of 21 Nov 2026" in text for text in texts(chart))


def test_alt_text_names_every_row_in_order() -> None:
    """The words say the kind of chart, the measure, and row by row what is drawn."""
    chart = _chart(figures(("an", "2025", "90"), ("ba", "2025", "about 50"), ("ca", "2025", "25")))
    assert chart.alt.startswith("Bar chart, one bar a province.")
    assert (
        chart.alt.index("1 An 90") < chart.alt.index("2 Ba about 50") < chart.alt.index("3 Ca 25")
    )


def test_vietnamese_charts_speak_vietnamese() -> None:
    """Title, numbers and footer."""
    chart = _chart(
        figures(("an", "2025", "90.5"), ("ba", "2025", "50"), ("ca", "2025", "25")), lang="vi"
    )
    assert chart.title == "share: An đứng đầu trong 3 tỉnh, thành phố với 90,5"
    assert any(text.startswith("Nguồn: ") for text in texts(chart))


def _many(count: int) -> tuple[list[Figure], Dataset]:
    """So many provinces with Vietnamese names, each with a figure."""
    land = [province(f"p{n}", f"Thừa Thiên Huế {n}") for n in range(count)]
    lines = figures(*((p.id, "2025", str(90 - n)) for n, p in enumerate(land)))
    return lines, country(lines, provinces=land)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_thirty_four_rows_fit_every_page(size: str, lang: str) -> None:
    """In two columns on a slide; nothing is squeezed."""
    lines, dataset = _many(34)
    chart = _chart(lines, dataset=dataset, size=size, lang=lang)
    assert not lint(chart)
    assert len([text for text in texts(chart) if text.startswith("Thừa")]) >= 34


def test_more_rows_than_a_slide_holds_are_an_error_with_advice() -> None:
    """80 rows do not fit; nine and six of them do."""
    lines, dataset = _many(80)
    with pytest.raises(WrongUsage) as caught:
        _chart(lines, dataset=dataset, size="slide")
    assert caught.value.key == "error.chart-rows"
    assert not lint(_chart(lines, dataset=dataset, size="slide", first=9, last=6))


HARD = {
    "nothing": [],
    "one": [("an", "2025", "90")],
    "two": [("an", "2025", "90"), ("ba", "2025", "1")],
    "all about": [(id, "2025", "about 40") for id in ("an", "ba", "ca", "da", "em")],
    "all over": [(id, "2025", "over 95") for id in ("an", "ba", "ca", "da", "em")],
    "all nearly": [(id, "2025", "nearly 3") for id in ("an", "ba", "ca", "da", "em")],
    "ranges": [(id, "2025", "50 to 99") for id in ("an", "ba", "ca")],
    "ties": [(id, "2025", "7.25") for id in ("an", "ba", "ca")],
    "zeros": [(id, "2025", "0") for id in ("an", "ba", "ca")],
    "former": [("former/ba", "2024", "7"), ("former/bo", "2023", "about 6")],
}
TITLE = (
    "Tỷ lệ hộ gia đình được phủ cáp quang ở các tỉnh, thành phố: ổn định, khẩn trương và quyết "
    "liệt hơn nữa"
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("case", HARD)
def test_hard_cases_pass_the_lint(case: str, lang: str, size: str) -> None:
    """No text too small, outside, over another, crossed, or too pale, under a long title too."""
    lines = figures(*HARD[case])
    assert not lint(_chart(lines, lang=lang, size=size))
    assert len(TITLE) >= 100
    assert not lint(_chart(lines, lang=lang, size=size, title=TITLE))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_ranking_of_the_shipped_data_passes_the_lint(
    shipped: Dataset, lang: str, size: str
) -> None:
    """Every indicator that anybody reports, and every edition of an index.

    One that does not fit on a page smaller than A4 is drawn with its first and last alone.
    """
    phrases = Phrases(shipped, lang)
    for indicator, lines in shipped.all_lines():
        for picks in _pickings(indicator, lines.figures):
            ranking = rank(shipped, indicator.id, as_of=date(2026, 11, 21), picks=picks)
            options = ChartOptions(size=size)
            try:
                chart = chart_of("rank", "bars", ranking, phrases, options)
            except WrongUsage:
                assert size != "a4", indicator.id
                ends = 9 // len(ranking.groups)
                options = ChartOptions(size=size, first=ends, last=ends)
                chart = chart_of("rank", "bars", ranking, phrases, options)
            assert not lint(chart), (indicator.id, picks.period)


def _pickings(indicator: Indicator, lines: Iterable[Figure]) -> Iterable[Picks]:
    """No filter, and for an index each of its years."""
    yield NO_PICKS
    if indicator.unit.ranked:
        for year in sorted({line.period.end.year for line in lines if line.period.stated}):
            yield Picks(period=parse_period(str(year)))


def test_rates_say_what_they_are_divided_by(shipped: Dataset) -> None:
    """--per people: the subtitle says so, and the bars are rates."""
    ranking = rank(shipped, "5g-stations", as_of=AS_OF, picks=Picks(per="people"))
    chart = chart_of("rank", "bars", ranking, Phrases(shipped, "en"), ChartOptions())
    assert "Per 100,000 people" in said(chart)
    assert "Larger provinces" not in said(chart)


FOUR = (*THREE, ("da", "2025", "90"))


@pytest.mark.parametrize(
    ("lines", "picks", "title"),
    [
        (THREE, Picks(only=("ba",)), "share: Ba has place 2 of 3 with 50"),
        (FOUR, Picks(only=("ba", "ca")), "share: 2 of the 4 ranked provinces"),
        (FOUR, Picks(top=1), "share: An shares first place among 4 provinces with 90"),
        (FOUR, NO_PICKS, "share: An and Da share first place among 4 provinces"),
        (
            (("an", "2025", "about 90"), ("ba", "2025", "about 90"), ("ca", "2025", "25")),
            NO_PICKS,
            "share: An and Ba are likely first of 3 provinces: the figures overlap",
        ),
        (
            [(id, "2025", "100") for id in ("an", "ba", "ca", "da")],
            NO_PICKS,
            "share: 4 provinces share first place among 4 provinces",
        ),
        (THREE, Picks(only=("da",)), "share: no figure fits what was asked for"),
    ],
    ids=["one", "some", "tie-unseen", "tie", "tie-open", "many", "none"],
)
def test_a_title_tells_of_the_rows_that_are_shown(
    lines: Sequence[tuple[str, str, str]], picks: Picks, title: str
) -> None:
    """Nobody is called first who is not shown as the only first one."""
    assert _chart(figures(*lines), picks=picks).title.replace("\u00a0", " ") == title


def test_rows_that_filters_leave_out_are_counted_under_the_others() -> None:
    """A reader of the first two sees that a third is ranked."""
    chart = _chart(figures(*THREE), picks=Picks(top=2))
    assert "1 more not shown" in texts(chart)
    assert "1 more not shown" in chart.alt


def test_a_shared_place_stays_shared_where_one_row_alone_is_shown() -> None:
    """The sign of a tie counts the rows that filters leave out."""
    assert "=1" in texts(_chart(figures(*FOUR), picks=Picks(only=("an",))))


def test_the_rates_of_a_count_are_called_so_in_the_title() -> None:
    """The title of a count divided by people says of how many."""
    chart = _chart(figures(*THREE), share(unit=COUNT), picks=Picks(per="people"))
    assert "per 100,000 people" in chart.title


def test_scores_without_a_place_are_no_places_found() -> None:
    """One place and two scores are one place found."""
    lines = [
        figure("an", "2025", "1 of 5"),
        *figures(("ba", "2025", "3"), ("ca", "2025", "2")),
    ]
    chart = _chart(lines, index())
    assert "1 of 5 places found; of 2 more the score alone." in said(chart)


def test_an_edition_of_scores_alone_is_first_of_the_scores() -> None:
    """Without any published place nobody is called first of all provinces."""
    chart = _chart(figures(*THREE), index())
    assert chart.title == "share: An is first of 3 provinces with 90"
    assert "Places as published" not in said(chart)


def test_words_beside_a_chart_tell_targets_and_leave_out_letters() -> None:
    """Alt text says the own target and what is to go; letters of notes mean nothing there."""
    lines: list[Figure | Target] = [
        figure("an", "2025", "90", note="a test"),
        *figures(*THREE[1:]),
        target("ba", "2026", "at least 60"),
    ]
    alt = _chart(lines).alt
    assert "1 An 90; 2 Ba 50, own target at least 60 by 2026, 10 to go" in alt


def test_one_figure_alone_says_what_it_is_a_share_of_in_the_subtitle() -> None:
    """What stands on the only bar need not be looked for there."""
    chart = _chart([figure("an", "2025", "90", basis="people")], share(bases=("people", "area")))
    assert "Share of people. Only An" in said(chart)


def test_a_reason_that_finds_no_room_stands_under_its_bar_in_full() -> None:
    """What a figure is a share of is never cut off."""
    method = "measured along the main roads of the province by the operator's own engineers"
    lines = [
        figure("an", "2025", "95", basis="people", scope=(("operator", method),)),
        figure("ba", "2025", "60", basis="area"),
    ]
    for size in SIZES:
        chart = _chart(lines, share(bases=("people", "area")), size=size)
        assert method in said(chart)
        assert not any(text.endswith("…") for text in texts(chart))


def test_a_target_beside_a_figure_that_is_not_ranked_leaves_its_number_legible() -> None:
    """The tick of a target that falls on the number stands behind it."""
    for number in range(56, 72):
        aim = target("an", "2026", str(number), basis="people")
        chart = _chart(
            [figure("an", "2025", "71.5", basis="people"), aim], share(bases=("people", "area"))
        )
        assert not lint(chart), number
        assert [m for m in chart.marks if isinstance(m, Polyline) and m.width == 1.6]
