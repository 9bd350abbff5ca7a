"""The commands on the shipped data: the answers that the five articles must give."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("of_articles")


def _json(run: Run, *words: str) -> Any:
    code, out, err = run(*words, "-f", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def _rows(document: Any) -> dict[str, Any]:
    return {row["province"]: row for group in document["groups"] for row in group["rows"]}


def test_online_filing_is_unranked_while_only_two_report_it_alike(run: Run) -> None:
    document = _json(run, "rank", "online-filing")
    assert [group["ranked"] for group in document["groups"]] == [False]
    rows = _rows(document)
    hung_yen, phu_tho = rows["hung-yen"], rows["phu-tho"]
    assert (hung_yen["word"], hung_yen["value"]) == ("nearly", 96)
    assert (hung_yen["low"], hung_yen["high"]) == (95, 96)
    assert (phu_tho["word"], phu_tho["value"]) == ("value", 86.6)
    assert hung_yen["rank"] is None
    assert phu_tho["rank"] is None
    (former,) = document["not_ranked"]
    assert former["province"] == "former/bac-giang"
    assert (former["value"], former["period"]) == (80.47, "2023")
    assert former["reason"] == "former_province"


def test_5g_ranks_nobody(run: Run) -> None:
    document = _json(run, "rank", "5g")
    (group,) = document["groups"]
    (row,) = group["rows"]
    assert (group["basis"], row["province"]) == ("area", "quang-ninh")
    assert (row["word"], row["value"], row["low"], row["high"]) == ("about", 40, 38, 42)
    (phu_tho,) = document["not_ranked"]
    assert (phu_tho["province"], phu_tho["value"]) == ("phu-tho", 100)
    assert phu_tho["reason"] == "scope"
    assert phu_tho["scope"] == {"places": "town centres and industrial zones"}
    assert row["rank"] is None
    assert {entry["province"] for entry in document["not_reported"] if entry["has_target"]} == {
        "hung-yen"
    }
    assert len(document["not_reported"]) == 32


def test_gaps_of_phu_tho(run: Run) -> None:
    document = _json(run, "gap", "phu-tho")
    rows = {row["indicator"]: row for row in document["rows"]}
    filing = rows["online-filing"]
    assert (filing["verdict"], filing["gap"], filing["due"]) == ("short", 3.4, "open")
    assert (filing["target"]["value"], filing["target"]["by"]) == (90, "2026")
    economy = rows["digital-economy"]
    assert (economy["verdict"], economy["gap"], economy["method"]) == ("short", 1, "own")
    coverage = rows["5g"]
    assert (coverage["verdict"], coverage["gap"]) == ("basis_unstated", None)
    assert coverage["target"]["value"] == 65
    assert {rows[name]["verdict"] for name in ("full-online", "ai-centres")} == {"no_figure"}


def test_a_deadline_is_open_on_its_day_and_passed_the_day_after(run: Run) -> None:
    for day, due in (("2026-12-31", "open"), ("2027-01-01", "passed")):
        _, out, _ = run("gap", "phu-tho", "-f", "json", "--as-of", day, as_of=None)
        assert {row["due"] for row in json.loads(out)["rows"]} == {due}


def test_show_has_the_years_of_a_ranking_side_by_side(run: Run) -> None:
    code, out, err = run("show", "bac-giang", "--full")
    assert code == 0
    assert "former/bac-giang" in err
    line = next(line for line in out.splitlines() if line.startswith("Digital Transformation"))
    cells = [cell.strip() for cell in line.split("  ") if cell.strip()]
    assert cells[1:6] == ["–", "top 10 of 63", "top 10 of 63", "top 10 of 63", "9 of 63 i"]


def test_show_tells_everything_behind_one_number(run: Run) -> None:
    code, out, _ = run("show", "phu-tho", "5g-stations", "--sources", "full")
    assert code == 0
    assert "868" in out
    assert "6 times the number of 1 Jul 2025" in out
    assert "https://doanhnghiepvn.vn/" in out


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("phu-tho", "phu-tho"),
        ("Phú Thọ", "phu-tho"),
        ("phu tho", "phu-tho"),
        ("PHUTHO", "phu-tho"),
        ("tỉnh Phú Thọ", "phu-tho"),
        ("25", "phu-tho"),
        ("hcm", "ho-chi-minh"),
        ("sài gòn", "ho-chi-minh"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("thừa thiên huế", "hue"),
        ("phú thọ cũ", "former/phu-tho"),
        ("former/phu-tho", "former/phu-tho"),
        ("bắc giang", "former/bac-giang"),
    ],
)
def test_names_are_found_however_they_are_typed(run: Run, typed: str, id: str) -> None:
    code, out, _ = run("show", typed, "-f", "json")
    assert code == 0
    assert json.loads(out)["province"]["id"] == id


@pytest.mark.parametrize("words", [("show", "phu-tho"), ("trend", "dti", "phu-tho")], ids=" ".join)
def test_the_id_of_a_province_that_had_not_begun_means_that_of_the_day(
    run: Run, words: tuple[str, ...]
) -> None:
    code, out, _ = run(*words, "-f", "json", "--as-of", "2024-12-31", as_of=None)
    assert code == 0
    assert "former/phu-tho" in out
    assert "national/" not in out


def test_a_target_is_not_shown_before_its_page_was_out(run: Run) -> None:
    """Targets for 5G of 2022 to 2025, the newest page of them of 2026."""
    for words in (("gap", "5g"), ("gap", "phu-tho"), ("show", "phu-tho", "5g")):
        _, out, _ = run(*words, "-f", "json", "--as-of", "2015-12-31", as_of=None)
        document = json.loads(out)
        assert not document.get("rows")
        assert not document.get("targets")
        assert not document["sources"]


def test_before_the_merger_a_name_means_the_smaller_province(run: Run) -> None:
    _, out, _ = run("show", "Phú Thọ", "-f", "json", "--as-of", "2024-12-31", as_of=None)
    assert json.loads(out)["province"]["id"] == "former/phu-tho"


@pytest.mark.parametrize(
    "typed", ["5g", "5G coverage", "5g-coverage", "phủ sóng 5g", "Phu song 5G"]
)
def test_indicators_are_found_by_name_and_alias(run: Run, typed: str) -> None:
    code, out, _ = run("rank", typed, "-f", "json")
    assert code == 0
    assert json.loads(out)["indicator"]["id"] == "5g"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rank", "5h"), "did you mean 5g (5G coverage)"),
        (("show", "phutho1"), "did you mean phu-tho (Phú Thọ)"),
        (("gap", "online-fillng"), "did you mean online-filing"),
        (("rank", "5g", "--basis", "aera"), "did you mean area"),
        (("rank", "5g", "--basis", "moon"), "All bases: dtcompare list bases"),
        (("rank", "5g", "--method", "moon"), "All methods: dtcompare list methods"),
        (("rank", "5g", "--region", "moon"), "All regions: dtcompare list regions"),
        (("rank", "5g", "--only", "moonland"), "All provinces: dtcompare list provinces"),
        (("gap", "moonland"), "All indicators: dtcompare list indicators"),
        (("rnk", "5g"), "Did you mean 'rank'"),
        (("rank", "5g", "--lnag", "vi"), "--lang"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_unknown_name_is_answered_with_what_it_may_mean(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rnk", "5g"), "không có lệnh 'rnk'; có phải 'rank'?"),
        (("rank", "5g", "--nothing"), "không có tùy chọn '--nothing'"),
        (("rank", "5g", "--bass", "area"), "không có tùy chọn '--bass'; có phải '--basis', '"),
        (("rank", "5g", "2025", "csv"), "thừa ở cuối: csv"),
        (("trend",), "thiếu 'CHỈ-SỐ'"),
        (("list",), "thiếu 'LOẠI'"),
        (("rank", "5g", "--by", "size"), "'--by': không có 'size'; "),
        (("rank", "5g", "--list-all=3"), "'--list-all' không nhận giá trị"),
        (("rank", "5g", "--top"), "'--top' cần một giá trị"),
        (("add", "--between", "1"), "'--between' cần 2 giá trị"),
        (("rank", "5g", "--top", "x"), "'--top': 'x' không phải số nguyên"),
        (("rank", "5g", "--top", "0"), "'--top': phải từ 1 trở lên"),
        (("rank", "5g", "--sort", "size"), "'--sort': không có 'size'; một trong 'value', '"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_slip_is_told_in_the_language_asked_for(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    """Be that asked for before the slip, or behind it where it is not read any more."""
    code, out, err = run("--lang", "vi", *words, as_of=None)
    assert (code, out, len(err.splitlines())) == (2, "", 2)
    assert err.startswith(f"dtcompare: {said}")
    assert "\nXem hướng dẫn: dtcompare" in err


def test_the_language_is_known_behind_a_slip_too(run: Run) -> None:
    for words in (("--top", "0", "--lang", "vi"), ("--nothing", "--lang=vi")):
        assert "Xem hướng dẫn: dtcompare rank -h" in run("rank", "5g", *words, as_of=None)[2], words


def test_an_error_is_two_lines_whatever_was_typed(run: Run) -> None:
    """A choice that is missing, words over several lines, words without an end."""
    for words in (("list",), ("show", "a\nb"), ("rank", "5g", "--region", "\n" * 9 + "x" * 9999)):
        err = run(*words, as_of=None)[2]
        assert (len(err.splitlines()), len(err) < 1200) == (2, True), words


@pytest.mark.parametrize("words", [("rank", "5g", "-o", ""), ("chart-all", "")], ids=" ".join)
def test_a_name_that_is_empty_is_no_place_to_save_to(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """As where a script has not set its variable: neither the screen nor the working folder."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words)
    assert (code, out, list(tmp_path.iterdir())) == (2, "", [])
    assert "is empty; give it a name" in err


