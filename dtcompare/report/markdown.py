"""Write a document as Markdown: headings, lists, tables, links; charts are told in words."""

from __future__ import annotations

from collections.abc import Iterator

from dtcompare.report.document import Bullets, Document, Picture, Prose, SectionHeading, runs
from dtcompare.view.markdown import Markdown
from dtcompare.view.sheet import Cell, Table

_escape = Markdown("pipe").escape


def write_markdown(document: Document, _: str | None = None) -> bytes:
    """Return the document as Markdown, which has no typeface."""
    return ("\n".join(_lines(document)).rstrip() + "\n").encode()


def _lines(document: Document) -> Iterator[str]:
    yield from (f"# {_escape(document.title)}", "", _escape(document.subtitle), "")
    for part in document.parts:
        match part:
            case SectionHeading():
                yield f"{'#' * part.level} {_escape(part.text)}"
            case Prose():
                yield _linked(part.text, document)
            case Bullets():
                yield f"**{_escape(part.label)}**"
                yield ""
                yield from (f"- {_linked(item, document)}" for item in part.items)
            case Picture():
                yield f"*{_escape(part.caption)}*"
                yield ""
                yield _escape(part.chart.alt)
            case Table():
                yield from _table_lines(part, document)
        yield ""
    yield from _foot(document)


def _foot(document: Document) -> Iterator[str]:
    """Yield notes, sources and the citation."""
    if document.notes:
        yield from (f"## {_escape(document.words['notes'])}", "")
        yield from (f"- {letter}: {_escape(text)}" for letter, text in document.notes)
        yield ""
    if document.sources:
        yield from (f"## {_escape(document.words['sources'])}", "")
        for source in document.sources:
            title = _link(source.title, source.url)
            yield f"- \\[{source.number}\\] {_escape(source.text)}: {title}"
        yield ""
    yield _escape(document.citation)


def _table_lines(table: Table, document: Document) -> Iterator[str]:
    if table.heading:
        yield f"### {_escape(table.heading)}"
        yield ""
    yield _row([_escape(column.name) for column in table.columns])
    yield _row(["---:" if column.align == "right" else "---" for column in table.columns])
    for row in table.rows:
        cells = [_cell(cell, document) for cell in row.cells]
        yield _row(cells + [""] * (len(table.columns) - len(cells)))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, document: Document) -> str:
    if cell.link:
        return _link(cell.text, cell.link)
    return _linked(cell.text, document)


def _linked(text: str, document: Document) -> str:
    """Return a text whose numbers of sources lead to their pages."""
    return "".join(
        _link(piece, url) if url else _escape(piece) for piece, url in runs(text, document.pages)
    )


def _link(text: str, url: str) -> str:
    """Return a text that leads to a page; no bracket in it ends it."""
    written = _escape(text).replace("]", r"\]")
    return f"[{written}](<{url}>)"
