"""The picture of a terminal on the front page: a command and what it shows, as SVG by Rich."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from unittest import mock

from rich.console import Console
from rich.text import Text

from dtcompare.cli import main
from scripts.runs import surroundings

LINE = "dtcompare rank dti 2022"
_WIDTH = 80
# The face that Rich would fetch from elsewhere; what the reader has is as good.
_FETCHED_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def draw() -> bytes:
    """Return the picture of LINE, run on the data that do not move."""
    out = io.StringIO()
    words = [*shlex.split(LINE)[1:], "-f", "table", "--color", "always"]
    with (
        surroundings(),
        mock.patch.dict(os.environ, {"COLUMNS": str(_WIDTH)}),
        contextlib.redirect_stdout(out),
    ):
        main(words)
    console = Console(record=True, width=_WIDTH, file=io.StringIO(), legacy_windows=False)
    console.print(Text(f"$ {LINE}"))
    console.print(Text.from_ansi(out.getvalue()))
    picture = console.export_svg(title="dtcompare", unique_id="terminal")
    lines = _FETCHED_FONTS.sub("", picture).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines).encode()
