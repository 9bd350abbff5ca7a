"""How long a composite score takes, with and without 1,000 draws of its weights.

Prints ratios to the same draws in plain numpy (one matrix product and one sort), measured
interleaved in one run, the median of 15; and beside pymcdm and scikit-criteria where installed.

    python benchmarks/score.py
"""

from __future__ import annotations

import importlib
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # python benchmarks/score.py puts this folder there

import numpy as np  # noqa: E402 (after the line above)

from dtcompare.analysis.score import Options, score  # noqa: E402
from dtcompare.model.dataset import About, Dataset, Lines  # noqa: E402
from dtcompare.model.figure import Amount, Figure  # noqa: E402
from dtcompare.model.indicator import Catalogue, Indicator, Unit  # noqa: E402
from dtcompare.model.label import Label  # noqa: E402
from dtcompare.model.period import parse_period  # noqa: E402
from dtcompare.model.province import Province, Register  # noqa: E402
from dtcompare.model.score import Group, Leaf, Scale, ScoreFile  # noqa: E402
from dtcompare.model.source import Source  # noqa: E402

TIMES = 15
DRAWS = 1000
SIZES = ((63, 98, TIMES), (1000, 100, 3))
DAY = date(2026, 1, 1)


def figures(provinces: int, indicators: int) -> np.ndarray:
    """Made-up figures, the same at every run."""
    return np.random.default_rng(5).uniform(0, 100, size=(provinces, indicators)).round(2)


def dataset_of(numbers: np.ndarray) -> Dataset:
    """A data set of the figures, all of one year."""
    year = parse_period("2025")
    assert year is not None
    unit = Unit("plain")
    ids = [f"i{column:03}" for column in range(numbers.shape[1])]
    names = [f"p{row:04}" for row in range(numbers.shape[0])]
    lines = {
        id: Lines(
            tuple(
                Figure(
                    province=name,
                    indicator=id,
                    source="page",
                    file="f",
                    row=row,
                    amount=Amount("value", Decimal(str(numbers[row, column]))),
                    period=year,
                )
                for row, name in enumerate(names)
            )
        )
        for column, id in enumerate(ids)
    }
    indicators = {id: Indicator(id, Label(id, id), "g", unit, "higher") for id in ids}
    return Dataset(
        About(),
        Catalogue({"g": Label("g", "g")}, {"plain": unit}, {}, {}, indicators),
        Register({name: Province(name, name, Label(name, name)) for name in names}, {}),
        {"page": Source("page", "t", "p", year, "https://page")},
        lines,
    )


def file_of(indicators: int) -> ScoreFile:
    """A tree of groups of ten."""
    leaves = [Leaf(f"i{n:03}", Decimal(1 + n % 3), Scale("minmax")) for n in range(indicators)]
    groups = tuple(
        Group(f"g{n:03}", Decimal(1), "arithmetic", tuple(leaves[n : n + 10]))
        for n in range(0, indicators, 10)
    )
    return ScoreFile("b", "b.yaml", Label("b", "b"), Group("", Decimal(1), "arithmetic", groups))


def plain(numbers: np.ndarray) -> np.ndarray:
    """The least that 1,000 draws take: flat weights, one product, one sort."""
    low, high = numbers.min(axis=0), numbers.max(axis=0)
    values = (numbers - low) / (high - low) * 100
    factors = 1 + np.random.default_rng(1).uniform(-0.25, 0.25, size=(DRAWS, numbers.shape[1]))
    index = factors / factors.sum(axis=1, keepdims=True) @ values.T
    places = np.argsort(np.argsort(-index, axis=1), axis=1)
    return np.quantile(places, [0.05, 0.5, 0.95], axis=0)


def others(numbers: np.ndarray) -> dict[str, Callable[[], object]]:
    """What is installed of pymcdm and scikit-criteria: 1,000 weighted sums and their ranks."""
    found: dict[str, Callable[[], object]] = {}
    count = numbers.shape[1]
    weights = np.random.default_rng(1).uniform(0.75, 1.25, size=(DRAWS, count))
    weights /= weights.sum(axis=1, keepdims=True)
    types = np.ones(count)
    try:
        wsm = importlib.import_module("pymcdm.methods").WSM()
        found["pymcdm"] = lambda: [wsm.rank(wsm(numbers, row, types)) for row in weights]
    except ImportError:
        pass
    try:
        skc = importlib.import_module("skcriteria")
        simple = importlib.import_module("skcriteria.agg.simple").WeightedSumModel()
        goals = [max] * count
        found["scikit-criteria"] = lambda: [
            simple.evaluate(skc.mkdm(numbers, goals, weights=row)) for row in weights
        ]
    except ImportError:
        pass
    return found


def timed(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(provinces: int, indicators: int, times: int) -> None:
    """Prints seconds and ratios for one size."""
    numbers = figures(provinces, indicators)
    dataset, file = dataset_of(numbers), file_of(indicators)
    works: dict[str, Callable[[], object]] = {
        "plain numpy, draws alone": lambda: plain(numbers),
        "score without draws": lambda: score(dataset, file, as_of=DAY, options=Options(draws=0)),
        f"score with {DRAWS} draws": lambda: score(
            dataset, file, as_of=DAY, options=Options(draws=DRAWS)
        ),
    }
    took: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(times):
        for name, work in works.items():
            took[name].append(timed(work))
    middle = {name: median(found) for name, found in took.items()}
    middle |= {name: timed(work) for name, work in others(numbers).items()}
    floor = middle["plain numpy, draws alone"]
    print(f"{provinces} provinces x {indicators} indicators")
    for name, seconds in middle.items():
        print(f"  {name:28} {seconds:7.3f} s  {seconds / floor:6.1f} x")
    more = middle[f"score with {DRAWS} draws"] - middle["score without draws"]
    print(f"  {'the draws alone cost':28} {more:7.3f} s  {more / floor:6.1f} x")


def main() -> None:
    """Measures every size, and tells the most memory used."""
    for provinces, indicators, times in SIZES:
        measure(provinces, indicators, times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"at most {peak / 1024:.0f} MB of memory")


if __name__ == "__main__":
    main()
