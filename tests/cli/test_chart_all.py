"""The charts of everything in one go: which files, what is told, what an early end leaves."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dtcompare import open_dataset
from dtcompare.analysis.album import Question
from dtcompare.shell import chart_batch
from dtcompare.shell.chart_batch import Batch, draw_all
from dtcompare.shell.settings import Settings
from tests.conftest import ARTICLES, AS_OF, DATA, ROOT, Run

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]
SMALL = ("--data", str(ARTICLES), "-f", "svg")
DAY = ("--as-of", AS_OF.isoformat())
posix = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second process, however many cores there are."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.usefixtures("alone")
def test_every_file_is_named_as_it_is_drawn(run: Run, tmp_path: Path) -> None:
    """The whole first; each line is a file that is there, and no file is without its line."""
    folder = tmp_path / "new" / "charts"
    code, out, err = run("chart-all", str(folder), *SMALL)
    assert (code, err) == (0, "")
    named = [Path(line) for line in out.splitlines()]
    assert sorted(named) == sorted(folder.iterdir())
    assert [path.name for path in named[:3]] == ["reporting.svg", "gap.svg", "rank-4g.svg"]
    assert {"gap-5g.svg", "show-phu-tho.svg", "gap-phu-tho.svg"} <= {path.name for path in named}
    assert all(path.read_bytes().endswith(b"</svg>\n") for path in named)


@pytest.mark.usefixtures("alone")
def test_one_kind_alone_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    """Indicators or provinces: no file is in both, and neither has the charts of the whole."""
    found = {}
    for kind in ("indicators", "provinces"):
        assert run("chart-all", str(tmp_path / kind), *SMALL, "--of", kind)[0] == 0
        found[kind] = set(contents(tmp_path / kind))
    assert "rank-5g.svg" in found["indicators"]
    assert "show-phu-tho.svg" in found["provinces"]
    assert not found["indicators"] & found["provinces"]
    assert not {"gap.svg", "reporting.svg"} & (found["indicators"] | found["provinces"])


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("format", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_the_format_is_as_asked(
    run: Run, tmp_path: Path, format: str, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PNG without a word, and fewer dots make a smaller file."""
    asked = [Question("rank", "5g"), Question("gap", "phu-tho")]
    monkeypatch.setattr("dtcompare.commands.chart_all.list_questions", lambda *_: asked)
    words = ("--data", str(ARTICLES), *(() if format == "png" else ("-f", format)))
    assert run("chart-all", str(tmp_path / "a"), *words)[0] == 0
    drawn = contents(tmp_path / "a")
    assert sorted(drawn) == [f"gap-phu-tho.{format}", f"rank-5g.{format}"]
    assert all(data.startswith(start) for data in drawn.values())
    if format == "png":
        assert run("chart-all", str(tmp_path / "b"), *words, "--dpi", "50")[0] == 0
        assert len(contents(tmp_path / "b")["rank-5g.png"]) < len(drawn["rank-5g.png"]) / 2


@pytest.mark.usefixtures("alone")
def test_each_chart_is_that_of_the_command_it_is_named_for(run: Run, tmp_path: Path) -> None:
    """rank-5g.svg is what ``rank 5g -o`` saves, to the byte; the options of the page go to all."""
    page = ("--lang", "vi", "--size", "column")
    assert run("chart-all", str(tmp_path / "all"), *SMALL, *page)[0] == 0
    for words in (("rank", "5g"), ("gap", "phu-tho"), ("show", "hung-yen"), ("reporting",)):
        path = tmp_path / "one.svg"
        assert run(*words, "--data", str(ARTICLES), "-o", str(path), *page)[0] == 0
        together = tmp_path / "all" / f"{'-'.join(words)}.svg"
        assert together.read_bytes() == path.read_bytes(), words


@pytest.mark.usefixtures("alone")
def write_towns(folder: Path) -> None:
    """Sixty towns: all of them have a figure of fibre, three of them one of masts."""
    (folder / "provinces").mkdir(parents=True)
    about = "{name: NAME, group: net, unit: percent, better: higher}"
    (folder / "indicators.yaml").write_text(
        'groups: {net: Net}\nunits: {percent: {symbol: "%"}}\nindicators:\n'
        f"  fibre: {about.replace('NAME', 'Fibre')}\n  masts: {about.replace('NAME', 'Masts')}\n",
        encoding="utf-8",
    )
    towns = "".join(f"  t{n}: {{name: Town {n}}}\n" for n in range(60))
    (folder / "register.yaml").write_text(f"provinces:\n{towns}", encoding="utf-8")
    page = "{title: Report, publisher: Council, published: 2026-01, url: https://example.org/"
    for n in range(60):
        masts = f"  masts:\n    - {{period: 2025, value: {n}, source: a}}\n" if n < 3 else ""
        (folder / "provinces" / f"t{n}.yaml").write_text(
            f"name: Town {n}\nsources:\n  a: {page}{n}}}\nvalues:\n"
            f"  fibre:\n    - {{period: 2025, value: {n}, source: a}}\n{masts}",
            encoding="utf-8",
        )


def test_a_chart_that_does_not_fit_is_told_and_the_others_are_drawn(
    run: Run, tmp_path: Path
) -> None:
    """Exit 1, a line each with the advice, and no file of it."""
    write_towns(tmp_path / "towns")
    words = ("--data", str(tmp_path / "towns"), "-f", "svg", "--of", "indicators")
    code, out, err = run("chart-all", str(tmp_path / "a"), *words, "--size", "slide")
    left_out = [line.split(": ")[1] for line in err.splitlines()]
    assert (code, left_out) == (1, ["rank-fibre"])
    assert all(line.startswith("not drawn: ") for line in err.splitlines())
    assert "--first 5 --last 3" in err
    assert contents(tmp_path / "a").keys() == {"rank-masts.svg"}
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize("place", ["a file", "a file/in it"])
def test_what_can_be_no_folder_is_one_line(run: Run, tmp_path: Path, place: str) -> None:
    """Exit 1, and nothing is drawn."""
    (tmp_path / "a file").write_bytes(b"old")
    path = tmp_path / place
    code, out, err = run("chart-all", str(path), *SMALL)
    assert (code, out) == (1, "")
    assert err.startswith(f"dtcompare: cannot write {path}: ")
    assert len(err.splitlines()) == 1
    assert contents(tmp_path) == {"a file": b"old"}


