"""Charts from the command line: files, words, options, and what goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from dtcompare.charts.style import ACCENT, SIZES
from dtcompare.shell.chart_options import CHART_FIELDS, chart_options, page_options
from tests.conftest import DATA, Run

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]
LONG = "Tỷ lệ hồ sơ thủ tục hành chính được nộp trực tuyến ở các tỉnh, thành phố, năm 2025"
RANK = ("rank", "online-filing", "--data", str(DATA))


def drawn(run: Run, path: Path, *words: str) -> bytes:
    """The file that a command saves, which says nothing but its name."""
    assert run(*RANK, "-o", str(path), *words) == (0, f"{path}\n", "")
    return path.read_bytes()


def picture(data: bytes) -> Any:
    return Image.open(BytesIO(data))


def refused(run: Run, *words: str, code: int = 2) -> str:
    """The one or two lines of an error, with nothing on standard output."""
    found, out, err = run(*words)
    assert (found, out) == (code, "")
    assert len(err.splitlines()) <= 2
    return err


@pytest.mark.parametrize(
    ("suffix", "start"),
    [("png", b"\x89PNG\r\n"), ("svg", b"<?xml"), ("pdf", b"%PDF-"), ("PNG", b"\x89PNG\r\n")],
)
def test_the_suffix_decides_in_any_case(
    run: Run, tmp_path: Path, suffix: str, start: bytes
) -> None:
    """.PNG is .png."""
    assert drawn(run, tmp_path / f"a.{suffix}").startswith(start)


def test_an_unknown_suffix_names_the_known_ones(run: Run, tmp_path: Path) -> None:
    """And nothing is written."""
    err = refused(run, *RANK, "-o", str(tmp_path / "a.gif"))
    assert "'.gif'" in err
    assert all(suffix in err for suffix in (".png", ".svg", ".pdf", ".csv"))
    assert not list(tmp_path.iterdir())


def test_a_target_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    """A folder that is not there: exit 1."""
    path = tmp_path / "no" / "a.png"
    err = refused(run, *RANK, "-o", str(path), code=1)
    assert err.startswith(f"dtcompare: cannot write {path}: ")
    assert len(err.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_an_existing_file_is_replaced_whole_and_keeps_its_mode(run: Run, tmp_path: Path) -> None:
    """No trace of the old one, nothing left beside it."""
    path = tmp_path / "a.svg"
    path.write_bytes(b"x" * 1_000_000)
    path.chmod(0o640)
    data = drawn(run, path)
    assert data.endswith(b"</svg>\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_chart_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    """A province that there is not stops before anything is written."""
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    refused(run, *RANK, "-o", str(path), "--highlight", "Atlantis")
    assert path.read_bytes() == b"old"


def test_the_words_are_saved_beside(run: Run, tmp_path: Path) -> None:
    """--alt: title, what is drawn, sources; both files are named."""
    chart, alt = tmp_path / "a.svg", tmp_path / "a.txt"
    code, out, err = run(*RANK, "-o", str(chart), "--alt", str(alt))
    assert (code, out, err) == (0, f"{chart}\n{alt}\n", "")
    title, words, sources = alt.read_text(encoding="utf-8").strip().split("\n\n")
    root = ET.fromstring(chart.read_bytes())  # noqa: S314 (the program's own file)
    assert [title, words] == [root[0].text, root[1].text]
    assert str(root[2].text).endswith(sources)


@pytest.mark.parametrize("words", ["a.svg", "./a.svg", "link.svg"])
def test_the_words_are_not_saved_over_the_chart(
    run: Run, tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same file by another name is the same file."""
    monkeypatch.chdir(tmp_path)
    Path("a.svg").write_bytes(b"old")
    Path("link.svg").symlink_to("a.svg")
    assert "--alt" in refused(run, *RANK, "-o", "a.svg", "--alt", words)
    assert Path("a.svg").read_bytes() == b"old"


def test_words_that_cannot_be_saved_leave_no_chart(run: Run, tmp_path: Path) -> None:
    """Both files or neither, and one line."""
    path = tmp_path / "no" / "a.txt"
    err = refused(run, *RANK, "-o", str(tmp_path / "a.svg"), "--alt", str(path), code=1)
    assert err.startswith(f"dtcompare: cannot write {path}: ")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_vietnamese_name_is_kept_where_the_locale_has_no_such_letters(
    program: Program, tmp_path: Path
) -> None:
    """The bytes that were typed name the file."""
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    path = tmp_path / "hồ sơ.svg"
    done = program(*RANK, "-o", str(path), env=env)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{path}\n".encode(), b"")
    assert path.exists()


