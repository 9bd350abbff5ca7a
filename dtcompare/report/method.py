"""The pages on the data: how it is counted and ranked, what may be done with it, every source."""

from __future__ import annotations

from collections.abc import Iterator

from dtcompare.report.document import Bullets, Document, Part, Prose
from dtcompare.report.library import Library
from dtcompare.report.writer import DocumentWriter
from dtcompare.view.figures import unit_text
from dtcompare.view.sheet import Table
from dtcompare.view.tables import DataColumn


def method_page(library: Library) -> Document:
    """Return the page on methods and data."""
    writer = _MethodWriter(library)
    return writer.document(library.phrases.say("site.method"), writer.parts())


def sources_page(library: Library) -> Document:
    """Return the page that lists every source once."""
    writer = DocumentWriter(library)
    writer.citations.cite(library.dataset.sources)
    return writer.document(library.phrases.say("site.sources"), ())


class _MethodWriter(DocumentWriter):
    """Writes the page on methods and data."""

    def parts(self) -> Iterator[Part]:
        """Yield how to read, the licence, what is measured, bases and methods."""
        phrases, about = self.phrases, self.phrases.dataset.about
        catalogue = phrases.dataset.catalogue
        yield self.heading("report.how")
        yield Prose(phrases.say("report.how.text"))
        if about.licence:
            yield self.heading("site.licence")
            yield Prose(f"{about.licence}.")
        yield self.heading("site.indicators")
        yield self._indicators()
        bases = [label.say(phrases.lang) for label in catalogue.bases.values()]
        methods = [method.label.say(phrases.lang) for method in catalogue.methods.values()]
        for key, names in (("site.bases", bases), ("site.methods", methods)):
            if names:
                yield Bullets(phrases.say(key), tuple(names))

    def _indicators(self) -> Table:
        """Return what every indicator measures, in which unit, and which way is better."""
        catalogue, phrases = self.phrases.dataset.catalogue, self.phrases

        def describe(id: str) -> str:
            description = catalogue.indicators[id].description
            return description.say(phrases.lang) if description else ""

        columns = (
            DataColumn[str]("column.indicator", phrases.indicator),
            DataColumn[str]("", describe),
            DataColumn[str](
                "column.unit", lambda id: unit_text(catalogue.indicators[id].unit, phrases)
            ),
            DataColumn[str](
                "column.better", lambda id: phrases.say(f"better.{catalogue.indicators[id].better}")
            ),
        )
        return self.table(catalogue.indicators, columns)
