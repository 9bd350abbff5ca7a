"""``python -m benchmarks``: what people wait for, each in multiples of something they know.

Prints one Markdown table: ratios of whole processes run in turn, medians, bytecode compiled. Peers
(csvkit, sqlite-utils, polars, datasette, duckdb, check-jsonschema, yamllint) are looked for on the
PATH and in the folder of ``--peers``; one that is not there is named and left out. ``--large``
prints the large data set too (some minutes, 1 GB of disk).
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
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.large import measure_large, write, write_score

ROOT = Path(__file__).resolve().parent.parent
OWN = (sys.executable, "-m", "dtcompare")
CLICK, YAML, MATPLOTLIB = "import click", "PyYAML's C loader", "import matplotlib"
CHARTS = "online-filing 5g digital-economy 5g-stations fibre 4g smartphones bts-stations cashless"


@dataclass(frozen=True, slots=True)
class Case:
    """A command, held against another one: it may take at most so many times as long."""

    name: str
    command: tuple[str, ...]
    unit: str = CLICK
    most: float | None = None


def python(code: str, *words: str) -> tuple[str, ...]:
    """Return the command that runs some Python."""
    return (sys.executable, "-c", code, *words)


def own(name: str, words: str, most: float, unit: str = CLICK) -> Case:
    """Return a case of this program."""
    return Case(name, (*OWN, *words.split()), unit, most)


def cases(folder: Path) -> list[Case]:
    """Return the units and the yardsticks; what is drawn is written into ``folder``."""
    completion = "_DTCOMPARE_COMPLETE=bash_complete", "COMP_WORDS=dtcompare ", "COMP_CWORD=1"
    load = (
        "import sys, yaml; [yaml.load(open(path, 'rb'), yaml.CSafeLoader) for path in sys.argv[1:]]"
    )
    files = [str(path) for path in (ROOT / "data").rglob("*.yaml")]
    further = (
        "import sys; from dtcompare.cli import main;"
        " [main(['rank', id, '-o', f'{sys.argv[1]}/{id}.png']) for id in sys.argv[2].split()]"
    )
    write(folder / "score", 63, 98, 1)
    write_score(folder / "score", 98)
    return [
        Case(CLICK, python("import click")),
        Case(YAML, python(load, *files)),
        Case(MATPLOTLIB, python("import matplotlib.figure, matplotlib.backends.backend_agg")),
        own("--version", "--version", 1.3),
        own("--help", "--help", 1.3),
        Case("TAB", ("env", *completion, *OWN), most=1.3),
        own("rank, piped", "rank 5g", 2),
        own("rank -f csv", "rank 5g -f csv", 2),
        own("rank -f json", "rank 5g -f json", 2),
        own("rank, Rich", "rank 5g -f table", 3),
        own("show", "show quang-ninh", 2.5),
        own("gap", "gap quang-ninh", 2.5),
        own("compare", "compare quang-ninh phu-tho", 2.5),
        own("score", "score dti-2022", 4),
        own("check", "check", 2, YAML),
        own("SVG, cold", f"rank online-filing -o {folder}/a.svg", 2.5),
        own("PNG, cold", f"rank online-filing -o {folder}/a.png", 1.35, MATPLOTLIB),
        Case("nine PNGs", python(further, str(folder), CHARTS), MATPLOTLIB, 1.35 + 8 * 0.25),
        own("score, no draws", f"score all --data {folder}/score --draws 0", 99),
        own("score, 1,000 draws", f"score all --data {folder}/score --draws 1000", 99),
    ]


def peers(folder: Path, found: Path | None, env: dict[str, str]) -> list[Case]:
    """Return the peers that are installed, each of which is to take as long or longer.

    They are asked for the same figures of a file that this program exported, or to check the files.
    """
    table, base = folder / "all.csv", folder / "all.sqlite"
    for path in (table, base):
        subprocess.run((*OWN, "export", "-o", path), env=env, check=True, capture_output=True)
    columns = "province_name, word, value, period"
    query = f"select {columns} from {{}} where indicator = '5g' order by value desc"  # noqa: S608
    frame = (
        f"import polars; print(polars.scan_csv({str(table)!r}, infer_schema=False)"
        ".filter(polars.col('indicator') == '5g').sort('value').collect().write_csv())"
    )
    provinces = [str(path) for path in (ROOT / "data/provinces").glob("*.yaml")]
    made = folder / "province.schema.json"
    with made.open("wb") as file:
        subprocess.run((*OWN, "schema", "province"), env=env, check=True, stdout=file)
    schema = ("--schemafile", str(made))
    known: dict[str, tuple[str, ...]] = {
        "csvgrep": ("-c", "indicator", "-r", "^5g$", str(table)),
        "sqlite-utils": (str(base), query.format("lines"), "--csv"),
        "datasette": ("--get", "/all/lines.json?indicator=5g", str(base)),
        "duckdb": ("-csv", "-c", query.format(f"'{table}'")),
        "python -c polars": ("-c", frame),
        "check-jsonschema": (*schema, *provinces),
        "yamllint": ("-d", "relaxed", str(ROOT / "data")),
    }
    places = f"{found or ''}{os.pathsep}{env['PATH']}"
    cases = []
    for name, words in known.items():
        program = shutil.which(name.split()[0], path=places)
        case = Case(name, (program or name, *words))
        if program and subprocess.run(case.command, env=env, capture_output=True).returncode == 0:  # noqa: PLW1510
            cases.append(case)
        else:
            print(f"{name}: not installed, left out")
    return cases


def seconds(case: Case, env: dict[str, str]) -> float:
    """Return how long one run takes."""
    start = time.perf_counter()
    subprocess.run(case.command, env=env, check=True, capture_output=True)
    return time.perf_counter() - start


def medians(cases: list[Case], env: dict[str, str], rounds: int) -> dict[str, float]:
    """Return the median seconds of each case, run in turn; the first round does not count."""
    taken: dict[str, list[float]] = {case.name: [] for case in cases}
    for number in range(rounds + 1):
        for case in cases:
            took = seconds(case, env)
            if number:
                taken[case.name].append(took)
    return {name: median(times) for name, times in taken.items()}


def rows_of(cases: list[Case], others: list[Case], times: dict[str, float]) -> list[str]:
    """Return the rows of the table: what, how many times what, at most, met."""
    rows = [
        _row(case.name, times[case.name] / times[case.unit], case.unit, case.most)
        for case in cases
        if case.most not in {None, 99}
    ]
    draws = times["score, 1,000 draws"] - times["score, no draws"]
    rows.append(_row("1,000 draws, 63 x 98 figures", draws / 0.1, "0.1 s", 1))
    for peer in others:
        checks = peer.name in {"check-jsonschema", "yamllint"}
        name = "check" if checks else "rank -f csv"
        rows.append(_row(name, times[name] / times[peer.name], peer.name, 1))
    return rows


def _row(what: str, ratio: float, unit: str, most: float | None) -> str:
    met = "yes" if most is not None and ratio <= most else "no"
    return f"| {what} | {ratio:.2f} | {unit} | {most} | {met} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--peers", type=Path, help="the folder of other programs")
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "dtcompare", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = {"PYTHONPATH": str(ROOT), "DTCOMPARE_CACHE_DIR": f"{name}/cache"}
        env = {**os.environ, **settings, "DTCOMPARE_DATA": str(ROOT / "data")}
        asked, others = cases(folder), peers(folder, options.peers, env)
        times = medians([*asked, *others], env, options.rounds)
        print("| what | times | of what | at most | met |\n|---|---|---|---|---|")
        print("\n".join(rows_of(asked, others, times)))
        if options.large:
            print(measure_large(folder, env, options.peers))


if __name__ == "__main__":
    main()
