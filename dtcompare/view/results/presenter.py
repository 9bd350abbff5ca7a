"""From a result to its rendering, of which each form is made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from dtcompare.view.citations import Citations, citation, pages_named
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records, Rendering, Sheet

Result = TypeVar("Result")


class Presenter(Struct, Generic[Result], frozen=True):
    """Holds the forms in which the results of one command are shown.

    ``name`` is the one under which its charts are listed. The document gets what all have: the day,
    the sentence and the pages of the sheet, and every page that it names as one of its ``sources``.
    Where ``sentence`` says what the sheet says first, no sheet is laid out for it.
    """

    name: str
    sheet: Callable[[Result, Phrases, Citations], Sheet]
    document: Callable[[Result, Phrases], Mapping[str, object]]
    records: Callable[[Result, Phrases], Records]
    sentence: Callable[[Result, Phrases], str] | None = None


def build_rendering(
    result: Result,
    presenter: Presenter[Result],
    phrases: Phrases,
    sources: str,
    warnings: Sequence[str] = (),
) -> Rendering:
    """Return the rendering of ``result``; ``sources`` is short, full or none, and in JSON full."""
    citations = Citations(phrases, sources)

    def document() -> Mapping[str, object]:
        if presenter.sentence is not None:
            cited, sentence = Citations(phrases), presenter.sentence(result, phrases)
        else:
            cited, sentence = citations, " ".join(rendering.sheet.sentences)
        own = presenter.document(result, phrases)
        return {
            "schema": "",
            "as_of": getattr(result, "as_of", None),
            "filters": {},
            "sentence": sentence,
            **own,
            "sources": cited.document(pages_named(own)),
            "cite": citation(phrases),
            "warnings": [*warnings],
        }

    rendering = Rendering(
        sheet=lambda: presenter.sheet(result, phrases, citations),
        brief=lambda: presenter.sheet(result, phrases, Citations(phrases, sources, brief=True)),
        document=document,
        records=lambda: _completed(
            presenter.records(result, phrases), phrases, getattr(result, "indicator", None)
        ),
        lang=phrases.lang,
        empty=bool(getattr(result, "empty", False)),
        warnings=tuple(warnings),
    )
    return rendering


def _completed(records: Records, phrases: Phrases, indicator: str | None) -> Records:
    """Return records with what was measured, in what unit, and the address of the page.

    Rows of several answers can be put together by them. Records that name no page have none.
    """
    page = next((name for name in ("source", "figure_source") if name in records.columns), None)
    if page is None:
        return records
    dataset, rows = phrases.dataset, []
    for row in records.rows:
        id = row.get("indicator") or indicator
        known = dataset.catalogue.indicators.get(str(id))
        source = dataset.sources.get(str(row.get(page)))
        unit = row.get("unit") or (known and known.unit.id)
        rows.append({**row, "indicator": id, "unit": unit, "url": source and source.url})
    return Records(tuple(dict.fromkeys((*records.columns, "indicator", "unit", "url"))), rows)
