"""Write a document as DOCX, set as a Vietnamese administrative document is.

python-docx keeps the file, its styles, pictures and links; the body is written as XML, which takes
a fifth of the time of building it element by element.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from statistics import fmean
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from dtcompare import __version__
from dtcompare.errors import WrongUsage
from dtcompare.report.document import Bullets, Document, Part, Picture, Prose, SectionHeading, runs
from dtcompare.view.archives import repacked
from dtcompare.view.sheet import Cell, Table

try:
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Mm, Pt, RGBColor
except ImportError as error:
    raise WrongUsage("error.no-library", extra="office") from error

FONT = "Times New Roman"
_BODY, _SMALL = 13, 11  # points, of texts and in tables
_WIDE, _TALL = 160, 235  # millimetres between the margins, and of the tallest picture
_DPI = 150
_SIZES = {
    "Title": 16,
    "Heading 1": 15,
    "Heading 2": 14,
    "Heading 3": 13,
    "Caption": 12,
}
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 (a file of the same data has the same bytes)
_TONES = {
    "": "",
    "strong": "<w:b/>",
    "good": '<w:color w:val="17692F"/>',
    "bad": '<w:color w:val="A8201A"/>',
    "warn": '<w:color w:val="8A5300"/>',
    "muted": '<w:color w:val="595959"/>',
}
_LETTER, _EDGE = 110, 70  # twentieths of a point: a letter in a table, the edge of a cell
_TABLE = (
    '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/>'
    '<w:tblLayout w:type="fixed"/>'
    f'<w:tblCellMar><w:left w:w="{_EDGE}" w:type="dxa"/><w:right w:w="{_EDGE}" w:type="dxa"/>'
    '</w:tblCellMar><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
)
_LINK = "084A91"


def write_docx(document: Document, font: str | None = None) -> bytes:
    """Return the document as a file for word processors, in ``font`` or Times New Roman."""
    return _WordWriter(document, font or FONT).write()


class _WordWriter:
    """Writes one document; its methods below "The body" return pieces of XML."""

    def __init__(self, document: Document, font: str) -> None:
        self.document, self.font = document, font
        self.file = docx.Document()
        self.counts = {"table": 0, "figure": 0}
        self.links: dict[str, str] = {}  # what the file calls an address

    def write(self) -> bytes:
        """Write every part, then notes, sources and the citation."""
        self._set_page()
        self._set_styles()
        self._describe()
        text = "".join(self._body())
        end = self.file.element.body[-1]  # the measures of the page stand behind the text
        for element in parse_xml(f"<w:body {nsdecls('w', 'r')}>{text}</w:body>"):
            end.addprevious(element)
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
        section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE">{_run("1")}</w:fldSimple>'
        section.footer.part.element[0].append(parse_xml(field))

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
        self._small_style("TableText", 0)
        item = self._small_style("SourceText", 2).paragraph_format
        item.left_indent, item.first_line_indent = Mm(9), Mm(-9)
        link = styles.add_style("PageLink", WD_STYLE_TYPE.CHARACTER).font
        link.color.rgb, link.underline = RGBColor.from_string(_LINK), True

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

    # The body

    def _body(self) -> Iterator[str]:
        """Yield title, parts, notes, the numbered sources and how the data are cited."""
        found, words = self.document, self.document.words
        yield _paragraph(_run(found.title), "Title")
        yield _paragraph(_run(found.subtitle), more='<w:jc w:val="center"/>')
        for part in found.parts:
            yield from self._part(part)
        if found.notes:
            yield _paragraph(_run(words["notes"]), "Heading1")
        for letter, text in found.notes:
            yield _paragraph(_run(f"{letter}  {text}"), "SourceText")
        if found.sources:
            yield _paragraph(_run(words["sources"]), "Heading1")
        for source in found.sources:
            text = _run(f"[{source.number}]  {source.text}: {source.title}. ")
            yield _paragraph(text + self._link(source.url, source.url), "SourceText")
        yield _paragraph(_run(found.citation))

    def _part(self, part: Part) -> Iterator[str]:
        match part:
            case SectionHeading():
                yield _paragraph(_run(part.text), f"Heading{part.level - 1}")
            case Prose():
                yield _paragraph(self._runs(part.text))
            case Bullets():
                yield _paragraph(_run(part.label, "<w:b/>"), more="<w:keepNext/>")
                for item in part.items:
                    yield _paragraph(self._runs(item), "ListBullet")
            case Picture():
                yield from self._picture(part)
            case Table():
                yield from self._table(part)

    def _picture(self, part: Picture) -> Iterator[str]:
        """Write a chart with its words for those who do not see it, and its caption below."""
        chart = part.chart
        data = BytesIO(chart.encode("png", f"dtcompare {__version__}", _DPI))
        width = Mm(min(_WIDE, _TALL * chart.width / chart.height))
        inline = self.file.part.new_pic_inline(data, width)
        caption = self._caption("figure", part.caption)
        inline.docPr.set("id", str(self.counts["figure"]))
        inline.docPr.set("descr", chart.alt)
        inline.docPr.set("title", chart.title)
        drawing = f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
        yield _paragraph(drawing, more="<w:keepNext/>")
        yield caption

    def _caption(self, kind: str, text: str, more: str = "") -> str:
        """Return a caption that word processors count."""
        self.counts[kind] += 1
        word, number = self.document.words[kind], str(self.counts[kind])
        field = f"<w:fldSimple w:instr={quoteattr(f'SEQ {word}')}>{_run(number)}</w:fldSimple>"
        return _paragraph(_run(f"{word} ") + field + _run(f". {text}"), "Caption", more)

    def _table(self, part: Table) -> Iterator[str]:
        """Write a table whose first row is repeated on every page; a caption stands above it."""
        if part.heading:
            yield self._caption("table", part.heading, "<w:keepNext/>")
        widths = _widths(part)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield f"<w:tbl><w:tblPr>{_TABLE}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        columns = [(width, one.align, 1) for width, one in zip(widths, part.columns, strict=True)]
        names = [Cell(column.name, "strong") for column in part.columns]
        yield self._row(names, columns, "<w:tblHeader/>")
        whole = [(sum(widths), "left", len(widths))]
        for row in part.rows:
            if row.kind == "heading":
                yield self._row(row.cells[:1], whole)
            else:
                yield self._row(row.cells, columns)
        yield "</w:tbl>" + _paragraph("", "TableText")

    def _row(
        self, cells: Sequence[Cell], columns: Sequence[tuple[int, str, int]], more: str = ""
    ) -> str:
        """Return a row that no page breaks.

        ``columns`` are its cells' widths, sides, and how many columns of the table each spans.
        """
        written = []
        padded = (*cells, *[Cell()] * (len(columns) - len(cells)))
        for cell, (width, align, span) in zip(padded, columns, strict=True):
            size = f'<w:tcW w:type="dxa" w:w="{width}"/><w:gridSpan w:val="{span}"/>'
            text = _paragraph(self._cell(cell), "TableText", f'<w:jc w:val="{align}"/>')
            written.append(f"<w:tc><w:tcPr>{size}</w:tcPr>{text}</w:tc>")
        return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(written)}</w:tr>"

    def _cell(self, cell: Cell) -> str:
        if cell.link:
            return self._link(cell.text, cell.link)
        return self._runs(cell.text, _TONES[cell.tone])

    def _runs(self, text: str, look: str = "") -> str:
        """Return a text whose numbers of sources lead to their pages."""
        return "".join(
            self._link(piece, url) if url else _run(piece, look)
            for piece, url in runs(text, self.document.pages)
        )

    def _link(self, text: str, url: str) -> str:
        """Return a text that leads to a page."""
        if url not in self.links:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self.links[url] = self.file.part.relate_to(url, kind, is_external=True)
        run = _run(text, '<w:rStyle w:val="PageLink"/>')
        return f'<w:hyperlink r:id="{self.links[url]}">{run}</w:hyperlink>'


def _paragraph(runs: str, style: str = "", more: str = "") -> str:
    """Return a paragraph of runs in a style, with ``more`` properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{runs}</w:p>"


def _run(text: str, look: str = "") -> str:
    """Return a text with the properties ``look``."""
    lines = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{lines}</w:t></w:r>'


def _widths(table: Table) -> list[int]:
    """Return the widths of columns in twentieths of a point, by the length of their texts.

    A column is as wide as its longest word; columns of longer texts share what is left.
    """
    least, more = [], []
    for at, column in enumerate(table.columns):
        rows = [row for row in table.rows if row.kind != "heading" and len(row.cells) > at]
        texts = [column.name, *(row.cells[at].text for row in rows)]
        words = " ".join(texts).replace("][", "] [").split()
        word = max(map(len, words), default=0)
        least.append(_LETTER * (word + 1) + 2 * _EDGE)
        more.append(max(fmean(map(len, texts)) - word, 1))
    whole = Mm(_WIDE).twips
    spare = max(whole - sum(least), 0)
    scale = min(whole / sum(least), 1)
    shares = [spare * one / sum(more) for one in more]
    return [round(one * scale + share) for one, share in zip(least, shares, strict=True)]
