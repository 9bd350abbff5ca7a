"""From a result to its face: the sheet is laid out first, so that sources are numbered by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from dtcompare.view.citations import Citations
from dtcompare.view.sheet import Face, Records, Sheet
from dtcompare.view.voice import Voice

__all__ = ["Forms", "face_of"]

Result = TypeVar("Result")


class Forms(Generic[Result]):
    """The forms in which the results of one command are shown.

    ``name`` is the one under which its charts are listed.
    """

    __slots__ = ("document", "name", "records", "sheet")

    def __init__(
        self,
        name: str,
        sheet: Callable[[Result, Voice, Citations], Sheet],
        document: Callable[[Result, Voice, Citations, str], dict[str, object]],
        records: Callable[[Result, Voice], Records],
    ) -> None:
        self.name = name
        self.sheet = sheet
        self.document = document
        self.records = records


def face_of(
    result: Result,
    forms: Forms[Result],
    voice: Voice,
    sources: str,
    warnings: Sequence[str] = (),
) -> Face:
    """The face of ``result``; ``sources`` is short, full or none. JSON always has the sources."""
    citations = Citations(voice, sources)
    laid_out = forms.sheet(result, voice, citations)
    sentence = " ".join(laid_out.sentences)
    return Face(
        sheet=laid_out,
        document=lambda: (
            forms.document(result, voice, citations, sentence) | {"warnings": list(warnings)}
        ),
        records=lambda: forms.records(result, voice),
        lang=voice.lang,
        empty=bool(getattr(result, "empty", False)),
        warnings=tuple(warnings),
    )
