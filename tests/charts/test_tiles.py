"""The tile map: what stands on each tile, in which shade, and what is said around it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from dtcompare.analysis.arrangement import NO_PICKS, Picks
from dtcompare.analysis.ranking import rank
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.fonts import load_font
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Rectangle, Text
from dtcompare.charts.style import ACCENT, CLASSES, SIZES, WHITE, contrast
from dtcompare.charts.tile_cells import classify
from dtcompare.charts.tile_layout import TileShape, fit_letters
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.label import Label
from dtcompare.model.period import parse_period
from dtcompare.model.province import Grid, Islands, Province, Register
from dtcompare.view.phrases import Phrases
from tests.analysis.build import (
    AS_OF,
    LAND,
    country,
    figure,
    figures,
    index,
    province,
    share,
)
from tests.charts.lint import lint
from tests.charts.sample import said, texts

MIDDLE = SIZES["a4"].base * 0.9  # the signs of the key are less tall than the tiles
NAMES = ("An", "Ba", "Ca", "Da", "Em")
TILES = {"an": (0, 1), "ba": (0, 2), "ca": (1, 0), "da": (1, 1), "em": (2, 1)}
BEFORE = {"an": (0, 0), "former/ba": (0, 1), "former/bo": (0, 2), "former/ca": (1, 0)} | {
    "former/co": (1, 1),
    "da": (2, 0),
    "em": (2, 1),
}
ROCKS = Islands(Label("Rocks", "Đá"), "em", (2, 3))


def _land(lines: Iterable[Figure], indicator: Indicator | None = None) -> Dataset:
    """The small country with tiles for today, a grid for the time before, and islands."""
    held = country(lines, indicator)
    provinces = {p.id: replace(p, tile=TILES.get(p.id)) for p in LAND}
    grid = Grid(BEFORE, (), date(2025, 7, 1))
    return replace(held, register=Register(provinces, {}, (ROCKS,), (grid,)))


def _map(
    lines: Iterable[Figure],
    indicator: Indicator | None = None,
    *,
    picks: Picks = NO_PICKS,
    lang: str = "en",
    dataset: Dataset | None = None,
    **options: object,
) -> Chart:
    held = dataset or _land(lines, indicator)
    ranking = rank(held, "share", as_of=AS_OF, picks=picks)
    return chart_of("rank", "map", ranking, Phrases(held, lang), ChartOptions(**options))  # type: ignore[arg-type]


def _tile(chart: Chart, name: str) -> Rectangle:
    """The ground of the tile on which a name stands: the smallest one around it."""
    word = next(mark for mark in chart.marks if isinstance(mark, Text) and mark.text == name)
    around = [
        mark
        for mark in chart.marks
        if isinstance(mark, Rectangle)
        and mark.fill is not None
        and mark.x <= word.x <= mark.x + mark.width
        and mark.y <= word.y <= mark.y + mark.height
    ]
    return min(around, key=lambda mark: mark.width * mark.height)


def _on(chart: Chart, name: str) -> list[str]:
    """The words on the tile of a name."""
    tile = _tile(chart, name)
    return [
        mark.text
        for mark in chart.marks
        if isinstance(mark, Text)
        and tile.x <= mark.x <= tile.x + tile.width
        and tile.y <= mark.y <= tile.y + tile.height
    ]


THREE = (("an", "2025", "90"), ("ba", "2025", "50"), ("ca", "2025", "25"))


def test_tiles_stand_as_the_register_says() -> None:
    """An lies one column west of Ba; Da one row below An; Ca one column west of Da."""
    chart = _map(figures(*THREE))
    an, ba, ca, da = (_tile(chart, name) for name in ("An", "Ba", "Ca", "Da"))
    assert an.y == pytest.approx(ba.y)
    assert ca.y == pytest.approx(da.y, abs=0.5)
    step = ba.x - an.x
    assert step > an.width
    assert an.x - ca.x == pytest.approx(step, abs=0.5)
    assert da.y > an.y + an.height


def test_a_tile_bears_name_and_number() -> None:
    """A number stands on its province's tile with the sign of its word."""
    chart = _map(figures(("an", "2025", "about 40"), ("ba", "2025", "over 95"), THREE[2]))
    assert _on(chart, "An") == ["An", "≈40"]
    assert _on(chart, "Ba") == ["Ba", ">95"]
    assert "≈ about, > over." in said(chart)


