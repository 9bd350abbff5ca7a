"""Make the fonts of the charts and their widths from the package they come from.

``python scripts/fonts.py`` needs ``fontpkg-be-vietnam-pro``, ``fonttools`` and ``brotli``. It cuts
Be Vietnam Pro down to the signs that charts write and leaves out its kerning and its ligatures, so
that a text is as wide in every viewer as the layout takes it to be. The same package gives the same
bytes. ``--check`` writes nothing and exits with 1 where a file is not as it would be made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "dtcompare" / "charts" / "fonts"
PACKAGE = Path(fontpkg_be_vietnam_pro.__file__).parent
WEIGHTS = ("Regular", "Medium", "SemiBold", "Italic")

# Basic Latin, Latin-1, Latin Extended-A, the Vietnamese letters beyond them, and signs.
SIGNS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *map(ord, "ƠơƯư"),
    *range(0x1EA0, 0x1EFA),
    *map(ord, "–—‘’‚“”„†‡•…‰‹›₫€−≈≠≤≥"),
)


def main(*, check: bool) -> int:
    """Write the files, or name those that are stale; return the exit code."""
    stale = {name: data for name, data in make_files().items() if _read(FONTS / name) != data}
    for name, data in stale.items():
        print(name)
        if not check:
            (FONTS / name).write_bytes(data)
    return int(check and bool(stale))


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def make_files() -> Mapping[str, bytes]:
    """Return every file by its name."""
    files = {"OFL.txt": (PACKAGE / "LICENSE").read_bytes()}
    metrics: dict[str, object] = {}
    for weight in WEIGHTS:
        font = _subset(PACKAGE / "files" / f"BeVietnamPro-{weight}.ttf")
        files[f"BeVietnamPro-{weight}.ttf"] = _save(font, None)
        files[f"BeVietnamPro-{weight}.woff2"] = _save(font, "woff2")
        names = font.getBestCmap()
        metrics["signs"] = "".join(map(chr, sorted(names)))  # the same in every weight
        metrics[weight] = _list_widths(font, sorted(names))
    text = json.dumps(metrics, ensure_ascii=False, separators=(",", ":"))
    files["metrics.json"] = f"{text}\n".encode()
    return files


def _subset(path: Path) -> Any:
    """Return the font with the signs of charts alone, without hints and without features."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 4, 5, 6, 13, 14])
    options.drop_tables += ["DSIG", "GDEF", "GPOS", "GSUB"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=SIGNS)
    subsetter.subset(font)
    return font


def _save(font: Any, flavor: str | None) -> bytes:
    font.flavor = flavor
    file = BytesIO()
    font.save(file, reorderTables=True)
    return file.getvalue()


def _list_widths(font: Any, signs: list[int]) -> list[int]:
    """Return the advance widths of ``signs``, in thousandths of the size."""
    names, per_em = font.getBestCmap(), font["head"].unitsPerEm
    return [round(font["hmtx"][names[sign]][0] * 1000 / per_em) for sign in signs]


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
