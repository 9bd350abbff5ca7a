"""The program among other programs: pipes, full disks, odd encodings, other folders."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ARTICLES, DATA, ROOT

pytestmark = pytest.mark.usefixtures("of_articles")

Program = Callable[..., subprocess.CompletedProcess[bytes]]
POSIX = pytest.mark.skipif(os.name != "posix", reason="the test needs POSIX pipes and devices")


@POSIX
@pytest.mark.parametrize("words", [("rank", "5g"), ("list", "indicators", "-f", "json"), ("-h",)])
def test_a_closed_pipe_is_141_and_says_nothing(words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "dtcompare", *words],
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [("rank", "5g"), ("check",), ("--help",), ()])
def test_a_full_disk_is_one_line_and_1(program: Program, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = program(*words, stdout=full)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("dtcompare: cannot write standard output: ")
    assert len(done.stderr.splitlines()) == 1


@POSIX
def test_closed_standard_output_is_one_line_and_1() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m dtcompare rank 5g >&-"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.decode() == "dtcompare: standard output is closed\n"


@POSIX
def test_closed_standard_error_does_not_hurt_the_result() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m dtcompare show 'bắc giang' 2>&-"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert "Bắc Giang" in done.stdout.decode()


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "cp850", "ascii"])
@pytest.mark.parametrize("form", ["plain", "table", "json", "html"])
def test_output_is_utf8_whatever_the_pipe_asks_for(
    program: Program, encoding: str, form: str
) -> None:
    usual = program("rank", "5g", "-f", form)
    odd = program("rank", "5g", "-f", form, env={"PYTHONIOENCODING": encoding})
    assert (odd.returncode, odd.stderr) == (0, b"")
    assert odd.stdout == usual.stdout
    assert "Quảng Ninh" in odd.stdout.decode()


@POSIX
def test_a_name_typed_with_accents_is_found_in_the_c_locale(program: Program) -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = program("show", "Quảng Ninh", "-f", "json", env=locale)
    assert done.returncode == 0
    assert '"id": "quang-ninh"' in done.stdout.decode()


@pytest.mark.parametrize(
    "env",
    [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, {}],
    ids=lambda env: ",".join(env) or "nothing",
)
def test_a_pipe_gets_no_escape_code(program: Program, env: dict[str, str]) -> None:
    for form in ("table", "plain"):
        done = program("gap", "phu-tho", "-f", form, env=env)
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout


def test_colour_is_there_where_asked_for_and_changes_no_letter(program: Program) -> None:
    colored = program("gap", "phu-tho", "-f", "table", "--color", "always")
    plain = program("gap", "phu-tho", "-f", "table", "--color", "never")
    assert b"\x1b[" in colored.stdout
    text = colored.stdout.decode()
    while "\x1b[" in text:
        before, _, rest = text.partition("\x1b[")
        text = before + rest.partition("m")[2]
    assert [line.rstrip() for line in text.splitlines()] == [
        line.rstrip() for line in plain.stdout.decode().splitlines()
    ]


@pytest.mark.parametrize("width", [20, 40, 60, 100, 300])
def test_no_name_or_number_is_cut_at_any_width(program: Program, width: int) -> None:
    options = ("-f", "table", "--full")
    done = program("rank", "online-filing", *options, env={"COLUMNS": str(width)})
    text = done.stdout.decode()
    assert "…" not in text
    for word in ("96%", "86.6%", "80.47%"):
        assert word in text
    words = set(text.replace(",", " ").split())
    for name in ("Hưng Yên", "Phú Thọ", "Bắc Giang", "TP. Hồ Chí Minh"):
        assert words.issuperset(name.split())
    lines = [line for line in text.splitlines() if "dtcompare " not in line]  # to be typed whole
    assert max(map(len, lines)) <= max(width, 20)


def test_a_home_that_cannot_be_written_is_no_trouble(program: Program, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    env = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    done = program("rank", "5g", env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not list(home.iterdir())


def test_it_answers_the_same_from_any_folder(program: Program, tmp_path: Path) -> None:
    here = program("rank", "5g", "--as-of", "2026-11-21", cwd=ROOT)
    there = program("rank", "5g", "--as-of", "2026-11-21", cwd=tmp_path)
    assert there.returncode == 0
    assert there.stdout == here.stdout


def test_the_nearest_data_folder_upwards_is_used(program: Program, tmp_path: Path) -> None:
    shutil.copytree(ARTICLES, tmp_path / "data")
    (tmp_path / "data" / "provinces" / "hung-yen.yaml").unlink()
    deep = tmp_path / "some" / "where"
    deep.mkdir(parents=True)
    done = program("list", "provinces", "-f", "csv", cwd=deep, env={"DTCOMPARE_DATA": ""})
    line = next(x for x in done.stdout.decode().splitlines() if x.startswith("hung-yen,"))
    assert line.split(",")[4:7] == ["0", "0", "0"]


@pytest.mark.parametrize("how", ["option", "variable"])
def test_the_data_set_can_be_named(program: Program, tmp_path: Path, how: str) -> None:
    shutil.copytree(ARTICLES, tmp_path / "set")
    (tmp_path / "set" / "provinces" / "hung-yen.yaml").unlink()
    words = ("--data", str(tmp_path / "set")) if how == "option" else ()
    env = {"DTCOMPARE_DATA": "" if words else str(tmp_path / "set")}
    done = program(*words, "rank", "online-filing", "-f", "csv", env=env)
    assert b"hung-yen" not in done.stdout


def test_a_folder_that_is_no_data_set_is_a_wrong_usage(program: Program, tmp_path: Path) -> None:
    done = program("--data", str(tmp_path), "rank", "5g")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no data set" in done.stderr


@POSIX
def test_ctrl_c_is_130_without_a_traceback() -> None:
    """The program waits for somebody to read what a pipe cannot hold."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dtcompare", "--data", str(DATA), "export"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def test_source_date_epoch_is_today_for_those_who_want_the_same_bytes(program: Program) -> None:
    done = program("rank", "5g", env={"SOURCE_DATE_EPOCH": "1767225600"})  # 2026-01-01
    assert b"as of 1 Jan 2026" in done.stdout


