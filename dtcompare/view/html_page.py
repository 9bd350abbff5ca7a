"""The sheet as HTML: one small page that needs nothing else, to look at and to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from msgspec.structs import replace

from dtcompare.view.dialect import Dialect, Heading, ItemTemplate
from dtcompare.view.sheet import Cell, Column, Remark, Row, Sheet, Table

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)]")
_NUMBER = re.compile(r"\[(\w+)\]")
_LETTERS = re.compile(r"(?: [a-z]{1,2})+$")

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
:root { color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #16181a; }
  .aside, .muted { color: #b0b4b8; } .good { color: #7fd197; } .bad { color: #ff9a92; }
  .warn { color: #f0b45b; } thead th, thead td, tbody.reference tr:first-child td
  { border-color: #b0b4b8; } tbody.rows tr + tr td { border-color: #43484d; } }
@media screen and (max-width: 40rem) { td { min-width: 4.5rem; } }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } .table { overflow: visible; }
  tr, li { break-inside: avoid; } thead { display: table-header-group; } }
""".strip()


class HtmlPage(Dialect):
    """Writes a sheet as a whole page in the language ``lang``.

    The numbers of sources in cells lead to their pages, letters to the notes. What is to be typed
    is left out.
    """

    gap = "\n"
    title = Heading("<h1>{}</h1>", '<p class="aside">{}</p>', "", "<header>{}</header>")
    heading = Heading("{}", ' <span class="aside">{}</span>', "", "\n<caption>{}</caption>")
    sentences = ItemTemplate("<p>{}</p>", "\n")
    label = "<strong>{}</strong>"
    command = "<code>{}</code>"
    beside = ItemTemplate("{}", "<br>", '<div class="remark"><p>{}</p></div>')
    under = ItemTemplate("<li>{}</li>", "", '<div class="remark"><p>{}</p><ul>{}</ul></div>')
    notes = ItemTemplate(
        '<li id="notes-{2}"><b>{0}</b>{1}</li>', "\n", '<ul class="notes">\n{}\n</ul>'
    )
    source_label = "<p><strong>{}</strong></p>\n"
    sources = ItemTemplate(
        '<li id="sources-{2}"><b>{0}</b>{1}</li>', "\n", '<ul class="sources">\n{}\n</ul>'
    )

    def __init__(self, sheet: Sheet, lang: str) -> None:
        self.citation = sheet.citation
        self.name = sheet.title
        self.lang = lang
        self.pages = {number: f"#sources-{number}" for number, _ in sheet.sources}
        self.pages.update(sheet.pages)
        self.titles = dict(sheet.sources)
        self.letters = {letter for letter, _ in sheet.notes}

    def escape(self, text: str) -> str:
        """Return ``text`` escaped, line ends kept, addresses made links."""
        found: list[str] = []
        end = 0
        for address in _ADDRESS.finditer(text):
            href = escape(address[0])
            before = text[end : address.start()]
            found += [escape(before, quote=False), f'<a href="{href}">{href}</a>']
            end = address.end()
        return "".join([*found, escape(text[end:], quote=False)]).replace("\n", "<br>")

    def write_remark(self, remark: Remark) -> str:
        """Write a remark that says something without its command; nothing of another."""
        return super().write_remark(replace(remark, command="")) if remark.lines else ""

    def write_table(self, table: Table) -> str:
        """Write a table: its caption, its column names, and a group for each kind of rows."""
        caption = self.write_heading(self.heading, table.heading, table.aside)
        lines = ['<div class="table" tabindex="0">', f"<table>{caption}"]
        if any(column.name for column in table.columns):
            names = "".join(map(self._write_name, table.columns))
            lines.append(f"<thead>\n<tr>{names}</tr>\n</thead>")
        for kind, rows in groupby(table.rows, key=lambda row: row.kind):
            write = self._write_row_heading if kind == "heading" else self._write_row
            group = "rows" if kind == "row" else kind
            lines.append(f'<tbody class="{group}">')
            lines += [write(row, table.columns) for row in rows]
            lines.append("</tbody>")
        return "\n".join([*lines, "</table>", "</div>"])

    def _write_name(self, column: Column) -> str:
        if not column.name:
            return "<td></td>"
        return f'<th scope="col"{_classes(column)}>{self.escape(column.name)}</th>'

    def _write_row_heading(self, row: Row, columns: Sequence[Column]) -> str:
        text = " ".join(self.escape(cell.text) for cell in row.cells)
        tone = row.cells[0].tone
        attributes = f' class="{tone}"' if tone else ""
        return f'<tr><th colspan="{len(columns)}"{attributes}>{text}</th></tr>'

    def _write_row(self, row: Row, columns: Sequence[Column]) -> str:
        cells = (*row.cells, *(Cell() for _ in columns[len(row.cells) :]))
        return f"<tr>{''.join(map(self._write_cell, columns, cells))}</tr>"

    def _write_cell(self, column: Column, cell: Cell) -> str:
        text, letters = split_letters(cell.text, self.letters)
        written = _NUMBER.sub(self._link_number, self.escape(text))
        if cell.link:
            written = f'<a href="{escape(cell.link)}">{self.escape(text)}</a>'
        for letter in letters:
            written += f' <a href="#notes-{letter}">{letter}</a>'
        return f"<td{_classes(column, cell.tone)}>{written}</td>"

    def _link_number(self, found: re.Match[str]) -> str:
        number = found[1]
        if number not in self.pages:
            return found[0]
        title = escape(self.titles.get(number, ""))
        return f'<a href="{escape(self.pages[number])}" title="{title}">{found[0]}</a>'

    def join(self, title: str, body: Iterable[str], foot: Iterable[str]) -> str:
        """Return the parts as a page."""
        lines = [title, "<main>", *body, "</main>"]
        footer = list(foot)
        if self.citation:
            footer.append(f'<p class="aside">{self.escape(self.citation)}</p>')
        if footer:
            lines += ["<footer>", *footer, "</footer>"]
        content = "\n".join(lines)
        return (
            "<!doctype html>\n"
            f'<html lang="{escape(self.lang)}">\n'
            "<head>\n"
            '<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(self.name, quote=False)}</title>\n"
            f"<style>\n{_STYLE}\n</style>\n"
            "</head>\n"
            f"<body>\n{content}\n</body>\n"
            "</html>\n"
        )


def split_letters(text: str, letters: set[str]) -> tuple[str, list[str]]:
    """Return a text without the letters of notes behind it, and these; as it is without any.

    >>> split_letters("Oct 2025 a b", {"a", "b"})
    ('Oct 2025', ['a', 'b'])
    """
    tail = _LETTERS.search(text)
    marks = tail[0].split() if tail else []
    if tail is None or not letters.issuperset(marks):
        return text, []
    return text[: tail.start()], marks


def _classes(column: Column, tone: str = "") -> str:
    """Return the class attribute of a cell; nothing where there is no class."""
    classes = " ".join(filter(None, ("number" if column.align == "right" else "", tone)))
    return f' class="{classes}"' if classes else ""