@pytest.mark.parametrize(("size", "dots"), [("slide", (1920, 1080)), ("square", (1080, 1080))])
def test_a_page_of_fixed_size_has_its_dots(
    run: Run, tmp_path: Path, size: str, dots: tuple[int, int]
) -> None:
    """At 144 dots an inch."""
    data = drawn(run, tmp_path / "a.png", "--size", size, "--first", "3")
    assert picture(data).size == dots


def test_dots_an_inch_are_as_asked(run: Run, tmp_path: Path) -> None:
    """The 6.30 inches of a4 at 100 dots; less than 36 are refused."""
    assert picture(drawn(run, tmp_path / "a.png", "--dpi", "100")).size[0] == 630
    assert "--dpi" in refused(run, *RANK, "-o", str(tmp_path / "b.png"), "--dpi", "20")


@pytest.mark.parametrize("title", [LONG, "Đo → Ω 中", 'A<b> & "C"\x07\n\udcff'])
@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_any_title_can_be_drawn(run: Run, tmp_path: Path, title: str, suffix: str) -> None:
    """A hundred letters, signs that the font lacks, signs that XML forbids."""
    path = tmp_path / f"a.{suffix}"
    code, out, _ = run(*RANK, "-o", str(path), "--title", title)
    assert (code, out) == (0, f"{path}\n")
    assert path.stat().st_size > 1000


@pytest.mark.parametrize("name", ["Phú Thọ", "phu tho", "PHUTHO", "25", "phu-tho"])
def test_a_province_is_highlighted_by_any_of_its_names(run: Run, tmp_path: Path, name: str) -> None:
    """In the accent, which no other province is in."""
    path = tmp_path / "a.svg"
    assert ACCENT.encode() not in drawn(run, path)
    assert ACCENT.encode() in drawn(run, path, "--highlight", name)


def test_a_highlighted_name_means_the_province_of_the_charts_own_day(
    run: Run, tmp_path: Path
) -> None:
    """In an index of 2022 Cần Thơ is the province of that time."""
    path = tmp_path / "a.svg"
    words = ("score", "dti-2022", "--draws", "50", "--data", str(DATA), "-o", str(path))
    for name in ("can-tho", "Cần Thơ"):
        assert run(*words, "--highlight", name, as_of=None) == (0, f"{path}\n", "")
        assert ACCENT.encode() in path.read_bytes()


def test_a_highlighted_province_that_is_not_in_the_chart_is_noted(run: Run, tmp_path: Path) -> None:
    """The chart is drawn; of two provinces the one that is there goes without a note."""
    path = tmp_path / "a.svg"
    words = ("--highlight", "phu-tho", "--highlight", "Hải Dương")
    code, out, err = run(*RANK, "-o", str(path), *words)
    assert (code, out) == (0, f"{path}\n")
    former, absent = err.splitlines()
    assert "former/hai-duong" in former
    assert absent.startswith("dtcompare: note: --highlight changes nothing")
    assert "Hải Dương" in absent


def test_a_wrong_province_is_answered_with_a_near_one(run: Run, tmp_path: Path) -> None:
    """Did you mean."""
    err = refused(run, *RANK, "-o", str(tmp_path / "a.png"), "--highlight", "Quang Nin")
    assert "did you mean quang-ninh (Quảng Ninh)" in err


def test_a_wrong_kind_names_the_kinds(run: Run, tmp_path: Path) -> None:
    """Of this command's charts."""
    err = refused(run, *RANK, "-o", str(tmp_path / "a.png"), "--chart", "pie")
    assert "'pie'" in err
    assert "bars, map" in err


