"""From a result to its face: the sheet is laid out first, so that sources are numbered by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from dtcompare.view.citations import Citations
from dtcompare.view.sheet import Face, Records, Sheet
from dtcompare.view.voice import Voice

__all__ = ["face_of"]

Result = TypeVar("Result")


def face_of(
    result: Result,
    voice: Voice,
    sources: str,
    *,
    sheet: Callable[[Result, Voice, Citations], Sheet],
    document: Callable[[Result, Voice, Citations, str], dict[str, object]],
    records: Callable[[Result, Voice], Records],
    warnings: Sequence[str] = (),
) -> Face:
    """The face of ``result``; ``sources`` is short, full or none. JSON always has the sources."""
    citations = Citations(voice, sources)
    laid_out = sheet(result, voice, citations)
    sentence = " ".join(laid_out.sentences)
    return Face(
        sheet=laid_out,
        document=lambda: (
            document(result, voice, citations, sentence) | {"warnings": list(warnings)}
        ),
        records=lambda: records(result, voice),
        lang=voice.lang,
        empty=bool(getattr(result, "empty", False)),
        warnings=tuple(warnings),
    )
