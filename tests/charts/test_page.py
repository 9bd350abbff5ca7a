"""The page that every chart stands on: title, subtitle, key, notes, sources, tag."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.marks import Rectangle, Text
from dtcompare.charts.page import Entry, Page, lists_of, unbroken
from dtcompare.charts.style import SIZES
from dtcompare.errors import WrongUsage
from dtcompare.model.source import Source
from dtcompare.view.phrases import Phrases
from tests.analysis.build import AS_OF
from tests.charts.lint import lint
from tests.charts.sample import PAGES, page, texts

LONG = {
    "en": (
        "A title of one hundred letters about 5G coverage by share of people in the provinces of "
        "today 2026"
    ),
    "vi": (
        "Tỷ lệ hộ gia đình được phủ và có khả năng tiếp cận hạ tầng cáp quang của những tỉnh, "
        "thành phố Ấẩ Ễ"
    ),
}


def closed(made: Page, height: float = 40) -> Chart:
    """The page with an empty body."""
    return made.close(made.top + height, alt="Words.", rows=1)


def entry(made: Page, words: str, color: str) -> Entry:
    def draw(x: float, y: float) -> None:
        made.c.rectangle(x, y - 3, 6, 6, color)

    return 6, draw, words


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LONG)
def test_a_title_of_a_hundred_letters_stands_in_balanced_lines(size: str, lang: str) -> None:
    """No fault, and no last line of one word."""
    made = closed(page(ChartOptions(size=size, title=LONG[lang]), lang=lang))
    assert not lint(made)
    title = [mark for mark in made.marks if isinstance(mark, Text) and mark.weight == "SemiBold"]
    assert " ".join(mark.text for mark in title) == LONG[lang]
    assert len(title) == 1 or len(title[-1].text) > 15


@pytest.mark.parametrize("size", SIZES)
def test_title_notes_and_sources_can_be_left_to_the_page_around(size: str) -> None:
    """The subtitle stays, and the chart still knows its own title, notes and sources."""
    whole = closed(page(ChartOptions(size=size)))
    bare = ChartOptions(size=size, title="", notes=False, sources=False)
    made = closed(page(bare))
    assert not lint(made)
    assert (made.title, made.notes, made.source) == (whole.title, whole.notes, whole.source)
    drawn = " ".join(texts(made))
    assert made.subtitle.split()[0] in drawn
    assert not any(word in drawn for word in (whole.title, "A note.", "Source:"))


def test_a_title_is_composed_and_on_one_line_in_its_words() -> None:
    """Typed decomposed, with a line break and a control sign."""
    made = closed(page(ChartOptions(title="Đa\u0300\nNa\u0306\u0303ng\x07")))
    assert made.title == "Đà Nẵng"
    assert "Đà Nẵng" in texts(made)


def test_a_title_of_nothing_printable_is_none() -> None:
    """The chart's own stands."""
    assert closed(page(ChartOptions(title=" \n\x07"))).title == "A title"


def test_a_page_that_grows_ends_below_its_footer() -> None:
    """As tall as body and footer; 20 points more of body are 20 points more of page."""
    short, tall = closed(page(), 40), closed(page(), 60)
    assert tall.height - short.height == pytest.approx(20)


@pytest.mark.parametrize("size", ["slide", "square"])
def test_a_page_of_fixed_height_stays_so(size: str) -> None:
    """A short body leaves room, one that is too tall is refused with advice."""
    made = page(ChartOptions(size=size))
    height = SIZES[size].height
    assert height is not None
    assert closed(made).height == height * 72
    with pytest.raises(WrongUsage, match=r"error\.chart-rows"):
        closed(page(ChartOptions(size=size)), 500)


def test_where_fewer_rows_cannot_be_asked_for_the_advice_is_another() -> None:
    """Another size alone."""
    made = page(ChartOptions(size="slide"))
    with pytest.raises(WrongUsage, match=r"error\.chart-full"):
        made.close(made.top + 500, alt="", rows=1, fixed_rows=True)


def test_the_footer_names_note_source_and_tag() -> None:
    """Each publisher once, with the dates of its pages; the day at the right."""
    made = closed(page())
    assert {"Note: A note.", "Source: paper, 1 Jan 2020"} <= set(texts(made))
    tag = next(mark for mark in made.marks if isinstance(mark, Text) and mark.anchor == "end")
    assert tag.text == "dtcompare · as of 21 Nov 2026"
    assert tag.x == pytest.approx(made.width - SIZES["a4"].margin)


def test_without_a_source_that_issaid() -> None:
    """A chart of nothing has no source."""
    assert "Source: none, as no figure is shown" in texts(closed(page(sources=[])))


def test_lines_of_a_key_are_balanced() -> None:
    """Five entries that need two lines stand three and two, not four and one."""
    made = page(ChartOptions(size="column"))
    entries = [entry(made, "digital government"[: 10 + n], "#08519C") for n in range(5)]
    made.key(made.top, entries)
    squares = [mark for mark in made.c.marks if isinstance(mark, Rectangle)]
    rows: dict[float, int] = {}
    for mark in squares:
        rows[mark.y] = rows.get(mark.y, 0) + 1
    assert list(rows.values()) in ([3, 2], [2, 3], [2, 2, 1])
    assert max(rows.values()) - min(rows.values()) <= 1


def test_an_empty_key_takes_no_room() -> None:
    """Nothing is drawn."""
    made = page()
    assert made.key(made.top, []) == made.top


def test_a_name_is_not_broken() -> None:
    """Its spaces are no places to break at."""
    assert unbroken("TP. Hồ Chí Minh") == "TP.\u00a0Hồ\u00a0Chí\u00a0Minh"


def test_lists_are_told_one_after_the_other() -> None:
    """With their labels."""
    assert lists_of({"A (1)": "x", "B (2)": "y, z"}) == "A (1): x. B (2): y, z."


def test_sources_without_room_are_counted_by_their_pages() -> None:
    """Of 40 papers with two pages each a slide names some; the rest are counted, two for each."""
    keys = [f"an/{paper}-{half}" for paper in range(40) for half in "ab"]
    sources = {
        key: Source(key, key, f"The Morning Paper; No. {key[3:-2]}", None, f"https://{key}")
        for key in keys
    }
    held = replace(PAGES, sources=sources)
    slide = Page(
        ChartOptions(size="slide"), Phrases(held, "en"), AS_OF, title="T", subtitle="", sources=keys
    )
    said = " ".join(texts(closed(slide)))
    named = said.count("The Morning Paper; No.")
    assert 0 < named < 40
    assert f"and {2 * (40 - named)} more pages" in said


def test_an_empty_title_leaves_none_on_the_page() -> None:
    """Those who do not see the chart are still told the chart's own."""
    made = closed(page(ChartOptions(title="")))
    assert made.title == "A title"
    assert "A title" not in texts(made)
    assert made.height < closed(page()).height


def test_without_sources_the_foot_names_none() -> None:
    """The file's own description still does."""
    whole, bare = (closed(page(ChartOptions(sources=one))) for one in (True, False))
    assert any(text.startswith("Source") for text in texts(whole))
    assert not any(text.startswith("Source") for text in texts(bare))
    assert bare.source == whole.source
