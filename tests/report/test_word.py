"""A document as DOCX: real headings, captions, links and alt texts, the page of an office."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.report.document import Document
from dtcompare.report.formats import encode_document
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from tests.conftest import AS_OF

docx = pytest.importorskip("docx", reason="python-docx is not installed")


@pytest.fixture(scope="module")
def document(dataset: Dataset) -> Document:
    return province_report(Library(dataset, "vi", AS_OF), "quang-ninh")


@pytest.fixture(scope="module")
def data(document: Document) -> bytes:
    return encode_document(document, "docx")


@pytest.fixture(scope="module")
def file(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def _xml(data: bytes, name: str = "word/document.xml") -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_the_page_is_that_of_an_administrative_document(file: Any) -> None:
    """A4; 20 mm above and below, 30 mm left, 20 mm right."""
    section = file.sections[0]
    measures = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(length.mm) for length in measures] == [210, 297, 20, 20]
    assert [round(length.mm) for length in (section.left_margin, section.right_margin)] == [30, 20]


def test_texts_are_in_times_new_roman_of_13_points(file: Any) -> None:
    normal = file.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 13)
    assert "Theme" not in normal.element.rPr.rFonts.xml.partition("rFonts ")[2]


def test_another_typeface_can_be_had(document: Document) -> None:
    made = docx.Document(BytesIO(encode_document(document, "docx", "Arial")))
    assert made.styles["Heading 1"].font.name == made.styles["Normal"].font.name == "Arial"


def test_headings_are_headings(document: Document, file: Any) -> None:
    headings = [p.text for p in file.paragraphs if p.style.name == "Heading 1"]
    assert headings[:2] == ["Tóm tắt", "Xếp hạng quốc gia và thứ hạng"]
    assert headings[-2:] == ["Ghi chú", "Nguồn"]
    assert [p.text for p in file.paragraphs if p.style.name == "Title"] == [document.title]


def test_every_picture_has_words_and_a_caption_that_is_counted(data: bytes, file: Any) -> None:
    xml = _xml(data)
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]{30,})"', xml)
    assert len(described) == len(file.inline_shapes) > 3
    assert xml.count("SEQ Hình") == len(described)
    assert not re.search(r"<w:r>\s*<w:fldSimple", xml)  # a field stands beside runs, not in one


def test_tables_repeat_their_heading_row_and_break_no_row(data: bytes, file: Any) -> None:
    xml = _xml(data)
    assert xml.count("<w:tblHeader/>") == len(file.tables)
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>")


def test_no_word_of_a_table_is_broken(file: Any) -> None:
    """A letter of 11 points takes 5.5; each edge of a cell 3.5. The widths fill the page."""
    for table in file.tables:
        widths = [column.width.pt for column in table.columns]
        assert sum(widths) == pytest.approx(160 / 25.4 * 72, abs=1)
        for width, column in zip(widths, table.columns, strict=True):
            words = " ".join(cell.text for cell in column.cells).replace("][", "] [").split()
            assert width >= max((5.5 * len(word) + 7 for word in words), default=0)


def test_every_source_is_a_link(document: Document, data: bytes) -> None:
    addresses = set(
        re.findall(r'Target="(https?://[^"]+)"', _xml(data, "word/_rels/document.xml.rels"))
    )
    assert {source.url.replace("&", "&amp;") for source in document.sources} <= addresses


def test_the_same_document_has_the_same_bytes(document: Document, data: bytes) -> None:
    assert encode_document(document, "docx") == data


def test_the_language_is_told(file: Any, data: bytes) -> None:
    assert file.core_properties.language == "vi"
    assert 'w:val="vi-VN"' in _xml(data, "word/styles.xml")
