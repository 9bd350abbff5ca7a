"""The composite score against results that others published or worked out."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from statistics import mean

import pytest

from dtcompare.analysis.score import Options, Scored, Sets, score
from dtcompare.model.dataset import Dataset
from dtcompare.model.score import Leaf, Node, Scale, ScoreGroup
from tests.analysis.scoring import bounds, exact, file_of, group, leaf, places, scored

CASES = (
    "c01_minmax_amean",
    "c02_minmax1_gmean",
    "c03_zscore_amean",
    "c07_dist2targ_amean",
    "c08_goalposts_amean",
)
DOWN = "-1"


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file; an empty cell or NA is empty."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: "" if v == "NA" else v for k, v in row.items()} for row in csv.DictReader(file)]


def scale_of(case: str, meta: Mapping[str, str], goals: Mapping[str, str]) -> Scale:
    """The scale of an indicator in one of the cases."""
    one = (Decimal(0), Decimal(1))
    match case[:3]:
        case "c01":
            return Scale("minmax")
        case "c02":
            return Scale("minmax", to=(Decimal(1), Decimal(100)))
        case "c03":
            return Scale("zscore")
        case "c07":
            return Scale("target", None, Decimal(meta["Target"]), to=one)
    return bounds(goals["goalpost_lower"], goals["goalpost_upper"])


def asem(folder: Path, case: str, options: Options | None = None) -> Scored:
    """A case of the ASEM data worked out here."""
    meta = rows(folder / "imeta.csv")
    goals = {row["iCode"]: row for row in rows(folder / "goalposts.csv")}
    kinds = {row["iCode"]: row for row in meta}
    aggregate = "geometric" if "gmean" in case else "arithmetic"

    def node(code: str) -> Node:
        own = kinds[code]
        if own["Type"] == "Indicator":
            scale = scale_of(case, own, goals.get(code, {}))
            return Leaf(code, Decimal(own["Weight"]), scale)
        return tree(code)

    def tree(code: str) -> ScoreGroup:
        children = [row["iCode"] for row in meta if row["Parent"] == code]
        weight = kinds[code]["Weight"]
        return group(code, *map(node, children), weight=weight, aggregate=aggregate)

    used = [row["iCode"] for row in meta if row["Type"] == "Indicator"]
    data = rows(folder / "idata.csv")
    table = {row["uCode"]: {code: row[code] for code in used} for row in data}
    lower = [code for code in used if kinds[code]["Direction"] == DOWN]
    file = file_of(*tree("Index").children, aggregate=aggregate)
    return scored(table, file, lower, options=options)


@pytest.mark.parametrize("case", CASES)
def test_asem_scores_and_ranks(shared: Path, case: str) -> None:
    """Every level of every country to 1e-9, every rank exact."""
    folder = shared / "reference" / "asem"
    result = asem(folder, case)
    expected = rows(folder / f"{case}_scores.csv")
    assert len(result.rows) == len(expected) == 51
    for told in expected:
        row = result.member(told["uCode"])
        assert row is not None
        assert row.rank == int(told["Rank"])
        assert row.exact == pytest.approx(float(told["Index"]), abs=1e-9)
        for code in set(told) - {"uCode", "Index", "Rank"}:
            assert row.parts[code] == pytest.approx(float(told[code]), abs=1e-9)


def test_a_thousand_given_weight_sets(shared: Path) -> None:
    """The ranks of 51 countries under 1,000 weight sets exact, their statistics to 1e-9."""
    folder = shared / "reference" / "weights"
    given = rows(folder / "coinr_levels23_weights.csv")
    columns = tuple(code for code in given[0] if code != "Index")
    sets = Sets(columns, tuple(tuple(float(row[code]) for code in columns) for row in given))
    case = asem(shared / "reference" / "asem", CASES[0], Options(draws=0, sets=sets))
    replay = case.replay
    assert replay is not None
    expected = rows(folder / "coinr_levels23_ranks.csv")
    assert len(replay.ranks) == 1000
    for ranks, told in zip(replay.ranks, expected, strict=True):
        assert dict(zip(replay.provinces, map(str, ranks), strict=True)) == told
    for told in rows(folder / "coinr_levels23_rankstats.csv"):
        spread = replay.spread[told["uCode"]]
        found = (spread.mean, spread.median, spread.q5, spread.q95)
        wanted = [float(told[key]) for key in ("Mean", "Median", "Q5", "Q95")]
        assert found == pytest.approx(wanted, abs=1e-9)


def test_human_development_index(shared: Path) -> None:
    """HDI 2021: all 191 values at three decimals and their ranks; four countries have a gap."""
    folder = shared / "reference" / "hdi"
    table = {
        row["iso3"]: {code: row[code] for code in ("le", "eys", "mys", "gnipc")}
        for row in rows(folder / "hdi2021_input.csv")
    }
    one = {"to": (Decimal(0), Decimal(1))}
    file = file_of(
        leaf("le", scale=bounds("20", "85", **one)),
        group(
            "education",
            leaf("eys", scale=bounds("0", "18", **one)),
            leaf("mys", scale=bounds("0", "15", **one)),
        ),
        leaf("gnipc", scale=bounds("100", "75000", log=True, **one)),
        aggregate="geometric",
        missing="refuse",
        precision=3,
    )
    result = scored(table, file)
    expected = [row for row in rows(folder / "hdi2021_expected.csv") if row["rank_published"]]
    assert {row.province: (row.score, row.rank) for row in result.rows} == {
        row["iso3"]: (Decimal(row["hdi_published"]), int(row["rank_published"])) for row in expected
    }
    assert len(result.rows) == 191
    assert {entry.reason for entry in result.unplaced} == {"gap"}
    assert len(result.unplaced) == 4


def test_e_government_development_index(shared: Path) -> None:
    """EGDI 2022: all 193 values within 1e-4; ranks as published where the values are."""
    folder = shared / "reference" / "egdi"
    codes = ("OSI", "HCI", "TII")
    table = {
        row["country"]: {code: row[code] for code in codes}
        for row in rows(folder / "egdi2022_input.csv")
    }
    one = bounds("0", "1", to=(Decimal(0), Decimal(1)))
    file = file_of(*(leaf(code, scale=one) for code in codes), precision=4)
    result = scored(table, file)
    expected = {row["country"]: row for row in rows(folder / "egdi2022_expected.csv")}
    assert len(result.rows) == 193
    for row in result.rows:
        told = float(expected[row.province]["EGDI_published"])
        assert row.exact == pytest.approx(told, abs=1e-4)
        by_hand = mean(float(table[row.province][code]) for code in codes)
        assert row.exact == pytest.approx(by_hand, abs=1e-12)
    wrong = {
        row.province
        for row in result.rows
        if row.rank != int(expected[row.province]["rank_published"])
    }
    assert wrong == set()


def test_official_index_of_2020(shared: Path) -> None:
    """The nine provinces whose pillars are known: 0.4, 0.3 and 0.3 give the published index."""
    told = rows(shared / "reference" / "dti" / "dti2020_pillars.csv")
    codes = ("chinh_quyen_so", "kinh_te_so", "xa_hoi_so")
    table = {row["geo_code"]: {code: row[code] for code in codes} for row in told}
    file = file_of(
        *(leaf(c, w, bounds("0", "1")) for c, w in zip(codes, ("0.4", "0.3", "0.3"), strict=True)),
        missing="refuse",
    )
    found = exact(scored(table, file))
    assert len(found) == 9
    for row in told:
        assert found[row["geo_code"]] / 100 == pytest.approx(float(row["DTI_published"]), abs=6e-5)


# The published indices, and Quảng Ninh's published pillars.
OFFICIAL = {
    "former/da-nang": "80.02",
    "former/ho-chi-minh": "71.63",
    "quang-ninh": "70.24",
    "hue": "69.75",
    "former/can-tho": "69.24",
}


def test_official_index_of_2022(dataset: Dataset) -> None:
    """dti-2022 on the shipped data gives what the ministry published, within a hundredth."""
    file = dataset.scores["dti-2022"]
    assert file.as_of is not None
    result = score(dataset, file, as_of=file.as_of, options=Options(draws=0))
    assert list(places(result)) == list(OFFICIAL)
    for row in result.rows:
        assert abs(row.score - Decimal(OFFICIAL[row.province])) <= Decimal("0.01")
    own = result.member("quang-ninh")
    assert own is not None
    found = [own.views[id] for id in ("government", "economy", "society")]
    assert found == pytest.approx([78.04, 71.87, 68.64], abs=0.01)
    assert {entry.reason for entry in result.unplaced} == {"no_figure"}


def test_official_index_of_2020_on_the_shipped_data(dataset: Dataset) -> None:
    """dti-2020 ranks the provinces whose three pillars have a page."""
    file = dataset.scores["dti-2020"]
    assert file.as_of is not None
    result = score(dataset, file, as_of=file.as_of, options=Options(draws=0))
    scores = {row.province: row.score for row in result.rows}
    assert scores["quang-ninh"] == Decimal("38.97")
    assert scores["former/da-nang"] == Decimal("48.74")
