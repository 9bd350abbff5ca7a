"""A chart drawn by Matplotlib: PNG through Agg, PDF with real text.

The marks are handed to the renderers one by one, without artists and axes: a chart has a place for
everything already. For PNG a text is drawn as the outlines of its letters, each read once from the
font; that takes less than half the time of drawing letters one by one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path as FilePath

import numpy as np

from dtcompare.charts.chart import Chart
from dtcompare.charts.marks import (
    BEFORE,
    HALO,
    Line,
    Mark,
    Marker,
    Polygon,
    Rectangle,
    hatching,
    outline,
)
from dtcompare.charts.marks import Text as TextMark
from dtcompare.charts.png_file import UP, png_file
from dtcompare.charts.style import WHITE
from dtcompare.charts.typeface import TYPEFACES, WEIGHTS, typeface

# Without a home to write to, Matplotlib would tell of its font cache on standard error.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

import matplotlib as mpl  # noqa: E402 (after the line above)
from matplotlib.backend_bases import GraphicsContextBase, RendererBase  # noqa: E402
from matplotlib.backends.backend_agg import RendererAgg  # noqa: E402
from matplotlib.colors import to_rgba  # noqa: E402
from matplotlib.font_manager import FontEntry, FontProperties, fontManager  # noqa: E402
from matplotlib.ft2font import FT2Font, LoadFlags  # noqa: E402
from matplotlib.path import Path  # noqa: E402
from matplotlib.transforms import Affine2D, Transform  # noqa: E402

__all__ = ["pdf", "png"]

_Color = tuple[float, float, float, float]
_SHIPPED = {"Regular": "", "Medium": "", "SemiBold": "-Bold", "Italic": "-Oblique"}
_EM = 1000  # units an em is read in
_BAND = 64  # lines of dots


def png(chart: Chart, dpi: int, generator: str) -> bytes:
    """The chart as a PNG of ``dpi`` dots an inch, with title, words and sources as iTXt."""
    scale = dpi / 72
    width, height = round(chart.width * scale), round(chart.height * scale)
    renderer = RendererAgg(width, height, dpi)
    _paint(renderer, chart, scale, height)
    said = {"Title": chart.title, "Description": chart.alt, "Source": chart.source}
    lines = _lines(np.asarray(renderer.buffer_rgba()))
    return png_file((width, height), lines, dpi, said | {"Software": generator}, chart.lang)


def _lines(dots: np.ndarray) -> Iterator[bytes]:
    """The lines of a picture as differences from the line above, its transparency left out.

    They come a band at a time: those of a large picture would take as much memory as it does.
    """
    height, width, _ = dots.shape
    above = np.zeros((1, width * 3), dtype=np.uint8)
    for top in range(0, height, _BAND):
        band = np.ascontiguousarray(dots[top : top + _BAND, :, :3]).reshape(-1, width * 3)
        lines = np.empty((len(band), width * 3 + 1), dtype=np.uint8)
        lines[:, 0] = UP
        np.subtract(band, np.concatenate((above, band[:-1])), out=lines[:, 1:])
        yield lines.tobytes()
        above = band[-1:]


def pdf(chart: Chart, generator: str) -> bytes:
    """The chart as a PDF with real text, with title and words among its properties."""
    from matplotlib.artist import Artist  # noqa: PLC0415 (for PDF alone)
    from matplotlib.backends.backend_pdf import FigureCanvasPdf  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    class Drawing(Artist):
        """All marks as one artist."""

        def draw(self, renderer: RendererBase) -> None:
            _paint(renderer, chart, 1, chart.height)

    figure = Figure(figsize=(chart.width / 72, chart.height / 72), dpi=72, facecolor=WHITE)
    figure.add_artist(Drawing())
    file = BytesIO()
    about = {
        "Title": chart.title,
        "Subject": chart.alt,
        "Keywords": chart.source,
        "Creator": generator,
        "Producer": f"Matplotlib {mpl.__version__}",
        "CreationDate": None,
    }
    with mpl.rc_context({"pdf.fonttype": 42, "pdf.compression": 9}):
        FigureCanvasPdf(figure).print_pdf(file, metadata=about)
    return file.getvalue()


def _paint(renderer: RendererBase, chart: Chart, scale: float, height: float) -> None:
    """Draws every mark; ``height`` is that of the page in dots, of which ``scale`` are a point."""
    painter = _Painter(renderer, chart.typeface, scale, height)
    painter.rectangle(Rectangle(0, 0, chart.width, chart.height, WHITE))
    for mark in chart.marks:
        painter.mark(mark)


class _Painter:
    """Draws marks on one renderer."""

    def __init__(
        self, renderer: RendererBase, typeface_id: str, scale: float, height: float
    ) -> None:
        self._renderer = renderer
        self._typeface = typeface_id
        self._scale = scale
        self._height = height
        self._to_dots = Affine2D().scale(scale, -scale).translate(0, height)
        self._outlined = isinstance(renderer, RendererAgg)

    def mark(self, mark: Mark) -> None:
        """Draws one mark."""
        match mark:
            case Rectangle():
                self.rectangle(mark)
            case Line():
                self._stroke(_open(mark.points), mark.color, mark.width, mark.dash)
            case Polygon():
                self._fill(_closed(mark.points), mark.fill, mark.stroke, mark.stroke_width)
            case Marker():
                self._marker(mark)
            case TextMark():
                self._text(mark)

    def rectangle(self, mark: Rectangle) -> None:
        """Draws a rectangle with its hatching."""
        x, y, right, below = mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
        corners = ((x, y), (right, y), (right, below), (x, below))
        lines = [_open(line) for line in hatching(mark)]
        if lines and mark.hatch is not None:
            self._fill(_closed(corners), mark.fill)
            self._stroke(Path.make_compound_path(*lines), mark.hatch.color, mark.hatch.width)
            self._fill(_closed(corners), None, mark.stroke, mark.stroke_width)
            return
        self._fill(_closed(corners), mark.fill, mark.stroke, mark.stroke_width)

    def _marker(self, mark: Marker) -> None:
        if mark.shape != "circle":
            self._fill(_closed(outline(mark)), mark.fill, mark.stroke, mark.stroke_width)
            return
        circle = Affine2D().scale(mark.radius).translate(mark.x, mark.y)
        path = Path.unit_circle().transformed(circle)
        self._fill(path, mark.fill, mark.stroke, mark.stroke_width)

    def _text(self, mark: TextMark) -> None:
        """A text: its outlines where dots are drawn, else letters of the font."""
        if self._outlined:
            path, width = _outlines(self._typeface, mark.weight, mark.text)
            start = mark.x - BEFORE[mark.anchor] * width * mark.size
            move = Affine2D().scale(mark.size / _EM, -mark.size / _EM).translate(start, mark.y)
            to_dots = move + self._to_dots
            if mark.halo:
                self._stroke(path, WHITE, HALO, to_dots=to_dots)
            self._fill(path, mark.color, to_dots=to_dots)
            return
        width = typeface(self._typeface).width(mark.text, mark.size, mark.weight)
        start = mark.x - BEFORE[mark.anchor] * width
        if mark.halo:
            path, _ = _outlines(self._typeface, mark.weight, mark.text)
            move = Affine2D().scale(mark.size / _EM, -mark.size / _EM).translate(start, mark.y)
            self._stroke(path, WHITE, HALO, to_dots=move + self._to_dots)
        x, y = start * self._scale, self._height - mark.y * self._scale
        font = _properties(self._typeface, mark.weight, mark.size * self._scale)
        self._renderer.draw_text(self._pen(mark.color), x, y, mark.text, font, 0)

    def _stroke(
        self,
        path: Path,
        color: str,
        width: float,
        dash: Sequence[float] = (),
        to_dots: Transform | None = None,
    ) -> None:
        pen = self._pen(color, width)
        pen.set_joinstyle("round")
        if dash:
            pen.set_dashes(0, dash)
        self._renderer.draw_path(pen, path, to_dots or self._to_dots)

    def _fill(
        self,
        path: Path,
        fill: str | None,
        stroke: str | None = None,
        stroke_width: float = 0,
        to_dots: Transform | None = None,
    ) -> None:
        pen = self._pen(stroke or WHITE, stroke_width if stroke else 0)
        if to_dots is not None:  # a letter: moved to whole dots, a dash may be left without height
            pen.set_snap(False)
        inside = to_rgba(fill) if fill else None
        self._renderer.draw_path(pen, path, to_dots or self._to_dots, inside)

    def _pen(self, color: str, width: float = 1) -> GraphicsContextBase:
        pen = self._renderer.new_gc()
        pen.set_foreground(to_rgba(color), isRGBA=True)
        pen.set_linewidth(width)  # in points: the renderers know their dots
        pen.set_capstyle("butt")
        pen.set_joinstyle("miter")
        return pen


def _open(points: Sequence[tuple[float, float]]) -> Path:
    return Path(np.asarray(points, dtype=float))


def _closed(points: Sequence[tuple[float, float]]) -> Path:
    return Path(np.asarray((*points, points[0]), dtype=float), closed=True)


@cache
def _font_file(typeface_id: str, weight: str) -> FilePath:
    """Where a font's file is; one of the bundled fonts is unpacked for that where it must be."""
    if typeface_id == "dejavu-sans":
        return FilePath(mpl.get_data_path(), "fonts", "ttf", f"DejaVuSans{_SHIPPED[weight]}.ttf")
    bundled = files("dtcompare.charts") / "fonts" / f"BeVietnamPro-{weight}.ttf"
    return as_file(bundled).__enter__()


