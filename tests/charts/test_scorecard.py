"""Scorecards: squares as data, counts, words, and the lint over the shipped data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.reporting import reporting
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Marker, Rectangle, Text
from dtcompare.charts.scorecard_reports import age_class
from dtcompare.charts.scorecard_targets import share_class
from dtcompare.charts.style import ACCENT_TEXT, CLASSES, SIZES
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line
from dtcompare.model.indicator import Indicator
from dtcompare.view.phrases import Phrases
from tests.analysis.build import AS_OF, assessed, country, figure, share, target
from tests.charts.full import drawn
from tests.charts.lint import lint
from tests.charts.sample import texts


def card(
    lines: Iterable[Line],
    options: ChartOptions | None = None,
    *,
    indicator: Indicator | None = None,
    lang: str = "en",
) -> Chart:
    """The scorecard of the gaps of these lines."""
    data = country(lines, indicator)
    return chart_of(
        "gap", "scorecard", gaps(data, as_of=AS_OF), Phrases(data, lang), options or ChartOptions()
    )


def observations(
    lines: Iterable[Line],
    options: ChartOptions | None = None,
    *,
    who: str | None = None,
    indicator: Indicator | None = None,
) -> Chart:
    """The scorecard of who reports what of these lines."""
    data = country(lines, indicator)
    result = reporting(data, as_of=AS_OF, province=who)
    return chart_of("reporting", None, result, Phrases(data, "en"), options or ChartOptions())


def text(chart: Chart, words: str) -> Text:
    """The one text of these words."""
    found = [m for m in chart.marks if isinstance(m, Text) and m.text == words]
    assert len(found) == 1, words
    return found[0]


def ground(chart: Chart, mark: Text) -> str | None:
    """The fill of the square that a text stands in."""
    fills = [
        m.fill
        for m in chart.marks
        if isinstance(m, Rectangle)
        and m.x < mark.x < m.x + m.width
        and m.y < mark.y < m.y + m.height
    ]
    return fills[0] if fills else None


@pytest.mark.parametrize(
    ("number", "expected"),
    [("80", 4), ("79", 3), ("72", 3), ("71.9", 2), ("60", 2), ("59", 1), ("40", 1), ("39", 0)],
)
def test_the_class_is_the_share_of_the_target(number: str, expected: int) -> None:
    """Of a target of 80, 72 is nine tenths, 60 three quarters, 40 a half."""
    (row,) = assessed([figure("an", "2025", number), target("an", "2030", "80")])
    assert share_class(row) == expected


@pytest.mark.parametrize(("number", "expected"), [("10", 4), ("11", 3), ("20", 1), ("21", 0)])
def test_lower_is_better_is_mirrored(number: str, expected: int) -> None:
    """Of a ceiling of 10, 20 is twice as much and so a half, 11 is ten elevenths."""
    lines = [figure("an", "2025", number), target("an", "2030", "10")]
    (row,) = assessed(lines, share(better="lower"))
    assert share_class(row) == expected


def test_a_target_of_nothing_is_reached_or_not_half_reached() -> None:
    """Of a ceiling of 0 anything above it is in the lowest class."""
    lines = [figure("an", "2025", "3"), target("an", "2030", "0")]
    (row,) = assessed(lines, share(better="lower"))
    assert share_class(row) == 0


def test_what_may_be_reached_is_not_in_the_class_of_what_is() -> None:
    """About 80 of 80 is open: the printed number is enough, what it means may not be."""
    (row,) = assessed([figure("an", "2025", "about 80"), target("an", "2030", "80")])
    assert row.verdict == "unclear"
    assert share_class(row) == 3


LINES = [
    *(figure("an", "2025", "85"), target("an", "2030", "80")),
    *(figure("ba", "2025", "41"), target("ba", "2030", "80")),
    target("ca", "2025", "81"),
    target("da", "2029", "82"),
]


def test_reached_is_dark_and_bold() -> None:
    """The reached figure stands bold in the darkest class, the other in its own."""
    chart = card(LINES)
    assert ground(chart, text(chart, "85")) == CLASSES[4]
    assert text(chart, "85").weight == "SemiBold"
    assert ground(chart, text(chart, "41")) == CLASSES[1]
    assert text(chart, "41").weight == "Regular"


def test_silence_is_hatched_with_the_year_that_is_due() -> None:
    """A target without figure is a hatched square; one that has passed has a bold year."""
    chart = card(LINES)
    hatched = [m for m in chart.marks if isinstance(m, Rectangle) and m.hatch is not None]
    assert len(hatched) == 4  # two in the key
    assert text(chart, "2025").weight == "SemiBold"
    assert text(chart, "2029").weight == "Regular"


def test_the_title_counts_what_is_known_and_what_passed_in_silence() -> None:
    """Of four targets one is reached and one passed without a figure since."""
    title = card(LINES).title
    assert title == "Of 4 targets, one is reached; 1 passed without a figure"


def test_counts_stand_at_the_right_and_the_best_row_first() -> None:
    """An reaches one of one; Ca passed one in silence."""
    said = texts(card(LINES))
    rows = [name for name in said if name in ("An", "Ba", "Ca", "Da")]
    assert rows == ["An", "Ba", "Ca", "Da"]
    assert said[said.index("An") + 2 : said.index("An") + 4] == ["–", "1 / 1"]
    assert said[said.index("Ca") + 2 : said.index("Ca") + 4] == ["1", "0 / 1"]


def test_who_has_no_target_is_named() -> None:
    """Em is not in the grid but in the list below it."""
    assert "No target found (1): Em" in texts(card(LINES))


def test_another_footing_is_outlined() -> None:
    """A figure that is a share of something else is in italics and in no class."""
    lines = [figure("an", "2025", "63", basis="area"), target("an", "2030", "80", basis="people")]
    chart = card(lines, indicator=share(bases=("people", "area")))
    assert text(chart, "63").weight == "Italic"


def test_highlight_and_first() -> None:
    """The highlighted name has the accent; rows left out are counted."""
    chart = card(LINES, ChartOptions(highlight=frozenset({"ba"}), first=2, last=1))
    assert text(chart, "Ba").color == ACCENT_TEXT
    assert "1 row not shown" in texts(chart)


def test_alt_text_tells_the_rows() -> None:
    """Who does not see the squares reads them."""
    alt = card(LINES).alt
    assert "An, Reached 1 / 1: share 85 (reached)" in alt
    assert "share 2025 (no figure, passed that year)" in alt
    assert "No target found (1): Em" in alt


def test_no_target_at_all_issaid() -> None:
    """A data set without targets gives a page that says so."""
    chart = card([figure("an", "2025", "85")])
    assert "no target found" in chart.title
    assert not lint(chart)


@pytest.mark.parametrize(("months", "expected"), [(0, 4), (12, 4), (13, 3), (36, 2), (37, 1)])
def test_the_class_of_a_report_is_its_age(months: int, expected: int) -> None:
    """Up to a year, up to two, up to three, older."""
    assert age_class(months) == expected


def test_reports_show_the_year_and_name_who_is_silent() -> None:
    """The square holds the year; who reports nothing has no row but a name below."""
    chart = observations([figure("an", "2025", "85"), figure("ba", "2022", "40")])
    assert ground(chart, text(chart, "2025")) == CLASSES[4]
    assert ground(chart, text(chart, "2022")) == CLASSES[1]
    assert any(said.startswith("No figure found (3): Ca, Da, Em") for said in texts(chart))
    assert "2 provinces report most" in chart.title or chart.title.startswith("2 ")


def test_one_province_has_its_figures_on_a_line_of_time() -> None:
    """A figure that may be compared is a dot, one of unstated basis a square."""
    lines = [figure("an", "2025", "85", basis="unstated"), figure("ba", "2025", "4", basis="area")]
    chart = observations(lines, who="an", indicator=share(bases=("people", "area", "unstated")))
    assert {m.shape for m in chart.marks if isinstance(m, Marker)} == {"square"}
    assert chart.title == "An reports 1 of the 1 indicators that any province reports"
    assert text(chart, "11\u00a0months")


def test_what_to_ask_for_stands_below() -> None:
    """Ca reports nothing; what its neighbours report is what to ask it for."""
    chart = observations([figure("an", "2025", "85"), figure("ba", "2022", "40")], who="ca")
    assert "What to ask for next" in texts(chart)
    assert "reported by 2 others" in texts(chart)
    assert not lint(chart)


def test_nobody_reports_anything() -> None:
    """An empty data set gives a page that says so."""
    chart = observations([])
    assert chart.title == "No figure is found in this data set"
    assert not lint(chart)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("size", SIZES)
def test_the_shipped_data_are_fit_to_print(dataset: Dataset, size: str, lang: str) -> None:
    """Every scorecard passes the lint; on pages of fixed height with fewer rows."""
    phrases = Phrases(dataset, lang)
    fixed = SIZES[size].height is not None
    options = ChartOptions(size=size, first=5, last=2) if fixed else ChartOptions(size=size)
    for against in (None, "national"):
        result = gaps(dataset, as_of=AS_OF, against=against)
        assert not lint(chart_of("gap", "scorecard", result, phrases, options)), against
    assert not lint(chart_of("reporting", None, reporting(dataset, as_of=AS_OF), phrases, options))
    for id in ("phu-tho", "lang-son", "can-tho", "former/hoa-binh", "da-nang"):
        result_of = reporting(dataset, as_of=AS_OF, province=id)
        assert not lint(chart_of("reporting", None, result_of, phrases, options)), id


def test_sixty_three_provinces_stand_on_a_page(dataset: Dataset) -> None:
    """Before the merger there were 63; those that report are drawn, or advice is given."""
    day = date(2024, 12, 31)
    result = reporting(dataset, as_of=day)
    chart = chart_of(
        "reporting", None, result, Phrases(dataset, "vi"), ChartOptions(first=20, last=10)
    )
    assert not lint(chart)


def test_rows_that_do_not_fit_are_refused(dataset: Dataset) -> None:
    """34 rows are never squeezed onto a slide."""
    with pytest.raises(WrongUsage):
        chart_of(
            "gap",
            "scorecard",
            gaps(dataset, as_of=AS_OF),
            Phrases(dataset, "en"),
            ChartOptions(size="slide"),
        )


def test_rows_that_are_not_drawn_lend_no_sources(dataset: Dataset) -> None:
    """The footer names the pages of the rows that are shown, not of those left out."""
    for name, result in (
        ("gap", gaps(dataset, as_of=AS_OF)),
        ("reporting", reporting(dataset, as_of=AS_OF)),
    ):
        every = drawn(name, result, dataset).source.split("; ")
        few = drawn(name, result, dataset, first=1).source.split("; ")
        assert 0 < len(few) < len(every) / 2


def test_words_beside_a_scorecard_say_how_much_of_a_target_is_reached(dataset: Dataset) -> None:
    """What the shade says is said to those who do not see it."""
    alt = drawn("gap", gaps(dataset, as_of=AS_OF), dataset).alt
    assert "(reached)" in alt
    assert "(90% of it or more)" in alt
