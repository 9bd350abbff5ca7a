"""A table in one command: long or wide, shown first, all of it or nothing, once and no more."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dtcompare.reading.table_file import read_table
from tests.conftest import ARTICLES, DATA, ROOT, SHIPPED, Run
from tests.test_json_output import hold

EVERY_WORD = ROOT / "tests" / "data" / "every_word"
LIBRARIES = ROOT / "docs" / "libraries"
DTI = """\
STT;Địa phương;Điểm;Hạng
1;Tỉnh Phú Thọ;0,6512;12
2;TP. HẢI PHÒNG;0,7002;9
3;ha giang;khoảng 0,55;
4;Lào Cai cũ;-;20
5;former/bac-giang;0,61;18
;;;
"""
WIDE = ("--province", "Địa phương", "--indicator", "dti", "--value", "Điểm", "--rank", "Hạng")
PAGE = (
    "--source", "dti-2024", "--title", "Xếp hạng DTI: 2024", "--publisher", "Bộ KH&CN",
    "--published", "2025-07-02", "--url", "https://example.org/dti-2024",
)  # fmt: skip
DTI_2024 = (*WIDE, "--period", "2024", "--decimal", ",", *PAGE)
SOURCE = """\
  dti-2024:
    title: "Xếp hạng DTI: 2024"
    publisher: Bộ KH&CN
    published: 2025-07-02
    url: https://example.org/dti-2024
"""
MAP = """\
province: Địa phương
period: 2024
source: dti-2024
title: "Xếp hạng DTI: 2024"
publisher: Bộ KH&CN
published: 2025-07-02
url: https://example.org/dti-2024
columns:
  Điểm:
    indicator: dti
    rank: {column: Hạng}
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data set of the five articles, in the working folder."""
    shutil.copytree(ARTICLES, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.fixture
def dti(small: Path) -> Path:
    """The table of an index in the working folder."""
    path = small.parent / "dti.csv"
    path.write_text(DTI, encoding="utf-8")
    return path


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file of a data set, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")
    }


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    """Write a CSV file."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def with_the_page(shared: bytes) -> bytes:
    """The shared sources with the new page, whose id comes before all others."""
    return shared.replace(b"\nsources:\n", f"\nsources:\n{SOURCE}".encode())


def lines_of(small: Path, id: str) -> list[str]:
    """The lines of a province's file, without their indent."""
    text = (small / "provinces" / f"{id}.yaml").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines()]


# --- wide tables


def test_one_column_and_its_places(run: Run, small: Path, dti: Path) -> None:
    """Names fold and mean the province of the period's end; a page of five goes to sources.yaml."""
    before = contents(small)
    code, out, err = run("import", str(dti), *DTI_2024, "--yes")
    assert (code, err) == (0, "")
    assert out.endswith("\n6 files written.\n")
    assert "5 lines are new, in 6 files, with 1 new source." in out
    after = contents(small)
    new = {
        "phu-tho": "- {period: 2024, rank: 12, value: 0.6512, source: dti-2024}",
        "hai-phong": "- {period: 2024, rank: 9, value: 0.7002, source: dti-2024}",
        "ha-giang": "- {period: 2024, about: 0.55, source: dti-2024}",
        "lao-cai": "- {period: 2024, rank: 20, source: dti-2024}",
        "bac-giang": "- {period: 2024, rank: 18, value: 0.61, source: dti-2024}",
    }
    for id, line in new.items():
        assert line in lines_of(small, f"former/{id}")
    touched = {"sources.yaml", *(f"provinces/former/{id}.yaml" for id in new)}
    assert {name for name in after if after[name] != before.get(name)} == touched
    assert after["sources.yaml"] == with_the_page(before["sources.yaml"])
    assert run("check")[0] == 0


def test_a_second_run_adds_nothing(run: Run, small: Path, dti: Path) -> None:
    assert run("import", str(dti), *DTI_2024, "--yes")[0] == 0
    before = contents(small)
    code, out, err = run("import", str(dti), *DTI_2024, "--yes")
    assert (code, err) == (0, "")
    assert "Nothing is new, 5 are there already." in out
    assert contents(small) == before


