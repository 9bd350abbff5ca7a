"""Prints docs/data.md with its counts: what the shipped data hold, leave out, and how weak it is.

The page itself holds places for them alone: what moves with every figure would make any two
branches with one figure each conflict, or merge to a wrong count. ``-o FILE`` saves the page.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run by its path

from dtcompare import open_dataset
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, UNRANKED_STATUSES, UNSTATED_WORD, Figure, Target
from dtcompare.view.phrases import Phrases
from scripts.runs import AS_OF, ROOT

_PAGE = ROOT / "docs" / "data.md"
_OMITTED = ROOT / "data" / "OMITTED.md"
_MOST = 6
_ASSUMED = "year-assumed"  # a remark of indicators.yaml


@cache
def _dataset() -> Dataset:
    return open_dataset(ROOT / "data")


def _figures() -> list[Figure]:
    return [figure for _, lines in _dataset().all_lines() for figure in lines.figures]


def _targets() -> list[Target]:
    return [target for _, lines in _dataset().all_lines() for target in lines.targets]


def _table(head: str, rows: Mapping[str, object]) -> str:
    lines = [f"| {name} | {value} |" for name, value in rows.items()]
    return "\n".join([f"| {head} | |", "|---|---|", *lines, ""])


def _owner(line: Figure | Target) -> str:
    """Whose line it is, in words."""
    if line.province == NATIONAL:
        return "country"
    return "former" if _dataset().province(line.province).former else "today"


def held() -> str:
    """How much there is: provinces, indicators, figures, targets, places, pages."""
    data = _dataset()
    today = {province.id for province in data.register.existing(AS_OF)}
    figures, targets = _figures(), _targets()
    owners, aims = Counter(map(_owner, figures)), Counter(map(_owner, targets))
    told = {figure.province for figure in figures}
    published = [page.published for page in data.sources.values() if page.published]
    newest = max(published, key=lambda period: period.recency)
    placed = sum(figure.place is not None for figure in figures)
    used = {figure.indicator for figure in figures}
    indicators = len(data.catalogue.indicators)
    return _table(
        "What there is",
        {
            "Provinces of today": f"{len(today)}, {len(today & told)} with a figure",
            "Former provinces": f"{len(data.register.provinces) - len(today)}, "
            f"{len(told - today - {NATIONAL})} with a figure",
            "Indicators": f"{indicators}, {len(used)} with a figure",
            "Figures": f"{len(figures)}: {owners['today']} of provinces of today, "
            f"{owners['former']} of former ones, {owners['country']} of the whole country",
            "Among these, published places": placed,
            "Targets": f"{len(targets)}: {aims['today']} of provinces of today, "
            f"{aims['former']} of former ones, {aims['country']} of the whole country",
            "Pages": len(data.sources),
            "Newest page": Phrases(data, "en").period(newest),
        },
    )


def reported() -> str:
    """Figures by group of indicators: of how many provinces of today, and how many in all."""
    data = _dataset()
    rows = []
    for group, label in data.catalogue.groups.items():
        found = [f for f in _figures() if data.indicator(f.indicator).group == group]
        provinces = {figure.province for figure in found if _owner(figure) == "today"}
        rows.append(f"| {label.say('en')} | {len(found)} | {len(provinces)} |")
    head = "| Group | Figures | Provinces of today |\n|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def omitted() -> str:
    """How many rows were left out, by reason."""
    counts: dict[str, int] = {}
    for line in _OMITTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            reason = line.removeprefix("## ")
            counts[reason] = 0
        elif line.startswith("- "):
            counts[reason] += 1
    return _table("Left out", counts)


def weak() -> str:
    """How many lines and pages a reader should trust less, and why."""
    data, figures = _dataset(), _figures()
    pages = data.sources.values()
    lines = (*figures, *_targets())
    copies = sum(data.sources[line.source].copy for line in lines)
    assumed = sum(_ASSUMED in line.remarks for line in lines)
    unsaid = sum(UNSTATED_WORD in (f.basis, f.method) for f in figures)
    publishers = Counter(page.publisher for page in pages).most_common(_MOST)
    extents = [
        f"{province.name} ({kind})"
        for province in data.register.existing(AS_OF)
        for kind, extent in (("people", province.population), ("area", province.area))
        if extent is not None and extent.status in UNRANKED_STATUSES
    ]
    return _table(
        "Weak",
        {
            "Lines read in a copy": copies,
            "Figures marked unreliable": sum(f.status == "unreliable" for f in figures),
            "Figures of which nobody says what they are a share of, or by which method": unsaid,
            "Figures of a part of a province only": sum(bool(f.scope) for f in figures),
            "Lines whose year is assumed, as a remark says": assumed,
            "Figures of which nobody says when": sum(not f.period.stated for f in figures),
            "Figures rejected, kept with the reason": sum(f.reject is not None for f in figures),
            "Pages without a date": sum(page.published is None for page in pages),
            "Pages read in a translation": sum(bool(page.read_in) for page in pages),
            "Publishers most cited": ", ".join(f"{name} ({n})" for name, n in publishers),
            "People or area of a province not reliable": ", ".join(extents) or "none",
        },
    )


_COUNTS: Mapping[str, Callable[[], str]] = {
    "held": held,
    "reported": reported,
    "omitted": omitted,
    "weak": weak,
}


def counted(text: str) -> str:
    """A page with its counts in their places; raises KeyError for one that nothing counts."""
    return re.sub(r"<!-- counts: (\w+) -->\n", lambda match: _COUNTS[match[1]](), text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the page, or saves it; returns the exit code."""
    parser = argparse.ArgumentParser(description="docs/data.md with the counts of today")
    parser.add_argument("-o", "--output", type=Path, help="save it to this file")
    options = parser.parse_args(arguments)
    page = counted(_PAGE.read_text(encoding="utf-8"))
    if options.output is None:
        print(page, end="")
    else:
        options.output.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
