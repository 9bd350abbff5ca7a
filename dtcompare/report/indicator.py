"""An indicator's page: its ranking, map and change, who is missing, and the pages behind it."""

from __future__ import annotations

from collections.abc import Iterator

from dtcompare.report.document import Bullets, Document, Part, Prose
from dtcompare.report.library import Library
from dtcompare.report.writer import DocumentWriter
from dtcompare.view.figures import unit_text
from dtcompare.view.results.rank_brief import rank_sheet
from dtcompare.view.sheet import Remark, Sheet, Table


def indicator_page(library: Library, indicator: str) -> Document:
    """Return what is known of an indicator as a document."""
    writer = _IndicatorWriter(library, indicator)
    name = library.phrases.indicator(indicator)
    return writer.document(name, writer.parts())


class _IndicatorWriter(DocumentWriter):
    """Writes one indicator's page from its ranking."""

    def __init__(self, library: Library, indicator: str) -> None:
        super().__init__(library)
        self.indicator = library.dataset.indicator(indicator)
        self.ranking = library.ranking(indicator)

    def parts(self) -> Iterator[Part | None]:
        """Yield what it is, the sentences and tables of the ranking, and the charts."""
        sheet = rank_sheet(self.ranking, self.phrases, self.citations)
        self.notes.mark(*(text for _, text in sheet.notes))  # under the letters they have there
        yield Prose(self._definition())
        yield Prose(" ".join(sheet.sentences))
        if self.ranking.is_ranked:
            yield self.library.picture("rank", self.ranking, "bars")
            yield self.library.picture("rank", self.ranking, "map")
        yield from _parts_of(sheet)
        trend = self.library.trend(self.indicator.id)
        if not trend.empty:
            yield self.heading("report.changes")
            yield self.library.picture("trend", trend)

    def _definition(self) -> str:
        """Say what is measured, in which unit, and which way is better."""
        phrases, indicator = self.phrases, self.indicator
        texts = [indicator.description.say(phrases.lang)] if indicator.description else []
        months = indicator.season.months
        texts.append(
            phrases.say(
                "detail.measure",
                unit_name=unit_text(indicator.unit, phrases),
                better=phrases.say(f"better.{indicator.better}"),
                season=phrases.say("season", n=months),
            )
        )
        return " ".join(text if text.endswith(".") else f"{text}." for text in texts)


def _parts_of(sheet: Sheet) -> Iterator[Part]:
    """Yield the tables and lists of a sheet as parts of a document; what to type is left out."""
    for part in sheet.parts:
        if isinstance(part, Table):
            yield part
        elif isinstance(part, Remark) and part.lines:
            yield Bullets(part.label, part.lines)
