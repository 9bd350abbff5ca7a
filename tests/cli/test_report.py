"""The commands for people in an office: report, site, workbooks, CSV for people, exports."""

from __future__ import annotations

import builtins
import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ARTICLES, Run

SMALL = ("--data", str(ARTICLES))


def test_a_report_without_a_file_is_markdown(run: Run) -> None:
    code, out, err = run("report", "Phú Thọ", *SMALL)
    assert (code, err) == (0, "")
    assert out.startswith("# Phú Thọ: figures, rankings, targets\n")


@pytest.mark.parametrize(
    ("suffix", "start"), [("html", b"<!doctype"), ("md", b"# "), ("docx", b"PK")]
)
def test_the_suffix_decides_the_format(run: Run, tmp_path: Path, suffix: str, start: bytes) -> None:
    path = tmp_path / f"phu-tho.{suffix}"
    assert run("report", "phu-tho", "-o", str(path), *SMALL) == (0, f"{path}\n", "")
    assert path.read_bytes().startswith(start)


def test_the_country_has_a_report(run: Run) -> None:
    code, out, _ = run("report", "--national", "--lang", "vi", *SMALL)
    assert code == 0
    assert "34 tỉnh, thành phố" in out


@pytest.mark.parametrize(
    "words", [(), ("phu-tho", "--national"), ("--national", "--all", "x")], ids=" ".join
)
def test_a_report_is_about_one_thing(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run("report", *words, *SMALL)
    assert (code, out) == (2, "")
    assert "PROVINCE, --national, or --all DIR" in err


def test_an_unknown_suffix_is_answered_with_the_known_ones(run: Run, tmp_path: Path) -> None:
    code, _, err = run("report", "phu-tho", "-o", str(tmp_path / "x.pdf"), *SMALL)
    assert code == 2
    assert ".html, .docx, .md" in err


def _without(monkeypatch: pytest.MonkeyPatch, library: str, module: str) -> None:
    """Have a library not be installed."""
    real: Callable[..., object] = builtins.__import__

    def missing(name: str, *arguments: object, **more: object) -> object:
        if name.partition(".")[0] == library:
            raise ImportError(name)
        return real(name, *arguments, **more)

    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setattr(builtins, "__import__", missing)


@pytest.mark.parametrize(
    ("library", "module", "suffix", "extra"),
    [
        ("docx", "dtcompare.report.word", "docx", "office"),
        ("jinja2", "dtcompare.report.html", "html", "report"),
    ],
)
def test_a_missing_library_is_named_with_what_to_install(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    library: str,
    module: str,
    suffix: str,
    extra: str,
) -> None:
    _without(monkeypatch, library, module)
    code, _, err = run("report", "phu-tho", "-o", str(tmp_path / f"x.{suffix}"), *SMALL)
    assert code == 2
    assert f'pip install "dtcompare[{extra}]"' in err
    assert list(tmp_path.iterdir()) == []


def test_the_site_without_its_library_says_what_to_install_and_still_has_help(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without(monkeypatch, "jinja2", "dtcompare.report.html")
    monkeypatch.delitem(sys.modules, "dtcompare.report.site", raising=False)
    code, _, err = run("site", str(tmp_path / "x"), *SMALL)
    assert code == 2
    assert 'pip install "dtcompare[report]"' in err
    assert list(tmp_path.iterdir()) == []
    code, out, _ = run("site", "--help")
    assert (code, "Examples:" in out) == (0, True)


def test_a_workbook_without_its_library_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without(monkeypatch, "openpyxl", "dtcompare.view.spreadsheet")
    code, _, err = run("rank", "5g", "-o", str(tmp_path / "x.xlsx"), *SMALL)
    assert code == 2
    assert 'pip install "dtcompare[office]"' in err


@pytest.mark.parametrize(
    "words",
    [
        ("rank", "5g"),
        ("show", "phu-tho"),
        ("show", "phu-tho", "5g"),
        ("compare", "phu-tho", "quang-ninh"),
        ("gap", "phu-tho"),
        ("trend", "digital-economy"),
        ("reporting",),
        ("list", "indicators"),
    ],
    ids=" ".join,
)
def test_every_command_that_shows_a_table_writes_a_workbook(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    path = tmp_path / "x.xlsx"
    assert run(*words, "-o", str(path), "--lang", "vi", *SMALL) == (0, f"{path}\n", "")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Số liệu", "Giới thiệu và nguồn"]
    assert book["Số liệu"].max_row > 1


def test_a_csv_for_excel_is_in_the_signs_of_the_language(run: Run) -> None:
    """A mark at its start, semicolons, decimal commas, the address of the page."""
    code, out, _ = run("rank", "online-filing", "--for", "excel", "--lang", "vi", *SMALL)
    assert code == 0
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out[1:]), delimiter=";"))
    row = next(row for row in rows if row["Tên"] == "Phú Thọ")
    assert (row["Giá trị"], row["Đơn vị"]) == ("86,6", "%")
    assert row["Trang nguồn"].startswith("https://doanhnghiepvn.vn/")


def test_for_excel_is_about_csv(run: Run) -> None:
    code, _, err = run("rank", "5g", "--for", "excel", "-f", "json", *SMALL)
    assert code == 2
    assert "-o FILE.xlsx" in err


