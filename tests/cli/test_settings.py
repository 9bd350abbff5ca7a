"""What holds where nothing is typed: the environment, the user's file; and slips in what is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dtcompare.shell.settings import Settings
from tests.conftest import ARTICLES, Run

ENGLISH, VIETNAMESE = "5G coverage", "Tỷ lệ phủ sóng 5G"


@pytest.mark.parametrize(
    ("environ", "file", "options", "said"),
    [
        ({}, "", (), ENGLISH),
        ({"LANG": "vi_VN.UTF-8"}, "", (), VIETNAMESE),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "", (), ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, "", (), ENGLISH),
        ({"LANG": "en_US.UTF-8"}, 'lang = "vi"', (), VIETNAMESE),
        ({"DTCOMPARE_LANG": "en"}, 'lang = "vi"', (), ENGLISH),
        ({"DTCOMPARE_LANG": "vi"}, 'lang = "en"', (), VIETNAMESE),
        ({"DTCOMPARE_LANG": "vi"}, "", ("--lang", "en"), ENGLISH),
    ],
    ids=str,
)
def test_the_language_is_typed_or_of_the_environment_or_the_file_or_the_system(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    environ: dict[str, str],
    file: str,
    options: tuple[str, ...],
    said: str,
) -> None:
    """In this order, and English where none of them says."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "dtcompare.toml").write_text(file, "utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    code, out, _ = run("rank", "5g", "--data", str(ARTICLES), *options)
    assert code == 0
    assert out.startswith(said)