def test_a_higher_number_is_darker() -> None:
    """With three numbers each is a class of its own: dark, middle, light."""
    chart = _map(figures(*THREE))
    fills = [_tile(chart, name).fill for name in ("An", "Ba", "Ca")]
    assert fills == [CLASSES[4], CLASSES[2], CLASSES[0]]


def test_the_key_counts_the_tiles_of_each_class() -> None:
    """The three numbers head the key, then who has none; counts stand behind."""
    assert "90 (1) 50 (1) 25 (1) no figure found (2)" in said(_map(figures(*THREE)))


def test_a_silent_province_is_hatched_and_bears_no_number() -> None:
    """Nothing reported: hatched, the name alone."""
    chart = _map(figures(*THREE))
    assert _tile(chart, "Da").hatch is not None
    assert _on(chart, "Da") == ["Da"]
    assert _tile(chart, "An").hatch is None


def test_another_basis_is_outlined_and_never_shaded() -> None:
    """A figure on another basis stands on a white tile, with a star and its basis in the key."""
    both = share(bases=("people", "area"))
    lines = figures(*THREE, basis="people") + figures(("da", "2025", "99"), basis="area")
    chart = _map(lines, both)
    tile = _tile(chart, "Da")
    assert (tile.fill, tile.hatch) == (WHITE, None)
    assert tile.stroke is not None
    assert _on(chart, "Da") == ["Da", "99*"]
    assert "* area (1)" in said(chart)


def test_several_bases_without_a_ranking_have_letters() -> None:
    """Where nothing is ranked no tile is shaded, and letters say of what a figure is a share."""
    both = share(bases=("people", "area"))
    lines = [figure("an", "2025", "40", basis="people"), figure("ba", "2025", "50", basis="area")]
    chart = _map(lines, both)
    assert not {m.fill for m in chart.marks if isinstance(m, Rectangle)} & set(CLASSES)
    assert _on(chart, "An") == ["An", "40 a"]
    assert _on(chart, "Ba") == ["Ba", "50 b"]
    assert "a people (1) b area (1) no figure found (3)" in said(chart)
    assert "None of these figures is ahead of another." in said(chart)


def test_of_several_groups_the_first_is_shaded() -> None:
    """Figures ranked in another season are outlined, with that season in the key."""
    old = (("an", "2022", "10"), ("da", "2022", "20"), ("em", "2022", "30"))
    chart = _map(figures(*THREE, *old))
    assert _tile(chart, "An").fill == CLASSES[4]
    assert _on(chart, "Da") == ["Da", "20*"]
    assert "ranked apart: 2022 (2)" in said(chart)
    assert "A tile shows one figure; 1 more is not drawn." in said(chart)


def test_places_of_an_index_fall_into_five_stretches() -> None:
    """Of 63: 1 to 12, 13 to 25, 26 to 37, 38 to 50, 51 to 63, the first places darkest."""
    lines = figures(
        ("an", "2025", "12 of 63; 0.7"), ("ba", "2025", "13 of 63"), ("ca", "2025", "63 of 63")
    )
    chart = _map(lines, index())
    told = said(chart)
    assert "1–12 (1) 13–25 (1) 26–37 (0) 38–50 (0) 51–63 (1)" in told
    fills = [_tile(chart, name).fill for name in ("An", "Ba", "Ca")]
    assert fills == [CLASSES[4], CLASSES[3], CLASSES[0]]
    assert _on(chart, "An") == ["An", "12"]


def test_a_score_without_a_place_is_outlined() -> None:
    """Beside published places a score alone has no class."""
    lines = figures(
        ("an", "2025", "1 of 5"), ("ba", "2025", "2 of 5"), ("ca", "2025", "3 of 5"),
        ("da", "2025", "0.41"),
    )  # fmt: skip
    chart = _map(lines, index())
    assert _on(chart, "Da") == ["Da", "0.41*"]
    assert "score, place not found" in said(chart)


def test_places_of_another_number_are_not_shown_beside() -> None:
    """Ranks of 63 never share a map with ranks of 5: the tile keeps its letter alone."""
    lines = figures(
        ("an", "2025", "1 of 5"), ("ba", "2025", "2 of 5"), ("ca", "2025", "3 of 5"),
        ("da", "2023", "9 of 63"),
    )  # fmt: skip
    chart = _map(lines, index())
    assert _on(chart, "Da") == ["Da", "*"]
    assert "9" not in texts(chart)


