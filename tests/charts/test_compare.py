"""The chart of provinces side by side: marks as data, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations, cycle, pairwise

import pytest

from dtcompare.analysis.comparison import compare
from dtcompare.charts.chart import Chart
from dtcompare.charts.marks import Marker, Point, Polyline, Rectangle, Text, outline
from dtcompare.charts.style import FAINT, GREY, RULE, SERIES, SHAPES, SIZES, WHITE, contrast
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
from tests.charts.full import IDS, LONG, drawn, filled, findings, markers, strokes, text, words_of

BASES = share(bases=("people", "area"))
B = SIZES["a4"].base


def _chart(
    lines: Iterable[Line],
    *ids: str,
    indicator: Indicator | None = None,
    lang: str = "en",
    others: Sequence[Indicator] = (),
    **options: object,
) -> Chart:
    held = country(lines, indicator, others=others)
    return drawn("compare", compare(held, ids or ("an", "ba"), as_of=AS_OF), held, lang, **options)


def _on_strips(chart: Chart, place: int) -> list[Marker]:
    """A province's marks, without the one that stands over its numbers."""
    found = [mark for mark in markers(chart, SERIES[place]) if mark.shape == SHAPES[place]]
    return found[1:]


def _lines(chart: Chart, color: str) -> list[tuple[Point, Point]]:
    """The straight lines of a colour."""
    found = [m for m in chart.marks if isinstance(m, Polyline) and m.color == color]
    return [(mark.points[0], mark.points[-1]) for mark in found]


TWO = figures(("an", "2025", "90"), ("ba", "2025", "45"))


def test_every_province_has_its_colour_and_its_shape_at_its_number() -> None:
    """90 is twice as far from 0 as 45."""
    chart = _chart([*TWO, of_indicator(figure("an", "2025", "0"), "b")], others=[share(id="b")])
    (one,), (other,) = _on_strips(chart, 0), _on_strips(chart, 1)
    zero = text(chart, "0").x
    assert (one.shape, other.shape) == ("circle", "square")
    assert one.x - zero == pytest.approx(2 * (other.x - zero))


def test_the_number_of_the_one_surely_ahead_is_bold() -> None:
    """Over 45 may be more than 90, so that then nobody is ahead."""
    chart = _chart(TWO)
    assert text(chart, "90").weight == "SemiBold"
    assert text(chart, "45").weight == "Regular"
    assert text(chart, "90").color == SERIES[0]
    open_one = _chart(figures(("an", "2025", "90"), ("ba", "2025", "over 45")))
    assert text(open_one, "90").weight == "Regular"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (TWO, "An is ahead of Ba on the one that compares"),
        (
            figures(("an", "2025", "90"), ("ba", "2025", "about 90")),
            "An and Ba: nobody is surely ahead on the one that compares",
        ),
        (
            figures(("an", "2025", "90"), ("ba", "2020", "80")),
            "An and Ba: one indicator in common, which does not compare",
        ),
        (figures(("an", "2025", "90")), "An and Ba report nothing in common"),
        ([], "An and Ba: no figure found"),
    ],
    ids=["ahead", "open", "apart", "nothing shared", "nothing"],
)
def test_the_title_says_what_the_rows_prove(lines: list[Line], title: str) -> None:
    """Who is ahead on how much, or why nobody is."""
    assert _chart(lines).title == title


def test_the_title_counts_for_each_who_is_ahead() -> None:
    """An on one, Ba on two of four; the fourth is level."""
    lines: list[Line] = []
    for id, one, other in (("a", 9, 5), ("b", 5, 9), ("c", 5, 9), ("d", 5, 5)):
        pair = figures(("an", "2025", str(one)), ("ba", "2025", str(other)))
        lines += [of_indicator(line, id) for line in pair]
    chart = _chart(lines, others=[share(id=id) for id in "abcd"])
    assert chart.title == "An is ahead on 1 and Ba on 2 of 4 that compare"


