"""The compiled copy: whatever happens to it, the answer is that of the files."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from dtcompare.cli import main
from dtcompare.errors import CopyBroken, DataBroken
from dtcompare.model.dataset import Lines
from dtcompare.reading import compiled, load
from dtcompare.reading.cachefolder import cache_folder, read_whole, write_whole
from dtcompare.reading.compiled import StoredLines, encode, part_of, unpack
from dtcompare.reading.load import read_folder
from dtcompare.reading.opened import open_folder

from .country import COUNTRY, TODAY, fresh

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "fixed"
FILE = "provinces/north.yaml"
COMMANDS = (
    ("rank", "5g"),
    ("rank", "dti", "2022", "-f", "json"),
    ("rank", "5g", "--lang", "vi", "-f", "csv"),
    ("show", "quang-ninh"),
    ("show", "phu-tho", "5g"),
    ("compare", "quang-ninh", "phu-tho"),
    ("gap", "phu-tho", "-f", "json"),
    ("trend", "digital-economy"),
    ("reporting",),
    ("list", "sources", "-f", "csv"),
    ("list", "provinces"),
    ("list", "scores"),
    ("export",),
    ("export", "-f", "jsonl"),
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
Reads = Callable[[], int]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("DTCOMPARE_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """How often files were read instead of the copy."""
    count = 0
    real = compiled.write_copy

    def counted(*args: object) -> None:
        nonlocal count
        count += 1
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("dtcompare.reading.opened.write_copy", counted)
    return lambda: count


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data set whose files are old enough for a copy."""
    monkeypatch.setattr(compiled, "SETTLED", 0)
    return fresh(tmp_path)


def _same(folder: Path, today: date = TODAY) -> None:
    """Asserts that the copy and the files say the same, lines, sources and all."""
    try:
        plain = read_folder(folder, today).require()
    except DataBroken as broken:
        problems = broken.problems
    else:
        problems = ()
    if problems:
        with pytest.raises(DataBroken) as found:
            open_folder(folder, today)
        assert found.value.problems == problems
        return
    kept = open_folder(folder, today)
    assert repr(kept) == repr(plain) or kept == plain
    assert repr(dict(kept.lines)) == repr(dict(plain.lines))
    assert repr(dict(kept.sources)) == repr(dict(plain.sources))
    assert list(kept.lines) == list(plain.lines)
    assert len(kept.sources) == len(plain.sources)
    assert list(kept.lines_about("north")) == list(plain.lines_about("north"))
    assert dict(kept.usage("source")) == plain.usage("source")


