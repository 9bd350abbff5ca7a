"""Write tables as XLSX by openpyxl: numbers as numbers, links to pages, a sheet on the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from textwrap import wrap
from typing import Any

from msgspec import Struct

from dtcompare.errors import WrongUsage
from dtcompare.view.archives import repacked
from dtcompare.view.citations import citation
from dtcompare.view.people_table import PeopleCell, PeopleTable
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Remark, Sheet

try:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties
except ImportError as error:
    raise WrongUsage("error.no-library", extra="office") from error

_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 (a file of the same data has the same bytes)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # which XML does not allow
_WIDEST = 60  # letters of a column
_PAGE = 180  # letters of a printed page
_LINE = 15  # points of a line
_WITH_LINK = 3  # a line of the second sheet with so many texts ends in an address


class Colophon(Struct, frozen=True):
    """What the second sheet says: lines of text, notes, the sources with their addresses."""

    title: str
    lines: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str, str], ...]
    citation: str

    @classmethod
    def of_sheet(cls, sheet: Sheet) -> Colophon:
        """Return what a result says around its tables."""
        lines = [sheet.title, sheet.aside, *sheet.sentences]
        remarks = [part for part in sheet.parts if isinstance(part, Remark) and part.lines]
        lines += [f"{remark.label}: {'; '.join(remark.lines)}" for remark in remarks]
        sources = [(f"[{number}]", text, sheet.pages[number]) for number, text in sheet.sources]
        return cls(sheet.title, tuple(lines), sheet.notes, tuple(sources), sheet.citation)

    @classmethod
    def of_dataset(cls, phrases: Phrases) -> Colophon:
        """Return the name of the data set and every page of it, each address once."""
        title = phrases.dataset.about.name.say(phrases.lang)
        pages = {source.url: source for source in phrases.dataset.sources.values()}
        sources = [
            (
                str(number),
                f"{phrases.source(source, translation=True)}: {source.title}",
                source.url,
            )
            for number, source in enumerate(pages.values(), start=1)
        ]
        return cls(title, (title,), (), tuple(sources), citation(phrases))


def write_xlsx(
    table: PeopleTable, about: Colophon, phrases: Phrases, headings: Sequence[Sequence[str]] = ()
) -> bytes:
    """Return a workbook: the table under a frozen heading row, and what is to be known of it.

    ``headings`` are more rows below the names of the columns, frozen with them.
    """
    book = Workbook()
    book.properties.title, book.properties.creator = about.title, "dtcompare"
    book.properties.created = _DAY
    data = book.active
    data.title = phrases.say("office.sheet.data")
    for row, texts in enumerate((table.heads, *headings), start=1):
        for column, text in enumerate(texts, start=1):
            _write_text(data.cell(row, column), text)
    for row, cells in enumerate(table.rows, start=2 + len(headings)):
        for column, cell in enumerate(cells, start=1):
            _write_cell(data.cell(row, column), cell)
    _dress(data, table, len(headings))
    _write_about(book.create_sheet(phrases.say("office.sheet.sources")), about)
    made = BytesIO()
    book.save(made)
    return repacked(made.getvalue())


def _write_cell(target: Any, cell: PeopleCell) -> None:
    """Write a number with its unit in its format, or a text, never a formula."""
    if isinstance(cell.value, str):
        _write_text(target, cell.value)
    elif cell.value is not None:
        target.value = cell.value
        target.number_format = number_format(cell.value, cell.symbol, cell.hedged)
    if cell.link:
        _link(target, cell.link)


def number_format(number: Decimal | int, symbol: str = "", hedged: str = "{number}") -> str:
    """Return the format of a number with its decimals, its unit, and what hedges it around both.

    >>> number_format(Decimal("97.40"), "%", "≈ {number}")
    '"≈ "#,##0.00"%"'
    """
    decimals = max(0, -int(Decimal(number).as_tuple().exponent))
    before, _, behind = hedged.partition("{number}")
    if symbol:
        gap = "" if symbol == "%" else " "
        behind = f"{gap}{symbol.replace(chr(34), '')}{behind}"
    digits = f"#,##0.{'0' * decimals}".removesuffix(".")
    return "".join(
        f'"{text}"' if text not in ("", digits) else text for text in (before, digits, behind)
    )


def _write_text(target: Any, text: str) -> None:
    """Write a text, which is never taken for a formula, without signs that XML forbids."""
    target.value = _CONTROLS.sub("", text)
    target.data_type = "s"


def _link(target: Any, url: str) -> None:
    target.hyperlink = url
    target.font = Font(color="084A91", underline="single")


def _dress(data: Any, table: PeopleTable, more: int) -> None:
    """Freeze the heading rows, let columns be filtered, and make them as wide as their texts.

    On paper the headings stand on every page, and no page is narrower than the columns need.
    """
    top, whole = 1 + more, 0
    for at, head in enumerate(table.heads):
        texts = [str(row[at].value) for row in table.rows if row[at].value is not None]
        longest = max(map(len, texts), default=0)
        width = min(max(longest, *map(len, head.split() or [""])), _WIDEST) + 3
        data.column_dimensions[get_column_letter(at + 1)].width = width
        whole += width
    for row in data.iter_rows(min_row=1, max_row=top):
        for cell in row:
            cell.font = Font(bold=True)
        _fold(data, row)
    data.freeze_panes = data.cell(top + 1, 1)
    data.print_title_rows = f"1:{top}"
    if not more:
        data.auto_filter.ref = data.dimensions
    _set_paper(data, ceil(whole / _PAGE))


def _fold(sheet: Any, row: Sequence[Any]) -> None:
    """Fold the texts of a row into their columns, and make it as tall as the longest of them."""
    lines = 1
    for cell in row:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        width = int(sheet.column_dimensions[cell.column_letter].width) - 3
        lines = max(lines, len(wrap(str(cell.value or ""), width)))
    sheet.row_dimensions[row[0].row].height = lines * _LINE


def _set_paper(sheet: Any, pages: int = 1) -> None:
    """Print a sheet on A4, so many pages abreast and as many below each other as it needs."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write_about(target: Any, about: Colophon) -> None:
    """Write the sheet on the sources and how the data are cited."""
    lines = [*_lines(about), *about.sources, (), ("", about.citation)]
    for row, texts in enumerate(lines, start=1):
        for column, text in enumerate(texts, start=1):
            _write_text(target.cell(row, column), text)
        if len(texts) == _WITH_LINK:
            _link(target.cell(row, _WITH_LINK), texts[-1])
    target.column_dimensions["A"].width = 6
    target.column_dimensions["B"].width = 90
    target.column_dimensions["C"].width = 90
    target["B1"].font = Font(bold=True)
    _set_paper(target)
    for row in target.iter_rows(max_col=2):  # an address stays on one line
        _fold(target, row)


def _lines(about: Colophon) -> Iterable[tuple[str, ...]]:
    """Yield the texts above the sources, the letters of notes in the first column."""
    yield from (("", line) for line in about.lines if line)
    yield ()
    yield from about.notes
    yield ()
