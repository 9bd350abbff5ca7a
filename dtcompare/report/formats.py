"""The formats that a document can take, and what writes each."""

from __future__ import annotations

from pathlib import Path

from dtcompare.errors import WrongUsage
from dtcompare.report.document import Document

__all__ = ["FORMATS", "encode_document", "format_of"]

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
    match format:
        case "docx":
            from dtcompare.report.word import write_docx

            return write_docx(document, font)
        case "html":
            from dtcompare.report.html import write_html

            return write_html(document, font).encode()
    from dtcompare.report.markdown import write_markdown

    return write_markdown(document).encode()
