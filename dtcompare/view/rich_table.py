"""The terminal format: rules, tones and bars in the width there is, drawn by Rich."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console as Canvas
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from dtcompare.view.console import Console
from dtcompare.view.layout import GAP, Layout, fold, items, lay_out
from dtcompare.view.plain import text_width
from dtcompare.view.sheet import Bar, BarKind, Cell, Column, Remark, Row, Sheet, Table, Tone

_BLOCKS_BELOW = 50  # narrower, and each row becomes a block
_INSET = "  "

_TONES = {
    "": "",
    "good": "green",
    "bad": "red",
    "warn": "yellow",
    "muted": "dim",
    "strong": "bold",
}
_BAR_STYLE = "cyan"
_COMMAND_STYLE = "cyan"

# What a bar is made of and how it ends: the kinds differ without colour.
_BARS = {
    "exact": ("█", "█"),
    "about": ("▒", "▒"),
    "nearly": ("▒", "▌"),
    "over": ("█", "›"),
    "under": ("█", "░"),
    "other": ("░", "░"),
}
_DUMB_BARS = {
    "exact": ("#", "#"),
    "about": ("=", "="),
    "nearly": ("=", "|"),
    "over": ("#", ">"),
    "under": ("#", "-"),
    "other": ("-", "-"),
}
_PADDING = re.compile(r" (?: |\x1b\[[\d;]*m)*$", re.MULTILINE)
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def render_table(sheet: Sheet, console: Console) -> str:
    """Return the sheet laid out in ``console.width``; without colour, not one escape code."""
    canvas = Canvas(
        file=io.StringIO(),
        width=console.width + GAP,  # the gap after the last column is drawn, then stripped
        height=console.height,
        force_terminal=console.color,
        force_jupyter=False,
        color_system="standard" if console.color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    with canvas.capture() as captured:
        for item in _Page(sheet, console).items():
            canvas.print(item, no_wrap=True, overflow="ignore", crop=False)
    return _PADDING.sub(lambda found: found[0].replace(" ", ""), captured.get())


def bar_text(bar: Bar, width: int, *, unicode: bool = True) -> str:
    """Draw ``bar``, the longest in ``width`` columns, an exact one to the eighth of a column.

    >>> bar_text(Bar(0.53), 4), bar_text(Bar(0.53, "about"), 4), bar_text(Bar(1, "under"), 4)
    ('██▏', '▒▒', '███░')
    """
    length = max(0.0, min(1.0, bar.share)) * width
    if not length:
        return ""
    if bar.before:  # the end at 0 stands in one column in every row
        start = round(bar.before * width)
        whole = max(1, round((bar.before + bar.share) * width) - start)
        return " " * start + _solid(bar.kind, whole, unicode=unicode)
    if unicode and bar.kind == "exact":
        whole, eighths = divmod(max(1, round(length * 8)), 8)
        return "█" * whole + _EIGHTHS[eighths]
    return _solid(bar.kind, max(1, round(length)), unicode=unicode)


def _solid(kind: BarKind, count: int, *, unicode: bool) -> str:
    """Return a bar of so many whole signs."""
    body, end = (_BARS if unicode else _DUMB_BARS)[kind]
    return body * (count - 1) + end


class _Page:
    """Lays a sheet out for one console."""

    def __init__(self, sheet: Sheet, console: Console) -> None:
        self.sheet = sheet
        self.console = console
        self.width = console.width
        self.layouts = self._layouts()

    def _layouts(self) -> dict[tuple[Column, ...], Layout | None]:
        """Return a layout for each set of columns, so that tables of the same columns line up."""
        rows: dict[tuple[Column, ...], list[Row]] = {}
        for part in self.sheet.parts:
            if isinstance(part, Table):
                rows.setdefault(part.columns, []).extend(part.rows)
        if self.width < _BLOCKS_BELOW:
            return dict.fromkeys(rows)
        return {
            columns: lay_out(columns, found, self.width - _indent(columns))
            for columns, found in rows.items()
        }

    def items(self) -> Iterator[RenderableType]:
        """Yield everything to print, in order; an empty text is an empty line."""
        sheet = self.sheet
        yield from self._beside(sheet.title, sheet.aside)
        for sentence in sheet.sentences:
            yield Text(fold(sentence.split(), self.width))
        before: Table | Remark | None = None
        for part in sheet.parts:
            if not (_is_line(before) and _is_line(part)):
                yield Text()
            if isinstance(part, Remark):
                yield from self._remark(part)
            else:
                yield from self._table(part, before)
            before = part
        yield from self._notes()
        yield from self._sources()
        if sheet.foot:
            yield Text()
        for line in sheet.foot:
            yield Text(fold(line.split(), self.width), "dim")

    def _beside(self, text: str, aside: str) -> Iterator[Text]:
        """Yield ``text`` at the left, ``aside`` at the right, or under it where both do not fit."""
        space = self.width - text_width(text) - text_width(aside)
        if text and aside and space >= GAP:
            yield Text.assemble((text, "bold"), " " * space, (aside, "dim"))
            return
        if text:
            yield Text(fold(text.split(), self.width), "bold")
        if aside:
            yield Text(fold(aside.split(), self.width), "dim")

    # Tables

    def _table(self, table: Table, before: Table | Remark | None) -> Iterator[RenderableType]:
        """Yield the table; its columns are not named again right after a table with the same."""
        yield from self._beside(table.heading, table.aside)
        columns, layout = table.columns, self.layouts[table.columns]
        if layout is None:
            yield from self._blocks(table)
            return
        if _is_named(columns):
            if not (isinstance(before, Table) and before.columns == columns):
                names = Row(tuple(Cell(column.name) for column in columns))
                yield self._grid(columns, [names], layout)
            yield self._rule()
        for kind, rows in groupby(table.rows, key=lambda row: row.kind):
            if kind == "heading":
                yield from map(self._heading, rows)
                continue
            if kind == "reference":
                yield self._rule()
            yield self._grid(columns, list(rows), layout)

    def _rule(self) -> Text:
        return Text(("─" if self.console.unicode else "-") * self.width, "dim")

    def _heading(self, row: Row) -> Text:
        """Return a text over the whole row: bold, unless it has a tone of its own."""
        text = " ".join(cell.text for cell in row.cells)
        return Text(fold(text.split(), self.width), _TONES[row.cells[0].tone] or "bold")

    def _grid(self, columns: Sequence[Column], rows: Sequence[Row], layout: Layout) -> Padding:
        """Return rows under each other, without a line of their own."""
        grid = Grid.grid(padding=(0, GAP, 0, 0), pad_edge=True)
        for i, column in enumerate(columns):
            is_edge = i == len(columns) - 1 and not column.name and _is_named(columns)
            grid.add_column(
                width=max(layout.widths[i], _widest_word(rows, i)),
                justify="right" if is_edge else column.align,
                overflow="fold",
            )
            if layout.bar and i in layout.barred:
                grid.add_column(width=layout.bar, no_wrap=True)
        for row in rows:
            grid.add_row(*self._cells(row, columns, layout))
        return Padding(grid, (0, 0, 0, _indent(columns)))

    def _cells(
        self, row: Row, columns: Sequence[Column], layout: Layout
    ) -> Iterator[RenderableType]:
        for i in range(len(columns)):
            cell = row.cells[i] if i < len(row.cells) else Cell()
            yield Text(cell.text, _TONES[cell.tone])
            if layout.bar and i in layout.barred:
                yield self._bar(cell.bar, layout.bar)

    def _bar(self, bar: Bar | None, width: int) -> Text:
        if bar is None:
            return Text()
        style = "dim" if bar.kind == "other" else _BAR_STYLE
        return Text(bar_text(bar, width, unicode=self.console.unicode), style)

    # Rows as blocks

    def _blocks(self, table: Table) -> Iterator[Text]:
        """Yield each row as lines of its own: what it is about, then each column with its name."""
        if table.heading or table.aside:
            yield self._rule()
        for i, row in enumerate(table.rows):
            if i and table.rows[i - 1].kind != "heading":
                yield Text()
            if row.kind == "heading":
                yield self._heading(row)
            else:
                yield from self._block(row, table.columns)

    def _block(self, row: Row, columns: Sequence[Column]) -> Iterator[Text]:
        found = [(c, cell) for c, cell in zip(columns, row.cells, strict=False) if cell.text]
        if not found:
            return
        # A place or a year says too little by itself: the next text stands beside it.
        subjects = 2 if _is_named(columns) and not found[0][1].text[0].isalpha() else 1
        yield Text(fold([f" {cell.text}" for _, cell in found[:subjects]], self.width), "bold")
        lines: list[tuple[list[str], Tone]] = []
        for column, cell in found[subjects:]:
            if column.name or not lines:
                label = f"{column.name}:".split() if column.name else []
                lines.append(([*label, *items(cell.text)], cell.tone))
            else:
                lines[-1][0].append(f" {cell.text}")
        for pieces, tone in lines:
            yield Text(fold(pieces, self.width, rest=_INSET), _TONES[tone])

    # Under the tables

    def _remark(self, remark: Remark) -> Iterator[Text]:
        """Yield the label with a single text or command beside it, or with the texts under it."""
        label, lines, command = remark.label, remark.lines, remark.command
        if command and not lines and text_width(f"{label}: {command}") <= self.width:
            yield Text.assemble((f"{label}:", "bold"), " ", (command, _COMMAND_STYLE))
            return
        beside, lines = (lines, ()) if len(lines) == 1 else ((), lines)
        pieces = [f"{label}:", *items(beside[0])] if beside else [label]
        text = Text(fold(pieces, self.width, rest=_INSET if lines else ""))
        text.stylize("bold", 0, len(label) + len(beside))
        yield text
        for line in lines:
            yield Text(fold(items(line), self.width, _INSET, _INSET * 2))
        if command:
            yield Text.assemble(_INSET, (command, _COMMAND_STYLE))

    def _notes(self) -> Iterator[Text]:
        """Yield the notes, each behind its letter."""
        if self.sheet.notes:
            yield Text()
        for letter, text in self.sheet.notes:
            start = f"{letter}  "
            yield Text(fold(text.split(), self.width, start, " " * len(start)))

    def _sources(self) -> Iterator[Text]:
        """Yield the sources, run on, two spaces apart; those with addresses each on a line."""
        sources = self.sheet.sources
        if not sources:
            return
        yield Text()
        label = f"{self.sheet.source_label}:" if self.sheet.source_label else ""
        if any("://" in text for _, text in sources):
            if label:
                yield Text(label)
            for number, text in sources:
                start = f"[{number}] "
                yield Text(fold(text.split(), self.width, start, " " * len(start)))
            return
        pieces = [label] if label else []
        for number, text in sources:
            first, *others = text.split() or [""]
            # A number does not stand at the end of a line, away from its source.
            pieces += [f"{' ' if len(pieces) > 1 else ''}[{number}] {first}", *others]
        yield Text(fold(pieces, self.width))


def _is_line(part: Table | Remark | None) -> bool:
    """Tell whether ``part`` is a remark of one line, however often it is folded."""
    return isinstance(part, Remark) and len(part.lines) + bool(part.command) < 2


def _is_named(columns: Sequence[Column]) -> bool:
    return any(column.name for column in columns)


def _widest_word(rows: Sequence[Row], column: int) -> int:
    """Return how wide the terminal shows the widest word; it may know more letters than Python."""
    words = set()
    for row in rows:
        if column < len(row.cells) and not row.cells[column].text.isascii():
            words.update(row.cells[column].text.split())
    return max(map(cell_len, words), default=0)


def _indent(columns: Sequence[Column]) -> int:
    """Return how far a table is set in: one without names stands under its heading like a list."""
    return 0 if _is_named(columns) else len(_INSET)
