"""The composite score by hand and by property: scales, gaps, gates, ranks, what moves them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dtcompare.analysis.ranking import rank
from dtcompare.analysis.score import CannotScore, Options, Sets, with_weights
from dtcompare.analysis.score_explained import explain, shifts
from dtcompare.analysis.score_inputs import column_of
from dtcompare.model.score import Gate, Node, Scale, ScoreFile, ScoreGroup
from tests.analysis.build import country, figure, province, share
from tests.analysis.scoring import (
    Table,
    bounds,
    dataset_of,
    exact,
    file_of,
    group,
    leaf,
    places,
    scored,
)

TARGET = Scale("target", Decimal(20), Decimal(80))


@pytest.mark.parametrize(
    ("scale", "lower", "expected"),
    [
        # (40 - 20) / 60 and (50 - 20) / 60; 90 is cut at 100
        (bounds("20", "80"), False, [100 / 3, 50, 100]),
        # 100 at 20: (80 - 40) / 60, (80 - 50) / 60; 90 is cut at 0
        (bounds("20", "80"), True, [200 / 3, 50, 0]),
        (bounds("20", "80", to=(Decimal(1), Decimal(100))), False, [34, 50.5, 100]),
        # ln(40 / 10) / ln(160 / 10) = 1/2, ln 5 / ln 16, ln 9 / ln 16
        (bounds("10", "160", log=True), False, [50, 58.048202, 79.248125]),
        (TARGET, False, [100 / 3, 50, 100]),
        # the observed worst is 40: (50 - 40) / (80 - 40)
        (Scale("target", None, Decimal(80)), False, [0, 25, 100]),
        (Scale("target", None, Decimal(30)), True, [250 / 3, 200 / 3, 0]),
        (Scale("minmax"), False, [0, 20, 100]),
        (Scale("minmax"), True, [100, 80, 0]),
        (Scale("prank"), False, [0, 50, 100]),
        (Scale("prank"), True, [100, 50, 0]),
        # mean 60, standard deviation with n - 1 is the root of 700
        (Scale("zscore"), False, [-0.7559289, -0.3779645, 1.1338934]),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_scales_by_hand(scale: Scale, lower: bool, expected: list[float]) -> None:
    table = {"an": {"x": "40"}, "ba": {"x": "50"}, "ca": {"x": "90"}}
    found = exact(scored(table, file_of(leaf("x", scale=scale)), ["x"] if lower else []))
    assert [found[id] for id in table] == pytest.approx(expected, abs=1e-6)


def test_products_by_hand() -> None:
    """The root of 40 x 90 is 60; a 0 makes 0; a floor of 1 lifts it: the root of 1 x 100 is 10."""
    table = {"an": {"x": "40", "y": "90"}, "ba": {"x": "0", "y": "100"}}
    leaves = (leaf("x"), leaf("y"))
    assert exact(scored(table, file_of(*leaves, aggregate="geometric"))) == pytest.approx(
        {"an": 60, "ba": 0}
    )
    lifted = file_of(*leaves, aggregate="geometric", floor=Decimal(1))
    assert exact(scored(table, lifted)) == pytest.approx({"an": 60, "ba": 10})


def test_a_gap_drops_out_and_its_interval_is_told() -> None:
    """Of weights 1 and 3 with 80 and a gap: 80; between 20 (gap at 0) and 95 (gap at 100)."""
    table = {"an": {"x": "80", "y": ""}, "ba": {"x": "50", "y": "50"}}
    row = scored(table, file_of(leaf("x"), leaf("y", "3"), precision=1)).member("an")
    assert row is not None
    assert (row.score, row.low, row.high) == (Decimal("80.0"), Decimal("20.0"), Decimal("95.0"))
    assert (row.coverage, row.missing) == (0.25, ("y",))


def test_an_empty_group_drops_out_of_its_parent() -> None:
    table = {"an": {"x": "80", "y": ""}, "ba": {"x": "50", "y": "50"}}
    file = file_of(leaf("x"), group("g", leaf("y"), weight="9"))
    assert exact(scored(table, file)) == pytest.approx({"an": 80, "ba": 50})


def test_zero_and_refuse() -> None:
    table = {"an": {"x": "80", "y": ""}, "ba": {"x": "50", "y": "50"}, "ca": {"x": "", "y": ""}}
    file = file_of(leaf("x"), leaf("y"), missing="zero")
    assert exact(scored(table, file)) == pytest.approx({"an": 40, "ba": 50})
    refused = scored(table, replace(file, missing="refuse"))
    assert places(refused) == {"ba": 1}
    assert [(e.province, e.reason, e.missing) for e in refused.unplaced] == [
        ("an", "gap", ("y",)),
        ("ca", "no_figure", ("x", "y")),
    ]


@pytest.mark.parametrize(
    ("gate", "reason"),
    [
        (Gate(Decimal("0.7"), Decimal(0)), "coverage"),
        (Gate(Decimal("0.6"), Decimal("0.5")), "group_coverage"),
        (Gate(Decimal("0.6"), Decimal("0.3")), None),
    ],
)
def test_the_gate(gate: Gate, reason: str | None) -> None:
    """Two thirds of the weight is there, and a third of group g."""
    table = {"an": {"x": "1", "y": "1", "z": "", "w": ""}, "ba": dict.fromkeys("xyzw", "2")}
    inner = group("g", leaf("y"), leaf("z"), leaf("w"))
    result = scored(table, file_of(leaf("x"), inner, gate=gate))
    assert [entry.reason for entry in result.unplaced] == ([reason] if reason else [])


def test_ties_share_a_rank_on_the_printed_score() -> None:
    """50.04 and 49.96 print as 50.0 and share the first place; the next is third."""
    table = {"an": {"x": "50.04"}, "ba": {"x": "49.96"}, "ca": {"x": "49.94"}}
    assert places(scored(table, file_of(leaf("x"), precision=1))) == {"an": 1, "ba": 1, "ca": 3}


def test_halves_are_rounded_up() -> None:
    """Half of 0.01 + 0.02 is 0.015, a little less in binary, and prints as 0.02."""
    table = {"an": {"x": "0.01", "y": "0.02"}}
    (row,) = scored(table, file_of(leaf("x"), leaf("y"), precision=2)).rows
    assert row.score == Decimal("0.02")


def test_views_weigh_by_effective_share() -> None:
    table = {"an": {"x": "80", "y": "50", "z": "0"}}
    file = file_of(leaf("x", "1"), leaf("y", "2"), leaf("z", "3"), views={"v": ("x", "y")})
    (row,) = scored(table, file).rows
    assert row.views["v"] == pytest.approx(60)
    assert row.exact == pytest.approx(30)


@pytest.mark.parametrize(
    "scale", [Scale("minmax"), Scale("prank"), Scale("zscore"), Scale("target", None, Decimal(5))]
)
def test_a_constant_column_is_told_at_its_scale(scale: Scale) -> None:
    table = {"an": {"x": "7"}, "ba": {"x": "7"}}
    with pytest.raises(CannotScore) as caught:
        scored(table, file_of(replace(leaf("x", scale=scale), line=9, column=21)))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.column) == ("scores/own.yaml", 9, 21)
    assert problem.code == "constant-column"


# Properties

cells = st.one_of(st.just(""), st.integers(1, 99).map(str))
tables = st.lists(
    st.fixed_dictionaries({"x": cells, "y": cells, "z": cells}), min_size=2, max_size=7
).map(lambda rows: {f"p{place}": row for place, row in enumerate(rows)})
trees = st.sampled_from(["arithmetic", "geometric"])


def tree(aggregate: str) -> tuple[Node, ...]:
    """Two leaves on a fixed scale and one to a fixed target, one of them in a group."""
    return (
        leaf("x", "2", bounds("0", "120")),
        group("g", leaf("y"), leaf("z", "3", TARGET), aggregate=aggregate, floor=Decimal(1)),
    )


def turned(file: ScoreFile) -> ScoreFile:
    """The file with every list of children the other way round."""
    return replace(file, tree=_turned(file.tree))


def _turned(node: ScoreGroup) -> ScoreGroup:
    children = [_turned(c) if isinstance(c, ScoreGroup) else c for c in node.children]
    return replace(node, children=tuple(reversed(children)))


@settings(deadline=None, max_examples=60)
@given(table=tables, aggregate=trees)
def test_order_changes_nothing(table: Table, aggregate: str) -> None:
    """Rows and columns in another order give the same bits, drawn weights included."""
    file = file_of(*tree(aggregate), aggregate=aggregate, floor=Decimal(1))
    options = Options(draws=20)
    one = scored(table, file, options=options)
    other = scored(dict(reversed(list(table.items()))), turned(file), options=options)
    assert exact(one) == exact(other)
    assert places(one) == places(other)
    assert one.draws == other.draws
    assert {m.scale: m.ranks for m in one.grid} == {m.scale: m.ranks for m in other.grid}


@settings(deadline=None, max_examples=60)
@given(table=tables, aggregate=trees, row=st.fixed_dictionaries({"x": cells, "y": cells}))
def test_one_more_province_or_gap_changes_no_other(
    table: Table, aggregate: str, row: dict[str, str]
) -> None:
    """Under bounds and a fixed target a score is a province's own."""
    file = file_of(*tree(aggregate), aggregate=aggregate, floor=Decimal(1))
    before = exact(scored(table, file))
    more = exact(scored({**table, "q": row}, file))
    assert {id: more[id] for id in before} == before
    gap = {**table, "p0": {**table["p0"], "x": ""}}
    less = exact(scored(gap, file))
    assert {id: less[id] for id in before if id != "p0"} == {
        id: score for id, score in before.items() if id != "p0"
    }


