"""Write a chart as PNG or PDF, on Matplotlib's canvases.

All marks are one artist, without axes: a chart has a place for everything already. In a PNG a text
is drawn as the outlines of its letters, each read once from its font; that takes less than half the
time of drawing letters one by one. In a PDF it is text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path as FilePath
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_rgb, to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from msgspec.structs import replace
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dtcompare.charts.chart import Chart
from dtcompare.charts.fonts import is_right_to_left, load_font
from dtcompare.charts.marks import (
    BEFORE,
    HALO,
    Mark,
    Marker,
    Point,
    Polygon,
    Polyline,
    Rectangle,
    Text,
    hatching,
    outline,
)
from dtcompare.charts.style import WHITE

_EM = 1000  # units an em is read in
_LEVEL = 3  # of compression; more costs twice the time for two per cent of the size
_APART = 9  # of 255, between two colours of a palette
# The weights of DejaVu Sans, which comes with Matplotlib and lends the signs that a font lacks.
_LENDING = {"SemiBold": "DejaVuSans-Bold.ttf", "Italic": "DejaVuSans-Oblique.ttf"}


def write_png(chart: Chart, dpi: int, generator: str) -> bytes:
    """Return a PNG of ``dpi`` dots an inch, with title, words and sources as iTXt."""
    # Half a dot more than whole ones, because the canvas cuts off what is not whole.
    width, height = (round(points * dpi / 72) + 0.5 for points in (chart.width, chart.height))
    canvas = FigureCanvasAgg(_make_figure(chart, width / dpi, height / dpi, dpi))
    canvas.draw()
    about = PngInfo()
    about.add_itxt("Title", chart.title, chart.lang)
    about.add_itxt("Description", chart.alt, chart.lang)
    about.add_itxt("Source", chart.source, chart.lang)
    about.add_itxt("Software", generator, chart.lang)
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    picture = picture.quantize(palette=_make_palette(chart.marks), dither=Image.Dither.NONE)
    file = BytesIO()
    picture.save(file, "png", dpi=(dpi, dpi), pnginfo=about, compress_level=_LEVEL)
    return file.getvalue()


def _make_palette(marks: Sequence[Mark]) -> Image.Image:
    """Return the colours of some marks and their blends with white, which edges are made of.

    With a palette a file is half as large and written three times as fast. Pillow tells colours
    apart that differ by _APART, so those of the marks stay exactly as they are.
    """
    hatches = [mark.hatch for mark in marks if isinstance(mark, Rectangle) and mark.hatch]
    named: set[str | None] = set()
    for mark in (*marks, *hatches):
        named.update(getattr(mark, name, None) for name in ("color", "fill", "stroke"))
    own = np.array([to_rgb(color) for color in sorted(filter(None, named))]).reshape(-1, 3)
    blends = 1 - (1 - own) * np.linspace(1, 0.05, 20)[:, None, None]
    found = [np.full(3, 255)]
    for color in np.rint(blends.reshape(-1, 3) * 255):
        if np.abs(np.subtract(found, color)).max(axis=1).min() >= _APART:
            found.append(color)
    palette = Image.new("P", (1, 1))
    palette.putpalette(np.array(found[:256], dtype=np.uint8).tobytes())
    return palette


def write_pdf(chart: Chart, generator: str) -> bytes:
    """Return a PDF with real text, with title and words among its properties."""
    from matplotlib.backends.backend_pdf import FigureCanvasPdf  # noqa: PLC0415 (slow to load)

    about = {
        "Title": chart.title,
        "Subject": chart.alt,
        "Keywords": chart.source,
        "Creator": generator,
        "Producer": f"Matplotlib {mpl.__version__}",
        "CreationDate": None,
    }
    file = BytesIO()
    figure = _make_figure(chart, chart.width / 72, chart.height / 72, 72)
    with mpl.rc_context({"pdf.fonttype": 42, "pdf.compression": 9}):
        FigureCanvasPdf(figure).print_pdf(file, metadata=about)
    return file.getvalue()


def _make_figure(chart: Chart, width: float, height: float, dpi: int) -> Figure:
    """Return a white figure of ``width`` and ``height`` inches that holds the chart alone."""
    figure = Figure(figsize=(width, height), dpi=dpi, facecolor=WHITE)
    figure.add_artist(_Drawing(chart, dpi / 72))
    return figure


class _Drawing(Artist):
    """The marks of a chart as one artist; ``scale`` is the dots of a point."""

    def __init__(self, chart: Chart, scale: float) -> None:
        super().__init__()
        self._marks, self._family = chart.marks, chart.family
        self._scale = scale

    def draw(self, renderer: RendererBase) -> None:
        """Draw every mark, in order."""
        self._renderer = renderer
        _, self._height = renderer.get_canvas_width_height()
        self._to_dots = Affine2D().scale(self._scale, -self._scale).translate(0, self._height)
        for mark in self._marks:
            self._draw_mark(mark)

    def _draw_mark(self, mark: Mark) -> None:
        match mark:
            case Rectangle():
                self._draw_rectangle(mark)
            case Polyline():
                self._stroke(Path(mark.points), mark.color, mark.width, mark.dash)
            case Polygon():
                self._fill(_close(mark.points), mark)
            case Marker(shape="circle"):
                circle = Affine2D().scale(mark.radius).translate(mark.x, mark.y)
                self._fill(Path.unit_circle().transformed(circle), mark)
            case Marker():
                self._fill(_close(outline(mark)), mark)
            case Text():
                self._draw_text(mark)

    def _draw_rectangle(self, mark: Rectangle) -> None:
        """Draw a rectangle; its outline lies over the ends of its hatching."""
        right, below = mark.x + mark.width, mark.y + mark.height
        path = _close(((mark.x, mark.y), (right, mark.y), (right, below), (mark.x, below)))
        lines = [Path(line) for line in hatching(mark)]
        if mark.hatch is None or not lines:
            self._fill(path, mark)
            return
        self._fill(path, replace(mark, stroke=None))
        self._stroke(Path.make_compound_path(*lines), mark.hatch.color, mark.hatch.width)
        self._fill(path, replace(mark, fill=None))

    def _draw_text(self, mark: Text) -> None:
        """Draw a text: the outlines of its letters in a PNG, letters of its fonts in a PDF."""
        path, width = _outline_text(mark.text, mark.weight, self._family)
        em = mark.size / _EM
        x = mark.x - BEFORE[mark.anchor] * width * em
        to_dots = Affine2D().scale(em, -em).translate(x, mark.y) + self._to_dots
        if mark.halo:
            self._stroke(path, WHITE, HALO, to_dots=to_dots)
        pen = self._make_pen(mark.color, 0)
        if isinstance(self._renderer, RendererAgg):
            pen.set_snap(False)  # moved to whole dots, a dash may be left without height
            self._renderer.draw_path(pen, path, to_dots, to_rgba(mark.color))
            return
        for font, run in _split_by_font(mark.text, mark.weight, self._family):
            properties = FontProperties(fname=font.file, size=mark.size)
            self._renderer.draw_text(pen, x, self._height - mark.y, run, properties, 0)
            x += sum(font.read(sign).advance for sign in run) * em

    def _stroke(
        self,
        path: Path,
        color: str,
        width: float,
        dash: Sequence[float] = (),
        to_dots: Transform | None = None,
    ) -> None:
        """Draw a line, ``width`` points wide, with round corners."""
        pen = self._make_pen(color, width)
        pen.set_joinstyle("round")
        if dash:
            pen.set_dashes(0, dash)
        self._renderer.draw_path(pen, path, to_dots or self._to_dots)

    def _fill(self, path: Path, mark: Rectangle | Polygon | Marker) -> None:
        """Draw a shape with the fill and the stroke of ``mark``, each where there is one."""
        pen = self._make_pen(mark.stroke or WHITE, mark.stroke_width if mark.stroke else 0)
        inside = to_rgba(mark.fill) if mark.fill else None
        self._renderer.draw_path(pen, path, self._to_dots, inside)

    def _make_pen(self, color: str, width: float) -> GraphicsContextBase:
        pen = self._renderer.new_gc()
        pen.set_foreground(to_rgba(color), isRGBA=True)
        pen.set_linewidth(width)  # in points: the renderers know their dots
        pen.set_capstyle("butt")
        pen.set_joinstyle("miter")
        return pen


def _close(points: Sequence[Point]) -> Path:
    return Path((*points, points[0]), closed=True)


class _Letter(NamedTuple):
    """The outline of a sign and its advance, in thousandths of an em."""

    vertices: np.ndarray
    codes: np.ndarray
    advance: float


class _Outlines:
    """The outlines of a font's letters, each read once."""

    def __init__(self, file: FilePath) -> None:
        self.file = file
        self._font = FT2Font(file)
        self._font.set_size(_EM, 72)
        self._known = self._font.get_charmap()
        self.read = cache(self._read)

    def has(self, sign: str) -> bool:
        """Return whether the font has the sign."""
        return ord(sign) in self._known

    def _read(self, sign: str) -> _Letter:
        """Return a letter; an empty box, an em wide, for a sign that the font lacks."""
        place = self._font.get_char_index(ord(sign))
        glyph = self._font.load_glyph(place, flags=LoadFlags.NO_HINTING)
        advance = glyph.linearHoriAdvance / 65536 if self.has(sign) else _EM
        return _Letter(*self._font.get_path(), advance)