def test_an_approximate_figure_is_hollow() -> None:
    """In its own shape."""
    chart = _chart(figures(("an", "2025", "90"), ("ba", "2025", "about 45")))
    (mark,) = _on_strips(chart, 1)
    assert (mark.fill, mark.stroke, mark.shape) == (WHITE, SERIES[1], "square")


def test_marks_that_would_hide_each_other_step_apart() -> None:
    """Equal numbers stand at one place on the scale and at different heights."""
    chart = _chart(
        figures(*((id, "2025", "60") for id in ("an", "ba", "ca", "da", "em"))),
        *("an", "ba", "ca", "da", "em"),
    )
    marks = [_on_strips(chart, place)[0] for place in range(5)]
    assert len({round(mark.x, 3) for mark in marks}) == 1
    heights = sorted(mark.y for mark in marks)
    assert all(below - above > B * 0.6 for above, below in pairwise(heights))


def test_below_0_a_row_has_a_line_of_its_own_with_a_tick_at_0() -> None:
    """12 and -20: 20 of 32 parts from the left."""
    growth = share(unit=Unit("growth", symbol=Label("%", "%")))
    chart = _chart(figures(("an", "2025", "12"), ("ba", "2025", "-20")), indicator=growth)
    (one,), (other,) = _on_strips(chart, 0), _on_strips(chart, 1)
    upright = [x for (x, _), (end, _) in _lines(chart, RULE) if x == end]
    assert other.x + (one.x - other.x) * 20 / 32 in [pytest.approx(x) for x in upright]


def test_a_province_without_the_figure_has_a_dash_and_no_mark() -> None:
    """It is never at 0."""
    chart = _chart(TWO, "an", "ba", "ca")
    assert text(chart, "–").text == "–"
    assert not _on_strips(chart, 2)


def test_the_others_are_a_bar_of_their_middle_half_with_their_median() -> None:
    """Of 10, 20, 30, 40, 50 the middle half is 20 to 40 and the median 30; fewer show none."""
    made = filled(1, provinces=IDS[:2])
    numbers = zip(IDS[2:], ("10", "20", "30", "40", "50"), strict=False)
    extra = [of_indicator(figure(id, "2025", n, basis="people"), "s0") for id, n in numbers]
    lines = [*made.lines_of("s0").figures, *extra]
    provinces = made.register.provinces.values()
    held = country(lines, share(id="s0", bases=("people",)), provinces=provinces)
    chart = drawn("compare", compare(held, IDS[:2], as_of=AS_OF), held)
    bar = [mark for mark in chart.marks if isinstance(mark, Rectangle) and mark.fill == GREY][-1]
    (median,) = strokes(chart, FAINT, 1.4)[1:]
    assert median.points[0][0] == pytest.approx(bar.x + bar.width / 2)
    (own,) = _on_strips(chart, 0)  # at 0.5
    assert bar.x - own.x == pytest.approx(bar.width * 19.5 / 20)
    fewer = country(lines[:-1], share(id="s0", bases=("people",)), provinces=provinces)
    without = drawn("compare", compare(fewer, IDS[:2], as_of=AS_OF), fewer)
    assert not [m for m in without.marks if isinstance(m, Rectangle) and m.fill == GREY]


def test_what_is_not_on_the_same_footing_is_told_and_not_drawn() -> None:
    """Each in words under its own name."""
    lines = [
        figure("an", "2025", "60", basis="people"),
        figure("ba", "2025", "70", basis="area"),
    ]
    chart = _chart(lines, indicator=BASES)
    said = words_of(chart)
    assert "Both report, measured unlike" in said
    assert "60 of people, 2025" in said
    assert "70 of area, 2025" in said
    assert not markers(chart, SERIES[0])[1:]


def test_of_many_provinces_each_statement_begins_with_its_mark() -> None:
    """Where there is no room for a column each."""
    lines = [
        figure(id, "2025", "60", basis=basis)
        for id, basis in zip(("an", "ba", "ca"), ("people", "area", "unstated"), strict=True)
    ]
    bases = share(bases=("people", "area", "unstated"))
    chart = _chart(lines, "an", "ba", "ca", "da", "em", indicator=bases, size="column")
    for place, name in enumerate(("An", "Ba", "Ca")):
        mark, said = markers(chart, SERIES[place])[-1], text(chart, name)
        assert mark.shape == SHAPES[place]
        assert abs(mark.y - said.y) < B / 2