@settings(deadline=None, max_examples=60)
@given(table=tables, aggregate=trees)
def test_points_add_up_and_ranks_are_valid(table: Table, aggregate: str) -> None:
    file = file_of(*tree(aggregate), aggregate=aggregate, floor=Decimal(1))
    result = scored(table, file)
    for row in result.rows:
        assert sum(row.points.values()) == pytest.approx(row.exact, abs=1e-9)
        ahead = sum(other.score > row.score for other in result.rows)
        assert row.rank == 1 + ahead
        assert row.low is not None
        assert row.high is not None
        assert row.low <= row.high


# Uncertainty

FIVE: Table = {
    "an": {"x": "90", "y": "20", "z": "50"},
    "ba": {"x": "60", "y": "49", "z": "50"},
    "ca": {"x": "30", "y": "80", "z": "50"},
    "da": {"x": "10", "y": "10", "z": "60"},
}
FLAT = file_of(leaf("x"), leaf("y"), leaf("z"))


def test_seeds_can_be_repeated() -> None:
    one, again, other = (
        scored(FIVE, FLAT, options=Options(draws=200, seed=seed)).draws for seed in (7, 7, 8)
    )
    assert one == again
    assert one != other


def test_draws_tell_who_cannot_be_told_apart() -> None:
    """110 points each for an and ca, 109 for ba: their order hangs on the weights; da is last."""
    draws = scored(FIVE, FLAT, options=Options(draws=500)).draws
    assert draws is not None
    assert draws.spread["da"].q5 == draws.spread["da"].q95 == 4
    assert draws.spread["an"].p_top[3] == 1
    assert [(pair.upper, pair.lower) for pair in draws.neighbours] == [("an", "ca"), ("ca", "ba")]


