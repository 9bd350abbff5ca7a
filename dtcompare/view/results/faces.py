"""From a result to its face, of which each form is made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Generic, TypeVar

from dtcompare.view.citations import Citations, with_pages
from dtcompare.view.sheet import Face, Records, Sheet
from dtcompare.view.voice import Voice

__all__ = ["Forms", "face_of", "sheet_of"]

Result = TypeVar("Result")


class Forms(Generic[Result]):
    """The forms in which the results of one command are shown.

    ``name`` is the one under which its charts are listed. The document is given the sentence and
    the pages that the sheet cites; where ``sentence`` says the first, no sheet is laid out for it.
    Pages that it names are put among its ``sources`` in any case.
    """

    __slots__ = ("document", "name", "records", "sentence", "sheet")

    def __init__(
        self,
        name: str,
        sheet: Callable[[Result, Voice, Citations], Sheet],
        document: Callable[[Result, Voice, Citations, str], dict[str, object]],
        records: Callable[[Result, Voice], Records],
        sentence: Callable[[Result, Voice], str] | None = None,
    ) -> None:
        self.name = name
        self.sheet = sheet
        self.document = document
        self.records = records
        self.sentence = sentence


def sheet_of(name: str) -> Callable[[Any, Voice, Citations], Sheet]:
    """The sheet of results ``name``, whose layout is imported when somebody asks for one.

    What is written for programs does not wait for it.
    """

    def sheet(result: Any, voice: Voice, citations: Citations) -> Sheet:
        layout = import_module(f"dtcompare.view.results.{name}")
        laid_out: Sheet = getattr(layout, f"{name}_sheet")(result, voice, citations)
        return laid_out

    return sheet


def face_of(
    result: Result,
    forms: Forms[Result],
    voice: Voice,
    sources: str,
    warnings: Sequence[str] = (),
) -> Face:
    """The face of ``result``; ``sources`` is short, full or none. JSON always has the sources."""
    citations = Citations(voice, sources)

    def document() -> Mapping[str, object]:
        if forms.sentence is not None:
            cited, sentence = Citations(voice), forms.sentence(result, voice)
        else:
            cited, sentence = citations, " ".join(face.sheet.sentences)
        told = forms.document(result, voice, cited, sentence) | {"warnings": list(warnings)}
        return with_pages(told, voice.dataset)

    face = Face(
        sheet=lambda: forms.sheet(result, voice, citations),
        document=document,
        records=lambda: forms.records(result, voice),
        lang=voice.lang,
        empty=bool(getattr(result, "empty", False)),
        warnings=tuple(warnings),
    )
    return face
