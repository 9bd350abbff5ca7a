"""The HTML face: one small page that needs nothing else, to look at and to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from dtcompare.view.console import Console
from dtcompare.view.sheet import Cell, Column, Remark, Rendering, Row, Sheet, Table

__all__ = ["render"]

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)]")
_NUMBER = re.compile(r"\[(\w+)\]")

_STYLE = """
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline;
  gap: 0 2rem; }
header p { margin: 0; }
h1 { margin: 0; font-size: 1.4rem; line-height: 1.25; }
.aside { color: #555; font-weight: normal; }
.table { margin: 1.5rem 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .3rem; font-weight: bold; text-align: left; }
caption .aside { float: right; }
th, td { padding: .25rem .9rem .25rem 0; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th, thead td { border-bottom: 1px solid #1a1a1a; vertical-align: bottom; }
tbody.rows tr + tr td { border-top: 1px solid #e4e4e4; }
tbody.reference tr:first-child td { border-top: 1px solid #1a1a1a; }
.number { text-align: right; white-space: nowrap; }
.good { color: #17692f; } .bad { color: #a8201a; } .warn { color: #8a5300; }
.muted { color: #555; font-weight: normal; } .strong { font-weight: bold; }
code { font: .95em ui-monospace, Consolas, monospace; background: #f2f2f2; padding: 0 .25rem; }
.remark p, .remark ul { margin: 0 0 .5rem; }
.notes, .sources { padding-left: 0; list-style: none; font-size: .9em; }
.notes li, .sources li { padding-left: 2.2rem; text-indent: -2.2rem; overflow-wrap: anywhere; }
.notes b, .sources b { display: inline-block; width: 2.2rem; text-indent: 0; font-weight: normal; }
a { color: inherit; text-decoration-color: #aaa; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } .table { overflow: visible; }
  tr, li { break-inside: avoid; } thead { display: table-header-group; } }
""".strip()


def render(rendering: Rendering, _format: str, _console: Console) -> str:
    """The sheet as a whole page, in the language of the face."""
    sheet = rendering.sheet
    parts = "\n".join(_Page(sheet).parts())
    return (
        "<!doctype html>\n"
        f'<html lang="{escape(rendering.lang)}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_plain(sheet.title)}</title>\n"
        f"<style>\n{_STYLE}\n</style>\n"
        "</head>\n"
        f"<body>\n{parts}\n</body>\n"
        "</html>\n"
    )


class _Page:
    """A sheet being written as HTML; knows its sources, which numbers in cells lead to."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.numbers = {number for number, _ in sheet.sources}

    def parts(self) -> Iterator[str]:
        """Header, sentences, tables, remarks, notes and sources, a piece each."""
        sheet = self.sheet
        aside = f'<p class="aside">{_text(sheet.aside)}</p>' if sheet.aside else ""
        yield f"<header><h1>{_text(sheet.title)}</h1>{aside}</header>"
        yield "<main>"
        for sentence in sheet.sentences:
            yield f"<p>{_text(sentence)}</p>"
        for part in sheet.parts:
            yield _remark(part) if isinstance(part, Remark) else "\n".join(self._table(part))
        yield "</main>"
        if sheet.notes or sheet.sources:
            yield "<footer>"
            yield from _listed("notes", ((letter, letter, text) for letter, text in sheet.notes))
            if sheet.sources and sheet.source_label:
                yield f"<p><strong>{_text(sheet.source_label)}</strong></p>"
            yield from _listed("sources", ((n, f"[{n}]", text) for n, text in sheet.sources))
            yield "</footer>"

    def _table(self, table: Table) -> Iterator[str]:
        yield '<div class="table">'
        yield "<table>"
        if table.heading or table.aside:
            aside = f' <span class="aside">{_text(table.aside)}</span>' if table.aside else ""
            yield f"<caption>{_text(table.heading)}{aside}</caption>"
        if any(column.name for column in table.columns):
            names = "".join(
                f'<th scope="col"{_classes(column)}>{_text(column.name)}</th>'
                if column.name
                else "<td></td>"
                for column in table.columns
            )
            yield f"<thead>\n<tr>{names}</tr>\n</thead>"
        for kind, rows in groupby(table.rows, key=lambda row: row.kind):
            yield f'<tbody class="{_GROUPS[kind]}">'
            for row in rows:
                yield self._heading(row, table) if kind == "heading" else self._row(row, table)
            yield "</tbody>"
        yield "</table>"
        yield "</div>"

    def _heading(self, row: Row, table: Table) -> str:
        text = " ".join(_text(cell.text) for cell in row.cells)
        tone = row.cells[0].tone
        attributes = f' class="{tone}"' if tone else ""
        return f'<tr><th colspan="{len(table.columns)}"{attributes}>{text}</th></tr>'

    def _row(self, row: Row, table: Table) -> str:
        cells = (*row.cells, *(Cell() for _ in table.columns[len(row.cells) :]))
        found = zip(table.columns, cells, strict=True)
        return "<tr>" + "".join(self._cell(column, cell) for column, cell in found) + "</tr>"

    def _cell(self, column: Column, cell: Cell) -> str:
        return f"<td{_classes(column, cell.tone)}>{self._linked(_text(cell.text))}</td>"

    def _linked(self, text: str) -> str:
        """``text`` with the numbers of sources leading to them."""
        return _NUMBER.sub(self._link, text)

    def _link(self, found: re.Match[str]) -> str:
        number = found[1]
        if number not in self.numbers:
            return found[0]
        return f'<a href="#sources-{number}">{found[0]}</a>'


_GROUPS = {"row": "rows", "heading": "heading", "reference": "reference"}


def _classes(column: Column, tone: str = "") -> str:
    """The class attribute of a cell; nothing where there is no class."""
    classes = " ".join(filter(None, ("number" if column.align == "right" else "", tone)))
    return f' class="{classes}"' if classes else ""


def _text(text: str) -> str:
    """``text`` escaped, line ends kept, addresses made links."""
    found: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        href = escape(address[0])
        found += [_plain(text[end : address.start()]), f'<a href="{href}">{href}</a>']
        end = address.end()
    return "".join([*found, _plain(text[end:])]).replace("\n", "<br>")


def _plain(text: str) -> str:
    return escape(text, quote=False)


def _remark(remark: Remark) -> str:
    """The label with a single text or command beside it, or with the texts in a list."""
    texts = [_text(line) for line in remark.lines]
    command = f"<code>{_plain(remark.command)}</code>" if remark.command else ""
    label = f"<strong>{_text(remark.label)}</strong>" if remark.label else ""
    if len(texts) > 1:
        items = "".join(f"<li>{text}</li>" for text in [*texts, *filter(None, [command])])
        return f'<div class="remark"><p>{label}</p><ul>{items}</ul></div>'
    beside = "<br>".join(filter(None, [*texts, command]))
    return f'<div class="remark"><p>{": ".join(filter(None, [label, beside]))}</p></div>'


def _listed(name: str, found: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """A list of (id, mark, text); nothing where there is none."""
    lines = [
        f'<li id="{name}-{escape(id)}"><b>{escape(mark)}</b>{_text(text)}</li>'
        for id, mark, text in found
    ]
    if lines:
        yield f'<ul class="{name}">\n' + "\n".join(lines) + "\n</ul>"