def test_a_table_is_what_add_would_make_of_its_rows(run: Run, small: Path, dti: Path) -> None:
    """One by one or all at once: the same bytes."""
    before = contents(small)
    assert run("import", str(dti), *DTI_2024, "--yes")[0] == 0
    at_once = contents(small)
    for name in set(at_once) - set(before):
        (small / name).unlink()
    for name, content in before.items():
        (small / name).write_bytes(content)
    (small / "sources.yaml").write_bytes(with_the_page(before["sources.yaml"]))
    rows = (
        ("former/phu-tho", "--rank", "12", "--value", "0.6512"),
        ("former/hai-phong", "--rank", "9", "--value", "0.7002"),
        ("former/ha-giang", "--about", "0.55"),
        ("former/lao-cai", "--rank", "20"),
        ("former/bac-giang", "--rank", "18", "--value", "0.61"),
    )
    for province, *numbers in rows:
        words = ("add", province, "dti", *numbers, "--period", "2024", "--source", "dti-2024")
        assert run(*words)[0] == 0
    assert contents(small) == at_once


def test_many_columns_by_a_map(run: Run, small: Path) -> None:
    """Constants for all columns, for one, and parts of a line from further columns."""
    (small.parent / "t.tsv").write_text(
        "Tên\tNộp\tCăn cứ\t5G\tGhi chú\n"
        "22\t86.5 %\tarea\t40\t\n"
        "Hưng Yên\t\tpopulation\ttrên 95\tđo thử\n"
        "cả nước\t91\tarea\t\t\n", "utf-8",
    )  # fmt: skip
    (small.parent / "map.yaml").write_text(
        "province: Tên\nperiod: 2026-06\nsource: report-2026\ntitle: T\npublisher: P\n"
        "published: 2026-08\nurl: https://example.org/r\ncolumns:\n"
        "  Nộp: {indicator: Online filing}\n"
        "  5G:\n    indicator: 5g\n    basis: {column: Căn cứ}\n    note: {column: Ghi chú}\n"
        "    scope: operator=Viettel\n", "utf-8",
    )  # fmt: skip
    code, out, err = run("import", "t.tsv", "--map", "map.yaml", "--yes")
    assert (code, err) == (0, "dtcompare: of the whole country, into national.yaml: row 4\n")
    assert out.endswith("3 files written.\n")
    assert "- {period: 2026-06, value: 86.5, source: report-2026}" in lines_of(small, "quang-ninh")
    assert (
        "- {period: 2026-06, over: 95, basis: population, scope: {operator: Viettel}, "
        "source: report-2026, note: đo thử}"
    ) in lines_of(small, "hung-yen")
    assert "value: 91" in (small / "national.yaml").read_text(encoding="utf-8")
    # Three files cite it: each has it itself.
    assert "report-2026" not in (small / "sources.yaml").read_text(encoding="utf-8")
    assert run("check")[0] == 0


def test_what_is_typed_goes_before_the_map_and_fills_empty_cells(run: Run, small: Path) -> None:
    """A column of the map that says its own part keeps it."""
    folder = small.parent
    (folder / "t.csv").write_text("province,a,b\nPhú Thọ,98,97\n", encoding="utf-8")
    (folder / "map.yaml").write_text(
        "period: 2026-03\nsource: dnvn-2026-02\ncolumns:\n  a: {indicator: 4g, basis: communes}\n"
        "  b: {indicator: 4g, basis: villages, period: 2025}\n", "utf-8",
    )  # fmt: skip
    assert run("import", "t.csv", "--map", "map.yaml", "--period", "2026-01", "--yes")[0] == 0
    found = lines_of(small, "phu-tho")
    assert "- {period: 2026-01, value: 98, basis: communes, source: dnvn-2026-02}" in found
    assert "- {period: 2025, value: 97, basis: villages, source: dnvn-2026-02}" in found
    rows = [
        {"province": "Phú Thọ", "indicator": "e-results", "period": "2025-10", "value": "85"},
        {"province": "Phú Thọ", "indicator": "e-results", "period": "", "value": "89"},
    ]
    write_rows(folder / "long.csv", rows)
    words = ("--period", "2025-09", "--source", "dnvn-2026-02", "--yes")
    assert run("import", "long.csv", *words)[0] == 0
    found = lines_of(small, "phu-tho")
    assert "- {period: 2025-10, value: 85, source: dnvn-2026-02}" in found
    assert "- {period: 2025-09, value: 89, source: dnvn-2026-02}" in found


