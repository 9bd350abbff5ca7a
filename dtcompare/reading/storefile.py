"""The file of a compiled copy: blocks by name in one SQLite table, each with its digest."""

from __future__ import annotations

import os
import sys
from contextlib import closing

from dtcompare.reading.blocks import Blocks, Fetch, Lost
from dtcompare.reading.freshness import digest

__all__ = ["fetcher", "write_blocks"]


def fetcher(path: str) -> Fetch:
    """What fetches the blocks of a file, each verified; raises Lost."""
    try:  # what ``sqlite3`` itself is made of, in two thirds of the time
        from _sqlite3 import Error, connect  # noqa: PLC0415 (only where there is a copy)
    except ImportError:
        from sqlite3 import Error, connect  # noqa: PLC0415 (the same)

    name = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if sys.platform == "win32":
        name = "/" + name.replace("\\", "/")
    try:
        base = connect(f"file:{name}?mode=ro&immutable=1", uri=True)
        row = base.execute("SELECT digest FROM block WHERE name = ''").fetchone()
    except (Error, UnicodeError) as error:
        raise Lost(path) from error
    mark = row[0] if row and isinstance(row[0], str) else ""

    def fetch(name: str) -> bytes:
        try:
            found = base.execute("SELECT digest, text FROM block WHERE name = ?", (name,))
            row = found.fetchone()
        except (Error, UnicodeError, MemoryError, OverflowError) as error:
            raise Lost(name) from error
        if row is None or not isinstance(row[1], bytes):
            raise Lost(name)
        if row[0] != digest(mark.encode("utf-8", "replace"), name.encode(), row[1]):
            raise Lost(name)
        return row[1]

    return fetch


def write_blocks(path: str, blocks: Blocks, mark: str = "") -> bool:
    """Writes blocks to a new or copied file; False where the disk or SQLite will not have it.

    A mark, drawn for each new file where none is given, goes into every digest: a page of an older
    file that turns up in this one is no block of it.
    """
    import sqlite3  # noqa: PLC0415 (only where a copy is written)

    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as base:
            base.execute("PRAGMA page_size = 16384")
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA synchronous = OFF")
            base.execute("BEGIN")
            base.execute(
                "CREATE TABLE IF NOT EXISTS block"
                " (name TEXT PRIMARY KEY, digest TEXT NOT NULL, text BLOB)"
            )
            row = base.execute("SELECT digest FROM block WHERE name = ''").fetchone()
            mark = row[0] if row else mark or os.urandom(8).hex()
            put = "INSERT OR REPLACE INTO block VALUES (?, ?, ?)"
            base.execute(put, ("", mark, None))
            base.executemany(
                put,
                (
                    (name, digest(mark.encode(), name.encode(), text), text)
                    for name, text in blocks.items()
                ),
            )
            base.execute("COMMIT")
    except sqlite3.Error:
        return False
    return True
