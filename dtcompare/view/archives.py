"""Archives whose bytes are the same whenever they are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files by their names, dated on the first day that one can tell."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name)
            # A picture is compressed already.
            entry.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return made.getvalue()


def repacked(archive: bytes) -> bytes:
    """Return an office file, which is an archive, without the time at which it was made."""
    with ZipFile(BytesIO(archive)) as old:
        files = {name: old.read(name) for name in old.namelist()}
    files[_PROPERTIES] = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", files[_PROPERTIES])
    return zipped(files)
