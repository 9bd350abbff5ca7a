"""A composite score drawn: its parts, its places under other weights, and what is not ranked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from msgspec.structs import replace

from dtcompare.analysis.score import Options, Scored, score
from dtcompare.analysis.score_explained import Answer, explain, shifts
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Marker, Polyline, Rectangle, Text
from dtcompare.charts.style import ACCENT, BAR, PARTS, PILLARS, SIZES
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Amount
from dtcompare.model.label import Label
from dtcompare.model.score import Gate, Scale, ScoreFile
from dtcompare.view.phrases import Phrases
from tests.analysis.build import AS_OF
from tests.analysis.scoring import Table, dataset_of, file_of, group, leaf
from tests.charts.lint import lint
from tests.charts.sample import said, texts

# net, use: 0.5 x 80 + 0.5 x 40 = 60; 0.5 x 40 + 0.5 x 20 = 30; "c" lacks one of two.
TABLE: Table = {
    "Huế": {"net": "80", "use": "40"},
    "Đắk Lắk": {"net": "40", "use": "20"},
    "Vĩnh Long": {"net": "30", "use": ""},
}
LAND = ("An Giang", "Bắc Ninh", "Cà Mau", "Đà Nẵng", "Đắk Lắk", "Huế", "TP. Hồ Chí Minh")
PAIRS = ("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2")
LONG = "Một tiêu đề rất dài về chỉ số chuyển đổi số cấp tỉnh của những tỉnh, thành phố ở miền Trung"


def plain(**more: object) -> ScoreFile:
    """An index of two indicators that counts nothing in place of a gap."""
    return replace(
        file_of(leaf("net"), leaf("use"), precision=1, missing="refuse"),
        label=Label("Index", "Chỉ số"),
        **more,
    )


def drawn(
    table: Table,
    file: ScoreFile | None = None,
    options: ChartOptions | None = None,
    *,
    draws: int = 0,
    lang: str = "en",
) -> Chart:
    """The chart of the score of a table."""
    dataset = dataset_of(table)
    found = score(dataset, file or plain(), as_of=AS_OF, options=Options(draws=draws))
    return chart_of("score", None, Answer(found), Phrases(dataset, lang), options or ChartOptions())


def bars(chart: Chart, *colors: str) -> list[Rectangle]:
    """The rectangles of these colours that are wider than the squares of a key."""
    found = [mark for mark in chart.marks if isinstance(mark, Rectangle) and mark.fill in colors]
    return [mark for mark in found if mark.width != mark.height]


def of_province(chart: Chart, name: str) -> Text:
    return next(mark for mark in chart.marks if isinstance(mark, Text) and mark.text == name)


def test_parts_are_stacked_to_the_length_of_the_score() -> None:
    """80 and 40 weighted alike bring 40 and 20 points, end to end, twice as long as 20 and 10."""
    first, second, third, fourth = bars(drawn(TABLE), *PILLARS)
    assert first.width == pytest.approx(2 * second.width)
    assert first.x + first.width == pytest.approx(second.x)
    assert first.width == pytest.approx(2 * third.width)
    assert second.width == pytest.approx(2 * fourth.width)


def test_a_province_without_a_place_gets_no_bar_and_is_named_with_what_it_lacks() -> None:
    """Vĩnh Long lacks "use": two parts of two provinces are drawn, and the reason is told."""
    chart = drawn(TABLE)
    assert len(bars(chart, *PILLARS)) == 4
    assert "A figure is missing (1): Vĩnh Long (lacks use)" in said(chart)


def test_the_title_says_who_is_first_and_how_many_places_are_firm() -> None:
    """Huế is ahead in both indicators, so no weights change a place."""
    assert drawn(TABLE, draws=50).title == "Index: Huế is first with 60.0, and both places are firm"
    assert drawn(TABLE).title == "Index: Huế is first with 60.0"


def test_a_title_of_the_readers_own_replaces_it() -> None:
    """--title stands in the chart and in its words."""
    chart = drawn(TABLE, options=ChartOptions(title="Mine"))
    assert (chart.title, texts(chart)[0]) == ("Mine", "Mine")


def test_without_draws_there_is_neither_whisker_nor_axis_of_places() -> None:
    """--draws 0 leaves the score alone."""
    chart = drawn(TABLE)
    assert not [mark for mark in chart.marks if isinstance(mark, Marker)]
    assert "Place" not in said(chart)


def test_a_place_that_weights_move_has_a_whisker() -> None:
    """Two provinces, each ahead in one of two indicators by the same, change places often."""
    table = {"Huế": {"net": "51", "use": "40"}, "Cà Mau": {"net": "40", "use": "50"}}
    chart = drawn(table, draws=200)
    dots = [mark for mark in chart.marks if isinstance(mark, Marker)]
    whiskers = [
        mark
        for mark in chart.marks
        if isinstance(mark, Polyline)
        and mark.color == BAR
        and mark.points[0][1] == mark.points[1][1]
    ]
    assert len(dots) == 2
    assert {line.points[0][0] for line in whiskers} == {dots[0].x}
    assert {line.points[1][0] for line in whiskers} == {dots[1].x}
    assert "none of the 2 places is firm" in chart.title
    assert "200 draws" in said(chart)


def test_ties_share_a_place_and_the_title() -> None:
    """Equal scores: =1 and =1, both named as first."""
    table = {"Huế": {"net": "50", "use": "50"}, "Cà Mau": {"net": "50", "use": "50"}}
    chart = drawn(table)
    assert texts(chart).count("=1") == 2
    assert chart.title == "Index: Cà Mau and Huế share first place with 50.0"


def test_a_product_has_whole_bars_and_says_why() -> None:
    """The geometric mean of 80 and 20 is 40, of 40 and 10 is 20: half as long."""
    file = plain(tree=replace(plain().tree, aggregate="geometric"))
    table = {"Huế": {"net": "80", "use": "20"}, "Cà Mau": {"net": "40", "use": "10"}}
    chart = drawn(table, file)
    first, second = bars(chart, BAR)
    assert first.width == pytest.approx(2 * second.width)
    assert "weighted product: its parts do not add up" in said(chart)


def test_standard_deviations_lie_on_both_sides_of_a_line() -> None:
    """Of three figures the middle one is the mean: one bar right of zero, one left, one no bar."""
    table = {n: {"net": v} for n, v in (("Huế", "3"), ("Cà Mau", "2"), ("An Giang", "1"))}
    file = plain(tree=group("", leaf("net", scale=Scale("zscore"))))
    first, middle, last = bars(drawn(table, file), BAR)
    assert first.x == pytest.approx(last.x + last.width)
    assert middle.width == pytest.approx(0.6)


def test_more_than_eight_parts_are_not_stacked() -> None:
    """Nine indicators: whole bars, and the reason."""
    ids = [f"i{n}" for n in range(9)]
    table = {name: dict.fromkeys(ids, "50") for name in LAND[:3]}
    chart = drawn(table, plain(tree=group("", *map(leaf, ids))))
    assert len(bars(chart, BAR)) == 3
    assert "9 parts, too many" in said(chart)


def test_neighbours_of_eight_parts_stay_apart_in_grey() -> None:
    """The lightness of neighbouring parts differs by 25 or more of 100."""
    lightness = [_lightness(color) for color in PARTS]
    assert all(abs(a - b) >= 25 for a, b in pairwise(lightness))


def _lightness(color: str) -> float:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def test_the_highlighted_province_is_in_the_accent() -> None:
    """Name and score in the accent's text colour, its dot in the accent; the others stay."""
    chart = drawn(TABLE, options=ChartOptions(highlight=frozenset({"Huế"})), draws=20)
    accented = [mark for mark in chart.marks if isinstance(mark, Marker) and mark.fill == ACCENT]
    assert len(accented) == 1
    assert of_province(chart, "Huế").weight == "SemiBold"
    assert of_province(chart, "Đắk Lắk").weight == "Regular"


