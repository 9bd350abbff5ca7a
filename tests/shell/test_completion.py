"""Completion: which shell, which file, one line added once; the script does complete."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from dtcompare.errors import WrongUsage
from dtcompare.shell.completion import LINES, find_shell, find_start_file, install_line
from dtcompare.shell.lookup import complete
from tests.conftest import Run


@pytest.mark.parametrize(
    ("shell", "system", "wanted"),
    [
        ("/bin/bash", "linux", "bash"),
        ("/opt/homebrew/bin/fish", "darwin", "fish"),
        ("/usr/bin/bash.exe", "win32", "bash"),
        ("", "win32", "powershell"),
        ("/usr/bin/pwsh", "linux", "powershell"),
    ],
)
def test_the_shell_is_that_of_the_environment(shell: str, system: str, wanted: str) -> None:
    """PowerShell on Windows, where none is named."""
    assert find_shell({"SHELL": shell} if shell else {}, system) == wanted


def test_a_shell_that_cannot_be_told_is_asked_for() -> None:
    with pytest.raises(WrongUsage):
        find_shell({"SHELL": "/bin/tcsh"}, "linux")


def test_each_shell_has_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Under the home, or where the shell's own variable says."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert find_start_file("bash", {}) == tmp_path / ".bashrc"
    assert find_start_file("zsh", {}) == tmp_path / ".zshrc"
    assert find_start_file("zsh", {"ZDOTDIR": str(tmp_path / "z")}) == tmp_path / "z" / ".zshrc"
    fish = Path("fish", "completions", "dtcompare.fish")
    assert find_start_file("fish", {}) == tmp_path / ".config" / fish
    assert find_start_file("fish", {"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / fish


def test_the_profile_is_what_powershell_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark before its text is none of the path; without PowerShell one is told so."""
    answer = "\ufeffC:\\Users\\Hà\\Documents\\PowerShell\\profile.ps1\r\n"
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(
        subprocess, "run", lambda words, **_: subprocess.CompletedProcess(words, 0, answer, "")
    )
    wanted = Path("C:\\Users\\Hà\\Documents\\PowerShell\\profile.ps1")
    assert find_start_file("powershell", {}) == wanted
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(WrongUsage):
        find_start_file("powershell", {})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"line\n"),
        (b"", b"line\n"),
        (b"a\n", b"a\nline\n"),
        (b"a", b"a\nline\n"),
        (b"a\r\n", b"a\r\nline\n"),
        (b"\xff\xfea\x00\n\x00", b"\xff\xfea\x00\n\x00l\x00i\x00n\x00e\x00\n\x00"),
        (b"\xe9\n", b"\xe9\nline\n"),
    ],
    ids=["none", "empty", "one", "unended", "windows", "utf-16", "latin-1"],
)
def test_a_line_is_added_once(tmp_path: Path, before: bytes | None, after: bytes) -> None:
    """What stood there stays byte by byte; the encoding is that of the file."""
    path = tmp_path / "folder" / "start"
    if before is not None:
        path.parent.mkdir()
        path.write_bytes(before)
    assert install_line(path, "line")
    assert path.read_bytes() == after
    assert not install_line(path, "line")
    assert path.read_bytes() == after


def test_install_says_what_it_wrote_and_where(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    code, out, err = run("completion", "install", "bash", as_of=None)
    assert (code, err) == (0, "")
    assert str(tmp_path / ".bashrc") in out
    assert LINES["bash"] in out
    assert "Nothing to do" in run("completion", "install", "bash", as_of=None)[1]


@pytest.mark.parametrize("shell", LINES)
def test_every_shell_has_a_script(run: Run, shell: str) -> None:
    code, out, _ = run("completion", "show", shell, as_of=None)
    assert code == 0
    assert f"{shell}_complete" in out


def test_bash_completes_a_command(run: Run) -> None:
    """By the script as bash runs it, with the program of this test."""
    bash = shutil.which("bash")
    if bash is None or Path(bash).drive:
        pytest.skip("bash is not installed")
    _, script, err = run("completion", "show", "bash", as_of=None)
    if err:
        pytest.skip("bash is older than 4.4")
    program = Path(sys.executable).with_name("dtcompare")
    if not program.exists():
        pytest.skip("dtcompare is not installed beside this Python")
    asked = (
        f"{script}\nCOMP_WORDS=({program} repor); COMP_CWORD=1\n"
        f'_dtcompare_completion {program}\necho "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run([bash, "-c", asked], capture_output=True, check=True, text=True)
    assert "reporting" in done.stdout.split()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("dig", ["digital-firms"]), ("Digital lit", ["learners"]), ("sô", ["so-y-te"]), ("x", [])],
)
def test_names_are_looked_through_where_no_id_begins_so(typed: str, offered: list[str]) -> None:
    """Accents are folded away; "Digital literacy" is not among what begins with dig."""
    names = {"learners": "Digital literacy", "digital-firms": "Firms", "so-y-te": "Sở Y tế"}
    offer = complete(lambda _, __: names.items())
    command = click.Command("any")
    found = offer(click.Context(command), click.Argument(["id"]), typed)
    assert [item.value for item in found] == offered