def test_a_period_before_the_merger_has_its_own_grid() -> None:
    """For 2024 the seven provinces of the time are drawn on their own grid."""
    lines = figures(("an", "2024", "10"), ("former/bo", "2024", "20"), ("former/co", "2024", "30"))
    chart = _map(lines, picks=Picks(period=parse_period("2024")))
    assert {"Bo", "Co"} <= set(texts(chart))
    assert _tile(chart, "Bo").x > _tile(chart, "An").x
    assert _tile(chart, "Bo").y == _tile(chart, "An").y


def test_numbers_fall_into_classes_of_like_size_and_equal_ones_never_part() -> None:
    """Of fifteen numbers five classes of three; a tie at the edge stays in the higher class."""
    lines = [figure("an", "2025", str(n)) for n in range(1, 16)]
    dataset = country(lines[:1])
    phrases = Phrases(dataset, "en")
    ranking = rank(country(figures(*THREE)), "share", as_of=AS_OF)
    group, row = ranking.groups[0], ranking.groups[0].rows[0]

    def classes(numbers: Iterable[int]) -> list[tuple[str, int]]:
        rows = [
            replace(row, observation=replace(row.observation, figure=figure("an", "2025", str(n))))
            for n in numbers
        ]
        return [(shade.label, len(shade.rows)) for shade in classify(group, rows, phrases)]

    assert classes(range(1, 16)) == [
        ("13–15", 3),
        ("10–12", 3),
        ("7–9", 3),
        ("4–6", 3),
        ("1–3", 3),
    ]
    assert classes([9, 8, 7, 7, 6, 5]) == [("8–9", 2), ("7", 2), ("5–6", 2)]
    assert classes([9, 8, 8, 8, 6, 5]) == [("8–9", 4), ("5–6", 2)]
    assert classes([4, 4, 4]) == [("4", 3)]
    assert classes([]) == []


def test_words_stand_out_from_every_shade() -> None:
    """The ink of each class has a contrast of 4.5 against it."""
    ranking = rank(country(figures(*THREE)), "share", as_of=AS_OF)
    rows = ranking.groups[0].rows
    phrases = Phrases(country(figures(*THREE)), "en")
    for shade in classify(ranking.groups[0], rows, phrases):
        assert contrast(shade.ink, shade.fill) >= 4.5


def test_a_highlighted_tile_has_a_frame_in_the_accent() -> None:
    """The frame lies round the tile, whose shade still tells its class."""
    chart = _map(figures(*THREE), highlight=frozenset({"ba"}))
    frames = [m for m in chart.marks if isinstance(m, Rectangle) and m.stroke == ACCENT]
    tile = _tile(chart, "Ba")
    assert [(m.x, m.y, m.width) for m in frames] == [(tile.x, tile.y, tile.width)]
    assert tile.fill == CLASSES[2]


def test_islands_have_the_shade_of_their_province() -> None:
    """Four small squares, the islands' name and in brackets whose they are."""
    chart = _map(figures(("em", "2025", "90"), ("an", "2025", "50"), ("ba", "2025", "25")))
    small = [m for m in chart.marks if isinstance(m, Rectangle) and m.width < MIDDLE]
    assert [mark.fill for mark in small if mark.fill == CLASSES[4]] == [CLASSES[4]] * 4
    assert "Rocks (Em)" in said(chart)
    assert "Đá" in texts(_map(figures(*THREE), lang="vi"))


def test_the_title_says_from_where_to_where() -> None:
    """The lowest and the highest figure with their provinces; shared ends are counted."""
    assert _map(figures(*THREE)).title.replace("\u00a0", " ") == "share: from 25 in Ca to 90 in An"
    shared = _map(figures(("an", "2025", "90"), ("ba", "2025", "90"), THREE[2]))
    assert shared.title.replace("\u00a0", " ") == "share: from 25 to 90 in 3 provinces"
    alike = _map(figures(("an", "2025", "9"), ("ba", "2025", "9"), ("ca", "2025", "9")))
    assert alike.title == "share: 9 in all of 3 provinces"
    assert _map(figures(*THREE), title="Mine").title == "Mine"
    assert _map([]).title == "share: no figure found"


