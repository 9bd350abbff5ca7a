"""The compiled copy: whatever happens to it, the answer is that of the files."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from dtcompare.reading.freshness import Files
from dtcompare.reading.packing import pack, unpack
from dtcompare.reading.storefile import write_blocks
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.large import write as write_large
from dtcompare.cli import main
from dtcompare.errors import DataBroken
from dtcompare.model.dataset import Dataset
from dtcompare.reading import (
    check_folder,
    load_dataset,
    many,
    open_folder,
    opened,
    read_folder,
    store,
)
from dtcompare.reading.cachefolder import cache_folder

from .country import COUNTRY, TODAY, fresh

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
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
    real = opened._read  # noqa: SLF001 (counted, not changed)

    def counted(*args: object) -> Dataset:
        nonlocal count
        count += 1
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(opened, "_read", counted)
    return lambda: count


def _settled(folder: Path) -> Path:
    """The folder with files that were written long ago, as far as can be: times of content."""
    for path in folder.rglob("*.yaml"):
        os.utime(path, (time.time() - 100, time.time() - 100))
    return folder


def _same(folder: Path, today: date = TODAY) -> None:
    """Asserts that the copy and the files say the same, lines, sources and all."""
    try:
        plain = load_dataset(folder, today)
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
    assert dict(kept.tallies("source")) == plain.tallies("source")


def _file(cache: Path) -> Path:
    (found,) = cache.glob("*.sqlite")
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


@given(st.data())
def test_numbers_keep_their_digits(data: st.DataObject) -> None:
    value = data.draw(
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers(-(10**30), 10**30)
            | st.text()
            | st.dates()
            | st.decimals(allow_nan=False, allow_infinity=False),
            lambda part: st.lists(part).map(tuple) | st.dictionaries(st.text(), part),
        )
    )
    assert repr(unpack(pack(value))) == repr(value)


@pytest.mark.parametrize("what", [b"\x00", b"\xff", b"junk" * 9])
def test_a_damaged_copy_is_read_around(what: bytes, cache: Path, tmp_path: Path) -> None:
    folder = _settled(fresh(tmp_path))
    _same(folder)
    whole = _file(cache).read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        _file(cache).write_bytes(whole[:at] + what + whole[at + len(what) :])
        _same(folder)


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_copy_is_read_around(share: float, cache: Path, tmp_path: Path) -> None:
    folder = _settled(fresh(tmp_path))
    _same(folder)
    whole = _file(cache).read_bytes()
    _file(cache).write_bytes(whole[: int(len(whole) * share)])
    _same(folder)


def test_each_block_may_be_lost(cache: Path, tmp_path: Path) -> None:
    folder = _settled(fresh(tmp_path))
    _same(folder)
    whole = _file(cache).read_bytes()
    with sqlite3.connect(_file(cache)) as base:
        names = [name for (name,) in base.execute("SELECT name FROM block")]
    for name in names:
        for change in ("DELETE FROM block", "UPDATE block SET text = x'5b5d'"):
            _file(cache).write_bytes(whole)
            base = sqlite3.connect(_file(cache))
            base.execute(f"{change} WHERE name = ?", (name,))
            base.commit()
            base.close()
            _same(folder)


@pytest.mark.parametrize(
    "text", [b"null", b"[]", b"{}", b'{"m":[]}', b"[1,2,3,4]", b'[["3"],"2026-01-01","a",""]', b"x"]
)
@pytest.mark.parametrize("name", ["made", "files"])
def test_a_stamp_of_another_form_is_read_around(
    name: str, text: bytes, cache: Path, tmp_path: Path
) -> None:
    """As another state of the program may have written it, with the right digest."""
    folder = _settled(fresh(tmp_path))
    _same(folder)
    assert write_blocks(str(_file(cache)), {name: text})
    _same(folder)


def test_a_copy_of_another_data_set_is_not_taken(cache: Path, tmp_path: Path) -> None:
    first = _settled(fresh(tmp_path / "a"))
    _same(first)
    other = _file(cache).read_bytes()
    _file(cache).unlink()
    second = _settled(fresh(tmp_path / "b"))
    path = second / FILE
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    _same(second)
    _file(cache).write_bytes(other)
    _same(second)


def test_a_copy_of_another_version_is_not_taken(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: Reads
) -> None:
    folder = _settled(fresh(tmp_path))
    _same(folder)
    before = reads()
    monkeypatch.setattr(store, "program_stamp", lambda: "another")
    _same(folder)
    assert reads() == before + 1
    assert _file(cache).exists()


def test_a_file_changed_in_the_same_second_with_the_same_size(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
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


def test_a_file_touched_but_not_changed_is_not_read_again(
    cache: Path, tmp_path: Path, reads: Reads
) -> None:
    folder = fresh(tmp_path)
    _same(folder)
    before = reads()
    (folder / FILE).touch()
    _same(folder)
    assert reads() == before
    assert _file(cache).exists()


@posix
def test_files_that_have_not_been_touched_are_told_by_one_seal(
    cache: Path, tmp_path: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _settled(fresh(tmp_path))
    time.sleep(2.1)
    _same(folder)
    before = reads()

    def never(block: bytes) -> Files:
        raise AssertionError(block)

    with monkeypatch.context() as patch:
        patch.setattr(store, "_files", never)
        _same(folder)
    (folder / FILE).touch()
    _same(folder)
    assert reads() == before
    text = (folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(text.replace("value: ", "about: "), encoding="utf-8")
    _same(folder)
    assert reads() == before + 1
    assert _file(cache).exists()


def test_files_that_come_and_go_are_seen(cache: Path, tmp_path: Path) -> None:
    folder = _settled(fresh(tmp_path))
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


def test_a_broken_data_set_is_never_kept(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / FILE).write_text("name: [", encoding="utf-8")
    _same(folder)
    assert not list(cache.glob("*")) if cache.exists() else True


def test_a_file_changed_while_it_is_read_is_not_kept(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh(tmp_path)
    real = store.Store.begin

    def begin(self: store.Store) -> None:
        real(self)
        with (folder / FILE).open("a", encoding="utf-8") as file:
            file.write("# more\n")

    monkeypatch.setattr(store.Store, "begin", begin)
    open_folder(folder, TODAY)
    assert not list(cache.glob("*")) if cache.exists() else True


def test_a_clock_set_back_reads_again(cache: Path, tmp_path: Path) -> None:
    folder = _settled(fresh(tmp_path))
    _same(folder)
    _same(folder, TODAY - timedelta(days=900))
    assert _file(cache).exists()


@posix
@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602])
def test_a_copy_that_others_can_write_is_ignored(
    mode: int, cache: Path, tmp_path: Path, reads: Reads
) -> None:
    folder = _settled(fresh(tmp_path))
    open_folder(folder, TODAY)
    _file(cache).chmod(mode)
    open_folder(folder, TODAY)
    assert reads() == 2


@posix
def test_a_folder_that_others_can_write_is_neither_read_nor_written(
    cache: Path, tmp_path: Path, reads: Reads
) -> None:
    folder = _settled(fresh(tmp_path))
    open_folder(folder, TODAY)
    cache.chmod(0o777)
    before = _file(cache).stat().st_mtime_ns
    open_folder(folder, TODAY)
    assert reads() == 2
    assert _file(cache).stat().st_mtime_ns == before


@posix
def test_a_copy_of_another_user_is_ignored(
    cache: Path, tmp_path: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _settled(fresh(tmp_path))
    open_folder(folder, TODAY)
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    open_folder(folder, TODAY)
    assert reads() == 2
    assert _file(cache).exists()


@posix
def test_a_copy_that_is_a_link_is_ignored(cache: Path, tmp_path: Path, reads: Reads) -> None:
    folder = _settled(fresh(tmp_path))
    open_folder(folder, TODAY)
    path = _file(cache)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    open_folder(folder, TODAY)
    assert reads() == 2


@posix
def test_a_data_set_of_links_is_not_kept(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / FILE).rename(folder / "provinces" / "real.txt")
    (folder / FILE).symlink_to(folder / "provinces" / "real.txt")
    _same(folder)
    assert not list(cache.glob("*")) if cache.exists() else True


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
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh(tmp_path)
    real = sqlite3.connect

    def small(*args: object, **kwargs: object) -> sqlite3.Connection:
        base = real(*args, **kwargs)  # type: ignore[call-overload]
        base.execute("PRAGMA max_page_count = 2")
        return base  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", small)
    _same(folder)
    assert list(cache.iterdir()) == []


def _start(folder: Path, cache: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dtcompare", "export", "--data", str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "DTCOMPARE_CACHE_DIR": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_twenty_at_once_say_the_same(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    started = [_start(folder, cache) for _ in range(20)]
    said = {process.communicate(timeout=120) for process in started}
    assert len(said) == 1
    assert {process.returncode for process in started} == {0}
    assert [path.suffix for path in cache.iterdir()] == [".sqlite"]


@posix
def test_killed_at_any_moment_the_next_says_the_same(cache: Path, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    whole = _start(folder, tmp_path / "other").communicate(timeout=60)[0]
    for wait in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4):
        process = _start(folder, cache)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        assert _start(folder, cache).communicate(timeout=60)[0] == whole
        shutil.rmtree(cache, ignore_errors=True)


@posix
@pytest.mark.parametrize("command", ["export", "check"])
@pytest.mark.parametrize("wait", [0.3, 0.6, 1.5])
def test_a_first_reading_can_be_interrupted(
    command: str, wait: float, cache: Path, tmp_path: Path
) -> None:
    write_large(tmp_path / "data", 60)
    process = subprocess.Popen(
        [sys.executable, "-m", "dtcompare", command, "--data", str(tmp_path / "data")],
        env={**os.environ, "PYTHONPATH": str(ROOT), "DTCOMPARE_CACHE_DIR": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(wait)
    os.killpg(process.pid, signal.SIGINT)
    errors = process.communicate(timeout=60)[1]
    assert process.returncode in (130, -signal.SIGINT, 0)
    if process.returncode != -signal.SIGINT:  # it came before the program had begun
        assert b"Traceback" not in errors
    assert not list(cache.glob("*.tmp"))


def test_workers_read_what_one_process_reads(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(many, "is_large", lambda _: True)
    monkeypatch.setattr(many, "_FILES", 20)
    large = open_folder(DATA, TODAY, progress=lambda done, _: told.append(done))
    kept = open_folder(DATA, TODAY)
    plain = load_dataset(DATA, TODAY)
    for found in (large, kept):
        assert repr(dict(found.lines)) == repr(dict(plain.lines))
        assert repr(dict(found.sources)) == repr(dict(plain.sources))
        assert list(found.sources) == list(plain.sources)
        assert found.register == plain.register
        assert found.country == plain.country
    assert told[0] == 0
    assert told[-1] == -1
    assert _file(cache).exists()


def test_workers_tell_the_same_problems(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh(tmp_path)
    (folder / FILE).write_text("name: X\nvalues: {nothing: 1}\n", encoding="utf-8")
    with pytest.raises(DataBroken) as plain:
        load_dataset(folder, TODAY)
    monkeypatch.setattr(many, "is_large", lambda _: True)
    with pytest.raises(DataBroken) as found:
        open_folder(folder, TODAY, progress=lambda _, __: None)
    assert found.value.problems == plain.value.problems
    assert not list(cache.glob("*.sqlite"))


@pytest.mark.parametrize("keep", [True, False])
def test_a_check_by_workers_tells_what_one_process_tells(
    keep: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = fresh(tmp_path)
    slip = "name: X\nvalues: {nothing: 1}\n"
    for name in ("north", "south"):
        (folder / f"provinces/{name}.yaml").write_text(slip, encoding="utf-8")
    plain = read_folder(folder, TODAY)
    monkeypatch.setattr(many, "is_large", lambda _: True)
    monkeypatch.setattr(many, "_FILES", 7)
    found = check_folder(folder, TODAY, keep=keep, progress=lambda _, __: None)
    assert found.problems == plain.problems
    assert found.files == plain.files
    assert found.dataset is None


def test_a_check_by_workers_keeps_the_lines_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = read_folder(DATA, TODAY)
    monkeypatch.setattr(many, "is_large", lambda _: True)
    found = check_folder(DATA, TODAY, progress=lambda _, __: None)
    assert found.problems == plain.problems
    assert any(problem.level == "warning" for problem in found.problems)
    assert found.dataset is not None
    assert plain.dataset is not None
    assert repr(dict(found.dataset.lines)) == repr(dict(plain.dataset.lines))


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
    assert not list(cache.glob("*.sqlite"))


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
