"""Define one look for every chart: colours, type sizes, page sizes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

# Text, dark to light: 17:1, 12.6:1, 7.0:1 and 5.3:1 against white.
INK, TEXT, MUTED, FAINT = "#1A1A1A", "#333333", "#595959", "#6B6B6B"
WHITE, PALE, GRID, RULE, GREY = "#FFFFFF", "#EFEFEF", "#E3E3E3", "#9A9A9A", "#D5DADF"
# The faint marks of those that are not spoken of.
OTHERS = "#BCC7D0"
# Target reached, not yet, approximate.
BAR_HIGH, BAR, BAR_TINT = "#084A91", "#3A75AB", "#C3D9EB"
# The highlighted province: its marks, their tint, its text.
ACCENT, ACCENT_TINT, ACCENT_TEXT = "#C4500A", "#F6D3BE", "#A84300"
# Up to six provinces side by side, each with a shape of its own. Every pair is 25 or more apart in
# CIELAB in normal, protan, deutan and tritan vision; each is at least 4.5:1 against white.
SERIES = ("#12317C", "#BE4C01", "#398279", "#B236E1", "#1A1A1A", "#6E4128")
SHAPES = ("circle", "square", "diamond", "up", "down", "plus")
# The parts of a stacked bar; neighbours differ in lightness.
PILLARS = ("#08519C", "#4A90C2", "#D97A1A", "#7A559F")
# The same for five to eight parts, dark and light by turns: neighbours are 25 or more apart in
# CIELAB lightness, so that they stay apart in grey.
PARTS = (
    *("#08519C", "#6BAED6", "#9C3F06", "#F0B06A"),
    *("#54357F", "#B9A4D6", "#1F5F52", "#8FC9B4"),
)
# Five ordered classes, light to dark.
CLASSES = ("#E3EEF6", "#B5D2E6", "#74ABD1", "#2F78B0", "#08427D")

# Sizes of type, times the base size of the page; Vietnamese stacks marks above its letters, so
# that lines stand 1.36 em apart.
TITLE, SUBTITLE, SMALL, LEAD = 1.48, 1.12, 0.87, 1.36

CONTRAST = 4.5  # the least that a text may have against what is beneath it (WCAG 2, level AA)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Size(Struct, frozen=True):
    """A page: width and height in inches, base size of type and margin in points.

    ``height`` is None where the page is as tall as its rows, up to ``most``.
    """

    width: float
    height: float | None
    dpi: int
    base: float
    margin: float
    most: float = 9.3


SIZES: Mapping[str, Size] = {
    "a4": Size(6.30, None, 300, 8.3, 4),  # the text of an A4 page between margins of 25 mm
    "column": Size(3.15, None, 300, 7.6, 4),  # one of two columns of it
    "slide": Size(40 / 3, 7.5, 144, 12.6, 36),  # 16:9, 1,920 x 1,080
    "square": Size(7.5, 7.5, 144, 11.0, 26),  # 1,080 x 1,080
}