@cache
def _registered() -> Mapping[tuple[str, str], FontProperties]:
    """What Matplotlib is to look for, by typeface and weight; DejaVu Sans has what others lack.

    Each font goes by a name of its own, so that none is taken for another: weights bear different
    family names, and another edition of the typeface may be installed.
    """
    names = {}
    for id in TYPEFACES:
        for weight in WEIGHTS:
            names[id, weight] = f"dtcompare {id} {weight}"
            file = str(_font_file(id, weight))
            fontManager.ttflist.append(FontEntry(fname=file, name=names[id, weight]))
    return {
        (id, weight): FontProperties(family=[name, names["dejavu-sans", weight]])
        for (id, weight), name in names.items()
    }


def _properties(typeface_id: str, weight: str, size: float) -> FontProperties:
    font = _registered()[typeface_id, weight].copy()
    font.set_size(size)
    return font


class _Outlines:
    """The outlines of a font's letters, each read once, in thousandths of an em."""

    def __init__(self, file: FilePath) -> None:
        self._font = FT2Font(str(file))
        self._font.set_size(_EM, 72)
        self._known = self._font.get_charmap()
        self._read: dict[str, tuple[np.ndarray, np.ndarray, float]] = {}

    def has(self, sign: str) -> bool:
        """Whether the font has the sign."""
        return ord(sign) in self._known

    def of(self, sign: str) -> tuple[np.ndarray, np.ndarray, float]:
        """Vertices, codes and advance of a sign; an empty box for one that it lacks."""
        if sign not in self._read:
            # Of a sign that it lacks that is 0, the box of every font.
            place = self._font.get_char_index(ord(sign))
            glyph = self._font.load_glyph(place, flags=LoadFlags.NO_HINTING)
            vertices, codes = self._font.get_path()
            self._read[sign] = vertices, codes, glyph.linearHoriAdvance / 65536
        return self._read[sign]


@cache
def _font(typeface_id: str, weight: str) -> _Outlines:
    return _Outlines(_font_file(typeface_id, weight))


@cache
def _outlines(typeface_id: str, weight: str, text: str) -> tuple[Path, float]:
    """The outlines of a text in thousandths of an em, and its width in ems."""
    face = typeface(typeface_id)
    own, other = _font(typeface_id, weight), _font("dejavu-sans", weight)
    starts = face.advances(text, weight)
    moved, vertices, codes, shifts = 0.0, [], [], []
    for sign, start, end in zip(text, starts, starts[1:], strict=False):
        points, kinds, advance = (own if own.has(sign) else other).of(sign)
        vertices.append(points)
        codes.append(kinds)
        shifts.append((start + moved) * _EM)
        if not face.has(sign, weight):  # the layout could only guess how wide it is
            moved += advance / _EM - (end - start)
    if not text:
        return Path(np.empty((0, 2))), 0.0
    corners = np.concatenate(vertices)
    corners[:, 0] += np.repeat(shifts, [len(points) for points in vertices])
    return Path(corners, np.concatenate(codes)), starts[-1] + moved