def test_two_runs_give_the_same_bytes_whatever_the_hash_seed(program: Program) -> None:
    for words in (("rank", "5g", "-f", "json"), ("show", "quang-ninh"), ("gap", "-f", "html")):
        one = program(*words, "--as-of", "2026-11-21", env={"PYTHONHASHSEED": "1"})
        two = program(*words, "--as-of", "2026-11-21", env={"PYTHONHASHSEED": "2", "TZ": "UTC"})
        assert one.stdout == two.stdout


def _on_terminal(*words: str, lines: int = 24) -> str:
    """What the program shows on a terminal whose pager marks the first line."""
    import pty

    read, write = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "dtcompare", *words, "--color", "never"],
        stdin=write,
        stdout=write,
        stderr=subprocess.PIPE,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "LINES": str(lines),
            "PAGER": "sed 1s/^/paged:/",
            "TERM": "xterm",
        },
    ) as process:
        os.close(write)
        shown = b""
        with contextlib.suppress(OSError):  # the terminal is gone: the program has ended
            while part := os.read(read, 1 << 16):
                shown += part
        os.close(read)
    assert process.returncode == 0
    return shown.decode()


@POSIX
def test_only_a_full_answer_longer_than_the_screen_is_paged() -> None:
    assert _on_terminal("rank", "5g", "--full").startswith("paged:5G coverage")
    for words, lines in ((("--full", "--no-pager"), 24), (("--full",), 200), ((), 5)):
        assert _on_terminal("rank", "5g", *words, lines=lines).startswith("5G coverage")


def test_a_program_that_runs_this_one_inside_goes_on(tmp_path: Path) -> None:
    """Its own streams are written, and its garbage is collected as before."""
    host = tmp_path / "host.py"
    host.write_text(
        "import gc, os, runpy, sys\n"
        "sys.argv = ['dtcompare', '--version']\n"
        "waiting = os.fdopen(os.dup(1), 'w')\n"
        "waiting.write('waited\\n')\n"
        "try:\n"
        "    runpy.run_module('dtcompare', run_name='__main__')\n"
        "except SystemExit as left:\n"
        "    print('left with', left.code, gc.isenabled(), flush=True)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(host)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-2:] == ["left with 0 True", "waited"]