def test_first_and_last_say_which_places_are_not_shown() -> None:
    """Of seven rows the first two and the last one: places 3 to 6 are missing."""
    table = {name: {"net": str(90 - 10 * n), "use": "50"} for n, name in enumerate(LAND)}
    chart = drawn(table, options=ChartOptions(first=2, last=1))
    assert "places 3 to 6 not shown" in texts(chart)
    assert len(bars(chart, *PILLARS)) == 6


def test_what_missing_figures_could_do_stands_beside_the_score() -> None:
    """Under skip 80 alone is 80; with the gap at 0 and 100 it is 40 and 90."""
    table = {"Huế": {"net": "80", "use": ""}, "Cà Mau": {"net": "40", "use": "20"}}
    file = plain(missing="skip", gate=Gate(Decimal(0), Decimal(0)))
    assert "40.0–90.0" in texts(drawn(table, file))
    narrow = said(drawn(table, file, ChartOptions(size="column")))
    assert "Huế 40.0–90.0 (50%)" in narrow


def test_names_shed_the_words_that_all_of_them_begin_with(dataset: Dataset) -> None:
    """Of "DTI main index, awareness" the key says Awareness."""
    chart = _shipped(dataset, "dti-2022")
    assert "Awareness" in texts(chart)
    assert "DTI main index" not in chart.alt