def test_counts_are_never_drawn() -> None:
    """Larger provinces have more of them, and the note says so."""
    chart = _chart(
        figures(("an", "2025", "868"), ("ba", "2025", "170")), indicator=share(unit=COUNT)
    )
    assert "A count: larger provinces have more of it." in words_of(chart)
    assert chart.title == "An and Ba: one indicator in common, which does not compare"


def test_what_one_alone_reports_is_listed_by_name() -> None:
    """With how many there are."""
    lines = [*TWO, of_indicator(figure("ba", "2025", "5"), "b")]
    chart = _chart(lines, others=[share(id="b", name=Label("fibre", "cáp quang"))])
    assert "Only Ba (1): fibre" in words_of(chart)


def test_what_one_alone_reports_is_counted_by_figures_as_in_the_table() -> None:
    """Two figures of one indicator on two footings are two."""
    lines = [of_indicator(figure("ba", "2025", "5", basis=b), "b") for b in ("people", "area")]
    more = share(id="b", name=Label("fibre", "cáp quang"), bases=("people", "area"))
    assert "Only Ba (2): fibre (2)" in words_of(_chart([*TWO, *lines], others=[more]))


def _below(chart: Chart, number: str) -> list[str]:
    """The texts that stand under a number, at its right edge."""
    above = text(chart, number)
    found = [mark for mark in chart.marks if isinstance(mark, Text)]
    return [
        mark.text
        for mark in found
        if mark.x == above.x and mark.anchor == "end" and 0 < mark.y - above.y < B * 3
    ]


@pytest.mark.parametrize("size", ["a4", "column"])
def test_times_and_states_that_differ_stand_under_their_own_numbers(size: str) -> None:
    """90 of June 2025 and, estimated, 45 of 2025: nobody has to guess which is which."""
    lines = [
        figure("an", "2025-06", "90"),
        figure("ba", "2025", "45", status="estimated"),
    ]
    chart = _chart(lines, size=size)
    assert " ".join(_below(chart, "90")) == "Jun 2025"
    assert " ".join(_below(chart, "45")) == "2025, estimated"
    assert "An 90, Jun 2025, Ba 45 (estimated), 2025" in chart.alt
    assert "under each name or number" in words_of(chart)


def test_a_state_that_all_share_is_said_once() -> None:
    """Both estimated: with the time, under the name."""
    lines = [figure(id, "2025", "45", status="estimated") for id in ("an", "ba")]
    chart = _chart(lines)
    assert "2025, estimated" in words_of(chart)
    assert words_of(chart).count("estimated") == 1


def test_an_index_of_a_part_says_of_which_part() -> None:
    """A place of the districts is not the province's."""
    lines = [
        figure("an", "2022", "9 of 63", scope=(("tier", "district"),)),
        figure("ba", "2022", "12 of 63"),
    ]
    assert "9 of 63, district level only" in words_of(_chart(lines, indicator=index()))


def test_places_in_an_index_stand_beside_each_other() -> None:
    """As published."""
    chart = _chart(
        figures(("an", "2022", "9 of 63"), ("ba", "2022", "12 of 63")), indicator=index()
    )
    said = words_of(chart)
    assert "National rankings" in said
    assert "9 of 63" in said


def test_another_unit_has_a_line_of_its_own() -> None:
    """From 0 to the largest."""
    mbps = share(unit=Unit("mbps", Label("Mbps", "Mbps"), minimum=Decimal(0)))
    chart = _chart(figures(("an", "2025", "400"), ("ba", "2025", "200")), indicator=mbps)
    assert "a scale of its own" in words_of(chart)
    assert "Mbps, 2025" in words_of(chart)


def test_rows_that_are_left_out_are_counted() -> None:
    """Rows that compare come first."""
    made = filled(4)
    chart = drawn("compare", compare(made, IDS[:2], as_of=AS_OF), made, first=1)
    assert "3 rows not shown." in words_of(chart)
    assert len(_on_strips(chart, 0)) == 1


