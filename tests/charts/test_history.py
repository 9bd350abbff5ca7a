"""The chart of one figure of a province: every line of it, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dtcompare.analysis.profile import detail
from dtcompare.charts.chart import Chart
from dtcompare.charts.style import ACCENT, BAR, BAR_TINT, INK, MUTED, RULE, SIZES, WHITE
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line
from dtcompare.model.indicator import Indicator
from tests.analysis.build import AS_OF, country, figure, figures, index, share, target
from tests.charts.full import LONG, drawn, findings, markers, strokes, text, texts, words_of


def _chart(
    lines: Iterable[Line],
    indicator: Indicator | None = None,
    who: str = "an",
    lang: str = "en",
    **options: object,
) -> Chart:
    held = country(lines, indicator)
    return drawn("detail", detail(held, who, "share", as_of=AS_OF), held, lang, **options)


THREE = figures(("an", "2022", "25"), ("an", "2024", "50"), ("an", "2025", "100"))


def test_the_newest_figure_stands_first() -> None:
    """And each stands at its number: 50 in the middle between 0 and 100."""
    first, second, third = markers(_chart(THREE), BAR)
    assert first.y < second.y < third.y
    assert first.x - second.x == pytest.approx(2 * (second.x - third.x))


def test_the_title_names_the_newest_figure() -> None:
    """With its time."""
    assert _chart(THREE).title == "share in An: 100, 2025"


def test_the_title_prefers_the_whole_province_to_a_part() -> None:
    """Even where the part's figure is newer."""
    part = figure("an", "2026-01", "70", scope=(("ward", "X"),))
    assert _chart([*THREE, part]).title == "share in An: 100, 2025"


def test_a_figure_that_may_be_others_has_a_bar_about_it() -> None:
    """About 40 is 38 to 42: a bar of 4, hollow in the middle; 80 has none."""
    chart = _chart(figures(("an", "2024", "about 40"), ("an", "2025", "80")))
    bar = strokes(chart, BAR_TINT, SIZES["a4"].base * 0.5)[-1]
    exact, about = markers(chart, BAR)[-2:]
    assert (about.fill, about.stroke) == (WHITE, BAR)
    left, right = bar.points[0][0], bar.points[1][0]
    assert (left + right) / 2 == pytest.approx(about.x)
    assert (exact.x - about.x) / (right - left) == pytest.approx(40 / 4)


def test_over_reaches_to_the_natural_end() -> None:
    """Over 80 may be anything up to 100."""
    chart = _chart(figures(("an", "2025", "over 80"), ("an", "2024", "100")))
    bar = strokes(chart, BAR_TINT, SIZES["a4"].base * 0.5)[-1]
    hundred = max(mark.x for mark in markers(chart, BAR) if mark.shape == "circle")
    assert bar.points[1][0] == pytest.approx(hundred)


def test_a_rejected_line_is_grey_and_says_why() -> None:
    """Hollow and grey, its number too."""
    chart = _chart([*THREE, figure("an", "2023", "99", reject="a misprint")])
    assert "rejected: a misprint" in words_of(chart)
    number = text(chart, "99")
    assert (number.color, number.weight) == (MUTED, "Regular")
    assert any(mark.fill == WHITE and mark.stroke == RULE for mark in markers(chart, RULE))


def test_an_unreliable_figure_is_grey_and_named_so() -> None:
    """It compares with nothing."""
    chart = _chart([figure("an", "2025", "60", status="unreliable"), *THREE[:2]])
    assert len(markers(chart, MUTED)) == 2
    assert "unreliable" in words_of(chart)
    assert chart.title == "share in An: 50, 2024"


def test_targets_are_ticks_with_their_deadline_and_what_is_to_go() -> None:
    """Of 60 towards 80 by 2030: 20 to go, the first due last; 50 by 2025 is reached."""
    lines = [
        figure("an", "2025", "60"),
        target("an", "2030", "80"),
        target("an", "2025", "50"),
    ]
    chart = _chart(lines)
    open_one, passed = strokes(chart, INK, 1.6)[-2:]
    (own,) = markers(chart, BAR)
    assert open_one.points[0][0] - own.x == pytest.approx(2 * (own.x - passed.points[0][0]))
    assert {"50 by 2025", "80 by 2030"} <= set(texts(chart))
    assert "Latest figure: 60, 2025; To go: 20" in words_of(chart)
    assert "reached" in words_of(chart)


def test_a_target_of_another_plan_that_is_rejected_says_why() -> None:
    """Its tick is grey."""
    lines = [figure("an", "2025", "60"), target("an", "2030", "80", reject="superseded")]
    chart = _chart(lines)
    assert "rejected: superseded" in words_of(chart)
    assert strokes(chart, RULE, 1.6)


def test_figures_of_former_provinces_stand_apart() -> None:
    """By their names, under a heading that says they are not counted."""
    chart = _chart([figure("ba", "2025", "60"), figure("former/bo", "2024", "30")], who="ba")
    said = words_of(chart)
    assert "Figures of former provinces, not counted" in said
    assert "30: Bo" in said