def test_a_page_of_few_provinces_may_be_national(run: Run, small: Path, dti: Path) -> None:
    dti.write_text("\n".join(DTI.splitlines()[:3]), encoding="utf-8")
    assert run("import", str(dti), *DTI_2024, "--yes", "--national")[0] == 0
    assert SOURCE in (small / "sources.yaml").read_text(encoding="utf-8")
    assert run("check")[0] == 0


def test_a_data_set_without_shared_sources_gets_them(run: Run, small: Path) -> None:
    shutil.rmtree(small)
    shutil.copytree(LIBRARIES, small)
    (small.parent / "t.csv").write_text("province,n\nhill,9\npark,8\n", "utf-8")
    words = ("import", "t.csv", "--indicator", "visits", "--value", "n", "--period", "2024")
    code, _, err = run(*words, *PAGE, "--national", "--yes")
    assert (code, err) == (0, "")
    assert (small / "sources.yaml").read_text(encoding="utf-8") == f"sources:\n{SOURCE}"
    assert run("check")[0] == 0


def test_a_region_has_the_file_it_needs_begun(run: Run, small: Path, dti: Path) -> None:
    """As ``new`` begins it."""
    assert not (small / "provinces" / "former" / "lao-cai.yaml").exists()
    assert run("import", str(dti), *DTI_2024, "--yes")[0] == 0
    assert "name: Lào Cai" in lines_of(small, "former/lao-cai")


@pytest.mark.parametrize(
    ("period", "file"),
    [
        ("2025", "phu-tho"),
        ("2025-06", "former/phu-tho"),
        ("2024", "former/phu-tho"),
        ("unstated", "phu-tho"),
    ],
)
def test_a_name_means_the_province_of_the_period(
    run: Run, small: Path, period: str, file: str
) -> None:
    (small.parent / "t.csv").write_text("province,n\nPhú Thọ,61.5\n", "utf-8")
    words = ("import", "t.csv", "--indicator", "e-results", "--value", "n", "--period", period)
    code, _, err = run(*words, *PAGE, "--status", "unreliable", "--reject", "a test", "--yes")
    assert code == 0, err
    line = f"- {{period: {period}, value: 61.5, status: unreliable, reject: a test"
    assert any(found.startswith(line) for found in lines_of(small, file))


@pytest.mark.parametrize(
    ("published", "file"), [("2025-07-02", "phu-tho"), ("2024-03", "former/phu-tho")]
)
def test_targets_are_of_the_province_of_their_page(
    run: Run, small: Path, published: str, file: str
) -> None:
    (small.parent / "t.csv").write_text("province,n\nPhú Thọ,90\n", "utf-8")
    words = ("import", "t.csv", "--indicator", "e-results", "--at-least", "n", "--target")
    page = [published if word == "2025-07-02" else word for word in PAGE]
    code, _, err = run(*words, "--by", "2030", "--every", "year", *page, "--yes")
    assert code == 0, err
    assert "- {by: 2030, every: year, at_least: 90, source: dti-2024}" in lines_of(small, file)
    assert "Nothing is new" in run(*words, "--by", "2030", "--every", "year", *page)[1]


MATRIX = """\
province,name,5g,online-filing,dti,dti_place,x
,What,5G coverage,Applications,DTI,DTI,
,Unit,%,%,,Place,
,Measured as,tính trên diện tích,share of applications,,,
,When,2026,2026,"2026, 34","2026, 34",
basis,,area,,,,
phu-tho,Phú Thọ,45,88,0.71,3,
hung-yen,Hưng Yên,-,90.5,,4,
"""


def test_a_matrix_says_by_its_headings_what_it_holds(run: Run, small: Path) -> None:
    """As ``export --wide`` writes it: ids, and rows above the provinces that tell the basis."""
    (small.parent / "m.csv").write_text(MATRIX, encoding="utf-8")
    page = ("--source", "all-2026", *PAGE[2:4], *PAGE[4:6], "--published", "2026-11", *PAGE[8:])
    code, _, err = run("import", "m.csv", "--period", "2026-06", *page, "--yes")
    assert (code, err) == (0, "dtcompare: columns that say nothing here: x\n")
    found = lines_of(small, "phu-tho")
    assert "- {period: 2026-06, value: 45, basis: area, source: all-2026}" in found
    assert "- {period: 2026-06, value: 88, source: all-2026}" in found
    assert "- {period: 2026-06, rank: 3, value: 0.71, source: all-2026}" in found
    assert "- {period: 2026-06, rank: 4, source: all-2026}" in lines_of(small, "hung-yen")
    assert (
        "Nothing is new, 5 are there already."
        in run("import", "m.csv", "--period", "2026-06", *page)[1]
    )