def test_what_is_no_regular_file_is_told_in_the_language_asked_for(
    run: Run, tmp_path: Path
) -> None:
    code, out, err = run("export", "-f", "csv", "-o", str(tmp_path), "--lang", "vi")
    assert (code, out) == (1, "")
    assert err == f"dtcompare: {tmp_path} không phải tệp thường; hãy chọn một tệp, hoặc tên mới\n"


def test_no_name_is_accepted_by_its_beginning(run: Run) -> None:
    assert run("show", "phu")[0] == 2
    assert run("rank", "online")[0] == 2


def test_a_word_that_means_a_command_is_answered_with_it(run: Run) -> None:
    code, out, err = run("ranking", "5g")
    assert code == 0
    assert out == run("rank", "5g")[1]
    assert "dtcompare rank" in err


def test_global_options_stand_before_or_after_the_command(run: Run) -> None:
    after = run("rank", "5g", "--lang", "vi")
    before = run("--lang", "vi", "rank", "5g")
    assert before == after
    assert "tính đến 21/11/2026" in after[1]


def test_the_bare_command_shows_help_and_how_new_the_data_are(run: Run) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "Newest page read: 3 Feb 2026" in out
    assert "dtcompare rank 5g" in out


def test_period_takes_the_provinces_of_its_end(run: Run) -> None:
    by_option = _json(run, "rank", "dti", "--period", "2022")
    by_argument = _json(run, "rank", "dti", "2022")
    assert by_option == by_argument
    assert by_option["existing"] == 63
    (row,) = by_option["groups"][0]["rows"]
    assert (row["province"], row["text"]) == ("former/bac-giang", "top 10 of 63")
    assert len(by_option["not_reported"]) == 62