def test_places_among_other_numbers_stand_on_lines_of_their_own() -> None:
    """The axis is that of the newest; the first place stands at the left of each."""
    lines = figures(("an", "2022", "9 of 63"), ("an", "2023", "1 of 63"), ("an", "2024", "2 of 34"))
    chart = _chart(lines, index())
    assert "Place among 34" in texts(chart)
    assert "Place among 63" not in texts(chart)
    newest, first, ninth = markers(chart, BAR)
    assert newest.y < first.y < ninth.y
    assert first.x < ninth.x


def test_a_score_without_a_place_is_no_dot_among_places() -> None:
    """It stands as a number alone: at the left end it would look like the first place."""
    chart = _chart(figures(("an", "2023", "0.7"), ("an", "2024", "2 of 34")), index())
    assert len(markers(chart, BAR)) == 1
    assert "0.7" in texts(chart)


def test_a_place_with_a_score_stands_as_a_place() -> None:
    """The score stands beside it."""
    chart = _chart([figure("an", "2022", "9 of 63; 0.7")], index())
    assert "0.7, 9 of 63" in texts(chart)
    assert "2022: Figure 0.7, 9 of 63." in chart.alt


def test_of_several_newest_figures_the_title_names_the_one_without_reserve() -> None:
    """Of two of 2025 not the estimated one; of two alike the one on the preferred basis."""
    bases = share(bases=("people", "area"))
    guess = figure("an", "2025", "60", basis="people", status="estimated")
    other = figure("an", "2025", "70", basis="area")
    assert "70 of area, 2025" in _chart([guess, other], bases).title
    assert "70 of area, 2025" in _chart([other, guess], bases).title
    sure = figure("an", "2025", "65", basis="people")
    assert "65 of people, 2025" in _chart([other, sure], bases).title


def test_what_a_number_is_stands_in_its_row() -> None:
    """Named by the sheet's column where more is said of it."""
    bases = share(bases=("people", "area"))
    lines = [("about 60", "people"), ("50", "area")]
    found = _chart([figure("an", "2025", text, basis=basis) for text, basis in lines], bases)
    assert "May be: 57.00 to 63.00; Measured as: share of people" in words_of(found)
    assert "Measured as: share of area" in texts(found)


def test_no_figure_but_a_target_is_a_title_of_its_own() -> None:
    """And nothing at all too."""
    assert _chart([target("an", "2030", "80")]).title == "share in An: one target, no figure found"
    empty = _chart([])
    assert empty.title == "share in An: no figure found"
    assert "No line in the data set speaks of it." in words_of(empty)
    rejected = _chart([figure("an", "2025", "60", reject="a misprint")])
    assert rejected.title == "share in An: no reported figure can be used"


def test_a_highlighted_province_has_the_accent() -> None:
    """Its marks and its numbers."""
    chart = _chart(THREE, highlight=frozenset({"an"}))
    assert len(markers(chart, ACCENT)) == 3
    assert not markers(chart, BAR)


def test_figures_that_are_left_out_are_counted() -> None:
    """The newest and the oldest of three."""
    chart = _chart(THREE, first=1, last=1)
    assert "1 row not shown." in words_of(chart)
    assert len(markers(chart, BAR)) == 2


def test_the_alternative_text_names_every_line() -> None:
    """With when, how much and what is said of it."""
    chart = _chart([*THREE[:1], figure("an", "2025", "about 60", status="estimated")])
    assert "2025: Figure about 60 (estimated), May be 57.00 to 63.00; 2022: Figure 25" in chart.alt


def test_lines_that_do_not_fit_are_an_error_with_advice() -> None:
    """Forty are too many for a slide."""
    lines = figures(*(("an", str(year), "50") for year in range(1985, 2025)))
    with pytest.raises(WrongUsage):
        _chart(lines, size="slide")
    assert _chart(lines, size="slide", first=5).marks


def test_every_chart_of_the_shipped_data_passes_the_lint(dataset: Dataset) -> None:
    """Every third line's province and indicator, by turns on every size in both languages."""
    pairs = dict.fromkeys(
        (line.province, indicator.id)
        for indicator, lines in dataset.all_lines()
        for line in (*lines.figures, *lines.targets)
        if line.province in dataset.register.provinces
    )
    for place, (who, what) in enumerate(list(pairs)[::2]):
        size, lang = list(SIZES)[place % 4], ("en", "vi")[place // 4 % 2]
        result = detail(dataset, who, what, as_of=AS_OF)
        title = LONG[lang] if place % 5 == 0 else None
        assert not findings("detail", result, dataset, lang, size=size, title=title)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_hard_cases_pass_the_lint(size: str, lang: str) -> None:
    """One line, twelve, all about, equal ones, nothing."""
    many = [(str(2013 + n), f"about {n + 90}") for n in range(9)]
    cases: list[list[Line]] = [
        [],
        [*figures(("an", "2025", "0"))],
        [*figures(*(("an", *line) for line in many)), target("an", "2030", "over 95")],
        [*figures(*(("an", str(2015 + n), "100") for n in range(10)))],
        [figure("an", "unstated", "40 to 60", reject="a very long reason of many words, " * 3)],
    ]
    for lines in cases:
        held = country(lines)
        result = detail(held, "an", "share", as_of=AS_OF)
        assert not findings("detail", result, held, lang, size=size)
        assert not findings("detail", result, held, lang, size=size, title=LONG[lang])