def test_it_says_that_it_is_no_map_of_borders() -> None:
    """The first note says what a tile map is."""
    assert "A diagram, not a map of borders: one equal tile" in said(_map(figures(*THREE)))
    assert "Sơ đồ ô, không phải bản đồ địa giới" in said(_map(figures(*THREE), lang="vi"))


def test_sources_are_named() -> None:
    """Every page behind a number on a tile stands in the footer."""
    assert _map(figures(*THREE)).source == "paper, 1 Jan 2020"


def test_alt_text_names_every_class_with_its_provinces() -> None:
    """Who has which figure, who stands apart and who is silent."""
    alt = _map(figures(*THREE)).alt
    assert alt.startswith("Tile map, one equal tile for each province. ")
    assert "90: An 90." in alt
    assert "25: Ca 25." in alt
    assert "No figure found (2): Da, Em." in alt


def test_first_and_last_leave_the_middle_out() -> None:
    """The rows between are drawn without shade and number, and the key says which places."""
    chart = _map(figures(*THREE, ("da", "2025", "10")), first=1, last=1)
    assert _on(chart, "An") == ["An", "90"]
    assert _on(chart, "Da") == ["Da", "10"]
    assert _on(chart, "Ba") == ["Ba"]
    assert _tile(chart, "Ba").hatch is None
    assert "places 2 to 3 not shown (2)" in said(chart)


def test_provinces_not_asked_for_are_empty_tiles() -> None:
    """--only keeps the shape of the country and leaves the others blank."""
    chart = _map(figures(*THREE), picks=Picks(only=("an", "ba", "da")))
    assert _on(chart, "Ca") == ["Ca"]
    assert "no figure found (1) not shown (2)" in said(chart)


def test_short_names_stand_on_tiles_and_are_explained() -> None:
    """A tile bears the short name, the note the whole one."""
    dataset = _land(figures(*THREE))
    held = dict(dataset.register.provinces)
    held["an"] = replace(
        held["an"], name="An Bình - An Lạc", short_names=(("An Bình - An Lạc", "AB-AL"),)
    )
    dataset = replace(dataset, register=replace(dataset.register, provinces=held))
    chart = _map([], dataset=dataset)
    assert "AB-AL" in texts(chart)
    assert "AB-AL is An Bình - An Lạc." in said(chart)


def test_a_province_without_a_tile_is_named() -> None:
    """Nobody is lost: who has no tile stands in a note."""
    dataset = _land(figures(*THREE))
    held = dict(dataset.register.provinces)
    held["ca"] = replace(held["ca"], tile=None)
    dataset = replace(dataset, register=replace(dataset.register, provinces=held))
    assert "Without a tile: Ca." in said(_map([], dataset=dataset))


def test_a_register_without_tiles_has_no_map() -> None:
    """The error says why there is no map and what to leave out."""
    dataset = country(figures(*THREE))
    with pytest.raises(WrongUsage) as caught:
        _map([], dataset=dataset)
    assert caught.value.key == "error.chart-no-grid"


def test_a_grid_is_counted_from_its_own_corner() -> None:
    """Tiles moved down two rows and right by three are the same shape, islands among them."""
    moved = {id: (row + 2, column + 3) for id, (row, column) in TILES.items()}
    rocks = Islands(ROCKS.name, ROCKS.province, (4, 6))
    shape = TileShape.of(Grid(moved, (rocks,)), moved)
    assert (shape.rows, shape.columns) == (3, 4)
    assert shape.tiles == TILES
    assert shape.islands == ((rocks, (2, 3)),)


def test_words_on_tiles_are_never_illegible() -> None:
    """6.5 points at the least; beside on a low tile, under two lines on a narrow one."""
    font = load_font()
    wide = fit_letters(font, ["Bắc Ninh"], ["91"], (62, 28), 7.8)
    assert wide is not None
    assert (wide.lines, wide.beside) == (1, False)
    low = fit_letters(font, ["Bắc Ninh"], ["91"], (90, 13), 7.8)
    assert low is not None
    assert low.beside
    narrow = fit_letters(font, ["Bắc Ninh"], ["91"], (27, 27), 7.1)
    assert narrow is not None
    assert narrow.lines == 2
    assert fit_letters(font, ["Bắc Ninh"], ["91"], (18, 12), 7.8) is None