def test_a_row_that_begins_with_source_tells_no_page_where_there_is_no_room_for_one(
    run: Run, small: Path
) -> None:
    (small.parent / "m.csv").write_text("province,5g\nphu-tho,45\nsource,VNPT\n", encoding="utf-8")
    code, _, err = run("import", "m.csv", "--period", "2026-06", "--basis", "area", *PAGE, "--yes")
    assert code == 1
    assert "m.csv:3:1: error: column 'province': there is no province 'source'" in err


# --- the long form


def emptied(folder: Path, target: Path) -> None:
    """Copy a data set without anything that its files report."""
    shutil.copytree(folder, target)
    for path in (target / "provinces").rglob("*.yaml"):
        path.unlink()
    national = target / "national.yaml"
    if national.exists():
        name = next(x for x in national.read_text("utf-8").splitlines() if x.startswith("name:"))
        national.write_text(f"{name}\n", encoding="utf-8")


def exported(run: Run, folder: Path, path: Path) -> list[dict[str, Any]]:
    """The rows of an export, without the line in their file, which depends on comments."""
    code, _, err = run("export", "--data", str(folder), "-o", str(path))
    assert (code, err) == (0, "")
    if path.suffix == ".jsonl":
        rows = [json.loads(line, parse_float=str) for line in path.read_text("utf-8").splitlines()]
    else:
        separator = "\t" if path.suffix == ".tsv" else ","
        text = path.read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
    for row in rows:
        del row["row"]
    return rows


