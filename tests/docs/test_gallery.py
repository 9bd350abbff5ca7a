"""The gallery of charts: what is in docs/charts is what its commands draw today."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dtcompare.charts.kinds import CHARTS
from scripts import docs, gallery
from tests.conftest import DATA, Run


def test_the_charts_are_fresh() -> None:
    """``python scripts/docs.py`` would draw none anew, and none stands there that it knows not."""
    assert gallery.stale() == ()


def test_every_kind_of_chart_is_shown() -> None:
    """By the words beside it: the kind is named in --chart, or is the first of its command."""
    shown = set()
    for picture in gallery.GALLERY:
        words = picture.command.split()
        name = words[0] if words[0] != "show" or len(words) == 2 else "detail"
        kind = words[words.index("--chart") + 1] if "--chart" in words else next(iter(CHARTS[name]))
        shown.add((name, kind))
    kinds = {(name, kind) for name, kinds in CHARTS.items() for kind in kinds}
    # Bare ``reporting`` has the scorecard that bare ``gap`` has, in other shades.
    assert kinds - shown <= {("gap", "scorecard")}


_DRAWING = re.compile(r"^dtcompare (.* -o \S+\.(?:png|svg|pdf).*)$", re.MULTILINE)
_RUN_WHOLE = "tutorial.md"  # the page is run as a whole, on the data it speaks of
_TEXT = "".join(p.read_text(encoding="utf-8") for p in docs.pages() if p.name != _RUN_WHOLE)
_PRINTED = _DRAWING.findall(_TEXT)


@pytest.mark.parametrize("line", dict.fromkeys(_PRINTED))
def test_charts_as_printed_on_the_pages_are_drawn(
    line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types a command of README or docs that saves a chart gets the chart."""
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)
    assert run(*words, "--data", str(DATA))[::2] == (0, "")
    assert (tmp_path / words[words.index("-o") + 1]).stat().st_size > 1000


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A gallery of two charts, of which one is there, changed by hand, beside a stranger."""
    monkeypatch.setattr(gallery, "FOLDER", tmp_path / "charts")
    monkeypatch.setattr(gallery, "drawn", lambda: {"a.svg": b"a", "b.svg": b"b"})
    (tmp_path / "charts").mkdir()
    (tmp_path / "charts" / "a.svg").write_bytes(b"old")
    (tmp_path / "charts" / "stranger.svg").write_bytes(b"x")
    return tmp_path / "charts"


def test_what_is_stale_is_named_and_drawn_anew(folder: Path) -> None:
    """A changed file, a missing one, and one of no chart, which goes."""
    stale = gallery.stale()
    assert [path.name for path in stale] == ["a.svg", "b.svg", "stranger.svg"]
    for path in stale:
        gallery.write(path)
    assert gallery.stale() == ()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.svg": b"a",
        "b.svg": b"b",
    }


def test_a_command_that_fails_stops_the_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command in the error."""
    gallery.drawn.cache_clear()
    picture = gallery.Picture("a.svg", "?", "rank nothing-of-the-kind")
    monkeypatch.setattr(gallery, "GALLERY", (picture,))
    with pytest.raises(RuntimeError, match="rank nothing-of-the-kind"):
        gallery.drawn()
