"""How a sheet is written as text: one walk over its parts, and a dialect for each format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dtcompare.view.sheet import Remark, Sheet, Table


def one_line(text: str) -> str:
    """Return ``text`` without line ends."""
    return text.replace("\n", " ")


class Heading(NamedTuple):
    """How a title is written, what stands at its right, what is between them and around both."""

    text: str
    aside: str
    between: str
    whole: str = "{}"


class ItemTemplate(NamedTuple):
    """How an item of a list is written, what is between items, and around them all."""

    item: str
    between: str
    whole: str = "{}"


class Dialect(ABC):
    """Writes a sheet in one format by templates; here those of a text without marks.

    The list of a remark is put into its template behind the label; a note is its letter and text, a
    source its number in brackets, its text and the bare number.
    """

    gap = "\n\n"  # between the parts
    title = Heading("{}", "{}", "  ")
    heading = title
    sentences = ItemTemplate("{}", "\n")
    label = "{}"
    command = "{}"
    beside = ItemTemplate("{}", "\n")  # what stands beside the label of a remark
    under = ItemTemplate("{}", "\n", "{}\n{}")  # what stands under it
    notes = ItemTemplate("{}  {}", "\n")
    source_label = "{}\n\n"
    sources = ItemTemplate("{} {}", "\n")

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs meaning themselves."""
        return one_line(text)

    def escape_line(self, text: str) -> str:
        """Return ``text`` for the start of a line."""
        return self.escape(text)

    def write_command(self, text: str) -> str:
        """Write something to type."""
        return self.command.format(self.escape(text))

    @abstractmethod
    def write_table(self, table: Table) -> str:
        """Write a table with its heading."""

    def write(self, sheet: Sheet) -> str:
        """Write a whole sheet: title, sentences, tables and remarks, notes and sources."""
        title = self.write_heading(self.title, sheet.title, sheet.aside)
        return self.join(title, filter(None, self._body(sheet)), filter(None, self._foot(sheet)))

    def join(self, title: str, body: Iterable[str], foot: Iterable[str]) -> str:
        """Return the parts of a sheet as the whole text."""
        return self.gap.join((title, *body, *foot)) + "\n"

    def _body(self, sheet: Sheet) -> Iterator[str]:
        item, between, _ = self.sentences
        yield between.join(item.format(self.escape_line(text)) for text in sheet.sentences)
        for part in sheet.parts:
            if isinstance(part, Remark):
                yield self.write_remark(part)
            else:
                yield self.write_table(part)

    def _foot(self, sheet: Sheet) -> Iterator[str]:
        if sheet.notes:
            yield self._list(self.notes, [(letter, text, letter) for letter, text in sheet.notes])
        if sheet.sources:
            label = sheet.source_label and self.source_label.format(self.escape(sheet.source_label))
            marked = [(f"[{number}]", text, number) for number, text in sheet.sources]
            yield label + self._list(self.sources, marked)
        item, between, _ = self.sentences
        yield between.join(item.format(self.escape_line(text)) for text in sheet.foot)

    def _list(self, listing: ItemTemplate, marked: Iterable[tuple[str, str, str]]) -> str:
        items = [listing.item.format(*map(self.escape, texts)) for texts in marked]
        return listing.whole.format(listing.between.join(items))

    def write_heading(self, form: Heading, text: str, aside: str) -> str:
        """Write a title or heading and what stands at its right; nothing where both are empty."""
        pieces = [form.text.format(self.escape(text))] if text else []
        if aside:
            pieces.append(form.aside.format(self.escape(aside)))
        return form.whole.format(form.between.join(pieces)) if pieces else ""

    def write_remark(self, remark: Remark) -> str:
        """Write the label with a single text or command beside it, or with the texts under it."""
        is_list = len(remark.lines) > 1
        escape = self.escape_line if is_list else self.escape
        texts = [escape(line) for line in remark.lines]
        if remark.command:
            texts.append(self.write_command(remark.command))
        label = self.label.format(self.escape(remark.label))
        form = self.under if is_list else self.beside
        items = form.between.join(form.item.format(text) for text in texts)
        if is_list:
            return form.whole.format(label, items)
        return form.whole.format(f"{label}: {items}" if items else label)