def test_filters_choose_figures_and_rows(run: Run) -> None:
    only = _json(run, "rank", "online-filing", "--only", "Hưng Yên")
    assert set(_rows(only)) == {"hung-yen"}
    assert only["not_ranked"] == []
    operator = _json(run, "rank", "5g", "--scope", "places")
    assert set(_rows(operator)) == {"phu-tho"}
    region = _json(run, "rank", "online-filing", "--region", "red-river-delta")
    assert set(_rows(region)) == {"hung-yen"}
    method = _json(run, "rank", "digital-economy", "--method", "own")
    assert set(_rows(method)) == {"phu-tho"}
    every = _json(run, "rank", "digital-economy", "--list-all")
    assert [row["period"] for group in every["groups"] for row in group["rows"]].count("2022") == 1
    assert {row["rank"] for group in every["groups"] for row in group["rows"]} == {None}


def test_nothing_found_says_why_and_fails_only_where_asked(run: Run) -> None:
    code, out, _ = run("rank", "5g", "--period", "2020")
    assert code == 0
    assert "dtcompare rank 5g --list-all" in out
    assert run("rank", "5g", "--period", "2020", "--fail-empty")[0] == 3


def test_csv_has_every_row_the_not_ranked_with_their_reason(run: Run) -> None:
    _, out, _ = run("rank", "online-filing", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["province"], row["reason"]) for row in rows] == [
        ("hung-yen", ""),
        ("phu-tho", ""),
        ("former/bac-giang", "former_province"),
    ]
    assert [row["value"] for row in rows] == ["96", "86.6", "80.47"]
    assert rows[1]["target_value"] == "90"


def test_formats_agree_row_by_row(run: Run) -> None:
    _, text, _ = run("gap", "phu-tho", "-f", "jsonl")
    _, table, _ = run("gap", "phu-tho", "-f", "csv")
    lines = [json.loads(line) for line in text.splitlines()]
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [line["indicator"] for line in lines] == [row["indicator"] for row in rows]
    assert [str(line["target_value"]) for line in lines] == [row["target_value"] for row in rows]


@pytest.mark.parametrize(
    "what", ["provinces", "indicators", "sources", "bases", "methods", "regions"]
)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_list_counts_what_is_reported(run: Run, what: str, lang: str) -> None:
    document = _json(run, "list", what, "--lang", lang)
    assert document["rows"]
    counts = {row["id"]: row["figures"] for row in document["rows"]}
    expected = {
        "provinces": ("phu-tho", 13),
        "indicators": ("online-filing", 3),
        "sources": ("phu-tho/dnvn-2026-02", 13),
        "bases": ("communes", 3),
        "methods": ("own", 1),
        "regions": ("north-uplands", 13),
    }
    id, number = expected[what]
    assert counts[id] == number


def test_a_region_is_headed_by_its_provinces_whether_they_report_or_not(run: Run) -> None:
    _, out, _ = run("list", "regions")
    heads = next(line for line in out.splitlines() if line.startswith("Id"))
    assert "Provinces" in heads
    assert "Report it" not in heads


def test_vietnamese_output_has_no_english_sentence(run: Run) -> None:
    for words in (
        ("rank", "5g"),
        ("rank", "online-filing"),
        ("gap", "phu-tho"),
        ("show", "quang-ninh"),
        ("show", "phu-tho", "5g"),
        ("list", "indicators"),
    ):
        _, out, _ = run(*words, "--lang", "vi", "--no-sources")
        said = out.split("\na  ")[0]  # notes are shown as written
        for word in (" of ", " reports", "Province", " by ", " as of", "figure"):
            assert word not in said, (words, word)
