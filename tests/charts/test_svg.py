"""A chart as SVG: sound XML, real text, its words and its font inside."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

from dtcompare.charts.svg import svg
from tests.charts.sample import chart, text, with_marks

NS = "{http://www.w3.org/2000/svg}"
NASTY = 'A & B < C > "D" \x07\x1b\ufffe\udcff\x85 E'


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 (the program's own file)


def test_it_is_xml_with_title_words_role_and_language() -> None:
    """What a screen reader needs."""
    root = parsed(svg(chart(), "dtcompare 1"))
    assert root.tag == f"{NS}svg"
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    labels = str(root.get("aria-labelledby")).split()
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert [named[label] for label in labels] == ["Tỉnh Đắk Lắk", "Một biểu đồ thử."]
    assert [child.tag for child in root][:2] == [f"{NS}title", f"{NS}desc"]


def test_the_program_and_the_sources_are_told() -> None:
    """In its metadata."""
    told = parsed(svg(chart(), "dtcompare 1")).find(f"{NS}metadata")
    assert told is not None
    assert told.text == "dtcompare 1; Báo Đắk Lắk, 2025"


def test_the_page_has_its_size_in_points() -> None:
    """200 x 120."""
    root = parsed(svg(chart(), "x"))
    assert (root.get("width"), root.get("height")) == ("200pt", "120pt")
    assert root.get("viewBox") == "0 0 200 120"


def test_texts_are_texts_with_place_size_weight_and_anchor() -> None:
    """Nothing is turned into outlines."""
    texts = {t.text: t for t in parsed(svg(chart(), "x")).iter(f"{NS}text")}
    assert set(texts) == {"Tỉnh Đắk Lắk", "98,4", "≈ 40"}
    title = texts["Tỉnh Đắk Lắk"]
    assert (title.get("x"), title.get("y"), title.get("font-size")) == ("10", "20", "12")
    assert title.get("font-weight") == "600"
    assert texts["≈ 40"].get("text-anchor") == "end"
    assert texts["≈ 40"].get("font-style") == "italic"
    assert texts["≈ 40"].get("paint-order") == "stroke"


def test_signs_of_xml_are_escaped_and_forbidden_ones_left_out() -> None:
    """Title, words, sources and marks alike."""
    marks = (text(NASTY),)
    root = parsed(svg(chart(title=NASTY, alt=NASTY, source=NASTY, marks=marks), NASTY))
    expected = 'A & B < C > "D"  E'
    assert [root[0].text, root[1].text] == [expected, expected]
    assert root[2].text == f"{expected}; {expected}"
    assert [t.text for t in root.iter(f"{NS}text")] == [expected]


def test_only_the_weights_that_are_used_are_inside() -> None:
    """SemiBold, Regular and Italic here; one alone where one is used; each a WOFF2 file."""
    fonts = re.findall(r"format\('woff2'\)", svg(chart(), "x").decode())
    assert len(fonts) == 3
    alone = svg(with_marks(text("a", weight="Medium")), "x").decode()
    (data,) = re.findall(r"base64,([^)]*)\)", alone)
    assert "font-weight:500" in alone
    assert base64.b64decode(data)[:4] == b"wOF2"


def test_a_page_without_text_has_no_font() -> None:
    """Nothing to embed."""
    assert b"@font-face" not in svg(with_marks(), "x")


def test_other_typefaces_are_named_for_signs_that_the_font_lacks() -> None:
    """Those that a reader's system is likely to have."""
    assert "'Be Vietnam Pro','Noto Sans','DejaVu Sans',sans-serif" in svg(chart(), "x").decode()


def test_every_mark_is_drawn_in_order() -> None:
    """A rectangle of the page, then as many elements as marks; hatching goes with its rectangle."""
    root = parsed(svg(chart(), "x"))
    group = root.find(f"{NS}g")
    assert group is not None
    assert group.get("aria-hidden") == "true"
    names = [element.tag.removeprefix(NS) for element in group]
    hatched = ["rect", "path", "rect"]  # its outline is drawn over the ends of the hatching
    drawn = ["text", "path", "rect", "text", *hatched, "path", "circle", "path", "text"]
    assert names == drawn


def test_charts_on_one_page_of_html_do_not_share_an_id() -> None:
    """Each names its own title and words; the same chart has the same ids every time."""

    def ids(data: bytes) -> list[str]:
        return [id for element in parsed(data).iter() if (id := element.get("id"))]

    one, alike = ids(svg(chart(), "x")), ids(svg(chart(), "y"))
    for other in (chart(title="Huế"), chart(alt="Khác."), chart(marks=(text("Khác"),))):
        assert not set(one) & set(ids(svg(other, "x")))
    assert len(one) == 2
    assert one == alike


def test_numbers_are_short() -> None:
    """To a hundredth of a point, without closing zeros and without an exponent."""
    data = svg(with_marks(text("a", x=1 / 3, y=20.5)), "x").decode()
    assert 'x="0.33" y="20.5"' in data
    assert not re.search(r'"[^"]*\de-?\d+"', data.partition("<g")[2])