def test_nobody_with_a_place_is_told_with_the_reason() -> None:
    """No bar, no key; a title, the provinces, and that no source is needed."""
    table = {name: {"net": "50", "use": ""} for name in LAND[:2]}
    chart = drawn(table)
    assert chart.title == "Index: no province can be ranked"
    assert "A figure is missing (2): An Giang (lacks use); Bắc Ninh (lacks use)" in said(chart)
    assert not bars(chart, *PILLARS, BAR)


def test_one_province_has_no_axis_of_places() -> None:
    """A place of one says nothing."""
    chart = drawn({"Huế": {"net": "80", "use": "40"}}, draws=20)
    assert chart.title == "Index: Huế alone can be scored, with 60.0"
    assert not [mark for mark in chart.marks if isinstance(mark, Marker)]


def test_sixty_three_rows_do_not_fit_on_a_slide() -> None:
    """An error that tells to ask for fewer; 9 and 6 of them fit."""
    table = {f"Tỉnh {n}": {"net": str(n), "use": "50"} for n in range(63)}
    with pytest.raises(WrongUsage, match=r"error\.chart-rows"):
        drawn(table, options=ChartOptions(size="slide"))
    assert not lint(drawn(table, options=ChartOptions(size="slide", first=9, last=6)))


def test_the_words_name_every_row_with_its_parts_and_range() -> None:
    """What those learn who do not see the chart."""
    chart = drawn(TABLE, draws=20)
    assert "1 Huế 60.0 (Net 40.0, Use 20.0), Other weights 1;" in chart.alt
    assert "Vĩnh Long (lacks use)" in chart.alt.replace("\u00a0", " ")


def test_the_source_is_named(dataset: Dataset) -> None:
    """The ministry's page stands in the footer."""
    chart = _shipped(dataset, "dti-2022", lang="vi")
    assert "Bộ Thông tin và Truyền thông" in chart.source
    assert "Nguồn: Bộ Thông tin và Truyền thông" in said(chart)
    assert "80,02" in texts(chart)


def test_a_province_taken_apart_shows_what_each_indicator_brings_and_leaves() -> None:
    """Of Đắk Lắk: 20 of 50 and 10 of 50 points, with the means of 30 and 15."""
    chart = _apart("Đắk Lắk")
    brings, leaves = bars(chart, BAR)[-2:], bars(chart, "#C3D9EB")[-2:]
    widths = {round(mark.width / brings[0].width, 3) for mark in (*brings, *leaves)}
    # The cheapest step comes first: net needs 100 of 100, use cannot do it; 20, 10, 30, 40.
    assert widths == {1, 0.5, 1.5, 2}
    assert "20.00" in texts(chart)
    assert "Furthest below the mean: net -10; use -5" in said(chart)
    assert chart.title.endswith("with 30.0. Next above is Huế with 60.0, 30.0 points away")


def test_a_province_without_a_place_is_told_why_and_shows_its_figures() -> None:
    """Vĩnh Long has one figure and lacks the other; nothing is drawn as a bar."""
    chart = _apart("Vĩnh Long")
    assert chart.title.startswith("Index: Vĩnh Long has no place: a figure is missing")
    assert {"Figure: 30; When: 2025", "Figure: –; When: not found"} <= set(texts(chart))
    assert not bars(chart, BAR)


def test_a_province_without_any_figure_is_told_in_words() -> None:
    """No row for each thing that is not there."""
    dataset = dataset_of({**TABLE, "Cà Mau": {"net": "", "use": ""}})
    found = score(dataset, plain(), as_of=AS_OF, options=Options(draws=0))
    answer = Answer(found, explain(found, dataset, "Cà Mau"))
    chart = chart_of("score", None, answer, Phrases(dataset, "en"), ChartOptions())
    assert chart.title == "Index: Cà Mau has no place: reports none of it"
    assert "not found" not in said(chart)