def test_rows_that_do_not_fit_are_an_error_with_advice() -> None:
    """Twelve of six provinces are too many for a slide, seven are not."""
    made = filled(12)
    result = compare(made, IDS[:6], as_of=AS_OF)
    with pytest.raises(WrongUsage):
        drawn("compare", result, made, size="slide")
    assert drawn("compare", result, made, size="slide", first=6).marks


def test_the_alternative_text_names_every_figure() -> None:
    """With the province, and what is apart too."""
    lines = [*TWO, of_indicator(figure("ba", "2025", "5"), "b")]
    chart = _chart(lines, others=[share(id="b", name=Label("fibre", "cáp quang"))])
    assert "share: An 90, 2025, Ba 45, 2025, Ahead An by 45" in chart.alt
    assert "Only Ba (1): fibre" in chart.alt


def test_six_colours_are_told_apart_in_every_kind_of_sight() -> None:
    """25 or more apart in CIELAB, and readable on white; each has a shape of its own."""
    assert len(SERIES) == len(SHAPES) == len(set(SHAPES)) == 6
    for color in SERIES:
        assert contrast(color, WHITE) >= 4.5
    for matrix in _SIGHTS:
        for one, other in combinations(SERIES, 2):
            first, second = _lab(one, matrix), _lab(other, matrix)
            apart = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
            assert apart >= 25, (one, other)


# Normal sight and, from Machado, Oliveira and Fernandes (2009), protan, deutan and tritan sight.
_SIGHTS = (
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
)
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)

Matrix = Sequence[Sequence[float]]


def _times(matrix: Matrix, vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _lab(color: str, sight: Matrix) -> tuple[float, float, float]:
    """A colour of sRGB in CIELAB (D65), as seen by one kind of sight."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    seen = [min(max(part, 0), 1) for part in _times(sight, linear)]
    x, y, z = (
        part / white
        for part, white in zip(_times(_TO_XYZ, seen), (0.95047, 1.0, 1.08883), strict=True)
    )
    f, g, h = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * g - 16, 500 * (f - g), 200 * (g - h)


def test_every_shape_is_centred_on_its_place() -> None:
    """The corners of a plus lie round its middle."""
    corners = outline(Marker(0, 0, "plus", 1, "#000000"))
    assert len(corners) == 12
    assert sum(x for x, _ in corners) == pytest.approx(0)
    assert sum(y for _, y in corners) == pytest.approx(0)


def test_every_chart_of_the_shipped_data_passes_the_lint(dataset: Dataset) -> None:
    """Two to six neighbours in the register, on every size in both languages."""
    today = [province.id for province in dataset.register.existing(AS_OF)]
    counts = cycle([2, 3, 6, 2, 4, 5])
    for start in range(0, 28, 2):
        ids = today[start : start + next(counts)]
        result = compare(dataset, ids, as_of=AS_OF)
        for size in SIZES:
            for lang in ("en", "vi"):
                title = LONG[lang] if start % 3 == 0 else None
                assert not findings("compare", result, dataset, lang, size=size, title=title)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_hard_cases_pass_the_lint(size: str, lang: str) -> None:
    """Six of one number, all about, nothing, two former provinces, names with stacked marks."""
    ties = country(
        figures(*((id, "2025", "about 100") for id in ("an", "ba", "ca", "da", "em"))),
    )
    cases = [
        (ties, ("an", "ba", "ca", "da", "em")),
        (country([]), ("an", "ba")),
        (country([target("an", "2030", "80")]), ("an", "ba")),
        (country(figures(("former/ba", "2024", "9"))), ("former/ba", "former/bo")),
        (filled(3), IDS[:6]),
        (filled(3, word="over"), IDS[:5]),
        (filled(9, word="about"), IDS[:2]),
    ]
    for held, ids in cases:
        result = compare(held, ids, as_of=AS_OF)
        assert not findings("compare", result, held, lang, size=size)
        assert not findings("compare", result, held, lang, size=size, title=LONG[lang])
