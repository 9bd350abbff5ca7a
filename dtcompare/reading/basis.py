"""On what basis, by which method: the words an indicator leaves open, and those it has fixed."""

from __future__ import annotations

from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.reading.report import Report
from dtcompare.reading.shape import Found

__all__ = ["read_basis", "read_method"]


def read_basis(found: Found, indicator: Indicator, report: Report) -> str | None:
    """The basis that is named, else the only one there is; a wrong or missing one is noted."""
    if indicator.bases and not indicator.fixed_basis:
        word = _word(found, "basis", indicator.bases, report)
        if word is None and not found.typed("basis"):
            tell_missing(found, "basis", indicator.bases, indicator, report)
        return word
    if found.typed("basis"):
        found.whole = False
        key = "basis-fixed" if indicator.bases else "no-basis"
        facts = {"id": indicator.id, "basis": "".join(indicator.bases)}
        report.add(found.keys["basis"], "basis-fixed", key, **facts)
    return indicator.bases[0] if indicator.bases else None


def read_method(found: Found, indicator: Indicator, report: Report) -> str | None:
    """The method that is named, else "unstated"; None where the indicator has no methods."""
    if indicator.methods:
        options = tuple(dict.fromkeys((*indicator.methods, UNSTATED_WORD)))
        return _word(found, "method", options, report) or UNSTATED_WORD
    if found.typed("method"):
        found.whole = False
        report.add(found.keys["method"], "no-methods", id=indicator.id)
    return None


def tell_missing(
    found: Found, name: str, options: tuple[str, ...], indicator: Indicator, report: Report
) -> None:
    """Note that a word is missing, with the words it may be."""
    found.whole = False
    if found.certain:
        facts = {"where": found.where, "of": indicator.id, "name": name}
        report.add(found.node, "missing-key", choices=options, **facts)


def _word(found: Found, name: str, options: tuple[str, ...], report: Report) -> str | None:
    """The word under ``name`` where it is one of ``options``; another one is noted."""
    word: str | None = found.get(name)
    if word is None or word in options:
        return word
    found.whole = False
    hint = report.hint(word, options)
    report.add(found.nodes[name], "unknown-word", name=name, typed=word, **hint)
    return None
