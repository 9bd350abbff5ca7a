"""What standard output can show, decided once, and the one place that writes to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal, TextIO

from msgspec import Struct

from dtcompare.errors import CannotWrite

ColorChoice = Literal["auto", "always", "never"]

# Lines longer than this are hard to follow from a name to its number.
_WIDEST = 100
_NARROWEST = 20
_USUAL = (80, 24)


class Console(Struct, frozen=True):
    """What the output goes to, in columns and lines; ``unicode``: block characters can be drawn."""

    width: int = _USUAL[0]
    height: int = _USUAL[1]
    terminal: bool = False
    color: bool = False
    unicode: bool = True
    lang: str = "en"

    def is_filled_by(self, text: str) -> bool:
        """Tell whether this is a terminal on which ``text`` does not fit at once."""
        return self.terminal and text.count("\n") >= self.height


def decide(
    color: ColorChoice, stream: TextIO | None, environ: Mapping[str, str], lang: str = "en"
) -> Console:
    """Return the console behind ``stream``.

    Colour: the option, else a non-empty NO_COLOR, else FORCE_COLOR (neither empty, 0 nor false),
    else whether the stream is a terminal other than a dumb one. Width: COLUMNS, else the
    terminal's, else 80; at least 20 and at most 100. Height: LINES, else the terminal's, else 24.
    """
    terminal = _is_terminal(stream)
    dumb = environ.get("TERM") == "dumb"
    width, height = _size(stream, environ)
    return Console(
        width=max(_NARROWEST, min(_WIDEST, width)),
        height=height,
        terminal=terminal,
        color=_shows_color(color, environ, by_itself=terminal and not dumb),
        unicode=not dumb,
        lang=lang,
    )


def set_utf8() -> None:
    """Make standard output and error write UTF-8 with plain line ends, whatever the locale.

    Bytes that came in undecoded (a file name) go out as they came. A stream that cannot be set,
    such as one that stands in for the real one, is left as it is.
    """
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors, newline="\n")


def allow_escapes() -> None:
    """Let an old Windows console understand colour; nothing elsewhere."""
    if sys.platform == "win32":
        import colorama

        colorama.just_fix_windows_console()


def write(text: str) -> None:
    """Write the whole result to standard output and flushes it.

    Raises CannotWrite where there is no standard output, and OSError where it takes no more: a
    closed pipe, a full disk.
    """
    stream = sys.stdout
    if stream is None or stream.closed:
        raise CannotWrite("error.stdout-closed")
    stream.write(text)
    stream.flush()


def quiet_stdout() -> None:
    """Lead standard output nowhere, so that nothing is said again about it when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    sys.stdout = os.fdopen(nowhere, "w", encoding="utf-8")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _shows_color(choice: ColorChoice, environ: Mapping[str, str], *, by_itself: bool) -> bool:
    """Return whether to colour; ``by_itself``: what holds where nobody asked for anything."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("FORCE_COLOR", "").lower() not in {"", "0", "false"}
    return forced or by_itself


def _size(stream: TextIO | None, environ: Mapping[str, str]) -> tuple[int, int]:
    """Return columns and lines: what the environment says, else the terminal, else the usual."""
    columns = lines = 0
    if stream is not None:
        with suppress(AttributeError, OSError, ValueError):
            columns, lines = os.get_terminal_size(stream.fileno())
    return (
        _positive(environ.get("COLUMNS", "")) or columns or _USUAL[0],
        _positive(environ.get("LINES", "")) or lines or _USUAL[1],
    )


def _positive(text: str) -> int:
    """Return the number in ``text``; 0 where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
