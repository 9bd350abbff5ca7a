"""A chart as SVG: real text, the font it needs inside, and words for those who do not see it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from zlib import crc32

from dtcompare.charts.chart import Chart
from dtcompare.charts.marks import (
    HALO,
    Line,
    Mark,
    Marker,
    Point,
    Polygon,
    Rectangle,
    hatching,
    outline,
)
from dtcompare.charts.marks import Text as TextMark
from dtcompare.charts.style import WHITE
from dtcompare.charts.typeface import TYPEFACES, WEIGHTS, font_data

__all__ = ["svg"]

_FAMILY = {
    "be-vietnam-pro": "'Be Vietnam Pro','Noto Sans','DejaVu Sans',sans-serif",
    "dejavu-sans": "'DejaVu Sans',Verdana,sans-serif",
}
_FACES = {
    "Regular": "font-weight:400",
    "Medium": "font-weight:500",
    "SemiBold": "font-weight:600",
    "Italic": "font-weight:400;font-style:italic",
}
_STYLES = {
    "Regular": "",
    "Medium": ' font-weight="500"',
    "SemiBold": ' font-weight="600"',
    "Italic": ' font-style="italic"',
}


def svg(chart: Chart, generator: str) -> bytes:
    """The chart as an SVG file; ``generator`` is the program's name and version."""
    width, height = _number(chart.width), _number(chart.height)
    marks = "".join(f"{_mark(mark)}\n" for mark in chart.marks)
    # Several charts may stand in one page of HTML, where an id is there once.
    own = f"{crc32(f'{chart.title}{chart.alt}{marks}'.encode(errors='replace')):08x}"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
        f' viewBox="0 0 {width} {height}" role="img" aria-labelledby="title-{own} words-{own}"'
        f' xml:lang="{chart.lang}" font-family="{_FAMILY[chart.typeface]}">\n'
        f'<title id="title-{own}">{_escape(chart.title)}</title>\n'
        f'<desc id="words-{own}">{_escape(chart.alt)}</desc>\n'
        f"<metadata>{_escape(generator)}; {_escape(chart.source)}</metadata>\n"
    )
    ground = f'<rect width="100%" height="100%" fill="{WHITE}"/>\n<g aria-hidden="true">\n'
    return f"{head}{_style(chart)}{ground}{marks}</g>\n</svg>\n".encode()


def _style(chart: Chart) -> str:
    """The bundled font in the weights that are used; another typeface is only named."""
    if chart.typeface != "be-vietnam-pro":
        return ""
    used = {mark.weight for mark in chart.marks if isinstance(mark, TextMark)}
    return f"<style>{''.join(_face(weight) for weight in WEIGHTS if weight in used)}</style>\n"


@cache
def _face(weight: str) -> str:
    data = b64encode(font_data(f"BeVietnamPro-{weight}.woff2")).decode()
    return (
        f"@font-face{{font-family:'{TYPEFACES['be-vietnam-pro']}';{_FACES[weight]};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


def _mark(mark: Mark) -> str:
    """One mark."""
    match mark:
        case Rectangle():
            return _rectangle(mark)
        case Line():
            dash = f' stroke-dasharray="{" ".join(map(_number, mark.dash))}"' if mark.dash else ""
            return (
                f'<path d="{_path(mark.points)}" fill="none" stroke="{mark.color}"'
                f' stroke-width="{_number(mark.width)}" stroke-linejoin="round"{dash}/>'
            )
        case Polygon():
            stroke = _stroke(mark.stroke, mark.stroke_width)
            return f'<path d="{_path(mark.points)}Z" fill="{mark.fill}"{stroke}/>'
        case Marker():
            return _marker(mark)
        case TextMark():
            return _text(mark)


def _rectangle(mark: Rectangle) -> str:
    place = " ".join(
        f'{name}="{_number(value)}"'
        for name, value in zip(
            ("x", "y", "width", "height"),
            (mark.x, mark.y, mark.width, mark.height),
            strict=True,
        )
    )
    stroke = _stroke(mark.stroke, mark.stroke_width)
    fill = mark.fill or "none"
    if mark.hatch is None:
        return f'<rect {place} fill="{fill}"{stroke}/>'
    lines = "".join(map(_path, hatching(mark)))
    hatched = f'<path d="{lines}" fill="none"{_stroke(mark.hatch.color, mark.hatch.width)}/>'
    outline_over = f'<rect {place} fill="none"{stroke}/>' if stroke else ""
    return f'<rect {place} fill="{fill}"/>{hatched}{outline_over}'


def _marker(mark: Marker) -> str:
    stroke = _stroke(mark.stroke, mark.stroke_width)
    if mark.shape == "circle":
        x, y, radius = map(_number, (mark.x, mark.y, mark.radius))
        return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{mark.fill}"{stroke}/>'
    return f'<path d="{_path(outline(mark))}Z" fill="{mark.fill}"{stroke}/>'


def _text(mark: TextMark) -> str:
    style = _STYLES[mark.weight]
    if mark.anchor != "start":
        style += f' text-anchor="{mark.anchor}"'
    if mark.halo:
        style += f' stroke="{WHITE}" stroke-width="{_number(HALO)}" stroke-linejoin="round"'
        style += ' paint-order="stroke"'
    return (
        f'<text x="{_number(mark.x)}" y="{_number(mark.y)}" font-size="{_number(mark.size)}"'
        f' fill="{mark.color}"{style}>{_escape(mark.text)}</text>'
    )


def _stroke(color: str | None, width: float) -> str:
    return f' stroke="{color}" stroke-width="{_number(width)}"' if color else ""


def _path(points: Iterable[Point] | Sequence[Point]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _number(number: float) -> str:
    """To a hundredth of a point, without closing zeros."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _escape(text: str) -> str:
    """Text for XML, without the control characters that XML forbids."""
    kept = "".join(sign for sign in text if sign in "\t\n" or _allowed(ord(sign)))
    return (
        kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def _allowed(code: int) -> bool:
    """Whether XML 1.0 allows a sign, and does not advise against it."""
    ordinary = 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800
    return ordinary or (code >= 0xE000 and code & 0xFFFE != 0xFFFE)
