"""The formats that a document can take, and what writes each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dtcompare.errors import WrongUsage
from dtcompare.report.document import Document

FORMATS = ("html", "docx", "md")


def format_of(path: Path) -> str:
    """Return the format that the suffix of a file stands for. Raises WrongUsage for another."""
    format = path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise WrongUsage("error.unknown-suffix", suffix=path.suffix or path.name, known=known)
    return format


def encode_document(document: Document, format: str, font: str | None = None) -> bytes:
    """Return a document in one of FORMATS, set in ``font`` where its format has typefaces.

    Raises WrongUsage where the library that writes it is not installed.
    """
    return load_writer(format)(document, font)


def load_writer(format: str) -> Callable[[Document, str | None], bytes]:
    """Import what writes one of FORMATS; of all libraries only its own is loaded.

    Raises WrongUsage where that is not installed.
    """
    match format:
        case "docx":
            from dtcompare.report.word import write_docx

            return write_docx
        case "html":
            from dtcompare.report.html import write_html

            return write_html
    from dtcompare.report.markdown import write_markdown

    return write_markdown