@pytest.mark.usefixtures("alone")
def test_a_folder_that_takes_no_more_is_one_line(run: Run, tmp_path: Path) -> None:
    """What was drawn until then is named and whole; nothing is half there."""
    (tmp_path / "rank-5g.svg").mkdir()
    code, out, err = run("chart-all", str(tmp_path), *SMALL)
    assert code == 1
    assert err.startswith(f"dtcompare: cannot write {tmp_path / 'rank-5g.svg'}: ")
    assert len(err.splitlines()) == 1
    files = sorted(str(path) for path in tmp_path.iterdir() if path.is_file())
    assert sorted(out.splitlines()) == files
    assert not list(tmp_path.glob(".*"))


def test_of_broken_data_nothing_is_drawn(run: Run, tmp_path: Path) -> None:
    """The problems are told, and no folder is made."""
    shutil.copytree(ARTICLES, tmp_path / "data")
    (tmp_path / "data" / "provinces" / "hue.yaml").write_text("values: [", encoding="utf-8")
    code, out, err = run("chart-all", str(tmp_path / "a"), "--data", str(tmp_path / "data"))
    assert (code, out) == (1, "")
    assert "provinces/hue.yaml:" in err
    assert not (tmp_path / "a").exists()


@pytest.mark.usefixtures("alone")
def test_progress_is_shown_on_a_terminal_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar that is wiped away before every line, and at the end."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert run("chart-all", str(tmp_path), *SMALL, "--of", "provinces")[0] == 0
    said = screen.getvalue()
    assert "█" in said
    assert f"1 of {len(contents(tmp_path))} charts" in said
    assert said.endswith("\r\x1b[K")


def test_two_processes_draw_what_one_draws(
    program: Program, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same files, named in the same order."""
    done = program("chart-all", "two", *SMALL, *DAY, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("chart-all", "one", *SMALL)
    assert code == 0
    assert done.stdout.decode().replace("two", "one").split() == out.split()
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


@pytest.mark.parametrize(("charts", "cores", "shared"), [(11, 2, 0), (12, 2, 12), (12, 1, 0)])
def test_few_charts_need_no_second_process(
    monkeypatch: pytest.MonkeyPatch, charts: int, cores: int, shared: int
) -> None:
    """Eleven are drawn before another has started; twelve are shared, where there is another."""
    batch = Batch(Settings.from_clock(), Path(), "svg")
    given: list[Question] = []
    drawn: list[Question] = []
    monkeypatch.setattr(os, "cpu_count", lambda: cores)

    def share(_: object, items: Sequence[Question], *__: object) -> list[Sequence[Question]]:
        given.extend(items)
        return [items]

    monkeypatch.setattr(chart_batch, "map_in_pool", share)
    monkeypatch.setattr(chart_batch, "draw", lambda *words: drawn.append(words[-1]))
    list(draw_all(batch, open_dataset(ARTICLES), [Question("rank", "5g")] * charts))
    assert (len(given), len(drawn)) == (shared, charts - shared)


def started(folder: Path) -> subprocess.Popen[bytes]:
    """The program at work on many charts, in a group of processes of its own."""
    words = ("chart-all", str(folder), "--data", str(DATA), "-f", "svg")
    return subprocess.Popen(
        [sys.executable, "-m", "dtcompare", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def is_empty(group: int) -> bool:
    """Whether no process of a group is left, waiting up to ten seconds for it."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


def wait_for(what: Callable[[], bool]) -> None:
    """Returns when it is so, or after twenty seconds."""
    end = time.monotonic() + 20
    while not what() and time.monotonic() < end:
        time.sleep(0.01)


def has_worker(process: int) -> bool:
    """Whether a process has started two others: what keeps watch, and a worker."""
    children = Path(f"/proc/{process}/task/{process}/children")
    return len(children.read_text().split()) > 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
@pytest.mark.parametrize("amid", ["the start of the workers", "the charts"])
def test_an_interrupt_ends_it_at_once_and_leaves_nothing(tmp_path: Path, amid: str) -> None:
    """Exit 130 in silence; no process, no half file."""
    process = started(tmp_path)
    if amid == "the charts":
        wait_for(lambda: any(tmp_path.iterdir()))
    else:
        wait_for(lambda: has_worker(process.pid))
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")
    assert is_empty(process.pid)
    assert not list(tmp_path.glob(".*"))


@posix
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """Nobody else would end them."""
    process = started(tmp_path)
    wait_for(lambda: any(tmp_path.iterdir()))
    process.kill()
    process.communicate(timeout=30)
    assert is_empty(process.pid)
    assert not list(tmp_path.glob(".*"))


def test_it_works_as_a_script_that_has_no_module_name(tmp_path: Path) -> None:
    """Workers import the main module anew: a console script must not run a second time there."""
    script = tmp_path / "dtcompare"
    script.write_text(
        "from dtcompare.__main__ import run\n"
        "if __name__ == '__main__':\n"
        "    raise SystemExit(run())\n"
    )
    done = subprocess.run(
        [sys.executable, str(script), "chart-all", "a", *SMALL, *DAY],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == len(contents(tmp_path / "a"))
