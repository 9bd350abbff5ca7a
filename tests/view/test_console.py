"""What the console is taken for, and what goes out through it."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TextIO, cast

import pytest

from dtcompare.errors import CannotWrite
from dtcompare.view.console import ColorChoice, decide, quiet_stdout, set_utf8, write

_FULL = Path("/dev/full")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("option", "environ", "terminal", "colored"),
    [
        pytest.param("auto", {}, True, True, id="a terminal has colour"),
        pytest.param("auto", {}, False, False, id="a pipe has none"),
        pytest.param("auto", {"TERM": "dumb"}, True, False, id="a dumb terminal has none"),
        pytest.param("auto", {"NO_COLOR": "1"}, True, False, id="NO_COLOR"),
        pytest.param("auto", {"NO_COLOR": "0"}, True, False, id="NO_COLOR of any value"),
        pytest.param("auto", {"NO_COLOR": ""}, True, True, id="an empty NO_COLOR says nothing"),
        pytest.param("auto", {"FORCE_COLOR": "1"}, False, True, id="FORCE_COLOR"),
        pytest.param("auto", {"FORCE_COLOR": "3"}, False, True, id="FORCE_COLOR by depth"),
        pytest.param("auto", {"FORCE_COLOR": "0"}, False, False, id="FORCE_COLOR=0 forces nothing"),
        pytest.param("auto", {"FORCE_COLOR": "0"}, True, True, id="FORCE_COLOR=0 forbids nothing"),
        pytest.param("auto", {"FORCE_COLOR": "False"}, False, False, id="FORCE_COLOR=False"),
        pytest.param("auto", {"FORCE_COLOR": ""}, False, False, id="an empty FORCE_COLOR"),
        pytest.param(
            "auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, True, True, id="FORCE_COLOR over TERM"
        ),
        pytest.param(
            "auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False, id="NO_COLOR over FORCE"
        ),
        pytest.param("always", {"NO_COLOR": "1"}, False, True, id="--color always over all"),
        pytest.param("always", {"TERM": "dumb"}, False, True, id="--color always over TERM"),
        pytest.param("never", {"FORCE_COLOR": "1"}, True, False, id="--color never over all"),
    ],
)
def test_color_goes_by_option_then_environment_then_terminal(
    option: ColorChoice, environ: dict[str, str], *, terminal: bool, colored: bool
) -> None:
    """The option wins, then NO_COLOR, then FORCE_COLOR, then what the output is."""
    stream = _Terminal() if terminal else io.StringIO()
    console = decide(option, stream, environ)
    assert (console.terminal, console.color) == (terminal, colored)


@pytest.mark.parametrize(
    ("environ", "width"),
    [
        pytest.param({}, 80, id="unknown"),
        pytest.param({"COLUMNS": "60"}, 60, id="COLUMNS"),
        pytest.param({"COLUMNS": "240"}, 100, id="long lines are hard to read"),
        pytest.param({"COLUMNS": "3"}, 20, id="too narrow for any name"),
        pytest.param({"COLUMNS": "0"}, 80, id="zero"),
        pytest.param({"COLUMNS": "-5"}, 80, id="negative"),
        pytest.param({"COLUMNS": "wide"}, 80, id="a word"),
        pytest.param({"COLUMNS": "²"}, 80, id="a digit of another kind"),
        pytest.param({"COLUMNS": "9" * 5000}, 80, id="endless"),
    ],
)
def test_width_is_that_of_columns_within_bounds(environ: dict[str, str], width: int) -> None:
    """COLUMNS counts where it is a number; 20 to 100 columns are used."""
    assert decide("auto", io.StringIO(), environ).width == width


def test_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without COLUMNS the terminal is asked."""

    class Real(_Terminal):
        def fileno(self) -> int:
            return 1

    monkeypatch.setattr(os, "get_terminal_size", lambda _fd: os.terminal_size((72, 40)))
    console = decide("auto", Real(), {})
    assert (console.width, console.height) == (72, 40)


def test_only_a_dumb_terminal_lacks_block_characters() -> None:
    """TERM=dumb gets bars of ASCII signs."""
    assert decide("auto", _Terminal(), {"TERM": "xterm"}).unicode
    assert not decide("auto", _Terminal(), {"TERM": "dumb"}).unicode


def test_no_standard_output_at_all_is_no_terminal() -> None:
    """A process without standard output gets the defaults."""
    console = decide("auto", None, {})
    assert (console.terminal, console.color, console.width) == (False, False, 80)


def _stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "cp850"])
def test_vietnamese_names_go_out_as_utf8_from_any_locale(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """No code page of Windows can write 23 of the 34 names."""
    out = _stream(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    set_utf8()
    write("Phú Thọ, Đắk Lắk\n")
    assert cast("io.BytesIO", out.buffer).getvalue() == "Phú Thọ, Đắk Lắk\n".encode()


def test_bytes_that_came_in_undecoded_go_out_as_they_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file name that is no UTF-8 can be printed."""
    out = _stream("ascii")
    monkeypatch.setattr(sys, "stdout", out)
    set_utf8()
    write("tỉnh \udcff\n")
    assert cast("io.BytesIO", out.buffer).getvalue() == "tỉnh ".encode() + b"\xff\n"


@pytest.mark.parametrize("stream", [None, io.StringIO()], ids=["none", "one that cannot be set"])
def test_streams_that_cannot_be_set_stay(
    monkeypatch: pytest.MonkeyPatch, stream: TextIO | None
) -> None:
    """What stands in for standard output is left alone."""
    monkeypatch.setattr(sys, "stdout", stream)
    set_utf8()
    assert sys.stdout is stream


def _closed() -> TextIO:
    stream = io.StringIO()
    stream.close()
    return stream


@pytest.mark.parametrize("stream", [None, _closed()], ids=["none", "closed"])
def test_writing_to_no_standard_output_says_so(
    monkeypatch: pytest.MonkeyPatch, stream: TextIO | None
) -> None:
    """The error is one that the user can act on."""
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(CannotWrite) as caught:
        write("text\n")
    assert caught.value.key == "error.stdout-closed"


@pytest.mark.skipif(not _FULL.exists(), reason="the system has no full device")
def test_a_full_disk_raises_at_once_and_is_quiet_afterwards() -> None:
    """ENOSPC comes with the write, and Python adds nothing when it ends."""
    program = (
        "import sys\n"
        "from dtcompare.view.console import quiet_stdout, write\n"
        "try:\n"
        "    write('text\\n' * 100_000)\n"
        "except OSError as error:\n"
        "    quiet_stdout()\n"
        "    print(error.errno, file=sys.stderr)\n"
    )
    with _FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"28\n")


def test_a_closed_pipe_raises_and_is_quiet_afterwards() -> None:
    """EPIPE comes with the write, and Python adds nothing when it ends."""
    program = (
        "import sys\n"
        "from dtcompare.view.console import quiet_stdout, write\n"
        "sys.stdin.read()\n"
        "try:\n"
        "    write('text\\n' * 100_000)\n"
        "except BrokenPipeError:\n"
        "    quiet_stdout()\n"
        "    sys.exit(141)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        running.stdout = None
        _, errors = running.communicate(b"")
    assert (running.returncode, errors) == (141, b"")


def test_a_stand_in_for_standard_output_can_be_quieted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream without a file number is replaced all the same."""
    stand_in = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stand_in)
    quiet_stdout()
    with sys.stdout:
        write("text\n")
    assert stand_in.getvalue() == ""