def _apart(province: str, options: ChartOptions | None = None) -> Chart:
    dataset = dataset_of(TABLE)
    found = score(dataset, plain(), as_of=AS_OF, options=Options(draws=0))
    answer = Answer(found, explain(found, dataset, province))
    return chart_of("score", None, answer, Phrases(dataset, "en"), options or ChartOptions())


def test_scores_of_the_same_provinces_are_compared_by_place() -> None:
    """With all weight on "use" Huế falls from 1 to 2: hollow there, filled here."""
    table = {"Huế": {"net": "90", "use": "20"}, "Cà Mau": {"net": "40", "use": "50"}}
    chart = _two(table, plain(), plain(tree=group("", leaf("use"))))
    assert "2 provinces have a place in both, and 2 of them another one" in chart.title
    dots = [mark for mark in chart.marks if isinstance(mark, Marker)]
    # One of each in the key, then Cà Mau's and Huế's.
    hollow, filled = dots[-4].x, dots[-3].x
    assert filled < hollow
    assert "2 of 2 (45.0) 1 of 2 (50.0)" in said(chart)


def test_scores_of_other_provinces_are_compared_by_score() -> None:
    """A place of three and one of two stand as words alone."""
    table = {**TABLE, "Vĩnh Long": {"net": "30", "use": ""}}
    chart = _two(table, plain(tree=group("", leaf("net"))), plain())
    assert "1 of 3 (80.0) 1 of 2 (60.0)" in said(chart)
    assert "2 are ranked here, 3 there" in chart.title
    there = replace(plain(tree=group("", leaf("net"))), label=Label("Old index", "Chỉ số cũ"))
    named = _two(table, there, plain())
    assert "Ranked there only (1): Vĩnh Long" in said(named)


def test_other_weights_of_one_score_are_named_by_the_weights() -> None:
    """The same index twice: its name there, what was changed here."""
    dataset = dataset_of(TABLE)
    asked = [Options(draws=0), Options({"use": Decimal(3)}, draws=0)]
    old, new = (score(dataset, plain(), as_of=AS_OF, options=options) for options in asked)
    answer = Answer(new, shifts=shifts(new, old))
    chart = chart_of("score", None, answer, Phrases(dataset, "en"), ChartOptions())
    assert {"Index", "with use = 3"} <= set(texts(chart))
    assert chart.title.startswith("Index with use = 3: 2 provinces have a place in both")


@pytest.mark.parametrize("size", ["a4", "slide"])
@pytest.mark.parametrize("who", ["", "Huế"])
def test_a_score_of_other_weights_says_so(size: str, who: str) -> None:
    """By the names of what was changed, never by an id: it is not the index as published."""
    dataset = dataset_of(TABLE)
    file = plain(tree=group("", leaf("net"), replace(leaf("use"), label=Label("Use", "Sử dụng"))))
    options = Options({"use": Decimal(3)}, draws=0)
    found = score(dataset, file, as_of=AS_OF, options=options)
    id = found.rows[0].province
    answer = Answer(found, explain(found, dataset, id) if who else None)
    chart = chart_of("score", None, answer, Phrases(dataset, "en"), ChartOptions(size=size))
    assert "With other weights: Use = 3." in said(chart)
    assert "With other weights" not in said(drawn(TABLE))


@pytest.mark.parametrize("size", ["a4", "slide"])
def test_figures_that_are_words_are_noted_on_every_page(size: str) -> None:
    """About 80 counts as 80; the note says whose it is, and of one taken apart which."""
    dataset = dataset_of(TABLE)
    first, *rest = dataset.lines["net"].figures
    about = replace(first, amount=Amount("about", Decimal(80)))
    lines = replace(dataset.lines["net"], figures=(about, *rest))
    dataset = replace(dataset, lines={**dataset.lines, "net": lines})
    found = score(dataset, plain(), as_of=AS_OF, options=Options(draws=0))
    whole = chart_of("score", None, Answer(found), Phrases(dataset, "en"), ChartOptions(size=size))
    assert "enters at its printed number: Huế." in said(whole)
    apart = Answer(found, explain(found, dataset, found.rows[0].province))
    chart = chart_of("score", None, apart, Phrases(dataset, "en"), ChartOptions(size=size))
    assert "though a word, a range or an estimate: Net about 80" in said(chart)