@cache
def _load_outlines(weight: str, family: str | None) -> tuple[_Outlines, _Outlines]:
    """Return the font of a weight, and the one that lends what it lacks."""
    lending = FilePath(mpl.get_data_path(), "fonts", "ttf", _LENDING.get(weight, "DejaVuSans.ttf"))
    return _Outlines(load_font(family).files[weight]), _Outlines(lending)


@cache
def _split_by_font(text: str, weight: str, family: str | None) -> tuple[tuple[_Outlines, str], ...]:
    """Split a text where its font changes; letters written from right to left become spaces."""
    own, lending = _load_outlines(weight, family)
    drawn = (" " if is_right_to_left(sign) else sign for sign in text)
    runs = groupby(drawn, own.has)
    return tuple((own if known else lending, "".join(signs)) for known, signs in runs)


@cache
def _outline_text(text: str, weight: str, family: str | None) -> tuple[Path, float]:
    """Return the outlines of a text and its width, in thousandths of an em."""
    vertices, codes, end = [], [], 0.0
    for font, run in _split_by_font(text, weight, family):
        for letter in map(font.read, run):
            vertices.append(np.add(letter.vertices, (end, 0)))
            codes.append(letter.codes)
            end += letter.advance
    return Path(np.concatenate(vertices), np.concatenate(codes)), end
