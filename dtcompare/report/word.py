"""Write a document as DOCX by python-docx, set as a Vietnamese administrative document is."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from dtcompare import __version__
from dtcompare.errors import WrongUsage
from dtcompare.report.document import Bullets, Document, Part, Picture, Prose, SectionHeading, runs
from dtcompare.view.archives import repacked
from dtcompare.view.sheet import Cell, Row, Table

try:
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor
except ImportError as error:
    raise WrongUsage("error.no-library", extra="office") from error

FONT = "Times New Roman"
_BODY, _SMALL = 13, 11  # points, of texts and in tables
_WIDE = 160  # millimetres between the margins
_DPI = 150
_SIZES = {
    "Title": 16,
    "Heading 1": 15,
    "Heading 2": 14,
    "Heading 3": 13,
    "Caption": 12,
}
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 (a file of the same data has the same bytes)
_TONES = {"good": "17692F", "bad": "A8201A", "warn": "8A5300", "muted": "595959"}
_LINK = "084A91"


def write_docx(document: Document, font: str | None = None) -> bytes:
    """Return the document as a file for word processors, in ``font`` or Times New Roman."""
    return _WordWriter(document, font or FONT).write()


class _WordWriter:
    """Writes one document."""

    def __init__(self, document: Document, font: str) -> None:
        self.document, self.font = document, font
        self.file = docx.Document()
        self.counts = {"table": 0, "figure": 0}

    def write(self) -> bytes:
        """Write every part, then notes, sources and the citation."""
        self._set_page()
        self._set_styles()
        self._describe()
        self.file.add_paragraph(self.document.title, style="Title")
        self._paragraph(self.document.subtitle).alignment = WD_ALIGN_PARAGRAPH.CENTER
        for part in self.document.parts:
            self._part(part)
        self._foot()
        made = BytesIO()
        self.file.save(made)
        return repacked(made.getvalue())

    # The page

    def _set_page(self) -> None:
        """Set A4 with the margins of an administrative document, and the number of the page."""
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(210 - 30 - _WIDE)
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        footer._p.append(_field("PAGE", "1"))  # noqa: SLF001 (python-docx has no fields)

    def _set_styles(self) -> None:
        """Set the typeface, the sizes and black headings; make styles for cells, items, links."""
        styles = self.file.styles
        for name in ("Normal", "List Bullet", *_SIZES):
            style = styles[name]
            style.font.name = self.font
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in list(fonts.attrib):
                if key.endswith("Theme"):
                    del fonts.attrib[key]
            for script in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{script}"), self.font)
            style.font.size = Pt(_SIZES.get(name, _BODY))
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.font.bold = name in _SIZES and name != "Caption"
            style.font.italic = name == "Caption"
        title = styles["Title"]
        title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for border in title.element.pPr.findall(qn("w:pBdr")):
            title.element.pPr.remove(border)
        styles["Normal"].paragraph_format.space_after = Pt(6)
        self.cell = self._small_style("Table Text", 0)
        self.item = self._small_style("Source Text", 2)
        self.item.paragraph_format.left_indent = Mm(9)
        self.item.paragraph_format.first_line_indent = Mm(-9)
        self.link = styles.add_style("Page Link", WD_STYLE_TYPE.CHARACTER)
        self.link.font.color.rgb, self.link.font.underline = RGBColor.from_string(_LINK), True

    def _small_style(self, name: str, space: int) -> Any:
        """Make a style for small paragraphs with so many points behind them."""
        style = self.file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self.file.styles["Normal"]
        style.font.size, style.paragraph_format.space_after = Pt(_SMALL), Pt(space)
        return style

    def _describe(self) -> None:
        """Name title, language and program in the properties of the file."""
        properties = self.file.core_properties
        properties.title, properties.subject = self.document.title, self.document.subtitle
        properties.author = properties.last_modified_by = f"dtcompare {__version__}"
        properties.comments = self.document.citation
        properties.language = self.document.lang
        properties.created = properties.modified = _DAY
        defaults = self.file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        if defaults is not None:
            defaults.set(qn("w:val"), {"vi": "vi-VN"}.get(self.document.lang, "en-GB"))

    # The parts

    def _part(self, part: Part) -> None:
        match part:
            case SectionHeading():
                self.file.add_heading(part.text, part.level - 1)
            case Prose():
                self._paragraph(part.text)
            case Bullets():
                label = self.file.add_paragraph()
                label.add_run(part.label).bold = True
                label.paragraph_format.keep_with_next = True
                for item in part.items:
                    self._runs(self.file.add_paragraph(style="List Bullet"), item)
            case Picture():
                self._picture(part)
            case Table():
                self._table(part)

    def _paragraph(self, text: str) -> Any:
        paragraph = self.file.add_paragraph()
        self._runs(paragraph, text)
        return paragraph

    def _picture(self, part: Picture) -> None:
        """Write a chart with its words for those who do not see it, and its caption below."""
        chart = part.chart
        paragraph = self.file.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        data = BytesIO(chart.encode("png", f"dtcompare {__version__}", _DPI))
        shape = paragraph.add_run().add_picture(data, width=Mm(_WIDE))
        shape._inline.docPr.set("descr", chart.alt)  # noqa: SLF001 (the only way to an alt text)
        shape._inline.docPr.set("title", chart.title)  # noqa: SLF001 (the same)
        self._caption("figure", part.caption)

    def _caption(self, kind: str, text: str) -> Any:
        """Write a caption that word processors count."""
        self.counts[kind] += 1
        word = self.document.words[kind]
        paragraph = self.file.add_paragraph(f"{word} ", style="Caption")
        number = str(self.counts[kind])
        paragraph._p.append(_field(f"SEQ {word}", number))  # noqa: SLF001 (the same)
        paragraph.add_run(f". {text}")
        return paragraph

    def _table(self, part: Table) -> None:
        """Write a table whose first row is repeated on every page; a caption stands above it."""
        if part.heading:
            self._caption("table", part.heading).paragraph_format.keep_with_next = True
        table = self.file.add_table(rows=0, cols=len(part.columns), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        widths = [Mm(width) for width in _widths(part)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        names = Row(tuple(Cell(column.name, "strong") for column in part.columns))
        for row in (names, *part.rows):
            line = table.add_row()
            _mark(line, "w:cantSplit")
            if row is names:
                _mark(line, "w:tblHeader")
            cells = line.cells
            if row.kind == "heading":
                cells[0].merge(cells[-1])
                self._cell(cells[0], row.cells[0], "left")
                continue
            for target, width in zip(cells, widths, strict=True):
                target.width = width
            for cell, target, column in zip(row.cells, cells, part.columns, strict=False):
                self._cell(target, cell, column.align)
        self.file.add_paragraph().paragraph_format.space_after = Pt(0)

    def _cell(self, target: Any, cell: Cell, align: str) -> None:
        paragraph = target.paragraphs[0]
        paragraph._p.style = self.cell.style_id  # noqa: SLF001 (ten times faster than by name)
        if align == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if cell.link:
            self._link(paragraph, cell.text, cell.link)
            return
        self._runs(paragraph, cell.text)
        for run in paragraph.runs if cell.tone else ():
            if cell.tone == "strong":
                run.bold = True
            else:
                run.font.color.rgb = RGBColor.from_string(_TONES[cell.tone])

    def _foot(self) -> None:
        """Write the notes, the numbered sources and how the data are cited."""
        words, found = self.document.words, self.document
        if found.notes:
            self.file.add_heading(words["notes"], 1)
        for letter, text in found.notes:
            self.file.add_paragraph(f"{letter}  {text}", style=self.item)
        if found.sources:
            self.file.add_heading(words["sources"], 1)
        for source in found.sources:
            text = f"[{source.number}]  {source.text}: {source.title}. "
            self._link(self.file.add_paragraph(text, style=self.item), source.url, source.url)
        self._paragraph(found.citation)

    # Texts

    def _runs(self, paragraph: Any, text: str) -> None:
        """Write a text whose numbers of sources lead to their pages."""
        for piece, url in runs(text, self.document.pages):
            if url:
                self._link(paragraph, piece, url)
            else:
                paragraph.add_run(piece)

    def _link(self, paragraph: Any, text: str, url: str) -> None:
        """Write a text that leads to a page."""
        run = paragraph.add_run(text)
        run._r.style = self.link.style_id  # noqa: SLF001 (as for a cell)
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"),
            paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        )
        run._r.addprevious(link)  # noqa: SLF001 (python-docx writes no links)
        link.append(run._r)  # noqa: SLF001 (the same)


def _field(code: str, text: str) -> Any:
    """Return a field that a word processor works out, with what it shows until then."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = text
    run.append(shown)
    field.append(run)
    return field


def _mark(row: Any, name: str) -> None:
    """Give a row of a table one of the properties that are there or not."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 (python-docx has no such)


def _widths(table: Table) -> list[float]:
    """Return the widths of columns in millimetres, by the longest of their texts."""
    needs = []
    for at, column in enumerate(table.columns):
        rows = [row for row in table.rows if row.kind != "heading" and len(row.cells) > at]
        longest = max([len(row.cells[at].text) for row in rows], default=0)
        words = [len(w) for row in rows for w in row.cells[at].text.split()]
        words += [len(word) for word in column.name.split()]
        needs.append(max(min(longest, 26), max(words, default=1) + 2, 4))
    return [_WIDE * need / sum(needs) for need in needs]
