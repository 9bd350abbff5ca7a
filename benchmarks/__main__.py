"""``python -m benchmarks``: start-up and commands in multiples of ``python -c pass``.

``--scale`` adds the ladder of data sets (some minutes, 300 MB of disk), ``--rounds N`` sets how
often each is run. All runs are interleaved, bytecode is compiled, the median counts.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.large import write

ROOT = Path(__file__).resolve().parent.parent
_AGAIN = 5  # runs of a second command, of which the median counts
_PASS = (sys.executable, "-c", "pass")
_OWN = (sys.executable, "-m", "dtcompare")


@dataclass(frozen=True, slots=True)
class Case:
    """A command with its yardstick: at most so many times ``python -c pass``."""

    name: str
    command: tuple[str, ...]
    most: float | None = None


def _own(name: str, *words: str, most: float | None = None, complete: str = "") -> Case:
    command = (*_OWN, *words)
    if complete:
        setting = ("_DTCOMPARE_COMPLETE=bash_complete", f"COMP_WORDS={complete}", "COMP_CWORD=1")
        command = ("env", *setting, *command)
    return Case(name, command, most)


# One line a case: its name, the words of the command, and the yardstick where there is one.
CASES = (
    Case("python -c pass", _PASS),
    Case("import click", (sys.executable, "-c", "import click")),
    _own("--version", "--version", most=5),
    _own("--help", "--help", most=5),
    _own("TAB", most=5, complete="dtcompare "),
    _own("rank, piped", "rank", "5g", most=5),
    _own("rank -f csv", "rank", "5g", "-f", "csv", most=5),
    _own("rank -f json", "rank", "5g", "-f", "json", most=5),
    _own("rank, Rich", "rank", "5g", "-f", "table", most=9),
    _own("rank, no store", "rank", "5g", "--no-cache"),
    _own("show", "show", "quang-ninh"),
    _own("gap", "gap", "quang-ninh"),
    _own("score", "score", "dti-2022"),
    _own("check", "check"),
    _own("export", "export"),
)
_PEERS = (
    ("csvlook", "csvlook", ("{csv}",)),
    ("sqlite-utils", "sqlite-utils", ("{db}", "select * from lines where indicator = '5g'")),
    ("duckdb", "duckdb", ("-c", "select * from '{csv}' where indicator = '5g'")),
    ("vd", "visidata", ("-b", "-o", "-", "{csv}")),
)


# What is asked of the large data sets once they are compiled: one of their ten rankings, as many
# rows as the shipped data has provinces and all of them, then all ten, then other questions.
_ASKED = (
    "rank share-000 2025 --top 34",
    "rank share-000 2025",
    "rank share-000 --top 34",
    "rank share-000",
    "rank share-000 -f csv",
    "rank share-000 -f json",
    "gap p-0001",
    "reporting p-0001",
    "show p-0001",
    "compare p-0001 p-0002",
    "list provinces",
    "list sources -f csv",
)


def seconds(command: Sequence[str], env: dict[str, str]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    subprocess.run(
        command, env=env, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def medians(cases: Sequence[Case], env: dict[str, str], rounds: int) -> dict[str, float]:
    """The median seconds of each case, all run in turn, after one run that does not count."""
    taken: dict[str, list[float]] = {case.name: [] for case in cases}
    for case in cases:
        seconds(case.command, env)
    for _ in range(rounds):
        for case in cases:
            taken[case.name].append(seconds(case.command, env))
    return {name: median(times) for name, times in taken.items()}


def peers(folder: Path, env: dict[str, str]) -> list[Case]:
    """The peers that are installed, each asked for the same figures of an exported file."""
    files = {"csv": folder / "all.csv", "db": folder / "all.sqlite"}
    for path in files.values():
        seconds((*_OWN, "export", "-o", str(path)), env)
    found = []
    for program, name, words in _PEERS:
        where = shutil.which(program)
        if where is not None:
            found.append(Case(name, (where, *(word.format(**files) for word in words))))
    return found


def table(cases: Sequence[Case], times: dict[str, float]) -> str:
    """The ratios as Markdown."""
    unit = times[CASES[0].name]
    rows = ["| what | x pass | at most | met |", "|---|---|---|---|"]
    for case in cases:
        ratio = times[case.name] / unit
        met = "" if case.most is None else "yes" if ratio <= case.most else "no"
        rows.append(f"| {case.name} | {ratio:.1f} | {case.most or ''} | {met} |")
    return "\n".join(rows)


def measured(command: Sequence[str], env: dict[str, str]) -> tuple[float, float]:
    """Seconds, and the peak memory of the process in MB."""
    script = (
        "import resource, subprocess, sys, time; start = time.perf_counter();"
        " subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        " print(time.perf_counter() - start,"
        " resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        env=env,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    taken, peak = done.stdout.split()
    return float(taken), int(peak) / 1024


def again(question: str, data: Path, env: dict[str, str], unit: float) -> str:
    """How long a second command takes, in multiples of ``unit`` too, and its peak memory.

    The median of a few runs, or one that takes long.
    """
    command = (*_OWN, *question.split(), "--data", str(data))
    runs = [measured(command, env)]
    if runs[0][0] < 2:
        runs += [measured(command, env) for _ in range(_AGAIN - 1)]
    taken = median(seconds for seconds, _ in runs)
    return f"{taken:.2f} s, {taken / unit:.1f} x, {max(peak for _, peak in runs):.0f} MB"


def ladder(folder: Path, env: dict[str, str], sizes: Sequence[int], unit: float) -> str:
    """First and second commands on ever larger data sets, as Markdown.

    ``unit``: the shipped data's second ``rank``.
    """
    first = ["| provinces | MB of YAML | first rank | MB/s | memory |", "|---|---|---|---|---|"]
    second: dict[str, list[str]] = {question: [] for question in _ASKED}
    for size in sizes:
        data = folder / f"d{size}"
        mb = write(data, size) / 1e6
        time.sleep(2.5)  # files just written are compared by content
        cold, peak = measured((*_OWN, *_ASKED[0].split(), "--data", str(data)), env)
        first.append(f"| {size:,} | {mb:.1f} | {cold:.1f} s | {mb / cold:.1f} | {peak:.0f} MB |")
        for question, told in second.items():
            told.append(again(question, data, env, unit))
        shutil.rmtree(data)
    heads = f"| the second time | {' | '.join(f'{size:,}' for size in sizes)} |"
    rows = [f"| {question} | {' | '.join(told)} |" for question, told in second.items()]
    return "\n".join([*first, "", heads, f"|---|{'---|' * len(sizes)}", *rows])


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--scale", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[34, 340, 3321])
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "dtcompare", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "PYTHONPATH": str(ROOT), "DTCOMPARE_CACHE_DIR": str(folder / "cache")}
        cases = (*CASES, *peers(folder, env))
        times = medians(cases, env, options.rounds)
        print(table(cases, times))
        if options.scale:
            print(f"\n{ladder(folder, env, options.sizes, times['rank, piped'])}")


if __name__ == "__main__":
    main()