def test_figures_that_no_tile_holds_are_told_beneath() -> None:
    """In a narrow column a long number leaves its tile and stands in a line under the map."""
    provinces = [province(f"p{n}", "Một", tile=(0, n)) for n in range(7)]
    lines = [
        figure("p0", "2025", "123456.789"),
        figure("p1", "2025", "1"),
        figure("p2", "2025", "2"),
    ]
    held = country(lines, provinces=provinces)
    chart = _map([], dataset=held, size="column")
    assert "The figures: Một 123,456.789, Một 1, Một 2." in said(chart)
    assert lint(chart) == ()


# Hard cases: stacked marks, ties, nothing, one, thirty-four and sixty-three.

LONG = "Tỷ lệ hộ gia đình được phủ cáp quang và Ẩm Ễ Ộ Ướt Sướng Nguễn Thuỗng " * 2
MARKED = ("Quảng Ngãi", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế", "Ẫm Ễng Ỗng", "Đắk Lắk")


def _many(count: int, said: str = "") -> Dataset:
    """A country of so many provinces in six columns, each with a figure."""
    provinces: list[Province] = []
    lines = []
    for n in range(count):
        id = f"p{n}"
        provinces.append(province(id, MARKED[n % 5], tile=divmod(n, 6)))
        lines.append(figure(id, "2025", f"{said} {Decimal(n) + Decimal('0.5')}".strip()))
    return country(lines, provinces=provinces)


CASES = {
    "nothing": _land([]),
    "one": _land(figures(THREE[0])),
    "about": _land(figures(*((id, "2025", f"about {n}0") for n, id in enumerate(TILES, 1)))),
    "ties": _land(figures(*((id, "2025", "50") for id in TILES))),
    "alone": country(figures(("an", "2025", "5")), provinces=[province("an", "An", tile=(3, 3))]),
    "34": _many(34),
    "34 about": _many(34, "about"),
    "63": _many(63, "over"),
}


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("case", CASES)
def test_hard_cases_are_fit_to_print(case: str, size: str, lang: str) -> None:
    """No finding of the lint, with a title of its own and with one of a hundred letters."""
    for title in (None, LONG[:100]):
        chart = _map([], dataset=CASES[case], size=size, lang=lang, title=title)
        assert lint(chart) == ()


SHIPPED = (
    ("dti", "2022"), ("5g", None), ("4g", None), ("online-filing", None), ("digital-economy", None),
    ("bts-stations", None), ("5g-stations", None), ("par-index", None), ("papi", None),
    ("dead-spots", None), ("pages-digitised", None), ("digital-economy", "2023"),
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("indicator", "period"), SHIPPED)
def test_maps_of_the_shipped_data_are_fit_to_print(
    dataset: Dataset, indicator: str, period: str | None, size: str
) -> None:
    """No finding of the lint in either language, highlighted or not."""
    picks = Picks(period=parse_period(period)) if period else NO_PICKS
    ranking = rank(dataset, indicator, as_of=AS_OF, picks=picks)
    for lang in ("en", "vi"):
        options = ChartOptions(size=size, highlight=frozenset({"hue"}))
        assert lint(chart_of("rank", "map", ranking, Phrases(dataset, lang), options)) == ()


def test_the_63_of_2022_are_all_on_the_map(dataset: Dataset) -> None:
    """DTI 2022: 63 places in classes of 12, 13, 12, 13 and 13, Đà Nẵng on 1, Bắc Kạn on 63."""
    picks = Picks(period=parse_period("2022"))
    ranking = rank(dataset, "dti", as_of=AS_OF, picks=picks)
    chart = chart_of("rank", "map", ranking, Phrases(dataset, "en"), ChartOptions())
    assert _on(chart, "Đà Nẵng") == ["Đà Nẵng", "1"]
    assert _on(chart, "Bắc Kạn") == ["Bắc Kạn", "63"]
    assert _on(chart, "TT. Huế") == ["TT. Huế", "4"]
    key = "1–12 (12) 13–25 (13) 26–37 (12) 38–50 (13) 51–63 (13)"
    assert key in said(chart)


def test_the_same_ranking_gives_the_same_marks(dataset: Dataset) -> None:
    """Nothing in a map depends on chance."""
    ranking = rank(dataset, "digital-economy", as_of=AS_OF)
    one, other = (
        chart_of("rank", "map", ranking, Phrases(dataset, "vi"), ChartOptions()) for _ in range(2)
    )
    assert one == other
