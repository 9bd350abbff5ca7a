"""Write a chart as SVG: real text, the font it needs inside, words for those who do not see it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from zlib import crc32

from dtcompare.charts.chart import Chart
from dtcompare.charts.fonts import WEIGHTS, find_font
from dtcompare.charts.marks import (
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

_FAMILY = "'Be Vietnam Pro','Noto Sans','DejaVu Sans',sans-serif"
_STYLES = {
    "Regular": ("font-weight", "400"),
    "Medium": ("font-weight", "500"),
    "SemiBold": ("font-weight", "600"),
    "Italic": ("font-style", "italic"),
}


def font_faces(folder: str | None = None) -> str:
    """Return the rules by which a page has the font of charts that do not embed it themselves.

    It is in the page, or its files are in ``folder``, an address.
    """
    if folder is None:
        return "".join(_font_face(weight) for weight in WEIGHTS)
    return "".join(_face(weight, f"{folder}{font_file(weight)}") for weight in WEIGHTS)


def font_file(weight: str) -> str:
    """Return the name of the file of a weight of the font."""
    return f"BeVietnamPro-{weight}.woff2"


def svg(chart: Chart, generator: str, *, embed_font: bool = True) -> bytes:
    """Return the chart as an SVG file; ``generator`` is the program's name and version."""
    width, height = _number(chart.width), _number(chart.height)
    marks = "".join(f"{_mark(mark)}\n" for mark in chart.marks)
    # Several charts may stand in one page of HTML, where an id is there once.
    id = f"{crc32(f'{chart.title}{chart.alt}{marks}'.encode(errors='replace')):08x}"
    embed_font = embed_font and chart.family is None
    weights = {mark.weight for mark in chart.marks if isinstance(mark, Text) and embed_font}
    family = (
        f"'{_escape(chart.family).replace(chr(39), '')}',{_FAMILY}" if chart.family else _FAMILY
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
        f' viewBox="0 0 {width} {height}" role="img" aria-labelledby="title-{id} words-{id}"'
        f' xml:lang="{chart.lang}" font-family="{family}">\n'
        f'<title id="title-{id}">{_escape(chart.title)}</title>\n'
        f'<desc id="words-{id}">{_escape(chart.alt)}</desc>\n'
        f"<metadata>{_escape(generator)}; {_escape(chart.source)}</metadata>\n"
        f"<style>{''.join(_font_face(weight) for weight in WEIGHTS if weight in weights)}</style>\n"
        f'<rect width="100%" height="100%" fill="{WHITE}"/>\n'
        f'<g aria-hidden="true">\n{marks}</g>\n</svg>\n'
    ).encode()


@cache
def _font_face(weight: str) -> str:
    """Return the rule that embeds the font of a weight."""
    data = b64encode(find_font(font_file(weight)).read_bytes()).decode()
    return _face(weight, f"data:font/woff2;base64,{data}")


def _face(weight: str, address: str) -> str:
    """Return the rule by which a weight of the font is at an address."""
    name, value = _STYLES[weight]
    return (
        f"@font-face{{font-family:'Be Vietnam Pro';{name}:{value};"
        f"src:url({address}) format('woff2')}}"
    )


def _mark(mark: Mark) -> str:
    """Return the element of one mark."""
    match mark:
        case Rectangle():
            return _rectangle(mark)
        case Polyline():
            dash = f' stroke-dasharray="{" ".join(map(_number, mark.dash))}"' if mark.dash else ""
            pen = f'{_stroke(mark.color, mark.width)} stroke-linejoin="round"{dash}'
            return f'<path d="{_path(mark.points)}" fill="none"{pen}/>'
        case Marker(shape="circle"):
            stroke = _stroke(mark.stroke, mark.stroke_width)
            x, y, radius = map(_number, (mark.x, mark.y, mark.radius))
            return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{mark.fill}"{stroke}/>'
        case Marker() | Polygon():
            points = mark.points if isinstance(mark, Polygon) else outline(mark)
            stroke = _stroke(mark.stroke, mark.stroke_width)
            return f'<path d="{_path(points)}Z" fill="{mark.fill}"{stroke}/>'
        case Text():
            return _text(mark)


def _rectangle(mark: Rectangle) -> str:
    """Return a rectangle; its outline lies over the ends of its hatching."""
    x, y, width, height = map(_number, (mark.x, mark.y, mark.width, mark.height))
    place = f'<rect x="{x}" y="{y}" width="{width}" height="{height}"'
    stroke = _stroke(mark.stroke, mark.stroke_width)
    fill = mark.fill or "none"
    if mark.hatch is None:
        return f'{place} fill="{fill}"{stroke}/>'
    lines = "".join(map(_path, hatching(mark)))
    hatched = f'<path d="{lines}" fill="none"{_stroke(mark.hatch.color, mark.hatch.width)}/>'
    frame = f'{place} fill="none"{stroke}/>' if stroke else ""
    return f'{place} fill="{fill}"/>{hatched}{frame}'


def _text(mark: Text) -> str:
    style = ""
    if mark.weight != "Regular":
        name, value = _STYLES[mark.weight]
        style += f' {name}="{value}"'
    if mark.anchor != "start":
        style += f' text-anchor="{mark.anchor}"'
    if mark.halo:
        style += f'{_stroke(WHITE, HALO)} stroke-linejoin="round" paint-order="stroke"'
    x, y, size = map(_number, (mark.x, mark.y, mark.size))
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" fill="{mark.color}"{style}>'
        f"{_escape(mark.text)}</text>"
    )


def _stroke(color: str | None, width: float) -> str:
    return f' stroke="{color}" stroke-width="{_number(width)}"' if color else ""


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _number(number: float) -> str:
    """Return a number to a hundredth of a point, without closing zeros."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _escape(text: str) -> str:
    """Return text for XML, without the control characters that XML forbids."""
    kept = "".join(sign for sign in text if sign in "\t\n" or _is_allowed(ord(sign)))
    return (
        kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def _is_allowed(code: int) -> bool:
    """Return whether XML 1.0 allows a sign, and does not advise against it."""
    ordinary = 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800
    return ordinary or (code >= 0xE000 and code & 0xFFFE != 0xFFFE)
