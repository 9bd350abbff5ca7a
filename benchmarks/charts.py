"""How long a chart takes: ratios to importing Matplotlib and to ``python -c pass``.

``python -m benchmarks.charts`` prints a PNG and an SVG from a cold start, each further PNG and SVG
in one process, all charts on every core, and beside them pyplot, seaborn and plotnine drawing
plain bars of the same ten numbers, where they are installed. All runs are interleaved, bytecode is
compiled, the median counts.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.__main__ import ROOT, Case, medians, seconds
from dtcompare.analysis.ranking import rank
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.encode import encode
from dtcompare.charts.kinds import chart_of
from dtcompare.library import open_dataset
from dtcompare.view.phrases import Phrases

DAY = date(2026, 11, 21)
_OWN = (sys.executable, "-m", "dtcompare")
_IMPORT = "import matplotlib.figure, matplotlib.backends.backend_agg"
_NUMBERS = "names = list('abcdefghij'); sizes = [99, 97, 96, 92, 91, 86, 81, 74, 72, 70]"
_PEERS = {
    "pyplot": (
        "import matplotlib; matplotlib.use('agg'); import matplotlib.pyplot as plt; {numbers};"
        " plt.barh(names, sizes); plt.savefig({file!r}, dpi=300)"
    ),
    "seaborn": (
        "import matplotlib; matplotlib.use('agg'); import seaborn; {numbers};"
        " seaborn.barplot(x=sizes, y=names).figure.savefig({file!r}, dpi=300)"
    ),
    "plotnine": (
        "import pandas; from plotnine import ggplot, aes, geom_col, coord_flip; {numbers};"
        " data = pandas.DataFrame(dict(names=names, sizes=sizes));"
        " (ggplot(data, aes('names', 'sizes')) + geom_col() + coord_flip())"
        ".save({file!r}, dpi=300, verbose=False)"
    ),
}


def cold(folder: Path, env: dict[str, str], rounds: int) -> dict[str, float]:
    """The median seconds of each run that starts a process of its own."""
    rank_words = (*_OWN, "rank", "online-filing", "-o")
    cases = [
        Case("python -c pass", (sys.executable, "-c", "pass")),
        Case("import", (sys.executable, "-c", _IMPORT)),
        Case("PNG", (*rank_words, str(folder / "a.png"))),
        Case("SVG", (*rank_words, str(folder / "a.svg"))),
        Case("PDF", (*rank_words, str(folder / "a.pdf"))),
    ]
    for name, script in _PEERS.items():
        if name == "pyplot" or importlib.util.find_spec(name):
            code = script.format(numbers=_NUMBERS, file=str(folder / f"{name}.png"))
            cases.append(Case(name, (sys.executable, "-c", code)))
    return medians(cases, env, rounds)


def further(format: str, rounds: int) -> float:
    """The median seconds of one more chart in a process that has drawn one, layout included."""
    dataset = open_dataset(ROOT / "data")
    phrases = Phrases(dataset, "en")
    ids = ("online-filing", "5g", "digital-economy", "5g-stations")
    results = [rank(dataset, id, as_of=DAY) for id in ids]

    taken = []
    for number in range(rounds + 1):
        start = time.perf_counter()
        chart = chart_of("rank", None, results[number % len(results)], phrases, ChartOptions())
        encode(chart, format, "benchmark")
        taken.append(time.perf_counter() - start)
    return median(taken[1:])


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds: int = parser.parse_args().rounds
    compileall.compile_dir(ROOT / "dtcompare", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "PYTHONPATH": str(ROOT), "DTCOMPARE_CACHE_DIR": str(folder / "cache")}
        times = cold(folder, env, rounds)
        unit, whole = times["python -c pass"], times["import"]
        png, svg = further("png", rounds), further("svg", rounds)
        everything = seconds((*_OWN, "chart-all", str(folder / "all")), env)
        count = len(list((folder / "all").iterdir()))
    rows = [
        ("PNG, cold, x importing Matplotlib", times["PNG"] / whole, 1.35),
        ("further PNG, x the cold one", png / times["PNG"], 0.2),
        ("SVG, cold, x pass", times["SVG"] / unit, 9),
        ("further SVG, x pass", svg / unit, None),
        ("PDF, cold, x importing Matplotlib", times["PDF"] / whole, None),
        *(
            (f"{name}, plain bars, x importing Matplotlib", times[name] / whole, None)
            for name in _PEERS
            if name in times
        ),
        (f"chart-all, {count} PNGs, x the cold PNG", everything / times["PNG"], None),
    ]
    print("| what | ratio | at most | met |\n|---|---|---|---|")
    for what, ratio, most in rows:
        met = "" if most is None else "yes" if ratio <= most else "no"
        print(f"| {what} | {ratio:.2f} | {most or ''} | {met} |")


if __name__ == "__main__":
    main()
