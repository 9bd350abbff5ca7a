"""Hold every chart against those of another copy: texts, heights, what the lint finds; no pictures.

``python -m benchmarks.charts write FILE`` draws every chart of the shipped data in four sizes and
two languages and writes what is on them; ``python -m benchmarks.charts compare FILE`` draws them
again and tells what differs from the record. ``--only gap,show`` draws some kinds alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from difflib import unified_diff
from pathlib import Path

from tests.charts.corpus import FORMS, NAMES, Record, drawn, questions


def record(names: list[str]) -> dict[str, Record]:
    """Draw every chart of the kinds named."""
    return {
        f"{name} {question[1]}, {size}, {lang}": drawn(question, size, lang)
        for name in names
        for question in questions(name)
        for size, lang in FORMS
    }


def lines_of(chart: Record) -> list[str]:
    """Return what is on a chart as lines, its height in whole points."""
    lines = [f"none: {chart['none']}"] if "none" in chart else []
    lines += [f"{key}: {chart[key]}" for key in ("height", "alt") if key in chart]
    texts, wrong = chart.get("texts", []), chart.get("wrong", [])
    assert isinstance(texts, list)
    assert isinstance(wrong, list)
    return [*lines, *texts, *(f"wrong: {line}" for line in wrong)]


def compare_records(old: dict[str, Record], new: dict[str, Record]) -> None:
    """Print how many charts differ in what, of each kind, and the first of each."""
    counts: dict[str, Counter[str]] = {}
    for key, chart in new.items():
        before, name = old.get(key, {}), key.split()[0]
        counts.setdefault(name, Counter())["charts"] += 1
        what = [part for part in (*before, *chart) if before.get(part) != chart.get(part)]
        counts[name].update(dict.fromkeys(what, 1))
        counts[name]["found wrong"] += bool(chart.get("wrong"))
        counts[name]["no longer fit"] += "none" in chart and "none" not in before
        if what and counts[name]["differ"] < 3:
            print(f"\n{key}")
            diff = unified_diff(lines_of(before), lines_of(chart), lineterm="", n=0)
            print("\n".join([line[:200] for line in diff][2:12]))
        counts[name]["differ"] += bool(what)
    print()
    for name, count in counts.items():
        print(f"{name}: " + ", ".join(f"{what} {number}" for what, number in count.items()))


def main() -> None:
    """Write the record, or compare with one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["write", "compare"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--only", default=",".join(NAMES))
    options = parser.parse_args()
    new = record(options.only.split(","))
    if options.what == "write":
        options.file.write_bytes(gzip.compress(json.dumps(new).encode()))
        sys.exit()
    compare_records(json.loads(gzip.decompress(options.file.read_bytes())), new)


if __name__ == "__main__":
    main()
