"""Makes the fonts of the charts and their widths from the package they come from.

``python scripts/fonts.py`` needs ``fontpkg-be-vietnam-pro``, ``fonttools`` and ``brotli``. It cuts
Be Vietnam Pro down to the signs that charts write, and keeps its kerning alone of its features, so
that a text is as wide in every format as the layout takes it to be. The same package gives the
same bytes. ``--check`` writes nothing and exits with 1 where a file is not as it would be made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro
import matplotlib as mpl
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "dtcompare" / "charts" / "fonts"
PACKAGE = Path(fontpkg_be_vietnam_pro.__file__).parent
WEIGHTS = ("Regular", "Medium", "SemiBold", "Italic")
DEJAVU = {"Regular": "", "Medium": "", "SemiBold": "-Bold", "Italic": "-Oblique"}

# Basic Latin, Latin-1, Latin Extended-A, the Vietnamese letters beyond them, and signs.
SIGNS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *map(ord, "ƠơƯư"),
    *range(0x1EA0, 0x1EFA),
    *map(ord, "–—‘’‚“”„†‡•…‰‹›₫€−≈≠≤≥"),
)


def main(*, check: bool) -> int:
    """Writes the files, or tells which are stale."""
    stale = [name for name, data in made().items() if _stands(FONTS / name) != data]
    for name in stale:
        print(name)
        if not check:
            (FONTS / name).write_bytes(made()[name])
    return int(check and bool(stale))


def _stands(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def made() -> Mapping[str, bytes]:
    """Every file by its name."""
    files = {"OFL.txt": (PACKAGE / "LICENSE").read_bytes()}
    metrics: dict[str, Any] = {"be-vietnam-pro": {}, "dejavu-sans": {}}
    for weight in WEIGHTS:
        font = _subset(PACKAGE / "files" / f"BeVietnamPro-{weight}.ttf")
        files[f"BeVietnamPro-{weight}.ttf"] = _saved(font, None)
        files[f"BeVietnamPro-{weight}.woff2"] = _saved(font, "woff2")
        metrics["be-vietnam-pro"][weight] = _metrics(font)
        name = f"fonts/ttf/DejaVuSans{DEJAVU[weight]}.ttf"
        metrics["dejavu-sans"][weight] = _metrics(TTFont(Path(mpl.get_data_path()) / name))
    text = json.dumps(metrics, ensure_ascii=False, separators=(",", ":"))
    files["metrics.json"] = f"{text}\n".encode()
    return files


def _subset(path: Path) -> Any:
    """The font with the signs of charts alone, unhinted, with kerning and no other feature."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=["kern"], name_IDs=[0, 1, 2, 4, 5, 6, 13, 14])
    options.drop_tables += ["DSIG"]
    cut = Subsetter(options)
    cut.populate(unicodes=SIGNS)
    cut.subset(font)
    return font


def _saved(font: Any, flavor: str | None) -> bytes:
    font.flavor = flavor
    file = BytesIO()
    font.save(file, reorderTables=True)
    return file.getvalue()


def _metrics(font: Any) -> Mapping[str, Any]:
    """Advance widths and kerning, in thousandths of the size.

    ``signs`` and ``widths`` go together. ``first`` and ``second`` group the signs that are kerned
    alike before and behind others; ``kerning`` has a row for each of the first and a column for
    each of the second.
    """
    per_em, names = font["head"].unitsPerEm, font.getBestCmap()
    signs = [chr(sign) for sign in sorted(SIGNS) if sign in names]
    widths = [round(font["hmtx"][names[ord(sign)]][0] * 1000 / per_em) for sign in signs]
    rows = _distances(font, signs) if "GPOS" in font and per_em == 1000 else [[0]] * len(signs)
    first = _alike(signs, map(tuple, rows))
    second = _alike(signs, zip(*rows, strict=True)) if len(rows[0]) > 1 else {(0,): "".join(signs)}
    places = {sign: place for place, sign in enumerate(signs)}
    columns = [places[group[0]] if len(rows[0]) > 1 else 0 for group in second.values()]
    return {
        "signs": "".join(signs),
        "widths": widths,
        "first": list(first.values()),
        "second": list(second.values()),
        "kerning": [
            [rows[places[group[0]]][column] for column in columns] for group in first.values()
        ],
    }


def _alike(signs: list[str], rows: Iterable[tuple[int, ...]]) -> Mapping[tuple[int, ...], str]:
    """The signs with equal rows, together."""
    groups: dict[tuple[int, ...], str] = {}
    for sign, row in zip(signs, rows, strict=True):
        groups[row] = groups.get(row, "") + sign
    return groups


def _distances(font: Any, signs: list[str]) -> list[list[int]]:
    """What the font's kerning adds between every sign and every other."""
    names = font.getBestCmap()
    tables = [
        table
        for lookup in font["GPOS"].table.LookupList.Lookup
        if lookup.LookupType == 2
        for table in lookup.SubTable
    ]
    glyphs = [names[ord(sign)] for sign in signs]
    return [[_between(tables, one, other) for other in glyphs] for one in glyphs]


def _between(tables: Iterable[Any], one: str, other: str) -> int:
    """The first table that says something of two glyphs decides."""
    found = (_distance(table, one, other) for table in tables)
    return next((distance for distance in found if distance is not None), 0)


def _distance(table: Any, one: str, other: str) -> int | None:
    """What one table says of two glyphs; None where it leaves them to the next table."""
    if one not in table.Coverage.glyphs:
        return None
    if table.Format == 1:
        pairs = table.PairSet[table.Coverage.glyphs.index(one)].PairValueRecord
        found = next((pair.Value1 for pair in pairs if pair.SecondGlyph == other), None)
        return None if found is None else getattr(found, "XAdvance", 0)
    row = table.Class1Record[table.ClassDef1.classDefs.get(one, 0)]
    value = row.Class2Record[table.ClassDef2.classDefs.get(other, 0)].Value1
    return getattr(value, "XAdvance", 0) if value is not None else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
