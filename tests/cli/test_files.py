"""Results saved to files, and the faces of one result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dtcompare.view.formats import FORMATS
from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("of_articles")


@pytest.mark.parametrize(
    "suffix", [".json", ".csv", ".tsv", ".md", ".html", ".tex", ".txt", ".jsonl"]
)
def test_the_suffix_decides_the_form_and_one_line_is_printed(
    run: Run, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"5g{suffix}"
    code, out, err = run("rank", "5g", "-o", str(path))
    assert (code, out, err) == (0, f"{path}\n", "")
    assert "Quảng Ninh" in path.read_text(encoding="utf-8")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".PDF", b"%PDF-")]
)
def test_the_suffix_of_a_chart_decides_its_format(
    run: Run, tmp_path: Path, suffix: str, begins: bytes
) -> None:
    path = tmp_path / f"5g{suffix}"
    assert run("rank", "5g", "-o", str(path)) == (0, f"{path}\n", "")
    assert path.read_bytes().startswith(begins)


def test_an_unknown_suffix_names_the_known_ones(run: Run, tmp_path: Path) -> None:
    code, _, err = run("rank", "5g", "-o", str(tmp_path / "5g.ods"))
    assert code == 2
    assert ".csv" in err


def test_an_unwritable_target_is_one_line(run: Run, tmp_path: Path) -> None:
    code, out, err = run("rank", "5g", "-o", str(tmp_path / "no" / "5g.csv"))
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


def test_an_unknown_name_leaves_the_old_file_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    assert run("rank", "5h", "-o", str(path))[0] == 2
    assert path.read_text(encoding="utf-8") == "old"


def test_bom_marks_a_file_for_excel(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    run("rank", "5g", "-o", str(path), "--bom")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfrank,")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("words", [("rank", "online-filing"), ("gap", "phu-tho")], ids=" ".join)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_format_has_every_province_and_number(
    run: Run, form: str, words: tuple[str, ...], lang: str
) -> None:
    code, out, err = run(*words, "-f", form, "--lang", lang)
    assert (code, err) == (0, "")
    number = "86,6" if lang == "vi" and form not in {"csv", "tsv"} else "86.6"
    assert number in out
    assert out.endswith("\n")


def test_sources_in_short_in_full_or_not_at_all(run: Run) -> None:
    short, full, none = (
        run("rank", "5g", "--full", *options)[1]
        for options in ((), ("--sources", "full"), ("--no-sources",))
    )
    url = "https://baoquangninh.vn/phat-trien-ha-tang-so-3393444.html"
    assert "[1] Báo Quảng Ninh, undated\n" in short
    assert "[1] Báo Quảng Ninh, undated (read in Greek): " in full
    assert url not in short
    assert url in full
    assert "[1]" not in none
    assert "Báo Quảng Ninh" not in none


def test_json_names_every_source_by_file_and_id(run: Run) -> None:
    document = json.loads(run("rank", "5g", "-f", "json", "--no-sources")[1])
    (group,) = document["groups"]
    key = group["rows"][0]["source"]
    assert key == "quang-ninh/bqn-2026"
    assert document["sources"][key]["publisher"] == "Báo Quảng Ninh"
    assert document["sources"][key]["published"] is None


@pytest.mark.parametrize("words", [("-f", "csv"), ("-fcsv",), ("--format", "csv")], ids=" ".join)
def test_an_option_may_be_short_or_long(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run("rank", "5g", *words)
    assert (code, out[:5], err) == (0, "rank,", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--basis", "-f", "-f", "csv"), "there is no basis '-f'"),
        (("--", "-f", "csv"), "Got unexpected extra argument (csv)"),
        (("-f",), "Option '-f' requires an argument."),
        (("-f", "-f"), "Invalid value for '-f' / '--format': '-f' is not one of"),
        (("--nothing", "-f", "csv"), "No such option '--nothing'"),
    ],
)
def test_what_only_looks_like_a_short_option_is_taken_as_typed(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    """A value, an argument, an option without its value."""
    code, out, err = run("rank", "5g", *words, as_of=None)
    assert (code, out) == (2, "")
    assert err.startswith(f"dtcompare: {said}")
