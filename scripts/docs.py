"""Writes the generated parts of README.md, README.vi.md and docs/, and the charts of the gallery.

With --check it only says which are stale.

A generated part stands between ``<!-- begin: NAME -->`` and ``<!-- end: NAME -->``. A NAME that
begins with "dtcompare" is a command line whose output is shown; "file PATH" shows a file of the
project; the others are pages and tables of this folder's modules.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # python scripts/docs.py puts this folder there, not the project's

from scripts import (  # noqa: E402 (after the line above)
    cli_page,
    data_page,
    export_page,
    gallery,
    json_page,
    review_page,
    runs,
)

_PART = re.compile(
    r"<!-- begin: (?P<name>.+?) -->\n(?P<body>.*?)<!-- end: (?P=name) -->", re.DOTALL
)

_PAGES: Mapping[str, Callable[[], str]] = {
    "cli": cli_page.page,
    "exit codes": cli_page.exit_codes,
    "export columns": export_page.columns,
    "limits": data_page.limits,
    "gallery": gallery.page,
    "chart kinds": gallery.kinds,
    "json": json_page.page,
    "review": review_page.review,
    **{f"keys {name}": data_page.table_of(name) for name in data_page.RECORDS},
}


def pages() -> tuple[Path, ...]:
    """README.md, README.vi.md and every page of docs/."""
    readmes = (ROOT / "README.md", ROOT / "README.vi.md")
    return (*readmes, *sorted((ROOT / "docs").glob("*.md")))


def renewed(text: str) -> str:
    """A page's text with every generated part written anew."""
    return _PART.sub(_written, text)


def _written(match: re.Match[str]) -> str:
    name = match["name"]
    return f"<!-- begin: {name} -->\n{_part(name)}<!-- end: {name} -->"


def _part(name: str) -> str:
    """The part of that name; raises KeyError for one that nothing writes."""
    if name.startswith("dtcompare"):
        return runs.console_block(name)
    kind, _, rest = name.partition(" ")
    if kind == "file":
        content = (ROOT / rest).read_text(encoding="utf-8")
        return f"```{(ROOT / rest).suffix.lstrip('.')}\n{content}```\n"
    return _PAGES[name]()


def stale(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Those of ``paths`` whose generated parts are not what would be written today."""
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    return tuple(path for path, text in texts.items() if renewed(text) != text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Renews the pages, or checks them; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when stale")
    options = parser.parse_args(arguments)
    drawings = gallery.stale()
    for path in drawings:
        print(f"{path.relative_to(ROOT)}: {'stale' if options.check else 'drawn'}")
        if not options.check:
            gallery.write(path)
    found = stale(pages())
    for path in found:
        print(f"{path.relative_to(ROOT)}: {'stale' if options.check else 'written'}")
        if not options.check:
            text = renewed(path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8", newline="\n")
    if (found or drawings) and options.check:
        print("python scripts/docs.py writes them anew")
    return int(bool(found or drawings) and options.check)


if __name__ == "__main__":
    sys.exit(main())
