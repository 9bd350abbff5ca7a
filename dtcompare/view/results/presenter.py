"""From a result to its rendering, of which each form is made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from dtcompare.view.citations import Citations, with_pages
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records, Rendering, Sheet

Result = TypeVar("Result")


class Presenter(Generic[Result]):
    """Holds the forms in which the results of one command are shown.

    ``name`` is the one under which its charts are listed. The document is given the sentence and
    the pages that the sheet cites; where ``sentence`` says the first, no sheet is laid out for it.
    Pages that it names are put among its ``sources`` in any case.
    """

    __slots__ = ("document", "name", "records", "sentence", "sheet")

    def __init__(
        self,
        name: str,
        sheet: Callable[[Result, Phrases, Citations], Sheet],
        document: Callable[[Result, Phrases, Citations, str], Mapping[str, object]],
        records: Callable[[Result, Phrases], Records],
        sentence: Callable[[Result, Phrases], str] | None = None,
    ) -> None:
        self.name = name
        self.sheet = sheet
        self.document = document
        self.records = records
        self.sentence = sentence


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
        told = {**presenter.document(result, phrases, cited, sentence), "warnings": [*warnings]}
        return with_pages(told, phrases.dataset)

    rendering = Rendering(
        sheet=lambda: presenter.sheet(result, phrases, citations),
        brief=lambda: presenter.sheet(result, phrases, Citations(phrases, sources, brief=True)),
        document=document,
        records=lambda: presenter.records(result, phrases),
        lang=phrases.lang,
        empty=bool(getattr(result, "empty", False)),
        warnings=tuple(warnings),
    )
    return rendering
