"""The man page: everything that the help has, in roff that a formatter takes without a word."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click
import pytest

from scripts.cli_page import ENVIRONMENT, commands
from scripts.man_page import main, man_page


def test_every_command_and_its_options_are_there() -> None:
    page = man_page()
    for name, command in commands().items():
        part = page.partition(f"\n.SS dtcompare {name.replace('-', chr(92) + '-')}")[2]
        assert part, name
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.opts[0].replace("-", "\\-") in page
    for variable in ENVIRONMENT:
        assert f"\\fB{variable}\\fR" in page


def test_a_dot_at_the_start_of_a_line_is_no_request() -> None:
    """Each line that begins with one is a macro of the page."""
    known = {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".nf", ".fi"}
    starts = [line.split()[0] for line in man_page().splitlines() if line.startswith((".", "'"))]
    assert set(starts) <= known


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_warns_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "dtcompare.1"
    assert main([str(path)]) == 0
    asked = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", str(path)]
    done = subprocess.run(asked, capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "interrupted" in done.stdout


def test_without_a_file_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "FILE" in capsys.readouterr().err
