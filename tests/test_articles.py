"""Every number of the five articles the data began with stands in the data set, with its page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line

PHU_THO = "https://doanhnghiepvn.vn/chuyen-doi-so/phu-tho-but-toc-chuyen-doi-so/20260203023009127"
QUANG_NINH = "https://baoquangninh.vn/phat-trien-ha-tang-so-3393444.html"
BAC_GIANG = "https://baovanhoa.vn/nhip-song-so/bac-giang-but-pha-chuyen-doi-so-145170.html"
HUNG_YEN = (
    "https://cand.com.vn/Xa-hoi/hung-yen-hieu-qua-vuot-bac-cua-chinh-quyen-dia-phuong-2-cap-tu-"
    "dong-luc-chuyen-doi-so-i790703/"
)

# Read off the articles: indicator, period, word, number, then what it is a share or a part of.
FIGURES = {
    ("phu-tho", PHU_THO): (
        ("fibre", "2026-02", "value", "100", "communes"),
        ("fixed-broadband", "2026-02", "about", "960000", None),
        ("fibre-use", "2026-02", "about", "86", "households"),
        ("4g", "2026-02", "value", "98", "area"),
        ("5g-stations", "2026-02", "value", "868", None),
        ("5g", "2026-02", "value", "100", "town centres and industrial zones"),
        ("online-filing", "2025", "value", "86.6", "applications"),
        ("e-results", "2025", "value", "86.97", "applications"),
        ("data-reuse", "2025", "value", "92.5", "data"),
        ("digital-economy", "2025", "value", "22", "grdp"),
        ("records-digitised", "2025", "over", "99", "Phúc Yên"),
        ("online-payment", "2025", "value", "100", "Phúc Yên"),
        ("e-medical-records", "2026-02", "value", "100", "hospitals"),
    ),
    ("quang-ninh", QUANG_NINH): (
        ("dt-decisions", "2022/2025", "value", "84", None),
        ("dt-plans", "2022/2025", "value", "104", None),
        ("bts-stations", "2025", "nearly", "5600", None),
        ("4g", "2025", "value", "100", "population"),
        ("5g", "2025", "about", "40", "area"),
        ("fibre-use", "2025", "value", "97.74", "households"),
        ("smartphones", "2025", "over", "95", "unstated"),
        ("data-centres", "2025", "value", "3", None),
        ("e-work-files", "2025", "value", "100", "province"),
        ("e-work-files", "2025", "value", "90", "district"),
        ("e-work-files", "2025", "value", "80", "commune"),
        ("staff-accounts", "2025", "value", "100", "staff"),
        ("staff-signatures", "2025", "value", "100", "staff"),
        ("video-conference", "2025", "value", "100", "communes"),
        ("digital-lessons", "2025", "value", "100", "THPT Lê Quý Đôn"),
        ("full-online", "2025", "value", "100", "eligible-procedures"),
        ("digital-economy", "2022", "value", "6.68", "grdp"),
        ("digital-economy", "2025", "value", "7.73", "grdp"),
        ("e-invoices", "2025", "value", "100", "enterprises"),
        ("e-invoices", "2025", "value", "100", "household-businesses"),
        ("ocop-online", "2025", "value", "100", "ocop-products"),
    ),
    ("former/bac-giang", BAC_GIANG): (
        ("households-trained", "2025-06", "nearly", "150", "Giữa"),
        ("dti", "2020", "top", "10", None),
        ("dti", "2021", "top", "10", None),
        ("dti", "2022", "top", "10", None),
        ("dti", "2023", "rank", "9", None),
        ("par-digital-government", "2020", "rank", "1", None),
        ("par-digital-government", "2021", "rank", "1", None),
        ("par-digital-government", "2022", "rank", "1", None),
        ("ict-index", "2022", "rank", "5", None),
        ("par-index", "unstated", "top", "15", None),
        ("par-apparatus", "unstated", "rank", "2", None),
        ("par-index", "2020", "rank", "13", None),
        ("par-index", "2023", "rank", "4", None),
        ("digital-economy", "2023", "value", "47.81", "grdp"),
        ("it-revenue", "2024", "over", "503000", None),
        ("dt-budget", "2021/2025", "about", "1600", None),
        ("dt-budget-share", "2021/2025", "at_least", "2", "budget"),
        ("fibre", "2025-06", "value", "100", "households"),
        ("cameras", "2025-06", "over", "1700", None),
        ("online-filing", "2023", "value", "80.47", "applications"),
        ("population-data-link", "unstated", "top", "10", None),
        ("businesses-online", "2023-06/2025-06~", "over", "140000", None),
        ("online-sales", "2023-06/2025-06~", "nearly", "100", None),
    ),
    ("hung-yen", HUNG_YEN): (
        ("4g", "2025-12", "value", "100", "communes"),
        ("procedures-published", "2025-12", "over", "2160", None),
        ("procedures-published-share", "2025-12", "value", "100", "procedures"),
        ("online-filing", "2025-12", "nearly", "96", "applications"),
        ("platforms", "2025-12", "value", "6", None),
        ("pages-digitised", "2025-12", "over", "8400000", None),
        ("literacy-learners", "2025-12", "about", "250000", None),
        ("e-invoices", "2025-12", "value", "100", "enterprises"),
        ("bank-accounts", "2025-12", "value", "80", "adults"),
        ("e-commerce", "2025-12", "about", "5.3", "retail-sales"),
        ("e-documents", "2025-12", "value", "100", "Nam Tiền Hải"),
        ("staff-accounts", "2025-12", "value", "100", "Nam Tiền Hải"),
        ("staff-signatures", "2025-12", "value", "100", "Nam Tiền Hải"),
        ("e-contact-books", "2025-12", "value", "100", "Nam Tiền Hải"),
    ),
}

TARGETS = {
    ("phu-tho", PHU_THO): (
        ("full-online", "2026", "value", "100", "eligible-procedures"),
        ("online-filing", "2026", "at_least", "90", "applications"),
        ("ai-centres", "2026", "value", "100", "service-centres"),
        ("digital-economy", "2026", "at_least", "23", "grdp"),
        ("5g", "2026", "at_least", "65", "unstated"),
    ),
    ("quang-ninh", QUANG_NINH): (),
    ("former/bac-giang", BAC_GIANG): (
        ("dti", "2025~", "top", "15", None),
        ("dti", "2030~", "top", "10", None),
        ("dt-budget-share", "2025", "value", "2", "budget"),
    ),
    ("hung-yen", HUNG_YEN): (
        ("5g", "2025", "over", "60", "unstated"),
        ("dead-spots", "2025", "value", "0", None),
        ("dt-models", "2030", "at_least", "1", "Nam Tiền Hải"),
    ),
}

Row = tuple[str, str, str, str, str | None]


def _row(line: Line, when: str) -> Row:
    """A line in the words of the tables above: the narrowest part it speaks of comes last."""
    part = line.scope[-1][1].en if line.scope else line.basis
    return (line.indicator, when, line.word, f"{line.number:f}", part)


def _sorted(rows: tuple[Row, ...] | list[Row]) -> list[tuple[str, ...]]:
    return sorted(tuple(str(part) for part in row) for row in rows)


@pytest.mark.parametrize("key", FIGURES, ids=lambda key: key[0])
def test_every_figure_of_the_article_is_there_and_no_other(
    articles: Dataset, key: tuple[str, str]
) -> None:
    province, url = key
    figures = [f for _, lines in articles.all_lines() for f in lines.figures]
    found = [
        _row(figure, figure.period.text)
        for figure in figures
        if figure.province == province and articles.sources[figure.source].url == url
    ]
    assert _sorted(found) == _sorted(FIGURES[key])


@pytest.mark.parametrize("key", TARGETS, ids=lambda key: key[0])
def test_every_target_of_the_article_is_there_and_no_other(
    articles: Dataset, key: tuple[str, str]
) -> None:
    province, url = key
    targets = [t for _, lines in articles.all_lines() for t in lines.targets]
    found = [
        _row(target, target.by.text)
        for target in targets
        if target.province == province and articles.sources[target.source].url == url
    ]
    assert _sorted(found) == _sorted(TARGETS[key])


def test_places_are_among_sixty_three(articles: Dataset) -> None:
    lines = [f for _, part in articles.all_lines() for f in part.figures if f.place]
    assert {line.place.of for line in lines if line.place} == {63}


def test_the_estimate_and_the_new_stations_are_marked_as_such(articles: Dataset) -> None:
    (estimate,) = [
        f for f in articles.lines_of("digital-economy").figures if f.province == "phu-tho"
    ]
    assert (estimate.status, estimate.method) == ("estimated", "own")
    (stations,) = articles.lines_of("5g-stations").figures
    assert stations.change is not None
    assert (stations.change.times, stations.change.since and stations.change.since.text) == (
        Decimal(6),
        "2025-07-01",
    )


def test_the_translations_that_were_read_are_named(articles: Dataset) -> None:
    read_in = {source.url: source.read_in for source in articles.sources.values()}
    assert read_in[PHU_THO] == ("pl", "de")
    assert read_in[QUANG_NINH] == ("el",)
    assert read_in[BAC_GIANG] == ("pl",)
    assert read_in[HUNG_YEN] == ("pl",)


@pytest.mark.parametrize("key", FIGURES, ids=lambda key: key[0])
def test_the_shipped_data_keep_every_line_of_the_article(
    shipped: Dataset, key: tuple[str, str]
) -> None:
    province, url = key
    figures = [f for _, lines in shipped.all_lines() for f in lines.figures]
    targets = [t for _, lines in shipped.all_lines() for t in lines.targets]
    lines = [*((f, f.period.text) for f in figures), *((t, t.by.text) for t in targets)]
    found = {
        _row(line, when)
        for line, when in lines
        if line.province == province and shipped.sources[line.source].url == url
    }
    assert found.issuperset({*FIGURES[key], *TARGETS[key]})