def _two(table: Table, there: ScoreFile, here: ScoreFile) -> Chart:
    dataset = dataset_of(table)
    old, new = (score(dataset, f, as_of=AS_OF, options=Options(draws=0)) for f in (there, here))
    answer = Answer(new, shifts=shifts(new, old))
    return chart_of("score", None, answer, Phrases(dataset, "en"), ChartOptions())


def test_the_method_card_is_a_table_so_the_bars_are_drawn() -> None:
    """The card itself has no chart."""
    dataset = dataset_of(TABLE)
    found = score(dataset, plain(), as_of=AS_OF, options=Options(draws=0))
    charts = [
        chart_of("score", None, answer, Phrases(dataset, "en"), ChartOptions())
        for answer in (Answer(found), Answer(found, card=True))
    ]
    assert charts[0] == charts[1]


def _shipped(dataset: Dataset, id: str, *, lang: str = "en") -> Chart:
    found = score(dataset, dataset.scores[id], as_of=date(2024, 12, 31), options=Options(draws=50))
    return chart_of("score", None, Answer(found), Phrases(dataset, lang), ChartOptions())


def _hard_cases() -> Mapping[str, tuple[Table, ScoreFile]]:
    names = [f"{name} {n}" for n in range(5) for name in LAND][:34]
    four = group("", *(group(g, leaf(f"{g}1"), leaf(f"{g}2")) for g in "abcd"))
    skip = plain(tree=four, missing="skip", gate=Gate(Decimal("0.6"), Decimal("0.2")))
    full: Table = {
        name: {id: str((n * 7 + k * 13) % 90 + 5) for k, id in enumerate(PAIRS)}
        for n, name in enumerate(names)
    }
    holes: Table = {
        name: {id: "" if (n + k) % 5 == 0 else v for k, (id, v) in enumerate(row.items())}
        for n, (name, row) in enumerate(full.items())
    }
    return {
        "thirty-four": (full, skip),
        "gaps": (holes, skip),
        "ties": ({name: dict.fromkeys(PAIRS, "50") for name in names}, skip),
        "nothing": ({name: dict.fromkeys(PAIRS, "") for name in names}, skip),
        "zeros": ({name: dict.fromkeys(PAIRS, "0") for name in names[:4]}, skip),
        "one": ({names[0]: full[names[0]]}, skip),
        "three": ({name: full[name] for name in names[:3]}, skip),
        "product": (full, replace(skip, tree=replace(four, aggregate="geometric"))),
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_chart_of_a_score_has_a_fault(dataset: Dataset, size: str, lang: str) -> None:
    """Shipped scores and hard cases, whole and taken apart: nothing for the lint to find.

    Only many rows on a square are refused, as fewer can be asked for.
    """
    options = ChartOptions(size=size, title=LONG if lang == "vi" else None)
    day = date(2024, 12, 31)
    found = {
        id: (dataset, score(dataset, file, as_of=day, options=Options(draws=20)))
        for id, file in dataset.scores.items()
    }
    for id, (table, file) in _hard_cases().items():
        made = dataset_of(table)
        found[id] = made, score(made, file, as_of=AS_OF, options=Options(draws=20))
    pair = shifts(found["dti-2022"][1], found["dti-2020"][1])
    for id, (made, scored) in found.items():
        many = size in ("square", "slide") and len(scored.rows) > 12
        for answer in _answers(scored, made, pair if id == "dti-2022" else None):
            wanted = replace(options, first=6, last=5) if many else options
            chart = chart_of("score", None, answer, Phrases(made, lang), wanted)
            assert not lint(chart), id


def _answers(scored: Scored, dataset: Dataset, pair: object) -> list[Answer]:
    answers = [Answer(scored), Answer(scored, shifts=shifts(scored, scored))]
    if scored.rows:
        answers.append(Answer(scored, explain(scored, dataset, scored.rows[-1].province)))
    if scored.unplaced:
        answers.append(Answer(scored, explain(scored, dataset, scored.unplaced[0].province)))
    if pair is not None:
        answers.append(Answer(scored, shifts=pair))  # type: ignore[arg-type]
    return answers
