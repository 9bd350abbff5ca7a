"""Tables declared by their columns: a head, what stands in a cell, and the pages behind a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Generic, Literal, Self, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes, citation
from dtcompare.view.figures import flat
from dtcompare.view.phrases import Phrases
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import (
    Cell,
    Column,
    Records,
    Remark,
    Row,
    Sheet,
    Table,
    Tone,
    without_empty,
)

Item = TypeVar("Item")
_NAMED = 2  # publishers that a short answer names; more are counted by their pages


class DataColumn(Struct, Generic[Item], frozen=True, eq=False):
    """A column of a table of items: its head and the text of an item.

    ``head`` is words, or their key (column....). ``text`` may give a cell of its own; ``tone`` is
    that of plain texts. ``early``: its notes have their letters before those of the columns to its
    left.
    """

    head: str
    text: Callable[[Item], str | Cell]
    align: Literal["left", "right"] = "left"
    tone: Tone = ""
    early: bool = False

    def cell(self, item: Item) -> Cell:
        """Return what stands in the column for an item."""
        found = self.text(item)
        return found if isinstance(found, Cell) else Cell(found, self.tone)


class SheetWriter:
    """Lays a result out: keeps the notes and pages, which are numbered as they are met.

    ``brief``: for a short answer, which has neither marks nor lists of them, and says at its foot
    how many there are. What else it leaves out is told to ``leave_out``.
    """

    def __init__(self, phrases: Phrases, citations: Citations, notes: Notes | None = None) -> None:
        self.phrases = phrases
        self.citations = citations
        self.brief = citations.brief
        self.notes = notes or Notes(mute=self.brief)
        self._left_out: list[str] = []
        self._behind: set[str] = set()

    def scratch(self) -> Self:
        """Return a writer of the same kind that tries what fits: its notes and pages count not."""
        return type(self)(self.phrases, Citations(self.phrases, brief=True))

    def leave_out(self, text: str) -> None:
        """Name at the foot what only the full answer holds: "Targets without a figure (5)"."""
        self._left_out.append(text)

    def leave_out_some(self, key: str, count: int) -> None:
        """Count at the foot, in the words of ``key``, what only the full answer holds, if any."""
        if count > 0:
            self.leave_out(self.phrases.say(key, n=count))

    def stand_behind(self, keys: Iterable[str]) -> None:
        """Say which pages stand behind the table of a short answer, not only behind the rest."""
        self._behind.update(self.phrases.dataset.sources[key].url for key in keys)

    def cut(
        self, items: Sequence[Item], most: int, key: str = "brief.cut", **facts: str
    ) -> Sequence[Item]:
        """Return the items; a short answer has the first ``most`` and the others at the foot.

        ``key`` are the words for those, with ``facts`` besides their number.
        """
        if not self.brief or len(items) <= most:
            return items
        self.leave_out(self.phrases.say(key, n=len(items) - most, **facts))
        return items[:most]

    def fit(
        self, table: Table, texts: Iterable[str], key: str = "brief.cut", **facts: str
    ) -> Table:
        """Return the table; a short answer has the rows that a screen holds under ``texts``."""
        most = rows_that_fit(table, texts) if self.brief else len(table.rows)
        return replace(table, rows=tuple(self.cut(table.rows, most, key, **facts)))

    def full_remark(self, label: str, *lines: str) -> Iterator[Remark]:
        """Yield a remark of the full answer; a short one has its label at the foot."""
        if self.brief:
            self.leave_out(label)
        else:
            yield Remark(label, lines)

    def table(
        self,
        items: Iterable[Item],
        columns: Sequence[DataColumn[Item]],
        heading: str = "",
        *,
        pages: Callable[[Item], Iterable[str]] | None = None,
        more: Sequence[Row] = (),
    ) -> Table:
        """Return a table with a row an item; ``pages`` are cited in a nameless last column.

        A short answer has no such column. ``heading`` is a key; ``more`` are rows below.
        """
        in_turn = sorted(columns, key=lambda column: not column.early)
        rows = []
        for item in items:
            made = {column: column.cell(item) for column in in_turn}
            cells = [made[column] for column in columns]
            cited = self.cited(pages(item)) if pages is not None else None
            if cited is not None and not self.brief:
                cells.append(cited)
            rows.append(Row(tuple(cells)))
        heads = [Column(self._head(column.head), column.align) for column in columns]
        if pages is not None and not self.brief:
            heads.append(Column(""))
        return Table(tuple(heads), (*rows, *more), self.phrases.say(heading) if heading else "")

    def full_table(
        self,
        items: Iterable[Item],
        columns: Sequence[DataColumn[Item]],
        heading: str = "",
        *,
        pages: Callable[[Item], Iterable[str]] | None = None,
    ) -> Table:
        """Return the same without the columns in which nothing stands."""
        return without_empty(self.table(items, columns, heading, pages=pages))

    def _head(self, head: str) -> str:
        by_key = head.startswith(("column.", "diff.column."))
        return capital(self.phrases.say(head)) if by_key else head

    def sheet(
        self, title: str, as_of: date, sentences: Iterable[str], parts: Iterable[Table | Remark]
    ) -> Sheet:
        """Return the whole sheet. ``parts`` are made before notes and pages are listed."""
        parts = tuple(parts)
        return Sheet(
            title=title,
            aside=self.phrases.data_to(as_of),
            sentences=tuple(sentences),
            parts=parts,
            notes=self.notes.lettered(),
            sources=() if self.brief else self.citations.numbered(),
            source_label=self.phrases.say("sources"),
            foot=tuple(self._foot()) if self.brief else (),
            pages=self.citations.addresses(),
            citation=citation(self.phrases),
        )

    def _foot(self) -> Iterator[str]:
        """Yield the source, where one or two stand behind the table, then what is left out."""
        say, pages = self.phrases.say, self.citations.pages()
        behind = [page for page in pages if page.url in self._behind] or pages
        publishers = Counter(page.publisher for page in behind)
        if len(publishers) > _NAMED:
            behind = []
        elif len(behind) > _NAMED:
            named = [say("brief.publisher", name=name, n=n) for name, n in publishers.items()]
            yield say("brief.source", text="; ".join(named))
        elif behind:
            texts = dict.fromkeys(map(self.phrases.source, behind))
            yield say("brief.source", text="; ".join(texts))
        counts = []
        if self.notes.count:
            counts.append(say("brief.notes", n=self.notes.count))
        if len(pages) > len(behind):
            counts.append(say("brief.pages", n=len(pages)))
        told = filter(None, (capital(", ".join(self._left_out)), ", ".join(counts)))
        if text := ". ".join(told):
            yield say("brief.full", text=text)

    def province_column(
        self, province: Callable[[Item], str], day: date | None = None
    ) -> DataColumn[Item]:
        """Return the column of the names of provinces, those they bear on ``day`` where given."""
        heading = self.phrases.dataset.about.heading.say(self.phrases.lang)
        return DataColumn(
            heading, lambda item: self.phrases.province(province(item), day), tone="strong"
        )

    def indicator_column(self, indicator: Callable[[Item], str]) -> DataColumn[Item]:
        """Return the column of the names of indicators."""
        return DataColumn("column.indicator", lambda item: self.phrases.indicator(indicator(item)))

    def noted(self, text: str, *notes: str | None) -> str:
        """Return a text with the letters of its notes."""
        return f"{text} {self.notes.mark(*notes)}".rstrip()

    def cited(self, keys: Iterable[str]) -> Cell:
        """Return a cell with the marks of pages."""
        return Cell(self.citations.cite(keys), "muted")


def records(columns: str, rows: Iterable[Mapping[str, object]]) -> Records:
    """Return rows of a document as records under ``columns``, names parted by spaces."""
    return Records(tuple(columns.split()), [flat(row) for row in rows])