def test_a_caption_has_title_sources_and_citation(run: Run, tmp_path: Path) -> None:
    """The chart leaves them to the page it is placed on."""
    chart, caption = tmp_path / "x.svg", tmp_path / "x.txt"
    words = ("rank", "online-filing", "-o", str(chart), "--caption", str(caption))
    bare = ("--no-title", "--no-notes", "--no-sources")
    assert run(*words, *bare, *SMALL) == (0, f"{chart}\n{caption}\n", "")
    lines = caption.read_text(encoding="utf-8").splitlines()
    assert lines[-1].startswith("Cite as: ")
    drawn = chart.read_text(encoding="utf-8").partition("</metadata>")[2]
    assert lines[0].split()[0] not in drawn
    assert "Source: " not in drawn


def test_an_export_is_a_workbook_a_package_or_a_matrix(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    for name, more in (
        ("a.xlsx", ()),
        ("a.zip", ()),
        ("w.xlsx", ("--wide",)),
        ("w.csv", ("--wide",)),
    ):
        path = tmp_path / name
        assert run("export", *more, "-o", str(path), *SMALL) == (0, f"{path}\n", "")
    assert "LICENSE" in ZipFile(tmp_path / "a.zip").namelist()
    lines = (tmp_path / "w.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("province,name,")
    # The ids, four rows for people, five for import; the provinces; the three pages.
    assert len(lines) == 1 + 4 + 5 + 34 + 3


def test_an_exported_workbook_has_the_columns_of_the_csv(run: Run, tmp_path: Path) -> None:
    """The same rows in the same order; numbers as numbers."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    path = tmp_path / "a.xlsx"
    run("export", "-o", str(path), *SMALL)
    _, out, _ = run("export", *SMALL)
    rows = list(csv.reader(io.StringIO(out)))
    sheet = list(openpyxl.load_workbook(path)["Data"].iter_rows(values_only=True))
    assert list(sheet[0]) == rows[0]
    assert len(sheet) == len(rows)
    at = rows[0].index("value")
    pairs = [(row[at], cells[at]) for row, cells in zip(rows[1:], sheet[1:], strict=True)]
    assert all(float(text) == number for text, number in pairs if text)


def test_an_exported_workbook_comes_back_through_import(run: Run, tmp_path: Path) -> None:
    """Into a copy without a line: the same figures and targets, in whatever files."""
    pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book, data = tmp_path / "a.xlsx", tmp_path / "data"
    shutil.copytree(ARTICLES, data)
    for file in (data / "provinces").glob("*.yaml"):
        file.unlink()
    run("export", "-o", str(book), *SMALL)
    assert run("import", str(book), "--yes", "--data", str(data))[0] == 0
    found = [run("export", "--data", str(folder))[1] for folder in (ARTICLES, data)]
    before, after = (sorted(map(_said, csv.DictReader(io.StringIO(text)))) for text in found)
    assert before == after
    assert len(before) == 87


def _said(row: dict[str, str]) -> list[str]:
    """What a line says, wherever it stands."""
    return [text for name, text in row.items() if name not in ("file", "row", "source")]


OFFICE = {
    "a.html": ("report", "phu-tho"),
    "a.docx": ("report", "phu-tho"),
    "a.md": ("report", "phu-tho"),
    "a.xlsx": ("rank", "online-filing"),
    "b.xlsx": ("export",),
    "a.zip": ("export",),
}


@pytest.mark.parametrize(("name", "words"), OFFICE.items(), ids=OFFICE)
def test_neither_folder_nor_clock_nor_zone_move_a_byte(
    program: Callable[..., subprocess.CompletedProcess[bytes]],
    tmp_path: Path,
    name: str,
    words: tuple[str, ...],
) -> None:
    """Two processes, each with its order of hashes, its folder and its zone of time."""
    made = []
    for zone in ("Asia/Ho_Chi_Minh", "America/New_York"):
        folder = tmp_path / zone.partition("/")[0]
        folder.mkdir()
        more = {"cwd": folder, "env": {"TZ": zone, "PYTHONHASHSEED": str(len(zone))}}
        options = (*SMALL, "--as-of", "2026-03-01", "--lang", "vi")
        done = program(*words, "-o", name, *options, **more)
        assert done.returncode == 0, done.stderr
        made.append((folder / name).read_bytes())
    assert made[0] == made[1]


def test_a_matrix_has_two_formats(run: Run) -> None:
    code, _, err = run("export", "--wide", "-f", "jsonl", *SMALL)
    assert code == 2
    assert "csv or xlsx" in err


def test_the_site_is_written_into_a_folder(run: Run, tmp_path: Path) -> None:
    """By processes of its own; the answer is the page to open."""
    folder = tmp_path / "public"
    assert run("site", str(folder), *SMALL) == (0, f"{folder / 'index.html'}\n", "")
    assert (folder / "vi" / "provinces" / "phu-tho.html").is_file()
    assert (folder / "assets" / "style.css").is_file()


def test_all_reports_are_written_into_a_folder(run: Run, tmp_path: Path) -> None:
    """One a province of the day, each named as it is there."""
    code, out, _ = run("report", "--all", str(tmp_path), "-f", "md", *SMALL)
    assert code == 0
    assert sorted(out.splitlines()) == sorted(str(path) for path in tmp_path.iterdir())
    assert len(out.splitlines()) == 34