def _file(cache: Path) -> Path:
    (found,) = cache.glob("*.msgpack")
    return found


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_the_same_with_and_without_the_copy(
    words: tuple[str, ...], cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for option in (("--no-cache",), (), ()):
        code = main([*words, *option, "--data", str(DATA), "--as-of", "2026-11-21"])
        said.append((code, *capsys.readouterr()))
    assert said[0] == said[1] == said[2]
    assert said[0][0] == 0
    assert _file(cache).exists()


def test_a_second_command_reads_no_file(cache: Path, reads: Reads) -> None:
    _same(DATA)
    before = reads()
    _same(DATA)
    assert reads() == before
    assert list(cache.iterdir()) == [_file(cache)]


def test_no_cache_leaves_nothing(cache: Path) -> None:
    open_folder(COUNTRY, TODAY, cache=False)
    assert not cache.exists()


def test_a_copy_damaged_anywhere_is_read_around(cache: Path, folder: Path) -> None:
    _same(folder)
    whole = _file(cache).read_bytes()
    draw = random.Random(1)  # noqa: S311 (places of damage, no secrets)
    for _ in range(40):
        damaged = bytearray(whole)
        damaged[draw.randrange(len(whole))] ^= draw.randrange(1, 256)
        _file(cache).write_bytes(damaged)
        assert read_whole(_file(cache).name) is None
    _same(folder)


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_copy_is_read_around(share: float, cache: Path, folder: Path) -> None:
    _same(folder)
    whole = _file(cache).read_bytes()
    _file(cache).write_bytes(whole[: int(len(whole) * share)])
    _same(folder)


@pytest.mark.parametrize("value", [None, [], {}, "x", [1, 2, 3, 4, 5, 6, 7], [["0.1.0"], "/x"]])
def test_a_copy_of_another_form_is_read_around(value: object, cache: Path, folder: Path) -> None:
    """As another state of the program may have written it, with the right checksum."""
    _same(folder)
    write_whole(_file(cache).name, encode(value))
    assert read_whole(_file(cache).name) is not None
    _same(folder)


def test_a_block_that_holds_something_else_is_told() -> None:
    part = part_of(["north"], {"5g": Lines()}, {}, {})
    with pytest.raises(CopyBroken):
        unpack(part.lines["5g"], int)
    with pytest.raises(CopyBroken):
        unpack(memoryview(b"no block"), Lines)


def test_a_command_whose_copy_proves_broken_is_run_again_from_the_files(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a word was taken for is told once."""
    words = ["ls", "indicators", "--data", str(folder), "--lang", "vi"]
    said = [(main([*words, "--no-cache"]), *capsys.readouterr())]
    main(words)
    capsys.readouterr()
    assert _file(cache).exists()
    broken = 0

    def fail(_: StoredLines, __: str) -> None:
        nonlocal broken
        broken += 1
        raise CopyBroken

    monkeypatch.setattr(StoredLines, "usage", fail)
    said.append((main(words), *capsys.readouterr()))
    assert broken == 1
    assert said[0] == said[1]
    assert said[0][2].count("list") == 1


def test_a_copy_of_another_data_set_is_not_taken(cache: Path, folder: Path) -> None:
    _same(folder)
    other = folder.parent / "other" / folder.name
    shutil.copytree(folder, other)
    path = other / FILE
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    first = _file(cache)
    _same(other)
    for copy in cache.iterdir():
        if copy != first:
            shutil.copyfile(first, copy)
    _same(other)


def test_a_copy_of_another_version_is_not_taken(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, reads: Reads
) -> None:
    _same(folder)
    before = reads()
    monkeypatch.setattr(compiled, "program_state", lambda *_: ["another"])
    _same(folder)
    assert reads() == before + 1
    assert _file(cache).exists()


def test_a_file_changed_in_the_same_second_with_the_same_size(cache: Path, folder: Path) -> None:
    _same(folder)
    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    status = path.stat()
    for old, new in (("value: ", "about: "), ("about: ", "value: ")):
        text = text.replace(old, new)
        with path.open("r+", encoding="utf-8") as file:
            file.write(text)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert path.stat().st_size == status.st_size
        _same(folder)
    assert _file(cache).exists()


def test_a_file_of_the_last_two_seconds_is_not_kept(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    open_folder(folder, TODAY)
    assert not cache.exists()
    time.sleep(2.1)
    open_folder(folder, TODAY)
    assert _file(cache).exists()


def test_files_that_come_and_go_are_seen(cache: Path, folder: Path, tmp_path: Path) -> None:
    _same(folder)
    moved = tmp_path / "aside.yaml"
    (folder / FILE).rename(moved)
    _same(folder)
    moved.rename(folder / FILE)
    _same(folder)
    (folder / "unknown.yaml").write_text("a: 1\n", encoding="utf-8")
    _same(folder)
    (folder / "unknown.yaml").unlink()
    _same(folder)
    (folder / "provinces" / "Folder").mkdir()
    _same(folder)
    assert _file(cache).exists()


def test_a_broken_data_set_is_never_kept(cache: Path, folder: Path) -> None:
    (folder / FILE).write_text("name: [", encoding="utf-8")
    _same(folder)
    assert not list(cache.glob("*")) if cache.exists() else True


def test_a_file_changed_while_it_is_read_is_not_kept(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = load.read_folder

    def read(*args: object, **options: object) -> load.Reading:
        with (folder / FILE).open("a", encoding="utf-8") as file:
            file.write("# more\n")
        return real(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "read_folder", read)
    open_folder(folder, TODAY)
    assert not list(cache.glob("*")) if cache.exists() else True


def test_a_clock_set_back_reads_again(cache: Path, folder: Path) -> None:
    _same(folder)
    _same(folder, TODAY - timedelta(days=900))
    assert _file(cache).exists()


@posix
@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602])
def test_a_copy_that_others_can_write_is_ignored(
    mode: int, cache: Path, folder: Path, reads: Reads
) -> None:
    open_folder(folder, TODAY)
    _file(cache).chmod(mode)
    open_folder(folder, TODAY)
    assert reads() == 2


@posix
def test_a_folder_that_others_can_write_is_neither_read_nor_written(
    cache: Path, folder: Path, reads: Reads
) -> None:
    open_folder(folder, TODAY)
    cache.chmod(0o777)
    before = _file(cache).stat().st_mtime_ns
    open_folder(folder, TODAY)
    assert reads() == 2
    assert _file(cache).stat().st_mtime_ns == before


@posix
def test_a_copy_of_another_user_is_ignored(
    cache: Path, folder: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_folder(folder, TODAY)
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    open_folder(folder, TODAY)
    assert reads() == 2
    assert _file(cache).exists()


@posix
def test_a_copy_that_is_a_link_is_ignored(
    cache: Path, folder: Path, tmp_path: Path, reads: Reads
) -> None:
    open_folder(folder, TODAY)
    path = _file(cache)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    open_folder(folder, TODAY)
    assert reads() == 2


@posix
def test_of_a_link_the_file_that_it_leads_to_is_looked_at(cache: Path, folder: Path) -> None:
    (folder / FILE).rename(folder / "provinces" / "real.txt")
    (folder / FILE).symlink_to(folder / "provinces" / "real.txt")
    _same(folder)
    with (folder / "provinces" / "real.txt").open("a", encoding="utf-8") as file:
        file.write("# more: [\n")
    _same(folder)
    assert _file(cache).exists()


@pytest.mark.parametrize("what", ["file", "missing"])
def test_a_cache_folder_that_cannot_be_is_done_without(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    if what == "file":
        place.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("DTCOMPARE_CACHE_DIR", str(place / "cache" if what == "file" else "/proc/x"))
    _same(COUNTRY)


def test_a_full_disk_is_done_without(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    _same(folder)
    assert list(cache.iterdir()) == []


def test_what_a_killed_writer_left_is_removed_when_it_is_old(cache: Path, folder: Path) -> None:
    cache.mkdir(mode=0o700)
    old, new = cache / "data.msgpack.00.tmp", cache / "data.msgpack.11.tmp"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 3600, time.time() - 3600))
    open_folder(folder, TODAY)
    assert sorted(cache.iterdir()) == sorted([_file(cache), new])


def _start(folder: Path, cache: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dtcompare", "export", "--data", str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "DTCOMPARE_CACHE_DIR": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_twenty_at_once_say_the_same(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    time.sleep(2.1)
    started = [_start(folder, cache) for _ in range(20)]
    said = {process.communicate(timeout=240) for process in started}
    assert len(said) == 1
    assert {process.returncode for process in started} == {0}
    assert list(cache.iterdir()) == [_file(cache)]


@posix
def test_killed_at_any_moment_the_next_says_the_same(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    time.sleep(2.1)
    whole = _start(folder, tmp_path / "other").communicate(timeout=60)[0]
    for wait in (0.1, 0.2, 0.3, 0.4):
        process = _start(folder, cache)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        assert _start(folder, cache).communicate(timeout=60)[0] == whole
        shutil.rmtree(cache, ignore_errors=True)


def test_a_broken_data_set_is_told_with_its_doubts(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    (folder / "provinces/tay-ninh.yaml").write_text(
        "name: X\nvalues: {nothing: 1}\n", encoding="utf-8"
    )
    every = read_folder(folder, TODAY).problems
    with pytest.raises(DataBroken) as found:
        open_folder(folder, TODAY)
    assert found.value.problems == every
    assert any(problem.code == "looser-target" for problem in every)
    assert not list(cache.glob("*.msgpack"))


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"DTCOMPARE_CACHE_DIR": "/x", "XDG_CACHE_HOME": "/y"}, "linux", "/x"),
        ({"XDG_CACHE_HOME": "/y"}, "linux", "/y/dtcompare"),
        ({"XDG_CACHE_HOME": "relative"}, "linux", "~/.cache/dtcompare"),
        ({}, "linux", "~/.cache/dtcompare"),
        ({"XDG_CACHE_HOME": "/y"}, "darwin", "~/Library/Caches/dtcompare"),
        ({}, "win32", ""),
    ],
)
def test_where_the_copies_lie(environ: dict[str, str], platform: str, folder: str) -> None:
    assert cache_folder(environ, platform) == os.path.expanduser(folder)  # noqa: PTH111


def test_cache_show_and_clear(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["rank", "5g", "--data", str(DATA)])
    capsys.readouterr()
    main(["cache", "show"])
    assert _file(cache).name in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert capsys.readouterr().out == "1 compiled copy removed.\n"
    assert list(cache.iterdir()) == []
    main(["cache", "clear", "--lang", "vi"])
    assert capsys.readouterr().out == "Không có gì để xóa.\n"