def test_nothing_is_drawn_without_draws() -> None:
    assert scored(FIVE, FLAT, options=Options(draws=0)).draws is None


def test_leave_one_out_by_hand() -> None:
    """Without x: ca 65, ba 49.5, an and da 35. Without y: an 70, ba 55, ca 40, da 35."""
    left = {entry.indicator: dict(entry.ranks) for entry in scored(FIVE, FLAT).left_out}
    assert left["x"] == {"ca": 1, "ba": 2, "an": 3, "da": 3}
    assert left["y"] == {"an": 1, "ba": 2, "ca": 3, "da": 4}


def test_grid_has_twelve_methods_and_names_the_impossible() -> None:
    flat = {id: {**row, "z": "50"} for id, row in FIVE.items()}
    methods = scored(flat, FLAT).grid
    assert len({(m.scale, m.aggregate, m.weights) for m in methods}) == 12
    impossible = {m.scale for m in methods if m.impossible == "constant"}
    assert impossible == {"minmax", "prank"}
    assert {m.because for m in methods if m.impossible} == {"z"}
    z = file_of(*(leaf(id, scale=Scale("zscore")) for id in "xyz"))
    reasons = [m.impossible for m in scored(FIVE, z).grid if m.impossible]
    assert reasons == ["zscore_product"] * 2


def test_the_declared_method_of_the_grid_is_the_index() -> None:
    file = file_of(*tree("geometric"), aggregate="arithmetic")
    plain = next(m for m in scored(FIVE, FLAT).grid if m.aggregate == "arithmetic")
    assert dict(plain.ranks) == places(scored(FIVE, FLAT))
    assert places(scored(FIVE, file))["da"] == 4