@pytest.mark.parametrize(
    ("folder", "suffix"),
    [
        (DATA, "csv"),
        (SHIPPED, "csv"),
        (ROOT / "docs" / "example", "csv"),
        (ROOT / "docs" / "example", "tsv"),
        (ROOT / "docs" / "example", "jsonl"),
        (EVERY_WORD, "csv"),
        (EVERY_WORD, "jsonl"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_an_export_comes_back_as_it_went(
    run: Run, tmp_path: Path, folder: Path, suffix: str
) -> None:
    """Into an emptied copy, and out again the same; into the data set itself nothing goes."""
    table, copy = tmp_path / f"all.{suffix}", tmp_path / "data"
    before = exported(run, folder, table)
    emptied(folder, copy)
    code, out, err = run("import", str(table), "--data", str(copy), "--yes")
    assert code == 0, err
    back = exported(run, copy, tmp_path / f"back.{suffix}")
    assert sorted(map(str, back)) == sorted(map(str, before))
    if folder not in (SHIPPED, EVERY_WORD):  # which may have lines that are not oldest first
        assert back == before
    code, out, err = run("import", str(table), "--data", str(folder), "--yes")
    assert (code, err) == (0, "")
    assert f"Nothing is new, {len(before):,} are there already." in out


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("folder", [DATA, SHIPPED], ids=lambda folder: folder.name)
def test_a_matrix_comes_back_as_it_went(
    run: Run, tmp_path: Path, folder: Path, suffix: str, lang: str
) -> None:
    """Figures, words, periods and pages, into an emptied copy; a second time nothing."""
    if suffix == "xlsx":
        pytest.importorskip("openpyxl")
    table, back, copy = tmp_path / f"m.{suffix}", tmp_path / f"back.{suffix}", tmp_path / "data"
    emptied(folder, copy)
    wide = ("export", "--wide", "--lang", lang)
    assert run(*wide, "--data", str(folder), "-o", str(table))[0] == 0
    code, _, err = run("import", str(table), "--data", str(copy), "--yes")
    assert code == 0, err
    assert run(*wide, "--data", str(copy), "-o", str(back))[0] == 0
    assert _cells(back) == _cells(table)
    code, out, err = run("import", str(table), "--data", str(copy))
    assert (code, err) == (0, "")
    assert "Nothing is new" in out
    assert "Nothing is new" in run("import", str(table), "--data", str(folder))[1]


def _cells(path: Path) -> object:
    """Return what a table of a file holds."""
    found = read_table(path)
    return found.headings, [row.cells for row in found.rows]


def test_single_figures_of_many_pages(run: Run, small: Path) -> None:
    """As a keeper enters them: both languages, remarks, copies, a target; one page told once."""
    page = {"title": "Tin", "publisher": "Báo", "published": "2026-07", "quoting": "UBND",
            "url": "https://example.org/a", "original": "https://example.org/o"}  # fmt: skip
    rows = [
        {"province": "Phú Thọ", "indicator": "4g", "word": "about", "value": "99",
         "basis": "communes", "period": "2026-06", "scope": "ward=Việt Trì; operator=Viettel",
         "source": "bao-2026-07", "note": "so far", "note_vi": "đến nay", "x": "", **page},
        {"province": "Phú Thọ", "indicator": "dti", "word": "top", "value": "10", "of": "34",
         "period": "2025", "source": "bao-2026-07"},
        {"province": "Phú Thọ", "indicator": "e-results", "word": "between", "value": "90",
         "upper": "95", "by": "2030", "source": "bao-2026-07"},
    ]  # fmt: skip
    write_rows(small.parent / "t.csv", rows)
    code, _, err = run("import", "t.csv", "--yes")
    assert code == 0, err
    assert err.startswith("dtcompare: columns that say nothing here: x\n")
    found = lines_of(small, "phu-tho")
    assert (
        "- {period: 2026-06, about: 99, basis: communes, "
        "scope: {ward: Việt Trì, operator: Viettel}, source: bao-2026-07, "
        "note: {en: so far, vi: đến nay}}"
    ) in found
    assert "- {period: 2025, top: 10, source: bao-2026-07}" in found  # 34 at the end of 2025
    assert "- {by: 2030, between: [90, 95], source: bao-2026-07}" in found
    assert (
        'original: "https://example.org/o"' in found or "original: https://example.org/o" in found
    )
    assert "3 are there already" in run("import", "t.csv")[1]


# --- what is wrong, by row and column


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("ha giang", "Ha Giangg"), "4:2: error: column 'Địa phương': there is no province '"),
        (("0,7002", "0.7002"), "3:3: error: column 'Điểm': '0.7002' is no number with a decimal"),
        (("0,7002", "n/a"), "3:3: error: column 'Điểm': 'n/a' is no number"),
        (("0,61;18", "0,61;180"), "6:4: error: column 'Hạng': rank 180 of 63 cannot be [out-of-"),
        (("0,61;18", "0,61;x"), "6:4: error: column 'Hạng': rank must be a number, not 'x'"),
        (("former/bac-giang", "Phú Thọ"), "6:3: error: column 'Điểm': 'dti': line 2 gives 0.6512"),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_a_broken_row_stops_all_and_is_named(
    run: Run, small: Path, dti: Path, change: tuple[str, str], told: str
) -> None:
    before = contents(small)
    dti.write_text(DTI.replace(*change), encoding="utf-8")
    code, out, err = run("import", str(dti), *DTI_2024, "--yes")
    assert (code, out) == (1, "")
    assert any(line.startswith(f"dti.csv:{told}") for line in err.splitlines()), err
    assert err.endswith("dtcompare: nothing was written\n")
    assert contents(small) == before


def test_everything_wrong_is_told_in_one_run(run: Run, dti: Path) -> None:
    """Sorted by place, a line each; a comma that may be meant so comes with the option."""
    dti.write_text(DTI.replace("ha giang", "Atlantis").replace(";20", ";0"), encoding="utf-8")
    words = [word for word in DTI_2024 if word not in ("--decimal", ",")]
    code, _, err = run("import", str(dti), *words)
    assert code == 1
    places = [line.partition(": ")[0] for line in err.splitlines()]
    assert places == ["dti.csv:2:3", "dti.csv:3:3", "dti.csv:4:2", "dti.csv:5:4", "dti.csv:6:3",
                      "dtcompare"]  # fmt: skip
    assert "write 0.6512; or say --decimal , if the table writes numbers so" in err


def test_a_name_that_many_columns_share_is_told_once(run: Run, small: Path) -> None:
    (small.parent / "t.csv").write_text("province,dti,dti_place\nAtlantis,0.6,3\n", "utf-8")
    (small.parent / "t.yaml").write_text(
        "period: 2024\ncolumns: {dti: {indicator: dti}, dti_place: {indicator: e-results}}\n",
        "utf-8",
    )
    code, _, err = run("import", "t.csv", "--map", "t.yaml", *PAGE)
    assert (code, err.count("there is no province 'Atlantis'")) == (1, 1)


def test_two_names_of_one_province_contradict_each_other(run: Run, small: Path) -> None:
    """40 and 41 of one place; the same number twice is one line."""
    words = ("import", "t.csv", "--indicator", "e-results", "--value", "n", "--period", "2021")
    table = small.parent / "t.csv"
    table.write_text("province,n\nHuế,40\nThừa Thiên Huế,41\n", "utf-8")
    code, _, err = run(*words, *PAGE)
    assert code == 1
    assert "t.csv:3:2: error: column 'n': 'e-results': line 2 gives 40 (dti-2024), this" in err
    table.write_text("province,n\nHuế,40\nThừa Thiên Huế,40\n", "utf-8")
    code, out, _ = run(*words, *PAGE, "--yes")
    assert code == 0
    assert "1 line is new, in 1 file, with 1 new source, 1 is there already." in out


@pytest.mark.parametrize("number", ["1.234", '"1,234"', "1 234"])
def test_marks_of_thousands_are_never_decimals(run: Run, small: Path, number: str) -> None:
    (small.parent / "t.csv").write_text(f"province,n\nHuế,{number}\n", "utf-8")
    words = ("--indicator", "5g-stations", "--value", "n", "--period", "2021")
    code, _, err = run("import", "t.csv", *words, *PAGE)
    assert (code, "t.csv:2:2: error: column 'n': " in err, "1234" in err) == (1, True, True)


def test_a_total_below_the_provinces_is_told_of(run: Run, small: Path) -> None:
    """Under a name of the country it is the country's figure; under "Tổng" it is no province."""
    table = small.parent / "t.csv"
    words = ("import", "t.csv", "--indicator", "5g-stations", "--value", "n", "--period", "2021")
    table.write_text("province,n\nHuế,40\nCả nước,900\n", "utf-8")
    code, _, err = run(*words, *PAGE, "--dry-run")
    assert (code, "of the whole country, into national.yaml: row 3" in err) == (0, True)
    table.write_text("province,n\nHuế,40\nTổng,900\n", "utf-8")
    code, _, err = run(*words, *PAGE, "--dry-run")
    assert (code, "t.csv:3:1: error: column 'province': there is no province" in err) == (1, True)


def test_a_contradiction_names_both_places(run: Run, small: Path) -> None:
    """The row of the table and the line of the file; the choice can be made for the table."""
    (small.parent / "t.csv").write_text("province,n\nPhú Thọ,61.5\n", "utf-8")
    words = ("import", "t.csv", "--indicator", "e-results", "--value", "n", "--period", "2025")
    code, _, err = run(*words, *PAGE)
    row = 1 + lines_of(small, "phu-tho").index(
        "- {period: 2025, value: 86.97, source: dnvn-2026-02}"
    )
    assert code == 1
    assert f"t.csv:2:2: error: column 'n': 'e-results': line {row} gives 86.97" in err
    assert "(line of provinces/phu-tho.yaml) [conflict]" in err
    assert run(*words, *PAGE, "--reject", "a daily rate", "--yes")[0] == 0


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--title", "A"), "title of source 'dti-2024' is 'Xếp hạng DTI: 2024', not 'A'"),
        (("--source", "dti-2025"), "source 'dti-2025' has the url of 'dti-2024'"),
    ],
)
def test_a_page_is_told_of_as_it_is_known(
    run: Run, dti: Path, more: tuple[str, ...], told: str
) -> None:
    assert run("import", str(dti), *DTI_2024, "--yes")[0] == 0
    code, _, err = run("import", str(dti), *DTI_2024, *more)
    assert code == 1
    assert f"dti.csv:2:3: error: column 'Điểm': {told}" in err