@pytest.mark.parametrize(
    "option",
    [
        ("--chart", "bars"),
        ("--size", "slide"),
        ("--dpi", "100"),
        ("--title", "x"),
        ("--highlight", "hue"),
        ("--first", "3"),
        ("--last", "3"),
        ("--alt", "a.txt"),
    ],
    ids=lambda option: option[0],
)
@pytest.mark.parametrize("form", [("-o", "a.csv"), ("-o", "a.txt", "-f", "csv"), ()], ids=str)
def test_an_option_of_charts_needs_a_chart(
    run: Run,
    tmp_path: Path,
    option: tuple[str, str],
    form: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither a table in a file, whatever the file's name, nor one on the screen takes it."""
    monkeypatch.chdir(tmp_path)
    assert f"{option[0]} is for charts" in refused(run, *RANK, *option, *form)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_letters_without_a_font_are_named(run: Run, tmp_path: Path, suffix: str, lang: str) -> None:
    """On standard error, those from right to left apart where they are not drawn."""
    words = ("-o", str(tmp_path / f"a.{suffix}"), "--title", "Ω שא Ω", "--lang", lang)
    code, _, err = run(*RANK, *words)
    notes = err.splitlines()
    assert code == 0
    if suffix == "svg":
        assert len(notes) == 1
        assert " Ω, ש, א: " in notes[0]
    else:
        assert len(notes) == 2
        assert " Ω: " in notes[0]
        assert " שא; " in notes[1]


def test_a_chart_is_set_in_an_installed_font(run: Run, tmp_path: Path) -> None:
    """A SVG names it and embeds none; another font than the usual gives another picture."""
    picture, other, drawing = (tmp_path / name for name in ("a.png", "b.png", "a.svg"))
    font = ("--font", "DejaVu Serif")
    assert run("rank", "5g", "-o", str(picture))[0] == 0
    assert run("rank", "5g", "-o", str(other), *font) == (0, f"{other}\n", "")
    assert picture.read_bytes() != other.read_bytes()
    assert run("rank", "5g", "-o", str(drawing), *font)[0] == 0
    text = drawing.read_text(encoding="utf-8")
    assert "font-family=\"'DejaVu Serif'," in text
    assert "@font-face" not in text
    code, _, err = run("rank", "5g", "-o", str(drawing), "--font", "No Such Font")
    assert (code, err.splitlines()[0]) == (
        2,
        "dtcompare: the font 'No Such Font' is not installed here",
    )


def test_what_has_no_chart_says_so(run: Run, tmp_path: Path) -> None:
    """A list of provinces."""
    path = tmp_path / "a.png"
    err = refused(run, "list", "provinces", "--data", str(DATA), "-o", str(path))
    assert "no chart" in err
    assert not path.exists()


def test_a_chart_that_would_be_too_full_is_refused_with_advice(run: Run, tmp_path: Path) -> None:
    """63 rows on a square."""
    words = ("rank", "dti", "2022", "--data", str(DATA), "--size", "square")
    err = refused(run, *words, "-o", str(tmp_path / "a.svg"))
    assert "63 rows do not fit" in err
    assert "--first 5 --last 3" in err


HOMES = {
    "missing": {"HOME": "/proc/none", "USERPROFILE": "/proc/none"},
    "a file": {"HOME": __file__, "USERPROFILE": __file__},
    "unwritable folders": {
        "HOME": "/proc/none",
        "MPLCONFIGDIR": "/proc/none",
        "XDG_CACHE_HOME": "/proc/none",
        "XDG_CONFIG_HOME": "/proc/none",
    },
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
@pytest.mark.parametrize("suffix", ["png", "pdf"])
@pytest.mark.parametrize("home", HOMES)
def test_without_a_home_to_write_to_only_the_result_line_is_said(
    program: Program, tmp_path: Path, home: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No word of Matplotlib's font cache, nor of dtcompare's own."""
    for name in ("MPLCONFIGDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "DTCOMPARE_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / f"a.{suffix}"
    done = program(*RANK, "-o", str(path), env=HOMES[home])
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{path}\n".encode(), b"")


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_two_processes_draw_the_same_bytes(program: Program, tmp_path: Path, suffix: str) -> None:
    """Whatever the hash seed, the time zone and the locale, where the language is typed."""
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "", "LANG": "vi_VN.UTF-8"},
    )
    found = set()
    for number, env in enumerate(surroundings):
        path = tmp_path / f"{number}.{suffix}"
        typed = ("--as-of", "2026-11-21", "--lang", "en")
        done = program(*RANK, *typed, "-o", str(path), env=env)
        assert (done.returncode, done.stderr) == (0, b"")
        found.add(path.read_bytes())
    assert len(found) == 1


def test_pages_on_offer_are_those_that_there_are() -> None:
    """What --size takes, without loading what measures them."""
    assert choices(page_options, "size") == tuple(SIZES)


def test_the_options_of_a_page_are_among_those_of_a_chart() -> None:
    """And every option of a chart arrives under a name that is known."""

    @chart_options
    def command() -> None: ...

    names = {option.name for option in command.__click_params__}  # type: ignore[attr-defined]
    assert names == set(CHART_FIELDS)
    assert choices(chart_options, "size") == choices(page_options, "size")


def choices(options: Callable[[Callable[[], None]], Callable[[], None]], name: str) -> Any:
    """What the option of that name may be."""

    @options
    def command() -> None: ...

    params = command.__click_params__  # type: ignore[attr-defined]
    return next(tuple(option.type.choices) for option in params if option.name == name)
