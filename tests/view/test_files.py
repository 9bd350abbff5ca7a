"""Files are saved whole or not at all."""

import os
import stat
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from dtcompare.errors import CannotWrite, WrongUsage
from dtcompare.view.files import format_for, save, save_all

_posix = pytest.mark.skipif(sys.platform == "win32", reason="as on other systems than Windows")


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("5g.json", "json"),
        ("5g.jsonl", "jsonl"),
        ("5g.csv", "csv"),
        ("5g.CSV", "csv"),
        ("5g.tsv", "tsv"),
        ("5g.md", "markdown"),
        ("5g.html", "html"),
        ("5g.htm", "html"),
        ("5g.tex", "latex"),
        ("5g.txt", "plain"),
        ("5g.rst", "rst"),
        ("nam.2026.csv", "csv"),
    ],
)
def test_the_suffix_decides_the_format(name: str, format: str) -> None:
    """Upper case is the same suffix, and only the last one counts."""
    assert format_for(Path(name)) == format


@pytest.mark.parametrize(
    ("name", "key", "suffix"),
    [
        ("5g.docx", "error.unknown-suffix", ".docx"),
        ("5g", "error.unknown-suffix", "5g"),
        (".json", "error.unknown-suffix", ".json"),
    ],
)
def test_a_suffix_without_a_format_is_refused(name: str, key: str, suffix: str) -> None:
    """A name without a suffix is quoted whole."""
    with pytest.raises(WrongUsage) as caught:
        format_for(Path(name))
    assert (caught.value.key, caught.value.facts["suffix"]) == (key, suffix)


def test_an_unknown_suffix_is_answered_with_the_known_ones() -> None:
    """The error says what can be written instead."""
    with pytest.raises(WrongUsage) as caught:
        format_for(Path("5g.docx"))
    assert caught.value.facts["known"] == (
        ".png, .svg, .pdf, .csv, .htm, .html, .json, .jsonl, .md, .rst, .tex, .tsv, .txt, .xlsx"
    )


def test_a_saved_file_is_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    """The bytes are the same on every system."""
    save(tmp_path / "a.csv", "Phú Thọ\n")
    assert (tmp_path / "a.csv").read_bytes() == "Phú Thọ\n".encode()


def test_a_mark_for_excel_comes_first(tmp_path: Path) -> None:
    """The mark is the three bytes that Excel looks for."""
    save(tmp_path / "a.csv", "Huế\n", bom=True)
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbfHu\xe1\xba\xbf\n"


def test_saving_replaces_and_leaves_nothing_beside(tmp_path: Path) -> None:
    """The new text stands alone in the folder."""
    file = tmp_path / "a.csv"
    file.write_text("old, and longer than the new", encoding="utf-8")
    save(file, "new\n")
    assert file.read_text(encoding="utf-8") == "new\n"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: str, failure: BaseException
) -> None:
    """Neither a full disk nor Ctrl-C costs the file that was there."""
    file = tmp_path / "a.csv"
    file.write_text("old\n", encoding="utf-8")

    def fail(*_: object) -> None:
        raise failure

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CannotWrite if isinstance(failure, OSError) else KeyboardInterrupt):
        save(file, "new\n")
    assert file.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [file]


def test_the_error_names_file_and_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The facts of the error are the path and the system's own words."""

    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(CannotWrite) as caught:
        save(tmp_path / "a.csv", "new\n")
    assert caught.value.key == "error.cannot-write"
    assert caught.value.facts == {"path": tmp_path / "a.csv", "reason": "Permission denied"}


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """No folder is made on the way."""
    with pytest.raises(CannotWrite):
        save(tmp_path / "nowhere" / "a.csv", "new\n")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    """A folder in place of the file is an error."""
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(CannotWrite):
        save(tmp_path / "a.csv", "new\n")
    assert (tmp_path / "a.csv").is_dir()


def test_a_file_marked_read_only_is_replaced_or_left_whole(tmp_path: Path) -> None:
    """Windows refuses and POSIX asks the folder alone; nothing is left beside in either case."""
    file = tmp_path / "a.csv"
    file.write_text("old\n", encoding="utf-8")
    file.chmod(0o444)
    refused = os.name != "posix"
    with pytest.raises(CannotWrite) if refused else nullcontext():
        save(file, "new\n")
    assert file.read_text(encoding="utf-8") == ("old\n" if refused else "new\n")
    assert list(tmp_path.iterdir()) == [file]


@_posix
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    """Replacing a file does not open or close it to others."""
    file = tmp_path / "a.csv"
    file.touch()
    file.chmod(0o640)
    save(file, "new\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@_posix
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """The temporary file is no more private than any other."""
    usual = tmp_path / "usual"
    usual.touch()
    save(tmp_path / "a.csv", "new\n")
    assert (tmp_path / "a.csv").stat().st_mode == usual.stat().st_mode


@_posix
@pytest.mark.parametrize("there", [True, False], ids=["there already", "not there yet"])
def test_a_link_stays_and_its_target_is_written(tmp_path: Path, *, there: bool) -> None:
    """A link is followed, even to a file that is yet to be made."""
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    if there:
        target.write_text("old\n", encoding="utf-8")
    link.symlink_to(target)
    save(link, "new\n")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new\n"


@_posix
def test_a_device_is_written_to_and_stays_a_device() -> None:
    """/dev/stdout and its kin are not replaced by a file."""
    save(Path(os.devnull), "text\n")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_of_several_files_all_are_saved_or_none(tmp_path: Path) -> None:
    """A folder that is not there stops the others, old and new, and leaves nothing beside them."""
    old, new = tmp_path / "a.svg", tmp_path / "b.svg"
    old.write_bytes(b"old")
    with pytest.raises(CannotWrite) as caught:
        save_all({old: b"x", new: b"y", tmp_path / "no" / "c.txt": b"z"})
    assert caught.value.facts["path"] == tmp_path / "no" / "c.txt"
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]
    save_all({old: b"x", new: b"y"})
    assert (old.read_bytes(), new.read_bytes()) == (b"x", b"y")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_device_stops_the_files_beside_it(tmp_path: Path) -> None:
    """It is written to before they are put in their place."""
    with pytest.raises(CannotWrite):
        save_all({tmp_path / "a.svg": b"x", Path("/dev/full"): b"y"})
    assert not list(tmp_path.iterdir())
