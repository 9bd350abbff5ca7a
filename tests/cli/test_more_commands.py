"""compare, trend, reporting, and what rank, gap and show say of all provinces."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from dtcompare.view.formats import FORMATS
from tests.conftest import Run


def _json(run: Run, *words: str) -> Any:
    code, out, err = run(*words, "-f", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def _plain(run: Run, *words: str) -> str:
    """The full answer."""
    code, out, _ = run(*words, "--full")
    assert code == 0
    return out


def _lines(text: str) -> list[list[str]]:
    """Every line cut into its cells."""
    return [
        [cell.strip() for cell in line.split("  ") if cell.strip()] for line in text.splitlines()
    ]


# rank


def test_all_63_places_of_2022_stand_as_published(run: Run) -> None:
    document = _json(run, "rank", "dti", "--period", "2022")
    (group,) = document["groups"]
    ranks = [row["rank"] for row in group["rows"]]
    assert (len(ranks), ranks.count(15), ranks.count(16)) == (63, 2, 0)
    assert ranks == sorted(ranks)
    assert {rank for rank in ranks if rank != 15} == {*range(1, 64)} - {15, 16}
    by_place = {row["rank"]: row["name"] for row in group["rows"]}
    assert (by_place[1], by_place[3], by_place[4]) == ("Đà Nẵng", "Quảng Ninh", "Thừa Thiên Huế")
    assert (by_place[9], by_place[63]) == ("Bắc Giang", "Bắc Kạn")
    shared = {row["name"] for row in group["rows"] if row["rank"] == 15}
    assert shared == {"Thanh Hóa", "Yên Bái"}


def test_the_edition_of_34_has_holes_and_gia_lai_at_31(run: Run) -> None:
    document = _json(run, "rank", "dti")
    (group,) = document["groups"]
    assert (group["edition"]["period"], group["edition"]["of"]) == ("2024", 34)
    places = {row["name"]: row["rank"] for row in group["rows"]}
    assert (places["Hà Nội"], places["Gia Lai"], places["Đà Nẵng"]) == (1, 31, 17)
    assert len(places) < 34
    text = _plain(run, "rank", "dti")
    assert "18–30  not found" in text
    assert "32–34  not found" in text
    assert "44 former provinces (2022), " in text
    assert "dtcompare rank dti --period 2022" in text


def test_counts_of_two_seasons_are_two_rankings(run: Run) -> None:
    first, second = _json(run, "rank", "5g-stations")["groups"]
    assert [(row["name"], row["value"]) for row in first["rows"]] == [
        ("Phú Thọ", 868),
        ("Gia Lai", 734),
        ("Huế", 352),
        ("Tuyên Quang", 81),
    ]
    assert {row["rank_of"] for row in first["rows"]} == {4}
    assert [row["name"] for row in second["rows"]] == [
        "Bắc Ninh",
        "Lâm Đồng",
        "Tây Ninh",
        "Phú Thọ",
        "Gia Lai",
    ]


def test_stations_by_people_and_by_area_are_other_rankings(run: Run) -> None:
    people = _json(run, "rank", "5g-stations", "--per", "people")["groups"][0]["rows"]
    # 868 of 4,022,638 people: 21.58 per 100,000
    assert [(row["name"], row["value"]) for row in people][:2] == [
        ("Huế", 28.47),
        ("Phú Thọ", 21.58),
    ]
    assert any("/" in source for source in people[0]["sources"])
    text = _plain(run, "rank", "5g-stations", "--per", "area")
    assert "Not known what to divide by: Tây Ninh 245 (Oct 2025)" in text
    assert "nearly 2.42 (nearly 150)" in text
    assert "The population it is divided by is not reliable." in _plain(
        run, "rank", "5g-stations", "--per", "people"
    )


def test_a_share_is_not_divided(run: Run) -> None:
    assert run("rank", "5g", "--per", "people")[0] == 2


def test_the_statistics_office_s_six_lead_the_digital_economy(run: Run) -> None:
    (group,) = _json(run, "rank", "digital-economy")["groups"]
    assert [(row["rank"], row["name"], row["value"]) for row in group["rows"]] == [
        (1, "Bắc Ninh", 46.30),
        (2, "Thái Nguyên", 29.53),
        (3, "Phú Thọ", 22.71),
        (4, "Hải Phòng", 22.28),
        (5, "Hà Nội", 17.34),
        (6, "TP. Hồ Chí Minh", 13.43),
    ]
    text = _plain(run, "rank", "digital-economy")
    assert "Bắc Ninh 56.83% to Quảng Ngãi 4.21%" in text
    assert "14.5% by 2026" in text  # the country's own target


def test_5g_coverage_ranks_nobody_of_the_eight(run: Run) -> None:
    document = _json(run, "rank", "5g")
    rows = [row for group in document["groups"] for row in group["rows"]]
    rows += document["not_ranked"]
    assert {row["rank"] for row in document["groups"][0]["rows"]} == {None}
    assert {row["name"] for row in rows if "former" not in row["province"]} == {
        "Bắc Ninh",
        "Gia Lai",
        "Quảng Ninh",
        "Tây Ninh",
        "Phú Thọ",
        "Nghệ An",
        "Huế",
        "Đắk Lắk",
    }
    assert document["reference"]["value"] == 61.2


# gap and show


def test_no_gap_of_5g_can_be_worked_out_and_none_is_called_missed(run: Run) -> None:
    text = _plain(run, "gap", "5g")
    sentence = text.splitlines()[2]
    assert sentence.startswith("None of the 13 can be judged: no figure is measured like")
    assert "None reached yet" not in text
    assert "6 deadlines have passed without a figure in this data set" in sentence
    rows = _lines(text)
    silent = [row[1] for row in rows if row and row[0] == "2025"]
    assert silent == ["Đà Nẵng", "Gia Lai", "Huế", "Hưng Yên", "Lào Cai", "Tây Ninh"]
    assert "dtcompare gap 5g --against national" in text


def test_a_former_province_keeps_its_figures_and_says_what_became_of_it(run: Run) -> None:
    text = _plain(run, "show", "bac-giang")
    assert "Ended on 1 Jul 2025, now part of Bắc Ninh" in text
    for words in ("47.81%", "80.47%", "over 503,000 billion VND", "9 of 63", "at least 2%"):
        assert words in text
    assert "4 reached, 4 ended with the province" in text


# compare


def test_two_provinces_are_compared_on_two_indicators(run: Run) -> None:
    document = _json(run, "compare", "quang-ninh", "phu-tho")
    told = [(row["indicator"], row["ahead"], row["by"]) for row in document["alike"]]
    assert told == [("fibre-use", "quang-ninh", 11.74), ("smartphones", None, None)]
    fibre = document["alike"][0]
    assert (fibre["by_low"], fibre["by_high"]) == (11.24, 12.24)
    assert {row["indicator"] for row in document["apart"]} == {
        "4g",
        "5g",
        "5g-stations",
        "bts-stations",
        "digital-economy",
    }
    assert [(row["indicator"], row["most"]) for row in document["counts"]] == [
        ("bts-stations", None)
    ]
    assert {row["why"] for row in document["apart"]} == {"footing", "extensive"}
    assert document["sentence"] == (
        "Quảng Ninh is ahead on one of 2 that compare, one is open. Both report 7 indicators."
    )


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        (("rank", "5g-stations"), "count"),
        (("rank", "5g-stations", "--per", "people"), "count-per-people"),
        (("trend", "5g-stations"), "count"),
        (("show", "phu-tho", "5g-stations"), "count"),
        (("gap", "digital-economy"), "percent"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else words,
)
def test_rows_of_several_answers_can_be_put_together(
    words: tuple[str, ...], unit: str, run: Run
) -> None:
    """Each says what was measured, in what unit, and has the address of its page."""
    rows = list(csv.DictReader(io.StringIO(run(*words, "-f", "csv")[1])))
    (indicator,) = {"5g-stations", "digital-economy"}.intersection(words)
    assert {(row["indicator"], row["unit"]) for row in rows} == {(indicator, unit)}
    assert any(row["url"].startswith("https://") for row in rows)


def test_a_row_of_a_comparison_says_in_which_part_it_stands(run: Run) -> None:
    """Not whether its indicator is a part of an index."""
    _, out, _ = run("compare", "quang-ninh", "phu-tho", "-f", "csv")
    parts = {line.partition(",")[0] for line in out.splitlines()[1:]}
    assert parts == {"alike", "count", "apart", "only", "ranking"}


def test_compare_reads_well(run: Run) -> None:
    text = _plain(run, "compare", "quang-ninh", "phu-tho")
    assert "Quảng Ninh by about 11.74 pts (11.24 to 12.24)" in text
    assert "100%, town centres and industrial zones only, Feb 2026" in text
    assert "Phú Thọ: 6 targets: 3 short, 3 cannot be judged" in text
    for words in ("former Phú Thọ: 6 figures", "Index 23 of 63 (2022)", "Index 42 of 63 (2022)"):
        assert words in text


def test_those_measured_alike_are_compared_though_others_are_not(run: Run) -> None:
    ids = ("phu-tho", "gia-lai", "bac-ninh", "hai-phong", "ha-noi", "hue")
    rows = {row["indicator"]: row for row in _json(run, "compare", *ids)["alike"]}
    economy = rows["digital-economy"]
    assert [row["province"] for row in economy["figures"]] == [
        "phu-tho",
        "bac-ninh",
        "hai-phong",
        "ha-noi",
    ]
    # 46.30 - 22.71
    assert (economy["ahead"], economy["by"]) == ("bac-ninh", 23.59)


def test_the_same_name_twice_is_told_apart(run: Run) -> None:
    text = _plain(run, "compare", "phu-tho", "former/phu-tho")
    assert text.startswith("Phú Thọ and former Phú Thọ")
    assert ["Indicator", "Phú Thọ", "Former Phú Thọ"] in _lines(text)
    vietnamese = _plain(run, "compare", "phu-tho", "former/phu-tho", "--lang", "vi")
    assert vietnamese.startswith("Phú Thọ và Phú Thọ cũ")


@pytest.mark.parametrize(
    "words",
    [
        ("national",),
        ("quang-ninh", "Quảng Ninh"),
        ("hue", "ha-noi", "son-la", "lai-chau", "cao-bang", "lang-son", "phu-tho"),
    ],
)
def test_two_to_six_different_provinces_are_compared(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run("compare", *words)
    assert (code, out) == (2, "")
    assert "2 to 6 different provinces" in err


# trend


def test_the_trend_of_quang_ninh_is_that_of_the_pages(run: Run) -> None:
    document = _json(run, "trend", "digital-economy", "quang-ninh")
    (series,) = document["series"]
    told = [(p["period"], p["value"], p["change"], p["years"]) for p in series["points"]]
    assert told == [("2022", 6.68, None, None), ("2024", 7.1, 0.42, 2), ("2025", 7.73, 0.63, 1)]
    assert series["per_year"] == 0.35
    text = _plain(run, "trend", "digital-economy", "quang-ninh")
    assert text.splitlines()[2] == (
        "Quảng Ninh: up from 6.68% in 2022 to 7.73% in 2025, 0.35 pts a year. To reach 30% by 2030 "
        "it must move 4.45 pts a year, 12.7 times the pace so far."
    )
    rows = [row[:3] for row in _lines(text)]
    for row in (
        ["2023", "–"],
        ["2024", "7.1% a", "+0.42 pts in 2 years"],
        ["2025", "7.73%", "+0.63 pts"],
        ["2025 target", "20%", "missed by 12.27 pts"],
        ["2030 target", "30%", "22.27 pts"],
    ):
        assert row in [found[: len(row)] for found in rows]


def test_places_are_told_as_up_and_down_and_cut_where_the_method_changed(run: Run) -> None:
    text = _plain(run, "trend", "dti", "lang-son")
    assert ": moved up from 5 of 63 in 2021 to 4 of 63 in 2023, 0.5 places a year." in text
    rows = [row[:3] for row in _lines(text)]
    assert ["2022", "6 of 63", "down 1 place"] in rows
    assert ["2023", "4 of 63 a", "up 2 places"] in rows
    assert "places among 63; method until 2020" in text
    assert "places among 63; method since 2021" in text


def test_former_provinces_have_their_own_line_that_ends_at_the_merger(run: Run) -> None:
    document = _json(run, "trend", "dti", "da-nang")
    told = {(s["province"], s["of"]): s["ended"] for s in document["series"]}
    assert told["former/da-nang", 63] == told["former/quang-nam", 63] == "2025-07-01"
    assert told["da-nang", 34] is None
    text = _plain(run, "trend", "dti", "da-nang")
    assert "merged on 1 Jul 2025" in text
    assert "Former Đà Nẵng; places among 63" in text


def test_targets_that_no_series_answers_are_named_as_such(run: Run) -> None:
    text = _plain(run, "trend", "5g", "hue")
    assert "Targets with no figure to judge them by" in text
    assert "80% by 2026, of what not said: cannot be judged" in text
    assert "No two figures compare" in text


def test_months_are_not_made_into_years(run: Run) -> None:
    text = _plain(run, "trend", "5g-stations", "phu-tho")
    assert ": up from 170 in Sep 2025 to 868 in Feb 2026." in text
    assert "a year" not in text.splitlines()[2]


def test_without_provinces_all_that_moved_are_listed(run: Run) -> None:
    text = _plain(run, "trend", "dti")
    assert "5 provinces have two or more figures that compare." in text
    names = [row[0] for row in _lines(text) if row]
    first = names.index("Places among 63; method since 2021") + 1
    assert names[first : first + 5] == ["Hà Nội", "Lạng Sơn", "Thanh Hóa", "Huế", "Quảng Ninh"]


def test_a_province_typed_twice_is_shown_once(run: Run) -> None:
    once = run("trend", "digital-economy", "quang-ninh")
    assert run("trend", "digital-economy", "quang-ninh", "Quảng Ninh") == once


def test_nothing_to_show_says_what_to_type(run: Run) -> None:
    code, out, _ = run("trend", "5g", "an-giang", "--fail-empty")
    assert code == 3
    assert "dtcompare rank 5g" in out


# reporting


def test_who_reports_what_counts_every_province_and_indicator(run: Run) -> None:
    document = _json(run, "reporting")
    assert len(document["provinces"]) == 34
    assert sum(row["reported"] for row in document["provinces"]) == len(document["cells"])
    assert sum(row["reported"] for row in document["indicators"]) == len(document["cells"])
    assert sum(cell["comparable"] for cell in document["cells"]) == sum(
        row["comparable"] for row in document["indicators"]
    )
    _, out, _ = run("reporting", "-f", "csv")
    assert len(list(csv.DictReader(io.StringIO(out)))) == len(document["cells"])


def test_what_one_province_reports_and_what_to_ask_it_for(run: Run) -> None:
    document = _json(run, "reporting", "quang-ninh")
    cells = {cell["indicator"]: cell for cell in document["cells"]}
    assert (cells["smartphones"]["value"], cells["smartphones"]["comparable"]) == (94, True)
    assert (cells["5g-stations"]["months"], cells["5g-stations"]["comparable"]) == (11, False)
    assert document["wanted"][0]["why"] == "unjudged_target"
    text = _plain(run, "reporting", "quang-ninh")
    assert "7.73%, method not stated" in text
    assert "1 of 63, 92.18" in text
    assert "target 99% by 2030: no figure measured like it" in text


def test_a_target_that_says_no_basis_is_asked_what_it_is_a_share_of(run: Run) -> None:
    assert "target at least 65% by 2026: what it is a share of" in _plain(
        run, "reporting", "phu-tho"
    )


def test_a_former_province_is_asked_for_nothing(run: Run) -> None:
    code, out, err = run("reporting", "bac-giang")
    assert code == 0
    assert "former/bac-giang" in err
    assert out.startswith("Former Bắc Giang: what it reports")
    assert "42.13%, the ministry's estimate" in out  # the figure that may compare
    assert "What to ask for next" not in out


# all of them


COMMANDS = (
    ("compare", "quang-ninh", "phu-tho"),
    ("compare", "hue", "ha-noi", "former/phu-tho", "an-giang", "bac-ninh", "former/bac-giang"),
    ("trend", "digital-economy", "quang-ninh"),
    ("trend", "dti", "da-nang", "lang-son"),
    ("trend", "5g-stations"),
    ("reporting",),
    ("reporting", "quang-ninh"),
)


def _check_form(run: Run, words: tuple[str, ...], form: str) -> None:
    code, out, err = run(*words, "-f", form)
    assert (code, err) == (0, "")
    assert out.strip()
    assert "Decimal(" not in out
    assert "None" not in out.replace("None of these", "")


@pytest.mark.parametrize("form", FORMATS)
def test_two_answers_can_be_had_in_every_format(run: Run, form: str) -> None:
    _check_form(run, ("compare", "quang-ninh", "phu-tho"), form)
    _check_form(run, ("trend", "digital-economy", "quang-ninh"), form)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("form", ["table", "plain", "csv", "json", "html", "markdown"])
def test_every_answer_can_be_had_in_the_usual_formats(
    run: Run, words: tuple[str, ...], form: str
) -> None:
    _check_form(run, words, form)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_vietnamese_face_has_no_english_sentence(run: Run, words: tuple[str, ...]) -> None:
    _, out, _ = run(*words, "--lang", "vi", "--no-sources")
    said = out.split("\na  ")[0]  # notes are shown as written
    for word in (" reports", "Province", " by ", " as of", "figure", "former ", " a year"):
        assert word not in said, word


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_records_and_lines_agree_row_by_row(run: Run, words: tuple[str, ...]) -> None:
    _, text, _ = run(*words, "-f", "jsonl")
    _, table, _ = run(*words, "-f", "csv")
    lines = [json.loads(line) for line in text.splitlines()]
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [line["text"] for line in lines] == [row["text"] for row in rows]


@pytest.mark.parametrize("command", ["trend", "rank", "gap"])
def test_every_indicator_has_an_answer(run: Run, command: str) -> None:
    indicators = [row["id"] for row in _json(run, "list", "indicators")["rows"]]
    for id in indicators:
        code, out, _ = run(command, id)
        assert (code, bool(out)) == (0, True), id
