"""Data sets of any size, the same ones every time: ``python -m benchmarks.large DIR N``."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["write"]

_HEAD = """\
groups:
  all: {en: Everything, vi: Tất cả}
units:
  percent: {symbol: "%", min: 0, max: 100}
indicators:
"""


def write(folder: Path, provinces: int, indicators: int = 100, periods: int = 10) -> int:
    """Writes a data set into an empty folder; returns its size in bytes."""
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


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2])))