def test_other_weights_and_replay_agree() -> None:
    """A weight of 0 for x by hand and as a weight set give the same ranks."""
    sets = Sets(("x",), ((0.0,), (1.0,)))
    replay = scored(FIVE, FLAT, options=Options(draws=0, sets=sets)).replay
    assert replay is not None
    tried = places(scored(FIVE, with_weights(FLAT, {"x": Decimal(0)})))
    assert dict(zip(replay.provinces, replay.ranks[0], strict=True)) == tried
    assert dict(zip(replay.provinces, replay.ranks[1], strict=True)) == places(scored(FIVE, FLAT))


# Explained and compared


def test_explained_by_hand() -> None:
    """Ba has 53, the two ahead 53.33: one more in one figure is 0.33; the cheapest is any."""
    file = file_of(leaf("x"), leaf("y", "2"), precision=2)
    # an 43.33, ba 52.67, ca 63.33, da 10; ba needs 32 points of x or 16 of y to reach 63.33
    result = scored(FIVE, file)
    found = explain(result, dataset_of(FIVE), "ba")
    assert found.ahead is not None
    assert found.ahead.province == "ca"
    first, second = found.parts
    assert (first.indicator, second.indicator) == ("y", "x")
    assert first.need_figure == pytest.approx(64.99, abs=0.01)
    assert second.need_figure == pytest.approx(91.98, abs=0.02)
    assert (first.points, second.points) == pytest.approx((98 / 3, 20))
    assert first.lost == pytest.approx(34)
    assert explain(result, dataset_of(FIVE), "ca").ahead is None


def test_compared_by_hand() -> None:
    """Z counts in one of the two only: its points stand apart from what the others did."""
    gap = {**FIVE, "an": {"x": "30", "y": "20", "z": ""}}
    moved = shifts(scored(gap, FLAT), scored(FIVE, FLAT))
    row = next(shift for shift in moved.rows if shift.province == "an")
    # 30 / 2 less 90 / 3, 20 / 2 less 20 / 3; z brought 50 / 3 before
    assert [cause.indicator for cause in row.causes] == ["x", "y"]
    assert [cause.points for cause in row.causes] == pytest.approx([-15, 10 / 3])
    assert row.coverage_points == pytest.approx(-50 / 3)
    assert (row.other_rank, row.rank) == (1, 4)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 6, 30), {"a": 40, "b": 50, "c": 60}),
        (date(2026, 11, 21), {"a": 10, "b": 20, "c": 30}),
    ],
    ids=str,
)
def test_a_leaf_has_the_figures_that_rank_shows(day: date, expected: dict[str, int]) -> None:
    """A new method began in 2025: one reports by it in June 2025, three in November 2026.

    The year of the old side is cut back from December 2024, its own newest figure.
    """
    old, new = ("2024-02", "2024-05", "2024-12"), ("2025-03", "2025-08", "2026-01")
    lines = [figure(id, old[n], str(40 + 10 * n)) for n, id in enumerate("abc")]
    lines += [figure(id, new[n], str(10 + 10 * n)) for n, id in enumerate("abc")]
    land = [province(id) for id in "abc"]
    dataset = country(lines, share(breaks=(2025,)), provinces=land)
    column = column_of(dataset, leaf("share"), day, None)
    (group, *_) = rank(dataset, "share", as_of=day).groups
    shown = {row.province: row.observation.figure.number for row in group.rows}
    assert {id: one.figure.number for id, one in column.observations.items()} == shown == expected


def test_points_of_two_methods_are_not_subtracted() -> None:
    """Other weights are the same method; other indicators, scales and sides of a break are not."""
    one = scored(FIVE, file_of(leaf("x"), leaf("y")))
    assert shifts(one, one).alike
    assert shifts(one, scored(FIVE, file_of(leaf("x", "3"), leaf("y")))).alike
    assert not shifts(one, scored(FIVE, file_of(leaf("x"), leaf("z")))).alike
    assert not shifts(one, scored(FIVE, file_of(leaf("x"), leaf("y", scale=TARGET)))).alike
    column = replace(one.columns["x"], era=1)
    later = replace(one, columns={**one.columns, "x": column})
    assert not shifts(one, later).alike