def test_a_new_page_has_to_be_told_of(run: Run, dti: Path) -> None:
    """Once, not for each of its lines."""
    words = (*WIDE, "--period", "2024", "--decimal", ",", "--source", "dti-2024", "--title", "T")
    code, _, err = run("import", str(dti), *words)
    assert code == 1
    assert err == (
        "dti.csv:2:3: error: column 'Điểm': there is no source 'dti-2024' yet; a new one needs "
        "publisher, published, url [no-new-source]\ndtcompare: nothing was written\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "what do the columns of dti.csv hold?"),
        (("--indicator", "dti"), "--value is missing; one of --value, --about"),
        (("--value", "Điểm"), "--indicator is missing"),
        (("--indicator", "dti", "--value", "Điểm"), "has no column 'province'; it has STT"),
        ((*WIDE, "--about", "Điểm"), "--about does not go with the rest"),
        (("--map", "map.yaml", "--value", "Điểm"), "--value does not go with the rest"),
        ((*WIDE, "--sheet", "1"), "dti.csv has no sheets"),
        ((*DTI_2024,), "nothing was written; --yes writes it"),
    ],
)
def test_what_is_not_told_is_never_guessed(
    run: Run, small: Path, dti: Path, words: tuple[str, ...], told: str
) -> None:
    before = contents(small)
    (small.parent / "map.yaml").write_text(MAP, encoding="utf-8")
    code, _, err = run("import", str(dti), *words)
    assert code == 2
    assert told in err
    assert contents(small) == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("indicator: dti", "indicater: dti"), "map.yaml:10:5: error: "),
        (("{column: Hạng}", "{colum: Hạng}"), "map.yaml:11:12: error: "),
        (("columns:", "column:"), "map.yaml:8:1: error: "),
        (("  Điểm:\n    indicator: dti\n    rank: {column: Hạng}\n", "  - dti\n"),
         "map.yaml:9:3: error: "),
    ],
)  # fmt: skip
def test_a_broken_map_is_told_by_its_line(
    run: Run, small: Path, dti: Path, change: tuple[str, str], told: str
) -> None:
    (small.parent / "map.yaml").write_text(MAP.replace(*change), encoding="utf-8")
    code, _, err = run("import", str(dti), "--map", "map.yaml")
    assert code == 1
    assert err.startswith(told)


