"""Completion in the shells: the script of each, and the line that loads it when a shell starts."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from dtcompare.errors import WrongUsage
from dtcompare.view.files import save_bytes

# What a shell runs when it starts; nothing where the program is not on its path.
LINES = {
    "bash": 'command -v dtcompare >/dev/null && eval "$(dtcompare completion show bash)"',
    "zsh": (
        "if command -v dtcompare >/dev/null; then "
        "(( $+functions[compdef] )) || { autoload -Uz compinit; compinit; }; "
        'eval "$(dtcompare completion show zsh)"; fi'
    ),
    "fish": "dtcompare completion show fish | source",
    "powershell": (
        "if (Get-Command dtcompare -ErrorAction SilentlyContinue) "
        "{ dtcompare completion show powershell | Out-String | Invoke-Expression }"
    ),
}
_POWERSHELLS = ("pwsh", "powershell")
_UTF_16 = b"\xff\xfe"


def find_shell(environ: Mapping[str, str], system: str) -> str:
    """Return the shell in use: that of SHELL, PowerShell on Windows. Raises WrongUsage."""
    name = Path(environ.get("SHELL", "")).name.removesuffix(".exe")
    if name in LINES:
        return name
    if system == "win32" or name in _POWERSHELLS:
        return "powershell"
    raise WrongUsage("error.unknown-shell", known=", ".join(LINES))


def write_script(command: click.Command, shell: str) -> str:
    """Return the script that a shell runs to complete ``command``."""
    found = get_completion_class(shell)
    assert found is not None
    name = command.name or ""
    return found(command, {}, name, f"_{name.upper()}_COMPLETE").source()


def find_start_file(shell: str, environ: Mapping[str, str]) -> Path:
    """Return the file that a shell reads when it starts; of fish, when it completes dtcompare.

    Raises WrongUsage where PowerShell is not there to be asked for its own.
    """
    home = Path.home()
    if shell == "bash":
        return home / ".bashrc"
    if shell == "zsh":
        return Path(environ.get("ZDOTDIR") or home) / ".zshrc"
    if shell == "fish":
        folder = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
        return folder / "fish" / "completions" / "dtcompare.fish"
    return _find_profile()


def _find_profile() -> Path:
    """Return the profile of PowerShell, which lies where the system keeps documents."""
    program = next(filter(None, map(shutil.which, _POWERSHELLS)), None)
    if program is None:
        raise WrongUsage("error.no-powershell")
    question = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE.CurrentUserAllHosts"
    asked = [program, "-NoProfile", "-NonInteractive", "-Command", question]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode or not done.stdout.strip():
        raise WrongUsage("error.no-powershell")
    return Path(done.stdout.strip().removeprefix("\ufeff"))


def install_line(path: Path, line: str) -> bool:
    """Add a line to a start file, in its encoding; return False where it stands there already.

    Raises CannotWrite.
    """
    before = b""
    with suppress(FileNotFoundError):
        before = path.read_bytes()
    encoding = "utf-16-le" if before.startswith(_UTF_16) else "utf-8"
    text = before.decode(encoding, "surrogateescape")
    if line in text.splitlines():
        return False
    gap = "" if not text or text.endswith("\n") else "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    save_bytes(path, before + f"{gap}{line}\n".encode(encoding))
    return True