def test_the_file_names_the_data_set_seen_from_its_own_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "articles").symlink_to(ARTICLES)
    (tmp_path / "dtcompare.toml").write_text('data = "articles"', "utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    document = json.loads(run("list", "provinces", "-f", "json")[1])
    articles = json.loads(run("list", "provinces", "-f", "json", "--data", str(ARTICLES))[1])
    assert document == articles


def test_the_file_of_the_user_s_folder_holds_where_no_nearer_one_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    (home / "dtcompare").mkdir(parents=True)
    here.mkdir()
    (home / "dtcompare" / "dtcompare.toml").write_text('lang = "vi"', "utf-8")
    monkeypatch.setattr("click.get_app_dir", lambda name: str(home / name))
    monkeypatch.chdir(here)
    assert run("rank", "5g", "--data", str(ARTICLES))[1].startswith(VIETNAMESE)
    (here / "dtcompare.toml").write_text('lang = "en"', "utf-8")
    assert run("rank", "5g", "--data", str(ARTICLES))[1].startswith(ENGLISH)


@pytest.mark.parametrize("text", ['lang = "fr"', 'language = "vi"', "lang = ", "lang = 3"])
def test_a_file_that_is_not_right_is_one_line_and_2(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    (tmp_path / "dtcompare.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    code, out, err = run("rank", "5g")
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "dtcompare.toml is not right: " in err


def test_the_file_says_how_charts_and_csv_are_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The size is that of --size slide; a province that is not drawn is not told of."""
    monkeypatch.chdir(tmp_path)
    run("rank", "fibre-use", "-o", "typed.svg", "--size", "slide")
    Path("dtcompare.toml").write_text('size = "slide"\nhighlight = ["ca-mau"]', "utf-8")
    code, _, err = run("rank", "fibre-use", "-o", "said.svg")
    assert (code, err) == (0, "")
    assert Path("said.svg").read_bytes() == Path("typed.svg").read_bytes()
    Path("dtcompare.toml").write_text('size = "poster"', "utf-8")
    code, _, err = run("rank", "fibre-use", "-o", "said.svg")
    assert code == 2
    assert "there is no page size 'poster'" in err


@pytest.mark.parametrize(
    ("lang", "day"),
    [("vi", "31/12/2025"), ("vi", "2025-12-31"), ("en", "31 Dec 2025")],
)
def test_a_day_may_be_typed_as_it_is_printed(run: Run, lang: str, day: str) -> None:
    same = ("rank", "fibre-use", "--lang", lang, "-f", "json")
    typed = run(*same, "--as-of", day, as_of=None)
    assert typed[0] == 0
    assert json.loads(typed[1])["as_of"] == "2025-12-31"


def test_a_vietnamese_day_is_none_in_english(run: Run) -> None:
    """Elsewhere 12/11/2025 is the eleventh of December."""
    assert run("rank", "5g", "--as-of", "12/11/2025", as_of=None)[0] == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--limit", "--top"),
        ("--head", "--top"),
        ("-n", "--top"),
        ("--tail", "--reverse"),
        ("--json", "--format"),
        ("--verbose", "--full"),
        ("--silent", "--quiet"),
        ("--round", "--decimals"),
        ("--language", "--lang"),
        ("--year", "--period"),
        ("--province", "--only"),
    ],
)
def test_an_option_is_suggested_by_what_it_means(run: Run, typed: str, meant: str) -> None:
    code, out, err = run("rank", "5g", typed, "5")
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == f"dtcompare: No such option '{typed}'. (Did you mean '{meant}'?)"


@pytest.mark.parametrize(
    ("path", "format", "code"),
    [
        ("x.png", "csv", 2),
        ("x.csv", "json", 2),
        ("x.html", "markdown", 2),
        ("x.txt", "markdown", 0),
        ("x.md", "github", 0),
        ("x.dat", "csv", 0),
        ("x", "json", 0),
        ("x.csv", "csv", 0),
    ],
)
def test_a_file_holds_what_its_suffix_says(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str, format: str, code: int
) -> None:
    """A suffix of plain text, or of no format, says nothing of what is in it."""
    monkeypatch.chdir(tmp_path)
    assert run("rank", "5g", "-o", path, "-f", format)[0] == code
    assert Path(path).exists() == (code == 0)


def test_numbers_are_rounded_in_print_and_never_in_data(run: Run) -> None:
    """0.8241 to 0.8; a number with fewer decimals keeps them."""
    code, out, _ = run("rank", "dti", "--decimals", "1")
    assert code == 0
    assert "Hà Nội is first of 34 with 0.8" in out
    assert "0.8241" not in out
    row = json.loads(run("rank", "dti", "--decimals", "1", "-f", "json")[1])["groups"][0]["rows"][0]
    assert (row["value"], row["text"]) == (0.8241, "0.8")
    assert "868" in run("rank", "5g-stations", "--decimals", "3")[1]


def test_quiet_says_nothing_beside_the_result(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither notes nor where a file is."""
    monkeypatch.chdir(tmp_path)
    assert run("show", "bac-giang")[2] != ""
    assert run("show", "bac-giang", "--quiet")[2] == ""
    for file in ("x.csv", "x.svg"):
        assert run("rank", "fibre-use", "--quiet", "-o", file) == (0, "", "")
        assert Path(file).exists()


@pytest.mark.parametrize("command", [("check",), ("diff", "HEAD"), ("new", "phu-tho")])
def test_our_own_data_are_not_checked_for_a_folder_with_other_data(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """Its data/ is no data set: that is told, and ours are neither checked nor changed."""
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*command, as_of=None)
    assert (code, out) == (2, "")
    assert err.startswith(f"dtcompare: {tmp_path / 'data'} is no data set")
    assert run("rank", "5g")[0] == 0


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("86399", date(1970, 1, 1)),
        ("86400", date(1970, 1, 2)),
        ("32535216000", date(3001, 1, 1)),
        ("99999999999999", date(9999, 12, 31)),
    ],
)
def test_the_epoch_reaches_any_year(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    """Also years that the clock functions of Windows do not know."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert Settings.from_clock().as_of == day


def test_standing_in_a_data_set_is_asking_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its folder is called, and from the folders in it too."""
    asked = run("list", "provinces", "-f", "json", "--data", str(ARTICLES))
    for folder in (ARTICLES, ARTICLES / "provinces"):
        monkeypatch.chdir(folder)
        assert run("list", "provinces", "-f", "json") == asked