# --- all or nothing


class Killed(BaseException):
    """The process ends here."""


def fail_at(monkeypatch: pytest.MonkeyPatch, count: int, error: BaseException) -> None:
    """Let the renaming of a file fail, the ``count``th and all later ones."""
    rename, left = Path.replace, [count]

    def replace(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] <= 0:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(
    run: Run, small: Path, dti: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that had been replaced are put back, those that were new are gone."""
    before = contents(small)
    with monkeypatch.context() as patch:
        rename, done = Path.replace, [0]

        def replace(self: Path, target: Path) -> Path:
            done[0] += 1
            if done[0] == 4:
                raise PermissionError(13, "Permission denied")
            return rename(self, target)

        patch.setattr(Path, "replace", replace)
        code, _, err = run("import", str(dti), *DTI_2024, "--yes")
    assert code == 1
    assert "Permission denied" in err
    assert contents(small) == before


@pytest.mark.parametrize("count", range(1, 7))
def test_killed_at_any_moment_no_file_is_half_changed_and_a_second_run_completes(
    run: Run, small: Path, dti: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    before = contents(small)
    with monkeypatch.context() as patch:
        fail_at(patch, count, Killed())
        with pytest.raises(Killed):
            run("import", str(dti), *DTI_2024, "--yes")
    halfway = contents(small)
    assert run("check")[0] == 0
    assert run("import", str(dti), *DTI_2024, "--yes")[0] == 0
    after = contents(small)
    assert {
        name: halfway[name] in (before.get(name), after[name]) for name in halfway
    } == dict.fromkeys(halfway, True)
    shutil.rmtree(small)
    shutil.copytree(ARTICLES, small)
    assert run("import", str(dti), *DTI_2024, "--yes")[0] == 0
    assert contents(small) == after


def test_what_came_with_the_program_is_left_alone(
    run: Run, small: Path, dti: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dtcompare.__file__", str(small.parent / "__init__.py"))
    code, _, err = run("import", str(dti), *DTI_2024, "--yes")
    assert code == 1
    assert "came with dtcompare" in err


# --- shown, asked, told


@pytest.mark.parametrize(("answer", "files"), [("y", 6), ("n", 0)])
def test_it_is_asked_for_at_a_terminal(
    run: Run, small: Path, dti: Path, monkeypatch: pytest.MonkeyPatch, answer: str, files: int
) -> None:
    before = contents(small)
    monkeypatch.setattr("dtcompare.shell.table_changes.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    code, out, err = run("import", str(dti), *DTI_2024, "--lang", "vi")
    assert code == 0
    assert "5 dòng mới, trong 6 tệp, kèm 1 nguồn mới." in out
    assert err.startswith("Ghi vào dữ liệu?")
    after = contents(small)
    assert sum(after[name] != before.get(name) for name in after) == files


def test_a_dry_run_shows_every_line_as_json(run: Run, small: Path, dti: Path) -> None:
    before = contents(small)
    code, out, err = run("import", str(dti), *DTI_2024, "--dry-run", "-f", "json")
    assert (code, err) == (0, "dtcompare: nothing written (dry run)\n")
    document = json.loads(out, parse_float=Decimal)
    hold(document)
    assert (document["added"], document["present"]) == (5, 0)
    assert document["new_sources"] == ["sources/dti-2024"]
    assert document["lines"][2] == {
        "row": 4,
        "column": 3,
        "heading": "Điểm",
        "province": "former/ha-giang",
        "indicator": "dti",
        "kind": "figure",
        "when": "2024",
        "state": "added",
        "file": "provinces/former/ha-giang.yaml",
        "page": "sources/dti-2024",
        "line": "{period: 2024, about: 0.55, source: dti-2024}",
    }
    assert contents(small) == before


def test_a_long_table_is_shown_on_a_screen(run: Run, tmp_path: Path) -> None:
    """Twenty rows of counts at most, the rest of them counted."""
    exported(run, DATA, tmp_path / "all.csv")
    code, out, err = run("import", str(tmp_path / "all.csv"), "--data", str(DATA))
    assert (code, err) == (0, "")
    indicators = {
        row["indicator"]
        for row in csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8")))
    }
    assert len(out.splitlines()) <= 30
    assert f"{len(indicators) - 20} more indicators; -f json lists every line" in out


FORMS = {
    "comma.csv": 'A,B\n"Phú Thọ",0.6500\n"Ha\n Giang",about 0.55\n',
    "semicolon.csv": "\ufeffA;B\r\nPhu Tho;0.6500\r\n;\r\nHa Giang;about 0.55\r\n",
    "tabs.tsv": "\tA\tB\n1\tPhu Tho\t0.6500\n2\tHa Giang\tabout 0.55\n",
    "a.jsonl": '{"A": "Phu Tho", "B": 0.6500}\n{"A": "Ha Giang", "B": "about 0.55"}\n',
    "a.ndjson": '{"B": "0.6500", "A": "Phu Tho"}\n{"B": "about 0.55", "A": "Ha Giang"}\n',
    "map.csv": "A,B,Note\nPhu Tho,0.6500,a\nHa Giang,about 0.55,\n",
    "long.csv": "province,indicator,word,value\nPhu Tho,dti,,0.6500\nHa Giang,dti,about,0.55\n",
    "matrix.csv": "province,name,dti\n,Unit,points\nPhu Tho,A,0.6500\nHa Giang,B,about 0.55\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_right_table_goes_in_whatever_its_form(run: Run, small: Path, name: str) -> None:
    """Quotes, line breaks, marks of byte order, empty rows, columns without a heading or a use."""
    (small.parent / name).write_bytes(FORMS[name].encode())
    words: tuple[str, ...] = ("--province", "A", "--indicator", "dti", "--value", "B")
    if name == "map.csv":
        (small.parent / "map.yaml").write_text(
            "province: A\ncolumns: {B: {indicator: dti}}\n", encoding="utf-8"
        )
        words = ("--map", "map.yaml")
    if name in ("long.csv", "matrix.csv"):
        words = ()
    code, _, err = run("import", name, *words, "--period", "2024", *PAGE, "--national", "--yes")
    assert code == 0, err
    for id, number in (("phu-tho", "value: 0.6500"), ("ha-giang", "about: 0.55")):
        line = f"- {{period: 2024, {number}, source: dti-2024}}"
        assert line in lines_of(small, f"former/{id}")


def test_a_spreadsheet_is_a_table(run: Run, small: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Tỉnh", "Điểm", "Hạng"], ["Phú Thọ", 0.65, 12], ["Hà Giang", None, 30]):
        book.active.append(row)
    book.active["B2"].number_format = "0.0000"
    book.save(small.parent / "dti.xlsx")
    words = ("--province", "Tỉnh", *WIDE[2:], "--period", "2024", *PAGE)
    code, _, err = run("import", "dti.xlsx", *words, "--yes")
    assert code == 0, err
    found = lines_of(small, "former/phu-tho")
    assert "- {period: 2024, rank: 12, value: 0.6500, source: dti-2024}" in found
