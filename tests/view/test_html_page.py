"""The HTML face is a valid page that says what the sheet says."""

from html.parser import HTMLParser

from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.sheet import Cell, Column, Records, Remark, Rendering, Row, Sheet, Table

from .sample import AWKWARD, FACE, build_rendering

_VOID = {"meta", "br"}


class _Reader(HTMLParser):
    """Checks that every element is closed in its turn, and keeps texts, cells and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.text = ""
        self.declaration = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_decl(self, decl: str) -> None:
        self.declaration = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.text += data
        if "td" in self.open:
            self.cells[-1] += data

    def attributes(self, tag: str, name: str) -> list[str | None]:
        return [found[name] for element, found in self.elements if element == tag and name in found]


def _page(rendering: Rendering) -> str:
    return render(rendering, "html", Console())


def test_the_page_is_well_formed_and_in_the_language_of_the_face() -> None:
    """Doctype, language, encoding and title are there; nothing is loaded from elsewhere."""
    page = _page(Rendering(Sheet("Số trạm BTS 5G"), {}, Records((), ()), lang="vi"))
    read = _Reader(page)
    assert read.declaration == "doctype html"
    assert read.attributes("html", "lang") == ["vi"]
    assert read.attributes("meta", "charset") == ["utf-8"]
    assert "<title>Số trạm BTS 5G</title>" in page
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in read.elements}
    assert "url(" not in page


def test_a_whole_sheet_is_well_formed() -> None:
    """Every part of the sheet is in the page, each source with a link from its cell."""
    read = _Reader(_page(FACE))
    assert {"caption", "thead", "tbody", "footer"} <= {tag for tag, _ in read.elements}
    assert "TP. Hồ Chí Minh" in read.text
    anchors = {f"#{id}" for id in read.attributes("li", "id")}
    assert anchors >= set(read.attributes("a", "href"))
    assert read.attributes("a", "href").count("#sources-9") == 2


def test_names_are_escaped_once() -> None:
    """What a browser shows is what the data say."""
    assert _Reader(_page(build_rendering(*((name, "1") for name in AWKWARD)))).cells[::2] == list(
        AWKWARD
    )


def test_titles_and_remarks_are_escaped_once() -> None:
    """No part of the sheet can put an element into the page."""
    texts = [f"<b>{i}</b> &amp;" for i in range(9)]
    sheet = Sheet(
        texts[0],
        texts[1],
        (texts[2],),
        (Remark(texts[3], (texts[4],), texts[5]), Remark(texts[6], ("x", "y"))),
        (("a", texts[7]),),
        (("1", texts[8]),),
    )
    page = _page(Rendering(sheet, {}, Records((), ())))
    assert "<b>0" not in page
    read = _Reader(page)
    assert all(text in read.text for text in texts if text != texts[5])


def test_a_number_leads_to_its_page_and_a_letter_to_its_note() -> None:
    """Where the address of a source is known, its number in a cell is one click from the page."""
    table = Table((Column("When"), Column("")), (Row((Cell("Oct 2025 a"), Cell("[1]"))),))
    sheet = Sheet(
        "T",
        parts=(table,),
        notes=(("a", "24 of 25"),),
        sources=(("1", "Báo Huế"),),
        pages={"1": "https://baohue.vn/5g"},
    )
    read = _Reader(_page(Rendering(sheet, {}, Records((), ()))))
    assert read.attributes("a", "href") == ["#notes-a", "https://baohue.vn/5g"]
    assert read.attributes("a", "title") == ["Báo Huế"]


def test_a_letter_that_no_note_has_is_part_of_the_text() -> None:
    """A name may end in a single letter."""
    read = _Reader(_page(build_rendering(("Vitamin c", "1"))))
    assert read.cells[0] == "Vitamin c"
    assert read.attributes("a", "href") == []


def test_what_is_to_be_typed_is_not_on_a_page() -> None:
    """A remark that is a command alone is left out, another keeps what it says."""
    remarks = (Remark("Try", (), "dtcompare rank 5g"), Remark("Silent", ("Huế",), "dtcompare gap"))
    read = _Reader(_page(Rendering(Sheet("T", parts=remarks), {}, Records((), ()))))
    assert "dtcompare" not in read.text
    assert "Silent: Huế" in read.text


def test_columns_of_numbers_are_aligned_right() -> None:
    """So are their headings."""
    read = _Reader(_page(build_rendering(("Huế", "352"))))
    assert read.attributes("th", "class") == read.attributes("td", "class") == ["number"]


def test_a_heading_row_spans_the_table_and_a_reference_is_set_apart() -> None:
    """Rows of each kind are a group of their own; a row that is too short is filled."""
    table = Table(
        (Column("A"), Column("B")),
        (
            Row((Cell("Still open"),), "heading"),
            Row((Cell("x", "bad"),)),
            Row((Cell("Việt Nam"), Cell("1")), "reference"),
        ),
    )
    read = _Reader(_page(Rendering(Sheet("T", parts=(table,)), {}, Records((), ()))))
    assert read.attributes("th", "colspan") == ["2"]
    assert read.attributes("tbody", "class") == ["heading", "rows", "reference"]
    assert read.cells == ["x", "", "Việt Nam", "1"]
    assert read.attributes("td", "class") == ["bad"]


def test_addresses_are_links() -> None:
    """The sign after an address is not part of it."""
    sheet = Sheet("T", sources=(("1", "Báo Huế (https://baohue.vn/a?b=1&c=2), copy"),))
    read = _Reader(_page(Rendering(sheet, {}, Records((), ()))))
    assert read.attributes("a", "href") == ["https://baohue.vn/a?b=1&c=2"]
    assert "Báo Huế (https://baohue.vn/a?b=1&c=2), copy" in read.text


def test_a_bracket_that_is_no_source_is_no_link() -> None:
    """Only the numbers of the sheet's sources lead anywhere."""
    read = _Reader(_page(build_rendering(("[2] and [x]", "1"))))
    assert read.attributes("a", "href") == []
