"""Data sets of any size, the same ones every time, and what is asked of 3,321 provinces.

``python -m benchmarks.large DIR N`` writes one of N provinces.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_HEAD = """\
groups:
  all: {en: Everything, vi: Tất cả}
units:
  percent: {symbol: "%", min: 0, max: 100}
indicators:
"""
# What is asked once the data set is compiled, and its yardstick.
_ASKED = (
    ("rank share-000 2025 -f csv", "at most 3 x DuckDB, 200 MB"),
    ("show p-0001", "at most 1 s of CPU"),
    ("compare p-0001 p-0002", "at most 1 s of CPU"),
    ("rank share-000 -f csv", "at most 4 s of CPU"),
)
_QUERY = """\
copy (select province_name, value, rank() over (order by value desc) from '{}'
where indicator = 'share-000' and period = '2025' order by value desc)
to '/dev/stdout' (format csv)"""


def write(folder: Path, provinces: int, indicators: int = 100, periods: int = 10) -> int:
    """Write a data set into an empty folder; return its size in bytes."""
    (folder / "provinces").mkdir(parents=True)
    names = [f"share-{n:03}" for n in range(indicators)]
    files = {
        folder / "indicators.yaml": _HEAD
        + "".join(
            f"  {name}:\n    name: {{en: Share {name}, vi: Tỷ lệ {name}}}\n"
            "    group: all\n    unit: percent\n    better: higher\n"
            for name in names
        ),
        folder / "register.yaml": "provinces:\n"
        + "".join(f"  {_id(n)}: {{name: Tỉnh {n:04}}}\n" for n in range(provinces)),
    }
    for n in range(provinces):
        files[folder / "provinces" / f"{_id(n)}.yaml"] = "".join(_province(n, names, periods))
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return sum(len(text.encode()) for text in files.values())


def write_score(folder: Path, indicators: int) -> None:
    """Add a composite index, ``all``, of groups of ten indicators."""
    tree = "name: All\ntree:\n  aggregate: arithmetic\n  children:\n"
    for n in range(indicators):
        if n % 10 == 0:
            tree += (
                f"    group-{n}:\n      weight: 1\n      aggregate: arithmetic\n      children:\n"
            )
        tree += f"        share-{n:03}: {{weight: {1 + n % 3}, scale: minmax}}\n"
    (folder / "scores").mkdir()
    (folder / "scores/all.yaml").write_text(tree, encoding="utf-8", newline="\n")


def _id(n: int) -> str:
    return f"p-{n:04}"


def _province(n: int, names: list[str], periods: int) -> Iterator[str]:
    draw = random.Random(n)  # noqa: S311 (figures, no secrets)
    yield f"name: Tỉnh {n:04}\nsources:\n"
    for year in range(periods):
        yield (
            f"  bao-{year}: {{title: Báo cáo {2016 + year}, publisher: Sở {n:04},"
            f" published: {2017 + year}-01, url: 'https://example.vn/{n}/{year}'}}\n"
        )
    yield "values:\n"
    for name in names:
        yield f"  {name}:\n"
        for year in range(periods):
            value = f"{draw.uniform(1, 99):.1f}"
            yield f"  - {{period: {2016 + year}, value: {value}, source: bao-{year}}}\n"


def _run(command: Sequence[str], env: dict[str, str]) -> tuple[float, float, float]:
    """Return the seconds and the seconds of CPU that a command takes, and its memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    cpu = usage.ru_utime + usage.ru_stime
    return time.perf_counter() - start, cpu, usage.ru_maxrss / 1024


def measure_large(
    folder: Path, env: dict[str, str], peers: Path | None, provinces: int = 3321
) -> str:
    """Return the table of a data set of so many provinces, 100 indicators and 10 periods."""
    data = folder / "large"
    # Written by another process: a command's memory counts that of the one that started it.
    words = (sys.executable, "-m", "benchmarks.large", str(data), str(provinces))
    size = int(subprocess.run(words, env=env, check=True, capture_output=True).stdout) / 1e6
    time.sleep(2.5)  # files just written are not kept compiled
    own = (sys.executable, "-m", "dtcompare")
    rows = ["", f"| {provinces:,} provinces | s | s of CPU | MB | |", "|---|---|---|---|---|"]

    def tell(what: str, command: Sequence[str], remark: str = "") -> float:
        took, cpu, memory = min(_run(command, env) for _ in range(3 if rows[3:] else 1))
        remark = remark or f"{size / cpu:.1f} MB/s a core, at least 4"
        rows.append(f"| {what} | {took:.2f} | {cpu:.2f} | {memory:.0f} | {remark} |")
        return took

    tell(f"first rank, {size:.0f} MB", [*own, *_ASKED[0][0].split(), "--data", str(data)])
    ranking, *_ = [
        tell(words, [*own, *words.split(), "--data", str(data)], limit) for words, limit in _ASKED
    ]
    duck = shutil.which("python", path=str(peers or ""))
    if duck is None or subprocess.run([duck, "-c", "import duckdb"], check=False).returncode:
        return "\n".join([*rows, "", "duckdb: not in the folder of --peers, left out"])
    table, parquet = folder / "all.csv", folder / "all.parquet"
    _run([*own, "export", "-o", str(table), "--data", str(data)], env)
    ask = "import duckdb, sys; duckdb.sql(sys.argv[1])"
    _run([duck, "-c", ask, f"copy (from '{table}') to '{parquet}'"], env)
    took = tell("DuckDB on Parquet", [duck, "-c", ask, _QUERY.format(parquet)], "the same ranking")
    rows.append(f"\nThe ranking takes {ranking / took:.1f} times as long as DuckDB's.")
    return "\n".join(rows)


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2])))
